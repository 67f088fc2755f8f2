"""The views of an office's queue: what each shows, and the moments that part them. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.workdays import Calendar


class Tab(StrEnum):
    """`WAITING`: nobody has taken it, or at the triage desk sent it on. `TODAY`, `SOON`: news or the answer is due
    today, or by the end of the next working day; `LATE`: something was missed. `ANSWERED`: the citizen is still
    to be asked. `REOPEN`: a citizen wants it worked on again and nobody has decided. `MINE`: whose handler asks.
    """

    ALL = "all"
    WAITING = "waiting"
    TODAY = "today"
    SOON = "soon"
    LATE = "late"
    ANSWERED = "answered"
    REOPEN = "reopen"
    MINE = "mine"


OF_AN_OFFICE = tuple(tab for tab in Tab if tab is not Tab.MINE)


@dataclass(frozen=True, slots=True)
class Moments:
    """Now, the end of today, and the end of the next working day."""

    now: datetime
    midnight: datetime
    soon: datetime


def moments(now: datetime, calendar: Calendar) -> Moments:
    today = calendar.local_day(now)
    return Moments(now, calendar.midnight(today), calendar.midnight(calendar.workday(today, 1)))
