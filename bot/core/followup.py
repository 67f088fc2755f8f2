"""The follow-up of an answer, without I/O: what is asked, what the answers mean, who waits for a decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.case import Case, Event, EventKind, Outcome, Status

QUESTIONS = ("contacted", "solved", "satisfaction")
CHOICES = {"contacted": ("yes", "no"), "solved": ("yes", "no"), "satisfaction": ("yes", "mostly", "no")}
CALLS = 3  # a caller who never picked up is not rated
UPHOLDS = 2  # the one with which the case ends, by naming the legal route
ROUTE = "route"  # a case closed so takes no objection any more
_DECIDED = (EventKind.REOPENED, EventKind.UPHELD, EventKind.CLOSED, EventKind.RESOLVED)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One citizen's say about one answer. `end`: rated, silent, reopened, left (their case went its own way)."""

    id: int
    case_id: int
    own_case_id: int
    citizen_id: int
    round: int
    opened_at: datetime
    asked_at: datetime | None = None
    contacted: bool | None = None
    solved: bool | None = None
    satisfaction: str | None = None
    words: str | None = None
    by: int | None = None
    ended_at: datetime | None = None
    end: str | None = None
    calls: int = 0
    call_at: datetime | None = None

    @property
    def open(self) -> bool:
        return self.ended_at is None

    @property
    def rated(self) -> bool:
        return self.end == "rated"

    @property
    def unhappy(self) -> bool:
        """Whether they said that it is not solved, or that they are not satisfied."""
        return self.solved is False or self.satisfaction == "no"

    @property
    def next_question(self) -> str | None:
        return next((q for q in QUESTIONS if getattr(self, q) is None), None)

    @property
    def begun(self) -> bool:
        return any(getattr(self, q) is not None for q in QUESTIONS)


def said(question: str, choice: str) -> bool | str:
    """A choice as it is kept."""
    return choice if question == "satisfaction" else choice == "yes"


def choice_of(row: FollowUp, question: str) -> str | None:
    """What was chosen, as a word; None when nothing was."""
    value: bool | str | None = getattr(row, question)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def explained(case: Case) -> bool:
    """Whether the answer explains or plans: then the question is whether that was clear."""
    return case.outcome in (Outcome.EXPLAINED, Outcome.PLANNED)


def rating(row: FollowUp, case: Case, number: str) -> dict[str, Any]:
    """What goes on record. `number`: the citizen's own case."""
    return {
        "contacted": row.contacted,
        "solved": row.solved,
        "satisfaction": row.satisfaction,
        "round": row.round,
        "case": number,
        "explained": explained(case),
    }


def requests(history: Sequence[Event]) -> list[Event]:
    """The citizens' wishes for another look that nobody has decided on yet."""
    out: list[Event] = []
    for event in history:
        if event.kind in _DECIDED:
            out = []
        elif event.kind is EventKind.REOPEN_ASKED:
            out.append(event)
    return out


def decision(history: Sequence[Event]) -> Event | None:
    """What the last wish came to; None when there was none, or it waits."""
    last: Event | None = None
    asked = False
    for event in history:
        if event.kind is EventKind.REOPEN_ASKED:
            asked, last = True, None
        elif asked and last is None and event.kind in _DECIDED:
            last = event
    return last


def words_of(asked: Sequence[Event]) -> str:
    return "\n".join(filter(None, (e.data["text"] for e in asked)))


def may_object(case: Case, row: FollowUp, history: Sequence[Event]) -> bool:
    """Whether a supervisor will look at it: not while one already does, and not after the legal route was named."""
    if case.status not in (Status.RESOLVED, Status.CLOSED) or case.ended == ROUTE:
        return False
    waiting = any(e.data.get("followup") == row.id for e in requests(history))
    return row.unhappy and not waiting and case.upheld < UPHOLDS


def ending(row: FollowUp, *, route: bool = False) -> str:
    """How the end of the case is put to this citizen."""
    if row.rated and not row.unhappy:
        return "confirmed"
    if row.unhappy:
        return ROUTE if route else "upheld"
    return "not_rated"


def addressed(row: FollowUp, **more: Any) -> dict[str, Any]:
    """An addressee of a notice to the citizens of a round, for the event's data."""
    return {"citizen": row.citizen_id, "own": row.own_case_id, "followup": row.id, **more}
