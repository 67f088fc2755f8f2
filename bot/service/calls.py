"""Follow-up by telephone, for callers without Telegram: the centre asks the three questions, never who had the case.

The rows, the ratings and what follows from them are those of the chat; only who puts them on record differs.
"""

import dataclasses

from bot.core.case import CALLERS, Case, EventKind
from bot.core.errors import AlreadyRated, FollowUpOver, NotAllowed, StaleButton
from bot.core.followup import CALLS, FollowUp
from bot.core.plain import clip
from bot.core.workflow import Action
from bot.service import follow_up, handling
from bot.service.acting import act, load
from bot.service.desk import Desk
from bot.service.handling import ask_for, staff
from bot.service.saying import say
from bot.service.turning import turned
from bot.store import cases, followups, people
from bot.store.db import Tx
from bot.store.people import Person
from bot.views import calls as view
from bot.views import secrecy as secrecy_view
from bot.views.content import Content

PURPOSE = "calls"
PAGE = 8


async def _caller_of(tx: Tx, person_id: int, chat_id: int) -> Person:
    """Somebody of the centre, alone with the bot: no office reads along. Raises NotInvited, NotAllowed."""
    person = await staff(tx, person_id)
    if not person.dispatcher or chat_id != person_id:
        raise NotAllowed
    return person


def may_call(person: Person, case: Case) -> bool:
    """Neither who had the case nor anybody of their office, whatever other roles they have."""
    return (
        person.dispatcher
        and person.sees(case)
        and person.id != case.handler_id
        and not {case.department, *case.supporting} & set(person.departments)
    )


async def show(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, page: int = 0, message: int | None = None
) -> None:
    """Whom to call now. Raises NotInvited, NotAllowed, StaleButton."""
    person = await _caller_of(tx, person_id, chat_id)
    rows = await followups.to_call(tx.conn, tx.now)
    answered = await cases.by_ids(tx.conn, [row.case_id for row in rows])
    own = await cases.by_ids(tx.conn, [row.own_case_id for row in rows])
    mine = [row for row in rows if may_call(person, answered[row.case_id])]
    last = max(0, (len(mine) - 1) // PAGE)
    page = min(page, last)
    shown = [(row, own[row.own_case_id]) for row in mine[page * PAGE : (page + 1) * PAGE]]
    content = view.waiting(desk.house, shown, len(mine), page, last, others=len(rows) - len(mine))
    await turned(tx, chat_id, content, PURPOSE, message)


async def _on_row(tx: Tx, person_id: int, chat_id: int, row_id: int) -> tuple[Person, FollowUp, Case]:
    """Raises NotInvited, NotAllowed, StaleButton, AlreadyRated, FollowUpOver."""
    person = await _caller_of(tx, person_id, chat_id)
    row = await followups.get(tx.conn, row_id)
    if row is None or row.citizen_id < CALLERS or row.call_at is None:
        raise StaleButton
    case = await load(tx, row.case_id)
    if not may_call(person, case):
        raise NotAllowed
    return person, row, case


async def open_one(tx: Tx, desk: Desk, person_id: int, chat_id: int, row_id: int, message: int) -> None:
    """What was answered, and the questions to ask."""
    _, row, case = await _on_row(tx, person_id, chat_id, row_id)
    await follow_up.rateable(tx, row)
    await _show_one(tx, desk, chat_id, row, case, message)


async def _show_one(
    tx: Tx, desk: Desk, chat_id: int, row: FollowUp, case: Case, message: int, said: str | None = None
) -> None:
    own = await load(tx, row.own_case_id)
    caller = await people.get(tx.conn, row.citizen_id)
    history = await cases.history(tx.conn, case.id)
    answer = next((e for e in reversed(history) if e.kind is EventKind.RESOLVED), None)
    phone = caller.phone if caller is not None else None
    content = view.one(desk.house, case, own, row, answer, phone, over=said)
    await turned(tx, chat_id, content, PURPOSE, message, case_id=case.id)


async def reveal(tx: Tx, desk: Desk, person_id: int, chat_id: int, row_id: int, message: int) -> str:
    """The number, to the one who calls, and that they saw it on record. The toast's text key."""
    person, row, case = await _on_row(tx, person_id, chat_id, row_id)
    await follow_up.rateable(tx, row)
    caller = await people.get(tx.conn, row.citizen_id)
    actor = handling.actor_of(person, desk, case)
    own = await load(tx, row.own_case_id)
    case = await act(tx, desk, case, actor, (Action.REVEAL, {"what": "contact", "case": own.number}))
    phone = (caller.phone if caller is not None else None) or "–"
    name = caller.name if caller is not None else None
    content = secrecy_view.contact(desk.house, own, [" ".join(filter(None, (phone, name)))])
    await say(tx, chat_id, content, "reveal", case_id=case.id)
    return "toast-opened"


async def tap(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, row_id: int, question: str, choice: str, message: int
) -> None:
    """One of the three answers; the third puts the rating on record."""
    person, row, case = await _on_row(tx, person_id, chat_id, row_id)
    case = await follow_up.rateable(tx, row)
    if row.next_question != question:
        raise StaleButton
    row = await follow_up.choose(tx, row, question, choice, by=person.id)
    if row.next_question is not None:
        await _show_one(tx, desk, chat_id, row, case, message)
        return
    await people.note(tx, person.id, "called", case=case.number)
    await follow_up.rate(tx, desk, case, row)
    row = await followups.get(tx.conn, row.id) or row
    waits = await follow_up.waits_for_words(tx.conn, row)
    await _show_one(tx, desk, chat_id, row, await load(tx, case.id), message, "why" if waits else "thanks")


async def reset(tx: Tx, desk: Desk, person_id: int, chat_id: int, row_id: int, message: int) -> None:
    _, row, case = await _on_row(tx, person_id, chat_id, row_id)
    await follow_up.rateable(tx, row)
    none = {"contacted": None, "solved": None, "satisfaction": None}
    await followups.save(tx, row.id, **none)
    await _show_one(tx, desk, chat_id, dataclasses.replace(row, **none), case, message)  # type: ignore[arg-type]


async def missed(tx: Tx, desk: Desk, person_id: int, chat_id: int, row_id: int, message: int) -> None:
    """Nobody picked up: again on the next working day, and after the last time not at all."""
    person, row, case = await _on_row(tx, person_id, chat_id, row_id)
    await follow_up.rateable(tx, row)
    if row.call_at is not None and row.call_at > tx.now:
        raise StaleButton
    calls = row.calls + 1
    again = desk.calendar.next_opening(desk.calendar.midnight(desk.calendar.local_day(tx.now)))
    ended = {"ended_at": tx.now, "end": "silent"} if calls >= CALLS else {}
    await followups.save(tx, row.id, calls=calls, call_at=again, **ended)
    await people.note(tx, person.id, "not_reached", case=case.number, calls=calls)
    row = dataclasses.replace(row, calls=calls, call_at=again)
    await _show_one(tx, desk, chat_id, row, case, message, "silent" if ended else "missed")


async def ask_words(tx: Tx, desk: Desk, person_id: int, chat_id: int, row_id: int) -> None:
    """What the caller says, in their words."""
    _, row, case = await _on_row(tx, person_id, chat_id, row_id)
    await ask_for(tx, desk, person_id, chat_id, case, "call", str(row.id))


async def words(tx: Tx, desk: Desk, person_id: int, chat_id: int, row_id: int, text: str) -> None:
    """They go with the rating; where it is not accepted, to the supervisors. Raises FollowUpOver."""
    person, row, case = await _on_row(tx, person_id, chat_id, row_id)
    if await follow_up.live(tx, row) is None:
        raise FollowUpOver
    kept = clip("\n".join(filter(None, (row.words, text))), follow_up.WORDS_LIMIT)
    row = dataclasses.replace(row, words=kept, by=row.by or person.id)
    await followups.save(tx, row.id, words=kept, by=row.by)
    passed_on = await follow_up.waits_for_words(tx.conn, row)
    if passed_on:
        await follow_up.object_to(tx, desk, case, row, kept)
    key = "calls-passed-on" if passed_on else "calls-kept"
    own = await load(tx, row.own_case_id)
    await say(tx, chat_id, Content(desk.house.say(key, number=own.number)), key, case_id=case.id)


async def no_words(tx: Tx, desk: Desk, person_id: int, chat_id: int, row_id: int, message: int) -> None:
    """The caller adds nothing: the objection counts as it stands. Raises AlreadyRated."""
    _, row, case = await _on_row(tx, person_id, chat_id, row_id)
    if not await follow_up.waits_for_words(tx.conn, row):
        raise AlreadyRated
    await follow_up.object_if_live(tx, desk, row, "")
    await _show_one(tx, desk, chat_id, row, await load(tx, case.id), message, "passed")
