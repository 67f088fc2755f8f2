"""Which characters of a message each character of its normalised text stands for.

`normalise` changes lengths: NFKC joins and expands characters, invisible ones go, numbers and greetings are
replaced, the middle of a long text is cut. Here the same steps are taken once more with a map carried along. The
map is only ever a convenience for showing things, so where a step can't be followed for certain its characters
are mapped nowhere instead of somewhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from re import Match, Pattern
from typing import Final

from classifier.normalise import HEAD, REPLACEMENTS, TAIL, normalise, simplify, visible

Span = tuple[int, int]
NOWHERE: Final[Span] = (-1, -1)


@dataclass(frozen=True, slots=True)
class Aligned:
    """A normalised text; `spans` has one [start, end) of the text as written for each of its characters.

    Characters that nobody wrote, such as the `0` in place of a number, are `NOWHERE`. Starts never fall; several
    characters may share a span where one was written, or several were written that NFKC takes together.
    """

    text: str
    spans: list[Span]


def align(text: str) -> Aligned:
    """`normalise(text)` with the map back to `text`; never raises."""
    found = _clip(Aligned(text, [(place, place + 1) for place in range(len(text))]))
    found = _clip(_compose(found))
    if not found.text.isprintable():
        found = _each(found, visible)
    found = _same_length(found, simplify(found.text))
    found = _lower(found)
    for pattern, put in REPLACEMENTS:
        found = _replace(found, pattern, put)
    wanted = normalise(text)
    return found if found.text == wanted else Aligned(wanted, [NOWHERE] * len(wanted))


def _clip(found: Aligned) -> Aligned:
    if len(found.text) <= HEAD + TAIL:
        return found
    return Aligned(
        f"{found.text[:HEAD]}\n{found.text[-TAIL:]}", [*found.spans[:HEAD], NOWHERE, *found.spans[-TAIL:]]
    )


def _each(found: Aligned, change: Callable[[str], str]) -> Aligned:
    """Every character changed by itself; what one character becomes shares its span."""
    pieces = [change(char) for char in found.text]
    spans = [span for piece, span in zip(pieces, found.spans, strict=True) for _ in piece]
    return Aligned("".join(pieces), spans)


def _same_length(found: Aligned, text: str) -> Aligned:
    """A text that takes the place of another of its length; otherwise nothing is known of where it came from."""
    return Aligned(text, found.spans if len(text) == len(found.text) else [NOWHERE] * len(text))


def _lower(found: Aligned) -> Aligned:
    lower = found.text.lower()
    if len(lower) == len(found.text):
        return Aligned(lower, found.spans)
    return _same_length(_each(found, str.lower), lower)


@lru_cache(maxsize=4096)
def _compatible(char: str) -> str:
    return unicodedata.normalize("NFKC", char)


def _compose(found: Aligned) -> Aligned:
    """NFKC: character by character where that comes to the same, otherwise group by group."""
    whole = unicodedata.normalize("NFKC", found.text)
    alone = _each(found, _compatible)
    if alone.text == whole:
        return alone
    starts = [place for place, char in enumerate(found.text) if not place or _begins(char)]
    pieces: list[str] = []
    spans: list[Span] = []
    for start, end in pairwise([*starts, len(found.text)]):
        pieces.append(unicodedata.normalize("NFKC", found.text[start:end]))
        joined = (found.spans[start][0], found.spans[end - 1][1])
        spans += [joined if NOWHERE not in found.spans[start:end] else NOWHERE] * len(pieces[-1])
    return _same_length(Aligned("".join(pieces), spans), whole)


@lru_cache(maxsize=4096)
def _begins(char: str) -> bool:
    """Whether no character before this one can join with it: it isn't a mark, nor the later part of a Hangul
    syllable."""
    first = unicodedata.normalize("NFKD", char)[0]
    return unicodedata.category(first)[0] != "M" and not "\u1100" <= first <= "\u11ff"


def _replace(found: Aligned, pattern: Pattern[str], put: str | Callable[[Match[str]], str]) -> Aligned:
    """`pattern.sub(put, text)`; what is put in place of something else was written by nobody."""
    pieces: list[str] = []
    spans: list[Span] = []
    last = 0
    for match in pattern.finditer(found.text):
        new = put if isinstance(put, str) else put(match)
        if new == match[0]:
            continue
        pieces += (found.text[last : match.start()], new)
        spans += found.spans[last : match.start()]
        spans += [NOWHERE] * len(new)
        last = match.end()
    if not pieces:
        return found
    return Aligned("".join(pieces) + found.text[last:], spans + found.spans[last:])
