"""Reads the training messages under `corpus/` and refuses rows that would mislead the training."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from classifier.errors import CorpusError
from classifier.labels import FILES, KINDS, LABELS, TOPICS
from classifier.near import NEAR, Grams, alike, grams, groups_of
from classifier.normalise import normalise

DIRECTORY: Final = Path(__file__).parent / "corpus"
# 150 urgent messages and 150 that only sound so, written apart from the corpus: they only measure.
EXAM: Final = DIRECTORY / "exam" / "urgency.jsonl"
_KEYS: Final = frozenset({"title", "text", "domain", "accept", "type", "urgent", "near", "topic"})
# One message in so many is kept back; the word makes every label lose about as many.
FROZEN: Final = 10
_SALT: Final = "十分之一"


@dataclass(frozen=True, slots=True)
class Row:
    """One message with its labels; `accept` are further domains that a dispatcher could defend.

    `near` marks a message that only sounds urgent. A greeting has no topic. In training a row counts as much as
    `weight` rows.
    """

    text: str
    title: str | None
    domain: str
    accept: tuple[str, ...] = ()
    where: str = ""
    kind: str | None = None
    urgent: bool | None = None
    near: bool = False
    topic: str | None = None
    weight: float = 1.0

    @property
    def frozen(self) -> bool:
        """Whether the message belongs to the tenth that no model learns from; its text alone decides."""
        digest = hashlib.sha256((_SALT + self.text).encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8]) % FROZEN == 0


def load(directory: Path = DIRECTORY) -> list[Row]:
    """Every row of the nine files, in the order of the labels; CorpusError lists all problems at once."""
    rows: list[Row] = []
    problems: list[str] = []
    for domain, name in FILES.items():
        path = directory / name
        if not path.is_file():
            problems.append(f"{name}: missing (it holds the messages of {domain})")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{name}:{number}"
            try:
                rows.append(_row(line, domain, where))
            except ValueError as error:
                problems.append(f"{where}: {error}")
    problems += [
        f"{b.where}: repeats {a.where} (alike: {alike:.2f})" for a, b, alike in near_duplicates(rows)
    ]
    if problems:
        raise CorpusError(problems)
    return rows


def _row(line: str, domain: str, where: str) -> Row:
    try:
        data: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg})") from None
    if not isinstance(data, dict):
        raise ValueError("not a JSON object")
    if unknown := sorted(set(data) - _KEYS):
        raise ValueError(f"unknown field {unknown[0]!r} (known: {', '.join(sorted(_KEYS))})")
    text, title, label = data.get("text"), data.get("title"), data.get("domain")
    accept = data.get("accept", [])
    if not isinstance(text, str) or not text.strip():
        raise ValueError("text is empty")
    if title is not None and (not isinstance(title, str) or not title.strip()):
        raise ValueError("title is empty (leave it out instead)")
    if label not in LABELS:
        raise ValueError(f"domain {label!r} is not one of {' '.join(LABELS)}")
    if label != domain:
        raise ValueError(f"domain {label} belongs in {FILES[label]}")
    if not isinstance(accept, list) or any(other not in LABELS or other == label for other in accept):
        raise ValueError(f"accept {accept!r} is not a list of labels other than {label}")
    if len(set(accept)) < len(accept):
        raise ValueError(f"accept {accept!r} names a label twice")
    return Row(text, title, label, tuple(accept), where, *_finer(data, label))


def _finer(data: dict[str, Any], domain: str) -> tuple[str | None, bool | None, bool, str | None]:
    """Type, urgent, near and topic of a row, each of which may be left out."""
    kind, urgent, near, topic = (data.get(key) for key in ("type", "urgent", "near", "topic"))
    if kind is not None and kind not in KINDS:
        raise ValueError(f"type {kind!r} is not one of {' '.join(KINDS)}")
    for name, mark in (("urgent", urgent), ("near", near)):
        if mark is not None and (mark not in (0, 1) or isinstance(mark, float)):
            raise ValueError(f"{name} {mark!r} is neither 0 nor 1")
    if near and urgent:
        raise ValueError("near 1 says that the message only sounds urgent, but urgent is 1")
    if topic is not None and topic not in TOPICS[domain]:
        raise ValueError(f"topic {topic!r} is not one of {domain}: {' '.join(TOPICS[domain])}")
    return kind, None if urgent is None else bool(urgent), bool(near), topic


def split(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows to learn from, and the frozen ones that only measure."""
    return [row for row in rows if not row.frozen], [row for row in rows if row.frozen]


def grams_of(row: Row) -> Grams:
    """What near-duplicates are told by."""
    return grams(normalise(f"{row.title or ''}{row.text}"))


def near_duplicates(rows: Sequence[Row], near: float = NEAR) -> Iterator[tuple[Row, Row, float]]:
    """Pairs whose character 5-grams have a Jaccard likeness of at least `near`; the earlier row first."""
    for first, second, likeness in alike([grams_of(row) for row in rows], near):
        yield rows[first], rows[second], likeness


def groups(rows: Sequence[Row]) -> list[int]:
    """For each row the number of the first row that it resembles, directly or through others; often its own."""
    return groups_of([grams_of(row) for row in rows])


def fingerprint(rows: Sequence[Row]) -> str:
    """SHA-256 of what the rows say, in their order: the same data, the same model."""
    digest = hashlib.sha256()
    for row in rows:
        said: list[Any] = [row.title, row.text, row.domain, row.accept, row.kind, row.urgent, row.topic]
        if row.weight != 1:
            said.append(row.weight)
        line = json.dumps(said, ensure_ascii=False)
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()
