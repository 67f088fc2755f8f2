"""What a citizen reads who has typed into a draft what is no part of it."""

from datetime import datetime

from bot.texts import Safe
from bot.views.content import Button, Content, Voice, lines


def above(voice: Voice, what: str, others: int) -> Safe:
    """The line above the preview; `others`: open cases that a question how it goes may be about."""
    said = voice.say("draft-aside", what=what)
    return lines(voice.say("start-returning", count=others), said) if others else said


def give_up(voice: Voice, dialogue: str, at: datetime | None) -> Content:
    """Whether the draft is to be cancelled or kept; `at`: when it is filed by itself."""
    text = voice.say("draft-give-up", at=voice.when(at) if at else "none")
    buttons = (
        Button(voice.plain("button-give-up"), f"d:cancel:{dialogue}"),
        Button(voice.plain("button-keep-draft"), f"d:keep:{dialogue}"),
    )
    return Content(text, (buttons,))
