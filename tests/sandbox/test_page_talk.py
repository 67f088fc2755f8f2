"""The chat page in a real browser: writing, buttons, files, commands, groups."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.sandbox.browser import FilePayload, expect, open_page
from tests.sandbox.stage import Stage, messages, panel, png, running_stage, say

pytestmark = pytest.mark.browser


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with running_stage() as running:
        yield running


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
    stage.bot.answers.clear()
    async with open_page(stage.address) as page:
        citizen = panel(page, "citizen")
        await say(citizen, "路灯不亮")
        button = citizen.get_by_test_id("inline-button").last
        await button.click()
        await expect(button).to_have_attribute("aria-busy", "true")
        stage.bot.answers.set()
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
        await expect(shown).to_have_js_property("naturalWidth", 240)
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
        async with asyncio.timeout(20):
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
        await expect(messages(citizen)).to_have_count(2)
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
