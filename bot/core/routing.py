"""Which office a message goes to. The classifier's word is a suggestion; the citizen's choice is weightier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from bot.core.case import Event
from bot.core.places import Located, Map, Place

_LEVELS = ("city", "county", "township")


class Office(Protocol):
    """What routing needs to know of a department."""

    @property
    def id(self) -> str: ...
    @property
    def domains(self) -> tuple[str, ...]: ...
    @property
    def topics(self) -> tuple[str, ...]: ...
    @property
    def triage(self) -> bool: ...


class Placed(Office, Located, Protocol):
    """A department with its places."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """The classifier's answer, as routing sees it. Probabilities are nine-way; `queue` is a domain or "triage".

    `topics`: likeliest first, of all domains and of none; `urgent`: the probability that somebody is in danger
    now, `alarm` whether it reaches the model's own threshold, `faint` if by a few words that name no harm; `words`: what drove the guess, in the citizen's
    own words, with weights.
    """

    domain: str
    confidence: float
    alternatives: tuple[tuple[str, float], ...]
    none: float
    queue: str
    model: str
    topics: tuple[tuple[str, float], ...] = ()
    kind: str = ""
    urgent: float = 0.0
    words: tuple[tuple[str, float], ...] = ()
    alarm: bool = False
    faint: bool = False

    @property
    def unread(self) -> bool:
        """The text is in no language that the classifier reads: no domain was guessed, as if there were no words."""
        return not self.alternatives

    @property
    def top(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.alternatives[:3])


class Rule(StrEnum):
    """Why a message goes where it goes; the texts are `rule-…`."""

    WORDLESS = "wordless"  # nothing to judge by
    UNSURE = "unsure"  # the guess is not sure enough
    NONE = "none"  # the citizen says that no domain fits
    NOBODY = "nobody"  # no office leads it
    CITY = "city"  # nobody below the city leads it
    LOCAL = "local"  # the most local office that leads it there
    UP = "up"  # offices below lead it, but none of that place
    NOWHERE = "nowhere"  # offices below lead it, and no place is known


@dataclass(frozen=True, slots=True)
class Route:
    department: str
    domain: str | None
    triage: bool
    likely: tuple[str, ...] = field(default=())
    place: str | None = None
    rule: Rule = Rule.CITY


class Tree:
    """The departments of one moment, made ready for routing: built once, asked often."""

    def __init__(self, offices: Sequence[Placed]) -> None:
        self.offices = tuple(offices)
        self.desk = next(o for o in offices if o.triage)
        self.map = Map(offices)
        # The most local first: the lowest level, then the lowest in the tree, then the configured order.
        by_id = {office.id: office for office in offices}
        order = sorted(offices, key=lambda o: (-_LEVELS.index(o.level), -_depth(o, by_id)))
        self._rank = {office.id: rank for rank, office in enumerate(order)}
        self._by_matter: dict[str, list[Placed]] = {}
        self._at: dict[str, dict[Place, Placed]] = {}
        self._asked: dict[tuple[str, Place | None], tuple[Place, ...]] = {}
        for office in order:
            for matter in dict.fromkeys((*office.domains, *office.topics)):
                self._by_matter.setdefault(matter, []).append(office)
                for place in self.map.area[office.id] or ():
                    self._at.setdefault(matter, {}).setdefault(place, office)
        self._whole = {matter: self._of_the_city(found) for matter, found in self._by_matter.items()}

    def _of_the_city(self, found: Sequence[Placed]) -> Placed | None:
        whole = next((o for o in found if self.map.area[o.id] is None), None)
        return whole or next((o for o in found if o.level == "city"), None)

    def lead(self, matter: str, place: Place | None = None) -> Placed | None:
        """The most local office that takes a domain or topic at a place; without a place one of the whole city."""
        if place is not None:
            at = self._at.get(matter, {})
            near = (at.get(place), at.get(Place(place.county, place.county)))
            if served := [office for office in near if office is not None]:
                return min(served, key=lambda office: self._rank[office.id])
        return self._whole.get(matter)

    def below(self, matter: str) -> list[Placed]:
        """The offices below the city's that take a matter, each for its own places."""
        return [o for o in self._by_matter.get(matter, ()) if o.level != "city" and self.map.area[o.id]]

    def choices(self, matter: str, place: Place | None = None) -> tuple[Place, ...]:
        """The places to ask about, since the matter goes to another office in each: counties, then places in one.

        Empty where the answer would change nothing.
        """
        if place is not None and place.name != place.county:
            return ()
        if (matter, place) not in self._asked:
            self._asked[matter, place] = self._choices(matter, place)
        return self._asked[matter, place]

    def _choices(self, matter: str, place: Place | None) -> tuple[Place, ...]:
        found: dict[Place, None] = {}
        for office in self.below(matter):
            for each in self.map.area[office.id] or ():
                county = Place(each.county, each.county) if each.county else each
                if place is None:
                    found[county] = None
                elif (
                    each.within(place)
                    and each != place
                    and self.lead(matter, each) != self.lead(matter, place)
                ):
                    found[each] = None
        last = len(self.map.order)
        return tuple(
            sorted(found, key=lambda p: (p.name != p.county, self.map.order.get(p.full, last), p.full))
        )


def _depth(office: Placed, by_id: Mapping[str, Placed]) -> int:
    depth, seen, above = 0, {office.id}, by_id.get(office.parent or "")
    while above is not None and above.id not in seen:
        seen.add(above.id)
        depth, above = depth + 1, by_id.get(above.parent or "")
    return depth


def likely_offices(
    suggested: Suggested, tree: Tree, place: Place | None = None, count: int = 3
) -> tuple[str, ...]:
    """The `count` likeliest offices, by domain and topic together, best first: each weighs its probability."""
    weight: dict[str, float] = {}
    for matter, probability in (*suggested.alternatives, *suggested.topics):
        office = tree.lead(matter, place)
        if office is not None:
            weight[office.id] = max(weight.get(office.id, 0.0), probability)
    ranked = sorted(weight, key=lambda office_id: -weight[office_id])
    return tuple(ranked[:count])


def likely_of(history: Sequence[Event]) -> Sequence[str]:
    """The offices that a case was thought to be for, when it was filed or summarised last."""
    found: Sequence[str] = next((e.data["likely"] for e in reversed(history) if "likely" in e.data), ())
    return found


def domain_at(office: Office, probabilities: Mapping[str, float]) -> str | None:
    """The domain that a case has at an office: its only one, or the likeliest of several."""
    return max(office.domains, key=lambda domain: probabilities.get(domain, 0.0), default=None)


def route(suggested: Suggested | None, chosen: str | None, tree: Tree, place: Place | None = None) -> Route:
    """Where a filed message goes: to the most local office that leads its domain at its place, otherwise the next up.

    `chosen`: the domain that the citizen picked, "none" when they said that none fits, None when they
    left the suggestion as it was. No suggestion (a photo without words) goes to triage.
    """
    likely = likely_offices(suggested, tree, place) if suggested else ()
    wanted = chosen if chosen is not None else (suggested.queue if suggested else "triage")
    where = place.full if place is not None else None
    office = tree.lead(wanted, place)
    if office is None:
        return Route(tree.desk.id, None, True, likely, where, _why_nobody(suggested, chosen))
    rule = Rule.LOCAL if office.level != "city" else Rule.CITY
    if office.level == "city" and tree.below(wanted):
        rule = Rule.NOWHERE if place is None else Rule.UP
    return Route(office.id, wanted, False, likely, where, rule)


def _why_nobody(suggested: Suggested | None, chosen: str | None) -> Rule:
    if chosen is not None:
        return Rule.NONE if chosen == "none" else Rule.NOBODY
    if suggested is None:
        return Rule.WORDLESS
    return Rule.UNSURE if suggested.queue == "triage" else Rule.NOBODY
