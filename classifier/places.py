"""Do two complaints speak of two places? One letter copied for two compounds is alike in all but the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from classifier.normalise import normalise

_KINDS: Final = (
    "小区|花园|家园|公寓|大厦|新城|苑",
    "学院|大学|中学|小学|幼儿园",
    "医院|卫生院|诊所",
    "村",
)
_NAMES: Final = tuple(re.compile(rf"([\u4e00-\u9fffa-z0-9]{{2,12}}?)(?:{kind})") for kind in _KINDS)
# What stands before a name, or instead of one: “我们的小区”, “某某市某某区”.
_BEFORE: Final = re.compile(
    r".*(?:[的在是我们本该各某每这那个些所有和与及到于对把被将为从向由号栋楼区市县镇路街道]|旁边|附近|里面|外面)"
)
_KEPT: Final = 3  # the last characters of a name are the name; what is before them is a district's or nothing


@dataclass(frozen=True, slots=True)
class Places:
    """What a text says in one spelling, and the names in it by kind of place."""

    said: str
    named: tuple[frozenset[str], ...]

    def elsewhere(self, other: Places) -> bool:
        """Both name a compound, a school, a hospital or a village, and no name of either is in the other.

        False says little: most complaints name no place, and what is no name to this rule it does not see.
        """
        if not any(mine and theirs for mine, theirs in zip(self.named, other.named, strict=True)):
            return False
        return not (self._occur_in(other) or other._occur_in(self))

    def _occur_in(self, other: Places) -> bool:
        names = frozenset[str]().union(*self.named)
        return any(name in other.said or (len(name) == _KEPT and name[1:] in other.said) for name in names)


def places(text: str) -> Places:
    said = normalise(text)
    return Places(
        said,
        tuple(
            frozenset(
                name[-_KEPT:]
                for hit in names.finditer(said)
                if len(name := _BEFORE.sub("", hit.group(1))) > 1
            )
            for names in _NAMES
        ),
    )


def elsewhere(text: str, other: str) -> bool:
    return places(text).elsewhere(places(other))
