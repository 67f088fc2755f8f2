"""Clocks of a case: what starts, stops, ends and moves them, and what must hold whatever happens."""

import dataclasses
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import clockwork, deadlines, workflow
from bot.core.case import SYSTEM, Case, Event, Status, Who
from bot.core.deadlines import Clock, Kind, Policy, Stage, Term, Unit
from bot.core.workdays import Calendar, month_after
from bot.core.workflow import Action
from tests.factories import CITIZEN, CLERK, NOON, case
from tests.factories import event as event_of
from tests.rows import each_row

ZONE = ZoneInfo("Asia/Shanghai")
FREE = frozenset(date(2026, 10, day) for day in range(1, 8))
CALENDAR = Calendar(
    ZONE, ((time(9), time(12)), (time(13, 30), time(17))), FREE, frozenset({date(2026, 10, 10)})
)
DAYS, HOURS = Unit.WORKING_DAYS, Unit.WORKING_HOURS
POLICY = Policy(
    triage=Term(HOURS, 2),
    acknowledge=Term(Unit.SAME_DAY, 4),
    progress=Term(DAYS, 3),
    ordinary=Term(DAYS, 7),
    complex=Term(Unit.MONTHS, 1),
    question=Term(DAYS, 2),
    urgent_acknowledge=Term(Unit.CLOCK_HOURS, 2),
    urgent=Term(Unit.CLOCK_HOURS, 24),
    wait=Term(DAYS, 5),
    warn=timedelta(hours=4),
)

moments = st.datetimes(datetime(2026, 8, 1), datetime(2026, 12, 31)).map(lambda d: d.replace(tzinfo=UTC))  # noqa: DTZ001
spans = st.integers(0, 60 * 24 * 20).map(lambda minutes: timedelta(minutes=minutes))
by_work = st.builds(
    Term, st.sampled_from([HOURS, Unit.SAME_DAY, DAYS, Unit.CALENDAR_DAYS, Unit.MONTHS]), st.integers(1, 20)
)
terms = st.one_of(by_work, st.builds(Term, st.just(Unit.CLOCK_HOURS), st.integers(1, 5)))


def in_office(moment: datetime) -> bool:
    """Said without the code under test: a worked day, and between opening and closing."""
    local = moment.astimezone(ZONE)
    worked = local.date() == date(2026, 10, 10) or (local.weekday() < 5 and local.date() not in FREE)
    now = local.time()
    return worked and (time(9) <= now <= time(12) or time(13, 30) <= now <= time(17))


@given(term=by_work, start=moments)
def test_only_an_emergency_is_due_on_a_minute_that_is_not_worked(term: Term, start: datetime) -> None:
    assert in_office(term.due(start, CALENDAR))


@given(term=terms, one=moments, other=moments)
def test_who_comes_later_is_never_due_earlier(term: Term, one: datetime, other: datetime) -> None:
    first, second = sorted((one, other))
    assert term.due(first, CALENDAR) <= term.due(second, CALENDAR)
    assert term.due(first, CALENDAR) > first


@given(term=terms, start=moments, waited=spans, paused=spans)
def test_a_pause_never_shortens(term: Term, start: datetime, waited: timedelta, paused: timedelta) -> None:
    due = term.due(start, CALENDAR)
    asked = start + waited
    answered = asked + paused
    after = term.resumed(due, asked, answered, CALENDAR)
    assert after >= due
    left = term.left(asked, due, CALENDAR)
    assert term.left(answered, after, CALENDAR) >= left, "the time left then is left now"
    assert after == due or term.unit is Unit.CLOCK_HOURS or in_office(after)


@given(start=moments, span=spans, more=spans)
def test_working_time_adds_up(start: datetime, span: timedelta, more: timedelta) -> None:
    end = start + span
    assert CALENDAR.worked_between(start, end) + CALENDAR.worked_between(end, end + more) == (
        CALENDAR.worked_between(start, end + more)
    )
    worked = CALENDAR.worked_between(start, end)
    assert CALENDAR.add(start, worked) <= max(end, CALENDAR.next_open(start))
    assert CALENDAR.worked_between(end, start) == timedelta() or span == timedelta()


@given(day=st.dates(date(2024, 1, 1), date(2060, 1, 1)), months=st.integers(1, 14))
def test_months_end_on_the_same_date_or_the_month_s_last(day: date, months: int) -> None:
    end = month_after(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or (end.day < day.day and (end + timedelta(days=1)).day == 1)


@given(moment=moments)
def test_people_are_spoken_to_in_working_hours(moment: datetime) -> None:
    awake = CALENDAR.next_awake(moment)
    assert CALENDAR.awake(awake)
    assert awake >= moment
    assert 9 <= awake.astimezone(ZONE).hour <= 18
    assert CALENDAR.next_opening(moment) > moment


# --- events and clocks


class Story:
    """One case and its clocks; time passes by hand."""

    def __init__(
        self, status: Status = Status.DISPATCHED, grade: str = "ordinary", at: datetime = NOON
    ) -> None:
        made = case(status=status, filed_at=at, updated_at=at)
        filed = event_of(made)
        self.history: list[Event] = [dataclasses.replace(filed, data={**filed.data, "grade": grade})]
        self.case: Case = made
        self.clocks: list[Clock] = []
        self.now = at
        self._follow()

    def do(self, action: Action, who: Any = CLERK, **data: Any) -> "Story":
        self.case, event = workflow.apply(
            self.case, action, who, self.now, data, to_triage=bool(data.get("to_triage"))
        )
        self.history.append(event)
        self._follow()
        return self

    def _follow(self) -> None:
        changed = clockwork.followed(self.clocks, self.case, self.history, POLICY, CALENDAR)
        last = self.history[-1]
        self.history[-1] = dataclasses.replace(
            last, data={**last.data, "clocks": deadlines.recorded(changed)}
        )
        kept = {c.kind: c for c in self.clocks} | {c.kind: c for c in changed}
        self.clocks = [c for c in kept.values() if not c.ended]

    def wait(self, **span: float) -> "Story":
        self.now += timedelta(**span)
        return self

    def claim(self) -> "Story":
        return self.do(Action.CLAIM, handler_id=2001)

    def ask(self) -> "Story":
        return self.do(Action.ASK, question="几号楼？")

    def clock(self, kind: Kind) -> Clock:
        return next(c for c in self.clocks if c.kind is kind)

    @property
    def kinds(self) -> list[str]:
        return sorted(c.kind.value for c in self.clocks)

    def due(self, kind: Kind = Kind.RESOLVE) -> str:
        return f"{self.clock(kind).due.astimezone(ZONE):%a %m-%d %H:%M}"


def test_the_receipt_starts_the_clocks() -> None:
    assert Story().kinds == ["acknowledge", "progress", "resolve"]
    assert Story(Status.TRIAGE).kinds == ["acknowledge", "progress", "resolve", "triage"]
    assert Story(grade="question").kinds == ["acknowledge", "resolve"], "the answer comes before news would"
    assert Story(Status.TRIAGE, "emergency").kinds == ["acknowledge", "resolve"]
    night = datetime(2026, 10, 3, 20, tzinfo=UTC)
    assert Story(at=night).due(Kind.ACKNOWLEDGE) == "Thu 10-08 17:00"
    assert Story(grade="emergency", at=night).due(Kind.ACKNOWLEDGE) == "Sun 10-04 06:00"


def test_what_is_done_ends_its_clock() -> None:
    story = Story(Status.TRIAGE)
    dispatcher = dataclasses.replace(CLERK, roles=frozenset({Who.DISPATCHER}))
    assert "triage" not in story.do(Action.DISPATCH, dispatcher, department="zhujian").kinds
    assert story.claim().kinds == ["progress", "resolve"]
    assert story.do(Action.REPLY, text="明天修").kinds == ["resolve"]
    assert story.do(Action.RESOLVE, text="修好了", outcome="solved").kinds == ["follow_up"]
    story.wait(days=3).do(Action.REOPEN, handler_id=2001)
    assert story.kinds == ["resolve"]
    assert story.due() == "Wed 12-02 17:00", "a new clock from a Monday"
    assert Story().do(Action.WITHDRAW, CITIZEN).kinds == []


def test_neither_dispatch_nor_transfer_moves_a_clock() -> None:
    story = Story().wait(hours=2)
    before = {c.kind: c for c in story.clocks}
    story.do(Action.TRANSFER, department="jiaoyu", from_department="zhujian")
    assert {c.kind: c for c in story.clocks} == before
    story.claim().wait(days=4)
    story.do(Action.TRANSFER, department="zhujian", from_department="jiaoyu")
    assert story.clock(Kind.RESOLVE) == before[Kind.RESOLVE]
    assert story.due(Kind.ACKNOWLEDGE) == "Wed 11-25 10:00", "the next office has to take it too"
    dispatcher = dataclasses.replace(CLERK, roles=frozenset({Who.DISPATCHER}))
    story.do(Action.TRANSFER, dispatcher, department="triage", from_department="zhujian", to_triage=True)
    assert story.clock(Kind.RESOLVE) == before[Kind.RESOLVE]
    assert "triage" in story.kinds


def test_a_question_stops_the_clocks_once() -> None:
    story = Story().claim().ask()
    assert story.clock(Kind.RESOLVE).paused == NOON
    assert story.due(Kind.WAIT) == "Fri 11-27 17:00"
    story.wait(days=1).ask()
    assert story.due(Kind.WAIT) == "Fri 11-27 17:00", "asked again, the wait is no longer"
    story.wait(days=3).do(Action.SUPPLY, CITIZEN, text="三号楼")  # Tuesday noon: two working days later
    assert story.kinds == ["progress", "resolve"]
    assert story.due() == "Thu 12-03 17:00"
    assert story.due(Kind.PROGRESS) == "Fri 11-27 17:00"
    story.ask()
    assert story.clock(Kind.RESOLVE).paused is None, "a second question stops nothing"
    assert "wait" in story.kinds


def test_a_wait_ends_with_the_answer_the_cap_a_transfer_and_the_end() -> None:
    assert "wait" not in Story().claim().ask().do(Action.SUPPLY, CITIZEN, text="三号楼").kinds
    capped = Story().claim().ask().wait(days=7, hours=5).do(Action.RESUME, SYSTEM)
    assert capped.kinds == ["progress", "resolve"]
    assert capped.clock(Kind.RESOLVE).paused is None
    moved = Story().claim().ask()
    moved.do(Action.TRANSFER, department="jiaoyu", from_department="zhujian")
    assert moved.kinds == ["acknowledge", "progress", "resolve"]
    assert not any(c.paused for c in moved.clocks)
    assert Story().claim().ask().do(Action.RESOLVE, text="好了", outcome="solved").kinds == ["follow_up"]


def test_a_clock_that_was_missed_stays_missed_through_a_question() -> None:
    story = Story().claim().wait(days=20)
    story.clocks = [dataclasses.replace(c, stage=Stage.TOLD, rings=None) for c in story.clocks]
    before = story.due()
    story.ask()
    assert story.clock(Kind.RESOLVE).missed(story.now + timedelta(days=3))
    story.wait(days=3).do(Action.SUPPLY, CITIZEN, text="三号楼")
    assert story.due() == before
    assert story.clock(Kind.RESOLVE).missed(story.now)
    assert story.clock(Kind.RESOLVE).rings is None, "it was told"


def test_a_system_clock_that_jumps_back_does_no_harm() -> None:
    story = Story().claim().ask()
    due = story.due()
    story.wait(hours=-30).do(Action.SUPPLY, CITIZEN, text="三号楼")
    assert story.due() == due
    assert story.clock(Kind.RESOLVE).pauses == ((NOON, NOON),)


def test_complex_is_measured_from_the_receipt() -> None:
    dispatcher = dataclasses.replace(CLERK, roles=frozenset({Who.DISPATCHER}))
    story = Story().wait(days=3).do(Action.GRADE, dispatcher, grade="complex", text="要几家一起办")
    assert story.due() == "Mon 12-21 17:00", "the 20th is a Sunday"
    asked = Story().claim().ask().do(Action.GRADE, dispatcher, grade="complex", text="要几家一起办")
    assert asked.clock(Kind.RESOLVE).paused == NOON
    short = Story()
    short.clocks = [dataclasses.replace(c, due=NOON + timedelta(days=90)) for c in short.clocks]
    short.do(Action.GRADE, dispatcher, grade="complex", text="要几家一起办")
    assert short.clock(Kind.RESOLVE).due == NOON + timedelta(days=90), "never shortens"


# --- ringing


def test_a_clock_warns_a_while_before_and_then_when_it_is_due() -> None:
    story = Story()
    answer = story.clock(Kind.RESOLVE)
    assert answer.stage is Stage.WARN
    assert CALENDAR.worked_between(answer.rings or NOON, answer.due) == POLICY.warn
    short = story.clock(Kind.ACKNOWLEDGE)
    left = CALENDAR.worked_between(NOON, short.due)
    assert CALENDAR.worked_between(short.rings or NOON, short.due) == left / 4
    late = deadlines.armed(answer, answer.due - timedelta(minutes=1), POLICY, CALENDAR)
    assert late.rings is not None
    assert late.rings <= answer.due
    assert (
        deadlines.armed(dataclasses.replace(answer, stage=Stage.DUE), NOON, POLICY, CALENDAR).rings
        == answer.due
    )


@given(term=terms, start=moments)
@settings(max_examples=60)
def test_a_clock_rings_between_its_start_and_its_end(term: Term, start: datetime) -> None:
    clock = deadlines.starting(Kind.RESOLVE, term, start, POLICY, CALENDAR)
    assert clock.rings is not None
    assert start <= clock.rings <= clock.due


# --- another calendar


def other(*off: date, worked: Sequence[date] = ()) -> Calendar:
    return dataclasses.replace(CALENDAR, off=CALENDAR.off | {*off}, worked=CALENDAR.worked | {*worked})


def test_a_new_holiday_moves_what_runs_and_nothing_else() -> None:
    story = Story().claim()
    now = NOON + timedelta(days=3)
    calendar = other(date(2026, 11, 26))
    moved = deadlines.reckoned(story.clock(Kind.RESOLVE), now, POLICY, calendar)
    assert moved is not None
    assert f"{moved.due.astimezone(ZONE):%a %m-%d %H:%M}" == "Wed 12-02 17:00"
    assert deadlines.reckoned(moved, now, POLICY, calendar) is None, "twice changes nothing"
    assert deadlines.reckoned(story.clock(Kind.PROGRESS), now, POLICY, calendar) is None, "due before it"
    told = dataclasses.replace(story.clock(Kind.RESOLVE), stage=Stage.TOLD)
    assert deadlines.reckoned(told, now, POLICY, calendar) is None
    urgent = Story(grade="emergency").clock(Kind.RESOLVE)
    assert deadlines.reckoned(urgent, NOON, POLICY, other(date(2026, 11, 20))) is None


def test_a_new_calendar_makes_nothing_late() -> None:
    answer = Story().clock(Kind.RESOLVE)
    saturdays = (date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 28), date(2026, 11, 29))
    sooner = deadlines.reckoned(answer, NOON, POLICY, other(worked=saturdays))
    assert sooner is not None
    assert sooner.due < answer.due
    late = answer.due - timedelta(minutes=1)
    assert deadlines.reckoned(answer, late, POLICY, other(worked=saturdays)) is None


def test_a_pause_is_counted_again_by_the_new_calendar() -> None:
    story = Story().claim().ask().wait(days=3).do(Action.SUPPLY, CITIZEN, text="三号楼")
    moved = deadlines.reckoned(story.clock(Kind.RESOLVE), story.now, POLICY, other(date(2026, 11, 30)))
    assert moved is not None
    assert moved.due > story.clock(Kind.RESOLVE).due
    waiting = Story().claim().ask()
    still = deadlines.reckoned(waiting.clock(Kind.RESOLVE), NOON, POLICY, other(date(2026, 11, 30)))
    assert still is not None
    assert still.paused == NOON
    assert still.rings is None


# --- what people see


def test_how_clocks_stand() -> None:
    story = Story().claim()
    progress, answer = deadlines.standing(story.clocks, NOON, CALENDAR)
    assert (progress.kind, answer.kind) == (Kind.PROGRESS, Kind.RESOLVE)
    assert (answer.days, answer.hours, answer.missed) == (7, 4, False)
    late = deadlines.standing(story.clocks, NOON + timedelta(days=30), CALENDAR)
    assert [(each.missed, each.days, each.hours) for each in late] == [(True, 0, 0)] * 2
    (_, urgent) = deadlines.standing(Story(grade="emergency").clocks, NOON, CALENDAR)
    assert (urgent.days, urgent.hours) == (0, 24)
    paused = deadlines.standing(story.ask().clocks, NOON + timedelta(days=30), CALENDAR)
    assert not any(each.missed for each in paused)


@each_row(
    ("missed", "told"),
    [
        (["triage"], None),
        (["triage", "acknowledge"], Kind.ACKNOWLEDGE),
        (["acknowledge", "resolve", "progress"], Kind.RESOLVE),
    ],
)
def test_the_citizen_hears_of_what_matters_most(missed: list[str], told: Kind | None) -> None:
    assert deadlines.weightiest(missed) is told


def test_every_event_that_ends_something_is_followed() -> None:
    assert set(clockwork.ENDS) <= clockwork.MOVING
