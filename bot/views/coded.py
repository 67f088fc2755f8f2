"""Codes of places, as admins see them."""

from collections.abc import Sequence

from bot.core.places import CodedPlace
from bot.views.content import Button, Content, Voice, lines


def one(voice: Voice, key: str, place: CodedPlace, link: str) -> Content:
    text = voice.say(key, name=place.name, code=place.code, link=link)
    return Content(text, ((Button(voice.plain("button-place-off"), f"pl:off:{place.code}"),),))


def listed(voice: Voice, found: Sequence[CodedPlace], *, more: bool) -> Content:
    if not found:
        return Content(voice.say("place-none"))
    buttons = tuple(
        (Button(voice.plain("button-place", name=place.name, code=place.code), f"pl:show:{place.code}"),)
        for place in found
    )
    text = lines(voice.say("place-list"), voice.say("place-more", count=len(found)) if more else None)
    return Content(text, buttons)
