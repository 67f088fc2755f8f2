"""/language and its buttons, l:which, then l:LANGUAGE; and c:script:CASE, c:written:CASE on cards."""

from telegram import Update

from bot.handlers.common import Context, chat_of, language_of, person_of, pressed
from bot.handlers.verbs import Presses
from bot.service import language as service
from bot.service.desk import Desk
from bot.store.db import Tx


async def _script(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, _args: list[str]) -> str:
    await service.render(tx, desk, person, chat, case_id, rendered=True)
    return "toast-done"


async def _written(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, _args: list[str]) -> str:
    await service.render(tx, desk, person, chat, case_id, rendered=False)
    return "toast-done"


PRESSES: Presses = {"script": _script, "written": _written}


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
