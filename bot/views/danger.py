"""Danger in a draft's preview: the question, the numbers, and the buttons to say yes or no."""

from bot.service.drafts import Draft
from bot.texts import Safe
from bot.views.content import Button, Voice


def head(voice: Voice, d: Draft) -> list[Safe | str]:
    """What stands above everything else: the question or the numbers to call; nothing where there is no danger."""
    if d.asks:
        return [voice.say("danger-ask", numbers=voice.emergency()), ""]
    return [voice.say(f"danger-{d.danger}", numbers=voice.emergency()), ""] if d.danger else []


def answers(voice: Voice, d: Draft) -> tuple[tuple[Button, ...], ...]:
    """The answers to the question: nothing else is to be decided before it."""
    return ((_yes(voice, d, "button-danger-yes"), _no(voice, d)),)


def unasked(voice: Voice, d: Draft) -> tuple[Button, ...]:
    """The small button by which a citizen says the other thing than what the desk takes it for."""
    if d.danger == "care":
        return ()
    return (_no(voice, d) if d.danger else _yes(voice, d, "button-danger"),)


def _yes(voice: Voice, d: Draft, key: str) -> Button:
    return Button(voice.plain(key), f"d:danger:{d.id}")


def _no(voice: Voice, d: Draft) -> Button:
    return Button(voice.plain("button-danger-no"), f"d:safe:{d.id}")
