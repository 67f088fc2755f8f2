"""The citizen's commands on cases of their own, and the same by button (m:WHAT): look, add, withdraw, privacy."""

from telegram import Update

from bot.core.errors import NoSuchCase, StaleButton, Usage
from bot.handlers import staff as staff_handlers
from bot.handlers.citizen import take
from bot.handlers.common import (
    Context,
    after_command,
    case_number,
    chat_of,
    language_of,
    message_of,
    number_and_rest,
    person_of,
    pressed,
)
from bot.handlers.help import on_help
from bot.service import own_cases, privacy
from bot.service.drafting import Addition
from bot.store import cases
from bot.store.db import Tx

EXAMPLES = {"case": "/case 261121-0042", "add": "/add 261121-0042 …"}


async def on_mycases(update: Update, ctx: Context) -> None:
    person, chat, language = person_of(update), chat_of(update), language_of(update, ctx)
    await ctx.unit.commit(lambda tx: own_cases.list_cases(tx, ctx.desk, person, chat, language))


async def on_case(update: Update, ctx: Context) -> None:
    """/case [NUMBER]: one's own case; staff get the card of any case of theirs."""
    text = after_command(message_of(update))
    number = case_number(text)
    person, chat = person_of(update), chat_of(update)
    if number is None and chat > 0 and not text:
        await on_mycases(update, ctx)
        return
    if number is None:
        raise Usage(example=EXAMPLES["case"])

    async def work(tx: Tx) -> None:
        case = await cases.by_number(tx.conn, number)
        if chat > 0 and case is not None and case.citizen_id == person:
            await own_cases.show_case(tx, ctx.desk, person, chat, case.id)
            return
        await staff_handlers.open_by_number(tx, ctx.desk, person, chat, number)

    await ctx.unit.commit(work)


async def on_withdraw(update: Update, ctx: Context) -> None:
    """/withdraw [NUMBER]"""
    await _one_of(update, ctx, "withdraw")


async def on_remind(update: Update, ctx: Context) -> None:
    """/remind [NUMBER]"""
    await _one_of(update, ctx, "remind")


async def on_add(update: Update, ctx: Context) -> None:
    """/add [NUMBER] [WORDS]: without a number, which case; without words, they are asked for."""
    message = message_of(update)
    if case_number(after_command(message)) is not None:
        number, words = number_and_rest(message, EXAMPLES["add"])
        if words:
            await take(update, ctx, Addition(message.message_id, words), number)
            return
    await _one_of(update, ctx, "add")


async def _one_of(update: Update, ctx: Context, verb: str) -> None:
    text = after_command(message_of(update))
    number = case_number(text)
    if text and number is None:
        raise Usage(example=EXAMPLES.get(verb, f"/{verb} 261121-0042"))
    person, chat, language = person_of(update), chat_of(update), language_of(update, ctx)

    async def work(tx: Tx) -> None:
        if number is None:
            await own_cases.choose(tx, ctx.desk, person, chat, language, verb)
            return
        case = await cases.by_number(tx.conn, number)
        if case is None:
            raise NoSuchCase
        await own_cases.VERBS[verb](tx, ctx.desk, person, chat, case.id)

    await ctx.unit.commit(work)


async def on_privacy(update: Update, ctx: Context) -> None:
    person, chat, language = person_of(update), chat_of(update), language_of(update, ctx)
    await ctx.unit.commit(lambda tx: privacy.show(tx, ctx.desk, person, chat, language))


async def on_menu_button(update: Update, ctx: Context) -> None:
    """m:WHAT"""
    parts = pressed(update)
    what = parts[1] if len(parts) == 2 else ""
    person, chat, language = person_of(update), chat_of(update), language_of(update, ctx)
    if what == "list":
        await on_mycases(update, ctx)
    elif what == "privacy":
        await on_privacy(update, ctx)
    elif what == "help":
        await on_help(update, ctx)
    elif what in own_cases.VERBS:
        await ctx.unit.commit(lambda tx: own_cases.choose(tx, ctx.desk, person, chat, language, what))
    elif what == "unphone":
        await ctx.unit.commit(lambda tx: privacy.take_back_phone(tx, ctx.desk, person, chat))
    else:
        raise StaleButton
