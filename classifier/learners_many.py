"""The linear models for tens of thousands of messages, where those of `learners` would take an hour.

Support vector machines, solved over messages instead of terms (liblinear's dual, a few rounds): on that much data
about as good, and ten times as fast. For the domain, one machine a label over features scaled up by how telling they
are of it: the two judges of `learners` in one. Topics are told apart among their label's messages only, and have no
say in the domain.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Final

import numpy as np
import scipy.sparse as sp
from sklearn.exceptions import ConvergenceWarning
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from classifier.corpus import Row
from classifier.heads import Layout
from classifier.learners import (
    UNSEEN,
    Doubles,
    Labels,
    Learnt,
    labels_of,
    log_ratio,
    topics_of,
)

# From so many messages on.
MANY: Final = 20_000
# Or where terms times labels are more: the regressions of `learners` keep twenty such tables while they run.
MOST_NUMBERS: Final = 10_000_000
STRENGTH: Final = 0.5
SCALED_STRENGTH: Final = 0.1
TOLERANCE: Final = 0.1
ROUNDS: Final = 3
SEED: Final = 2026
# Margins are narrow; so much wider they make probabilities.
WIDENED: Final = 3.0


def machine(
    vectors: sp.csr_matrix, labels: Labels, classes: int, weights: Doubles, strength: float = STRENGTH
) -> Learnt:
    """Weights (features, classes) and bias (classes,) of one support vector machine a label."""
    found, bias = np.zeros((vectors.shape[1], classes)), np.full(classes, UNSEEN)
    seen = np.unique(labels)
    bias[seen[:1]] = 0.0
    if len(seen) > 1:
        learner = LinearSVC(C=strength, tol=TOLERANCE, max_iter=ROUNDS, dual=True, random_state=SEED)
        with warnings.catch_warnings():
            # What is left to gain after these rounds is not worth them.
            warnings.simplefilter("ignore", ConvergenceWarning)
            learner.fit(vectors, labels, sample_weight=weights)
        if len(seen) > 2:
            found[:, seen], bias[seen] = learner.coef_.T, learner.intercept_
        else:
            found[:, seen[1]], bias[seen[1]] = learner.coef_[0], learner.intercept_[0]
    return found, bias


def against_the_rest(vectors: sp.csr_matrix, labels: Labels, classes: int, weights: Doubles) -> Learnt:
    """Weights and bias of one machine a label, over features that are the larger the more the label's share of
    them differs from the others'."""
    found, bias = np.zeros((vectors.shape[1], classes)), np.full(classes, UNSEEN)
    for label in range(classes):
        own = labels == label
        if own.any() and not own.all():
            scale = 1 + np.abs(log_ratio(vectors, own, weights)).astype(np.float64)
            values = vectors.data * scale[vectors.indices]
            scaled = sp.csr_matrix((values, vectors.indices, vectors.indptr), shape=vectors.shape)
            one, one_bias = machine(scaled, own.astype(np.intp), 2, weights, SCALED_STRENGTH)
            found[:, label], bias[label] = one[:, 1] * scale, one_bias[1]
    return found, bias


def fit(vectors: sp.csr_matrix, rows: Sequence[Row], layout: Layout) -> Learnt:
    """All heads side by side, as `learners.fit` gives them."""
    scheme = layout.scheme
    found, bias = np.zeros((vectors.shape[1], layout.width)), np.zeros(layout.width)
    weights = np.array([row.weight for row in rows])
    labels = labels_of(rows, scheme)

    def known(values: Sequence[int | None], classes: int) -> Learnt:
        kept = np.array([number for number, value in enumerate(values) if value is not None], dtype=np.intp)
        own = np.array([value for value in values if value is not None], dtype=np.intp)
        return machine(vectors[kept], own, classes, weights[kept])

    with threadpool_limits(1):
        found[:, layout.domain], bias[layout.domain] = against_the_rest(
            vectors, labels, len(scheme.labels), weights
        )
        if layout.topics:
            topics = np.array([-1 if topic is None else topic for topic in topics_of(rows, scheme)])
            for label, start in enumerate(layout.starts.tolist()):
                size = int(np.count_nonzero(layout.owner == label))
                own = np.flatnonzero((labels == label) & (topics >= 0))
                head = machine(vectors[own], topics[own] - start, size, weights[own])
                columns = slice(layout.topic.start + start, layout.topic.start + start + size)
                found[:, columns], bias[columns] = WIDENED * head[0], WIDENED * head[1]
        if scheme.kinds:
            kinds = [scheme.kinds.index(row.kind) if row.kind else None for row in rows]
            found[:, layout.kind], bias[layout.kind] = known(kinds, len(scheme.kinds))
        if scheme.urgency:
            urgent = [None if row.urgent is None else int(row.urgent) for row in rows]
            head = known(urgent, 2)
            found[:, layout.urgent], bias[layout.urgent] = WIDENED * head[0][:, 1:], WIDENED * head[1][1:]
    return found, bias
