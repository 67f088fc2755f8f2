"""/audit and /broadcast: what admins look back on, and what they tell everybody."""

from telegram import Update

from bot.core.errors import StaleButton
from bot.core.plain import clean, units
from bot.handlers.common import (
    Context,
    after_command,
    case_number,
    chat_of,
    message_of,
    natural,
    person_of,
    pressed,
)
from bot.service import acts, broadcast
from bot.service.acts import Asked
from bot.store.db import Tx


async def on_audit(update: Update, ctx: Context) -> None:
    """/audit [CASE, STAFF NUMBER or NAME]"""
    words = after_command(message_of(update))
    person, chat = person_of(update), chat_of(update)
    async with ctx.db.read() as conn:
        what = await acts.asked(conn, words, case_number(words)) if words else Asked("-", 0)
        content = await acts.prepared(conn, ctx.desk, person, what)
    await ctx.unit.commit(lambda tx: acts.show(tx, ctx.desk, person, chat, content, None))


async def on_audit_button(update: Update, ctx: Context) -> None:
    """au:FILTER:PAGE"""
    parts = pressed(update)
    if len(parts) != 3 or chat_of(update) < 0:
        raise StaleButton
    person, chat, message = person_of(update), chat_of(update), message_of(update).message_id
    async with ctx.db.read() as conn:
        content = await acts.prepared(conn, ctx.desk, person, Asked(parts[1], natural(parts[2])))
    await ctx.unit.commit(lambda tx: acts.show(tx, ctx.desk, person, chat, content, message))


async def on_broadcast(update: Update, ctx: Context) -> None:
    """/broadcast TEXT"""
    person, chat, message = person_of(update), chat_of(update), message_of(update)
    text, length = after_command(message), units(message.text or message.caption or "")
    await ctx.unit.commit(lambda tx: broadcast.draft(tx, ctx.desk, person, chat, text, length))


async def on_more(update: Update, ctx: Context) -> bool:
    """The rest of a /broadcast too long for one message; whether it is that."""
    message = message_of(update)
    if ctx.tongue is None or not message.text or message.reply_to_message is not None:
        return False
    person, chat, text = person_of(update), chat_of(update), clean(message.text)
    async with ctx.db.read() as conn:
        found = await broadcast.going_on(conn, person, chat, ctx.db.now())
    if found is None:
        return False
    length = units(message.text)
    await ctx.unit.commit(lambda tx: broadcast.go_on(tx, ctx.desk, found, text, length))
    return True


async def on_broadcast_button(update: Update, ctx: Context) -> None:
    """bc:VERB:DIALOGUE[:OFFICE]"""
    parts = pressed(update)
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    if len(parts) not in (3, 4):
        raise StaleButton

    async def work(tx: Tx) -> None:
        await broadcast.press(tx, desk, person, chat, parts[1], parts[2], parts[3] if parts[3:] else "")

    await ctx.unit.commit(work)
