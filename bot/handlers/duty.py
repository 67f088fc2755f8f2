"""The duty rota and absences, typed and pressed; the answer to a call."""

from telegram import Update

from bot.core.duty import Shift
from bot.core.errors import StaleButton
from bot.handlers.common import Context, after_command, chat_of, message_of, natural, person_of, pressed
from bot.handlers.verbs import Presses
from bot.service import duty, paging
from bot.store.db import Tx
from bot.views.content import page_in

PRESSES: Presses = {"ack": paging.answer}


async def on_duty(update: Update, ctx: Context) -> None:
    """/duty [OFFICE]"""
    person, chat = person_of(update), chat_of(update)
    name = after_command(message_of(update))
    await ctx.unit.commit(lambda tx: duty.show(tx, ctx.desk, person, chat, name))


async def on_duty_button(update: Update, ctx: Context) -> None:
    """duty:show:OFFICE, duty:show:PAGE, duty:set:OFFICE:SHIFT, duty:on:OFFICE:SHIFT:PERSON and duty:off:…"""
    parts = pressed(update)
    verb, args = parts[1] if len(parts) > 1 else "", parts[2:]
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    if len(args) != {"show": 1, "set": 2, "on": 3, "off": 3}.get(verb) or (
        len(args) > 1 and args[1] not in set(Shift)
    ):
        raise StaleButton
    who = natural(args[2]) if len(args) == 3 else 0

    async def work(tx: Tx) -> None:
        if verb == "show" and (page := page_in(args[0])) is not None:
            await duty.turn(tx, desk, person, chat, page, message_of(update).message_id)
        elif verb == "show":
            await duty.show_one(tx, desk, person, chat, args[0])
        elif verb == "set":
            await duty.show_setting(tx, desk, person, chat, args[0], Shift(args[1]))
        else:
            await duty.put(tx, desk, person, chat, args[0], Shift(args[1]), who, on=verb == "on")

    await ctx.unit.commit(work)


async def on_away(update: Update, ctx: Context) -> None:
    """/away [UNTIL [DEPUTY]], /away off"""
    person, chat = person_of(update), chat_of(update)
    words = after_command(message_of(update))
    await ctx.unit.commit(lambda tx: duty.away(tx, ctx.desk, person, chat, words))


async def on_away_button(update: Update, ctx: Context) -> None:
    """away:for:PERSON:DAYS, away:deputy:PERSON:DEPUTY, away:back:PERSON"""
    parts = pressed(update)
    verb = parts[1] if len(parts) > 1 else ""
    if len(parts) != {"for": 4, "deputy": 4, "back": 3}.get(verb):
        raise StaleButton
    who, what = natural(parts[2]), natural(parts[3]) if len(parts) == 4 else 0
    person, chat, desk = person_of(update), chat_of(update), ctx.desk

    async def work(tx: Tx) -> None:
        if verb == "for":
            await duty.away_for(tx, desk, person, chat, who, what)
        elif verb == "deputy":
            await duty.choose_deputy(tx, desk, person, chat, who, what)
        else:
            await duty.come_back(tx, desk, person, chat, who)

    await ctx.unit.commit(work)
