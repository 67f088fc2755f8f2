"""Turns a title and a text into the sparse vector that model weights are multiplied with.

TF-IDF over words (single and in pairs, with the signs of danger) and over characters (single and in pairs), each
block of length 1. No scikit-learn here, so that serving needs no pickle and no matrix of one row; `counting` makes
the same vectors for many messages at once, in training.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classifier.danger import signs
from classifier.normalise import normalise
from classifier.tokens import runs

Cut = Callable[[str], list[str]]
Floats = NDArray[np.float32]
Counts = tuple[dict[str, int], dict[str, int]]

TITLE_WEIGHT: Final = 2
MIN_ROWS: Final = 2
# A vector shorter than this is not stretched to length 1: one known character is not a whole complaint.
SHORTEST: Final = 16.0
SETTINGS: Final[dict[str, float]] = {
    "word_ngrams": 2,
    "char_ngrams": 2,
    "title_weight": TITLE_WEIGHT,
    "shortest": SHORTEST,
}


def count(title: str | None, text: str, cut: Cut) -> Counts:
    """How often each word feature and each character feature occurs; the title counts double."""
    parts = [(normalise(part), weight) for part, weight in ((title, TITLE_WEIGHT), (text, 1)) if part]
    words = signs("\n".join(part for part, _ in parts))
    chars: list[str] = []
    for part, weight in parts:
        for run in runs(part):
            tokens = cut(run)
            words += (tokens + [f"{a} {b}" for a, b in pairwise(tokens)]) * weight
            chars += ([*run] + [a + b for a, b in pairwise(run)]) * weight
    return Counter(words), Counter(chars)


@dataclass(frozen=True, slots=True)
class Block:
    """One vocabulary with its inverse document frequencies; `start` is its first column in the whole."""

    columns: dict[str, int]
    idf: Floats
    start: int

    @classmethod
    def build(cls, terms: Sequence[str], idf: Floats, start: int) -> Block:
        return cls({term: number for number, term in enumerate(terms)}, idf, start)

    def vector(self, counts: dict[str, int]) -> tuple[NDArray[np.intp], Floats]:
        """Columns and values of one document: (1 + ln tf) · idf, scaled to length 1 (less if very short)."""
        columns = self.columns
        found = [(columns[term], number) for term, number in counts.items() if term in columns]
        if not found:
            return np.empty(0, dtype=np.intp), np.empty(0, dtype=np.float32)
        pairs = np.array(found, dtype=np.intp)
        where = pairs[:, 0]
        values = (1 + np.log(pairs[:, 1])).astype(np.float32) * self.idf[where]
        length = max(math.sqrt(float(values @ values)), SHORTEST)
        return where + self.start, values / np.float32(length)


@dataclass(frozen=True, slots=True)
class Features:
    """The word block and the character block; `size` columns in all."""

    words: Block
    chars: Block

    @property
    def size(self) -> int:
        return len(self.words.columns) + len(self.chars.columns)

    def vector(self, counts: Counts) -> tuple[NDArray[np.intp], Floats]:
        """Columns (each once) and values of one message, both blocks joined."""
        word_columns, word_values = self.words.vector(counts[0])
        char_columns, char_values = self.chars.vector(counts[1])
        return np.concatenate((word_columns, char_columns)), np.concatenate((word_values, char_values))
