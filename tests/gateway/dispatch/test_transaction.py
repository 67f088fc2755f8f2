"""Each update is settled in the transaction of its work; what fails is tried again, then buried."""

import asyncio
import json
from typing import Any

import pytest
from sqlalchemy import select
from telegram import Update

from bot.core.errors import EmptyText, Refusal, StaleWrite
from bot.gateway.dispatch import Context
from bot.store.tables import outbox as outbox_table
from tests.factories import HandMachineClock, eventually
from tests.gateway.conftest import Bench, SmallDesk, depth, message, reaches, running, said
from tests.gateway.dispatch.conftest import Work, letters, nothing, rows


async def test_the_update_is_settled_in_the_transaction_of_what_it_says(bench: Bench, work: Work) -> None:
    await bench.put(message(1, text="x"))
    async with running(bench.dispatcher.run()):
        await reaches(lambda: depth(bench.db), (0, 0))
    assert await said(bench.db) == ["heard: x"]
    (row,) = await rows(bench.db)
    assert (row.status, row.attempts, row.failures) == ("done", 1, 0)


async def test_what_is_said_names_the_update_that_led_to_it(bench: Bench, work: Work) -> None:
    await bench.put(message(41, text="x"))
    async with running(bench.dispatcher.run()):
        await reaches(lambda: depth(bench.db), (0, 0))
    async with bench.db.read() as conn:
        cause = (await conn.execute(select(outbox_table.c.cause))).scalar_one()
    assert cause == "update:41"


async def test_a_handler_that_fails_has_changed_and_said_nothing(bench: Bench, work: Work) -> None:
    work.errors["x"] = [RuntimeError("a bug")] * 3
    await bench.put(message(1, text="x"))
    async with running(bench.dispatcher.run()):
        await bench.settled()
    assert "heard: x" not in await said(bench.db)


async def test_what_fails_is_tried_again_after_growing_pauses(
    bench: Bench, work: Work, machine: HandMachineClock
) -> None:
    work.errors["x"] = [RuntimeError("once"), RuntimeError("twice"), None]
    await bench.put(message(1, text="x"), message(2, text="behind"), message(3, 8, "other"))
    async with running(bench.dispatcher.run()):
        await eventually(lambda: machine.pauses)
        await eventually(lambda: "other" in work.done)
        assert (machine.pauses, work.begun.count("x")) == ([1.0], 1)
        machine.move(0.9)
        await asyncio.sleep(0.01)
        assert work.begun.count("x") == 1
        machine.move(0.1)
        await eventually(lambda: work.begun.count("x") == 2)
        await eventually(lambda: machine.pauses)
        assert machine.pauses == [2.0]
        machine.move(2.0)
        await reaches(lambda: depth(bench.db), (0, 0))
    assert work.done == ["other", "x", "behind"]
    assert (await rows(bench.db))[0].failures == 2


async def test_what_fails_to_the_end_is_a_dead_letter_and_the_queue_goes_on(bench: Bench, work: Work) -> None:
    work.errors["x"] = [RuntimeError("a bug")] * 9
    await bench.put(message(1, text="x"), message(2, text="behind"))
    async with running(bench.dispatcher.run()):
        await bench.settled()
    assert work.begun == ["x", "x", "x", "behind"]
    (letter,) = await letters(bench.db)
    assert (letter.update_id, letter.lane, json.loads(letter.raw)) == (1, 7, message(1, text="x"))
    assert "a bug" in letter.error
    assert await said(bench.db) == ["sorry: 1 D", "heard: behind"]


async def test_a_dead_letter_is_buried_even_when_nobody_can_apologise(
    bench: Bench, work: Work, desk: SmallDesk
) -> None:
    desk.broken = {"apologise"}
    work.errors["x"] = [RuntimeError("a bug")] * 9
    await bench.put(message(1, text="x"), message(2, text="behind"))
    async with running(bench.dispatcher.run()):
        await bench.settled()
    assert await depth(bench.db) == (0, 1)
    assert await said(bench.db) == ["heard: behind"]


async def test_a_handler_that_settles_nothing_is_a_failure(bench: Bench) -> None:
    async def forgets(_update: Update, _ctx: Context) -> None:
        pass

    bench.on_update(forgets)
    await bench.put(message(1))
    async with running(bench.dispatcher.run()):
        await bench.settled()
    (letter,) = await letters(bench.db)
    assert "no handler settled" in letter.error


async def test_an_update_that_no_handler_takes_is_a_failure(bench: Bench) -> None:
    await bench.put(message(1))
    async with running(bench.dispatcher.run()):
        await bench.settled()
    assert await depth(bench.db) == (0, 1)


async def test_a_second_transaction_of_one_update_is_refused(bench: Bench) -> None:
    refused: list[str] = []

    async def twice(update: Update, ctx: Context) -> None:
        await ctx.unit.commit(nothing)
        with pytest.raises(RuntimeError) as raised:
            await ctx.unit.commit(nothing)
        refused.append(str(raised.value))

    bench.on_update(twice)
    await bench.put(message(1))
    async with running(bench.dispatcher.run()):
        await reaches(lambda: depth(bench.db), (0, 0))
        await eventually(lambda: refused)
    assert refused == ["an update has one transaction"]


async def test_a_failure_after_the_commit_does_not_do_the_work_again_nor_bury_it(
    bench: Bench, work: Work, machine: HandMachineClock
) -> None:
    work.after["x"] = RuntimeError("too late to matter")
    work.errors["x"] = [RuntimeError("1"), RuntimeError("2")]
    await bench.put(message(1, text="x"), message(2, text="behind"))
    async with running(bench.dispatcher.run()):
        await bench.settled()
    assert work.done == ["x", "behind"]
    assert await said(bench.db) == ["heard: x", "heard: behind"]
    assert await depth(bench.db) == (0, 0)


async def test_an_error_handler_that_fails_too_changes_nothing(bench: Bench, work: Work) -> None:
    """PTB's own process_update returns as if nothing had happened when both raise."""

    async def on_error(_update: object, _ctx: Any) -> None:
        raise RuntimeError("and this too")

    bench.app.add_error_handler(on_error)
    work.errors["x"] = [RuntimeError("a bug"), None]
    await bench.put(message(1, text="x"))
    async with running(bench.dispatcher.run()):
        await bench.settled()
    assert work.begun == ["x", "x"]
    assert await said(bench.db) == ["heard: x"]


# --- refusals and stale writes


async def test_a_refusal_is_explained_and_settled(bench: Bench, work: Work) -> None:
    work.errors["x"] = [EmptyText()]
    await bench.put(message(1, text="x"))
    async with running(bench.dispatcher.run()):
        await reaches(lambda: depth(bench.db), (0, 0))
    assert await said(bench.db) == ["no: refused-empty"]
    assert work.begun == ["x"]


async def test_a_refusal_before_any_work_is_explained_too(bench: Bench) -> None:
    async def refuses(_update: Update, _ctx: Context) -> None:
        raise Refusal

    bench.on_update(refuses)
    await bench.put(message(1))
    async with running(bench.dispatcher.run()):
        await reaches(lambda: depth(bench.db), (0, 0))
    assert await said(bench.db) == ["no: refused"]


async def test_a_refusal_that_cannot_be_explained_ends_as_a_dead_letter(
    bench: Bench, work: Work, desk: SmallDesk
) -> None:
    desk.broken = {"refuse"}
    work.errors["x"] = [EmptyText()] * 9
    await bench.put(message(1, text="x"), message(2, text="behind"))
    async with running(bench.dispatcher.run()):
        await bench.settled()
    assert await depth(bench.db) == (0, 1)
    assert await said(bench.db) == ["sorry: 1 D", "heard: behind"]


async def test_a_stale_write_is_decided_again_at_once(
    bench: Bench, work: Work, machine: HandMachineClock
) -> None:
    work.errors["x"] = [StaleWrite("v1"), StaleWrite("v2"), None]
    await bench.put(message(1, text="x"))
    async with running(bench.dispatcher.run()):
        await reaches(lambda: depth(bench.db), (0, 0))
    assert work.begun == ["x", "x", "x"]
    assert await said(bench.db) == ["heard: x"]
    assert (await rows(bench.db))[0].failures == 0


async def test_what_stays_stale_is_a_failure(bench: Bench, work: Work) -> None:
    work.errors["x"] = [StaleWrite("v")] * 99
    await bench.put(message(1, text="x"))
    async with running(bench.dispatcher.run()):
        await bench.settled()
    assert await depth(bench.db) == (0, 1)
