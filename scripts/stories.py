"""Play the page's three stories in each language, and write what was said and a picture of it: docs/transcripts/,
docs/images/.

    .venv/bin/python -m scripts.stories [flood] [monday] [county]

Whoever is not the sandbox's own is drawn by lot, the same at each run. It needs what scripts/screenshots.py needs.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from bot.clocks import ShiftableClock
from bot.config import example_path, load_settings
from bot.sandbox.desk import sandbox
from bot.sandbox.server import SandboxServer
from classifier.predict import Classifier
from scripts.screenshots import save
from tests.journeys.transcript import HOME, SCAFFOLDS, Transcript
from tests.sandbox.browser import expect, find_browser, open_page
from tests.sandbox.light import follow_the_light

LANGUAGES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en-GB"}
# The step at which the picture is taken: the one that shows most of what the story is about.
STORIES = {"flood": "rate", "monday": "undo", "county": "answer"}
LOT = "let lot = 20; Math.random = () => (lot = (lot * 16807) % 2147483647) / 2147483647;"


def one_wednesday() -> ShiftableClock:
    now = datetime.now(load_settings(example_path()).city.tz)
    return ShiftableClock(now.replace(year=2026, month=11, day=25, hour=9, minute=12, second=0) - now)


async def play(story: str, language: str, classifier: Classifier) -> None:
    with tempfile.TemporaryDirectory() as folder, patch("bot.sandbox.desk.ShiftableClock", one_wednesday):
        settings = load_settings(example_path())
        async with (
            sandbox(settings, Path(folder) / "desk.db", classifier=classifier) as (server, _, _),
            open_page(server.address, 1280, 800, guide=True, locale=LANGUAGES[language]) as page,
        ):
            await page.add_init_script(LOT)
            await page.reload()
            await expect(page.get_by_test_id(f"story-{story}")).to_be_enabled()
            await page.wait_for_timeout(1500)  # the city has learnt the language, and everybody was greeted
            told: Any = SimpleNamespace(server=server)
            transcript = Transcript(told, _words=SCAFFOLDS[language])

            async def begins(step: str) -> None:
                transcript.note(await page.get_by_test_id("story-step").inner_text())
                if step == STORIES[story]:
                    await page.mouse.move(2, 2)
                    await page.wait_for_timeout(4500)  # nothing slides or lies over the messages any more
                    save(f"story.{story}.{language}", await page.screenshot())

            async def moves(button: str) -> None:
                transcript.note(f"🕘 {button}")

            await page.get_by_test_id(f"story-{story}").click()
            await follow_the_light(page, begins, moves)
            transcript.names |= everybody(server, transcript)
            path = HOME / language / f"page-{story}.txt"
            path.write_text(transcript.render(), encoding="utf-8")
            print(path.relative_to(HOME.parents[1]))


def everybody(server: SandboxServer, transcript: Transcript) -> dict[int, str]:
    """Whoever said something since the story began, then the groups in which something was said, in their order."""
    world, found = server.world, dict[int, str]()
    for event in world.events.after(transcript.began):
        if event["type"] in ("message", "edited") and event["chat_id"] in world.chats:
            chat, sender = world.chats[event["chat_id"]], event["message"].get("from", {})
            found.setdefault(chat.id, chat.title or world.users[chat.id].first_name)
            if not sender.get("is_bot"):
                found.setdefault(sender["id"], sender["first_name"])
        elif event["type"] == "pressed":
            found.setdefault(event["by"], world.users[event["by"]].first_name)
    return found


async def main() -> None:
    classifier = Classifier.load()
    for story in sys.argv[1:] or STORIES:
        for language in LANGUAGES:
            await play(story, language, classifier)


if __name__ == "__main__":
    if find_browser() is None:
        sys.exit("No Chromium or Chrome was found; on Debian: apt-get install chromium")
    asyncio.run(main())
