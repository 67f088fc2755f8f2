"""Faults ordered by a test or a curious person: errors, lost connections, delays. And Telegram's rates."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.errors import PREFIXES, SandboxError, too_many_requests

KINDS = ("error", "drop_before", "drop_after", "delay")


@dataclass(slots=True)
class Fault:
    id: int
    method: str
    times: int
    kind: str
    chat_id: int | None = None
    error_code: int = 500
    description: str = ""
    parameters: dict[str, Any] | None = None
    seconds: float = 0.0

    def api(self) -> dict[str, Any]:
        answer: dict[str, Any] = {
            "id": self.id,
            "method": self.method,
            "times": self.times,
            "kind": self.kind,
        }
        if self.chat_id is not None:
            answer["chat_id"] = self.chat_id
        if self.kind == "error":
            answer |= {"error_code": self.error_code, "description": self.description}
            if self.parameters:
                answer["parameters"] = self.parameters
        if self.kind == "delay":
            answer["seconds"] = self.seconds
        return answer

    def body(self) -> dict[str, Any]:
        """The error's answer to the bot."""
        answer: dict[str, Any] = {
            "ok": False,
            "error_code": self.error_code,
            "description": self.description,
        }
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class Faults:
    def __init__(self) -> None:
        self.network = True
        self._faults: dict[int, Fault] = {}
        self._last = 0

    def add(
        self,
        method: str = "*",
        times: int = 1,
        kind: str = "error",
        *,
        chat_id: int | None = None,
        error_code: int = 500,
        description: str = "",
        parameters: dict[str, Any] | None = None,
        seconds: float = 0.0,
    ) -> int:
        if kind not in KINDS:
            raise SandboxError(f"a fault's kind is one of {', '.join(KINDS)}")
        if times < 1:
            raise SandboxError("times must be 1 or more")
        if not description:
            description = PREFIXES.get(error_code, "Error")
            if error_code == 429 and parameters and "retry_after" in parameters:
                description += f": retry after {parameters['retry_after']}"
        self._last += 1
        self._faults[self._last] = Fault(
            self._last, method, times, kind, chat_id, error_code, description, parameters, seconds
        )
        return self._last

    def clear(self) -> None:
        self._faults.clear()

    def listing(self) -> list[dict[str, Any]]:
        return [fault.api() for fault in self._faults.values()]

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The oldest fault that fits this call; one of its times is used up."""
        for fault in self._faults.values():
            if fault.method != "*" and fault.method.lower() != method.lower():
                continue
            if fault.chat_id is not None and fault.chat_id != chat_id:
                continue
            fault.times -= 1
            if not fault.times:
                del self._faults[fault.id]
            return fault
        return None


class Budget:
    """30 messages a second in all, 1 a second in a private chat (a few at once), 20 a minute in a group."""

    def __init__(
        self, clock: Callable[[], float], *, a_second: int = 30, burst: int = 3, group_minute: int = 20
    ) -> None:
        self.clock = clock
        self.a_second = a_second
        self.burst = burst
        self.group_minute = group_minute
        self._all: deque[float] = deque()
        self._private: dict[int, tuple[float, float]] = {}
        self._groups: dict[int, deque[float]] = {}

    def spend(self, chat_id: int, count: int = 1) -> None:
        """Raise 429 if these messages would be too many; else write them down."""
        now = self.clock()
        _forget(self._all, now - 1)
        wait = 0.0
        if len(self._all) + count > self.a_second and self._all:
            wait = self._all[0] + 1 - now
        if chat_id > 0:
            tokens, then = self._private.get(chat_id, (float(self.burst), now))
            tokens = min(float(self.burst), tokens + now - then)
            if tokens < 1:
                wait = max(wait, 1 - tokens)
        else:
            sent = self._groups.setdefault(chat_id, deque())
            _forget(sent, now - 60)
            if len(sent) + count > self.group_minute and sent:
                wait = max(wait, sent[min(count, len(sent)) - 1] + 60 - now)
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        self._all.extend([now] * count)
        if chat_id > 0:
            self._private[chat_id] = (tokens - count, now)
        else:
            sent.extend([now] * count)


def _forget(times: deque[float], before: float) -> None:
    while times and times[0] <= before:
        times.popleft()
