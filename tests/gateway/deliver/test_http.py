"""The sender over HTTP, against a server that counts as Telegram does."""

import hashlib
from typing import Any

import pytest

from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.store import outbox
from bot.store.db import Database, Tx
from bot.store.files import keep_file
from bot.store.outbox import Say
from tests.gateway.conftest import say, unsent, word
from tests.gateway.deliver.conftest import card, statuses
from tests.gateway.deliver.scripted import Post


def texts(world: World, chat: int) -> list[str]:
    return [m["text"] for m in world.messages(chat) if m["from"]["is_bot"]]


async def test_telegram_never_has_to_say_slow_down(
    real: Post, world: World, server: SandboxServer, db: Database, wang: int
) -> None:
    group: int = world.add_group("住建局群", [wang])["id"]
    await say(
        db,
        *(word(wang, f"w{i}") for i in range(12)),
        *(word(group, f"g{i}", case_id=1 + i % 3) for i in range(25)),
        *(card(f"c{i}", i, chat=group) for i in range(1, 31)),
    )
    await real.drain()
    assert [a for _, _, a in server.calls if not a["ok"]] == []
    assert texts(world, wang) == [f"w{i}" for i in range(12)]
    lines = [line for text in texts(world, group) for line in text.split("\n")]
    assert {line.removeprefix("brief ") for line in lines} >= {f"c{i}" for i in range(1, 31)}
    for lane in range(3):
        ours = [int(t[1:]) for t in texts(world, group) if t[0] == "g" and (int(t[1:]) % 3) == lane]
        assert ours == sorted(ours)


async def test_a_lost_answer_repeats_a_message_and_never_loses_it(
    real: Post, world: World, db: Database, wang: int
) -> None:
    world.add_fault(method="sendMessage", kind="drop_after")
    await say(db, word(wang, "a", case_id=1), word(wang, "b", case_id=1))
    await real.drain()
    assert texts(world, wang) == ["a", "a", "b"]


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "drop_before"},
        {"kind": "error", "error_code": 500},
        {"kind": "error", "error_code": 502, "description": "Bad Gateway"},
        {"kind": "error", "error_code": 429, "parameters": {"retry_after": 3}},
    ],
)
async def test_what_did_not_take_effect_is_sent_once(
    real: Post, world: World, db: Database, wang: int, fault: dict[str, Any]
) -> None:
    world.add_fault(method="sendMessage", times=2, **fault)
    await say(db, word(wang, "a", case_id=1), word(wang, "b", case_id=1))
    await real.drain()
    assert texts(world, wang) == ["a", "b"]


async def test_a_network_that_goes_and_comes(real: Post, world: World, db: Database, wang: int) -> None:
    world.network("off")
    await say(db, word(wang, "a", case_id=1), word(wang, "b", case_id=1))
    for _ in range(3):
        pause = await real.step()
        real.machine.move(pause or 0.0)
    assert await unsent(db) == 2
    world.network("on")
    await real.drain()
    assert texts(world, wang) == ["a", "b"]


async def test_cards_are_edited_in_place_and_sent_anew_after_somebody_deleted_them(
    real: Post, world: World, db: Database, wang: int
) -> None:
    await say(db, card("一", chat=wang))
    await real.drain()
    await say(db, card("二", chat=wang))
    await real.drain()
    await say(db, card("二", chat=wang))
    await real.drain()
    (shown,) = [m for m in world.messages(wang) if m["from"]["is_bot"]]
    assert shown["text"] == "二"
    world.delete(wang, wang, shown["message_id"])
    await say(db, card("三", chat=wang))
    await real.drain()
    assert texts(world, wang) == ["三"]
    assert set(await statuses(db)) == {"sent"}


@pytest.mark.parametrize(
    "name",
    ["台账 2026年11月.xlsx", '台账"三".xlsx', "a;b=c.xlsx", "ledger.xlsx", "台账%22.xlsx", "逗,号.xlsx"],
)
async def test_a_file_arrives_with_its_name_and_content(
    real: Post, world: World, server: SandboxServer, db: Database, wang: int, name: str
) -> None:
    content = bytes(range(256)) * 40

    async def work(tx: Tx) -> None:
        digest = await keep_file(tx, content)
        params = {
            "document": {"$file": digest, "name": name},
            "caption": "<b>十一月</b>台账",
            "parse_mode": "HTML",
            "reply_markup": {"inline_keyboard": [[{"text": "打开", "callback_data": "l:1"}]]},
        }
        await outbox.add(tx, Say(wang, "sendDocument", params, "ledger"))

    await db.write(work)
    await real.drain()
    (sent,) = [m for m in world.messages(wang) if "document" in m]
    assert sent["document"]["file_name"] == name
    assert sent["caption"] == "十一月台账"
    assert sent["reply_markup"]["inline_keyboard"][0][0]["text"] == "打开"
    stored = next(f for f in server.world.files._by_id.values() if f.file_id == sent["document"]["file_id"])
    assert hashlib.sha256(stored.data).digest() == hashlib.sha256(content).digest()


async def test_somebody_who_blocked_the_bot_is_given_up(
    real: Post, world: World, db: Database, wang: int
) -> None:
    world.block(wang, True)
    await say(db, word(wang, "a", case_id=1), word(wang, "b", case_id=1))
    await real.drain()
    assert await statuses(db) == ["gone", "gone"]


async def test_somebody_who_never_started_is_given_up(real: Post, world: World, db: Database) -> None:
    stranger: int = world.add_user("路人")["id"]
    await say(db, word(stranger, "a"))
    await real.drain()
    assert await statuses(db) == ["gone"]


async def test_a_group_that_moved_is_followed_over_http(
    real: Post, world: World, db: Database, wang: int
) -> None:
    group: int = world.add_group("小组", [wang], type="group")["id"]
    await say(db, card("一", chat=group))
    await real.drain()
    new = world.migrate(group)
    await say(db, card("二", chat=group), word(group, "三", case_id=1))
    await real.drain()
    assert texts(world, new) == ["二", "三"]
