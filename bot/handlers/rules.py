"""/route and /rules: what goes where, for those who decide it."""

from telegram import Update

from bot.core.errors import StaleButton, Usage
from bot.handlers.common import Context, after_command, chat_of, message_of, natural, person_of, pressed
from bot.service import rules
from bot.store.db import Tx


async def on_route(update: Update, ctx: Context) -> None:
    """/route TEXT"""
    person, chat, text = person_of(update), chat_of(update), after_command(message_of(update))
    if not text:
        raise Usage(example=f"/route {ctx.desk.house.plain('route-example')}")
    guess = await rules.judged(ctx.desk, text)
    await ctx.unit.commit(lambda tx: rules.try_out(tx, ctx.desk, person, chat, text, guess))


async def on_rules(update: Update, ctx: Context) -> None:
    """/rules [DOMAIN or TOPIC]"""
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    matter = rules.matter_named(desk, after_command(message_of(update)))

    async def work(tx: Tx) -> None:
        await rules.show(tx, desk, person, chat, anew=True)
        if matter is not None:
            await rules.show_matter(tx, desk, person, chat, matter, 0)

    await ctx.unit.commit(work)


async def on_rules_button(update: Update, ctx: Context) -> None:
    """ru:l or ru:m:MATTER:PAGE"""
    parts = pressed(update)
    person, chat, desk = person_of(update), chat_of(update), ctx.desk

    async def work(tx: Tx) -> None:
        if parts[1:] == ["l"]:
            await rules.show(tx, desk, person, chat, anew=False)
        elif len(parts) == 4 and parts[1] == "m":
            await rules.show_matter(tx, desk, person, chat, parts[2], natural(parts[3]))
        else:
            raise StaleButton

    await ctx.unit.commit(work)
