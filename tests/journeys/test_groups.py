"""Groups as they are in life: not allowed to write, open to anybody, muted later, renamed; each told to the right person, once."""

from tests.city import City, Player
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
