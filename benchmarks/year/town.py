"""The town: the sandbox's server with its people, the real desk, and a clock that is moved by hand."""

from __future__ import annotations

import asyncio
import contextlib
import heapq
import itertools
import sqlite3
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.year.fast import shortcuts
from benchmarks.year.scripts import Scripts
from benchmarks.year.witness import Witness
from bot import jobs
from bot.app import Service, serve
from bot.calendars import calendar_of
from bot.config import Settings, example_path, load_settings
from bot.core.workdays import Calendar
from bot.sandbox.errors import SandboxError
from bot.sandbox.server import SandboxServer
from bot.secrets import Token
from bot.store import people
from bot.store.db import Tx
from classifier.predict import Classifier

TOKEN = "100000001:" + "a-year-on-this-computer-only-000000"
LONGEST_REST = 60.0
CLERKS = ("李明", "王芳", "张伟", "刘洋", "赵静", "周强", "吴敏", "郑浩", "孙丽", "何军", "高洁", "林涛")
LEADS = ("周建国", "陈立新", "孙国栋", "赵永强", "钱卫东")
PER_OFFICE = 2
APPROVAL = ("jiaoyu", "minzheng")  # their leads read an answer before the citizen does
CHECK = ("chengguan",)  # somebody looks on the spot before a case is called solved
GROWS = "gongyong"  # whose group is a small one, until it becomes a supergroup
TAKES_CALL = "收到，我来处理"
_QUIET = (
    "SELECT NOT EXISTS (SELECT 1 FROM inbox WHERE status = 'pending')"
    " AND NOT EXISTS (SELECT 1 FROM outbox WHERE status IN ('pending', 'sending'))"
)
_NEXT = "SELECT min(rings_at) FROM clocks WHERE ended_at IS NULL"


class TownClock:
    """The business clock: it stands until it is moved, and never runs backwards."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def move_to(self, moment: datetime) -> None:
        self._now = max(self._now, moment)


@dataclass(slots=True, repr=False)
class Town:
    """`at` plans an act of somebody; `play.py` lets the acts happen."""

    settings: Settings
    server: SandboxServer
    clock: TownClock
    classifier: Classifier
    witness: Witness
    groups: dict[str, int] = field(default_factory=dict)
    clerks: dict[str, list[int]] = field(default_factory=dict)
    leads: dict[str, int] = field(default_factory=dict)
    checkers: dict[str, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    admin: int = 0
    supervisor: int = 0
    service: Service | None = None
    acts: int = 0
    refused: list[str] = field(default_factory=list)
    scripts: Scripts = field(init=False)
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _agenda: list[tuple[datetime, int, Callable[[], object]]] = field(default_factory=list)
    _turn: itertools.count[int] = field(default_factory=itertools.count)
    _look: sqlite3.Connection | None = None

    def __post_init__(self) -> None:
        self.scripts = Scripts(self.now, self.after, self.press, self.say)
        self.witness.everywhere = self.scripts.hear

    @staticmethod
    @cache
    def zone() -> ZoneInfo:
        return load_settings(example_path()).city.tz

    @property
    def calendar(self) -> Calendar:
        return calendar_of(self.settings.calendar, self.settings.city.timezone)

    def now(self) -> datetime:
        return self.clock.now()

    # --- who does what when

    def at(self, moment: datetime, act: Callable[[], object]) -> None:
        """Plan an act; acts of the same minute happen at once."""
        moment = max(moment, self.now())
        whole = moment.replace(second=0, microsecond=0)
        if whole < moment:
            whole += timedelta(minutes=1)
        heapq.heappush(self._agenda, (whole, next(self._turn), act))

    def after(self, minutes: float, act: Callable[[], object]) -> None:
        self.at(self.now() + timedelta(minutes=minutes), act)

    def at_once(self, wait: timedelta, act: Callable[[], object]) -> None:
        """To the second, not to the minute."""
        heapq.heappush(self._agenda, (self.now() + wait, next(self._turn), act))

    @property
    def next_act(self) -> datetime | None:
        return self._agenda[0][0] if self._agenda else None

    def act_now(self) -> None:
        """Everything that is planned for this moment."""
        while self._agenda and self._agenda[0][0] <= self.now():
            _, _, act = heapq.heappop(self._agenda)
            self.acts += 1
            try:
                act()
            except SandboxError as error:  # Telegram's app would not have let them
                self.refused.append(str(error))

    # --- the desk

    async def open(self) -> None:
        """Start the desk, as it is."""
        self._stack.enter_context(shortcuts(self.server))
        self.service = await self._stack.enter_async_context(
            serve(self.settings, Token(TOKEN), clock=self.clock, classifier=self.classifier)
        )
        self._look = sqlite3.connect(self.settings.store.path, isolation_level=None)

    async def shut(self) -> None:
        """The desk is down: what people do from now on waits at Telegram."""
        if self._look is not None:
            self._look.close()
            self._look = None
        await self._stack.aclose()
        self.service = None

    def forgotten_by_telegram(self) -> int:
        """How many of the updates that waited have just become too old for Telegram to keep."""
        updates = self.server.world.updates
        before = len(updates.pending)
        return before - updates.count()

    def waiting_chats(self) -> int:
        """How many updates wait for the desk; their people did something, however long ago: they get answers."""
        for pending in self.server.world.updates.pending.values():
            payload = next(v for k, v in pending.update.items() if k != "update_id")
            chat = payload.get("chat") or payload["message"]["chat"]
            self.witness.did(chat["id"])
        return len(self.server.world.updates.pending)

    async def settle(self) -> None:
        """Until everything received is handled, everything said is sent, and people have seen it."""
        service = self.service
        if service is None:
            self.witness.listen()
            return
        pending = self.server.world.updates.pending
        loop = asyncio.get_running_loop()
        end = loop.time() + LONGEST_REST
        while loop.time() < end:
            await asyncio.sleep(0)
            # In the order that things go: what left one place is looked for in the next.
            if pending or not (service.dispatcher.idle and service.deliverer.idle) or not self._ask(_QUIET):
                await asyncio.sleep(0.001)
                continue
            if service.dispatcher.idle and service.deliverer.idle and not pending:
                self.witness.listen()
                return
        raise RuntimeError("the desk does not come to rest")

    def _ask(self, question: str) -> Any:
        assert self._look is not None
        return self._look.execute(question).fetchone()[0]

    def next_ring(self) -> datetime | None:
        """When the next clock of the desk rings."""
        if self._look is None:
            return None
        found = self._ask(_NEXT)
        return datetime.fromisoformat(found).replace(tzinfo=UTC) if found else None

    async def sweep(self, *names: str) -> None:
        assert self.service is not None
        for sweep in jobs.SWEEPS:
            if not names or sweep.name in names:
                await jobs.sweep_once(sweep, self.service.db, self.service.desk, self.clock)

    async def close(self) -> None:
        await self.shut()
        self.witness.close()
        await self.server.stop()

    # --- people at the screen

    def say(self, person: int, text: str, chat: int | None = None, reply_to: int | None = None) -> int:
        self.witness.did(person if chat is None else chat)
        return int(self.server.world.send_text(person, text, chat, reply_to)["message_id"])

    def photo(self, person: int, picture: bytes, caption: str = "", kind: str = "photo") -> int:
        self.witness.did(person)
        name = "photo.png" if kind == "photo" else "voice.oga"
        return int(self.server.world.upload(person, kind, picture, name, caption)["message_id"])

    def edit(self, person: int, message: int, text: str) -> None:
        self.witness.did(person)
        self.server.world.edit_text(person, person, message, text)

    def press(self, person: int, chat: int, message: int, *labels: str) -> bool:
        """Press the first button there is whose words begin with one of `labels`, in their order."""
        there = self.witness.buttons_now(chat, message)
        for label in labels:
            for words, data in there:
                if words.startswith(label):
                    self.witness.did(chat)
                    self.server.world.press(person, chat, message, data)
                    return True
        return False

    def block(self, person: int) -> None:
        self.server.world.block(person, blocked=True)

    def come_back(self, person: int) -> None:
        self.witness.did(person)
        self.server.world.start(person)


async def build(folder: Path, start: datetime, classifier: Classifier) -> Town:
    """A server, a desk against it, and a group with clerks for every office; no citizens yet."""
    clock = TownClock(start)
    server = SandboxServer(token=TOKEN, clock=lambda: clock.now().timestamp())
    await server.start()
    base = load_settings(example_path())
    telegram = base.telegram.model_copy(
        update={
            "mode": "polling",
            "base_url": server.base_url,
            "base_file_url": server.base_file_url,
            "poll_timeout_seconds": 20,
        }
    )
    settings = base.model_copy(
        update={
            "telegram": telegram,
            "store": base.store.model_copy(update={"path": folder / "year.db"}),
            "budget": base.budget.model_copy(update={"enabled": False}),
            "departments": tuple(
                d.model_copy(update={"approval": d.id in APPROVAL, "check": d.id in CHECK})
                for d in base.departments
            ),
        }
    )
    town = Town(settings, server, clock, classifier, Witness(server, clock.now))
    await town.open()
    await _employ(town)
    await town.settle()
    return town


async def _employ(town: Town) -> None:
    world, settings = town.server.world, town.settings
    names, above = itertools.cycle(CLERKS), itertools.cycle(LEADS)
    hired: list[tuple[int, str, str | None, str]] = []

    def engage(name: str, role: str, department: str | None = None) -> int:
        person = int(world.add_user(name)["id"])
        town.names[person] = name
        hired.append((person, role, department, name))
        return person

    town.admin = engage("管理员", "admin")
    town.supervisor = engage("督办员", "supervisor")
    for department in settings.departments:
        role = "dispatcher" if department.triage else "clerk"
        town.clerks[department.id] = [engage(next(names), role, department.id) for _ in range(PER_OFFICE)]
        members = [town.admin, *town.clerks[department.id]]
        if not department.triage:
            town.leads[department.id] = engage(
                f"{next(above)}（{department.label('zh-Hans')}）", "lead", department.id
            )
            members.append(town.leads[department.id])
        if department.check:
            town.checkers[department.id] = engage("网格员小许", "checker", department.id)
        kind = "group" if department.id == GROWS else "supergroup"
        group = world.add_group(department.label("zh-Hans"), members, kind, bot=False)["id"]
        town.groups[department.id] = group

    async def hire(tx: Tx) -> None:
        for person, role, department, name in hired:
            await people.grant(tx, person, role, department, by=town.admin, name=name)
        for office, group in town.groups.items():
            kind = "group" if office == GROWS else "supergroup"
            await people.bind(tx, office, group, kind, by=town.admin)

    assert town.service is not None
    await town.service.db.write(hire, cause="town")
    for person, *_ in hired:  # the bot may write to them
        town.come_back(person)
    for group in town.groups.values():
        with contextlib.suppress(SandboxError):
            world.members(group, "bot", town.admin, "add")
