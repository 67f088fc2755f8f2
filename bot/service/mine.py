"""/my: a clerk's own cases in all their offices, the most urgent first."""

from bot.core import deadlines
from bot.core.errors import NotYourList, StaleButton
from bot.core.queues import Tab, moments
from bot.service.desk import Desk
from bot.service.handling import staff
from bot.service.sight import eyes
from bot.service.turning import turned
from bot.store import cases, clocks, people
from bot.store import queues as rows
from bot.store.db import Tx
from bot.views import queues as view

PAGE = 8
PURPOSE = "my"
TABS = (Tab.ALL, Tab.TODAY, Tab.SOON, Tab.LATE, Tab.ANSWERED)


async def show(
    tx: Tx,
    desk: Desk,
    person_id: int,
    chat_id: int,
    tab: Tab = Tab.ALL,
    page: int = 0,
    owner: int | None = None,
    message_id: int | None = None,
) -> None:
    """One page of one view of them, in place of `message_id` where that is given. A group sees its offices' alone.

    Raises NotInvited, NotYourList, StaleButton.
    """
    person = await staff(tx, person_id)
    if owner is not None and owner != person_id:
        whose = await people.get(tx.conn, owner)
        raise NotYourList(name=(whose.name if whose else None) or "–")
    if tab not in TABS:
        raise StaleButton
    barred = set(person.ties)
    here = None
    if chat_id < 0:
        here = await people.departments_of_chat(tx.conn, chat_id)
        barred |= await eyes(tx.conn, desk, chat_id)
    at = moments(tx.now, desk.calendar)
    counts = await rows.counts(tx.conn, TABS, here, person_id, at, barred)
    last = max(0, (counts[tab] - 1) // PAGE)
    page = min(page, last)
    ids = await rows.page(tx.conn, tab, here, person_id, at, barred, limit=PAGE, offset=page * PAGE)
    elsewhere = 0
    if here is not None:
        everywhere = await rows.counts(tx.conn, (Tab.ALL,), None, person_id, at, person.ties)
        elsewhere = everywhere[Tab.ALL] - counts[Tab.ALL]
    found = await cases.by_ids(tx.conn, ids)
    running = await clocks.running_of(tx.conn, ids)
    lines = [
        (found[i], deadlines.standing(running.get(i, ()), tx.now, desk.calendar)) for i in ids if i in found
    ]
    shown = view.Mine(person_id, person.name or "–", tab, page, last, TABS, counts, lines, elsewhere)
    content = view.mine(desk.house, shown)
    await turned(tx, chat_id, content, PURPOSE, message_id)
