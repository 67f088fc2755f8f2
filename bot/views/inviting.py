"""Invitations as admins see them: for which role, and those that nobody has used yet."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.views.content import Button, Content, Voice, lines, rows
from bot.views.staffing import role_of

SHOWN = 20


class Open(Protocol):
    @property
    def tag(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def department(self) -> str | None: ...
    @property
    def expires_at(self) -> datetime: ...


def roles(voice: Voice, names: Sequence[str], waiting: int) -> Content:
    buttons = [Button(voice.plain(f"role-{r}"), f"i:role:{r}") for r in names]
    shown = (Button(voice.plain("button-invites", count=waiting), "i:open:0"),) if waiting else ()
    return Content(voice.say("invite-which"), (*rows(buttons, 1), *((shown,) if shown else ())))


def _words(voice: Voice, role: str, department: str | None, until: datetime) -> dict[str, str]:
    city = voice.settings.city.name.get(voice.language)
    office = voice.office(department) if department else city
    return {"office": office, "role": voice.plain(f"role-{role}"), "until": voice.when(until)}


def made(voice: Voice, role: str, department: str | None, until: datetime) -> Content:
    return Content(voice.say("invite-made", **_words(voice, role, department, until)))


def link(voice: Voice, role: str, department: str | None, until: datetime, address: str) -> Content:
    """To be forwarded as it is."""
    return Content(voice.say("invite-link", link=address, **_words(voice, role, department, until)))


def open_ones(voice: Voice, found: Sequence[tuple[Open, str | None]]) -> Content:
    if not found:
        return Content(voice.say("invites-none"))
    parts: list[str] = [voice.say("invites-head", count=len(found))]
    buttons = []
    for n, (each, by) in enumerate(found[:SHOWN], 1):
        role = role_of(voice, (each.role, each.department))
        until = voice.when(each.expires_at)
        parts.append(voice.say("invites-line", n=n, role=role, until=until, by=by or "none"))
        buttons.append(Button(voice.plain("button-invite-withdraw", n=n, role=role), f"i:off:{each.tag}"))
    return Content(lines(*parts), rows(buttons, 1))
