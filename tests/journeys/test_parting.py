"""What was taken for an answer or an addition is another matter: one press, and the case and its clocks are as before."""

from bot.core.case import Event, Status
from bot.core.workflow import replay
from bot.store import cases
from tests.city import PICTURE, City, typed
from tests.journeys.acts import ask, card_of, case_of, events_of, forged, labels
from tests.journeys.transcript import Transcript

LIFT = "幸福小区三号楼的电梯坏了半个月，物业一直不来修，老人下不了楼"
CROSSING = "学校门口没有斑马线，孩子过马路危险"
APART = "🆕 这是另一件事"


async def history_of(city: City, number: str) -> list[Event]:
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        history = await cases.history(conn, case.id)
    assert replay(history) == case, "the record rebuilds the case"
    return history


async def test_an_answer_that_was_another_matter(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    schools = await city.clerk("jiaoyu", "周强")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat, 教育局群=schools.chat)
    number = await city.file(citizen, LIFT)
    await clerk.press("签收")
    await ask(clerk, number, "请问是几单元？")
    paused = card_of(clerk, number)["text"]
    await city.pass_time(hours=2)
    words = await citizen.say(CROSSING)
    acknowledged = citizen.last
    assert labels(acknowledged)[0] == APART
    assert "市民回答" in card_of(clerk, number)["text"]
    assert await citizen.press(APART, on=acknowledged) == "好，见下面新的一条"
    changed = citizen.find("这一条不算")
    assert changed["message_id"] == acknowledged["message_id"], "said where the button was"
    assert "“请问是几单元？”还等着回答" in changed["text"]
    assert CROSSING in citizen.last["text"]
    assert labels(citizen.last)[0] == "✅ 提交"
    assert f"↩️ 回答 {number}" in labels(citizen.last)[1]
    # the office: the question stands, its clocks wait again, the words are no longer the case's
    card = card_of(clerk, number)["text"]
    assert "待补充" in card
    assert "等市民补充，先不计时" in card
    assert "市民说是另一件事" in card
    assert "市民回答" not in card
    assert paused.count("⏸") == card.count("⏸")
    assert "您问的还在等市民回答" in clerk.last["text"]
    stopped = (await history_of(city, number))[-1].data["clocks"]
    assert (stopped["progress"], stopped["resolve"]) == ("paused", "paused")
    asked = next(e for e in await history_of(city, number) if e.kind.value == "asked")
    assert stopped["wait"] == asked.data["clocks"]["wait"], "the question waits no longer than it would have"
    # pressed twice, forged, or by somebody else
    case = await case_of(city, number)
    assert "已经拿出来了" in await forged(citizen, f"c:other:{case.id}:4")
    assert "过时" in await forged(citizen, f"c:other:{case.id}:1")
    nosy = await city.citizen("王先生")
    await nosy.say("在吗")
    assert "没有找到" in await forged(nosy, f"c:other:{case.id}:4")
    # a reply to what the button's message says now is the answer; the new matter goes its own way
    await citizen.say("二单元", reply_to=changed)
    assert (await events_of(city, number))[-1] == ("supplied", "二单元")
    await citizen.edit(words, CROSSING + "，在西门")
    await citizen.press("✅ 提交")
    other = "261120-0002"
    assert "在西门" in card_of(schools, other)["text"]
    assert "斑马线" not in " ".join(
        text for kind, text in await events_of(city, number) if kind == "supplied" and "二单元" in text
    )
    await citizen.say(f"/case {number}")
    assert "有一条说的是另一件事" in citizen.last["text"]
    told.check("another-matter.zh-Hans")


async def test_words_that_somebody_has_worked_with_already(city: City) -> None:
    """The clerk has answered, the case is confidential, a day has passed, danger was called: what is still true is said."""
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    await clerk.press("签收")
    await ask(clerk, number, "请问是几单元？")
    # an album of something else, as an answer; its second part comes late
    for caption in ("楼下的路灯不亮", ""):
        city.server.world.send_photo(citizen.user, PICTURE, caption=typed(caption), media_group_id="88")
    await city.settle()
    acknowledged = citizen.find("您的回答已交给")
    assert labels(acknowledged)[0] == APART
    await clerk.say("路灯明天修。", reply_to=card_of(clerk, number))
    await clerk.press("发给市民")
    await citizen.press(APART, on=acknowledged)
    assert "还等着回答" not in citizen.find("这一条不算")["text"]
    assert "照片 2 张" in citizen.last["text"]
    assert "您已经答复过，请再看一遍" in clerk.last["text"]
    card = card_of(clerk, number)["text"]
    assert "办理中" in card
    assert "附件" not in card, "its photos went along"
    assert not any("同一组里晚到的" in text for text in citizen.heard)
    # another draft is open already: it takes the words in
    await citizen.press("取消")
    await citizen.say("物业电话没人接", reply_to=citizen.find("路灯明天修"))
    second = citizen.last
    await citizen.say("另外想说说小区的停车")
    await citizen.press(APART, on=second)
    assert "物业电话没人接\n另外想说说小区的停车" in citizen.last["text"]
    assert "过时" not in clerk.last["text"]
    await citizen.press("取消")
    # kept in confidence since: the group is told that, not what
    await citizen.say("门牌也掉了", reply_to=citizen.find("路灯明天修"))
    third = citizen.last
    await citizen.press("🔒", on=(await citizen.say(f"/case {number}")) and citizen.last)
    await citizen.press(APART, on=third)
    assert "门牌" not in clerk.last["text"]
    assert "🔒" in citizen.last["text"], "and the new one is confidential too"
    await citizen.press("取消")
    # a day later it is the office's
    await citizen.say("还有一件事", reply_to=citizen.find("路灯明天修"))
    fourth = citizen.last
    await city.pass_time(days=1, minutes=1)
    assert "重新写给我" in (await citizen.press(APART, on=fourth) or "")
    told.check("another-matter-late.zh-Hans")


async def test_a_draft_offers_the_cases_it_may_belong_to(city: City) -> None:
    """Those with a question first, then the same subject; the rest is one press away. Two questions wait at once."""
    clerk = await city.clerk("zhujian", "李明")
    teacher = await city.clerk("jiaoyu", "周强")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat, 教育局群=teacher.chat)
    lift = await city.file(citizen, LIFT)
    canteen = await city.file(citizen, "学校食堂的饭太贵了")
    wages = await city.file(citizen, "工地拖欠我三个月工资")
    await clerk.say(f"/claim {lift}")
    await teacher.say(f"/claim {canteen}")
    await ask(clerk, lift, "请问是几单元？")
    await ask(teacher, canteen, "请问是哪所学校？")
    # what was asked last is answered first; then the other is asked once more, kind words or not
    await citizen.say("实验小学")
    assert (await events_of(city, canteen))[-1] == ("supplied", "实验小学")
    assert "还在等您回答（" in citizen.last["text"]
    await citizen.say("好的，谢谢")
    assert "不客气" in citizen.find("不客气")["text"]
    await citizen.say("晚上回去看看再告诉您")
    assert "不着急" in citizen.find("不着急")["text"]
    assert "“请问是几单元？”" in citizen.last["text"]
    assert (await case_of(city, lift)).status is Status.AWAITING_CITIZEN
    # something else meanwhile
    await citizen.say("/mycases")
    await citizen.say("小区物业今天又没人接电话")
    offered = labels(citizen.last)
    assert offered[:2] == [f"↩️ 回答 {lift}", "🆕 作为新的事提交"]
    assert [label[:16] for label in offered[2:4]] == [
        f"➕ 补充到 {number[:10]}" for number in (wages, canteen)
    ]
    await citizen.press(f"补充到 {wages}")
    assert (await events_of(city, wages))[-1] == ("added", "小区物业今天又没人接电话")
    home = await city.file(citizen, "小区大门的锁坏了，物业不管")
    await citizen.say("小区楼道的灯也坏了")
    await citizen.press("补充到别的件")
    assert len(labels(citizen.last)) == 4 + 1
    await citizen.press("返回")
    await citizen.press("补充到别的件")
    await citizen.press(f"补充到 {home}")
    assert (await events_of(city, home))[-1] == ("added", "小区楼道的灯也坏了")
    # the answer comes in several short messages, by the number or just so; then something new is a draft again
    await citizen.say(f"{lift} 二单元")
    await citizen.say("1203室")
    await citizen.photo()
    assert (await events_of(city, lift))[-3:] == [
        ("supplied", f"{lift} 二单元"),
        ("added", "1203室"),
        ("added", "附件：照片 1 张"),
    ]
    assert labels(citizen.last)[0] == APART
    await citizen.say("另外，楼下的路灯也不亮")
    assert labels(citizen.last)[0] == "✅ 提交"
    await citizen.press("取消")
    # that it takes too long is about what is open
    await citizen.say("你们到底管不管？都半个月了")
    assert labels(citizen.last)[0].startswith("➕ 补充到 26")
    await citizen.press("取消")
    await citizen.say("另外，楼下的路灯也不亮")
    # a question comes while they write: a short word answers it, the draft stays
    await ask(clerk, lift, "什么时候在家？")
    await citizen.say("怎么还不来，到底管不管")
    assert (await events_of(city, lift))[-1] == ("added", "怎么还不来，到底管不管"), (
        "anger is heard, and no answer"
    )
    assert "“什么时候在家？”" in citizen.last["text"]
    await citizen.say("下午三点以后")
    assert (await events_of(city, lift))[-1] == ("supplied", "下午三点以后")
    await citizen.say("已经一个星期了")
    assert "另外，楼下的路灯也不亮\n已经一个星期了" in citizen.last["text"]
    told.check("several-cases.zh-Hans")


async def test_what_is_taken_for_an_answer_later(city: City) -> None:
    """A question waits, and something else was read since: what says that it is new, or is about something else, is."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, "三号楼的电梯坏了没人修")
    await clerk.press("签收", on=card_of(clerk, number))
    await ask(clerk, number, "请问是哪个小区几单元？")
    for words, answers in (
        ("幸福小区二单元", True),
        ("电梯就在幸福小区三号楼的二单元里，一进门右手边那部", True),
        ("学校食堂的饭菜馊了，孩子吃了肚子疼，老师说不归他们管", False),
        ("你好，我想反映一下路灯的事", False),
        ("另外，楼下的路灯也不亮", False),
    ):
        await citizen.say("/mycases")
        await citizen.say(words)
        offered, answer = labels(citizen.last), f"↩️ 回答 {number}"
        assert offered[0] == (answer if answers else "✅ 提交"), words
        other = "🆕 作为新的事提交" if answers else answer
        assert any(label.startswith(other) for label in offered[1:]), "one tap the other way"
        await citizen.press("取消")
