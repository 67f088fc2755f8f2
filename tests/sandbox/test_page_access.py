"""The page for everybody: what is written can be read in both themes, and all can be done by the keyboard alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.config import example_path, load_settings
from bot.sandbox.desk import sandbox
from tests.by_word import ByWord
from tests.sandbox.browser import Page, expect, open_page
from tests.sandbox.stage import messages, panel, say

pytestmark = pytest.mark.browser

# Every text that is seen, and every sign on a control, against what lies behind it: those that are too faint. WCAG 2.2 AA.
FAINT = """async () => {
  const going = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity);
  await Promise.all(going.map((one) => one.finished.catch(() => {})));
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)];
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const chain = (node) => (node ? [...chain(node.parentElement), node] : []);
  const behind = (node) => chain(node).reduce((under, one) => over(rgba(getComputedStyle(one).backgroundColor), under), [255, 255, 255]);
  const opacity = (node) => chain(node).reduce((all, one) => all * Number(getComputedStyle(one).opacity), 1);
  const seen = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && node.getClientRects().length > 0;
  const open = document.querySelector("dialog[open]");
  const faint = new Map();
  const judge = (node, colour, least, words) => {
    if ((open && !open.contains(node)) || node.closest(":disabled, [aria-busy], noscript, select") || !seen(node)) return;
    const under = behind(node);
    const [r, g, b, a] = rgba(colour);
    const found = ratio(over([r, g, b, a * opacity(node)], under), under);
    if (found < least) faint.set(`${node.className?.baseVal ?? node.className} ${words}`.trim(), found.toFixed(2));
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    const words = walk.currentNode.data.trim();
    if (!words || node.closest("script, style") || /^\\p{Emoji}$/u.test(words)) continue;
    const style = getComputedStyle(node);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.6 && Number(style.fontWeight) >= 700);
    judge(node, style.color, large ? 3 : 4.5, words.slice(0, 20));
  }
  for (const field of document.querySelectorAll("input, textarea")) {
    if (field.placeholder && !field.value) judge(field, getComputedStyle(field, "::placeholder").color, 4.5, "placeholder");
  }
  for (const sign of document.querySelectorAll("svg.icon")) judge(sign, getComputedStyle(sign).color, 3, sign.closest("[data-testid]")?.dataset.testid ?? "");
  return Object.fromEntries(faint);
}"""

# All that can be pressed or written in, where the page is not covered by a dialog.
CONTROLS = """() => {
  const all = [...document.querySelectorAll("button, a[href], input, select, textarea, audio, [tabindex='0']")];
  return all.filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }) && one.type !== "file");
}"""
NAMELESS = f"""() => ({CONTROLS})().filter((one) =>
  !(one.getAttribute("aria-label") || one.textContent.trim() || one.title)).map((one) => one.outerHTML.slice(0, 120))"""
REMEMBER = f"""() => {{
  window.untouched = new Map(({CONTROLS})().map((one) => [one, getComputedStyle(one).boxShadow]));
  window.reached = new Set();
  window.unseen = [];
}}"""
REACHED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return true;  // once around: the browser's own controls
  if (window.reached.has(at)) return false;
  window.reached.add(at);
  const ring = (one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== (window.untouched.get(one) ?? "none");
  };
  if (!ring(at) && !(at.parentElement && ring(at.parentElement))) window.unseen.push(at.outerHTML.slice(0, 120));
  return true;
}"""
LEFT_OUT = "() => [...window.untouched.keys()].filter((one) => one.isConnected && !window.reached.has(one)).map((one) => one.outerHTML.slice(0, 120))"


async def in_both_themes(page: Page, where: str, found: dict[str, Any]) -> None:
    for theme in ("light", "dark"):
        await page.emulate_media(color_scheme=theme)
        faint = await page.evaluate(FAINT)
        if faint:
            found[f"{where}, {theme}"] = faint


async def test_all_can_be_read_in_dark_and_in_light(tmp_path: Path) -> None:
    found: dict[str, Any] = {}
    async with (
        sandbox(load_settings(example_path()), tmp_path / "desk.db", classifier=ByWord()) as (server, _, _),
        open_page(server.address, guide=True) as page,
    ):
        citizen, clerk = panel(page, "citizen"), page.locator("section.panel[data-follows]")
        await page.emulate_media(reduced_motion="reduce")
        await in_both_themes(page, "start", found)
        await say(citizen, "小区电梯坏了半个月，物业不修。")
        await citizen.get_by_test_id("attach").click()
        await in_both_themes(page, "attach", found)
        await citizen.get_by_test_id("attach-album").click()
        await in_both_themes(page, "album", found)
        await say(citizen, "三张照片")
        await expect(citizen.get_by_text("照片 3 张")).to_be_visible()
        await citizen.get_by_test_id("inline-button").filter(has_text="提交").last.click()
        await expect(clerk.get_by_text("待签收").last).to_be_visible()
        await say(clerk, "只是聊聊")
        await expect(clerk.get_by_test_id("unseen")).to_be_visible()
        await clerk.get_by_test_id("inline-button").filter(has_text="签收").last.click()
        await clerk.get_by_test_id("inline-button").filter(has_text="答复").last.click()
        await expect(clerk.get_by_test_id("replying")).to_be_visible()
        await say(clerk, "修好了。")
        await expect(clerk.get_by_test_id("inline-button").filter(has_text="发给市民").last).to_be_visible()
        await messages(clerk).last.locator(".bubble").dblclick(position={"x": 30, "y": 10})
        await in_both_themes(page, "chat", found)
        await citizen.get_by_test_id("composer").fill("/")
        await in_both_themes(page, "commands", found)
        await citizen.get_by_test_id("composer").fill("")
        await page.get_by_test_id("open-drawer").click()
        for tab in ("case", "outbox", "inbox", "queues"):
            await page.get_by_test_id(f"drawer-{tab}-tab").click()
            await in_both_themes(page, tab, found)
        for opener in ("new-people", "scan", "open-faults", "add-panel"):
            await page.get_by_test_id(opener).click()
            await in_both_themes(page, opener, found)
            await page.keyboard.press("Escape")
        await page.get_by_test_id("story-county").click()
        await expect(page.get_by_test_id("story-step")).to_be_visible()
        await in_both_themes(page, "story", found)
    assert not found, json.dumps(found, ensure_ascii=False, indent=1)


async def test_all_can_be_reached_by_the_keyboard(tmp_path: Path) -> None:
    async with (
        sandbox(load_settings(example_path()), tmp_path / "desk.db", classifier=ByWord()) as (server, _, _),
        open_page(server.address, guide=True, locale="en-GB") as page,
    ):
        citizen = panel(page, "citizen")
        await say(citizen, "The lift stands still.")
        await expect(citizen.get_by_test_id("inline-button").first).to_be_visible()
        await page.get_by_test_id("open-drawer").click()
        await expect(page.get_by_test_id("drawer-next")).not_to_be_empty()
        assert await page.evaluate(NAMELESS) == []
        await page.evaluate(REMEMBER)
        await page.evaluate("document.activeElement.blur()")
        for _ in range(300):
            await page.keyboard.press("Tab")
            if not await page.evaluate(REACHED):
                break
        assert await page.evaluate(LEFT_OUT) == []
        assert await page.evaluate("window.unseen") == []

        await page.get_by_test_id("drawer-close").click()
        for opener, testid in (
            ("new-people", "people"), ("scan", "scanner"), ("open-faults", "faults"), ("add-panel", "picker"),
            ("panel-picker", "picker"), ("add-member", "picker"), ("attach", "attach-menu"), ("open-drawer", "drawer"),
        ):  # fmt: skip
            await page.get_by_test_id(opener).filter(visible=True).first.focus()
            await page.keyboard.press("Enter")
            await expect(page.get_by_test_id(testid).filter(visible=True)).to_have_count(1)
            assert await page.evaluate(NAMELESS) == []
            await page.keyboard.press("Escape")
            await expect(page.get_by_test_id(testid).filter(visible=True)).to_have_count(0)
            await expect(page.locator(":focus")).to_have_attribute("data-testid", opener)
