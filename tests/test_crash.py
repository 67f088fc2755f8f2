"""The bot's process is killed at random moments while citizens write: nothing confirmed to Telegram may be lost.

`make test` kills a few times; `make crash` (MINSHENG_CRASH_ROUNDS=20) at length, and prints the figures.
"""

import asyncio
import os
import random
import re
import shutil
import sqlite3
import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.config import load_settings
from bot.core.workflow import replay
from bot.sandbox.errors import SandboxError
from bot.sandbox.server import SandboxServer
from bot.sandbox.updates import Pending
from bot.store import cases
from bot.store.db import Database
from tests.factories import TOKEN
from tests.processes import (
    Running,
    Start,
    database_of,
    free_port,
    move_in,
    processes,
    until,
    with_database,
    write_config,
)

pytestmark = pytest.mark.crash

ROUNDS = int(os.environ.get("MINSHENG_CRASH_ROUNDS", "3"))
CITIZENS = 12
LETTERS = 20 * max(1, ROUNDS - 2)  # at least; they go on while the killing goes on
PATIENCE = 90.0  # seconds that a citizen waits for an answer, over several restarts
RECEIPT = re.compile(r"收到了，编号\D*(\d{6}-\d{4,})")
NUMBER = re.compile(r"\d{6}-\d{4,}")
MATTERS = (
    "小区电梯停了三天，老人上不了楼",
    "厂里拖欠我们两个月工资不发",
    "孩子转学手续学校一直不给办",
    "养老金这个月没有到账，去哪里查",
    "医院挂号排了一上午，专家号全没了",
    "楼下烧烤店用的肉发臭，吃了拉肚子",
    "夜里有人在巷子里打架，没人管",
    "养老院涨价不通知，护工也不够",
    "路口的红绿灯坏了，车和人抢道",
    "下水道堵了，污水流到街面上",
)


class Watched(dict[int, Pending]):
    """The server's queue of updates, which remembers all that came in and all that was confirmed."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[int] = set()
        self.confirmed: set[int] = set()
        self.stirred = asyncio.Event()

    def confirm(self, key: int) -> None:
        self.confirmed.add(key)
        self.stirred.set()

    def __setitem__(self, key: int, value: Pending) -> None:
        self.seen.add(key)
        super().__setitem__(key, value)

    def __delitem__(self, key: int) -> None:
        super().__delitem__(key)
        self.confirm(key)

    def pop(self, key: int, *default: Any) -> Any:
        if key in self:
            self.confirm(key)
        return super().pop(key, *default)


@dataclass(slots=True)
class Street:
    """All citizens, and what they have written. `over`: the killing is over, and so is the writing, soon."""

    server: SandboxServer
    rng: random.Random
    marks: list[str] = field(default_factory=list)
    letters: int = 0
    over: bool = False

    async def citizen(self, name: str) -> None:
        """One letter after another, each from first word to receipt."""
        user = self.server.world.add_user(name)["id"]
        self.server.world.start(user)
        receipts: set[str] = set()
        while not self.over or self.letters < LETTERS:
            self.letters += 1
            await self._file(user, receipts)
            await asyncio.sleep(self.rng.uniform(0, 0.1))

    async def _file(self, user: int, receipts: set[str]) -> None:
        world = self.server.world
        since = world.seq
        # Some tell it in two messages; the preview that has both is the one to press.
        for _ in range(self.rng.choice((1, 1, 2))):
            mark = f"〔{_word(len(self.marks))}〕"
            self.marks.append(mark)
            world.send_text(user, f"{self.rng.choice(MATTERS)}{mark}")
        while True:
            preview = await self._hear(user, since, lambda m: mark in m["text"] and _button(m) is not None)
            since = world.seq
            data = _button(preview)
            assert data is not None
            try:
                world.press(user, user, preview["message_id"], data)
            except SandboxError:
                continue  # edited this very moment; the newest preview comes
            if not data.startswith(SAFE):
                break  # else it was the question about danger, and the preview comes after the answer
        # A receipt that was seen before is the repeat of an older one.
        receipt = await self._hear(user, since, lambda m: bool(set(RECEIPT.findall(m["text"])) - receipts))
        receipts.update(RECEIPT.findall(receipt["text"]))

    async def _hear(self, user: int, since: int, fits: Any) -> dict[str, Any]:
        def seen(event: dict[str, Any]) -> bool:
            if event["type"] not in ("message", "edited") or event["chat_id"] != user:
                return False
            return bool(event["message"]["from"]["is_bot"] and fits(event["message"]))

        event: dict[str, Any] = await self.server.world.wait_for(seen, PATIENCE, since=since, chat_id=user)
        message: dict[str, Any] = event["message"]
        return message


def _word(number: int) -> str:
    """A word that stands nowhere else: letters only, of one length, so that none is part of another."""
    return "".join(chr(ord("A") + number // 26**place % 26) for place in (3, 2, 1, 0))


SAFE = "d:safe:"


def _button(message: dict[str, Any]) -> str | None:
    """What submits; while it is asked whether somebody is in danger, what says no."""
    for wanted in (("d:submit:", "d:new:"), (SAFE,)):
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                if button.get("callback_data", "").startswith(wanted):
                    return str(button["callback_data"])
    return None


@dataclass(slots=True)
class Tally:
    """What a run came to."""

    mode: str
    letters: int = 0
    kills: int = 0
    caught: int = 0  # updates that were in work when the process was killed
    lost: int = 0
    twice: int = 0
    repeats: int = 0
    dead: int = 0
    seconds: float = 0.0

    def line(self) -> str:
        return (
            f"{self.mode:>8} {self.letters:>8} {self.kills:>6} {self.caught:>15} {self.lost:>5} "
            f"{self.twice:>6} {self.repeats:>18} {self.dead:>13} {self.seconds:>8.1f}"
        )


HEAD = "    mode  letters  kills  caught in work  lost  twice  repeated receipts  dead letters  seconds"


class Bot:
    """The bot's process, as often as it takes."""

    def __init__(self, start: Start, config: Path, server: SandboxServer, mode: str) -> None:
        self._start = start
        self._config = config
        self._server = server
        # The last call before updates come; a getUpdates is on record only when it has been answered.
        self._last_call = "deleteWebhook" if mode == "polling" else "setWebhook"
        self.lives: list[Running] = []

    def start(self) -> None:
        self._server.calls.clear()
        self.lives.append(self._start("run", "--config", self._config))

    async def receives(self) -> None:
        """Until this life has begun to receive."""
        life = self.lives[-1]

        def begun() -> bool:
            assert life.code is None, f"the bot ended with {life.code}:\n{life.err}"
            return any(method == self._last_call for method, _, _ in self._server.calls)

        await until(begun, lambda: f"the bot does not receive:\n{life.err}")

    def kill(self) -> None:
        assert self.lives[-1].code is None, f"the bot ended by itself:\n{self.lives[-1].err}"
        self.lives[-1].kill()


def check_kept(db: Path, copy: Path, confirmed: set[int]) -> None:
    """What is confirmed at the moment of death stands in the file: looked up in a copy, so nothing is repaired."""
    copy.mkdir()
    for file in db.parent.glob(f"{db.name}*"):
        if file.suffix != ".serving":
            shutil.copy(file, copy / file.name)
    with closing(sqlite3.connect(copy / db.name)) as conn:
        kept = {row[0] for row in conn.execute("SELECT update_id FROM inbox")}
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    shutil.rmtree(copy)
    assert confirmed <= kept, f"confirmed to Telegram, and not kept: {sorted(confirmed - kept)}"


def unsettled(db: Path) -> int:
    """How much waits in the inbox and the outbox."""
    with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as conn:
        inbox = conn.execute("SELECT count(*) FROM inbox WHERE status = 'pending'").fetchone()[0]
        outbox = conn.execute(
            "SELECT count(*) FROM outbox WHERE status IN ('pending', 'sending')"
        ).fetchone()[0]
        return int(inbox + outbox)


async def moment(kill: int, rng: random.Random, bot: Bot, queue: Watched) -> None:
    """Wait for a bad moment: at any time, in the middle of things, or while it starts up."""
    if kill % 4 == 3:
        await asyncio.sleep(rng.uniform(0, 1.5))
        return
    await bot.receives()
    await asyncio.sleep(rng.uniform(0, 0.6))
    if kill % 4 != 0:
        # just after something was confirmed to Telegram: now it must be safe already, and is in work
        queue.stirred.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(queue.stirred.wait(), 2)
        await asyncio.sleep(rng.uniform(0, 0.03))


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_killed_again_and_again(mode: str, tmp_path: Path) -> None:
    rng = random.Random(f"{mode} {ROUNDS}")
    server = SandboxServer(token=TOKEN, webhook_pause=0.2)
    queue = server.world.updates.pending = Watched()
    await server.start()
    tally = Tally(mode)
    try:
        # Three killings in the middle of one innocent update would make it a dead letter, as they should.
        port = free_port() if mode == "webhook" else None
        config = write_config(tmp_path, server.base_url, webhook_port=port, attempts="6")
        db = database_of(config)
        departments = [d.id for d in load_settings(config).departments]
        groups = await move_in(server, db, departments)
        street = Street(server, rng)
        began = time.monotonic()
        with processes(tmp_path) as start:
            bot = Bot(start, config, server, mode)
            bot.start()
            writing = [asyncio.create_task(street.citizen(f"市民{n}")) for n in range(CITIZENS)]
            try:
                for kill in range(ROUNDS):
                    await moment(kill, rng, bot, queue)
                    bot.kill()
                    confirmed = set(queue.confirmed)
                    check_kept(db, tmp_path / "copy", confirmed)
                    bot.start()
                    tally.kills += 1
                street.over = True
                await asyncio.gather(*writing)
                await until(lambda: not (queue or unsettled(db)), lambda: "it does not come to rest")
            finally:
                for task in writing:
                    task.cancel()
                await asyncio.gather(*writing, return_exceptions=True)
            tally.seconds = time.monotonic() - began
            assert await bot.lives[-1].stopped() == 0
            for life in bot.lives:
                assert "Traceback" not in life.err, life.err
        assert queue.confirmed == queue.seen
        await with_database(db, lambda d: check(d, queue, street, server, groups, tally))
    finally:
        await server.stop()
        print(f"\n{HEAD}\n{tally.line()}")


async def check(
    db: Database, queue: Watched, street: Street, server: SandboxServer, groups: dict[str, int], tally: Tally
) -> None:
    """Hold the file and what people saw against what was written."""
    world = server.world
    async with db.read() as conn:
        inbox = (await conn.exec_driver_sql("SELECT update_id, status, attempts FROM inbox")).all()
        tally.dead = (await conn.exec_driver_sql("SELECT count(*) FROM dead_letters")).scalar_one()
        ids = list((await conn.exec_driver_sql("SELECT id FROM cases ORDER BY id")).scalars())
        found = [case for i in ids if (case := await cases.by_id(conn, i)) is not None]
        histories = {case.id: await cases.history(conn, case.id) for case in found}
    tally.letters = street.letters
    tally.caught = sum(row.attempts > 1 for row in inbox)

    # each message's words stand in one event of one case, and nowhere twice
    words = [event.data.get("text", "") for history in histories.values() for event in history]
    told = Counter(mark for text in words for mark in re.findall("〔[A-Z]{4}〕", text))
    tally.lost = sum(told[mark] == 0 for mark in street.marks)
    tally.twice = sum(told[mark] > 1 for mark in street.marks)

    # what people saw
    receipts: Counter[str] = Counter()
    for case in found:
        heard = [m.get("text", "") for m in world.messages(case.citizen_id) if m["from"]["is_bot"]]
        receipts[case.number] = sum(case.number in RECEIPT.findall(text) for text in heard)
    tally.repeats = sum(count - 1 for count in receipts.values() if count)
    cards = {
        chat: set(
            NUMBER.findall("\n".join(m.get("text", "") for m in world.messages(chat) if m["from"]["is_bot"]))
        )
        for chat in groups.values()
    }

    assert {row.update_id for row in inbox} == queue.confirmed
    assert len(inbox) == len(queue.confirmed)
    assert {row.status for row in inbox} == {"done"}
    assert tally.dead == 0
    assert (tally.lost, tally.twice) == (0, 0)
    assert len(found) == street.letters
    assert all(receipts[case.number] for case in found), receipts
    for case in found:
        assert case.number in cards[groups[case.department]]
        assert replay(histories[case.id]) == case
