"""The webhook: what is stored before Telegram hears 200, and who may speak to it."""

import asyncio
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.config import Webhook as WebhookSettings
from bot.gateway import webhook
from bot.gateway.receive import ALLOWED, Webhook, WrongToken
from bot.gateway.transport import AiohttpRequest, BotApi
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.secrets import Token
from bot.store.db import Database
from tests.factories import PATIENCE, HandMachineClock, eventually
from tests.gateway.conftest import depth, message, reaches, running
from tests.gateway.receive.conftest import STRANGE, TroubledStore, texts

SECRET = "a-secret-of-some-length"


class Hook:
    """Our end of a webhook on a real port."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self.session = session

    async def post(self, body: Any, secret: str | None = SECRET, raw: bytes | None = None) -> int:
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret is not None else {}
        data = raw if raw is not None else None
        async with self.session.post(
            self.url, json=None if data else body, data=data, headers=headers
        ) as answer:
            await answer.read()
            return answer.status


@pytest.fixture
async def hook(store: TroubledStore) -> Any:
    runner = web.AppRunner(Webhook(store, SECRET).application("/hook"))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with aiohttp.ClientSession() as session:
        yield Hook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", session)
    await runner.cleanup()


async def test_a_post_with_the_secret_is_stored(hook: Hook, db: Database) -> None:
    assert await hook.post(message(1)) == 200
    assert await texts(db) == ["路灯坏了"]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET.upper(), "密"])
async def test_a_post_without_the_secret_is_refused_and_not_stored(
    hook: Hook, db: Database, secret: str | None
) -> None:
    assert await hook.post(message(1), secret) == 403
    assert await depth(db) == (0, 0)


@pytest.mark.parametrize("raw", [b"{", b"\xff\xfe", b"not json", b" "])
async def test_what_is_not_json_is_refused(hook: Hook, db: Database, raw: bytes) -> None:
    assert await hook.post(None, raw=raw) == 400
    assert await depth(db) == (0, 0)


@pytest.mark.parametrize("name", list(STRANGE))
async def test_a_malformed_update_is_stored_and_confirmed(hook: Hook, db: Database, name: str) -> None:
    assert await hook.post({"update_id": 5, **STRANGE[name]}) == 200
    assert await depth(db) == (1, 0)


@pytest.mark.parametrize("thing", [5, [], {}, {"update_id": "x"}, {"update_id": 10**30}])
async def test_what_is_no_update_is_confirmed_so_that_it_does_not_come_for_ever(
    hook: Hook, db: Database, thing: Any
) -> None:
    assert await hook.post(thing) == 200
    assert await depth(db) == (0, 0)


async def test_200_is_said_only_after_the_commit(hook: Hook, store: TroubledStore, db: Database) -> None:
    store.gate.clear()
    task = asyncio.create_task(hook.post(message(1)))
    await eventually(lambda: store.entered)
    await asyncio.sleep(0.02)
    assert not task.done()
    assert await depth(db) == (0, 0)
    store.gate.set()
    assert await task == 200
    assert await depth(db) == (1, 0)


async def test_a_store_that_fails_says_try_again(hook: Hook, store: TroubledStore, db: Database) -> None:
    store.failures = 1
    assert await hook.post(message(1)) == 503
    assert await depth(db) == (0, 0)
    assert await hook.post(message(1)) == 200
    assert await depth(db) == (1, 0)


async def test_telegrams_redelivery_is_stored_once(hook: Hook, db: Database) -> None:
    for _ in range(3):
        assert await hook.post(message(1)) == 200
    assert await depth(db) == (1, 0)


async def test_telegram_delivers_again_what_was_not_confirmed(
    hook: Hook, api: BotApi, store: TroubledStore, world: World, db: Database, wang: int
) -> None:
    store.failures = 2
    await api.call("setWebhook", {"url": hook.url, "secret_token": SECRET})
    world.send_text(wang, "一")
    world.send_text(wang, "二")
    await reaches(lambda: texts(db), ["一", "二"])
    await eventually(lambda: world.pending_updates == 0)
    assert store.failures == 0


async def test_a_caller_who_hangs_up_does_not_undo_the_storing(
    hook: Hook, store: TroubledStore, db: Database
) -> None:
    store.gate.clear()
    task = asyncio.create_task(hook.post(message(1)))
    await eventually(lambda: store.entered)
    task.cancel()
    await asyncio.sleep(0.01)
    store.gate.set()
    await reaches(lambda: depth(db), (1, 0))


async def test_the_webhook_is_announced_with_its_secret_once_it_listens(
    api: BotApi,
    store: TroubledStore,
    world: World,
    server: SandboxServer,
    machine: HandMachineClock,
    db: Database,
    wang: int,
    unused_tcp_port: int,
) -> None:
    settings = WebhookSettings.model_construct(
        url=f"http://127.0.0.1:{unused_tcp_port}/hook",
        host="127.0.0.1",
        port=unused_tcp_port,
        max_connections=7,
    )
    world.send_text(wang, "等着")
    world.network("off")
    async with running(webhook.serve(api, store, settings, SECRET, machine)):
        await eventually(lambda: machine.pauses)
        assert machine.pauses == [1.0]
        world.network("on")
        machine.move(1.0)
        await reaches(lambda: texts(db), ["等着"])
    (params,) = [p for method, p, _ in server.calls if method == "setWebhook"]
    assert params["secret_token"] == SECRET
    assert params["max_connections"] == 7
    assert params["allowed_updates"] == list(ALLOWED)


async def test_a_webhook_with_a_wrong_token_ends_with_a_clear_word(
    server: SandboxServer,
    request_: AiohttpRequest,
    store: TroubledStore,
    machine: HandMachineClock,
    unused_tcp_port: int,
) -> None:
    settings = WebhookSettings.model_construct(
        url="http://127.0.0.1/hook", host="127.0.0.1", port=unused_tcp_port, max_connections=7
    )
    api = BotApi(request_, server.base_url, Token("987654321:" + "w" * 35))
    with pytest.raises(WrongToken):
        await asyncio.wait_for(webhook.serve(api, store, settings, SECRET, machine), PATIENCE)
