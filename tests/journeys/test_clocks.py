"""Clocks: what people hear before, at and after a due moment; pauses; nights, holidays, outages; the mornings."""

import dataclasses
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import jobs
from bot.config import Settings
from bot.core.case import Status
from bot.core.deadlines import Kind
from bot.departments import Directory
from bot.sandbox.server import SandboxServer
from bot.service import timing
from bot.store import cases, people
from bot.timekeeping import Exceptions
from classifier.predict import Classifier
from tests.city import City, running_city
from tests.factories import TOKEN, HandClock
from tests.journeys.acts import (
    LIFT,
    ZONE,
    ask,
    card_of,
    case_of,
    clocks_of,
    due,
    events_of,
    labels,
    said,
    until,
)
from tests.journeys.transcript import Transcript
from tests.soundness import Expected, check_sound

# --- due soon, overdue, the morning after


async def test_nobody_takes_a_case(city: City) -> None:
    """The office is reminded, then it is late: the office, the citizen, and in the morning those above hear of it."""
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, desk, 住建局群=clerk.chat, 综合受理群=desk.chat)
    number = await city.file(citizen, LIFT)
    told.note("星期五下午四点")
    await until(city, "11-20 16:00")
    assert "签收快到期了，11-20 17:00 前" in clerk.last["text"]
    assert len(citizen.heard) == 3
    told.note("下午五点")
    await until(city, "11-20 17:00")
    assert "超期了：签收应在 11-20 17:00 前" in clerk.last["text"]
    assert "超期：签收应在 11-20 17:00 前" in card_of(clerk, number)["text"]
    assert "应在 11月20日（星期五）17:00 前签收，没有做到" in citizen.last["text"]
    assert "望江市住房和城乡建设局" in citizen.last["text"]
    assert not desk.heard, "those above hear of it in the morning"
    told.note("星期六、星期天")
    heard = (len(citizen.heard), len(clerk.heard), len(desk.heard))
    await until(city, "11-23 08:59")
    assert (len(citizen.heard), len(clerk.heard), len(desk.heard)) == heard, "nobody is woken"
    told.note("星期一早上九点")
    await until(city, "11-23 09:00")
    assert number in desk.last["text"]
    assert "应在 11-20 17:00 前" in desk.last["text"]
    assert "待签收 1 · 今日到期 0 · 已超期 1" in clerk.last["text"]
    await clerk.say("/queue")
    assert {"今日到期 0", "已超期 1"} <= set(labels(clerk.last))
    await citizen.say(f"/case {number}")
    assert "最迟 12月1日（星期二）17:00 前答复您" in citizen.last["text"], "the answer itself is not late"
    await clerk.press("签收", on=card_of(clerk, number))
    assert "超期" not in card_of(clerk, number)["text"]
    assert said(citizen, "很抱歉") == 1
    told.check("nobody-takes-it.zh-Hans")


async def test_taken_and_then_forgotten(city: City) -> None:
    """News is due on day 3 and the answer on day 7: one apology each, the handler called by name, in English too."""
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("Ann", "en")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    await citizen.say("The lift in our building has been out of order for two weeks.")
    await citizen.press("Housing")
    await citizen.press("Submit")
    number = "261120-0001"
    await clerk.press("签收")
    told.note("到第三个工作日")
    await until(city, "11-25 17:00")
    assert said(clerk, "答复进展快到期了，11-25 17:00 前") == 1
    mention = clerk.find("超期了：答复进展")
    assert "李明，请先给市民一个答复" in mention["text"]
    assert mention["entities"][-1]["type"] == "text_mention"
    assert "You should have heard about" in citizen.last["text"]
    assert "staff no. 101" in citizen.last["text"]
    await clerk.say(f"/reply {number} 配件下周到")
    await clerk.press("发给市民")
    assert "超期" not in card_of(clerk, number)["text"]
    told.note("到第七个工作日")
    await until(city, "12-01 17:00")
    assert "You should have had an answer" in citizen.last["text"]
    assert "超期：办结应在 12-01 17:00 前" in card_of(clerk, number)["text"]
    await citizen.say(f"/case {number}")
    assert "should have had an answer by Tue 1 Dec 17:00" in citizen.last["text"]
    await city.pass_time(days=30)
    assert said(citizen, "we are sorry") == 3, "one for each clock, and the page of the case"
    assert said(clerk, "超期了：") == 2
    await clerk.say(f"/reply {number} 修好了")
    await clerk.press("已解决")
    await clerk.press("发给市民")
    assert set(await clocks_of(city, number)) == {Kind.FOLLOW_UP}
    assert "⏱" not in card_of(clerk, number)["text"]
    assert [kind for kind, _ in await events_of(city, number)].count("missed") == 2
    told.check("forgotten.en")


async def test_a_case_waits_to_be_sent_on(city: City) -> None:
    """Triage has two hours of its own. The citizen hears only of what concerns them."""
    desk = await city.clerk("triage", "赵静", "dispatcher")
    streets = await city.clerk("chengguan", "何军")
    citizen = await city.citizen()
    number = await city.file(citizen, "楼下烧烤摊占道，油烟很大")
    heard = len(citizen.heard)
    await until(city, "11-20 14:00")
    assert said(desk, "派单快到期了，11-20 14:00 前") == 1
    assert "超期了：派单应在 11-20 14:00 前" in desk.last["text"]
    assert len(citizen.heard) == heard
    await until(city, "11-20 17:00")
    assert "在综合受理，还没有派到部门" in citizen.last["text"]
    before = await clocks_of(city, number)
    await desk.press("城管", on=card_of(desk, number))
    after = await clocks_of(city, number)
    assert after == {kind: clock for kind, clock in before.items() if kind is not Kind.TRIAGE}
    assert "超期：签收" in card_of(streets, number)["text"], "a transfer takes nothing away"
    await streets.press("签收")
    await streets.say(f"/transfer {number} 综合受理")
    assert await due(city, number, Kind.TRIAGE) == "11-23 11:00", "triage has its two hours again"
    assert (await clocks_of(city, number))[Kind.RESOLVE] == before[Kind.RESOLVE]


async def test_a_question_is_measured_as_one(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    suggest = city.service.desk.brain.suggest

    async def asks(title: str | None, text: str):  # type: ignore[no-untyped-def]
        return dataclasses.replace(await suggest(title, text), kind="咨询")

    monkeypatch.setattr(city.service.desk.brain, "suggest", asks)
    number = await city.file(citizen, "请问电梯维修基金怎么申请")
    assert await due(city, number) == "11-24 17:00"
    assert "最迟 11月24日（星期二）17:00 前答复您" in citizen.last["text"]


# --- pauses


async def test_a_question_stops_the_clocks_until_the_answer(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    await clerk.press("签收")
    await ask(clerk, number)
    assert "等市民补充，先不计时" in card_of(clerk, number)["text"]
    await citizen.say(f"/case {number}")
    assert "不算在办理期限里" in citizen.last["text"]
    told.note("过了两个工作日")
    await until(city, "11-24 12:00")
    heard = len(clerk.heard)
    await citizen.say("3号楼2单元", reply_to=citizen.find("想请您补充"))
    assert await due(city, number) == "12-03 17:00"
    assert "最迟 12月3日（星期四）17:00 前答复您" in citizen.last["text"]
    assert "12-03 17:00 前" in card_of(clerk, number)["text"]
    assert len(clerk.heard) == heard + 1
    told.check("pause.zh-Hans")


async def test_a_question_that_nobody_answers(city: City) -> None:
    """After five working days the case goes on; it is never closed by itself. Citizen and office are told."""
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    await clerk.press("签收")
    await ask(clerk, number)
    told.note("过了五个工作日")
    await until(city, "11-27 17:00")
    assert (await case_of(city, number)).status is Status.IN_PROGRESS
    assert "还没有等到回答" in citizen.last["text"]
    assert "等候期满" in clerk.last["text"]
    assert await due(city, number) == "12-09 14:00", "seven days and the five hours of that Friday"
    assert said(citizen, "很抱歉") == 0
    await citizen.say("3号楼2单元", reply_to=citizen.last)
    assert (await events_of(city, number))[-1] == ("added", "3号楼2单元")
    # a second question stops nothing, but waits no longer than the first
    await ask(clerk, number, "请问几单元？")
    assert (await clocks_of(city, number))[Kind.RESOLVE].paused is None
    await until(city, "12-07 17:00")
    assert (await case_of(city, number)).status is Status.IN_PROGRESS
    told.check("cap.zh-Hans")


async def test_what_has_passed_is_promised_no_more(city: City) -> None:
    """The answer is overdue, the office asks, the citizen answers: nobody is told a date that has gone by."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.press("签收")
    await until(city, "12-02 09:00")
    await ask(clerk, number)
    assert "超期：办结" in card_of(clerk, number)["text"], "a question takes nothing back"
    await citizen.say("3号楼2单元", reply_to=citizen.last)
    assert citizen.last["text"].endswith("他们接着办理，有消息我会告诉您。")
    await ask(clerk, number, "几单元？")
    await until(city, "12-09 17:00")
    assert "等候期满，恢复计时。" in clerk.last["text"]
    assert said(citizen, "很抱歉") == 2, "one for the news, one for the answer"


async def test_withdrawn_and_reopened(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.say(f"/reply {number} 修好了")
    await clerk.press("已解决")
    await clerk.press("发给市民")
    assert set(await clocks_of(city, number)) == {Kind.FOLLOW_UP}
    await city.pass_time(days=3)
    await clerk.press("重新办理", on=card_of(clerk, number))
    assert await due(city, number) == "12-02 17:00", "a new clock, from Monday"
    assert "最迟 12月2日（星期三）17:00 前答复您" in citizen.last["text"]
    other = await city.file(citizen, "学校门口的电梯也坏了")
    await citizen.say(f"/withdraw {other}")
    await citizen.press("确认撤回")
    assert await clocks_of(city, other) == {}
    heard = len(citizen.heard)
    await until(city, "12-02 16:00")
    assert len(citizen.heard) == heard


async def test_a_complex_case_has_a_month(city: City) -> None:
    desk = await city.clerk("triage", "赵静", "dispatcher")
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.say(f"/complex {number} 要和几家单位一起定")
    assert "没有这一步的权限" in clerk.last["text"]
    await desk.say("/complex 261120-0001")
    assert "定为复杂件，答复期限会变长" in desk.last["text"]
    await desk.say(f"/complex {number} 要和几家单位一起定")
    assert "答复期限改为 12月21日（星期一）17:00" in desk.last["text"], (
        "looked at before the citizen reads it"
    )
    assert "复杂" not in citizen.last["text"]
    await desk.press("发给市民")
    assert "12月21日（星期一）17:00 前办结" in desk.last["text"]
    assert "答复期限改为 12月21日（星期一）17:00" in citizen.last["text"]
    assert "要和几家单位一起定" in citizen.last["text"]
    await desk.say(f"/complex {number} 再来一次")
    assert "不能再改" in desk.last["text"]
    second = await city.file(citizen, "学校门口的电梯也坏了")
    await until(city, "11-26 09:00")
    await desk.say(f"/complex {second} 太晚了")
    assert "现在已经过了" in desk.last["text"]
    assert await due(city, second) == "12-01 17:00"


# --- nights, holidays, outages


async def test_an_emergency_never_sleeps(city: City) -> None:
    """At night, on a Saturday: the office and those above hear at once, and so does the citizen."""
    desk = await city.clerk("triage", "赵静", "dispatcher")
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    await until(city, "11-21 02:00")
    number = await city.file(citizen, "物业的电梯里困住人了，快来人，救命")
    assert await due(city, number) == "11-22 02:00"
    above = len(desk.heard)
    await until(city, "11-21 04:00")
    assert said(clerk, "签收快到期了，11-21 04:00 前") == 1
    assert "超期了：签收应在 11-21 04:00 前" in clerk.last["text"]
    assert len(desk.heard) == above + 1
    assert "超期了" in desk.last["text"]
    assert "也已报给综合受理" in citizen.last["text"]


async def test_what_is_due_at_night_waits_for_the_morning(city: City) -> None:
    """Received on the eve of the holidays: the desk was down when the moment came, and nobody is woken."""
    clerk = await city.clerk("zhujian", "李明")
    city.clock.move_to(datetime(2027, 9, 10, 9, 0, tzinfo=ZONE))  # a Friday
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    heard = len(citizen.heard)
    city.clock.move_to(datetime(2027, 9, 10, 23, 0, tzinfo=ZONE))
    await city.sweep()
    await city.sweep()
    assert len(citizen.heard) == heard
    assert said(clerk, "超期了") == 0
    assert "超期" not in card_of(clerk, number)["text"], "not before somebody looks"
    await clerk.say(f"/case {number}")
    assert "超期：签收" in clerk.last["text"], "overdue is what the clock says"
    await city.pass_time(days=3)
    assert said(citizen, "很抱歉") == 1
    assert said(clerk, "超期了") == 1


async def test_after_a_summer_s_outage_one_message_a_case(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    citizens = [await city.citizen(f"市民{n}") for n in range(3)]
    numbers = [await city.file(each, f"{n}号楼的电梯坏了，一直没人修") for n, each in enumerate(citizens)]
    asked = await city.file(await city.citizen("周先生"), "学校旁边的电梯停了")
    await clerk.press("签收", on=card_of(clerk, numbers[0]))
    await clerk.say(f"/transfer {asked} 住建局")
    await city.settle()
    before = [len(each.heard) for each in citizens]
    city.clock.pass_(days=100, hours=14)
    await city.sweep()
    assert [len(each.heard) for each in citizens] == before, "the desk came back at night"
    assert said(clerk, "超期了") == 0
    await city.pass_time(hours=10)
    assert [len(each.heard) - was for each, was in zip(citizens, before, strict=True)] == [1, 1, 1]
    assert all("前答复您，没有做到" in each.last["text"] for each in citizens)
    for number in numbers:
        assert sum(f"{number} 超期了" in text for text in clerk.heard) == 1
    assert said(desk, "全市") == 1
    for _ in range(3):
        await city.sweep()
    assert [len(each.heard) - was for each, was in zip(citizens, before, strict=True)] == [1, 1, 1]


async def test_a_sweep_that_runs_twice_says_nothing_twice(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    city.clock.move_to(datetime(2026, 11, 20, 17, 0, tzinfo=ZONE))
    case = await case_of(city, number)
    for _ in range(2):
        await jobs.ring_clocks(city.service.db, city.service.desk, city.clock)
        await city.service.db.write(lambda tx: timing.ring(tx, city.service.desk, case.id))
    await city.settle()
    assert said(citizen, "很抱歉") == 1
    assert said(clerk, "超期了") == 1


async def test_a_system_clock_that_jumps_back(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.press("签收")
    await ask(clerk, number)
    city.clock.pass_(hours=-5)
    await city.sweep()
    await citizen.say("3号楼", reply_to=citizen.last)
    assert await due(city, number) == "12-01 17:00"
    second = await city.file(citizen, "学校门口的电梯也坏了")
    assert await due(city, second) == "12-01 17:00"


# --- mornings


async def test_the_morning_s_digest(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    school = await city.clerk("jiaoyu", "周强")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    told = Transcript(city)
    told.name(clerk, school, desk, 住建局群=clerk.chat, 教育局群=school.chat, 综合受理群=desk.chat)
    citizens = [await city.citizen(f"市民{n}") for n in range(3)]
    told.note("提交三件，一件没人签收，一件签收了，一件在综合受理")
    first = await city.file(citizens[0], "三号楼的电梯坏了")
    second = await city.file(citizens[1], "五号楼的物业不管事")
    await city.file(citizens[2], "楼下烧烤摊占道")
    await clerk.press("签收", on=card_of(clerk, second))
    told.note("到第三个工作日早上")
    await until(city, "11-25 09:00")
    assert "待签收 1 · 今日到期 1 · 已超期 1" in clerk.last["text"]
    assert f"超期：{first}" in clerk.last["text"]
    assert "待分派 1 · 今日到期 1 · 已超期 2" in desk.last["text"]
    assert not school.heard, "nothing to say, nothing said"
    assert said(clerk, "☀️") == 3
    await city.sweep()
    assert said(clerk, "☀️") == 3
    told.check("morning.zh-Hans")


async def test_a_digest_names_so_many_and_counts_the_rest(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = await city.clerk("zhujian", "李明")
    await city.clerk("triage", "赵静", "dispatcher")
    monkeypatch.setattr("bot.service.digest.SHOWN", 2)
    citizens = [await city.citizen(f"市民{n}") for n in range(3)]
    for n, citizen in enumerate(citizens):
        await city.file(citizen, f"{n}号楼的电梯坏了")
    await until(city, "11-23 09:00")
    assert "超期：261120-0001、261120-0002，另有 1 件" in clerk.last["text"]


async def test_without_groups_the_admins_watch(city: City) -> None:
    admin = await city.admin("郑主任")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await until(city, "11-23 09:00")
    assert f"{number} 超期了" in admin.find("超期了")["text"]
    assert number in admin.find("全市")["text"]


# --- another calendar, another config


async def two_lives(
    tmp_path: Path, classifier: Classifier, expected: Expected, second: dict[str, Any], at: datetime
) -> tuple[str, str, list[str], list[str]]:
    """A case is filed and claimed, the desk stops, and starts again with other settings.

    What was due before and after, and what citizen and office heard in the second life.
    """
    expected.faults = ("Conflict",)  # the first desk's last question for news
    server = SandboxServer(token=TOKEN)
    await server.start()
    clock = HandClock()
    try:
        async with running_city(tmp_path, classifier, clock=clock, server=server) as city:
            clerk = await city.clerk("zhujian", "李明")
            citizen = await city.citizen()
            number = await city.file(citizen, LIFT)
            await clerk.press("签收")
            before = await due(city, number)
        clock.move_to(at)
        async with running_city(tmp_path, classifier, clock=clock, server=server, **second) as again:
            citizen.city = clerk.city = again
            heard = len(citizen.heard), len(clerk.heard)
            await again.sweep()
            quiet = citizen.heard[heard[0] :]
            assert not quiet or 9 <= at.astimezone(ZONE).hour < 18
            card = card_of(clerk, number)["text"]
            after = await due(again, number)
            assert after in card or "city" in second
            await again.pass_time(hours=12)
            await again.sweep()
            await check_sound(again, expected)
            return before, after, citizen.heard[heard[0] :], [k for k, _ in await events_of(again, number)]
    finally:
        await server.stop()


@pytest.mark.parametrize("hour", [10, 23])
async def test_another_calendar_moves_what_runs(
    tmp_path: Path, classifier: Classifier, expected: Expected, hour: int
) -> None:
    """A holiday is declared: by an event, and told when people are awake. Told once."""
    holiday = Exceptions.model_validate({"off": ["2026-11-26"]})
    at = datetime(2026, 11, 23, hour, 0, tzinfo=ZONE)
    before, after, heard, events = await two_lives(
        tmp_path, classifier, expected, {"calendar": {"exceptions": holiday}}, at
    )
    assert (before, after) == ("12-01 17:00", "12-02 17:00")
    assert [text for text in heard if "节假日安排有变" in text and "12月2日（星期三）17:00" in text] == heard
    assert len(heard) == 1
    assert events == ["filed", "claimed", "reckoned"]


async def test_another_policy_moves_nothing(
    tmp_path: Path, classifier: Classifier, expected: Expected
) -> None:
    at = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE)
    before, after, heard, events = await two_lives(
        tmp_path, classifier, expected, {"clocks": {"ordinary_days": 20, "progress_days": 9}}, at
    )
    assert before == after == "12-01 17:00"
    assert heard == []
    assert events == ["filed", "claimed"]


async def test_another_time_zone_moves_what_runs_too(
    tmp_path: Path, classifier: Classifier, expected: Expected
) -> None:
    """Offices in Tokyo close an hour before those in Shanghai."""
    at = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE)
    before, after, heard, _ = await two_lives(
        tmp_path, classifier, expected, {"city": {"timezone": "Asia/Tokyo"}}, at
    )
    assert (before, after) == ("12-01 17:00", "12-01 16:00")
    assert len(heard) == 1


async def test_an_office_that_left_the_config_keeps_its_clocks(
    tmp_path: Path, classifier: Classifier, expected: Expected
) -> None:
    expected.faults = ("Conflict",)  # the first desk's last question for news
    server = SandboxServer(token=TOKEN)
    await server.start()
    clock = HandClock()
    try:
        async with running_city(tmp_path, classifier, clock=clock, server=server) as city:
            desk = await city.clerk("triage", "赵静", "dispatcher")
            clerk = await city.clerk("chengguan", "何军")
            citizen = await city.citizen()
            number = await city.file(citizen, "楼下烧烤摊占道，油烟很大")
            await desk.press("城管")
            settings: Settings = city.service.settings
        rest = tuple(d for d in settings.departments if d.id != "chengguan")
        async with running_city(tmp_path, classifier, clock=clock, server=server) as again:
            desk.city = clerk.city = citizen.city = again
            again.service.desk.roll.now = Directory(rest)
            await until(again, "11-23 09:00")
            assert f"{number} 超期了" in clerk.find("超期了")["text"], "its group is still there"
            assert "很抱歉" in citizen.last["text"]
            assert number in desk.find("全市")["text"]
            await check_sound(again, expected)
    finally:
        await server.stop()


async def test_a_year_that_nobody_published_yet(city: City) -> None:
    """The admins hear of it once, a month ahead, in working hours."""
    admin = await city.admin("郑主任")
    await until(city, "11-27 12:00")
    assert said(admin, "调休安排") == 0
    await until(city, "12-06 12:00")
    assert "2027 年的调休安排，程序里还没有" in admin.find("调休安排")["text"]
    await city.pass_time(days=40)
    assert said(admin, "调休安排") == 1


async def test_the_record_says_what_was_promised(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.press("签收")
    await ask(clerk, number)
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        filed, claimed, asked = await cases.history(conn, case.id)
        assert await people.recall(conn, timing.CALENDAR)
    assert filed.data["clocks"]["resolve"] == "2026-12-01T09:00:00+00:00"
    assert filed.data["grade"] == "ordinary"
    assert claimed.data["clocks"] == {"acknowledge": "ended"}
    assert asked.data["clocks"]["resolve"] == "paused"
    assert timedelta() < datetime.fromisoformat(asked.data["clocks"]["wait"]) - case.filed_at
