"""Faults on order, the network switch, and Telegram's rates."""

import asyncio

import aiohttp
import pytest

from bot.sandbox.errors import SandboxError
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from tests.sandbox.conftest import HandClock, PlainBot


async def test_an_ordered_error_counts_down(bot: PlainBot, world: World, wang: int) -> None:
    world.add_fault(
        method="sendMessage", times=2, kind="error", error_code=429, parameters={"retry_after": 5}
    )
    for _ in range(2):
        assert await bot.call("sendMessage", chat_id=wang, text="a") == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 5",
            "parameters": {"retry_after": 5},
        }
    await bot.say(wang, "a")


async def test_a_fault_for_one_chat(bot: PlainBot, world: World, wang: int) -> None:
    group = world.add_group("城管", [wang])["id"]
    world.add_fault(method="*", kind="error", error_code=500, chat_id=group)
    await bot.say(wang, "a")
    assert await bot.error("sendMessage", chat_id=group, text="a") == "Internal Server Error"
    await bot.say(group, "a")


async def test_a_connection_lost_before_or_after_the_effect(bot: PlainBot, world: World, wang: int) -> None:
    count = len(world.messages(wang))
    world.add_fault(method="sendMessage", kind="drop_before")
    with pytest.raises(aiohttp.ClientConnectionError):
        await bot.say(wang, "a")
    assert len(world.messages(wang)) == count
    world.add_fault(method="sendMessage", kind="drop_after")
    with pytest.raises(aiohttp.ClientConnectionError):
        await bot.say(wang, "a")
    assert len(world.messages(wang)) == count + 1
    world.add_fault(method="sendMessage", kind="delay", seconds=0.01)
    await bot.say(wang, "a")
    assert world.faults.listing() == []


async def test_faults_are_checked(world: World) -> None:
    for fault in ({"kind": "fire"}, {"times": 0}, {"colour": "red"}):
        with pytest.raises(SandboxError):
            world.add_fault(method="*", **fault)


async def test_without_network_every_connection_is_dropped(bot: PlainBot, world: World, wang: int) -> None:
    poll = asyncio.create_task(bot.call("getUpdates", timeout=30))
    while world.updates._poll is None:
        await asyncio.sleep(0.001)
    world.network("off")
    with pytest.raises(aiohttp.ClientConnectionError):
        await poll
    with pytest.raises(aiohttp.ClientConnectionError):
        await bot.say(wang, "a")
    world.send_text(wang, "还在吗")
    world.network("on")
    assert len(await bot.updates()) == 1


@pytest.fixture
def frugal(server: SandboxServer, clock: HandClock) -> SandboxServer:
    from bot.sandbox.faults import Budget  # noqa: PLC0415

    server.budget = Budget(clock)
    return server


@pytest.mark.usefixtures("frugal")
async def test_rates_in_a_private_chat(bot: PlainBot, wang: int, clock: HandClock) -> None:
    for _ in range(3):
        await bot.say(wang, "a")
    body = await bot.call("sendMessage", chat_id=wang, text="a")
    assert (body["error_code"], body["parameters"]) == (429, {"retry_after": 1})
    assert body["description"] == "Too Many Requests: retry after 1"
    await bot.ok("sendChatAction", chat_id=wang, action="typing")
    clock.now += 1
    await bot.say(wang, "a")


@pytest.mark.usefixtures("frugal")
async def test_rates_in_a_group(bot: PlainBot, world: World, wang: int, clock: HandClock) -> None:
    group = world.add_group("城管", [wang])["id"]
    for _ in range(20):
        await bot.say(group, "a")
        clock.now += 1
    body = await bot.call("sendMessage", chat_id=group, text="a")
    assert body["parameters"] == {"retry_after": 40}
    clock.now += 40
    await bot.say(group, "a")


@pytest.mark.usefixtures("frugal")
async def test_rates_in_all(bot: PlainBot, world: World, clock: HandClock) -> None:
    people = [world.add_user(f"市民{i}")["id"] for i in range(31)]
    for user in people:
        world.start(user)
    for user in people[:30]:
        await bot.say(user, "a")
    assert await bot.error("sendMessage", chat_id=people[30], text="a") == "Too Many Requests: retry after 1"
    clock.now += 1
    await bot.say(people[30], "a")
