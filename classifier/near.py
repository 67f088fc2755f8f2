"""Finds messages that are nearly the same, in time that grows with their number and not with its square.

Every text is a set of hashed runs of five characters. Min-wise hashes of the sets are laid into bands; texts that
agree in a whole band are compared in full. A pair that is alike by just a half is overlooked once in three thousand
times (once in fifteen from 20,000 texts on, where fewer bands are kept), closer pairs hardly ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

NEAR: Final = 0.5
GRAM: Final = 5
ROWS: Final = 3
BANDS: Final = 60
# Fewer where there are many texts.
MANY: Final = 20_000
BANDS_OF_MANY: Final = 20
# In a heap of texts that agree in a band each is compared with so many that follow it: enough to chain them.
REACH: Final = 30
# Signatures that agree this much less than wanted are not worth a full comparison.
SLACK: Final = 0.2
_CHUNK: Final = 500

Grams = NDArray[np.uint32]
Pairs = NDArray[np.int64]

_POWERS: Final = np.array([pow(0x9E3779B97F4A7C15, power, 1 << 64) for power in range(GRAM)], dtype=np.uint64)
_MIX: Final = np.uint64(0xBF58476D1CE4E5B9)


def grams(text: str) -> Grams:
    """The hashed 5-grams of a normalised text without its spaces, each once, sorted; never empty."""
    codes = np.frombuffer(text.replace(" ", "").encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if len(codes) < GRAM:
        codes = np.pad(codes, (0, GRAM - len(codes)))
    wide = codes.astype(np.uint64)
    last = len(wide) - GRAM + 1
    total = np.zeros(last, dtype=np.uint64)
    for place, power in enumerate(_POWERS):
        total += wide[place : place + last] * power
    total ^= total >> np.uint64(30)
    return np.unique(((total * _MIX) >> np.uint64(32)).astype(np.uint32))


def signatures(sets: Sequence[Grams], hashes: int) -> NDArray[np.uint32]:
    """The least value of each set under each of the hash functions; shape (texts, hashes)."""
    chance = np.random.default_rng(5)
    factors = chance.integers(1, 1 << 32, hashes, dtype=np.uint64).astype(np.uint32) | np.uint32(1)
    moves = chance.integers(0, 1 << 32, hashes, dtype=np.uint64).astype(np.uint32)
    found = np.empty((len(sets), hashes), dtype=np.uint32)
    for start in range(0, len(sets), _CHUNK):
        chunk = sets[start : start + _CHUNK]
        joined = np.concatenate(chunk)
        joined ^= joined >> np.uint32(15)
        starts = np.cumsum([0, *(len(one) for one in chunk[:-1])])
        for number in range(hashes):
            hashed = joined * factors[number] + moves[number]
            found[start : start + _CHUNK, number] = np.minimum.reduceat(hashed, starts)
    return found


def candidates(signed: NDArray[np.uint32], near: float) -> Pairs:
    """Pairs that agree in a band and in enough of their signatures; shape (pairs, 2), the earlier first, sorted."""
    size = len(signed)
    found = np.empty(0, dtype=np.int64)
    for start in range(0, signed.shape[1], ROWS):
        keys = np.zeros(size, dtype=np.uint64)
        for column in range(start, start + ROWS):
            keys = keys * _POWERS[1] + signed[:, column]
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        met = [found]
        for step in range(1, min(REACH, size - 1) + 1):
            same = np.flatnonzero(keys[step:] == keys[:-step])
            if not len(same):
                break
            met.append(order[same] * size + order[same + step])
        found = np.unique(np.concatenate(met))
    pairs = np.stack((found // max(size, 1), found % max(size, 1)), axis=1)
    kept = [
        (signed[chunk[:, 0]] == signed[chunk[:, 1]]).mean(axis=1) >= near - SLACK
        for chunk in np.array_split(pairs, len(pairs) // 10_000 + 1)
    ]
    likely: Pairs = pairs[np.concatenate(kept)]
    return likely


def _likeness(one: Grams, other: Grams) -> float:
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / (len(one) + len(other) - both)


def _candidates(sets: Sequence[Grams], near: float) -> Pairs:
    if len(sets) < 2:
        return np.empty((0, 2), dtype=np.int64)
    bands = BANDS if len(sets) <= MANY else BANDS_OF_MANY
    return candidates(signatures(sets, bands * ROWS), near)


def alike(sets: Sequence[Grams], near: float = NEAR) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts with a Jaccard likeness of at least `near`, by the later one's number.

    Of more than `REACH` texts that are all alike only some pairs are given; each text is in one of them.
    """
    pairs = _candidates(sets, near)
    for first, second in pairs[np.lexsort((pairs[:, 0], pairs[:, 1]))].tolist():
        likeness = _likeness(sets[first], sets[second])
        if likeness >= near:
            yield first, second, likeness


def groups_of(sets: Sequence[Grams], near: float = NEAR) -> list[int]:
    """For each text the number of the first text that it is alike to, directly or through others."""
    leader = list(range(len(sets)))

    def first_of(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for one, other in _candidates(sets, near).tolist():
        first, second = sorted((first_of(one), first_of(other)))
        if first != second and _likeness(sets[one], sets[other]) >= near:
            leader[second] = first
    return [first_of(number) for number in range(len(sets))]
