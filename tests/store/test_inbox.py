"""The inbox: stored once, claimed in each chat's order, settled once, buried and forgotten."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.store import inbox
from bot.store.db import Database
from bot.store.inbox import AlreadySettled, Claimed, Received
from bot.store.tables import dead_letters
from bot.store.tables import inbox as inbox_table
from tests.factories import NOON, HandClock

BOT = 123456


def update(update_id: int, lane: int = 1) -> Received:
    return Received(update_id, lane, f'{{"update_id": {update_id}}}')


async def add(db: Database, *updates: Received, bot_id: int = BOT) -> int:
    return await db.write(lambda tx: inbox.add(tx, bot_id, updates))


async def claim(
    db: Database, shut: tuple[int, ...] = (), room: int = 8, only: int | None = None
) -> list[Claimed]:
    return await db.write(lambda tx: inbox.claim(tx, set(shut), room, only))


async def ids(db: Database, *args: Any, **kwargs: Any) -> list[int]:
    return [c.update_id for c in await claim(db, *args, **kwargs)]


async def settle(db: Database, *letters: Claimed) -> None:
    for letter in letters:
        await db.write(lambda tx, seq=letter.seq: inbox.settle(tx, seq))  # type: ignore[misc]


async def depth(db: Database) -> tuple[int, int]:
    async with db.read() as conn:
        return await inbox.depth(conn)


async def suspects(db: Database) -> list[int]:
    async with db.read() as conn:
        return await inbox.suspects(conn)


async def test_an_update_is_stored_once(db: Database) -> None:
    assert await add(db, update(10), update(11), update(10)) == 2
    assert await add(db, update(11), update(12)) == 1
    assert await depth(db) == (3, 0)


async def test_another_bot_counts_for_itself(db: Database) -> None:
    await add(db, update(10))
    assert await add(db, update(10), bot_id=BOT + 1) == 1


async def test_nothing_to_store(db: Database) -> None:
    assert await add(db) == 0


async def test_what_was_handled_is_still_known(db: Database) -> None:
    await add(db, update(10))
    await settle(db, *await claim(db))
    assert await add(db, update(10)) == 0


async def test_a_claim_takes_the_oldest_of_each_chat_in_the_order_of_arrival(db: Database) -> None:
    await add(db, update(30, lane=3), update(20, lane=2), update(31, lane=3), update(10, lane=1))
    assert await ids(db) == [30, 20, 10]


async def test_our_own_order_counts_and_not_telegrams_ids(db: Database) -> None:
    await add(db, update(900), update(5))
    assert await ids(db) == [900]


async def test_what_is_shut_is_left_out_and_the_room_is_filled_from_the_others(db: Database) -> None:
    await add(db, *(update(i, lane=i) for i in range(1, 9)))
    assert await ids(db, shut=(1, 2, 3), room=3) == [4, 5, 6]
    assert await ids(db, shut=(1, 2, 3, 4, 5, 6), room=3) == [7, 8]
    assert await ids(db, room=0) == []


async def test_one_chat_alone(db: Database) -> None:
    await add(db, update(1, lane=1), update(2, lane=2), update(3, lane=2))
    assert await ids(db, only=2, room=1) == [2]
    assert await ids(db, only=7, room=1) == []


async def test_each_claim_counts_an_attempt_each_failure_a_failure(db: Database) -> None:
    await add(db, update(10))
    (first,) = await claim(db)
    assert (first.attempts, first.failures, first.error) == (1, 0, None)
    await db.write(lambda tx: inbox.fail(tx, first.seq, "ValueError('路灯')"))
    (second,) = await claim(db)
    assert (second.attempts, second.failures, second.error) == (2, 1, "ValueError('路灯')")
    assert (second.seq, second.raw, second.received_at) == (first.seq, '{"update_id": 10}', NOON)


async def test_the_next_of_a_chat_comes_only_after_the_first_is_settled(db: Database) -> None:
    await add(db, update(10), update(11))
    letters = await claim(db)
    assert [c.update_id for c in letters] == [10]
    assert await ids(db) == [10], "claimed again, it is still the oldest"
    await settle(db, *letters)
    assert await ids(db) == [11]


async def test_settling_twice_is_an_error_that_takes_the_work_back(db: Database) -> None:
    await add(db, update(10))
    (letter,) = await claim(db)
    await settle(db, letter)
    with pytest.raises(AlreadySettled):
        await settle(db, letter)
    with pytest.raises(AlreadySettled):
        await db.write(lambda tx: inbox.settle(tx, 999))


async def test_suspects_are_chats_whose_update_was_in_work_when_the_process_ended(db: Database) -> None:
    await add(db, update(10, lane=1), update(20, lane=2), update(30, lane=3), update(31, lane=3))
    assert await suspects(db) == []
    one, two, three = await claim(db)
    await settle(db, one)
    await db.write(lambda tx: inbox.fail(tx, two.seq, "failed, and was seen to"))
    assert await suspects(db) == [3]
    await settle(db, three)
    assert await suspects(db) == []


async def test_a_reference_that_is_taken_is_not_given_again(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter(["00aa", "00aa", "00aa", "00ab"])
    monkeypatch.setattr("bot.store.inbox.secrets.token_hex", lambda _bytes: next(drawn))
    await add(db, update(10), update(11, lane=2))
    references = [await db.write(lambda tx, c=c: inbox.bury(tx, c, "no")) for c in await claim(db)]  # type: ignore[misc]
    assert [reference[-4:] for reference in references] == ["00AA", "00AB"]


async def test_burying_keeps_the_update_word_for_word(db: Database) -> None:
    await add(db, update(10, lane=-5), update(11, lane=-5))
    (letter,) = await claim(db)
    reference = await db.write(lambda tx: inbox.bury(tx, letter, "it " + "x" * 5000))
    assert reference.startswith("D261120-")
    async with db.read() as conn:
        row = (await conn.execute(select(dead_letters))).one()
    assert (row.reference, row.update_id, row.lane, row.raw) == (reference, 10, -5, letter.raw)
    assert len(row.error) == 2000
    assert await depth(db) == (1, 1)
    assert await ids(db) == [11], "the queue goes on"
    assert await add(db, update(10)) == 0, "and it does not come back"


async def test_references_differ(db: Database) -> None:
    await add(db, *(update(i, lane=i) for i in range(1, 40)))
    letters = await claim(db, room=64)
    references = [await db.write(lambda tx, c=c: inbox.bury(tx, c, "no")) for c in letters]  # type: ignore[misc]
    assert len(set(references)) == len(letters)


async def test_purging_forgets_the_handled_after_a_while_and_never_the_waiting(
    db: Database, clock: HandClock
) -> None:
    keep = timedelta(days=14)
    await add(db, update(10, lane=1), update(20, lane=2), update(30, lane=3))
    one, two, _ = await claim(db)
    await settle(db, one)
    await db.write(lambda tx: inbox.bury(tx, two, "no"))
    clock.pass_(days=14)
    assert await db.write(lambda tx: inbox.purge(tx, keep)) == 0
    clock.pass_(seconds=1)
    assert await db.write(lambda tx: inbox.purge(tx, keep)) == 2
    async with db.read() as conn:
        assert list((await conn.execute(select(inbox_table.c.update_id))).scalars()) == [30]
    assert await depth(db) == (1, 1), "dead letters are kept"
    assert await add(db, update(10)) == 1, "an id that Telegram gives again is new"


async def test_our_own_order_never_starts_anew(db: Database, clock: HandClock) -> None:
    await add(db, update(10))
    (first,) = await claim(db)
    await settle(db, first)
    clock.pass_(days=30)
    await db.write(lambda tx: inbox.purge(tx, timedelta(days=1)))
    await add(db, update(10))
    assert (await claim(db))[0].seq > first.seq
