"""The nine labels of the labelling guide and their order, which every array of a model follows."""

from __future__ import annotations

from typing import Final

DOMAINS: Final[tuple[str, ...]] = (
    "就业",
    "教育",
    "社保",
    "医疗",
    "住房",
    "养老",
    "食品安全",
    "社会治安",
)
NONE: Final = "其他"
LABELS: Final[tuple[str, ...]] = (*DOMAINS, NONE)
TRIAGE: Final = "triage"

FILES: Final[dict[str, str]] = {
    "就业": "employment.jsonl",
    "教育": "education.jsonl",
    "社保": "social_security.jsonl",
    "医疗": "medical.jsonl",
    "住房": "housing.jsonl",
    "养老": "elderly.jsonl",
    "食品安全": "food_safety.jsonl",
    "社会治安": "public_safety.jsonl",
    "其他": "other.jsonl",
}
