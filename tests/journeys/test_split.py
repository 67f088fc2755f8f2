"""One message about several matters: taken apart by a dispatcher, told to the citizen once."""

import pytest

from bot.core.case import Actor, ActorKind, Status
from bot.core.deadlines import Kind
from bot.core.workflow import Action
from bot.store import cases
from classifier.predict import Classifier
from tests.city import City, Player
from tests.journeys.acts import card_of, case_of, clocks_of, events_of, forged, labels
from tests.journeys.test_merge import DESK, LIFT_AGAIN, Kinds, file, make, newest
from tests.journeys.transcript import Transcript

THREE = "三号楼电梯坏了半个月；学校门口没有斑马线；还有夜里施工太吵"
PARTS = "三号楼电梯坏了半个月，物业不修\n\n学校门口没有斑马线\n\n夜里施工太吵，没法睡觉"


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Kinds()


async def split(desk: Player, number: str, parts: str) -> None:
    await desk.say(f"/split {number}")
    await desk.say(parts, reply_to=desk.last)


async def test_three_matters_in_one_message(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    schools = await city.clerk("jiaoyu", "周强")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    told = Transcript(city)
    chen = await city.citizen("陈女士")
    told.name(chen, clerk, schools, desk, 住建局群=clerk.chat, 教育局群=schools.chat, 综合受理群=desk.chat)
    await chen.photo(THREE)
    await chen.press("提交")
    first = (await newest(city, chen)).number
    promised = (await clocks_of(city, first))[Kind.RESOLVE].due
    await city.pass_time(hours=3)
    heard = len(chen.heard)

    await desk.say(f"/case {first}")
    await desk.press("更多", on=card_of(desk, first))
    await desk.press("拆单", on=desk.last)
    prompt = desk.last
    await desk.say("只有一段", reply_to=prompt)
    assert "要写 2 到 6 段" in desk.last["text"]
    await desk.say("\n\n".join(["一段"] * 7), reply_to=prompt)
    assert "现在有 7 段" in desk.last["text"]
    await desk.say("电梯坏了\n\n别的", reply_to=prompt)
    old = desk.last
    await desk.say(PARTS, reply_to=prompt)
    preview = desk.last
    assert f"留在 {first}：三号楼电梯" in preview["text"]
    assert "新件，派给望江市教育局：学校门口" in preview["text"]
    assert "新件，由综合受理派单：夜里施工" in preview["text"]
    assert labels(old) == [] or labels(old) == labels(preview)
    assert len(chen.heard) == heard
    assert await desk.press("确认拆单", on=preview) == "已拆单"

    second, third = "261120-0002", "261120-0003"
    assert len(chen.heard) == heard + 1, "one message"
    for number in (first, second, third):
        assert number in chen.last["text"]
    assert "由望江市教育局负责" in chen.last["text"]
    assert "由综合受理派单" in chen.last["text"]
    assert "待签收" in card_of(schools, second)["text"]
    assert f"拆自 {first}" in card_of(schools, second)["text"]
    assert "附件 1" in labels(card_of(schools, second))
    assert await schools.press("附件", on=card_of(schools, second)) == "见下方"
    assert any(m.get("photo") and m.get("caption") == second for m in schools.messages)
    assert "待分派" in card_of(desk, third)["text"]
    assert f"另立 {second}、{third}" in card_of(clerk, first)["text"]
    # clocks run from the receipt, those of who gets it now from now
    for number in (second, third):
        case = await case_of(city, number)
        assert case.filed_at == (await case_of(city, first)).filed_at
        found = await clocks_of(city, number)
        assert found[Kind.RESOLVE].due == promised
        assert all(not c.missed(city.clock.now()) for c in found.values())
    assert (await clocks_of(city, third))[Kind.TRIAGE].started == city.clock.now()
    # each goes its own way
    await schools.press("签收", on=card_of(schools, second))
    assert second in chen.last["text"]
    assert "已签收" not in chen.last["text"]
    assert (await case_of(city, first)).status is Status.DISPATCHED
    assert (await case_of(city, first)).title == "三号楼电梯坏了半个月，物业不修"
    told.check("split.zh-Hans")


async def test_pressed_twice_late_and_by_others(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    other = await city.clerk("triage", "孙亮", "dispatcher")
    chen = await city.citizen("陈女士")
    number = await city.file(chen, THREE)
    case_id = (await case_of(city, number)).id
    # a clerk may not, a citizen even less
    await clerk.say(f"/split {number}")
    assert "没有这一步的权限" in clerk.last["text"]
    assert "没有这一步的权限" in await forged(clerk, f"c:split:{case_id}")
    assert "给工作人员用的" in await forged(chen, f"c:split:{case_id}")
    await desk.say("/split")
    assert "请这样写" in desk.last["text"]
    await desk.say("/split 261120-0999")
    assert "没有找到" in desk.last["text"]
    await split(desk, number, PARTS)
    preview = desk.last
    data = preview["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert "过时" in (await other.press("确认拆单", on=preview) or "")
    assert "过时" in await forged(desk, f"c:split_yes:{case_id}:ffffffff")
    assert "过时" in await forged(desk, f"c:split_yes:{case_id}")
    assert "过时" in await forged(desk, data.replace(f":{case_id}:", ":999999:"))
    # somebody else's question, answered by a clerk
    await desk.say(f"/split {number}")
    asking = Player(city, clerk.user, desk.chat, clerk.name)
    city.server.world.members(desk.chat, clerk.user, (await city.admin()).user, "add")
    await asking.say(PARTS, reply_to=desk.last)
    assert "没有这一步的权限" in asking.last["text"]
    assert [kind for kind, _ in await events_of(city, number)] == ["filed"]
    # given up, and pressed after that
    assert await desk.press("取消", on=preview) == "已取消"
    assert "没有变" in "".join(desk.heard)
    assert "过时" in await forged(desk, data)
    # twice at once
    await split(desk, number, PARTS)
    message = desk.last
    yes = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    for _ in range(2):
        city.server.world.press(desk.user, desk.chat, message["message_id"], yes)
    await city.settle()
    async with city.service.db.read() as conn:
        assert await cases.count_of_citizen(conn, chen.user) == 3
    # too late: the case has ended
    await split(desk, number, PARTS)
    late = desk.last
    await chen.say(f"/withdraw {number}")
    await chen.press("确认撤回")
    assert "不能拆单" in (await desk.press("确认拆单", on=late) or "")
    async with city.service.db.read() as conn:
        assert await cases.count_of_citizen(conn, chen.user) == 3


async def test_parts_of_a_secret_are_secret(city: City) -> None:
    """A report's parts are reports; the office complained about gets none; a part late by its receipt is late."""
    desk = await city.clerk("triage", "赵静", "dispatcher")
    schools = await city.clerk("jiaoyu", "周强")
    chen = await city.citizen("陈女士")
    number = await file(city, chen, "举报学校收费，物业不修电梯")
    await make(city, number, DESK, Action.ACCUSE, accused=["jiaoyu"])
    await make(city, number, Actor(ActorKind.CITIZEN, chen.user), Action.SEAL, confidential=True)
    await city.pass_time(days=12)
    desk_private = await city.private(desk)
    await split(
        desk_private, number, "物业不修电梯\n\n学校乱收费，要家长交钱\n\n老人上不去八楼，" + LIFT_AGAIN
    )
    await desk_private.press("确认拆单")
    parts = [await case_of(city, n) for n in sorted(set(await numbers(city, chen)) - {number})]
    assert len(parts) == 2
    for part in parts:
        assert (part.type, part.confidential, part.accused) == ("举报", True, ("jiaoyu",))
    assert parts[0].department == "triage"
    assert "学校" not in "".join(schools.heard)
    assert not schools.heard or parts[0].number not in "".join(schools.heard)
    late = await clocks_of(city, parts[1].number)
    assert late[Kind.RESOLVE].missed(city.clock.now())
    # nobody is offered to join it
    other = await city.citizen("王先生")
    await other.say(LIFT_AGAIN)
    assert "🤝" not in "".join(labels(other.last))
    # it is told once that it is late, each part by itself
    await city.pass_time(hours=1)
    assert sum("没有做到" in words and parts[1].number in words for words in chen.heard) == 1


async def numbers(city: City, citizen: Player) -> list[str]:
    async with city.service.db.read() as conn:
        return [c.number for c in await cases.of_citizen(conn, citizen.user, limit=20)]


async def test_parts_that_call_for_help_are_emergencies(city: City) -> None:
    desk = await city.clerk("triage", "赵静", "dispatcher")
    chen = await city.citizen("陈女士")
    number = await file(city, chen, "电梯里困了人，快救命；学校门口没有斑马线")
    await split(desk, number, "学校门口没有斑马线\n\n电梯里困了人，快救命")
    await desk.press("确认拆单")
    part = (await newest(city, chen)).number
    assert (await clocks_of(city, part))[Kind.RESOLVE].urgent
