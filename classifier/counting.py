"""Counts the features of many messages at once, as arrays: what `features.count` does for one message in serving.

Vectors are the same as those that serving makes; a test holds them together.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from classifier.features import MIN_ROWS, SHORTEST, TITLE_WEIGHT, Block, Features, Floats
from classifier.reading import Read, Stretches

# Documents counted in one go.
BLOCK: Final = 4_000
# Terms of both blocks together; where there are more, those in fewest messages are left out.
MOST_TERMS: Final = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Features and, for each of their two blocks, the columns of `Documents` that they stand for."""

    features: Features
    words: NDArray[np.intp]
    chars: NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Documents:
    """What is learnt from: first every message whole, then title and text of each that has a title as messages
    of their own; `owner` is the number of the message. People in a chat write lines as short as a title, and
    texts without one. Counts have one column a term, sorted; terms of one message alone are left out."""

    owner: NDArray[np.intp]
    rows: int
    word_terms: list[str]
    char_terms: list[str]
    words: sp.csr_matrix
    chars: sp.csr_matrix

    @classmethod
    def of(cls, read: Read) -> Documents:
        titled = np.flatnonzero(read.titled)
        rows = len(read.titled)
        every = np.arange(rows)
        owner = np.concatenate((every, titled, titled))
        nothing = np.full(len(titled), -1)
        # Which sequences a document is made of: title, text and signs; -1 for none.
        titles = np.concatenate((np.where(read.titled, 2 * every, -1), 2 * titled, nothing))
        texts = np.concatenate((2 * every + 1, nothing, 2 * titled + 1))
        marks = np.concatenate((3 * every, 3 * titled + 1, 3 * titled + 2))
        # A title on its own counts once.
        heavy = np.arange(len(owner)) < rows
        table = read.table
        said = (read.words, titles, texts), (read.chars, titles, texts)
        # Sorting, which is most of it, lets another thread run.
        with ThreadPoolExecutor(2) as pool:
            of_words = pool.submit(
                _counted,
                said[0],
                (read.marks, marks),
                heavy,
                rows,
                lambda first, second: f"{table[first]} {table[second]}" if first else table[second],
            )
            of_chars = pool.submit(
                _counted,
                said[1],
                None,
                heavy,
                rows,
                lambda first, second: chr(first) + chr(second) if first else chr(second),
            )
            (word_terms, words), (char_terms, chars) = of_words.result(), of_chars.result()
        return cls(owner, rows, word_terms, char_terms, words, chars)

    def fit(self, kept: NDArray[np.bool_], most: int = MOST_TERMS) -> Vocabulary:
        """The vocabulary of the messages of which `kept` holds, at most `most` terms."""
        chosen = np.flatnonzero(kept)
        seen = [_rows_with(counts[chosen]) for counts in (self.words, self.chars)]
        both = np.concatenate(seen)
        least = MIN_ROWS
        if np.count_nonzero(both >= least) > most:
            least = int(np.partition(both, -most - 1)[-most - 1]) + 1
        columns = [np.flatnonzero(numbers >= least) for numbers in seen]
        idf = [
            (np.log((1 + len(chosen)) / (1 + numbers[kept])) + 1).astype(np.float32)
            for numbers, kept in zip(seen, columns, strict=True)
        ]
        words = Block.build([self.word_terms[place] for place in columns[0]], idf[0], 0)
        chars = Block.build([self.char_terms[place] for place in columns[1]], idf[1], len(columns[0]))
        return Vocabulary(Features(words, chars), *columns)

    def matrix(self, vocabulary: Vocabulary, chosen: NDArray[np.intp]) -> sp.csr_matrix:
        """The vectors of the chosen documents, as `Features.vector` gives them; shape (documents, features)."""
        features = vocabulary.features
        words = _weighed(self.words[chosen], vocabulary.words, features.words.idf)
        chars = _weighed(self.chars[chosen], vocabulary.chars, features.chars.idf)
        return sp.hstack([words, chars], format="csr")


def _counted(
    said: tuple[Stretches, NDArray[np.intp], NDArray[np.intp]],
    marked: tuple[Stretches, NDArray[np.intp]] | None,
    heavy: NDArray[np.bool_],
    rows: int,
    name: Callable[[int, int], str],
) -> tuple[list[str], sp.csr_matrix]:
    """The terms in order, and how often each occurs in each document; shape (documents, terms).

    `said` has the sequences and which of them are each document's title and text; `marked` those whose numbers
    are terms but don't pair. Only terms of two of the first `rows` documents count.
    """
    stretches, titles, texts = said
    blocks: list[tuple[NDArray[np.int64], sp.csr_matrix]] = []
    for start in range(0, len(titles), BLOCK):
        part = slice(start, start + BLOCK)
        size = len(titles[part])
        found = [
            _keys(stretches, titles[part], np.where(heavy[part], TITLE_WEIGHT, 1)),
            _keys(stretches, texts[part], np.ones(size, dtype=np.int16)),
        ]
        if marked:
            flat, owner = marked[0].take(marked[1][part])
            found.append(
                (flat[flat > 0].astype(np.int64), owner[flat > 0], np.ones(np.count_nonzero(flat), np.int16))
            )
        keys, owners, weights = (np.concatenate(parts) for parts in zip(*found, strict=True))
        terms, columns = np.unique(keys, return_inverse=True)
        # Making rows of triples adds up what stands in one place.
        counts = sp.coo_matrix(
            (weights.astype(np.int16), (owners, columns)), shape=(size, len(terms))
        ).tocsr()
        blocks.append((terms, counts))
    if not blocks:
        return [], sp.csr_matrix((0, 0), dtype=np.int16)
    every, place = np.unique(np.concatenate([terms for terms, _ in blocks]), return_inverse=True)
    places = np.split(place, np.cumsum([len(terms) for terms, _ in blocks])[:-1])
    seen = np.zeros(len(every), dtype=np.int64)
    for number, (counts, where) in enumerate(zip((counts for _, counts in blocks), places, strict=True)):
        seen[where] += _rows_with(counts[: max(0, rows - number * BLOCK)])
    kept = np.flatnonzero(seen >= MIN_ROWS)
    named = [name(key >> 32, key & 0xFFFFFFFF) for key in every[kept].tolist()]
    order = sorted(range(len(named)), key=named.__getitem__)
    column = np.full(len(every), -1, dtype=np.int32)
    column[kept[order]] = np.arange(len(order), dtype=np.int32)
    moved = [
        _moved(counts, column[where], len(order)) for (_, counts), where in zip(blocks, places, strict=True)
    ]
    counts = sp.vstack(moved, format="csr")
    # Learners sort the columns of a row in place; sorted here, all that is taken from here stays as it is.
    counts.sort_indices()
    return [named[place] for place in order], counts


def _keys(
    stretches: Stretches, chosen: NDArray[np.intp], weights: NDArray[np.integer]
) -> tuple[NDArray[np.int64], NDArray[np.intp], NDArray[np.integer]]:
    """Numbers and pairs of neighbours in the chosen sequences (-1: none), with owner and weight of each."""
    there = np.flatnonzero(chosen >= 0)
    flat, owner = stretches.take(chosen[there])
    owner = there[owner]
    single = np.flatnonzero(flat)
    # Every sequence begins with 0: no pair spans two of them.
    paired = single[single > 0]
    paired = paired[flat[paired - 1] > 0]
    wide = flat.astype(np.int64)
    keys = np.concatenate((wide[single], wide[paired - 1] << 32 | wide[paired]))
    owners = np.concatenate((owner[single], owner[paired]))
    return keys, owners, weights[owners]


def _rows_with(counts: sp.csr_matrix) -> NDArray[np.int64]:
    """In how many rows each column occurs."""
    found: NDArray[np.int64] = np.bincount(counts.indices, minlength=counts.shape[1])
    return found


def _moved(counts: sp.csr_matrix, column: NDArray[np.int32], width: int) -> sp.csr_matrix:
    """The same counts with new numbers for the columns; those numbered -1 are left out."""
    target = column[counts.indices]
    kept = target >= 0
    ends = np.concatenate(([0], np.cumsum(kept)))[counts.indptr]
    return sp.csr_matrix((counts.data[kept], target[kept], ends), shape=(counts.shape[0], width))


def _weighed(counts: sp.csr_matrix, columns: NDArray[np.intp], idf: Floats) -> sp.csr_matrix:
    """(1 + ln tf) · idf over the given columns, each row scaled to length 1 (less if very short)."""
    column = np.full(counts.shape[1], -1, dtype=np.int32)
    column[columns] = np.arange(len(columns), dtype=np.int32)
    vectors = _moved(counts, column, len(columns))
    values = (1 + np.log(vectors.data.astype(np.float32))) * idf[vectors.indices]
    owner = np.repeat(np.arange(vectors.shape[0]), np.diff(vectors.indptr))
    length = np.sqrt(np.bincount(owner, weights=values * values, minlength=vectors.shape[0]))
    values /= np.maximum(length, SHORTEST).astype(np.float32)[owner]
    return sp.csr_matrix((values, vectors.indices, vectors.indptr), shape=vectors.shape)
