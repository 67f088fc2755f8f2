"""A business clock without a business: what the server asks of a desk, answered at once or when told to."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta, timezone
from typing import Any

from bot.sandbox.errors import SandboxError
from bot.sandbox.state import Person

CHINA = timezone(timedelta(hours=8))
MORNING = datetime(2026, 11, 20, 9, 30, tzinfo=CHINA)


class FakeDesk:
    """A business clock that takes a moment to catch up."""

    def __init__(self) -> None:
        self.now = MORNING
        self.go = asyncio.Event()
        self.language = "zh-Hans"

    async def speak(self, language: str) -> None:
        self.language = language

    async def clock(self) -> dict[str, Any]:
        return {"now": self.now.isoformat(), "offset_seconds": 0, "running": True}

    async def advance(self, seconds: float) -> dict[str, Any]:
        await self.go.wait()
        self.now += timedelta(seconds=seconds)
        return await self.clock()

    async def outage(self, seconds: float) -> dict[str, Any]:
        return await self.advance(seconds)

    async def move(self, to: str) -> dict[str, Any]:
        return await self.advance({"due": 0, "morning": 86400, "workday": 86400}[to])

    async def overview(self) -> dict[str, Any]:
        return {}

    async def case(self, number: str) -> dict[str, Any] | None:
        return None

    async def hire(self, name: str, role: str, department: str | None, language: str) -> Person:
        raise SandboxError("nobody is hired here")

    async def offices(self) -> list[dict[str, Any]]:
        return []
