"""What later events do to a case's clocks: more time, put off, answered, reopened, overdue."""

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.core import clockwork
from bot.core.case import SYSTEM, Actor, Event, EventKind, Status, Who
from bot.core.deadlines import Clock, Kind, Stage
from bot.core.said import standing, unanswered
from bot.core.workflow import Action
from tests.core.test_deadlines import CALENDAR, POLICY, ZONE, Story, moments
from tests.factories import CITIZEN, CLERK, NOON
from tests.rows import each_row

SUPERVISOR = dataclasses.replace(CLERK, roles=frozenset({Who.SUPERVISOR}))
DISPATCHER = dataclasses.replace(CLERK, roles=frozenset({Who.DISPATCHER}))
ASKED_FOR = {"proposal": {"action": "extend", "stages": ["supervisor"]}}
SPRING = "2027-03-01T01:00:00+00:00"


def said(moment: datetime | None) -> str:
    assert moment is not None
    return f"{moment.astimezone(ZONE):%a %m-%d %H:%M}"


def missed(story: Story) -> Story:
    return story.do(Action.MISS, SYSTEM, missed={"resolve": story.clock(Kind.RESOLVE).due.isoformat()})


def test_more_time_is_asked_for_and_given() -> None:
    story = Story().claim()
    before = story.due()
    story.do(Action.PROPOSE, **ASKED_FOR)
    assert story.due(Kind.DECIDE) == "Mon 11-23 17:00"
    assert story.due() == before, "asking moves nothing"
    story.do(Action.EXTEND, SUPERVISOR, text="等配件", days=5)
    assert (before, story.due()) == ("Tue 12-01 17:00", "Tue 12-08 17:00")
    assert "decide" not in story.kinds
    story.do(Action.EXTEND, SUPERVISOR, text="还没到", days=1)
    assert story.due() == "Wed 12-09 17:00"
    assert story.clock(Kind.RESOLVE).extended == 6


def test_more_time_stays_when_the_citizen_is_asked_and_when_the_calendar_changes() -> None:
    story = Story().claim().do(Action.EXTEND, SUPERVISOR, text="等配件", days=5)
    story.ask().wait(days=3).do(Action.SUPPLY, CITIZEN, text="三号楼")
    assert story.due() == "Wed 12-09 17:00"


def test_a_refusal_leaves_the_clocks() -> None:
    story = Story().claim().do(Action.PROPOSE, **ASKED_FOR)
    story.do(Action.REFUSE, SUPERVISOR, text="理由不足", stage="supervisor")
    assert story.kinds == ["progress", "resolve"]
    assert story.due() == "Tue 12-01 17:00"


def test_put_off_until_a_day_and_taken_up_again() -> None:
    story = Story().claim().do(Action.DEFER, SUPERVISOR, text="列入改造", until=SPRING)
    assert story.kinds == ["deferral"]
    assert said(story.clock(Kind.DEFERRAL).rings) == "Mon 03-01 09:00"
    story.now = datetime.fromisoformat(SPRING)
    story.do(Action.RECALL, SYSTEM)
    assert story.kinds == ["resolve"]
    assert story.due() == "Wed 03-10 17:00", "seven working days from then"


def test_after_the_answer_the_citizen_is_asked_then_it_ends() -> None:
    story = Story().claim().do(Action.RESOLVE, text="修好了", outcome="solved")
    clock = story.clock(Kind.FOLLOW_UP)
    assert (said(clock.rings), said(clock.due)) == ("Mon 11-23 09:00", "Tue 12-01 17:00")
    clock = clockwork.asked(clock, clock.rings or NOON, POLICY, CALENDAR)
    assert (clock.stage, said(clock.rings)) == (Stage.ASK_AGAIN, "Wed 11-25 09:00")
    clock = clockwork.asked(clock, clock.rings or NOON, POLICY, CALENDAR)
    assert (clock.stage, clock.rings) == (Stage.DUE, clock.due)
    assert story.do(Action.CLOSE, SYSTEM, ended="not_rated").kinds == []


def test_asked_late_the_citizen_has_the_whole_window() -> None:
    """After an outage the day for asking again has passed as well."""
    story = Story().claim().do(Action.RESOLVE, text="修好了", outcome="solved")
    now = NOON + timedelta(days=6)
    late = clockwork.asked(dataclasses.replace(story.clock(Kind.FOLLOW_UP), rings=now), now, POLICY, CALENDAR)
    assert (late.stage, said(late.rings), said(late.due)) == (
        Stage.ASK_AGAIN,
        "Tue 12-01 09:00",
        "Mon 12-07 17:00",
    )


def test_a_citizen_who_is_not_content_waits_for_a_decision() -> None:
    story = Story().claim().do(Action.RESOLVE, text="修好了", outcome="solved").wait(days=2)
    story.do(Action.ASK_REOPEN, CITIZEN, text="还漏")
    assert story.kinds == ["decide"]
    again = story.do(Action.UPHOLD, SUPERVISOR, text="已按标准", upheld=1)
    assert again.kinds == ["follow_up"]
    assert again.do(Action.ASK_REOPEN, CITIZEN, text="不服").kinds == ["decide"]
    assert again.do(Action.REOPEN, SUPERVISOR, handler_id=2001).kinds == ["resolve"]


def test_an_answer_that_was_none_leaves_the_question_as_it_was() -> None:
    """Its clocks wait again, the question no longer than it would have; not once somebody has gone on."""
    story = Story().claim().ask()
    until = story.clock(Kind.WAIT).due
    story.wait(days=3).do(Action.SUPPLY, CITIZEN, text="学校门口没有斑马线")
    assert (story.due(), story.kinds) == ("Wed 12-02 17:00", ["progress", "resolve"])
    answer = story.history[-1]
    asked = unanswered(story.case, story.history, [answer], story.now)
    assert asked is not None
    assert unanswered(story.case, story.history, [answer], until) is None, "its time is over"
    story.wait(hours=1)
    story.do(Action.UNANSWER, CITIZEN, of=[answer.version], question=asked.data["question"])
    assert (story.case.status, story.case.question) == (Status.AWAITING_CITIZEN, "几号楼？")
    assert (story.clock(Kind.WAIT).due, story.clock(Kind.RESOLVE).paused) == (until, story.now)
    story.wait(days=1).do(Action.SUPPLY, CITIZEN, text="三号楼")
    assert story.due() == "Thu 12-03 17:00"
    again = story.history[-1]
    assert standing(story.history) == [again]
    story.do(Action.REPLY, text="明天修")
    assert unanswered(story.case, story.history, [again], story.now) is None, "somebody has answered it"


def test_an_emergency_s_clocks_never_stop() -> None:
    story = Story(grade="emergency").claim().ask()
    assert story.clock(Kind.RESOLVE).paused is None


def test_taken_out_of_a_merge_the_clock_runs_from_the_receipt() -> None:
    story = Story().do(Action.MERGE, DISPATCHER, lead_id=9, lead="261120-0009")
    assert story.kinds == []
    story.wait(days=3).do(Action.UNMERGE, CITIZEN, department="zonghe")
    assert story.kinds == ["resolve", "triage"]
    assert story.due() == "Tue 12-01 17:00"


def test_a_case_that_offices_passed_on_twice_is_decided_within_a_day() -> None:
    story = Story()
    back = {"department": "zonghe", "from_department": "zhujian", "reason": "not_ours"}
    story.do(Action.RETURN, **back)
    assert story.due(Kind.TRIAGE) == "Fri 11-20 15:30"
    story.do(Action.DISPATCH, DISPATCHER, department="zhujian").do(Action.RETURN, **back)
    assert (story.case.locked, story.case.status) == (True, Status.TRIAGE)
    assert story.due(Kind.TRIAGE) == "Mon 11-23 17:00"


def test_higher_and_higher() -> None:
    story = missed(Story().claim().wait(days=20))
    ladder = story.clock(Kind.LADDER)
    rungs = []
    while ladder.rings is not None:
        rung, after = clockwork.climbed(ladder, ladder.rings, POLICY, CALENDAR)
        rungs.append((rung, said(ladder.rings)))
        ladder = after
    assert rungs == [
        (Stage.LEAD, "Fri 12-11 09:30"),
        (Stage.SUPERVISE, "Fri 12-11 15:00"),
        (Stage.ESCALATE, "Wed 12-16 10:00"),
    ]
    assert missed(story).clock(Kind.LADDER) == story.clock(Kind.LADDER), "one ladder a case"


def test_after_an_outage_only_the_highest_rung_counts() -> None:
    ladder = missed(Story().claim().wait(days=20)).clock(Kind.LADDER)
    rung, after = clockwork.climbed(ladder, ladder.started + timedelta(days=60), POLICY, CALENDAR)
    assert (rung, after.rings, after.stage) == (Stage.ESCALATE, None, Stage.TOLD)


def test_where_somebody_is_in_danger_the_rungs_are_hours() -> None:
    story = Story(grade="emergency", at=datetime(2026, 10, 3, 18, tzinfo=UTC)).wait(hours=3)
    ladder = missed(story).clock(Kind.LADDER)
    assert said(ladder.rings) == "Sun 10-04 06:00"
    _, after = clockwork.climbed(ladder, ladder.rings or NOON, POLICY, CALENDAR)
    assert said(after.rings) == "Sun 10-04 07:00"


@each_row("done", ["reply", "resolve"])
def test_the_ladder_ends_when_nothing_is_overdue(done: str) -> None:
    story = Story().claim().wait(days=6)  # news was due on the third day
    story.do(Action.MISS, SYSTEM, missed={"progress": story.clock(Kind.PROGRESS).due.isoformat()})
    assert "ladder" in story.kinds
    if done == "reply":
        story.do(Action.REPLY, text="明天修")
    else:
        story.do(Action.RESOLVE, text="修好了", outcome="solved")
    assert "ladder" not in story.kinds


def test_the_ladder_goes_on_while_something_else_is_overdue() -> None:
    story = missed(Story().claim().wait(days=20))
    assert "ladder" in story.do(Action.REPLY, text="明天修").kinds


@given(start=moments, days=st.integers(1, 10))
def test_more_time_is_never_less(start: datetime, days: int) -> None:
    story = Story(at=start).claim()
    before = story.clock(Kind.RESOLVE).due
    after = story.do(Action.EXTEND, SUPERVISOR, text="…", days=days).clock(Kind.RESOLVE)
    assert after.due > before
    assert CALENDAR.works(CALENDAR.local_day(after.due))


@given(start=moments)
def test_the_rungs_follow_one_another_by_day(start: datetime) -> None:
    ladder = missed(Story(at=start).claim()).clock(Kind.LADDER)
    before = start
    while ladder.rings is not None:
        assert ladder.rings > before
        assert CALENDAR.works(CALENDAR.local_day(ladder.rings))
        before = ladder.rings
        _, ladder = clockwork.climbed(ladder, before, POLICY, CALENDAR)


@given(start=moments)
def test_a_follow_up_asks_by_day_and_ends_after_it_asked(start: datetime) -> None:
    story = Story(at=start).claim().do(Action.RESOLVE, text="修好了", outcome="solved")
    clock: Clock = story.clock(Kind.FOLLOW_UP)
    assert clock.rings is not None
    assert start + timedelta(hours=24) <= clock.rings
    assert CALENDAR.awake(clock.rings)
    assert clock.rings < clock.due
    again = clockwork.asked(clock, clock.rings or NOON, POLICY, CALENDAR)
    assert again.rings is not None
    assert clock.rings < again.rings <= clock.due


def test_nothing_runs_when_a_case_is_over() -> None:
    ends: tuple[tuple[Action, Actor, dict[str, Any]], ...] = (
        (Action.WITHDRAW, CITIZEN, {}),
        (Action.DECLINE, DISPATCHER, {"text": "…", "route": "court"}),
        (Action.MERGE, DISPATCHER, {"lead_id": 9, "lead": "261120-0009"}),
    )
    for action, who, data in ends:
        story = missed(Story().claim().do(Action.PROPOSE, **ASKED_FOR)).do(action, who, **data)
        assert story.kinds == [], action


def test_facts_move_no_clock() -> None:
    quiet = set(EventKind) - clockwork.MOVING
    story = Story().claim()
    for kind in quiet:
        event = Event(1, 9, kind, NOON, CLERK, {})
        assert clockwork.followed(story.clocks, story.case, [*story.history, event], POLICY, CALENDAR) == []
