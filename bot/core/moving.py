"""Passing a case on and taking others in: why an office sends a case back, until when, and who contributes. Pure."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.case import Case, Event, EventKind

# Why an office sends a case back; the texts are `return-reason-…`.
RETURN_REASONS = ("not_ours", "wrong_area", "wrong_level", "unclear", "several")
ARRIVALS = (EventKind.FILED, EventKind.DISPATCHED, EventKind.TRANSFERRED, EventKind.REDIRECTED)
PASSED_ON = (EventKind.DISPATCHED, EventKind.TRANSFERRED, EventKind.RETURNED, EventKind.REDIRECTED)


def came_at(case: Case, history: Sequence[Event]) -> datetime:
    """When the case came to those who have it."""
    return next((e.at for e in reversed(history) if e.kind in ARRIVALS), case.filed_at)


def trips(history: Sequence[Event]) -> int:
    """How often a case was sent somewhere: a button of an earlier stay knows another number."""
    return sum(e.kind in PASSED_ON for e in history)


def last_return(history: Sequence[Event]) -> Event | None:
    return next((e for e in reversed(history) if e.kind is EventKind.RETURNED), None)


def wished(history: Sequence[Event]) -> str | None:
    """Where an office wanted a case to go that came to the triage desk instead, until it was sent on."""
    last = next((e for e in reversed(history) if e.kind in PASSED_ON), None)
    office: str | None = last.data.get("wished") if last is not None else None
    return office


def left_settings(history: Sequence[Event]) -> str | None:
    """The office that a case came from because it is no more, until it was sent on."""
    last = next((e for e in reversed(history) if e.kind in PASSED_ON), None)
    return str(last.data["from_department"]) if last is not None and last.data.get("gone") else None


def toggled(supporting: Sequence[str], office: str) -> list[str]:
    """The contributing offices with this one added, or without it."""
    if office in supporting:
        return [each for each in supporting if each != office]
    return [*supporting, office]
