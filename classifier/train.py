"""Trains the shipped model from the corpus: `python -m classifier.train`, also `make model`."""

from __future__ import annotations

import argparse
import json
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

from classifier import corpus, registry
from classifier.card import card
from classifier.corpus import Row
from classifier.errors import CorpusError
from classifier.evaluate import Figures, figures
from classifier.features import SETTINGS, Counts, Features, count
from classifier.labels import DOMAINS, LABELS, NONE, TRIAGE
from classifier.predict import Suggestion, threshold_at
from classifier.tokens import DICTIONARY, Engine, cutter, default_engine, identity

SERIES: Final = "2026.11"
PRECISION: Final = 0.95
NONE_PRIOR: Final = 0.5
FOLDS: Final = 5
STRENGTH: Final = 10.0

Doubles = NDArray[np.float64]
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


def fit(features: Features, documents: Sequence[Counts], labels: Labels) -> tuple[Doubles, Doubles]:
    """Weights (features, 9) and bias (9,) of a multinomial logistic regression."""
    learner = LogisticRegression(C=STRENGTH, max_iter=1_000, tol=1e-6)
    # Sums split over threads are not the same sums: one thread makes one hash.
    with threadpool_limits(1):
        learner.fit(matrix(features, documents).astype(np.float64), labels)
    if not np.array_equal(learner.classes_, np.arange(len(LABELS))):
        raise CorpusError(["a label has no rows to learn from"])
    return learner.coef_.T, learner.intercept_


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


def softmax(scores: Doubles) -> Doubles:
    raised: Doubles = np.exp(scores - scores.max(axis=1, keepdims=True))
    raised /= raised.sum(axis=1, keepdims=True)
    return raised


def risk_curve(probabilities: Doubles, labels: Labels) -> list[list[float]]:
    """[threshold, precision, share] for thresholds 0.20 … 0.99: of the traffic that a threshold lets pass,
    the part that is right, and the part of in-domain messages that passes.

    Rightness is smoothed to rise with confidence (isotonic), so that one stray row can't move a threshold.
    """
    weights = prior_weights(labels)
    confidence = probabilities[:, :-1].max(axis=1)
    right = (probabilities[:, :-1].argmax(axis=1) == labels).astype(np.float64)
    right = IsotonicRegression().fit_transform(confidence, right, sample_weight=weights)
    inside = labels != len(DOMAINS)
    curve = []
    for threshold in np.arange(20, 100) / 100:
        passed = confidence >= threshold
        if not passed.any():
            break
        precision = (weights * right)[passed].sum() / weights[passed].sum()
        share = weights[passed & inside].sum() / weights[inside].sum()
        curve.append([round(float(number), 4) for number in (threshold, precision, share)])
    return curve


def train(rows: Sequence[Row], engine: Engine | None = None) -> Trained:
    """Learn from the rows; calibration, threshold and figures come from out-of-fold predictions."""
    engine = engine or default_engine()
    cut = cutter(engine)
    labels = np.array([LABELS.index(row.domain) for row in rows])
    whole = [count(row.title, row.text, cut) for row in rows]
    # Titles are also learnt as messages of their own: people in a chat write lines as short as that.
    lines = [(number, count(None, row.title, cut)) for number, row in enumerate(rows) if row.title]

    def learn(kept: NDArray[np.bool_]) -> tuple[Features, Doubles, Doubles]:
        documents = [whole[number] for number in np.flatnonzero(kept)]
        documents += [line for number, line in lines if kept[number]]
        owners = [*np.flatnonzero(kept), *(number for number, _ in lines if kept[number])]
        features = Features.fit(documents)
        return features, *fit(features, documents, labels[owners])

    scores = np.zeros((len(rows), len(LABELS)))
    for held_out in folds(labels):
        features, weights, bias = learn(~held_out)
        documents = [whole[number] for number in np.flatnonzero(held_out)]
        scores[held_out] = matrix(features, documents) @ weights + bias
    calibration = calibrate(scores, labels)
    probabilities = softmax(calibration.apply(scores))
    curve = risk_curve(probabilities, labels)

    features, weights, bias = learn(np.ones(len(rows), dtype=bool))
    bias = calibration.apply(bias[None, :])[0]
    final = (features, (weights * calibration.scale).astype(np.float32), bias.astype(np.float32))
    about: dict[str, Any] = {
        "format": registry.FORMAT,
        "labels": list(LABELS),
        "tokenizer": {"dictionary": DICTIONARY, "engine": identity(engine)},
        "features": dict(SETTINGS),
        "calibration": {**asdict(calibration), "none_prior": NONE_PRIOR},
        "routing": {"precision": PRECISION, "threshold": threshold_at(curve, PRECISION), "curve": curve},
        "data": {"rows": len(rows), "sha256": corpus.fingerprint(rows)},
    }
    about["hash"] = registry.content_hash(registry.arrays_of(*final), about)
    about["version"] = f"{SERIES}-{about['hash'][:8]}"
    made = suggestions(probabilities, about["routing"]["threshold"], about["version"])
    return Trained(registry.Model(*final, about), figures(rows, made))


def suggestions(probabilities: Doubles, threshold: float, version: str) -> list[Suggestion]:
    """Probabilities (rows, 9) as the suggestions that a desk would have seen."""
    made = []
    for *eight, none in probabilities.tolist():
        ranked = tuple(sorted(zip(DOMAINS, eight, strict=True), key=lambda pair: -pair[1]))
        domain, confidence = ranked[0]
        queue = domain if confidence >= threshold else TRIAGE
        made.append(Suggestion(domain, confidence, ranked, none, queue, version))
    return made


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
    print(f"{len(rows)} messages, {sum(row.domain == NONE for row in rows)} of them of no domain; training …")
    trained = train(rows)
    registry.save(options.out, trained.model)
    metrics = {"out_of_fold": {key: round(value, 4) for key, value in asdict(trained.figures).items()}}
    registry.replace(
        options.out / "metrics.json", (json.dumps(metrics, ensure_ascii=False, indent=1) + "\n").encode()
    )
    registry.replace(options.out / "card.md", card(rows, trained.model, trained.figures).encode())
    print(f"{trained.model.about['version']} written to {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
