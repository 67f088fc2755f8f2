"""What citizens tap in a follow-up, and what supervisors press and write about an answer that is not accepted."""

from telegram import Update

from bot.core.errors import StaleButton
from bot.handlers.common import Context, chat_of, natural, person_of, pressed
from bot.handlers.verbs import Presses
from bot.service import deciding, follow_up
from bot.service.desk import Desk
from bot.store.db import Tx

_STEPS = {"reset": follow_up.reset, "submit": follow_up.submit, "again": follow_up.again}


async def on_tap(update: Update, ctx: Context) -> None:
    """f:QUESTION:ROW:CHOICE, or f:STEP:ROW"""
    parts = pressed(update)
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    if len(parts) == 3 and parts[1] in _STEPS:
        step, row = _STEPS[parts[1]], natural(parts[2])
        await ctx.unit.commit(lambda tx: step(tx, desk, person, chat, row))
    elif len(parts) == 4:
        row = natural(parts[2])
        await ctx.unit.commit(lambda tx: follow_up.tap(tx, desk, person, chat, row, parts[1], parts[3]))
    else:
        raise StaleButton


async def _redo(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, _args: list[str]) -> str:
    await deciding.redo(tx, desk, person, chat, case_id)
    return "toast-reopened"


async def _uphold(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, _args: list[str]) -> str:
    await deciding.ask_why(tx, desk, person, chat, case_id)
    return "toast-opened"


async def _end(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, args: list[str]) -> str:
    if len(args) != 1:
        raise StaleButton
    await deciding.choose_route(tx, desk, person, chat, case_id, args[0])
    return "toast-opened"


PRESSES: Presses = {"redo": _redo, "uphold": _uphold, "end": _end}
