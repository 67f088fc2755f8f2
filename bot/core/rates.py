"""The three rates of follow-ups, from the ratings on record alone. Pure.

An answer that explains or plans is asked whether it was clear, and counted in a column of its own, not among
what was solved.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

STEP = 5  # totals move on by so many ratings at once: from fewer a single one could be read off


class Rating(NamedTuple):
    """What a RATED event says; `explained`: of an answer that explains or plans, `solved` is whether it was clear."""

    contacted: bool
    solved: bool
    satisfaction: str
    explained: bool


@dataclass(frozen=True, slots=True)
class Rates:
    """Counts, and the rates made of them. `weight`: what a “mostly satisfied” counts for."""

    count: int
    contacted: int
    solvable: int
    solved: int
    explained: int
    clear: int
    satisfied: int
    mostly: int
    weight: float

    @property
    def response(self) -> float | None:
        return _share(self.contacted, self.count)

    @property
    def resolution(self) -> float | None:
        return _share(self.solved, self.solvable)

    @property
    def clarity(self) -> float | None:
        return _share(self.clear, self.explained)

    @property
    def satisfaction(self) -> float | None:
        return _share(self.satisfied + self.weight * self.mostly, self.count)


def _share(part: float, whole: int) -> float | None:
    return part / whole if whole else None


def rates(found: Sequence[Rating], weight: float) -> Rates:
    solvable = [r for r in found if not r.explained]
    explained = [r for r in found if r.explained]
    return Rates(
        count=len(found),
        contacted=sum(r.contacted for r in found),
        solvable=len(solvable),
        solved=sum(r.solved for r in solvable),
        explained=len(explained),
        clear=sum(r.solved for r in explained),
        satisfied=sum(r.satisfaction == "yes" for r in found),
        mostly=sum(r.satisfaction == "mostly" for r in found),
        weight=weight,
    )


def for_handlers(ratings: Sequence[Rating], weight: float) -> Rates | None:
    """What those may see who are rated: whole steps, the oldest ratings first; None before the first step."""
    whole = len(ratings) // STEP * STEP
    return rates(ratings[:whole], weight) if whole else None
