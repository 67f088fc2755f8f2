"""/place and its buttons: the codes that hang at places."""

import re

from telegram import Update

from bot.core.errors import StaleButton
from bot.handlers.common import Context, after_command, chat_of, message_of, person_of, pressed
from bot.service import coded

_CODE = re.compile(r"(?=.*[2-9])[2-9A-Z]{8}")  # eight letters alone may be a name


async def on_place(update: Update, ctx: Context) -> None:
    """/place, /place NAME or /place CODE NEW-NAME"""
    text = " ".join(after_command(message_of(update)).split())
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    first, _, rest = text.partition(" ")
    code = first.upper().removeprefix(coded.PREFIX.upper())
    async with ctx.db.read() as conn:
        renaming = bool(rest) and await coded.known(conn, code)
    if not text:
        await ctx.unit.commit(lambda tx: coded.listed(tx, desk, person, chat))
    elif renaming:
        await ctx.unit.commit(lambda tx: coded.rename(tx, desk, person, chat, code, rest))
    elif rest and _CODE.fullmatch(code):
        raise coded.NoSuchPlace(code=code)
    else:
        await ctx.unit.commit(lambda tx: coded.make(tx, desk, person, chat, text))


async def on_place_button(update: Update, ctx: Context) -> None:
    """pl:show:CODE or pl:off:CODE"""
    parts = pressed(update)
    if len(parts) != 3:
        raise StaleButton
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    await ctx.unit.commit(lambda tx: coded.press(tx, desk, person, chat, parts[1], parts[2]))
