"""The one writer: groups, isolation, order, a full disk, closing; and that nobody else serves from the file."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, insert, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from bot.store import people
from bot.store.db import AlreadyServed, Database, StoreError, Tx
from bot.store.tables import chats
from bot.store.tables import people as people_table
from tests.factories import NOON, PATIENCE, HandClock, empty_database, open_database


def remember(key: str, value: Any) -> Any:
    async def work(tx: Tx) -> Any:
        await people.remember(tx, key, value)
        return value

    return work


async def recall(db: Database, key: str) -> Any:
    async with db.read() as conn:
        return await people.recall(conn, key)


def commits(db: Database) -> list[int]:
    seen: list[int] = []
    db.on_commit(lambda: seen.append(1))
    return seen


async def test_what_was_written_is_there_to_read(db: Database) -> None:
    assert await db.write(remember("a", [1, "二"])) == [1, "二"]
    assert await recall(db, "a") == [1, "二"]


async def test_work_that_waits_together_shares_a_commit(db: Database) -> None:
    seen = commits(db)
    results = await asyncio.gather(*(db.write(remember(f"k{i}", i)) for i in range(50)))
    assert results == list(range(50))
    assert len(seen) <= 2
    assert [await recall(db, f"k{i}") for i in range(50)] == list(range(50))


async def test_who_waits_for_a_queue_is_woken_by_what_came_into_it_and_was_kept(db: Database) -> None:
    woken: list[str] = []
    db.on_commit(lambda: woken.append("outbox"), "outbox")
    db.on_commit(lambda: woken.append("any"))

    def stir(queue: str, *, fails: bool = False) -> Callable[[Tx], Awaitable[None]]:
        async def work(tx: Tx) -> None:
            tx.stirred.add(queue)
            if fails:
                raise RuntimeError

        return work

    await db.write(stir("other"))
    assert woken == ["any"]
    woken.clear()
    done = await asyncio.gather(
        db.write(stir("other")), db.write(stir("outbox", fails=True)), return_exceptions=True
    )
    assert [type(each) for each in done] == [type(None), RuntimeError]
    assert set(woken) == {"any"}, "what was rolled back wakes nobody"
    woken.clear()
    await asyncio.gather(
        db.write(stir("outbox")), db.write(stir("other", fails=True)), return_exceptions=True
    )
    assert woken.count("outbox") == 1


async def test_a_commit_has_an_upper_bound_of_work(db: Database) -> None:
    seen = commits(db)
    await asyncio.gather(*(db.write(remember("k", i)) for i in range(200)))
    assert 200 / 64 <= len(seen) <= 8


async def test_work_is_done_in_the_order_in_which_it_came(db: Database) -> None:
    done: list[int] = []

    def work(i: int) -> Any:
        async def append(tx: Tx) -> None:
            so_far = await people.recall(tx.conn, "order") or []
            await people.remember(tx, "order", [*so_far, i])
            done.append(i)

        return append

    await asyncio.gather(*(db.write(work(i)) for i in range(150)))
    assert await recall(db, "order") == list(range(150))


async def test_no_increment_is_lost(db: Database) -> None:
    async def increment(tx: Tx) -> None:
        await people.remember(tx, "n", (await people.recall(tx.conn, "n") or 0) + 1)

    await asyncio.gather(*(db.write(increment) for _ in range(100)))
    assert await recall(db, "n") == 100


async def test_one_failure_takes_back_only_its_own_changes(db: Database) -> None:
    class OwnError(Exception):
        pass

    async def fails(tx: Tx) -> None:
        await people.remember(tx, "bad", 1)
        raise OwnError("no")

    results = await asyncio.gather(
        db.write(remember("before", 1)),
        db.write(fails),
        db.write(remember("after", 2)),
        return_exceptions=True,
    )
    assert results[0] == 1
    assert isinstance(results[1], OwnError)
    assert results[2] == 2
    assert [await recall(db, k) for k in ("before", "bad", "after")] == [1, None, 2]


async def test_a_broken_rule_of_the_tables_is_the_works_own_failure(db: Database) -> None:
    async def twice(tx: Tx) -> None:
        for _ in range(2):
            await tx.conn.execute(insert(chats).values(id=5, kind="private"))

    results = await asyncio.gather(
        db.write(remember("before", 1)),
        db.write(twice),
        db.write(remember("after", 2)),
        return_exceptions=True,
    )
    assert isinstance(results[1], IntegrityError)
    assert (results[0], results[2]) == (1, 2)
    async with db.read() as conn:
        assert (await conn.execute(select(chats))).all() == []


async def test_a_mistake_in_the_sql_is_not_taken_for_a_full_disk(db: Database) -> None:
    async def mistake(tx: Tx) -> None:
        await tx.conn.exec_driver_sql("INSERT INTO no_such_table VALUES (1)")

    results = await asyncio.gather(
        db.write(remember("before", 1)),
        db.write(mistake),
        db.write(remember("after", 2)),
        return_exceptions=True,
    )
    assert isinstance(results[1], SQLAlchemyError), results
    assert not isinstance(results[1], StoreError)
    assert (results[0], results[2]) == (1, 2)


async def test_foreign_keys_hold(db: Database) -> None:
    async def orphan(tx: Tx) -> None:
        await people.note(tx, None, "x")
        await tx.conn.exec_driver_sql(
            "INSERT INTO department_chats (department, chat_id, bound_at) VALUES ('a', 77, '2026-01-01')"
        )

    with pytest.raises(IntegrityError):
        await db.write(orphan)


async def test_a_caller_who_gives_up_does_not_stop_the_writer(db: Database) -> None:
    task = asyncio.create_task(db.write(remember("a", 1)))
    await asyncio.sleep(0)
    task.cancel()
    assert await db.write(remember("b", 2)) == 2
    assert await recall(db, "b") == 2


async def test_the_work_is_told_the_business_time_and_its_cause(db: Database, clock: HandClock) -> None:
    async def look(tx: Tx) -> tuple[datetime, str | None]:
        return tx.now, tx.cause

    assert await db.write(look, cause="update:7") == (NOON, "update:7")
    clock.pass_(hours=2)
    assert (await db.write(look))[0] == clock.now()


async def test_a_reader_sees_only_what_is_committed(db: Database) -> None:
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def slow(tx: Tx) -> None:
        await people.remember(tx, "a", 1)
        inside.set()
        await go_on.wait()

    task = asyncio.create_task(db.write(slow))
    await inside.wait()
    assert await recall(db, "a") is None
    go_on.set()
    await task
    assert await recall(db, "a") == 1


async def test_a_reader_cannot_write(db: Database) -> None:
    with pytest.raises((SQLAlchemyError, StoreError)):
        async with db.read() as conn:
            await conn.execute(insert(chats).values(id=5, kind="private"))
    async with db.read() as conn:
        assert (await conn.execute(select(chats))).all() == []


async def room(db: Database, pages: int | None) -> None:
    """Let the file grow by `pages` at most; None: as before."""
    assert db._conn is not None
    now = (await db._conn.exec_driver_sql("PRAGMA page_count")).scalar_one()
    limit = 1 << 30 if pages is None else now + pages
    await db._conn.exec_driver_sql(f"PRAGMA max_page_count={limit}")


async def test_a_full_disk_loses_nothing_and_service_goes_on_when_there_is_room(db: Database) -> None:
    await db.write(remember("kept", 1))
    seen = commits(db)
    await room(db, 2)
    results = await asyncio.gather(
        db.write(remember("small", 1)), db.write(remember("big", "字" * 200_000)), return_exceptions=True
    )
    assert all(isinstance(r, StoreError) for r in results), "who shared the commit is told too"
    assert "full" in str(results[1])
    assert seen == [], "nothing new, so nobody is woken"
    assert [await recall(db, k) for k in ("kept", "small", "big")] == [1, None, None]
    with pytest.raises(StoreError, match="full"):
        await db.write(remember("big", "字" * 200_000))
    assert await db.write(remember("small", 2)) == 2, "what fits still goes in"
    await room(db, None)
    assert await db.write(remember("big", "字" * 200_000))
    assert await recall(db, "kept") == 1
    assert await recall(db, "small") == 2


async def test_closing_finishes_what_is_queued(tmp_path: Path) -> None:
    db = Database(empty_database(tmp_path / "desk.db"), HandClock())
    await db.open()
    tasks = [asyncio.create_task(db.write(remember(f"k{i}", i))) for i in range(100)]
    await asyncio.sleep(0)
    await db.close()
    assert await asyncio.gather(*tasks) == list(range(100))
    with pytest.raises(StoreError, match="closed"):
        await db.write(remember("late", 1))
    async with open_database(tmp_path / "desk.db") as again:
        assert await recall(again, "k99") == 99
        assert await recall(again, "late") is None


async def test_what_comes_while_closing_is_told_so_and_does_not_wait_for_ever(tmp_path: Path) -> None:
    db = Database(empty_database(tmp_path / "desk.db"), HandClock())
    await db.open()
    go_on = asyncio.Event()

    async def slow(_tx: Tx) -> None:
        await go_on.wait()

    first = asyncio.create_task(db.write(slow))
    await asyncio.sleep(0.01)
    closing = asyncio.create_task(db.close())
    await asyncio.sleep(0)
    late = asyncio.create_task(db.write(remember("late", 1)))
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.wait_for(asyncio.gather(first, closing), PATIENCE)
    with pytest.raises(StoreError, match="closed"):
        await asyncio.wait_for(late, PATIENCE)


async def test_the_disk_is_told_to_keep_every_commit(tmp_path: Path) -> None:
    db = Database(empty_database(tmp_path / "desk.db"), HandClock())
    await db.open()

    async def pragmas(tx: Tx) -> list[Any]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        return [(await tx.conn.exec_driver_sql(f"PRAGMA {name}")).scalar_one() for name in names]

    assert await db.write(pragmas) == ["wal", 2, 1]
    await db.close()


async def test_a_second_serving_process_is_refused_while_readers_go_on(tmp_path: Path) -> None:
    path = empty_database(tmp_path / "desk.db")
    first, second = Database(path, HandClock()), Database(path, HandClock())
    first.claim_service()
    await first.open()
    with pytest.raises(AlreadyServed, match=r"desk\.db"):
        second.claim_service()
    await first.write(remember("a", 1))
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    assert connection.execute("SELECT key FROM state").fetchall() == [("a",)]
    connection.close()
    other = (
        "import sys; from pathlib import Path; from bot.store.db import AlreadyServed, Database\n"
        "from bot.clocks import SystemClock\n"
        "try: Database(Path(sys.argv[1]), SystemClock()).claim_service()\n"
        "except AlreadyServed: print('refused')\n"
    )
    done = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", other, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "refused\n"
    await first.close()
    second.claim_service()
    await second.close()


async def test_a_naive_moment_is_refused(db: Database) -> None:
    async def naive(tx: Tx) -> None:
        moment = datetime(2026, 11, 20, 12, 0)  # noqa: DTZ001 - that is the point
        await tx.conn.execute(insert(people_table).values(id=1, language="zh-Hans", first_seen=moment))

    with pytest.raises(Exception, match="naive datetime"):
        await db.write(naive)
    async with db.read() as conn:
        assert (await conn.execute(select(people_table))).all() == []


async def test_work_reads_once_what_it_asks_twice_and_anew_what_was_written_since(db: Database) -> None:
    asked: list[str] = []
    assert db._writing is not None

    @event.listens_for(db._writing.sync_engine, "before_cursor_execute")
    def _count(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement.split(maxsplit=1)[0])

    async def work(tx: Tx) -> list[Any]:
        await people.meet(tx, 7, "zh-Hans")
        said = [await people.get(tx.conn, 7), await people.get(tx.conn, 7)]
        await people.remember(tx, "other", 1)  # another table's business
        said.append(await people.get(tx.conn, 7))
        await people.choose_language(tx, 7, "en")
        return [*said, await people.get(tx.conn, 7)]

    told = [person.language for person in await db.write(work)]
    assert told == ["zh-Hans"] * 3 + ["en"]
    assert asked.count("SELECT") == 2

    async def fails(tx: Tx) -> None:
        await people.choose_language(tx, 7, "zh-Hant")
        assert (await people.get(tx.conn, 7)).language == "zh-Hant"  # type: ignore[union-attr]
        raise ValueError

    async def looks(tx: Tx) -> Any:
        return await people.get(tx.conn, 7)

    results = await asyncio.gather(db.write(looks), db.write(fails), db.write(looks), return_exceptions=True)
    assert [getattr(each, "language", None) for each in results] == ["en", None, "en"]
