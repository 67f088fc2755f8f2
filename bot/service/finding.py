"""/find: by number, by words, by the last four digits of a telephone; only what this person may see in this chat."""

import re
from collections.abc import Callable, Coroutine
from typing import Any

from bot.core.case import Case
from bot.core.errors import FindHow, NoSuchCase, NotYourList, StaleButton
from bot.core.finding import excerpt, matching
from bot.service.desk import Desk
from bot.service.handling import belongs_in, find, staff
from bot.service.turning import turned
from bot.store import cases, dialogues, finding, people
from bot.store.db import Tx
from bot.store.people import Person
from bot.views import finding as view

KIND = PURPOSE = "find"
PAGE = 6
ASKED_AT_ONCE = 40
ROUNDS = 12  # what is hidden from somebody is passed over; a page never reads more than this of it
_TAIL = re.compile(r"\d{4}")
QUERY_LIMIT = 100
Seek = Callable[[int, int], Coroutine[Any, Any, list[int]]]


async def begin(tx: Tx, desk: Desk, person_id: int, chat_id: int, query: str, number: str | None) -> None:
    """A new search: its first page. Raises NotInvited, FindHow."""
    await staff(tx, person_id)
    query = query[:QUERY_LIMIT]
    if number is None and not _TAIL.fullmatch(query) and matching(query) is None:
        raise FindHow
    data = {"query": query, "number": number}
    dialogue = await dialogues.begin(tx, chat_id, person_id, KIND, data)
    await turn(tx, desk, person_id, chat_id, dialogue.id, None)


async def turn(
    tx: Tx,
    desk: Desk,
    person_id: int,
    chat_id: int,
    dialogue_id: str,
    before: int | None,
    message_id: int | None = None,
) -> None:
    """A page of what was found, below the case `before`. Raises NotInvited, StaleButton, NotYourList."""
    person = await staff(tx, person_id)
    dialogue = await dialogues.by_id(tx.conn, dialogue_id)
    if dialogue is None or dialogue.kind != KIND or dialogue.chat_id != chat_id:
        raise StaleButton
    if dialogue.person_id != person_id:
        whose = await people.get(tx.conn, dialogue.person_id)
        raise NotYourList(name=(whose.name if whose else None) or "–")
    query, number = dialogue.data["query"], dialogue.data["number"]
    hits, more = await _hits(tx, desk, person, chat_id, query, number, before or finding.NEWEST)
    words = await finding.words(tx.conn, [case.id for case in hits])
    by_tail = number is None and _TAIL.fullmatch(query) is not None
    shown = [
        view.Hit(case, None if by_tail or number else excerpt(words.get(case.id, ""), query)) for case in hits
    ]
    page = view.Page(dialogue.id, query, number, by_tail, shown, before, more)
    content = view.page(desk.house, page)
    await turned(tx, chat_id, content, PURPOSE, message_id)


async def _hits(
    tx: Tx, desk: Desk, person: Person, chat_id: int, query: str, number: str | None, before: int
) -> tuple[list[Case], bool]:
    """Cases this person may see here, the newest first, and whether there are more."""
    if number is not None:
        try:
            return [await find(tx, desk, person.id, chat_id, number)], False
        except NoSuchCase:
            return [], False

    async def by_tail(below: int, limit: int) -> list[int]:
        return await finding.by_tail(tx.conn, query, below, limit)

    offices = None if person.dispatcher else person.departments
    what = matching(query) or ""

    async def by_words(below: int, limit: int) -> list[int]:
        return await finding.by_words(tx.conn, what, offices, below, limit)

    seek: Seek = by_tail if _TAIL.fullmatch(query) else by_words
    hits: list[Case] = []
    for _ in range(ROUNDS):
        ids = await seek(before, ASKED_AT_ONCE)
        known = await cases.by_ids(tx.conn, ids)
        for case_id in ids:
            before = case_id
            case = known.get(case_id)
            if case is None or not await _may_find(tx, desk, person, case, chat_id):
                continue
            if len(hits) == PAGE:
                return hits, True
            hits.append(case)
        if len(ids) < ASKED_AT_ONCE:
            break
    return hits, False


async def _may_find(tx: Tx, desk: Desk, person: Person, case: Case, chat_id: int) -> bool:
    """What is kept from lists is found by nobody beyond the office that has it; what is confidential by no words."""
    if case.confidential or not person.sees(case):
        return False
    if case.secret and not person.works_for(case.department):
        return False
    return await belongs_in(tx, desk, case, chat_id)
