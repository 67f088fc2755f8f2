"""What dispatchers type and press to take a message about several matters apart."""

from telegram import Update

from bot.core.errors import NoFiles, StaleButton
from bot.core.plain import clean
from bot.handlers.common import Context, chat_of, message_of, person_of
from bot.handlers.verbs import Presses, SlowAnswers
from bot.service import splitting
from bot.service.desk import Desk
from bot.store.db import Tx


async def on_parts(update: Update, ctx: Context, case_id: int) -> None:
    """The reply to the question: each part is classified before the preview."""
    message, person, chat, desk = message_of(update), person_of(update), chat_of(update), ctx.desk
    if message.effective_attachment:
        raise NoFiles
    parts = await splitting.read(desk, clean(message.text or ""))
    await ctx.unit.commit(lambda tx: splitting.preview(tx, desk, person, chat, case_id, parts))


async def _ask(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, _args: list[str]) -> str:
    await splitting.ask(tx, desk, person, chat, case_id)
    return "toast-opened"


async def _yes(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, args: list[str]) -> str:
    """c:split_yes:CASE:DIALOGUE"""
    await _decide(tx, desk, person, chat, case_id, args, yes=True)
    return "toast-split"


async def _no(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, args: list[str]) -> str:
    """c:split_no:CASE:DIALOGUE"""
    await _decide(tx, desk, person, chat, case_id, args, yes=False)
    return "toast-cancelled"


async def _decide(
    tx: Tx, desk: Desk, person: int, chat: int, case_id: int, args: list[str], *, yes: bool
) -> None:
    if len(args) != 1:
        raise StaleButton
    await splitting.decide(tx, desk, person, chat, case_id, args[0], yes=yes)


PRESSES: Presses = {"split": _ask, "split_yes": _yes, "split_no": _no}
SLOW_ANSWERS: SlowAnswers = {"prompt-split": on_parts}
