"""What every verb works with: the settings, the classifier, the bot's name."""

import dataclasses
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, Protocol

from bot.calendars import calendar_of
from bot.config import Settings
from bot.core.deadlines import Policy
from bot.core.likes import Standing
from bot.core.routing import Suggested
from bot.core.workdays import Calendar
from bot.departments import Directory
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


class Likes(Protocol):
    """The index of like cases as the desk knows it; what it finds may have changed a moment ago."""

    async def find(
        self, text: str, among: Standing, least: float, *, limit: int = 3, exclude: Collection[int] = ()
    ) -> list[tuple[int, float]]: ...

    async def between(self, complaint: str, reply: str) -> float | None: ...


class NoLikes:
    """For a desk that does not serve: nothing is like anything."""

    async def find(
        self, text: str, among: Standing, least: float, *, limit: int = 3, exclude: Collection[int] = ()
    ) -> list[tuple[int, float]]:
        return []

    async def between(self, complaint: str, reply: str) -> float | None:
        return None


@dataclass(slots=True)
class Roll:
    """The one thing of the desk that changes while it runs: which departments there are now."""

    now: Directory


@dataclass(frozen=True, slots=True)
class Desk:
    settings: Settings
    brain: Brain
    username: str
    likes: Likes = field(default_factory=NoLikes)
    tongue: str | None = None  # the language of the member of staff at work in private; see `speaking`
    roll: Roll = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "roll", Roll(Directory(self.settings.opening)))

    def speaking(self, language: str) -> "Desk":
        """The same desk, as it answers one member of staff in their private chat."""
        theirs = dataclasses.replace(self, tongue=language)
        object.__setattr__(theirs, "roll", self.roll)
        return theirs

    @property
    def offices(self) -> Directory:
        """The departments of this moment. Ask anew in each transaction: they change in the chat (/dept)."""
        return self.roll.now

    @property
    def public(self) -> Voice:
        """The city's language: for groups, and for words that are kept."""
        return self.voice(self.settings.city.language)

    @property
    def house(self) -> Voice:
        """For answers where somebody works: the city's language in a group, their own in private."""
        return self.voice(self.tongue or self.settings.city.language)

    def voice(self, language: str) -> Voice:
        return Voice(self.settings, language, self.offices)

    @property
    def calendar(self) -> Calendar:
        return calendar_of(self.settings.calendar, self.settings.city.timezone)

    @property
    def policy(self) -> Policy:
        return self.settings.clocks.policy

    def local_day(self, moment: datetime) -> str:
        """The city's date as case numbers write it: yymmdd."""
        return f"{moment.astimezone(self.settings.city.tz):%y%m%d}"

    def midnight(self, moment: datetime) -> datetime:
        """When the city's day ends."""
        tz = self.settings.city.tz
        return datetime.combine(moment.astimezone(tz).date() + timedelta(days=1), time(), tz)

    def link(self, payload: str) -> str:
        return f"https://t.me/{self.username}?start={payload}"
