"""Knowledge cards: /knowledge, buttons k:VERB:ID, and on cases c:knowledge, c:kcard, c:kanswer."""

from telegram import Update

from bot.core.errors import StaleButton
from bot.handlers.common import Context, after_command, chat_of, message_of, natural, person_of, pressed
from bot.handlers.verbs import Presses
from bot.service import knowledge
from bot.service.desk import Desk
from bot.store import slots
from bot.store.db import Tx


async def on_knowledge(update: Update, ctx: Context) -> None:
    """/knowledge: the list; with a text behind it, a new card."""
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    text = after_command(message_of(update))

    async def work(tx: Tx) -> None:
        if text:
            await knowledge.create(tx, desk, person, chat, text)
        else:
            await slots.forget(tx, chat, "knowledge")
            await knowledge.show_list(tx, desk, person, chat, 0)

    await ctx.unit.commit(work)


async def on_knowledge_button(update: Update, ctx: Context) -> None:
    """k:VERB:NUMBER"""
    parts = pressed(update)
    if len(parts) != 3:
        raise StaleButton
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    verbs = {"show": knowledge.show, "retire": knowledge.retire, "page": knowledge.show_list}
    verb, number = verbs.get(parts[1]), natural(parts[2])
    if verb is None or number > 10_000_000:
        raise StaleButton
    await ctx.unit.commit(lambda tx: verb(tx, desk, person, chat, number))


async def _offer(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, _args: list[str]) -> str:
    await knowledge.offer(tx, desk, person, chat, case_id)
    return "toast-opened"


async def _preview(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, args: list[str]) -> str:
    await knowledge.preview(tx, desk, person, chat, case_id, _number(args))
    return "toast-opened"


async def _answer(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, args: list[str]) -> str:
    await knowledge.answer(tx, desk, person, chat, case_id, _number(args))
    return "toast-sent"


def _number(args: list[str]) -> int:
    if len(args) != 1:
        raise StaleButton
    return natural(args[0])


PRESSES: Presses = {"knowledge": _offer, "kcard": _preview, "kanswer": _answer}
