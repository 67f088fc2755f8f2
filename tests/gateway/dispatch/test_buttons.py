"""A press is answered after the commit, or blank when it has waited too long."""

import asyncio
from typing import Any

import pytest
from telegram import Update

from bot.core.errors import EmptyText
from bot.gateway.dispatch import Context
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from tests.factories import HandClock, HandMachineClock, eventually
from tests.gateway.conftest import Bench, depth, reaches, running
from tests.gateway.dispatch.conftest import nothing


def answers(server: SandboxServer) -> list[dict[str, Any]]:
    return [params for method, params, _ in server.calls if method == "answerCallbackQuery"]


@pytest.fixture
async def pressed(bench: Bench, world: World, server: SandboxServer, wang: int, api: Any) -> dict[str, Any]:
    """The update of a button's press."""
    keyboard = {"inline_keyboard": [[{"text": "签收", "callback_data": "c:claim:1"}]]}
    sent = await api.call("sendMessage", {"chat_id": wang, "text": "卡", "reply_markup": keyboard})
    world.press(wang, wang, sent["message_id"], "c:claim:1")
    (update,) = world.updates.take(0, 10)
    world.updates.clear()
    found: dict[str, Any] = update
    return found


async def test_a_press_is_answered_after_the_commit(
    bench: Bench, server: SandboxServer, pressed: dict[str, Any]
) -> None:
    gate = asyncio.Event()

    async def claim(_update: Update, ctx: Context) -> None:
        ctx.unit.toast = "已签收"
        await gate.wait()
        await ctx.unit.commit(nothing)

    bench.on_update(claim)
    await bench.put(pressed)
    async with running(bench.dispatcher.run()):
        await asyncio.sleep(0.05)
        assert answers(server) == []
        gate.set()
        await eventually(lambda: answers(server))
    assert [a["text"] for a in answers(server)] == ["已签收"]
    assert await depth(bench.db) == (0, 0)


async def test_a_refused_press_says_why_in_the_toast(
    bench: Bench, server: SandboxServer, pressed: dict[str, Any]
) -> None:
    async def refuses(_update: Update, _ctx: Context) -> None:
        raise EmptyText

    bench.on_update(refuses)
    await bench.put(pressed)
    async with running(bench.dispatcher.run()):
        await eventually(lambda: answers(server))
    assert [a["text"] for a in answers(server)] == ["no: refused-empty"]


@pytest.mark.parametrize(("seconds", "early"), [(7.9, False), (8.1, True), (3600, True)])
async def test_a_press_older_than_eight_seconds_is_answered_blank_at_once(
    bench: Bench,
    clock: HandClock,
    server: SandboxServer,
    pressed: dict[str, Any],
    seconds: float,
    early: bool,
) -> None:
    gate = asyncio.Event()

    async def claim(_update: Update, ctx: Context) -> None:
        ctx.unit.toast = "已签收"
        await gate.wait()
        await ctx.unit.commit(nothing)

    bench.on_update(claim)
    await bench.put(pressed)
    clock.pass_(seconds=seconds)
    async with running(bench.dispatcher.run()):
        if early:
            await eventually(lambda: answers(server))
        else:
            await asyncio.sleep(0.05)
            assert answers(server) == []
        gate.set()
        await reaches(lambda: depth(bench.db), (0, 0))
        await eventually(lambda: answers(server))
        await asyncio.sleep(0.02)
    assert [a.get("text") for a in answers(server)] == [None if early else "已签收"]


async def test_an_answer_that_is_refused_or_lost_holds_nothing_up(
    bench: Bench, world: World, server: SandboxServer, machine: HandMachineClock, pressed: dict[str, Any]
) -> None:
    async def claim(_update: Update, ctx: Context) -> None:
        await ctx.unit.commit(nothing)

    bench.on_update(claim)
    machine.move(60)  # Telegram has forgotten the press
    async with running(bench.dispatcher.run()) as task:
        await bench.put(pressed)
        await eventually(lambda: answers(server))
        world.network("off")
        await bench.put({**pressed, "update_id": pressed["update_id"] + 1})
        await reaches(lambda: depth(bench.db), (0, 0))
        await asyncio.sleep(0.02)
        assert not task.done()


async def test_a_failed_press_is_answered_when_it_succeeds(
    bench: Bench, server: SandboxServer, pressed: dict[str, Any]
) -> None:
    tries: list[int] = []

    async def claim(_update: Update, ctx: Context) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise RuntimeError("once")
        await ctx.unit.commit(nothing)

    bench.on_update(claim)
    await bench.put(pressed)
    async with running(bench.dispatcher.run()):
        await bench.settled()
        await eventually(lambda: answers(server))
    assert len(answers(server)) == 1
