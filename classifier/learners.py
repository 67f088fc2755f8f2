"""The linear models behind the heads, and how they are put side by side into one matrix of weights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from classifier.corpus import Row
from classifier.heads import Layout
from classifier.labels import Scheme

STRENGTH: Final = 10.0
RATIO_STRENGTH: Final = 3.0
SMOOTHING: Final = 0.05
# Shares that make the three judges of the domain weigh about the same: their scores differ in spread.
RATIO_SHARE: Final = 0.75
TOPIC_SHARE: Final = 3.0
# A label or topic without a row to learn from gets no chance.
UNSEEN: Final = -20.0

Doubles = NDArray[np.floating]
Labels = NDArray[np.intp]
Learnt = tuple[Doubles, Doubles]


def logistic(
    vectors: sp.csr_matrix, labels: Labels, classes: int, weights: Doubles, **options: Any
) -> Learnt:
    """Weights (features, classes) and bias (classes,) of a multinomial logistic regression."""
    found, bias = np.zeros((vectors.shape[1], classes)), np.full(classes, UNSEEN)
    seen = np.unique(labels)
    bias[seen[:1]] = 0.0
    if len(seen) > 1:
        learner = LogisticRegression(**{"C": STRENGTH, "max_iter": 400, "tol": 1e-3, **options})
        learner.fit(vectors, labels, sample_weight=weights)
        # Of two classes only the second gets weights: the first stays at 0.
        columns = seen if len(seen) > 2 else seen[1:]
        found[:, columns], bias[columns] = learner.coef_.T, learner.intercept_
    return found, bias


def log_ratio(vectors: sp.csr_matrix, own: NDArray[np.bool_], weights: Doubles) -> Doubles:
    """For each feature the logarithm of how much more often it occurs with the label than without."""
    heavy = weights.astype(vectors.dtype)
    inside = heavy * own @ vectors + SMOOTHING
    outside = heavy * ~own @ vectors + SMOOTHING
    ratio: Doubles = np.log(inside / inside.sum()) - np.log(outside / outside.sum())
    return ratio


def against_the_rest(vectors: sp.csr_matrix, labels: Labels, classes: int, weights: Doubles) -> Learnt:
    """Weights and bias of one logistic regression a label, over features scaled by how much more often they
    occur with the label than without (Wang and Manning, 2012)."""
    found, bias = np.zeros((vectors.shape[1], classes)), np.full(classes, UNSEEN)
    for label in range(classes):
        own = labels == label
        if not own.any() or own.all():
            continue
        ratio = log_ratio(vectors, own, weights)
        learner = LogisticRegression(C=RATIO_STRENGTH, max_iter=200, tol=1e-3, solver="liblinear")
        learner.fit(vectors @ sp.diags_array(ratio), own, sample_weight=weights)
        found[:, label], bias[label] = learner.coef_[0] * ratio, learner.intercept_[0]
    return found, bias


def labels_of(rows: Sequence[Row], scheme: Scheme) -> Labels:
    """The number of each row's label."""
    numbers = {label: number for number, label in enumerate(scheme.labels)}
    return np.array([numbers[row.domain] for row in rows], dtype=np.intp)


def topics_of(rows: Sequence[Row], scheme: Scheme) -> list[int | None]:
    """The number of each row's topic among all topics, None for a row without."""
    pairs = [(label, topic) for label in scheme.labels for topic in scheme.topics.get(label, ())]
    numbers = {pair: number for number, pair in enumerate(pairs)}
    return [numbers.get((row.domain, row.topic)) if row.topic else None for row in rows]


def fit(vectors: sp.csr_matrix, rows: Sequence[Row], layout: Layout) -> Learnt:
    """All heads side by side: weights (features, layout.width) and bias (layout.width,), not yet calibrated."""
    scheme = layout.scheme
    found, bias = np.zeros((vectors.shape[1], layout.width)), np.zeros(layout.width)
    weights = np.array([row.weight for row in rows])

    def put(columns: slice, learnt: Learnt) -> None:
        found[:, columns], bias[columns] = learnt

    def known(values: Sequence[int | None], classes: int, **options: Any) -> Learnt:
        """A head learnt from the rows that have its label."""
        kept = [number for number, value in enumerate(values) if value is not None]
        labels = np.array([value for value in values if value is not None], dtype=np.intp)
        return logistic(vectors[kept], labels, classes, weights[kept], **options)

    labels = labels_of(rows, scheme)
    # Sums split over threads are not the same sums: one thread makes one hash.
    with threadpool_limits(1):
        plain, plain_bias = logistic(vectors, labels, len(scheme.labels), weights)
        ratio, ratio_bias = against_the_rest(vectors, labels, len(scheme.labels), weights)
        put(layout.domain, (plain + RATIO_SHARE * ratio, plain_bias + RATIO_SHARE * ratio_bias))
        if layout.topics:
            put(layout.topic, known(topics_of(rows, scheme), len(layout.topics)))
        if scheme.kinds:
            kinds = [scheme.kinds.index(row.kind) if row.kind else None for row in rows]
            put(layout.kind, known(kinds, len(scheme.kinds)))
        if scheme.urgency:
            urgent = [None if row.urgent is None else int(row.urgent) for row in rows]
            # Stopped early it finds fewer dangers: the rare class is learnt last.
            of_two, of_two_bias = known(urgent, 2, class_weight="balanced", tol=1e-6, max_iter=3_000)
            put(layout.urgent, (of_two[:, 1:], of_two_bias[1:]))
    return found, bias
