"""What the whole desk does with an update that can't be handled: an apology, a notice, and the queue goes on."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from telegram import Update
from telegram.ext import TypeHandler

from bot.store.tables import dead_letters
from classifier.predict import Classifier
from tests.city import City
from tests.soundness import Expected, sound_city

REFERENCE = re.compile(r"D\d{6}-[0-9A-F]{4}")


@pytest.fixture
async def strict(tmp_path: Path, classifier: Classifier) -> AsyncIterator[City]:
    """A desk that gives up at the first failure."""
    async with sound_city(tmp_path, classifier, Expected(dead_letters=1), desk={"attempts": 1}) as city:
        yield city


async def buried(city: City) -> Any:
    async with city.service.db.read() as conn:
        return (await conn.execute(select(dead_letters))).one()


async def test_a_malformed_update_is_apologised_for_and_the_next_one_is_handled(strict: City) -> None:
    admin = await strict.admin()
    citizen = await strict.citizen("陈女士")
    strict.server.world.raw_update(
        {"message": {"chat": {"id": citizen.user, "type": "private"}, "from": "陈女士", "date": "today"}}
    )
    await citizen.say("/help")
    letter = await buried(strict)
    assert "can't be understood" in letter.error
    reference = REFERENCE.fullmatch(letter.reference)
    assert reference is not None
    assert letter.reference in citizen.find("抱歉")["text"]
    assert letter.reference in admin.find("已存档")["text"]
    assert "抱歉" not in citizen.last["text"], "help came after it"


async def test_a_handler_that_fails_is_apologised_for_and_leaves_nothing_behind(strict: City) -> None:
    async def broken(update: Update, _ctx: Any) -> None:
        if update.message is not None and update.message.text == "坏":
            raise RuntimeError("a bug")

    strict.service.application.add_handler(TypeHandler(Update, broken), group=-2)
    admin = await strict.admin()
    citizen = await strict.citizen("陈女士")
    await citizen.say("坏")
    letter = await buried(strict)
    assert (letter.lane, "a bug" in letter.error) == (citizen.user, True)
    assert letter.reference in citizen.last["text"]
    assert letter.reference in admin.find("已存档")["text"]
    number = await strict.file(citizen, "小区电梯坏了半个月没人修，物业一直推脱")
    assert number


async def test_nobody_apologises_into_a_group(strict: City) -> None:
    clerk = await strict.clerk("zhujian", "李明")
    admin = await strict.admin()
    before = len(clerk.heard)
    strict.server.world.raw_update({"message": {"chat": {"id": clerk.chat, "type": "group"}, "from": 7}})
    await strict.settle()
    assert (await buried(strict)).lane == clerk.chat
    assert len(clerk.heard) == before
    assert "已存档" in admin.last["text"]
