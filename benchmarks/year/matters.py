"""What citizens want to have put right, dealt from the corpus."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from benchmarks.year.distributions import Measured
from classifier import corpus
from classifier.corpus import Row

URGENT_SHARE = 0.012  # of messages read by hand; the corpus has far more, to learn from
SAME_SHARE, SAME_AMONG = 0.04, 60  # of matters, so many are what somebody else wrote lately: one of so many
LEAVES_PHONE = 0.10
COMPLAINS_OF_OFFICE = 0.008
OFFICES = ("教育局", "城管局", "社保局", "住建局")


@dataclass(slots=True, repr=False)
class Matter:
    """Something that somebody wants to have put right: the words, and whose job it is."""

    text: str
    label: str
    topic: str | None
    urgent: bool = False
    tries: int = 0
    seen: bool = False
    same_as: Matter | None = None
    number: str | None = None


@dataclass(slots=True, repr=False)
class Archive:
    """The corpus, dealt out by label without repetition; none of the tenth that is kept for measuring."""

    chance: Random
    _ordinary: dict[str, list[Row]] = field(default_factory=dict)
    _urgent: list[Row] = field(default_factory=list)
    _dealt: dict[str, Iterator[Row]] = field(default_factory=dict)
    _lately: deque[Matter] = field(default_factory=lambda: deque(maxlen=SAME_AMONG))

    def __post_init__(self) -> None:
        for row in corpus.load():
            if row.frozen or len(row.text) < 8:
                continue
            if row.urgent:
                self._urgent.append(row)
            else:
                self._ordinary.setdefault(row.domain, []).append(row)

    def matter(self, measured: Measured) -> Matter:
        if self._lately and self.chance.random() < SAME_SHARE:
            old = self.chance.choice(self._lately)
            return Matter(f"我也要反映：{old.text}", old.label, old.topic, same_as=old)
        if self.chance.random() < URGENT_SHARE:
            row = self.chance.choice(self._urgent)
        else:
            row = self._next(measured.label(self.chance))
        text = f"{row.title}\n{row.text}" if row.title else row.text
        if self.chance.random() < LEAVES_PHONE:
            text += f"\n我的电话：1380000{self.chance.randrange(10000):04d}。"
        if self.chance.random() < COMPLAINS_OF_OFFICE:
            text += f"\n{self.chance.choice(OFFICES)}的工作人员推诿扯皮，态度恶劣。"
        matter = Matter(text, row.domain, row.topic, bool(row.urgent))
        if not row.urgent:
            self._lately.append(matter)
        return matter

    def _next(self, label: str) -> Row:
        row = next(self._dealt.get(label, iter(())), None)
        if row is None:
            rows = self._ordinary[label][:]
            self.chance.shuffle(rows)
            self._dealt[label] = iter(rows)
            row = next(self._dealt[label])
        return row
