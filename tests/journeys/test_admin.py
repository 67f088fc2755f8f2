"""Admins: the first code, invitations, groups and their offices; what becomes of cards without a group."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store import people
from classifier.predict import Classifier
from tests.city import City, Player
from tests.journeys.acts import card_of, forged, labels
from tests.journeys.transcript import Transcript
from tests.soundness import Expected, sound_city


def code_of(player: Player) -> str:
    found = re.search(r"start=([\w-]+)", player.find("邀请链接")["text"])
    assert found is not None
    return found[1]


async def opens(city: City, name: str, code: str) -> Player:
    """Somebody opens an invitation link."""
    person = await city.citizen(name, start=False)
    city.server.world.start(person.user, code)
    await city.settle()
    return person


async def test_from_the_first_code_to_a_working_group(city: City, expected: Expected) -> None:
    """A city without anybody: the first admin, cards without a home, invitations, bindings."""
    expected.faults = ("Bad Request: message is not modified",)  # the admin's own copy of a card
    told = Transcript(city)
    world = city.server.world
    citizen = await city.citizen("陈女士")
    admin_code = city.service.admin_code
    assert admin_code is not None
    number = await city.file(citizen, "小区电梯坏了没人修")
    admin = await opens(city, "郑主任", admin_code)
    assert "管理员" in admin.heard[0]
    # no office has a group: the case comes to the only one who is there
    assert "现在没有可用的群" in card_of(admin, number)["text"]
    assert "用不了" in (await opens(city, "第二人", admin_code)).last["text"], "a code works once"
    await admin.say("/help")
    assert len(admin.last["text"]) < 100, "short, with the rest behind buttons"
    await admin.press("人员、通知")
    assert "/staff" in admin.last["text"] and "▸ 人员、通知" in labels(admin.last)
    await admin.press("检查运行")
    await admin.press("▸ 检查运行")
    assert "▸" not in str(labels(admin.last)), "folded again"
    assert await forged(citizen, "h:people"), "not for everybody"
    await admin.say("/status")
    assert "待签收 1" in admin.last["text"]
    assert city.service.desk.brain.version in admin.last["text"]

    # by buttons
    await admin.say("/invite")
    assert labels(admin.last) == ["工作人员", "部门负责人", "现场核查员", "派单员", "督办员", "管理员"]
    await admin.press("工作人员")
    await admin.press("住建")
    clerk = await opens(city, "李明", code_of(admin))
    assert "望江市住房和城乡建设局" in clerk.last["text"]
    assert "还没有可用的群" in clerk.last["text"]
    await admin.say("/invite")
    await admin.press("派单员")
    desk = await opens(city, "赵静", code_of(admin))
    assert "全市的派单员" in desk.last["text"]
    # by words
    await admin.say("/invite 工作人员 教育局")
    school = await opens(city, "周强", code_of(admin))
    assert "望江市教育局" in school.last["text"]
    for wrong in ("/invite 局长", "/invite clerk 气象局"):
        await admin.say(wrong)
        assert "请这样写" in admin.last["text"] or "没有叫“气象局”的部门" in admin.last["text"]
    # too late
    await admin.say("/invite clerk 社保")
    late = code_of(admin)
    city.clock.pass_(hours=49)
    assert "用不了" in (await opens(city, "迟到的人", late)).last["text"]

    # the general desk's group first: what has no group of its own moves there
    triage = world.add_group("综合受理群", [admin.user, desk.user])["id"]
    await city.settle()
    in_triage = Player(city, admin.user, triage, admin.name)
    assert "/bind" in in_triage.last["text"]
    await in_triage.say("/bind")
    await in_triage.press("综合受理")
    assert "现在没有可用的群" in card_of(in_triage, number)["text"]
    # then the office's own, by words
    group = world.add_group("住建局群", [admin.user, clerk.user])["id"]
    await city.settle()
    in_group = Player(city, admin.user, group, admin.name)
    await in_group.say("/bind@minsheng_sandbox_bot 住建局")
    assert "有 1 件待办" in in_group.find("这个群现在是")["text"]
    assert "现在没有可用的群" not in card_of(in_group, number)["text"]
    assert "已转给" in in_triage.find(number)["text"]
    # a clerk may not bind, nor may anybody in private
    mine = Player(city, clerk.user, group, clerk.name)
    await mine.say("/bind 教育局")
    assert "只有管理员能做" in mine.last["text"]
    await admin.say("/bind 教育局")
    assert "群里" in admin.last["text"]
    await mine.press("签收", on=card_of(mine, number))
    assert "正在办理" in citizen.last["text"]
    # an office without a group falls to the general desk
    await city.file(citizen, "学校食堂吃坏肚子")
    assert "现在没有可用的群" in card_of(in_triage, "261122-0001")["text"]
    await admin.say("/status")
    assert "还没有群的部门" in admin.last["text"] and "没有人办件的部门" in admin.last["text"]
    told.name(citizen, admin, clerk, desk, 综合受理群=triage, 住建局群=group)
    told.check("admin.zh-Hans")


async def test_wrong_turns_of_somebody_who_sets_up_a_city(city: City, expected: Expected) -> None:
    """What an admin who is no programmer does wrong, and what they read then; nothing of it is without a way on."""
    expected.faults = ("Bad Request: message is not modified",)
    told = Transcript(city)
    world = city.server.world
    code = city.service.admin_code
    assert code is not None
    citizen = await city.citizen("陈女士")
    admin = await opens(city, "郑主任", code)
    assert "/dept 把部门改成本地的" in admin.last["text"]
    # links: the same one again, somebody else's, in a group
    assert "不用再点" in (await opens(city, "郑主任", code)).last["text"]
    assert "直接写下来" in (await opens(city, "陈女士", code)).last["text"]
    await admin.say("/invite 管理员 教育局")
    assert "不分部门" in admin.last["text"] and "start=" not in "".join(admin.heard)
    await admin.say("/invite 工作人员教育局")
    clerk = await opens(city, "周强", code_of(admin))
    assert "望江市教育局" in clerk.last["text"]
    school = world.add_group("教育局群", [admin.user, clerk.user, citizen.user])["id"]
    await city.settle()
    here = Player(city, admin.user, school, admin.name)
    stranger = Player(city, citizen.user, school, citizen.name)
    await here.say("/status")
    assert "这个命令请私聊我发" in here.last["text"]
    await stranger.say(f"/start {code}")
    assert "反映事情请私聊我" in here.last["text"]
    # the wrong office is bound, and let go again; then the right one, and that one moves to another group
    number = await city.file(citizen, "小区电梯坏了没人修")
    await here.say("/bind 住建局")
    assert card_of(here, number)
    await here.say("/bind")
    await here.press("不再收住建的件")
    assert "不再收望江市住房和城乡建设局的件" in here.last["text"]
    assert "小区电梯" not in str([m.get("text") for m in here.messages if number in (m.get("text") or "")])
    assert "现在没有可用的群" in card_of(admin, number)["text"]
    await here.say("/bind 教育局")
    await here.say("/bind 就业局")
    assert "已经在收望江市教育局的件" in here.last["text"]
    assert "工作人员用的" in str(await stranger.press("不再收教育", on=here.last))
    other = world.add_group("教育局新群", [admin.user])["id"]
    await city.settle()
    there = Player(city, admin.user, other, admin.name)
    await there.say("/bind 教育局")
    assert "换到了另一个群" in here.last["text"]
    # names, and a word to nobody
    await admin.say("/staff 周")
    assert "周强" in admin.last["text"]
    await admin.say("/staff 吴用")
    assert "没有叫“吴用”的同事" in admin.last["text"]
    await admin.say("/broadcast 明天上午九点开会")
    await admin.press("换范围")
    await admin.press("住建", on=admin.last)
    assert "没有别人" in admin.last["text"] and labels(admin.last) == ["换范围", "取消"]
    await admin.press("取消")
    # departments in one go, as people write
    await admin.say("/dept 教育局改名为望江市教育体育局")
    assert "→ 望江市教育体育局" in admin.last["text"]
    await admin.say("/dept 新增清何县医院")
    assert "新地点：清何县" in admin.last["text"], "a slip of the pen is seen"
    await admin.say("/dept 清河县 地点 无")
    assert "清河民政就没有地点了" in admin.last["text"]
    await admin.say("/dept 清河县撤销")
    assert "清河民政就没有地点了" in admin.last["text"]
    await admin.say("/dept 城管局撤销交给交通局")
    assert "没有部门管城管" in admin.last["text"] and "以后再有就归望江市交通运输局" in admin.last["text"]
    await admin.press("确认撤销")
    assert "它没有未办结的件" in admin.last["text"]
    await admin.say("/audit")
    assert "解开了望江市住房和城乡建设局和一个群的绑定" in admin.last["text"]
    told.name(citizen, admin, clerk, 教育局群=school, 教育局新群=other)
    told.check("first-steps.zh-Hans")


async def test_a_group_is_lost_and_found(city: City) -> None:
    admin = await city.admin("郑主任")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    boss = await city.admin()
    citizen = await city.citizen("陈女士")
    told.name(admin, citizen, desk, clerk, 综合受理群=desk.chat, 住建局群=clerk.chat)
    first = await city.file(citizen, "小区电梯坏了没人修")
    told.note("有人把机器人移出住建局群")
    city.server.world.members(clerk.chat, "bot", boss.user, "remove")
    await city.settle()
    assert "望江市住房和城乡建设局" in admin.last["text"]
    assert "加回" in admin.last["text"]
    assert "kicked" not in admin.last["text"]
    assert "现在没有可用的群" in card_of(desk, first)["text"]
    second = await city.file(citizen, "地下室漏水，物业说不归他们")
    assert "先由这里代管" in card_of(desk, second)["text"]
    told.note("管理员把机器人加回群里")
    city.server.world.members(clerk.chat, "bot", boss.user, "add")
    await city.settle()
    assert "待签收" in card_of(clerk, second)["text"]
    assert f"{second} 已转给" in desk.find(second)["text"]
    told.check("group-lost.zh-Hans")


async def test_strangers_groups_and_channels(city: City) -> None:
    """A group of strangers is left with a polite word; citizens' commands in groups are sent to private."""
    world = city.server.world
    stranger = await city.citizen("路人")
    group = world.add_group("业主群", [stranger.user])["id"]
    await city.settle()
    there = Player(city, stranger.user, group, stranger.name)
    assert "先退出了" in there.heard[0]
    assert world.chat(group).bot_status == "left"
    clerk = await city.clerk("zhujian", "李明")
    world.members(clerk.chat, stranger.user, (await city.admin()).user, "add")
    there = Player(city, stranger.user, clerk.chat, stranger.name)
    for command in ("/start", "/mycases", "/withdraw 261120-0001", "/help@minsheng_sandbox_bot"):
        await there.say(command)
        assert "私聊" in there.last["text"]
    number = await city.file(await city.citizen(), "电梯坏了")
    await there.say("我也是", reply_to=card_of(there, number))
    assert "给工作人员用的" in there.last["text"]
    assert "给工作人员用的" in (await there.press("签收", on=card_of(there, number)) or "")
    heard = there.heard
    await there.say("大家好")  # not for the bot, which never gets it
    assert there.heard == heard


async def test_a_group_becomes_a_supergroup(city: City) -> None:
    world = city.server.world
    admin = await city.admin("郑主任")
    clerk = await city.citizen("李明")

    async def hire(tx: object) -> None:
        await people.grant(tx, clerk.user, "clerk", "zhujian", by=None, name="李明")  # type: ignore[arg-type]

    await city.service.db.write(hire)
    old = world.add_group("住建局", [admin.user, clerk.user], type="group")["id"]
    await city.settle()
    await Player(city, admin.user, old, admin.name).say("/bind 住建局")
    citizen = await city.citizen("陈女士")
    number = await city.file(citizen, "小区电梯坏了没人修")
    assert card_of(Player(city, clerk.user, old, "李明"), number)
    new = world.migrate(old)
    await city.settle()
    group = Player(city, clerk.user, new, "李明")
    assert "超级群" in group.heard[0]
    await group.press("签收", on=card_of(group, number))
    assert "办理中" in card_of(group, number)["text"]
    second = await city.file(citizen, "地下室漏水，物业说不归他们")
    await citizen.say("/mycases")
    await group.say("/queue")
    assert "在办 2 件" in group.last["text"]
    assert any(label.startswith(second) for label in labels(group.last))


@pytest.fixture
async def small_admins(tmp_path: Path, classifier: Classifier, expected: Expected) -> AsyncIterator[City]:
    async with sound_city(tmp_path, classifier, expected, desk={"admins": [100001]}) as running:
        yield running


async def test_admins_named_in_the_settings(small_admins: City, expected: Expected) -> None:
    """They need no code; before they wrote to the bot it can't write to them, and that harms nothing."""
    city = small_admins
    expected.faults = ("Bad Request: chat not found",)
    assert city.service.admin_code is None
    admin = await city.citizen("郑主任")
    assert admin.user == 100001
    await admin.say("/status")
    assert "运行情况" in admin.last["text"]
    number = await city.file(await city.citizen(), "小区电梯坏了")
    assert "先由这里代管" in card_of(admin, number)["text"]
