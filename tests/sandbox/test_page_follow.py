"""The clerk's panel goes where the cards go, and says so where it must not."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from tests.sandbox.browser import Locator, expect, open_page
from tests.sandbox.stage import Stage, messages, panel, running_stage

pytestmark = pytest.mark.browser


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with running_stage() as running:
        yield running


@dataclass
class Offices:
    """Two more groups, whose members are listed as the desk lists them: the admin first."""

    roads: int
    driver: int
    triage: int
    dispatcher: int


def offices(stage: Stage) -> Offices:
    world = stage.server.world
    driver = world.add_user("孙丽", "zh-hans", role="clerk")["id"]
    dispatcher = world.add_user("李明", "zh-hans", role="dispatcher")["id"]
    roads = world.add_group("交通", [stage.admin, driver], "supergroup", True, label="department")["id"]
    triage = world.add_group("综合受理", [stage.admin, dispatcher], "supergroup", True, label="triage")["id"]
    return Offices(roads, driver, triage, dispatcher)


async def card(stage: Stage, chat: int, text: str = "案卡 261120-0002") -> None:
    buttons = [[{"text": "签收", "callback_data": "claim"}]]
    await stage.bot.call("sendMessage", chat_id=chat, text=text, reply_markup={"inline_keyboard": buttons})


async def shows(panel: Locator, chat: int, user: int) -> None:
    await expect(panel).to_have_attribute("data-chat", str(chat))
    await expect(panel).to_have_attribute("data-user", str(user))


async def test_the_clerks_panel_goes_where_the_card_goes(stage: Stage) -> None:
    there = offices(stage)
    async with open_page(stage.address) as page:
        follower = page.locator("[data-follows]")
        await shows(follower, stage.group, stage.clerk)
        await card(stage, there.roads)
        await shows(follower, there.roads, there.driver)
        await expect(follower.get_by_test_id("toast")).to_have_text("案卡到了“交通”群，已切换过去")
        await expect(messages(follower).last).to_contain_text("案卡 261120-0002")
        await expect(messages(follower).last).to_have_class(re.compile("flash"))
        await card(stage, there.triage, "案卡 261120-0003")
        await shows(follower, there.triage, there.dispatcher)
        # What people say among themselves moves nothing, and neither does a group that belongs to no office.
        idle = stage.server.world.add_group("闲聊", [stage.admin, there.driver], "supergroup", True)["id"]
        stage.server.world.send_text(there.driver, "吃饭去吗", there.roads)
        await stage.bot.call("sendMessage", chat_id=idle, text="大家好")
        await page.get_by_test_id("new-citizen").click()
        await expect(page.locator("section.panel")).to_have_count(4)  # the layout is kept now
        await page.reload()
        await shows(follower, there.triage, there.dispatcher)
        await expect(follower.get_by_test_id("news")).to_be_hidden()
        await card(stage, there.roads, "案卡 261120-0004")
        await shows(follower, there.roads, there.driver)


async def test_somebody_who_writes_is_told_and_not_moved(stage: Stage) -> None:
    there = offices(stage)
    async with open_page(stage.address) as page:
        follower = page.locator("[data-follows]")
        await follower.get_by_test_id("composer").fill("正在写")
        await card(stage, there.roads)
        await expect(follower.get_by_test_id("news")).to_contain_text("“交通”群有新消息")
        await shows(follower, stage.group, stage.clerk)
        await card(stage, there.triage)
        await expect(follower.get_by_test_id("news")).to_contain_text("“综合受理”等 2 个群有新消息")
        await follower.get_by_test_id("news-go").click()
        await shows(follower, there.triage, there.dispatcher)
        await expect(follower.get_by_test_id("news")).to_contain_text("“交通”群有新消息")
        await follower.get_by_test_id("news-close").click()
        await expect(follower.get_by_test_id("news")).to_be_hidden()
        await card(stage, stage.group)
        await shows(follower, stage.group, stage.clerk)
        await expect(follower.get_by_test_id("composer")).to_have_value("正在写")


async def test_a_panel_chosen_by_hand_stays(stage: Stage) -> None:
    there = offices(stage)
    async with open_page(stage.address) as page:
        clerk = panel(page, "clerk")
        await clerk.get_by_test_id("panel-picker").click()
        chosen = f"[data-testid=pick][data-user='{there.driver}'][data-chat='{there.roads}']"
        await page.locator(chosen).click()
        await shows(clerk, there.roads, there.driver)
        await page.reload()
        await shows(clerk, there.roads, there.driver)
        await expect(page.locator("[data-follows]")).to_have_count(0)
        await card(stage, stage.group)
        await expect(clerk.get_by_test_id("news")).to_contain_text("“住房局”群有新消息")
        await shows(clerk, there.roads, there.driver)
        await clerk.get_by_test_id("news-go").click()
        await shows(clerk, stage.group, stage.clerk)
        await expect(clerk.get_by_test_id("news")).to_be_hidden()
        await clerk.get_by_test_id("close-panel").click()
        await card(stage, there.triage)
        await page.get_by_test_id("toast-go").click()  # no panel is left to tell it: the page does
        await shows(page.locator("section.panel").last, there.triage, there.dispatcher)
        await page.get_by_test_id("reset-layout").click()
        await expect(page.locator("[data-follows]")).to_have_count(1)


async def test_a_flood_of_cards_does_not_whirl_the_panel(stage: Stage) -> None:
    there = offices(stage)
    places = [there.roads, there.triage, stage.group]
    async with open_page(stage.address) as page:
        follower = page.locator("[data-follows]")
        await page.evaluate("performance.now = () => 0")  # one moment to the page, however slow the machine
        for number in range(4):
            await card(stage, places[number % 3])
            await expect(follower).to_have_attribute("data-chat", str(places[number % 3]))
        await card(stage, there.triage)
        await expect(follower.get_by_test_id("news")).to_contain_text("综合受理")
        await expect(follower).to_have_attribute("data-chat", str(there.roads))


async def test_on_a_phone_the_tab_says_where_the_card_went(stage: Stage) -> None:
    there = offices(stage)
    async with open_page(stage.address, 390, 844, touch=True) as page:
        tab = page.get_by_test_id("tab").nth(1)
        await expect(tab).to_contain_text("住房局")
        await card(stage, there.roads)
        await expect(tab).to_contain_text("交通")
        await expect(tab.get_by_test_id("unread")).to_have_count(1)
        await expect(page.get_by_test_id("toast")).to_contain_text("案卡到了“交通”群")
        await page.get_by_test_id("toast-go").tap()
        await expect(messages(panel(page, "clerk")).last).to_be_in_viewport()
        await expect(page.get_by_test_id("unread")).to_have_count(0)
        await page.get_by_test_id("tab").first.tap()
        await card(stage, there.triage)
        await tab.tap()
        await expect(messages(page.locator("[data-follows]")).last).to_be_in_viewport()
        await expect(page.get_by_test_id("toast")).to_have_count(0)
