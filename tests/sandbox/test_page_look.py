"""The page as a thing to look at: long chats, phones, dark, languages, and a server that goes away."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.sandbox.server import SandboxServer
from tests.sandbox.browser import Page, expect, open_page
from tests.sandbox.stage import Stage, messages, panel, people, running_stage, say

pytestmark = pytest.mark.browser


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with running_stage() as running:
        yield running


async def test_a_long_history_is_drawn_in_parts(stage: Stage) -> None:
    world = stage.server.world
    for number in range(350):
        world.send_text(stage.clerk, f"第 {number} 句", stage.group)
    async with open_page(stage.address) as page:
        clerk = panel(page, "clerk")
        await expect(messages(clerk).last).to_contain_text("第 349 句")
        await expect(messages(clerk).last).to_be_in_viewport()
        await expect(messages(clerk)).to_have_count(100)
        await clerk.locator(".scroll").evaluate("box => { box.scrollTop = 0; }")
        await expect(messages(clerk)).to_have_count(200)
        await expect(clerk.get_by_text("第 250 句", exact=False)).to_be_in_viewport()
        world.send_text(stage.admin, "管理员说一句", stage.group)
        pill = clerk.get_by_test_id("new-messages")
        await expect(pill).to_contain_text("1")
        await pill.click()
        await expect(messages(clerk).last).to_be_in_viewport()
        await expect(pill).to_be_hidden()


async def test_a_phone_shows_one_panel_with_tabs(stage: Stage) -> None:
    async with open_page(stage.address, 390, 844, touch=True) as page:
        await expect(panel(page, "citizen")).to_be_visible()
        await expect(panel(page, "clerk")).to_be_hidden()
        await expect(page.get_by_test_id("tab")).to_have_count(3)
        assert await page.evaluate("document.documentElement.scrollWidth") <= 390
        stage.server.world.send_text(stage.admin, "群里有新消息", stage.group)
        await expect(page.get_by_test_id("unread")).to_have_count(1)
        await page.get_by_test_id("tab").nth(1).tap()
        await expect(panel(page, "clerk")).to_be_visible()
        await expect(panel(page, "citizen")).to_be_hidden()
        await expect(page.get_by_test_id("unread")).to_have_count(0)
        await expect(messages(panel(page, "clerk")).last).to_be_in_viewport()
        for part in ("composer", "send"):
            await expect(panel(page, "clerk").get_by_test_id(part)).to_be_in_viewport(ratio=1)
        await page.get_by_test_id("tab").first.tap()
        await panel(page, "citizen").get_by_test_id("composer").fill("手机上写的")
        await panel(page, "citizen").get_by_test_id("send").tap()
        await expect(messages(panel(page, "citizen"))).to_have_count(2)


async def test_the_page_says_that_the_bot_is_cut_off(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        stage.server.world.network("off")
        await expect(page.get_by_test_id("connection")).to_contain_text("机器人的网络已断开")
        stage.server.world.network("on")
        await expect(page.get_by_test_id("connection")).to_be_hidden()


async def brightness(page: Page) -> float:
    colour: str = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    parts = [int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    return sum(parts) / 3


async def test_dark_follows_the_system_and_the_switch_is_kept(stage: Stage) -> None:
    async with open_page(stage.address, color_scheme="dark") as page:
        assert await brightness(page) < 60
        await page.get_by_test_id("theme").click()
        assert await brightness(page) > 200
        await page.reload()
        await expect(panel(page, "clerk")).to_be_visible()
        assert await brightness(page) > 200


async def test_english_is_spoken_to_an_english_browser(stage: Stage) -> None:
    async with open_page(stage.address, locale="en-GB") as page:
        clerk = panel(page, "clerk")
        await expect(page).to_have_title("Minsheng · Sandbox")
        await expect(page.get_by_test_id("advance-hour")).to_have_text("+1 hour")
        await say(clerk, "只是聊聊")
        await expect(clerk.get_by_test_id("unseen")).to_have_text("The bot cannot see this")
        await page.get_by_test_id("language").select_option("zh-Hans")
        await expect(clerk.get_by_test_id("unseen")).to_have_text("机器人看不到")
        await page.reload()
        await expect(page.get_by_test_id("advance-hour")).to_have_text("+1 小时")
    async with open_page(stage.address, locale="zh-TW") as page:
        await expect(page).to_have_title("民聲 · 沙盒")


async def test_what_was_said_during_a_cut_is_shown_afterwards(stage: Stage) -> None:
    server, world = stage.server, stage.server.world
    port = int(server.address.rstrip("/").rpartition(":")[2])
    async with open_page(stage.address, quiet_errors=True) as page:
        clerk = panel(page, "clerk")
        await say(clerk, "断线之前")
        await expect(messages(clerk)).to_have_count(1)
        await server.stop()
        await expect(page.get_by_test_id("connection")).to_contain_text("正在重连")
        for number in range(3):
            world.send_text(stage.admin, f"断线期间 {number}", stage.group)
        world.delete(stage.clerk, stage.group, world.messages(stage.group)[-4]["message_id"])
        await server.start(port)
        # The page waits longer between its attempts the longer the server is away.
        await expect(messages(clerk)).to_have_count(3)
        await expect(messages(clerk).last).to_contain_text("断线期间 2")
        await expect(page.get_by_test_id("connection")).to_be_hidden()


async def test_a_server_that_began_anew_is_read_anew(stage: Stage) -> None:
    port = int(stage.address.rstrip("/").rpartition(":")[2])
    async with open_page(stage.address, quiet_errors=True) as page:
        for number in range(5):
            await say(panel(page, "citizen"), f"旧话 {number}")
        await expect(messages(panel(page, "citizen"))).to_have_count(10)
        await stage.server.stop()
        fresh = SandboxServer(token="654321:fresh")  # the old bot has no business here
        citizen, *_ = people(fresh)
        fresh.world.send_text(citizen, "新的一天")
        await fresh.start(port)
        try:
            await expect(messages(panel(page, "citizen"))).to_have_count(1)
            await expect(messages(panel(page, "citizen"))).to_contain_text("新的一天")
            fresh.world.send_text(citizen, "还连着")
            await expect(messages(panel(page, "citizen"))).to_have_count(2)
        finally:
            await page.close()
            await fresh.stop()
