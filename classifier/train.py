"""Trains a model from labelled messages; `python -m classifier.train`, also `make model`, makes the shipped one."""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from classifier import corpus, learners, learners_many, registry
from classifier.calibration import Calibration, calibrate, prior_weights, risk_curve, urgency
from classifier.card import card
from classifier.corpus import Row
from classifier.counting import MOST_TERMS, Documents, Vocabulary
from classifier.errors import CorpusError
from classifier.evaluate import Figures, figures, measure, read
from classifier.features import SETTINGS, Floats
from classifier.folds import FOLDS, deal, held_out
from classifier.heads import Layout, softmax
from classifier.labels import GUIDE, NONE, Scheme
from classifier.learners import TOPIC_SHARE, Doubles, Learnt, labels_of
from classifier.learners_many import MANY
from classifier.near import groups_of
from classifier.predict import Classifier, Suggestion, suggestion, threshold_at
from classifier.reading import read_all
from classifier.tokens import DICTIONARY, Engine, default_engine, identity

SERIES: Final = "2026.11"
# On the hard messages of the corpus; on real ones the same threshold gave 0.97 (docs/classifier.md).
PRECISION: Final = 0.93
NONE_PRIOR: Final = 0.5

# A model has at most so many weights, whatever its labels: 15 MB on the disk.
MOST_WEIGHTS: Final = 5_400_000
# A weight keeps so many bits behind its leading one: one part in 16,000, and a third less on the disk.
BITS: Final = 13

Fit = Callable[[sp.csr_matrix, Sequence[Row], Layout], Learnt]
# Called with the stage that begins and the share of the work that is done.
Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Trained:
    """A model, what it makes of its own rows out of fold (in their order; None for a row that was not held
    out), and the figures of that."""

    model: registry.Model
    guesses: list[Suggestion | None]
    figures: Figures


def check(rows: Sequence[Row], scheme: Scheme) -> None:
    """CorpusError if a row has a label that the scheme has not, or a label too few rows to be judged by."""
    problems = []
    for number, row in enumerate(rows, 1):
        where = row.where or f"row {number}"
        if unknown := [label for label in (row.domain, *row.accept) if label not in scheme.labels]:
            problems.append(f"{where}: label {unknown[0]!r} is not one of {' '.join(scheme.labels)}")
        elif row.topic and scheme.topics and row.topic not in scheme.topics[row.domain]:
            problems.append(f"{where}: topic {row.topic!r} is not one of {row.domain}")
        elif row.kind and scheme.kinds and row.kind not in scheme.kinds:
            problems.append(f"{where}: type {row.kind!r} is not one of {' '.join(scheme.kinds)}")
        elif not (math.isfinite(row.weight) and row.weight > 0):
            problems.append(f"{where}: weight {row.weight!r} is not a positive number")
    seen = {row.domain for row in rows}
    problems += [f"{label}: no rows to learn from" for label in scheme.labels if label not in seen]
    if problems:
        raise CorpusError(problems)


def train(
    rows: Sequence[Row],
    engine: Engine | None = None,
    *,
    scheme: Scheme = GUIDE,
    precision: float = PRECISION,
    prior: float = NONE_PRIOR,
    progress: Progress | None = None,
    like: registry.Model | None = None,
) -> Trained:
    """Learn from the rows; calibration, thresholds and figures come from out-of-fold predictions.

    `prior` is the share of the traffic that belongs to no domain. Near-duplicates are never in two folds. With
    `like`, a model of the same scheme, its calibration and thresholds are taken over and no folds are made: five
    times as fast, without guesses and figures. CorpusError if the rows don't suit the scheme.
    """
    if not 0 < prior < 1:
        raise ValueError(f"prior must lie between 0 and 1, for example 0.5, not {prior!r}")
    if like is not None and like.layout.scheme != scheme:
        raise ValueError("the model whose calibration is taken over has other labels")
    check(rows, scheme)
    said = progress or (lambda _stage, _share: None)
    engine = engine or default_engine()
    layout = Layout.of(scheme)
    labels = labels_of(rows, scheme)
    said("count", 0.0)
    read = read_all([(row.title, row.text) for row in rows], engine, lambda share: said("count", 0.1 * share))
    documents = Documents.of(read)
    sets = read.grams
    del read
    fit, topic_share = _way(len(rows), documents, layout)
    # Of very many messages one fifth says as much as all five.
    parts = 1 if len(rows) >= MANY else FOLDS

    # Of a danger that the text tells of the title may know nothing, and the other way round.
    calm = [dataclasses.replace(row, urgent=None) for row in rows]

    def learn(kept: NDArray[np.bool_]) -> tuple[Vocabulary, Doubles, Doubles]:
        chosen = np.flatnonzero(kept[documents.owner])
        vocabulary = documents.fit(kept, min(MOST_TERMS, MOST_WEIGHTS // layout.width))
        vectors = documents.matrix(vocabulary, chosen)
        said = [
            rows[owner] if document < documents.rows else calm[owner]
            for document, owner in zip(chosen.tolist(), documents.owner[chosen].tolist(), strict=True)
        ]
        return vocabulary, *fit(vectors, said, layout)

    guessed = np.zeros(len(rows), dtype=bool)
    scores = np.zeros((len(rows), layout.width))
    if like is None:
        said("alike", 0.1)
        turn = deal(labels, groups_of(sets))
        for number, held in enumerate(held_out(turn, parts)):
            said(f"fold {number + 1} of {parts}", 0.15 + 0.85 * number / (parts + 1))
            vocabulary, weights, bias = learn(~held)
            scores[held] = documents.matrix(vocabulary, np.flatnonzero(held)) @ weights + bias
            guessed |= held
    judged = [row for row, held in zip(rows, guessed, strict=True) if held]
    scores = scores[guessed]
    settled = (
        _settled(layout, judged, scores, precision, prior, topic_share)
        if like is None
        else _taken_over(like, precision)
    )
    calibration = Calibration(settled["calibration"]["scale"], settled["calibration"]["shift"])
    topic_weight = settled["calibration"]["topic_weight"]

    said("final fit", 0.15 + 0.85 * parts / (parts + 1))
    vocabulary, weights, bias = learn(np.ones(len(rows), dtype=bool))
    weights[:, layout.domain] *= calibration.scale
    bias[layout.domain] = calibration.apply(bias[None, layout.domain])[0]
    final = (vocabulary.features, _short(weights.astype(np.float32)), bias.astype(np.float32))
    about: dict[str, Any] = {
        "format": registry.FORMAT,
        "scheme": scheme.as_json(),
        "tokenizer": {"dictionary": DICTIONARY, "engine": identity(engine)},
        "features": dict(SETTINGS),
        **settled,
        "data": {"rows": len(rows), "sha256": corpus.fingerprint(rows)},
    }
    about["hash"] = registry.content_hash(registry.arrays_of(*final), about)
    about["version"] = f"{SERIES}-{about['hash'][:8]}"
    threshold = about["routing"]["threshold"]
    made = [suggestion(row, layout, topic_weight, threshold, about["version"]) for row in scores]
    in_order = iter(made)
    said("done", 1.0)
    return Trained(
        registry.Model(layout, *final, about),
        [next(in_order) if held else None for held in guessed],
        figures(judged, made, about["urgency"]["threshold"], scheme.none),
    )


def _short(weights: Floats) -> Floats:
    """The weights rounded to `BITS` bits: the zeros that end them need no room when packed."""
    cut = 23 - BITS
    raw = np.ascontiguousarray(weights).view(np.uint32)
    rounded: Floats = ((raw + (1 << (cut - 1))) >> cut << cut).astype(np.uint32).view(np.float32)
    return rounded


def _way(rows: int, documents: Documents, layout: Layout) -> tuple[Fit, float]:
    """How to learn, and the share of the topics in the domain: many rows or many labels need another way."""
    terms = min(documents.words.shape[1] + documents.chars.shape[1], MOST_TERMS)
    widest = max(len(layout.scheme.labels), len(layout.topics))
    if rows >= MANY or terms * widest > learners_many.MOST_NUMBERS:
        return learners_many.fit, 0.0
    return learners.fit, TOPIC_SHARE


def _settled(
    layout: Layout, rows: Sequence[Row], scores: Doubles, precision: float, prior: float, topic_share: float
) -> dict[str, Any]:
    """Calibration, curve and thresholds from out-of-fold scores, which are calibrated in place."""
    scheme = layout.scheme
    labels = labels_of(rows, scheme)
    weights = prior_weights(labels, np.array([row.weight for row in rows]), scheme, prior)
    calibration = calibrate(layout.domain_scores(scores, topic_share), labels, weights, scheme)
    scores[:, layout.domain] = calibration.apply(scores[:, layout.domain])
    topic_weight = calibration.scale * topic_share
    probabilities = softmax(layout.domain_scores(scores, topic_weight))
    curve = risk_curve(probabilities, rows, labels, weights, scheme)
    return {
        "calibration": {**asdict(calibration), "topic_weight": topic_weight, "none_prior": prior},
        "routing": {"precision": precision, "threshold": threshold_at(curve, precision), "curve": curve},
        "urgency": urgency(layout.urgent_probabilities(scores), rows),
    }


def _taken_over(model: registry.Model, precision: float) -> dict[str, Any]:
    curve = model.about["routing"]["curve"]
    return {
        "calibration": model.about["calibration"],
        "routing": {"precision": precision, "threshold": threshold_at(curve, precision), "curve": curve},
        "urgency": model.about["urgency"],
    }


def _shown(stage: str, share: float) -> None:
    print(f"{share:4.0%}  {stage}", file=sys.stderr)


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
    trained = train(learnt, progress=_shown)
    registry.save(options.out, trained.model)
    classifier = Classifier(trained.model)
    kept_back, exam = measure(classifier, frozen), measure(classifier, read(corpus.EXAM))
    metrics = {
        name: {key: None if math.isnan(value) else round(value, 4) for key, value in asdict(found).items()}
        for name, found in (("out_of_fold", trained.figures), ("frozen", kept_back), ("urgency_exam", exam))
    }
    registry.replace(
        options.out / "metrics.json", (json.dumps(metrics, ensure_ascii=False, indent=1) + "\n").encode()
    )
    registry.replace(
        options.out / "card.md", card(learnt, trained.model, trained.figures, kept_back, exam).encode()
    )
    print(f"{trained.model.about['version']} written to {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
