"""What helps a clerk with an answer: templates, answers to like cases, corrections."""

from telegram import Update

from bot.core.errors import StaleButton, TemplateHow
from bot.core.plain import clean
from bot.handlers.common import (
    Context,
    after_command,
    case_number,
    chat_of,
    message_of,
    natural,
    person_of,
    pressed,
)
from bot.handlers.verbs import Presses
from bot.service import handling, references, templates, writing
from bot.service.desk import Desk
from bot.store import spoken
from bot.store.db import Tx


async def on_correct(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, _args: list[str]) -> str:
    await writing.ask_for_correction(tx, desk, person_id, chat_id, case_id)
    return "toast-opened"


async def on_templates(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, args: list[str]
) -> str:
    """c:templates:CASE[:KIND]"""
    await templates.offer(tx, desk, person_id, chat_id, case_id, args[0] if args else None)
    return "toast-opened"


async def on_template_chosen(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, args: list[str]
) -> str:
    """c:template:CASE:DOMAIN:KIND for the desk's own, c:template:CASE:ID for an office's."""
    if len(args) == 2:
        await templates.use(tx, desk, person_id, chat_id, case_id, args[0], args[1])
    elif len(args) == 1:
        await templates.use_own(tx, desk, person_id, chat_id, case_id, natural(args[0]))
    else:
        raise StaleButton
    return "toast-opened"


PRESSES: Presses = {
    "correct": on_correct,
    "templates": on_templates,
    "template": on_template_chosen,
}


async def on_references(update: Update, ctx: Context, case_id: int, args: list[str]) -> None:
    """c:references:CASE shows answers to like cases, c:reference:CASE:OTHER begins from one."""
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    other = natural(args[0]) if args else None
    async with ctx.db.read() as conn:
        found = await references.seek(conn, desk, case_id)

    async def work(tx: Tx) -> None:
        if other is None:
            await references.show(tx, desk, person, chat, case_id, found)
        else:
            await references.use(tx, desk, person, chat, case_id, other, found)

    await ctx.unit.commit(work)
    ctx.unit.toast = desk.house.plain("toast-opened")


async def on_template(update: Update, ctx: Context) -> None:
    """/template: the list; with a number, or as a reply to a card: those that fit a case; with a name and a text,
    or with a name as a reply to one's own message: a new one."""
    message, person, chat, desk = message_of(update), person_of(update), chat_of(update), ctx.desk
    name, _, text = after_command(message).partition("\n")
    replied = message.reply_to_message
    author = replied.from_user.id if replied is not None and replied.from_user is not None else None
    number = case_number(name) if name and not text else None

    async def work(tx: Tx) -> None:
        await handling.staff(tx, person)
        if number is not None and author != person:
            case = await handling.find(tx, desk, person, chat, number)
            await templates.offer(tx, desk, person, chat, case.id)
        elif text:
            await templates.add_own(tx, desk, person, chat, name.strip(), clean(text))
        elif name and replied is not None and author == person:
            words = clean(replied.text or replied.caption or "")
            await templates.add_own(tx, desk, person, chat, name.strip(), words)
        elif name:
            raise TemplateHow
        else:
            ours = replied is not None and author == ctx.bot.id
            about = await spoken.about(tx.conn, chat, replied.message_id) if replied and ours else None
            if about is not None:
                await templates.offer(tx, desk, person, chat, about[0])
            else:
                await templates.show_own(tx, desk, person, chat)

    await ctx.unit.commit(work)


async def on_template_button(update: Update, ctx: Context) -> None:
    """tpl:show:ID, tpl:remove:ID, tpl:KIND:ID"""
    parts = pressed(update)
    if len(parts) != 3:
        raise StaleButton
    verb, template = parts[1], natural(parts[2])
    person, chat, desk = person_of(update), chat_of(update), ctx.desk

    async def work(tx: Tx) -> str:
        if verb == "show":
            await templates.show_one(tx, desk, person, chat, template)
            return "toast-opened"
        if verb == "remove":
            await templates.remove(tx, desk, person, chat, template)
            return "toast-done"
        await templates.change_kind(tx, desk, person, chat, template, verb)
        return "toast-done"

    ctx.unit.toast = desk.house.plain(await ctx.unit.commit(work))
