"""A word to all staff: how they read it, how the admin sees it before, and what became of it."""

import dataclasses
from collections.abc import Sequence
from typing import Protocol

from bot.departments import Department
from bot.texts import Safe
from bot.views.content import Button, Content, Voice, lines, offices_to_choose

NAMED = 20


class Person(Protocol):
    @property
    def name(self) -> str | None: ...
    @property
    def staff_no(self) -> int | None: ...


def body(voice: Voice, text: str, sender: str | None) -> Content:
    return Content(voice.say("broadcast-body", text=text, name=sender or voice.plain("role-admin")))


def preview(
    voice: Voice, dialogue: str, shown: Content, office: str | None, count: int, morning: str | None
) -> Content:
    """`morning`: when it would go out if it should not disturb anybody now; None while people work."""
    whom = voice.office(office) if office else "all"
    head = voice.say("broadcast-preview", whom=whom, count=count)
    quoted = Safe(f"<blockquote>{shown.text}</blockquote>")
    night = voice.say("broadcast-night", at=morning) if morning and count else None
    nobody = None if count else voice.say("broadcast-nobody")
    buttons: list[tuple[Button, ...]] = []
    if count:
        if morning:
            buttons.append(
                (Button(voice.plain("button-broadcast-morning", at=morning), f"bc:morning:{dialogue}"),)
            )
        key = "button-broadcast-anyway" if morning else "button-broadcast"
        buttons.append((Button(voice.plain(key, count=count), f"bc:now:{dialogue}"),))
    buttons.append(
        (
            Button(voice.plain("button-broadcast-to"), f"bc:to:{dialogue}"),
            Button(voice.plain("button-cancel"), f"bc:cancel:{dialogue}"),
        )
    )
    return Content(lines(head, quoted, night, nobody), tuple(buttons))


def pick(voice: Voice, dialogue: str, departments: Sequence[Department], page: int = 0) -> Content:
    turn = f"bc:office:{dialogue}:"
    everybody = Button(voice.plain("button-broadcast-all"), f"{turn}-")
    offices = [Button(d.label(voice.language), f"{turn}{d.id}") for d in departments]
    content = offices_to_choose(voice, voice.say("broadcast-whom"), offices, turn=turn, page=page)
    return dataclasses.replace(content, buttons=((everybody,), *content.buttons))


def scheduled(voice: Voice, dialogue: str, at: str, count: int) -> Content:
    cancel = Button(voice.plain("button-broadcast-stop"), f"bc:cancel:{dialogue}")
    return Content(voice.say("broadcast-scheduled", at=at, count=count), ((cancel,),))


def sending(voice: Voice, count: int) -> Content:
    return Content(voice.say("broadcast-sending", count=count))


def too_long(voice: Voice, limit: int) -> Content:
    return Content(voice.say("broadcast-too-long", limit=limit))


def over(voice: Voice, key: str) -> Content:
    return Content(voice.say(key))


def result(voice: Voice, delivered: int, lost: Sequence[Person], waiting: int) -> Content:
    parts: list[str] = [voice.say("broadcast-result", count=delivered)]
    if lost:
        called = [
            voice.plain("staff-called", name=p.name or "–", staff=str(p.staff_no or "–"))
            for p in lost[:NAMED]
        ]
        parts.append(voice.say("broadcast-lost", count=len(lost), names=voice.listed(called)))
    if waiting:
        parts.append(voice.say("broadcast-waiting", count=waiting))
    return Content(lines(*parts))
