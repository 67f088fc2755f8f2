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
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    SOLVED = "solved"
    EXPLAINED = "explained"
    PLANNED = "planned"


class EventKind(StrEnum):
    FILED = "filed"
    DISPATCHED = "dispatched"
    CLAIMED = "claimed"
    TRANSFERRED = "transferred"
    ASKED = "asked"
    SUPPLIED = "supplied"
    ADDED = "added"
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


class ActorKind(StrEnum):
    CITIZEN = "citizen"
    STAFF = "staff"
    SYSTEM = "system"


class Who(StrEnum):
    """Who may make a move: the person's relation to the case, not only their role."""

    CITIZEN = "citizen"
    HANDLER = "handler"
    DISPATCHER = "dispatcher"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `dispatcher`: a member of staff who decides for the general desk; not part of the record."""

    kind: ActorKind
    id: int | None = None
    dispatcher: bool = field(default=False, compare=False)

    @property
    def who(self) -> Who:
        if self.kind is ActorKind.STAFF:
            return Who.DISPATCHER if self.dispatcher else Who.HANDLER
        return Who.CITIZEN if self.kind is ActorKind.CITIZEN else Who.SYSTEM


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
    """`text` is what the citizen wrote at filing; additions live in the events."""

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

    @property
    def open(self) -> bool:
        return self.status not in FINAL


FINAL = frozenset({Status.RESOLVED, Status.WITHDRAWN})


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
            filed_at=event.at,
            updated_at=event.at,
        )
    assert case is not None, "the first event of a case is FILED"
    changes: dict[str, Any] = {"version": event.version, "updated_at": event.at}
    if "status" in d:
        changes["status"] = Status(d["status"])
    if "outcome" in d:
        changes["outcome"] = Outcome(d["outcome"]) if d["outcome"] else None
    for name in ("department", "handler_id", "question", "citizen_reachable", "domain"):
        if name in d:
            changes[name] = d[name]
    return dataclasses.replace(case, **changes)
