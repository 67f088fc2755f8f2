"""Cases that say nearly the same: the twin of a complaint, or one that was answered before.

Likeness is the cosine over pairs of neighbouring characters, weighted by how rare they are. Pairs that the model has
never seen count most: they are the names of streets, compounds and companies that tell one complaint from the next.
That is why this is not the classifier's vector, whose vocabulary ends with the corpus, and no words are cut.

The search is exact up to `MOST_ENTRIES`: every pair has the list of its cases, and the lists of a query's pairs are
added up. One thread at a time; there are no locks.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classifier.features import SHORTEST, TITLE_WEIGHT, Features
from classifier.normalise import normalise
from classifier.tokens import runs

# Two pairs in one bucket of so many are taken for the same; that costs nothing that can be measured.
BUCKETS: Final = 1 << 21
# An entry is a case's place and, in its last bits, how often the pair occurs there.
_BITS: Final = 4
_OFTEN: Final = (1 << _BITS) - 1
# The commonest pairs of a very long query are left out beyond so many entries.
MOST_ENTRIES: Final = 600_000
LEAST: Final = 0.3
UNSEEN_IN: Final = 5_000.0  # messages, where there is no model to say how many it learnt from
_CHUNK: Final = 1 << 20

_WEIGHTS: Final = np.array([0.0, *(1 + math.log(number) for number in range(1, _OFTEN + 1))])

Case = tuple[int, str | None, str]
Doubles = NDArray[np.float64]
Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Cases read for `Likeness.settle`: their numbers, how many pairs each has, the pairs, how often each occurs."""

    numbers: tuple[int, ...]
    sizes: tuple[int, ...]
    buckets: NDArray[np.int32]
    often: NDArray[np.uint8]


def gather(cases: Iterable[Case]) -> Gathered:
    """Read some of the cases that are loaded together: the slow part of it, in portions as small as one likes."""
    numbers, sizes = [], []
    columns, times = [np.empty(0, dtype=np.int32)], [np.empty(0, dtype=np.uint8)]
    for number, title, text in cases:
        buckets, often = _pairs(title, text)
        numbers.append(number)
        sizes.append(len(buckets))
        columns.append(buckets.astype(np.int32))
        times.append(often.astype(np.uint8))
    return Gathered(tuple(numbers), tuple(sizes), np.concatenate(columns), np.concatenate(times))


class Likeness:
    """Cases by their numbers. About 200 bytes a case and four for each of its pairs of characters."""

    def __init__(self, features: Features | None = None) -> None:
        """`features` say how rare a pair is before there are cases to count; without them all are equally rare."""
        nothing = np.zeros(BUCKETS, dtype=np.float32), UNSEEN_IN
        self._known, self._documents = nothing if features is None else _rows_of(features)
        self._forget()
        self._weigh(np.zeros(BUCKETS, dtype=np.float32), 0)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, number: int) -> bool:
        return number in self._places

    def load(self, cases: Iterable[Case]) -> None:
        """Put these cases in the place of all others, and count anew how rare each pair is.

        The count is kept until the next `load`, so that likeness does not drift while cases are added.
        """
        self.settle([gather(cases)])

    def settle(self, parts: Sequence[Gathered]) -> None:
        """The same with cases that were gathered before, in parts."""
        self._forget()
        for part in parts:
            for number in part.numbers:
                self._places[number] = len(self._numbers)
                self._numbers.append(number)
        if not self._numbers:
            return
        sizes = np.fromiter((size for part in parts for size in part.sizes), dtype=np.int32)
        places = np.repeat(np.arange(len(sizes), dtype=np.uint32), sizes)
        entries = (places << _BITS) | np.concatenate([part.often for part in parts])
        flat = np.concatenate([part.buckets for part in parts])
        del places
        order = np.argsort(flat, kind="stable")
        flat, entries = flat[order], entries[order]
        del order
        counts = np.bincount(flat, minlength=BUCKETS)
        self._weigh(counts.astype(np.float32), len(self._numbers))
        squares = np.zeros(len(self._numbers))
        for start in range(0, len(flat), _CHUNK):
            part = entries[start : start + _CHUNK]
            weights = _WEIGHTS[part & _OFTEN] * self._rarity[flat[start : start + _CHUNK]]
            squares += np.bincount(part >> _BITS, weights**2, len(squares))
        self._shares = array("d", (1 / np.maximum(np.sqrt(squares), SHORTEST)).tobytes())
        for place, number in enumerate(self._numbers):
            if self._places[number] != place:  # given twice: the last holds
                self._shares[place] = 0.0
        ends = counts.cumsum()
        for bucket in np.flatnonzero(counts).tolist():
            own = entries[ends[bucket] - counts[bucket] : ends[bucket]]
            self._lists[bucket] = array("I", own.tobytes())

    def add(self, number: int, title: str | None, text: str) -> None:
        """A case to be found from now on; what was known under its number is forgotten."""
        self.discard(number)
        buckets, often = _pairs(title, text)
        place = len(self._numbers)
        for bucket, times in zip(buckets.tolist(), often.tolist(), strict=True):
            entries = self._lists[bucket]
            if entries is None:
                entries = self._lists[bucket] = array("I")
            entries.append((place << _BITS) | times)
        self._shares.append(1 / self._length(buckets, often))
        self._numbers.append(number)
        self._places[number] = place

    def discard(self, number: int) -> None:
        """Forget a case if it is known. Its entries stay until the next `load` but lead nowhere."""
        place = self._places.pop(number, None)
        if place is not None:
            self._shares[place] = 0.0

    def similar(
        self,
        title: str | None,
        text: str,
        k: int = 5,
        least: float = LEAST,
        besides: Collection[int] = (),
    ) -> list[tuple[int, float]]:
        """The `k` likest cases with their likeness from `least` to 1, the likest first, none of `besides`.

        A text of a few characters is like nothing much, even where it is the same.
        """
        buckets, often = _pairs(title, text)
        lists = [self._lists[bucket] for bucket in buckets.tolist()]
        sizes = np.array([len(entries) if entries else 0 for entries in lists], dtype=np.intp)
        order = np.argsort(sizes, kind="stable")
        kept = order[(sizes[order] > 0) & (sizes[order].cumsum() <= MOST_ENTRIES)]
        if not len(kept) or k < 1:
            return []
        views = [np.frombuffer(entries, dtype=np.uint32) for place in kept if (entries := lists[place])]
        flat = np.concatenate(views)
        del views  # a list can't grow while something looks at it
        weights = (_WEIGHTS[often] * self._rarity[buckets] ** 2)[kept]
        each = np.repeat(weights, sizes[kept])
        times = flat & _OFTEN
        several = np.flatnonzero(times > 1)
        each[several] *= _WEIGHTS[times[several]]
        found: Doubles = np.bincount(flat >> _BITS, each, len(self._numbers)).astype(np.float64, copy=False)
        found *= np.frombuffer(self._shares)
        found /= self._length(buckets, often)
        return list(self._best(found, k, max(least, 1e-9), besides))

    def between(self, title: str | None, text: str, other: str) -> float:
        """How much two texts share, 0 to 1: a complaint with its title, say, and the reply to it."""
        (here, here_often), (there, there_often) = _pairs(title, text), _pairs(None, other)
        both, left, right = np.intersect1d(here, there, assume_unique=True, return_indices=True)
        weights = _WEIGHTS[here_often[left]] * _WEIGHTS[there_often[right]] * self._rarity[both] ** 2
        shared = float(weights.sum()) / (self._length(here, here_often) * self._length(there, there_often))
        return min(1.0, shared)

    def _best(
        self, found: Doubles, k: int, least: float, besides: Collection[int]
    ) -> Iterator[tuple[int, float]]:
        places = np.flatnonzero(found >= least)
        most = k + len(besides)
        if len(places) > most:
            places = places[np.argpartition(-found[places], most - 1)[:most]]
        ranked = places[np.lexsort((places, -found[places]))].tolist()
        numbers = (self._numbers[place] for place in ranked)
        kept = [
            (number, place) for number, place in zip(numbers, ranked, strict=True) if number not in besides
        ]
        for number, place in kept[:k]:
            yield number, min(1.0, float(found[place]))

    def _length(self, buckets: NDArray[np.intp], often: NDArray[np.intp]) -> float:
        length = float(np.linalg.norm(_WEIGHTS[often] * self._rarity[buckets]))
        return max(length, SHORTEST)

    def _forget(self) -> None:
        self._lists: list[array[int] | None] = [None] * BUCKETS
        self._numbers: array[int] = array("q")
        # One over the length of each case's vector, 0 for one that is forgotten.
        self._shares = array("d")
        self._places: dict[int, int] = {}

    def _weigh(self, counts: NDArray[np.float32], cases: int) -> None:
        """How rare every pair is among the cases and the messages that the model learnt from together."""
        together = (1 + self._documents + cases) / (1 + self._known + counts)
        self._rarity = (np.log(together) + 1).astype(np.float32)


def _rows_of(features: Features) -> tuple[NDArray[np.float32], float]:
    """In how many messages of the corpus each pair was, read off its weight, and of how many; shape (BUCKETS,)."""
    known = np.zeros(BUCKETS, dtype=np.float32)
    terms = [(term, number) for term, number in features.chars.columns.items() if len(term) == 2]
    if not terms:
        return known, 0.0
    idf = features.chars.idf[[number for _, number in terms]]
    # The rarest term of a vocabulary occurs twice.
    documents = 3 * math.exp(float(idf.max()) - 1) - 1
    buckets = _buckets(np.array([[ord(term[0]), ord(term[1])] for term, _ in terms], dtype=np.uint32).T)
    np.maximum.at(known, buckets, (1 + documents) / np.exp(idf - 1) - 1)
    return known, documents


def _pairs(title: str | None, text: str) -> Pairs:
    """Buckets of the pairs of characters, each once, and how often each occurs; a title counts double."""
    found = []
    for part, weight in ((title, TITLE_WEIGHT), (text, 1)):
        if part:
            letters = np.frombuffer(" ".join(runs(normalise(part))).encode("utf-32-le"), dtype=np.uint32)
            whole = (letters[:-1] != 32) & (letters[1:] != 32)
            pairs = _buckets(np.stack((letters[:-1][whole], letters[1:][whole])))
            found += [pairs] * weight
    if not found:
        return np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp)
    buckets, often = np.unique(np.concatenate(found), return_counts=True)
    return buckets, np.minimum(often, _OFTEN)


def _buckets(pairs: NDArray[np.uint32]) -> NDArray[np.intp]:
    """The same bucket for the same pair in every process; `pairs` has shape (2, number)."""
    mixed = pairs[0] * np.uint32(0x9E3779B1) + pairs[1] * np.uint32(0x85EBCA6B)
    mixed ^= mixed >> np.uint32(15)
    buckets: NDArray[np.intp] = (mixed * np.uint32(0x2C1B3C6D) >> np.uint32(11)).astype(np.intp)
    return buckets
