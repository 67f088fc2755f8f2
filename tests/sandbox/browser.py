"""A real browser for the tests of the page: Debian's Chromium or a Chrome, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Literal

import pytest

REQUIRED = os.environ.get("MINSHENG_REQUIRE_BROWSER") == "1"
try:
    from playwright.async_api import FilePayload, Locator, Page, Route, async_playwright, expect
    from playwright.async_api import TimeoutError as TooLate
except ImportError:
    if REQUIRED:
        raise
    # The test module that imports this one is skipped.
    pytest.skip("Playwright's Python package is not installed", allow_module_level=True)

__all__ = [
    "PATIENCE",
    "FilePayload",
    "Locator",
    "Page",
    "Route",
    "TooLate",
    "expect",
    "find_browser",
    "open_page",
    "require_browser",
]

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 20_000  # milliseconds until what should come is missing: a busy machine is slow, not wrong
# Toasts stay longer than in earnest: a busy machine may come late to look at them.
TOASTS_STAY = """const wait = window.setTimeout;
window.setTimeout = (run, after, ...rest) => wait(run, after > 4000 ? after * 10 : after, ...rest);"""
expect.set_options(timeout=PATIENCE)


def find_browser() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def require_browser() -> str:
    """The browser's path; without one the test is skipped, or fails where a browser is promised."""
    path = find_browser()
    if path is not None:
        return path
    reason = f"no browser found (looked for {', '.join(NAMES)})"
    if REQUIRED:
        pytest.fail(f"{reason}, but MINSHENG_REQUIRE_BROWSER=1 asks for one")
    pytest.skip(reason)


@asynccontextmanager
async def open_page(
    address: str,
    width: int = 1440,
    height: int = 900,
    *,
    locale: str = "zh-CN",
    color_scheme: Literal["light", "dark"] = "light",
    touch: bool = False,
    scale: float = 1,
    guide: bool = False,
    quiet_errors: bool = False,
) -> AsyncIterator[Page]:
    """The sandbox page in a fresh browser profile, loaded and ready.

    The first-visit guide is put away unless `guide`. An uncaught error in the page, or a complaint in its
    console, fails the test at the end unless `quiet_errors` (for tests that break the connection).
    """
    path = require_browser()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            context = await browser.new_context(
                viewport={"width": width, "height": height},
                locale=locale,
                color_scheme=color_scheme,
                device_scale_factor=scale,
                has_touch=touch,
                is_mobile=touch,
            )
            if "PYTEST_CURRENT_TEST" in os.environ:  # not where pictures are taken
                await context.add_init_script(TOASTS_STAY)
            if not guide:
                await context.add_init_script("localStorage.setItem('minsheng.sandbox.guide', '\"seen\"')")
            page = await context.new_page()
            complaints: list[str] = []
            page.on("pageerror", lambda error: complaints.append(f"uncaught: {error}"))
            page.on("console", lambda said: _listen(said, complaints))
            page.set_default_timeout(PATIENCE)
            await page.goto(address)
            await page.wait_for_selector("body[data-ready]")
            yield page
            if complaints and not quiet_errors:
                pytest.fail("the page complained: " + "; ".join(complaints))
        finally:
            await browser.close()


def _listen(said: Any, complaints: list[str]) -> None:
    if said.type == "error":
        complaints.append(f"console: {said.text}")
