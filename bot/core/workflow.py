"""Every move of a case as one table. An illegal move raises and changes nothing.

Rules
1. A case is never without an owner: a department's queue, or the triage desk.
2. RESOLVED is the department's claim; an outcome says what kind of end it is. Only the citizen's word, or the
   end of the follow-up's window, closes a case.
3. A withdrawn case stays on record and does not come back; the citizen may file anew.
4. Facts about reaching the citizen, notes and additions change no status; nor do those of the clocks: what
   was missed, and what another calendar moved. A question that nobody answers ends by the clock, and so does a
   deferral. An answer that was about something else leaves its question standing, as long as nobody has gone on.
5. Offices may pass a case on once; the second time it goes to the triage desk, and only a dispatcher moves it.
6. What needs somebody's approval is proposed first: the case carries the proposal, and one of them at most.
7. A reopened case is watched by the supervisor: it goes back under supervision, never quietly.
8. When the case that leads others ends by its citizen's will, the desk itself puts the eldest in its place.
9. An office that is complained about, and those below it, never get the case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.core.case import Actor, ActorKind, Case, Event, EventKind, Status, Supervision, Who, evolve
from bot.core.errors import Conflicted, IllegalMove, Locked, NotAllowed


class Action(StrEnum):
    DISPATCH = "dispatch"
    CLAIM = "claim"
    TRANSFER = "transfer"
    ASK = "ask"
    SUPPLY = "supply"
    ADD = "add"
    DETACH = "detach"
    UNANSWER = "unanswer"
    REPLY = "reply"
    RESOLVE = "resolve"
    ANSWER = "answer"
    REOPEN = "reopen"
    NOTE = "note"
    WITHDRAW = "withdraw"
    LOSE_TOUCH = "lose_touch"
    FIND_AGAIN = "find_again"
    GRADE = "grade"
    MISS = "miss"
    RESUME = "resume"
    RECKON = "reckon"
    RETURN = "return"
    DECLINE = "decline"
    REDIRECT = "redirect"
    SUPPORT = "support"
    PROPOSE = "propose"
    AGREE = "agree"
    REFUSE = "refuse"
    EXTEND = "extend"
    DEFER = "defer"
    RECALL = "recall"
    MERGE = "merge"
    UNMERGE = "unmerge"
    JOIN = "join"
    LEAVE = "leave"
    SPLIT = "split"
    TAKE_OVER = "take_over"
    HAND_OVER = "hand_over"
    REMIND = "remind"
    SUPERVISE = "supervise"
    RELEASE = "release"
    ESCALATE = "escalate"
    ASK_REOPEN = "ask_reopen"
    UPHOLD = "uphold"
    RATE = "rate"
    CLOSE = "close"
    END = "end"
    CORRECT = "correct"
    SUMMARISE = "summarise"
    ACCUSE = "accuse"
    SEAL = "seal"
    REVEAL = "reveal"
    PAGE = "page"
    ANSWER_PAGE = "answer_page"


@dataclass(frozen=True, slots=True)
class Move:
    """`next` None keeps the status. `needs` are the data that must come with the action."""

    next: Status | None
    who: frozenset[Who]
    event: EventKind
    needs: tuple[str, ...] = ()


T, D, P, A = Status.TRIAGE, Status.DISPATCHED, Status.IN_PROGRESS, Status.AWAITING_CITIZEN
H, R, C = Status.DEFERRED, Status.RESOLVED, Status.CLOSED
W, M, X = Status.WITHDRAWN, Status.MERGED, Status.DECLINED
_CITIZEN = frozenset({Who.CITIZEN})
_STAFF = frozenset({Who.HANDLER, Who.DISPATCHER, Who.SUPERVISOR})
_DISPATCHER = frozenset({Who.DISPATCHER, Who.SUPERVISOR})
_SUPERVISOR = frozenset({Who.SUPERVISOR})
_SYSTEM = frozenset({Who.SYSTEM})
_TO = ("department", "from_department")

TABLE: Mapping[tuple[Status, Action], Move] = {
    (T, Action.DISPATCH): Move(D, _DISPATCHER | _SYSTEM, EventKind.DISPATCHED, ("department",)),
    (D, Action.CLAIM): Move(P, _STAFF, EventKind.CLAIMED, ("handler_id",)),
    **{(s, Action.TRANSFER): Move(D, _STAFF | _SYSTEM, EventKind.TRANSFERRED, _TO) for s in (D, P, A, H)},
    **{(s, Action.RETURN): Move(T, _STAFF, EventKind.RETURNED, (*_TO, "reason")) for s in (D, P)},
    **{
        (s, Action.DECLINE): Move(X, _DISPATCHER, EventKind.DECLINED, ("text", "route")) for s in (T, D, P, A)
    },
    **{(s, Action.REDIRECT): Move(D, _CITIZEN, EventKind.REDIRECTED, (*_TO, "domain")) for s in (T, D)},
    **{(s, Action.SUPPORT): Move(None, _STAFF, EventKind.SUPPORTED, ("supporting",)) for s in (D, P, A)},
    (P, Action.ASK): Move(A, _STAFF, EventKind.ASKED, ("question",)),
    (A, Action.ASK): Move(A, _STAFF, EventKind.ASKED, ("question",)),
    (A, Action.SUPPLY): Move(P, _CITIZEN, EventKind.SUPPLIED, ("text",)),
    (P, Action.UNANSWER): Move(A, _CITIZEN, EventKind.DETACHED, ("of", "question")),
    (P, Action.REPLY): Move(None, _STAFF, EventKind.REPLIED, ("text",)),
    (A, Action.REPLY): Move(None, _STAFF, EventKind.REPLIED, ("text",)),
    **{(s, Action.PROPOSE): Move(None, _STAFF, EventKind.PROPOSED, ("proposal",)) for s in (P, A)},
    **{
        (s, Action.AGREE): Move(
            None, frozenset({Who.CHECKER, Who.LEAD, Who.SUPERVISOR}), EventKind.AGREED, ("proposal", "stage")
        )
        for s in (P, A)
    },
    **{
        (s, Action.REFUSE): Move(
            None,
            frozenset({Who.HANDLER, Who.CHECKER, Who.LEAD, Who.SUPERVISOR}),
            EventKind.REFUSED,
            ("text", "stage"),
        )
        for s in (P, A)
    },
    **{(s, Action.EXTEND): Move(None, _SUPERVISOR, EventKind.EXTENDED, ("text", "days")) for s in (P, A)},
    **{(s, Action.DEFER): Move(H, _SUPERVISOR, EventKind.DEFERRED, ("text", "until")) for s in (P, A)},
    (H, Action.RECALL): Move(P, _STAFF | _SYSTEM, EventKind.RECALLED),
    (P, Action.RESOLVE): Move(R, _STAFF, EventKind.RESOLVED, ("text", "outcome")),
    (A, Action.RESOLVE): Move(R, _STAFF, EventKind.RESOLVED, ("text", "outcome")),
    (T, Action.ANSWER): Move(R, _DISPATCHER, EventKind.RESOLVED, ("text", "outcome", "handler_id")),
    (A, Action.RESUME): Move(P, _SYSTEM, EventKind.RESUMED),
    **{
        (s, Action.MERGE): Move(M, _DISPATCHER | _CITIZEN | _SYSTEM, EventKind.MERGED, ("lead_id", "lead"))
        for s in (T, D, P, A)
    },
    (M, Action.UNMERGE): Move(T, _DISPATCHER | _CITIZEN | _SYSTEM, EventKind.UNMERGED, ("department",)),
    **{
        (s, Action.JOIN): Move(None, _DISPATCHER | _CITIZEN | _SYSTEM, EventKind.JOINED, ("other",))
        for s in (T, D, P, A, H)
    },
    **{
        (s, Action.LEAVE): Move(None, _DISPATCHER | _CITIZEN | _SYSTEM, EventKind.LEFT, ("other",))
        for s in Status
    },
    **{(s, Action.SPLIT): Move(None, _DISPATCHER, EventKind.SPLIT, ("into",)) for s in (T, D, P, A)},
    **{
        (s, Action.HAND_OVER): Move(
            None,
            frozenset({Who.LEAD, Who.DISPATCHER, Who.SUPERVISOR}),
            EventKind.HANDED_OVER,
            ("handler_id",),
        )
        for s in (P, A, H)
    },
    **{(s, Action.RELEASE): Move(D, _DISPATCHER | _SYSTEM, EventKind.RELEASED) for s in (P, A, H)},
    **{
        (s, Action.TAKE_OVER): Move(None, _SUPERVISOR, EventKind.TAKEN_OVER, ("leader",))
        for s in (T, D, P, A, H, R)
    },
    **{(s, Action.REMIND): Move(None, _CITIZEN, EventKind.REMINDED) for s in (T, D, P, A, H)},
    **{
        (s, Action.SUPERVISE): Move(None, _SUPERVISOR | _SYSTEM, EventKind.SUPERVISED, ("text",))
        for s in (T, D, P, A, H)
    },
    **{
        (s, Action.ESCALATE): Move(None, _SUPERVISOR | _SYSTEM, EventKind.ESCALATED, ("text",))
        for s in (T, D, P, A, H)
    },
    **{
        (s, Action.ASK_REOPEN): Move(None, _CITIZEN | _DISPATCHER, EventKind.REOPEN_ASKED, ("text",))
        for s in (R, C)
    },
    **{(s, Action.REOPEN): Move(P, _STAFF, EventKind.REOPENED, ("handler_id",)) for s in (R, C)},
    **{(s, Action.UPHOLD): Move(None, _SUPERVISOR, EventKind.UPHELD, ("text", "upheld")) for s in (R, C)},
    **{(s, Action.RATE): Move(None, _CITIZEN | _DISPATCHER, EventKind.RATED, ("rating",)) for s in (R, C)},
    (R, Action.CLOSE): Move(C, _SYSTEM | _CITIZEN | _DISPATCHER, EventKind.CLOSED, ("ended",)),
    **{(s, Action.END): Move(C, _SUPERVISOR, EventKind.CLOSED, ("ended", "text", "route")) for s in (R, C)},
    **{(s, Action.CORRECT): Move(None, _STAFF, EventKind.CORRECTED, ("text",)) for s in (P, A, H, R)},
    (T, Action.SUMMARISE): Move(None, _DISPATCHER, EventKind.SUMMARISED, ("text", "title")),
    **{(s, Action.ACCUSE): Move(None, _DISPATCHER, EventKind.ACCUSED, ("accused",)) for s in (T, D, P, A, H)},
    (M, Action.ACCUSE): Move(None, _DISPATCHER, EventKind.ACCUSED, ("accused",)),  # as it is said of its lead
    **{
        (s, Action.SEAL): Move(None, _CITIZEN | _DISPATCHER, EventKind.SEALED, ("confidential",))
        for s in (T, D, P, A, H, R)
    },
    **{
        (s, Action.REVEAL): Move(None, _STAFF | {Who.CHECKER}, EventKind.REVEALED, ("what",))
        for s in (T, D, P, A, H, R, C)
    },
    **{(s, Action.PAGE): Move(None, _SYSTEM, EventKind.PAGED, ("round",)) for s in (T, D, P, A)},
    **{(s, Action.ANSWER_PAGE): Move(None, _STAFF, EventKind.PAGE_ANSWERED) for s in (T, D, P, A)},
    **{(s, Action.GRADE): Move(None, _DISPATCHER, EventKind.GRADED, ("grade", "text")) for s in (T, D, P, A)},
    **{(s, Action.MISS): Move(None, _SYSTEM, EventKind.MISSED, ("missed",)) for s in (T, D, P, A, R, C)},
    **{(s, Action.RECKON): Move(None, _SYSTEM, EventKind.RECKONED, ("region",)) for s in (T, D, P, A, H)},
    **{(s, Action.ADD): Move(None, _CITIZEN, EventKind.ADDED, ("text",)) for s in (T, D, P, A, H, R, M)},
    **{(s, Action.WITHDRAW): Move(W, _CITIZEN, EventKind.WITHDRAWN) for s in (T, D, P, A, H, M)},
    **{(s, Action.DETACH): Move(None, _CITIZEN, EventKind.DETACHED, ("of",)) for s in Status},
    **{(s, Action.NOTE): Move(None, _STAFF | {Who.SUPPORTER}, EventKind.NOTED, ("text",)) for s in Status},
    **{(s, Action.LOSE_TOUCH): Move(None, _SYSTEM, EventKind.UNREACHABLE) for s in Status},
    **{(s, Action.FIND_AGAIN): Move(None, _SYSTEM, EventKind.REACHABLE) for s in Status},
}

# What a move sets besides the status, whoever makes it.
_MOVED: Mapping[str, Any] = {"handler_id": None, "question": None, "proposal": None}
_SETS: Mapping[Action, Mapping[str, Any]] = {
    Action.DISPATCH: {"handler_id": None},
    Action.TRANSFER: _MOVED,
    Action.RETURN: _MOVED,
    Action.REDIRECT: _MOVED,
    Action.RELEASE: _MOVED,
    Action.SUPPLY: {"question": None},
    Action.RESUME: {"question": None},
    Action.DEFER: {"question": None, "proposal": None},
    Action.EXTEND: {"proposal": None},
    Action.REFUSE: {"proposal": None},
    Action.RESOLVE: {"question": None, "proposal": None},
    Action.REOPEN: {"outcome": None, "ended": None, "supervision": Supervision.SUPERVISED.value},
    Action.MERGE: {"question": None, "proposal": None},
    Action.UNMERGE: {"lead_id": None, "handler_id": None},
    Action.WITHDRAW: {"proposal": None},
    Action.DECLINE: {"question": None, "proposal": None},
    Action.CLOSE: {"supervision": None},
    Action.END: {"supervision": None},
    Action.LOSE_TOUCH: {"citizen_reachable": False},
    Action.FIND_AGAIN: {"citizen_reachable": True},
}
_LEVEL = {
    Action.REMIND: Supervision.REMINDED,
    Action.SUPERVISE: Supervision.SUPERVISED,
    Action.ESCALATE: Supervision.ESCALATED,
}
_PASSING_ON = {Action.TRANSFER, Action.RETURN}
BOUNCES = 2  # the one with which a case is locked


def allowed(status: Status, action: Action) -> bool:
    return (status, action) in TABLE


def needs_first(status: Status, action: Action) -> str:
    """The move that has to be made before a refused one can be; "done" when it is made already, else "none"."""
    for step in (Action.DISPATCH, Action.CLAIM, Action.RECALL, Action.REOPEN):
        move = TABLE.get((status, step))
        if move is not None and move.next is not None and status is not C and allowed(move.next, action):
            return step.value
    lead_here = {asked for (_, asked), move in TABLE.items() if move.next is status}
    return "done" if lead_here == {action} else "none"


def takes_words(status: Status) -> bool:
    """Whether what the citizen writes can become part of the case."""
    return allowed(status, Action.ADD)


def may(status: Status, action: Action, actor: Actor) -> bool:
    move = TABLE.get((status, action))
    return move is not None and bool(actor.whos & move.who)


def apply(
    case: Case,
    action: Action,
    actor: Actor,
    now: datetime,
    data: Mapping[str, Any] | None = None,
    *,
    to_triage: bool = False,
    cause: str | None = None,
) -> tuple[Case, Event]:
    """Make one move: the case after it, and the event that records it.

    `to_triage` sends a transfer to the triage desk instead of a department's queue.
    Raises IllegalMove from a status that does not know the action, NotAllowed for somebody whose move it is
    not, ValueError when required data is missing.
    """
    move = TABLE.get((case.status, action))
    if move is None:
        raise IllegalMove(case.status.value, action.value)
    if not actor.whos & move.who:
        raise NotAllowed
    given = dict(data or {})
    missing = [name for name in move.needs if name not in given]
    if missing:
        raise ValueError(f"{action} needs {', '.join(missing)}")
    next_status = Status.TRIAGE if to_triage and move.next is Status.DISPATCHED else move.next
    recorded = {**_SETS.get(action, {}), **_rising(case, action), **_bounced(case, action, actor), **given}
    if next_status is not None:
        recorded["status"] = next_status.value
    _keep_apart(case, recorded)
    event = Event(case.id, case.version + 1, move.event, now, actor, recorded, cause)
    return evolve(case, event), event


def _keep_apart(case: Case, recorded: Mapping[str, Any]) -> None:
    """A case never goes to an office it complains about; at the triage desk it may lie whoever is meant. Raises Conflicted."""
    offices = set(recorded.get("supporting", ()))
    if "department" in recorded and recorded.get("status") != T.value:
        offices.add(recorded["department"])
    if met := offices & set(recorded.get("accused", case.accused)):
        raise Conflicted(office=min(met))


def _rising(case: Case, action: Action) -> dict[str, Any]:
    """Supervision as it is after the action: it never falls but with the end."""
    if (level := _LEVEL.get(action)) is None:
        return {}
    order = [None, *Supervision]
    return {"supervision": max(case.supervision, level, key=order.index)}


def _bounced(case: Case, action: Action, actor: Actor) -> dict[str, Any]:
    """An office passing a case on is counted, and the second time locks it. Raises Locked once it is."""
    if action not in _PASSING_ON or actor.kind is not ActorKind.STAFF or actor.whos & _DISPATCHER:
        return {}
    if case.locked:
        raise Locked
    return {"bounces": case.bounces + 1, "locked": case.bounces + 1 >= BOUNCES}


def would_lock(case: Case, actor: Actor) -> bool:
    """Whether the case is locked when this actor passes it on: then it goes to the triage desk."""
    if case.locked or actor.kind is not ActorKind.STAFF or actor.whos & _DISPATCHER:
        return False
    return case.bounces + 1 >= BOUNCES


def replay(events: list[Event]) -> Case | None:
    """Rebuild a case from its events, oldest first."""
    case: Case | None = None
    for event in events:
        case = evolve(case, event)
    return case


_CHINESE = {
    T: "待分派",
    D: "待签收",
    P: "办理中",
    A: "待补充",
    H: "挂账",
    R: "已办结，待回访",
    C: "销号",
    W: "撤诉",
    M: "并单",
    X: "不予受理",
}
_ACTION_CHINESE = {
    Action.DISPATCH: "派单",
    Action.CLAIM: "签收",
    Action.TRANSFER: "转办",
    Action.ASK: "请市民补充",
    Action.SUPPLY: "补充",
    Action.ADD: "追加",
    Action.DETACH: "另件移出",
    Action.UNANSWER: "回答移出",
    Action.REPLY: "答复",
    Action.RESOLVE: "办结",
    Action.ANSWER: "直接答复",
    Action.REOPEN: "重办",
    Action.NOTE: "内部备注",
    Action.WITHDRAW: "撤诉",
    Action.LOSE_TOUCH: "无法送达",
    Action.FIND_AGAIN: "恢复送达",
    Action.GRADE: "定为复杂",
    Action.MISS: "超期",
    Action.RESUME: "等候期满",
    Action.RECKON: "期限重算",
    Action.RETURN: "退回",
    Action.DECLINE: "不予受理",
    Action.REDIRECT: "市民改类",
    Action.SUPPORT: "协办",
    Action.PROPOSE: "报批",
    Action.AGREE: "同意",
    Action.REFUSE: "不同意",
    Action.EXTEND: "延期",
    Action.DEFER: "挂账",
    Action.RECALL: "挂账到期",
    Action.MERGE: "并单",
    Action.UNMERGE: "拆出",
    Action.JOIN: "并入他件",
    Action.LEAVE: "他件拆出",
    Action.SPLIT: "拆单",
    Action.TAKE_OVER: "领导包案",
    Action.HAND_OVER: "换人办理",
    Action.RELEASE: "放回待签收",
    Action.REMIND: "催办",
    Action.SUPERVISE: "督办",
    Action.ESCALATE: "挂牌督办",
    Action.ASK_REOPEN: "申请重办",
    Action.UPHOLD: "维持",
    Action.RATE: "评价",
    Action.CLOSE: "销号",
    Action.END: "终结",
    Action.CORRECT: "更正",
    Action.SUMMARISE: "补写摘要",
    Action.ACCUSE: "确认被反映对象",
    Action.SEAL: "保密",
    Action.REVEAL: "查看联系方式",
    Action.PAGE: "紧急呼叫",
    Action.ANSWER_PAGE: "应答呼叫",
}
_COLOUR = {
    Who.CITIZEN: "#2e7d32",
    Who.HANDLER: "#1565c0",
    Who.SUPPORTER: "#1565c0",
    Who.CHECKER: "#00838f",
    Who.LEAD: "#ef6c00",
    Who.DISPATCHER: "#6a1b9a",
    Who.SUPERVISOR: "#b71c1c",
    Who.SYSTEM: "#616161",
}


def _arrows() -> list[tuple[str, str, Action | None, Who]]:
    """(from, to, action, who it is coloured by) of every move that changes the status; filing first."""
    arrows: list[tuple[str, str, Action | None, Who]] = [
        ("start", D.value, None, Who.CITIZEN),
        ("start", T.value, None, Who.CITIZEN),
    ]
    for (status, action), move in _moves():
        first = next(w for w in Who if w in move.who)
        if move.next is not None and move.next is not status:
            arrows.append((status.value, move.next.value, action, first))
        if move.next is D and action in (Action.TRANSFER, Action.REDIRECT) and status is not T:
            arrows.append((status.value, T.value, action, first))
    return arrows


def _moves() -> list[tuple[tuple[Status, Action], Move]]:
    return sorted(
        TABLE.items(), key=lambda item: (list(Status).index(item[0][0]), list(Action).index(item[0][1]))
    )


def as_markdown() -> str:
    """docs/workflow.md, generated: the diagram coloured by who may act, and the table in words."""
    arrows = _arrows()
    lines = [
        "# The life of a case",
        "",
        "Generated from the table in `bot/core/workflow.py` by `make docs`; don't edit.",
        "",
        "```mermaid",
        "flowchart TD",
        '    start(["市民提交 FILED"])',
        *(f'    {s.value}["{_CHINESE[s]}<br/>{s.name}"]' for s in Status),
        *(
            f"    {source} -->|{_ACTION_CHINESE[action] if action else '受理'}| {target}"
            for source, target, action, _ in arrows
        ),
        *(
            f"    linkStyle {n} stroke:{_COLOUR[who]},color:{_COLOUR[who]}"
            for n, (*_, who) in enumerate(arrows)
        ),
        "```",
        "",
        "Arrows are coloured by who may act: green the citizen, blue staff of the department, purple the dispatcher,",
        "red the supervisor, grey the desk itself. A transfer goes to another department's queue, or back to the",
        "triage desk.",
        "",
        "| from | action | to | who may | needs | event |",
        "|---|---|---|---|---|---|",
    ]
    for (status, action), move in _moves():
        to = _CHINESE[move.next] if move.next else "unchanged"
        who = ", ".join(sorted(w.value for w in move.who))
        lines.append(
            f"| {_CHINESE[status]} | {_ACTION_CHINESE[action]} `{action.value}` | {to} | {who} "
            f"| {', '.join(move.needs) or '–'} | `{move.event.value}` |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(as_markdown(), end="")
