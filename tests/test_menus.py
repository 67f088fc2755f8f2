"""Command menus: short, the highest role's first, and every command in them is one that the desk knows."""

import re
from typing import Any

from telegram.ext import CommandHandler

from bot.core import menus
from bot.handlers.order import add_handlers
from bot.store.people import Person
from bot.texts import LANGUAGES, plain
from bot.views import help as help_view


class Recorder:
    """Stands where the application stands and notes the commands."""

    def __init__(self) -> None:
        self.commands: set[str] = set()

    def add_handler(self, handler: Any, group: int = 0) -> None:
        if isinstance(handler, CommandHandler):
            self.commands |= handler.commands


def test_menus_are_short_and_lead_somewhere() -> None:
    desk = Recorder()
    add_handlers(desk)  # type: ignore[arg-type]
    known = desk.commands
    for role in menus.STAFF_COMMANDS:
        names = menus.of_staff([role])
        assert len(names) <= 24, role
        assert set(names) <= known, set(names) - known
    assert set(menus.EVERY_COMMAND) <= known


def test_two_roles_share_a_menu_and_none_is_a_citizens() -> None:
    both = menus.of_staff(["clerk", "lead"])
    assert both[: len(menus.STAFF_COMMANDS["lead"])] == menus.STAFF_COMMANDS["lead"]
    assert len(set(both)) == len(both)
    assert {"reply", "handover", "mycases"} <= set(both)
    assert menus.of_staff([]) == menus.CITIZEN_COMMANDS


def test_the_help_has_every_command_once_in_a_group_for_somebody() -> None:
    """All that the desk knows is told to those who may; an admin is told all, in groups that fit on a screen."""
    desk = Recorder()
    add_handlers(desk)  # type: ignore[arg-type]
    who = {role: Person(1, "zh-Hans", "", 1, grants=((role, None),)) for role in menus.STAFF_COMMANDS}
    for language in LANGUAGES:
        told: dict[str, set[str]] = {}
        for role, person in who.items():
            groups = help_view.groups_of(person, "triage", private=True)
            assert set(help_view.groups_of(person, "triage", private=False)) < set(groups)
            texts = {g: plain(language, "help" if g == "own" else f"help-{g}", numbers="110") for g in groups}
            assert all(len(text.splitlines()) <= 24 for text in texts.values())
            told[role] = {name for text in texts.values() for name in re.findall(r"(?<!<)/([a-z]+)", text)}
            assert told[role] <= desk.commands
            assert set(menus.STAFF_COMMANDS[role]) <= told[role], (language, role)
        assert desk.commands - told["admin"] == {"start"}, language
