"""/help and its buttons: what somebody can do here, by what they are."""

from telegram import Update

from bot.core.errors import StaleButton
from bot.handlers.common import Context, chat_of, language_of, message_of, person_of, pressed
from bot.service.saying import say
from bot.service.turning import turned
from bot.store import people
from bot.store.db import Tx
from bot.views import citizen as view
from bot.views import help as help_view
from bot.views import language as language_view
from bot.views.content import Content


async def on_help(update: Update, ctx: Context) -> None:
    person, chat, language = person_of(update), chat_of(update), language_of(update, ctx)

    async def work(tx: Tx) -> None:
        known = await people.get(tx.conn, person)
        if known and known.staff:
            content = help_view.page(ctx.desk.house, known, None, private=chat > 0)
        elif chat > 0:
            voice = ctx.desk.voice(known.language if known else language)
            buttons = (*view.menu(voice, "help"), (language_view.button(),))
            content = Content(voice.say("help", numbers=voice.emergency()), buttons)
        else:
            content = Content(ctx.desk.house.say("group-private"))
        await say(tx, chat, content, "help")

    await ctx.unit.commit(work)


async def on_help_button(update: Update, ctx: Context) -> None:
    """h:GROUP, or h:- to fold it again. Raises StaleButton for what somebody's roles don't have."""
    person, chat, message = person_of(update), chat_of(update), message_of(update).message_id
    opened = None if (group := pressed(update)[-1]) == "-" else group

    async def work(tx: Tx) -> None:
        known = await people.get(tx.conn, person)
        private = chat > 0
        triage = ctx.desk.offices.triage.id
        if known is None or (opened or "work") not in help_view.groups_of(known, triage, private=private):
            raise StaleButton
        content = help_view.page(ctx.desk.house, known, opened, private=private)
        await turned(tx, chat, content, "help", message)

    await ctx.unit.commit(work)
