"""Trains the shipped model from the corpus: `python -m classifier.train`, also `make model`."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from classifier import corpus, heads, registry
from classifier.card import card
from classifier.corpus import Row
from classifier.errors import CorpusError
from classifier.evaluate import Figures, figures, measure
from classifier.features import SETTINGS, Counts, Features, count
from classifier.labels import DOMAINS, KINDS, LABELS, NONE
from classifier.predict import Classifier, suggestion, threshold_at
from classifier.tokens import DICTIONARY, Engine, cutter, default_engine, identity

SERIES: Final = "2026.11"
PRECISION: Final = 0.95
NONE_PRIOR: Final = 0.5
FOLDS: Final = 5
STRENGTH: Final = 10.0
RATIO_STRENGTH: Final = 3.0
SMOOTHING: Final = 0.05
# Shares that make the three judges of the domain weigh about the same: their scores differ in spread.
RATIO_SHARE: Final = 0.75
TOPIC_SHARE: Final = 1.5
# A topic without a row to learn from gets no chance.
UNSEEN: Final = -20.0
# The threshold of urgency finds this part of the urgent messages of the corpus.
URGENT_RECALL: Final = 0.95

Doubles = NDArray[np.floating]
Labels = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Scores are multiplied by `scale` and the score of none is raised by `shift` before the softmax."""

    scale: float
    shift: float

    def apply(self, scores: Doubles) -> Doubles:
        moved = scores * self.scale
        moved[:, -1] += self.shift
        return moved


@dataclass(frozen=True, slots=True)
class Trained:
    """A model with the figures of its out-of-fold predictions."""

    model: registry.Model
    figures: Figures


def matrix(features: Features, documents: Sequence[Counts]) -> sp.csr_matrix:
    """The documents as rows; shape (documents, features)."""
    vectors = [features.vector(document) for document in documents]
    ends = np.cumsum([0] + [len(columns) for columns, _ in vectors])
    columns = np.concatenate([columns for columns, _ in vectors])
    values = np.concatenate([values for _, values in vectors])
    return sp.csr_matrix((values, columns, ends), shape=(len(documents), features.size))


def logistic(vectors: sp.csr_matrix, labels: Labels, classes: int, **options: Any) -> tuple[Doubles, Doubles]:
    """Weights (features, classes) and bias (classes,) of a multinomial logistic regression."""
    learner = LogisticRegression(C=STRENGTH, max_iter=400, tol=1e-3, **options).fit(vectors, labels)
    weights, bias = np.zeros((vectors.shape[1], classes)), np.full(classes, UNSEEN)
    columns = learner.classes_ if len(learner.classes_) > 2 else learner.classes_[1:]
    weights[:, columns], bias[columns] = learner.coef_.T, learner.intercept_
    return weights, bias


def against_the_rest(vectors: sp.csr_matrix, labels: Labels) -> tuple[Doubles, Doubles]:
    """Weights and bias of one logistic regression a label, over features scaled by how much more often they
    occur with the label than without (Wang and Manning, 2012)."""
    weights, biases = [], []
    for label in range(len(LABELS)):
        own = labels == label
        inside = np.asarray(vectors[own].sum(axis=0)).ravel() + SMOOTHING
        outside = np.asarray(vectors[~own].sum(axis=0)).ravel() + SMOOTHING
        ratio = np.log(inside / inside.sum()) - np.log(outside / outside.sum())
        learner = LogisticRegression(C=RATIO_STRENGTH, max_iter=200, tol=1e-3, solver="liblinear")
        learner.fit(vectors @ sp.diags_array(ratio), own)
        weights.append(learner.coef_[0] * ratio)
        biases.append(learner.intercept_[0])
    return np.array(weights).T, np.array(biases)


def labels_of(rows: Sequence[Row]) -> Labels:
    return np.array([LABELS.index(row.domain) for row in rows], dtype=np.intp)


def fit(vectors: sp.csr_matrix, rows: Sequence[Row]) -> tuple[Doubles, Doubles]:
    """All heads side by side: weights (features, WIDTH) and bias (WIDTH,), not yet calibrated."""
    weights, bias = np.zeros((vectors.shape[1], heads.WIDTH)), np.zeros(heads.WIDTH)

    def put(columns: slice, learnt: tuple[Doubles, Doubles]) -> None:
        weights[:, columns], bias[columns] = learnt

    def known(values: Sequence[int | None]) -> tuple[sp.csr_matrix, Labels]:
        """Vectors and labels of the rows that have the label."""
        kept = [number for number, value in enumerate(values) if value is not None]
        return vectors[kept], np.array([value for value in values if value is not None], dtype=np.intp)

    labels = labels_of(rows)
    if missing := set(range(len(LABELS))) - set(labels.tolist()):
        raise CorpusError([f"{LABELS[label]}: no rows to learn from" for label in sorted(missing)])
    # Sums split over threads are not the same sums: one thread makes one hash.
    with threadpool_limits(1):
        plain, plain_bias = logistic(vectors, labels, len(LABELS))
        ratio, ratio_bias = against_the_rest(vectors, labels)
        put(heads.DOMAIN, (plain + RATIO_SHARE * ratio, plain_bias + RATIO_SHARE * ratio_bias))
        topics = [heads.TOPIC_NAMES.index(row.topic) if row.topic else None for row in rows]
        put(heads.TOPIC, logistic(*known(topics), len(heads.TOPIC_NAMES)))
        kinds = [KINDS.index(row.kind) if row.kind else None for row in rows]
        put(heads.KIND, logistic(*known(kinds), len(KINDS)))
        urgent = [None if row.urgent is None else int(row.urgent) for row in rows]
        of_two, of_two_bias = logistic(*known(urgent), 2, class_weight="balanced")
        put(slice(heads.URGENT, heads.WIDTH), (of_two[:, 1:], of_two_bias[1:]))
    return weights, bias


def folds(labels: Labels) -> Iterator[NDArray[np.bool_]]:
    """Masks of the held-out rows; every label is dealt out evenly, in the order of the files."""
    turn = np.zeros(len(labels), dtype=np.intp)
    for label in range(len(LABELS)):
        where = np.flatnonzero(labels == label)
        turn[where] = np.arange(len(where)) % FOLDS
    for fold in range(FOLDS):
        yield turn == fold


def calibrate(scores: Doubles, labels: Labels) -> Calibration:
    """Scale and shift of least log loss, rows weighted so that `NONE_PRIOR` of them belong to no domain."""
    weights = prior_weights(labels)

    def loss(point: Doubles) -> float:
        moved = Calibration(float(np.exp(point[0])), float(point[1])).apply(scores)
        top = moved.max(axis=1)
        total = top + np.log(np.exp(moved - top[:, None]).sum(axis=1))
        return float(weights @ (total - moved[np.arange(len(labels)), labels]))

    found = minimize(loss, np.zeros(2), method="Nelder-Mead", options={"xatol": 1e-5, "fatol": 1e-9})
    return Calibration(float(np.exp(found.x[0])), float(found.x[1]))


def prior_weights(labels: Labels) -> Doubles:
    """A weight for each row, 1 in all, `NONE_PRIOR` of it on rows of no domain."""
    none = labels == len(DOMAINS)
    weights: Doubles = np.where(none, NONE_PRIOR / none.sum(), (1 - NONE_PRIOR) / (~none).sum())
    return weights


def risk_curve(probabilities: Doubles, rows: Sequence[Row]) -> list[list[float]]:
    """[threshold, precision, share] for thresholds 0.20 … 0.99: of the traffic that a threshold lets pass,
    the part that a dispatcher would not call wrong, and the part of in-domain messages that passes.

    A message of no domain that passes is always an error. Rightness is smoothed to rise with confidence
    (isotonic), so that one stray row can't move a threshold.
    """
    labels = labels_of(rows)
    weights = prior_weights(labels)
    confidence, guess = probabilities[:, :-1].max(axis=1), probabilities[:, :-1].argmax(axis=1)
    right = [
        row.domain != NONE and LABELS[label] in (row.domain, *row.accept)
        for row, label in zip(rows, guess, strict=True)
    ]
    smooth = IsotonicRegression().fit_transform(confidence, np.array(right, float), sample_weight=weights)
    inside = labels != len(DOMAINS)
    curve = []
    for threshold in np.arange(20, 100) / 100:
        passed = confidence >= threshold
        if not passed.any():
            break
        precision = (weights * smooth)[passed].sum() / weights[passed].sum()
        share = weights[passed & inside].sum() / weights[inside].sum()
        curve.append([round(float(number), 4) for number in (threshold, precision, share)])
    return curve


def urgency(scores: Doubles, rows: Sequence[Row]) -> dict[str, float]:
    """The probability from which a message counts as urgent: low enough to find `URGENT_RECALL` of them."""
    urgent = sorted(
        heads.urgent_probability(score) for score, row in zip(scores, rows, strict=True) if row.urgent
    )
    threshold = urgent[int(len(urgent) * (1 - URGENT_RECALL))] if urgent else 1.0
    return {"recall": URGENT_RECALL, "threshold": math.floor(threshold * 1000) / 1000}


def train(rows: Sequence[Row], engine: Engine | None = None) -> Trained:
    """Learn from the rows; calibration, thresholds and figures come from out-of-fold predictions."""
    engine = engine or default_engine()
    cut = cutter(engine)
    labels = labels_of(rows)
    whole = [count(row.title, row.text, cut) for row in rows]
    # Title and text are also learnt as messages of their own: people in a chat write lines as short as a
    # title, and texts without one.
    parts = [
        (number, count(None, part, cut))
        for number, row in enumerate(rows)
        if row.title
        for part in (row.title, row.text)
    ]

    def learn(kept: NDArray[np.bool_]) -> tuple[Features, Doubles, Doubles]:
        documents = [whole[number] for number in np.flatnonzero(kept)]
        features = Features.fit(documents)
        documents += [part for number, part in parts if kept[number]]
        owners = [*np.flatnonzero(kept), *(number for number, _ in parts if kept[number])]
        return features, *fit(matrix(features, documents), [rows[owner] for owner in owners])

    scores = np.zeros((len(rows), heads.WIDTH))
    for held_out in folds(labels):
        features, weights, bias = learn(~held_out)
        documents = [whole[number] for number in np.flatnonzero(held_out)]
        scores[held_out] = matrix(features, documents) @ weights + bias
    calibration = calibrate(heads.domain_scores(scores, TOPIC_SHARE), labels)
    scores[:, heads.DOMAIN] = calibration.apply(scores[:, heads.DOMAIN])
    topic_weight = calibration.scale * TOPIC_SHARE
    probabilities = heads.softmax(heads.domain_scores(scores, topic_weight))
    curve = risk_curve(probabilities, rows)

    features, weights, bias = learn(np.ones(len(rows), dtype=bool))
    weights[:, heads.DOMAIN] *= calibration.scale
    bias[heads.DOMAIN] = calibration.apply(bias[None, heads.DOMAIN])[0]
    final = (features, weights.astype(np.float32), bias.astype(np.float32))
    about: dict[str, Any] = {
        "format": registry.FORMAT,
        "labels": list(LABELS),
        "topics": list(heads.TOPIC_NAMES),
        "kinds": list(KINDS),
        "tokenizer": {"dictionary": DICTIONARY, "engine": identity(engine)},
        "features": dict(SETTINGS),
        "calibration": {**asdict(calibration), "topic_weight": topic_weight, "none_prior": NONE_PRIOR},
        "routing": {"precision": PRECISION, "threshold": threshold_at(curve, PRECISION), "curve": curve},
        "urgency": urgency(scores[:, heads.URGENT], rows),
        "data": {"rows": len(rows), "sha256": corpus.fingerprint(rows)},
    }
    about["hash"] = registry.content_hash(registry.arrays_of(*final), about)
    about["version"] = f"{SERIES}-{about['hash'][:8]}"
    made = [suggestion(row, topic_weight, about["routing"]["threshold"], about["version"]) for row in scores]
    return Trained(registry.Model(*final, about), figures(rows, made, about["urgency"]["threshold"]))


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write a model directory; 0, or 2 with the corpus's problems on standard error."""
    parser = argparse.ArgumentParser(prog="python -m classifier.train", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=corpus.DIRECTORY, help="directory of the nine files")
    default = Path(__file__).resolve().parent.parent / "models"
    parser.add_argument("--out", type=Path, default=default, help="model directory to write")
    options = parser.parse_args(arguments)
    try:
        rows = corpus.load(options.corpus)
    except CorpusError as error:
        print(error, file=sys.stderr)
        return 2
    learnt, frozen = corpus.split(rows)
    none = sum(row.domain == NONE for row in learnt)
    print(
        f"{len(learnt)} messages to learn from, {none} of them of no domain; {len(frozen)} kept back; training …"
    )
    trained = train(learnt)
    registry.save(options.out, trained.model)
    kept_back = measure(Classifier(trained.model), frozen)
    metrics = {
        name: {key: None if math.isnan(value) else round(value, 4) for key, value in asdict(found).items()}
        for name, found in (("out_of_fold", trained.figures), ("frozen", kept_back))
    }
    registry.replace(
        options.out / "metrics.json", (json.dumps(metrics, ensure_ascii=False, indent=1) + "\n").encode()
    )
    registry.replace(
        options.out / "card.md", card(learnt, trained.model, trained.figures, kept_back).encode()
    )
    print(f"{trained.model.about['version']} written to {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
