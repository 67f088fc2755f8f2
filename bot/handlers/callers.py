"""/record PHONE [NAME] and the caller's words below: a case for somebody without Telegram."""

import re
import unicodedata

from telegram import Update

from bot.core.errors import Usage
from bot.core.phones import phones
from bot.core.plain import clean
from bot.handlers.common import Context, after_command, chat_of, message_of, person_of
from bot.service import callers, drafting
from bot.service.drafts import Draft, Part

_FIRST_LINE = re.compile(r"([+(]{0,2}\d[\d() -]{4,20}\d)[\s,，]*(.*)")


async def on_record(update: Update, ctx: Context) -> None:
    message, desk = message_of(update), ctx.desk
    first, _, words = after_command(message).partition("\n")
    found = _FIRST_LINE.fullmatch(unicodedata.normalize("NFKC", first).strip())
    words = clean(words)
    if found is None or not words:
        raise Usage(example=desk.house.plain("caller-example"))
    phone, name = re.sub(r"[() -]", "", found[1]), clean(found[2])[:40]
    phone = next(iter(phones(phone)), phone)  # the same person however it was written
    draft = await drafting.classified(desk, Draft(parts=(Part(message.message_id, words),)))
    person, chat = person_of(update), chat_of(update)
    await ctx.unit.commit(
        lambda tx: callers.record(tx, desk, person, chat, phone, name, draft, message.message_id)
    )
