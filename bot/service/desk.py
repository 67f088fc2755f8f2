"""What every verb works with: the settings, the classifier, the bot's name."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.config import Settings
from bot.core.routing import Suggested
from bot.views.content import Voice

Suggest = Callable[[str | None, str], Awaitable[Suggested]]


@dataclass(frozen=True, slots=True)
class Desk:
    """`suggest` classifies (title, text) without blocking the loop; `model` names what it classifies with."""

    settings: Settings
    suggest: Suggest
    model: str
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
