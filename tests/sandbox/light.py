"""A story of the page played as a newcomer would: by pressing whatever is lit, until it is over."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from tests.sandbox.browser import Page, TooLate, expect

PATIENCE = 60  # seconds without anything new: a busy machine is slow, not wrong
AT_ONCE = 5000  # milliseconds for what is lit to be pressed
STATE = """() => {
  const step = document.querySelector("[data-testid=story-step]")?.dataset.step ?? "";
  const lit = document.querySelector(".lit:not(:disabled):not([aria-busy])");
  const panel = lit?.closest("section.panel")?.dataset.chat ?? "";
  const looks = Number(document.querySelector("#guide").dataset.looks ?? 0);
  return [step, lit ? `${panel} ${lit.dataset.testid ?? lit.className} ${lit.dataset.key ?? ""}` : "", looks];
}"""


async def _nothing(_: str) -> None:
    pass


async def follow_the_light(
    page: Page,
    begins: Callable[[str], Awaitable[None]] = _nothing,
    moves: Callable[[str], Awaitable[None]] = _nothing,
) -> list[str]:
    """The steps in their order. `begins` hears of each, `moves` of the clock's buttons."""
    steps: list[str] = []
    pressed, looked = ("", ""), 0
    began = last_change = time.monotonic()
    while time.monotonic() - last_change < PATIENCE and time.monotonic() - began < 5 * PATIENCE:
        step, lit, looks = await page.evaluate(STATE)
        if step and step not in steps:
            steps.append(step)
            await begins(step)
        if step == "end":
            return steps
        # The clock may be needed twice, once the page has seen what its first move brought.
        again = " advance-" in lit and looks >= looked + 2
        if not lit or ((step, lit) == pressed and not again):
            await asyncio.sleep(0.05)
            continue
        try:
            if " advance-" in lit:
                await moves(await page.locator(".lit").inner_text(timeout=AT_ONCE))
            if " composer " in lit:
                await page.get_by_test_id("story-fill").click(timeout=AT_ONCE)
            else:
                await page.locator(".lit").click(timeout=AT_ONCE)
        except TooLate:
            continue  # the light has gone on meanwhile
        last_change = time.monotonic()
        pressed, looked = (step, lit), looks
        if " advance-" in lit:
            await expect(page.locator("#clock button[aria-busy]")).to_have_count(0, timeout=PATIENCE * 1000)
            looked = (await page.evaluate(STATE))[2]
    raise AssertionError(f"the story stands still after {steps}, {pressed} was pressed")
