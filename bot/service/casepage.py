"""A case's card in place of the list that it was opened from, with the way back to that list."""

import dataclasses
from contextlib import suppress

from bot.core.errors import NotAllowed, StaleButton
from bot.service.acting import load
from bot.service.cards import card_content, is_guest
from bot.service.desk import Desk
from bot.service.handling import on_case
from bot.service.saying import say
from bot.service.turning import slot_of
from bot.store import outbox, slots, spoken
from bot.store.db import Tx
from bot.views.content import Button

LISTS = ("my", "find")


async def show(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, message_id: int, back: str
) -> None:
    """The card in the message that was pressed. `back`: the data of the button to the list.

    Raises NotAllowed, StaleButton.
    """
    if await spoken.purpose_of(tx.conn, chat_id, message_id) not in LISTS:
        raise StaleButton
    _, case = await on_case(tx, desk, person_id, case_id, chat_id)
    guest = await is_guest(tx, desk, case, chat_id)
    content = await card_content(tx, desk, case, desk.house, supporting=guest)
    way = (Button(desk.house.plain("button-back-to-list"), back),)
    content = dataclasses.replace(content, buttons=(*content.buttons, way))
    slot = slot_of(message_id)
    await slots.place(tx, chat_id, slot, message_id, case_id)
    await say(tx, chat_id, content, outbox.PAGE + back, case_id=case_id, slot=slot, edit_only=True)


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """A case as it stands in a list. `back`: the data of the button to the list."""

    case_id: int
    version: int
    back: str


async def standing(tx: Tx, chat_id: int, message_id: int) -> Page | None:
    """What a message shows, if it is a list with a case opened in it."""
    about = await spoken.about(tx.conn, chat_id, message_id)
    if about is None or not about[1].startswith(outbox.PAGE):
        return None
    case = await load(tx, about[0])
    return Page(case.id, case.version, about[1].removeprefix(outbox.PAGE))


async def renew(tx: Tx, desk: Desk, person_id: int, chat_id: int, message_id: int, page: Page) -> None:
    """A press on such a page changed the case: it shows it as it is now."""
    if (await load(tx, page.case_id)).version == page.version:
        return
    with suppress(NotAllowed):
        await show(tx, desk, person_id, chat_id, page.case_id, message_id, page.back)
