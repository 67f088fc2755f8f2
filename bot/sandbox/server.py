"""The server: HTTP in, the World in the middle, Telegram's answers out."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import time
from collections import deque
from typing import Any, Protocol

from aiohttp import hdrs, web

from bot.sandbox import api_bot, api_chats, api_edit, api_send  # noqa: F401  they register their methods
from bot.sandbox.api_updates import UPDATE_METHODS
from bot.sandbox.catalogue import SUPPORTED
from bot.sandbox.control import Control
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.faults import Budget
from bot.sandbox.methods import call, official_name
from bot.sandbox.params import Params, Upload
from bot.sandbox.state import Clock, Person
from bot.sandbox.updates import PollDroppedError
from bot.sandbox.webhook import WebhookPump
from bot.sandbox.world import World

_SURROGATE = re.compile("[\ud800-\udfff]")
UPLOAD_LIMIT = 50 * 1024 * 1024
_BUDGETED = ("send", "copyMessage", "forwardMessage", "editMessage")
_FREE = {"sendChatAction"}


class Desk(Protocol):
    @property
    def language(self) -> str: ...
    async def speak(self, language: str) -> None: ...
    async def clock(self) -> dict[str, Any]: ...
    async def advance(self, seconds: float) -> dict[str, Any]: ...
    async def move(self, to: str) -> dict[str, Any]: ...
    async def outage(self, seconds: float) -> dict[str, Any]: ...
    async def overview(self) -> dict[str, Any]: ...
    async def case(self, number: str) -> dict[str, Any] | None: ...
    async def hire(self, name: str, role: str, department: str | None, language: str) -> Person: ...
    async def offices(self) -> list[dict[str, Any]]: ...


class SandboxServer:
    def __init__(
        self,
        token: str = "123456:sandbox",  # noqa: S107  a token for nothing but this
        bot_username: str = "minsheng_sandbox_bot",
        bot_name: str = "民声",
        budget: bool = False,
        *,
        clock: Clock = time.time,
        webhook_pause: float = 1.0,
    ) -> None:
        self.token = token
        bot_id = token.partition(":")[0]
        bot = Person(
            int(bot_id) if bot_id.isdigit() else 123456,
            bot_name,
            username=bot_username,
            language_code=None,
            is_bot=True,
        )
        self.world = World(bot, clock)
        self.budget = Budget(clock) if budget else None
        self.desk: Desk | None = None
        self.calls: deque[tuple[str, dict[str, Any], dict[str, Any]]] = deque(maxlen=50_000)
        self.unknown_params: set[tuple[str, str]] = set()
        self.webhook = WebhookPump(self.world.updates, webhook_pause)
        self.world.on_network.append(self._on_network)
        self._runner: web.AppRunner | None = None
        self._port = 0

    # --- life

    async def start(self, port: int = 0) -> None:
        app = web.Application(client_max_size=UPLOAD_LIMIT)
        app.router.add_route("*", "/bot{token:[^/]*}/{method}", self._api)
        app.router.add_get("/file/bot{token:[^/]*}/{path:.+}", self._download)
        Control(self).add_routes(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self._port = int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        self.world.updates.abort_poll("restart", 500)
        self.world.events.close()
        await self.webhook.stop()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}/"

    @property
    def base_url(self) -> str:
        return f"{self.address}bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.address}file/bot"

    def _on_network(self, online: bool) -> None:
        self.webhook.online = online
        if not online:
            self.world.updates.drop_poll()

    # --- the Bot API over HTTP

    async def _api(self, request: web.Request) -> web.StreamResponse:
        if not self.world.faults.network:
            return _drop(request)
        if request.match_info["token"] != self.token:
            return _answer(ApiError(401).body())
        try:
            name = official_name(request.match_info["method"])
            params = await _read(request)
        except ApiError as error:
            self.calls.append((request.match_info["method"], {}, error.body()))
            return _answer(error.body())
        except web.HTTPRequestEntityTooLarge:
            return _answer({"ok": False, "error_code": 413, "description": "Request Entity Too Large"})
        unknown = (params.values.keys() | params.uploads.keys()) - SUPPORTED[name] - _attached(params)
        self.unknown_params |= {(name, key) for key in unknown}
        body = await self._with_faults(name, params)
        if body is None or not self.world.faults.network:
            return _drop(request)
        return _answer(body)

    async def _with_faults(self, name: str, params: Params) -> dict[str, Any] | None:
        """The answer, or None if the connection is to be lost."""
        fault = self.world.faults.take(name, params.integer("chat_id") or None)
        if fault and fault.kind == "drop_before":
            return None
        if fault and fault.kind == "error":
            body = fault.body()
            self.calls.append((name, params.shown(), body))
            return body
        if fault and fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
        try:
            body = await self.call(name, params)
        except PollDroppedError:
            return None
        return None if fault and fault.kind == "drop_after" else body

    async def call(self, name: str, params: Params) -> dict[str, Any]:
        """Act, and give the answer that the bot gets."""
        try:
            self._spend(name, params)
            if name in UPDATE_METHODS:
                body = await UPDATE_METHODS[name](self.world, self.webhook, params)
            else:
                body = {"ok": True, "result": call(self.world, name, params)}
        except ApiError as error:
            body = error.body()
        self.calls.append((name, params.shown(), body))
        return body

    def _spend(self, name: str, params: Params) -> None:
        if self.budget is None or name in _FREE or not name.startswith(_BUDGETED):
            return
        chat_id = params.integer("chat_id")
        if chat_id in self.world.chats:
            media = params.json("media") if name == "sendMediaGroup" else None
            self.budget.spend(chat_id, len(media) if isinstance(media, list) else 1)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        if not self.world.faults.network:
            return _drop(request)
        if request.match_info["token"] != self.token:
            return _answer(ApiError(401).body())
        stored = self.world.files.by_path(request.match_info["path"])
        if stored is None:
            return _answer(ApiError(404).body())
        return web.Response(body=stored.data, content_type="application/octet-stream")


def _attached(params: Params) -> set[str]:
    """Parts of a form that a value names with attach://."""
    if not params.uploads:
        return set()
    text = json.dumps(params.values, ensure_ascii=False, default=str)
    return {name for name in params.uploads if f"attach://{name}" in text}


async def _read(request: web.Request) -> Params:
    values: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.method != hdrs.METH_POST:
        return Params(values)
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.text())
        except ValueError as error:
            raise ApiError(400, "can't parse JSON") from error
        if isinstance(body, dict):
            values |= body
        if any(isinstance(value, str) and _SURROGATE.search(value) for value in values.values()):
            raise bad_request("strings must be encoded in UTF-8")
        return Params(values)
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload(value.file.read(), value.filename, value.content_type)
        else:
            values[name] = value if isinstance(value, str) else bytes(value).decode()
    return Params(values, uploads)


def _answer(body: dict[str, Any]) -> web.Response:
    status = 200 if body["ok"] else body["error_code"]
    text = json.dumps(body).encode()  # escaped like Telegram's, so that lone surrogates survive too
    headers = {}
    if retry_after := body.get("parameters", {}).get("retry_after"):
        headers["Retry-After"] = str(retry_after)
    return web.Response(body=text, status=status, content_type="application/json", headers=headers)


def _drop(request: web.Request) -> web.Response:
    """Close the connection without a word; what is returned goes nowhere."""
    if request.transport is not None:
        with contextlib.suppress(OSError):
            request.transport.abort()
    return web.Response()
