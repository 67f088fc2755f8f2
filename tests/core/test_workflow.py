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
    OPEN,
    SYSTEM,
    Actor,
    ActorKind,
    Case,
    Event,
    EventKind,
    Outcome,
    Status,
    Supervision,
    Who,
    evolve,
)
from bot.core.errors import Conflicted, IllegalMove, Locked, NotAllowed
from bot.core.workflow import Action
from tests.factories import CITIZEN, CLERK, NOON, case
from tests.factories import event as event_of
from tests.rows import each_row

DISPATCHER = Actor(ActorKind.STAFF, 2002, frozenset({Who.DISPATCHER}))
SUPERVISOR = Actor(ActorKind.STAFF, 2003, frozenset({Who.SUPERVISOR}))
LEAD = Actor(ActorKind.STAFF, 2004, frozenset({Who.LEAD}))
CHECKER = Actor(ActorKind.STAFF, 2005, frozenset({Who.CHECKER}))
SUPPORTER = Actor(ActorKind.STAFF, 2006, frozenset({Who.SUPPORTER}))
DOCS = Path(__file__).parents[2] / "docs" / "workflow.md"

DATA: dict[str, dict[str, Any]] = {
    "dispatch": {"department": "renshe"},
    "claim": {"handler_id": 2001},
    "transfer": {"department": "jiaoyu", "from_department": "zhujian"},
    "ask": {"question": "哪一栋楼？"},
    "supply": {"text": "三号楼"},
    "add": {"text": "还是没修"},
    "detach": {"of": [2]},
    "unanswer": {"of": [2], "question": "哪一栋楼？"},
    "reply": {"text": "明天上门"},
    "resolve": {"text": "修好了", "outcome": "solved"},
    "answer": {"text": "带身份证到窗口", "outcome": "explained", "handler_id": 2002},
    "reopen": {"handler_id": 2001},
    "note": {"text": "已联系物业"},
    "grade": {"grade": "complex", "text": "要几家一起办"},
    "miss": {"missed": {"resolve": "2026-12-01T09:00:00+00:00"}},
    "reckon": {"region": "CN"},
    "return": {"department": "zonghe", "from_department": "zhujian", "reason": "not_ours"},
    "decline": {"text": "法院已经受理", "route": "court"},
    "redirect": {"department": "jiaoyu", "from_department": "zhujian", "domain": "教育"},
    "support": {"supporting": ["jiaoyu"]},
    "propose": {"proposal": {"action": "extend", "stages": ["supervisor"]}},
    "agree": {"proposal": {"action": "resolve", "stages": ["lead"]}, "stage": "check"},
    "refuse": {"text": "理由不足", "stage": "supervisor"},
    "extend": {"text": "配件要从外地发来", "days": 5},
    "defer": {"text": "列入明年改造", "until": "2027-03-01T01:00:00+00:00"},
    "merge": {"lead_id": 9, "lead": "261120-0009"},
    "unmerge": {"department": "zonghe"},
    "join": {"other": "261120-0002"},
    "leave": {"other": "261120-0002"},
    "split": {"into": ["261120-0003"]},
    "hand_over": {"handler_id": 2008},
    "take_over": {"leader": "张副市长"},
    "supervise": {"text": "超期"},
    "escalate": {"text": "督办后仍无进展"},
    "ask_reopen": {"text": "还是漏水"},
    "uphold": {"text": "已按标准修好", "upheld": 1},
    "rate": {"rating": {"contacted": True}},
    "close": {"ended": "confirmed"},
    "end": {"ended": "route", "text": "可以起诉", "route": "court"},
    "correct": {"text": "电话应为 0000-1"},
    "summarise": {"text": "语音：电梯坏了", "title": "电梯坏了"},
    "accuse": {"accused": ["jiaoyu"]},
    "seal": {"confidential": True},
    "reveal": {"what": "phone"},
    "page": {"round": 1},
}
ACTORS = {
    "citizen": CITIZEN,
    "clerk": CLERK,
    "dispatcher": DISPATCHER,
    "supervisor": SUPERVISOR,
    "lead": LEAD,
    "checker": CHECKER,
    "supporter": SUPPORTER,
    "system": SYSTEM,
}

# status: what may be done in it. Written by hand, from the trade and not from the code.
ALWAYS = "note lose_touch find_again leave detach "
WORKING = ALWAYS + (
    "add withdraw grade miss reckon decline merge join split take_over remind supervise escalate accuse seal "
    "reveal page answer_page "
)
DOING = (
    WORKING
    + "transfer ask reply resolve support propose agree refuse extend defer hand_over release correct "
)
MAY = {
    "triage": WORKING + "dispatch redirect summarise answer",
    "dispatched": WORKING + "claim transfer return redirect support",
    "in_progress": DOING + "return unanswer",
    "awaiting_citizen": DOING + "supply resume",
    "deferred": ALWAYS
    + "add withdraw reckon join take_over remind supervise escalate accuse seal hand_over release correct reveal "
    + "transfer recall",
    "resolved": ALWAYS + "reopen add take_over ask_reopen uphold rate close end correct seal reveal miss",
    "closed": ALWAYS + "reopen ask_reopen uphold rate end reveal miss",
    "withdrawn": ALWAYS,
    "merged": ALWAYS + "add withdraw unmerge accuse",
    "declined": ALWAYS,
}
_OFFICE = "claim transfer return support ask reply resolve propose refuse recall reopen correct reveal answer_page note "
_DESK = (
    _OFFICE
    + "dispatch answer decline merge unmerge join leave split hand_over release ask_reopen rate close summarise accuse seal grade "
)
BY = {
    "citizen": "supply add detach unanswer withdraw redirect merge unmerge join leave remind ask_reopen rate close seal",
    "clerk": _OFFICE,
    "dispatcher": _DESK.replace("refuse ", ""),
    "supervisor": _DESK + "agree extend defer take_over supervise escalate uphold end",
    "lead": "agree refuse hand_over",
    "checker": "agree refuse reveal",
    "supporter": "note",
    "system": "lose_touch find_again miss resume reckon recall transfer supervise escalate close page "
    "dispatch merge unmerge join leave release",
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


@each_row(("status", "action"), PAIRS)
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


@each_row("who", list(ACTORS))
@each_row("action", list(Action))
def test_only_those_whose_move_it_is_may_make_it(who: str, action: Action) -> None:
    status = next(Status(s) for s in MAY if action.value in MAY[s].split())
    if action.value in BY[who].split():
        assert do(case(status=status), action.value, who)[1].actor == ACTORS[who]
    else:
        with pytest.raises(NotAllowed):
            do(case(status=status), action.value, who)


@each_row("action", [a for a in DATA if a not in ("note",)])
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
    "sent back with a reason, and on": (
        "dispatched",
        [("return", "triage"), ("dispatch", "dispatched"), ("claim", "in_progress")],
    ),
    "a question that the desk can answer": ("triage", [("answer", "resolved"), ("close", "closed")]),
    "more time, approved": ("in_progress", [("propose", "in_progress"), ("extend", "in_progress")]),
    "checked on the spot, then agreed to": (
        "in_progress",
        [("propose", "in_progress"), ("agree", "in_progress"), ("resolve", "resolved")],
    ),
    "not agreed to": ("in_progress", [("propose", "in_progress"), ("refuse", "in_progress")]),
    "put off, and asked again on the day": (
        "in_progress",
        [("defer", "deferred"), ("recall", "in_progress"), ("defer", "deferred"), ("recall", "in_progress")],
    ),
    "confirmed by the citizen": (
        "in_progress",
        [("resolve", "resolved"), ("rate", "resolved"), ("close", "closed")],
    ),
    "not content: done again": (
        "resolved",
        [
            ("rate", "resolved"),
            ("ask_reopen", "resolved"),
            ("reopen", "in_progress"),
            ("resolve", "resolved"),
        ],
    ),
    "not content: the answer stands, and ends": (
        "resolved",
        [("ask_reopen", "resolved"), ("uphold", "resolved"), ("ask_reopen", "resolved"), ("end", "closed")],
    ),
    "spoken up after the end": (
        "resolved",
        [("close", "closed"), ("ask_reopen", "closed"), ("reopen", "in_progress")],
    ),
    "one of many": ("dispatched", [("merge", "merged"), ("add", "merged"), ("unmerge", "triage")]),
    "no matter of the city's": ("triage", [("decline", "declined")]),
    "watched": (
        "dispatched",
        [
            ("remind", "dispatched"),
            ("supervise", "dispatched"),
            ("escalate", "dispatched"),
            ("claim", "in_progress"),
        ],
    ),
    "lost and found": ("dispatched", [("lose_touch", "dispatched"), ("find_again", "dispatched")]),
}


@each_row("name", list(JOURNEYS))
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


@each_row(
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
        ("in_progress", ["resolve"], "extend"),
        ("in_progress", ["defer"], "resolve"),
        ("in_progress", ["defer"], "reply"),
        ("in_progress", ["resolve", "close"], "close"),
        ("in_progress", ["resolve", "close"], "add"),
        ("dispatched", ["merge"], "claim"),
        ("dispatched", ["merge"], "merge"),
        ("triage", ["decline"], "dispatch"),
        ("triage", ["decline"], "ask_reopen"),
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


def test_offices_pass_a_case_on_once() -> None:
    """The second time locks it: only the desk moves it then. What the desk itself moves does not count."""
    first, _ = do(case(), "transfer")
    assert (first.bounces, first.locked) == (1, False)
    second, _ = do(first, "return", department="zonghe")
    assert (second.bounces, second.locked) == (2, True)
    third, _ = do(second, "dispatch")
    for action in ("transfer", "return"):
        with pytest.raises(Locked):
            do(third, action, "clerk")
        moved, _ = do(third, action, "dispatcher")
        assert (moved.bounces, moved.locked) == (2, True)


def test_supervision_only_rises_until_the_end() -> None:
    c, _ = do(case(), "escalate")
    for action in ("remind", "supervise"):
        c, _ = do(c, action)
        assert c.supervision is Supervision.ESCALATED
    c, _ = do(do(do(c, "claim")[0], "resolve")[0], "close")
    assert (c.supervision, c.ended) == (None, "confirmed")
    again, _ = do(c, "reopen")
    assert (again.supervision, again.ended, again.outcome) == (Supervision.SUPERVISED, None, None)


def test_a_proposal_goes_with_what_decides_it() -> None:
    waiting, _ = do(case(status=Status.IN_PROGRESS, handler_id=2001), "propose")
    assert waiting.proposal == {"action": "extend", "stages": ["supervisor"]}
    assert do(waiting, "reply")[0].proposal is not None, "news of the case is no decision"
    for action in ("extend", "refuse", "defer", "resolve", "transfer", "withdraw", "merge", "decline"):
        assert do(waiting, action)[0].proposal is None, action


def test_what_a_refused_move_needs_first() -> None:
    assert workflow.needs_first(Status.DISPATCHED, Action.PROPOSE) == "claim"
    assert workflow.needs_first(Status.RESOLVED, Action.ASK) == "reopen"
    assert workflow.needs_first(Status.DECLINED, Action.DECLINE) == "done"
    assert workflow.needs_first(Status.WITHDRAWN, Action.DECLINE) == "none"


def test_whose_move_it_is_can_be_asked() -> None:
    assert workflow.may(Status.IN_PROGRESS, Action.EXTEND, SUPERVISOR)
    assert not workflow.may(Status.IN_PROGRESS, Action.EXTEND, LEAD)
    assert not workflow.may(Status.TRIAGE, Action.EXTEND, SUPERVISOR)


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


def test_a_case_is_owed_an_answer_until_it_has_one_and_is_over_when_it_is_closed() -> None:
    assert {s.value for s in OPEN} == {"triage", "dispatched", "in_progress", "awaiting_citizen", "deferred"}
    assert {s.value for s in FINAL} == {"closed", "withdrawn", "merged", "declined"}


def test_reports_and_confidential_cases_are_secret() -> None:
    assert not case().secret
    assert case(type="举报").secret
    assert do(case(type="求助"), "seal")[0].secret


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
        except Locked:
            assert before.locked
            assert (who, action.value) in {("clerk", "transfer"), ("clerk", "return")}
            return
        except Conflicted:
            assert before.accused or action is Action.ACCUSE
            return
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
        assert (c.outcome is not None) == (c.status in (Status.RESOLVED, Status.CLOSED))
        assert c.question is None or c.status in (Status.AWAITING_CITIZEN, Status.WITHDRAWN)
        assert c.proposal is None or c.status in (Status.IN_PROGRESS, Status.AWAITING_CITIZEN)
        assert (c.ended is not None) == (c.status is Status.CLOSED)
        assert (c.lead_id is not None) == (c.status in (Status.MERGED, Status.WITHDRAWN) and c.lead_id == 9)
        assert c.question is not None or c.status is not Status.AWAITING_CITIZEN
        if c.status in (Status.TRIAGE, Status.DISPATCHED):
            assert c.handler_id is None
        if c.status in (Status.IN_PROGRESS, Status.AWAITING_CITIZEN):
            assert c.handler_id is not None


Life.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestLife = Life.TestCase
