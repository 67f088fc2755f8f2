"""Who is complained about, and what is shown to one person only: commands, and buttons on cards."""

from telegram import Update

from bot.core.errors import Usage
from bot.handlers.common import (
    Context,
    after_command,
    case_number,
    chat_of,
    message_of,
    number_and_rest,
    person_of,
)
from bot.handlers.verbs import Presses
from bot.service import fairness, handling, oversight, secrecy
from bot.store.db import Tx

NONE = ("none", "无", "無", "没有", "沒有")

PRESSES: Presses = {
    "accuse": fairness.press,
    "seal": secrecy.press_seal,
    "unseal": secrecy.press_unseal,
    "text": secrecy.press_text,
    "reveal": secrecy.press_reveal,
}


async def on_accuse(update: Update, ctx: Context) -> None:
    """/accuse NUMBER OFFICE…, or none"""
    example = "/accuse 261121-0042 教育局"
    number, names = number_and_rest(message_of(update), example)
    words = names.replace("、", " ").replace("，", " ").replace(",", " ").split()
    if not words:
        raise Usage(example=example)
    person, chat, desk = person_of(update), chat_of(update), ctx.desk

    async def work(tx: Tx) -> None:
        case = await handling.find(tx, desk, person, chat, number)
        named = [] if names.strip().lower() in NONE else [oversight.department_named(desk, w) for w in words]
        await fairness.accuse(tx, desk, person, chat, case.id, named)

    await ctx.unit.commit(work)


async def on_reveals(update: Update, ctx: Context) -> None:
    """/reveals NUMBER"""
    number = case_number(after_command(message_of(update)))
    if number is None:
        raise Usage(example="/reveals 261121-0042")
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    await ctx.unit.commit(lambda tx: secrecy.show_reveals(tx, desk, person, chat, number))
