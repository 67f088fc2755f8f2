"""The ticks end in order: what runs may end, what never ends is cut short, and neither is an error."""

import asyncio
import logging
from typing import Any

import pytest

from bot.jobs import Sweep, Ticks

NOTHING: Any = None


def complaints(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    """Warnings and errors, but not that a tick found its sweep still at work: the ticks here come that fast."""
    return [
        r
        for r in caplog.records
        if r.levelno >= logging.WARNING and "maximum number of running instances" not in r.message
    ]


async def test_a_sweep_that_runs_may_end_before_the_desk_stops(caplog: pytest.LogCaptureFixture) -> None:
    begun, go, did = asyncio.Event(), asyncio.Event(), []

    async def slow(*_: object) -> None:
        begun.set()
        await go.wait()
        did.append("whole")

    ticks = Ticks(NOTHING, NOTHING, NOTHING, [Sweep("slow", 0.01, slow)])
    ticks.start()
    await begun.wait()
    stopping = asyncio.create_task(ticks.stop())
    for _ in range(20):
        await asyncio.sleep(0)
    assert not stopping.done() and did == []
    go.set()
    await stopping
    assert did == ["whole"]
    assert complaints(caplog) == []


async def test_a_sweep_that_never_ends_is_cut_short(caplog: pytest.LogCaptureFixture) -> None:
    begun, cut = asyncio.Event(), []

    async def endless(*_: object) -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cut.append("short")
            raise

    ticks = Ticks(NOTHING, NOTHING, NOTHING, [Sweep("endless", 0.01, endless)])
    ticks.start()
    await begun.wait()
    await ticks.stop(patience=0.01)
    assert cut == ["short"]
    (said,) = complaints(caplog)
    assert said.exc_info is None and "endless did not end" in said.message
