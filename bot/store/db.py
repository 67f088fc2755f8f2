"""The database: one held writing connection that commits in groups, and reading connections beside it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from filelock import FileLock, Timeout
from sqlalchemy import Table, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, StaticPool

from bot.clocks import BusinessClock
from bot.store import asking, onehop

T = TypeVar("T")
Reader = AsyncConnection  # what `read` gives, and `Tx.conn` is: enough for every query

_STORE_FAULTS = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOTADB,
    }
)
WRITER_CACHE = 32_000  # kilobytes: the indexes that every write touches stay in memory
GROUP = 64  # queued pieces of work that share one commit at most


class StoreError(Exception):
    """The database can't take or keep what was given: full disk, lost file, broken page. Nothing was changed."""


class AlreadyServed(Exception):
    """Another process serves from this database file."""


@dataclass(frozen=True, slots=True)
class Tx:
    """What a piece of work writes with. `now` is the business time of the work; `cause` names what led to it.

    `stirred`: the queues that the work put something into; who waits for one of them is woken after the commit.
    """

    conn: AsyncConnection
    now: datetime
    cause: str | None = None
    stirred: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Job:
    work: Callable[[Tx], Awaitable[Any]]
    cause: str | None
    done: asyncio.Future[Any]


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception


class Database:
    """One SQLite file. `write` runs work alone and in order; what waits together shares a commit."""

    def __init__(self, path: Path, clock: BusinessClock) -> None:
        self.path = path
        self._clock = clock
        self._queue: asyncio.Queue[_Job | None] = asyncio.Queue()
        self._writer: asyncio.Task[None] | None = None
        self._lock = FileLock(f"{path}.serving", blocking=False)
        self._writing: AsyncEngine | None = None
        self._reading: AsyncEngine | None = None
        self._conn: AsyncConnection | None = None
        self._tail: tuple[tuple[str | None, Callable[[], None]], ...] = ()

    def on_commit(self, callback: Callable[[], None], queue: str | None = None) -> None:
        """Call `callback` after every commit, or only where something came into `queue`."""
        self._tail = (*self._tail, (queue, callback))

    def now(self) -> datetime:
        """The business clock's time: for what is only read."""
        return self._clock.now()

    def claim_service(self) -> None:
        """Become the one serving process on this file. Raises AlreadyServed; the lock dies with the process."""
        try:
            self._lock.acquire()
        except Timeout:
            raise AlreadyServed(str(self.path)) from None

    async def open(self) -> None:
        """Open an existing, migrated database (see `migrate.upgrade`)."""
        self._writing = _engine(self.path, readonly=False)
        asking.keep_answers(self._writing)
        self._reading = _engine(self.path, readonly=True)
        self._conn = await self._writing.connect()
        self._writer = asyncio.create_task(self._write_on(), name="writer")

    async def close(self) -> None:
        """Finish what is queued, then close."""
        if self._writer is not None:
            self._queue.put_nowait(None)
            await self._writer
            self._writer = None
        if self._conn is not None:
            await self._conn.close()
        for engine in (self._writing, self._reading):
            if engine is not None:
                await engine.dispose()
        self._lock.release()

    async def write(self, work: Callable[[Tx], Awaitable[T]], cause: str | None = None) -> T:
        """Run `work` on the writer and return its value once it is committed.

        `work` awaits nothing but the database, and changes nothing else: it runs again when another of its
        group failed. Its own exception rolls back only its own changes and is
        raised here; StoreError when the commit itself fails.
        """
        if self._writer is None or self._writer.done():
            raise StoreError("the database is closed")
        job = _Job(work, cause, asyncio.get_running_loop().create_future())
        self._queue.put_nowait(job)
        result: T = await job.done
        return result

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A reading connection: sees what was committed, can't write. Raises StoreError."""
        assert self._reading is not None, "open first"
        try:
            async with self._reading.connect() as conn:
                yield conn
        except SQLAlchemyError as error:
            if _is_store_fault(error):
                raise StoreError(str(getattr(error, "orig", None) or error)) from error
            raise

    async def _write_on(self) -> None:
        closing = False
        while not closing:
            batch: list[_Job] = []
            job = await self._queue.get()
            while job is not None:
                batch.append(job)
                if len(batch) >= GROUP or self._queue.empty():
                    break
                job = self._queue.get_nowait()
            closing = job is None
            if batch:
                await self._commit(batch)
        while not self._queue.empty():
            late = self._queue.get_nowait()
            if late is not None and not late.done.done():
                late.done.set_exception(StoreError("the database is closed"))

    async def _commit(self, batch: list[_Job]) -> None:
        """Commit a group. Failures are rare and savepoints cost two statements each: the first try has none."""
        assert self._conn is not None
        stirred: set[str] = set()
        try:
            outcomes = await self._attempt(self._conn, batch, stirred, savepoints=False)
            if outcomes is None:
                stirred.clear()
                outcomes = await self._attempt(self._conn, batch, stirred, savepoints=True)
        except (SQLAlchemyError, sqlite3.Error) as error:
            with suppress(SQLAlchemyError, sqlite3.Error):
                await self._conn.exec_driver_sql("ROLLBACK")
            fault = StoreError(str(getattr(error, "orig", None) or error))
            for job in batch:
                if not job.done.done():
                    job.done.set_exception(fault)
            return  # and wake nobody: there is nothing new, and trying again at once would help nobody
        for job, outcome in zip(batch, outcomes or (), strict=True):
            if job.done.done():
                continue
            if isinstance(outcome, _Failed):
                job.done.set_exception(outcome.error)
            else:
                job.done.set_result(outcome)
        for queue, callback in self._tail:
            if queue is None or queue in stirred:
                callback()

    async def _attempt(
        self, conn: AsyncConnection, batch: list[_Job], stirred: set[str], *, savepoints: bool
    ) -> list[Any] | None:
        """What each job gave, after the commit; None when one of several failed and nothing was kept.

        `stirred` takes up the queues that got something, of work that was kept. Raises what SQLite says of the disk and the file.
        """
        outcomes: list[Any] = []
        await conn.exec_driver_sql("BEGIN IMMEDIATE")
        for job in batch:
            if savepoints:
                await conn.exec_driver_sql("SAVEPOINT work")
            tx = Tx(conn, self._clock.now(), job.cause)
            try:
                outcomes.append(await job.work(tx))
                stirred |= tx.stirred
            except Exception as error:
                if isinstance(error, SQLAlchemyError) and _is_store_fault(error):
                    raise
                if not savepoints:
                    await conn.exec_driver_sql("ROLLBACK")
                    return [_Failed(error)] if len(batch) == 1 else None
                await conn.exec_driver_sql("ROLLBACK TO work")
                outcomes.append(_Failed(error))
            if savepoints:
                await conn.exec_driver_sql("RELEASE work")
        await conn.exec_driver_sql("COMMIT")
        return outcomes


def _is_store_fault(error: SQLAlchemyError) -> bool:
    """Whether disk, file or lock failed, and not the statement: then SQLite may have ended the transaction itself."""
    code = getattr(error.orig, "sqlite_errorcode", None) if isinstance(error, DBAPIError) else None
    return code is not None and code & 0xFF in _STORE_FAULTS


def upsert(tx: Tx, table: Table) -> Any:
    """An INSERT that knows ON CONFLICT, which each database spells in a dialect of its own."""
    return inserting(tx)(table)


def inserting(tx: Tx) -> Callable[[Table], Any]:
    """What makes such INSERTs: for statements that are built once."""
    return {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[tx.conn.dialect.name]


@asynccontextmanager
async def reading(path: Path) -> AsyncIterator[AsyncConnection]:
    """A reading connection to a database that another process may be serving from. Raises StoreError."""
    engine = _engine(path, readonly=True)
    try:
        async with engine.connect() as conn:
            yield conn
    except SQLAlchemyError as error:
        raise StoreError(str(getattr(error, "orig", None) or error)) from error
    finally:
        await engine.dispose()


def _engine(path: Path, *, readonly: bool) -> AsyncEngine:
    # AUTOCOMMIT: the writer says BEGIN IMMEDIATE itself; SQLAlchemy's own BEGIN would come too late to lock.
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{path}",
        isolation_level="AUTOCOMMIT",
        connect_args={"async_creator_fn": lambda *_args, **_kwargs: onehop.connect(str(path))},
        hide_parameters=True,  # an error must not carry a citizen's words into a log
        poolclass=AsyncAdaptedQueuePool if readonly else StaticPool,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _settings(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "busy_timeout=10000",
            "query_only=ON" if readonly else f"cache_size=-{WRITER_CACHE}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return engine
