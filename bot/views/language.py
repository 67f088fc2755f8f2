"""The choice of a language; each is called what its own speakers call it."""

from bot.texts import CHOOSE, NAMES
from bot.views.content import Button, Content, Voice, rows

PREFIX = "l"


def button() -> Button:
    """For those who can't read the rest of the message either."""
    return Button(CHOOSE, f"{PREFIX}:which")


def which(voice: Voice) -> Content:
    choices = [
        Button(f"✓ {name}" if language == voice.language else name, f"{PREFIX}:{language}")
        for language, name in NAMES.items()
    ]
    return Content(voice.say("language-which"), rows(choices, 2))


def chosen(voice: Voice) -> Content:
    return Content(voice.say("language-chosen", name=NAMES[voice.language]))
