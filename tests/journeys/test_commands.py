"""Every verb by command; what a citizen reads is looked at first; whoever was slower hears who was quicker."""

from tests.city import City
from tests.journeys.acts import card_of, case_of, events_of, forged
from tests.journeys.transcript import Transcript

LIFT = "幸福小区三号楼电梯坏了半个月，物业不修"


async def test_a_case_goes_its_way_by_commands(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    colleague = await city.clerk("zhujian", "王芳")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    boss = await city.supervisor()
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 王芳=colleague.chat, 综合受理群=desk.chat, 孙督=boss.chat, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    await clerk.say(f"/claim {number}")
    await clerk.say(f"/note {number} 物业换过两家，别写进答复")
    assert "市民看不到" in clerk.last["text"]
    # more time: who approves reads it; refused, asked again, agreed, each by command
    await clerk.say(f"/extend {number} 5 等配件到货")
    await boss.say(f"/refuse {number}")
    await boss.say("请先修，配件本周就到", reply_to=boss.last)
    await clerk.say(f"/extend {number} 3 厂家下周三发货")
    heard = len(citizen.heard)
    await clerk.say(f"/takeback {number}")
    assert len(citizen.heard) == heard
    await clerk.say(f"/agree {number}")
    assert "没有等审批的申请" in clerk.last["text"]
    await clerk.say(f"/extend {number} 3 厂家下周三发货")
    await boss.say(f"/agree {number}")
    assert "厂家下周三发货" in citizen.last["text"]
    # what the supervisor grants without asking anybody is looked at first
    await boss.say(f"/extend {number} 2 节后才有人装")
    assert "节后才有人装" in boss.last["text"] and "节后" not in citizen.last["text"]
    await boss.press("取消")
    assert "节后" not in "".join(citizen.heard)
    # ended by command, and taken up again
    await clerk.say(f"/solved {number} 电梯11月20日修好，已试运行。")
    await clerk.press("发给市民")
    assert (await case_of(city, number)).outcome == "solved"
    await clerk.say(f"/correct {number} 修好的日期是11月19日，不是20日。")
    await clerk.press("发给市民")
    assert "11月19日" in citizen.last["text"]
    await clerk.say(f"/reopen {number}")
    kinds = [kind for kind, _ in await events_of(city, number)]
    assert kinds[-3:] == ["resolved", "corrected", "reopened"]
    await desk.say(f"/seal {number}")
    assert (await case_of(city, number)).confidential
    for command in ("recall", "unmerge", "redo", "uphold", "summarise", "ack", "opinion", "reveal"):
        before = len(clerk.heard)
        await clerk.say(f"/{command} {number}")
        assert len(clerk.heard) == before + 1 and clerk.last["text"], command
    told.check("commands.zh-Hans")


async def test_who_was_quicker(city: City) -> None:
    clerk, other = await city.clerk("zhujian", "李明"), await city.clerk("zhujian", "王芳")
    school = await city.clerk("jiaoyu", "孙老师")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    case = await case_of(city, number)
    await clerk.say(f"/claim {number}")
    assert await forged(other, f"c:claim:{case.id}") == "李明 已经签收了这一件。"
    await clerk.say("电梯已修好，11月20日恢复运行。", reply_to=card_of(clerk, number))
    await clerk.press("改为办结·已解决")
    await clerk.press("发给市民")
    toast = await forged(other, f"c:ask:{case.id}")
    assert "已办结" in toast and "李明已经办结" in toast
    # what went to another office: who sent it, and where; to those who never had it nothing at all
    second = await city.file(citizen, "三号楼的电梯又停了")
    later = await case_of(city, second)
    await clerk.say(f"/transfer {second} 城管局")
    assert "李明已经把这一件转给" in await forged(other, f"c:reply:{later.id}")
    toast = await forged(school, f"c:reply:{later.id}")
    assert "李明" not in toast and "城" not in toast
    assert "李明" not in await forged(citizen, f"c:claim:{later.id}")
