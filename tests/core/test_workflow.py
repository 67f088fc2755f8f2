"""The life of a case, told without the table: what may happen when, by whom, and what is left on record."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.core import workflow
from bot.core.case import (
    FINAL,
    SYSTEM,
    Actor,
    ActorKind,
    Case,
    Event,
    EventKind,
    Outcome,
    Status,
    evolve,
)
from bot.core.errors import IllegalMove, NotAllowed
from bot.core.workflow import Action
from tests.factories import CITIZEN, CLERK, NOON, case
from tests.factories import event as event_of

DISPATCHER = Actor(ActorKind.STAFF, 2002, dispatcher=True)
DOCS = Path(__file__).parents[2] / "docs" / "workflow.md"

DATA: dict[str, dict[str, Any]] = {
    "dispatch": {"department": "renshe"},
    "claim": {"handler_id": 2001},
    "transfer": {"department": "jiaoyu", "from_department": "zhujian"},
    "ask": {"question": "哪一栋楼？"},
    "supply": {"text": "三号楼"},
    "add": {"text": "还是没修"},
    "reply": {"text": "明天上门"},
    "resolve": {"text": "修好了", "outcome": "solved"},
    "reopen": {"handler_id": 2001},
    "note": {"text": "已联系物业"},
    "grade": {"grade": "complex", "text": "要几家一起办"},
    "miss": {"missed": {"resolve": "2026-12-01T09:00:00+00:00"}},
    "reckon": {"region": "CN"},
}
ACTORS = {
    "citizen": CITIZEN,
    "clerk": CLERK,
    "dispatcher": DISPATCHER,
    "system": SYSTEM,
}

# status: what may be done in it. Written by hand, from the trade and not from the code.
MAY = {
    "triage": "dispatch add withdraw note lose_touch find_again grade miss reckon",
    "dispatched": "claim transfer add withdraw note lose_touch find_again grade miss reckon",
    "in_progress": "transfer ask reply resolve add withdraw note lose_touch find_again grade miss reckon",
    "awaiting_citizen": "transfer ask supply reply resolve add withdraw note lose_touch find_again grade miss reckon resume",
    "resolved": "reopen add note lose_touch find_again",
    "withdrawn": "note lose_touch find_again",
}
BY = {
    "citizen": "supply add withdraw",
    "clerk": "claim transfer ask reply resolve reopen note",
    "dispatcher": "dispatch claim transfer ask reply resolve reopen note grade",
    "system": "lose_touch find_again miss resume reckon",
}
PAIRS = [(status, action) for status in Status for action in Action]


def filed(status: Status = Status.DISPATCHED) -> Event:
    return event_of(case(status=status))


def one_who_may(action: str) -> Actor:
    return next(ACTORS[who] for who in BY if action in BY[who].split())


def do(subject: Case, action: str, who: str | None = None, **data: Any) -> tuple[Case, Event]:
    to_triage = data.pop("to_triage", False)
    actor = ACTORS[who] if who else one_who_may(action)
    given = {**DATA.get(action, {}), **data}
    return workflow.apply(subject, Action(action), actor, NOON, given, to_triage=to_triage)


@pytest.mark.parametrize(("status", "action"), PAIRS)
def test_every_move_is_either_allowed_or_refused_by_name(status: Status, action: Action) -> None:
    before = case(status=status, handler_id=2001, question="哪里？")
    twin = case(status=status, handler_id=2001, question="哪里？")
    assert workflow.allowed(status, action) is (action.value in MAY[status.value].split())
    if action.value in MAY[status.value].split():
        after, event = do(before, action.value)
        assert (after.version, event.version, event.case_id) == (2, 2, 1)
        assert evolve(before, event) == after
    else:
        with pytest.raises(IllegalMove) as refused:
            do(before, action.value)
        assert (refused.value.status, refused.value.action) == (status.value, action.value)
        assert status.value in str(refused.value)
        assert action.value in str(refused.value)
    assert before == twin


@pytest.mark.parametrize("who", list(ACTORS))
@pytest.mark.parametrize("action", list(Action))
def test_only_those_whose_move_it_is_may_make_it(who: str, action: Action) -> None:
    status = next(Status(s) for s in MAY if action.value in MAY[s].split())
    if action.value in BY[who].split():
        assert do(case(status=status), action.value, who)[1].actor == ACTORS[who]
    else:
        with pytest.raises(NotAllowed):
            do(case(status=status), action.value, who)


@pytest.mark.parametrize("action", [a for a in DATA if a not in ("note",)])
def test_a_move_without_what_it_needs_is_a_fault_of_ours(action: str) -> None:
    status = next(Status(s) for s in MAY if action in MAY[s].split())
    for name in DATA[action]:
        data = {k: v for k, v in DATA[action].items() if k != name}
        with pytest.raises(ValueError, match=name):
            workflow.apply(case(status=status), Action(action), one_who_may(action), NOON, data)


JOURNEYS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "solved at once": ("dispatched", [("claim", "in_progress"), ("resolve", "resolved")]),
    "through the general desk": (
        "triage",
        [("dispatch", "dispatched"), ("claim", "in_progress"), ("resolve", "resolved")],
    ),
    "a question and its answer": (
        "dispatched",
        [("claim", "in_progress"), ("ask", "awaiting_citizen"), ("supply", "in_progress")],
    ),
    "a question without an answer": (
        "in_progress",
        [("ask", "awaiting_citizen"), ("resume", "in_progress"), ("ask", "awaiting_citizen")],
    ),
    "late, and measured anew": (
        "triage",
        [("miss", "triage"), ("grade", "triage"), ("reckon", "triage"), ("dispatch", "dispatched")],
    ),
    "asked twice": (
        "in_progress",
        [("ask", "awaiting_citizen"), ("ask", "awaiting_citizen"), ("supply", "in_progress")],
    ),
    "an interim reply keeps the status": ("in_progress", [("reply", "in_progress"), ("resolve", "resolved")]),
    "a reply does not answer for the citizen": ("awaiting_citizen", [("reply", "awaiting_citizen")]),
    "handed on and claimed anew": (
        "in_progress",
        [("transfer", "dispatched"), ("claim", "in_progress"), ("transfer", "dispatched")],
    ),
    "withdrawn while a question is open": ("awaiting_citizen", [("withdraw", "withdrawn")]),
    "reopened": ("resolved", [("reopen", "in_progress"), ("resolve", "resolved")]),
    "added after the end": ("resolved", [("add", "resolved"), ("reopen", "in_progress")]),
    "lost and found": ("dispatched", [("lose_touch", "dispatched"), ("find_again", "dispatched")]),
}


@pytest.mark.parametrize("name", list(JOURNEYS))
def test_legal_journeys(name: str) -> None:
    start, steps = JOURNEYS[name]
    events = [filed(Status(start))]
    now = workflow.replay(events)
    assert now is not None
    for action, status in steps:
        now, event = do(now, action)
        events.append(event)
        assert now.status.value == status
    assert workflow.replay(events) == now
    assert [e.version for e in events] == list(range(1, len(events) + 1))


@pytest.mark.parametrize(
    ("start", "steps", "refused"),
    [
        ("dispatched", ["claim"], "claim"),
        ("dispatched", [], "reply"),
        ("dispatched", [], "resolve"),
        ("triage", [], "claim"),
        ("triage", [], "transfer"),
        ("in_progress", [], "supply"),
        ("in_progress", ["ask", "supply"], "supply"),
        ("in_progress", ["resolve"], "resolve"),
        ("in_progress", ["resolve"], "withdraw"),
        ("in_progress", ["resolve"], "transfer"),
        ("dispatched", ["withdraw"], "add"),
        ("dispatched", ["withdraw"], "claim"),
        ("dispatched", ["withdraw"], "reopen"),
        ("dispatched", ["withdraw"], "withdraw"),
        ("in_progress", ["transfer"], "reply"),
        ("in_progress", ["ask", "resume"], "supply"),
        ("in_progress", ["ask", "supply"], "resume"),
        ("in_progress", ["resolve"], "miss"),
        ("dispatched", ["withdraw"], "reckon"),
    ],
)
def test_illegal_journeys(start: str, steps: list[str], refused: str) -> None:
    now = case(status=Status(start))
    for action in steps:
        now, _ = do(now, action)
    with pytest.raises(IllegalMove):
        do(now, refused)


def test_what_a_move_leaves_on_the_case() -> None:
    c, _ = do(case(), "claim")
    assert c.handler_id == 2001
    c, _ = do(c, "ask")
    assert c.question == "哪一栋楼？"
    assert do(c, "supply")[0].question is None
    resolved, _ = do(c, "resolve", outcome="explained")
    assert (resolved.outcome, resolved.question, resolved.open) == (Outcome.EXPLAINED, None, False)
    reopened, _ = do(resolved, "reopen", handler_id=2007)
    assert (reopened.outcome, reopened.handler_id, reopened.open) == (None, 2007, True)
    moved, _ = do(c, "transfer", department="jiaoyu")
    assert (moved.department, moved.handler_id, moved.question) == ("jiaoyu", None, None)
    lost, _ = do(c, "lose_touch")
    assert (lost.citizen_reachable, do(lost, "find_again")[0].citizen_reachable) == (False, True)


def test_a_transfer_can_go_back_to_the_general_desk() -> None:
    c, event = do(case(status=Status.IN_PROGRESS), "transfer", department="zonghe", to_triage=True)
    assert (c.status, c.department) == (Status.TRIAGE, "zonghe")
    assert event.kind is EventKind.TRANSFERRED
    assert do(c, "dispatch")[0].status is Status.DISPATCHED


def test_an_event_records_who_when_and_why() -> None:
    later = NOON + timedelta(hours=3)
    after, event = workflow.apply(
        case(version=7), Action.CLAIM, CLERK, later, {"handler_id": 2001}, cause="update:9"
    )
    assert (event.version, event.at, event.actor, event.cause) == (8, later, CLERK, "update:9")
    assert (after.version, after.updated_at, after.filed_at) == (8, later, NOON)


def test_the_given_data_are_not_changed() -> None:
    data = {"text": "修好了", "outcome": "solved"}
    workflow.apply(case(status=Status.IN_PROGRESS), Action.RESOLVE, CLERK, NOON, data)
    assert data == {"text": "修好了", "outcome": "solved"}


def test_a_case_is_open_until_it_is_resolved_or_withdrawn() -> None:
    assert {s.value for s in FINAL} == {"resolved", "withdrawn"}


def test_the_page_on_the_workflow_is_the_table() -> None:
    page = workflow.as_markdown()
    for status in Status:
        assert status.value in page
    for action in Action:
        assert f"`{action.value}`" in page
    if not DOCS.exists():
        pytest.skip("docs/workflow.md is not written yet: make docs")
    assert DOCS.read_text(encoding="utf-8") == page


class Life(RuleBasedStateMachine):
    """Anything at all happens to a case, in any order, by anybody."""

    @initialize(status=st.sampled_from([Status.TRIAGE, Status.DISPATCHED]))
    def file(self, status: Status) -> None:
        self.events = [filed(status)]
        first = workflow.replay(self.events)
        assert first is not None
        self.case = first
        self.now: datetime = NOON

    @rule(action=st.sampled_from(list(Action)), who=st.sampled_from(list(ACTORS)), to_triage=st.booleans())
    def act(self, action: Action, who: str, to_triage: bool) -> None:
        before = self.case
        self.now += timedelta(minutes=1)
        legal = action.value in MAY[before.status.value].split()
        allowed = action.value in BY[who].split()
        refused: Exception | None = None
        try:
            after, event = workflow.apply(
                before, action, ACTORS[who], self.now, DATA.get(action.value), to_triage=to_triage
            )
        except (IllegalMove, NotAllowed) as error:
            refused = error
        if refused is not None:
            assert isinstance(refused, IllegalMove) is not legal
            assert not (legal and allowed)
            if isinstance(refused, IllegalMove):
                assert (refused.status, refused.action) == (before.status.value, action.value)
            return
        assert legal and allowed
        assert event.version == after.version == before.version + 1
        self.case = after
        self.events.append(event)

    @invariant()
    def the_events_rebuild_the_case(self) -> None:
        assert workflow.replay(self.events) == self.case
        assert [e.version for e in self.events] == list(range(1, self.case.version + 1))

    @invariant()
    def facts_hold_together(self) -> None:
        c = self.case
        assert c.department, "never without an owner"
        assert (c.outcome is not None) == (c.status is Status.RESOLVED)
        assert c.question is None or c.status in (Status.AWAITING_CITIZEN, Status.WITHDRAWN)
        assert c.question is not None or c.status is not Status.AWAITING_CITIZEN
        if c.status in (Status.TRIAGE, Status.DISPATCHED):
            assert c.handler_id is None
        if c.status in (Status.IN_PROGRESS, Status.AWAITING_CITIZEN):
            assert c.handler_id is not None


Life.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestLife = Life.TestCase
