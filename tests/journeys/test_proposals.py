"""What needs a word from above: more time, deferrals, answers that a lead reads first, checks on the spot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.config import example_path, load_settings
from bot.core.case import Status
from bot.core.deadlines import Kind
from classifier.predict import Classifier
from tests.city import City, Player
from tests.journeys.acts import (
    LIFT,
    answer,
    card_of,
    case_of,
    clocks_of,
    due,
    events_of,
    forged,
    labels,
    until,
)
from tests.journeys.transcript import Transcript
from tests.soundness import Expected, sound_city


@asynccontextmanager
async def wanting(tmp_path: Path, classifier: Classifier, **wants: bool) -> AsyncIterator[City]:
    """A city whose housing bureau wants approval, or a check on the spot."""
    departments = tuple(
        d.model_copy(update=wants) if d.id == "zhujian" else d
        for d in load_settings(example_path()).departments
    )
    async with sound_city(tmp_path, classifier, Expected(), departments=departments) as city:
        yield city


async def in_work(city: City, clerk: Player, citizen: Player) -> str:
    number = await city.file(citizen, LIFT)
    await clerk.press("签收", on=card_of(clerk, number))
    return number


# --- 延期


async def test_more_time_is_asked_for_and_given(city: City) -> None:
    """The supervisor reads what the citizen will; then the date moves, and the citizen hears why."""
    clerk = await city.clerk("zhujian", "李明")
    boss = await city.supervisor("王督办")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, boss, 住建局群=clerk.chat)
    number = await in_work(city, clerk, citizen)
    await clerk.press("更多", on=card_of(clerk, number))
    await clerk.press("申请延期", on=clerk.last)
    assert labels(clerk.last) == ["3 个工作日", "5 个工作日", "10 个工作日"]
    await clerk.press("5 个工作日", on=clerk.last)
    await clerk.say("配件要从外地调来，12月3日到货", reply_to=clerk.last)
    assert "已报审批" in clerk.last["text"]
    assert "⏳ 等督办员审批：延期 5 个工作日（李明）：配件要从外地调来" in card_of(clerk, number)["text"]
    asked = boss.last
    assert "现在的期限：12月1日（星期二）17:00；同意后：12月8日（星期二）17:00" in asked["text"]
    heard = len(citizen.heard)
    # one thing at a time
    await clerk.say(f"/extend {number} 3 再等等")
    assert "已有一项在等审批：延期 5 个工作日（李明）" in clerk.last["text"]
    await clerk.say(f"/defer {number} 2027-03-01 明年修")
    assert "已有一项在等审批" in clerk.last["text"]
    assert len(citizen.heard) == heard
    # a no needs words
    await boss.press("不同意", on=asked)
    await boss.say("先说清哪天能修好", reply_to=boss.last)
    assert "王督办不同意。\n意见：先说清哪天能修好" in clerk.last["text"]
    assert "王督办没有同意" in boss.find("延期 5 个工作日：")["text"]
    assert labels(boss.find("延期 5 个工作日：")) == []
    assert len(citizen.heard) == heard, "what was only asked for is no news"
    # once more, by command; the old buttons are dead
    await clerk.say(f"/extend {number} 5天 配件12月3日到，4日修好")
    data = boss.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    old = asked["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert "过时" in await forged(boss, old)
    shown = boss.last["text"].split("市民将看到：\n", 1)[1]
    assert await boss.press("同意", on=boss.last) == "已同意"
    assert citizen.last["text"] == shown
    assert "改为 12月8日（星期二）17:00 前" in citizen.last["text"]
    assert "同意延期 5 个工作日（王督办），12月8日（星期二）17:00 前办结" in clerk.last["text"]
    assert await due(city, number) == "12-08 17:00"
    assert (await case_of(city, number)).proposal is None
    assert Kind.DECIDE not in await clocks_of(city, number)
    assert "过时" in await forged(boss, data), "pressed a second time"
    assert [k for k, _ in await events_of(city, number)].count("extended") == 1
    # the rest that is left
    await clerk.say(f"/extend {number} 6 还要等")
    assert "还可以延 5 个" in clerk.last["text"]
    await clerk.say(f"/extend {number}")
    assert labels(clerk.last) == ["3 个工作日", "5 个工作日"]
    told.check("extended.zh-Hans")


async def test_when_and_by_whom_more_time_is_asked(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    other = await city.clerk("jiaoyu", "周强")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    citizen = await city.citizen("Ann", "en")
    await citizen.say("The lift in our building has been out of order for two weeks.")
    await citizen.press("Housing")
    await citizen.press("Submit")
    number = "261120-0001"
    await clerk.say(f"/extend {number} 5 等配件")
    assert "签收以后才能申请审批" in clerk.last["text"], "nobody has it yet"
    await clerk.press("签收", on=card_of(clerk, number))
    for bad in ("五天吧", "5", "5天"):
        await clerk.say(f"/extend {number} {bad}")
        assert "请这样写：/extend" in clerk.last["text"]
    for days in (0, 11, 999):
        await clerk.say(f"/extend {number} {days} 等配件")
        assert "还可以延 10 个" in clerk.last["text"]
    case = await case_of(city, number)
    assert "没有这一步的权限" in await forged(other, f"c:extend:{case.id}:5")
    await clerk.say(f"/extend {number} 5 Waiting for a part.")
    pid = (await case_of(city, number)).proposal
    assert pid is not None
    # no supervisor is there: the admin and the triage desk's group are asked, and only an admin may decide
    agree = f"c:agree:{case.id}:{pid['id']}:supervisor"
    for player in (clerk, other, desk):
        assert "没有这一步的权限" in await forged(player, agree)
    assert "for staff" in await forged(citizen, agree)
    assert "没有这一步的权限" in await forged(desk, f"c:agree:{case.id}:{pid['id']}:mayor")
    for data in (
        f"c:agree:{case.id}:{pid['id']}",
        f"c:agree:{case.id}",
        f"c:refuse:{case.id}:1:supervisor:x:y",
    ):
        assert "过时" in await forged(desk, data)
    assert (await case_of(city, number)).proposal == pid
    # the office thinks better of it
    assert await clerk.press("撤回申请", on=card_of(clerk, number)) == "好了"
    assert "已由李明撤回" in clerk.last["text"]
    assert "李明已撤回申请" in desk.last["text"]
    assert "过时" in await forged(clerk, f"c:take_back:{case.id}")
    admin = await city.admin()
    await clerk.say(f"/extend {number} 5 Waiting for a part.")
    assert await admin.press("同意", on=admin.find("报批延期")) == "已同意"
    assert "is now due by Tue 8 Dec 17:00" in citizen.last["text"]
    # once it is late, an answer is owed, no extension
    await until(city, "12-08 17:00")
    await clerk.say(f"/extend {number} 3 还差一点")
    assert "12-08 17:00 已经到期" in clerk.last["text"]


async def test_the_question_waits_too_long(city: City) -> None:
    """Whoever has to decide is reminded, not the handler who waits for it."""
    clerk = await city.clerk("zhujian", "李明")
    boss = await city.supervisor("王督办")
    citizen = await city.citizen()
    number = await in_work(city, clerk, citizen)
    await clerk.say(f"/extend {number} 5 等配件")
    heard = len(clerk.heard)
    await until(city, "11-23 16:30")
    assert "审批快到期了，11-23 17:00 前" in boss.last["text"]
    assert len(clerk.heard) == heard
    await boss.press("同意")
    await until(city, "11-24 10:00")
    assert "审批" not in card_of(clerk, number)["text"]


# --- 挂账


async def test_put_off_with_a_plan_and_a_day(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss = await city.supervisor("王督办")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, boss, 住建局群=clerk.chat)
    number = await in_work(city, clerk, citizen)
    for bad, why in (
        ("等有钱了再修", "没有看到日期"),
        ("2026-11-20 今天修", "今天以后"),
        ("2025-03-01 去年修", "今天以后"),
        ("2027-11-22 明年修", "最远 365 天"),
        ("2027-03-01", "打算"),
    ):
        await clerk.say(f"/defer {number} {bad}")
        assert why in clerk.last["text"], bad
    await clerk.press("更多", on=card_of(clerk, number))
    await clerk.press("申请挂账", on=clerk.last)
    await clerk.say("整机已过使用年限，维修资金12月10日前批下来，批下来就换", reply_to=clerk.last)
    assert "挂账到 2026年12月10日" in boss.last["text"]
    shown = boss.last["text"].split("市民将看到：\n", 1)[1]
    await boss.press("同意", on=boss.last)
    assert citizen.last["text"] == shown
    assert "到 2026年12月10日，我会请他们接着办" in citizen.last["text"]
    assert (await case_of(city, number)).status is Status.DEFERRED
    assert "恢复办理" in labels(card_of(clerk, number))
    assert Kind.RESOLVE not in await clocks_of(city, number)
    told.note("到了那一天")
    await until(city, "12-10 08:59")
    assert (await case_of(city, number)).status is Status.DEFERRED
    await until(city, "12-10 09:00")
    assert (await case_of(city, number)).status is Status.IN_PROGRESS
    assert (
        "挂账到期，恢复办理，12月21日（星期一）17:00 前办结。李明，请接着办" in clerk.find("挂账到期")["text"]
    )
    assert "现在由望江市住房和城乡建设局接着办，最迟 12月21日（星期一）17:00 前答复您" in citizen.last["text"]
    # a second time, taken up early by hand; a third time is one too many
    await clerk.say(f"/defer {number} 2027年3月1日 开春后换主机")
    await boss.press("同意", on=boss.last)
    assert "开春后换主机" in citizen.last["text"]
    assert "2027年3月1日 开春" not in citizen.last["text"], "the date in front is no part of the plan"
    assert await clerk.press("恢复办理", on=card_of(clerk, number)) == "已恢复办理"
    assert "李明恢复办理" in clerk.last["text"]
    await clerk.say(f"/defer {number} 2027-06-01 再等等看")
    assert "最多挂账 2 次" in clerk.last["text"]
    assert "不能恢复办理" in await forged(clerk, f"c:recall:{(await case_of(city, number)).id}")
    told.check("deferred.zh-Hans")


async def test_a_supervisors_own_word_is_enough(city: City) -> None:
    """Who may decide need not ask; a day that passed before anybody agreed is no plan any more."""
    admin = await city.admin()
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await in_work(city, clerk, citizen)
    await admin.say(f"/extend {number} 3 配件要调")
    assert "配件要调" not in citizen.last["text"], "looked at first"
    await admin.press("发给市民")
    assert await due(city, number) == "12-04 17:00"
    assert "配件要调" in citizen.last["text"]
    await clerk.say(f"/defer {number} 2026-11-24 周二换好")
    await until(city, "11-24 10:00")
    assert "日期要在今天以后" in (await admin.press("同意", on=admin.find("报批挂账")) or "")
    assert (await case_of(city, number)).status is Status.IN_PROGRESS
    await admin.press("不同意", on=admin.find("报批挂账"))
    await admin.say("已经过了", reply_to=admin.last)
    assert (await case_of(city, number)).proposal is None


async def test_a_deferred_case_is_sent_elsewhere(city: City) -> None:
    """The other office has an answer to give in time; the old day means nothing to it."""
    admin = await city.admin()
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await in_work(city, clerk, citizen)
    await admin.say(f"/defer {number} 2026-12-10 款到了就换")
    await admin.press("发给市民")
    assert set(await clocks_of(city, number)) == {Kind.DEFERRAL}
    await admin.say(f"/transfer {number} 教育局")
    assert set(await clocks_of(city, number)) == {Kind.ACKNOWLEDGE, Kind.RESOLVE}
    await until(city, "12-10 09:00")
    assert (await case_of(city, number)).status is Status.DISPATCHED


# --- 审核


async def test_the_lead_reads_it_first(tmp_path: Path, classifier: Classifier) -> None:
    async with wanting(tmp_path, classifier, approval=True) as city:
        clerk = await city.clerk("zhujian", "李明")
        lead = await city.clerk("zhujian", "孙科长", "lead")
        told = Transcript(city)
        citizen = await city.citizen("陈女士")
        private = await city.private(lead)
        told.name(citizen, clerk, private, 住建局群=clerk.chat)
        number = await in_work(city, clerk, citizen)
        heard = len(citizen.heard)
        await clerk.say(f"/reply {number} 物业11月23日换好曳引机。")
        assert await clerk.press("发给市民") == "已送审"
        assert "已送审" in clerk.find("已送审")["text"]
        assert len(citizen.heard) == heard
        assert labels(private.last)[:2] == ["同意发出", "退回修改"]
        shown = private.last["text"].split("市民将看到：\n", 1)[1]
        in_group = lead.find("报批答复")
        assert "没有这一步的权限" in (await clerk.press("同意发出", on=in_group) or ""), "not their own"
        # back for changes: the draft isn't lost
        await private.press("退回修改")
        await private.say("写上联系电话", reply_to=private.last)
        assert "意见：写上联系电话" in clerk.last["text"]
        assert "物业11月23日换好曳引机。" in clerk.last["text"]
        assert len(citizen.heard) == heard
        await answer(clerk, number, "物业11月23日换好曳引机。", None)
        assert await private.press("同意发出") == "已同意"
        assert citizen.last["text"] == shown
        assert "孙科长已同意" in lead.find("答复：孙科长")["text"]
        assert "李明）：物业11月23日" in card_of(clerk, number)["text"], "the answer is the clerk's"
        # a question goes out at once
        await clerk.say(f"/ask {number} 请问几单元？")
        await clerk.press("发给市民")
        assert "请问几单元" in citizen.last["text"]
        # the lead's own needs nobody; nor does the clerk's claim get lost
        await citizen.say("三单元", reply_to=citizen.last)
        await answer(lead, number, "已经修好，请试一试。", "已解决")
        assert (await case_of(city, number)).status is Status.RESOLVED
        told.check("approved.zh-Hans")


async def test_pressed_twice_and_by_two(tmp_path: Path, classifier: Classifier) -> None:
    """Two leads at once: the citizen reads it once. A clerk who takes and answers in one go is asked about as well."""
    async with wanting(tmp_path, classifier, approval=True) as city:
        clerk = await city.clerk("zhujian", "李明")
        leads = [await city.clerk("zhujian", name, "lead") for name in ("孙科长", "钱科长")]
        citizen = await city.citizen()
        number = await city.file(citizen, LIFT)
        await answer(clerk, number, "已经修好了。", "已解决")
        case = await case_of(city, number)
        assert (case.status, case.handler_id) == (Status.IN_PROGRESS, clerk.user)
        await clerk.say(f"/reply {number} 另一个答复。")
        assert "已有一项在等审批：办结（已解决）（李明）" in (await clerk.press("发给市民") or "")
        question = clerk.find("报批办结（已解决）")
        data = question["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        for lead in (*leads, leads[0]):
            city.server.world.press(lead.user, lead.chat, question["message_id"], data)
        await city.settle()
        assert sum("已经修好了。" in text for text in citizen.heard) == 1
        assert [k for k, _ in await events_of(city, number)] == ["filed", "claimed", "proposed", "resolved"]


async def test_no_lead_is_there(tmp_path: Path, classifier: Classifier) -> None:
    async with wanting(tmp_path, classifier, approval=True) as city:
        clerk = await city.clerk("zhujian", "李明")
        boss = await city.supervisor("王督办")
        citizen = await city.citizen()
        number = await in_work(city, clerk, citizen)
        await answer(clerk, number, "物业后天换好。", None)
        assert "报批答复" in boss.last["text"]
        # the citizen takes it back meanwhile: the button is of yesterday
        await citizen.press("撤回")
        await citizen.press("确认撤回")
        assert "过时" in (await boss.press("同意发出") or "")
        assert not any("物业后天换好" in text for text in citizen.heard)


# --- 核查


async def test_somebody_looks_on_the_spot(tmp_path: Path, classifier: Classifier) -> None:
    """Only what is called solved; with the words and photos of the citizen, masked; then the lead."""
    async with wanting(tmp_path, classifier, check=True, approval=True) as city:
        clerk = await city.clerk("zhujian", "李明")
        lead = await city.clerk("zhujian", "孙科长", "lead")
        checker = await city.private(await city.clerk("zhujian", "马网格", "checker"))
        told = Transcript(city)
        citizen = await city.citizen("陈女士")
        told.name(citizen, checker, clerk, 住建局群=clerk.chat)
        await citizen.photo("我们楼的电梯坏了两个星期没人修，电话13812345678")
        await citizen.press("提交")
        number = "261120-0001"
        await clerk.press("签收", on=card_of(clerk, number))
        await answer(clerk, number, "电梯已修好。", "已解决")
        question = checker.find("是不是真的解决了")
        assert "13812345678" not in question["text"]
        assert "电梯坏了两个星期" in question["text"]
        assert any("photo" in m for m in checker.messages)
        assert labels(question) == ["核实已解决", "没有解决", "没有解决，写一句情况"]
        # not so
        await checker.press("没有解决，写一句情况", on=question)
        assert "请回复本条消息写一句您看到的情况" in checker.last["text"]
        await checker.say("三号楼还停着", reply_to=checker.last)
        assert "马网格现场核查，没有解决" in checker.find("办结（已解决）：")["text"]
        assert "马网格现场核查，没有解决。\n意见：三号楼还停着" in clerk.last["text"]
        await answer(clerk, number, "这回修好了。", "已解决")
        assert await checker.press("没有解决") == "已记下"
        assert "马网格现场核查，没有解决。" in clerk.last["text"]
        # so; then the lead, then the citizen
        await answer(clerk, number, "三号楼也修好了。", "已解决")
        heard = len(citizen.heard)
        case = await case_of(city, number)
        assert case.proposal is not None
        agree = f"c:agree:{case.id}:{case.proposal['id']}:check"
        assert "没有这一步的权限" in await forged(lead, agree), "the lead was not there"
        assert "没有这一步的权限" in await forged(clerk, agree)
        await checker.press("核实已解决")
        assert [k for k, _ in await events_of(city, number)][-1] == "agreed"
        assert len(citizen.heard) == heard
        assert "等负责人审核" in card_of(clerk, number)["text"]
        await lead.press("同意发出")
        assert "三号楼也修好了。" in citizen.last["text"]
        assert (await case_of(city, number)).status is Status.RESOLVED
        # a checker sees no more than what they are asked
        await checker.say(f"/case {number}")
        assert "没有找到这个编号" in checker.last["text"]
        told.check("checked.zh-Hans")


async def test_nobody_looks_on_the_spot(tmp_path: Path, classifier: Classifier) -> None:
    """Without a checker the lead makes sure; what is only explained needs no check."""
    async with wanting(tmp_path, classifier, check=True) as city:
        clerk = await city.clerk("zhujian", "李明")
        lead = await city.clerk("zhujian", "孙科长", "lead")
        citizen = await city.citizen()
        number = await in_work(city, clerk, citizen)
        await answer(clerk, number, "正在修。", None)
        assert "正在修。" in citizen.last["text"]
        await answer(clerk, number, "修好了。", "已解决")
        assert "没有核查员" in lead.find("报批办结（已解决）")["text"]
        # news goes out meanwhile, and the clerk reads that it did
        await answer(clerk, number, "配件还在路上。", None)
        assert "配件还在路上。" in citizen.last["text"]
        assert clerk.last["text"] == f"{number}：已发给市民。"
        await lead.press("退回修改", on=lead.find("报批办结（已解决）"))
        await lead.say("我去看了，还没好", reply_to=lead.last)
        # who leads the office does not confirm their own word
        second = await city.clerk("zhujian", "钱科长", "lead")
        await answer(lead, number, "这回修好了。", "已解决")
        question = lead.find("报批办结（已解决）")
        assert "没有这一步的权限" in (await lead.press("同意发出", on=question) or "")
        await second.press("退回修改", on=question)
        await second.say("还差一部", reply_to=second.last)
        await answer(clerk, number, "按规定由业主大会决定。", "解释到位")
        assert (await case_of(city, number)).status is Status.RESOLVED
