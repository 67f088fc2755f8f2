"""The whole story in the chat page, played as a visitor would, with the real bot behind it."""

from __future__ import annotations

import re
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.config import example_path, load_settings
from bot.sandbox.cast import Cast
from bot.sandbox.desk import sandbox
from tests.by_word import ByWord
from tests.sandbox.browser import Locator, Page, expect, open_page

pytestmark = pytest.mark.browser

LIFT = "柳岸小区7栋的电梯停了半个月，物业只说等配件，老人下不了楼。我的电话是13812345678，麻烦来人看看。"
BUS = "26路公交车早上七点那一班最近老是不来，站台上几十个人等着上班，能不能把发车时间管一管？"
DEPOSIT = "房东不退我三千块押金，我搬走两个月了，合同和转账记录都在，他说房子要重新粉刷。"
ANSWER = "配件明天到货，后天上午恢复运行。这几天老人出门，请打物业电话，有人上门背送。"
NUMBER = re.compile(r"\d{6}-\d{4}")


class Story:
    """One page with its three panels: the citizen's, the one that goes where the cards go, the admin's."""

    def __init__(self, page: Page, people: Cast) -> None:
        self.page, self.people = page, people
        self.citizen = page.get_by_test_id("panel-citizen")
        self.clerk = page.locator("section.panel[data-follows]")
        self.admin = page.get_by_test_id("panel-admin")

    async def say(self, panel: Locator, text: str) -> None:
        await panel.get_by_test_id("composer").fill(text)
        await panel.get_by_test_id("send").click()

    async def press(self, panel: Locator, label: str) -> None:
        await panel.get_by_test_id("inline-button").filter(has_text=label).last.click()

    async def file(self, text: str) -> str:
        """From the first word to the receipt; the case's number."""
        receipts = self.citizen.get_by_test_id("message").filter(has_text="收到了，编号")
        before = await receipts.count()
        await self.say(self.citizen, text)
        await expect(newest(self.citizen)).to_contain_text("我记下了")
        await self.press(self.citizen, "提交")
        await expect(receipts).to_have_count(before + 1)
        found = NUMBER.search(await receipts.last.inner_text())
        assert found is not None
        return found.group()

    async def goes_to(self, department: str) -> None:
        group = self.people.groups[department]
        await expect(self.clerk).to_have_attribute("data-chat", str(group))
        await expect(self.clerk).to_have_attribute("data-user", str(self.people.clerks[department]))

    def card(self, number: str) -> Locator:
        found = self.clerk.get_by_test_id("message").filter(has_text=number)
        return found.filter(has=self.page.get_by_test_id("inline-button")).first

    async def claim(self, number: str) -> None:
        await expect(self.card(number)).to_contain_text("待签收")
        await self.card(number).get_by_test_id("inline-button").filter(has_text="签收").click()
        await expect(self.card(number)).to_contain_text("办理中")
        await expect(self.card(number)).to_contain_text("主办")

    async def answer(self, number: str, text: str) -> None:
        """Reply to the card with the page's own reply function, look at the preview, send it."""
        await self.card(number).hover()
        await self.card(number).get_by_test_id("reply").click()
        await expect(self.clerk.get_by_test_id("replying")).to_contain_text(number)
        await self.say(self.clerk, text)
        preview = newest(self.clerk)
        await expect(preview).to_contain_text("市民将看到的就是下面这样")
        await expect(preview.locator("blockquote")).to_contain_text(text)
        await self.press(self.clerk, "发给市民")
        await expect(newest(self.clerk)).to_contain_text("已发给市民")


def newest(panel: Locator) -> Locator:
    return panel.get_by_test_id("message").last


@asynccontextmanager
async def playing(folder: Path, width: int, height: int, *, touch: bool = False) -> AsyncIterator[Story]:
    settings = load_settings(example_path())
    at_once = settings.desk.model_copy(update={"undo_seconds": 0})
    settings = settings.model_copy(update={"desk": at_once})
    async with (
        sandbox(settings, folder / "desk.db", classifier=ByWord()) as (server, _, people),
        open_page(server.address, width, height, touch=touch) as page,
    ):
        yield Story(page, people)


async def looks_like_a_picture(page: Page, path: Path, width: int, height: int) -> None:
    await page.screenshot(path=path)
    data = path.read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", data[16:24]) == (width, height)
    assert len(data) > 30_000  # words in many bubbles, not an empty page


async def test_a_complaint_goes_all_the_way_in_the_page(tmp_path: Path) -> None:
    async with playing(tmp_path, 1440, 900) as story:
        page, citizen, clerk = story.page, story.citizen, story.clerk

        # A lift that stands still: filed, followed to its office, claimed, answered.
        number = await story.file(LIFT)
        await expect(newest(citizen)).to_contain_text("住房和城乡建设局")
        await story.goes_to("zhujian")
        await expect(clerk.get_by_test_id("toast")).to_contain_text("案卡到了“住建”群")
        await expect(story.card(number)).to_contain_text("电梯停了半个月")
        await expect(story.card(number)).to_contain_text("138******78")
        await expect(story.card(number)).not_to_contain_text("13812345678")
        await story.claim(number)
        await expect(newest(citizen)).to_contain_text("签收")
        await story.answer(number, ANSWER)
        await expect(newest(citizen)).to_contain_text(ANSWER)
        await expect(newest(citizen)).to_contain_text(number)

        # A bus that does not come: no domain's, so the general desk passes it on with one tap.
        number = await story.file(BUS)
        await expect(newest(citizen)).to_contain_text("综合受理")
        await story.goes_to("triage")
        await expect(story.card(number)).to_contain_text("待分派")
        await story.card(number).get_by_test_id("inline-button").filter(has_text="交通").click()
        await story.goes_to("jiaotong")
        await expect(story.card(number)).to_contain_text("待签收")
        await expect(newest(citizen)).to_contain_text("交通运输局")

        # A second citizen, who forgets to submit: reminded, then filed by the clock.
        await page.get_by_test_id("new-citizen").click()
        await expect(page.locator("section.panel")).to_have_count(4)
        second = page.locator("section.panel").last
        await story.say(second, DEPOSIT)
        await expect(newest(second)).to_contain_text("我记下了")
        await page.get_by_test_id("advance-hour").click()
        await expect(second.get_by_text("已照原样替您提交了")).to_have_count(1)
        await story.goes_to("zhujian")
        await expect(newest(clerk)).to_contain_text("房东不退我三千块押金")

        await story.say(story.admin, "/status")
        await expect(newest(story.admin)).to_contain_text("运行情况")
        await looks_like_a_picture(page, tmp_path / "story.png", 1440, 900)


async def test_the_first_half_on_a_phone(tmp_path: Path) -> None:
    async with playing(tmp_path, 390, 844, touch=True) as story:
        page, tabs = story.page, story.page.get_by_test_id("tab")
        number = await story.file(LIFT)
        await expect(tabs.nth(1)).to_contain_text("住建")
        await expect(tabs.nth(1).get_by_test_id("unread")).to_have_count(1)
        await page.get_by_test_id("toast-go").tap()
        await expect(story.clerk).to_be_visible()
        await story.goes_to("zhujian")
        await expect(story.card(number)).to_contain_text("138******78")
        await story.claim(number)
        await story.card(number).locator(".bubble").tap(position={"x": 40, "y": 14})
        await story.answer(number, ANSWER)
        await expect(tabs.first.get_by_test_id("unread")).to_have_count(1)
        await tabs.first.tap()
        await expect(newest(story.citizen)).to_contain_text(ANSWER)
        await expect(newest(story.citizen)).to_be_in_viewport()
        assert await page.evaluate("document.documentElement.scrollWidth") <= 390
        await looks_like_a_picture(page, tmp_path / "phone.png", 390, 844)
