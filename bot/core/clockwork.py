"""What an event does to the clocks of a case: which it starts, ends, stops or sets going. Pure."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.core import said
from bot.core.case import Case, Event, EventKind, Status
from bot.core.deadlines import (
    OWED,
    Clock,
    Grade,
    Kind,
    Policy,
    Stage,
    Term,
    Unit,
    armed,
    going_on,
    grade_of,
    longer,
    reckon,
    starting,
)
from bot.core.workdays import Calendar

_OF_THE_ANSWER = (Kind.PROGRESS, Kind.RESOLVE)
ENDS: Mapping[EventKind, tuple[Kind, ...]] = {
    EventKind.DISPATCHED: (Kind.TRIAGE,),
    EventKind.CLAIMED: (Kind.ACKNOWLEDGE,),
    EventKind.REPLIED: (Kind.PROGRESS,),
    EventKind.TRANSFERRED: (Kind.WAIT, Kind.DEFERRAL),
    EventKind.RELEASED: (Kind.WAIT, Kind.DEFERRAL),
    EventKind.SUPPLIED: (Kind.WAIT,),
    EventKind.RESUMED: (Kind.WAIT,),
    EventKind.RETURNED: (Kind.WAIT, Kind.ACKNOWLEDGE),
    EventKind.REDIRECTED: (Kind.TRIAGE,),
    EventKind.RECALLED: (Kind.DEFERRAL,),
    EventKind.REOPEN_ASKED: (Kind.FOLLOW_UP,),
    EventKind.UPHELD: (Kind.DECIDE,),
    EventKind.REOPENED: (Kind.DECIDE, Kind.FOLLOW_UP),
    EventKind.DEFERRED: tuple(Kind),
    EventKind.RESOLVED: tuple(Kind),
    EventKind.WITHDRAWN: tuple(Kind),
    EventKind.DECLINED: tuple(Kind),
    EventKind.MERGED: tuple(Kind),
    EventKind.CLOSED: tuple(Kind),
}

MOVING = frozenset(
    {
        *ENDS,
        EventKind.FILED,
        EventKind.ASKED,
        EventKind.GRADED,
        EventKind.MISSED,
        EventKind.PROPOSED,
        EventKind.REFUSED,
        EventKind.EXTENDED,
        EventKind.UNMERGED,
        EventKind.DETACHED,
    }
)


def followed(
    running: Sequence[Clock], case: Case, history: Sequence[Event], policy: Policy, calendar: Calendar
) -> list[Clock]:
    """The clocks that the last event starts, ends, stops or sets going; those it leaves alone are not among them.

    `case` is the case after the event, `history` all its events.
    """
    event, grade = history[-1], grade_of(history)
    now, urgent = event.at, grade is Grade.EMERGENCY
    ends = ENDS.get(event.kind, ())
    if event.data.get("proposal", "") is None:
        ends = (*ends, Kind.DECIDE)
    out = [dataclasses.replace(c, ended=True, rings=None) for c in running if c.kind in ends]
    rest = [c for c in running if c.kind not in ends]
    kinds = {c.kind for c in rest}
    terms: dict[Kind, Term] = {}
    if event.kind is EventKind.FILED:
        return _at_receipt(case, grade, now, policy, calendar)
    deferred = any(c.kind is Kind.DEFERRAL for c in running)
    if event.kind in (EventKind.REOPENED, EventKind.RECALLED) or (
        event.kind in (EventKind.TRANSFERRED, EventKind.RELEASED) and deferred
    ):
        terms[Kind.RESOLVE] = _whole(grade, policy)
    if event.kind in _TO_TRIAGE and case.status is Status.TRIAGE and not urgent:
        terms[Kind.TRIAGE] = policy.locked if case.locked else policy.triage
    if event.kind in _TO_OFFICE and case.status is Status.DISPATCHED:
        # Somebody may have taken it already; whoever is next has to say so too.
        terms[Kind.ACKNOWLEDGE] = policy.urgent_acknowledge if urgent else policy.acknowledge
    if event.kind is EventKind.ASKED:
        terms[Kind.WAIT] = policy.wait
        asked_before = any(e.kind is EventKind.ASKED for e in history[:-1])
        if not asked_before and not urgent:
            out += [dataclasses.replace(c, paused=now, rings=None) for c in rest if c.kind in _OF_THE_ANSWER]
    if event.kind is EventKind.DETACHED and "question" in event.data:
        # As it was before the words that were no answer: the question waits no longer than it would have.
        answer = said.was_answered(history, event)
        until = said.waits_until(history, answer)
        assert until is not None
        out.append(Clock(Kind.WAIT, policy.wait, now, until, rings=until, stage=Stage.DUE))
        stopped = answer.data.get("clocks", {}).keys() & {kind.value for kind in _OF_THE_ANSWER}
        out += [dataclasses.replace(c, paused=now, rings=None) for c in rest if c.kind.value in stopped]
    if event.kind is EventKind.GRADED:
        out += [
            _regraded(c, _whole(grade, policy), now, policy, calendar) for c in rest if c.kind is Kind.RESOLVE
        ]
    if event.kind in (EventKind.PROPOSED, EventKind.REOPEN_ASKED):
        terms[Kind.DECIDE] = policy.urgent_rung if urgent else policy.decide
    if event.kind is EventKind.UNMERGED:
        out.append(starting(Kind.RESOLVE, _whole(grade, policy), case.filed_at, policy, calendar))
    if event.kind is EventKind.EXTENDED:
        out += [
            _extended(c, event.data["days"], now, policy, calendar) for c in rest if c.kind is Kind.RESOLVE
        ]
    if event.kind is EventKind.DEFERRED:
        until = datetime.fromisoformat(event.data["until"])
        out.append(Clock(Kind.DEFERRAL, _DATED, now, until, rings=until, stage=Stage.DUE))
    if event.kind is EventKind.RESOLVED or (
        event.kind is EventKind.UPHELD and case.status is Status.RESOLVED
    ):
        out.append(_follow_up(now, policy, calendar))
    if event.kind is EventKind.MISSED and case.open and Kind.LADDER not in kinds:
        out.append(_ladder(now, policy, calendar, urgent=urgent))
    out += [starting(kind, term, now, policy, calendar) for kind, term in terms.items() if kind not in kinds]
    if event.kind is not EventKind.MISSED and ends:
        # Nothing is overdue any more: nobody further up has to hear of it.
        late = any(c.missed(now) for c in rest if c.kind in OWED)
        out += [
            dataclasses.replace(c, ended=True, rings=None) for c in rest if c.kind is Kind.LADDER and not late
        ]
    if Kind.WAIT in ends and case.open:
        out += [going_on(c, now, policy, calendar) for c in rest if c.paused is not None]
    return out


_TO_TRIAGE = (EventKind.TRANSFERRED, EventKind.RETURNED, EventKind.REDIRECTED, EventKind.UNMERGED)
_TO_OFFICE = (EventKind.DISPATCHED, EventKind.TRANSFERRED, EventKind.REDIRECTED, EventKind.RELEASED)
_DATED = Term(Unit.CALENDAR_DAYS, 0)  # due on a day that people chose


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
    # A case split off later: those who get it now have their own time, the answer is due as it was promised.
    clocks = [
        starting(kind, term, case.filed_at if kind in _OF_THE_ANSWER else now, policy, calendar)
        for kind, term in terms.items()
    ]
    last = next(c.due for c in clocks if c.kind is Kind.RESOLVE)
    # What would come only with the answer, or after it, needs no clock of its own.
    return [c for c in clocks if c.kind is Kind.RESOLVE or now < c.due < last]


def _regraded(clock: Clock, term: Term, now: datetime, policy: Policy, calendar: Calendar) -> Clock:
    changed = dataclasses.replace(clock, term=term, stage=Stage.WARN)
    changed = dataclasses.replace(changed, due=max(clock.due, reckon(changed, calendar)))
    return changed if clock.paused else armed(changed, now, policy, calendar)


def _extended(clock: Clock, days: int, now: datetime, policy: Policy, calendar: Calendar) -> Clock:
    due = longer(max(clock.due, now), days, calendar)
    moved = dataclasses.replace(clock, extended=clock.extended + days, due=due, stage=Stage.WARN)
    return moved if clock.paused else armed(moved, now, policy, calendar)


def _follow_up(now: datetime, policy: Policy, calendar: Calendar) -> Clock:
    due = policy.follow_up.due(now, calendar)
    asks = calendar.next_awake(policy.follow_up_ask.due(now, calendar))
    return Clock(Kind.FOLLOW_UP, policy.follow_up, now, due, rings=min(asks, due), stage=Stage.ASK)


def asked(clock: Clock, now: datetime, policy: Policy, calendar: Calendar) -> Clock:
    """A follow-up's clock once the citizen was asked: it rings to ask once more, then at its end.

    Who is asked late, because the desk was down, has the whole window all the same.
    """
    again = calendar.opening(calendar.local_day(policy.follow_up_again.due(clock.started, calendar)))
    if clock.stage is Stage.ASK and now >= again:
        clock = dataclasses.replace(clock, started=now, due=policy.follow_up.due(now, calendar), rings=now)
        again = calendar.opening(calendar.local_day(policy.follow_up_again.due(now, calendar)))
    if clock.stage is Stage.ASK and clock.rings is not None and clock.rings < again < clock.due:
        return dataclasses.replace(clock, stage=Stage.ASK_AGAIN, rings=again)
    return dataclasses.replace(clock, stage=Stage.DUE, rings=clock.due)


def _ladder(now: datetime, policy: Policy, calendar: Calendar, *, urgent: bool) -> Clock:
    term = policy.urgent_rung if urgent else policy.lead
    due = term.due(now, calendar)
    return Clock(Kind.LADDER, term, now, due, rings=due, stage=Stage.LEAD)


RUNGS = (Stage.LEAD, Stage.SUPERVISE, Stage.ESCALATE)


def next_rung(ladder: Clock, stage: Stage, policy: Policy, calendar: Calendar) -> datetime | None:
    """When a rung will be reached; None when that is behind it."""
    if ladder.stage not in RUNGS or RUNGS.index(ladder.stage) > RUNGS.index(stage):
        return None
    return _rungs(ladder, policy, calendar)[RUNGS.index(stage)]


def climbed(ladder: Clock, now: datetime, policy: Policy, calendar: Calendar) -> tuple[Stage, Clock]:
    """The rung that is reached by now (after an outage, the highest of several), and the ladder after it."""
    at = _rungs(ladder, policy, calendar)
    first = RUNGS.index(ladder.stage)
    reached = max((i for i in range(first, len(RUNGS)) if at[i] <= now), default=first)
    if reached + 1 == len(RUNGS):
        return RUNGS[reached], dataclasses.replace(ladder, stage=Stage.TOLD, rings=None)
    rings = at[reached + 1]
    return RUNGS[reached], dataclasses.replace(ladder, stage=RUNGS[reached + 1], rings=rings, due=rings)


def _rungs(ladder: Clock, policy: Policy, calendar: Calendar) -> list[datetime]:
    if ladder.urgent:
        hour = policy.urgent_rung.due(ladder.started, calendar) - ladder.started
        return [ladder.started + hour * n for n in (1, 2, 3)]
    terms = (policy.lead, policy.supervise, policy.escalate)
    return [term.due(ladder.started, calendar) for term in terms]
