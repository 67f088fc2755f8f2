"""One matter, several citizens: each is asked, and answered, under their own number."""

from bot.core.case import Status
from bot.store import followups
from tests.city import City
from tests.journeys.acts import LIFT, answer, case_of, forged, said, until
from tests.journeys.follow_up import merge, ratings_of, row_of, taps
from tests.journeys.transcript import Transcript


async def test_each_citizen_of_a_joined_matter_is_asked(city: City) -> None:
    """One matter, three citizens: each rates for themself under their own number."""
    clerk = await city.clerk("zhujian", "李明")
    boss = await city.supervisor()
    told = Transcript(city)
    chen, wang, zhou = [await city.citizen(name) for name in ("陈女士", "王先生", "周女士")]
    told.name(chen, wang, zhou, clerk, boss, 住建局群=clerk.chat)
    lead = await city.file(chen, LIFT)
    second = await city.file(wang, "三号楼电梯停运了，老人下不了楼")
    third = await city.file(zhou, "电梯坏了没人管，物业电话打不通")
    await merge(city, second, lead)
    await merge(city, third, lead)
    await answer(clerk, lead)
    async with city.service.db.read() as conn:
        rows = await followups.of_case(conn, (await case_of(city, lead)).id)
    assert [r.citizen_id for r in rows] == [chen.user, wang.user, zhou.user]
    told.note("星期一早上九点")
    await until(city, "11-23 09:00")
    assert f"{lead}（" in chen.last["text"]
    assert f"{second}（" in wang.last["text"]
    assert "1/3" in zhou.last["text"]
    await taps(chen, "有人联系过", "解决了", "满意")
    assert (await case_of(city, lead)).status is Status.RESOLVED, "the others have not spoken"
    # a neighbour's buttons are nobody else's
    row = await row_of(city, second, wang)
    assert "过时" in await forged(chen, f"f:satisfaction:{row.id}:no")
    assert "过时" in await forged(clerk, f"f:contacted:{row.id}:yes")
    await taps(wang, "没有人联系", "没有解决", "不满意")
    await wang.say("我们这边还没有动", reply_to=wang.find("直接在这里写"))
    assert "我们这边还没有动" in boss.last["text"]
    assert f"您对 {second} 的意见" in wang.last["text"]
    assert said(chen, "督办员") == 0
    # meanwhile the third says yes: that closes nothing
    await taps(zhou, "有人联系过", "解决了", "满意")
    assert (await case_of(city, lead)).status is Status.RESOLVED
    await boss.press("维持")
    await boss.say("二号梯下周换新", reply_to=boss.last)
    await boss.press("发给市民")
    assert second in wang.find("二号梯下周换新")["text"]
    assert said(chen, "二号梯") == said(zhou, "二号梯") == 0
    await until(city, "12-02 17:00")
    case = await case_of(city, lead)
    assert (case.status, case.ended) == (Status.CLOSED, "upheld")
    assert "没有等到您再提意见" in wang.last["text"]
    assert "办完了，到此结束" in chen.last["text"], "each is told what they said"
    assert [r["case"] for r in await ratings_of(city, lead)] == [lead, second, third]
    assert not any("满意" in text for text in clerk.heard)
    told.check("follow-up-joined.zh-Hans")


async def test_the_last_of_several_wakes_nobody(city: City) -> None:
    """Who was content yesterday is not told at night, because a neighbour is now, that the case is closed."""
    clerk = await city.clerk("zhujian", "李明")
    chen, wang = [await city.citizen(name) for name in ("陈女士", "王先生")]
    lead = await city.file(chen, LIFT)
    second = await city.file(wang, "三号楼电梯停运了，老人下不了楼")
    await merge(city, second, lead)
    await answer(clerk, lead)
    await until(city, "11-23 09:00")
    await taps(chen, "有人联系过", "解决了", "满意")
    await until(city, "11-23 22:00")
    heard = len(chen.heard)
    await taps(wang, "有人联系过", "解决了", "满意")
    assert len(chen.heard) == heard
    await until(city, "11-24 09:00")
    case = await case_of(city, lead)
    assert (case.status, case.ended) == (Status.CLOSED, "confirmed")
    assert said(chen, "办完了，到此结束") == said(wang, "办完了，到此结束") == 1


async def test_the_silent_among_the_joined_are_asked_after_another_s_objection(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss = await city.supervisor()
    chen, wang = [await city.citizen(name) for name in ("陈女士", "王先生")]
    lead = await city.file(chen, LIFT)
    second = await city.file(wang, "三号楼电梯停运了，老人下不了楼")
    await merge(city, second, lead)
    await answer(clerk, lead)
    await until(city, "11-23 09:00")
    await taps(chen, "没有人联系", "没有解决", "不满意")
    await chen.press("直接提交")
    await boss.press("维持")
    await boss.say("已经修好", reply_to=boss.last)
    await boss.press("发给市民")
    await until(city, "11-30 12:00")
    assert said(wang, "见下面最新的一条") == 1, "asked once more, and only once"
    assert said(chen, "1/3") == 0
    # both objected before: one decision answers both
    await taps(wang, "没有人联系", "没有解决", "不满意")
    await wang.press("直接提交")
    await chen.press("我不同意")
    await chen.press("直接提交")
    assert "第 2 位市民也不认可答复" in boss.last["text"], "not the same words twice"
    await boss.press("重办")
    assert (await case_of(city, lead)).status is Status.IN_PROGRESS
    assert said(boss, "孙督已定，重办") == 2
