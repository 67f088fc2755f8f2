"""Passing on, proposals and days: the rules by themselves."""

from datetime import date, timedelta

from bot.core import workflow
from bot.core.case import Actor, ActorKind, Case, Event, EventKind, Status, Who
from bot.core.datewords import day_in
from bot.core.moving import came_at, last_return, left_settings, toggled, trips, wished
from bot.core.proposals import (
    Proposal,
    Stage,
    answer_waits,
    deferred_times,
    extended_days,
    stages_for,
    waiting,
)
from bot.core.workflow import Action
from tests.factories import CLERK, NOON, case, event
from tests.rows import each_row

FRIDAY = date(2026, 11, 20)


@each_row(
    ("text", "day"),
    [
        ("2027-03-01 更换主机", date(2027, 3, 1)),
        ("2027/3/1", date(2027, 3, 1)),
        ("2027.3.1前", date(2027, 3, 1)),
        ("2027年3月1日更换", date(2027, 3, 1)),
        ("12月5日前修好", date(2026, 12, 5)),
        ("明年3月1号", date(2027, 3, 1)),
        ("8月1日", date(2027, 8, 1)),  # the next one: what was in August is over
        ("11月20日", date(2026, 11, 20)),
        ("三月底", date(2027, 3, 31)),
        ("明年二月", date(2027, 2, 28)),
        ("下月15日", date(2026, 12, 15)),
        ("上月15日", date(2026, 10, 15)),
        ("2027年一季度", date(2027, 3, 31)),
        ("明年上半年", date(2027, 6, 30)),
        ("2025-01-01", date(2025, 1, 1)),
        ("先等13月1日，再等12月1日", date(2026, 12, 1)),
    ],
)
def test_a_day_in_a_sentence(text: str, day: date) -> None:
    found = day_in(text, FRIDAY)
    assert found is not None
    assert found[0] == day


@each_row("text", ["等有钱了再修", "2027-13-01", "2027-02-30", "13800001111", "3天内", ""])
def test_no_day_in_a_sentence(text: str) -> None:
    assert day_in(text, FRIDAY) is None


def test_where_the_day_stands() -> None:
    text = "维修资金12月10日前批下来"
    found = day_in(text, FRIDAY)
    assert found is not None
    assert text[found[1] : found[2]] == "12月10日"


# --- passed on


def moved(number: int, kind: EventKind, **data: object) -> Event:
    return Event(1, number, kind, NOON + timedelta(hours=number), CLERK, dict(data))


def test_since_when_an_office_has_a_case() -> None:
    filed = event(case())
    assert came_at(case(), [filed]) == NOON
    history = [
        filed,
        moved(2, EventKind.CLAIMED),
        moved(3, EventKind.TRANSFERRED),
        moved(4, EventKind.CLAIMED),
    ]
    assert came_at(case(), history) == NOON + timedelta(hours=3)
    history += [moved(5, EventKind.RETURNED, from_department="a"), moved(6, EventKind.DISPATCHED)]
    assert came_at(case(), history) == NOON + timedelta(hours=6)
    back = last_return(history)
    assert back is not None
    assert back.version == 5
    assert last_return([filed]) is None


def test_what_an_office_wished_is_known_until_the_case_is_sent_on() -> None:
    passed = moved(2, EventKind.TRANSFERRED, wished="jiaoyu", from_department="zhujian")
    assert wished([event(case()), passed]) == "jiaoyu"
    assert wished([event(case()), passed, moved(3, EventKind.ADDED)]) == "jiaoyu"
    assert wished([event(case()), passed, moved(3, EventKind.DISPATCHED)]) is None
    gone = moved(2, EventKind.TRANSFERRED, from_department="old", gone=True)
    assert left_settings([gone]) == "old"
    assert left_settings([gone, moved(3, EventKind.DISPATCHED)]) is None
    assert left_settings([passed]) is None


def test_each_stay_of_a_case_has_its_number() -> None:
    history = [event(case()), moved(2, EventKind.ADDED)]
    assert trips(history) == 0
    assert trips([*history, moved(3, EventKind.RETURNED), moved(4, EventKind.DISPATCHED)]) == 2


def actor(*whos: Who) -> Actor:
    return Actor(ActorKind.STAFF, 2001, frozenset(whos))


@each_row(
    ("bounces", "locked", "whos", "would"),
    [
        (0, False, [Who.HANDLER], False),
        (1, False, [Who.HANDLER], True),
        (2, True, [Who.HANDLER], False),  # it is locked already: refused, not sent to triage
        (1, False, [Who.HANDLER, Who.DISPATCHER], False),
        (1, False, [Who.SUPERVISOR], False),
    ],
)
def test_when_passing_on_locks(bounces: int, locked: bool, whos: list[Who], would: bool) -> None:
    held = case(status=Status.IN_PROGRESS, bounces=bounces, locked=locked)
    assert workflow.would_lock(held, actor(*whos)) is would
    if would:
        data = {"department": "triage", "from_department": "zhujian"}
        after, _ = workflow.apply(held, Action.TRANSFER, actor(*whos), NOON, data, to_triage=True)
        assert (after.locked, after.status) == (True, Status.TRIAGE)


def test_contributing_offices_come_and_go() -> None:
    assert toggled((), "a") == ["a"]
    assert toggled(("a", "b"), "a") == ["b"]
    assert toggled(("a",), "b") == ["a", "b"]


# --- who has to say yes

REPLY: tuple[Action, dict[str, str]] = (Action.REPLY, {"text": "x"})
SOLVED: tuple[Action, dict[str, str]] = (Action.RESOLVE, {"text": "x", "outcome": "solved"})
EXPLAINED: tuple[Action, dict[str, str]] = (Action.RESOLVE, {"text": "x", "outcome": "explained"})
ASK: tuple[Action, dict[str, str]] = (Action.ASK, {"question": "x"})
C, L, S = Stage.CHECK, Stage.LEAD, Stage.SUPERVISOR


@each_row(
    ("what", "wants", "there", "who", "stages"),
    [
        (REPLY, "", "lc", Who.HANDLER, ()),
        (REPLY, "a", "lc", Who.HANDLER, (L,)),
        (REPLY, "a", "c", Who.HANDLER, (S,)),
        (REPLY, "a", "lc", Who.LEAD, ()),
        (REPLY, "a", "lc", Who.SUPERVISOR, ()),
        (REPLY, "a", "lc", Who.DISPATCHER, (L,)),
        (REPLY, "k", "lc", Who.HANDLER, ()),
        (ASK, "ak", "lc", Who.HANDLER, ()),
        (SOLVED, "k", "lc", Who.HANDLER, (C,)),
        (SOLVED, "k", "l", Who.HANDLER, (L,)),
        (SOLVED, "k", "", Who.HANDLER, (S,)),
        (SOLVED, "k", "lc", Who.LEAD, (C,)),  # who leads was not there either
        (SOLVED, "ak", "lc", Who.HANDLER, (C, L)),
        (SOLVED, "ak", "l", Who.HANDLER, (L,)),  # once is enough
        (SOLVED, "ak", "", Who.HANDLER, (S,)),
        (EXPLAINED, "k", "lc", Who.HANDLER, ()),
        (EXPLAINED, "ak", "lc", Who.HANDLER, (L,)),
    ],
)
def test_who_has_to_say_yes(
    what: tuple[Action, dict[str, str]], wants: str, there: str, who: Who, stages: tuple[Stage, ...]
) -> None:
    action, data = what
    found = stages_for(
        action,
        data,
        frozenset({who}),
        approval="a" in wants,
        check="k" in wants,
        leads="l" in there,
        checkers="c" in there,
    )
    assert found == stages


def test_a_proposal_comes_back_from_the_record_as_it_was() -> None:
    proposal = Proposal(7, Action.RESOLVE, {"text": "x", "outcome": "solved"}, (C, L), 2001, unchecked=True)
    held: Case = case(proposal=proposal.recorded())
    assert waiting(held) == proposal
    assert answer_waits(held, case())
    assert not answer_waits(held, held), "it waited before"
    assert waiting(case()) is None
    assert not answer_waits(case(), case())
    extend = Proposal(7, Action.EXTEND, {"text": "x", "days": 3}, (S,), 2001)
    assert not answer_waits(case(proposal=extend.recorded()), case())


def test_what_a_case_had_already() -> None:
    history = [
        event(case()),
        moved(2, EventKind.EXTENDED, days=3),
        moved(3, EventKind.DEFERRED),
        moved(4, EventKind.EXTENDED, days=5),
    ]
    assert extended_days(history) == 8
    assert deferred_times(history) == 1
