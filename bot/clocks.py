"""The two clocks, both injected: business time (dates, deadlines) and machine time (budgets, pauses)."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol


class BusinessClock(Protocol):
    def now(self) -> datetime:
        """The current moment, aware, in UTC."""
        ...


class MachineClock(Protocol):
    def monotonic(self) -> float:
        """Seconds that never run backwards."""
        ...

    async def sleep(self, seconds: float) -> None: ...


async def woken(wake: asyncio.Event, clock: MachineClock, seconds: float | None) -> None:
    """Wait until `wake` is set, or for `seconds` if there is a limit."""
    waits: list[asyncio.Future[Any]] = [asyncio.ensure_future(wake.wait())]
    if seconds is not None:
        waits.append(asyncio.ensure_future(clock.sleep(seconds)))
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()


class SystemClock:
    """The wall's time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class ShiftableClock:
    """The wall's time plus an offset that only grows: the sandbox's clock."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self.offset = offset

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset

    def move_to(self, moment: datetime) -> None:
        """Jump to `moment`, unless it has passed already."""
        ahead = moment - self.now()
        if ahead > timedelta():
            self.offset += ahead


class SystemMachineClock:
    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
