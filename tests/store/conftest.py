"""A real SQLite file for every test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store.db import Database
from tests.factories import HandClock, open_database


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def db(tmp_path: Path, clock: HandClock) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "desk.db", clock) as database:
        yield database
