"""/calls and its buttons: the follow-ups that are asked by telephone."""

from telegram import Update

from bot.core.errors import StaleButton
from bot.handlers.common import Context, chat_of, message_of, natural, person_of, pressed
from bot.handlers.verbs import Answers
from bot.service import calls
from bot.service.desk import Desk
from bot.store.db import Tx

_STEPS = {
    "open": calls.open_one,
    "reset": calls.reset,
    "missed": calls.missed,
    "done": calls.no_words,
}


async def on_calls(update: Update, ctx: Context) -> None:
    person, chat = person_of(update), chat_of(update)
    await ctx.unit.commit(lambda tx: calls.show(tx, ctx.desk, person, chat))


async def on_call_button(update: Update, ctx: Context) -> None:
    """call:STEP:ROW, call:tap:ROW:QUESTION:CHOICE, call:list:PAGE"""
    parts = pressed(update)
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    message = message_of(update).message_id
    if len(parts) < 3:
        raise StaleButton
    verb, number = parts[1], natural(parts[2])

    async def work(tx: Tx) -> str | None:
        if verb == "list":
            await calls.show(tx, desk, person, chat, number, message)
        elif verb == "tap" and len(parts) == 5:
            await calls.tap(tx, desk, person, chat, number, parts[3], parts[4], message)
        elif verb == "phone":
            return await calls.reveal(tx, desk, person, chat, number, message)
        elif verb == "words":
            await calls.ask_words(tx, desk, person, chat, number)
            return "toast-opened"
        elif verb in _STEPS:
            await _STEPS[verb](tx, desk, person, chat, number, message)
        else:
            raise StaleButton
        return None

    key = await ctx.unit.commit(work)
    if key is not None:
        ctx.unit.toast = desk.house.plain(key)


async def _said(
    tx: Tx, desk: Desk, person: int, chat: int, _case: int, what: str, text: str, _message: int
) -> None:
    await calls.words(tx, desk, person, chat, natural(what), text)


ANSWERS: Answers = {"prompt-call": _said}
