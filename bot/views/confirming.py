"""A decision before it is made: exactly what the citizen will read, and two buttons."""

from bot.core.case import Case
from bot.texts import Safe
from bot.views.content import Button, Content, Voice, lines


def preview(voice: Voice, case: Case, dialogue: str, shown: str, others: int) -> Content:
    """`shown` is HTML; `others`: how many more citizens read the same under their own number."""
    head = voice.say("preview-head", number=case.number)
    quoted = Safe(f"<blockquote>{shown}</blockquote>")
    more = voice.say("preview-joined", count=others) if others else None
    buttons = (
        (Button(voice.plain("button-send"), f"w:send:{dialogue}"),),
        (Button(voice.plain("button-discard"), f"w:drop:{dialogue}"),),
    )
    return Content(lines(head, quoted, voice.say("decision-after"), more), buttons)
