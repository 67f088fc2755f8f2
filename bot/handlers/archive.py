"""One case as one file: c:export:CASE and /export NUMBER."""

from telegram import Update

from bot.handlers.common import Context, chat_of, message_of, number_and_rest, person_of
from bot.handlers.verbs import Presses
from bot.service import archive, handling
from bot.service.desk import Desk
from bot.service.saying import say
from bot.store.db import Tx
from bot.views.content import Content


async def on_export(update: Update, ctx: Context) -> None:
    message = message_of(update)
    number, _ = number_and_rest(message, "/export 261121-0042")
    person, chat, desk = person_of(update), chat_of(update), ctx.desk

    async def work(tx: Tx) -> None:
        case = await handling.find(tx, desk, person, chat, number)
        await archive.export(tx, desk, person, chat, case.id)
        if chat < 0:
            text = desk.house.say("archive-sent", number=number)
            await say(tx, chat, Content(text, reply_to=message.message_id), "export-sent", case_id=case.id)

    await ctx.unit.commit(work)


async def _press(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, _args: list[str]) -> str:
    await archive.export(tx, desk, person, chat, case_id)
    return "toast-exported"


PRESSES: Presses = {"export": _press}
