"""Groups as they are in life: not allowed to write, open to anybody, muted later, renamed; each told to the right person, once."""

import re

from bot.service.groups import FIRST, WHOLE
from bot.store import cases
from bot.store.db import Tx
from tests.city import City, Player
from tests.factories import case, event
from tests.journeys.acts import card_of
from tests.journeys.transcript import Transcript
from tests.soundness import Expected


async def test_a_group_is_looked_at_before_it_is_bound(city: City) -> None:
    world = city.server.world
    admin = await city.admin("郑主任")
    told = Transcript(city)
    group = world.add_group("住建局工作群", [admin.user])["id"]
    await city.settle()
    there = Player(city, admin.user, group, admin.name)
    told.name(admin, 住建局工作群=group)
    world.members(group, "bot", admin.user, "restrict")
    await there.say("/bind 住建局")
    assert "“住建局工作群”里发不了消息" in admin.last["text"]
    await admin.say("/status")
    world.members(group, "bot", admin.user, "promote")
    await there.say("/bind 住建局")
    assert "这个群现在是" in there.last["text"]
    assert "⚠️" not in there.last["text"]
    public = world.add_group("业主交流群", [admin.user], username="owners_talk")["id"]
    await city.settle()
    open_to_all = Player(city, admin.user, public, admin.name)
    await open_to_all.say("/bind 教育局")
    assert "公开的群" in open_to_all.last["text"]
    told.check("groups-bound.zh-Hans")


async def test_muted_renamed_and_thrown_out(city: City, expected: Expected) -> None:
    """The admins and the office's lead hear of each, once; the cards go where they are seen, and come back."""
    expected.faults = ("Bad Request: not enough rights", "Forbidden: bot was kicked")
    world = city.server.world
    boss = await city.admin()
    lead = await city.private(await city.clerk("zhujian", "李明", "lead"))
    clerk = await city.clerk("zhujian", "王芳")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    citizen = await city.citizen("陈女士")
    number = await city.file(citizen, "小区电梯坏了没人修")
    told = Transcript(city)
    told.name(boss, lead)
    world.members(clerk.chat, "bot", boss.user, "restrict")
    await city.settle()
    await clerk.press("签收", on=card_of(clerk, number))
    for person in (boss, lead):
        assert [text for text in person.heard if "不能发消息了" in text] == [person.last["text"]]
    assert "先由这里代管" in card_of(desk, number)["text"]
    assert not [text for text in (await city.private(clerk)).heard if "不能发消息了" in text]
    world.members(clerk.chat, "bot", boss.user, "promote")
    await city.settle()
    assert "办理中" in card_of(clerk, number)["text"]
    assert f"{number} 已转给" in desk.find(number)["text"]

    world.post(
        world.chat(clerk.chat), {"new_chat_title": "住建局 12345"}, sender=world.person(boss.user).user()
    )
    await city.settle()
    for person in (boss, lead):
        assert "改名为“住建局 12345”" in person.last["text"]
    world.members(clerk.chat, "bot", boss.user, "remove")
    await city.settle()
    await city.file(citizen, "地下室漏水，物业说不归他们")
    for person in (boss, lead):
        assert len([text for text in person.heard if "我已不在" in text]) == 1
    told.check("groups-lost-rights.zh-Hans")


async def test_an_office_with_more_cases_than_a_group_can_take(city: City) -> None:
    """Bound, lost and found: the most urgent are posted, the others open from the queue or come when they are touched."""
    world = city.server.world
    admin, citizen = await city.admin("郑主任"), await city.citizen("陈女士")
    desk = await city.clerk("triage", "赵静", "dispatcher")

    async def heap(tx: Tx) -> None:
        for i in range(1, WHOLE + 51):
            one = case(id=i, number=f"261120-{i:04}", citizen_id=citizen.user, filed_at=city.clock.now())
            await cases.insert_case(tx, one, event(one))

    await city.service.db.write(heap)
    group = world.add_group("住建局", [admin.user])["id"]
    await city.settle()
    there = Player(city, admin.user, group, admin.name)
    await there.say("/bind 住建局")
    assert "有 150 件待办，最急的先发到这里" in there.find("待办")["text"]
    assert len(cards(there)) == FIRST
    listed = there.last
    assert "在办 150 件" in listed["text"] and "最急的 20 件" in listed["text"]
    for _ in range(3):
        await there.press("下一页")
    await there.press("261120-0031")
    assert cards(there)[-1] == "261120-0031", "opened from the list"
    await there.say("/claim 261120-0099")
    assert "办理中" in card_of(there, "261120-0099")["text"], "touched"
    assert len(cards(there)) == FIRST + 2
    # lost: the triage desk has the first of them, and the list
    world.members(group, "bot", admin.user, "remove")
    await city.settle()
    assert len(cards(desk)) == FIRST
    assert "在办 150 件" in desk.last["text"]
    await desk.press("下一页")
    assert "第 2/19 页" in desk.find("在办 150 件")["text"]
    await citizen.say("/withdraw 261120-0120")
    await citizen.press("确认撤回")
    await desk.say("/claim 261120-0140")
    assert "261120-0140" in cards(desk)
    # found: what was touched meanwhile stands here now, and there it is said where
    world.members(group, "bot", admin.user, "add")
    await city.settle()
    assert "办理中" in card_of(there, "261120-0140")["text"]
    assert "261120-0140 已转给" in "".join(desk.heard)
    assert cards(desk) == ["261120-0120"], "it is over"
    assert "在办 149 件" in there.last["text"]


def cards(player: Player) -> list[str]:
    """The numbers of the cards that stand in a chat."""
    starts = [m.get("text", "").partition(" · ") for m in player.messages]
    return [number for number, dot, _ in starts if dot and re.fullmatch(r"\d{6}-\d{4}", number)]
