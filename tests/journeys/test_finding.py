"""/my and /find: what a clerk has, and what they may find; nothing else, however they ask."""

import re

from bot.core.finding import excerpt, matching, terms
from bot.store import dialogues, people
from bot.store.db import Tx
from tests.city import City, Player
from tests.journeys.acts import card_of, case_of, forged, labels
from tests.journeys.transcript import Transcript

LIFT = "幸福小区三号楼电梯坏了半个月，物业不修，我的电话13812345678"
ROOF = "幸福小区五号楼屋顶漏水，房东说维修基金不批"
SCHOOL = "城东那所学校乱收费，孩子的餐费多交了"


async def find(player: Player, query: str) -> str:
    await player.say(f"/find {query}")
    return str(player.last["text"])


async def test_a_clerk_of_two_offices_sees_what_is_theirs(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    desk = await city.private(clerk)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat, 李明私聊=desk.chat)
    school = await city.clerk("jiaoyu", "李明")
    other = await city.clerk("zhujian", "王芳")
    first = await city.file(citizen, LIFT)
    await city.pass_time(hours=1)
    second = await city.file(citizen, ROOF)
    third = await city.file(citizen, SCHOOL)
    for player, number in ((clerk, first), (clerk, second), (school, third)):
        await player.say(f"/claim {number}")
    await desk.say("/my")
    assert "在办 3 件" in desk.last["text"]
    assert [label[:11] for label in labels(desk.last)[:3]] == [first, second, third]
    # the group sees its own office's; the others are counted
    await clerk.say("/my")
    assert "在办 2 件" in clerk.last["text"] and "另有 1 件" in clerk.last["text"]
    # a case opens in the same message, acts there, and leads back
    listed = desk.last
    await desk.press(first, on=listed)
    page = desk.last
    assert page["message_id"] == listed["message_id"] and page["text"].startswith(f"{first} · ")
    await desk.press("更多")
    await desk.press("转办", on=desk.find(f"{first} · "))
    await desk.press("城管", on=desk.last)
    await desk.press("返回清单")
    assert "在办 2 件" in desk.find("李明 · 在办")["text"]
    # a reply to the page is about the case that it shows now, not the one before
    await desk.press(second, on=desk.find("李明 · 在办"))
    await desk.say("屋顶12月1日前补好，12月3日前再答复您。", reply_to=desk.find(f"{second} · "))
    assert desk.last["text"].startswith(f"{second}：")
    await desk.press("取消")
    # somebody else's list is theirs
    assert "这是李明的清单" in str(await other.press("今日到期", on=clerk.find("李明 · 在办")))
    assert "没有在办的件" in await my(other)
    told.check("my.zh-Hans")


async def my(player: Player) -> str:
    await player.say("/my")
    return str(player.last["text"])


async def test_found_by_words_number_and_phone(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    first, second = await city.file(citizen, LIFT), await city.file(citizen, ROOF)
    for query, numbers in (
        ("幸福小区", [second, first]),
        ("电梯 物业", [first]),
        ("号楼屋顶", [second]),
        (first, [first]),
        ("5678", [first]),
        ("+86 138-1234-5678", [first]),
        ("138", [first]),  # as everywhere: the beginning is to be seen, the rest is in no index
        ("12345678", []),
        ("5677", []),
    ):
        text = await find(clerk, query)
        assert re.findall(r"\d{6}-\d{4}(?= · )", text) == numbers, (query, text)
    assert "没有找到" not in await find(clerk, "物业")
    await clerk.press(first)
    assert clerk.last["text"].startswith(f"{first} · 住房")
    await clerk.press("返回清单")
    assert "有“物业”的件" in clerk.last["text"]
    # what is added and what is answered is found a moment later
    await citizen.press("补充", on=citizen.find(first))
    await citizen.say("楼道里还有积水", reply_to=citizen.last)
    await clerk.say("维保单位12月1日前换好钢丝绳，12月3日前再答复您。", reply_to=card_of(clerk, first))
    await clerk.press("发给市民")
    assert first in await find(clerk, "积水") and first in await find(clerk, "钢丝绳")
    for bare in ("/find", "/find 的", '/find "', "/find * OR"):
        await clerk.say(bare)
        assert "请这样写" in clerk.last["text"] or "没有找到" in clerk.last["text"], bare
    told.check("find.zh-Hans")


async def test_nobody_finds_what_they_may_not_see(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss = await city.clerk("triage", "赵静", "dispatcher")
    school = await city.clerk("jiaoyu", "孙老师")
    citizen, other = await city.citizen("陈女士"), await city.citizen("郑先生")
    lift = await city.file(citizen, LIFT)
    # another office's
    for query in ("电梯", "5678", lift):
        assert lift + " · " not in await find(school, query)
    assert "给工作人员用的" in await find(citizen, "电梯")
    # told in confidence: by its number alone, and with no words
    await citizen.press("撤回", on=citizen.find("收到了"))
    await other.say("住房保障科的人收红包，我的电话13900001111")
    await other.press("保密")
    await other.press("提交")
    sealed = other.find("收到了")["text"].split("编号 ")[1][:11]
    for who in (clerk, boss):
        for query in ("红包", "1111"):
            assert sealed not in await find(who, query)
    # sealed later: gone from the index; opened again: back
    second = await city.file(citizen, ROOF)
    case = await case_of(city, second)
    assert second in await find(clerk, "屋顶")
    await forged(citizen, f"c:seal:{case.id}")
    assert second + " · " not in await find(clerk, "屋顶")
    await forged(citizen, f"c:unseal:{case.id}")
    assert second in await find(clerk, "屋顶")
    # an office complained about does not find it, nor anybody in its group or with a second role there
    await boss.say(f"/accuse {second} 住建局")
    for who in (clerk, await city.private(clerk)):
        for query in ("屋顶", "漏水", second):
            assert second + " · " not in await find(who, query)
    # pages and openings that the client made up
    await find(clerk, "幸福小区")
    search = next(iter(await searches(city, clerk)))
    assert "过时" in await forged(school, f"find:{search}:0")
    for data in (
        "find:x:y",
        "find:open:1",
        "my:all:0",
        "my:reopen:0:1",
        f"my:open:{case.id}:all:0:{school.user}",
    ):
        toast = await forged(school, data)
        assert toast and "屋顶" not in "".join(school.heard), data


async def searches(city: City, player: Player) -> list[str]:
    async with city.service.db.read() as conn:
        return [d.id for d in await dialogues.of_person(conn, player.chat, player.user, "find")]


async def test_pages_go_on_below_what_was_hidden(city: City) -> None:
    """Cases of others lie between one's own: a page is full all the same, and the next one goes on below."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    numbers = [await city.file(citizen, f"{LIFT}，第{n}次说") for n in range(9)]
    hidden = await case_of(city, numbers[5])

    async def accuse(tx: Tx) -> None:
        await people.grant(tx, clerk.user, "clerk", "jiaoyu", by=None, name="李明")

    await city.service.db.write(accuse)
    boss = await city.clerk("triage", "赵静", "dispatcher")
    await boss.say(f"/accuse {hidden.number} 教育局")
    text = await find(clerk, "电梯")
    first = re.findall(r"\d{6}-\d{4}(?= · )", text)
    await clerk.press("下一页")
    rest = re.findall(r"\d{6}-\d{4}(?= · )", clerk.last["text"])
    assert first + rest == [n for n in reversed(numbers) if n != hidden.number]
    await clerk.press("回到最新")
    assert re.findall(r"\d{6}-\d{4}(?= · )", clerk.last["text"]) == first


def test_terms_and_queries() -> None:
    assert terms("3号楼电梯坏了 Lift-2") == "3 号楼 楼电 电梯 梯坏 坏了 lift 2"
    assert matching("电梯坏 lift") == '"电梯 梯坏" AND "lift"*'
    assert matching("的") is None and matching('" *') is None
    # what means something to the index means nothing in a query
    assert (
        matching('电梯" OR words:x NOT 住房')
        == '"电梯" AND "or"* AND "words"* AND "x"* AND "not"* AND "住房"'
    )
    assert excerpt("我们小区三号楼的电梯坏了半个月了一直没有人来修", "电梯") == (
        "我们小区三号楼的",
        "电梯",
        "坏了半个月了一直没有人来修",
    )
    assert excerpt("没有", "电梯") is None
