"""What has a button has a command too, and the other way round; and decisions that are looked at before they are made."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.core.errors import NothingProposed, StaleButton
from bot.core.proposals import waiting
from bot.handlers.common import Context, chat_of, message_of, natural, number_and_rest, person_of, pressed
from bot.handlers.verbs import Answer, Answers, Press, Presses
from bot.service import confirming, deciding, handling, proposals, supervision, writing
from bot.service.confirming import Decision
from bot.service.desk import Desk
from bot.service.saying import say
from bot.store.db import Tx
from bot.views.content import Content

# command -> the verb of the button that does the same
OF_BUTTONS = {
    "decline": "decline",
    "handover": "handover",
    "split": "split",
    "reopen": "reopen",
    "recall": "recall",
    "unmerge": "unmerge",
    "agree": "agree",
    "refuse": "refuse",
    "takeback": "take_back",
    "redo": "redo",
    "uphold": "uphold",
    "seal": "seal",
    "reveal": "reveal",
    "summarise": "summarise",
    "opinion": "opinion",
    "ack": "ack",
}
_OF_PROPOSALS = ("agree", "refuse", "takeback")
_SEEN = "toast-opened"


def on(name: str, presses: Presses) -> Callable[[Update, Context], Awaitable[None]]:
    """/NAME NUMBER: as the button of that verb, with its toast as an answer."""
    press = presses[OF_BUTTONS[name]]

    async def handler(update: Update, ctx: Context) -> None:
        message = message_of(update)
        number, _ = number_and_rest(message, f"/{name} 261121-0042")
        person, chat, desk = person_of(update), chat_of(update), ctx.desk

        async def work(tx: Tx) -> None:
            case = await handling.find(tx, desk, person, chat, number)
            args: list[str] = []
            if name in _OF_PROPOSALS:
                proposal = waiting(case)
                if proposal is None:
                    raise NothingProposed
                args = [str(proposal.id), proposal.stage.value]
            key = await press(tx, desk, person, chat, case.id, args)
            if key != _SEEN:
                said = desk.house.say("done-by-command", number=case.number, what=desk.house.plain(key))
                await say(
                    tx, chat, Content(said, reply_to=message.message_id), "done-by-command", case_id=case.id
                )

        await ctx.unit.commit(work)

    return handler


async def on_complex(update: Update, ctx: Context) -> None:
    """/complex NUMBER [REASON]: dispatchers only; the citizen reads the reason."""
    message = message_of(update)
    number, reason = number_and_rest(message, "/complex 261121-0042 …")
    person, chat, desk = person_of(update), chat_of(update), ctx.desk

    async def work(tx: Tx) -> None:
        case = await handling.find(tx, desk, person, chat, number)
        if reason:
            await looked_at("complex")(tx, desk, person, chat, case.id, "", reason, message.message_id)
        else:
            await PRESSES["complex"](tx, desk, person, chat, case.id, [])

    await ctx.unit.commit(work)


# --- buttons that had only a command


async def _reopen(tx: Tx, desk: Desk, person: int, chat: int, case: int, _args: list[str]) -> str:
    await handling.reopen(tx, desk, person, case)
    return "toast-reopened"


def _asking(what: str) -> Press:
    async def press(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, _args: list[str]) -> str:
        _, case = await handling.on_case(tx, desk, person, case_id, chat)
        await handling.ask_for(tx, desk, person, chat, case, what)
        return _SEEN

    return press


PRESSES: Presses = {"reopen": _reopen, "note": _asking("note"), "complex": _asking("complex")}


# --- words that a citizen reads by a decision


async def _uphold(
    tx: Tx, desk: Desk, person: int, chat: int, case: int, _what: str, text: str, _message: int
) -> None:
    await deciding.uphold(tx, desk, person, chat, case, text)


async def _end(
    tx: Tx, desk: Desk, person: int, chat: int, case: int, what: str, text: str, _message: int
) -> None:
    await deciding.end(tx, desk, person, chat, case, what, text)


async def _complex(
    tx: Tx, desk: Desk, person: int, chat: int, case: int, _what: str, text: str, message: int
) -> None:
    await handling.grade(tx, desk, person, chat, case, text, message)


async def _extend(
    tx: Tx, desk: Desk, person: int, chat: int, case: int, what: str, text: str, _message: int
) -> None:
    await proposals.extend(tx, desk, person, chat, case, natural(what), text)


async def _defer(
    tx: Tx, desk: Desk, person: int, chat: int, case: int, _what: str, text: str, _message: int
) -> None:
    await proposals.defer(tx, desk, person, chat, case, text)


def _supervising(verb: str) -> Decision:
    async def decide(
        tx: Tx, desk: Desk, person: int, chat: int, case: int, _what: str, text: str, message: int
    ) -> None:
        await supervision.decide(tx, desk, person, chat, case, verb, text, message)

    return decide


DECISIONS: dict[str, Decision] = {
    "uphold": _uphold,
    "end": _end,
    "complex": _complex,
    "extend": _extend,
    "defer": _defer,
    **{verb: _supervising(verb) for verb in supervision.VERBS},
}


def looked_at(verb: str) -> Answer:
    """The decision, once it was looked at."""

    async def answer(
        tx: Tx, desk: Desk, person: int, chat: int, case: int, what: str, text: str, message: int
    ) -> None:
        await confirming.ask(tx, desk, person, chat, case, verb, DECISIONS[verb], what, text, message)

    return answer


async def _note(
    tx: Tx, desk: Desk, person: int, chat: int, case: int, _what: str, text: str, message: int
) -> None:
    await writing.note(tx, desk, person, chat, case, text, None, message)


ANSWERS: Answers = {**{f"prompt-{verb}": looked_at(verb) for verb in DECISIONS}, "prompt-note": _note}


async def on_decision_button(update: Update, ctx: Context) -> None:
    """w:send:DIALOGUE, w:drop:DIALOGUE"""
    parts = pressed(update)
    if len(parts) != 3:
        raise StaleButton
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    key = await ctx.unit.commit(
        lambda tx: confirming.answer(tx, desk, person, chat, parts[2], parts[1], DECISIONS)
    )
    ctx.unit.toast = desk.house.plain(key)
