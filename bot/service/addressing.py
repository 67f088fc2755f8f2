"""Which case a citizen's words are meant for: by reply, by its number, by what they were asked or have just said."""

from datetime import datetime, timedelta

from bot.core import said, smalltalk, workflow
from bot.core.case import Case, Status
from bot.core.errors import IllegalMove, NoSuchCase
from bot.core.plain import title_of
from bot.core.workflow import Action
from bot.service import asking
from bot.service.desk import Desk
from bot.service.drafting import OPEN_SHOWN, Addition
from bot.service.drafts import draft_of
from bot.store import cases, spoken
from bot.store.db import Reader
from bot.store.dialogues import Dialogue

# What says to a citizen who is asked something that they may just write here.
_ASKING = ("citizen-asked", "still-asked", "case", "citizen-missed", "citizen-latest")
_TAKEN = ("citizen-supplied", "citizen-added")
GOING_ON = timedelta(minutes=10)  # who has just answered may have more to say, in several short messages
SHORT = 20


async def replied_to(conn: Reader, person_id: int, case_id: int) -> Case | None:
    """The case that a citizen's reply to one of our messages is about, if it is theirs and can take it."""
    case = await cases.by_id(conn, case_id)
    return case if case is not None and _takes(case, person_id) else None


async def named(conn: Reader, person_id: int, number: str) -> Case:
    """The citizen's own case of that number, where words can still be added. Raises NoSuchCase, IllegalMove."""
    case = await cases.by_number(conn, number)
    if case is None or case.citizen_id != person_id:
        raise NoSuchCase
    if not workflow.takes_words(case.status):
        raise IllegalMove(case.status.value, Action.ADD.value)
    return case


async def meant(
    desk: Desk,
    conn: Reader,
    chat_id: int,
    person_id: int,
    new: Addition,
    number: str | None,
    now: datetime,
    *,
    drafting: bool,
) -> Case | None:
    """The case of words that reply to nothing. `number`: a case's, that stands in them; `drafting`: they are writing
    something already, which a question came in between.
    """
    if number is not None and smalltalk.asks_about_number(new.text, number):
        return None
    if number is not None and not drafting:
        named_one = await cases.by_number(conn, number)
        if named_one is not None and _takes(named_one, person_id):
            return named_one
    last = await spoken.last_said(conn, chat_id)
    case = await replied_to(conn, person_id, last[0]) if last is not None else None
    if last is None or case is None:
        return None
    _, purpose, at = last
    if purpose in _ASKING and case.status is Status.AWAITING_CITIZEN:
        answers = smalltalk.may_answer(case.question or "", new.text) or new.file is not None
        return case if answers and not (drafting and not 0 < len(new.text) <= SHORT) else None
    if drafting:
        return None
    if purpose == "ask-add":
        return case
    more = purpose in _TAKEN and now - at <= GOING_ON and await asking.waiting(conn, person_id) is None
    return case if more and await _goes_on(desk, new) else None


async def _goes_on(desk: Desk, new: Addition) -> bool:
    """Whether this is no matter of its own: a file, or a few words that nothing can be made of by themselves."""
    if not new.text:
        return True
    if len(new.text) > SHORT or smalltalk.meaning(new.text) or smalltalk.begins_anew(new.text):
        return False
    return (await desk.brain.suggest(*title_of(new.text))).queue == "triage"


def _takes(case: Case, person_id: int) -> bool:
    return case.citizen_id == person_id and workflow.takes_words(case.status)


async def edited(
    conn: Reader, desk: Desk, person_id: int, message_id: int, text: str
) -> tuple[Case, str] | None:
    """The citizen's case that one of their own messages went into, if its words are others now, and what they were."""
    for case in await cases.of_citizen(conn, person_id, limit=OPEN_SHOWN):
        history = await cases.history(conn, case.id)
        gone = said.apart(history)
        for event in reversed(history):
            came = event.data.get("messages", ())
            if message_id in came and event.version not in gone:
                recorded = str(event.data.get("text", ""))
                same = _unchanged(desk, recorded, text, alone=len(came) == 1)
                return None if same else (case, recorded)
    return None


def _unchanged(desk: Desk, recorded: str, text: str, *, alone: bool) -> bool:
    """Telegram reports edits that changed no word, too. `alone`: the record is this one message's."""
    if alone:
        return recorded in (text, correction(desk, text))
    return f"\n{text}\n" in f"\n{recorded}\n"


def correction(desk: Desk, text: str) -> str:
    return desk.public.plain("correction", text=text)


async def case_of_album(conn: Reader, person_id: int, album: str, before: Dialogue | None) -> Case | None:
    """The citizen's case that has the first parts of an album: the others may come after the filing."""
    if before is not None and draft_of(before).album == album:
        return None
    for case in await cases.of_citizen(conn, person_id, limit=OPEN_SHOWN):
        history = await cases.history(conn, case.id)
        gone = said.apart(history)
        if workflow.takes_words(case.status) and any(
            event.data.get("album") == album and event.version not in gone for event in history
        ):
            return case
    return None
