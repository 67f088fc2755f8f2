"""Nothing is confirmed before it is kept, and nothing that comes can stop what comes after it."""

import asyncio
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from sqlalchemy import select

from bot.config import Webhook as WebhookSettings
from bot.gateway import webhook
from bot.gateway.receive import ALLOWED, Poller, Store, Webhook, WrongToken, lane_of, received
from bot.gateway.transport import AiohttpRequest, BotApi
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.secrets import Token
from bot.store.db import Database, StoreError
from bot.store.tables import inbox as table
from tests.factories import HandMachineClock, eventually
from tests.gateway.conftest import BOT_ID, Bench, depth, message, parsed, reaches, running
from tests.rows import each_row

SECRET = "a-secret-of-some-length"


async def stored(db: Database) -> list[dict[str, Any]]:
    async with db.read() as conn:
        rows = await conn.execute(select(table.c.raw).order_by(table.c.seq))
        return [parsed(row.raw) for row in rows]


async def texts(db: Database) -> list[str]:
    return [u["message"]["text"] for u in await stored(db)]


class TroubledStore(Store):
    """Fails as often as it is told, or waits at the gate."""

    def __init__(self, db: Database, failures: int = 0) -> None:
        super().__init__(db, BOT_ID, lambda: None)
        self.failures = failures
        self.gate = asyncio.Event()
        self.gate.set()
        self.entered = 0

    async def put(self, updates: list[Any]) -> None:
        self.entered += 1
        await self.gate.wait()
        if self.failures:
            self.failures -= 1
            raise StoreError("database or disk is full")
        await super().put(updates)


@pytest.fixture
def store(db: Database) -> TroubledStore:
    return TroubledStore(db)


@pytest.fixture
def poller(api: BotApi, store: TroubledStore, machine: HandMachineClock) -> Poller:
    return Poller(api, store, machine, 20)


def polls(server: SandboxServer) -> list[dict[str, Any]]:
    """Every getUpdates that has been answered."""
    return [params for method, params, _ in server.calls if method == "getUpdates"]


async def test_an_update_is_confirmed_only_after_its_commit(
    poller: Poller, store: TroubledStore, world: World, server: SandboxServer, db: Database, wang: int
) -> None:
    store.gate.clear()
    async with running(poller.run()):
        world.send_text(wang, "路灯坏了")
        await eventually(lambda: store.entered)
        await asyncio.sleep(0.02)
        assert world.pending_updates == 1
        assert len(polls(server)) == 1
        assert "offset" not in polls(server)[0]
        store.gate.set()
        await eventually(lambda: world.pending_updates == 0)
        assert await texts(db) == ["路灯坏了"]


async def test_what_could_not_be_stored_is_not_confirmed_and_comes_again(
    poller: Poller, store: TroubledStore, world: World, machine: HandMachineClock, db: Database, wang: int
) -> None:
    store.failures = 3
    waited = []
    async with running(poller.run()):
        world.send_text(wang, "路灯坏了")
        for _ in range(3):
            await eventually(lambda: machine.pauses)
            assert world.pending_updates == 1
            assert await depth(db) == (0, 0)
            waited.append(machine.pauses[0])
            machine.move(machine.pauses[0])
            await asyncio.sleep(0.01)
        await eventually(lambda: world.pending_updates == 0)
    assert await texts(db) == ["路灯坏了"]
    assert waited == [0.5, 1.0, 2.0]


async def test_what_comes_again_after_a_crash_is_stored_once(
    api: BotApi, world: World, machine: HandMachineClock, db: Database, wang: int
) -> None:
    class DiesAfterCommit(Store):
        async def put(self, updates: list[Any]) -> None:
            await super().put(updates)
            if updates:
                await asyncio.Event().wait()

    world.send_text(wang, "路灯坏了")
    async with running(Poller(api, DiesAfterCommit(db, BOT_ID, lambda: None), machine, 20).run()):
        await reaches(lambda: depth(db), (1, 0))
    assert world.pending_updates == 1
    async with running(Poller(api, Store(db, BOT_ID, lambda: None), machine, 20).run()):
        await eventually(lambda: world.pending_updates == 0)
        world.send_text(wang, "还有")
        await reaches(lambda: texts(db), ["路灯坏了", "还有"])


async def test_the_dispatcher_is_woken_by_what_is_new(
    api: BotApi, world: World, machine: HandMachineClock, db: Database, wang: int
) -> None:
    woken: list[int] = []
    store = Store(db, BOT_ID, lambda: woken.append(1))
    async with running(Poller(api, store, machine, 20).run()):
        world.send_text(wang, "路灯坏了")
        await eventually(lambda: woken)
    await store.put(await stored(db))
    assert len(woken) == 1, "what is known already wakes nobody"


STRANGE: dict[str, Any] = {
    "no content": {},
    "a word for a message": {"message": "路灯"},
    "a list for a message": {"message": [1, 2]},
    "a message without anything": {"message": {}},
    "a chat that is no chat": {"message": {"chat": {"id": "seven"}, "text": "x"}},
    "an enormous chat": {"message": {"chat": {"id": 10**30, "type": "private"}, "date": 1, "message_id": 1}},
    "half a character": {"message": {**message(1)["message"], "text": "坏\ud83d了"}},
    "a nul": {"message": {**message(1)["message"], "text": "坏\x00了"}},
    "a kind of the future": {"telepathy": {"chat": {"id": 7}}},
    "a press of nothing": {"callback_query": {"id": 1}},
}


@pytest.mark.parametrize("name", list(STRANGE))
async def test_a_malformed_update_among_good_ones_blocks_nothing_and_is_kept(
    name: str, poller: Poller, world: World, db: Database, wang: int
) -> None:
    world.send_text(wang, "前")
    world.raw_update(STRANGE[name])
    world.send_text(wang, "后")
    async with running(poller.run()):
        await reaches(lambda: depth(db), (3, 0))
        await eventually(lambda: world.pending_updates == 0)
    kept = await stored(db)
    assert [kept[0]["message"]["text"], kept[2]["message"]["text"]] == ["前", "后"]
    del kept[1]["update_id"]
    assert kept[1] == STRANGE[name]


@pytest.mark.parametrize(
    "thing", [5, "x", None, [], True, {"update_id": "seven"}, {"update_id": None}, {"update_id": 10**30}]
)
async def test_what_is_no_update_at_all_stops_nothing(
    thing: Any, poller: Poller, world: World, db: Database, wang: int, caplog: pytest.LogCaptureFixture
) -> None:
    world.send_text(wang, "前")
    world.raw_update(thing)
    world.send_text(wang, "后")
    async with running(poller.run()) as task:
        await reaches(lambda: texts(db), ["前", "后"])
        assert not task.done()
    assert "not updates" in caplog.text


# These PTB can read: they reach the handlers, which make of them what they can.
READABLE = ("no content", "half a character", "a nul", "an enormous chat", "a kind of the future")


@pytest.mark.parametrize("name", [n for n in STRANGE if n not in READABLE])
async def test_a_malformed_update_becomes_a_dead_letter_and_the_queue_goes_on(
    name: str, bench: Bench
) -> None:
    heard: list[str] = []

    async def handler(update: Any, ctx: Any) -> None:
        heard.append(update.message.text)
        await ctx.unit.commit(nothing)

    bench.on_update(handler)
    async with running(bench.dispatcher.run()):
        await bench.put(message(1, text="前"), {"update_id": 2, **STRANGE[name]}, message(3, text="后"))
        await reaches(lambda: depth(bench.db), (0, 1))
        assert heard == ["前", "后"]


async def nothing(_tx: Any) -> None:
    pass


async def test_the_offset_comes_from_telegram_and_never_from_the_database(
    poller: Poller, store: TroubledStore, world: World, server: SandboxServer, db: Database, wang: int
) -> None:
    await store.put([message(2_000_000_000, text="旧")])
    async with running(poller.run()):
        world.send_text(wang, "新")
        await reaches(lambda: texts(db), ["旧", "新"])
        await eventually(lambda: world.pending_updates == 0)
        first = world.updates.last_id
        world.send_text(wang, "更新")
        await eventually(lambda: len(polls(server)) >= 2)
    assert "offset" not in polls(server)[0]
    assert polls(server)[1]["offset"] == first + 1


async def test_ids_that_start_anew_lower_are_followed(
    poller: Poller, world: World, db: Database, wang: int
) -> None:
    """Telegram draws a new id at random after a quiet week."""
    async with running(poller.run()):
        world.send_text(wang, "前")
        await eventually(lambda: world.pending_updates == 0)
        world.updates.last_id = 1000
        world.send_text(wang, "后")
        await reaches(lambda: texts(db), ["前", "后"])
        await eventually(lambda: world.pending_updates == 0)


async def test_only_what_the_desk_handles_is_asked_for(
    poller: Poller, world: World, server: SandboxServer, db: Database, wang: int
) -> None:
    async with running(poller.run()):
        world.send_text(wang, "x")
        await reaches(lambda: texts(db), ["x"])
    assert polls(server)[0]["allowed_updates"] == list(ALLOWED)
    assert polls(server)[0]["timeout"] == 20


async def test_another_poller_or_a_webhook_is_reported_and_waited_out(
    poller: Poller,
    api: BotApi,
    world: World,
    machine: HandMachineClock,
    db: Database,
    wang: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with running(poller.run()):
        await eventually(lambda: world.updates._poll is not None)
        await api.call("setWebhook", {"url": "http://127.0.0.1:9/"})
        await eventually(lambda: machine.pauses)
        assert machine.pauses == [5.0]
        assert "another process receives for this bot" in caplog.text
        machine.move(5.0)
        await eventually(lambda: machine.pauses)
        assert machine.pauses == [10.0]
        await api.call("deleteWebhook")
        world.send_text(wang, "x")
        machine.move(10.0)
        await reaches(lambda: texts(db), ["x"])


async def test_a_wrong_token_ends_receiving_with_a_clear_word(
    server: SandboxServer, request_: AiohttpRequest, store: TroubledStore, machine: HandMachineClock
) -> None:
    wrong = "987654321:" + "w" * 35
    poller = Poller(BotApi(request_, server.base_url, Token(wrong)), store, machine, 20)
    with pytest.raises(WrongToken) as raised:
        await asyncio.wait_for(poller.run(), 5)
    assert wrong not in str(raised.value)


async def test_without_a_network_it_waits_longer_and_longer_and_goes_on_when_there_is_one(
    poller: Poller, world: World, machine: HandMachineClock, db: Database, wang: int
) -> None:
    world.network("off")
    waited = []
    async with running(poller.run()):
        for _ in range(9):
            await eventually(lambda: machine.pauses)
            waited.append(machine.pauses[0])
            machine.move(machine.pauses[0])
            await asyncio.sleep(0.005)
        assert waited == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0]
        await eventually(lambda: machine.pauses)
        world.send_text(wang, "x")
        world.network("on")
        machine.move(60.0)
        await reaches(lambda: texts(db), ["x"])
        world.network("off")
        await eventually(lambda: machine.pauses)
        assert machine.pauses == [0.5], "a success begins the pauses anew"


async def test_too_many_requests_are_followed_by_the_pause_that_was_asked_for(
    poller: Poller, world: World, machine: HandMachineClock
) -> None:
    world.add_fault(method="getUpdates", error_code=429, parameters={"retry_after": 7})
    async with running(poller.run()):
        await eventually(lambda: machine.pauses)
        assert machine.pauses == [7.0]


@each_row(
    ("update", "lane"),
    [
        (message(1, chat=7), 7),
        ({"update_id": 1, "edited_message": {"chat": {"id": -100}}}, -100),
        ({"update_id": 1, "callback_query": {"from": {"id": 5}, "message": {"chat": {"id": -7}}}}, -7),
        ({"update_id": 1, "callback_query": {"from": {"id": 5}}}, 5),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": -8}, "from": {"id": 5}}}, -8),
        ({"update_id": 1, "poll": {"id": "1"}}, 0),
        ({"update_id": 1, "message": "x"}, 0),
        ({"update_id": 1, "message": {"chat": {"id": True}, "from": {"id": 6}}}, 6),
        ({"update_id": 1, "message": {"chat": {"id": 10**30}, "from": {"id": 6}}}, 6),
        ({"update_id": 1}, 0),
    ],
)
def test_the_lane_of_an_update_is_its_chat(update: dict[str, Any], lane: int) -> None:
    assert lane_of(update) == lane
    found = received(update)
    assert found is not None and found.lane == lane


# --- the webhook


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
        await asyncio.wait_for(webhook.serve(api, store, settings, SECRET, machine), 5)
