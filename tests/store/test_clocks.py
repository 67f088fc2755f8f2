"""Clocks of cases as rows: they come back as they were, and are counted as their own word for missed has it."""

import dataclasses
import sqlite3
from datetime import timedelta
from pathlib import Path

from alembic import command

from bot.core.deadlines import Clock, Kind, Stage, Term, Unit
from bot.store import cases, clocks, dialogues, migrate, people
from bot.store.db import Database, Tx
from tests.factories import NOON, case, event

HOUR = timedelta(hours=1)
ANSWER = Clock(Kind.RESOLVE, Term(Unit.WORKING_DAYS, 7), NOON, NOON + 9 * HOUR, NOON + 5 * HOUR)


async def keep(db: Database, case_id: int, *changed: Clock, department: str = "zhujian") -> None:
    made = case(id=case_id, number=f"261120-{case_id:04d}", department=department)

    async def work(tx: Tx) -> None:
        if await cases.by_id(tx.conn, case_id) is None:
            await people.meet(tx, made.citizen_id, "zh-Hans")
            await cases.insert_case(tx, made, event(made))
        await clocks.keep(tx, case_id, changed)

    await db.write(work)


async def test_clocks_come_back_as_they_were_kept(db: Database) -> None:
    paused = dataclasses.replace(
        ANSWER,
        kind=Kind.PROGRESS,
        stage=Stage.DUE,
        rings=None,
        paused=NOON + HOUR,
        pauses=((NOON, NOON + HOUR), (NOON + 2 * HOUR, NOON + 3 * HOUR)),
    )
    await keep(db, 1, ANSWER, paused)
    async with db.read() as conn:
        found = await clocks.running(conn, 1)
        assert await clocks.running_of(conn, [1, 2]) == {1: found}
    assert [dataclasses.replace(c, id=0) for c in found] == [ANSWER, paused]
    assert all(c.id for c in found)
    moved = dataclasses.replace(found[0], due=NOON + 20 * HOUR, stage=Stage.TOLD, rings=None)
    await keep(db, 1, moved, dataclasses.replace(found[1], ended=True))
    async with db.read() as conn:
        assert await clocks.running(conn, 1) == [moved]
        assert await dialogues.next_due(conn) is None, "told and paused clocks ring no more"


async def test_counts_agree_with_the_clocks_themselves(db: Database) -> None:
    now = NOON + 10 * HOUR
    told = dataclasses.replace(ANSWER, stage=Stage.TOLD, rings=None)
    kinds = [
        ANSWER,
        dataclasses.replace(told, kind=Kind.ACKNOWLEDGE),
        dataclasses.replace(ANSWER, due=now + HOUR),
        dataclasses.replace(ANSWER, kind=Kind.ACKNOWLEDGE, due=now + HOUR),
        dataclasses.replace(ANSWER, paused=NOON + HOUR, rings=None),
        dataclasses.replace(ANSWER, paused=NOON + 9 * HOUR, rings=None),
        dataclasses.replace(ANSWER, kind=Kind.WAIT),
        dataclasses.replace(ANSWER, due=now),
        dataclasses.replace(ANSWER, due=now + 20 * HOUR),
    ]
    for case_id, clock in enumerate(kinds, 1):
        await keep(db, case_id, clock, department="jiaoyu" if case_id == 2 else "zhujian")
    wanted = [n for n, c in enumerate(kinds, 1) if c.kind is not Kind.WAIT and c.missed(now)]
    async with db.read() as conn:
        late = await clocks.missed(conn, now, None, 20)
        assert sorted(each.case_id for each in late) == wanted == [1, 2, 6, 8]
        assert [each.case_id for each in await clocks.missed(conn, now, ["jiaoyu"], 20)] == [2]
        assert [each.case_id for each in await clocks.missed(conn, now, None, 2)] == [1, 2]
        fresh = await clocks.missed(conn, now, None, 20, since=NOON + 9 * HOUR)
        assert [each.case_id for each in fresh] == [8]
        assert await clocks.count_missed(conn, now) == {"jiaoyu": 1, "zhujian": 3}
        assert await clocks.count_missed(conn, now, "jiaoyu") == {"jiaoyu": 1}
        assert await clocks.count_due(conn, now, now + 5 * HOUR) == {"zhujian": 1}
        assert await clocks.count_due(conn, now, now + 5 * HOUR, "jiaoyu") == {}


async def test_a_case_with_two_missed_clocks_is_one_overdue_case(db: Database) -> None:
    await keep(db, 1, ANSWER, dataclasses.replace(ANSWER, kind=Kind.PROGRESS, due=NOON + HOUR))
    async with db.read() as conn:
        (late,) = await clocks.missed(conn, NOON + 10 * HOUR, None, 20)
        assert late.due == NOON + HOUR
        assert await clocks.count_missed(conn, NOON + 10 * HOUR) == {"zhujian": 1}


async def test_an_alarm_is_one_of_its_kind_and_can_be_moved(db: Database) -> None:
    await keep(db, 1, ANSWER)
    subject = clocks.subject_of(1)
    for hours in (1, 2):
        await db.write(
            lambda tx, h=hours: clocks.set_alarm(tx, subject, clocks.MOVED, NOON + h * HOUR, 1)  # type: ignore[misc]
        )
    async with db.read() as conn:
        assert await clocks.alarm(conn, subject, clocks.MOVED) == NOON + 2 * HOUR
        assert [c.kind for c in await clocks.running(conn, 1)] == [Kind.RESOLVE], (
            "it is no clock of the office"
        )
        assert await dialogues.next_due(conn) == NOON + 2 * HOUR
    await db.write(lambda tx: clocks.end_alarm(tx, subject, clocks.MOVED))
    async with db.read() as conn:
        assert await clocks.alarm(conn, subject, clocks.MOVED) is None
        assert await dialogues.next_due(conn) == ANSWER.rings


async def test_going_through_all_cases_that_have_clocks(db: Database) -> None:
    for case_id in (1, 2, 3):
        await keep(db, case_id, ANSWER, dataclasses.replace(ANSWER, kind=Kind.PROGRESS))
    async with db.read() as conn:
        (first, *_) = await clocks.running(conn, 2)
        assert await clocks.cases_with_clocks(conn, 0, 2) == [1, 2]
        assert await clocks.cases_with_clocks(conn, 2, 2) == [3]
    assert first.due == ANSWER.due


def test_drafts_that_wait_over_an_upgrade_still_ring(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    engine = migrate._engine(path)
    command.upgrade(migrate._config(engine), "0002")
    engine.dispose()
    row = "INSERT INTO clocks (subject, kind, started_at, due_at, ended_at, data) VALUES (?, 'draft-file', ?, ?, ?, '{}')"
    day = "2026-11-20 04:00:00.000000"
    with sqlite3.connect(path) as connection:
        connection.executemany(row, [("draft:a", day, day, None), ("draft:b", day, day, day)])
    connection.close()
    migrate.upgrade(path)
    with sqlite3.connect(path) as connection:
        rings = connection.execute("SELECT subject, rings_at FROM clocks ORDER BY subject").fetchall()
    connection.close()
    assert rings == [("draft:a", day), ("draft:b", None)]
