"""An office's queue in views, and a clerk's own cases: shown, and turned over in place."""

import dataclasses

from bot.core import deadlines
from bot.core.errors import NotAllowed, StaleButton
from bot.core.notices import Priority
from bot.core.queues import OF_AN_OFFICE, Tab, moments
from bot.service import rounds
from bot.service.desk import Desk
from bot.service.handling import staff
from bot.service.saying import say
from bot.service.sight import eyes
from bot.service.turning import turned
from bot.store import cases, clocks, people, queues
from bot.store.db import Tx
from bot.store.people import Person
from bot.views import follow_up as follow_view
from bot.views import queues as view
from bot.views.content import Content
from bot.views.content import lines as lines_of

PAGE = 8
PURPOSE = "queue"


async def show(tx: Tx, desk: Desk, person_id: int, chat_id: int, office: str | None = None) -> None:
    """The queue of the chat's offices, or of the person's: a message each. Raises NotInvited, NotAllowed."""
    person = await staff(tx, person_id)
    here = await people.departments_of_chat(tx.conn, chat_id) if chat_id < 0 else []
    mine = list(person.departments) or ([desk.offices.triage.id] if person.dispatcher else [])
    for each in [office] if office else (here or mine):
        await turn(tx, desk, person_id, chat_id, each, Tab.ALL, 0)


async def turn(
    tx: Tx,
    desk: Desk,
    person_id: int,
    chat_id: int,
    office: str,
    tab: Tab,
    page: int,
    message_id: int | None = None,
) -> None:
    """One page of one view; in `message_id`, where that is given, in place of what stands there.

    A page that is no more, since cases have left the view meanwhile, gives way to the last.
    Raises NotInvited, NotAllowed, StaleButton.
    """
    person = await staff(tx, person_id)
    if not person.works_for(office) or (chat_id < 0 and not await _belongs_in(tx, desk, office, chat_id)):
        raise NotAllowed
    if office not in desk.offices:
        raise StaleButton
    if tab is Tab.MINE and chat_id < 0:
        raise StaleButton
    content = await _page(tx, desk, chat_id, office, tab, page, person)
    await turned(tx, chat_id, content, PURPOSE, message_id)


async def _belongs_in(tx: Tx, desk: Desk, office: str, chat_id: int) -> bool:
    """Whether a group is the office's, or the triage desk's while the office has none."""
    here = await people.departments_of_chat(tx.conn, chat_id)
    if office in here:
        return True
    return desk.offices.triage.id in here and await people.group_of(tx.conn, office) is None


async def most_urgent(tx: Tx, desk: Desk, office: str, limit: int) -> list[int]:
    """What stands first in an office's queue."""
    at = moments(tx.now, desk.calendar)
    return await queues.page(tx.conn, Tab.ALL, office, 0, at, limit=limit)


async def show_rest(tx: Tx, desk: Desk, chat_id: int, office: str, shown: int) -> None:
    """The first page of an office's queue, in place of cards: they are too many."""
    content = await _page(tx, desk, chat_id, office, Tab.ALL, 0)
    why = desk.house.say("queue-instead", shown=shown)
    content = dataclasses.replace(content, text=lines_of(content.text, "", why))
    await say(tx, chat_id, content, PURPOSE, Priority.NOTICE)


async def _page(
    tx: Tx, desk: Desk, chat_id: int, office: str, tab: Tab, page: int, person: Person | None = None
) -> Content:
    """One page of one view as it may be seen in a chat; `person`: who asked."""
    barred = set(person.ties) if person else set()
    if chat_id < 0 or person is None:
        barred |= await eyes(tx.conn, desk, chat_id)
    person_id = person.id if person else 0
    at = moments(tx.now, desk.calendar)
    tabs = tuple(Tab) if chat_id > 0 and person else OF_AN_OFFICE
    counts = await queues.counts(tx.conn, tabs, office, person_id, at, barred)
    last = max(0, (counts[tab] - 1) // PAGE)
    page = min(page, last)
    ids = await queues.page(tx.conn, tab, office, person_id, at, barred, limit=PAGE, offset=page * PAGE)
    found = await cases.by_ids(tx.conn, ids)
    running = await clocks.running_of(tx.conn, ids)
    lines = [
        (found[i], deadlines.standing(running.get(i, ()), tx.now, desk.calendar)) for i in ids if i in found
    ]
    rated = follow_view.totals(desk.house, await rounds.totals(tx, desk, office))
    return view.queue(desk.house, view.Shown(office, tab, page, last, tabs, counts, lines, rated))
