"""Who is complained about does not see the case: everything that a clerk of that office may try, and more."""

import re
from pathlib import Path

import pytest

from bot.core.case import Case, Status
from bot.service.saying import say
from bot.store import cases
from bot.store.db import Tx
from bot.views.content import Content
from classifier.predict import Classifier
from tests.city import City, Player
from tests.journeys.acts import answer, card_of, case_of, events_of, forged, labels
from tests.journeys.test_proposals import wanting
from tests.journeys.test_urgent import alarm_of, on_duty
from tests.journeys.transcript import Transcript

BRIBE = "学校入学的事：教育局工作人员收了我五千块钱才肯办。"
SECRET = ("五千块", "收了我", "入学的事")
ROOT = Path(__file__).parents[2]


def all_of(player: Player) -> str:
    """Everything that can be read in a chat, buttons too."""
    return "\n".join(
        f"{m.get('text', '')} {m.get('caption', '')} {labels(m)}"
        for m in player.messages
        if m["from"]["id"] == player.city.bot
    )


def knows(player: Player, number: str, before: int = 0) -> list[str]:
    """What the bot has said here, after its first `before` messages, that names the case or quotes it."""
    return [text for text in player.heard[before:] if number in text or any(w in text for w in SECRET)]


async def dispatcher(city: City) -> Player:
    """Somebody at the triage desk who may also look at what the offices have."""
    desk = await city.clerk("triage", "赵静")
    await city.staff("赵静", "dispatcher")
    return desk


async def bind(city: City, department: str, chat: int) -> None:
    admin = await city.admin()
    player = Player(city, admin.user, chat, "管理员")
    await player.say(f"/bind {department}")


async def at_the_accused(city: City) -> tuple[Player, Player, Player, str]:
    """A case that the schools' office has in work; then a dispatcher confirms that it is about them."""
    schools = await city.clerk("jiaoyu", "周强")
    desk = await dispatcher(city)
    citizen = await city.citizen()
    number = await city.file(citizen, "学校收了我五千块钱，不给收据")
    await schools.say(f"/claim {number}")
    return schools, desk, citizen, number


async def test_from_the_letter_to_the_other_office(city: City) -> None:
    """The whole story as people read it."""
    desk = await dispatcher(city)
    schools = await city.clerk("jiaoyu", "周强")
    houses = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen()
    told.name(
        citizen, desk, schools, houses, 综合受理群=desk.chat, 教育局群=schools.chat, 住建局群=houses.chat
    )
    await citizen.say(BRIBE)
    assert "不直接转给他们" in citizen.last["text"]
    await citizen.press("提交")
    number = (await only(city)).number
    card = card_of(desk, number)
    assert "像是在反映望江市教育局的问题（疑似被反映对象）" in card["text"]
    assert not any("教育" in label for label in labels(card)), "the suspect is no suggestion"
    assert knows(schools, number) == []
    assert await desk.press("确认", on=card) == "已确认，该部门看不到这一件了"
    assert "回避" in card_of(desk, number)["text"]
    assert (await case_of(city, number)).accused == ("jiaoyu",)
    assert "不能交给他们" in await forged(desk, f"c:to:{(await only(city)).id}:jiaoyu:triage")
    await desk.press("其他部门…", on=card_of(desk, number))
    assert "教育" not in labels(desk.find("转给哪个部门"))
    await desk.say(f"/transfer {number} 住建局")
    assert "被反映对象：望江市教育局" in card_of(houses, number)["text"]
    await houses.say(f"/transfer {number} 教育局")
    assert "不能交给他们" in houses.last["text"]
    await houses.say(f"/claim {number}")
    await houses.say(f"/reply {number} 已请纪检部门核查，6月3日前答复您。")
    await houses.press("发给市民")
    assert knows(schools, number) == []
    told.check("fairness.zh-Hans")


async def only(city: City) -> Case:
    async with city.service.db.read() as conn:
        (number,) = await cases.numbers(conn)
        case = await cases.by_number(conn, number)
    assert case is not None
    return case


@pytest.mark.parametrize(("press", "accused"), [("不是", ()), ("改…", ("chengguan",))])
async def test_the_dispatcher_denies_or_names_another(
    city: City, press: str, accused: tuple[str, ...]
) -> None:
    desk = await dispatcher(city)
    number = await city.file(await city.citizen(), BRIBE)
    await desk.press(press, on=card_of(desk, number))
    if accused:
        await desk.press("城管", on=desk.last)
        assert any("✓" in label for label in labels(desk.last))
    assert (await case_of(city, number)).accused == accused
    assert "疑似" not in card_of(desk, number)["text"]


async def test_the_case_leaves_the_accused_in_the_same_breath(city: City) -> None:
    schools, desk, citizen, number = await at_the_accused(city)
    private = await city.private(schools)
    await private.say(f"/case {number}")
    await citizen.press("补充", on=citizen.find("收到了"))
    await citizen.photo("收了我五千块钱的收条")
    for chat in (schools, private):
        for command in ("/queue", "/my", "/find 五千块"):
            await chat.say(command)
            assert number in f"{chat.last['text']}{labels(chat.last)}", command
        assert knows(chat, number)
    await schools.press(number)  # the case in place of the list
    await desk.say(f"/accuse {number} 教育局")
    case = await case_of(city, number)
    assert (case.status, case.department, case.handler_id) == (Status.TRIAGE, "triage", None)
    for chat in (schools, private):
        assert knows(chat, number) == []
        assert number not in all_of(chat)
        assert "这条内容已收回。" in chat.heard
        await chat.press("再看一次")
        assert number not in all_of(chat)
        assert not any("photo" in m for m in chat.messages)
    assert number in card_of(desk, number)["text"]
    assert "重新派单" in citizen.last["text"]


@pytest.mark.parametrize(
    "words",
    ["/case {n}", "/claim {n}", "/reply {n} 您好", "/ask {n} 谁说的？", "/transfer {n} 住建局", "/transfer {n}",
     "/complex {n} 复杂", "/accuse {n} 无", "/queue", "/reveals {n}"],
)  # fmt: skip
@pytest.mark.parametrize("where", ["group", "private"])
async def test_no_command_of_theirs_reaches_it(city: City, words: str, where: str) -> None:
    schools, desk, citizen, number = await at_the_accused(city)
    chat = schools if where == "group" else await city.private(schools)
    await desk.say(f"/accuse {number} 教育局")
    before, told, record = len(chat.heard), len(citizen.heard), await events_of(city, number)
    await chat.say(words.format(n=number))
    assert knows(chat, number, before) == []
    assert len(citizen.heard) == told
    assert await events_of(city, number) == record


async def test_no_button_and_no_reply_of_theirs_reaches_it(city: City) -> None:
    schools, desk, citizen, number = await at_the_accused(city)
    case = await case_of(city, number)
    card = card_of(schools, number)
    await schools.press("更多…", on=card)
    await schools.say("我们马上办", reply_to=card)
    preview = next(m for m in reversed(schools.messages) if "发给市民" in "".join(labels(m)))
    old = [
        b["callback_data"]
        for m in (card, preview)
        for row in m["reply_markup"]["inline_keyboard"]
        for b in row
    ]
    verbs = [
        "claim",
        "reply",
        "ask",
        "offices",
        "reopen",
        "open",
        "full",
        "files",
        "more",
        "accuse",
        "seal",
        "unseal",
        "text",
        "reveal",
        "accuse:no",
    ]
    made_up = [f"c:{verb.split(':')[0]}:{case.id}" + verb[len(verb.split(":")[0]) :] for verb in verbs]
    made_up += [f"c:to:{case.id}:zhujian:jiaoyu", f"c:to:{case.id}:zhujian:triage", f"l:{case.id}:1"]
    await desk.say(f"/accuse {number} 教育局")
    record, told, before = await events_of(city, number), len(citizen.heard), len(schools.heard)
    private = await city.private(schools)
    for chat in (schools, private):
        for data in (*old, *made_up):
            toast = await forged(chat, data)
            assert toast, data
            assert number not in toast
            assert "综合受理" not in toast or "只有" in toast, (data, toast)
    await schools.say("我们没有收钱", reply_to=card)
    await schools.say("我们没有收钱", reply_to=schools.last)
    assert knows(schools, number, before) == []
    assert knows(private, number) == []
    assert len(citizen.heard) == told
    assert await events_of(city, number) == record


async def test_who_belongs_to_two_offices_sees_it_in_neither(city: City) -> None:
    """A clerk of the office that gets the case works for the accused one too: the group is not used for it."""
    both = await city.clerk("zhujian", "两头跑")
    await city.staff("两头跑", "clerk", "jiaoyu")
    honest = await city.clerk("zhujian", "李明")
    desk = await dispatcher(city)
    number = await city.file(await city.citizen(), BRIBE)
    await desk.press("确认", on=card_of(desk, number))
    await desk.say(f"/transfer {number} 住建局")
    assert knows(both, number) == []
    private = await city.private(honest)
    assert "需要回避的人" in card_of(private, number)["text"]
    await private.press("签收", on=card_of(private, number))
    assert (await case_of(city, number)).handler_id == honest.user
    assert knows(both, number) == []
    await both.say("/queue")
    assert knows(both, number) == []
    assert "办理中 1" not in all_of(both)


async def test_a_handler_of_two_offices_loses_it(city: City) -> None:
    both = await city.clerk("zhujian", "两头跑")
    await city.staff("两头跑", "lead", "jiaoyu")
    desk = await dispatcher(city)
    number = await city.file(await city.citizen(), "电梯坏了")
    await both.say(f"/claim {number}")
    await desk.say(f"/accuse {number} 教育局")
    case = await case_of(city, number)
    assert (case.status, case.handler_id) == (Status.TRIAGE, None)
    assert knows(both, number) == []


async def test_calls_and_questions_go_to_others(tmp_path: Path, classifier: Classifier) -> None:
    """Who was called, or asked to agree, belongs to the accused too: somebody else is, at once."""
    async with wanting(tmp_path, classifier, approval=True) as city:
        desk = await dispatcher(city)
        clerk = await city.clerk("zhujian", "李明")
        boss = await city.staff("督办", "supervisor", None)
        both = await on_duty(city, await city.clerk("zhujian", "两头跑"), "zhujian")
        lead = await city.private(await city.clerk("zhujian", "孙科长", "lead"))
        for player in (both, lead):
            await city.staff(player.name, "clerk", "jiaoyu")
        citizen = await city.citizen()
        called = await city.file(citizen, "电梯困住人了，救命")
        await both.press("收到")
        await desk.say(f"/accuse {called} 教育局")
        await city.sweep()
        assert knows(both, called) == []
        assert f"紧急：{called}，第 1 次呼叫" in boss.last["text"], "whoever had answered may not see to it"
        await city.pass_time(minutes=5)
        await desk.say(f"/accuse {called} none")
        before = await alarm_of(city, called)
        await desk.say(f"/accuse {called} 教育局")
        assert await alarm_of(city, called) == before, "those who are called may see it: no new alarm"
        await boss.press("收到")
        number = await city.file(await city.citizen("王先生"), "电梯坏了没人修")
        await clerk.say(f"/claim {number}")
        await answer(clerk, number, "配件12月1日到，12月2日修好。", None)
        assert "配件12月1日到" in lead.last["text"]
        await desk.say(f"/accuse {number} 教育局")
        assert knows(lead, number) == knows(clerk, number) == []
        await boss.press("同意发出", on=boss.find("报批答复"))
        assert "配件12月1日到" in (await city.citizen("王先生")).last["text"]


@pytest.mark.parametrize("role", ["dispatcher", "supervisor", "admin", "checker"])
async def test_no_other_role_opens_it(city: City, role: str) -> None:
    """A dispatcher, a supervisor, an admin who also belongs to the accused office; one who only checks for it."""
    desk = await dispatcher(city)
    boss = await city.staff("局里的人", role, "jiaoyu" if role == "checker" else None)
    if role != "checker":
        await city.staff("局里的人", "clerk", "jiaoyu")
    await city.supervisor("督办")
    number = await city.file(await city.citizen(), BRIBE)
    await desk.press("确认", on=card_of(desk, number)) if role != "dispatcher" else None
    if role == "dispatcher":
        # a dispatcher may not clear their own office either
        toast = await forged(boss, f"c:accuse:{(await only(city)).id}:no")
        assert "您所在的部门" in toast
        await desk.say(f"/accuse {number} 教育局")
    before = len(boss.heard)
    for words in (f"/case {number}", "/queue", "/status", f"/reveals {number}", f"/transfer {number} 住建局"):
        await boss.say(words)
    await forged(boss, f"c:open:{(await only(city)).id}")
    assert knows(boss, number, before) == []
    assert "综合受理：" not in "".join(boss.heard[before:]), "a count gives it away"


async def test_a_group_that_serves_the_accused_too(city: City) -> None:
    """One group is bound to the triage desk and to the accused office: the dispatchers get it in private."""
    desk = await dispatcher(city)
    alone = await city.staff("派单员", "dispatcher")
    number = await city.file(await city.citizen(), BRIBE)
    await desk.say(f"/accuse {number} 教育局")
    assert number in card_of(desk, number)["text"]
    await bind(city, "教育局", desk.chat)
    assert knows(desk, number) == []
    assert number in card_of(await city.private(desk), number)["text"]
    assert number in card_of(alone, number)["text"]
    before = len(desk.heard)
    await desk.say(f"/case {number}")
    await desk.say("/queue")
    await desk.say("内容呢", reply_to=desk.find("已收回"))
    assert knows(desk, number, before) == []


async def test_without_dispatchers_the_admins_have_it(city: City) -> None:
    admin = await city.admin()
    group = await city.group("triage")
    await bind(city, "教育局", group)
    watcher = await city.supervisor("督办")
    number = await city.file(await city.citizen(), BRIBE)
    await watcher.say(f"/accuse {number} 教育局")
    room = Player(city, admin.user, group, "管理员")
    assert knows(room, number) == []
    assert number in card_of(admin, number)["text"]
    assert number in card_of(watcher, number)["text"]


async def test_when_the_triage_desk_itself_is_meant(city: City) -> None:
    desk = await dispatcher(city)
    other = await city.staff("派单员", "dispatcher")
    watcher = await city.supervisor("督办")
    number = await city.file(await city.citizen(), "热线的人收钱，态度恶劣")
    assert "您所在的部门" in await desk.press("不是", on=card_of(desk, number))  # type: ignore[operator]
    await watcher.say(f"/accuse {number} 综合受理")
    assert knows(desk, number) == []
    before = len(other.heard)
    await other.say(f"/case {number}")
    assert knows(other, number, before) == []
    houses = await city.clerk("zhujian", "李明")
    await watcher.say(f"/transfer {number} 住建局")
    assert number in card_of(houses, number)["text"]
    await houses.say(f"/transfer {number} 综合受理")
    assert (await case_of(city, number)).status is Status.TRIAGE
    assert knows(desk, number) == []
    assert number in card_of(watcher, number)["text"]


async def test_nobody_left_to_see_it(city: City) -> None:
    """It can't be hidden from everybody: then somebody has to be invited first."""
    watcher = await city.supervisor("督办")
    await city.staff("督办", "clerk", "jiaoyu")
    number = await city.file(await city.citizen(), "路灯不亮")
    await watcher.say(f"/accuse {number} 教育局")
    assert "没有人能看到" in watcher.last["text"]
    assert (await case_of(city, number)).accused == ()


async def test_supergroups_and_being_put_out_change_nothing(city: City) -> None:
    world = city.server.world
    admin = await city.admin()
    clerk = await city.staff("周强", "clerk", "jiaoyu")
    desk = await dispatcher(city)
    old = world.add_group("教育局", [admin.user, clerk.user], type="group")["id"]
    await city.settle()
    await bind(city, "教育局", old)
    number = await city.file(await city.citizen(), "学校收了我五千块钱，不给收据")
    assert knows(Player(city, clerk.user, old, "周强"), number)
    await desk.say(f"/accuse {number} 教育局")
    schools = Player(city, clerk.user, world.migrate(old), "周强")
    await city.settle()
    assert "超级群" in schools.heard[0]
    world.members(schools.chat, "bot", admin.user, "remove")
    await city.settle()
    world.members(schools.chat, "bot", admin.user, "add")
    await city.settle()
    await bind(city, "教育局", schools.chat)
    assert knows(schools, number) == []
    assert "目前没有待办的案件" in schools.find("新的案件会自动发来")["text"]
    for words in ("/queue", f"/case {number}"):
        await schools.say(words)
        assert knows(schools, number) == []


async def test_below_the_accused_nobody_sees_it_and_above_they_do(city: City) -> None:
    county = await city.clerk("qinghe", "县里")
    township = await city.clerk("liulin", "镇里")
    desk = await dispatcher(city)
    number = await city.file(await city.citizen(), "路灯不亮")
    await desk.say(f"/accuse {number} 清河县")
    await desk.say(f"/transfer {number} 柳林镇政府")
    assert "不能交给他们" in desk.last["text"]
    await desk.say(f"/accuse {number} 柳林镇政府")
    await desk.say(f"/transfer {number} 清河县")
    assert number in card_of(county, number)["text"]
    assert knows(township, number) == []


async def test_no_count_gives_it_away(city: City) -> None:
    """The queue, the morning's news, and its numbers of what is overdue."""
    shared = await city.clerk("zhujian", "两头跑")
    await city.staff("两头跑", "clerk", "jiaoyu")
    desk = await dispatcher(city)
    number = await city.file(await city.citizen(), BRIBE)
    await desk.say(f"/accuse {number} 教育局")
    await desk.say(f"/transfer {number} 住建局")
    await city.pass_time(days=12)
    assert knows(shared, number) == []
    assert not any("☀️" in text for text in shared.heard), shared.heard
    assert any(number in text for text in desk.heard if "☀️" in text)
    await shared.say("/queue")
    assert "0" not in re.sub(r"<[^>]*>", "", shared.last["text"]) or "待签收" not in shared.last["text"]
    assert "现在没有待办的件" in shared.last["text"]


async def test_the_citizen_hears_of_their_case_even_as_a_clerk_of_the_accused(city: City) -> None:
    """Who reports their own office is told of every step as any citizen; as a clerk they see nothing."""
    insider = await city.clerk("jiaoyu", "知情人")
    citizen = await city.private(insider)
    desk = await dispatcher(city)
    await city.clerk("zhujian", "李明")
    number = await city.file(citizen, BRIBE)
    await desk.press("确认", on=card_of(desk, number))
    await desk.say(f"/transfer {number} 住建局")
    assert "已派给" in citizen.last["text"]
    assert knows(insider, number) == []
    assert await forged(citizen, f"c:full:{(await only(city)).id}")


async def test_pressed_twice_and_by_others(city: City) -> None:
    desk = await dispatcher(city)
    houses = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, BRIBE)
    case_id = (await only(city)).id
    assert await forged(citizen, f"c:accuse:{case_id}:yes")
    assert await forged(houses, f"c:accuse:{case_id}:yes")
    assert (await case_of(city, number)).accused == ()
    await forged(desk, f"c:accuse:{case_id}:yes")
    assert "过时" in await forged(desk, f"c:accuse:{case_id}:yes")
    assert "过时" in await forged(desk, f"c:accuse:{case_id}:at:nirgends")
    assert [kind for kind, _ in await events_of(city, number)].count("accused") == 1


async def test_a_newcomer_to_an_office_changes_who_sees(city: City) -> None:
    """A clerk of the handling office is invited to the accused one as well: their group loses the case."""
    houses = await city.clerk("zhujian", "李明")
    desk = await dispatcher(city)
    number = await city.file(await city.citizen(), BRIBE)
    await desk.say(f"/accuse {number} 教育局")
    await desk.say(f"/transfer {number} 住建局")
    assert number in card_of(houses, number)["text"]
    admin = await city.admin()
    await admin.say("/invite 工作人员 教育局")
    link = re.search(r"start=([\w-]+)", admin.last["text"])
    assert link is not None
    await (await city.private(houses)).say(f"/start {link[1]}")
    assert knows(houses, number) == []
    assert number in card_of(desk, number)["text"]


def test_cards_go_where_the_case_may_be_seen() -> None:
    """Whoever has a case in hand asks for its homes, not for its department's."""
    for path in (ROOT / "bot").rglob("*.py"):
        if path.name != "sight.py":
            assert "homes(tx, desk, case.department)" not in path.read_text(encoding="utf-8"), path


async def test_the_last_guard_stands_in_the_outbox(city: City) -> None:
    """Even what forgets to ask is not said to the accused."""
    schools, desk, _citizen, number = await at_the_accused(city)
    await desk.say(f"/accuse {number} 教育局")
    case = await case_of(city, number)

    async def careless(tx: Tx) -> None:
        await say(tx, schools.chat, Content(f"{number}"), "careless", case_id=case.id)
        await say(tx, schools.user, Content(f"{number}"), "careless", case_id=case.id)

    await city.service.db.write(careless)
    await city.settle()
    assert knows(schools, number) == []
    assert knows(await city.private(schools), number) == []


async def test_what_is_decided_about_a_lead_holds_for_what_is_handled_with_it(city: City) -> None:
    """Others told of the same matter: their words leave the office's hands too, wherever they stand."""
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    first, second = await city.citizen("甲"), await city.citizen("乙")
    lead = await city.file(first, "幸福小区电梯坏了，他们不管")
    joined = await city.file(second, "幸福小区电梯坏了，他们收了物业的钱")
    await clerk.say("/find 收了物业的钱")
    await desk.say(f"/merge {joined} {lead}")
    await desk.say(f"/accuse {lead} 住建局")
    await second.press("补充", on=second.find("收到了"))
    await second.say("收了物业的钱，我有照片")
    await clerk.say("/find 收了物业的钱")
    said = [f"{m.get('text')} {labels(m)}" for m in clerk.messages if m["from"]["id"] == city.bot]
    assert not any("收了物业" in each and "没有找到" not in each for each in said), said
    assert not any(joined in each or lead in each for each in said), said
    assert joined in desk.last["text"]
    assert (await case_of(city, joined)).accused == ("zhujian",)
    await desk.say(f"/accuse {lead} none")
    assert (await case_of(city, joined)).accused == ()
