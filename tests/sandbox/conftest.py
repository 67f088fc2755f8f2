"""A running server on a clock that stands still until a test moves it, and a bot that speaks plain HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World


class HandClock:
    def __init__(self) -> None:
        self.now = 1_795_000_000.0

    def __call__(self) -> float:
        return self.now


class PlainBot:
    """Calls methods with JSON bodies and hands back what came."""

    def __init__(self, server: SandboxServer, session: aiohttp.ClientSession) -> None:
        self.server = server
        self.session = session
        self.offset = 0

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        url = f"{self.server.base_url}{self.server.token}/{method}"
        async with self.session.post(url, json=params) as response:
            body: dict[str, Any] = await response.json()
            assert response.status == body.get("error_code", 200)
            return body

    async def ok(self, method: str, **params: Any) -> Any:
        body = await self.call(method, **params)
        assert body["ok"], body
        return body["result"]

    async def error(self, method: str, **params: Any) -> str:
        body = await self.call(method, **params)
        assert not body["ok"], body
        description: str = body["description"]
        return description

    async def say(self, chat_id: int, text: str, **params: Any) -> dict[str, Any]:
        message: dict[str, Any] = await self.ok("sendMessage", chat_id=chat_id, text=text, **params)
        return message

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """Everything that waits, confirmed with the next call."""
        result: list[dict[str, Any]] = await self.ok("getUpdates", offset=self.offset, **params)
        if result:
            self.offset = result[-1]["update_id"] + 1
        return result


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def server(clock: HandClock) -> AsyncIterator[SandboxServer]:
    server = SandboxServer(clock=clock, webhook_pause=0.01)
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def world(server: SandboxServer) -> World:
    return server.world


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def bot(server: SandboxServer, session: aiohttp.ClientSession) -> PlainBot:
    return PlainBot(server, session)


@pytest.fixture
def wang(world: World) -> int:
    """A citizen who has started the bot; the bot hasn't fetched anything yet, the queue is empty."""
    user: int = world.add_user("王芳")["id"]
    world.start(user)
    world.updates.clear()
    return user
