"""/my and /find, their pages, and the cases opened from them."""

import re

from telegram import Update

from bot.core.errors import FindHow, StaleButton
from bot.core.phones import phones, tail
from bot.core.queues import Tab
from bot.handlers.common import (
    Context,
    after_command,
    case_number,
    chat_of,
    message_of,
    natural,
    person_of,
    pressed,
    where_it_stands,
)
from bot.service import casepage, finding, mine
from bot.store.db import Tx


async def on_my(update: Update, ctx: Context) -> None:
    person, chat = person_of(update), chat_of(update)
    await ctx.unit.commit(lambda tx: mine.show(tx, ctx.desk, person, chat))


async def on_my_button(update: Update, ctx: Context) -> None:
    """my:TAB:PAGE:PERSON, or my:open:CASE:TAB:PAGE:PERSON"""
    parts = pressed(update)
    person, chat, message = person_of(update), chat_of(update), message_of(update).message_id
    opened = natural(parts[2]) if len(parts) == 6 and parts[1] == "open" else None
    where = parts[3:] if opened is not None else parts[1:]
    if len(where) != 3 or where[0] not in set(Tab):
        raise StaleButton
    tab, page, owner = Tab(where[0]), natural(where[1]), natural(where[2])

    async def work(tx: Tx) -> None:
        if opened is not None:
            back = f"my:{tab.value}:{page}:{person}"
            await casepage.show(tx, ctx.desk, person, chat, opened, message, back)
        else:
            await mine.show(tx, ctx.desk, person, chat, tab, page, owner, message)

    await ctx.unit.commit(work)
    if where_it_stands(update):
        ctx.unit.toast = ctx.desk.house.plain("toast-looked")


async def on_find(update: Update, ctx: Context) -> None:
    """/find WORDS | NUMBER | a telephone, or its last four digits"""
    query = after_command(message_of(update))
    if not query:
        raise FindHow
    number = case_number(query)
    if number is None and (whole := phones(query)) and not re.search(r"[^\W\d]", query):
        query = tail(whole[0])  # no more of a telephone is kept, so no more is looked for
    person, chat = person_of(update), chat_of(update)
    await ctx.unit.commit(lambda tx: finding.begin(tx, ctx.desk, person, chat, query, number))


async def on_find_button(update: Update, ctx: Context) -> None:
    """find:SEARCH:BEFORE, or find:open:CASE:SEARCH:BEFORE"""
    parts = pressed(update)
    person, chat, message = person_of(update), chat_of(update), message_of(update).message_id
    opened = natural(parts[2]) if len(parts) == 5 and parts[1] == "open" else None
    where = parts[3:] if opened is not None else parts[1:]
    if len(where) != 2:
        raise StaleButton
    search, before = where[0], natural(where[1])

    async def work(tx: Tx) -> None:
        if opened is not None:
            await casepage.show(tx, ctx.desk, person, chat, opened, message, f"find:{search}:{before}")
        else:
            await finding.turn(tx, ctx.desk, person, chat, search, before or None, message)

    await ctx.unit.commit(work)
