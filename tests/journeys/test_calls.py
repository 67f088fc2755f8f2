"""Follow-up by telephone: the centre asks callers, never who had the case; rows and rates are those of the chat."""

from bot.core.case import Status
from bot.store import followups
from tests.city import City, Player
from tests.journeys.acts import card_of, case_of, events_of, forged, labels, until
from tests.journeys.transcript import Transcript

CALL = "/record 138-0000 0000，王女士\n幸福小区三号楼电梯坏了半个月，物业不修。"


async def answered(city: City, clerk: Player, desk: Player, words: str = CALL) -> str:
    await desk.say(words)
    number = str(desk.last["text"]).split()[0]
    await clerk.say(f"/claim {number}")
    await clerk.say("维保单位已修好，11月20日恢复运行", reply_to=card_of(clerk, number))
    await clerk.press("已解决")
    await clerk.press("发给市民")
    return number


async def test_the_centre_calls_and_asks(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    boss = await city.supervisor()
    number = await answered(city, clerk, desk)
    told = Transcript(city)
    private = await city.private(desk)
    told.name(综合受理群=desk.chat, 赵静=private.chat, 住建局群=clerk.chat)
    await private.say("/calls")
    assert "没有要打的" in private.last["text"], "a day later, as in the chat"
    await until(city, "11-23 09:00")
    assert "待电话回访 1 件" in desk.last["text"]
    await private.say("/calls")
    listed = private.last
    await private.press(number)
    page = private.last
    assert page["message_id"] == listed["message_id"] and "138******00" in page["text"]
    # the number is shown to one person, on record
    await private.press("查看电话")
    assert "13800000000 王女士" in private.last["text"]
    assert (await events_of(city, number))[-1][0] == "revealed"
    # nobody picks up; the next working day again
    await private.press("没人接", on=page)
    assert "11-24 09:00 起再打，还可以打 2 次" in private.find("没人接")["text"]
    await private.press("返回清单")
    assert "没有要打的" in private.find("没有要打的")["text"]
    await until(city, "11-24 09:30")
    await private.say("/calls")
    await private.press(f"{number} 第 2 次")
    for choice in ("有人联系过", "没有解决", "不满意"):
        await private.press(choice)
    assert "不认可答复" in private.last["text"] and labels(private.last)[0] == "记下原话"
    assert (await events_of(city, number))[-1][0] == "rated"
    await private.press("记下原话")
    await private.say("修好一天又坏了", reply_to=private.last)
    assert "已转给督办员" in private.last["text"]
    assert (await events_of(city, number))[-1] == ("reopen_asked", "修好一天又坏了")
    assert "修好一天又坏了" in boss.last["text"]
    # whoever had the case, and their office, read nothing of it
    assert "不满意" not in "".join(clerk.heard) and "修好一天又坏了" not in "".join(clerk.heard)
    await boss.press("重办")
    assert (await case_of(city, number)).status is Status.IN_PROGRESS
    told.check("calls.zh-Hans")


async def test_who_had_the_case_does_not_call(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    both = await city.clerk("zhujian", "周全")
    await city.staff("周全", "dispatcher")
    number = await answered(city, clerk, desk)
    await until(city, "11-23 09:00")
    async with city.service.db.read() as conn:
        row = (await followups.of_case(conn, (await case_of(city, number)).id))[0]
    mine = await city.private(both)
    await mine.say("/calls")
    assert "没有要打的" in mine.last["text"] and "另有 1 件" in mine.last["text"]
    await clerk.say("/calls")
    assert "私聊" in clerk.last["text"]
    own = await city.private(clerk)
    await own.say("/calls")
    assert "没有这一步的权限" in own.last["text"]
    stranger = await city.citizen("路人")
    for who in (mine, own, stranger, desk):
        for data in (
            f"call:open:{row.id}",
            f"call:phone:{row.id}",
            f"call:tap:{row.id}:contacted:no",
            f"call:missed:{row.id}",
            "call:open:999",
            f"call:tap:{row.id}:satisfaction:no",
            "call:list:x",
        ):
            assert await forged(who, data)
    assert [kind for kind, _ in await events_of(city, number)] == ["filed", "claimed", "resolved"]
    # three times nobody picks up: not rated, and closed when the window is over
    caller = await city.private(desk)
    for day in ("11-23 09:30", "11-24 10:00", "11-25 10:00"):
        await until(city, day)
        await caller.say("/calls")
        await caller.press(number)
        await caller.press("没人接")
    assert "没有评价" in caller.last["text"]
    await until(city, "12-10 10:00")
    case = await case_of(city, number)
    assert (case.status, case.ended) == (Status.CLOSED, "not_rated")


async def test_satisfied_callers_close_their_case(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    number = await answered(city, clerk, desk)
    await until(city, "11-23 09:00")
    caller = await city.private(desk)
    await caller.say("/calls")
    await caller.press(number)
    await caller.press("没有人联系")
    await caller.press("重选")
    for choice in ("有人联系过", "解决了", "基本满意"):
        await caller.press(choice)
    assert "评价只进总数" in caller.last["text"]
    case = await case_of(city, number)
    assert (case.status, case.ended) == (Status.CLOSED, "confirmed")
    async with city.service.db.read() as conn:
        row = (await followups.of_case(conn, case.id))[0]
    assert (row.by, row.end, row.satisfaction) == (desk.user, "rated", "mostly")
