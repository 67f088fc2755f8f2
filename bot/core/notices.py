"""Who hears of an event, by which sentence, and how soon it matters. Pure: no text, no chat ids."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from bot.core.case import Event, EventKind


class Priority(IntEnum):
    """Between cases the smaller goes first; within one chat and case, order holds whatever the priority."""

    EMERGENCY = 0
    ANSWER = 1
    NOTICE = 2


class Audience(StrEnum):
    CITIZEN = "citizen"
    CARD = "card"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Notice:
    """`text` is a key in texts/; cards have a view of their own and need none."""

    audience: Audience
    priority: Priority
    text: str | None = None


_CARD = Notice(Audience.CARD, Priority.NOTICE)


def _citizen(text: str, priority: Priority = Priority.NOTICE) -> Notice:
    return Notice(Audience.CITIZEN, priority, text)


def _group(text: str) -> Notice:
    return Notice(Audience.GROUP, Priority.NOTICE, text)


TABLE: dict[EventKind, tuple[Notice, ...]] = {
    EventKind.FILED: (_citizen("citizen-receipt", Priority.ANSWER), _CARD),
    EventKind.DISPATCHED: (_citizen("citizen-dispatched"), _CARD),
    EventKind.CLAIMED: (_citizen("citizen-claimed"), _CARD),
    EventKind.TRANSFERRED: (_citizen("citizen-transferred"), _CARD),
    EventKind.ASKED: (_citizen("citizen-asked", Priority.ANSWER), _CARD),
    EventKind.SUPPLIED: (_citizen("citizen-supplied", Priority.ANSWER), _CARD, _group("group-supplied")),
    EventKind.ADDED: (_citizen("citizen-added", Priority.ANSWER), _CARD, _group("group-added")),
    EventKind.DETACHED: (
        _citizen("citizen-detached", Priority.ANSWER),
        _CARD,
        _group("group-detached"),
    ),
    EventKind.REPLIED: (_citizen("citizen-replied", Priority.ANSWER), _CARD),
    EventKind.RESOLVED: (_citizen("citizen-resolved", Priority.ANSWER), _CARD),
    EventKind.REOPENED: (_citizen("citizen-reopened"), _CARD, _group("group-reopened")),
    EventKind.NOTED: (_CARD,),
    EventKind.WITHDRAWN: (_citizen("citizen-withdrawn", Priority.ANSWER), _CARD, _group("group-withdrawn")),
    EventKind.UNREACHABLE: (_CARD, _group("group-unreachable")),
    EventKind.REACHABLE: (_citizen("citizen-latest"), _CARD),
    EventKind.GRADED: (_citizen("citizen-graded"), _CARD),
    EventKind.MISSED: (_citizen("citizen-missed"), _CARD, _group("group-missed")),
    EventKind.RESUMED: (_citizen("citizen-resumed"), _CARD, _group("group-resumed")),
    # Who was promised another date hears of it when people are awake; see bot/service/timing.py.
    EventKind.RECKONED: (_CARD,),
    EventKind.RETURNED: (_citizen("citizen-returned"), _CARD),
    EventKind.DECLINED: (_citizen("citizen-declined", Priority.ANSWER), _CARD),
    EventKind.REDIRECTED: (_citizen("citizen-redirected", Priority.ANSWER), _CARD),
    EventKind.SUPPORTED: (_CARD,),
    EventKind.PROPOSED: (_CARD,),
    EventKind.AGREED: (_CARD,),
    EventKind.REFUSED: (_CARD, _group("group-refused")),
    EventKind.EXTENDED: (_citizen("citizen-extended"), _CARD, _group("group-extended")),
    EventKind.DEFERRED: (_citizen("citizen-deferred"), _CARD, _group("group-deferred")),
    EventKind.RECALLED: (_citizen("citizen-recalled"), _CARD, _group("group-recalled")),
    EventKind.MERGED: (_citizen("citizen-merged", Priority.ANSWER), _CARD),
    EventKind.UNMERGED: (_citizen("citizen-unmerged"), _CARD),
    EventKind.JOINED: (_CARD,),
    EventKind.LEFT: (_CARD,),
    EventKind.SPLIT: (_citizen("citizen-split"), _CARD),
    EventKind.TAKEN_OVER: (_citizen("citizen-taken-over"), _CARD, _group("group-taken-over")),
    EventKind.HANDED_OVER: (_citizen("citizen-handed-over"), _CARD),
    EventKind.RELEASED: (_CARD,),
    EventKind.REMINDED: (_citizen("citizen-reminded", Priority.ANSWER), _CARD, _group("group-reminded")),
    EventKind.SUPERVISED: (_citizen("citizen-supervised"), _CARD, _group("group-supervised")),
    EventKind.ESCALATED: (_citizen("citizen-escalated"), _CARD, _group("group-escalated")),
    EventKind.REOPEN_ASKED: (_citizen("citizen-reopen-asked", Priority.ANSWER),),
    EventKind.UPHELD: (_citizen("citizen-upheld", Priority.ANSWER),),
    EventKind.RATED: (),
    EventKind.CLOSED: (_citizen("citizen-closed"), _CARD),
    EventKind.CORRECTED: (_citizen("citizen-corrected", Priority.ANSWER), _CARD),
    EventKind.SUMMARISED: (_CARD,),
    EventKind.ACCUSED: (_CARD,),
    EventKind.SEALED: (_CARD,),
    EventKind.REVEALED: (),
    EventKind.PAGED: (_CARD,),
    EventKind.PAGE_ANSWERED: (_CARD,),
}


def notices_for(events: Iterable[Event]) -> list[tuple[Event, Notice]]:
    """Every notice that follows from `events`, in order; the card once, first, after the last event.

    The card comes first so that what a group is told of a case stands below the case.
    """
    found = [
        (event, notice)
        for event in events
        for notice in TABLE[event.kind]
        if not (notice.audience is Audience.CITIZEN and event.data.get("quietly"))
    ]
    cards = [pair for pair in found if pair[1].audience is Audience.CARD]
    words = [pair for pair in found if pair[1].audience is not Audience.CARD]
    # A claim that comes with an answer is not news of its own.
    to_citizen = [pair for pair in words if pair[1].audience is Audience.CITIZEN]
    if len(to_citizen) > 1:
        words = [pair for pair in words if pair[0].kind is not EventKind.CLAIMED]
    # Set apart and at once sent somewhere is one piece of news: of another lead or an end, the latter; else the former.
    kinds = [event.kind for event, _ in to_citizen] + [e.kind for e in events if e.data.get("quietly")]
    if EventKind.UNMERGED in kinds and len(kinds) > 1:
        less = EventKind.DISPATCHED if EventKind.DISPATCHED in kinds else EventKind.UNMERGED
        words = [pair for pair in words if pair[0].kind is not less]
    return cards[-1:] + words
