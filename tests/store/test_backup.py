"""minsheng backup: a whole copy while the desk writes on, for its owner only, and never over another."""

import asyncio
import itertools
import stat
from collections.abc import Awaitable, Callable
from pathlib import Path

from typer.testing import CliRunner, Result

from bot.cli import app
from bot.config import example_path
from bot.store import people
from bot.store.db import Database, Tx
from tests.factories import HandClock


async def test_a_copy_is_made_beside_the_desk_and_can_be_served_from(
    tmp_path: Path, db: Database, clock: HandClock
) -> None:
    config = tmp_path / "config.toml"
    text = example_path().read_text("utf-8")
    config.write_text(text.replace('path = "data/minsheng.db"', f'path = "{db.path}"'), "utf-8")

    def ask(*words: str) -> Result:
        return CliRunner().invoke(app, ["backup", *words, "--config", str(config)])

    async def write(count: int) -> None:
        async def work(tx: Tx) -> None:
            await people.remember(tx, "written", count)

        await db.write(work)

    await write(0)
    writing = asyncio.create_task(_on_and_on(write))
    made = await asyncio.to_thread(ask)
    writing.cancel()
    assert made.exit_code == 0, made.output
    assert "ok: " in made.output and "0 cases" in made.output
    (copy,) = (tmp_path / "backups").iterdir()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    again = Database(copy, clock)
    await again.open()
    async with again.read() as conn:
        assert isinstance(await people.recall(conn, "written"), int)
    await again.close()
    # what is there is not touched, and what can't be is said with nothing left behind
    kept = tmp_path / "kept.db"
    kept.write_text("somebody's", "utf-8")
    refused = await asyncio.to_thread(ask, str(kept))
    assert refused.exit_code == 2 and "there already" in refused.output and kept.read_text() == "somebody's"
    nowhere = await asyncio.to_thread(ask, str(kept / "copy.db"))
    assert nowhere.exit_code == 1 and "can't be written" in nowhere.output
    config.write_text(text.replace('path = "data/minsheng.db"', f'path = "{kept}"'), "utf-8")
    broken = await asyncio.to_thread(ask, str(tmp_path / "copy.db"))
    assert broken.exit_code == 1 and "No copy was made" in broken.output
    assert not list(tmp_path.glob("copy.db*"))


async def _on_and_on(write: Callable[[int], Awaitable[None]]) -> None:
    for count in itertools.count(1):
        await write(count)
