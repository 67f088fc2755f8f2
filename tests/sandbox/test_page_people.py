"""What the page can do by clicks alone: people, places, voices, faults, the clock, a look behind the scenes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.config import example_path, load_settings
from bot.sandbox.desk import sandbox
from tests.by_word import ByWord
from tests.sandbox.browser import expect, open_page
from tests.sandbox.stage import messages, panel, running_stage, say

pytestmark = pytest.mark.browser


async def test_all_that_a_citizen_can_send_and_who_can_come(tmp_path: Path) -> None:
    async with (
        sandbox(load_settings(example_path()), tmp_path / "desk.db", classifier=ByWord()) as (
            server,
            _,
            people,
        ),
        open_page(server.address) as page,
    ):
        world, citizen = server.world, panel(page, "citizen")

        async def attach(what: str) -> None:
            await citizen.get_by_test_id("attach").click()
            await citizen.get_by_test_id(f"attach-{what}").click()

        await say(citizen, "小区电梯坏了半个月，物业不修。")
        await attach("album")
        await expect(citizen.locator(".tray-item")).to_have_count(3)
        await say(citizen, "三张照片")
        await expect(citizen.get_by_test_id("photo")).to_have_count(3)
        await attach("place")
        await page.locator(".map-district").nth(1).click()
        await page.get_by_test_id("map-send-place").click()
        await attach("voice")
        await citizen.get_by_test_id("voice-send").click()
        await attach("contact")
        await expect(citizen.get_by_text("+8613800000000").first).to_be_visible()
        own = [m for m in world.messages(people.citizen) if m["from"]["id"] == people.citizen]
        album = [m["media_group_id"] for m in own if "photo" in m]
        assert len(album) == 3 and len(set(album)) == 1
        (place,) = (m["venue"] for m in own if "venue" in m)
        assert place["title"] == "城关镇" and 117 < place["location"]["longitude"] < 118
        (voice,) = (m["voice"] for m in own if "voice" in m)
        stored = world.files.get(voice["file_id"])
        assert stored is not None and stored.data[:4] in (b"RIFF", b"OggS", b"\x1aE\xdf\xa3")
        assert any(m.get("contact", {}).get("user_id") == people.citizen for m in own)

        # The drawer shows the case as soon as there is one.
        await page.get_by_test_id("open-drawer").click()
        await citizen.get_by_test_id("inline-button").filter(has_text="提交").last.click()
        await expect(page.get_by_test_id("journey").locator(".step.done")).to_have_count(1)
        await expect(page.get_by_test_id("drawer-clocks")).to_contain_text("签收")
        await page.get_by_test_id("drawer-outbox-tab").click()
        await expect(page.get_by_test_id("drawer-outbox")).to_contain_text("citizen-receipt")
        await page.get_by_test_id("drawer-close").click()

        # A lead of Housing, by two clicks: greeted, and in the group.
        await page.get_by_test_id("new-people").click()
        await page.get_by_test_id("role-lead").click()
        await page.locator("[data-testid=bring-staff][data-office=zhujian]").click()
        await expect(page.get_by_test_id("people")).to_have_count(0)
        lead = [user for user in world.users.values() if user.role == "lead"][-1]
        assert lead.id in world.chats[people.groups["zhujian"]].members

        # A QR picture, pressed instead of scanned, by somebody chosen.
        await page.get_by_test_id("scan").click()
        await page.get_by_test_id("qr").first.click()
        await page.locator(f"[data-testid=pick][data-user='{lead.id}']").click()
        await expect(messages(page.locator(f"section.panel[data-chat='{lead.id}']")).first).to_be_visible()

        await page.get_by_test_id("open-faults").click()
        await page.get_by_test_id("fault-network").click()
        await expect(page.get_by_test_id("connection")).to_be_visible()
        await page.get_by_test_id("fault-network").click()
        await expect(page.get_by_test_id("connection")).to_be_hidden()
        await page.get_by_test_id("fault-block").click()
        await expect(page.get_by_test_id("fault-block")).to_have_text("解除")
        assert any(user.blocked for user in world.users.values())
        await page.keyboard.press("Escape")
        await expect(page.get_by_test_id("faults")).to_have_count(0)


async def test_the_clock_is_played_forward() -> None:
    async with running_stage() as stage, open_page(stage.address) as page:
        clock = page.get_by_test_id("clock-now")
        await expect(clock).to_contain_text("09:30")
        await expect(clock).to_contain_text("2026年11月20日 周五")
        await page.get_by_test_id("advance-workday").click()
        for step in ("due", "hour", "morning", "workday", "outage"):
            await expect(page.get_by_test_id(f"advance-{step}")).to_be_disabled()
        stage.desk.go.set()
        await expect(page.get_by_test_id("toast")).to_contain_text("11月21日 周六 09:30")
        await expect(clock).to_contain_text("2026年11月21日 周六")
        await page.get_by_test_id("advance-outage").click()
        await expect(clock).to_contain_text("2026年11月28日 周六")


async def test_more_people_on_a_click_and_the_layout_is_kept() -> None:
    async with running_stage() as stage, open_page(stage.address) as page:
        await page.get_by_test_id("new-citizen").click()
        await expect(page.locator("section.panel")).to_have_count(4)
        new = page.locator("section.panel").last
        await say(new, "我是新来的")
        await expect(messages(new)).to_have_count(2)
        newcomer = [user for user in stage.server.world.users.values() if user.role == "citizen"][-1]
        assert re.search("(女士|先生)$", newcomer.first_name)
        await panel(page, "admin").get_by_test_id("close-panel").click()
        await page.reload()
        await expect(page.locator("section.panel")).to_have_count(3)
        await expect(page.locator("section.panel").last).to_contain_text("我是新来的")
        await page.keyboard.press("Alt+2")
        await expect(panel(page, "clerk").get_by_test_id("composer")).to_be_focused()
        await page.get_by_test_id("reset-layout").click()
        await expect(panel(page, "admin")).to_be_visible()
