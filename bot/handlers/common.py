"""What every handler needs: the desk behind the context, who speaks, and what was typed, made plain."""

import re
import unicodedata
from typing import Any

from telegram import Message, Update

from bot.core.errors import AnonymousAdmin, StaleButton, Usage
from bot.core.plain import clean
from bot.gateway.dispatch import Context as GatewayContext
from bot.handlers.verbs import Answers, SlowAnswers
from bot.service.desk import Desk
from bot.store import people
from bot.store.cases import Attachment
from bot.store.db import Database, Tx
from bot.texts import language_for

FACELESS = {1087968824, 136817688}  # who Telegram names for anonymous administrators and for channels
_NUMBER = re.compile(r"(?<!\d)(\d{6})\s*-\s*(\d{4,6})(?!\d)")
# Right behind a command the dash may be missing: \d takes full-width digits, the dash is what the keyboard had.
_TYPED = re.compile(r"[#＃]?(\d{6})[-－—–‐‑−﹣_\s]*(\d{4,6})(?!\d)[\s:：,，.。、]*")
_DASHES = str.maketrans(dict.fromkeys("－—–‐‑−﹣_", "-"))


class Context(GatewayContext):
    """PTB's context with the desk and its database at hand."""

    tongue: str | None = None

    @property
    def desk(self) -> Desk:
        desk: Desk = self.application.bot_data["desk"]
        return desk if self.tongue is None else desk.speaking(self.tongue)

    @property
    def answers(self) -> Answers:
        """What clerks' replies to the bot's questions lead to."""
        answers: Answers = self.application.bot_data["answers"]
        return answers

    @property
    def slow_answers(self) -> SlowAnswers:
        """Those of them that prepare before their transaction."""
        answers: SlowAnswers = self.application.bot_data["slow_answers"]
        return answers

    @property
    def db(self) -> Database:
        db: Database = self.application.bot_data["db"]
        return db


def message_of(update: Update) -> Message:
    message = update.effective_message
    assert message is not None
    return message


def chat_of(update: Update) -> int:
    """The chat; a button of an inline message has none, and we never made one. Raises StaleButton."""
    if update.effective_chat is None:
        raise StaleButton
    return update.effective_chat.id


def person_of(update: Update) -> int:
    """Who speaks or presses. Raises AnonymousAdmin for one without an identity."""
    user = update.effective_user
    if user is None or user.id in FACELESS:
        raise AnonymousAdmin
    return user.id


def from_machine(update: Update) -> bool:
    """Whether another bot speaks: it gets no answer, or two bots would talk without end."""
    user = update.effective_user
    return user is not None and user.is_bot and user.id not in FACELESS


def name_of(update: Update) -> str:
    user = update.effective_user
    return clean(user.full_name)[:40] if user is not None else ""


def language_of(update: Update, ctx: Context) -> str:
    user = update.effective_user
    return language_for(user.language_code if user else None, ctx.desk.settings.city.language)


def case_numbers(text: str) -> list[str]:
    """The case numbers in a text, in whatever way they were typed: full-width digits, other dashes, blanks."""
    found = _NUMBER.findall(unicodedata.normalize("NFKC", text).translate(_DASHES))
    return list(dict.fromkeys(f"{day}-{serial}" for day, serial in found))


def case_number(text: str) -> str | None:
    typed = _TYPED.fullmatch(text)
    return _plain_number(typed) if typed else next(iter(case_numbers(text)), None)


def _plain_number(found: re.Match[str]) -> str:
    day, serial = (unicodedata.normalize("NFKC", part) for part in found.groups())
    return f"{day}-{serial}"


def file_of(message: Message) -> Attachment | None:
    """The file of a message, if it is of a kind that can be passed on."""
    if message.photo:
        largest = message.photo[-1]
        return Attachment("photo", largest.file_id, largest.file_unique_id, None, largest.file_size)
    for kind in ("video", "animation", "video_note", "voice", "audio", "document"):
        thing = getattr(message, kind, None)
        if thing is not None:
            name = getattr(thing, "file_name", None)
            return Attachment(kind, thing.file_id, thing.file_unique_id, name, thing.file_size)
    return None


def after_command(message: Message) -> str:
    """What stands behind the command."""
    parts = (message.text or message.caption or "").split(maxsplit=1)
    return clean(parts[1]) if len(parts) > 1 else ""


def number_and_rest(message: Message, example: str) -> tuple[str, str]:
    """The case number after a command, and the text after that. Raises Usage."""
    text = after_command(message)
    found = _TYPED.match(text)
    if found is None:
        raise Usage(example=example)
    return _plain_number(found), text[found.end() :]


def pressed(update: Update) -> list[str]:
    """The parts of a button's data. Raises StaleButton where there is no message that it stood under."""
    query = update.callback_query
    assert query is not None
    if query.message is None:
        raise StaleButton
    return (query.data or "").split(":")


def where_it_stands(update: Update) -> bool:
    """Whether the button that was pressed is the marked one (▸): the view that its list shows already."""
    query = update.callback_query
    markup = getattr(query.message, "reply_markup", None) if query is not None else None
    buttons = [b for row in markup.inline_keyboard for b in row] if markup is not None else []
    return any(b.text.startswith("▸") for b in buttons if query is not None and b.callback_data == query.data)


def natural(text: str) -> int:
    """A number from a button's data, which anybody can forge. Raises StaleButton."""
    if not re.fullmatch(r"[0-9]{1,15}", text):
        raise StaleButton
    return int(text)


async def know_tongue(update: Update, ctx: Context) -> None:
    """Before any handler: in private, members of staff are answered in their own language."""
    chat, user = update.effective_chat, update.effective_user
    if chat is not None and user is not None and chat.id == user.id:
        async with ctx.db.read() as conn:
            ctx.tongue = await people.tongue_of_staff(conn, user.id)


async def nothing(_tx: Tx) -> None:
    """The work of an update that changes nothing."""


async def settle_quietly(update: Update, ctx: Any) -> None:
    """What is not for us is settled without a word."""
    await ctx.unit.commit(nothing)
