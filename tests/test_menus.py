"""Command menus: short, the highest role's first, and every command in them is one that the desk knows."""

from typing import Any

from telegram.ext import CommandHandler

from bot.app import add_handlers
from bot.core import menus


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
