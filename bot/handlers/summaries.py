"""c:summarise:CASE asks a dispatcher what a voice or a photo says; the answer is classified before it is kept."""

from telegram import Update

from bot.core.errors import NoFiles
from bot.core.plain import clean
from bot.handlers.common import Context, chat_of, message_of, person_of
from bot.handlers.verbs import Presses, SlowAnswers
from bot.service import summaries
from bot.service.desk import Desk
from bot.store.db import Tx


async def _ask(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, _args: list[str]) -> str:
    await summaries.ask(tx, desk, person, chat, case_id)
    return "toast-opened"


async def on_summary(update: Update, ctx: Context, case_id: int) -> None:
    message, person, chat, desk = message_of(update), person_of(update), chat_of(update), ctx.desk
    if message.effective_attachment:
        raise NoFiles
    text = clean(message.text or "")
    guess = await desk.brain.suggest(None, text) if text else None
    await ctx.unit.commit(lambda tx: summaries.summarise(tx, desk, person, chat, case_id, text, guess))


PRESSES: Presses = {"summarise": _ask}
SLOW_ANSWERS: SlowAnswers = {"prompt-summarise": on_summary}
