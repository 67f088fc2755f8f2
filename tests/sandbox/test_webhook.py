"""Webhooks: delivery with the secret, order, retries, what getWebhookInfo says."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.world import World
from tests.factories import PATIENCE, eventually
from tests.sandbox.conftest import PlainBot


class Receiver:
    def __init__(self) -> None:
        self.url = ""
        self.got: list[tuple[str | None, dict[str, Any]]] = []
        self.answer: Callable[[dict[str, Any]], int] = lambda _: 200
        self.news = asyncio.Event()

    async def handle(self, request: web.Request) -> web.Response:
        update = await request.json()
        status = self.answer(update)
        if status == 0:
            assert request.transport
            request.transport.abort()
        self.got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), update))
        self.news.set()
        return web.Response(status=status or 200)

    async def wait(self, count: int) -> None:
        async with asyncio.timeout(PATIENCE):
            while len(self.got) < count:
                self.news.clear()
                await self.news.wait()

    def texts(self) -> list[str]:
        return [update["message"]["text"] for _, update in self.got]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_delivery_with_the_secret(bot: PlainBot, world: World, wang: int, receiver: Receiver) -> None:
    world.send_text(wang, "等着")
    body = await bot.call("setWebhook", url=receiver.url, secret_token="s-e_cret", max_connections=2)
    assert body == {"ok": True, "result": True, "description": "Webhook was set"}
    world.send_text(wang, "新的")
    await receiver.wait(2)
    assert receiver.texts() == ["等着", "新的"]
    await eventually(lambda: not world.updates.count())
    assert {secret for secret, _ in receiver.got} == {"s-e_cret"}
    info = await bot.ok("getWebhookInfo")
    assert (info["url"], info["max_connections"], info["pending_update_count"]) == (receiver.url, 2, 0)
    body = await bot.call("setWebhook", url=receiver.url, secret_token="s-e_cret", max_connections=2)
    assert body["description"] == "Webhook is already set"


async def test_polling_and_webhook_exclude_each_other(
    bot: PlainBot, world: World, receiver: Receiver
) -> None:
    poll = asyncio.create_task(bot.error("getUpdates", timeout=30))
    while world.updates._poll is None:
        await asyncio.sleep(0.001)
    await bot.ok("setWebhook", url=receiver.url)
    assert await poll == "Conflict: terminated by setWebhook request"
    assert await bot.error("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    assert (await bot.call("deleteWebhook"))["description"] == "Webhook was deleted"
    assert (await bot.call("deleteWebhook"))["description"] == "Webhook is already deleted"
    assert await bot.ok("getUpdates") == []


@pytest.mark.parametrize("failure", [500, 302, 0])
async def test_a_failure_is_retried_in_order(
    bot: PlainBot, world: World, wang: int, receiver: Receiver, failure: int
) -> None:
    failures = iter([failure, failure])
    receiver.answer = lambda _: next(failures, 200)
    await bot.ok("setWebhook", url=receiver.url)
    world.send_text(wang, "一")
    world.send_text(wang, "二")
    await receiver.wait(4)
    assert receiver.texts() == ["一", "一", "一", "二"]
    await eventually(lambda: not world.updates.count())
    info = await bot.ok("getWebhookInfo")
    assert info["pending_update_count"] == 0
    wanted = f"Wrong response from the webhook: {failure}" if failure else "Webhook connection closed"
    assert info["last_error_message"].startswith(wanted)


async def test_a_stuck_chat_does_not_hold_up_another(
    bot: PlainBot, world: World, wang: int, receiver: Receiver
) -> None:
    other = world.add_user("李雷")["id"]
    receiver.answer = lambda update: 500 if update["message"]["from"]["id"] == wang else 200
    await bot.ok("setWebhook", url=receiver.url)
    world.send_text(wang, "卡住")
    world.send_text(other, "畅通")
    await eventually(lambda: world.updates.count() == 1)
    assert "畅通" in receiver.texts()
    assert (await bot.ok("getWebhookInfo"))["pending_update_count"] == 1
    await bot.ok("deleteWebhook", drop_pending_updates=True)
    assert (await bot.ok("getWebhookInfo"))["pending_update_count"] == 0


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"url": "nonsense"}, "invalid webhook URL specified"),
        (
            {"url": "https://example.org/x"},
            "bad webhook: the sandbox delivers only to http addresses on this machine",
        ),
        ({"url": "http://127.0.0.1:1/", "secret_token": "空"}, "secret token contains unallowed characters"),
        ({"url": "http://127.0.0.1:1/", "secret_token": "a" * 257}, "secret token is too long"),
    ],
)
async def test_bad_webhooks(bot: PlainBot, params: dict[str, str], message: str) -> None:
    assert await bot.error("setWebhook", **params) == f"Bad Request: {message}"
