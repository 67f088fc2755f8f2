"""Play a short story in the sandbox's page and write the pictures of docs/images/.

    .venv/bin/python -m scripts.screenshots [zh] [en] [phone] [life]

It needs Chromium and, for the signs on the buttons, a font with emoji (Debian: fonts-noto-color-emoji).
"""

from __future__ import annotations

import asyncio
import re
import struct
import sys
import tempfile
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from bot.clocks import ShiftableClock
from bot.config import example_path, load_settings
from bot.sandbox.desk import SandboxDesk, sandbox
from bot.sandbox.server import SandboxServer
from classifier.predict import Classifier
from tests.sandbox.browser import Locator, Page, expect, find_browser, open_page

Bytes = NDArray[np.uint8]
IMAGES = Path(__file__).parents[1] / "docs" / "images"
LARGEST = 300_000  # bytes of one picture
# A large screen, drawn at 1440 by 900: the three chats show their whole stories.
WIDTH, HEIGHT, SCALE = 1728, 1080, 5 / 6
SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Words:
    """What people write, and by which of the bot's words the story goes on."""

    trouble: str
    about: tuple[str, ...]  # buttons before submitting: the model reads Chinese
    submit: str
    filed: str
    to_claim: str
    claim: str
    claimed: str
    card: str
    progress: str
    preview: str
    send: str
    sent: str
    answered: str
    solved: str
    invite: str
    invited: str
    status: str


CHINESE = Words(
    trouble="柳岸小区7栋电梯停了半个月，物业说等配件。我的电话13812345678。",
    about=(),
    submit="提交",
    filed="收到了，编号",
    to_claim="待签收",
    claim="签收",
    claimed="正在办理",
    card="主办",
    progress="配件明天到，后天修好。",
    preview="市民将看到的就是下面这样",
    send="发给市民",
    sent="已发给市民",
    answered="已答复",
    solved="电梯已恢复运行，物业陪同试乘。",
    invite="/invite 工作人员 住建",
    invited="邀请链接",
    status="运行情况",
)
ENGLISH = Words(
    trouble="The lift in Willow Court 7 has stood still for two weeks. My mother is 82 and cannot leave the "
    "16th floor.",
    about=("Other subjects", "Housing"),
    submit="Submit",
    filed="We have it",
    to_claim="To be claimed",
    claim="Claim",
    claimed="is now working on",
    card="In charge",
    progress="The parts arrive tomorrow.",
    preview="this is what the citizen will see",
    send="Send to the citizen",
    sent="sent to the citizen",
    answered="Reply (",
    solved="The lift has been running again since noon.",
    invite="/invite clerk Housing",
    invited="invitation link",
    status="How things are running",
)


class Story:
    """The page, and what happens on it in one language."""

    def __init__(self, page: Page, server: SandboxServer, words: Words = CHINESE) -> None:
        self.page, self.server, self.words = page, server, words
        self.citizen = page.get_by_test_id("panel-citizen")
        self.clerk = page.locator("section.panel[data-follows]")
        self.admin = page.get_by_test_id("panel-admin")

    async def minutes(self, count: int) -> None:
        await self.page.request.post(
            f"{self.server.address}sandbox/clock", data={"advance_seconds": 60 * count}
        )

    async def show(self, panel: Locator) -> None:
        """On a phone only one panel is seen: go to its tab."""
        if await panel.is_hidden():
            chat = await panel.get_attribute("data-chat")
            await self.page.locator(f"[data-testid=tab][data-chat='{chat}']").tap()

    async def say(self, panel: Locator, text: str) -> None:
        await self.show(panel)
        await panel.get_by_test_id("composer").fill(text)
        await panel.get_by_test_id("send").click()

    async def press(self, panel: Locator, label: str) -> None:
        await self.show(panel)
        await panel.get_by_test_id("inline-button").filter(has_text=label).last.click()

    async def hears(self, panel: Locator, words: str) -> None:
        await expect(panel.get_by_test_id("message").filter(has_text=words).last).to_be_attached()

    async def answer(self, words: str) -> None:
        """Reply to the case's card, up to the preview."""
        await self.show(self.clerk)
        cards = self.clerk.get_by_test_id("message").filter(has=self.page.get_by_test_id("inline-button"))
        card = cards.filter(has_text=self.words.card).last
        await card.locator(".bubble").dblclick(position={"x": 40, "y": 14})
        await expect(self.clerk.get_by_test_id("replying")).to_be_visible()
        await self.say(self.clerk, words)
        await expect(self.clerk.get_by_text(self.words.preview)).to_be_attached()

    async def number(self) -> str:
        found = re.search(r"\d{6}-\d{4}", await self.citizen.inner_text())
        if found is None:
            raise RuntimeError("the citizen has no number yet")
        return found.group()

    async def rest(self) -> None:
        """Until nothing blinks, slides or lies over the messages any more."""
        await self.page.evaluate("document.activeElement?.blur()")
        await self.page.mouse.move(2, 2)
        await expect(self.page.get_by_test_id("toast")).to_have_count(0, timeout=20_000)
        await asyncio.sleep(1.6)


async def begin(story: Story) -> None:
    """A complaint, claimed by its office."""
    words = story.words
    await story.say(story.citizen, words.trouble)
    for label in words.about:
        await story.press(story.citizen, label)
    await story.press(story.citizen, words.submit)
    await story.hears(story.citizen, words.filed)
    await story.hears(story.clerk, words.to_claim)
    await story.minutes(8)
    await story.press(story.clerk, words.claim)
    await story.hears(story.citizen, words.claimed)


async def end(story: Story) -> None:
    """A first answer goes out, the admin looks at the whole, and the last answer stands in its preview."""
    words = story.words
    await story.minutes(47)
    await story.answer(words.progress)
    await story.press(story.clerk, words.send)
    await story.hears(story.clerk, words.sent)
    await story.say(story.admin, words.invite)
    await story.hears(story.admin, words.invited)
    await story.say(story.admin, "/status")
    await story.hears(story.admin, words.status)
    await story.minutes(170)
    await story.say(story.clerk, f"/case {await story.number()}")
    await expect(story.clerk.get_by_text(words.answered).last).to_be_attached()
    await story.answer(words.solved)
    await story.rest()


# ---- pictures -----------------------------------------------------------------------------------------


def chunks(data: bytes) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    at = len(SIGNATURE)
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind = data[at + 4 : at + 8]
        found[kind] = found.get(kind, b"") + data[at + 8 : at + 8 + length]
        at += length + 12
    return found


def pixels(data: bytes) -> Bytes:
    """The colours of a browser's PNG (eight bits, RGB or RGBA, not interlaced), as rows of RGB."""
    parts = chunks(data)
    width, height, depth, kind = struct.unpack(">IIBB", parts[b"IHDR"][:10])
    wide = {2: 3, 6: 4}[kind]
    if depth != 8:
        raise ValueError("only eight bits a channel are understood")
    raw = np.frombuffer(zlib.decompress(parts[b"IDAT"]), np.uint8).reshape(height, 1 + width * wide)
    out = np.zeros((height, width, wide), np.uint8)
    above = np.zeros((width, wide), np.uint8)
    for y in range(height):
        line = raw[y, 1:].reshape(width, wide)
        out[y] = above = unfilter(int(raw[y, 0]), line, above)
    return out[:, :, :3]


def unfilter(how: int, line: Bytes, above: Bytes) -> Bytes:
    if how == 0:
        return line
    if how == 1:
        summed: Bytes = np.cumsum(line, axis=0, dtype=np.uint8)
        return summed
    if how == 2:
        return line + above
    out = np.zeros_like(line)
    left, corner = [0] * line.shape[1], [0] * line.shape[1]
    values, ups = line.tolist(), above.tolist()
    for x, (value, up) in enumerate(zip(values, ups, strict=True)):
        if how == 3:
            now = [(v + (a + b) // 2) & 255 for v, a, b in zip(value, left, up, strict=True)]
        else:
            now = [(v + paeth(a, b, c)) & 255 for v, a, b, c in zip(value, left, up, corner, strict=True)]
        out[x] = now
        left, corner = now, up
    return out


def paeth(a: int, b: int, c: int) -> int:
    p = a + b - c
    near = (abs(p - a), abs(p - b), abs(p - c))
    return (a, b, c)[near.index(min(near))]


def palette(colours: NDArray[np.int32], count: NDArray[np.intp]) -> list[int]:
    """The most frequent colours, and then those that are least like any that is kept: a small sign keeps its own."""
    kept: list[int] = np.argsort(-count, kind="stable")[:96].tolist()
    away = np.full(len(colours), 4 * 256**2)
    for at in kept:
        away = np.minimum(away, ((colours - colours[at]) ** 2).sum(axis=1))
    while len(kept) < min(256, len(colours)):
        at = int((away * np.sqrt(count)).argmax())
        kept.append(at)
        away = np.minimum(away, ((colours - colours[at]) ** 2).sum(axis=1))
    return kept


def small(data: bytes) -> bytes:
    """The picture in 256 of its colours: a page of text and plain faces loses nothing one sees."""
    rgb = pixels(data)
    height, width, _ = rgb.shape
    flat = rgb.reshape(-1, 3).astype(np.uint32)
    keys = flat[:, 0] << 16 | flat[:, 1] << 8 | flat[:, 2]
    colours, place, count = np.unique(keys, return_inverse=True, return_counts=True)
    all_rgb = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1).astype(np.int32)
    kept = all_rgb[palette(all_rgb, count)]
    nearest = np.empty(len(colours), np.uint8)
    for at in range(0, len(colours), 512):
        away = ((all_rgb[at : at + 512, None, :] - kept[None]) ** 2).sum(axis=2)
        nearest[at : at + 512] = away.argmin(axis=1)
    rows = nearest[place].reshape(height, width)
    raw = np.concatenate([np.zeros((height, 1), np.uint8), rows], axis=1).tobytes()
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", kept.astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(raw, 9)),
        (b"IEND", b""),
    )
    return SIGNATURE + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )


async def picture(page: Page, name: str) -> None:
    save(f"sandbox.{name}", await page.screenshot())


def save(name: str, shot: bytes) -> None:
    path = IMAGES / f"{name}.png"
    data = small(shot)
    if len(data) > LARGEST:
        raise RuntimeError(f"{path.name} has {len(data)} bytes, more than {LARGEST}")
    path.write_bytes(data)
    print(f"{path.relative_to(IMAGES.parents[1])}: {len(data) // 1000} kB")


# ---- one city for each story --------------------------------------------------------------------------


def working_morning() -> ShiftableClock:
    """Offices are at work: the next weekday, twelve past nine."""
    now = datetime.now(load_settings(example_path()).city.tz)
    morning = now.replace(hour=9, minute=12, second=0, microsecond=0)
    while morning <= now or morning.weekday() > 4:
        morning += timedelta(days=1)
    return ShiftableClock(morning - now)


async def play(story: str, classifier: Classifier) -> None:
    with tempfile.TemporaryDirectory() as folder, patch("bot.sandbox.desk.ShiftableClock", working_morning):
        base = load_settings(example_path())
        at_once = base.desk.model_copy(update={"undo_seconds": 0})
        settings = base.model_copy(update={"desk": at_once})
        async with sandbox(settings, Path(folder) / "desk.db", classifier=classifier) as (server, *_):
            await STORIES[story](server)


async def side_by_side(server: SandboxServer) -> None:
    async with open_page(server.address, WIDTH, HEIGHT, scale=SCALE) as page:
        story = Story(page, server)
        await begin(story)
        await end(story)
        await picture(page, "zh")
        await page.emulate_media(color_scheme="dark")
        await asyncio.sleep(0.5)
        await picture(page, "dark")


async def side_by_side_in_english(server: SandboxServer) -> None:
    async with open_page(server.address, WIDTH, HEIGHT, scale=SCALE, locale="en-GB") as page:
        story = Story(page, server, ENGLISH)
        await story.hears(story.admin, "From the beginning")  # the city has learnt English
        await begin(story)
        await end(story)
        await picture(page, "en")


async def on_a_phone(server: SandboxServer) -> None:
    async with open_page(server.address, 390, 844, touch=True, scale=2) as page:
        story = Story(page, server)
        await begin(story)
        await story.show(story.citizen)
        await story.rest()
        await picture(page, "phone")


def press(server: SandboxServer, user: int, chat: int, key: str) -> None:
    """The newest button in a chat whose data begins like this."""
    for message in reversed(server.world.messages(chat)):
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                if button.get("callback_data", "").startswith(key):
                    server.world.press(user, chat, message["message_id"], button["callback_data"])
                    return
    raise RuntimeError(f"no button {key} in {chat}")


async def the_life_of_a_case(server: SandboxServer) -> None:
    """One that was forgotten: received, supervised, worked on, answered, rated, closed. Drawn by the drawer."""
    world, desk = server.world, server.desk
    assert isinstance(desk, SandboxDesk)
    citizen = next(person.id for person in world.users.values() if person.role == "citizen")
    group = next(office["chat"] for office in await desk.offices() if office["id"] == "zhujian")
    clerk = next(i for i in world.chats[group].members if world.users[i].role == "clerk")
    world.send_text(citizen, "商品房交付两年了，开发商还不给办房产证。")
    await desk.drain()
    press(server, citizen, citizen, "d:submit:")
    await desk.drain()
    number = (await desk.overview())["cases"][0]["number"]
    while (await desk.overview())["cases"][0]["supervision"] is None:
        await desk.move("workday")
    press(server, clerk, group, "c:claim:")
    await desk.drain()
    card = next(
        m for m in reversed(world.messages(group)) if number in m.get("text", "") and "reply_markup" in m
    )
    await desk.advance(3600)
    world.send_text(
        clerk, "开发商11月26日补齐了材料，房产证已可领取，请带身份证到政务大厅。", group, card["message_id"]
    )
    await desk.drain()
    press(server, clerk, group, "r:as-solved:")
    await desk.drain()
    press(server, clerk, group, "r:send:")
    await desk.drain()
    while not any(
        row["purpose"].startswith("follow-up") for row in (await desk.overview())["outbox"]["recent"]
    ):
        await desk.move("workday")
    for answer in ("f:contacted:", "f:solved:", "f:satisfaction:"):
        await desk.drain()
        press(server, citizen, citizen, answer)
    await desk.drain()
    for name, locale in (("zh", "zh-CN"), ("en", "en-GB")):
        async with open_page(server.address, 740, 420, scale=2, locale=locale) as page:
            await page.get_by_test_id("open-drawer").click()
            await expect(page.get_by_test_id("journey")).to_be_visible()
            await page.mouse.move(2, 2)
            top = await page.get_by_test_id("journey").bounding_box()
            assert top is not None
            clip = {"x": 0, "y": top["y"] - 10, "width": 740, "height": top["height"] + 20}
            save(f"life.{name}", await page.screenshot(clip=clip))


STORIES = {
    "zh": side_by_side,
    "en": side_by_side_in_english,
    "phone": on_a_phone,
    "life": the_life_of_a_case,
}


async def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    classifier = Classifier.load()
    for story in sys.argv[1:] or STORIES:
        await play(story, classifier)


if __name__ == "__main__":
    if find_browser() is None:
        sys.exit("No Chromium or Chrome was found; on Debian: apt-get install chromium")
    asyncio.run(main())
