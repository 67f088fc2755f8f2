"""What answers to a follow-up mean, and who waits for a decision."""

import dataclasses
from datetime import timedelta
from typing import Any

from bot.core import followup
from bot.core.case import Actor, ActorKind, Case, Event, EventKind, Outcome, Status
from bot.core.followup import FollowUp
from tests.factories import NOON, case
from tests.rows import each_row

ROW = FollowUp(7, 1, 1, 1001, 1, NOON)
CITIZEN = Actor(ActorKind.CITIZEN, 1001)


def events(*kinds: EventKind, **data: Any) -> list[Event]:
    return [
        Event(1, n + 1, kind, NOON + timedelta(hours=n), CITIZEN, {"text": f"t{n}", "followup": 7, **data})
        for n, kind in enumerate(kinds)
    ]


def test_questions_come_in_order_whatever_was_answered_first() -> None:
    assert ROW.next_question == "contacted"
    assert dataclasses.replace(ROW, satisfaction="yes").next_question == "contacted"
    assert dataclasses.replace(ROW, contacted=False, satisfaction="no").next_question == "solved"
    full = dataclasses.replace(ROW, contacted=False, solved=True, satisfaction="mostly")
    assert full.next_question is None
    assert [followup.choice_of(full, q) for q in followup.QUESTIONS] == ["no", "yes", "mostly"]


@each_row(
    ("solved", "satisfaction", "unhappy"),
    [
        (True, "yes", False),
        (True, "mostly", False),
        (True, "no", True),
        (False, "yes", True),
        (None, None, False),
        (False, None, True),
    ],
)
def test_who_is_unhappy(solved: bool | None, satisfaction: str | None, unhappy: bool) -> None:
    assert dataclasses.replace(ROW, solved=solved, satisfaction=satisfaction).unhappy is unhappy


def test_silence_is_never_satisfied() -> None:
    assert followup.ending(dataclasses.replace(ROW, end="silent")) == "not_rated"
    part = dataclasses.replace(ROW, end="silent", contacted=True, solved=True)
    assert followup.ending(part) == "not_rated"
    happy = dataclasses.replace(part, satisfaction="mostly", end="rated")
    assert followup.ending(happy) == "confirmed"
    assert followup.ending(happy, route=True) == "confirmed"


def test_what_waits_and_what_it_came_to() -> None:
    k = EventKind
    waiting = events(k.RESOLVED, k.REOPEN_ASKED, k.NOTED, k.REOPEN_ASKED)
    assert followup.words_of(followup.requests(waiting)) == "t1\nt3"
    assert followup.decision(waiting) is None
    upheld = events(k.RESOLVED, k.REOPEN_ASKED, k.UPHELD, k.NOTED)
    assert followup.requests(upheld) == []
    made = followup.decision(upheld)
    assert made is not None
    assert made.kind is k.UPHELD
    assert followup.decision(events(k.RESOLVED, k.NOTED)) is None
    again = events(k.RESOLVED, k.REOPEN_ASKED, k.UPHELD, k.REOPEN_ASKED)
    assert len(followup.requests(again)) == 1
    assert followup.decision(again) is None


def test_who_may_still_object() -> None:
    k = EventKind
    bad = dataclasses.replace(ROW, solved=False)
    resolved: Case = case(status=Status.RESOLVED)
    once = events(k.RESOLVED)
    assert followup.may_object(resolved, bad, once)
    assert not followup.may_object(resolved, ROW, once)
    assert not followup.may_object(resolved, bad, events(k.RESOLVED, k.REOPEN_ASKED)), "it waits already"
    assert followup.may_object(resolved, bad, events(k.RESOLVED, k.REOPEN_ASKED, followup=8)), "a neighbour's"
    assert followup.may_object(case(status=Status.CLOSED), bad, once)
    assert not followup.may_object(case(status=Status.CLOSED, ended="route"), bad, once)
    assert not followup.may_object(case(status=Status.RESOLVED, upheld=2), bad, once)
    assert not followup.may_object(case(status=Status.IN_PROGRESS), bad, once)


def test_a_rating_on_record() -> None:
    row = dataclasses.replace(ROW, contacted=True, solved=False, satisfaction="no", round=2)
    told = followup.rating(row, case(outcome=Outcome.PLANNED), "261120-0009")
    assert told == {
        "contacted": True,
        "solved": False,
        "satisfaction": "no",
        "round": 2,
        "case": "261120-0009",
        "explained": True,
    }
