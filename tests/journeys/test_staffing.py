"""Who works here: the list, other roles, a second office, leaving with open cases, and those who may not."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.case import Status
from bot.core.menus import CITIZEN_COMMANDS
from bot.service import menus
from bot.store import people
from bot.store.db import Tx
from classifier.predict import Classifier
from tests.city import City, Player
from tests.journeys.acts import card_of, case_of, events_of, forged, labels
from tests.journeys.transcript import Transcript
from tests.soundness import Expected, sound_city


@pytest.fixture
async def holding_city(tmp_path: Path, classifier: Classifier, expected: Expected) -> AsyncIterator[City]:
    """Answers wait half a minute before they go out."""
    async with sound_city(tmp_path, classifier, expected, desk={"undo_seconds": 30}) as running:
        yield running


async def menu_of(city: City, person: Player) -> list[str]:
    """The commands that Telegram shows somebody in private."""
    found = city.server.world.commands.get((f"chat:{person.user}", ""))
    return [command["command"] for command in found["commands"]] if found else []


def group_menu(city: City, group: int, person: Player) -> dict[str, str]:
    """The commands that Telegram shows somebody in a group, where it is a menu of their own."""
    found = city.server.world.commands.get((f"chat_member:{group}:{person.user}", ""))
    return {c["command"]: c["description"] for c in found["commands"]} if found else {}


async def leave(admin: Player, name: str, *presses: str) -> None:
    await admin.say(f"/staff {name}")
    for label in ("离岗", *presses):
        await admin.press(label)


async def test_a_clerk_leaves_and_all_is_handed_over(city: City) -> None:
    """The admin sees what is open, gives it to a colleague; the office hears once, the citizens nothing."""
    admin = await city.admin("郑主任")
    clerk = await city.clerk("zhujian", "李明")
    colleague = await city.clerk("zhujian", "王芳")
    citizens = [await city.citizen(name) for name in ("陈女士", "刘先生", "孙女士")]
    numbers = [await city.file(each, "小区电梯坏了没人修") for each in citizens]
    for number in numbers:
        await clerk.press("签收", on=card_of(clerk, number))
    mine = await city.private(clerk)
    await clerk.say(f"/ask {numbers[1]} 是哪一栋楼？")
    await clerk.press("发给市民")
    told = Transcript(city)
    told.name(admin, mine, *citizens, 住建局群=clerk.chat)
    heard = [list(each.heard) for each in citizens]
    in_group = len(clerk.heard)

    await admin.say("/staff")
    assert "李明" in admin.last["text"] and "在办 3 件" in admin.last["text"]
    await admin.press("李明")
    await admin.press("离岗")
    assert all(number in admin.last["text"] for number in numbers)
    await admin.press("王芳")
    assert "现在还没有改" in admin.last["text"]
    assert (await case_of(city, numbers[0])).handler_id == clerk.user
    await admin.press("确定，离岗")
    assert "3 件已交给王芳" in admin.last["text"]
    for number in numbers:
        case = await case_of(city, number)
        assert case.handler_id == colleague.user
        assert [kind for kind, _ in await events_of(city, number)].count("handed_over") == 1
    assert (await case_of(city, numbers[1])).status is Status.AWAITING_CITIZEN, "the question stands"
    assert [each.heard for each in citizens] == heard, "citizens are not bothered"
    news = [text for text in clerk.heard[in_group:] if "李明" in text and "不再是" in text]
    assert len(news) == 1 and all(number in news[0] for number in numbers)
    assert "不再是工作人员" in mine.last["text"]
    assert await menu_of(city, mine) == list(CITIZEN_COMMANDS)

    # what they still can press or type explains itself; they are a citizen now
    assert "给工作人员用的" in (await clerk.press("答复", on=card_of(clerk, numbers[0])) or "")
    await clerk.say("/queue")
    assert "给工作人员用的" in clerk.last["text"]
    assert await city.file(mine, "我家楼下的路灯坏了")
    # stale: the page of somebody who has left
    await admin.say("/staff 李明")
    assert "没有叫“李明”的同事" in admin.last["text"], "nobody of that name works here any more"
    async with city.service.db.read() as conn:
        gone = await people.get(conn, clerk.user)
    assert gone is not None and gone.staff_no is not None
    for verb in ("role", "move", "add", "out"):
        assert (
            "已经不在了" in await forged(admin, f"sf:{verb}:{gone.staff_no}") or "过时" in admin.last["text"]
        )
    told.check("staff-leaves.zh-Hans")


async def test_back_to_the_queue_with_a_held_answer(holding_city: City) -> None:
    """Away, on duty and just about to answer: the answer stops, its words are kept, the case can be claimed."""
    city = holding_city
    admin = await city.admin("郑主任")
    clerk = await city.clerk("zhujian", "李明")
    colleague = await city.clerk("zhujian", "王芳")
    private = await city.private(clerk)
    citizen = await city.citizen("陈女士")
    number = await city.file(citizen, "小区电梯坏了没人修")
    await clerk.press("签收", on=card_of(clerk, number))
    await (await city.private(colleague)).say("/away 3天 李明")
    await admin.say("/duty zhujian")
    await admin.press("排 A 班")
    await admin.press("李明")
    await private.say("/away 2天")
    await private.say(f"/reply {number} 维修人员明天上午到，请放心。")
    await private.press("发")
    heard = list(citizen.heard)
    await leave(admin, "李明", "放回部门", "确定，离岗")
    assert "已停下" in admin.last["text"]
    assert (await case_of(city, number)).status is Status.DISPATCHED
    assert "维修人员明天上午到" in clerk.find("没有发给市民")["text"]
    await city.pass_time(minutes=5)
    assert citizen.heard == heard
    assert "维修人员" not in "".join(citizen.heard)
    assert "不能再代您" in (await city.private(colleague)).last["text"]
    await colleague.press("签收", on=card_of(colleague, number))
    assert (await case_of(city, number)).handler_id == colleague.user
    # given a role again, they are neither on duty nor away: nothing of before comes back
    await city.clerk("zhujian", "李明")
    await admin.say("/staff 李明")
    assert "值班" not in admin.last["text"] and "不在" not in admin.last["text"]


async def test_roles_and_offices_change(city: City, expected: Expected) -> None:
    """Other roles, a second office, one of two offices left; menus follow, each office hears what concerns it."""
    expected.faults = ("Bad Request: message is not modified",)  # a clerk's own copy of a card
    admin = await city.admin("郑主任")
    clerk = await city.clerk("zhujian", "李明")
    teacher = await city.clerk("jiaoyu", "周强")
    mine = await city.private(clerk)
    told = Transcript(city)
    told.name(admin, mine)
    await admin.say("/staff 李明")
    for label in ("改角色", "部门负责人", "确定，改"):
        await admin.press(label)
    assert "住建 部门负责人" in mine.last["text"]
    assert "handover" in await menu_of(city, mine)
    in_group = group_menu(city, clerk.chat, mine)
    assert {"handover", "claim", "queue", "help"} <= in_group.keys()
    assert not {"mycases", "language", "merge", "bind"} & in_group.keys()
    assert "现在是望江市住房和城乡建设局部门负责人" in clerk.last["text"]
    await admin.say("/staff 李明")
    for label in ("再加一个部门", "教育", "确定，改"):
        await admin.press(label)
    assert "新同事：李明" in teacher.last["text"]
    assert "reply" in group_menu(city, teacher.chat, mine)

    # in both offices: the queue, cards and commands of each
    citizen = await city.citizen("陈女士")
    lift = await city.file(citizen, "小区电梯坏了没人修")
    school = await city.file(citizen, "学校食堂吃坏肚子")
    await mine.say("/queue")
    heads = [m["text"] for m in mine.messages[-2:]]
    assert any("住房和城乡建设局" in head for head in heads) and any("教育局" in head for head in heads)
    for number in (lift, school):
        await mine.say(f"/claim {number}")
        assert (await case_of(city, number)).handler_id == clerk.user
    assert school in card_of(teacher, school)["text"]

    # one of the two is left; the case there stays behind, the other one stays theirs
    await leave(admin, "李明", "教育", "周强", "确定，改")
    assert (await case_of(city, school)).handler_id == teacher.user
    assert (await case_of(city, lift)).handler_id == clerk.user
    await mine.say(f"/claim {school}")
    assert "没有" in mine.last["text"]
    assert not group_menu(city, teacher.chat, mine) and group_menu(city, clerk.chat, mine)
    await admin.say("/staff 住建局")
    assert "周强" not in admin.last["text"]
    # moved with everything left behind
    await admin.say("/staff 李明")
    for label in ("换部门", "社保", "放回部门", "确定，改"):
        await admin.press(label)
    assert (await case_of(city, lift)).status is Status.DISPATCHED
    told.check("staff-changes.zh-Hans")
    # a group that is bound has a menu for each of its office, in their own language, until it is unbound
    private = await city.private(teacher)
    await private.say("/language")
    await private.press("English")
    assert group_menu(city, teacher.chat, teacher)
    there = city.server.world.add_group("教育局新群", [admin.user, teacher.user])["id"]
    await city.settle()
    binding = Player(city, admin.user, there, admin.name)
    await binding.say("/bind 教育局")
    assert group_menu(city, there, teacher)["my"] == "My cases"
    assert not group_menu(city, teacher.chat, teacher)
    await binding.say("/bind")
    await binding.press("不再收")
    assert not group_menu(city, there, teacher)

    # after an upgrade with other lists each menu is set anew, once
    city.server.world.commands.clear()

    async def upgraded(tx: Tx) -> None:
        await people.remember(tx, menus.KNOWN, "other lists")
        await menus.follow(tx, city.service.desk)

    await city.service.db.write(upgraded)
    await city.settle()
    assert "handover" in await menu_of(city, mine)
    assert "staff" in await menu_of(city, admin)
    city.server.world.commands.clear()
    await city.service.db.write(lambda tx: menus.follow(tx, city.service.desk))
    await city.settle()
    assert await menu_of(city, mine) == []


async def test_who_may_not_and_what_is_refused(city: City, expected: Expected) -> None:
    """Clerks, oneself, the last admin, one named in the settings, stale and forged buttons."""
    admin = await city.admin("郑主任")
    clerk = await city.clerk("zhujian", "李明", "lead")
    mine = await city.private(clerk)
    for command in ("/staff", "/staff 住建局"):
        await mine.say(command)
        assert "只有管理员能做" in mine.last["text"]
    await admin.say("/staff 郑主任")
    assert "这是您自己" in admin.last["text"]
    assert labels(admin.last) == ["回到名单"]
    async with city.service.db.read() as conn:
        me, him = await people.get(conn, admin.user), await people.get(conn, clerk.user)
    assert me is not None and him is not None
    assert "不能改自己" in await forged(admin, f"sf:go:{me.staff_no}:all:-:-:ok")
    assert "只有管理员能做" in await forged(mine, f"sf:go:{me.staff_no}:all:-:-:ok")
    for data in (
        "sf:",
        "sf:go",
        f"sf:go:{him.staff_no}:all:king.:-:ok",
        f"sf:go:{him.staff_no}:x:-",
        "sf:p:99999",
    ):
        assert await forged(admin, data), data
    # a page that is turned in a hurry: two admins, the same person
    other = await city.admin("钱副主任")
    await admin.say("/staff 李明")
    await admin.press("离岗")
    await leave(other, "李明", "确定，离岗")
    assert "已经不在了" in (await admin.press("确定，离岗") or "")
    # an admin takes another's role; from then on theirs are stale
    await leave(admin, "钱副主任", "确定，离岗")
    await other.say("/staff")
    assert "只有管理员能做" in other.last["text"] or "给工作人员" in other.last["text"]


async def test_the_list_is_paged(city: City) -> None:
    admin = await city.admin("郑主任")

    async def hire(tx: Tx) -> None:
        for n in range(23):
            await people.grant(tx, 7000 + n, "clerk", ("jiaoyu", "zhujian")[n % 2], by=None, name=f"小{n}")

    await city.service.db.write(hire)
    await admin.say("/staff")
    assert "第 1/3 页" in admin.last["text"] and "共 24 人" in admin.last["text"]
    await admin.press("下一页")
    await admin.press("下一页")
    assert "第 3/3 页" in admin.last["text"]
    await admin.say("/staff 教育局")
    assert "共 12 人" in admin.last["text"]
