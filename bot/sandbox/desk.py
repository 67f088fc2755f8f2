"""The desk inside the sandbox: the bot as it is, started against our own server, with a clock that can be moved."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot import jobs
from bot.app import Service, serve
from bot.clocks import ShiftableClock
from bot.config import Settings
from bot.sandbox import hiring, looking
from bot.sandbox.cast import Cast, populate
from bot.sandbox.errors import SandboxError
from bot.sandbox.server import SandboxServer
from bot.sandbox.state import Person
from bot.secrets import Token
from bot.store import dialogues, glance, inbox, sending
from classifier.predict import Classifier

TOKEN = "100000001:" + "sandbox-token-for-this-computer-only"
LONGEST_DRAIN = 60.0
_BEFORE_MIDNIGHT = timedelta(hours=4)


def pointed_at(settings: Settings, server: SandboxServer, db: Path, *, budget: bool) -> Settings:
    """The settings, but against this server, this file, and with Telegram's budget on or off."""
    telegram = settings.telegram.model_copy(
        update={
            "mode": "polling",
            "base_url": server.base_url,
            "base_file_url": server.base_file_url,
            "poll_timeout_seconds": 20,
        }
    )
    return settings.model_copy(
        update={
            "telegram": telegram,
            "store": settings.store.model_copy(update={"path": db}),
            "budget": settings.budget.model_copy(update={"enabled": budget}),
        }
    )


class SandboxDesk:
    """What the server's control interface asks of the desk: its clock and a look inside."""

    def __init__(self, service: Service, server: SandboxServer, clock: ShiftableClock, cast: Cast) -> None:
        self.service = service
        self._cast = cast
        self._server = server
        self._clock = clock
        self._moving = asyncio.Lock()

    async def clock(self) -> dict[str, Any]:
        now = self._clock.now().astimezone(self.service.settings.city.tz)
        return {
            "now": now.isoformat(timespec="seconds"),
            "offset_seconds": round(self._clock.offset.total_seconds()),
            "running": not self._moving.locked(),
        }

    async def advance(self, seconds: float) -> dict[str, Any]:
        """Play time forward due moment by due moment; between two of them everything is handled and sent."""
        async with self._moving:
            await self._play(self._clock.now() + timedelta(seconds=seconds))
        return await self.clock()

    async def move(self, to: str) -> dict[str, Any]:
        """Play to a named moment: the next thing due, the next opening, or this hour on the next working day."""
        async with self._moving:
            await self._play(await self._moment(to))
        return await self.clock()

    async def outage(self, seconds: float) -> dict[str, Any]:
        """Nobody serves for so long; then the bot is back, and makes up for all that fell due meanwhile."""
        async with self._moving:
            await self.drain()
            self._server.world.network("off")
            try:
                self._clock.move_to(self._clock.now() + timedelta(seconds=seconds))
            finally:
                self._server.world.network("on")
            await self._sweep()
        return await self.clock()

    async def _moment(self, to: str) -> datetime:
        now, calendar = self._clock.now(), self.service.desk.calendar
        if to == "due":
            async with self.service.db.read() as conn:
                due = await dialogues.next_due(conn)
            return max(now, due) if due else now
        if to == "morning":
            return calendar.next_opening(now)
        if to == "workday":
            today = calendar.local_day(now)
            return now + (calendar.workday(today, 1) - today)
        if to == "sunday":
            day = calendar.local_day(now)
            sunday = calendar.midnight(day + timedelta(days=6 - day.weekday())) - _BEFORE_MIDNIGHT
            return max(now, sunday)
        raise SandboxError('to is "due", "morning", "workday" or "sunday"')

    async def _play(self, target: datetime) -> None:
        await self.drain()
        last = None
        while True:
            async with self.service.db.read() as conn:
                due = await dialogues.next_due(conn)
            if due is None or due > target or due == last:
                break
            last = due
            self._clock.move_to(due)
            await self._sweep()
        self._clock.move_to(target)
        await self._sweep()

    async def _sweep(self) -> None:
        for sweep in jobs.SWEEPS:
            await jobs.sweep_once(sweep, self.service.db, self.service.desk, self._clock)
        await self.drain()

    async def drain(self) -> None:
        """Wait until nothing is left to handle or to send; what can't leave (no network, budget) isn't waited for."""
        loop = asyncio.get_running_loop()
        end = loop.time() + LONGEST_DRAIN
        while loop.time() < end:
            # In the order that things go: what left one place is looked for in the next.
            undelivered = self._server.world.updates.count()
            online = self._server.world.faults.network
            async with self.service.db.read() as conn:
                waiting, _ = await inbox.depth(conn)
                unsent = await sending.depth(conn)
            handled = not waiting and self.service.dispatcher.idle
            if handled and not (online and (unsent or undelivered or not self.service.deliverer.idle)):
                return
            await asyncio.sleep(0.02)

    async def overview(self) -> dict[str, Any]:
        """What the curious see: what came in, what goes out, the cases and what happened to them."""
        return await looking.overview(self.service, self._server.world)

    async def case(self, number: str) -> dict[str, Any] | None:
        async with self.service.db.read() as conn:
            return await glance.of_case(conn, number)

    async def hire(self, name: str, role: str, department: str | None, language: str) -> Person:
        """Somebody new at work, by the same invitation that an admin would send."""
        return await hiring.hire(self._server.world, self.service, name, role, department, language)

    @property
    def language(self) -> str:
        return self._cast.language

    async def speak(self, language: str) -> None:
        """The city speaks another language from now on, in its groups and to those who were there first."""
        await self._cast.speak(language)
        await self.drain()

    async def offices(self) -> list[dict[str, Any]]:
        return await looking.offices(self.service)


@asynccontextmanager
async def sandbox(
    settings: Settings,
    db: Path,
    *,
    port: int = 0,
    budget: bool = False,
    classifier: Classifier | None = None,
    said: Callable[[str], None] = lambda _: None,
) -> AsyncIterator[tuple[SandboxServer, SandboxDesk, Cast]]:
    """The server, the bot and a populated city, running."""
    server = SandboxServer(token=TOKEN, budget=budget)
    await server.start(port)
    try:
        clock = ShiftableClock()
        server.world.calendar = lambda: clock.now().timestamp()
        said("classifier")
        async with serve(
            pointed_at(settings, server, db, budget=budget), Token(TOKEN), clock=clock, classifier=classifier
        ) as service:
            said("people")
            cast = await populate(server.world, service)
            server.desk = desk = SandboxDesk(service, server, clock, cast)
            await desk.drain()
            yield server, desk, cast
            server.desk = None
    finally:
        await server.stop()
