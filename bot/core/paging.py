"""Calling the duty officers to an emergency: how often, whom in which round, and what ends it. Pure."""

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

from bot.core.case import Event, EventKind
from bot.core.errors import Refusal

OFTEN, HOURLY = 12, 24  # rounds a few minutes apart, then rounds an hour apart, then no more
WIDER = 3  # from this round on those above hear of it, too

# Somebody has it, or there is nothing to have any more.
ENDS = frozenset(
    {
        EventKind.PAGE_ANSWERED,
        EventKind.CLAIMED,
        EventKind.REPLIED,
        EventKind.ASKED,
        EventKind.HANDED_OVER,
        EventKind.RESOLVED,
        EventKind.DEFERRED,
        EventKind.WITHDRAWN,
        EventKind.MERGED,
        EventKind.DECLINED,
        EventKind.CLOSED,
    }
)
# Another office has it now, or nobody any more: its officers have to know.
MOVES = frozenset(
    {
        EventKind.DISPATCHED,
        EventKind.TRANSFERRED,
        EventKind.RELEASED,
        EventKind.RETURNED,
        EventKind.REDIRECTED,
        EventKind.UNMERGED,
    }
)


class PageAnswered(Refusal):
    """Somebody else was faster."""

    key = "refused-page-answered"


def pause_after(round_: int, often: timedelta) -> timedelta | None:
    """How long until the next round; None after the last."""
    if round_ < OFTEN:
        return often
    return max(often, timedelta(hours=1)) if round_ < OFTEN + HOURLY else None


def calls(history: Iterable[Event]) -> list[Event]:
    """The rounds since somebody last had it, oldest first; none when there is nothing to answer."""
    out: list[Event] = []
    for event in history:
        if event.kind is EventKind.PAGED:
            out.append(event)
        elif event.kind in ENDS:
            out = []
    return out


def last_word(history: Iterable[Event]) -> Event | None:
    """The last thing that happened to a call: a round, or what ended it; None when nobody was ever called."""
    called, last = False, None
    for event in history:
        if event.kind is EventKind.PAGED:
            called, last = True, event
        elif called and event.kind in ENDS:
            called, last = False, event
    return last


def called(
    round_: int, near: Sequence[int], leads: Sequence[int], above: Sequence[int], admins: Sequence[int]
) -> list[int]:
    """Whom a round calls. `near`: on duty, or the leads of an office where nobody is; `above`: supervisors."""
    whom = [*near, *leads, *above] if round_ >= WIDER else list(near) or list(above)
    return list(dict.fromkeys(whom or admins))


_PLACE = re.compile(r"-?\d{1,3}\.\d{5}\D{1,20}-?\d{1,3}\.\d{5}")


def places(text: str) -> list[str]:
    """The lines of a citizen's text that are a place they sent."""
    return [line for line in text.splitlines() if _PLACE.search(line)]
