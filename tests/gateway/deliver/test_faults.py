"""What fails: waited out, given up, or recorded later; and a database that takes nothing for a while."""

import asyncio
import itertools
from typing import Any

import pytest

from bot.gateway.deliver import HOPELESS_TRIES
from bot.gateway.transport import (
    BadToken,
    Gone,
    Migrated,
    NoAnswer,
    Refused,
    SlowDown,
)
from bot.store import outbox, sending
from bot.store.db import Database, StoreError
from bot.store.outbox import Say
from tests.factories import HandMachineClock, eventually
from tests.gateway.conftest import SmallDesk, reaches, running, say, unsent, word
from tests.gateway.deliver.conftest import GROUP, LI, WANG, card, rows, standing, statuses
from tests.gateway.deliver.scripted import Post, ScriptedApi, faults


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
        for _ in range(20):
            await eventually(lambda: machine.pauses)
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
