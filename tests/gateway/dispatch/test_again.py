"""Dead letters handed in again after a mend."""

import pytest
from sqlalchemy import delete

from bot.store import dead
from bot.store.db import Tx
from bot.store.tables import inbox as table
from tests.gateway.conftest import Bench, depth, message, running, said
from tests.gateway.dispatch.conftest import Work, letters


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
