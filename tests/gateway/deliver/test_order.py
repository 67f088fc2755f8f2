"""Who goes first: order within a chat and case, urgency between them, how many at once."""

import asyncio

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.gateway.deliver import IN_FLIGHT
from bot.store import sending
from bot.store.db import Database
from tests.factories import eventually
from tests.gateway.conftest import reaches, running, say, unsent, word
from tests.gateway.deliver.conftest import LI, WANG, A, E, N, card, rows, standing
from tests.gateway.deliver.scripted import Post, ScriptedApi


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
