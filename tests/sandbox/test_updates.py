"""getUpdates: long polling, offsets, allowed types, conflicts, age."""

import asyncio

from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from tests.sandbox.conftest import HandClock, PlainBot


async def test_an_update_stays_until_a_later_offset(bot: PlainBot, world: World, wang: int) -> None:
    for word in "一二三":
        world.send_text(wang, word)
    first = await bot.ok("getUpdates")
    assert [u["message"]["text"] for u in first] == ["一", "二", "三"]
    ids = [u["update_id"] for u in first]
    assert ids == [ids[0], ids[0] + 1, ids[0] + 2]
    assert await bot.ok("getUpdates", limit=2) == first[:2]
    assert await bot.ok("getUpdates", offset=ids[1]) == first[1:]
    assert await bot.ok("getUpdates", offset=ids[0]) == first[1:]
    assert await bot.ok("getUpdates", offset=ids[2] + 1) == []
    assert await bot.ok("getUpdates") == []


async def test_a_negative_offset_forgets_all_but_the_last(bot: PlainBot, world: World, wang: int) -> None:
    for word in "一二三":
        world.send_text(wang, word)
    [last] = await bot.ok("getUpdates", offset=-1)
    assert last["message"]["text"] == "三"
    assert await bot.ok("getUpdates") == [last]


async def test_an_offset_far_in_the_future_confirms_nothing(bot: PlainBot, world: World, wang: int) -> None:
    world.send_text(wang, "一")
    assert len(await bot.ok("getUpdates", offset=world.updates.last_id + 1000)) == 1


async def test_long_polling_ends_with_the_first_news(bot: PlainBot, world: World, wang: int) -> None:
    poll = asyncio.create_task(bot.ok("getUpdates", timeout=30))
    while world.updates._poll is None:
        await asyncio.sleep(0.001)
    world.send_text(wang, "一")
    world.send_text(wang, "二")
    assert [u["message"]["text"] for u in await poll] == ["一", "二"]


async def test_the_older_of_two_pollers_loses(bot: PlainBot, world: World, wang: int) -> None:
    older = asyncio.create_task(bot.call("getUpdates", timeout=30))
    while world.updates._poll is None:
        await asyncio.sleep(0.001)
    newer = asyncio.create_task(bot.call("getUpdates", timeout=30))
    assert await older == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    world.send_text(wang, "一")
    assert len((await newer)["result"]) == 1


async def test_stopping_the_server_ends_a_poll(bot: PlainBot, server: SandboxServer) -> None:
    poll = asyncio.create_task(bot.error("getUpdates", timeout=30))
    while server.world.updates._poll is None:
        await asyncio.sleep(0.001)
    await server.stop()
    assert await poll == "Internal Server Error: restart"


async def test_allowed_updates_are_remembered_and_hold_from_then_on(
    bot: PlainBot, world: World, wang: int
) -> None:
    world.send_text(wang, "先")
    assert len(await bot.updates(allowed_updates=["callback_query"])) == 1
    world.send_text(wang, "后")
    assert await bot.updates() == []
    assert (await bot.ok("getWebhookInfo"))["allowed_updates"] == ["callback_query"]
    assert await bot.updates(allowed_updates=[]) == []
    world.send_text(wang, "再")
    assert len(await bot.updates()) == 1


async def test_chat_member_must_be_asked_for(bot: PlainBot, world: World, wang: int) -> None:
    other = world.add_user("李雷")["id"]
    group = world.add_group("城管", [wang])["id"]
    world.members(group, "bot", wang, "promote")
    await bot.updates()
    world.members(group, other, wang, "add")
    assert [set(u) - {"update_id"} for u in await bot.updates()] == [{"message"}]
    await bot.updates(allowed_updates=["chat_member"])
    world.members(group, other, wang, "remove")
    [update] = await bot.updates()
    assert update["chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_updates_are_kept_for_a_day(bot: PlainBot, world: World, wang: int, clock: HandClock) -> None:
    world.send_text(wang, "旧")
    clock.now += 24 * 3600 - 1
    world.send_text(wang, "新")
    assert len(await bot.ok("getUpdates")) == 2
    clock.now += 2
    assert [u["message"]["text"] for u in await bot.ok("getUpdates")] == ["新"]


async def test_raw_updates_come_as_they_are(bot: PlainBot, world: World, wang: int) -> None:
    world.raw_update({"message": {"nonsense": True}})
    world.raw_update("noise")
    last = world.updates.last_id
    world.raw_update({"update_id": last + 5, "message": {}})
    world.send_text(wang, "好")
    updates = await bot.ok("getUpdates")
    assert updates[0] == {"update_id": last - 1, "message": {"nonsense": True}}
    assert updates[1] == "noise"
    assert [updates[2]["update_id"], updates[3]["update_id"]] == [last + 5, last + 6]
    assert await bot.ok("getUpdates", offset=last + 7) == []
