"""What admins and dispatchers type and press to teach the classifier."""

from telegram import Update

from bot.core.errors import StaleButton
from bot.handlers.common import Context, after_command, chat_of, message_of, natural, person_of, pressed
from bot.service import learning
from bot.store.db import Tx
from classifier.choose import most_useful


async def on_retrain(update: Update, ctx: Context) -> None:
    person, chat = person_of(update), chat_of(update)
    await ctx.unit.commit(lambda tx: learning.ask_retrain(tx, ctx.desk, person, chat))


async def on_model(update: Update, ctx: Context) -> None:
    person, chat = person_of(update), chat_of(update)
    await ctx.unit.commit(lambda tx: learning.show_models(tx, ctx.desk, person, chat))


async def on_rollback(update: Update, ctx: Context) -> None:
    """/rollback [VERSION]"""
    person, chat, name = person_of(update), chat_of(update), after_command(message_of(update))
    await ctx.unit.commit(lambda tx: learning.rollback(tx, ctx.desk, person, chat, name))


async def on_training_button(update: Update, ctx: Context) -> None:
    """t:VERB:TRAINING, or t:use:VERSION"""
    parts = pressed(update)
    if len(parts) != 3:
        raise StaleButton
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    verb, arg = parts[1:]

    async def work(tx: Tx) -> str:
        if verb == "use":
            await learning.rollback(tx, desk, person, chat, arg)
            return "adopted"
        if verb == "stop":
            await learning.stop(tx, desk, person, natural(arg))
            return "stopped"
        return await learning.decide(tx, desk, person, natural(arg), verb)

    key = await ctx.unit.commit(work)
    ctx.unit.toast = desk.house.plain(f"toast-model-{key}")


async def on_label(update: Update, ctx: Context) -> None:
    """The case whose label would teach most, with nine buttons."""
    await _next(update, ctx, None, anew=True)


async def on_label_button(update: Update, ctx: Context) -> None:
    """l:CASE:ANSWER where ANSWER is a label's number, skip or stop"""
    parts = pressed(update)
    if len(parts) != 3:
        raise StaleButton
    if parts[2] == "stop":
        person, chat, desk = person_of(update), chat_of(update), ctx.desk
        await ctx.unit.commit(lambda tx: learning.stop_labelling(tx, desk, person, chat))
        return
    await _next(update, ctx, (natural(parts[1]), parts[2]), anew=False)


async def _next(update: Update, ctx: Context, answer: tuple[int, str] | None, *, anew: bool) -> None:
    """Keep the answer, if there is one, and show the next case."""
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    answered = answer[0] if answer else None
    async with ctx.db.read() as conn:
        if not await learning.may_label(conn, person):
            waiting, known = [], []
        else:
            waiting = [c for c in await learning.candidates(conn) if c[0] != answered]
            known = await learning.recent_words(conn)
    chosen = await desk.brain.ask(lambda classifier: most_useful(classifier, waiting, known))

    async def work(tx: Tx) -> None:
        if answer is not None:
            await learning.label(tx, person, *answer)
        await learning.show_for_label(tx, desk, person, chat, chosen, anew=anew)

    await ctx.unit.commit(work)
