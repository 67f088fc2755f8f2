"""The index of like cases: built beside the running desk, kept up to date from the record, asked in a thread of its own.

It holds no truth: it can be a moment behind, so whoever uses what it finds loads the cases and applies the rules again
(`service/likes.py`). It is built anew at every start, and when it has grown by half, since rarity is counted then.
"""

import asyncio
import logging
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import TypeVar

from bot.clocks import MachineClock
from bot.core.likes import Entry, Standing, may_enter
from bot.core.plain import title_of
from bot.store import likes
from bot.store.db import Database, StoreError
from classifier.similar import Gathered, Likeness, gather

log = logging.getLogger(__name__)
T = TypeVar("T")

EVERY = 2.0  # seconds between looks at the record
BATCH = 200
GROWTH = 1.5
SMALL = 1_000  # below this many cases growth is no reason to count anew


class Likes:
    """What the desk asks for like cases. Until it is built nothing is like anything."""

    def __init__(self, db: Database, machine: MachineClock, empty: Callable[[], Likeness]) -> None:
        """`empty` makes an index without cases; it may take a while and runs in a thread."""
        self._db = db
        self._machine = machine
        self._empty = empty
        self._index: _Index | None = None
        self._seen = 0  # the last event that the index knows of
        self._one = asyncio.Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="likes")
        self._closed = False

    def __len__(self) -> int:
        return len(self._index) if self._index is not None else 0

    @property
    def ready(self) -> bool:
        return self._index is not None

    async def find(
        self, text: str, among: Standing, least: float, *, limit: int = 3, exclude: Collection[int] = ()
    ) -> list[tuple[int, float]]:
        """The likest cases with their likeness, the likest first. They may have changed a moment ago."""
        index = self._index
        if index is None or self._closed or limit < 1:
            return []
        return await _in(self._thread, lambda: index.find(text, among, least, limit, frozenset(exclude)))

    async def between(self, complaint: str, reply: str) -> float | None:
        """How much a complaint and the reply to it share, 0 to 1; None while the index is built."""
        index = self._index
        if index is None or self._closed:
            return None
        return await _in(self._thread, lambda: index.between(complaint, reply))

    async def run(self) -> None:
        """Build the index, then follow the record. Until cancelled."""
        while True:
            try:
                await self.follow()
            except StoreError as error:
                log.warning("the index of like cases waits for the database: %s", error)
            except Exception:
                log.exception("the index of like cases could not follow")
            await self._machine.sleep(EVERY)

    async def follow(self) -> None:
        """Know every case as it was committed last."""
        async with self._one:
            if self._index is None or self._index.outgrown:
                await self._build()
            await self._catch_up()

    def close(self) -> None:
        self._closed = True
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _build(self) -> None:
        """All cases, in portions with as long a rest after each as it took: citizens come first."""
        index, parts = _Index(), list[Gathered]()
        builder = ThreadPoolExecutor(1, thread_name_prefix="likes-build")
        try:
            async with self._db.read() as conn:
                seen = await likes.last_event(
                    conn
                )  # before the cases: what changes meanwhile is looked at again
            after = 0
            while True:
                began = self._machine.monotonic()
                async with self._db.read() as conn:
                    entries = await likes.after(conn, after, BATCH)
                if not entries:
                    break
                after = entries[-1].case_id
                parts.append(await _in(builder, lambda some=entries: index.gather(some)))  # type: ignore[misc]
                if len(entries) < BATCH:
                    break
                await self._machine.sleep(self._machine.monotonic() - began)
            await _in(builder, lambda: index.settle(self._empty(), parts))
        finally:
            builder.shutdown(wait=False, cancel_futures=True)
        self._index, self._seen = index, seen
        log.info("the index of like cases is ready: %d cases", len(index))

    async def _catch_up(self) -> None:
        index = self._index
        assert index is not None
        while True:
            async with self._db.read() as conn:
                last, ids = await likes.changed(conn, self._seen, BATCH)
                if not ids:
                    return
                entries = await likes.entries(conn, ids)
            await _in(self._thread, lambda now=entries: index.take(now.values()))  # type: ignore[misc]
            self._seen = last


class _Index:
    """Likeness and, of each case in it, what it can be found as. One thread at a time."""

    def __init__(self) -> None:
        self._likeness: Likeness  # from `settle` on: even an empty one takes its time to make
        self._standing: dict[int, Standing] = {}
        self._texts: dict[int, int] = {}  # a fingerprint: only a case that says something else is read anew
        self._counted = SMALL

    def __len__(self) -> int:
        return len(self._standing)

    @property
    def outgrown(self) -> bool:
        return len(self._standing) > GROWTH * self._counted

    def gather(self, entries: Iterable[Entry]) -> Gathered:
        return gather((e.case_id, *title_of(e.text)) for e in entries if self._enters(e))

    def settle(self, empty: Likeness, parts: list[Gathered]) -> None:
        empty.settle(parts)
        self._likeness = empty
        self._counted = max(SMALL, len(self._standing))

    def take(self, entries: Iterable[Entry]) -> None:
        """These cases as they are now: new, changed, or not to be found any more."""
        for entry in entries:
            before = self._texts.get(entry.case_id)
            if not self._enters(entry):
                self._likeness.discard(entry.case_id)
            elif before != self._texts[entry.case_id]:
                self._likeness.add(entry.case_id, *title_of(entry.text))

    def _enters(self, entry: Entry) -> bool:
        enters = may_enter(entry.kind, confidential=entry.confidential) and bool(entry.text.strip())
        if enters:
            self._standing[entry.case_id] = entry.standing
            self._texts[entry.case_id] = hash(entry.text)
        else:
            self._standing.pop(entry.case_id, None)
            self._texts.pop(entry.case_id, None)
        return enters

    def find(
        self, text: str, among: Standing, least: float, limit: int, exclude: frozenset[int]
    ) -> list[tuple[int, float]]:
        found = self._likeness.similar(*title_of(text), k=max(1, len(self)), least=least, besides=exclude)
        return [(case_id, like) for case_id, like in found if self._standing[case_id] is among][:limit]

    def between(self, complaint: str, reply: str) -> float:
        return self._likeness.between(*title_of(complaint), reply)


async def _in(executor: Executor, work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(executor, work)
