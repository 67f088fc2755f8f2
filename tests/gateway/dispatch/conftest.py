"""A handler that does as told, and what the inbox holds after it."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select
from telegram import Update
from telegram.ext import TypeHandler

from bot.gateway.dispatch import Context
from bot.store import outbox
from bot.store.db import Database, Tx
from bot.store.tables import dead_letters
from bot.store.tables import inbox as table
from tests.gateway.conftest import Bench, word


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
