"""The command line from outside: what it says, how it ends, and what it does when the world is against it."""

import asyncio
import json
import re
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import typer.main

from bot import cli
from bot.config import example_path
from bot.sandbox.server import SandboxServer
from bot.store import migrate
from tests.factories import TOKEN
from tests.processes import (
    ROOT,
    Running,
    Start,
    database_of,
    free_port,
    processes,
    until,
    write_config,
)

COMMANDS = sorted(typer.main.get_command(cli.app).commands)  # type: ignore[attr-defined]
WRONG_TOKEN = "987654321:" + "w" * 35
DOMAINS = {"就业", "教育", "社保", "医疗", "住房", "养老", "食品安全", "社会治安"}


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    with processes(tmp_path) as starter:
        yield starter


@pytest.fixture
async def server() -> AsyncIterator[SandboxServer]:
    made = SandboxServer(token=TOKEN, webhook_pause=0.2)
    await made.start()
    yield made
    await made.stop()


def plain(process: Running, code: int) -> str:
    """What it said when it gave up: words for people, and no secret."""
    assert process.code == code, process.out + process.err
    assert "Traceback" not in process.out + process.err
    for token in (TOKEN, WRONG_TOKEN):
        assert token.partition(":")[2] not in process.out + process.err
    return process.out + process.err


def called(server: SandboxServer, method: str) -> bool:
    return any(name == method for name, _, _ in server.calls)


async def serving(process: Running) -> None:
    await process.says("is running")


async def heard(server: SandboxServer, user: int, words: str) -> str:
    """What the bot tells somebody that contains `words`, now or soon."""

    def found() -> list[str]:
        said = [m.get("text", "") for m in server.world.messages(user) if m["from"]["is_bot"]]
        return [text for text in said if words in text]

    await until(found, lambda: f"nobody said {words!r} to {user}: {server.world.messages(user)}")
    return found()[-1]


# --- help and check


async def test_every_command_has_a_help_that_reads_well(start: Start) -> None:
    assert {"run", "sandbox", "replay", "classify", "check"} <= set(COMMANDS)
    whole = start("--help")
    assert await whole.ended() == 0
    for name in COMMANDS:
        assert name in whole.out
        one = start(name, "--help")
        assert await one.ended() == 0
        assert f"minsheng {name}" in one.out.replace("python -m bot.cli", "minsheng")
        assert len(one.out.splitlines()) > 5
        assert not one.err


async def test_version_and_unknown_commands(start: Start) -> None:
    version, unknown = start("--version"), start("runn")
    assert await version.ended() == 0
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*\n", version.out)
    assert await unknown.ended() == 2
    plain(unknown, 2)


async def test_check_names_every_problem(start: Start, tmp_path: Path) -> None:
    right = start("check", "--config", example_path())
    broken = tmp_path / "config.toml"
    text = example_path().read_text("utf-8")
    for good, bad in (
        ('timezone = "Asia/Shanghai"', 'timezone = "Asia/Shanghia"'),
        ('level = "INFO"', 'level = "LOUD"'),
        ("[budget]", "[budget]\nspeed = 3"),
    ):
        assert good in text
        text = text.replace(good, bad, 1)
    broken.write_text(text, "utf-8")
    wrong = start("check", "--config", broken)
    missing = start("check", "--config", tmp_path / "nowhere.toml")
    assert await right.ended() == 0
    assert right.out.startswith("ok: ")
    assert await wrong.ended() == 2
    said = plain(wrong, 2)
    for part in ("city.timezone", "Asia/Shanghai", "logging.level", "budget.speed", "For example"):
        assert part in said
    assert await missing.ended() == 2
    assert str(tmp_path / "nowhere.toml") in plain(missing, 2)


# --- run: what stops it at the start


@pytest.mark.parametrize("token", [None, "123456:short", "这不是令牌"])
async def test_without_a_token_it_says_how_to_get_one(
    start: Start, tmp_path: Path, token: str | None
) -> None:
    config = write_config(tmp_path, "http://127.0.0.1:1/bot")
    one = start("run", "--config", config, token=token)
    assert await one.ended() == 2
    said = plain(one, 2)
    assert "MINSHENG_TOKEN" in said
    assert token is None or token not in said


async def test_a_wrong_token_is_said_in_one_sentence(
    start: Start, server: SandboxServer, tmp_path: Path
) -> None:
    one = start("run", "--config", write_config(tmp_path, server.base_url), token=WRONG_TOKEN)
    assert await one.ended() == 1
    said = plain(one, 1)
    assert said.startswith("Telegram does not know this token. Check MINSHENG_TOKEN")
    assert said.count("\n") == 1


async def test_without_a_network_it_waits_for_one(start: Start, tmp_path: Path) -> None:
    port = free_port()
    one = start("run", "--config", write_config(tmp_path, f"http://127.0.0.1:{port}/bot"))
    await one.says("can't be reached, next try in 2 s")
    late = SandboxServer(token=TOKEN)
    await late.start(port)
    try:
        await serving(one)
        citizen = late.world.add_user("陈女士")["id"]
        late.world.send_text(citizen, "路灯坏了")
        await heard(late, citizen, "路灯坏了")
        assert await one.stopped() == 0
    finally:
        await late.stop()
    plain(one, 0)
    assert len(one.err.splitlines()) < 8


async def test_a_second_one_on_the_same_database_is_refused(
    start: Start, server: SandboxServer, tmp_path: Path
) -> None:
    config = write_config(tmp_path, server.base_url)
    first = start("run", "--config", config)
    await serving(first)
    second = start("run", "--config", config)
    assert await second.ended() == 1
    said = plain(second, 1)
    assert said.startswith(f"Another process already serves from {database_of(config)}.")
    assert said.count("\n") == 1
    citizen = server.world.add_user("陈女士")["id"]
    server.world.send_text(citizen, "路灯坏了")
    await heard(server, citizen, "路灯坏了")
    assert await first.stopped() == 0


@pytest.mark.parametrize("what", ["future", "junk", "folder"])
async def test_a_database_it_cannot_serve_from_is_left_alone(start: Start, tmp_path: Path, what: str) -> None:
    config = write_config(tmp_path, "http://127.0.0.1:1/bot")
    path = database_of(config)
    path.parent.mkdir()
    if what == "future":
        await asyncio.to_thread(migrate.upgrade, path)
        with closing(sqlite3.connect(path)) as conn:
            conn.execute("UPDATE alembic_version SET version_num = '9999'")
            conn.commit()
    elif what == "junk":
        path.write_text("这不是数据库。" * 1000, "utf-8")
    else:
        path.mkdir()
    before = path.read_bytes() if path.is_file() else b""
    one = start("run", "--config", config)
    assert await one.ended() == 1
    said = plain(one, 1)
    assert str(path) in said
    assert said.count("\n") == 1
    assert {"future": "later version", "junk": "can be read", "folder": "can be read"}[what] in said
    assert (path.read_bytes() if path.is_file() else b"") == before


async def test_a_disk_that_is_full_at_the_start(start: Start, server: SandboxServer, tmp_path: Path) -> None:
    config = write_config(tmp_path, "http://127.0.0.1:1/bot")
    one = start("run", "--config", config, room=20_000)
    assert await one.ended() == 1
    said = plain(one, 1)
    assert str(database_of(config)) in said
    assert said.count("\n") == 1
    # a half-made database would be in the way for ever
    two = start("run", "--config", config)
    await two.says("can't be reached")
    assert await two.stopped() == 0
    three = start("run", "--config", write_config(tmp_path, server.base_url), room=20_000)
    assert await three.ended() == 1
    assert f"{database_of(config)} is not a database that can be read: disk I/O error." in plain(three, 1)


# --- run: how it ends, and what it writes


async def test_sigterm_loses_nothing_and_logs_and_links_go_their_own_ways(
    start: Start, server: SandboxServer, tmp_path: Path
) -> None:
    config = write_config(tmp_path, server.base_url, json="true")
    one = start("run", "--config", config)
    await serving(one)
    link = re.search(r"https://t\.me/\S+\?start=([\w-]+)", one.out)
    assert link is not None
    citizens = [server.world.add_user(f"市民{n}")["id"] for n in range(12)]
    for citizen in citizens:
        server.world.send_text(citizen, f"路灯坏了，第{citizen}号")
    # in the middle of it
    await until(lambda: len(server.world.messages(citizens[0])) > 1)
    assert await one.stopped() == 0
    waiting = server.world.pending_updates
    with closing(sqlite3.connect(database_of(config))) as conn:
        kept = conn.execute("SELECT count(*) FROM inbox").fetchone()[0]
    assert kept + waiting >= len(citizens)
    two = start("run", "--config", config)
    for citizen in citizens:
        await heard(server, citizen, f"第{citizen}号")
    assert await two.stopped() == 0
    for life in (one, two):
        plain(life, 0)
        lines = [json.loads(line) for line in life.err.splitlines()]
        assert any("is running" in line["message"] for line in lines)
        assert all({"at", "level", "logger", "message"} <= line.keys() for line in lines)
    assert link[1] not in one.err + two.err
    # whoever follows the link is the admin, and the next start offers none
    three = start("run", "--config", config)
    admin = server.world.add_user("管理员")["id"]
    server.world.start(admin, link[1])
    await heard(server, admin, "管理员")
    assert await three.stopped() == 0
    four = start("run", "--config", config)
    await serving(four)
    assert await four.stopped() == 0
    assert "start=" not in four.out


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_a_full_disk_confirms_nothing_and_loses_nothing(
    start: Start, server: SandboxServer, tmp_path: Path, mode: str
) -> None:
    port = free_port() if mode == "webhook" else None
    config = write_config(tmp_path, server.base_url, webhook_port=port)
    one = start("run", "--config", config)
    await serving(one)
    await until(lambda: called(server, "setWebhook" if port else "getUpdates"))
    citizens = [server.world.add_user(f"市民{n}")["id"] for n in range(5)]
    server.world.send_text(citizens[0], "有地方的时候写的")
    await heard(server, citizens[0], "有地方的时候写的")
    await until(lambda: server.world.pending_updates == 0)
    one.limit(40_000)  # the log has room below that; the database has grown past it
    calls = len(server.calls)
    for citizen in citizens:
        server.world.send_text(citizen, f"满了的时候写的，第{citizen}号")
    await asyncio.sleep(1.2)
    assert one.code is None
    assert server.world.pending_updates == len(citizens)
    assert len(server.calls) - calls < 10  # it waits, rather than asking without a pause
    assert len(one.err.splitlines()) < 60
    one.limit(0)
    for citizen in citizens:
        await heard(server, citizen, f"第{citizen}号")
    await until(lambda: server.world.pending_updates == 0)
    assert await one.stopped() == 0
    plain(one, 0)
    with closing(sqlite3.connect(database_of(config))) as conn:
        assert conn.execute("SELECT status, count(*) FROM inbox GROUP BY 1").fetchall() == [("done", 6)]
        assert conn.execute("SELECT count(*) FROM dead_letters").fetchone() == (0,)


# --- the other commands


async def test_status_reads_beside_a_running_desk(
    start: Start, server: SandboxServer, tmp_path: Path
) -> None:
    config = write_config(tmp_path, server.base_url)
    early = start("status", "--config", config, token=None)
    assert await early.ended() == 1
    assert str(database_of(config)) in plain(early, 1)
    assert not database_of(config).exists()
    desk = start("run", "--config", config)
    await serving(desk)
    beside = start("status", "--config", config, token=None)
    assert await beside.ended() == 0
    assert "0 dead letters" in plain(beside, 0)
    assert await desk.stopped() == 0
    database_of(config).write_text("这不是数据库。" * 1000, "utf-8")
    broken = start("status", "--config", config, token=None)
    assert await broken.ended() == 1
    assert "not a database" in plain(broken, 1)


DEADLY = """
import os
from bot.handlers import citizen

mended = citizen.on_message

async def on_message(update, ctx):
    if "电梯" in (update.effective_message.text or ""):
        os._exit(9)
    await mended(update, ctx)

citizen.on_message = on_message
"""


async def test_what_killed_the_desk_is_handed_in_again_after_the_mend(
    start: Start, server: SandboxServer, tmp_path: Path
) -> None:
    """Given up with a reference; listed without a word of it; once, by a stopped desk; then its sender is served."""
    config = write_config(tmp_path, server.base_url, attempts="1")
    (tmp_path / "sick").mkdir()
    (tmp_path / "sick" / "sitecustomize.py").write_text(DEADLY, "utf-8")
    sick = {"PYTHONPATH": f"{tmp_path / 'sick'}:{ROOT}"}
    citizen = server.world.add_user("陈女士")["id"]
    one = start("run", "--config", config, **sick)
    await serving(one)
    server.world.send_text(citizen, "小区电梯坏了半个月")
    assert await one.ended() == 9
    server.world.send_text(citizen, "/help")
    two = start("run", "--config", config, **sick)
    apology = await heard(server, citizen, "抱歉")
    found = re.search(r"D\d{6}-[0-9A-F]{4}", apology)
    assert found is not None
    reference = found[0]
    await heard(server, citizen, "/mycases")
    listed = start("dead", "--config", config, token=None)
    beside = start("again", reference, "--config", config, token=None)
    assert (await listed.ended(), await beside.ended()) == (0, 1)
    (line,) = (line for line in plain(listed, 0).splitlines() if reference in line)
    assert "dead" in line and "private, message text: the process ended, 1 later" in line
    assert "电梯" not in listed.out and str(citizen) not in listed.out
    assert "Stop it first" in plain(beside, 1)
    assert await two.stopped() == 0
    for words, code, said in (
        ((), 2, "--all"),
        (("D000000-0000",), 1, "There is no dead letter D000000-0000"),
        (("--all",), 0, f"{reference}\n1 handed in"),
        ((reference.lower(),), 1, "was handed in before"),
        (("--all",), 0, "0 handed in"),
    ):
        again = start("again", *words, "--config", config, token=None)
        await again.ended()
        assert said in plain(again, code), words
    three = start("run", "--config", config)
    assert reference in await heard(server, citizen, "现在补上")
    preview = await heard(server, citizen, "小区电梯坏了半个月")
    assert preview == server.world.messages(citizen)[-1]["text"], "and what it leads to, below"
    assert await three.stopped() == 0
    after = start("dead", "--config", config, token=None)
    assert await after.ended() == 0
    assert "handled" in after.out and "\n0 dead" in after.out


async def test_classify_over_a_pipe(start: Start) -> None:
    lines = [
        '{"id": 1, "title": "欠薪", "text": "工地三个月没发工资"}'.encode(),
        b"not json",
        b"",
        '{"id": "二", "text": "小区电梯坏了没人修"}'.encode(),
        '{"id": 3, "text": "这一行是国标码"}'.encode("gb18030"),
        b'{"id": 4}',
        b"[1, 2]",
        b'{"id": 5, "text": ""}',
        '\ufeff{"id": 6, "text": "医院乱收费"}'.encode(),
    ]
    bad = start("classify", "--jsonl", said=b"\n".join(lines))
    good = start("classify", "--jsonl", said=lines[0] + b"\r\n" + lines[3], LC_ALL="C", PYTHONUTF8="0")
    assert await bad.ended() == 1
    rows = [json.loads(line) for line in bad.out.splitlines()]
    assert [row["id"] for row in rows] == [1, "二", 5, 6]
    assert rows[0]["domain"] == "就业"
    for row in rows:
        assert row["domain"] in DOMAINS
        assert row["queue"] in (*DOMAINS, "triage")
        assert set(row["alternatives"]) == DOMAINS
    assert re.findall(r"(?m)^line (\d+): ", plain(bad, 1)) == ["2", "5", "6", "7"]
    assert await good.ended() == 0
    assert len(good.out.splitlines()) == 2
    assert not good.err


async def test_classify_one_message(start: Start) -> None:
    one, none = start("classify", "小区电梯坏了没人修"), start("classify")
    assert await one.ended() == 0
    assert "住房" in one.out
    assert await none.ended() == 2
    assert "For example" in plain(none, 2)


async def test_replay_counts_what_became_of_each_message(start: Start, tmp_path: Path) -> None:
    letters = [
        {"user": "甲", "title": "电梯", "text": "小区电梯坏了三天没人修，老人上不了楼。"},
        {"user": "乙", "text": "工地拖欠三个月工资，老板联系不上。" + "我们多次去要都没有结果。\n" * 400},
        {"user": "甲", "text": "医院挂号难，专家号一放就没有。"},
        {"user": "丙", "title": None, "text": "学校食堂的菜不新鲜，孩子吃了肚子疼。"},
        {"user": "丁", "text": "😀" * 30},
        {"text": "路灯坏了很久。"},
    ]
    file = tmp_path / "letters.jsonl"
    file.write_text("\n".join(json.dumps(x, ensure_ascii=False) for x in letters), "utf-8")
    for more, count in (((), 6), (("--budget", "telegram", "--limit", "3"), 3)):
        one = start("replay", file, *more, token=None)
        assert await one.ended() == 0
        plain(one, 0)
        (line,) = one.out.splitlines()
        made: dict[str, Any] = json.loads(line)
        assert list(made) == [
            *("filed", "cases", "joined", "receipts", "lost", "asked_about_danger"),
            *("by_queue", "group_backlog", "budget", "seconds", "latency_ms"),
        ]
        assert made["filed"] == made["cases"] + made["joined"] == made["receipts"] == count
        assert made["lost"] == 0
        assert sum(made["by_queue"].values()) == made["cases"]
        assert made["budget"] == ("telegram" if more else "off")
        assert 0 < made["latency_ms"]["p50"] <= made["latency_ms"]["p99"]


async def test_replay_names_a_bad_line(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "letters.jsonl"
    file.write_text('{"text": "路灯坏了"}\n{"words": "没有 text"}\n', "utf-8")
    one = start("replay", file, token=None)
    assert await one.ended() == 2
    assert "line 2" in plain(one, 2)


async def test_sandbox_opens_its_page_and_goes_quietly(start: Start) -> None:
    one = start("sandbox", "--port", "0", token=None)
    await one.says("http://127.0.0.1:")
    address = re.search(r"http://127\.0\.0\.1:\d+/", one.out)
    assert address is not None
    async with aiohttp.ClientSession() as session:
        async with session.get(address[0]) as page:
            assert page.status == 200
            assert "民声" in await page.text()
        async with session.get(address[0] + "sandbox/state") as state:
            assert len((await state.json())["chats"]) > 10
    assert await one.stopped() == 0
    plain(one, 0)


async def test_sandbox_on_a_port_that_is_taken(start: Start, server: SandboxServer) -> None:
    port = server.address.rstrip("/").rpartition(":")[2]
    one = start("sandbox", "--port", port, token=None)
    assert await one.ended() == 1
    assert plain(one, 1).startswith("That port is taken.")
