"""What a citizen said of a case after filing it, and what of it they set apart again as another matter. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.core.case import Case, Event, EventKind, Status
from bot.core.errors import Refusal

SAID = (EventKind.ADDED, EventKind.SUPPLIED)
APART_WITHIN = timedelta(days=1)
# The office has gone on since it read an answer, or the citizen has: the question it was given to is over.
_WENT_ON = frozenset(
    {
        *SAID,
        EventKind.ASKED,
        EventKind.REPLIED,
        EventKind.RESOLVED,
        EventKind.PROPOSED,
        EventKind.RESUMED,
        EventKind.TRANSFERRED,
        EventKind.RETURNED,
        EventKind.RELEASED,
        EventKind.DEFERRED,
        EventKind.REOPENED,
        EventKind.MERGED,
    }
)


class AlreadyApart(Refusal):
    """These words were set apart already."""

    key = "refused-already-apart"


class TooLateApart(Refusal):
    """The office has worked with these words for a day."""

    key = "refused-too-late-apart"


class DraftFull(Refusal):
    """They are writing something already, and these words have no room there."""

    key = "refused-draft-full"


def apart(history: Iterable[Event]) -> set[int]:
    """The versions of those events whose words are about something else."""
    return {version for e in history if e.kind is EventKind.DETACHED for version in e.data["of"]}


def standing(history: Sequence[Event]) -> list[Event]:
    """What the citizen added and answered, without what they set apart."""
    gone = apart(history)
    return [e for e in history if e.kind in SAID and e.version not in gone]


def together(history: Sequence[Event], version: int) -> list[Event]:
    """The event of that version with all that belongs to it: parts of its album, corrections of its messages."""
    said = standing(history)
    of = next((e for e in said if e.version == version), None)
    if of is None:
        return []
    album, messages = of.data.get("album"), set(of.data.get("messages", ()))
    return [
        e
        for e in said
        if e.version == version
        or (album is not None and e.data.get("album") == album)
        or messages & set(e.data.get("messages", ()))
    ]


def check(history: Sequence[Event], version: int, now: datetime) -> None:
    """Raises AlreadyApart, TooLateApart."""
    if version in apart(history):
        raise AlreadyApart
    at = next((e.at for e in history if e.version == version), now)
    if now - at > APART_WITHIN:
        raise TooLateApart


def unanswered(case: Case, history: Sequence[Event], parts: Sequence[Event], now: datetime) -> Event | None:
    """The question that stands again without `parts`; None when there was none, or the time for it is over."""
    answer = next((e for e in parts if e.kind is EventKind.SUPPLIED), None)
    if answer is None or case.status is not Status.IN_PROGRESS:
        return None
    ours, gone = {e.version for e in parts}, apart(history)
    since = (e for e in history if e.version > answer.version and e.version not in ours | gone)
    if any(e.kind in _WENT_ON for e in since):
        return None
    if (until := waits_until(history, answer)) is None or until <= now:
        return None
    return next(e for e in reversed(history) if e.kind is EventKind.ASKED and e.version < answer.version)


def waits_until(history: Iterable[Event], answer: Event) -> datetime | None:
    """Until when the question that `answer` was given to would have waited."""
    recorded = (e.data.get("clocks", {}).get("wait", "ended") for e in history if e.version < answer.version)
    moments = [datetime.fromisoformat(due) for due in recorded if due != "ended"]
    return moments[-1] if moments else None


def was_answered(history: Iterable[Event], parting: Event) -> Event:
    """The answer among the words that `parting` set apart."""
    return next(e for e in history if e.kind is EventKind.SUPPLIED and e.version in parting.data["of"])
