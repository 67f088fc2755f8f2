"""Makes honest probabilities of scores, and reads off them where a queue may be trusted.

All of it is learnt from scores of messages that the scoring model had not seen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.isotonic import IsotonicRegression

from classifier.corpus import Row
from classifier.labels import Scheme

# The threshold of urgency finds this part of the urgent messages.
URGENT_RECALL: Final = 0.96

Doubles = NDArray[np.floating]
Labels = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Scores are multiplied by `scale` and the last, that of none, is raised by `shift` before the softmax."""

    scale: float
    shift: float

    def apply(self, scores: Doubles) -> Doubles:
        moved = scores * self.scale
        moved[:, -1] += self.shift
        return moved


def prior_weights(labels: Labels, weights: Doubles, scheme: Scheme, prior: float) -> Doubles:
    """The rows' weights made 1 in all, with `prior` of it on rows of no domain if the scheme has such."""
    if scheme.none is None:
        even: Doubles = weights / weights.sum()
        return even
    none = labels == len(scheme.labels) - 1
    shares = np.where(none, prior, 1 - prior)
    found: Doubles = shares * weights / np.where(none, weights[none].sum(), weights[~none].sum())
    return found


def calibrate(scores: Doubles, labels: Labels, weights: Doubles, scheme: Scheme) -> Calibration:
    """Scale and shift of least log loss over the weighted rows; without a label of no domain nothing shifts."""

    def read(point: Doubles) -> Calibration:
        return Calibration(float(np.exp(point[0])), float(point[1]) if len(point) > 1 else 0.0)

    def loss(point: Doubles) -> float:
        moved = read(point).apply(scores)
        top = moved.max(axis=1)
        total = top + np.log(np.exp(moved - top[:, None]).sum(axis=1))
        return float(weights @ (total - moved[np.arange(len(labels)), labels]))

    start = np.zeros(1 if scheme.none is None else 2)
    found = minimize(loss, start, method="Nelder-Mead", options={"xatol": 1e-5, "fatol": 1e-9})
    return read(found.x)


def risk_curve(
    probabilities: Doubles, rows: Sequence[Row], labels: Labels, weights: Doubles, scheme: Scheme
) -> list[list[float]]:
    """[threshold, precision, share] for thresholds 0.20 … 0.99: of the traffic that a threshold lets pass,
    the part that a dispatcher would not call wrong, and the part of in-domain messages that passes.

    A message of no domain that passes is always an error. Rightness is smoothed to rise with confidence
    (isotonic), so that one stray row can't move a threshold. Never empty.
    """
    chances = probabilities[:, : len(scheme.domains)]
    confidence, guess = chances.max(axis=1), chances.argmax(axis=1)
    right = [
        row.domain != scheme.none and scheme.labels[label] in (row.domain, *row.accept)
        for row, label in zip(rows, guess, strict=True)
    ]
    smooth = IsotonicRegression().fit_transform(confidence, np.array(right, float), sample_weight=weights)
    inside = labels < len(scheme.domains)
    curve = []
    for threshold in np.arange(20, 100) / 100:
        passed = confidence >= threshold
        if not passed.any():
            break
        precision = (weights * smooth)[passed].sum() / weights[passed].sum()
        share = weights[passed & inside].sum() / weights[inside].sum()
        curve.append([round(float(number), 4) for number in (threshold, precision, share)])
    return curve or [[0.2, 0.0, 0.0]]


def urgency(chances: Doubles, rows: Sequence[Row]) -> dict[str, float]:
    """The probability from which a message counts as urgent: low enough to find `URGENT_RECALL` of them.

    1 where no row is urgent, which no probability reaches.
    """
    urgent = sorted(
        (float(chance), row.weight) for chance, row in zip(chances, rows, strict=True) if row.urgent
    )
    threshold = 1.0
    if urgent:
        passed = np.cumsum([weight for _, weight in urgent])
        place = int(np.searchsorted(passed, passed[-1] * (1 - URGENT_RECALL), side="right"))
        threshold = urgent[min(place, len(urgent) - 1)][0]
    return {"recall": URGENT_RECALL, "threshold": math.floor(threshold * 1000) / 1000}
