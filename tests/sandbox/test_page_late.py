"""The page on a slow machine: what comes late or out of order, or while something is pressed, chosen or scrolled."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.sandbox.server import SandboxServer
from tests.sandbox.browser import PATIENCE, Page, Route, expect, open_page
from tests.sandbox.stage import Stage, messages, panel, people, running_stage, say

pytestmark = pytest.mark.browser

STORE = "import('/static/state.js').then(({ store })"  # what the page knows


async def until(page: Page, what: str) -> None:
    """`wait_for_function` takes a promise for a yes; this asks what comes of it."""
    async with asyncio.timeout(PATIENCE / 1000):
        while not await page.evaluate(what):
            await asyncio.sleep(0.02)


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with running_stage() as running:
        yield running


class HeldBack:
    """A reading of one address by the page, after `passing` others: answered by the server at once, handed over
    when `release` is called."""

    def __init__(self, passing: int = 0) -> None:
        self.answered = asyncio.Event()
        self.delivered = asyncio.Event()
        self._passing = passing
        self._released = asyncio.Event()

    async def __call__(self, route: Route) -> None:
        if self._passing:
            self._passing -= 1
            await route.continue_()
            return
        response = await route.fetch()
        self.answered.set()
        await self._released.wait()
        await route.fulfill(response=response)
        self.delivered.set()

    def release(self) -> None:
        self._released.set()


async def test_what_happens_while_a_server_that_began_anew_is_being_read_stays(stage: Stage) -> None:
    port = int(stage.address.rstrip("/").rpartition(":")[2])
    async with open_page(stage.address, quiet_errors=True) as page:
        citizen = panel(page, "citizen")
        await say(citizen, "旧话")
        await expect(messages(citizen)).to_have_count(2)
        await stage.server.stop()
        fresh = SandboxServer(token="654321:fresh")  # the old bot has no business here
        person, *_ = people(fresh)
        fresh.world.send_text(person, "新的一天")
        held = HeldBack(passing=1)  # read twice: at the connection, and when it hears of the new beginning
        await page.route(f"**/chats/{person}/messages*", held, times=2)
        await fresh.start(port)
        try:
            await held.answered.wait()
            fresh.world.send_text(person, "还连着")
            await expect(citizen.get_by_text("还连着")).to_be_visible()
            held.release()
            await expect(citizen.get_by_text("新的一天")).to_be_visible()
            await expect(messages(citizen)).to_have_count(2)
            await expect(messages(citizen).last).to_contain_text("还连着")
        finally:
            await page.close()
            await fresh.stop()


async def test_what_happens_while_a_gap_is_being_read_is_newer_than_what_is_read(stage: Stage) -> None:
    world = stage.server.world
    port = int(stage.address.rstrip("/").rpartition(":")[2])
    async with open_page(stage.address, quiet_errors=True) as page:
        clerk = panel(page, "clerk")
        for number in range(3):
            world.send_text(stage.clerk, f"第 {number} 句", stage.group)
        await expect(messages(clerk)).to_have_count(3)
        first, second, _ = [message["message_id"] for message in world.messages(stage.group)[-3:]]
        held = HeldBack()
        await page.route(f"**/chats/{stage.group}/messages*", held, times=1)
        await stage.server.stop()
        await stage.server.start(port)
        await held.answered.wait()
        world.edit_text(stage.clerk, stage.group, first, "改过的第一句")
        world.delete(stage.clerk, stage.group, second)
        world.send_text(stage.clerk, "最新的一句", stage.group)
        await expect(messages(clerk).last).to_contain_text("最新的一句")
        held.release()
        await expect(page.get_by_test_id("connection")).to_be_hidden()
        await until(page, f"{STORE} => !store.loading)")
        await expect(messages(clerk)).to_have_count(3)
        await expect(messages(clerk).first).to_contain_text("改过的第一句")
        await expect(messages(clerk).last).to_contain_text("最新的一句")


async def test_who_comes_while_the_state_is_being_read_stays(stage: Stage) -> None:
    port = int(stage.address.rstrip("/").rpartition(":")[2])
    async with open_page(stage.address, quiet_errors=True) as page:
        held = HeldBack()
        await page.route("**/sandbox/state", held, times=1)
        await stage.server.stop()
        await stage.server.start(port)
        await held.answered.wait()
        late = stage.server.world.add_user("迟到的人")["id"]
        known = f"{STORE} => Boolean(store.user({late})))"
        await until(page, known)
        held.release()
        await until(page, f"{STORE} => !store.loading)")
        assert await page.evaluate(known)


async def test_what_is_pressed_is_not_replaced_before_it_is_let_go(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        citizen = panel(page, "citizen")
        await say(citizen, "路灯不亮")
        button = citizen.get_by_test_id("inline-button").first
        await button.hover()
        await page.mouse.down()
        # The message is edited under the finger, and the person is called otherwise.
        asked = stage.server.world.messages(stage.citizen)[-1]
        await stage.bot.call(
            "editMessageText",
            chat_id=stage.citizen,
            message_id=asked["message_id"],
            text="再想想",
            reply_markup=asked["reply_markup"],
        )
        stage.server.world.rename(stage.citizen, "林女士", "zh-hans")
        heard = f"{STORE} => store.user({stage.citizen}).first_name === '林女士' && !store.soon)"
        await until(page, heard)
        assert "再想想" not in await messages(citizen).last.inner_text()
        await page.mouse.up()
        await expect(citizen.get_by_test_id("toast")).to_have_text("提交好了")
        await expect(messages(citizen).last).to_contain_text("已提交")
        await expect(citizen.get_by_test_id("panel-picker")).to_contain_text("林女士")


async def test_a_late_answer_brings_back_nothing_that_is_gone(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        citizen = panel(page, "citizen")
        await say(citizen, "先说一句")
        await expect(messages(citizen)).to_have_count(2)
        held = HeldBack()
        await page.route("**/sandbox/send", held, times=1)
        await say(citizen, "说错了")
        await expect(messages(citizen)).to_have_count(4)
        own = stage.server.world.messages(stage.citizen)[2]["message_id"]
        stage.server.world.delete(stage.citizen, stage.citizen, own)
        await expect(messages(citizen)).to_have_count(3)
        held.release()
        await expect(citizen.locator(".sending")).to_have_count(0)
        await page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        await expect(messages(citizen)).to_have_count(3)


async def test_menus_stay_as_they_are_while_news_come(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        citizen = panel(page, "citizen")
        box = citizen.get_by_test_id("composer")
        await box.press_sequentially("/")
        await expect(citizen.get_by_test_id("command")).to_have_count(3)
        await box.press("ArrowDown")
        commands = [{"command": "status", "description": "运行情况"}]
        await stage.bot.call(
            "setMyCommands", commands=commands, scope={"type": "chat", "chat_id": stage.admin}
        )
        await until(page, f"{STORE} => store.commands.length === 3 && !store.loading)")
        await box.press("Tab")
        await expect(box).to_have_value("/mycases ")
        await box.fill("")
        await citizen.get_by_test_id("attach").click()
        stage.server.world.rename(stage.citizen, "林女士", "zh-hans")
        await expect(citizen.get_by_test_id("panel-picker")).to_contain_text("林女士")
        await expect(citizen.get_by_test_id("attach-menu")).to_be_visible()
        await citizen.get_by_test_id("attach-sample").click()
        await expect(citizen.locator(".tray-item")).to_have_count(1)


async def test_a_prompt_is_answered_whatever_was_drawn_with_it(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        clerk = panel(page, "clerk")
        await page.evaluate(
            "() => { window.draws = []; window.requestAnimationFrame = (draw) => window.draws.push(draw); }"
        )
        prompt = {"force_reply": True, "input_field_placeholder": "给市民的答复"}
        await stage.bot.call("sendMessage", chat_id=stage.group, text="请写下答复", reply_markup=prompt)
        card = await stage.bot.call("sendMessage", chat_id=stage.group, text="案卡 261120-0002")
        both = f"{STORE} => store.logs.known({stage.group}).byId.has({card['message_id']}))"
        await until(page, both)
        await page.evaluate("window.draws.splice(0).forEach((draw) => draw())")
        await expect(clerk.get_by_test_id("replying")).to_contain_text("请写下答复")


async def test_a_reader_who_goes_up_while_a_message_comes_is_not_thrown_back(stage: Stage) -> None:
    world = stage.server.world
    spoken = [world.send_text(stage.clerk, f"第 {number} 句", stage.group) for number in range(150)]
    async with open_page(stage.address) as page:
        clerk = panel(page, "clerk")
        await expect(messages(clerk).last).to_contain_text("第 149 句")
        # In the very moment that the next message is drawn.
        await clerk.locator(".list").evaluate(
            """list => new MutationObserver((_, watch) => {
              watch.disconnect();
              list.parentElement.scrollTop = 0;
            }).observe(list, { childList: true })"""
        )
        # An old message that is edited, too, hides nothing from a reader who climbs.
        world.edit_text(stage.clerk, stage.group, spoken[0]["message_id"], "改过的第一句")
        world.send_text(stage.clerk, "再说一句", stage.group)
        await expect(messages(clerk)).to_have_count(151)
        await expect(clerk.get_by_text("改过的第一句")).to_have_count(1)


async def test_the_layout_is_kept_whoever_comes_before_the_state(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        await page.get_by_test_id("new-people").click()
        held = HeldBack()
        await page.route("**/sandbox/users", held, times=1)
        newcomer = page.get_by_test_id("bring-citizen-en")
        await newcomer.click()
        await newcomer.click()  # a second press during the first brings nobody else
        held.release()
        await expect(page.locator("section.panel")).to_have_count(4)
        held = HeldBack()
        await page.route("**/sandbox/state", held, times=1)
        await page.reload(wait_until="commit")
        await held.answered.wait()
        stage.server.world.add_user("迟到的人", role="citizen")
        await until(page, f"{STORE} => store.meanwhile?.length && !store.soon)")
        held.release()
        await expect(page.locator("section.panel")).to_have_count(4)


async def test_a_chat_that_could_not_be_read_is_read_again(stage: Stage) -> None:
    stage.server.world.send_text(stage.citizen, "还在吗")
    async with open_page(stage.address, quiet_errors=True) as page:
        citizen = panel(page, "citizen")
        await expect(messages(citizen)).to_have_count(2)
        pattern = f"**/chats/{stage.citizen}/messages*"
        await page.route(pattern, lambda route: route.abort())
        await page.reload()
        await expect(page.get_by_test_id("toast").first).to_be_visible()
        await page.unroute(pattern)
        await expect(messages(citizen)).to_have_count(2)


def look(number: str) -> dict[str, Any]:
    event = {
        "id": 1,
        "kind": "filed",
        "at": "2026-11-20T09:00:00+08:00",
        "actor": "system",
        "data": {"text": number},
    }
    return {"number": number, "clocks": [], "events": [event]}


async def test_the_drawer_shows_the_case_that_was_chosen_last(stage: Stage) -> None:
    numbers = ["261120-0001", "261120-0002"]
    cases = [{"number": number, "status": "open", "title": "电梯"} for number in numbers]
    overview = {"cases": cases, "events": [], "offices": [], "queues": [], "next": None,
                "inbox": {"waiting": 0, "undelivered": 0, "dead_letters": 0, "recent": []},
                "outbox": {"waiting": 0, "recent": []}}  # fmt: skip
    async with open_page(stage.address) as page:
        late = asyncio.Event()
        told = asyncio.Event()
        first = True

        async def case(route: Route) -> None:
            nonlocal first
            number = route.request.url.rpartition("/")[2]
            if number == numbers[0] and not first:
                await late.wait()
                await route.fulfill(json=look(number))
                told.set()
                return
            first = False
            await route.fulfill(json=look(number))

        await page.route("**/sandbox/desk", lambda route: route.fulfill(json=overview))
        await page.route("**/sandbox/cases/*", case)
        await page.get_by_test_id("open-drawer").click()
        facts = page.get_by_test_id("drawer").locator(".facts").last
        await expect(facts).to_contain_text(numbers[0])
        async with page.expect_request(f"**/sandbox/cases/{numbers[0]}"):
            await page.get_by_test_id("drawer-case-tab").click()
        await page.get_by_test_id("drawer-case").select_option(numbers[1])
        await expect(facts).to_contain_text(numbers[1])
        late.set()
        await told.wait()
        await page.evaluate("new Promise(requestAnimationFrame)")
        assert numbers[0] not in await facts.inner_text()
