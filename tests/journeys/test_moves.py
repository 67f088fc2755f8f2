"""Sent back, not taken up, shared with other offices, handed to a colleague; an office that leaves the settings."""

from pathlib import Path

from bot.core.case import Status
from bot.core.deadlines import Kind
from bot.core.workflow import Action
from bot.sandbox.server import SandboxServer
from bot.service import acting, handling
from bot.store import people
from bot.store.db import Tx
from classifier.predict import Classifier
from tests.city import City, Player, running_city
from tests.factories import TOKEN, HandClock
from tests.journeys.acts import LIFT, card_of, case_of, clocks_of, due, events_of, forged, labels, until
from tests.journeys.transcript import Transcript
from tests.soundness import Expected, check_sound


async def give_back(clerk: Player, number: str, reason: str = "不属本部门职责") -> None:
    await clerk.press("更多", on=card_of(clerk, number))
    await clerk.press("退回", on=clerk.last)
    await clerk.press(reason, on=clerk.last)
    await clerk.press("确认退回", on=clerk.last)


async def act(city: City, player: Player, number: str, action: Action, data: dict[str, object]) -> None:
    """A move that has no verb of its own here."""
    case = await case_of(city, number)

    async def work(tx: Tx) -> None:
        person = await people.get(tx.conn, player.user)
        assert person is not None
        now = await acting.load(tx, case.id)
        await acting.act(
            tx, city.service.desk, now, handling.actor_of(person, city.service.desk, now), (action, data)
        )

    await city.service.db.write(work)
    await city.settle()


# --- 退回


async def test_sent_back_twice(city: City) -> None:
    """A reason from the list; the citizen hears who has it; the second time it is locked and the dispatcher decides."""
    clerk = await city.clerk("zhujian", "李明")
    streets = await city.clerk("chengguan", "何军")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, streets, desk, 住建局群=clerk.chat, 城管局群=streets.chat, 综合受理群=desk.chat)
    number = await city.file(citizen, LIFT)
    first_due = await due(city, number)
    await clerk.press("更多", on=card_of(clerk, number))
    await clerk.press("退回", on=clerk.last)
    reasons = clerk.last
    assert len(labels(reasons)) == 5
    await clerk.press("不属本辖区", on=reasons)
    # looked at again, and another reason
    assert labels(clerk.find("原因：不属本辖区")) == ["确认退回", "写一句说明再退回", "返回"]
    await clerk.press("返回")
    await clerk.press("不属本部门职责")
    await clerk.press("写一句说明再退回")
    await clerk.say("电梯在菜市场里，归城管", reply_to=clerk.last)
    case = await case_of(city, number)
    assert (case.status, case.bounces, case.locked) == (Status.TRIAGE, 1, False)
    assert "现在在综合受理" in citizen.last["text"]
    assert "不属" not in citizen.last["text"]
    card = card_of(desk, number)["text"]
    assert "↩️ 住建退回" in card
    assert "李明）：不属本部门职责；电梯在菜市场里，归城管" in card
    assert "🔒" not in card
    assert Kind.TRIAGE in await clocks_of(city, number)
    assert await due(city, number) == first_due, "the answer is due when it was"
    assert "已转给望江市民声综合受理中心" in clerk.find(f"{number} 已转给")["text"]
    # the next office passes it on as well: it goes to the dispatcher, who sees where it was to go
    await desk.press("其他部门", on=card_of(desk, number))
    await desk.press("城管", on=desk.last)
    await streets.press("签收", on=card_of(streets, number))
    await streets.press("转办", on=card_of(streets, number))
    assert await streets.press("住建", on=streets.last) == "已转出"
    case = await case_of(city, number)
    assert (case.status, case.bounces, case.locked) == (Status.TRIAGE, 2, True)
    assert "第二次退回或转走" in streets.last["text"]
    card = card_of(desk, number)["text"]
    assert "🔒 部门已退回或转走两次" in card
    assert "原部门想转给：望江市住房和城乡建设局" in card
    assert labels(card_of(desk, number))[0] == "住建"
    assert await due(city, number, Kind.TRIAGE) == "11-23 17:00", "one working day"
    await desk.press("住建", on=card_of(desk, number))
    assert "不能再退、再转" in card_of(clerk, number)["text"]
    # from here on no office passes it on
    await clerk.say(f"/return {number}")
    await clerk.press("不属本部门职责")
    assert "退回或转走两次" in (await clerk.press("确认退回") or "")
    await clerk.press("转办", on=card_of(clerk, number))
    assert "退回或转走两次" in (await clerk.press("教育", on=clerk.last) or "")
    assert (await case_of(city, number)).department == "zhujian"
    assert sum("现在在综合受理" in text for text in citizen.heard) == 1
    told.check("sent-back.zh-Hans")


async def test_words_with_the_command_go_along(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    citizen = await city.citizen("Ann", "en")
    await citizen.say("The lift in our building has been out of order for two weeks.")
    await citizen.press("Housing")
    await citizen.press("Submit")
    number = "261120-0001"
    await clerk.say(f"/return {number} 不归我们管")
    assert "附上的说明：不归我们管" in clerk.last["text"]
    await clerk.press("不属本辖区")
    assert labels(clerk.last) == ["确认退回", "返回"]
    sure = clerk.last
    data = [b["callback_data"] for row in sure["reply_markup"]["inline_keyboard"] for b in row]
    world = city.server.world
    for _ in range(2):  # pressed twice before the first was seen
        world.press(clerk.user, clerk.chat, sure["message_id"], data[0])
    await city.settle()
    assert [kind for kind, _ in await events_of(city, number)] == ["filed", "returned"]
    assert "不属本辖区；不归我们管" in card_of(desk, number)["text"]
    assert "is with the General Desk now" in citizen.last["text"]


async def test_when_and_by_whom_a_case_is_sent_back(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    other = await city.clerk("jiaoyu", "周强")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    case = await case_of(city, number)
    # forged reasons, other people's cases, another moment's button
    for data in (f"c:return:{case.id}:because", f"c:return_now:{case.id}:unclear:99",
                 f"c:return_now:{case.id}:unclear", f"c:return_words:{case.id}:x:1"):  # fmt: skip
        assert "过时" in await forged(clerk, data)
    assert "没有这一步的权限" in await forged(other, f"c:return_now:{case.id}:unclear:0")
    assert "给工作人员用的" in await forged(citizen, f"c:return_now:{case.id}:unclear:0")
    # two working days after it came, the office deals with it
    await until(city, "11-24 17:00")
    await clerk.say(f"/return {number}")
    assert "退回要在 11-24 17:00 前" in clerk.last["text"]
    assert "过了" in await forged(clerk, f"c:return_now:{case.id}:unclear:0")
    await clerk.say(f"/transfer {number} 教育局")
    assert (await case_of(city, number)).department == "jiaoyu"
    # where it came to just now, the time begins anew; a question to the citizen has to be answered first
    await other.press("签收", on=card_of(other, number))
    await other.say(f"/ask {number} 请问是哪所学校？")
    await other.press("发给市民")
    await other.say(f"/return {number}")
    assert "不能退回" in other.last["text"]


async def test_a_button_of_an_earlier_stay(city: City) -> None:
    """What the citizen adds meanwhile doesn't matter; that the case was elsewhere in between does."""
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.say(f"/return {number}")
    await clerk.press("不属本辖区", on=clerk.last)
    old = clerk.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await citizen.press("补充")
    await citizen.say("在三号楼")
    assert await clerk.press("确认退回") == "已退回"
    await desk.press("住建", on=card_of(desk, number))
    assert "过时" in await forged(clerk, old)
    assert (await case_of(city, number)).bounces == 1


# --- 不予受理


async def test_the_desk_names_another_door(city: City) -> None:
    """The route, the words, exactly what the citizen sees; then it is over, politely."""
    desk = await city.clerk("triage", "赵静", "dispatcher")
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, desk, clerk, 综合受理群=desk.chat, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    # a clerk does not decide that
    await clerk.say(f"/decline {number}")
    assert "没有这一步的权限" in clerk.last["text"]
    await desk.say(f"/decline {number}")
    assert "诉讼" in labels(desk.last)
    await desk.press("诉讼", on=desk.last)
    await desk.say("您和开发商的合同纠纷，要由法院判断，我们没有权力裁决。", reply_to=desk.last)
    preview = desk.last
    assert "市民将看到的就是下面这样" in preview["text"]
    await desk.press("发给市民", on=preview)
    assert citizen.last["text"] in preview["text"]
    for words in ("诉讼", "人民法院", "0000-8880100", "综合受理中心回复您"):
        assert words in citizen.last["text"]
    assert (await case_of(city, number)).status is Status.DECLINED
    assert labels(citizen.last) == ["查看进度"]
    assert "不予受理" in card_of(clerk, number)["text"]
    assert not await clocks_of(city, number)
    # what comes after is a new request, not lost
    await citizen.say("那物业费的事呢，电梯也一直没有修好", reply_to=citizen.last)
    assert "提交" in "".join(labels(citizen.last))
    await desk.say(f"/decline {number}")
    assert "已经是“不予受理”了" in desk.last["text"]
    await citizen.say(f"/case {number}")
    assert "不在这里办" in citizen.last["text"]
    told.check("declined.zh-Hans")


async def test_a_decline_thought_better_of(city: City) -> None:
    desk = await city.clerk("triage", "赵静", "dispatcher")
    citizen = await city.citizen("Ann", "en")
    await citizen.say("The lift in our building has been out of order for two weeks.")
    await citizen.press("Housing")
    await citizen.press("Submit")
    number = "261120-0001"
    case = await case_of(city, number)
    assert "过时" in await forged(desk, f"c:decline:{case.id}:oracle")
    await desk.say(f"/decline {number}")
    await desk.press("信访", on=desk.last)
    await desk.say("Please ask the petitions office.", reply_to=desk.last)
    assert "The place for this matter is: Petition." in desk.last["text"], "in the citizen's language"
    heard = list(citizen.heard)
    send = desk.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    other = await city.clerk("triage", "钱进", "dispatcher")
    assert "过时" in await forged(other, send), "another's preview"
    assert "过时" in await forged(desk, f"c:decline_send:{case.id}:00000000")
    assert await desk.press("取消", on=desk.last) == "已取消"
    assert "过时" in await forged(desk, send), "thrown away"
    assert citizen.heard == heard
    assert (await case_of(city, number)).status is Status.DISPATCHED


# --- 协办


async def test_another_office_contributes(city: City) -> None:
    """Its group gets the card to read; it speaks to the office in charge, never to the citizen."""
    clerk = await city.clerk("zhujian", "李明")
    streets = await city.clerk("chengguan", "何军")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, streets, 住建局群=clerk.chat, 城管局群=streets.chat)
    number = await city.file(citizen, LIFT)
    await clerk.press("更多", on=card_of(clerk, number))
    await clerk.press("请部门协办", on=clerk.last)
    offices = clerk.last
    assert not {"住建", "综合受理"} & set(labels(offices))
    assert await clerk.press("城管", on=offices) == "好了"
    assert "✓ 城管" in labels(clerk.find("请哪些部门协办"))
    assert "协办：城管" in card_of(clerk, number)["text"]
    assert labels(card_of(streets, number)) == ["写协办意见"]
    # its word
    heard = list(citizen.heard)
    await streets.press("写协办意见", on=card_of(streets, number))
    await streets.say("占道的材料我们今天清走", reply_to=streets.last)
    assert "城市管理局的协办意见（何军）：占道的材料我们今天清走" in clerk.last["text"]
    assert "协办意见" in card_of(clerk, number)["text"]
    assert "占道的材料" in card_of(streets, number)["text"]
    # never to the citizen
    await streets.say("您好，我们来答复", reply_to=card_of(streets, number))
    assert "主办" in streets.last["text"]
    case = await case_of(city, number)
    for data in (f"c:claim:{case.id}", f"c:to:{case.id}:chengguan:zhujian", f"c:support:{case.id}:jiaoyu"):
        assert "没有这一步的权限" in await forged(streets, data)
    for verb in ("reply", "ask"):
        assert "主办" in await forged(streets, f"c:{verb}:{case.id}")
    assert "没有这一步的权限" in await forged(clerk, f"c:opinion:{case.id}"), "they have the case"
    private = await city.private(streets)
    await private.say(f"/case {number}")
    assert labels(private.last) == ["写协办意见"]
    assert citizen.heard == heard
    # let go by the same list
    await clerk.say(f"/support {number} 城管")
    assert "不用再协办" in streets.find(f"{number}：")["text"]
    assert "协办：" not in card_of(clerk, number)["text"]
    assert "没有这一步的权限" in await forged(streets, f"c:opinion:{case.id}")
    await streets.say(f"/case {number}")
    assert "没有找到这个编号" in streets.last["text"]
    told.check("support.zh-Hans")


async def test_who_may_not_contribute(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    streets = await city.clerk("chengguan", "何军")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    case = await case_of(city, number)
    assert "过时" in await forged(clerk, f"c:support:{case.id}:nowhere")
    assert "过时" in await forged(clerk, f"c:support:{case.id}:triage")
    assert "不用再转" in await forged(clerk, f"c:support:{case.id}:zhujian")
    # complained about
    await act(city, desk, number, Action.ACCUSE, {"accused": ["jiaoyu"]})
    await clerk.say(f"/support {number} 教育局")
    assert "反映的就是望江市教育局" in clerk.last["text"]
    await clerk.say(f"/support {number}")
    assert "教育" not in labels(clerk.last)
    # confidential: the dispatcher decides
    await act(city, desk, number, Action.SEAL, {"confidential": True})
    assert "只有综合受理" in await forged(clerk, f"c:support:{case.id}:chengguan")
    await desk.say(f"/support {number} 城管")
    assert labels(card_of(streets, number)) == ["写协办意见"]
    # sent to the office that contributed: it leads now
    await desk.say(f"/transfer {number} 城管")
    assert (await case_of(city, number)).supporting == ()
    assert "签收" in labels(card_of(streets, number))


# --- 换人办理


async def test_handed_to_a_colleague(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    wang = await city.clerk("zhujian", "王芳")
    lead = await city.clerk("zhujian", "孙科长", "lead")
    stranger = await city.clerk("jiaoyu", "周强")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.press("签收", on=card_of(clerk, number))
    first = citizen.last["text"]
    await clerk.say(f"/handover {number}")
    assert "没有这一步的权限" in clerk.last["text"]
    await lead.press("更多", on=card_of(lead, number))
    await lead.press("换人办理", on=lead.last)
    chooser = lead.last
    assert labels(chooser) == ["王芳", "孙科长"]
    case = await case_of(city, number)
    for data in (f"c:handover:{case.id}:{stranger.user}", f"c:handover:{case.id}:x"):
        assert "过时" in await forged(lead, data)
    assert "本来就由李明办理" in await forged(lead, f"c:handover:{case.id}:{clerk.user}")
    await lead.press("王芳", on=chooser)
    assert (await case_of(city, number)).handler_id == wang.user
    assert "王芳（103）" in card_of(lead, number)["text"]
    assert "现在由王芳办理" in lead.last["text"]
    assert "换了一位工作人员" in citizen.last["text"]
    assert citizen.last["text"] != first
    assert "工号 103" in citizen.last["text"], "the colleague's number, not the lead's"
    assert "本来就由王芳办理" in (await forged(lead, f"c:handover:{case.id}:{wang.user}"))


# --- an office that is no more


async def test_an_office_leaves_the_settings(
    tmp_path: Path, classifier: Classifier, expected: Expected
) -> None:
    """Its open cases go to the triage desk at the next start, once; what names it elsewhere does no harm."""
    expected.faults = ("Conflict",)  # two desks in turn
    server = SandboxServer(token=TOKEN)
    await server.start()
    try:
        clock = HandClock()
        async with running_city(tmp_path, classifier, clock=clock, server=server) as city:
            clerk = await city.clerk("zhujian", "李明")
            schools = await city.clerk("jiaoyu", "周强")
            desk = await city.clerk("triage", "赵静", "dispatcher")
            citizen = await city.citizen()
            held = await city.file(citizen, "教育局的学校乱收费，老师体罚学生")
            await schools.press("签收", on=card_of(schools, held))
            shared = await city.file(await city.citizen("王先生"), LIFT)
            await clerk.say(f"/support {shared} 教育局")
            await act(city, desk, shared, Action.ACCUSE, {"accused": ["gongan"]})
            assert (await case_of(city, held)).department == "jiaoyu"
        everyone = city.service.settings.departments
        # Somebody else leads what they led, or the desk would keep them.
        rest = tuple(
            d.model_copy(update={"domains": (*d.domains, "教育", "社会治安")}) if d.id == "minzheng" else d
            for d in everyone
            if d.id not in ("jiaoyu", "gongan")
        )
        for _ in range(2):
            async with running_city(
                tmp_path, classifier, clock=clock, server=server, departments=rest
            ) as again:
                await again.settle()
                players = [Player(again, p.user, p.chat, p.name) for p in (clerk, desk, citizen)]
                clerk, desk, citizen = players
                case = await case_of(again, held)
                assert (case.status, case.department, case.handler_id) == (Status.TRIAGE, "triage", None)
                assert "望江市教育局已撤销" in card_of(desk, held)["text"]
                assert sum("交回综合受理重新派单" in text for text in citizen.heard) == 1
                assert [k for k, _ in await events_of(again, held)].count("transferred") == 1
                # the other case goes on
                await clerk.say(f"/reply {shared} 物业已经去修了")
                await clerk.press("发给市民")
                assert "物业已经去修了" in card_of(clerk, shared)["text"]
                await check_sound(again, expected)
    finally:
        await server.stop()
