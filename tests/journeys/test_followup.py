"""Follow-up and closing: three taps, silence, presses out of turn, nights and outages, the totals."""

from datetime import datetime

from bot.core.case import Status
from bot.store import people
from tests.city import City
from tests.journeys.acts import (
    LIFT,
    ZONE,
    answer,
    card_of,
    case_of,
    events_of,
    forged,
    kinds_of,
    labels,
    said,
    until,
)
from tests.journeys.follow_up import ratings_of, row_of, taps
from tests.journeys.transcript import Transcript
from tests.soundness import Expected

# --- all is well


async def test_solved_and_satisfied(city: City) -> None:
    """A day later, in office hours: three taps in one message, and the case is struck off."""
    clerk = await city.clerk("zhujian", "李明")
    boss = await city.supervisor()
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
    assert said(citizen, "1/3") == 0, "nobody is asked on a Saturday"
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
    assert said(citizen, "/3") == 0, "one message, edited in place"
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
    await citizen.press("Housing")
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
    assert said(citizen, "1/3") == 1
    await until(city, "11-25 12:00")
    assert said(citizen, "1/3") == 1, "the first one says to look below"
    assert said(citizen, "见下面最新的一条") == 1
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


# --- hostile presses, nights, outages


async def test_presses_that_come_twice_late_or_from_elsewhere(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    await city.supervisor()
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
