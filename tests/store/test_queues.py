"""The queue's rows follow cases and clocks, and every count and page is what going through all cases would give."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine, delete, select, text

from bot.core.case import OPEN, Case, Event, EventKind, Status, Supervision
from bot.core.deadlines import OF_OFFICES, Clock, Kind, Term, Unit
from bot.core.queues import Moments, Tab
from bot.store import cases, clocks, migrate, people, queues
from bot.store.db import Database, Tx
from bot.store.tables import queue
from tests.factories import CITIZEN, NOON, case, empty_database, event, open_database

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
AT = Moments(NOON, NOON + 12 * HOUR, NOON + 84 * HOUR)
TERM = Term(Unit.WORKING_DAYS, 7)
OFFICES = ("zhujian", "jiaoyu", "triage")
HANDLERS = (2001, 2002, None)


def made(number: int, chance: random.Random) -> tuple[Case, list[Clock]]:
    status = chance.choice(list(Status))
    accused = chance.choice([(), (), ("jiaoyu",), ("zhu_ian", "jiaoyu")])
    subject = case(
        id=number,
        number=f"261120-{number:04d}",
        status=status,
        department=chance.choice(OFFICES),
        handler_id=chance.choice(HANDLERS),
        supervision=chance.choice([None, *Supervision]),
        accused=accused,
        filed_at=NOON - chance.randrange(60) * DAY,
    )
    kinds = chance.sample([*OF_OFFICES, Kind.DECIDE, Kind.LADDER, Kind.FOLLOW_UP], chance.randrange(5))
    out = []
    for kind in kinds:
        due = NOON + chance.randrange(-100, 100) * HOUR
        paused = NOON - chance.randrange(50) * HOUR if chance.random() < 0.3 else None
        out.append(Clock(kind, TERM, NOON - 9 * DAY, due, paused=paused, ended=chance.random() < 0.2))
    return subject, out


async def fill(db: Database, count: int = 250) -> list[tuple[Case, list[Clock]]]:
    chance = random.Random(5)
    made_up = [made(number, chance) for number in range(1, count + 1)]

    async def work(tx: Tx) -> None:
        for person in (1001, 2001, 2002):
            await people.meet(tx, person, "zh-Hans")
        for subject, running in made_up:
            await cases.insert_case(tx, subject, event(subject))
            await clocks.keep(tx, subject.id, running)

    await db.write(work)
    return made_up


def due(running: list[Clock], *kinds: Kind) -> datetime | None:
    """When the first of them is or was missed, by the rule that clocks themselves have."""
    dues = [
        c.due for c in running if c.kind in kinds and not c.ended and (c.paused is None or c.due <= c.paused)
    ]
    return min(dues, default=None)


def shows(tab: Tab, office: str, handler: int) -> Callable[[Case, list[Clock]], bool]:
    """The views once more, said in another way: from the case and its clocks."""

    def answer(c: Case, running: list[Clock]) -> bool:
        asked = due(running, Kind.DECIDE) is not None
        late, news = due(running, *OF_OFFICES), due(running, Kind.PROGRESS, Kind.RESOLVE)
        if tab is Tab.MINE:
            return c.handler_id == handler and c.status in OPEN
        if c.department != office:
            return False
        if tab is Tab.ANSWERED:
            return c.status is Status.RESOLVED and not asked
        if tab is Tab.REOPEN:
            return c.status in (Status.RESOLVED, Status.CLOSED) and asked
        if c.status not in OPEN:
            return False
        in_time = late is None or late > AT.now
        return {
            Tab.ALL: True,
            Tab.WAITING: c.status in (Status.TRIAGE, Status.DISPATCHED),
            Tab.LATE: not in_time,
            Tab.TODAY: in_time and news is not None and news < AT.midnight,
            Tab.SOON: in_time and news is not None and AT.midnight <= news < AT.soon,
        }[tab]

    return answer


async def test_counts_and_pages_are_what_going_through_all_would_give(db: Database) -> None:
    all_cases = await fill(db)
    for tab in Tab:
        for barred in ((), ("jiaoyu",), ("zhu_ian",)):
            some = [await check_view(db, all_cases, tab, office, barred) for office in OFFICES]
            assert sum(some) > 0


async def check_view(
    db: Database, all_cases: list[tuple[Case, list[Clock]]], tab: Tab, office: str, barred: tuple[str, ...]
) -> int:
    fits = shows(tab, office, 2001)
    wanted = []
    for c, running in all_cases:
        if fits(c, running) and not set(c.accused) & set(barred):
            kinds = OF_OFFICES if c.status in OPEN else (Kind.DECIDE,)
            order = due(running, *kinds) or queues.NEVER
            watched = c.supervision in (Supervision.SUPERVISED, Supervision.ESCALATED)
            wanted.append((not watched, order, c.id))
    paged: list[int] = []
    async with db.read() as conn:
        counted = await queues.counts(conn, list(Tab), office, 2001, AT, barred)
        while found := await queues.page(conn, tab, office, 2001, AT, barred, limit=8, offset=len(paged)):
            paged += found
    assert counted[tab] == len(wanted), (tab, office, barred)
    assert paged == [number for *_, number in sorted(wanted)], (tab, office, barred)
    return len(wanted)


async def test_figures_are_what_going_through_all_would_give(db: Database) -> None:
    all_cases = await fill(db)
    for since in (None, NOON - 20 * DAY):
        for offices in (None, ("zhujian",), ("zhujian", "jiaoyu")):
            await check_figures(db, all_cases, since, offices)


async def check_figures(
    db: Database,
    all_cases: list[tuple[Case, list[Clock]]],
    since: datetime | None,
    offices: tuple[str, ...] | None,
) -> None:
    mine = [
        (c, running)
        for c, running in all_cases
        if (since is None or c.filed_at >= since) and (offices is None or c.department in offices)
    ]
    late = [
        c.id
        for c, running in mine
        if c.status in OPEN and (first := due(running, *OF_OFFICES)) is not None and first <= NOON
    ]
    async with db.read() as conn:
        tally = await queues.tally(conn, since, offices)
        assert tally == {s: n for s in Status if (n := sum(c.status is s for c, _ in mine))}
        assert await queues.count_overdue(conn, NOON, since, offices) == len(late) > 0
        if since is None:
            found = await queues.overdue(conn, NOON, offices, limit=1000)
            assert sorted(found) == late
            by_office = await queues.overdue_by_office(conn, NOON, offices)
            assert sum(by_office.values()) == len(late)


async def test_a_case_that_is_over_leaves_and_one_that_comes_back_is_there(db: Database) -> None:
    async def rows() -> list[tuple[str, str]]:
        async with db.read() as conn:
            found = await conn.execute(select(queue.c.status, queue.c.stage))
            return [(row[0], row[1]) for row in found]

    subject = case(status=Status.RESOLVED)

    async def begin(tx: Tx) -> None:
        await people.meet(tx, 1001, "zh-Hans")
        await cases.insert_case(tx, subject, event(subject))

    await db.write(begin)
    assert await rows() == [("resolved", "answered")]
    closed = case(status=Status.CLOSED, version=2)
    over = Event(1, 2, EventKind.CLOSED, NOON, CITIZEN, {"status": "closed"})
    await db.write(lambda tx: cases.save(tx, closed, over))
    assert await rows() == []
    asked = Clock(Kind.DECIDE, TERM, NOON, NOON + DAY, rings=NOON + DAY)
    await db.write(lambda tx: clocks.keep(tx, 1, [asked]))
    assert await rows() == [("closed", "reopen")], "somebody has to decide"
    async with db.read() as conn:
        running = await clocks.running(conn, 1)
    ended = Clock(Kind.DECIDE, TERM, NOON, NOON + DAY, ended=True, id=running[0].id)
    await db.write(lambda tx: clocks.keep(tx, 1, [ended]))
    assert await rows() == []


async def test_the_upgrade_fills_the_queue_as_the_desk_does(tmp_path: Path) -> None:
    """A database of before gets the same rows that following every case would make."""
    path = empty_database(tmp_path / "desk.db")
    async with open_database(path) as db:
        await fill(db)
        async with db.read() as conn:
            followed = sorted(map(tuple, await conn.execute(select(queue))))
    engine = migrate._engine(path)
    with engine.begin() as conn:
        conn.execute(delete(queue))
    command.downgrade(migrate._config(engine), "0004")
    engine.dispose()
    migrate.upgrade(path)
    check = create_engine(f"sqlite:///{path}")
    with check.connect() as conn:
        filled = sorted(map(tuple, conn.execute(select(queue))))
        assert conn.execute(text("SELECT version_num FROM alembic_version")).scalar_one() >= "0005"
    check.dispose()
    assert filled == followed
    assert len(filled) > 50
