"""Every move of a case as one table. An illegal move raises and changes nothing.

Rules
1. A case is never without an owner: a department's queue, or the triage desk.
2. RESOLVED is the department's claim; an outcome says what kind of end it is.
3. A withdrawn case stays on record and does not come back; the citizen may file anew.
4. Facts about reaching the citizen, notes and additions change no status; nor do those of the clocks: what
   was missed, and what another calendar moved. Only a question that nobody answers ends by the clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.core.case import Actor, Case, Event, EventKind, Status, Who, evolve
from bot.core.errors import IllegalMove, NotAllowed


class Action(StrEnum):
    DISPATCH = "dispatch"
    CLAIM = "claim"
    TRANSFER = "transfer"
    ASK = "ask"
    SUPPLY = "supply"
    ADD = "add"
    REPLY = "reply"
    RESOLVE = "resolve"
    REOPEN = "reopen"
    NOTE = "note"
    WITHDRAW = "withdraw"
    LOSE_TOUCH = "lose_touch"
    FIND_AGAIN = "find_again"
    GRADE = "grade"
    MISS = "miss"
    RESUME = "resume"
    RECKON = "reckon"


@dataclass(frozen=True, slots=True)
class Move:
    """`next` None keeps the status. `needs` are the data that must come with the action."""

    next: Status | None
    who: frozenset[Who]
    event: EventKind
    needs: tuple[str, ...] = ()


T, D, P, A, R, W = (
    Status.TRIAGE,
    Status.DISPATCHED,
    Status.IN_PROGRESS,
    Status.AWAITING_CITIZEN,
    Status.RESOLVED,
    Status.WITHDRAWN,
)
_CITIZEN = frozenset({Who.CITIZEN})
_STAFF = frozenset({Who.HANDLER, Who.DISPATCHER})
_DISPATCHER = frozenset({Who.DISPATCHER})
_SYSTEM = frozenset({Who.SYSTEM})

TABLE: Mapping[tuple[Status, Action], Move] = {
    (T, Action.DISPATCH): Move(D, _DISPATCHER, EventKind.DISPATCHED, ("department",)),
    (D, Action.CLAIM): Move(P, _STAFF, EventKind.CLAIMED, ("handler_id",)),
    (D, Action.TRANSFER): Move(D, _STAFF, EventKind.TRANSFERRED, ("department", "from_department")),
    (P, Action.TRANSFER): Move(D, _STAFF, EventKind.TRANSFERRED, ("department", "from_department")),
    (A, Action.TRANSFER): Move(D, _STAFF, EventKind.TRANSFERRED, ("department", "from_department")),
    (P, Action.ASK): Move(A, _STAFF, EventKind.ASKED, ("question",)),
    (A, Action.ASK): Move(A, _STAFF, EventKind.ASKED, ("question",)),
    (A, Action.SUPPLY): Move(P, _CITIZEN, EventKind.SUPPLIED, ("text",)),
    (P, Action.REPLY): Move(None, _STAFF, EventKind.REPLIED, ("text",)),
    (A, Action.REPLY): Move(None, _STAFF, EventKind.REPLIED, ("text",)),
    (P, Action.RESOLVE): Move(R, _STAFF, EventKind.RESOLVED, ("text", "outcome")),
    (A, Action.RESOLVE): Move(R, _STAFF, EventKind.RESOLVED, ("text", "outcome")),
    (R, Action.REOPEN): Move(P, _STAFF, EventKind.REOPENED, ("handler_id",)),
    (A, Action.RESUME): Move(P, _SYSTEM, EventKind.RESUMED),
    **{(s, Action.GRADE): Move(None, _DISPATCHER, EventKind.GRADED, ("grade", "text")) for s in (T, D, P, A)},
    **{(s, Action.MISS): Move(None, _SYSTEM, EventKind.MISSED, ("missed",)) for s in (T, D, P, A)},
    **{(s, Action.RECKON): Move(None, _SYSTEM, EventKind.RECKONED, ("region",)) for s in (T, D, P, A)},
    **{(s, Action.ADD): Move(None, _CITIZEN, EventKind.ADDED, ("text",)) for s in (T, D, P, A, R)},
    **{(s, Action.WITHDRAW): Move(W, _CITIZEN, EventKind.WITHDRAWN) for s in (T, D, P, A)},
    **{(s, Action.NOTE): Move(None, _STAFF, EventKind.NOTED, ("text",)) for s in Status},
    **{(s, Action.LOSE_TOUCH): Move(None, _SYSTEM, EventKind.UNREACHABLE) for s in Status},
    **{(s, Action.FIND_AGAIN): Move(None, _SYSTEM, EventKind.REACHABLE) for s in Status},
}

# What a move sets besides the status, whoever makes it.
_SETS: Mapping[Action, Mapping[str, Any]] = {
    Action.DISPATCH: {"handler_id": None},
    Action.TRANSFER: {"handler_id": None, "question": None},
    Action.SUPPLY: {"question": None},
    Action.RESUME: {"question": None},
    Action.RESOLVE: {"question": None},
    Action.REOPEN: {"outcome": None},
    Action.LOSE_TOUCH: {"citizen_reachable": False},
    Action.FIND_AGAIN: {"citizen_reachable": True},
}


def allowed(status: Status, action: Action) -> bool:
    return (status, action) in TABLE


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
    if actor.who not in move.who:
        raise NotAllowed
    given = dict(data or {})
    missing = [name for name in move.needs if name not in given]
    if missing:
        raise ValueError(f"{action} needs {', '.join(missing)}")
    next_status = Status.TRIAGE if to_triage and action is Action.TRANSFER else move.next
    recorded = {**_SETS.get(action, {}), **given}
    if next_status is not None:
        recorded["status"] = next_status.value
    event = Event(case.id, case.version + 1, move.event, now, actor, recorded, cause)
    return evolve(case, event), event


def replay(events: list[Event]) -> Case | None:
    """Rebuild a case from its events, oldest first."""
    case: Case | None = None
    for event in events:
        case = evolve(case, event)
    return case


_CHINESE = {T: "待分派", D: "待签收", P: "办理中", A: "待补充", R: "已办结，待回访", W: "撤诉"}
_ACTION_CHINESE = {
    Action.DISPATCH: "派单",
    Action.CLAIM: "签收",
    Action.TRANSFER: "转办",
    Action.ASK: "请市民补充",
    Action.SUPPLY: "补充",
    Action.ADD: "追加",
    Action.REPLY: "答复",
    Action.RESOLVE: "办结",
    Action.REOPEN: "重办",
    Action.NOTE: "内部备注",
    Action.WITHDRAW: "撤诉",
    Action.LOSE_TOUCH: "无法送达",
    Action.FIND_AGAIN: "恢复送达",
    Action.GRADE: "定为复杂",
    Action.MISS: "超期",
    Action.RESUME: "等候期满",
    Action.RECKON: "期限重算",
}
_COLOUR = {Who.CITIZEN: "#2e7d32", Who.HANDLER: "#1565c0", Who.DISPATCHER: "#6a1b9a", Who.SYSTEM: "#616161"}


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
        if action is Action.TRANSFER:
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
        "Arrows are coloured by who may act: green the citizen, blue staff of the department, purple the dispatcher.",
        "A transfer goes to another department's queue, or back to the triage desk.",
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
