"""Processes that end in the middle, and a database that takes nothing: nobody's fault, nothing lost."""

import asyncio

from telegram import Update

from bot.gateway.dispatch import Context
from bot.store import inbox, people
from bot.store.db import StoreError, Tx
from tests.factories import HandMachineClock, eventually
from tests.gateway.conftest import Bench, depth, message, reaches, running, said
from tests.gateway.dispatch.conftest import Work, letters, rows, text_of

# --- processes that end


async def claimed_and_gone(bench: Bench, times: int, only: int | None = None) -> None:
    """A process takes an update and ends before it has done anything."""
    for _ in range(times):
        await bench.db.write(lambda tx: inbox.claim(tx, set(), 1, only))


async def test_an_update_that_ends_the_process_every_time_is_buried(bench: Bench, work: Work) -> None:
    await bench.put(message(1, text="deadly"), message(2, text="behind"))
    await claimed_and_gone(bench, 3)
    async with running(bench.fresh(attempts=3).run()):
        await bench.settled()
    assert work.begun == ["behind"]
    (letter,) = await letters(bench.db)
    assert "the process ended" in letter.error
    assert await said(bench.db) == ["sorry: 1 D", "heard: behind"]


async def test_an_update_that_was_only_interrupted_is_handled(bench: Bench, work: Work) -> None:
    await bench.put(message(1, text="x"))
    await claimed_and_gone(bench, 2)
    async with running(bench.fresh(attempts=3).run()):
        await bench.settled()
    assert work.done == ["x"]


async def test_suspects_run_alone_and_first(bench: Bench, work: Work) -> None:
    await bench.put(*(message(i, chat=i, text=f"t{i}") for i in range(1, 7)))
    await claimed_and_gone(bench, 1, only=2)
    await claimed_and_gone(bench, 1, only=4)
    gates = {text: work.hold(text) for text in ("t2", "t4")}
    async with running(bench.fresh().run()):
        for text in ("t2", "t4"):
            await eventually(lambda t=text: work.begun[-1:] == [t])  # type: ignore[misc]
            await asyncio.sleep(0.02)
            assert work.begun[-1] == text, "nobody else is at work while a suspect is"
            gates[text].set()
        await reaches(lambda: depth(bench.db), (0, 0))
    assert work.begun[:2] == ["t2", "t4"]
    assert set(work.done) == {f"t{i}" for i in range(1, 7)}


async def test_only_the_guilty_collects_attempts(bench: Bench, work: Work) -> None:
    """Of several that were in work when the process ended, each is tried alone."""
    await bench.put(message(1, 1, "innocent"), message(2, 2, "deadly"), message(3, 3, "bystander"))
    await bench.db.write(lambda tx: inbox.claim(tx, set(), 2))
    async with running(bench.fresh().run()):
        await reaches(lambda: depth(bench.db), (0, 0))
    assert work.begun == ["innocent", "deadly", "bystander"]
    assert work.most == 1
    assert [row.attempts for row in await rows(bench.db)] == [2, 2, 1]


# --- the database in trouble


async def test_a_full_disk_is_not_held_against_the_update(
    bench: Bench, work: Work, machine: HandMachineClock
) -> None:
    work.errors["x"] = [StoreError("database or disk is full")] * 10
    await bench.put(message(1, text="x"), message(2, text="behind"))
    async with running(bench.fresh(attempts=3).run()):
        for tried in range(1, 11):
            await eventually(lambda n=tried: work.begun.count("x") == n)  # type: ignore[misc]
            await eventually(lambda: machine.pauses)
            assert machine.pauses == [1.0]
            machine.move(1.0)
        await reaches(lambda: depth(bench.db), (0, 0))
    assert work.done == ["x", "behind"]
    assert await said(bench.db) == ["heard: x", "heard: behind"]


async def test_after_a_full_disk_and_a_new_start_the_update_is_handled(
    bench: Bench, work: Work, machine: HandMachineClock
) -> None:
    work.errors["x"] = [StoreError("database or disk is full")] * 5
    await bench.put(message(1, text="x"))
    async with running(bench.fresh(attempts=3).run()):
        for tried in range(1, 6):
            await eventually(lambda n=tried: work.begun.count("x") == n)  # type: ignore[misc]
            await eventually(lambda: machine.pauses)
            machine.move(1.0)
    async with running(bench.fresh(attempts=3).run()):
        await bench.settled()
    assert await depth(bench.db) == (0, 0)


async def test_a_disk_that_is_really_full(bench: Bench, machine: HandMachineClock) -> None:
    """The claim still fits, the work doesn't; once there is room everything is done."""
    done: list[str] = []

    async def handler(update: Update, ctx: Context) -> None:
        async def verb(tx: Tx) -> None:
            await people.remember(tx, text_of(update), "字" * 100_000)

        await ctx.unit.commit(verb)
        done.append(text_of(update))

    bench.on_update(handler)
    await bench.put(*(message(i, chat=i, text=f"t{i}") for i in range(1, 5)))
    conn = bench.db._conn
    assert conn is not None
    pages = (await conn.exec_driver_sql("PRAGMA page_count")).scalar_one()
    await conn.exec_driver_sql(f"PRAGMA max_page_count={pages + 1}")
    async with running(bench.fresh(attempts=2).run()):
        for _ in range(6):
            await eventually(lambda: machine.pauses)
            machine.move(1.0)
            await asyncio.sleep(0.01)
        assert done == []
        await conn.exec_driver_sql("PRAGMA max_page_count=1000000000")
        await bench.settled()
    assert sorted(done) == ["t1", "t2", "t3", "t4"]
    assert await depth(bench.db) == (0, 0)
