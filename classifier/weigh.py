"""How much each character of a message speaks for a label.

A score is a sum over features, so it can be shared out exactly: each feature's part over its occurrences, each
occurrence's over the characters it covers. What the topics add to a label's score is no sum but log Σ exp; with p the
softmax of the topics' scores t it equals Σ p·t plus the entropy of p, so that p weighs the topics' features and nothing
is lost.

A label is held against the others by how near they came, half as sharply as their probabilities. Against their plain
mean a word counts that speaks still more for the runner-up ("doctor" for social security); against the runner-up
alone, words that speak for both hardly do ("health insurance" beside medicine).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classifier.align import NOWHERE
from classifier.features import Block, Features, count
from classifier.heads import Layout
from classifier.occurrences import Occurrences, occurrences
from classifier.predict import Classifier

Doubles = NDArray[np.float64]

SHARPNESS: Final = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Weighing:
    """`margin` is the label's score less its rivals', weighed together; it is `rest` plus all of `places`.

    `places` has one weight for each character of the normalised parts in `occurrences`, 0 where nobody wrote that
    character. `rest` is what no character can answer for: bias, entropy, signs of danger, placeholders.
    """

    label: str
    margin: float
    rest: float
    places: Doubles
    occurrences: Occurrences

    def characters(self, part: str, written: str) -> Doubles:
        """The weight of each character of the title or text as written; shape (characters,)."""
        found = np.zeros(len(written) + 1)
        for piece in self.occurrences.pieces:
            if piece.part == part and piece.aligned.spans:
                starts, ends = np.array(piece.aligned.spans).T
                each = self.places[piece.offset : piece.offset + len(starts)] / np.maximum(ends - starts, 1)
                written_by = starts >= 0
                found += _spread(starts[written_by], ends[written_by], each[written_by], len(written))
        return found.cumsum()[:-1]


def weigh(classifier: Classifier, title: str | None, text: str, label: str | None = None) -> Weighing:
    """Share out the score of a label, by default the likeliest of all; ValueError if the model has no such label."""
    model = classifier.model
    layout, labels = model.layout, model.layout.scheme.labels
    topic_weight = float(model.about["calibration"]["topic_weight"])
    columns, values = model.features.vector(count(title, text, classifier.cut))
    weights = model.weights[columns]
    scores = (model.bias + values @ weights).astype(np.float64)
    own = np.asarray(layout.domain_scores(scores, topic_weight), dtype=np.float64)
    if label is not None and label not in labels:
        raise ValueError(f"the model has no label {label!r} (it has {' '.join(labels)})")
    number = int(own.argmax()) if label is None else labels.index(label)
    signs = against(own, number)
    parts = values * (weights @ _direction(layout, scores, topic_weight, signs))
    found = occurrences(title, text, classifier.cut)
    places = _placed(model.features, found, dict(zip(columns.tolist(), parts.tolist(), strict=True)))
    margin = float(own @ signs)
    return Weighing(labels[number], margin, margin - float(places.sum()), places, found)


def against(own: Doubles, number: int) -> Doubles:
    """1 for a label, and for the others shares of -1, the nearer to it the larger; shape (labels,)."""
    rivals = np.delete(own, number)
    # The label itself may lie far above them, where exp would overflow.
    signs: Doubles = np.exp(np.minimum(own - rivals.max(), 0) * SHARPNESS)
    signs[number] = 0
    signs /= -signs.sum()
    signs[number] = 1
    return signs


def _direction(layout: Layout, scores: Doubles, topic_weight: float, signs: Doubles) -> NDArray[np.float32]:
    """How the margin grows with every column's score; shape (width,)."""
    columns = np.zeros(layout.width, dtype=np.float32)
    columns[layout.domain] = signs
    if layout.topics and topic_weight:
        topics = scores[layout.topic]
        shares = np.exp(topics - layout.gathered(topics)[layout.owner])
        columns[layout.topic] = topic_weight * signs[layout.owner] * shares
    return columns


def _placed(features: Features, found: Occurrences, parts: dict[int, float]) -> Doubles:
    """What each column adds, laid on the characters; shape (places,)."""
    places = _laid(features.words, found.words, parts, found.length)
    places += _laid(features.chars, found.chars, parts, found.length)
    weights = places.cumsum()[:-1]
    spans = [span for piece in found.pieces for span in piece.aligned.spans]
    weights[[span == NOWHERE for span in spans]] = 0
    return weights


def _laid(
    block: Block, terms: list[tuple[str, int, int, int]], parts: dict[int, float], length: int
) -> Doubles:
    """One vocabulary's share, as differences from each place to the next; shape (places + 1,)."""
    known = [
        (block.columns[term] + block.start, first, last, number)
        for term, first, last, number in terms
        if term in block.columns
    ]
    if not known:
        return np.zeros(length + 1)
    columns, firsts, lasts, counts = np.array(known).T
    totals = np.bincount(columns, counts)
    shares = np.array([parts[column] for column in columns.tolist()])
    return _spread(firsts, lasts, shares * counts / totals[columns] / (lasts - firsts), length)


def _spread(starts: NDArray[np.intp], ends: NDArray[np.intp], each: Doubles, length: int) -> Doubles:
    """`each` from start to end, as differences from each place to the next; shape (length + 1,)."""
    up: Doubles = np.bincount(starts, each, length + 1).astype(np.float64, copy=False)
    up -= np.bincount(ends, each, length + 1)
    return up
