"""What dispatchers type and press to make one case of several, or several again."""

from telegram import Update

from bot.core.errors import StaleButton, Usage
from bot.handlers.common import (
    Context,
    case_number,
    chat_of,
    message_of,
    natural,
    number_and_rest,
    person_of,
)
from bot.handlers.verbs import Answers, Presses, SlowPresses
from bot.service import handling, merging
from bot.service.desk import Desk
from bot.store import cases
from bot.store.db import Tx

EXAMPLE = "/merge 261121-0042 261120-0007"


async def on_merge(update: Update, ctx: Context) -> None:
    """/merge NUMBER [LEAD]: without a lead, those like it are offered."""
    message = message_of(update)
    number, rest = number_and_rest(message, EXAMPLE)
    lead = case_number(rest) if rest else None
    if rest and lead is None:
        raise Usage(example=EXAMPLE)
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    async with ctx.db.read() as conn:
        known = await cases.by_number(conn, number)
        found = await merging.sought(conn, desk, known.id) if known is not None and lead is None else ()

    async def work(tx: Tx) -> None:
        case = await handling.find(tx, desk, person, chat, number)
        if lead is None:
            await merging.offer(tx, desk, person, chat, case.id, found)
        else:
            await merging.merge_by_number(tx, desk, person, chat, case.id, lead, message.message_id)

    await ctx.unit.commit(work)


async def on_merge_button(update: Update, ctx: Context, case_id: int) -> None:
    """c:merge:CASE"""
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    async with ctx.db.read() as conn:
        found = await merging.sought(conn, desk, case_id)
    await ctx.unit.commit(lambda tx: merging.offer(tx, desk, person, chat, case_id, found))
    ctx.unit.toast = desk.house.plain("toast-opened")


async def _merge_into(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, args: list[str]) -> str:
    """c:merge_into:CASE:LEAD"""
    if len(args) != 1:
        raise StaleButton
    await merging.merge(tx, desk, person, chat, case_id, natural(args[0]))
    return "toast-merged"


async def _unmerge(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, _args: list[str]) -> str:
    await merging.unmerge(tx, desk, person, chat, case_id)
    return "toast-unmerged"


async def _by_number(
    tx: Tx, desk: Desk, person: int, chat: int, case_id: int, _what: str, text: str, message_id: int
) -> None:
    number = case_number(text)
    if number is None:
        raise Usage(example="261120-0007")
    await merging.merge_by_number(tx, desk, person, chat, case_id, number, message_id)


PRESSES: Presses = {"merge_into": _merge_into, "unmerge": _unmerge}
SLOW_PRESSES: SlowPresses = {"merge": on_merge_button}
ANSWERS: Answers = {"prompt-merge": _by_number}
