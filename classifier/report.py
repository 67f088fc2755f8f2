"""How well a model knows its own labels: accuracy and macro-F1 with intervals, and a table of the labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classifier.corpus import Row
from classifier.figures import guess
from classifier.labels import Scheme
from classifier.predict import Suggestion

ROUNDS: Final = 1_000
SEED: Final = 2026

Counts = NDArray[np.int64]
Doubles = NDArray[np.float64]
# A share with its 95% bootstrap interval.
Share = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Report:
    """`labels` has for each label its rows, precision, recall and F1; a share of nothing is 0."""

    rows: int
    accuracy: Share
    macro_f1: Share
    labels: dict[str, tuple[int, float, float, float]]


def confusion(rows: Sequence[Row], made: Sequence[Suggestion], scheme: Scheme) -> Counts:
    """How often each label (down) was taken for each (across)."""
    numbers = {label: number for number, label in enumerate(scheme.labels)}
    found = np.zeros((len(numbers), len(numbers)), dtype=np.int64)
    for row, suggestion in zip(rows, made, strict=True):
        found[numbers[row.domain], numbers[guess(suggestion, scheme.none)]] += 1
    return found


def _scores(found: Counts) -> tuple[Doubles, Doubles, Doubles]:
    """Precision, recall and F1 of every label, along the last axis, of one table or many."""
    right = np.diagonal(found, axis1=-2, axis2=-1).astype(np.float64)
    said, true = found.sum(axis=-2), found.sum(axis=-1)
    precision, recall = right / np.maximum(said, 1), right / np.maximum(true, 1)
    return precision, recall, 2 * right / np.maximum(said + true, 1)


def _interval(value: float, drawn: Doubles) -> Share:
    low, high = np.quantile(drawn, (0.025, 0.975))
    return value, float(low), float(high)


def report(rows: Sequence[Row], made: Sequence[Suggestion], scheme: Scheme) -> Report:
    """The figures of suggestions for the rows, one each, in their order.

    Rows are drawn again and again by drawing how many fall into each cell of the table, which is the same.
    """
    found = confusion(rows, made, scheme)
    total = int(found.sum())
    if not total:
        nothing = (0.0, 0.0, 0.0)
        return Report(0, nothing, nothing, dict.fromkeys(scheme.labels, (0, 0.0, 0.0, 0.0)))
    precision, recall, f1 = _scores(found)
    cells = np.flatnonzero(found)
    drawn = np.random.default_rng(SEED).multinomial(total, found.ravel()[cells] / total, size=ROUNDS)
    accuracies, macros = np.empty(ROUNDS), np.empty(ROUNDS)
    for number, numbers in enumerate(drawn):
        again = np.zeros_like(found)
        again.ravel()[cells] = numbers
        accuracies[number] = np.trace(again) / total
        there = again.sum(axis=1) > 0
        macros[number] = _scores(again)[2][there].mean()
    there = found.sum(axis=1) > 0
    return Report(
        total,
        _interval(float(np.trace(found) / total), accuracies),
        _interval(float(f1[there].mean()), macros),
        {
            label: (
                int(found[number].sum()),
                float(precision[number]),
                float(recall[number]),
                float(f1[number]),
            )
            for number, label in enumerate(scheme.labels)
        },
    )


def shown(share: Share) -> str:
    """`0.924 (0.917 – 0.931)`."""
    return f"{share[0]:.3f} ({share[1]:.3f} – {share[2]:.3f})"


def lines(found: Report) -> list[str]:
    """The report for a terminal."""
    return [
        f"accuracy   {shown(found.accuracy)}",
        f"macro-F1   {shown(found.macro_f1)}",
        "",
        "   rows  precision  recall     F1  label",
        *(
            f"{rows:7d}  {precision:9.3f}  {recall:6.3f}  {f1:5.3f}  {label}"
            for label, (rows, precision, recall, f1) in found.labels.items()
        ),
    ]
