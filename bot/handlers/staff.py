"""What staff type, reply and press, in their group or in private."""

from typing import Any

from telegram import Message, Update

from bot.core import smalltalk
from bot.core.case import Outcome
from bot.core.errors import NoFiles, NoSuchCase, NotInvited, Refusal, StaleButton, Usage
from bot.core.plain import clean
from bot.handlers.common import (
    Context,
    case_numbers,
    chat_of,
    file_of,
    from_machine,
    message_of,
    natural,
    nothing,
    number_and_rest,
    person_of,
    pressed,
)
from bot.handlers.verbs import Presses
from bot.service import casepage, enclosing, handling, oversight, previews, writing
from bot.service.desk import Desk
from bot.service.saying import say
from bot.store import cases, outbox, spoken
from bot.store.db import Tx
from bot.views.content import Content
from bot.views.staff import INTENTS

# Replies to these of the bot's messages are a clerk's work; replies to all others are a citizen's words.
STAFF_PURPOSES = frozenset(
    {
        "card",
        "card-opened",
        "card-moved",
        "claimed",
        "attachment",
        "full-text",
        "prompt-reply",
        "prompt-ask",
        "preview",
        "preview-held",
        "reply-unsent",
    }
    | {"seal-text", "reveal", "accused"}
    | {"group-added", "group-supplied", "group-unreachable", "group-withdrawn"}
    | {"group-heir"}
    | {"group-due-soon", "group-missed", "group-resumed", "group-reopened"}
    | {"page", "page-sealed", "page-group", "page-over"}
    | {
        "reopen-request",
        "reopen-sealed",
        "reopen-decided",
        "decide-due-soon",
        "decide-missed",
        "follow-up-left",
    }
    | {"group-reminded", "group-supervised", "group-escalated", "group-taken-over"}
    | {"rung-lead", "rung-supervise", "rung-escalate", "watch-supervised", "watch-escalated"}
)


WRITTEN = ("reply", "ask", "correct", "note", *Outcome)  # commands that words stand behind
_INTENTS = {"prompt-ask": "ask", "prompt-correct": "correct"}


def is_work(purpose: str) -> bool:
    """Whether a reply to a message of this purpose is a clerk's work."""
    return purpose in STAFF_PURPOSES or purpose.startswith(("prompt-", outbox.PAGE))


class WhichCase(Refusal):
    """A reply to a message that is about no case, or about several."""

    key = "reply-which"


async def open_by_number(tx: Tx, desk: Desk, person: int, chat: int, number: str) -> None:
    """The card of a case, posted here. To somebody without a role every number is unknown."""
    try:
        case = await handling.find(tx, desk, person, chat, number)
    except NotInvited:
        raise NoSuchCase from None
    await handling.open_card(tx, desk, person, chat, case.id)


async def on_claim(update: Update, ctx: Context) -> None:
    message = message_of(update)
    number, _ = number_and_rest(message, "/claim 261121-0042")
    person, chat = person_of(update), chat_of(update)

    async def work(tx: Tx) -> None:
        case = await handling.find(tx, ctx.desk, person, chat, number)
        await handling.claim(tx, ctx.desk, person, case.id)
        await handling.say_claimed(tx, ctx.desk, person, chat, case, message.message_id)

    await ctx.unit.commit(work)


async def on_write(update: Update, ctx: Context) -> None:
    """/reply, /solved, /ask, /note … NUMBER TEXT: a preview first. Also as the words below a photo or a file."""
    message = message_of(update)
    typed = (message.text or message.caption or "").split(maxsplit=1)[0]
    intent = typed.lstrip("/").split("@")[0].lower()
    number, text = number_and_rest(message, f"/{intent} 261121-0042 …")
    file = _enclosed(message)
    if not text and file is None:
        raise Usage(example=f"/{intent} {number} …")
    person, chat = person_of(update), chat_of(update)
    like = await _likeness_of(ctx, number, text)

    async def work(tx: Tx) -> None:
        case = await handling.find(tx, ctx.desk, person, chat, number)
        if intent == "note":
            await writing.note(tx, ctx.desk, person, chat, case.id, text, file, message.message_id)
            return
        await writing.preview(
            tx, ctx.desk, person, chat, case.id, text, intent, message.message_id, like, file
        )

    await ctx.unit.commit(work)


def _enclosed(message: Message) -> dict[str, Any] | None:
    """The file that a clerk's message brings along. Raises NoFiles for what can't be passed on."""
    file = file_of(message)
    if file is None and message.effective_attachment:
        raise NoFiles
    return enclosing.recorded(file, message.message_id, message.media_group_id) if file else None


async def on_part(update: Update, ctx: Context) -> bool:
    """Another part of an album that a preview was made from, replying to anything or nothing. False for all else."""
    message, album = message_of(update), message_of(update).media_group_id
    if album is None or update.effective_user is None:
        return False
    person, chat = person_of(update), chat_of(update)
    async with ctx.db.read() as conn:
        found = await writing.part_of(conn, chat, person, album)
    file = _enclosed(message) if found is not None else None
    if found is None or file is None:
        return False
    text = clean(message.caption or "")
    await ctx.unit.commit(lambda tx: writing.enclose(tx, ctx.desk, person, chat, found.id, text, file))
    return True


async def on_group_album(update: Update, ctx: Context) -> None:
    if from_machine(update) or not await on_part(update, ctx):
        await ctx.unit.commit(nothing)


async def _likeness_of(ctx: Context, number: str, text: str) -> float | None:
    """Measured before the transaction, whoever asks: nothing of it is shown unless the case is theirs."""
    async with ctx.db.read() as conn:
        case = await cases.by_number(conn, number)
        return await previews.likeness(conn, ctx.desk, case.id, text) if case is not None else None


async def on_transfer(update: Update, ctx: Context) -> None:
    """/transfer NUMBER [DEPARTMENT]: without one, all departments are offered."""
    message = message_of(update)
    number, name = number_and_rest(message, "/transfer 261121-0042 教育局")
    person, chat = person_of(update), chat_of(update)

    async def work(tx: Tx) -> None:
        case = await handling.find(tx, ctx.desk, person, chat, number)
        if not name:
            await handling.offer_offices(tx, ctx.desk, person, chat, case.id)
            return
        department = oversight.department_named(ctx.desk, name)
        case = await handling.send_to(tx, ctx.desk, person, case.id, department)
        await handling.say_moved(tx, ctx.desk, chat, case, message.message_id)

    await ctx.unit.commit(work)


async def on_reply(update: Update, ctx: Context) -> None:
    """A reply to one of our messages in a group, or to a card in private.

    Replies to the questions of other modules go where those say, by the question's purpose.
    """
    message = message_of(update)
    replied = message.reply_to_message
    ours = replied is not None and replied.from_user is not None and replied.from_user.id == ctx.bot.id
    if replied is None or not ours or from_machine(update):
        await ctx.unit.commit(nothing)
        return
    if await on_part(update, ctx):
        return
    person, chat = person_of(update), chat_of(update)
    text = clean(message.text or message.caption or "")
    async with ctx.db.read() as conn:
        meant = await spoken.about(conn, chat, replied.message_id)
        like = await previews.likeness(conn, ctx.desk, meant[0], text) if meant is not None else None
    dropped = meant is not None and meant[1].startswith("prompt-")
    cancels = smalltalk.pressed_in_words(text, in_danger=False) == "cancel" or smalltalk.aside(text) == "over"
    if dropped and cancels:
        await ctx.unit.commit(lambda tx: _drop(tx, ctx.desk, person, chat, message.message_id))
        return
    if meant is not None and meant[1].partition(":")[0] in ctx.slow_answers:
        await ctx.slow_answers[meant[1].partition(":")[0]](update, ctx, meant[0])
        return

    async def work(tx: Tx) -> None:
        await handling.staff(tx, person)
        about = await spoken.about(tx.conn, chat, replied.message_id)
        purpose, _, what = about[1].partition(":") if about is not None else ("", "", "")
        if about is not None and purpose in ctx.answers:
            if message.effective_attachment:
                raise NoFiles
            case_id = about[0]
            await ctx.answers[purpose](tx, ctx.desk, person, chat, case_id, what, text, message.message_id)
            return
        intent = what if purpose == "prompt-template" and what in INTENTS else _INTENTS.get(purpose, "reply")
        if about is not None:
            case_id = about[0]
        else:
            # The id of our message may never have been recorded; its number still names the case.
            numbers = case_numbers(replied.text or replied.caption or "")
            if len(numbers) != 1:
                raise WhichCase
            case_id = (await handling.find(tx, ctx.desk, person, chat, numbers[0])).id
        file = _enclosed(message)
        below = message.message_id
        await writing.preview(tx, ctx.desk, person, chat, case_id, text, intent, below, like, file)

    await ctx.unit.commit(work)


async def _drop(tx: Tx, desk: Desk, person: int, chat: int, reply_to: int) -> None:
    """“Cancel”, said to a question of ours, is no answer to it."""
    await handling.staff(tx, person)
    content = Content(desk.house.say("prompt-dropped"), reply_to=reply_to)
    await say(tx, chat, content, "prompt-dropped")


async def on_edited(update: Update, ctx: Context) -> bool:
    """An edited message that a preview came from: the preview follows. False when there is none."""
    message, person, chat = message_of(update), person_of(update), chat_of(update)
    async with ctx.db.read() as conn:
        found = await writing.preview_of(conn, chat, person, message.message_id)
        if found is None:
            return False
        text = clean(message.text or message.caption or "")
        if text.startswith("/"):
            _, text = number_and_rest(message, "/reply 261121-0042 …")
        file = _enclosed(message)
        same = file is None or file in found.data.get("files", ())
        if same and text in ("", found.data["text"]):  # edits come unchanged, too
            await ctx.unit.commit(nothing)
            return True
        like = await previews.likeness(conn, ctx.desk, found.data["case"], text)
    await ctx.unit.commit(lambda tx: writing.rewrite(tx, ctx.desk, person, chat, found.id, text, like, file))
    return True


async def on_group_edited(update: Update, ctx: Context) -> None:
    if from_machine(update) or not await on_edited(update, ctx):
        await ctx.unit.commit(nothing)


async def on_case_button(
    update: Update, ctx: Context, verb: str, case_id: int, args: list[str], presses: Presses
) -> None:
    """c:VERB:CASE[:ARG…] where the verb is a clerk's. `presses`: the verbs that other modules know."""
    person, chat, desk = person_of(update), chat_of(update), ctx.desk

    async def work(tx: Tx) -> str:
        message = message_of(update).message_id
        page = await casepage.standing(tx, chat, message)
        said = await act(tx)
        if page is not None:
            await casepage.renew(tx, desk, person, chat, message, page)
        return said

    async def act(tx: Tx) -> str:
        if verb in presses:
            return await presses[verb](tx, desk, person, chat, case_id, args)
        if verb == "claim":
            await handling.claim(tx, desk, person, case_id)
            return "toast-claimed"
        if verb in ("reply", "ask"):
            asked = await writing.ask_for_words(tx, desk, person, chat, case_id, verb)
            return "toast-opened" if asked == chat else "toast-write-private"
        elif verb == "offices":
            await handling.offer_offices(tx, desk, person, chat, case_id, natural(args[0]) if args else None)
        elif verb == "to" and len(args) == 2:
            await handling.send_to(tx, desk, person, case_id, args[0], args[1])
            return "toast-transferred"
        elif verb == "open":
            await handling.open_card(tx, desk, person, chat, case_id)
        elif verb == "full":
            await handling.show_full_text(tx, desk, person, chat, case_id)
        elif verb == "files":
            await handling.show_files(tx, desk, person, chat, case_id)
        elif verb == "more":
            await handling.show_actions(tx, desk, person, chat, case_id)
        else:
            raise StaleButton
        return "toast-opened"

    key = await ctx.unit.commit(work)
    ctx.unit.toast = desk.house.plain(key)


async def on_reply_button(update: Update, ctx: Context) -> None:
    """r:VERB:DIALOGUE"""
    parts = pressed(update)
    if len(parts) != 3:
        raise StaleButton
    person, chat = person_of(update), chat_of(update)
    key = await ctx.unit.commit(
        lambda tx: writing.decide_reply(tx, ctx.desk, person, chat, parts[2], parts[1])
    )
    ctx.unit.toast = ctx.desk.house.plain(key)
