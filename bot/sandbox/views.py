"""What people see: the page, the state, chats, files and the stream of events."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import segno
from aiohttp import web

from bot.sandbox.errors import SandboxError, not_there
from bot.sandbox.fields import Fields
from bot.texts.hongkong import in_hong_kong

if TYPE_CHECKING:
    from bot.sandbox.server import SandboxServer

STATIC = Path(__file__).parent / "static"
HONG_KONG = "words/zh-HK/"  # made from the words of Taiwan as they are asked for
HEARTBEAT_SECONDS = 15.0


def reply(body: Any, status: int = 200) -> web.Response:
    return web.Response(body=json.dumps(body).encode(), status=status, content_type="application/json")


class Views:
    def __init__(self, server: SandboxServer) -> None:
        self.server = server
        self.world = server.world

    async def page(self, _: web.Request) -> web.StreamResponse:
        return self._static_file("index.html")

    async def static(self, request: web.Request) -> web.StreamResponse:
        return self._static_file(request.match_info["path"])

    def _static_file(self, name: str) -> web.StreamResponse:
        if name.startswith(HONG_KONG):
            return self._in_hong_kong(name.removeprefix(HONG_KONG))
        path = (STATIC / name).resolve()
        if not path.is_relative_to(STATIC.resolve()) or not path.is_file():
            raise not_there(f"there is no page {name} here")
        return web.FileResponse(path, headers={"Cache-Control": "no-cache"})

    def _in_hong_kong(self, name: str) -> web.StreamResponse:
        """The page's words as Hong Kong says them, by the same list as the bot's."""
        if name not in {path.name for path in (STATIC / "words").glob("*.js")}:
            raise not_there(f"there is no page {name} here")
        text = in_hong_kong((STATIC / "words" / name).read_text("utf-8"))
        return web.Response(text=text, content_type="text/javascript", headers={"Cache-Control": "no-cache"})

    async def state(self, _: web.Request) -> web.StreamResponse:
        world, desk = self.world, self.server.desk
        return reply(
            {
                "seq": world.seq,  # before the rest is asked for: what happens meanwhile counts as newer
                "bot": world.bot.user(),
                "users": [person.user_x() for person in world.users.values()],
                "chats": [chat.chat_x() for chat in world.chats.values() if not chat.migrated_to],
                "commands": list(world.commands.values()),
                "clock": await desk.clock() if desk else None,
                "language": desk.language if desk else None,
                "offices": await desk.offices() if desk else [],
                "faults": world.faults.listing(),
                "network": "on" if world.faults.network else "off",
            }
        )

    async def messages(self, request: web.Request) -> web.StreamResponse:
        query = Fields(dict(request.query))
        chat_id = Fields(dict(request.match_info)).integer("chat_id")
        limit = query.optional_integer("limit")
        found = self.world.messages(
            chat_id, min(max(100 if limit is None else limit, 0), 1000), query.optional_integer("before")
        )
        ids = [message["message_id"] for message in found]
        return reply({"messages": found, "keyboards": self.world.keyboards(chat_id, ids)})

    async def file(self, request: web.Request) -> web.StreamResponse:
        stored = self.world.files.get(request.match_info["file_id"])
        if stored is None:
            raise not_there("there is no such file")
        # The type is never HTML or the like: an upload must not run in the page's origin.
        safe = {
            b"\x89PNG": "image/png",
            b"\xff\xd8\xff": "image/jpeg",
            b"GIF8": "image/gif",
            b"OggS": "audio/ogg",
            b"RIFF": "audio/wav",
            b"\x1aE\xdf\xa3": "video/webm",
        }
        kind = next((mime for magic, mime in safe.items() if stored.data.startswith(magic)), None)
        headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "max-age=86400"}
        return web.Response(
            body=stored.data, content_type=kind or "application/octet-stream", headers=headers
        )

    async def events(self, request: web.Request) -> web.StreamResponse:
        given = request.headers.get("Last-Event-ID") or request.query.get("after")
        events = self.world.events
        after = Fields({"after": given}).integer("after") if given is not None else events.seq
        headers = {
            "Content-Type": "text/event-stream",
            "Cache-Control": "no-store",
            "X-Accel-Buffering": "no",
        }
        response = web.StreamResponse(headers=headers)
        # A page that was closed is not an error.
        with events.stream() as queue, contextlib.suppress(ConnectionResetError):
            missed = events.after(after)
            gap = not events.reaches_back_to(after) or after > events.seq
            await response.prepare(request)
            await response.write(b": hello\n\n")
            if gap:
                await response.write(_sse({"type": "reset", "seq": events.seq}))
            for event in missed:
                await response.write(_sse(event))
            while True:
                try:
                    async with asyncio.timeout(HEARTBEAT_SECONDS):
                        next_event = await queue.get()
                except TimeoutError:
                    await response.write(b": still here\n\n")
                    continue
                if next_event is None:
                    return response
                await response.write(_sse(next_event))
        return response

    async def qr(self, request: web.Request) -> web.StreamResponse:
        """A QR picture of a text, in black on white whatever the page's colours are."""
        text = request.query.get("text", "")
        if not 0 < len(text) <= 300:
            raise SandboxError("a QR picture needs a text of at most 300 characters")
        picture = io.BytesIO()
        segno.make(text, error="m").save(picture, kind="svg", scale=4, border=2, light="#fff")
        return web.Response(body=picture.getvalue(), content_type="image/svg+xml")

    async def desk(self, _: web.Request) -> web.StreamResponse:
        if self.server.desk is None:
            raise not_there("no desk is attached to this server")
        return reply(await self.server.desk.overview())

    async def case(self, request: web.Request) -> web.StreamResponse:
        desk = self.server.desk
        found = await desk.case(request.match_info["number"]) if desk else None
        if found is None:
            raise not_there("there is no such case")
        return reply(found)


def _sse(event: dict[str, Any]) -> bytes:
    line = json.dumps(event).encode()
    return b"id: %d\ndata: %s\n\n" % (event["seq"], line)
