"""Not satisfied: the words, who decides on them, and what comes of it."""

from sqlalchemy import update

from bot.core.case import Status
from bot.core.deadlines import Kind
from bot.store.db import Tx
from bot.store.tables import roles
from tests.city import City
from tests.journeys.acts import (
    LIFT,
    answer,
    card_of,
    case_of,
    clocks_of,
    forged,
    kinds_of,
    labels,
    said,
    until,
)
from tests.journeys.follow_up import answered, ratings_of, row_of, taps
from tests.journeys.transcript import Transcript

# --- the citizen's words


async def test_not_solved_is_worked_on_again(city: City) -> None:
    """The words go to the supervisor, who has it done again; the office reads why, without the citizen's number."""
    clerk = await city.clerk("zhujian", "李明")
    boss = await city.supervisor()
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, boss, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    await until(city, "11-23 09:00")
    before = (len(clerk.heard), card_of(clerk, number)["text"])
    await taps(citizen, "没有人联系", "没有解决", "不满意")
    assert labels(citizen.last) == ["直接提交"]
    assert said(boss, number) == 0, "the words come first"
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
    assert set(await clocks_of(city, number)) == {Kind.DECIDE}
    await citizen.say(f"/case {number}")
    assert "督办员正在看" in citizen.last["text"]
    assert await boss.press("重办") == "已重新办理"
    case = await case_of(city, number)
    assert (case.status, case.handler_id, case.outcome) == (Status.IN_PROGRESS, clerk.user, None)
    assert case.supervision is not None
    assert "孙督已定，重办" in boss.last["text"]
    assert labels(boss.last) == []
    wanted = clerk.find("要重新办理")["text"]
    assert "市民说：修了一天又坏了" in wanted
    assert "13812345678" not in wanted
    assert "李明，请接着办，12月2日（星期三）17:00 前答复市民" in wanted
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


async def test_upheld_twice_ends_with_the_route(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss = await city.supervisor()
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
    await citizen.say("不对，还是没人来")
    assert f"看起来是对 {number}" in citizen.last["text"], "what follows the last word is about it"
    await citizen.press("取消")
    assert set(await clocks_of(city, number)) == {Kind.FOLLOW_UP}
    asked = said(citizen, "1/3")
    await until(city, "11-27 12:00")
    assert said(citizen, "1/3") == asked == 0, "the three taps are not asked again"
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
    assert await clocks_of(city, number) == {}
    assert "有了变化" in await forged(citizen, "f:again:1")
    assert not any("表决没有" in text or "不满意" in text for text in clerk.heard)
    told.check("follow-up-upheld.zh-Hans")


async def test_upheld_and_nothing_more_is_heard(city: City) -> None:
    _, boss, citizen, number = await answered(city)
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
    _, boss, citizen, number = await answered(city)
    await until(city, "11-23 22:00")
    await taps(citizen, "没有人联系", "没有解决", "不满意")
    await until(city, "11-24 08:59")
    assert len(boss.heard) == 1
    await until(city, "11-24 09:00")
    assert "市民没有写理由" in boss.last["text"]
    assert "已转给督办员" in citizen.last["text"]
    assert (await kinds_of(city, number)).count("reopen_asked") == 1


async def test_words_at_night_reach_those_who_decide_in_the_morning(city: City) -> None:
    _, boss, citizen, number = await answered(city)
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
    boss = await city.supervisor()
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
    _, boss, citizen, number = await answered(city)
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


async def test_a_late_no_comes_before_the_supervisor(city: City) -> None:
    _, boss, citizen, number = await answered(city)
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


# --- who decides


async def test_only_supervisors_decide_and_one_is_first(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    schools = await city.clerk("jiaoyu", "周强")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    admin = await city.admin()
    boss, other = await city.supervisor(), await city.supervisor("吴督")
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
    assert said(other, "孙督已定，维持") == 1
    assert said(citizen, "督办员看过了") == 1
    # two presses at the same moment
    await citizen.press("我不同意")
    await citizen.press("直接提交")
    world = city.server.world
    since = world.seq
    queries = []
    for who in (boss, other):
        message, data = who._find("重办", None)
        queries.append(world.press(who.user, who.chat, message["message_id"], data))
    answers = [await city.toast(query, since) or "" for query in queries]
    assert answers.count("已重新办理") == 1
    assert sum("已经定了：重办。" in text for text in answers) == 1
    assert (await kinds_of(city, number)).count("reopened") == 1
    assert said(admin, number) == 0, "supervisors are there"


async def test_nobody_decides_on_their_own_matter(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss, other = await city.supervisor(), await city.supervisor("吴督")
    number = await city.file(boss, LIFT)
    await answer(clerk, number)
    await until(city, "11-23 09:00")
    await taps(boss, "没有人联系", "没有解决", "不满意")
    await boss.press("直接提交")
    assert "您自己反映的事" in (await boss.press("重办") or "")
    assert await other.press("重办") == "已重新办理"
    assert (await case_of(city, number)).status is Status.IN_PROGRESS


async def test_a_decision_that_is_late_is_no_business_of_the_office(city: City) -> None:
    clerk, boss, citizen, number = await answered(city)
    await until(city, "11-23 09:00")
    await taps(citizen, "没有人联系", "没有解决", "不满意")
    await citizen.press("直接提交")
    before = (list(clerk.heard), len(citizen.heard))
    await until(city, "11-24 17:00")
    assert said(boss, "请在 11-24 17:00 前定") == 2, "the request, and a word before it is due"
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
    boss = await city.supervisor()
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
    clerk, boss, citizen, number = await answered(city)
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
