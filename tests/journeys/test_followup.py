"""Follow-up, closing, objecting: three taps, silence, words, supervisors, merged citizens, nights and outages."""

from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import update

from bot.core import clockwork, workflow
from bot.core.case import Actor, ActorKind, EventKind, Status, Who
from bot.core.deadlines import Kind
from bot.core.followup import FollowUp
from bot.core.workflow import Action
from bot.store import cases, clocks, followups, people
from bot.store.db import Tx
from bot.store.tables import roles
from tests.city import City, Player
from tests.journeys.acts import card_of, case_of, events_of, forged, labels
from tests.journeys.transcript import Transcript
from tests.soundness import Expected

LIFT = "我们楼的电梯坏了两个星期没人修"
ZONE = ZoneInfo("Asia/Shanghai")


async def until(city: City, text: str) -> None:
    year = city.clock.now().astimezone(ZONE).year
    moment = datetime.fromisoformat(f"{year}-{text}").replace(tzinfo=ZONE)
    await city.pass_time(seconds=(moment - city.clock.now()).total_seconds())


async def supervisor(city: City, name: str = "孙督") -> Player:
    player = await city._staff(name, "supervisor", None)
    await city.settle()
    return player


async def answer(
    clerk: Player, number: str, text: str = "维保单位已修好，今天恢复运行", how: str = "已解决"
) -> None:
    await clerk.say(f"/reply {number} {text}")
    await clerk.press(f"改为办结·{how}")
    await clerk.press("发给市民")


async def taps(citizen: Player, *choices: str) -> None:
    for choice in choices:
        await citizen.press(choice)


async def row_of(city: City, number: str, citizen: Player) -> FollowUp:
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        row = await followups.of_own(conn, case.id, citizen.user)
    assert row is not None
    return row


async def kinds_of(city: City, number: str) -> list[str]:
    return [kind for kind, _ in await events_of(city, number)]


async def ratings_of(city: City, number: str) -> list[dict[str, Any]]:
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        return [e.data["rating"] for e in await cases.history(conn, case.id) if e.kind is EventKind.RATED]


async def merge(city: City, number: str, lead: str) -> None:
    """One case goes into another, as a dispatcher would have it."""
    desk = city.service.desk

    async def work(tx: Tx) -> None:
        case, into = await cases.by_number(tx.conn, number), await cases.by_number(tx.conn, lead)
        assert case is not None
        assert into is not None
        actor = Actor(ActorKind.STAFF, case.citizen_id, frozenset({Who.DISPATCHER}))
        case, event = workflow.apply(
            case, Action.MERGE, actor, tx.now, {"lead_id": into.id, "lead": into.number}
        )
        history = [*await cases.history(tx.conn, case.id), event]
        running = await clocks.running(tx.conn, case.id)
        await cases.save(tx, case, event)
        await clocks.keep(tx, case.id, clockwork.followed(running, case, history, desk.policy, desk.calendar))

    await city.service.db.write(work)


def count(player: Player, words: str) -> int:
    return sum(words in text for text in player.heard)


# --- all is well


async def test_solved_and_satisfied(city: City) -> None:
    """A day later, in office hours: three taps in one message, and the case is struck off."""
    clerk = await city.clerk("zhujian", "李明")
    boss = await supervisor(city)
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, boss, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    assert "11月23日（星期一）我来问您解决了没有" in citizen.last["text"]
    await citizen.say(f"/case {number}")
    assert "这几天我来问您" in citizen.last["text"]
    assert "评价" not in labels(citizen.last)
    told.note("星期一早上九点")
    await until(city, "11-23 08:59")
    assert count(citizen, "1/3") == 0, "nobody is asked on a Saturday"
    await until(city, "11-23 09:00")
    question = citizen.last
    assert "1/3 有没有人联系过您？" in question["text"]
    assert labels(question) == ["有人联系过", "没有人联系"]
    await citizen.say("/mycases")
    assert f"{number} · 已答复，等您评价" in citizen.last["text"]
    await citizen.press("没有人联系", on=question)
    assert labels(citizen.find("2/3")) == ["解决了", "没有解决", "重选"]
    # a changed mind, before the third
    await citizen.press("重选")
    await taps(citizen, "有人联系过", "解决了")
    group = (len(clerk.heard), card_of(clerk, number)["text"])
    await citizen.press("基本满意")
    assert count(citizen, "/3") == 0, "one message, edited in place"
    assert "您选的：有人联系过 · 解决了 · 基本满意" in citizen.find("评价记下了")["text"]
    assert "办完了，到此结束" in citizen.last["text"]
    case = await case_of(city, number)
    assert (case.status, case.ended) == (Status.CLOSED, "confirmed")
    assert (await kinds_of(city, number))[-2:] == ["rated", "closed"]
    assert await ratings_of(city, number) == [
        {
            "contacted": True,
            "solved": True,
            "satisfaction": "mostly",
            "round": 1,
            "case": number,
            "explained": False,
        }
    ]
    # the office sees that it is closed, and nothing of the rating
    assert len(clerk.heard) == group[0]
    assert card_of(clerk, number)["text"] == group[1].replace("已办结", "已销号")
    assert not any("满意" in text for text in clerk.heard)
    assert len(boss.heard) == 1
    # afterwards
    thanks = citizen.find("评价记下了")
    await citizen.say("师傅很负责", reply_to=thanks)
    assert "和 261120-0001 放在一起" in citizen.last["text"]
    assert (await row_of(city, number, citizen)).words == "师傅很负责"
    assert (await kinds_of(city, number))[-1] == "closed", "words of the follow-up stay with it"
    assert await forged(citizen, "f:satisfaction:1:no") == "您的评价已经记下了，谢谢。"
    await city.pass_time(days=30)
    assert len(await ratings_of(city, number)) == 1
    told.check("follow-up.zh-Hans")


async def test_explained_in_english(city: City) -> None:
    """An answer that explains is asked whether it was clear."""
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("Ann", "en")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    await citizen.say("The lift in our building has been out of order for two weeks.")
    await citizen.press("Submit")
    number = "261120-0001"
    await answer(clerk, number, "The owners decide on repairs.", "解释到位")
    assert "On Mon 23 Nov I’ll ask you whether it is clear." in citizen.last["text"]
    await until(city, "11-23 09:00")
    await taps(citizen, "Somebody did", "It is clear", "Satisfied")
    assert "is closed. If there" in citizen.last["text"]
    assert (await ratings_of(city, number))[0]["explained"] is True
    told.check("follow-up-explained.en")


# --- silence


async def test_silence_is_asked_once_more_and_never_satisfied(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    told.note("没有人按")
    await until(city, "11-25 08:59")
    assert count(citizen, "1/3") == 1
    await until(city, "11-25 12:00")
    assert count(citizen, "1/3") == 1, "the first one says to look below"
    assert count(citizen, "见下面最新的一条") == 1
    await until(city, "12-01 16:00")
    assert (await case_of(city, number)).status is Status.RESOLVED
    await until(city, "12-01 17:00")
    case = await case_of(city, number)
    assert (case.status, case.ended) == (Status.CLOSED, "not_rated")
    assert "不会当成您满意" in citizen.last["text"]
    assert (await row_of(city, number, citizen)).end == "silent"
    assert await ratings_of(city, number) == []
    # a late rating is still taken
    told.note("过了两周，市民想起来了")
    await city.pass_time(days=14)
    await citizen.say(f"/case {number}")
    assert "没有等到您的评价" in citizen.last["text"]
    await citizen.press("评价")
    await taps(citizen, "有人联系过", "解决了", "满意")
    assert len(await ratings_of(city, number)) == 1
    assert (await case_of(city, number)).ended == "not_rated"
    assert "评价" not in labels(citizen.last)
    told.check("follow-up-silence.zh-Hans")


async def test_a_late_no_comes_before_the_supervisor(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss = await supervisor(city)
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    await until(city, "12-01 17:00")
    await citizen.press("评价")
    await taps(citizen, "没有人联系", "没有解决", "不满意")
    await citizen.say("又停了两天了")
    assert "又停了两天了" in boss.last["text"]
    case = await case_of(city, number)
    assert case.status is Status.CLOSED
    await boss.press("重办")
    case = await case_of(city, number)
    assert case.status is Status.IN_PROGRESS
    assert case.ended is None


# --- not solved


async def test_not_solved_is_worked_on_again(city: City) -> None:
    """The words go to the supervisor, who has it done again; the office reads why, without the citizen's number."""
    clerk = await city.clerk("zhujian", "李明")
    boss = await supervisor(city)
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, boss, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    await until(city, "11-23 09:00")
    before = (len(clerk.heard), card_of(clerk, number)["text"])
    await taps(citizen, "没有人联系", "没有解决", "不满意")
    assert labels(citizen.last) == ["直接提交"]
    assert count(boss, number) == 0, "the words come first"
    # typed, not even as a reply
    await citizen.say("修了一天又坏了，打我电话13812345678")
    assert "已转给督办员" in citizen.last["text"]
    assert "11月24日（星期二）17:00 前定" in citizen.last["text"]
    request = boss.last
    assert "修了一天又坏了" in request["text"]
    assert "13812345678" not in request["text"]
    assert "维保单位已修好" in request["text"]
    assert labels(request) == ["重办", "维持", "卡片"]
    assert (len(clerk.heard), card_of(clerk, number)["text"]) == before, "nothing for the office yet"
    assert set(await running(city, number)) == {Kind.DECIDE}
    await citizen.say(f"/case {number}")
    assert "督办员正在看" in citizen.last["text"]
    assert await boss.press("重办") == "已重新办理"
    case = await case_of(city, number)
    assert (case.status, case.handler_id, case.outcome) == (Status.IN_PROGRESS, clerk.user, None)
    assert case.supervision is not None
    assert "孙督已定，重办" in boss.last["text"]
    assert labels(boss.last) == []
    said = clerk.find("要重新办理")["text"]
    assert "市民说：修了一天又坏了" in said
    assert "13812345678" not in said
    assert "李明，请接着办，12月2日（星期三）17:00 前答复市民" in said
    assert "重办" in card_of(clerk, number)["text"]
    assert "重新办理" in citizen.last["text"]
    told.note("再次办结，再问一轮")
    await answer(clerk, number, "换了主板，试运行三天正常")
    await until(city, "11-24 12:00")
    assert (await row_of(city, number, citizen)).round == 2
    await taps(citizen, "有人联系过", "解决了", "满意")
    assert (await case_of(city, number)).ended == "confirmed"
    assert [r["round"] for r in await ratings_of(city, number)] == [1, 2]
    told.check("follow-up-again.zh-Hans")


async def running(city: City, number: str) -> dict[Kind, Any]:
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        return {c.kind: c for c in await clocks.running(conn, case.id)}


async def test_upheld_twice_ends_with_the_route(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss = await supervisor(city)
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, boss, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    await answer(clerk, number, "维修要先由业主表决", "解释到位")
    await until(city, "11-23 09:00")
    await taps(citizen, "有人联系过", "没说清楚", "不满意")
    await citizen.press("直接提交")
    assert "市民没有写理由" in boss.last["text"]
    await boss.press("维持")
    assert "写明维持的理由" in boss.last["text"]
    await boss.say("按条例由业主表决，部门不能代替决定", reply_to=boss.last)
    await boss.press("发给市民")
    assert "孙督已定，维持" in boss.last["text"]
    assert "按条例由业主表决" in citizen.last["text"]
    assert "工号" in citizen.last["text"]
    assert (await case_of(city, number)).upheld == 1
    assert set(await running(city, number)) == {Kind.FOLLOW_UP}
    asked = count(citizen, "1/3")
    await until(city, "11-27 12:00")
    assert count(citizen, "1/3") == asked == 0, "the three taps are not asked again"
    await citizen.say(f"/case {number}")
    assert labels(citizen.last)[0] == "我不同意"
    await citizen.press("我不同意", on=citizen.find("维持"))
    await citizen.say("业主早就表决过了", reply_to=citizen.find("再看一次"))
    assert "业主早就表决过了" in boss.last["text"]
    assert labels(boss.last) == ["重办", "维持并终结", "卡片"]
    await boss.press("维持并终结")
    assert labels(boss.last) == ["诉讼", "仲裁", "人民调解", "纪检监察", "行政复议", "信访"]
    await boss.press("诉讼")
    await boss.say("表决没有达到法定比例", reply_to=boss.last)
    assert "向人民法院起诉" in boss.last["text"], "looked at before the citizen reads it"
    await boss.press("发给市民")
    case = await case_of(city, number)
    assert (case.status, case.ended, case.upheld) == (Status.CLOSED, "route", 2)
    assert "向人民法院起诉" in citizen.last["text"]
    assert "表决没有达到法定比例" in citizen.last["text"]
    assert await running(city, number) == {}
    assert "有了变化" in await forged(citizen, "f:again:1")
    assert not any("表决没有" in text or "不满意" in text for text in clerk.heard)
    told.check("follow-up-upheld.zh-Hans")


async def test_upheld_and_nothing_more_is_heard(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss = await supervisor(city)
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    await until(city, "11-23 09:00")
    await taps(citizen, "有人联系过", "解决了", "不满意")
    await citizen.press("直接提交")
    await boss.press("维持")
    await boss.say("已经修好", reply_to=boss.last)
    await boss.press("发给市民")
    await until(city, "12-02 16:00")
    assert (await case_of(city, number)).status is Status.RESOLVED
    await until(city, "12-02 17:00")
    case = await case_of(city, number)
    assert (case.status, case.ended) == (Status.CLOSED, "upheld")
    assert "没有等到您再提意见" in citizen.last["text"]


async def test_words_that_never_come(city: City) -> None:
    """After an hour the objection goes as it stands; at night it waits for the morning."""
    clerk = await city.clerk("zhujian", "李明")
    boss = await supervisor(city)
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    await until(city, "11-23 22:00")
    await taps(citizen, "没有人联系", "没有解决", "不满意")
    await until(city, "11-24 08:59")
    assert len(boss.heard) == 1
    await until(city, "11-24 09:00")
    assert "市民没有写理由" in boss.last["text"]
    assert "已转给督办员" in citizen.last["text"]
    assert (await kinds_of(city, number)).count("reopen_asked") == 1


async def test_words_at_night_reach_those_who_decide_in_the_morning(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss = await supervisor(city)
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    await until(city, "11-23 22:00")
    heard = len(boss.heard)
    await taps(citizen, "没有人联系", "没有解决", "不满意")
    await citizen.say("门还是关不上")
    assert (await kinds_of(city, number)).count("reopen_asked") == 1
    await until(city, "11-24 08:59")
    assert len(boss.heard) == heard
    await until(city, "11-24 09:00")
    assert sum("门还是关不上" in words for words in boss.heard) == 1


async def test_half_an_answer_counts_as_what_it_says(city: City) -> None:
    """Who says that it is not solved and stops there is heard; who only writes is passed on."""
    clerk = await city.clerk("zhujian", "李明")
    boss = await supervisor(city)
    first, second, third = [await city.citizen(name) for name in ("甲", "乙", "丙")]
    one = await city.file(first, LIFT)
    two = await city.file(second, "学校的电梯旁边漏水，老师说没人管")
    three = await city.file(third, "小区物业把消防通道锁上了")
    schools = await city.clerk("jiaoyu", "周强")
    for number in (one, three):
        await answer(clerk, number)
    case = await case_of(city, two)
    await answer(clerk if case.department == "zhujian" else schools, two)
    await until(city, "11-23 09:00")
    await taps(first, "没有人联系", "没有解决")
    await second.say("其实还漏", reply_to=second.find("1/3"))
    assert "您说的：其实还漏" in second.last["text"]
    await third.press("有人联系过")
    await until(city, "12-01 17:00")
    assert (await kinds_of(city, one))[-1] == "reopen_asked"
    assert await ratings_of(city, one) == [], "not a whole rating"
    assert (await case_of(city, one)).status is Status.RESOLVED
    assert "其实还漏" in boss.find("留了话")["text"]
    assert (await case_of(city, two)).ended == "not_rated"
    assert (await case_of(city, three)).ended == "not_rated"


async def test_photos_and_albums(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss = await supervisor(city)
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    await until(city, "11-23 09:00")
    await taps(citizen, "有人联系过", "没有解决", "不满意")
    await citizen.photo("还是这样")
    assert "还是这样" in boss.last["text"]
    assert "附件 1" in labels(boss.last)
    await boss.press("附件 1")
    assert boss.last["caption"] == number
    # with nothing but a picture
    other = await city.file(citizen, "学校门口的电梯也坏了，物业不管")
    office = (await case_of(city, other)).department
    await answer(await city.clerk(office, "周强"), other)
    await city.pass_time(days=3)
    await taps(citizen, "有人联系过", "没有解决", "不满意")
    await citizen.photo()
    assert "照片 1 张" in boss.last["text"]


# --- merged citizens


async def test_each_citizen_of_a_joined_matter_is_asked(city: City) -> None:
    """One matter, three citizens: each rates for themself under their own number."""
    clerk = await city.clerk("zhujian", "李明")
    boss = await supervisor(city)
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
    assert count(chen, "督办员") == 0
    # meanwhile the third says yes: that closes nothing
    await taps(zhou, "有人联系过", "解决了", "满意")
    assert (await case_of(city, lead)).status is Status.RESOLVED
    await boss.press("维持")
    await boss.say("二号梯下周换新", reply_to=boss.last)
    await boss.press("发给市民")
    assert second in wang.find("二号梯下周换新")["text"]
    assert count(chen, "二号梯") == count(zhou, "二号梯") == 0
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
    assert count(chen, "办完了，到此结束") == count(wang, "办完了，到此结束") == 1


async def test_the_silent_among_the_joined_are_asked_after_another_s_objection(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss = await supervisor(city)
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
    assert count(wang, "见下面最新的一条") == 1, "asked once more, and only once"
    assert count(chen, "1/3") == 0
    # both objected before: one decision answers both
    await taps(wang, "没有人联系", "没有解决", "不满意")
    await wang.press("直接提交")
    await chen.press("我不同意")
    await chen.press("直接提交")
    assert "第 2 位市民也不认可答复" in boss.last["text"], "not the same words twice"
    await boss.press("重办")
    assert (await case_of(city, lead)).status is Status.IN_PROGRESS
    assert count(boss, "孙督已定，重办") == 2


# --- who decides


async def test_only_supervisors_decide_and_one_is_first(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    schools = await city.clerk("jiaoyu", "周强")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    admin = await city.admin()
    boss, other = await supervisor(city), await supervisor(city, "吴督")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    case = await case_of(city, number)
    assert "过时" in await forged(boss, f"c:uphold:{case.id}"), "nobody has asked"
    await until(city, "11-23 09:00")
    await taps(citizen, "没有人联系", "没有解决", "不满意")
    await citizen.press("直接提交")
    for data in (f"c:redo:{case.id}", f"c:uphold:{case.id}", f"c:end:{case.id}:court"):
        assert "由督办员或管理员定" in await forged(clerk, data)
        assert "由督办员或管理员定" in await forged(desk, data)
        assert "没有这一步的权限" in await forged(schools, data)
        assert "给工作人员用的" in await forged(citizen, data)
    assert "过时" in await forged(boss, f"c:end:{case.id}:court"), "not the first time"
    assert "过时" in await forged(boss, f"c:end:{case.id}")
    assert (await case_of(city, number)).status is Status.RESOLVED
    # both answer at once: the second hears who was faster
    await boss.press("维持")
    prompt = boss.last
    await other.press("维持")
    theirs = other.last
    await boss.say("答复属实", reply_to=prompt)
    await other.say("答复属实", reply_to=theirs)
    await boss.press("发给市民")
    assert await other.press("发给市民") == "孙督已经定了：维持。"
    assert (await case_of(city, number)).upheld == 1
    assert await forged(other, f"c:redo:{case.id}") == "孙督已经定了：维持。"
    assert count(other, "孙督已定，维持") == 1
    assert count(citizen, "督办员看过了") == 1
    # two presses at the same moment
    await citizen.press("我不同意")
    await citizen.press("直接提交")
    world = city.server.world
    since = world.seq
    queries = []
    for who in (boss, other):
        message, data = who._find("重办", None)
        queries.append(world.press(who.user, who.chat, message["message_id"], data))
    answers = []
    for query in queries:
        event = await world.wait_for(
            partial(lambda q, e: e["type"] == "callback_answer" and e["query_id"] == q, query),
            10,
            since=since,
        )
        answers.append(event["text"])
    await city.settle()
    assert answers.count("已重新办理") == 1
    assert sum("已经定了：重办。" in text for text in answers) == 1
    assert (await kinds_of(city, number)).count("reopened") == 1
    assert count(admin, number) == 0, "supervisors are there"


async def test_nobody_decides_on_their_own_matter(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss, other = await supervisor(city), await supervisor(city, "吴督")
    number = await city.file(boss, LIFT)
    await answer(clerk, number)
    await until(city, "11-23 09:00")
    await taps(boss, "没有人联系", "没有解决", "不满意")
    await boss.press("直接提交")
    assert "您自己反映的事" in (await boss.press("重办") or "")
    assert await other.press("重办") == "已重新办理"
    assert (await case_of(city, number)).status is Status.IN_PROGRESS


async def test_a_decision_that_is_late_is_no_business_of_the_office(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss = await supervisor(city)
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    await until(city, "11-23 09:00")
    await taps(citizen, "没有人联系", "没有解决", "不满意")
    await citizen.press("直接提交")
    before = (list(clerk.heard), len(citizen.heard))
    await until(city, "11-24 17:00")
    assert count(boss, "请在 11-24 17:00 前定") == 2, "the request, and a word before it is due"
    assert "还没有定" in boss.last["text"]
    assert labels(boss.last) == ["重办", "维持", "卡片"]
    await city.pass_time(days=10)
    assert (clerk.heard, len(citizen.heard)) == before
    await clerk.say(f"/case {number}")
    assert "审批" not in clerk.last["text"]
    await boss.press("重办")
    assert (await case_of(city, number)).status is Status.IN_PROGRESS


async def test_the_last_handler_is_gone(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    wang = await city.clerk("zhujian", "王芳")
    boss = await supervisor(city)
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    await until(city, "11-23 09:00")
    await taps(citizen, "没有人联系", "没有解决", "不满意")
    await citizen.press("直接提交")

    async def leave(tx: Tx) -> None:
        await tx.conn.execute(update(roles).where(roles.c.person_id == clerk.user).values(revoked_at=tx.now))

    await city.service.db.write(leave)
    await boss.press("重办")
    assert (await case_of(city, number)).handler_id is None
    assert "请来一位接着办" in wang.find("要重新办理")["text"]
    await answer(wang, number)
    assert (await case_of(city, number)).status is Status.RESOLVED


async def test_the_office_takes_it_up_by_itself(city: City) -> None:
    """While a supervisor is still thinking: then the office reads the words, and the decision is made."""
    clerk = await city.clerk("zhujian", "李明")
    boss = await supervisor(city)
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    await until(city, "11-23 09:00")
    await taps(citizen, "没有人联系", "没有解决", "不满意")
    await citizen.say("又坏了")
    await clerk.press("重新办理", on=card_of(clerk, number))
    assert "市民说：又坏了" in clerk.find("要重新办理")["text"]
    assert await boss.press("重办") == "李明已经定了：重办。"
    # without a wish nothing is said in the group
    await answer(clerk, number)
    heard = len(clerk.heard)
    await clerk.press("重新办理", on=card_of(clerk, number))
    assert len(clerk.heard) == heard


# --- hostile presses, nights, outages


async def test_presses_that_come_twice_late_or_from_elsewhere(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    await supervisor(city)
    citizen, stranger = await city.citizen("陈女士"), await city.citizen("路人")
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    await until(city, "11-23 09:00")
    for data in (
        "f:contacted:1:maybe",
        "f:contacted:1",
        "f:id:1:yes",
        "f:end:1:rated",
        "f:contacted:x:yes",
        "f:submit:1",
        "f:again:1",
        "f:nothing:1",
        "f:contacted:999:yes",
        "f:",
        "f:reset:77",
    ):
        assert "过时" in await forged(citizen, data), data
    for data in ("f:contacted:1:yes", "f:submit:1", "f:reset:1"):
        assert "过时" in await forged(stranger, data)
        assert "过时" in await forged(clerk, data)
    assert "没有找到" in await forged(stranger, "c:rate:1")
    row = await row_of(city, number, citizen)
    assert not row.begun
    # the third tap, twice in a row, before the first was seen
    await taps(citizen, "有人联系过", "解决了")
    message, data = citizen._find("满意", None)
    for _ in range(3):
        city.server.world.press(citizen.user, citizen.chat, message["message_id"], data)
    await city.settle()
    assert len(await ratings_of(city, number)) == 1
    assert (await kinds_of(city, number)).count("closed") == 1
    assert "已经记下了" in await forged(citizen, "c:rate:1")
    assert "已经记下了" in await forged(citizen, "f:reset:1")
    assert len(await ratings_of(city, number)) == 1


async def test_pressed_after_the_case_went_on(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    await until(city, "11-23 09:00")
    question = citizen.find("1/3")
    await citizen.press("没有人联系")
    await clerk.press("重新办理", on=card_of(clerk, number))
    assert (await row_of(city, number, citizen)).end == "reopened"
    assert "有了变化" in (await citizen.press("没有解决") or "")
    assert "有了变化" in await forged(citizen, "c:rate:1")
    # words in reply to the old question still reach the case
    await citizen.say("三单元也停了", reply_to=question)
    assert (await events_of(city, number))[-1] == ("added", "三单元也停了")
    assert await ratings_of(city, number) == []


async def test_an_outage_across_the_moments_of_asking(city: City) -> None:
    """One question, however many moments passed; and the whole window for an answer."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    heard = len(citizen.heard)
    city.clock.move_to(datetime(2026, 12, 10, 3, 0, tzinfo=ZONE))
    await city.sweep()
    assert len(citizen.heard) == heard, "the desk came back at night"
    await until(city, "12-10 12:00")
    assert len(citizen.heard) == heard + 1
    assert "1/3" in citizen.last["text"]
    assert (await case_of(city, number)).status is Status.RESOLVED
    await city.sweep()
    assert len(citizen.heard) == heard + 1
    await until(city, "12-21 16:00")
    assert len(citizen.heard) == heard + 2, "once more"
    assert (await case_of(city, number)).status is Status.RESOLVED
    await until(city, "12-21 17:00")
    assert (await case_of(city, number)).ended == "not_rated"


async def test_a_citizen_who_could_not_be_reached_rates_from_the_page(city: City, expected: Expected) -> None:
    expected.faults = ("Forbidden: bot was blocked",)
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    world = city.server.world
    world.block(citizen.user, True)
    await city.settle()
    await until(city, "11-24 12:00")
    world.block(citizen.user, False)
    await city.settle()
    await citizen.say(f"/case {number}")
    await citizen.press("评价")
    await taps(citizen, "有人联系过", "解决了", "满意")
    assert (await case_of(city, number)).ended == "confirmed"


# --- what follows an answer without a question


async def test_words_after_the_answer_and_after_the_end(city: City) -> None:
    """Before the question a reply goes to the office; after the end it begins a new request."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    reply = citizen.last
    await citizen.say("还有异响", reply_to=reply)
    assert "已办结，市民又来信：还有异响" in clerk.last["text"]
    assert "重新办理" in labels(clerk.last)
    await until(city, "11-23 09:00")
    await taps(citizen, "有人联系过", "解决了", "满意")
    await citizen.say("电梯又停了，这回是二单元", reply_to=reply)
    assert "提交" in "".join(labels(citizen.last)), "nothing is refused, and nothing is lost"
    await citizen.press("提交")
    await citizen.say(f"/case {number}")
    assert labels(citizen.last) == []


async def test_totals_for_the_office(city: City) -> None:
    """From five ratings on, in steps of five; never a single one."""
    clerk = await city.clerk("zhujian", "李明")
    people_ = [await city.citizen(f"市民{n}") for n in range(6)]
    numbers = [await city.file(each, f"{n}号楼电梯坏了，没人来修，编号{n}") for n, each in enumerate(people_)]
    for number in numbers:
        await answer(clerk, number)
    await until(city, "11-23 09:00")
    for n, each in enumerate(people_):
        await clerk.say("/queue")
        assert ("本月回访" in clerk.last["text"]) is (n >= 5)
        await taps(each, "有人联系过", "解决了", "满意" if n else "基本满意")
    first_five = "本月回访 5 件：联系过 5/5（100%） · 解决 5/5（100%） · 满意 4、基本满意 1，满意率 98%"
    await clerk.say("/queue")
    assert first_five in clerk.last["text"]
    await clerk.say(f"/reopen {numbers[0]}")
    await clerk.say(f"/transfer {numbers[0]} 城管局")
    assert (await case_of(city, numbers[0])).department == "chengguan"
    await clerk.say("/queue")
    assert first_five in clerk.last["text"], "what was said of an answer stays with the office that gave it"
    await until(city, "12-01 10:00")
    await clerk.say("/queue")
    assert "本月回访" not in clerk.last["text"], "a new month"


async def test_staff_may_not_look_through_the_buttons(city: City) -> None:
    """The rating stands nowhere that a handler can open."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    await until(city, "11-23 09:00")
    await taps(citizen, "没有人联系", "解决了", "基本满意")
    private = await city.private(clerk)
    await clerk.say(f"/case {number}")
    await private.say(f"/case {number}")
    await clerk.say("/queue")
    said = "".join(clerk.heard + private.heard)
    assert "满意" not in said
    assert "没有人联系" not in said
    async with city.service.db.read() as conn:
        assert await people.get(conn, clerk.user) is not None
