"""Answers that were given to like cases, for a clerk to begin from. What they show: `service/likes.py`."""

from collections.abc import Sequence

from bot.core.errors import StaleButton
from bot.core.likes import Use
from bot.service import likes, templates
from bot.service.desk import Desk
from bot.service.likes import Found, LikeAnswer
from bot.service.saying import say
from bot.store import cases
from bot.store.db import Reader, Tx
from bot.store.people import Person
from bot.views import references as view


async def seek(conn: Reader, desk: Desk, case_id: int) -> Found:
    """What the index has; it may be slow, and is never asked in a transaction."""
    case = await cases.by_id(conn, case_id)
    return await likes.seek_for(conn, desk, case, Use.ANSWER) if case is not None else ()


async def show(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, found: Found) -> None:
    """Up to three answers to like cases, each with a button. Raises IllegalMove."""
    person, case = await templates.answerable(tx, desk, person_id, chat_id, case_id)
    answers = await _seen_by(tx, person, await likes.answered_like(tx.conn, desk, case, found))
    known = [person.works_for(answer.department) for answer in answers]
    content = view.answers(desk.house, case, answers, known)
    await say(tx, chat_id, content, "references", case_id=case.id)


async def use(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, other_id: int, found: Found
) -> None:
    """One of them as words to copy. Raises StaleButton for one that is not, or no longer, among them."""
    person, case = await templates.answerable(tx, desk, person_id, chat_id, case_id)
    mine = [each for each in found if each[0] == other_id]
    answers = await _seen_by(tx, person, await likes.answered_like(tx.conn, desk, case, mine))
    if not answers:
        raise StaleButton
    answer = answers[0]
    await templates.begin_from(tx, desk, person, chat_id, case, answer.answer, answer.outcome.value)


async def _seen_by(tx: Tx, person: Person, answers: Sequence[LikeAnswer]) -> list[LikeAnswer]:
    """None of a case that was a complaint about this person's own office."""
    loaded = await cases.by_ids(tx.conn, [answer.case_id for answer in answers])
    mine = set(person.departments)
    return [answer for answer in answers if not mine & set(loaded[answer.case_id].accused)]
