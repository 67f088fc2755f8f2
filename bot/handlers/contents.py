"""What a message holds that a draft can keep: words, a file, a place, a contact; and the names of what it can't."""

import re

from telegram import Message

from bot.core.plain import clean, says_something
from bot.handlers.common import file_of
from bot.service.drafting import Addition
from bot.views.content import Voice

# What people can send that the desk can't use, each with a word of its own in `not-used`; all else is "other".
UNUSABLE = ("sticker", "poll", "dice", "game", "story", "checklist", "paid_media", "gift", "unique_gift")
_NAMED = {"unique_gift": "gift"}
_START = re.compile(r"^/start(@\w+)?\s+")


def addition_of(message: Message, voice: Voice) -> Addition | None:
    """A message as something a draft can hold; None when there is nothing in it that we can use."""
    text = words_of(message)
    if message.venue:
        at = message.venue.location
        args = {"latitude": f"{at.latitude:.5f}", "longitude": f"{at.longitude:.5f}"}
        text = voice.plain("located-at", title=message.venue.title, address=message.venue.address, **args)
    elif message.location:
        at = message.location
        text = voice.plain("located", latitude=f"{at.latitude:.5f}", longitude=f"{at.longitude:.5f}")
    elif message.contact and own_phone(message) is not None:
        text = voice.plain("contacted", phone=message.contact.phone_number)
    elif message.contact:
        name = clean(f"{message.contact.first_name} {message.contact.last_name or ''}")
        text = voice.plain("contact-of", name=name, phone=message.contact.phone_number)
    file = file_of(message)
    if not says_something(text):
        text = ""
    if not text and file is None:
        return None
    return Addition(message.message_id, text, file, message.media_group_id, message.location is not None)


def words_of(message: Message) -> str:
    """What was typed, without the command that it may follow."""
    return clean(_START.sub("", message.text or message.caption or ""))


def own_phone(message: Message) -> str | None:
    """The number that people share of themselves: Telegram vouches for whose it is."""
    contact, sender = message.contact, message.from_user
    if contact is None or sender is None or contact.user_id != sender.id:
        return None
    return clean(contact.phone_number) or None


def unusable(message: Message) -> str | None:
    """What the desk can't use of a message, by the name that `not-used` has for it; None without such a thing."""
    kind = next((kind for kind in UNUSABLE if getattr(message, kind, None)), None)
    return _NAMED.get(kind, kind) if kind else None
