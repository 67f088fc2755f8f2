"""/staff and its buttons: who works here, and what admins change about it."""

from telegram import Update

from bot.core.errors import StaleButton
from bot.handlers.common import Context, after_command, chat_of, message_of, natural, person_of, pressed
from bot.service import staffing
from bot.store.db import Tx

_ASKED = ("role", "move", "add", "out")


async def on_staff(update: Update, ctx: Context) -> None:
    """/staff [OFFICE, NUMBER or NAME]"""
    person, chat, words = person_of(update), chat_of(update), after_command(message_of(update))
    await ctx.unit.commit(lambda tx: staffing.find(tx, ctx.desk, person, chat, words))


async def on_staff_button(update: Update, ctx: Context) -> None:
    """sf:l:OFFICE:PAGE, sf:p:NUMBER, sf:ASKED:NUMBER[:GRANT], sf:go:NUMBER:GRANT:WHAT[:TARGET[:ok]]"""
    parts = pressed(update)
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    message = message_of(update).message_id
    verb, rest = parts[1] if len(parts) > 1 else "", parts[2:]
    if chat < 0:
        raise StaleButton

    async def work(tx: Tx) -> None:
        if verb == "l" and len(rest) == 2:
            await staffing.show_list(tx, desk, person, chat, rest[0], natural(rest[1]), message)
        elif verb == "p" and len(rest) == 1:
            await staffing.show_person(tx, desk, person, chat, natural(rest[0]), message)
        elif verb in _ASKED and len(rest) in (1, 2):
            grant = _grant(rest[1]) if len(rest) == 2 else ""
            await staffing.ask(tx, desk, person, chat, message, natural(rest[0]), verb, grant)
        elif verb == "go" and 3 <= len(rest) <= 5:
            target = _target(rest[3]) if len(rest) > 3 else ""
            act = staffing.make if rest[4:] == ["ok"] else staffing.propose
            how = (_grant(rest[1]), rest[2], target)
            await act(tx, desk, person, chat, message, natural(rest[0]), how)
        else:
            raise StaleButton

    await ctx.unit.commit(work)


def _grant(text: str) -> str:
    return text if text == "all" else str(natural(text))


def _target(text: str) -> str:
    return text if text in (staffing.QUEUE, staffing.NOTHING) else str(natural(text))
