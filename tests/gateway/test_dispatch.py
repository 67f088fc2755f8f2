"""One in flight a chat, the oldest first, each settled with its work; what fails is tried again, then buried."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from sqlalchemy import delete, select
from telegram import Update
from telegram.ext import TypeHandler

from bot.core.errors import EmptyText, Refusal, StaleWrite
from bot.gateway.dispatch import Context
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.store import dead, inbox, outbox, people
from bot.store.db import Database, StoreError, Tx
from bot.store.tables import dead_letters
from bot.store.tables import inbox as table
from bot.store.tables import outbox as outbox_table
from tests.factories import HandClock, HandMachineClock, eventually
from tests.gateway.conftest import Bench, SmallDesk, depth, message, reaches, running, said, word

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


async def nothing(_tx: Tx) -> None:
    pass


def text_of(update: Update) -> str:
    assert update.message is not None and update.message.text is not None
    return update.message.text


class Work:
    """A handler that waits at a gate for each text, notes what it did, and fails as told."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.done: list[str] = []
        self.now: set[int] = set()
        self.overlap = False
        self.most = 0
        self.gates: dict[str, asyncio.Event] = {}
        self.errors: dict[str, list[Exception | None]] = {}
        self.after: dict[str, Exception] = {}

    def hold(self, text: str) -> asyncio.Event:
        self.gates[text] = asyncio.Event()
        return self.gates[text]

    async def __call__(self, update: Update, ctx: Context) -> None:
        text, chat = text_of(update), update.effective_chat
        assert chat is not None
        self.overlap |= chat.id in self.now
        self.now.add(chat.id)
        self.most = max(self.most, len(self.now))
        self.begun.append(text)
        try:
            if text in self.gates:
                await self.gates[text].wait()
            error = self.errors[text].pop(0) if self.errors.get(text) else None

            async def verb(tx: Tx) -> None:
                await outbox.add(tx, word(chat.id, f"heard: {text}"))
                if error is not None:
                    raise error

            await ctx.unit.commit(verb)
            self.done.append(text)
            if text in self.after:
                raise self.after[text]
        finally:
            self.now.discard(chat.id)


@pytest.fixture
def work(bench: Bench) -> Work:
    made = Work()
    bench.app.add_handler(TypeHandler(Update, made))
    return made


async def rows(db: Database) -> list[Any]:
    async with db.read() as conn:
        return list(await conn.execute(select(table).order_by(table.c.seq)))


async def letters(db: Database) -> list[Any]:
    async with db.read() as conn:
        return list(await conn.execute(select(dead_letters).order_by(dead_letters.c.id)))


# --- order


async def test_a_chat_is_handled_one_by_one_in_order(bench: Bench, work: Work) -> None:
    await bench.put(*(message(i, chat=7, text=str(i)) for i in range(1, 31)))
    async with running(bench.dispatcher.run()):
        await reaches(lambda: depth(bench.db), (0, 0))
    assert work.done == [str(i) for i in range(1, 31)]
    assert not work.overlap


async def test_different_chats_are_handled_at_once(bench: Bench, work: Work) -> None:
    slow = work.hold("slow")
    await bench.put(message(1, 7, "slow"), message(2, 7, "behind"), message(3, 8, "a"), message(4, 9, "b"))
    async with running(bench.dispatcher.run()):
        await eventually(lambda: set(work.done) == {"a", "b"})
        assert work.begun == ["slow", "a", "b"]
        slow.set()
        await reaches(lambda: depth(bench.db), (0, 0))
    assert work.done[-2:] == ["slow", "behind"]
    assert not work.overlap


async def test_no_more_chats_at_once_than_there_are_workers(bench: Bench, work: Work) -> None:
    gates = [work.hold(f"t{i}") for i in range(20)]
    await bench.put(*(message(i + 1, chat=i + 1, text=f"t{i}") for i in range(20)))
    async with running(bench.fresh(workers=3).run()):
        await eventually(lambda: len(work.begun) == 3)
        await asyncio.sleep(0.02)
        assert len(work.begun) == 3
        for gate in gates:
            gate.set()
        await reaches(lambda: depth(bench.db), (0, 0))
    assert work.most == 3


async def test_what_comes_while_it_rests_is_taken_at_once(bench: Bench, work: Work) -> None:
    async with running(bench.dispatcher.run()):
        for i in range(1, 4):
            await bench.put(message(i, text=str(i)))
            await eventually(lambda n=i: len(work.done) == n)  # type: ignore[misc]


async def test_many_chats_with_many_updates_each_keep_their_orders(bench: Bench, work: Work) -> None:
    await bench.put(*(message(i, chat=1 + i % 11, text=f"{i % 11}:{i}") for i in range(1, 120)))
    async with running(bench.dispatcher.run()):
        await reaches(lambda: depth(bench.db), (0, 0), seconds=20)
    assert not work.overlap
    for chat in range(11):
        numbers = [int(t.partition(":")[2]) for t in work.done if t.startswith(f"{chat}:")]
        assert numbers == sorted(numbers)
    assert len(work.done) == 119


# --- one transaction


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


async def test_dead_letters_go_in_again_at_their_old_place(bench: Bench, work: Work) -> None:
    """Before what waits, in their order, also those that the inbox has forgotten; a second failure tells no citizen."""
    work.errors |= {text: [RuntimeError("a bug")] * 3 for text in ("a", "b", "c")}
    work.errors["b"] *= 2  # not mended
    await bench.put(*(message(n, text=text) for n, text in enumerate("abc", 1)))
    async with running(bench.dispatcher.run()):
        await bench.settled()
    references = [letter.reference for letter in await letters(bench.db)]
    assert len(references) == 3

    async def forget(tx: Tx) -> None:
        await tx.conn.execute(delete(table).where(table.c.update_id < 3))

    await bench.db.write(forget)
    await bench.put(message(4, text="new"))
    work.begun.clear()
    done = await bench.db.write(lambda tx: dead.hand_in(tx, references[1:]))
    assert done == references[1:]
    with pytest.raises(dead.HandedInAlready):
        await bench.db.write(lambda tx: dead.hand_in(tx, references))
    async with bench.db.read() as conn:
        assert [letter.fate for letter in await dead.listed(conn)] == ["dead", "waiting", "waiting"]
    await bench.db.write(lambda tx: dead.hand_in(tx, None))
    async with running(bench.dispatcher.run()):
        await bench.settled()
    # "a" was handed in last and is the oldest: it comes before the others
    assert work.begun == ["a", "b", "b", "b", "c", "new"]
    assert await said(bench.db) == [
        *(f"sorry: {n} D" for n in (1, 2, 3)),
        "taken up: 1", "heard: a", "again: 2 D", "taken up: 3", "heard: c", "heard: new",
    ]  # fmt: skip
    async with bench.db.read() as conn:
        found = await dead.listed(conn)
    assert [letter.fate for letter in found] == ["handled", "dead", "handled"]
    assert [letter.reference for letter in found] == references
    assert {(letter.what, letter.error) for letter in found} == {("message text", "RuntimeError")}
    assert await depth(bench.db) == (0, 1)


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


# --- buttons


def answers(server: SandboxServer) -> list[dict[str, Any]]:
    return [params for method, params, _ in server.calls if method == "answerCallbackQuery"]


@pytest.fixture
async def pressed(bench: Bench, world: World, server: SandboxServer, wang: int, api: Any) -> dict[str, Any]:
    """The update of a button's press."""
    keyboard = {"inline_keyboard": [[{"text": "签收", "callback_data": "c:claim:1"}]]}
    sent = await api.call("sendMessage", {"chat_id": wang, "text": "卡", "reply_markup": keyboard})
    world.press(wang, wang, sent["message_id"], "c:claim:1")
    (update,) = world.updates.take(0, 10)
    world.updates.clear()
    found: dict[str, Any] = update
    return found


async def test_a_press_is_answered_after_the_commit(
    bench: Bench, server: SandboxServer, pressed: dict[str, Any]
) -> None:
    gate = asyncio.Event()

    async def claim(_update: Update, ctx: Context) -> None:
        ctx.unit.toast = "已签收"
        await gate.wait()
        await ctx.unit.commit(nothing)

    bench.on_update(claim)
    await bench.put(pressed)
    async with running(bench.dispatcher.run()):
        await asyncio.sleep(0.05)
        assert answers(server) == []
        gate.set()
        await eventually(lambda: answers(server))
    assert [a["text"] for a in answers(server)] == ["已签收"]
    assert await depth(bench.db) == (0, 0)


async def test_a_refused_press_says_why_in_the_toast(
    bench: Bench, server: SandboxServer, pressed: dict[str, Any]
) -> None:
    async def refuses(_update: Update, _ctx: Context) -> None:
        raise EmptyText

    bench.on_update(refuses)
    await bench.put(pressed)
    async with running(bench.dispatcher.run()):
        await eventually(lambda: answers(server))
    assert [a["text"] for a in answers(server)] == ["no: refused-empty"]


@pytest.mark.parametrize(("seconds", "early"), [(7.9, False), (8.1, True), (3600, True)])
async def test_a_press_older_than_eight_seconds_is_answered_blank_at_once(
    bench: Bench,
    clock: HandClock,
    server: SandboxServer,
    pressed: dict[str, Any],
    seconds: float,
    early: bool,
) -> None:
    gate = asyncio.Event()

    async def claim(_update: Update, ctx: Context) -> None:
        ctx.unit.toast = "已签收"
        await gate.wait()
        await ctx.unit.commit(nothing)

    bench.on_update(claim)
    await bench.put(pressed)
    clock.pass_(seconds=seconds)
    async with running(bench.dispatcher.run()):
        if early:
            await eventually(lambda: answers(server))
        else:
            await asyncio.sleep(0.05)
            assert answers(server) == []
        gate.set()
        await reaches(lambda: depth(bench.db), (0, 0))
        await eventually(lambda: answers(server))
        await asyncio.sleep(0.02)
    assert [a.get("text") for a in answers(server)] == [None if early else "已签收"]


async def test_an_answer_that_is_refused_or_lost_holds_nothing_up(
    bench: Bench, world: World, server: SandboxServer, machine: HandMachineClock, pressed: dict[str, Any]
) -> None:
    async def claim(_update: Update, ctx: Context) -> None:
        await ctx.unit.commit(nothing)

    bench.on_update(claim)
    machine.move(60)  # Telegram has forgotten the press
    async with running(bench.dispatcher.run()) as task:
        await bench.put(pressed)
        await eventually(lambda: answers(server))
        world.network("off")
        await bench.put({**pressed, "update_id": pressed["update_id"] + 1})
        await reaches(lambda: depth(bench.db), (0, 0))
        await asyncio.sleep(0.02)
        assert not task.done()


async def test_a_failed_press_is_answered_when_it_succeeds(
    bench: Bench, server: SandboxServer, pressed: dict[str, Any]
) -> None:
    tries: list[int] = []

    async def claim(_update: Update, ctx: Context) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise RuntimeError("once")
        await ctx.unit.commit(nothing)

    bench.on_update(claim)
    await bench.put(pressed)
    async with running(bench.dispatcher.run()):
        await bench.settled()
        await eventually(lambda: answers(server))
    assert len(answers(server)) == 1


# --- stopping


async def test_what_is_in_work_when_service_stops_is_finished(bench: Bench, work: Work) -> None:
    gate = work.hold("x")
    await bench.put(message(1, text="x"), message(2, text="behind"))
    async with running(bench.dispatcher.run()) as task:
        await eventually(lambda: work.begun)
        task.cancel()
        await asyncio.sleep(0.01)
        gate.set()
        await eventually(task.done)
    assert work.done == ["x"]
    assert await depth(bench.db) == (1, 0)
