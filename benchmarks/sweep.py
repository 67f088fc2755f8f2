"""Times a sweep over 100,000 open cases: alone, and beside citizens who send complaints through the whole desk.

    python -m benchmarks.sweep [--cases 100000] [--ringing 25] [--rounds 5] [--seconds 12] [--folder DIR]

A tick of the schedule finds so many missed clocks; each is the heaviest kind: an event, a ladder, a word to the citizen
and one to the office. Citizens write, get their preview and press; their receipt is timed from the press to the message
in their chat, through the sandbox's server, the inbox and the outbox, over HTTP. The server and the citizens take their
processor time from the same process as the desk. Rounds without and with sweeps take turns, and only receipts that were
waited for while a sweep ran count as beside it.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import logging
import sqlite3
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from benchmarks.queues import NOW, fill
from bot import jobs
from bot.app import Service, serve
from bot.config import Settings, example_path, load_settings
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.secrets import Token
from bot.store import people
from bot.store.db import Tx

TOKEN = "100000001:" + "sweeps-on-this-computer-only-000000"
OFFICES = tuple(d.id for d in load_settings(example_path()).departments if not d.triage)
WRITERS = 4
SWEEPS_A_ROUND = 60  # at most
LIMIT = 1.0  # seconds
TIMES = 2.0  # so much longer may the slowest receipts take
MATTERS = ("楼下的路灯坏了一个月", "工地拖欠八个人的工钱", "医院检查费收了两次", "小区电梯停了三天")


class Clock:
    def now(self) -> Any:
        return NOW


@dataclass
class Bench:
    service: Service
    world: World
    clock: Clock
    look: sqlite3.Connection
    receipts: list[tuple[float, float]] = field(default_factory=list)
    turn: itertools.count[int] = field(default_factory=itertools.count)
    used: int = 0

    async def quiet(self) -> None:
        """Until everything is handled and sent."""
        waits = (
            "SELECT EXISTS (SELECT 1 FROM inbox WHERE status = 'pending')"
            " OR EXISTS (SELECT 1 FROM outbox WHERE status IN ('pending', 'sending'))"
        )
        while (  # noqa: ASYNC110  nothing tells when all has come to rest
            self.world.updates.count()
            or not (self.service.dispatcher.idle and self.service.deliverer.idle)
            or self.look.execute(waits).fetchone()[0]
        ):
            await asyncio.sleep(0.02)

    # --- a sweep

    def people_of(self, cases: int) -> None:
        """The citizens of the first cases have a chat with the bot."""
        for (person,) in self.look.execute(
            "SELECT DISTINCT citizen_id FROM cases ORDER BY citizen_id LIMIT ?", (cases,)
        ):
            self.world.start(self.world.add_user(f"市民{person}", user_id=person)["id"])
        self.world.updates.clear()

    async def make_due(self, ringing: int) -> None:
        """So many cases, other ones each time, have missed their answer since the last sweep."""
        where = "status IN ('dispatched', 'in_progress') AND id > ? ORDER BY id LIMIT ?"
        found = self.look.execute(f"SELECT id FROM cases WHERE {where}", (self.used, ringing))  # noqa: S608
        ids = [row[0] for row in found]
        assert len(ids) == ringing
        self.used = ids[-1] if ids else self.used

        async def work(tx: Tx) -> None:
            for case_id in ids:
                await tx.conn.exec_driver_sql(
                    "UPDATE clocks SET due_at = ?, rings_at = ?, data = json_set(data, '$.stage', 'due')"
                    " WHERE case_id = ? AND kind = 'resolve'",
                    (*[f"{NOW:%Y-%m-%d %H:%M:%S}.000000"] * 2, case_id),
                )

        if ids:
            await self.service.db.write(work)

    async def sweep(self, ringing: int) -> tuple[float, float]:
        """When it began and ended."""
        await self.make_due(ringing)
        began = time.perf_counter()
        await jobs.ring_clocks(self.service.db, self.service.desk, self.clock)
        ended = time.perf_counter()
        still = "SELECT count(*) FROM clocks WHERE ended_at IS NULL AND rings_at <= ?"
        assert self.look.execute(still, (f"{NOW:%Y-%m-%d %H:%M:%S}.999999",)).fetchone()[0] == 0
        return began, ended

    # --- citizens

    async def write_on(self, until: float) -> None:
        """Complaints, one after another, each of another citizen."""
        while time.perf_counter() < until:
            number = next(self.turn)
            person = self.world.add_user(f"市民{number}")["id"]
            self.world.start(person)
            since = self.world.seq
            self.world.send_text(
                person, f"{MATTERS[number % len(MATTERS)]}，第{number}次反映", chat_id=person
            )
            preview = await self.world.wait_for(
                lambda e: _button(e) is not None, 60, since=since, chat_id=person
            )
            since = self.world.seq
            pressed = time.perf_counter()
            self.world.press(person, person, preview["message"]["message_id"], _button(preview))
            await self.world.wait_for(_receipt, 60, since=since, chat_id=person)
            self.receipts.append((pressed, time.perf_counter()))

    async def citizens(self, seconds: float) -> list[tuple[float, float]]:
        self.receipts.clear()
        until = time.perf_counter() + seconds
        async with asyncio.TaskGroup() as all_of_them:
            for _ in range(WRITERS):
                all_of_them.create_task(self.write_on(until))
        return list(self.receipts)


def _button(event: dict[str, Any]) -> str | None:
    """The data of the button that sends, where the event shows one."""
    rows = event.get("message", {}).get("reply_markup", {}).get("inline_keyboard", [])
    buttons = (button for row in rows for button in row)
    return next((b["callback_data"] for b in buttons if "提交" in b["text"]), None)


def _receipt(event: dict[str, Any]) -> bool:
    return "收到了" in event.get("message", {}).get("text", "")


async def _furnish(bench: Bench, settings: Settings) -> None:
    """A group for every office."""
    world = bench.world
    admin = world.add_user("管理员")["id"]
    groups: dict[str, int] = {}
    for department in settings.departments:
        groups[department.id] = world.add_group(department.label("zh-Hans"), [admin], bot=False)["id"]

    async def hire(tx: Tx) -> None:
        await people.grant(tx, admin, "admin", None, by=None, name="管理员")
        for department, group in groups.items():
            await people.bind(tx, department, group, "supergroup", by=admin)

    await bench.service.db.write(hire)
    world.start(admin)
    for group in groups.values():
        world.members(group, "bot", admin, "add")
    await bench.quiet()


def _row(name: str, seconds: list[float]) -> tuple[float, float]:
    p50, p99 = (float(p) * 1000 for p in np.percentile(seconds, (50, 99)))
    print(f"{name:36}{len(seconds):8}{p50:10.0f}{p99:10.0f}")
    return p50, p99


async def _alone(bench: Bench, ringing: int, rounds: int) -> float:
    taken, cpu = [], []
    for _ in range(rounds):
        await bench.quiet()
        before = time.process_time()
        began, ended = await bench.sweep(ringing)
        taken.append(ended - began)
        cpu.append(time.process_time() - before)
    middle = statistics.median(taken)
    print(
        f"sweep alone, {ringing:4} ringing: median {middle:6.3f} s  worst {max(taken):6.3f} s"
        f"  CPU {statistics.median(cpu):6.3f} s"
    )
    return middle


async def measure(bench: Bench, ringing: int, rounds: int, seconds: float) -> bool:
    alone = [await _alone(bench, n, rounds) for n in (0, ringing, 4 * ringing)][1]
    await bench.citizens(2)  # statements compiled, caches filled
    without: list[list[float]] = []
    beside: list[list[float]] = []
    taken: list[float] = []
    for _ in range(rounds):
        await bench.quiet()
        without.append([end - start for start, end in await bench.citizens(seconds)])
        await bench.quiet()
        writing = asyncio.create_task(bench.citizens(seconds))
        sweeps = []
        while not writing.done():
            sweeps.append(await bench.sweep(ringing))
            await asyncio.sleep(0.3)
        receipts = await writing
        taken += [ended - began for began, ended in sweeps if ended < receipts[-1][1]]
        beside.append(
            [
                end - start
                for start, end in receipts
                if any(began < end and start < ended for began, ended in sweeps)
            ]
        )
    middle = statistics.median(taken)
    print(f"sweep beside {WRITERS} citizens:   median {middle:6.3f} s  worst {max(taken):6.3f} s\n")
    print(f"{'a receipt':36}{'number':>8}{'p50 ms':>10}{'p99 ms':>10}")
    calm = [_row(f"round {n}, without", each) for n, each in enumerate(without, 1)]
    busy = [_row(f"round {n}, during a sweep", each) for n, each in enumerate(beside, 1)]
    ratio = statistics.median(p99 for _, p99 in busy) / statistics.median(p99 for _, p99 in calm)
    print(f"medians of the rounds: p99 {ratio:.2f} times as long during a sweep")
    return alone < LIMIT and middle < LIMIT and ratio <= TIMES


async def run(path: Path, options: argparse.Namespace) -> bool:
    server = SandboxServer(token=TOKEN)
    await server.start()
    base = load_settings(example_path())
    telegram = base.telegram.model_copy(
        update={"mode": "polling", "base_url": server.base_url, "base_file_url": server.base_file_url}
    )
    settings = base.model_copy(
        update={
            "telegram": telegram,
            "store": base.store.model_copy(update={"path": path}),
            "budget": base.budget.model_copy(update={"enabled": False}),  # the desk's pace, not Telegram's
        }
    )
    clock = Clock()
    with patch.object(jobs, "SWEEPS", ()):  # they run when the measuring says so
        async with serve(settings, Token(TOKEN), clock=clock) as service:
            bench = Bench(service, server.world, clock, sqlite3.connect(path, isolation_level=None))
            await _furnish(bench, settings)
        # Only now: to a group that is bound anew, the cards of all its cases are posted.
        fill(path, options.cases, open_one_in=1, offices=OFFICES)
        bench.people_of(options.rounds * options.ringing * SWEEPS_A_ROUND)
        async with serve(settings, Token(TOKEN), clock=clock) as bench.service:
            good = await measure(bench, options.ringing, options.rounds, options.seconds)
            await bench.quiet()
        bench.look.close()
    await server.stop()
    return good


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--ringing", type=int, default=25)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=12)
    parser.add_argument("--folder", type=Path, help="where the database is made; else it is removed")
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "sweep.db"
        path.unlink(missing_ok=True)
        return 0 if asyncio.run(run(path, options)) else 1


if __name__ == "__main__":
    raise SystemExit(main())
