"""Somebody chooses the language of all that is sent to them; staff read a citizen's words in their own characters."""

from bot.core.errors import StaleButton
from bot.service import menus
from bot.service.cards import render_card
from bot.service.desk import Desk
from bot.service.drafting import language_of
from bot.service.handling import on_case
from bot.service.saying import say
from bot.store import people, slots
from bot.store.db import Tx
from bot.texts import LANGUAGES
from bot.views import language as view

SLOT = "language"


async def offer(tx: Tx, desk: Desk, person_id: int, chat_id: int, language: str) -> None:
    await people.meet(tx, person_id, language)
    voice = desk.voice(await language_of(tx, person_id))
    await slots.forget(tx, chat_id, SLOT)
    await say(tx, chat_id, view.which(voice), SLOT, slot=SLOT)


async def choose(tx: Tx, desk: Desk, person_id: int, chat_id: int, language: str) -> None:
    """Raises StaleButton."""
    if language not in LANGUAGES:
        raise StaleButton
    await people.meet(tx, person_id, language)
    await people.choose_language(tx, person_id, language)
    await menus.set_menu(tx, desk, person_id)
    await say(tx, chat_id, view.chosen(desk.voice(language)), SLOT, slot=SLOT)


async def render(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, *, rendered: bool) -> None:
    """Raises what `on_case` raises."""
    _, case = await on_case(tx, desk, person_id, case_id, chat_id)
    await render_card(tx, desk, case, chat_id, rendered=rendered)
