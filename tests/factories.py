"""Plain functions that make valid things, with overrides. No randomness."""

import asyncio
import functools
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event as engine_event
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.config import Settings, example_path, load_settings
from bot.core.case import Actor, ActorKind, Case, Event, EventKind, Status
from bot.departments import LocalText
from bot.store import db as db_module
from bot.store import migrate
from bot.store.db import Database

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)  # a Friday, noon in Shanghai
TOKEN = "123456789:" + "t" * 35  # looks like a token and opens nothing
PATIENCE = (
    60.0  # seconds until a test that waits counts as hung; a busy machine may stand still for some of them
)


def settings(path: Path, **sections: Any) -> Settings:
    """The example configuration with the database at `path`; sections changed by name, or departments given whole."""
    base = load_settings(example_path())
    changes: dict[str, Any] = {
        "store": {"path": path},
        "budget": {"enabled": False},
        **sections,
        "desk": {"undo_seconds": 0, **sections.get("desk", {})},
    }
    update = {
        name: getattr(base, name).model_copy(update=change) if isinstance(change, dict) else change
        for name, change in changes.items()
    }
    return base.model_copy(update=update)


def case(**changes: Any) -> Case:
    values: dict[str, Any] = {
        "id": 1,
        "number": "261120-0001",
        "version": 1,
        "status": Status.DISPATCHED,
        "citizen_id": 1001,
        "language": "zh-Hans",
        "domain": "住房",
        "department": "zhujian",
        "title": "电梯坏了",
        "text": "电梯坏了三天没人修。",
        "filed_at": NOON,
        "updated_at": NOON,
    }
    return Case(**{**values, **changes})


@dataclass(frozen=True)
class Office:
    """A department, as routing knows it."""

    id: str
    domains: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    triage: bool = False
    parent: str | None = None
    level: str = "city"
    short: LocalText | None = None
    districts: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


CLERK = Actor(ActorKind.STAFF, 2001)
CITIZEN = Actor(ActorKind.CITIZEN, 1001)


def event(filed: Case) -> Event:
    """The event that made `filed`."""
    names = ("number", "citizen_id", "language", "domain", "department", "title", "text")
    data = {name: getattr(filed, name) for name in names} | {"status": filed.status.value}
    return Event(filed.id, filed.version, EventKind.FILED, filed.filed_at, CITIZEN, data)


class HandClock:
    """A business clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def move_to(self, moment: datetime) -> None:
        self._now = max(self._now, moment)

    def pass_(self, **span: float) -> None:
        self._now += timedelta(**span)


class HandMachineClock:
    """A machine clock that a test moves: whoever sleeps on it wakes when their time has come, and not before."""

    def __init__(self, now: float = 1_795_000_000.0) -> None:
        self._now = now
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def monotonic(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        sleeper = (self._now + seconds, asyncio.get_running_loop().create_future())
        self._sleepers.append(sleeper)
        try:
            await sleeper[1]
        finally:
            self._sleepers.remove(sleeper)

    def move(self, seconds: float) -> None:
        self._now += seconds
        for until, future in self._sleepers:
            if until <= self._now + 1e-6 and not future.done():
                future.set_result(None)

    @property
    def pauses(self) -> list[float]:
        """How long each sleeper still sleeps, the shortest first."""
        return sorted(until - self._now for until, future in self._sleepers if not future.done())


async def eventually(holds: Callable[[], Any], seconds: float = PATIENCE) -> None:
    """Let the others work until `holds` is true."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while not holds():
        assert loop.time() < end, "it did not come about"
        await asyncio.sleep(0.001)


@functools.cache
def _migrated() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        migrate.upgrade(path)
        return path.read_bytes()


def empty_database(path: Path) -> Path:
    """A migrated database without a row at `path`."""
    path.write_bytes(_migrated())
    return path


@contextmanager
def quick_store() -> Iterator[None]:
    """What opens a database meanwhile copies an empty one instead of migrating it, and never waits for the disk."""
    engine, upgrade = db_module._engine, migrate.upgrade
    _migrated()

    def hasty(path: Path, *, readonly: bool) -> AsyncEngine:
        made = engine(path, readonly=readonly)
        engine_event.listen(
            made.sync_engine, "connect", lambda raw, _: raw.cursor().execute("PRAGMA synchronous=OFF")
        )
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db_module, "_engine", hasty)
        patch.setattr(
            migrate, "upgrade", lambda path: upgrade(path) if path.exists() else empty_database(path)
        )
        yield


@asynccontextmanager
async def open_database(path: Path, clock: Any = None) -> AsyncIterator[Database]:
    """The database at `path`, made when it isn't there, opened and closed again."""
    db = Database(path if path.exists() else empty_database(path), clock or HandClock())
    with quick_store():
        await db.open()
    try:
        yield db
    finally:
        await db.close()
