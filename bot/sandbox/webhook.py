"""Delivery of updates to a webhook: in order within a chat, several chats at once, patiently retried."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.sandbox.errors import bad_request
from bot.sandbox.updates import Pending, UpdateQueue

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
LONGEST_PAUSE = 60.0


def check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    if parts.scheme != "http" or parts.hostname not in LOOPBACK:
        raise bad_request("bad webhook: the sandbox delivers only to http addresses on this machine")


@dataclass
class Webhook:
    url: str
    secret: str = ""
    max_connections: int = 40
    last_error_date: int = 0
    last_error_message: str = ""


class WebhookPump:
    """One task per lane (a chat's messages, a person's presses), as Telegram keeps order."""

    def __init__(self, queue: UpdateQueue, first_pause: float = 1.0) -> None:
        self.queue = queue
        self.first_pause = first_pause
        self.hook: Webhook | None = None
        self.online = True
        self._lanes: dict[str, dict[int, None]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._slots = asyncio.Semaphore(40)
        self._session: aiohttp.ClientSession | None = None
        queue.on_new = self._on_new

    async def set(self, hook: Webhook) -> None:
        await self.stop()
        self.hook = hook
        self._slots = asyncio.Semaphore(hook.max_connections)
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))
        for update_id, pending in self.queue.pending.items():
            self._lanes.setdefault(pending.lane, {})[update_id] = None
        for lane in list(self._lanes):
            self._start(lane)

    async def stop(self) -> None:
        self.hook = None
        tasks = list(self._tasks.values())
        self._tasks.clear()
        self._lanes.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session:
            await self._session.close()
            self._session = None

    def _on_new(self, lane: str) -> None:
        if self.hook:
            self._lanes.setdefault(lane, {})[self.queue.last_id] = None
            self._start(lane)

    def _start(self, lane: str) -> None:
        if lane not in self._tasks:
            self._tasks[lane] = asyncio.create_task(self._drain(lane), name=f"webhook {lane}")

    async def _drain(self, lane: str) -> None:
        waiting = self._lanes[lane]
        while waiting:
            update_id = next(iter(waiting))
            failures = 0
            while (pending := self.queue.pending.get(update_id)) is not None:
                if pending.expires <= self.queue.clock():
                    del self.queue.pending[update_id]
                    break
                async with self._slots:
                    error, wait = await self._post(pending)
                if not error:
                    self.queue.pending.pop(update_id, None)
                    break
                self._note(error)
                pause = wait or min(LONGEST_PAUSE, self.first_pause * 2 ** max(failures - 1, 0))
                failures += 1
                await asyncio.sleep(pause)
            del waiting[update_id]
        del self._lanes[lane], self._tasks[lane]

    async def _post(self, pending: Pending) -> tuple[str, float]:
        """An error ('' if none) and the pause that the receiver asked for."""
        hook, session = self.hook, self._session
        if hook is None or session is None or not self.online:
            return "Connection refused", 0
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret
        body = json.dumps(pending.update).encode()
        try:
            async with session.post(hook.url, data=body, headers=headers, allow_redirects=False) as response:
                await response.read()
                if 200 <= response.status <= 299:
                    return "", 0
                asked = response.headers.get("Retry-After", "")
                pause = float(min(int(asked), 3600)) if asked.isdigit() else 0.0
                return f"Wrong response from the webhook: {response.status} {response.reason}", pause
        except aiohttp.ClientConnectorError:
            return "Connection refused", 0
        except TimeoutError:
            return "Read timeout expired", 0
        except aiohttp.ClientError:
            return "Webhook connection closed", 0

    def _note(self, error: str) -> None:
        if self.hook:
            self.hook.last_error_date = int(self.queue.clock())
            self.hook.last_error_message = error

    def info(self) -> dict[str, Any]:
        hook = self.hook
        answer: dict[str, Any] = {
            "url": hook.url if hook else "",
            "has_custom_certificate": False,
            "pending_update_count": self.queue.count(),
        }
        if hook:
            answer["max_connections"] = hook.max_connections
            answer["ip_address"] = "127.0.0.1"
            if hook.last_error_date:
                answer["last_error_date"] = hook.last_error_date
                answer["last_error_message"] = hook.last_error_message
        if self.queue.allowed_given is not None:
            answer["allowed_updates"] = self.queue.allowed_given
        return answer
