"""What the page's tests stand on: a server with a few people, a small bot that answers over HTTP, a clock to move."""

from __future__ import annotations

import asyncio
import contextlib
import struct
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.sandbox.server import SandboxServer
from tests.sandbox.browser import Locator, Page
from tests.sandbox.fake_desk import FakeDesk

MENU = [
    {"command": "start", "description": "开始"},
    {"command": "mycases", "description": "我的诉求"},
    {"command": "case", "description": "按编号查询"},
]
GROUP_MENU = [{"command": "queue", "description": "本部门的队列"}]


def png(width: int = 240, height: int = 160) -> bytes:
    rows = b"".join(b"\0" + bytes((40, 120, 110)) * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            (b"IDAT", zlib.compress(rows)),
            (b"IEND", b""),
        )
    )


@dataclass
class EchoBot:
    """Answers private words with an echo and buttons; edits its message when a button is pressed."""

    server: SandboxServer
    session: aiohttp.ClientSession
    heard: list[str] = field(default_factory=list)
    answers: asyncio.Event = field(default_factory=asyncio.Event)  # while it is cleared, presses wait

    def __post_init__(self) -> None:
        self.answers.set()

    async def call(self, method: str, **params: Any) -> Any:
        async with self.session.post(
            f"{self.server.base_url}{self.server.token}/{method}", json=params
        ) as reply:
            body = await reply.json()
        if not body["ok"]:
            raise RuntimeError(body["description"])
        return body["result"]

    async def run(self) -> None:
        offset = 0
        while True:
            try:
                updates = await self.call("getUpdates", offset=offset, timeout=10)
            except (aiohttp.ClientError, OSError, RuntimeError):  # the server stops or starts again
                await asyncio.sleep(0.1)
                continue
            for update in updates:
                offset = update["update_id"] + 1
                await self.handle(update)

    async def handle(self, update: dict[str, Any]) -> None:
        if message := update.get("message"):
            text = message.get("text") or message.get("caption") or ""
            if text:  # not the service message of joining the group
                self.heard.append(text)
            if message["chat"]["type"] == "private":
                await self.echo(message, text)
        elif query := update.get("callback_query"):
            await self.pressed(query)

    async def echo(self, message: dict[str, Any], text: str) -> None:
        buttons = [[{"text": "提交", "callback_data": "submit"}, {"text": "警告", "callback_data": "alert"}]]
        await self.call(
            "sendMessage",
            chat_id=message["chat"]["id"],
            text=f"听到了：{text}"[:4000],
            reply_parameters={"message_id": message["message_id"]},
            reply_markup={"inline_keyboard": buttons},
        )

    async def pressed(self, query: dict[str, Any]) -> None:
        await self.answers.wait()
        if query["data"] == "alert":
            await self.call(
                "answerCallbackQuery", callback_query_id=query["id"], text="请看清楚", show_alert=True
            )
            return
        place = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
        await self.call("editMessageText", **place, text="已提交，编号 261120-0001")
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text="提交好了")


@dataclass
class Stage:
    server: SandboxServer
    desk: FakeDesk
    bot: EchoBot
    citizen: int
    clerk: int
    admin: int
    group: int

    @property
    def address(self) -> str:
        return self.server.address


def people(server: SandboxServer) -> tuple[int, int, int, int]:
    world = server.world
    citizen = world.add_user("陈女士", "zh-hans", role="citizen")["id"]
    clerk = world.add_user("王敏", "zh-hans", role="clerk")["id"]
    admin = world.add_user("李主任", "zh-hans", role="admin")["id"]
    group = world.add_group("住房局", [clerk, admin], "supergroup", True, label="department")["id"]
    return citizen, clerk, admin, group


@asynccontextmanager
async def running_stage() -> AsyncIterator[Stage]:
    server = SandboxServer()
    desk = FakeDesk()
    server.desk = desk
    await server.start()
    ids = people(server)
    async with aiohttp.ClientSession() as session:
        bot = EchoBot(server, session)
        await bot.call("setMyCommands", commands=MENU, scope={"type": "all_private_chats"})
        await bot.call("setMyCommands", commands=GROUP_MENU, scope={"type": "all_group_chats"})
        task = asyncio.create_task(bot.run())
        try:
            yield Stage(server, desk, bot, *ids)
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            await server.stop()


def panel(page: Page, role: str) -> Locator:
    return page.get_by_test_id(f"panel-{role}")


def messages(where: Locator) -> Locator:
    return where.get_by_test_id("message")


async def say(where: Locator, text: str) -> None:
    await where.get_by_test_id("composer").fill(text)
    await where.get_by_test_id("composer").press("Enter")
