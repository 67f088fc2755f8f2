"""Deals rows out so that no model is judged by a message that it has, or has nearly, learnt from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

FOLDS: Final = 5


def deal(labels: Sequence[int] | NDArray[np.intp], groups: Sequence[int]) -> NDArray[np.intp]:
    """The fold of every row, 0 … 4: rows of one group stay together, and every label is spread evenly.

    A group is dealt where its label (its first row's) has fewest rows so far.
    """
    members: dict[int, list[int]] = {}
    for number, group in enumerate(groups):
        members.setdefault(group, []).append(number)
    load = np.zeros((max(labels, default=-1) + 1, FOLDS), dtype=np.intp)
    turn = np.zeros(len(labels), dtype=np.intp)
    for numbers in members.values():
        fold = int(load[labels[numbers[0]]].argmin())
        for number in numbers:
            load[labels[number], fold] += 1
        turn[numbers] = fold
    return turn


def held_out(turn: NDArray[np.intp], folds: int = FOLDS) -> Iterator[NDArray[np.bool_]]:
    """A mask of the held-out rows for each of the first `folds` folds."""
    for fold in range(folds):
        yield turn == fold
