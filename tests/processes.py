"""The command line as real processes: started with a config of their own, waited for with patience, ended for sure."""

import asyncio
import os
import random
import re
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from bot.clocks import SystemClock
from bot.config import example_path
from bot.sandbox.server import SandboxServer
from bot.store import migrate, people
from bot.store.db import Database, Tx
from tests.factories import PATIENCE, TOKEN

ROOT = Path(__file__).parent.parent
START_SECONDS = 2 * PATIENCE  # much is imported, and others import beside it
OUR_PORTS = range(20_000, 32_000)  # the system gives these to nobody by itself


def free_port() -> int:
    """A port that stays free until it is used: not one of those that any socket of another test may get."""
    while True:
        port = random.choice(OUR_PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def write_config(folder: Path, base_url: str, *, webhook_port: int | None = None, **changes: str) -> Path:
    """The example config pointed at another Bot API server. `changes`: a key's name and its new value, as TOML."""
    text = example_path().read_text("utf-8")
    values = {"base_url": f'"{base_url}"', "poll_timeout_seconds": "5", "enabled": "false", **changes}
    if webhook_port is not None:
        values["mode"] = '"webhook"'
        for line in ("[telegram.webhook]", "url = ", "host = ", "port = "):
            assert f"\n#{line}" in text
            text = text.replace(f"\n#{line}", f"\n{line}", 1)
        values |= {"url": f'"http://127.0.0.1:{webhook_port}/telegram"', "port": str(webhook_port)}
    for key, value in values.items():
        text, count = re.subn(rf"(?m)^{key} = .*$", lambda _, k=key, v=value: f"{k} = {v}", text)  # type: ignore[misc]
        assert count == 1, key
    # Without its own line the address for files follows the other.
    text = re.sub(r"(?m)^base_file_url = .*\n", "", text)
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return file


def database_of(config: Path) -> Path:
    return config.parent / "data" / "minsheng.db"


class Running:
    """One process of the command line; what it says goes into files, so that it never waits for a reader."""

    def __init__(
        self, args: tuple[str, ...], folder: Path, env: dict[str, str], said: bytes, room: int
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        number = sum(1 for _ in folder.glob("*.out"))
        self._out, self._err = folder / f"{number:03}.out", folder / f"{number:03}.err"
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot.cli", *args],
                stdin=subprocess.PIPE if said else subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                env=env,
                cwd=folder,
            )
        if room:
            self.limit(room)
        if self.process.stdin is not None:
            self.process.stdin.write(said)
            self.process.stdin.close()

    @property
    def out(self) -> str:
        return self._out.read_text("utf-8")

    @property
    def err(self) -> str:
        return self._err.read_text("utf-8")

    @property
    def code(self) -> int | None:
        """How it ended; None while it runs."""
        return self.process.poll()

    def limit(self, room: int) -> None:
        """No file may grow past `room` bytes; what would is refused, as on a full disk. 0: no limit."""
        hard = resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (room or hard, hard))

    def kill(self) -> None:
        """The end that no process can prepare for."""
        if self.code is None:
            self.process.kill()
        self.process.wait(PATIENCE)

    async def ended(self) -> int:
        """Its exit code, once it has ended by itself."""
        await until(lambda: self.code is not None, lambda: f"it still runs:\n{self.out}\n{self.err}")
        code = self.process.returncode
        assert code is not None
        return code

    async def stopped(self) -> int:
        """Its exit code after SIGTERM."""
        self.process.send_signal(signal.SIGTERM)
        return await self.ended()

    async def says(self, words: str) -> None:
        """Until `words` were written, on either channel."""
        await until(
            lambda: words in self.out + self.err or self.code is not None,
            lambda: f"it never said {words!r}:\n{self.out}\n{self.err}",
        )
        assert words in self.out + self.err, f"it ended with {self.code}:\n{self.out}\n{self.err}"


async def until(fits: Callable[[], Any], why: Callable[[], str] = lambda: "it never came") -> None:
    """Look until it fits; AssertionError when it never does."""
    end = time.monotonic() + START_SECONDS
    while not fits():
        assert time.monotonic() < end, why()
        await asyncio.sleep(0.02)


Start = Callable[..., Running]


@contextmanager
def processes(folder: Path) -> Iterator[Start]:
    """Starts processes of the command line, and kills what is left of them at the end."""
    running: list[Running] = []

    def start(
        *args: object, token: str | None = TOKEN, said: bytes = b"", room: int = 0, **env: str
    ) -> Running:
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("MINSHENG_", "PYTHON", "COLUMNS"))}
        clean |= {"PYTHONPATH": str(ROOT), "COLUMNS": "120", "TERM": "dumb", **env}
        if token is not None:
            clean["MINSHENG_TOKEN"] = token
        one = Running(tuple(map(str, args)), folder / "processes", clean, said, room)
        running.append(one)
        return one

    try:
        yield start
    finally:
        for one in running:
            one.kill()


async def with_database(path: Path, work: Callable[[Database], Awaitable[None]]) -> None:
    """Do something with a database while no process serves from it."""
    await asyncio.to_thread(migrate.upgrade, path)
    db = Database(path, SystemClock())
    await db.open()
    try:
        await work(db)
    finally:
        await db.close()


async def move_in(server: SandboxServer, path: Path, departments: list[str]) -> dict[str, int]:
    """An admin, and a bound group for each department, before the bot's first start; the groups."""
    admin = server.world.add_user("管理员", user_id=90_001)["id"]
    groups = {d: server.world.add_group(d, [admin], bot=False)["id"] for d in departments}

    async def hire(tx: Tx) -> None:
        await people.grant(tx, admin, "admin", None, by=None, name="管理员")
        for department, chat in groups.items():
            await people.bind(tx, department, chat, "supergroup", by=admin)

    async def work(db: Database) -> None:
        await db.write(hire)

    await with_database(path, work)
    for chat in groups.values():
        server.world.members(chat, "bot", admin, "add")
    return groups
