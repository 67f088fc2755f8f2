"""The schedule as one table: idempotent sweeps that APScheduler only ticks. Late or twice does no harm."""

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.calendars import fingerprint
from bot.clocks import BusinessClock
from bot.service import (
    broadcast,
    departments,
    digest,
    follow_up,
    holding,
    intake,
    later,
    pages,
    paging,
    timing,
)
from bot.service import learning as teaching
from bot.service.desk import Desk
from bot.store import clocks, dialogues, inbox, learning, listed, people, slots
from bot.store.clocks import DIGEST
from bot.store.db import Database, StoreError, Tx
from bot.store.dialogues import Clock
from classifier.errors import ModelError

log = logging.getLogger(__name__)
PORTION = 2  # clocks whose work shares a commit: a citizen's goes in between
LISTS_KEPT = timedelta(days=90)  # an older list is not taken back any more when a case in it becomes secret
PATIENCE = 10.0  # seconds that a running sweep gets when the desk stops
AHEAD = timedelta(days=31)  # a month's clock that starts today is due by then


@dataclass(frozen=True, slots=True)
class Sweep:
    name: str
    seconds: float
    run: Callable[[Database, Desk, BusinessClock], Awaitable[None]]


async def ring_clocks(db: Database, desk: Desk, clock: BusinessClock) -> None:
    """Every clock that is due, each as work of its own, until none is left."""
    seen: set[int] = set()
    while True:
        async with db.read() as conn:
            due = [c for c in await dialogues.due(conn, clock.now(), 100 + len(seen)) if c.id not in seen]
        if not due:
            return
        for start in range(0, len(due), PORTION):
            portion = due[start : start + PORTION]
            seen.update(each.id for each in portion)  # one that fails waits for the next tick
            rang = await asyncio.gather(*(_alone(db, desk, each) for each in portion), return_exceptions=True)
            for each, error in zip(portion, rang, strict=True):
                if isinstance(error, StoreError):
                    raise error
                if isinstance(error, Exception):
                    log.error("clock %d (%s) failed", each.id, each.kind, exc_info=error)


async def _alone(db: Database, desk: Desk, clock: Clock) -> None:
    await db.write(lambda tx: _ring(tx, desk, clock), cause=f"clock:{clock.id}")


async def _ring(tx: Tx, desk: Desk, clock: Clock) -> None:
    """By what the clock belongs to."""
    what, _, name = clock.subject.partition(":")
    if what == "case":
        await timing.ring(tx, desk, int(name))
    elif what == pages.ALARM:
        await paging.ring(tx, desk, int(name))
    elif what == clocks.LATER:
        await later.ring(tx, desk, clock, int(name))
    elif what == DIGEST:
        await digest.morning(tx, desk)
    elif clock.kind == broadcast.KIND:
        await broadcast.ring(tx, desk, clock)
    elif clock.kind == holding.SEND:
        await holding.ring(tx, desk, clock)
    elif what == "followup":
        await follow_up.lapse(tx, desk, clock)
    else:
        await intake.draft_clock(tx, desk, clock)


async def follow_calendar(db: Database, desk: Desk, clock: BusinessClock) -> None:
    """Running clocks follow the calendar; mornings are kept; a year that nobody published yet is told of."""
    async with db.read() as conn:
        known = await people.recall(conn, timing.CALENDAR)
        told = await people.recall(conn, timing.TOLD_YEARS) or []
        begun = await clocks.alarm(conn, DIGEST, DIGEST) is not None
    after: int | None = 0
    while known != fingerprint(desk.calendar) and after is not None:
        after = await db.write(lambda tx, a=after: timing.reckon(tx, desk, a), cause="calendar")  # type: ignore[misc]
    if not begun:
        await db.write(lambda tx: digest.begin(tx, desk), cause="calendar")
    year = desk.calendar.local_day(clock.now() + AHEAD).year
    if year not in told and not desk.calendar.knows(year) and desk.calendar.awake(clock.now()):
        await db.write(lambda tx: timing.warn_of_year(tx, desk, year), cause="calendar")


async def follow_departments(db: Database, desk: Desk) -> None:
    """At a start: the departments of the database, as the settings set them up; nothing stays with one that is no more."""
    await db.write(lambda tx: departments.set_up(tx, desk), cause="departments")
    await departments.follow(db, desk)
    await departments.rehome(db, desk)


async def keep_departments(db: Database, desk: Desk, _clock: BusinessClock) -> None:
    """What came to a department while it was being closed, or was reopened there, goes to who took over."""
    await departments.follow(db, desk)


async def purge(db: Database, desk: Desk, clock: BusinessClock) -> None:
    """Forget what only had to be known for a while; what people wrote and were told stays."""
    keep = timedelta(days=desk.settings.store.inbox_days)

    async def work(tx: Tx) -> None:
        await inbox.purge(tx, keep)
        await dialogues.forget_ended(tx, keep)
        await slots.forget_passing(tx, keep)
        await listed.purge(tx, LISTS_KEPT)

    await db.write(work, cause="purge")


async def follow_model(db: Database, desk: Desk, _clock: BusinessClock) -> None:
    """Use the model that is in force, whoever switched; one that can't be read gives way to the shipped one."""
    async with db.read() as conn:
        version = (await learning.in_force(conn)).version
    if version is not None and not re.fullmatch(r"[\w.-]+", version):
        raise ValueError(f"model version {version!r} names no folder")
    try:
        await desk.brain.use(version)
    except ModelError as error:
        assert version is not None
        why = str(error)
        log.error("model %s can't be used: %s", version, why)
        await desk.brain.use(None)
        await db.write(lambda tx: teaching.could_not_load(tx, desk, version, why), cause="follow_model")


SWEEPS = (
    Sweep("follow_calendar", 60, follow_calendar),
    Sweep("ring_clocks", 5, ring_clocks),
    Sweep("follow_model", 2, follow_model),
    Sweep("keep_departments", 5, keep_departments),
    Sweep("purge", 3600, purge),
)


async def sweep_once(sweep: Sweep, db: Database, desk: Desk, clock: BusinessClock) -> None:
    """One tick; a failure is logged and the next tick tries again."""
    try:
        await sweep.run(db, desk, clock)
    except StoreError as error:
        log.warning("sweep %s waits for the database: %s", sweep.name, error)
    except Exception:
        log.exception("sweep %s failed", sweep.name)


class Ticks:
    """APScheduler's ticks, and an orderly end of them."""

    def __init__(
        self, db: Database, desk: Desk, clock: BusinessClock, sweeps: Sequence[Sweep] = SWEEPS
    ) -> None:
        self._with = (db, desk, clock)
        self._ticking: dict[asyncio.Task[None], asyncio.Task[None]] = {}  # APScheduler's task: the sweep
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        for sweep in sweeps:
            self._scheduler.add_job(
                self._tick,
                IntervalTrigger(seconds=sweep.seconds, timezone="UTC"),
                args=(sweep,),
                id=sweep.name,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )

    def start(self) -> None:
        self._scheduler.start()

    async def _tick(self, sweep: Sweep) -> None:
        mine = asyncio.current_task()
        assert mine is not None
        self._ticking[mine] = asyncio.create_task(sweep_once(sweep, *self._with), name=sweep.name)
        mine.add_done_callback(self._ticking.pop)
        await asyncio.wait({self._ticking[mine]})

    async def stop(self, patience: float = PATIENCE) -> None:
        """No new ticks; those that run may end. APScheduler itself would cancel them and report each as an error."""
        self._scheduler.pause()
        await asyncio.sleep(0)  # what was about to begin has begun
        if self._ticking:
            await asyncio.wait(self._ticking, timeout=patience)
        for task in list(self._ticking.values()):
            log.warning("sweep %s did not end within %.0f s and is cut short", task.get_name(), patience)
            task.cancel()
        if self._ticking:
            await asyncio.wait(self._ticking)
        self._scheduler.shutdown(wait=False)
