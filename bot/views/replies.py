"""What a clerk sees of an answer after the press on send: held for a moment, or not sent and why."""

import html

from bot.core.case import Case
from bot.texts import Safe
from bot.views.content import Button, Content, Voice, lines


def held(voice: Voice, case: Case, dialogue: str, shown: str, seconds: int) -> Content:
    """It goes out by itself; until then one button takes it back. `shown` is HTML."""
    head = voice.say("preview-held", number=case.number, seconds=seconds)
    undo = Button(voice.plain("button-undo"), f"r:undo:{dialogue}")
    return Content(lines(head, Safe(f"<blockquote>{shown}</blockquote>")), ((undo,),))


def unsent(voice: Voice, number: str, why: Safe, text: str, reply_to: int | None) -> Content:
    """The clerk's words come back, ready to be copied."""
    return Content(
        lines(voice.say("reply-unsent", number=number, why=why), copyable(text)), reply_to=reply_to
    )


def copyable(text: str) -> Safe:
    """A block that Telegram copies with one tap."""
    return Safe(f"<pre>{html.escape(text, quote=False)}</pre>")
