"""A deliverer over a few cases, against an API that answers as told or the server over HTTP."""

from typing import Any

import pytest
from sqlalchemy import select

from bot.core.notices import Priority
from bot.gateway.budget import Rates
from bot.gateway.transport import BotApi
from bot.store import cases, people, slots
from bot.store.db import Database, Tx
from bot.store.outbox import Say
from bot.store.tables import outbox as table
from tests.factories import HandMachineClock, case, event
from tests.gateway.conftest import SmallDesk, word
from tests.gateway.deliver.scripted import Post, ScriptedApi, post

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
def scripted(machine: HandMachineClock) -> ScriptedApi:
    return ScriptedApi(machine)


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
