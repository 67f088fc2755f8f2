"""Which unlabelled message is worth a person's word most: one that the model is unsure of and that is new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from classifier.predict import Classifier

# So many of the least sure are looked at closely: a vector costs half a millisecond.
LOOKED_AT: Final = 60

Sparse = dict[int, float]


def _vector(classifier: Classifier, text: str) -> Sparse:
    columns, values = classifier.vector(None, text)
    length = float((values @ values) ** 0.5) or 1.0
    return dict(zip(columns.tolist(), (values / length).tolist(), strict=True))


def _likeness(a: Sparse, b: Sparse) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(value * large.get(column, 0.0) for column, value in small.items())


def most_useful(
    classifier: Classifier, candidates: Sequence[tuple[int, str, float]], known: Sequence[str]
) -> int | None:
    """The id of the candidate (id, text, doubt from 0 to 1) whose label teaches most; None without candidates.

    Doubt counts as much as novelty against `known`, the texts labelled last.
    """
    unsure = sorted(candidates, key=lambda candidate: -candidate[2])[:LOOKED_AT]
    seen = [_vector(classifier, text) for text in known]
    best, highest = None, -1.0
    for number, text, doubt in unsure:
        own = _vector(classifier, text)
        novelty = 1 - max((_likeness(own, other) for other in seen), default=0.0)
        if doubt * novelty > highest:
            best, highest = number, doubt * novelty
    return best
