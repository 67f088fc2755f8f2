"""The supervisor's /supervise, /escalate and /takeover, as commands and buttons; replies: bot/handlers/commands.py."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.core.errors import Usage
from bot.handlers import commands
from bot.handlers.common import (
    Context,
    chat_of,
    message_of,
    number_and_rest,
    person_of,
)
from bot.handlers.verbs import Press, Presses
from bot.service import handling, supervision
from bot.service.desk import Desk
from bot.store.db import Tx

_EXAMPLES = {
    "supervise": "/supervise 261121-0042 …",
    "escalate": "/escalate 261121-0042 …",
    "takeover": "/takeover 261121-0042 …",
}


def on(verb: str) -> Callable[[Update, Context], Awaitable[None]]:
    """/VERB NUMBER WORDS, where the words are what the office reads, or the leader's name."""

    async def handler(update: Update, ctx: Context) -> None:
        message = message_of(update)
        number, words = number_and_rest(message, _EXAMPLES[verb])
        if not words:
            raise Usage(example=_EXAMPLES[verb])
        person, chat, desk = person_of(update), chat_of(update), ctx.desk

        async def work(tx: Tx) -> None:
            case = await handling.find(tx, desk, person, chat, number)
            decide = commands.looked_at(verb)
            await decide(tx, desk, person, chat, case.id, "", words, message.message_id)

        await ctx.unit.commit(work)

    return handler


def _press(verb: str) -> Press:
    async def press(tx: Tx, desk: Desk, person: int, chat: int, case: int, _args: list[str]) -> str:
        await supervision.ask(tx, desk, person, chat, case, verb)
        return "toast-opened"

    return press


PRESSES: Presses = {verb: _press(verb) for verb in supervision.VERBS}
