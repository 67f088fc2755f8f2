"""The figures of a classifier on labelled messages, with their bootstrap intervals.

Every figure is a sum over messages divided by another, and so is each bin of the calibration error. They stand side
by side as columns of one table, so that drawing the messages again is one product with how often each was drawn.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classifier.corpus import Row
from classifier.labels import NONE, TRIAGE
from classifier.predict import Suggestion

ROUNDS: Final = 1_000
SEED: Final = 2026
BINS: Final = 10

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares between 0 and 1. A message of no domain that goes to a domain's queue counts as an error."""

    rows: int
    in_domain: int
    strict: float  # in-domain rows whose likeliest domain is the label
    acceptable: float  # the same, any defensible label counts
    nine_way: float  # all rows, likeliest of all labels is the label
    queue_precision: float  # of what goes to a domain's queue by itself, the label's own queue
    queue_acceptable: float  # the same, any defensible label counts
    queue_share: float  # in-domain rows that go to a domain's queue by itself
    ece: float  # expected calibration error of `confidence`, ten bins
    kind: float  # rows with a type, likeliest type is the label
    topic: float  # rows with a topic, likeliest topic is the label
    topic_three: float  # the same, among the three likeliest
    urgent: int  # rows marked urgent
    urgent_recall: float  # of these, found
    false_alarms: float  # rows marked not urgent that are taken for urgent
    near_alarms: float  # the same among those that only sound urgent


def guess(made: Suggestion, none: str | None = NONE) -> str:
    """The likeliest of all labels; `none` is the one of no domain, None where the scheme has no such label."""
    return none if none is not None and made.none > made.confidence else made.domain


def calibration_error(confidence: Sequence[float], right: Sequence[bool], bins: int = BINS) -> float:
    """Mean distance between stated confidence and share that is right, over equal bins weighted by rows."""
    apart = _apart(np.asarray(confidence, dtype=np.float64), np.asarray(right, dtype=np.float64), bins)
    return float(np.abs(apart.sum(axis=0)).sum()) / len(apart) if len(apart) else math.nan


def _apart(confidence: Doubles, right: Doubles, bins: int) -> Doubles:
    """Stated less right of each row, in the column of its bin; shape (rows, bins)."""
    apart = np.zeros((len(confidence), bins))
    place = np.minimum((confidence * bins).astype(np.intp), bins - 1)
    apart[np.arange(len(confidence)), place] = confidence - right
    return apart


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """Hits and rows that count for each share, and the bins of calibration, one column each."""

    names: list[str]
    hits: Doubles
    counted: Doubles
    apart: Doubles

    def shares(self, drawn: Doubles) -> dict[str, float]:
        """The figures when row i was drawn `drawn[i]` times; nan where nothing counts."""
        hits, counted = (drawn @ self.hits).tolist(), (drawn @ self.counted).tolist()
        found = {
            name: hit / rows if rows else math.nan
            for name, hit, rows in zip(self.names, hits, counted, strict=True)
        }
        total = float(drawn.sum())
        found["ece"] = float(np.abs(drawn @ self.apart).sum()) / total if total else math.nan
        return found


def _table(rows: Sequence[Row], made: Sequence[Suggestion], urgent: float, none: str | None) -> _Table:
    pairs = list(zip(rows, made, strict=True))
    columns: dict[str, tuple[list[bool], list[bool]]] = {}

    def share(name: str, hits: list[bool], counted: list[bool]) -> None:
        columns[name] = ([hit and rows for hit, rows in zip(hits, counted, strict=True)], counted)

    every = [True] * len(pairs)
    inside = [row.domain != none for row in rows]
    queued = [s.queue != TRIAGE for s in made]
    right = [s.domain == row.domain for row, s in pairs]
    defended = [row.domain != none and s.domain in (row.domain, *row.accept) for row, s in pairs]
    found = [s.urgent >= urgent for s in made]
    share("strict", right, inside)
    share("acceptable", defended, inside)
    share("nine_way", [guess(s, none) == row.domain for row, s in pairs], every)
    share("queue_precision", right, queued)
    share("queue_acceptable", defended, queued)
    share("queue_share", queued, inside)
    share("kind", [s.kind == row.kind for row, s in pairs], [bool(row.kind) for row in rows])
    about = [bool(row.topic) for row in rows]
    share("topic", [row.topic in [name for name, _ in s.topics[:1]] for row, s in pairs], about)
    share("topic_three", [row.topic in [name for name, _ in s.topics[:3]] for row, s in pairs], about)
    share("urgent_recall", found, [bool(row.urgent) for row in rows])
    share("false_alarms", found, [row.urgent is False for row in rows])
    share("near_alarms", found, [row.near for row in rows])
    confidence = np.array([s.confidence for s in made], dtype=np.float64)
    return _Table(
        list(columns),
        np.array([hits for hits, _ in columns.values()], dtype=np.float64).T,
        np.array([counted for _, counted in columns.values()], dtype=np.float64).T,
        _apart(confidence, np.array(right, dtype=np.float64), BINS),
    )


def figures(
    rows: Sequence[Row], suggestions: Sequence[Suggestion], urgent: float = 0.5, none: str | None = NONE
) -> Figures:
    """Figures for suggestions made for the rows, one each, in their order; `urgent` is the probability from
    which a message counts as urgent, `none` the label of no domain."""
    shares = _table(rows, suggestions, urgent, none).shares(np.ones(len(rows)))
    return Figures(
        rows=len(rows),
        in_domain=sum(row.domain != none for row in rows),
        urgent=sum(row.urgent is True for row in rows),
        **shares,
    )


def intervals(
    rows: Sequence[Row],
    suggestions: Sequence[Suggestion],
    urgent: float,
    rounds: int = ROUNDS,
    none: str | None = NONE,
) -> dict[str, tuple[float, float]]:
    """95% bootstrap intervals of the shares: rows drawn again and again, always in the same way.

    A share that nothing counts for is left out.
    """
    if not rows:
        return {}
    table = _table(rows, suggestions, urgent, none)
    chance = np.random.default_rng(SEED)
    drawn: dict[str, list[float]] = {}
    for _ in range(rounds):
        picks = chance.integers(len(rows), size=len(rows))
        often = np.bincount(picks, minlength=len(rows)).astype(np.float64)
        for name, value in table.shares(often).items():
            if not math.isnan(value):
                drawn.setdefault(name, []).append(value)
    found = {}
    for name in (field.name for field in fields(Figures) if field.name in drawn):
        values = sorted(drawn[name])
        found[name] = (values[int(0.025 * len(values))], values[int(0.975 * len(values))])
    return found
