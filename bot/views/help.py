"""The staff's /help: short, with a button for each group of commands that unfolds it in place."""

from collections.abc import Sequence
from typing import Protocol

from bot.views.content import Button, Content, Voice, lines, rows

OWN = "own"  # the citizens' commands, for somebody who has a request of their own
OF_ADMINS = ("begin", "offices", "people", "checks", "machine")
GROUPS = (*OF_ADMINS, "work", "look", "sort", "watch")


class Person(Protocol):
    @property
    def staff(self) -> bool: ...
    @property
    def departments(self) -> tuple[str, ...]: ...
    @property
    def dispatcher(self) -> bool: ...
    @property
    def supervisor(self) -> bool: ...
    @property
    def admin(self) -> bool: ...


def groups_of(person: Person, triage: str, *, private: bool) -> tuple[str, ...]:
    """What somebody may want to do, by their roles: of an admin in private, what admins do first.

    `triage`: the desk whose people sort, too.
    """
    if not person.staff:
        return ()
    return (
        *((OF_ADMINS if private else ("offices",)) if person.admin else ()),
        "work",
        "look",
        *(("sort",) if person.dispatcher or triage in person.departments else ()),
        *(("watch",) if person.supervisor else ()),
        *((OWN,) if private else ()),
    )


def page(
    voice: Voice, person: Person, opened: str | None, *, private: bool, head: str | None = None
) -> Content:
    """What is opened has a mark, and closes when it is pressed again."""
    groups = groups_of(person, voice.offices.triage.id, private=private)
    if opened == OWN:
        text = voice.say("help", numbers=voice.emergency())
    elif opened is not None:
        text = voice.say(f"help-{opened}")
    else:
        text = lines(voice.say("help-staff"), voice.say("help-press"))
    return Content(lines(head, "" if head else None, text), buttons(voice, groups, opened))


def buttons(voice: Voice, groups: Sequence[str], opened: str | None = None) -> tuple[tuple[Button, ...], ...]:
    made = [
        Button(
            ("▸ " if group == opened else "") + voice.plain(f"button-help-{group}"),
            "h:-" if group == opened else f"h:{group}",
        )
        for group in groups
    ]
    return rows(made, 2)
