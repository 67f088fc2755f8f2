"""What is asked at every commit must not cost more as the outbox grows, which keeps all that was ever said, or the inbox."""

import sqlite3
from typing import Any

from sqlalchemy import event

from bot.core.notices import Priority
from bot.store import inbox, outbox, sending, slots
from bot.store.db import Database, Tx
from bot.store.outbox import Say

INDEXES = ("ix_outbox_waiting", "ix_outbox_slot", "ix_inbox_pending")


async def test_the_waiting_are_found_by_their_index(db: Database) -> None:
    asked: list[tuple[str, Any]] = []

    def note(_conn: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if "FROM outbox" in statement or "FROM inbox" in statement:
            asked.append((statement, parameters))

    engines = [e.sync_engine for e in (db._reading, db._writing) if e is not None]
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    card = Say(-501, "sendMessage", {"text": "card"}, "card", Priority.NOTICE, slot="card:1", brief="card")

    async def work(tx: Tx) -> None:
        await outbox.add(tx, card)  # asks what waits in the slot
        await slots.chats_with(tx.conn, "card:1")
        await inbox.claim(tx, (), 8)
        await inbox.claim(tx, (), 1, only=-501)

    await db.write(work)
    async with db.read() as conn:
        await sending.heads(conn)
        await sending.depth(conn)
        await sending.group_backlog(conn)
        await inbox.any_waiting(conn)
        await inbox.waits_in(conn, -501)
        await inbox.depth(conn)
    assert len(asked) == 10
    look = sqlite3.connect(db.path)
    try:
        for statement, parameters in asked:
            plan = [row[3] for row in look.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)]
            assert any(index in step for step in plan for index in INDEXES), (statement, plan)
    finally:
        look.close()
