"""Which clocks a case has, when each is due, and what an event does to them. Pure: rows in, rows out.

Rules
1. Clocks run from the receipt. Neither dispatch nor transfer nor return moves a running clock.
2. A clock that starts while the office is closed starts when it opens; an emergency's never sleeps.
3. A question to the citizen stops the clocks of the answer, once, for as long as a cap allows.
4. Time left is never lost: a pause moves a due moment later or leaves it.
5. A missed clock runs on until the thing is done: overdue is what the rows say, not a status.
"""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.core.case import Case, Event, EventKind, Status
from bot.core.workdays import Calendar, month_after


class Kind(StrEnum):
    """What has to be done in time. `WAIT` is the citizen's: how long a question stops the others."""

    TRIAGE = "triage"
    ACKNOWLEDGE = "acknowledge"
    PROGRESS = "progress"
    RESOLVE = "resolve"
    WAIT = "wait"


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
    """What a clock does when it rings next: warn, or say that it was missed. TOLD: nothing more."""

    WARN = "warn"
    DUE = "due"
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
        if self.unit is Unit.CALENDAR_DAYS:
            # A last day that is free gives way to the next that is not.
            return calendar.closing(calendar.workday(day + timedelta(days=self.count)))
        return calendar.closing(month_after(day, self.count))

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
    """13710 as data: how long each thing may take. `warn`: how long before the due moment the office is reminded."""

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


@dataclass(frozen=True, slots=True)
class Clock:
    """`started`: the receipt. `rings`: when it is looked at next, None for never. `pauses`: those that are over."""

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


_OF_THE_ANSWER = (Kind.PROGRESS, Kind.RESOLVE)
ENDS: Mapping[EventKind, tuple[Kind, ...]] = {
    EventKind.DISPATCHED: (Kind.TRIAGE,),
    EventKind.CLAIMED: (Kind.ACKNOWLEDGE,),
    EventKind.REPLIED: (Kind.PROGRESS,),
    EventKind.TRANSFERRED: (Kind.WAIT,),
    EventKind.SUPPLIED: (Kind.WAIT,),
    EventKind.RESUMED: (Kind.WAIT,),
    EventKind.RESOLVED: tuple(Kind),
    EventKind.WITHDRAWN: tuple(Kind),
}

MOVING = frozenset({*ENDS, EventKind.FILED, EventKind.ASKED, EventKind.REOPENED, EventKind.GRADED})


def followed(
    running: Sequence[Clock], case: Case, history: Sequence[Event], policy: Policy, calendar: Calendar
) -> list[Clock]:
    """The clocks that the last event starts, ends, stops or sets going; those it leaves alone are not among them.

    `case` is the case after the event, `history` all its events.
    """
    event, grade = history[-1], grade_of(history)
    now, urgent = event.at, grade is Grade.EMERGENCY
    ends = ENDS.get(event.kind, ())
    out = [dataclasses.replace(c, ended=True, rings=None) for c in running if c.kind in ends]
    rest = [c for c in running if c.kind not in ends]
    kinds = {c.kind for c in rest}
    terms: dict[Kind, Term] = {}
    if event.kind is EventKind.FILED:
        return _at_receipt(case, grade, now, policy, calendar)
    if event.kind is EventKind.REOPENED:
        terms[Kind.RESOLVE] = _whole(grade, policy)
    if event.kind is EventKind.TRANSFERRED and case.status is Status.TRIAGE and not urgent:
        terms[Kind.TRIAGE] = policy.triage
    if event.kind in (EventKind.DISPATCHED, EventKind.TRANSFERRED) and case.status is Status.DISPATCHED:
        # One office may have taken it already; the next has to say so too.
        terms[Kind.ACKNOWLEDGE] = policy.urgent_acknowledge if urgent else policy.acknowledge
    if event.kind is EventKind.ASKED:
        terms[Kind.WAIT] = policy.wait
        asked_before = any(e.kind is EventKind.ASKED for e in history[:-1])
        if not asked_before:
            out += [dataclasses.replace(c, paused=now, rings=None) for c in rest if c.kind in _OF_THE_ANSWER]
    if event.kind is EventKind.GRADED:
        out += [
            _regraded(c, _whole(grade, policy), now, policy, calendar) for c in rest if c.kind is Kind.RESOLVE
        ]
    out += [starting(kind, term, now, policy, calendar) for kind, term in terms.items() if kind not in kinds]
    if Kind.WAIT in ends and case.open:
        out += [going_on(c, now, policy, calendar) for c in rest if c.paused is not None]
    return out


def _whole(grade: Grade, policy: Policy) -> Term:
    return {
        Grade.ORDINARY: policy.ordinary,
        Grade.COMPLEX: policy.complex,
        Grade.QUESTION: policy.question,
        Grade.EMERGENCY: policy.urgent,
    }[grade]


def _at_receipt(case: Case, grade: Grade, now: datetime, policy: Policy, calendar: Calendar) -> list[Clock]:
    urgent = grade is Grade.EMERGENCY
    terms = {
        Kind.TRIAGE: policy.triage,
        Kind.ACKNOWLEDGE: policy.urgent_acknowledge if urgent else policy.acknowledge,
        Kind.PROGRESS: policy.progress,
        Kind.RESOLVE: _whole(grade, policy),
    }
    if case.status is not Status.TRIAGE or urgent:
        del terms[Kind.TRIAGE]
    clocks = [starting(kind, term, now, policy, calendar) for kind, term in terms.items()]
    last = next(c.due for c in clocks if c.kind is Kind.RESOLVE)
    # What would come only with the answer, or after it, needs no clock of its own.
    return [c for c in clocks if c.kind is Kind.RESOLVE or c.due < last]


def _regraded(clock: Clock, term: Term, now: datetime, policy: Policy, calendar: Calendar) -> Clock:
    changed = dataclasses.replace(clock, term=term, stage=Stage.WARN)
    changed = dataclasses.replace(changed, due=max(clock.due, _reckon(changed, calendar)))
    return changed if clock.paused else armed(changed, now, policy, calendar)


def _reckon(clock: Clock, calendar: Calendar) -> datetime:
    """When it is due by its receipt, its term and its pauses."""
    due = clock.term.due(clock.started, calendar)
    for paused, resumed in clock.pauses:
        due = clock.term.resumed(due, paused, resumed, calendar)
    return due


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
    if clock.missed(now) or clock.stage is Stage.TOLD or clock.urgent:
        return None
    due = _reckon(clock, calendar)
    if due == clock.due or due <= (clock.paused or now):
        return None
    moved = dataclasses.replace(clock, due=due, stage=Stage.WARN)
    return moved if clock.paused else armed(moved, now, policy, calendar)


# --- what people are shown


@dataclass(frozen=True, slots=True)
class Standing:
    """One clock as people see it. Left are `days` working days and `hours`, an emergency's in hours alone."""

    kind: Kind
    due: datetime
    missed: bool
    paused: bool
    days: int
    hours: int


def standing(clocks: Iterable[Clock], now: datetime, calendar: Calendar) -> list[Standing]:
    """What the office has to do in time, the next due first."""
    out = []
    for clock in sorted((c for c in clocks if c.kind is not Kind.WAIT), key=lambda c: c.due):
        left = clock.term.left(clock.paused or now, clock.due, calendar)
        days = 0 if clock.urgent else left // calendar.day_length
        hours = -(-(left - days * calendar.day_length) // timedelta(hours=1))
        out.append(Standing(clock.kind, clock.due, clock.missed(now), clock.paused is not None, days, hours))
    return out


def weightiest(kinds: Iterable[str]) -> Kind | None:
    """Of several missed clocks, the one that matters most to the citizen; None when none does."""
    order = (Kind.RESOLVE, Kind.PROGRESS, Kind.ACKNOWLEDGE)
    return next((kind for kind in order if kind in kinds), None)


def recorded(clocks: Iterable[Clock]) -> dict[str, Any]:
    """What an event did to the clocks, for the record: due moments of those that run, a stop for the others."""
    return {c.kind.value: "ended" if c.ended else "paused" if c.paused else c.due.isoformat() for c in clocks}
