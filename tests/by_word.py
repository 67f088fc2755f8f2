"""A classifier that never changes its mind: stories and snapshots don't change with the shipped model."""

import numpy as np
from numpy.typing import NDArray

from bot.departments import DOMAINS
from bot.texts.script import in_script_of
from classifier.explain import Driver, explain
from classifier.features import Floats
from classifier.labels import GUIDE
from classifier.predict import Classifier, Suggestion
from classifier.similar import Likeness

_WORDS = {
    "电梯": "住房",
    "物业": "住房",
    "房东": "住房",
    "工资": "就业",
    "学校": "教育",
    "养老金": "社保",
    "医院": "医疗",
    "骗": "社会治安",
}
_URGENT = ("火了", "救命", "被扣", "冒烟")
_TOPICS = {"占道": "城管", "摊": "城管", "公交": "交通", "停电": "公用事业"}


class ByWord(Classifier):
    """Sure when it sees a word it knows, unsure otherwise: the snapshots don't change with the model."""

    def __init__(self) -> None:
        self.version = "by-word"
        self.scheme = GUIDE
        self.urgent_threshold = 0.5

    def vector(self, title: str | None, text: str) -> tuple[NDArray[np.intp], Floats]:
        """One column a character."""
        columns = np.array(sorted({ord(char) for char in f"{title or ''}{text}"}), dtype=np.intp)
        return columns, np.ones(len(columns), dtype=np.float32)

    def likeness(self) -> Likeness:
        """It has seen no messages: how rare a pair is says the desk's own cases alone."""
        return Likeness()

    def suggest(self, title: str | None, text: str) -> Suggestion:
        words = in_script_of("zh-Hans", f"{title or ''}\n{text}".lower())
        found = next((domain for word, domain in _WORDS.items() if word in words), None)
        first = found or "住房"
        rest = [d for d in ("社会治安", "食品安全", *DOMAINS) if d != first]
        shares = [0.94, 0.02, 0.01] if found else [0.2, 0.15, 0.1]
        order = [first, *dict.fromkeys(rest)]
        ranked = tuple((d, shares[i] if i < 3 else 0.001) for i, d in enumerate(order))
        none = 1 - sum(p for _, p in ranked)
        topics = tuple((topic, none * 0.6) for word, topic in _TOPICS.items() if word in words)
        return Suggestion(
            first,
            ranked[0][1],
            ranked,
            none,
            found or "triage",
            self.version,
            urgent=0.9 if any(word in words for word in _URGENT) else 0.0,
            kind="投诉",
            topics=topics,
        )


def by_word(
    classifier: Classifier, title: str | None, text: str, label: str | None = None, most: int = 6
) -> list[Driver]:
    """In place of `explain`: `ByWord` has no model to look into, only the words that it goes by."""
    if not isinstance(classifier, ByWord):
        return explain(classifier, title, text, label, most)
    words = [word for word in (*_WORDS, *_TOPICS) if word in text]
    return [Driver((at := text.find(w)), at + len(w), w, 1.0, "text") for w in words][:most]
