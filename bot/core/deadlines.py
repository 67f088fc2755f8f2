"""The clocks of a case: how long each thing may take, when it is due, when it rings. Pure: rows in, rows out.

What an event does to them: bot/core/clockwork.py.

Rules
1. Clocks run from the receipt. Neither dispatch nor transfer nor return moves a running clock.
2. A clock that starts while the office is closed starts when it opens; an emergency's never sleeps.
3. A question to the citizen stops the clocks of the answer, once, for as long as a cap allows.
4. Time left is never lost: a pause moves a due moment later or leaves it.
5. A missed clock runs on until the thing is done: overdue is what the rows say, not a status.
"""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.core.case import Event
from bot.core.workdays import Calendar, month_after


class Kind(StrEnum):
    """What has to be done in time, and what only has its time.

    `DECIDE` is the supervisor's or the lead's. `WAIT` is the citizen's: how long a question stops the others.
    `DEFERRAL`: until a deferred case is asked about again. `FOLLOW_UP`: until an answered case is closed.
    `LADDER`: who hears next of a case that is overdue.
    """

    TRIAGE = "triage"
    ACKNOWLEDGE = "acknowledge"
    PROGRESS = "progress"
    RESOLVE = "resolve"
    DECIDE = "decide"
    WAIT = "wait"
    DEFERRAL = "deferral"
    FOLLOW_UP = "follow_up"
    LADDER = "ladder"


OF_OFFICES = (Kind.TRIAGE, Kind.ACKNOWLEDGE, Kind.PROGRESS, Kind.RESOLVE)
OWED = frozenset({*OF_OFFICES, Kind.DECIDE})


class Grade(StrEnum):
    """What a case's clocks are measured by."""

    ORDINARY = "ordinary"
    COMPLEX = "complex"
    QUESTION = "question"
    EMERGENCY = "emergency"


class Unit(StrEnum):
    """`CLOCK_HOURS` run day and night. `SAME_DAY`: by the day's end, but at least so many working hours."""

    CLOCK_HOURS = "clock_hours"
    WORKING_HOURS = "working_hours"
    SAME_DAY = "same_day"
    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"


class Stage(StrEnum):
    """What a clock does when it rings next. TOLD: nothing more.

    Of a thing that is owed: warn, then say that it was missed. Of a follow-up: ask, ask once more, close.
    Of the ladder: the office's lead, the supervisor, the list of those above.
    """

    WARN = "warn"
    DUE = "due"
    ASK = "ask"
    ASK_AGAIN = "ask_again"
    LEAD = "lead"
    SUPERVISE = "supervise"
    ESCALATE = "escalate"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Term:
    """How long something may take."""

    unit: Unit
    count: int

    def due(self, start: datetime, calendar: Calendar) -> datetime:
        if self.unit is Unit.CLOCK_HOURS:
            return start + timedelta(hours=self.count)
        begins = calendar.next_open(start)
        hours = timedelta(hours=self.count)
        day = calendar.local_day(begins)
        if self.unit is Unit.WORKING_HOURS:
            return calendar.add(begins, hours)
        if self.unit is Unit.SAME_DAY:
            return max(calendar.closing(day), calendar.add(begins, hours))
        if self.unit is Unit.WORKING_DAYS:
            return calendar.closing(calendar.workday(day, self.count))
        last = (
            day + timedelta(days=self.count)
            if self.unit is Unit.CALENDAR_DAYS
            else month_after(day, self.count)
        )
        # A last day that is free gives way to the next that is not.
        return calendar.closing(calendar.workday(last))

    def resumed(self, due: datetime, paused: datetime, now: datetime, calendar: Calendar) -> datetime:
        """When it is due after a pause: what was left then is left now."""
        if due <= paused or now <= paused:
            return due
        if self.unit is Unit.CLOCK_HOURS:
            return due + (now - paused)
        return max(due, calendar.add(now, calendar.worked_between(paused, due)))

    def left(self, now: datetime, due: datetime, calendar: Calendar) -> timedelta:
        """What is left of it: hours of the day and night for an emergency, else of open office."""
        if self.unit is Unit.CLOCK_HOURS:
            return max(due - now, timedelta())
        return calendar.worked_between(now, due)

    def later(self, now: datetime, span: timedelta, calendar: Calendar) -> datetime:
        return now + span if self.unit is Unit.CLOCK_HOURS else calendar.add(now, span)


@dataclass(frozen=True, slots=True)
class Policy:
    """13710 as data: how long each thing may take. `warn`: how long before the due moment the office is reminded.

    `returning`: within which an office may send a case back. `locked`: the triage desk's time for a case that
    offices passed on twice. `lead`, `supervise`, `escalate`: how long after something was missed each of them
    hears of it; `urgent_rung` each in turn where somebody is in danger; `page`: how long the duty officers have
    to answer before they are called again. `extension`: working days at most,
    all told. `deferrals`: how often at most; `deferral`: for how many days at most.
    """

    triage: Term
    acknowledge: Term
    progress: Term
    ordinary: Term
    complex: Term
    question: Term
    urgent_acknowledge: Term
    urgent: Term
    wait: Term
    warn: timedelta
    returning: Term = Term(Unit.WORKING_DAYS, 2)
    locked: Term = Term(Unit.WORKING_DAYS, 1)
    decide: Term = Term(Unit.WORKING_DAYS, 1)
    follow_up_ask: Term = Term(Unit.CLOCK_HOURS, 24)
    follow_up_again: Term = Term(Unit.WORKING_DAYS, 3)
    follow_up: Term = Term(Unit.WORKING_DAYS, 7)
    lead: Term = Term(Unit.WORKING_HOURS, 4)
    supervise: Term = Term(Unit.WORKING_HOURS, 8)
    escalate: Term = Term(Unit.WORKING_HOURS, 24)
    urgent_rung: Term = Term(Unit.CLOCK_HOURS, 1)
    extension: int = 10
    deferrals: int = 2
    deferral: int = 365
    page: timedelta = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Clock:
    """`started`: the receipt. `rings`: when it is looked at next, None for never. `pauses`: those that are over.

    `extended`: by how many working days.
    """

    kind: Kind
    term: Term
    started: datetime
    due: datetime
    rings: datetime | None = None
    stage: Stage = Stage.WARN
    paused: datetime | None = None
    pauses: tuple[tuple[datetime, datetime], ...] = ()
    ended: bool = False
    id: int = 0
    extended: int = 0

    def missed(self, now: datetime) -> bool:
        """Whether its moment has passed; while it is paused, whether it had passed before."""
        return not self.ended and (self.paused or now) >= self.due

    @property
    def urgent(self) -> bool:
        return self.term.unit is Unit.CLOCK_HOURS


def starting(kind: Kind, term: Term, now: datetime, policy: Policy, calendar: Calendar) -> Clock:
    clock = Clock(kind, term, now, term.due(now, calendar))
    return armed(clock, now, policy, calendar)


def armed(clock: Clock, now: datetime, policy: Policy, calendar: Calendar) -> Clock:
    """The clock with its next ringing: a while before it is due, if that is still to come.

    A short clock warns when a quarter of it is left. A wait has nobody to warn.
    """
    if clock.stage is Stage.TOLD:
        return dataclasses.replace(clock, rings=None)
    left = clock.term.left(now, clock.due, calendar)
    ahead = left - min(policy.warn, left / 4)
    if clock.kind is Kind.WAIT or clock.stage is Stage.DUE or ahead <= timedelta():
        return dataclasses.replace(clock, rings=clock.due, stage=Stage.DUE)
    return dataclasses.replace(clock, rings=clock.term.later(now, ahead, calendar))


def grade_of(history: Iterable[Event]) -> Grade:
    """Written down at filing, and when a dispatcher calls a case complex; cases of before are ordinary."""
    grade = Grade.ORDINARY
    for event in history:
        grade = Grade(event.data.get("grade", grade))
    return grade


def reckon(clock: Clock, calendar: Calendar) -> datetime:
    """When it is due by its receipt, its term and its pauses."""
    due = clock.term.due(clock.started, calendar)
    for paused, resumed in clock.pauses:
        due = clock.term.resumed(due, paused, resumed, calendar)
    return longer(due, clock.extended, calendar)


def longer(due: datetime, days: int, calendar: Calendar) -> datetime:
    """A due moment so many working days later."""
    return calendar.closing(calendar.workday(calendar.local_day(due), days)) if days else due


def going_on(clock: Clock, now: datetime, policy: Policy, calendar: Calendar) -> Clock:
    """A paused clock set going again with the time that was left."""
    assert clock.paused is not None
    now = max(now, clock.paused)
    due = clock.term.resumed(clock.due, clock.paused, now, calendar)
    pauses = (*clock.pauses, (clock.paused, now))
    moved = dataclasses.replace(clock, due=due, paused=None, pauses=pauses)
    return armed(moved, now, policy, calendar)


def reckoned(clock: Clock, now: datetime, policy: Policy, calendar: Calendar) -> Clock | None:
    """The clock by another calendar, from its receipt and its pauses; None when nothing changes.

    What was told as missed stays so, and a calendar makes no clock late that was not.
    """
    if clock.kind not in (*OWED, Kind.WAIT) or clock.missed(now) or clock.stage is Stage.TOLD or clock.urgent:
        return None
    due = reckon(clock, calendar)
    if due == clock.due or due <= (clock.paused or now):
        return None
    moved = dataclasses.replace(clock, due=due, stage=Stage.WARN)
    return moved if clock.paused else armed(moved, now, policy, calendar)


# --- what people are shown


@dataclass(frozen=True, slots=True)
class Standing:
    """One clock as people see it. Left are `days` working days and `hours`, an emergency's in hours alone.

    `over_days`, `over_hours`: how long ago it was missed, counted the same way.
    """

    kind: Kind
    due: datetime
    missed: bool
    paused: bool
    days: int
    hours: int
    over_days: int = 0
    over_hours: int = 0


def standing(clocks: Iterable[Clock], now: datetime, calendar: Calendar) -> list[Standing]:
    """What the office has to do in time, the next due first."""
    out = []
    for clock in sorted((c for c in clocks if c.kind in OWED), key=lambda c: c.due):
        left = clock.term.left(clock.paused or now, clock.due, calendar)
        days = 0 if clock.urgent else left // calendar.day_length
        hours = -(-(left - days * calendar.day_length) // timedelta(hours=1))
        late, paused = clock.missed(now), clock.paused is not None
        over = overdue_for(clock, now, calendar) if late else (0, 0)
        out.append(Standing(clock.kind, clock.due, late, paused, days, hours, *over))
    return out


def overdue_for(clock: Clock, now: datetime, calendar: Calendar) -> tuple[int, int]:
    """For how many working days, and hours besides, a missed clock is overdue; an emergency's in hours alone."""
    over = clock.term.left(clock.due, now, calendar)
    days = 0 if clock.urgent else over // calendar.day_length
    return days, (over - days * calendar.day_length) // timedelta(hours=1)


def weightiest(kinds: Iterable[str]) -> Kind | None:
    """Of several missed clocks, the one that matters most to the citizen; None when none does."""
    order = (Kind.RESOLVE, Kind.PROGRESS, Kind.ACKNOWLEDGE)
    return next((kind for kind in order if kind in kinds), None)


def recorded(clocks: Iterable[Clock]) -> dict[str, Any]:
    """What an event did to the clocks, for the record: due moments of those that run, a stop for the others."""
    return {c.kind.value: "ended" if c.ended else "paused" if c.paused else c.due.isoformat() for c in clocks}
