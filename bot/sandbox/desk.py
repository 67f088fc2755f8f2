"""The desk inside the sandbox: the bot as it is, started against our own server, with a clock that can be moved."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot import jobs
from bot.app import Service, serve
from bot.clocks import ShiftableClock
from bot.config import Settings
from bot.sandbox import hiring, looking
from bot.sandbox.errors import SandboxError
from bot.sandbox.server import SandboxServer
from bot.sandbox.state import Person
from bot.secrets import Token
from bot.service import menus
from bot.store import dialogues, glance, inbox, outbox, people
from bot.store.db import Tx
from classifier.predict import Classifier

TOKEN = "100000001:" + "sandbox-token-for-this-computer-only"
LONGEST_DRAIN = 60.0
_BEFORE_MIDNIGHT = timedelta(hours=4)
_CLERKS = (
    "李明",
    "王芳",
    "张伟",
    "刘洋",
    "赵静",
    "周强",
    "吴敏",
    "郑浩",
    "孙丽",
    "何军",
    "高洁",
    "林涛",
    "郭颖",
    "马超",
    "罗琴",
    "梁栋",
    "宋佳",
    "唐亮",
    "许静",
)


@dataclass(frozen=True, slots=True)
class People:
    """Who lives in a fresh sandbox: ids by part. `groups` and `clerks` by department."""

    citizen: int
    admin: int
    groups: dict[str, int]
    clerks: dict[str, int]


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

    def __init__(self, service: Service, server: SandboxServer, clock: ShiftableClock) -> None:
        self.service = service
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
                unsent = await outbox.depth(conn)
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

    async def offices(self) -> list[dict[str, Any]]:
        return await looking.offices(self.service)


async def populate(server: SandboxServer, service: Service) -> People:
    """A city at work: an admin, a citizen, and for each department a group with a clerk in it, bound and invited."""
    world, settings = server.world, service.settings
    citizen = world.add_user("陈女士", role="citizen")["id"]
    admin = world.add_user("管理员", role="admin")["id"]
    clerks: dict[str, int] = {}
    for index, department in enumerate(settings.departments):
        part = "dispatcher" if department.triage else "clerk"
        clerks[department.id] = world.add_user(_CLERKS[index % len(_CLERKS)], role=part)["id"]

    async def hire(tx: Tx) -> None:
        await people.grant(tx, admin, "admin", None, by=None, name="管理员")
        for index, department in enumerate(settings.departments):
            role = "dispatcher" if department.triage else "clerk"
            name = _CLERKS[index % len(_CLERKS)]
            await people.grant(tx, clerks[department.id], role, department.id, by=admin, name=name)

    await service.db.write(hire, cause="sandbox")
    groups: dict[str, int] = {}
    for department in settings.departments:
        name = department.label(settings.city.language)
        label = "triage" if department.triage else "department"
        members = [admin, clerks[department.id]]
        groups[department.id] = world.add_group(name, members, bot=False, label=label)["id"]

    async def bind(tx: Tx) -> None:
        for department, chat in groups.items():
            await people.bind(tx, department, chat, "supergroup", by=admin)

    await service.db.write(bind, cause="sandbox")
    # The bot comes last: a group that is bound already needs no instructions.
    for chat in groups.values():
        world.members(chat, "bot", admin, "add")
    for person in (admin, *clerks.values()):
        world.start(person)

    async def set_menus(tx: Tx) -> None:
        for person in (admin, *clerks.values()):
            await menus.set_menu(tx, service.desk, person)

    await service.db.write(set_menus, cause="sandbox")
    return People(citizen, admin, groups, clerks)


@asynccontextmanager
async def sandbox(
    settings: Settings,
    db: Path,
    *,
    port: int = 0,
    budget: bool = False,
    classifier: Classifier | None = None,
    said: Callable[[str], None] = lambda _: None,
) -> AsyncIterator[tuple[SandboxServer, SandboxDesk, People]]:
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
            desk = SandboxDesk(service, server, clock)
            server.desk = desk
            said("people")
            who = await populate(server, service)
            await desk.drain()
            yield server, desk, who
            server.desk = None
    finally:
        await server.stop()
