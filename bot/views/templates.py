"""Templates on buttons, filled in, and ready to be copied; an office's own as a list."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.core.case import Case
from bot.core.templates import OTHER, PURPOSES, REPLY
from bot.texts import LANGUAGES, plain
from bot.views.content import Button, Content, Voice, domain_key, lines, rows
from bot.views.replies import copyable
from bot.views.staff import mention


class Kept(Protocol):
    """A template of an office."""

    @property
    def id(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...


def offer(voice: Voice, case: Case, purposes: Sequence[str], own: Sequence[Kept]) -> Content:
    """The office's own first, then those of the case's domain, then the general ones."""
    buttons = [Button(t.name, f"c:template:{case.id}:{t.id}") for t in own]
    for key in dict.fromkeys((domain_key(case.domain) or OTHER, OTHER)):
        domain = voice.plain("templates-general") if key == OTHER else voice.plain(f"domain-{key}")
        buttons += [
            Button(
                voice.plain("templates-item", domain=domain, kind=kind_name(voice, purpose)),
                f"c:template:{case.id}:{key}:{purpose}",
            )
            for purpose in purposes
        ]
    return Content(voice.say("templates-head", number=case.number), rows(buttons, 2))


def kind_name(voice: Voice, purpose: str) -> str:
    return voice.plain("templates-going-on" if purpose == REPLY else f"outcome-{purpose}")


def built_in(voice: Voice, domain: str, purpose: str, case: Case, date: datetime | None) -> str:
    """In the citizen's language. What the desk does not know stays a blank."""
    return voice.plain(
        f"template-{domain}-{purpose}",
        number=case.number,
        office=voice.office(case.department),
        date=_day(voice, date),
    )


def filled(voice: Voice, text: str, case: Case, date: datetime | None) -> str:
    """An office's own words with the blanks filled that have these names, in any language."""
    for blank, value in (
        ("templates-blank-number", case.number),
        ("templates-blank-office", voice.office(case.department)),
        ("templates-blank-date", _day(voice, date)),
    ):
        for language in LANGUAGES:
            text = text.replace(plain(language, blank), value)
    return text


def _day(voice: Voice, date: datetime | None) -> str:
    return voice.date(date) if date is not None else voice.plain("templates-blank-date")


def copy(voice: Voice, case: Case, person_id: int, name: str, text: str) -> Content:
    head = voice.say("prompt-template", mention=mention(person_id, name), number=case.number)
    return Content(lines(head, copyable(text)), force_reply=voice.plain("placeholder-template"))


def own(voice: Voice, found: Sequence[Kept]) -> Content:
    buttons = [Button(t.name, f"tpl:show:{t.id}") for t in found]
    head = voice.say("templates-list" if found else "templates-none")
    return Content(lines(head, voice.say("templates-how")), rows(buttons, 2))


def one(voice: Voice, template: Kept, *, change: bool) -> Content:
    head = voice.say("templates-one", name=template.name, kind=kind_name(voice, template.kind))
    buttons: list[Button] = []
    if change:
        buttons = [
            Button(voice.plain("button-templates-kind", kind=kind_name(voice, p)), f"tpl:{p}:{template.id}")
            for p in PURPOSES
            if p != template.kind
        ]
        buttons.append(Button(voice.plain("button-templates-remove"), f"tpl:remove:{template.id}"))
    return Content(lines(head, copyable(template.text)), rows(buttons, 2))


def removed(voice: Voice, template: Kept) -> Content:
    return Content(voice.say("templates-gone", name=template.name))
