"""What staff type and press to send back, not take up, share, hand over, extend, defer, approve."""

import re

from telegram import Update

from bot.core.errors import StaleButton, Usage
from bot.handlers import commands
from bot.handlers.common import Context, chat_of, message_of, natural, number_and_rest, person_of
from bot.handlers.verbs import Answers, Presses
from bot.service import handling, moving, oversight, proposals
from bot.service.desk import Desk
from bot.store.db import Tx
from bot.views.content import page_in

_DAYS = re.compile(
    r"(\d{1,3})\s*(?:[个個]?工作[日天]|天|日|working days?|days?)?[\s,，:：.。]*(.*)", re.DOTALL
)
SEEN = "toast-opened"


# --- commands


async def on_return(update: Update, ctx: Context) -> None:
    """/return NUMBER [WORDS]: the reasons as buttons."""
    number, text = number_and_rest(message_of(update), "/return 261121-0042")
    person, chat, desk = person_of(update), chat_of(update), ctx.desk

    async def work(tx: Tx) -> None:
        case = await handling.find(tx, desk, person, chat, number)
        await moving.offer_reasons(tx, desk, person, chat, case.id, text)

    await ctx.unit.commit(work)


async def on_extend(update: Update, ctx: Context) -> None:
    """/extend NUMBER [DAYS REASON]: without them, buttons."""
    example = "/extend 261121-0042 5 …"
    number, rest = number_and_rest(message_of(update), example)
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    found = _DAYS.fullmatch(rest)
    if rest and (found is None or not found[2]):
        raise Usage(example=example)

    async def work(tx: Tx) -> None:
        case = await handling.find(tx, desk, person, chat, number)
        if found is None:
            await proposals.offer_days(tx, desk, person, chat, case.id)
        else:
            extend = commands.looked_at("extend")
            await extend(tx, desk, person, chat, case.id, found[1], found[2], message_of(update).message_id)

    await ctx.unit.commit(work)


async def on_defer(update: Update, ctx: Context) -> None:
    """/defer NUMBER [DATE PLAN]: without them, a question."""
    number, rest = number_and_rest(message_of(update), "/defer 261121-0042 2027-03-01 …")
    person, chat, desk = person_of(update), chat_of(update), ctx.desk

    async def work(tx: Tx) -> None:
        case = await handling.find(tx, desk, person, chat, number)
        if rest:
            defer = commands.looked_at("defer")
            await defer(tx, desk, person, chat, case.id, "", rest, message_of(update).message_id)
        else:
            await proposals.ask_defer_words(tx, desk, person, chat, case.id)

    await ctx.unit.commit(work)


async def on_support(update: Update, ctx: Context) -> None:
    """/support NUMBER [OFFICE]: without one, all offices are offered."""
    number, name = number_and_rest(message_of(update), "/support 261121-0042 教育局")
    person, chat, desk = person_of(update), chat_of(update), ctx.desk

    async def work(tx: Tx) -> None:
        case = await handling.find(tx, desk, person, chat, number)
        if name:
            office = oversight.department_named(desk, name)
            await moving.support(tx, desk, person, chat, case.id, office)
        await moving.offer_support(tx, desk, person, chat, case.id)

    await ctx.unit.commit(work)


# --- buttons: c:VERB:CASE[:ARG…]


def _args(args: list[str], count: int) -> list[str]:
    if len(args) != count:
        raise StaleButton
    return args


async def _return(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    if not args:
        await moving.offer_reasons(tx, desk, person, chat, case, "")
    elif args == ["back"]:
        await moving.offer_reasons(tx, desk, person, chat, case)
    else:
        await moving.choose_reason(tx, desk, person, chat, case, *_args(args, 1))
    return SEEN


async def _return_now(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    reason, seen = _args(args, 2)
    await moving.send_back(tx, desk, person, chat, case, reason, seen, None)
    return "toast-returned"


async def _return_words(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    reason, seen = _args(args, 2)
    await moving.ask_return_words(tx, desk, person, chat, case, reason, seen)
    return SEEN


async def _decline(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    if args:
        await moving.ask_decline_words(tx, desk, person, chat, case, *_args(args, 1))
    else:
        await moving.offer_routes(tx, desk, person, chat, case)
    return SEEN


async def _decline_send(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    await moving.decline(tx, desk, person, chat, case, *_args(args, 1), send=True)
    return "toast-sent"


async def _decline_drop(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    await moving.decline(tx, desk, person, chat, case, *_args(args, 1), send=False)
    return "toast-cancelled"


async def _support(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    if not args:
        await moving.offer_support(tx, desk, person, chat, case)
        return SEEN
    if len(args) == 1 and (page := page_in(args[0])) is not None:
        await moving.offer_support(tx, desk, person, chat, case, page)
        return SEEN
    await moving.support(tx, desk, person, chat, case, *_args(args, 1))
    return "toast-done"


async def _opinion(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    await moving.ask_opinion(tx, desk, person, chat, case)
    return SEEN


async def _handover(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    if not args:
        await moving.offer_colleagues(tx, desk, person, chat, case)
        return SEEN
    await moving.hand_over(tx, desk, person, chat, case, natural(*_args(args, 1)))
    return "toast-done"


async def _extend(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    if args:
        await proposals.ask_extend_words(tx, desk, person, chat, case, natural(*_args(args, 1)))
    else:
        await proposals.offer_days(tx, desk, person, chat, case)
    return SEEN


async def _defer(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    await proposals.ask_defer_words(tx, desk, person, chat, case)
    return SEEN


async def _recall(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    await proposals.recall(tx, desk, person, chat, case)
    return "toast-recalled"


async def _agree(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    await proposals.agree(tx, desk, person, chat, case, *_args(args, 2))
    return "toast-agreed"


async def _refuse(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    if len(args) == 3 and args[2] == "bare":
        await proposals.refuse(tx, desk, person, chat, case, args[0], args[1], "")
        return "toast-refused"
    await proposals.ask_why(tx, desk, person, chat, case, *_args(args, 2))
    return SEEN


async def _take_back(tx: Tx, desk: Desk, person: int, chat: int, case: int, args: list[str]) -> str:
    await proposals.take_back(tx, desk, person, chat, case)
    return "toast-done"


PRESSES: Presses = {
    "return": _return,
    "return_now": _return_now,
    "return_words": _return_words,
    "decline": _decline,
    "decline_send": _decline_send,
    "decline_drop": _decline_drop,
    "support": _support,
    "opinion": _opinion,
    "handover": _handover,
    "extend": _extend,
    "defer": _defer,
    "recall": _recall,
    "agree": _agree,
    "refuse": _refuse,
    "take_back": _take_back,
}


# --- replies to the bot's questions


async def _return_said(
    tx: Tx, desk: Desk, person: int, chat: int, case: int, what: str, text: str, message: int
) -> None:
    reason, _, seen = what.partition(":")
    await moving.send_back(tx, desk, person, chat, case, reason, seen, text)


async def _decline_said(
    tx: Tx, desk: Desk, person: int, chat: int, case: int, what: str, text: str, message: int
) -> None:
    await moving.preview_decline(tx, desk, person, chat, case, what, text)


async def _opinion_said(
    tx: Tx, desk: Desk, person: int, chat: int, case: int, what: str, text: str, message: int
) -> None:
    await moving.give_opinion(tx, desk, person, chat, case, text)


async def _refuse_said(
    tx: Tx, desk: Desk, person: int, chat: int, case: int, what: str, text: str, message: int
) -> None:
    proposal, _, stage = what.partition(":")
    await proposals.refuse(tx, desk, person, chat, case, proposal, stage, text)


ANSWERS: Answers = {
    "prompt-return": _return_said,
    "prompt-decline": _decline_said,
    "prompt-opinion": _opinion_said,
    "prompt-refuse": _refuse_said,
    "prompt-unsolved": _refuse_said,
}
