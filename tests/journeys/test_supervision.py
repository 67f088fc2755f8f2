"""What stays overdue climbs to those above; citizens remind; supervisors press; leaders take over."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.case import Supervision
from bot.core.deadlines import Kind
from classifier.predict import Classifier
from tests.city import City
from tests.journeys.acts import (
    LIFT,
    card_of,
    case_of,
    clocks_of,
    forged,
    kinds_of,
    labels,
    said,
    until,
)
from tests.journeys.transcript import Transcript
from tests.soundness import Expected, sound_city

# --- the ladder


async def test_what_stays_overdue_climbs_rung_by_rung(city: City) -> None:
    """The office, its lead, the supervisors, those above: each hears once, in working hours, as it was promised."""
    clerk = await city.clerk("zhujian", "李明")
    lead = await city.staff("钱局长", "lead", "zhujian")
    boss = await city.supervisor("孙组长")
    admin = await city.admin()
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, lead, boss, admin, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    told.note("星期五下午五点，没有人签收")
    await until(city, "11-20 17:00")
    assert "到 11月23日（星期一）17:00 还是这样，就请督办员盯着办" in citizen.last["text"]
    assert said(lead, number) == said(boss, number) == 0
    told.note("周末")
    quiet = [len(each.heard) for each in (citizen, clerk, lead, boss, admin)]
    await until(city, "11-23 08:59")
    assert [len(each.heard) for each in (citizen, clerk, lead, boss, admin)] == quiet
    told.note("星期一中午：过了四个工作小时")
    await until(city, "11-23 13:00")
    assert f"{number}（" in lead.last["text"]
    assert "还没有人签收" in lead.last["text"]
    assert "到 11-23 17:00 还是这样，就列入督办" in lead.last["text"]
    assert said(boss, "督办") == 0
    told.note("星期一下午五点：列入督办，正是答应市民的时候")
    await until(city, "11-23 17:00")
    assert (await case_of(city, number)).supervision is Supervision.SUPERVISED
    assert "已列入督办：除了望江市住房和城乡建设局" in citizen.last["text"]
    assert "一直超期，已列入督办" in boss.last["text"]
    assert "签收应在 11-20 17:00 前，超 1 个工作日" in boss.last["text"]
    assert said(clerk, "已列入督办") == 1
    assert "🔴 督办" in card_of(clerk, number)["text"]
    assert await boss.press("打开") == "见下方"
    assert boss.last["text"].startswith(number)
    told.note("星期三下午五点：挂牌督办")
    await until(city, "11-25 17:00")
    assert (await case_of(city, number)).supervision is Supervision.ESCALATED
    assert "升为挂牌督办" in boss.find("升为挂牌督办")["text"]
    assert "升为挂牌督办" in admin.find("升为挂牌督办")["text"]
    assert "也已升为挂牌督办" in citizen.last["text"], "with what was missed at the same time"
    assert said(citizen, "挂牌督办") == 1
    assert await kinds_of(city, number) == ["filed", "missed", "supervised", "escalated", "missed"]
    # nothing goes on for ever
    heard = (said(boss, "督办。"), said(lead, number))
    await until(city, "12-15 17:00")
    assert (said(boss, "督办。"), said(lead, number)) == heard
    told.check("ladder.zh-Hans")


async def test_the_ladder_ends_without_a_word_when_the_thing_is_done(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss = await city.supervisor("孙组长")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await until(city, "11-23 10:00")
    assert Kind.LADDER in await clocks_of(city, number)
    await clerk.press("签收", on=card_of(clerk, number))
    assert Kind.LADDER not in await clocks_of(city, number)
    await until(city, "11-25 10:00")
    assert said(boss, "列入督办") == 0
    assert "supervised" not in await kinds_of(city, number)


async def test_what_was_raised_by_hand_is_not_said_to_be_raised_again(city: City) -> None:
    lead = await city.staff("钱局长", "lead", "zhujian")
    boss = await city.supervisor("孙组长")
    number = await city.file(await city.citizen(), LIFT)
    await boss.say(f"/supervise {number} 今天有人去看")
    await boss.press("发给")
    assert (await case_of(city, number)).supervision is Supervision.SUPERVISED
    await until(city, "11-23 13:00")
    assert "超期了，请您过问" in lead.last["text"]
    assert "就列入督办" not in lead.last["text"]
    await until(city, "11-23 17:00")
    assert "还在超期，先前已列入督办" in boss.last["text"]
    assert said(boss, "一直超期，已列入督办") == 0


async def test_after_an_outage_one_message_each_for_the_highest_rung(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    lead = await city.staff("钱局长", "lead", "zhujian")
    boss = await city.supervisor("孙组长")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.press("签收")
    await until(city, "11-25 17:00")  # news was due
    before = [len(each.heard) for each in (citizen, clerk, lead, boss)]
    city.clock.move_to(city.clock.now() + timedelta(days=8, hours=1))  # the answer was due, too
    await city.sweep()
    assert (await case_of(city, number)).supervision is Supervision.ESCALATED
    assert "这一件也已升为挂牌督办" in citizen.last["text"]
    assert [len(citizen.heard) - before[0], len(lead.heard) - before[2]] == [1, 1]
    assert "升为挂牌督办" in lead.last["text"]
    assert said(boss, "升为挂牌督办") == 1
    assert said(boss, "一直超期，已列入督办") == 0
    assert await kinds_of(city, number) == ["filed", "claimed", "missed", "escalated", "missed"]
    assert said(clerk, "挂牌督办。李明") == 0, "the group hears it with what was missed"
    assert "挂牌督办" in card_of(clerk, number)["text"]


async def test_an_emergency_climbs_by_the_hour_also_at_night(city: City) -> None:
    await city.clerk("zhujian", "李明")
    lead = await city.staff("钱局长", "lead", "zhujian")
    boss = await city.supervisor("孙组长")
    citizen = await city.citizen()
    await until(city, "11-21 02:00")
    number = await city.file(citizen, "物业的电梯里困住人了，快来人，救命")
    await until(city, "11-21 04:00")
    assert said(lead, "超期了，请您过问") == 0, "called all the time, but not told of the ladder yet"
    await until(city, "11-21 05:00")
    assert said(lead, "超期了，请您过问") == 1
    await until(city, "11-21 06:00")
    assert said(boss, "一直超期，已列入督办") == 1
    await until(city, "11-21 07:00")
    assert said(boss, "升为挂牌督办") == 1
    assert (await case_of(city, number)).supervision is Supervision.ESCALATED


@pytest.fixture
async def listed(tmp_path: Path, classifier: Classifier, expected: Expected) -> AsyncIterator[City]:
    """The third who comes is on the list, and one who never came."""
    async with sound_city(tmp_path, classifier, expected, desk={"escalation": [100003, 100099]}) as running:
        yield running


async def test_the_list_of_those_above(listed: City, expected: Expected) -> None:
    """Only the listed hear of an escalation; somebody without a role gets no button, and who can't be reached harms nothing."""
    city = listed
    expected.faults = ("Bad Request: chat not found",)
    await city.clerk("zhujian", "李明")
    mayor = await city.citizen("王副市长")
    assert mayor.user == 100003
    boss = await city.supervisor("孙组长")
    citizen = await city.citizen("陈女士")
    number = await city.file(citizen, LIFT)
    await boss.say(f"/escalate {number} 三天内修好")
    await boss.press("发给市民")
    assert "由孙组长升为挂牌督办" in mayor.last["text"]
    assert "三天内修好" in mayor.last["text"]
    assert labels(mayor.last) == []
    assert "市民" not in mayor.last["text"]


# --- the citizen reminds


async def test_a_citizen_reminds_once_a_working_day(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    heard = len(clerk.heard)
    await citizen.press("催办")
    assert "到 11月20日（星期五）17:00 还没有动静，您就可以催办" in citizen.last["text"]
    assert "最迟 12月1日（星期二）17:00 前答复您" in citizen.last["text"]
    assert len(clerk.heard) == heard
    told.note("到了星期六")
    await until(city, "11-21 10:00")
    await citizen.press("催办")
    assert f"已替您催办 {number}" in citizen.last["text"]
    assert "🔔 市民催办 1 次" in card_of(clerk, number)["text"]
    assert said(clerk, "市民催办，第 1 次") == 0, "staff are told by day"
    toast = await citizen.press("催办")
    assert "11月23日（星期一）09:00 起可以再催" in (toast or "")
    await citizen.say("/remind")
    assert "11月23日（星期一）09:00 起可以再催" in citizen.last["text"], "the one open case is meant"
    told.note("星期一，李明签收了")
    await until(city, "11-23 09:00")
    assert said(clerk, "市民催办，第 1 次") == 1
    assert "还没有人签收" in clerk.find("市民催办，第 1 次")["text"]
    await clerk.press("签收", on=card_of(clerk, number))
    await citizen.say(f"/remind {number}")
    assert "市民催办，第 2 次" in clerk.last["text"]
    assert "李明，请给市民一个答复" in clerk.last["text"]
    assert clerk.last["entities"][-1]["type"] == "text_mention"
    assert (await case_of(city, number)).supervision is Supervision.REMINDED
    await clerk.say("物业明天来", reply_to=clerk.last)
    assert "市民将看到" in clerk.last["text"]
    await clerk.press("取消")
    # the office waits for the citizen
    await clerk.say(f"/ask {number} 请问是几号楼？")
    await clerk.press("发给市民")
    await until(city, "11-24 10:00")
    await citizen.say(f"/remind {number}")
    assert "现在等的是您的回答：“请问是几号楼？”" in citizen.last["text"]
    # when it is over
    await clerk.say(f"/reply {number} 修好了")
    await clerk.press("改为办结·已解决")
    await clerk.press("发给市民")
    await citizen.say(f"/remind {number}")
    assert "不能催办" in citizen.last["text"]
    assert (await kinds_of(city, number)).count("reminded") == 2
    told.check("reminders.zh-Hans")


async def test_reminders_that_may_not_be(city: City) -> None:
    """Another's case, no case, two cases, a button that was made up, pressed twice at once."""
    clerk = await city.clerk("zhujian", "李明")
    citizen, nosy = await city.citizen("陈女士"), await city.citizen("王先生")
    number = await city.file(citizen, LIFT)
    case = await case_of(city, number)
    await until(city, "11-23 10:00")
    await nosy.say(f"/remind {number}")
    assert "没有找到这个编号" in nosy.last["text"]
    assert "没有找到这个编号" in await forged(nosy, f"c:remind:{case.id}")
    assert "没有找到这个编号" in await forged(nosy, "c:remind:999")
    await nosy.say("/remind")
    assert "您现在没有正在办理的事" in nosy.last["text"]
    await nosy.say("/remind 快点")
    assert "请这样写" in nosy.last["text"]
    assert await kinds_of(city, number) == ["filed", "missed"]
    world = city.server.world
    button = citizen.last
    for _ in range(2):
        world.press(citizen.user, citizen.chat, button["message_id"], f"c:remind:{case.id}", forged=True)
    await city.settle()
    assert (await kinds_of(city, number)).count("reminded") == 1
    assert said(clerk, "市民催办，第 1 次") == 1
    assert said(clerk, "市民催办，第 2 次") == 0


# --- the supervisor


async def test_the_supervisor_s_means(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss = await city.supervisor("孙组长")
    other = await city.supervisor("吴组长")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, boss, other, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    await boss.say(f"/supervise {number}")
    assert "请这样写" in boss.last["text"]
    heard = len(citizen.heard), len(clerk.heard)
    await boss.say(f"/supervise {number} 先让老人能下楼，电话13812345678")
    assert "已列入督办：除了望江市住房和城乡建设局" in boss.last["text"], "as the citizen will read it"
    await boss.press("取消")
    assert (len(citizen.heard), len(clerk.heard)) == heard
    await boss.say(f"/supervise {number} 先让老人能下楼，电话13812345678")
    await boss.press("发给市民")
    assert "已列入督办，望江市住房和城乡建设局已经知道" in boss.last["text"]
    assert "由孙组长列入督办" in other.last["text"]
    assert "先让老人能下楼" in clerk.find("已列入督办")["text"]
    assert "13812345678" not in "".join(clerk.heard)
    assert "🔴 督办" in card_of(clerk, number)["text"]
    assert "已列入督办" in citizen.last["text"]
    assert "老人能下楼" not in "".join(citizen.heard)
    # once more: the office hears the new words, the citizen nothing new
    told_already = len(citizen.heard)
    await other.say(f"/supervise {number} 今天回话")
    assert "今天回话" in clerk.last["text"]
    assert len(citizen.heard) == told_already
    # by buttons
    await boss.say(f"/case {number}")
    await boss.press("更多…")
    assert {"🔴 列入督办", "🔴 挂牌督办", "⭐ 领导包案"} <= set(labels(boss.last))
    await boss.press("挂牌督办", on=boss.last)
    await boss.say("一周内没有结果", reply_to=boss.last)
    assert "已升为挂牌督办" in boss.last["text"] and said(citizen, "已升为挂牌督办") == 0
    await boss.press("发给市民")
    assert "挂牌督办" in card_of(clerk, number)["text"]
    assert said(citizen, "已升为挂牌督办") == 1
    await boss.press("领导包案")
    await boss.say("字" * 41, reply_to=boss.last)
    assert "太长了" in boss.last["text"]
    await boss.press("领导包案")
    await boss.say("王副市长", reply_to=boss.last)
    assert "已由王副市长包案" in boss.last["text"] and said(citizen, "王副市长") == 0
    await boss.press("发给市民")
    assert "由王副市长包案" in card_of(clerk, number)["text"]
    assert "已由王副市长包案" in citizen.last["text"]
    assert (await case_of(city, number)).leader == "王副市长"
    told.check("supervisor.zh-Hans")


async def test_only_supervisors_supervise(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    lead = await city.staff("钱局长", "lead", "zhujian")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    case = await case_of(city, number)
    for person in (clerk, desk, lead):
        await person.say(f"/supervise {number} 快办")
        assert "没有这一步的权限" in person.last["text"]
        await person.say(f"/takeover {number} 王副市长")
        assert "没有这一步的权限" in person.last["text"]
        assert "没有这一步的权限" in await forged(person, f"c:escalate:{case.id}")
    await citizen.say(f"/supervise {number} 快办")
    assert "给工作人员用的" in citizen.last["text"]
    boss = await city.supervisor("孙组长")
    await citizen.say(f"/withdraw {number}")
    await citizen.press("确认撤回")
    await boss.say(f"/supervise {number} 快办")
    assert "不能督办" in boss.last["text"]
    assert await kinds_of(city, number) == ["filed", "withdrawn"]


# --- figures and the morning


async def test_the_summary(city: City) -> None:
    """The line of figures, then what is overdue office by office; a lead sees their own; others nothing."""
    clerk = await city.clerk("zhujian", "李明")
    await city.clerk("jiaoyu", "周强")
    lead = await city.staff("周校长", "lead", "jiaoyu")
    boss = await city.supervisor("孙组长")
    citizens = [await city.citizen(f"市民{n}") for n in range(16)]
    numbers = [await city.file(each, f"{n}号楼的电梯坏了，一直没人修") for n, each in enumerate(citizens)]
    school = await city.file(citizens[0], "学校门口太黑，孩子放学看不见路")
    await citizens[1].say(f"/withdraw {numbers[1]}")
    await citizens[1].press("确认撤回")
    await clerk.say(f"/reply {numbers[0]} 修好了")
    await clerk.press("改为办结·已解决")
    await clerk.press("发给市民")
    await boss.say("/summary")
    assert "没有超期的件" in boss.last["text"]
    await until(city, "11-24 10:00")
    await boss.say("/summary")
    assert "本月：立项 16，办结 1，推进 15（超期 15）" in boss.last["text"]
    assert "另有撤回、并单、不予受理 1" in boss.last["text"]
    assert f"{school} · 签收 · 超 1 个工作日" in boss.last["text"]
    first = boss.last
    listed = set(re.findall(r"\d{6}-\d{4}", first["text"]))
    await boss.press("下一页", on=first)
    assert boss.last["message_id"] == first["message_id"], "the same message turns over"
    listed |= set(re.findall(r"\d{6}-\d{4}", boss.last["text"]))
    assert listed == {*numbers[2:], school}
    assert labels(boss.last) == ["上一页"]
    await lead.say("/summary")
    assert "推进 1（超期 1）" in lead.last["text"]
    assert school in lead.last["text"]
    assert numbers[2] not in lead.last["text"]
    private = await city.private(clerk)
    await private.say("/summary")
    assert "没有这一步的权限" in private.last["text"]
    assert "没有这一步的权限" in await forged(private, "s:0")
    assert "过时" in await forged(boss, "s:99999999999999999999")
    assert "过时" in await forged(boss, "s:0:1")
    await citizens[0].say("/summary")
    assert "给工作人员用的" in citizens[0].last["text"]
    await until(city, "12-01 10:00")
    await boss.say("/summary")
    assert "本月：立项 0，办结 0，推进 0（超期 0）" in boss.last["text"]
    assert "全部：立项 16，办结 1，推进 15（超期 15）" in boss.last["text"]


async def test_the_morning_s_news_reaches_supervisors_and_the_triage_desk(city: City) -> None:
    await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    boss = await city.supervisor("孙组长")
    await city.file(await city.citizen(), LIFT)
    await until(city, "11-23 09:00")
    for each in (desk, boss):
        assert said(each, "☀️ 全市") == 1
