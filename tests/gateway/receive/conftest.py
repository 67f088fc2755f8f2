"""A store that fails when told, strange updates, and what was kept of them."""

import asyncio
import json
from typing import Any

import pytest
from sqlalchemy import select

from bot.gateway.receive import Store
from bot.store.db import Database, StoreError
from bot.store.tables import inbox as table
from tests.gateway.conftest import BOT_ID, message


async def stored(db: Database) -> list[dict[str, Any]]:
    async with db.read() as conn:
        rows = await conn.execute(select(table.c.raw).order_by(table.c.seq))
        return [json.loads(row.raw) for row in rows]


async def texts(db: Database) -> list[str]:
    return [u["message"]["text"] for u in await stored(db)]


class TroubledStore(Store):
    """Fails as often as it is told, or waits at the gate."""

    def __init__(self, db: Database, failures: int = 0) -> None:
        super().__init__(db, BOT_ID, lambda: None)
        self.failures = failures
        self.gate = asyncio.Event()
        self.gate.set()
        self.entered = 0

    async def put(self, updates: list[Any]) -> None:
        self.entered += 1
        await self.gate.wait()
        if self.failures:
            self.failures -= 1
            raise StoreError("database or disk is full")
        await super().put(updates)


@pytest.fixture
def store(db: Database) -> TroubledStore:
    return TroubledStore(db)


STRANGE: dict[str, Any] = {
    "no content": {},
    "a word for a message": {"message": "路灯"},
    "a list for a message": {"message": [1, 2]},
    "a message without anything": {"message": {}},
    "a chat that is no chat": {"message": {"chat": {"id": "seven"}, "text": "x"}},
    "an enormous chat": {"message": {"chat": {"id": 10**30, "type": "private"}, "date": 1, "message_id": 1}},
    "half a character": {"message": {**message(1)["message"], "text": "坏\ud83d了"}},
    "a nul": {"message": {**message(1)["message"], "text": "坏\x00了"}},
    "a kind of the future": {"telepathy": {"chat": {"id": 7}}},
    "a press of nothing": {"callback_query": {"id": 1}},
}
