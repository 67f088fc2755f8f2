"""Cleans and cuts many messages and holds them as arrays of numbers, in two processes where there are many.

A Python dictionary a message would fill the memory with a hundred thousand of them. Here each message becomes
stretches of numbers, of words and of characters; `counting` counts terms and pairs of terms from these.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import repeat
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classifier.danger import signs
from classifier.near import Grams, grams
from classifier.normalise import normalise
from classifier.tokens import Engine, cutter, runs

# Messages read in one go.
CHUNK: Final = 1_000
# From so many characters on a second process pays for its start.
TWO_PROCESSES: Final = 2_000_000

Numbers = NDArray[np.int32]
Message = tuple[str | None, str]


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Sequences of numbers laid end to end, each beginning with 0, which also stands between runs."""

    flat: Numbers
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, parts: Sequence[Numbers]) -> Stretches:
        return cls(_joined(parts), np.cumsum([len(part) for part in parts], dtype=np.int64))

    def take(self, chosen: NDArray[np.intp]) -> tuple[Numbers, NDArray[np.intp]]:
        """The chosen sequences end to end, and for each number the place of its sequence among the chosen."""
        starts = np.concatenate(([0], self.ends[:-1]))[chosen]
        sizes = self.ends[chosen] - starts
        owner = np.repeat(np.arange(len(chosen)), sizes)
        before = np.cumsum(sizes) - sizes
        return self.flat[np.repeat(starts - before, sizes) + np.arange(sizes.sum())], owner


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """Messages as numbers. Each has two sequences in `words` and `chars`, its title's (perhaps empty) and its
    text's; `marks` has three: the signs of danger of the whole, of the title alone and of the text alone."""

    table: list[str]
    words: Stretches
    marks: Stretches
    chars: Stretches
    titled: NDArray[np.bool_]
    grams: list[Grams]


def read(messages: Sequence[Message], engine: Engine) -> Read:
    """Clean and cut the messages; `table` has the word of each number, 0 being none."""
    cut = cutter(engine)
    # A word that is new gets the next number.
    table: defaultdict[str, int] = defaultdict()
    table.default_factory = table.__len__
    table[""] = 0
    words: list[Numbers] = []
    marks: list[Numbers] = []
    chars: list[str] = []
    alike: list[Grams] = []

    for title, text in messages:
        parts = [normalise(part) if part else "" for part in (title, text)]
        alike.append(grams("".join(parts)))
        for part in parts:
            found = runs(part)
            cuts = [0]
            for run in found:
                cuts += [table[word] for word in cut(run)]
                cuts.append(0)
            words.append(np.array(cuts, dtype=np.int32))
            chars.append("\0" + "\0".join(found))
        whole = signs("\n".join(part for part in parts if part))
        apart = [signs(part) for part in parts] if title else [[], []]
        marks += [
            np.array([0, *(table[sign] for sign in found)], dtype=np.int32) for found in (whole, *apart)
        ]
    codes = np.frombuffer("".join(chars).encode("utf-32-le"), dtype=np.int32)
    ends = np.cumsum([len(part) for part in chars], dtype=np.int64)
    titled = np.array([bool(title) for title, _ in messages], dtype=bool)
    return Read([*table], Stretches.of(words), Stretches.of(marks), Stretches(codes, ends), titled, alike)


def join(reads: Sequence[Read]) -> Read:
    """Several readings as one, with one table of words."""
    table: dict[str, int] = {"": 0}
    renumber = [
        np.array([table.setdefault(word, len(table)) for word in read.table], dtype=np.int32)
        for read in reads
    ]

    def laid(stretches: list[Stretches], numbers: list[Numbers]) -> Stretches:
        shifts = np.cumsum([0, *(len(one.flat) for one in stretches)])
        ends = [one.ends + shift for one, shift in zip(stretches, shifts, strict=False)]
        return Stretches(_joined(numbers), np.concatenate([np.empty(0, dtype=np.int64), *ends]))

    pairs = list(zip(reads, renumber, strict=True))
    return Read(
        [*table],
        laid([read.words for read in reads], [new[read.words.flat] for read, new in pairs]),
        laid([read.marks for read in reads], [new[read.marks.flat] for read, new in pairs]),
        laid([read.chars for read in reads], [read.chars.flat for read in reads]),
        np.concatenate([np.empty(0, dtype=bool), *(read.titled for read in reads)]),
        [one for read in reads for one in read.grams],
    )


def read_all(
    messages: Sequence[Message], engine: Engine, told: Callable[[float], None] = lambda _share: None
) -> Read:
    """`read` in pieces, by two processes where that pays and can be; `told` hears which share is done."""
    chunks = [messages[start : start + CHUNK] for start in range(0, len(messages), CHUNK)]
    long = sum(len(title or "") + len(text) for title, text in messages) >= TWO_PROCESSES
    reads: list[Read] = []
    if long and (os.cpu_count() or 1) > 1 and not multiprocessing.current_process().daemon:
        try:
            with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
                for found in pool.map(read, chunks, repeat(engine)):
                    reads.append(found)
                    told(len(reads) / len(chunks))
        except (
            BrokenProcessPool,
            OSError,
        ):  # a start script that can't be imported again, or no more processes
            reads.clear()
    for chunk in chunks[len(reads) :]:
        reads.append(read(chunk, engine))
        told(len(reads) / len(chunks))
    return join(reads)


def _joined(parts: Sequence[Numbers]) -> Numbers:
    return np.concatenate([np.empty(0, dtype=np.int32), *parts])
