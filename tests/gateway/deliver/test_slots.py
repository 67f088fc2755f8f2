"""Logical messages: the latest version wins, edits what stands, and is sent anew where it vanished."""

import asyncio

from bot.gateway.transport import (
    NoAnswer,
    NotModified,
    Refused,
    SlowDown,
    Vanished,
)
from bot.store.db import Database
from bot.store.outbox import EDIT, Say
from tests.factories import HandMachineClock, eventually
from tests.gateway.conftest import reaches, running, say, unsent
from tests.gateway.deliver.conftest import GROUP, card, end, standing, statuses
from tests.gateway.deliver.scripted import Post, ScriptedApi, faults


async def test_versions_that_wait_are_one_message_and_the_latest_wins(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, card("一"), card("二"), card("三"))
    await sender.drain()
    assert [(c.method, c.text) for c in scripted.calls] == [("sendMessage", "三")]


async def test_what_stands_is_edited(sender: Post, scripted: ScriptedApi, db: Database) -> None:
    await say(db, card("一"))
    await sender.drain()
    await say(db, card("二"))
    await sender.drain()
    first, second = scripted.calls
    assert (second.method, second.text, second.params["message_id"]) == (EDIT, "二", 1)
    assert first.params["chat_id"] == second.params["chat_id"]
    assert await standing(db) == 1


async def test_a_version_that_comes_while_the_last_is_on_its_way_is_an_edit_of_it(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    gate = scripted.gates[GROUP] = asyncio.Event()
    await say(db, card("一"))
    async with running(sender.deliverer.run()):
        await eventually(lambda: scripted.calls)
        await say(db, card("二"))
        await say(db, card("三"))
        gate.set()
        sender.deliverer.wake()
        await reaches(lambda: unsent(db), 0)
    assert [(c.method, c.text) for c in scripted.calls] == [("sendMessage", "一"), (EDIT, "三")]


async def test_the_latest_wins_over_a_version_that_had_to_wait_again(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    gate = scripted.gates[GROUP] = asyncio.Event()
    scripted.script[GROUP] = faults(SlowDown(5))
    await say(db, card("一"))
    async with running(sender.deliverer.run()):
        await eventually(lambda: scripted.calls)
        await say(db, card("二"))
        gate.set()
        await eventually(lambda: sender.machine.pauses)
        await say(db, card("三"))
        sender.machine.move(5)
        await reaches(lambda: unsent(db), 0)
    assert scripted.texts[-1] == "三"


async def test_an_edit_that_changes_nothing_is_not_made_and_is_success(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, card("一"))
    await sender.drain()
    await say(db, card("二"))
    scripted.script[GROUP] = faults(NotModified("message is not modified"))
    await sender.drain()
    await say(db, card("二"))
    await sender.drain()
    assert scripted.texts == ["一", "二"]
    # where it is not known what a try has changed, what stood before is said again
    await say(db, card("三"))
    scripted.script[GROUP] = faults(NoAnswer("no answer in time"))
    await sender.step()
    await say(db, card("二"))
    await sender.drain()
    assert scripted.texts == ["一", "二", "三", "二"]
    assert set(await statuses(db)) == {"sent"} and await standing(db) == 1


async def test_a_message_that_vanished_is_sent_anew(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, card("一"))
    await sender.drain()
    await say(db, card("二"))
    scripted.script[GROUP] = faults(Vanished("message to edit not found"))
    await sender.drain()
    assert [(c.method, c.text) for c in scripted.calls] == [
        ("sendMessage", "一"),
        (EDIT, "二"),
        ("sendMessage", "二"),
    ]
    assert await standing(db) == 2


async def test_an_end_of_a_message_that_vanished_is_not_sent_anew(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, card("一"))
    await sender.drain()
    await say(db, end("已转走"))
    scripted.script[GROUP] = faults(Vanished("message to edit not found"))
    await sender.drain()
    assert [c.method for c in scripted.calls] == ["sendMessage", EDIT]
    assert await statuses(db) == ["sent", "dropped"]
    assert await standing(db) is None


async def test_an_end_of_a_message_that_never_came_to_stand_is_not_said(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    gate = scripted.gates[GROUP] = asyncio.Event()
    scripted.script[GROUP] = faults(Refused("400 Bad Request"))
    await say(db, card("一"))
    async with running(sender.deliverer.run()):
        await eventually(lambda: scripted.calls)
        await say(db, end("已转走"))
        gate.set()
        await reaches(lambda: unsent(db), 0)
    assert scripted.texts == ["一"]
    assert await statuses(db) == ["failed", "dropped"]


async def test_an_end_of_a_line_in_a_bundle_is_not_said(
    measured: Post, scripted: ScriptedApi, db: Database, machine: HandMachineClock
) -> None:
    await say(db, *(card(f"c{i}", i) for i in range(1, 51)))
    await measured.drain()
    machine.move(60)
    before = len(scripted.calls)
    await say(db, end("已转走", 1))
    await measured.drain()
    assert len(scripted.calls) == before


async def test_a_message_that_vanishes_while_it_is_over_and_comes_back_is_sent_anew(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    await say(db, card("一"))
    await sender.drain()
    await say(db, end("已转走"), card("又回来了"))
    scripted.script[GROUP] = faults(Vanished("message to edit not found"))
    await sender.drain()
    assert [(c.method, c.text) for c in scripted.calls[1:]] == [
        (EDIT, "又回来了"),
        ("sendMessage", "又回来了"),
    ]


async def test_an_edit_carries_only_what_an_edit_may(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    params = {
        "text": "一",
        "parse_mode": "HTML",
        "reply_parameters": {"message_id": 3},
        "protect_content": True,
    }
    both = [
        Say(GROUP, "sendMessage", {**params, "text": t}, "card", slot="card:1", case_id=1) for t in "一二"
    ]
    await say(db, both[0])
    await sender.drain()
    await say(db, both[1])
    await sender.drain()
    assert set(scripted.calls[0].params) == {*params, "chat_id"}
    assert set(scripted.calls[1].params) == {"text", "parse_mode", "chat_id", "message_id"}


async def test_a_reply_below_a_logical_message_finds_it(
    sender: Post, scripted: ScriptedApi, db: Database
) -> None:
    below = {"text": "照片", "reply_parameters": {"$slot": "card:1"}}
    await say(db, Say(GROUP, "sendMessage", below, "attachment", case_id=1), card("卡", 2))
    await say(db, card("卡", 1), Say(GROUP, "sendMessage", below, "attachment", case_id=1))
    await sender.drain()
    replies = [c.params.get("reply_parameters") for c in scripted.calls if c.text == "照片"]
    one = await standing(db)
    assert replies == [None, {"message_id": one, "allow_sending_without_reply": True}]
    assert all("$" not in str(c.params) for c in scripted.calls)
