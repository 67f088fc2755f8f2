"""Telegram's rates are kept, and a flood of cards comes bundled."""

import pytest

from bot.gateway.deliver import IN_FLIGHT
from bot.gateway.transport import (
    NoAnswer,
    Refused,
    SlowDown,
)
from bot.store import spoken
from bot.store.db import Database
from tests.factories import HandMachineClock
from tests.gateway.conftest import most_within, say, word
from tests.gateway.deliver.conftest import GROUP, WANG, A, E, N, card, rows, statuses
from tests.gateway.deliver.scripted import Post, ScriptedApi, faults


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
