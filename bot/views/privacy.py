"""What a citizen reads about themselves: what staff see, who looked, and the buttons to change it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.core.case import Case
from bot.core.masking import mask
from bot.views.content import Button, Content, Voice, lines

TAKE_BACK = "m:unphone"


def page(
    voice: Voice,
    phone: str | None,
    sealable: Sequence[Case],
    looks: Sequence[tuple[str, str, str, datetime, int | None]],
    staff: Mapping[int, int],
) -> Content:
    """`sealable`: cases that can still be made confidential, or no longer; `looks`: number, office, what, when, who."""
    told = [
        voice.say(
            "privacy-look",
            at=voice.when(at),
            number=number,
            office=voice.office(office),
            staff=str(staff.get(who or 0, "–")),
            what=what,
        )
        for number, office, what, at, who in looks
    ]
    text = lines(
        voice.say("privacy"),
        "",
        voice.say("privacy-phone", phone=mask(phone)) if phone else voice.say("privacy-no-phone"),
        "",
        voice.say("privacy-looks") if told else voice.say("privacy-no-looks"),
        *told,
        "",
        voice.say("privacy-seal"),
    )
    buttons = [(Button(voice.plain("button-phone-back"), TAKE_BACK),)] if phone else []
    for case in sealable:
        verb, key = ("unseal", "button-unseal-case") if case.confidential else ("seal", "button-seal-case")
        label = voice.plain(key, number=case.number, headline=voice.about(case.title, 10))
        buttons.append((Button(label, f"c:{verb}:{case.id}"),))
    return Content(text, tuple(buttons))


def shared(voice: Voice, phone: str, *, drafting: bool) -> Content:
    text = voice.say("phone-shared", phone=mask(phone), drafting="yes" if drafting else "no")
    return Content(text, ((Button(voice.plain("button-phone-back"), TAKE_BACK),),))
