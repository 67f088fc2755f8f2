"""“This is another matter”: c:other:CASE:VERSION, under the acknowledgement of what went into a case."""

from telegram import Update

from bot.core.errors import StaleButton
from bot.handlers.common import Context, chat_of, language_of, natural, person_of, pressed
from bot.handlers.verbs import SlowPresses
from bot.service import parting
from bot.service.drafts import KIND, draft_of
from bot.store import dialogues, people


async def _other(update: Update, ctx: Context, case_id: int) -> None:
    parts = pressed(update)
    if len(parts) != 4:
        raise StaleButton
    version, now = natural(parts[3]), ctx.unit.letter.received_at
    person, chat, language, desk = person_of(update), chat_of(update), language_of(update, ctx), ctx.desk
    async with ctx.db.read() as conn:
        before = await dialogues.get(conn, chat, person, KIND)
        old = draft_of(before) if before else None
        tongue = await people.language_of(conn, chat) or language
        draft = await parting.drafted(desk, conn, person, case_id, version, old, now)
    await ctx.unit.commit(
        lambda tx: parting.part(tx, desk, chat, person, language, case_id, version, before, draft)
    )
    ctx.unit.toast = desk.voice(tongue).plain("toast-other-matter")


SLOW_PRESSES: SlowPresses = {"other": _other}
