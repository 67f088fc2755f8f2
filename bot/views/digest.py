"""The morning digest: counts by office, and the numbers of what is overdue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.views.content import Content, Listed, Voice, lines


@dataclass(frozen=True, slots=True)
class Morning:
    """An office's counts: `waiting` to be claimed, or at the triage desk to be sent on."""

    office: str
    waiting: int
    today: int
    overdue: int


class Late(Protocol):
    @property
    def case_id(self) -> int: ...
    @property
    def number(self) -> str: ...
    @property
    def department(self) -> str: ...
    @property
    def due(self) -> datetime: ...


def for_offices(voice: Voice, mornings: Sequence[Morning], late: Sequence[Late]) -> Content:
    """For a group; it may serve several offices."""
    parts: list[str] = []
    for m in mornings:
        own = [each.number for each in late if each.department == m.office]
        parts += [
            voice.say("digest-head", office=voice.office(m.office)),
            voice.say("digest-counts", waiting=m.waiting, today=m.today, overdue=m.overdue),
        ]
        if own:
            parts.append(voice.say("digest-overdue", numbers=voice.listed(own), more=m.overdue - len(own)))
    return Content(lines(*parts, voice.say("digest-how")), lists=_listed(late))


def _listed(late: Sequence[Late]) -> Listed:
    return Listed(tuple(each.case_id for each in late))


def for_all(voice: Voice, mornings: Sequence[Morning], late: Sequence[Late], now: datetime) -> Content:
    """For the triage desk, which watches over all offices."""
    waiting = sum(m.waiting for m in mornings if voice.who(m.office) == "triage")
    overdue = sum(m.overdue for m in mornings)
    per_office = [
        voice.say("digest-office", office=voice.short(m.office), today=m.today, overdue=m.overdue)
        for m in mornings
        if m.today or m.overdue
    ]
    cases = [
        voice.say(
            "digest-case", number=each.number, office=voice.short(each.department), due=voice.when(each.due)
        )
        for each in late
    ]
    return Content(
        lines(
            voice.say("digest-city", now=voice.when(now)),
            voice.say(
                "digest-city-counts", waiting=waiting, today=sum(m.today for m in mornings), overdue=overdue
            ),
            *per_office,
            *(["", voice.say("digest-late", more=overdue - len(cases)), *cases] if cases else []),
        ),
        lists=_listed(late),
    )
