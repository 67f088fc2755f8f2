"""The course of a case in plain words with dates: for its citizen, and whole for the file that is kept."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.core.case import Case, Event, EventKind, Status
from bot.core.masking import mask
from bot.core.plain import clip
from bot.texts import Safe
from bot.views.content import Voice

# What is between the staff, or a fact about messages: not part of what a citizen reads.
INSIDE = frozenset(
    {
        EventKind.NOTED,
        EventKind.UNREACHABLE,
        EventKind.REACHABLE,
        EventKind.PROPOSED,
        EventKind.AGREED,
        EventKind.REFUSED,
        EventKind.SUPPORTED,
        EventKind.JOINED,
        EventKind.LEFT,
        EventKind.HANDED_OVER,
        EventKind.RELEASED,
        EventKind.ACCUSED,
        EventKind.REVEALED,
        EventKind.PAGED,
        EventKind.PAGE_ANSWERED,
        EventKind.SUMMARISED,
        EventKind.RATED,
    }
)
SHOWN = 12
STEPS = ("filed", "work", "watched", "answer", "follow-up")


def course(voice: Voice, history: Sequence[Event], staff: Mapping[int, int]) -> list[Safe]:
    """What happened, a line each, as its citizen may read it; of a long story the beginning and the end.

    `staff`: staff numbers by person.
    """
    told = [e for e in history if e.kind not in INSIDE]
    lines = [_line(voice, e, staff, text="") for e in told]
    if len(lines) <= SHOWN:
        return lines
    left_out = voice.say("history-left-out", count=len(lines) - SHOWN)
    return [*lines[:2], left_out, *lines[-(SHOWN - 2) :]]


def whole(voice: Voice, history: Sequence[Event], staff: Mapping[int, int]) -> list[Safe]:
    """Everything on record but single ratings, with the words, masked: for the file of a case."""
    return [
        _line(voice, e, staff, text=mask(str(e.data.get("text") or e.data.get("question") or "")))
        for e in history
        if e.kind is not EventKind.RATED
    ]


def _line(voice: Voice, event: Event, staff: Mapping[int, int], *, text: str) -> Safe:
    d = event.data
    number = staff.get(event.actor.id) if event.actor.id is not None else None
    until = d.get("until")
    words: dict[str, Any] = {
        "at": voice.when(event.at),
        "office": voice.office(d["department"]) if d.get("department") else "–",
        "staff": str(number) if number else "–",
        "outcome": d.get("outcome") or "",
        "numbers": voice.listed([str(n) for n in d.get("into", ())])
        or str(d.get("other") or d.get("lead") or ""),
        "leader": str(d.get("leader") or ""),
        "days": d.get("days") or 0,
        "until": voice.day(datetime.fromisoformat(until)) if until else "",
        "text": clip(text, 3000),
        "words": "yes" if text else "no",
    }
    return voice.say(f"history-{event.kind.value}", **words)


def steps(voice: Voice, case: Case, history: Sequence[Event]) -> Safe | None:
    """受理—办理—（督办）—反馈—回访: how far a case has come, what is behind it marked; None off that way."""
    if case.status in (Status.WITHDRAWN, Status.MERGED, Status.DECLINED):
        return None
    kinds = {e.kind for e in history}
    past = {
        "filed": True,
        "work": EventKind.CLAIMED in kinds,
        "watched": bool(kinds & {EventKind.SUPERVISED, EventKind.ESCALATED}),
        "answer": EventKind.RESOLVED in kinds and not case.open,
        "follow-up": case.status is Status.CLOSED,
    }
    shown = [step for step in STEPS if step != "watched" or past["watched"]]
    marks = [voice.plain(f"step-{step}", past="yes" if past[step] else "no") for step in shown]
    return Safe(" — ".join(marks))
