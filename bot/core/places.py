"""Which district a message is about: the places of the department tree, and how they are found in words.

A place's identity is its county and its name together, since every other county has its 城关镇. What names two places
that are not one inside the other names none: then the citizen is asked, or the city's office decides.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.script import simplified

_COUNTY = re.compile(r".+(?:县|区|市|旗)$")
_LOWER = re.compile(r".+(?:街道|社区|新区|小区|地区)$")
_KIND = re.compile(r".+(?:县|区|市|旗|镇|乡|街道|村|社区|办事处)$")
# What makes of a bare name (清河) the beginning of another one: 清河路, 清河大街, 清河花园.
_ANOTHER = re.compile(
    r"[东西南北中]?(?:路|街(?!道)|大街|大道|巷|胡同|桥|站|河|江|湖|山|店|厂|小区|花园|家园|公寓|公园|广场|大厦|新城|苑|府|里|湾|"
    r"小学|中学|大学|学校|医院|宾馆|酒店|超市|商场|市场|公司|集团|水库|电站|隧道|高速)"
)


class Words(Protocol):
    def get(self, language: str, /) -> str: ...


class Located(Protocol):
    """What is needed of a department to know which places it serves."""

    @property
    def id(self) -> str: ...
    @property
    def parent(self) -> str | None: ...
    @property
    def level(self) -> str: ...
    @property
    def short(self) -> Words | None: ...
    @property
    def districts(self) -> tuple[str, ...]: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """`county`: the one it lies in, or itself; "" where the tree has none (a city without counties)."""

    county: str
    name: str

    @property
    def full(self) -> str:
        """清河县, 清河县柳林镇: what a case keeps."""
        return self.name if self.name == self.county else self.county + self.name

    def within(self, other: "Place") -> bool:
        return self == other or (self.county != "" and other.name == other.county == self.county)


@dataclass(frozen=True, slots=True)
class CodedPlace:
    """A place where a code hangs: whoever opens it need not say where they are."""

    code: str
    name: str
    withdrawn_at: datetime | None


class Map:
    """The places of a department tree, and where each department's places are."""

    def __init__(self, offices: Sequence[Located]) -> None:
        self._by_id = {o.id: o for o in offices}
        below: dict[str, list[Located]] = {}
        for office in offices:
            below.setdefault(office.parent or "", []).append(office)
        self._own = {o.id: self._named_by(o) for o in offices}
        # None: the whole city. Empty: nothing by itself.
        self.area: dict[str, frozenset[Place] | None] = {}
        for office in offices:
            self.area[office.id] = self._area(office, below)
        self.all: dict[str, Place] = {place.full: place for o in offices for place in self._own[o.id]}
        self.order = {full: number for number, full in enumerate(self.all)}
        self.words: dict[
            str, Words
        ] = {}  # what a place is called in other languages: as its own office is, in short
        self._spelt = self._spellings(offices)
        self._starts: dict[str, list[str]] = {}
        for name in sorted(self._spelt, key=lambda name: -len(name)):
            self._starts.setdefault(name[0], []).append(name)

    def serves(self, office_id: str, place: Place) -> bool:
        area = self.area[office_id]
        return area is None or place in area or Place(place.county, place.county) in area

    def find(self, text: str) -> Place | None:
        """The place that a text names, the smallest; None when it names none, or several.

        The longest name counts, and a name inside another one is none. `text`: simplified characters.
        """
        found = [self._spelt[name] for name in self._names_in(text.lower())]
        if not found:
            return None
        # 城关镇 alone may be several; together with its county it is one.
        sure = {next(iter(places)) for places in found if len(places) == 1}
        for places in found:
            near = {p for p in places if any(p.within(other) for other in sure)}
            if len(places) > 1 and len(near) != 1:
                return None
            sure |= near
        smallest = [p for p in sure if not any(q != p and q.within(p) for q in sure)]
        return smallest[0] if len(smallest) == 1 else None

    def _names_in(self, text: str) -> Iterable[str]:
        at = 0
        while at < len(text):
            for name in self._starts.get(text[at], ()):
                if text.startswith(name, at) and not self._goes_on(name, text, at + len(name)):
                    yield name
                    at += len(name) - 1
                    break
            at += 1

    @staticmethod
    def _goes_on(name: str, text: str, end: int) -> bool:
        """Whether the name is only the beginning of another."""
        if name.isascii():
            return end < len(text) and text[end].isascii() and text[end].isalnum()
        return not _KIND.fullmatch(name) and _ANOTHER.match(text, end) is not None

    def _named_by(self, office: Located) -> tuple[Place, ...]:
        county = self._county(office)
        return tuple(Place(name if _is_county(name) else county, name) for name in office.districts)

    def _county(self, office: Located | None) -> str:
        """The county that an office's other places lie in, by its own list or that of an office above."""
        for each in self._up(office):
            named = [name for name in each.districts if _is_county(name)]
            if named:
                return named[0] if len(named) == 1 else ""
        return ""

    def _up(self, office: Located | None) -> Iterable[Located]:
        seen: set[str] = set()
        while office is not None and office.id not in seen:
            seen.add(office.id)
            yield office
            office = self._by_id.get(office.parent or "")

    def _area(self, office: Located, below: Mapping[str, Sequence[Located]]) -> frozenset[Place] | None:
        """Its own places, or those of the next office above that has any, and all places of offices below it."""
        line = list(self._up(office))
        own = next((self._own[each.id] for each in line if each.districts), None)
        if own is None:
            return None if office.level == "city" else frozenset()
        found, waiting = set(own), list(below.get(office.id, ()))
        while waiting:
            each = waiting.pop()
            found.update(self._own[each.id])
            waiting += below.get(each.id, ())
        return frozenset(found)

    def _spellings(self, offices: Sequence[Located]) -> dict[str, frozenset[Place]]:
        """Every name that a place is called by: its own, and an office's aliases and short names for it."""
        spelt: dict[str, set[Place]] = {}
        for office in offices:
            own = self._own[office.id]
            for place in own:
                for name in (place.name, place.full):
                    spelt.setdefault(simplified(name.lower()), set()).add(place)
            short = [office.short.get(language) for language in ("zh-Hans", "en")] if office.short else []
            for name in office.aliases:
                for place in own:
                    if len(name) > 1 and place.name.startswith(name):
                        spelt.setdefault(simplified(name.lower()), set()).add(place)
            if short and (called := [p for p in own if p.name == short[0]]):
                spelt.setdefault(simplified(short[1].lower()), set()).update(called)
                if office.short:
                    self.words.update({place.full: office.short for place in called})
        return {name: frozenset(places) for name, places in spelt.items()}


def _is_county(name: str) -> bool:
    name = simplified(name)
    return _COUNTY.fullmatch(name) is not None and _LOWER.fullmatch(name) is None
