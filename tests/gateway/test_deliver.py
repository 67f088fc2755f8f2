"""One sender: its order, its budget, its patience, and what it gives up."""

import asyncio
import hashlib
import itertools
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.notices import Priority
from bot.gateway.budget import Rates
from bot.gateway.deliver import HOPELESS_TRIES, IN_FLIGHT
from bot.gateway.transport import (
    BadToken,
    BotApi,
    Gone,
    Migrated,
    NoAnswer,
    NotModified,
    Refused,
    SlowDown,
    Vanished,
)
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.store import cases, outbox, people, sending, slots, spoken
from bot.store.db import Database, StoreError, Tx
from bot.store.files import keep_file
from bot.store.outbox import EDIT, Say
from bot.store.tables import outbox as table
from tests.factories import HandMachineClock, case, event, eventually
from tests.gateway.conftest import (
    Post,
    ScriptedApi,
    SmallDesk,
    faults,
    post,
    reaches,
    running,
    say,
    unsent,
    word,
)

WANG, LI, GROUP = 1001, 1002, -501
E, A, N = Priority.EMERGENCY, Priority.ANSWER, Priority.NOTICE
TELEGRAM = Rates()


@pytest.fixture(autouse=True)
async def many_cases(db: Database) -> None:
    async def work(tx: Tx) -> None:
        await people.meet(tx, 1001, "zh-Hans")
        for i in range(1, 61):
            c = case(id=i, number=f"261120-{i:04d}")
            await cases.insert_case(tx, c, event(c))

    await db.write(work)


@pytest.fixture
def sender(db: Database, scripted: ScriptedApi, desk: SmallDesk, machine: HandMachineClock) -> Post:
    return post(db, scripted, desk, machine)


@pytest.fixture
def measured(db: Database, scripted: ScriptedApi, desk: SmallDesk, machine: HandMachineClock) -> Post:
    """With Telegram's rates."""
    return post(db, scripted, desk, machine, TELEGRAM)


@pytest.fixture
def real(db: Database, api: BotApi, desk: SmallDesk, machine: HandMachineClock) -> Post:
    """Over HTTP to the server, which counts as Telegram does."""
    return post(db, api, desk, machine, TELEGRAM)


def card(text: str, case_id: int = 1, chat: int = GROUP, **more: Any) -> Say:
    return word(chat, text, case_id=case_id, slot=f"card:{case_id}", brief=f"brief {text}", **more)


def end(text: str, case_id: int = 1, chat: int = GROUP) -> Say:
    return word(chat, text, case_id=case_id, slot=f"card:{case_id}", edit_only=True)


async def rows(db: Database) -> list[Any]:
    async with db.read() as conn:
        return list(await conn.execute(select(table).order_by(table.c.seq)))


async def statuses(db: Database) -> list[str]:
    return [row.status for row in await rows(db)]


async def standing(db: Database, slot: str = "card:1", chat: int = GROUP) -> int | None:
    async with db.read() as conn:
        return await slots.standing(conn, chat, slot)


# --- order


async def test_order_holds_within_a_chat_and_case_whatever_the_priority(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, *(word(WANG, str(i), case_id=1, priority=[N, E, A][i % 3]) for i in range(9)))
    await sender.drain()
    assert scripted.to(WANG) == [str(i) for i in range(9)]


async def test_between_cases_the_more_urgent_goes_first(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(
        db,
        word(WANG, "notice", case_id=1, priority=N),
        word(WANG, "answer", case_id=2, priority=A),
        word(WANG, "emergency", case_id=3, priority=E),
        word(WANG, "answer, later", case_id=4, priority=A),
    )
    await sender.drain()
    assert scripted.to(WANG) == ["emergency", "answer", "answer, later", "notice"]


async def test_what_waits_before_an_emergency_goes_with_it(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(
        db,
        word(WANG, "other", case_id=2, priority=A),
        word(WANG, "first", case_id=1, priority=N),
        word(WANG, "emergency", case_id=1, priority=E),
    )
    await sender.drain()
    assert scripted.to(WANG) == ["first", "emergency", "other"]


async def test_one_at_a_time_in_a_chat_and_several_chats_at_once(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    gate = scripted.gates[WANG] = asyncio.Event()
    await say(db, word(WANG, "held", case_id=1), word(WANG, "next", case_id=2), word(LI, "a"), word(LI, "b"))
    async with running(sender.deliverer.run()):
        await eventually(lambda: scripted.to(LI) == ["a", "b"])
        assert scripted.to(WANG) == ["held"]
        gate.set()
        await eventually(lambda: scripted.to(WANG) == ["held", "next"])


async def test_a_send_that_ends_while_the_outbox_is_read_keeps_its_place(
    sender: Post, scripted: ScriptedApi, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = scripted.gates[WANG] = asyncio.Event()
    await say(db, word(WANG, "a1", case_id=1), word(WANG, "a2", case_id=1), word(WANG, "b1", case_id=2))
    await sender.deliverer.step()
    await eventually(lambda: scripted.to(WANG) == ["a1"])
    look = sending.heads

    async def looks_slowly(conn: AsyncConnection) -> list[sending.Lane]:
        lanes = await look(conn)
        gate.set()
        await eventually(lambda: sender.deliverer.idle)
        return lanes

    monkeypatch.setattr(sending, "heads", looks_slowly)
    await sender.deliverer.step()
    await sender.drain()
    assert scripted.to(WANG) == ["a1", "a2", "b1"]


async def test_no_more_at_once_than_can_be_in_flight(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    chats = range(1, IN_FLIGHT + 9)
    for chat in chats:
        scripted.gates[chat] = asyncio.Event()
    await say(db, *(word(chat, "x") for chat in chats))
    async with running(sender.deliverer.run()):
        await eventually(lambda: len(scripted.calls) >= IN_FLIGHT)
        await asyncio.sleep(0.02)
        assert len(scripted.calls) == IN_FLIGHT
        for chat in chats:
            scripted.gates[chat].set()
        await reaches(lambda: unsent(db), 0)


async def test_what_is_said_is_recorded_with_the_id_that_telegram_gave(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, word(WANG, "a"), card("b"))
    await sender.drain()
    assert [(r.status, r.message_id, r.attempts) for r in await rows(db)] == [("sent", 1, 1), ("sent", 2, 1)]
    assert await standing(db) == 2


# --- logical messages


async def test_versions_that_wait_are_one_message_and_the_latest_wins(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, card("一"), card("二"), card("三"))
    await sender.drain()
    assert [(c.method, c.text) for c in scripted.calls] == [("sendMessage", "三")]


async def test_what_stands_is_edited(sender: Post, scripted: ScriptedApi, db: Database) -> None:
    await say(db, card("一"))
    await sender.drain()
    await say(db, card("二"))
    await sender.drain()
    first, second = scripted.calls
    assert (second.method, second.text, second.params["message_id"]) == (EDIT, "二", 1)
    assert first.params["chat_id"] == second.params["chat_id"]
    assert await standing(db) == 1


async def test_a_version_that_comes_while_the_last_is_on_its_way_is_an_edit_of_it(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    gate = scripted.gates[GROUP] = asyncio.Event()
    await say(db, card("一"))
    async with running(sender.deliverer.run()):
        await eventually(lambda: scripted.calls)
        await say(db, card("二"))
        await say(db, card("三"))
        gate.set()
        sender.deliverer.wake()
        await reaches(lambda: unsent(db), 0)
    assert [(c.method, c.text) for c in scripted.calls] == [("sendMessage", "一"), (EDIT, "三")]


async def test_the_latest_wins_over_a_version_that_had_to_wait_again(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    gate = scripted.gates[GROUP] = asyncio.Event()
    scripted.script[GROUP] = faults(SlowDown(5))
    await say(db, card("一"))
    async with running(sender.deliverer.run()):
        await eventually(lambda: scripted.calls)
        await say(db, card("二"))
        gate.set()
        await eventually(lambda: sender.machine.pauses)
        await say(db, card("三"))
        sender.machine.move(5)
        await reaches(lambda: unsent(db), 0)
    assert scripted.texts[-1] == "三"


async def test_an_edit_that_changes_nothing_is_success(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, card("一"))
    await sender.drain()
    await say(db, card("二"))
    scripted.script[GROUP] = faults(NotModified("message is not modified"))
    await sender.drain()
    assert await statuses(db) == ["sent", "sent"]
    assert await standing(db) == 1


async def test_a_message_that_vanished_is_sent_anew(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, card("一"))
    await sender.drain()
    await say(db, card("二"))
    scripted.script[GROUP] = faults(Vanished("message to edit not found"))
    await sender.drain()
    assert [(c.method, c.text) for c in scripted.calls] == [
        ("sendMessage", "一"),
        (EDIT, "二"),
        ("sendMessage", "二"),
    ]
    assert await standing(db) == 2


async def test_an_end_of_a_message_that_vanished_is_not_sent_anew(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, card("一"))
    await sender.drain()
    await say(db, end("已转走"))
    scripted.script[GROUP] = faults(Vanished("message to edit not found"))
    await sender.drain()
    assert [c.method for c in scripted.calls] == ["sendMessage", EDIT]
    assert await statuses(db) == ["sent", "dropped"]
    assert await standing(db) is None


async def test_an_end_of_a_message_that_never_came_to_stand_is_not_said(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    gate = scripted.gates[GROUP] = asyncio.Event()
    scripted.script[GROUP] = faults(Refused("400 Bad Request"))
    await say(db, card("一"))
    async with running(sender.deliverer.run()):
        await eventually(lambda: scripted.calls)
        await say(db, end("已转走"))
        gate.set()
        await reaches(lambda: unsent(db), 0)
    assert scripted.texts == ["一"]
    assert await statuses(db) == ["failed", "dropped"]


async def test_an_end_of_a_line_in_a_bundle_is_not_said(
    measured: Post, scripted: ScriptedApi, db: Database, machine: HandMachineClock
) -> None:
    await say(db, *(card(f"c{i}", i) for i in range(1, 51)))
    await measured.drain()
    machine.move(60)
    before = len(scripted.calls)
    await say(db, end("已转走", 1))
    await measured.drain()
    assert len(scripted.calls) == before


async def test_a_message_that_vanishes_while_it_is_over_and_comes_back_is_sent_anew(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, card("一"))
    await sender.drain()
    await say(db, end("已转走"), card("又回来了"))
    scripted.script[GROUP] = faults(Vanished("message to edit not found"))
    await sender.drain()
    assert [(c.method, c.text) for c in scripted.calls[1:]] == [
        (EDIT, "又回来了"),
        ("sendMessage", "又回来了"),
    ]


async def test_an_edit_carries_only_what_an_edit_may(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    params = {
        "text": "一",
        "parse_mode": "HTML",
        "reply_parameters": {"message_id": 3},
        "protect_content": True,
    }
    both = [
        Say(GROUP, "sendMessage", {**params, "text": t}, "card", slot="card:1", case_id=1) for t in "一二"
    ]
    await say(db, both[0])
    await sender.drain()
    await say(db, both[1])
    await sender.drain()
    assert set(scripted.calls[0].params) == {*params, "chat_id"}
    assert set(scripted.calls[1].params) == {"text", "parse_mode", "chat_id", "message_id"}


async def test_a_reply_below_a_logical_message_finds_it(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    below = {"text": "照片", "reply_parameters": {"$slot": "card:1"}}
    await say(db, Say(GROUP, "sendMessage", below, "attachment", case_id=1), card("卡", 2))
    await say(db, card("卡", 1), Say(GROUP, "sendMessage", below, "attachment", case_id=1))
    await sender.drain()
    replies = [c.params.get("reply_parameters") for c in scripted.calls if c.text == "照片"]
    one = await standing(db)
    assert replies == [None, {"message_id": one, "allow_sending_without_reply": True}]
    assert all("$" not in str(c.params) for c in scripted.calls)


# --- faults


async def test_retry_after_is_obeyed_for_that_chat_only(
    sender: Post, scripted: ScriptedApi, db: Database, machine: HandMachineClock
) -> None:
    begin = machine.monotonic()
    scripted.script[WANG] = faults(SlowDown(30))
    await say(db, *(word(WANG, f"w{i}") for i in range(3)), *(word(LI, f"l{i}") for i in range(3)))
    await sender.drain()
    assert [(c.text, c.at - begin) for c in scripted.calls if c.params["chat_id"] == WANG] == [
        ("w0", 0.0),
        ("w0", 30.0),
        ("w1", 30.0),
        ("w2", 30.0),
    ]
    assert {c.at - begin for c in scripted.calls if c.params["chat_id"] == LI} == {0.0}


@pytest.mark.parametrize(
    "fault", [NoAnswer("ServerDisconnectedError"), NoAnswer("502 Bad Gateway"), BadToken("x")]
)
async def test_faults_of_the_network_are_waited_out_with_growing_pauses(
    sender: Post, scripted: ScriptedApi, db: Database, machine: HandMachineClock, fault: NoAnswer
) -> None:
    scripted.script[WANG] = faults(*[fault] * 12)
    await say(db, word(WANG, "a", case_id=1), word(WANG, "b", case_id=1))
    await sender.drain()
    times = [c.at for c in scripted.calls if c.text == "a"]
    pauses = [b - a for a, b in itertools.pairwise(times)]
    assert len(pauses) == 12
    for pause, base in zip(pauses, [1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60], strict=True):
        assert 0.79 * base <= pause <= 1.21 * base
    assert scripted.texts[-1] == "b", "order holds through it"
    assert await statuses(db) == ["sent", "sent"]


async def test_only_a_message_that_alone_gets_no_answer_is_given_up(
    sender: Post, scripted: ScriptedApi, db: Database, machine: HandMachineClock
) -> None:
    """Waiting for its turn, and an outage of the whole network, are not the message's fault."""
    scripted.script[WANG] = faults(*[SlowDown(60)] * 7, *[NoAnswer("timeout")] * 9)
    await say(db, word(WANG, "patient", case_id=1))
    while (await statuses(db))[0] == "pending":
        if len(scripted.script[WANG]) < 3:  # the network is back, but for one more slip
            await say(db, word(LI, "other", case_id=2))
        await sender.step()
        machine.move(20)
    assert (await statuses(db))[0] == "sent"
    scripted.script[WANG] = faults(*[NoAnswer("timeout")] * 100)
    await say(db, word(WANG, "poison", case_id=1))
    while "failed" not in await statuses(db):
        await say(db, word(LI, "other", case_id=2))
        await sender.step()
        machine.move(20)
    assert len(scripted.script[WANG]) == 100 - HOPELESS_TRIES
    assert [row.params["text"] for row in await rows(db) if row.status == "failed"] == ["poison"]


@pytest.mark.parametrize("fault", [SlowDown(30), NoAnswer("timeout"), None])
async def test_what_is_taken_back_on_its_way_is_not_tried_again_and_what_arrives_is_known(
    sender: Post, scripted: ScriptedApi, db: Database, desk: SmallDesk, fault: NoAnswer | None
) -> None:
    gate = scripted.gates[GROUP] = asyncio.Event()
    scripted.script[GROUP] = faults(fault)
    await say(
        db,
        word(GROUP, "secret", case_id=1),
        word(GROUP, "more of it", case_id=1),
        word(GROUP, "b", case_id=2),
    )
    async with running(sender.deliverer.run()):
        await eventually(lambda: scripted.calls)
        assert await db.write(lambda tx: outbox.drop_about(tx, GROUP, 1)) == 2
        gate.set()
        await eventually(lambda: sender.machine.pauses or len(scripted.calls) == 2)
        sender.machine.move(60)
        await reaches(lambda: unsent(db), 0)
    assert scripted.texts == ["secret", "b"]
    arrived = fault is None
    assert await statuses(db) == ["sent" if arrived else "dropped", "dropped", "sent"]
    assert desk.too_late == ([("word", GROUP, 1)] if arrived else [])


async def test_a_refused_message_is_recorded_and_does_not_hold_up_the_next(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    scripted.script[WANG] = faults(Refused("400 Bad Request: can't parse entities"))
    await say(db, word(WANG, "bad", case_id=1), word(WANG, "good", case_id=1))
    await sender.drain()
    first, second = await rows(db)
    assert (first.status, second.status) == ("failed", "sent")
    assert "can't parse entities" in first.error
    async with db.read() as conn:
        assert await sending.refused(conn) == 1


async def test_a_chat_that_is_gone_is_given_up_with_all_that_waits_for_it(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    scripted.script[WANG] = faults(Gone("Forbidden: bot was blocked by the user"))
    await say(db, word(WANG, "a", case_id=1), word(WANG, "b", case_id=2), word(LI, "c"))
    await sender.drain()
    assert scripted.to(WANG) == ["a"]
    found = await rows(db)
    assert [r.status for r in found] == ["gone", "gone", "sent"]
    assert found[0].error == "Forbidden: bot was blocked by the user"


async def test_a_group_that_became_a_supergroup_is_followed(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    scripted.script[GROUP] = faults(Migrated(-1000501))
    await say(db, card("卡"), word(GROUP, "b", case_id=2))
    await sender.drain()
    assert scripted.to(GROUP) == ["卡"]
    assert scripted.to(-1000501) == ["卡", "b"]
    assert await standing(db, chat=-1000501) is not None
    assert await standing(db) is None


async def test_an_unexpected_failure_does_not_hold_a_chat_up_for_ever(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    """A file that is no longer there, say."""
    bad = Say(WANG, "sendDocument", {"document": {"$file": "0" * 64, "name": "x"}}, "ledger", case_id=1)
    await say(db, bad, word(WANG, "behind", case_id=1), word(LI, "other"))
    await sender.drain(seconds=3600)
    assert scripted.to(WANG) == ["behind"]
    assert await statuses(db) == ["failed", "sent", "sent"]


# --- the database in trouble


class Unkept:
    """A database whose commits fail as often as it is told."""

    def __init__(self, db: Database) -> None:
        self.write = db.write
        self.failures = 0
        db.write = self.failing  # type: ignore[method-assign]

    async def failing(self, work: Any, cause: str | None = None) -> Any:
        if self.failures:
            self.failures -= 1
            raise StoreError("database or disk is full")
        return await self.write(work, cause)


async def test_what_was_sent_is_recorded_later_and_not_sent_again_and_again(
    sender: Post, scripted: ScriptedApi, db: Database, machine: HandMachineClock
) -> None:
    gate = scripted.gates[GROUP] = asyncio.Event()
    await say(db, card("卡"), word(GROUP, "next", case_id=1))
    trouble = Unkept(db)
    async with running(sender.deliverer.run()):
        await eventually(lambda: scripted.calls)
        trouble.failures = 20
        gate.set()
        for _ in range(40):
            await asyncio.sleep(0.002)
            machine.move(1.0)
        await reaches(lambda: unsent(db), 0)
    assert scripted.texts == ["卡", "next"]
    assert await statuses(db) == ["sent", "sent"]


async def test_a_full_disk_at_the_start_is_waited_out(
    sender: Post, scripted: ScriptedApi, db: Database, machine: HandMachineClock
) -> None:
    await say(db, word(WANG, "a"))
    trouble = Unkept(db)
    trouble.failures = 3
    async with running(sender.deliverer.run()) as task:
        for _ in range(3):
            await eventually(lambda: machine.pauses)
            assert not task.done()
            machine.move(1.0)
            await asyncio.sleep(0.005)
        await eventually(lambda: scripted.calls)
    assert scripted.texts == ["a"]


async def test_after_a_crash_between_claim_and_record_it_is_sent_again(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, word(WANG, "a", case_id=1), word(WANG, "b", case_id=1))
    await db.write(lambda tx: sending.claim(tx, [1]))  # and the process ends
    async with running(sender.deliverer.run()):
        await reaches(lambda: unsent(db), 0)
    assert scripted.texts == ["a", "b"]
    assert (await rows(db))[0].attempts == 2


async def test_what_is_on_its_way_when_service_stops_is_recorded(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    gate = scripted.gates[WANG] = asyncio.Event()
    await say(db, word(WANG, "a"), word(WANG, "b"))
    async with running(sender.deliverer.run()) as task:
        await eventually(lambda: scripted.calls)
        task.cancel()
        await asyncio.sleep(0.01)
        gate.set()
        await eventually(task.done)
    assert await statuses(db) == ["sent", "pending"]


# --- the budget


def most_within(times: list[float], seconds: float) -> int:
    return max(sum(t <= u < t + seconds - 1e-6 for u in times) for t in times)


async def test_thirty_a_second_in_all(measured: Post, scripted: ScriptedApi, db: Database) -> None:
    await say(db, *(word(chat, "x") for chat in range(1, 121)))
    took = await measured.drain()
    assert most_within([c.at for c in scripted.calls], 1.0) <= 30
    assert len(scripted.calls) == 120
    assert took == pytest.approx(3.0)


async def test_one_a_second_in_a_private_chat(measured: Post, scripted: ScriptedApi, db: Database) -> None:
    await say(db, *(word(WANG, str(i)) for i in range(20)))
    took = await measured.drain()
    assert most_within([c.at for c in scripted.calls], 3.0) <= 3
    assert 15 <= took <= 20
    assert scripted.texts == [str(i) for i in range(20)]


async def test_twenty_a_minute_in_a_group(measured: Post, scripted: ScriptedApi, db: Database) -> None:
    await say(db, *(word(GROUP, str(i), case_id=i + 1) for i in range(50)))
    took = await measured.drain()
    assert most_within([c.at for c in scripted.calls], 60.0) <= 20
    assert scripted.texts == [str(i) for i in range(50)]
    assert took == pytest.approx(120.0)


async def test_a_busy_chat_does_not_hold_up_the_others(
    measured: Post, scripted: ScriptedApi, db: Database, machine: HandMachineClock
) -> None:
    begin = machine.monotonic()
    await say(db, *(word(GROUP, str(i)) for i in range(40)), word(WANG, "quiet"))
    await measured.drain()
    assert [c.at - begin for c in scripted.calls if c.text == "quiet"] == [0.0]


async def test_when_all_wait_for_the_budget_the_urgent_go_first(
    measured: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, *(word(chat, f"n{chat}", priority=N) for chat in range(1, 61)))
    await measured.step()
    await say(db, word(900, "emergency", priority=E), word(901, "answer", priority=A))
    await measured.drain()
    assert scripted.texts[IN_FLIGHT : IN_FLIGHT + 2] == ["emergency", "answer"]


async def test_a_flood_of_cards_comes_bundled(measured: Post, scripted: ScriptedApi, db: Database) -> None:
    await say(db, *(card(f"c{i}", i) for i in range(1, 51)))
    took = await measured.drain()
    assert took == 0.0
    assert len(scripted.calls) <= 20
    lines = [line for text in scripted.texts for line in text.split("\n")]
    assert [line.removeprefix("brief ") for line in lines] == [f"c{i}" for i in range(1, 51)]
    assert all(text.count("\n") < 10 for text in scripted.texts), "no more than ten in one"
    bundled = [r for r in await rows(db) if r.status == "bundled"]
    assert len(bundled) >= 30
    async with db.read() as conn:
        assert await spoken.about(conn, GROUP, bundled[0].message_id) is None


async def test_as_many_cards_as_the_budget_allows_come_by_themselves(
    measured: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, *(card(f"c{i}", i) for i in range(1, 21)))
    await measured.drain()
    assert scripted.texts == [f"c{i}" for i in range(1, 21)]


async def test_a_card_that_stood_in_a_bundle_is_sent_in_full_when_it_changes(
    measured: Post, scripted: ScriptedApi, db: Database, machine: HandMachineClock
) -> None:
    await say(db, *(card(f"c{i}", i) for i in range(1, 51)))
    await measured.drain()
    machine.move(60)
    before = len(scripted.calls)
    await say(db, card("办理中", 1))
    await measured.drain()
    assert [(c.method, c.text) for c in scripted.calls[before:]] == [("sendMessage", "办理中")]


async def test_words_are_not_bundled_and_keep_their_place(
    measured: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, word(GROUP, "before", case_id=1), *(card(f"c{i}", i) for i in range(1, 41)))
    await say(db, word(GROUP, "after", case_id=5))
    await measured.drain()
    whole = "\n".join(scripted.texts)
    assert scripted.texts.count("before") == scripted.texts.count("after") == 1
    assert whole.index("before") < whole.index("c1\n")
    assert whole.index("c5\n") < whole.index("after")


async def test_a_bundle_that_is_refused_is_taken_apart(
    measured: Post, scripted: ScriptedApi, db: Database
) -> None:
    scripted.script[GROUP] = faults(Refused("400 Bad Request: can't parse entities"))
    await say(db, *(card(f"c{i}", i) for i in range(1, 31)))
    await measured.drain()
    whole = "\n".join(scripted.texts[1:])
    assert all(f"c{i}" in whole for i in range(1, 31))
    assert set(await statuses(db)) <= {"sent", "bundled"}


async def test_a_bundle_that_must_wait_is_sent_whole_later(
    measured: Post, scripted: ScriptedApi, db: Database
) -> None:
    scripted.script[GROUP] = faults(SlowDown(9), NoAnswer("x"))
    await say(db, *(card(f"c{i}", i) for i in range(1, 31)))
    await measured.drain()
    assert "c30" in "\n".join(scripted.texts)
    assert set(await statuses(db)) <= {"sent", "bundled"}


# --- over HTTP


def texts(world: World, chat: int) -> list[str]:
    return [m["text"] for m in world.messages(chat) if m["from"]["is_bot"]]


async def test_telegram_never_has_to_say_slow_down(
    real: Post, world: World, server: SandboxServer, db: Database, wang: int
) -> None:
    group: int = world.add_group("住建局群", [wang])["id"]
    await say(
        db,
        *(word(wang, f"w{i}") for i in range(12)),
        *(word(group, f"g{i}", case_id=1 + i % 3) for i in range(25)),
        *(card(f"c{i}", i, chat=group) for i in range(1, 31)),
    )
    await real.drain()
    assert [a for _, _, a in server.calls if not a["ok"]] == []
    assert texts(world, wang) == [f"w{i}" for i in range(12)]
    lines = [line for text in texts(world, group) for line in text.split("\n")]
    assert {line.removeprefix("brief ") for line in lines} >= {f"c{i}" for i in range(1, 31)}
    for lane in range(3):
        ours = [int(t[1:]) for t in texts(world, group) if t[0] == "g" and (int(t[1:]) % 3) == lane]
        assert ours == sorted(ours)


async def test_a_lost_answer_repeats_a_message_and_never_loses_it(
    real: Post, world: World, db: Database, wang: int
) -> None:
    world.add_fault(method="sendMessage", kind="drop_after")
    await say(db, word(wang, "a", case_id=1), word(wang, "b", case_id=1))
    await real.drain()
    assert texts(world, wang) == ["a", "a", "b"]


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "drop_before"},
        {"kind": "error", "error_code": 500},
        {"kind": "error", "error_code": 502, "description": "Bad Gateway"},
        {"kind": "error", "error_code": 429, "parameters": {"retry_after": 3}},
    ],
)
async def test_what_did_not_take_effect_is_sent_once(
    real: Post, world: World, db: Database, wang: int, fault: dict[str, Any]
) -> None:
    world.add_fault(method="sendMessage", times=2, **fault)
    await say(db, word(wang, "a", case_id=1), word(wang, "b", case_id=1))
    await real.drain()
    assert texts(world, wang) == ["a", "b"]


async def test_a_network_that_goes_and_comes(real: Post, world: World, db: Database, wang: int) -> None:
    world.network("off")
    await say(db, word(wang, "a", case_id=1), word(wang, "b", case_id=1))
    for _ in range(3):
        pause = await real.step()
        real.machine.move(pause or 0.0)
    assert await unsent(db) == 2
    world.network("on")
    await real.drain()
    assert texts(world, wang) == ["a", "b"]


async def test_cards_are_edited_in_place_and_sent_anew_after_somebody_deleted_them(
    real: Post, world: World, db: Database, wang: int
) -> None:
    await say(db, card("一", chat=wang))
    await real.drain()
    await say(db, card("二", chat=wang))
    await real.drain()
    await say(db, card("二", chat=wang))  # not modified
    await real.drain()
    (shown,) = [m for m in world.messages(wang) if m["from"]["is_bot"]]
    assert shown["text"] == "二"
    world.delete(wang, wang, shown["message_id"])
    await say(db, card("三", chat=wang))
    await real.drain()
    assert texts(world, wang) == ["三"]
    assert set(await statuses(db)) == {"sent"}


@pytest.mark.parametrize(
    "name",
    ["台账 2026年11月.xlsx", '台账"三".xlsx', "a;b=c.xlsx", "ledger.xlsx", "台账%22.xlsx", "逗,号.xlsx"],
)
async def test_a_file_arrives_with_its_name_and_content(
    real: Post, world: World, server: SandboxServer, db: Database, wang: int, name: str
) -> None:
    content = bytes(range(256)) * 40

    async def work(tx: Tx) -> None:
        digest = await keep_file(tx, content)
        params = {
            "document": {"$file": digest, "name": name},
            "caption": "<b>十一月</b>台账",
            "parse_mode": "HTML",
            "reply_markup": {"inline_keyboard": [[{"text": "打开", "callback_data": "l:1"}]]},
        }
        await outbox.add(tx, Say(wang, "sendDocument", params, "ledger"))

    await db.write(work)
    await real.drain()
    (sent,) = [m for m in world.messages(wang) if "document" in m]
    assert sent["document"]["file_name"] == name
    assert sent["caption"] == "十一月台账"
    assert sent["reply_markup"]["inline_keyboard"][0][0]["text"] == "打开"
    stored = next(f for f in server.world.files._by_id.values() if f.file_id == sent["document"]["file_id"])
    assert hashlib.sha256(stored.data).digest() == hashlib.sha256(content).digest()


async def test_somebody_who_blocked_the_bot_is_given_up(
    real: Post, world: World, db: Database, wang: int
) -> None:
    world.block(wang, True)
    await say(db, word(wang, "a", case_id=1), word(wang, "b", case_id=1))
    await real.drain()
    assert await statuses(db) == ["gone", "gone"]


async def test_somebody_who_never_started_is_given_up(real: Post, world: World, db: Database) -> None:
    stranger: int = world.add_user("路人")["id"]
    await say(db, word(stranger, "a"))
    await real.drain()
    assert await statuses(db) == ["gone"]


async def test_a_group_that_moved_is_followed_over_http(
    real: Post, world: World, db: Database, wang: int
) -> None:
    group: int = world.add_group("小组", [wang], type="group")["id"]
    await say(db, card("一", chat=group))
    await real.drain()
    new = world.migrate(group)
    await say(db, card("二", chat=group), word(group, "三", case_id=1))
    await real.drain()
    assert texts(world, new) == ["二", "三"]
