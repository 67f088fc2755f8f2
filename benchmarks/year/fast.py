"""What a year can spare: hops between threads, sockets to oneself, a collection of garbage in the middle of things.

The desk and the sandbox's server are as they are: the same statements in the same order, the same calls with the
same answers. Only the ways between them are shorter.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any
from unittest.mock import patch

from bot.gateway.transport import AiohttpRequest
from bot.sandbox.catalogue import SUPPORTED
from bot.sandbox.errors import ApiError
from bot.sandbox.methods import official_name
from bot.sandbox.params import Params
from bot.sandbox.server import SandboxServer
from bot.store.onehop import OneHopConnection


class _Answer:
    """An answer of the server, as aiohttp hands it over."""

    def __init__(self, server: SandboxServer, url: str, values: dict[str, Any]) -> None:
        self._server, self._method, self._values = server, url.rpartition("/")[2], values
        self.status = 0
        self._body = b""

    async def __aenter__(self) -> _Answer:
        # Through JSON and back: neither side may hold what belongs to the other.
        try:
            name = official_name(self._method)
            unknown = self._values.keys() - SUPPORTED[name]
            self._server.unknown_params |= {(name, key) for key in unknown}
            values = json.loads(json.dumps(self._values))
            body = await self._server.call(name, Params(values))
        except ApiError as error:
            body = error.body()
        self.status = 200 if body["ok"] else body["error_code"]
        self._body = json.dumps(body).encode()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    async def read(self) -> bytes:
        return self._body


class _Session:
    """What the transport asks of aiohttp, answered by the server in the same process; files go by the socket."""

    def __init__(self, server: SandboxServer, socket: Any) -> None:
        self._server, self._socket = server, socket

    def post(self, url: str, *, timeout: Any, **body: Any) -> Any:
        if "json" not in body:
            return self._socket.post(url, timeout=timeout, **body)
        return _Answer(self._server, url, body["json"])

    def request(self, method: str, url: str, *, data: Any, timeout: Any) -> Any:
        if method != "POST" or not isinstance(data, dict | None):
            return self._socket.request(method, url, data=data, timeout=timeout)
        return _Answer(self._server, url, data or {})


def _request_to(server: SandboxServer) -> type[AiohttpRequest]:
    class Near(AiohttpRequest):
        @property
        def session(self) -> Any:
            return _Session(server, super().session)

    return Near


async def _here(self: OneHopConnection, work: Any, *args: Any, **kwargs: Any) -> Any:
    """The connection's work in the thread that wants it: SQLite answers from memory, there is nothing to wait for."""
    return work(*args, **kwargs)


@contextmanager
def shortcuts(server: SandboxServer) -> Iterator[None]:
    with (
        patch("bot.app.AiohttpRequest", _request_to(server)),
        patch.object(OneHopConnection, "_execute", _here),
    ):
        yield


def tidy() -> None:
    """Once a day instead of all the time, where the whole process is the year's; what is there by then mostly stays."""
    if not gc.isenabled():
        gc.collect()
        gc.freeze()
