"""The chat page in a real browser, against the real server and a small bot that answers over HTTP."""

from __future__ import annotations

import asyncio
import contextlib
import re
import struct
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

import aiohttp
import pytest

from bot.sandbox.server import SandboxServer
from tests.sandbox.browser import FilePayload, Locator, Page, expect, open_page

pytestmark = pytest.mark.browser

CHINA = timezone(timedelta(hours=8))
MORNING = datetime(2026, 11, 20, 9, 30, tzinfo=CHINA)
MENU = [
    {"command": "start", "description": "开始"},
    {"command": "mycases", "description": "我的诉求"},
    {"command": "case", "description": "按编号查询"},
]
GROUP_MENU = [{"command": "queue", "description": "本部门的队列"}]


def png(width: int = 240, height: int = 160) -> bytes:
    rows = b"".join(b"\0" + bytes((40, 120, 110)) * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            (b"IDAT", zlib.compress(rows)),
            (b"IEND", b""),
        )
    )


class FakeDesk:
    """A business clock that takes a moment to catch up."""

    def __init__(self) -> None:
        self.now = MORNING
        self.go = asyncio.Event()

    async def clock(self) -> dict[str, Any]:
        return {"now": self.now.isoformat(), "offset_seconds": 0, "running": True}

    async def advance(self, seconds: float) -> dict[str, Any]:
        await self.go.wait()
        self.now += timedelta(seconds=seconds)
        return await self.clock()

    async def overview(self) -> dict[str, Any]:
        return {}


@dataclass
class EchoBot:
    """Answers private words with an echo and buttons; edits its message when a button is pressed."""

    server: SandboxServer
    session: aiohttp.ClientSession
    heard: list[str] = field(default_factory=list)

    async def call(self, method: str, **params: Any) -> Any:
        async with self.session.post(
            f"{self.server.base_url}{self.server.token}/{method}", json=params
        ) as reply:
            body = await reply.json()
        if not body["ok"]:
            raise RuntimeError(body["description"])
        return body["result"]

    async def run(self) -> None:
        offset = 0
        while True:
            try:
                updates = await self.call("getUpdates", offset=offset, timeout=10)
            except (aiohttp.ClientError, OSError, RuntimeError):  # the server stops or starts again
                await asyncio.sleep(0.1)
                continue
            for update in updates:
                offset = update["update_id"] + 1
                await self.handle(update)

    async def handle(self, update: dict[str, Any]) -> None:
        if message := update.get("message"):
            text = message.get("text") or message.get("caption") or ""
            if text:  # not the service message of joining the group
                self.heard.append(text)
            if message["chat"]["type"] == "private":
                await self.echo(message, text)
        elif query := update.get("callback_query"):
            await self.pressed(query)

    async def echo(self, message: dict[str, Any], text: str) -> None:
        buttons = [[{"text": "提交", "callback_data": "submit"}, {"text": "警告", "callback_data": "alert"}]]
        await self.call(
            "sendMessage",
            chat_id=message["chat"]["id"],
            text=f"听到了：{text}"[:4000],
            reply_parameters={"message_id": message["message_id"]},
            reply_markup={"inline_keyboard": buttons},
        )

    async def pressed(self, query: dict[str, Any]) -> None:
        if query["data"] == "alert":
            await self.call(
                "answerCallbackQuery", callback_query_id=query["id"], text="请看清楚", show_alert=True
            )
            return
        place = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
        await self.call("editMessageText", **place, text="已提交，编号 261120-0001")
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text="提交好了")


@dataclass
class Stage:
    server: SandboxServer
    desk: FakeDesk
    bot: EchoBot
    citizen: int
    clerk: int
    admin: int
    group: int

    @property
    def address(self) -> str:
        return self.server.address


def people(server: SandboxServer) -> tuple[int, int, int, int]:
    world = server.world
    citizen = world.add_user("陈女士", "zh-hans", role="citizen")["id"]
    clerk = world.add_user("王敏", "zh-hans", role="clerk")["id"]
    admin = world.add_user("李主任", "zh-hans", role="admin")["id"]
    group = world.add_group("住房局", [clerk, admin], "supergroup", True, label="department")["id"]
    return citizen, clerk, admin, group


@asynccontextmanager
async def running_stage() -> AsyncIterator[Stage]:
    server = SandboxServer()
    desk = FakeDesk()
    server.desk = desk
    await server.start()
    ids = people(server)
    async with aiohttp.ClientSession() as session:
        bot = EchoBot(server, session)
        await bot.call("setMyCommands", commands=MENU, scope={"type": "all_private_chats"})
        await bot.call("setMyCommands", commands=GROUP_MENU, scope={"type": "all_group_chats"})
        task = asyncio.create_task(bot.run())
        try:
            yield Stage(server, desk, bot, *ids)
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            await server.stop()


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with running_stage() as running:
        yield running


def panel(page: Page, role: str) -> Locator:
    return page.get_by_test_id(f"panel-{role}")


def messages(where: Locator) -> Locator:
    return where.get_by_test_id("message")


async def say(where: Locator, text: str) -> None:
    await where.get_by_test_id("composer").fill(text)
    await where.get_by_test_id("composer").press("Enter")


async def test_a_chinese_sentence_goes_to_the_bot_and_comes_back(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        citizen = panel(page, "citizen")
        await expect(panel(page, "clerk")).to_have_attribute("data-chat", str(stage.group))
        await expect(panel(page, "admin")).to_have_attribute("data-user", str(stage.admin))
        await say(citizen, "楼道灯坏了\u3000没人修")
        await expect(messages(citizen)).to_have_count(2)
        await expect(messages(citizen).first).to_have_attribute("data-own", "1")
        await expect(messages(citizen).last).to_contain_text("听到了：楼道灯坏了")
        await expect(citizen.get_by_test_id("composer")).to_have_value("")
        assert stage.bot.heard == ["楼道灯坏了\u3000没人修"]


async def test_a_button_is_answered_by_a_toast_and_an_edit_in_place(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        citizen = panel(page, "citizen")
        await say(citizen, "路灯不亮")
        await citizen.get_by_test_id("inline-button").first.click()
        await expect(citizen.get_by_test_id("toast")).to_have_text("提交好了")
        await expect(messages(citizen)).to_have_count(2)
        await expect(messages(citizen).last).to_contain_text("已提交，编号 261120-0001")
        await expect(messages(citizen).last).to_contain_text("已编辑")
        await expect(citizen.get_by_test_id("inline-button")).to_have_count(0)


async def test_a_button_is_busy_until_its_answer_and_an_alert_waits_for_ok(stage: Stage) -> None:
    stage.server.world.add_fault(method="answerCallbackQuery", times=1, kind="delay", seconds=0.6)
    async with open_page(stage.address) as page:
        citizen = panel(page, "citizen")
        await say(citizen, "路灯不亮")
        button = citizen.get_by_test_id("inline-button").last
        await button.click()
        await expect(button).to_have_attribute("aria-busy", "true")
        alert = page.get_by_test_id("alert")
        await expect(alert).to_contain_text("请看清楚")
        await expect(button).not_to_have_attribute("aria-busy", "true")
        await page.get_by_test_id("alert-ok").click()
        await expect(alert).not_to_be_visible()


async def test_a_button_that_is_never_answered_is_freed_when_refused(stage: Stage) -> None:
    world = stage.server.world
    async with open_page(stage.address, quiet_errors=True) as page:
        citizen = panel(page, "citizen")
        await say(citizen, "路灯不亮")
        button = citizen.get_by_test_id("inline-button").first
        await expect(button).to_be_visible()
        world.block(stage.citizen, True)
        await expect(citizen).to_contain_text("已屏蔽机器人")
        await say(citizen, "还在吗")
        await expect(citizen.get_by_test_id("toast").first).to_contain_text("没能发送")
        await expect(citizen.get_by_test_id("composer")).to_have_value("还在吗")


async def test_replying_and_editing_ones_own_words(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        citizen = panel(page, "citizen")
        await say(citizen, "第一句")
        await expect(messages(citizen)).to_have_count(2)
        await messages(citizen).last.hover()
        await messages(citizen).last.get_by_test_id("reply").click()
        await expect(citizen.get_by_test_id("replying")).to_contain_text("听到了：第一句")
        await citizen.get_by_test_id("composer").press("Escape")
        await expect(citizen.get_by_test_id("replying")).to_have_count(0)
        await messages(citizen).last.locator(".text").dblclick()
        await say(citizen, "补充一句")
        await expect(messages(citizen).nth(2).get_by_test_id("quote")).to_contain_text("听到了：第一句")
        sent = stage.server.world.messages(stage.citizen)[2]
        assert sent["reply_to_message"]["text"] == "听到了：第一句"

        await citizen.get_by_test_id("composer").press("ArrowUp")
        await expect(citizen.get_by_test_id("composer")).to_have_value("补充一句")
        await say(citizen, "改过的一句")
        await expect(messages(citizen).nth(2)).to_contain_text("改过的一句")
        await expect(messages(citizen).nth(2)).to_contain_text("已编辑")
        await expect(citizen.get_by_test_id("editing")).to_have_count(0)


async def test_photos_and_files_are_shown(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        citizen = panel(page, "citizen")
        photo: FilePayload = {"name": "灯.png", "mimeType": "image/png", "buffer": png()}
        await citizen.get_by_test_id("pick-photo").set_input_files(photo)
        await say(citizen, "看这盏灯")
        shown = citizen.get_by_test_id("photo")
        await expect(shown).to_have_js_property("complete", True)
        assert await shown.evaluate("image => image.naturalWidth") == 240
        await expect(messages(citizen).first).to_contain_text("看这盏灯")
        paper: FilePayload = {
            "name": "<b>合同<b>.txt",
            "mimeType": "text/plain",
            "buffer": "工资未付".encode(),
        }
        await citizen.get_by_test_id("pick-file").set_input_files(paper)
        await citizen.get_by_test_id("send").click()
        chip = citizen.locator("a.chip")
        await expect(chip).to_contain_text("<b>合同<b>.txt")
        async with page.expect_download() as download:
            await chip.click()
        assert (await (await download.value).path()).read_text("utf-8") == "工资未付"


async def test_the_group_panel_says_what_the_bot_cannot_see(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        clerk = panel(page, "clerk")
        await say(clerk, "老刘，你看看这个")
        await expect(messages(clerk).last.get_by_test_id("unseen")).to_have_text("机器人看不到")
        await clerk.get_by_test_id("composer").press_sequentially("/q")
        await expect(clerk.get_by_test_id("command")).to_have_count(1)
        await clerk.get_by_test_id("composer").press("Enter")
        await expect(messages(clerk).last).to_contain_text("/queue@minsheng_sandbox_bot")
        await expect(messages(clerk).last.get_by_test_id("unseen")).to_have_count(0)
        card = await stage.bot.call("sendMessage", chat_id=stage.group, text="案卡 261120-0001")
        await stage.bot.call(
            "sendMessage",
            chat_id=stage.group,
            text="请回复这条消息，写下答复",
            reply_parameters={"message_id": card["message_id"]},
            reply_markup={"force_reply": True, "input_field_placeholder": "给市民的答复"},
        )
        await expect(clerk.get_by_test_id("replying")).to_contain_text("请回复这条消息")
        await expect(clerk.get_by_test_id("composer")).to_have_attribute("placeholder", "给市民的答复")
        await say(clerk, "灯已修好")
        await expect(messages(clerk).last).to_contain_text("灯已修好")
        await expect(messages(clerk).last.get_by_test_id("unseen")).to_have_count(0)
        async with asyncio.timeout(5):
            while "灯已修好" not in stage.bot.heard:
                await asyncio.sleep(0.02)
        assert stage.bot.heard == ["/queue@minsheng_sandbox_bot", "灯已修好"]


async def test_markup_in_a_text_is_shown_as_it_was_written(stage: Stage) -> None:
    evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> & &lt;b&gt;'
    stage.server.world.add_user(evil, "zh-hans", role="citizen")
    async with open_page(stage.address) as page:
        citizen = panel(page, "citizen")
        await say(citizen, evil)
        await expect(messages(citizen)).to_have_count(2)
        for at in (0, 1):
            await expect(messages(citizen).nth(at)).to_contain_text(evil)
        await page.get_by_test_id("add-panel").click()
        await expect(page.get_by_test_id("picker")).to_contain_text(evil)
        link = {"type": "text_link", "offset": 0, "length": 2, "url": "javascript:window.hacked=1"}
        bad = {
            "message_id": 9999,
            "date": 1,
            "chat": {"id": stage.citizen},
            "text": "点我",
            "entities": [link],
        }
        stage.server.world.events.emit("message", chat_id=stage.citizen, message=bad)
        await expect(citizen.get_by_text("点我")).to_be_attached()
        assert await citizen.locator("a[href^=javascript]").count() == 0
        assert await page.evaluate("window.hacked") is None


async def test_entities_count_utf16_units(stage: Stage) -> None:
    text = "😀👨‍👩‍👧 粗体 与 代码\n引文"
    entities = [
        {"type": kind, "offset": units(text[: text.index(word)]), "length": units(word)}
        for kind, word in (("bold", "粗体"), ("code", "代码"), ("blockquote", "引文"))
    ]
    async with open_page(stage.address) as page:
        citizen = panel(page, "citizen")
        await say(citizen, "/start")
        await stage.bot.call("sendMessage", chat_id=stage.citizen, text=text, entities=entities)
        last = messages(citizen).last
        await expect(last.locator("strong")).to_have_text("粗体")
        await expect(last.locator("code")).to_have_text("代码")
        await expect(last.locator("blockquote")).to_have_text("引文")
        await expect(last).to_contain_text("😀👨‍👩‍👧")
        await messages(citizen).first.locator(".command").click()
        await expect(messages(citizen)).to_have_count(5)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


async def test_a_long_text_goes_out_in_pieces(stage: Stage) -> None:
    sentence = "电梯坏了半个月，老人下不了楼。"
    text = sentence * 600
    async with open_page(stage.address) as page:
        citizen = panel(page, "citizen")
        await citizen.get_by_test_id("composer").fill(text)
        await expect(citizen).to_contain_text("会分成 3 条发送")
        await citizen.get_by_test_id("send").click()
        await expect(messages(citizen)).to_have_count(6)
    own = [m["text"] for m in stage.server.world.messages(stage.citizen) if m["from"]["id"] == stage.citizen]
    assert "".join(own) == text
    assert all(units(piece) <= 4096 and piece.endswith("。") for piece in own)


async def test_the_command_menu_filters_and_sends(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        citizen = panel(page, "citizen")
        box = citizen.get_by_test_id("composer")
        await box.press_sequentially("/")
        await expect(citizen.get_by_test_id("command")).to_have_count(3)
        await box.press("ArrowDown")
        await box.press("Tab")
        await expect(box).to_have_value("/mycases ")
        await box.fill("")
        await box.press_sequentially("/c")
        await box.press("Enter")
        await expect(messages(citizen).first).to_contain_text("/case")


async def test_a_reply_keyboard_is_pressed_once(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        citizen = panel(page, "citizen")
        await citizen.get_by_test_id("start").click()
        await expect(messages(citizen)).to_have_count(2)
        keyboard = {"keyboard": [[{"text": "满意"}, {"text": "不满意"}]], "one_time_keyboard": True}
        await stage.bot.call("sendMessage", chat_id=stage.citizen, text="请评价", reply_markup=keyboard)
        await citizen.get_by_role("button", name="满意", exact=True).click()
        await expect(messages(citizen).last).to_contain_text("听到了：满意")
        await expect(citizen.get_by_test_id("reply-keyboard")).to_be_hidden()


async def test_the_clock_is_played_forward(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        clock = page.get_by_test_id("clock-now")
        await expect(clock).to_contain_text("09:30")
        await expect(clock).to_contain_text("2026年11月20日 周五")
        await page.get_by_test_id("advance-day").click()
        for step in ("hour", "day", "week"):
            await expect(page.get_by_test_id(f"advance-{step}")).to_be_disabled()
        stage.desk.go.set()
        await expect(page.get_by_test_id("toast")).to_contain_text("11月21日 周六 09:30")
        await expect(clock).to_contain_text("2026年11月21日 周六")
        await expect(page.get_by_test_id("advance-week")).to_be_enabled()


async def test_more_people_on_a_click_and_the_layout_is_kept(stage: Stage) -> None:
    async with open_page(stage.address) as page:
        await page.get_by_test_id("new-citizen").click()
        await expect(page.locator("section.panel")).to_have_count(4)
        new = page.locator("section.panel").last
        await say(new, "我是新来的")
        await expect(messages(new)).to_have_count(2)
        newcomer = [user for user in stage.server.world.users.values() if user.role == "citizen"][-1]
        assert newcomer.first_name.endswith(("女士", "先生"))
        await panel(page, "admin").get_by_test_id("close-panel").click()
        await page.reload()
        await expect(page.locator("section.panel")).to_have_count(3)
        await expect(page.locator("section.panel").last).to_contain_text("我是新来的")
        await page.get_by_test_id("reset-layout").click()
        await expect(panel(page, "admin")).to_be_visible()


async def test_the_guide_fills_in_an_example_and_stays_away_once_closed(stage: Stage) -> None:
    async with open_page(stage.address, guide=True, locale="zh-CN") as page:
        await page.get_by_test_id("example").first.click()
        box = panel(page, "citizen").get_by_test_id("composer")
        assert len(await box.input_value()) > 30
        await expect(box).to_be_focused()
        await page.get_by_test_id("guide-close").click()
        await page.reload()
        await expect(panel(page, "clerk")).to_be_visible()
        await expect(page.get_by_test_id("guide")).to_be_hidden()
        await page.keyboard.press("Alt+2")
        await expect(panel(page, "clerk").get_by_test_id("composer")).to_be_focused()


async def test_a_long_history_is_drawn_in_parts(stage: Stage) -> None:
    world = stage.server.world
    for number in range(350):
        world.send_text(stage.clerk, f"第 {number} 句", stage.group)
    async with open_page(stage.address) as page:
        clerk = panel(page, "clerk")
        await expect(messages(clerk).last).to_contain_text("第 349 句")
        await expect(messages(clerk).last).to_be_in_viewport()
        assert await messages(clerk).count() == 100
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
        await page.get_by_test_id("new-citizen").click()  # the layout is kept now
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


async def test_the_guide_makes_room_on_a_phone(stage: Stage) -> None:
    async with open_page(stage.address, 390, 844, touch=True, guide=True) as page:
        await expect(page.get_by_test_id("example").first).to_be_visible()
        await page.get_by_test_id("example").first.tap()
        await expect(page.get_by_test_id("example").first).to_be_hidden()
        await expect(panel(page, "citizen").get_by_test_id("composer")).not_to_have_value("")
        await page.get_by_test_id("guide-title").tap()
        await expect(page.get_by_test_id("example").first).to_be_visible()


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
        await expect(page.get_by_test_id("advance-day")).to_have_text("+1 day")
        await say(clerk, "只是聊聊")
        await expect(clerk.get_by_test_id("unseen")).to_have_text("The bot cannot see this")
        await page.get_by_test_id("language").click()
        await expect(clerk.get_by_test_id("unseen")).to_have_text("机器人看不到")
        await page.reload()
        await expect(page.get_by_test_id("advance-day")).to_have_text("+1 天")


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
        await expect(messages(clerk)).to_have_count(3, timeout=15_000)
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
            await expect(messages(panel(page, "citizen"))).to_have_count(1, timeout=15_000)
            await expect(messages(panel(page, "citizen"))).to_contain_text("新的一天")
            fresh.world.send_text(citizen, "还连着")
            await expect(messages(panel(page, "citizen"))).to_have_count(2)
        finally:
            await page.close()
            await fresh.stop()
