"""/language, and its buttons: l:which, then l:LANGUAGE."""

from telegram import Update

from bot.handlers.common import Context, chat_of, language_of, person_of, pressed
from bot.service import language as service


async def on_language(update: Update, ctx: Context) -> None:
    person, chat, telegram = person_of(update), chat_of(update), language_of(update, ctx)
    await ctx.unit.commit(lambda tx: service.offer(tx, ctx.desk, person, chat, telegram))


async def on_button(update: Update, ctx: Context) -> None:
    _, what = pressed(update)
    if what == "which":
        await on_language(update, ctx)
        return
    person, chat = person_of(update), chat_of(update)
    await ctx.unit.commit(lambda tx: service.choose(tx, ctx.desk, person, chat, what))
