"""A case for somebody who has no Telegram."""

from sqlalchemy import select

from bot.core.case import CALLERS
from bot.store import people
from bot.store.tables import outbox as outbox_table
from tests.city import City
from tests.journeys.acts import card_of, case_of, events_of

CALL = "/record 138-0000 0000，王女士\n幸福小区三号楼电梯坏了半个月，物业不修。"


async def test_the_centre_writes_it_down(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    await desk.say(CALL)
    number = "261120-0001"
    assert "已登记" in desk.last["text"]
    assert "请告诉来电人编号，最迟 12月1日（星期二）17:00 前答复" in desk.last["text"]
    card = card_of(clerk, number)
    assert "☎️ 电话登记的件" in card["text"]
    assert "13800000000" not in "".join([*clerk.heard, desk.last["text"]])
    assert "王女士" not in "".join(clerk.heard)
    await clerk.say(f"/claim {number}")
    await clerk.say("已修好", reply_to=card_of(clerk, number))
    await clerk.press("已解决")
    assert "请打电话" in clerk.last["text"]
    await clerk.press("发给市民")
    assert "已作记录。市民没有 Telegram，请打电话告诉他们：在卡片上按“更多…”" in "".join(clerk.heard)
    assert [kind for kind, _ in await events_of(city, number)] == ["filed", "claimed", "resolved"]
    case = await case_of(city, number)
    assert case.by_phone
    async with city.service.db.read() as conn:
        caller = await people.get(conn, case.citizen_id)
        rows = await conn.execute(select(outbox_table.c.chat_id).where(outbox_table.c.chat_id >= CALLERS))
    assert caller is not None
    assert (caller.phone, caller.name, caller.staff) == ("13800000000", "王女士", False)
    assert not list(rows), "nothing is said to somebody whom only a telephone reaches"
    # the same caller once more
    await desk.say(CALL.replace("物业", "大家都走楼梯，物业").replace("138-0000 ", "(+86) 138-0000 "))
    again = await case_of(city, "261120-0002")
    assert again.citizen_id == case.citizen_id
    assert "第 2 次" in card_of(clerk, again.number)["text"]


async def test_only_the_centre_does(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    citizen = await city.citizen()
    await clerk.say(CALL)
    assert "没有这一步的权限" in clerk.last["text"]
    await citizen.say(CALL)
    assert "给工作人员用的" in citizen.last["text"]
    broken = ("/record", "/record 王女士\n电梯坏了", "/record 13800000000 王女士", "/record 12\n电梯坏了")
    for command in broken:
        await desk.say(command)
        assert "请这样写" in desk.last["text"], command
