"""What every verb works with: the settings, the classifier, the bot's name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from bot.config import Settings
from bot.core.routing import Suggested
from bot.views.content import Voice


class Brain(Protocol):
    """The classifier as the desk knows it; the loop never waits on it."""

    @property
    def version(self) -> str: ...
    @property
    def shipped(self) -> str: ...
    @property
    def home(self) -> Path: ...
    async def suggest(self, title: str | None, text: str) -> Suggested: ...
    async def ask(self, question: Callable[[Any], Any]) -> Any: ...
    async def use(self, version: str | None) -> None: ...


@dataclass(frozen=True, slots=True)
class Desk:
    settings: Settings
    brain: Brain
    username: str

    @property
    def house(self) -> Voice:
        """The language of the house: groups, cards."""
        return Voice(self.settings, self.settings.city.language)

    def voice(self, language: str) -> Voice:
        return Voice(self.settings, language)

    def local_day(self, moment: datetime) -> str:
        """The city's date as case numbers write it: yymmdd."""
        return f"{moment.astimezone(self.settings.city.tz):%y%m%d}"

    def link(self, payload: str) -> str:
        return f"https://t.me/{self.username}?start={payload}"
