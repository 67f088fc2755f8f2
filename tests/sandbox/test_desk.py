"""The desk inside the sandbox: its clock to named moments, an outage, people who join, and the look inside."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from bot.config import example_path, load_settings
from bot.sandbox.cast import Cast
from bot.sandbox.desk import SandboxDesk, sandbox
from bot.sandbox.errors import SandboxError
from bot.sandbox.server import SandboxServer
from tests.by_word import ByWord


@dataclass
class Home:
    server: SandboxServer
    desk: SandboxDesk
    people: Cast

    async def file(self, text: str) -> None:
        """A citizen's words, submitted by their button."""
        world, citizen = self.server.world, self.people.citizen
        world.send_text(citizen, text)
        await self.desk.drain()
        draft = next(m for m in reversed(world.messages(citizen)) if "reply_markup" in m)
        data = draft["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        world.press(citizen, citizen, draft["message_id"], data)
        await self.desk.drain()


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[Home]:
    async with sandbox(load_settings(example_path()), tmp_path / "desk.db", classifier=ByWord()) as opened:
        yield Home(*opened)


def local(clock: dict[str, str]) -> datetime:
    return datetime.fromisoformat(clock["now"])


async def test_the_clock_goes_to_named_moments(home: Home) -> None:
    desk = home.desk
    sunday = local(await desk.move("sunday"))
    assert sunday.weekday() == 6 and sunday.hour >= 20
    morning = local(await desk.move("morning"))
    assert (morning.hour, morning.minute) == (9, 0) and morning > sunday
    later = local(await desk.move("workday"))
    assert later.weekday() < 5 and later.hour == 9 and later.date() > morning.date()
    with pytest.raises(SandboxError, match="due"):
        await desk.move("yesterday")


async def test_the_look_inside_tells_a_case_from_its_words_to_its_clocks(home: Home) -> None:
    desk = home.desk
    await desk.move("morning")
    await home.file("小区电梯坏了半个月，物业不修。")
    seen = await desk.overview()
    (filed,) = seen["cases"]
    assert filed["citizen"] == home.people.citizen
    assert seen["events"][0]["kind"] == "filed" and seen["events"][0]["case"] == filed["number"]
    assert {"card", "citizen-receipt"} <= {row["purpose"] for row in seen["outbox"]["recent"]}
    assert seen["inbox"]["recent"][0]["kind"] == "callback_query"
    file = await desk.case(filed["number"])
    assert file is not None
    assert {clock["kind"] for clock in file["clocks"]} >= {"acknowledge", "resolve"}
    assert await desk.case("000000-0000") is None
    due = datetime.fromisoformat(seen["next"]["rings_at"])
    assert local(await desk.move("due")) >= due.replace(microsecond=0)

    before = local(await desk.clock())
    after = local(await desk.outage(7 * 86400))
    assert (after - before).days == 7
    file = await desk.case(filed["number"])
    assert file is not None
    missed = [event for event in file["events"] if event["kind"] == "missed"]
    assert len(missed) == 1  # a week's silence is made up for in one word
    assert home.server.world.faults.network


async def test_people_join_by_an_invitation_and_are_in_their_group(home: Home) -> None:
    desk, world = home.desk, home.server.world
    clerk = await desk.hire("新来的", "clerk", "zhujian", "zh-hans")
    supervisor = await desk.hire("督办", "supervisor", "zhujian", "zh-hans")
    await desk.drain()
    group = next(office["chat"] for office in await desk.offices() if office["id"] == "zhujian")
    assert clerk.id in world.chats[group].members
    assert supervisor.id not in world.chats[group].members
    for person in (clerk, supervisor):
        said = [m["text"] for m in world.messages(person.id) if m["from"]["is_bot"]]
        assert any("欢迎" in text for text in said), said
    for role, department in (("king", None), ("clerk", None), ("clerk", "nowhere")):
        with pytest.raises(SandboxError):
            await desk.hire("谁", role, department, "zh-hans")


async def test_the_clock_does_not_wait_for_what_can_not_leave(home: Home) -> None:
    home.server.world.network("off")
    home.server.world.send_text(home.people.citizen, "停水三天了，没有人管。")
    await home.desk.advance(3600)  # or the drain would last a minute
    home.server.world.network("on")
    await home.desk.drain()
    assert any(
        m["from"]["is_bot"] and "停水三天" in m["text"]
        for m in home.server.world.messages(home.people.citizen)
        if "text" in m
    )


async def test_the_city_speaks_another_language(home: Home) -> None:
    world, people = home.server.world, home.people
    await home.desk.speak("en")
    assert home.desk.language == "en"
    assert world.chats[people.groups["zhujian"]].title == "Housing"
    assert [m["from"]["first_name"] for m in world.messages(people.admin)] == ["Admin", "Minsheng"]
    greeting = world.messages(people.admin)[1]
    assert greeting["text"].startswith("Hello Admin") and "管理员" not in greeting["text"]
    groups_of_commands = [b["text"] for row in greeting["reply_markup"]["inline_keyboard"] for b in row]
    assert "From the beginning" in groups_of_commands
    await home.file("Our lift: 电梯坏了")
    card = world.messages(people.groups["zhujian"])[-1]
    assert "Claim" in [b["text"] for row in card["reply_markup"]["inline_keyboard"] for b in row]
    # What is said by now stays, only names are the new ones.
    before = len(world.messages(people.citizen))
    await home.desk.speak("zh-Hant")
    assert len(world.messages(people.citizen)) == before
    assert world.messages(people.citizen)[0]["from"]["first_name"] == "陳女士"
    joined = [
        m["new_chat_members"][0] for m in world.messages(people.groups["zhujian"]) if "new_chat_members" in m
    ]
    assert [one["first_name"] for one in joined if one["is_bot"]] == ["民聲"]
    with pytest.raises(SandboxError, match="zh-Hans"):
        await home.desk.speak("fr")
