"""minsheng setup: a city from nothing in the terminal, again without harm, and what it says when something is wrong."""

import asyncio
import os
import re
import stat
import tomllib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import setup, starter
from bot.cli import app
from bot.clocks import SystemClock
from bot.config import Settings, load_settings
from bot.core.errors import BadCode
from bot.core.script import simplified
from bot.departments import LocalText, examined
from bot.sandbox.server import SandboxServer
from bot.service import inviting
from bot.service.desk import Desk
from bot.store.db import Database
from tests.factories import TOKEN
from tests.rows import each_row

CITIES = (
    setup.City("临江市", "Linjiang", "zh-Hans", "CN"),
    setup.City("新北市", "", "zh-Hant", "TW"),
    setup.City('引号"和\\市', "Quote", "en", "HK"),
    setup.City("澳門", "", "zh-HK", "MO"),
)
# The sources stand in docs/admin.md.
NUMBERS = {"CN": "110 119 120 12356", "TW": "110 119 113 1925", "HK": "999 18111", "MO": "999 2852 5222"}


@each_row("city", CITIES)
def test_the_settings_are_the_example_with_this_city(city: setup.City) -> None:
    text = setup.config_for(city)
    read = tomllib.loads(text)
    name = LocalText.model_validate(read["city"]["name"])
    assert name.get("zh-Hant" if "Hant" in city.language or "HK" in city.language else "zh-Hans") == city.name
    assert name.get("zh-Hans") == simplified(city.name), "who reads simplified characters does so here"
    assert (read["city"]["language"], read["calendar"]["region"]) == (city.language, city.region)
    assert read["city"]["timezone"] == setup.REGIONS[city.region]
    assert "望江" not in text
    assert len(re.findall("(?m)^# ", text)) > 80, "the comments are kept"
    numbers = " ".join(line["number"] for line in read["city"]["emergency"])
    assert numbers == NUMBERS[city.region], "whom to call is the region's own"
    assert "departments" not in read, "those are set up in the chat"
    begun = starter.departments(name, city.region)
    assert not examined(begun), "one triage desk, and somebody for each of the eight domains"
    assert all(name.get(city.language) in d.name.get(city.language) for d in begun) and "望江" not in str(
        begun
    )
    assert not any(d.phone for d in begun), "nobody knows them yet"


@pytest.fixture
async def telegram() -> AsyncIterator[SandboxServer]:
    server = SandboxServer(token=TOKEN)
    await server.start()
    yield server
    await server.stop()


def ask(
    folder: Path, server: SandboxServer, *more: str, typed: str = "", token: str | None = TOKEN
) -> Result:
    """Run it in a folder of its own, in a thread: the server answers meanwhile."""
    env = {"MINSHENG_TOKEN": token, "MINSHENG_TOKEN_FILE": None, "LANG": "zh_CN.UTF-8", "LC_ALL": None}
    config = ["--config", str(folder / "config.toml"), "--base-url", server.base_url]
    return CliRunner().invoke(app, ["setup", *config, *more], input=typed, env=env)


async def run(folder: Path, server: SandboxServer, *more: str, **how: str | None) -> Result:
    return await asyncio.to_thread(ask, folder, server, *more, **how)  # type: ignore[arg-type]


async def first_admin(settings: Settings, code: str, other: str) -> None:
    """Somebody opens one of two links; the other is good for nothing then."""
    db = Database(settings.store.path, SystemClock())
    await db.open()
    desk = Desk(settings, brain=None, username="b")  # type: ignore[arg-type]
    try:
        await db.write(lambda tx: inviting.accept_invitation(tx, desk, 1, "郑主任", "zh-Hans", code))
        with pytest.raises(BadCode):
            await db.write(lambda tx: inviting.accept_invitation(tx, desk, 2, "别人", "zh-Hans", other))
    finally:
        await db.close()


async def test_from_nothing_to_the_first_admin(tmp_path: Path, telegram: SandboxServer) -> None:
    """Asked at the keyboard; the token is kept for its owner only; a second time nothing is asked or lost."""
    typed = f"简体\nzh-hans\n\n临江市\nLinjiang\n美国\n大陆\n12345\n{TOKEN}\n"  # what is wrong is asked again
    first = await run(tmp_path, telegram, typed=typed, token=None)
    assert first.exit_code == 0, first.output
    for said in ("没有“简体”这种语言", "没有“美国”的节假日", "这不是令牌", "报警 110、火警和救援 119"):
        assert said in first.output
    assert "令牌是对的：@minsheng_sandbox_bot" in first.output
    link = re.search(r"https://t\.me/minsheng_sandbox_bot\?start=[\w-]+", first.output)
    assert link is not None
    assert TOKEN not in first.output
    kept = tmp_path / "data" / "token"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert f"export MINSHENG_TOKEN_FILE={kept}" in first.output and "minsheng run --config" in first.output
    # another day, in another terminal
    config = ["--config", str(tmp_path / "config.toml")]
    later = CliRunner().invoke(
        app, ["run", *config], env={"MINSHENG_TOKEN": None, "MINSHENG_TOKEN_FILE": None}
    )
    assert later.exit_code == 2 and f"export MINSHENG_TOKEN_FILE={kept}" in later.output
    settings = load_settings(tmp_path / "config.toml")
    assert settings.city.name.get("en") == "Linjiang"
    assert settings.telegram.base_file_url == telegram.base_file_url
    before = (tmp_path / "config.toml").read_text("utf-8")
    again = await run(tmp_path, telegram, token=None)
    assert again.exit_code == 0, again.output
    assert "照旧使用" in again.output
    assert (tmp_path / "config.toml").read_text("utf-8") == before
    other = re.search(r"https://t\.me/minsheng_sandbox_bot\?start=([\w-]+)", again.output)
    assert other is not None and other[0] != link[0]
    await first_admin(settings, link[0].partition("=")[2], other[1])
    third = await run(tmp_path, telegram, token=None)
    assert "管理员已经有了" in third.output and "start=" not in third.output
    served = Database(settings.store.path, SystemClock())
    served.claim_service()
    try:
        running = await run(tmp_path, telegram)
        assert running.exit_code == 1 and "已经在运行" in running.output
    finally:
        await served.close()


async def test_what_is_wrong_is_said_with_what_to_do(
    tmp_path: Path, telegram: SandboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    all_said = ("--city", "临江市", "--language", "zh-Hans", "--region", "CN")
    nobody = await run(tmp_path, telegram)
    assert nobody.exit_code == 1 and "--city 望江市" in nobody.output
    strange = await run(tmp_path, telegram, "--city", "临江市", "--language", "zh-Hans", "--region", "US")
    assert strange.exit_code == 1 and "CN、TW、HK" in strange.output
    assert not (tmp_path / "config.toml").exists()
    typo = await run(tmp_path, telegram, *all_said, typed="12345\n", token=None)
    assert typo.exit_code == 1 and "这不是令牌" in typo.output
    other = await run(tmp_path, telegram, typed=f"{TOKEN[:-1]}x\n", token=None)
    assert other.exit_code == 1 and "不认识这个令牌" in other.output
    assert not (tmp_path / "data" / "token").exists(), "a wrong token is asked for again"
    telegram.world.network("off")
    monkeypatch.setattr("bot.gateway.transport.CONNECT_SECONDS", 0.2)
    gone = await run(tmp_path, telegram)
    assert gone.exit_code == 1 and "连不上 Telegram" in gone.output
    telegram.world.network("on")
    (tmp_path / "config.toml").write_text("[city\n", "utf-8")
    broken = await run(tmp_path, telegram)
    assert broken.exit_code == 1 and "config.toml" in broken.output and "再运行一次" in broken.output
    if os.geteuid() != 0:
        locked = tmp_path / "locked"
        locked.mkdir(mode=0o500)
        assert "写不了" in (await run(locked, telegram, *all_said)).output


def test_privacy_and_groups_are_looked_at() -> None:
    me = {"username": "b", "can_read_all_group_messages": True, "can_join_groups": False}
    told = setup.warnings("zh-Hans", me)
    assert len(told) == 2 and "Group Privacy" in told[0] and "/setjoingroups" in told[1]
    assert setup.warnings("en", {**me, "can_read_all_group_messages": False, "can_join_groups": True}) == []
