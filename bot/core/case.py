"""A case and its events as frozen records, and the fold that rebuilds the one from the others."""

import dataclasses
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Status(StrEnum):
    TRIAGE = "triage"
    DISPATCHED = "dispatched"
    IN_PROGRESS = "in_progress"
    AWAITING_CITIZEN = "awaiting_citizen"
    DEFERRED = "deferred"
    RESOLVED = "resolved"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    DECLINED = "declined"


class Outcome(StrEnum):
    SOLVED = "solved"
    EXPLAINED = "explained"
    PLANNED = "planned"


class Supervision(StrEnum):
    """How closely a case is watched, beside its status; it only rises until the case is answered for good."""

    REMINDED = "reminded"
    SUPERVISED = "supervised"
    ESCALATED = "escalated"


class EventKind(StrEnum):
    FILED = "filed"
    DISPATCHED = "dispatched"
    CLAIMED = "claimed"
    TRANSFERRED = "transferred"
    ASKED = "asked"
    SUPPLIED = "supplied"
    ADDED = "added"
    DETACHED = "detached"
    REPLIED = "replied"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    NOTED = "noted"
    WITHDRAWN = "withdrawn"
    UNREACHABLE = "unreachable"
    REACHABLE = "reachable"
    GRADED = "graded"
    MISSED = "missed"
    RESUMED = "resumed"
    RECKONED = "reckoned"
    RETURNED = "returned"
    DECLINED = "declined"
    REDIRECTED = "redirected"
    SUPPORTED = "supported"
    PROPOSED = "proposed"
    AGREED = "agreed"
    REFUSED = "refused"
    EXTENDED = "extended"
    DEFERRED = "deferred"
    RECALLED = "recalled"
    MERGED = "merged"
    UNMERGED = "unmerged"
    JOINED = "joined"
    LEFT = "left"
    SPLIT = "split"
    TAKEN_OVER = "taken_over"
    HANDED_OVER = "handed_over"
    RELEASED = "released"
    REMINDED = "reminded"
    SUPERVISED = "supervised"
    ESCALATED = "escalated"
    REOPEN_ASKED = "reopen_asked"
    UPHELD = "upheld"
    RATED = "rated"
    CLOSED = "closed"
    CORRECTED = "corrected"
    SUMMARISED = "summarised"
    ACCUSED = "accused"
    SEALED = "sealed"
    REVEALED = "revealed"
    PAGED = "paged"
    PAGE_ANSWERED = "page_answered"


class ActorKind(StrEnum):
    CITIZEN = "citizen"
    STAFF = "staff"
    SYSTEM = "system"


class Who(StrEnum):
    """Who may make a move: the person's relation to the case, not only their role.

    `LEAD` leads the office that has the case; `CHECKER` looks on the spot for it; `SUPPORTER` works in an
    office that contributes to it.
    """

    CITIZEN = "citizen"
    HANDLER = "handler"
    SUPPORTER = "supporter"
    CHECKER = "checker"
    LEAD = "lead"
    DISPATCHER = "dispatcher"
    SUPERVISOR = "supervisor"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `roles`: what a member of staff is to this case; not part of the record."""

    kind: ActorKind
    id: int | None = None
    roles: frozenset[Who] = field(default=frozenset({Who.HANDLER}), compare=False)

    @property
    def whos(self) -> frozenset[Who]:
        if self.kind is ActorKind.STAFF:
            return self.roles
        return frozenset({Who.CITIZEN if self.kind is ActorKind.CITIZEN else Who.SYSTEM})


SYSTEM = Actor(ActorKind.SYSTEM)


@dataclass(frozen=True, slots=True)
class Event:
    """One change. `data` holds all that replay needs; `version` is the case's version after it."""

    case_id: int
    version: int
    kind: EventKind
    at: datetime
    actor: Actor
    data: dict[str, Any] = field(default_factory=dict)
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """`text` is what the citizen wrote at filing; additions live in the events.

    `filed_at`: the receipt, from which its clocks run; a case split off has that of the first one.
    `type`: 投诉 求助 咨询 建议 举报, as the classifier read it. `lead_id`: the case that this one was merged
    into. `bounces`: how often offices passed it on; `locked`: they may no more. `supporting`: offices that
    contribute. `accused`: offices complained about and those below, which must not see it. `proposal`: what waits for
    somebody's approval. `leader`: who took it under their own care. `upheld`: how often the supervisor found
    that the answer stands. `ended`: how it was closed.
    `district`: where it is, as `Place.full` has it, if the words or the citizen said so.
    """

    id: int
    number: str
    version: int
    status: Status
    citizen_id: int
    language: str
    domain: str | None
    department: str
    title: str
    text: str
    filed_at: datetime
    updated_at: datetime
    handler_id: int | None = None
    outcome: Outcome | None = None
    question: str | None = None
    citizen_reachable: bool = True
    type: str | None = None
    lead_id: int | None = None
    bounces: int = 0
    locked: bool = False
    supporting: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    confidential: bool = False
    proposal: dict[str, Any] | None = None
    supervision: Supervision | None = None
    leader: str | None = None
    upheld: int = 0
    ended: str | None = None
    district: str | None = None

    @property
    def open(self) -> bool:
        """Whether the city still owes an answer."""
        return self.status in OPEN

    @property
    def by_phone(self) -> bool:
        """Whether somebody of the centre filed it for a caller, whom only a telephone reaches."""
        return self.citizen_id >= CALLERS

    @property
    def over(self) -> bool:
        """Whether nothing more is to come."""
        return self.status in FINAL

    @property
    def secret(self) -> bool:
        """Whether it stays out of joins, of like cases and of every list beyond those who work on it."""
        return self.confidential or self.type == REPORT or bool(self.accused)


REPORT = "举报"
CALLERS = 1 << 53  # Telegram's ids are below; from here on people who called and have no Telegram
DISPATCHERS = "@dispatcher"  # among the accused: those who send cases on, with an office of theirs or without
OPEN = frozenset(
    {Status.TRIAGE, Status.DISPATCHED, Status.IN_PROGRESS, Status.AWAITING_CITIZEN, Status.DEFERRED}
)
FINAL = frozenset({Status.CLOSED, Status.WITHDRAWN, Status.MERGED, Status.DECLINED})


def evolve(case: Case | None, event: Event) -> Case:
    """The case after `event`. Folding all events of a case from None rebuilds its row exactly."""
    d = event.data
    if event.kind is EventKind.FILED:
        return Case(
            id=event.case_id,
            number=d["number"],
            version=event.version,
            status=Status(d["status"]),
            citizen_id=d["citizen_id"],
            language=d["language"],
            domain=d["domain"],
            department=d["department"],
            title=d["title"],
            text=d["text"],
            filed_at=datetime.fromisoformat(d["received"]) if "received" in d else event.at,
            updated_at=event.at,
            type=d.get("type"),
            confidential=d.get("confidential", False),
            citizen_reachable=d.get("citizen_reachable", True),
            district=d.get("district"),
        )
    assert case is not None, "the first event of a case is FILED"
    changes: dict[str, Any] = {"version": event.version, "updated_at": event.at}
    if "status" in d:
        changes["status"] = Status(d["status"])
    if "outcome" in d:
        changes["outcome"] = Outcome(d["outcome"]) if d["outcome"] else None
    if "supervision" in d:
        changes["supervision"] = Supervision(d["supervision"]) if d["supervision"] else None
    for name in ("supporting", "accused"):
        if name in d:
            changes[name] = tuple(d[name])
    for name in _AS_RECORDED:
        if name in d:
            changes[name] = d[name]
    return dataclasses.replace(case, **changes)


_AS_RECORDED = (
    "department", "handler_id", "question", "citizen_reachable", "domain", "lead_id", "bounces", "locked",
    "confidential", "proposal", "leader", "upheld", "ended", "title",
)  # fmt: skip
