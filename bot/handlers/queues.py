"""/queue and its buttons, /summary and its: what is typed and pressed to see what waits."""

from telegram import Update

from bot.core.errors import StaleButton
from bot.core.queues import Tab
from bot.handlers.common import (
    Context,
    after_command,
    chat_of,
    message_of,
    natural,
    person_of,
    pressed,
    where_it_stands,
)
from bot.service import handling, oversight, queues, summary
from bot.store.db import Tx


async def on_queue(update: Update, ctx: Context) -> None:
    """/queue [DEPARTMENT]"""
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    name = after_command(message_of(update))

    async def work(tx: Tx) -> None:
        await handling.staff(tx, person)
        office = oversight.department_named(desk, name) if name else None
        await queues.show(tx, desk, person, chat, office)

    await ctx.unit.commit(work)


async def on_queue_button(update: Update, ctx: Context) -> None:
    """q:DEPARTMENT:TAB:PAGE"""
    parts = pressed(update)
    if len(parts) != 4 or parts[2] not in set(Tab):
        raise StaleButton
    tab, page = Tab(parts[2]), natural(parts[3])
    person, chat, message = person_of(update), chat_of(update), message_of(update).message_id
    await ctx.unit.commit(lambda tx: queues.turn(tx, ctx.desk, person, chat, parts[1], tab, page, message))
    if where_it_stands(update):  # it may look as before: at least say that somebody looked
        ctx.unit.toast = ctx.desk.house.plain("toast-looked")


async def on_summary(update: Update, ctx: Context) -> None:
    await _summary(update, ctx, 0, None)


async def on_summary_button(update: Update, ctx: Context) -> None:
    """s:PAGE"""
    parts = pressed(update)
    if len(parts) != 2 or chat_of(update) < 0:
        raise StaleButton
    await _summary(update, ctx, natural(parts[1]), message_of(update).message_id)


async def _summary(update: Update, ctx: Context, page: int, message: int | None) -> None:
    person, chat = person_of(update), chat_of(update)
    async with ctx.db.read() as conn:
        in_all = await summary.whole(conn, person)
    await ctx.unit.commit(lambda tx: summary.show(tx, ctx.desk, person, chat, in_all, page, message))
