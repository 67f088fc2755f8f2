"""The stories of the page, played as a newcomer would: by pressing whatever is lit, with the real bot behind it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.config import example_path, load_settings
from bot.sandbox.desk import sandbox
from bot.sandbox.views import STATIC
from classifier.predict import Classifier
from tests.by_word import ByWord
from tests.sandbox.browser import Locator, Page, expect, open_page
from tests.sandbox.light import follow_the_light

pytestmark = pytest.mark.browser

LANGUAGES = ("zh-Hans", "zh-Hant", "en")


async def played(folder: Path, story: str, page_locale: str, classifier: Classifier) -> list[str]:
    async with (
        sandbox(load_settings(example_path()), folder / "desk.db", classifier=classifier) as (server, _, _),
        open_page(server.address, guide=True, locale=page_locale) as page,
    ):
        await page.get_by_test_id(f"story-{story}").click()
        steps = await follow_the_light(page)
        await expect(page.get_by_test_id("story-more")).to_be_visible()
    return steps


async def test_the_pensioner_is_heard(tmp_path: Path) -> None:
    steps = await played(tmp_path, "flood", "zh-CN", ByWord())
    assert steps[:3] == ["write", "photo", "submit"]
    assert [step for step in steps if step != "dispatch"][3:] == [
        "claim", "answer", "wait", "later", "rate", "look", "end",
    ]  # fmt: skip


async def test_a_monday_morning(tmp_path: Path) -> None:
    steps = await played(tmp_path, "monday", "en-GB", ByWord())
    assert steps == [
        "morning", "queue", "claim", "answer", "send", "undo", "again", "missed", "supervised", "supervisor",
        "summary", "end",
    ]  # fmt: skip


async def test_an_admin_sets_up_a_county(tmp_path: Path) -> None:
    # The shipped model has to know that the citizen's sentence is about housing.
    steps = await played(tmp_path, "county", "zh-TW", Classifier.load())
    assert steps == [
        "add", "domain", "group", "bind", "invite", "open", "enter", "route", "write", "submit", "claim", "answer",
        "wait", "end",
    ]  # fmt: skip


def words(language: str) -> set[str]:
    return set(re.findall(r'^  "([^"]+)": "', (STATIC / "words" / f"{language}.js").read_text("utf-8"), re.M))


def table(name: str) -> dict[str, list[str]]:
    """The rows of a table of words, each with its three languages."""
    text = (STATIC / "words" / f"{name}.js").read_text("utf-8")
    rows = re.findall(r'^  "([^"]+)": \[(.*?)\],$', text, re.M | re.S)
    return {key: json.loads("[" + re.sub(r",\s*$", "", row) + "]") for key, row in rows}


def test_every_word_of_the_page_is_there_in_three_languages() -> None:
    first, *others = (words(language) for language in LANGUAGES)
    assert len(first) > 200
    for other in others:
        assert other == first
    rows = table("stories") | table("events")
    for key, row in rows.items():
        assert len(row) == 3 and all(row), key
        assert len({tuple(sorted(re.findall(r"\{\w+\}", text))) for text in row}) == 1, key
    used = set(re.findall(r'\bt\("([\w.]+)"', "".join(p.read_text("utf-8") for p in STATIC.rglob("*.js"))))
    for story in ("flood", "monday", "county"):
        spoken = (STATIC / "stories" / f"{story}.js").read_text("utf-8")
        told = {"title", "intro", "end", *re.findall(r'name: "(\w+)"', spoken)}
        used |= {f"story.{story}.{name}" for name in told}
        again = set(re.findall(r'name: "(\w+)",(?:(?!name: ).)*?again: true', spoken, re.S))
        used |= {f"story.{story}.{name}.again" for name in again}
        numbered = {key for key in rows if re.fullmatch(rf"story\.{story}\.text\d", key)}
        assert {key for key in rows if key.startswith(f"story.{story}.")} - numbered <= used
    assert not used - first - set(rows)


async def nothing_is_lit(page: Page) -> None:
    await expect(page.locator(".lit")).to_have_count(0)


async def test_a_story_can_be_left_and_goes_on_after_a_reload(tmp_path: Path) -> None:
    async with (
        sandbox(load_settings(example_path()), tmp_path / "desk.db", classifier=ByWord()) as (server, _, _),
        open_page(server.address, 390, 844, touch=True, guide=True, locale="en-GB") as page,
    ):
        await page.get_by_test_id("story-flood").tap()
        await expect(page.get_by_test_id("story-step")).to_contain_text("Grandma Lin")
        await page.get_by_test_id("story-fill").tap()
        send: Locator = page.get_by_test_id("panel-citizen").get_by_test_id("send")
        await expect(send).to_have_class(re.compile("lit"))
        await send.tap()
        await expect(page.get_by_test_id("story-step")).to_have_attribute("data-step", "photo")
        assert await page.evaluate("document.documentElement.scrollWidth") <= 390
        await page.reload()
        await expect(page.get_by_test_id("story-step")).to_have_attribute("data-step", "photo")
        await page.get_by_test_id("story-leave").tap()
        await expect(page.get_by_test_id("story-flood")).to_be_visible()
        await nothing_is_lit(page)
        await page.get_by_test_id("guide-close").tap()
        await expect(page.get_by_test_id("guide")).to_be_hidden()
        await page.get_by_test_id("help").tap()
        await expect(page.get_by_test_id("story-monday")).to_be_visible()
