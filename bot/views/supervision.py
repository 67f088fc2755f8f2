"""Supervision as people see it: marks on a card, the words to those above."""

from collections.abc import Sequence

from bot.core.case import Case, Event, EventKind, Status, Supervision
from bot.core.deadlines import Standing
from bot.core.masking import mask
from bot.core.plain import clip, headline
from bot.views.content import Button, Content, Voice

WATCHED = (Supervision.SUPERVISED, Supervision.ESCALATED)
WORDS = 200  # of those who put a case under supervision, on the card
_RAISED = (EventKind.SUPERVISED, EventKind.ESCALATED, EventKind.REOPENED)


def watched(case: Case) -> bool:
    """Whether it stands first in queues."""
    return case.supervision in WATCHED


def marks(voice: Voice, case: Case, history: Sequence[Event]) -> list[str]:
    """What a card says of supervision, of the citizen's reminders, and of the leader who took the case over."""
    out: list[str] = []
    last = next((e for e in reversed(history) if e.kind in _RAISED), None)
    if watched(case) and last is not None and (case.open or case.status is Status.RESOLVED):
        words = "" if last.kind is EventKind.REOPENED else clip(mask(last.data.get("text", "")), WORDS)
        out.append(
            voice.say(
                "card-supervised",
                level=str(case.supervision),
                at=voice.when(last.at),
                text=words or "none",
            )
        )
    reminded = [e for e in history if e.kind is EventKind.REMINDED]
    if reminded and case.open:
        out.append(voice.say("card-reminded", count=len(reminded), at=voice.when(reminded[-1].at)))
    if case.leader:
        out.append(voice.say("card-leader", leader=case.leader))
    return out


def over(voice: Voice, clock: Standing) -> str:
    """For how long something is overdue."""
    if clock.over_days:
        return voice.plain("over-days", count=clock.over_days)
    return voice.plain("over-hours", count=clock.over_hours) if clock.over_hours else voice.plain("over-just")


def subject(case: Case) -> str:
    """What a case is about, in a line for those who don't work on it; reports and confidential cases say nothing."""
    return "none" if case.secret else headline(mask(case.title))


def open_button(voice: Voice, case: Case) -> tuple[tuple[Button, ...], ...]:
    return ((Button(voice.plain("button-open-case", number=case.number), f"c:open:{case.id}"),),)


def to_those_above(voice: Voice, case: Case, key: str, *, can_open: bool, **words: str) -> Content:
    """A word to somebody who doesn't work on the case but has to see to it."""
    text = voice.say(
        key, number=case.number, headline=subject(case), office=voice.office(case.department), **words
    )
    return Content(text, open_button(voice, case) if can_open else ())
