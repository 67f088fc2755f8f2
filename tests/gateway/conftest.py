"""A server, a database and a transport between them; the machine's time stands still until a test moves it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, ExtBot, TypeHandler

from bot.core.errors import Refusal
from bot.gateway.dispatch import Context, DeskApplication, Dispatcher
from bot.gateway.receive import Store
from bot.gateway.transport import AiohttpRequest, BotApi
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.secrets import Token
from bot.store import inbox, outbox, sending
from bot.store.db import Database, Tx
from bot.store.inbox import Claimed
from bot.store.outbox import Say
from bot.store.sending import Waiting
from bot.store.tables import outbox as table
from tests import botapi_spec
from tests.factories import PATIENCE, TOKEN, HandClock, HandMachineClock, open_database
from tests.processes import free_port

BOT_ID = 123456789


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def unused_tcp_port() -> int:
    """The plugin's own could be given to another test before it is used."""
    return free_port()


@pytest.fixture
def machine() -> HandMachineClock:
    return HandMachineClock()


@pytest.fixture
async def db(tmp_path: Path, clock: HandClock) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "desk.db", clock) as database:
        yield database


@pytest.fixture
async def server(machine: HandMachineClock) -> AsyncIterator[SandboxServer]:
    """Telegram, with its rates. Whatever the bot asks in a test is held against the Bot API."""
    server = SandboxServer(token=TOKEN, clock=machine.monotonic, budget=True, webhook_pause=0.01)
    await server.start()
    yield server
    await server.stop()
    assert server.unknown_params == set()
    if botapi_spec.present():
        problems = [
            p for method, params, _ in server.calls for p in botapi_spec.validate_request(method, params)
        ]
        assert problems == []


@pytest.fixture
def world(server: SandboxServer) -> World:
    return server.world


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    request = AiohttpRequest()
    await request.initialize()
    yield request
    await request.shutdown()


@pytest.fixture
def api(server: SandboxServer, request_: AiohttpRequest) -> BotApi:
    return BotApi(request_, server.base_url, Token(TOKEN))


@pytest.fixture
def wang(world: World) -> int:
    """A citizen who has started the bot; the queue is empty."""
    user: int = world.add_user("王芳")["id"]
    world.start(user)
    world.updates.clear()
    return user


@asynccontextmanager
async def running(part: Coroutine[Any, Any, Any]) -> AsyncIterator[asyncio.Task[Any]]:
    """`part` in the background; what it raises is raised here."""
    task = asyncio.create_task(part)
    try:
        yield task
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def depth(db: Database) -> tuple[int, int]:
    """Updates that wait, and dead letters."""
    async with db.read() as conn:
        return await inbox.depth(conn)


async def unsent(db: Database) -> int:
    async with db.read() as conn:
        return await sending.depth(conn)


async def reaches(look: Callable[[], Coroutine[Any, Any, Any]], wanted: Any) -> None:
    """Let the others work until `look` gives `wanted`."""
    loop = asyncio.get_running_loop()
    end = loop.time() + PATIENCE
    while (found := await look()) != wanted:
        assert loop.time() < end, f"{found} is not {wanted}"
        await asyncio.sleep(0.002)


def most_within(times: list[float], seconds: float) -> int:
    """The most that fell into any stretch of so many seconds."""
    return max(sum(t <= u < t + seconds - 1e-6 for u in times) for t in times)


# --- updates


def message(update_id: int, chat: int = 7, text: str = "路灯坏了") -> dict[str, Any]:
    person = {"id": chat, "first_name": "王芳"}
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1_795_000_000,
            "chat": {**person, "type": "private"},
            "from": {**person, "is_bot": False, "language_code": "zh-hans"},
            "text": text,
        },
    }


# --- the desk's part, as small as can be


@dataclass
class SmallDesk:
    """Explains refusals and apologises by a word in the outbox; `broken` makes it fail at what is named."""

    broken: set[str] = field(default_factory=set)
    unsent: list[tuple[str, str]] = field(default_factory=list)
    too_late: list[tuple[str, int, int]] = field(default_factory=list)

    async def refuse(self, tx: Tx, update: Update, refusal: Refusal) -> str | None:
        if "refuse" in self.broken:
            raise RuntimeError("can't explain")
        if update.callback_query is not None:
            return f"no: {refusal.key}"
        assert update.effective_chat is not None
        await outbox.add(tx, word(update.effective_chat.id, f"no: {refusal.key}"))
        return None

    async def apologise(self, tx: Tx, lane: int, update_id: int, reference: str, *, again: bool) -> None:
        if "apologise" in self.broken:
            raise RuntimeError("can't apologise")
        await outbox.add(tx, word(lane, f"{'again' if again else 'sorry'}: {update_id} {reference[:1]}"))

    async def take_up(self, tx: Tx, update: Update, letter: Claimed) -> None:
        await outbox.add(tx, word(letter.lane, f"taken up: {letter.update_id}"))

    async def chat_gone(self, tx: Tx, chat_id: int, why: str) -> None:
        await sending.give_up_chat(tx, chat_id, why)

    async def chat_moved(self, tx: Tx, old: int, new: int) -> None:
        await sending.move_chat(tx, old, new)

    async def chat_alive(self, tx: Tx, chat_id: int) -> None:
        if "chat_alive" in self.broken:
            raise RuntimeError("can't note that")

    async def not_sent(self, tx: Tx, row: Waiting, why: str) -> None:
        self.unsent.append((row.purpose, why))

    async def sent_too_late(self, tx: Tx, row: Waiting, message_id: int) -> None:
        self.too_late.append((row.purpose, row.chat_id, message_id))


@pytest.fixture
def desk() -> SmallDesk:
    return SmallDesk()


def word(chat_id: int, text: str, **more: Any) -> Say:
    return Say(chat_id, "sendMessage", {"text": text}, more.pop("purpose", "word"), **more)


async def say(db: Database, *says: Say) -> None:
    for each in says:
        await db.write(lambda tx, s=each: outbox.add(tx, s))  # type: ignore[misc]


async def said(db: Database) -> list[str]:
    """Every text in the outbox, oldest first."""
    async with db.read() as conn:
        rows = await conn.execute(select(table.c.params).order_by(table.c.seq))
        return [row.params["text"] for row in rows]


# --- dispatch


class Bench:
    """A dispatcher over the inbox, with one handler that a test writes."""

    def __init__(
        self, db: Database, app: DeskApplication, desk: SmallDesk, clock: HandClock, machine: HandMachineClock
    ) -> None:
        self.db, self.app, self.desk, self.clock, self.machine = db, app, desk, clock, machine
        self.dispatcher = self.fresh()

    def fresh(self, attempts: int = 3, workers: int = 8) -> Dispatcher:
        """A dispatcher as after a start."""
        self.dispatcher = Dispatcher(
            self.db,
            self.app,
            self.desk,
            business=self.clock,
            machine=self.machine,
            attempts=attempts,
            workers=workers,
        )
        return self.dispatcher

    def on_update(self, handler: Callable[[Update, Context], Coroutine[Any, Any, None]]) -> None:
        self.app.add_handler(TypeHandler(Update, handler))

    async def put(self, *updates: Any) -> None:
        await Store(self.db, BOT_ID, self.dispatcher.wake).put(list(updates))

    async def settled(self) -> None:
        """Until nothing waits, moving time past every pause."""
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE
        while (await depth(self.db))[0] or not self.dispatcher.idle:
            assert loop.time() < end, "the inbox does not empty"
            await asyncio.sleep(0.002)
            if self.machine.pauses:
                self.machine.move(self.machine.pauses[0])


@pytest.fixture
async def bench(
    db: Database,
    desk: SmallDesk,
    server: SandboxServer,
    request_: AiohttpRequest,
    clock: HandClock,
    machine: HandMachineClock,
) -> AsyncIterator[Bench]:
    builder = (
        ApplicationBuilder()
        .application_class(DeskApplication)
        .context_types(ContextTypes(context=Context))
        .token(TOKEN)
        .base_url(server.base_url)
        .request(request_)
        .get_updates_request(request_)
        .updater(None)
        .job_queue(None)
    )
    app: DeskApplication = builder.build()  # type: ignore[assignment]
    assert isinstance(app.bot, ExtBot)
    await app.initialize()
    yield Bench(db, app, desk, clock, machine)
    await app.shutdown()
    await request_.initialize()
