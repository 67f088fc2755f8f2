"""What a clerk sees before sending: what the reply may lack, and templates to begin from."""

from collections.abc import Sequence

from bot.core.gate import SHOWN, Finding
from bot.core.templates import fitting
from bot.texts import Safe
from bot.views.content import Voice, domain_key, lines


def warnings(voice: Voice, found: Sequence[Finding]) -> Safe | None:
    """The weightiest findings, a line each; None when there is nothing to say."""
    if not found:
        return None
    told = (voice.say(f"gate-{each.lack}", words=voice.listed(each.words)) for each in found[:SHOWN])
    return lines(voice.say("gate-head"), *(voice.say("gate-line", text=text) for text in told))


def templates(
    voice: Voice, domain: str | None, outcome: str | None, *, number: str, office: str, date: str
) -> tuple[str, ...]:
    """The fitting templates as plain text. `domain`: one of the eight by its official name, or another, or None.

    `date`: when the citizen will hear next, as a date in words, or a blank to fill in.
    """
    return tuple(
        voice.plain(f"template-{key}-{purpose}", number=number, office=office, date=date)
        for key, purpose in fitting(domain_key(domain), outcome)
    )
