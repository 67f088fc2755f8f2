"""A classifier that never changes its mind: stories and snapshots don't change with the shipped model."""

from bot.departments import DOMAINS
from classifier.predict import Classifier, Suggestion

_WORDS = {
    "电梯": "住房",
    "物业": "住房",
    "房东": "住房",
    "lift": "住房",
    "工资": "就业",
    "学校": "教育",
    "养老金": "社保",
    "医院": "医疗",
    "骗": "社会治安",
}


class ByWord(Classifier):
    """Sure when it sees a word it knows, unsure otherwise: the snapshots don't change with the model."""

    def __init__(self) -> None:
        self.version = "by-word"

    def suggest(self, title: str | None, text: str) -> Suggestion:
        words = f"{title or ''}\n{text}".lower()
        found = next((domain for word, domain in _WORDS.items() if word in words), None)
        first = found or "住房"
        rest = [d for d in ("社会治安", "食品安全", *DOMAINS) if d != first]
        shares = [0.94, 0.02, 0.01] if found else [0.2, 0.15, 0.1]
        order = [first, *dict.fromkeys(rest)]
        ranked = tuple((d, shares[i] if i < 3 else 0.001) for i, d in enumerate(order))
        none = 1 - sum(p for _, p in ranked)
        return Suggestion(first, ranked[0][1], ranked, none, found or "triage", self.version)
