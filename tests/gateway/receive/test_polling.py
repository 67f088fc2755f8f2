"""Nothing is confirmed before it is kept, and nothing that comes can stop what comes after it."""

import asyncio
from typing import Any

import pytest

from bot.gateway.receive import ALLOWED, Poller, Store, WrongToken, lane_of, received
from bot.gateway.transport import AiohttpRequest, BotApi
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.secrets import Token
from bot.store.db import Database
from tests.factories import PATIENCE, HandMachineClock, eventually
from tests.gateway.conftest import BOT_ID, Bench, depth, message, reaches, running
from tests.gateway.receive.conftest import STRANGE, TroubledStore, stored, texts
from tests.rows import each_row


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
        await asyncio.wait_for(poller.run(), PATIENCE)
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
