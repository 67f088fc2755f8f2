"""Where in a message each feature occurs: `features.count` once more, with places instead of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from classifier.align import Aligned, Span, align
from classifier.features import TITLE_WEIGHT, Cut
from classifier.tokens import runs

Part = Literal["title", "text"]


@dataclass(frozen=True, slots=True)
class Piece:
    """The title or the text, normalised; `offset` is the place of its first character in the whole message, and
    `words` the places of its words, none of which lies in another."""

    part: Part
    aligned: Aligned
    offset: int
    words: list[Span]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """For each occurrence of a feature: the feature, first and last place (in the whole message, end exclusive) and
    how often it counts. Signs of danger have no place and are not here."""

    pieces: list[Piece]
    words: list[tuple[str, int, int, int]]
    chars: list[tuple[str, int, int, int]]

    @property
    def length(self) -> int:
        """How many places there are."""
        return sum(len(piece.aligned.text) for piece in self.pieces)


def occurrences(title: str | None, text: str, cut: Cut) -> Occurrences:
    """All occurrences in a message; their counts add up to those of `count` but for the signs of danger."""
    found = Occurrences([], [], [])
    parts: tuple[tuple[Part, str | None, int], ...] = (("title", title, TITLE_WEIGHT), ("text", text, 1))
    for part, written, weight in parts:
        if written:
            aligned = align(written)
            piece = Piece(part, aligned, found.length, [])
            start = 0
            for run in runs(aligned.text):
                start = aligned.text.index(run, start)
                _add(found, piece, run, cut(run), start, weight)
                start += len(run)
            found.pieces.append(piece)
    return found


def _add(found: Occurrences, piece: Piece, run: str, tokens: list[str], start: int, weight: int) -> None:
    base = piece.offset + start
    placed, whole = places(run, tokens)
    piece.words.extend((start + first, start + last) for first, last in whole)
    there = list(zip(tokens, placed, strict=True))
    found.words.extend((token, base + first, base + last, weight) for token, (first, last) in there)
    found.words.extend(
        (f"{a} {b}", base + min(one[0], two[0]), base + max(one[1], two[1]), weight)
        for (a, one), (b, two) in pairwise(there)
    )
    found.chars.extend((char, base + at, base + at + 1, weight) for at, char in enumerate(run))
    found.chars.extend((a + b, base + at, base + at + 2, weight) for at, (a, b) in enumerate(pairwise(run)))


def places(run: str, tokens: list[str]) -> tuple[list[Span], list[Span]]:
    """The place of each token that search mode made of a run, and those of the whole words among them.

    Search mode gives the parts of a long word first, those of two characters, then those of three, each from left
    to right, and last the word. Read backwards that can't be misread: a part that the dictionary holds is always
    given, so a token that can be a part of the word at hand is one. Tokens that don't fit the run get the whole run.
    """
    spans: list[Span] = []
    words: list[Span] = []
    start, word, at, size = len(run), "", -1, 0
    for token in reversed(tokens):
        if len(token) != size:
            at = len(word)
        inside = word.rfind(token, 0, at + len(token) - 1) if 1 < len(token) < min(len(word), 4) else -1
        if inside >= 0 and not (size == 2 and len(token) == 3):
            at, size = inside, len(token)
            spans.append((start + at, start + at + len(token)))
            continue
        start, word, size = start - len(token), token, 0
        if start < 0 or not run.startswith(token, start):
            return [(0, len(run))] * len(tokens), []
        spans.append((start, start + len(token)))
        words.append(spans[-1])
    return spans[::-1], words[::-1]
