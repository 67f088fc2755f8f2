"""Several citizens, one matter: merged by a dispatcher, joined at the draft, told each by themselves, taken apart."""

import dataclasses
from typing import Any

import pytest

from bot.core.case import Actor, ActorKind, Case, Status, Who
from bot.core.workflow import Action
from bot.service import intake
from bot.service.acting import act, load
from bot.service.drafts import draft_of
from bot.store import cases, dialogues
from bot.store.db import Tx
from bot.texts import has
from classifier.predict import Classifier, Suggestion
from tests.by_word import ByWord
from tests.city import City, Player
from tests.journeys.acts import card_of, case_of, clocks_of, forged, kinds_of, labels, until
from tests.journeys.transcript import Transcript
from tests.soundness import Expected

LIFT = "海棠湾小区三栋的电梯又坏了，老人上不去八楼，物业说维修基金没批。我的电话13812345678"
LIFT_AGAIN = "海棠湾小区三栋的电梯还是坏的，老人上不去八楼，物业说维修基金没批下来，拖了半个月"
SCHOOL = "城东学校门口没有斑马线，孩子过马路很危险"
DESK = Actor(ActorKind.STAFF, 1, frozenset({Who.DISPATCHER, Who.SUPERVISOR}))


class Kinds(ByWord):
    """It knows a report by the word."""

    def suggest(self, title: str | None, text: str) -> Suggestion:
        found = super().suggest(title, text)
        return dataclasses.replace(found, kind="举报") if "举报" in f"{title}{text}" else found


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Kinds()


async def make(city: City, number: str, actor: Actor, action: Action, **data: Any) -> None:
    """A move that has no button yet, or that the test isn't about."""
    found = await case_of(city, number)

    async def work(tx: Tx) -> None:
        await act(tx, city.service.desk, await load(tx, found.id), actor, (action, data))

    await city.service.db.write(work)
    await city.settle()


async def file(city: City, citizen: Player, text: str) -> str:
    """The number of a case filed by itself, whatever is offered."""
    await citizen.say(text)
    await citizen.press("提交")
    return (await newest(city, citizen)).number


async def newest(city: City, citizen: Player) -> Case:
    async with city.service.db.read() as conn:
        return (await cases.of_citizen(conn, citizen.user, limit=1))[0]


async def merged(city: City, desk: Player, number: str, lead: str) -> None:
    await desk.say(f"/merge {number} {lead}")
    assert f"{number} 已并入 {lead}" in desk.last["text"]


async def test_one_matter_of_several(city: City) -> None:
    """Found, merged, answered to each under their own number; questions and words stay with whose they are."""
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    chen, wang = await city.citizen("陈女士"), await city.citizen("王先生")
    told = Transcript(city)
    told.name(chen, wang, clerk, desk, 住建局群=clerk.chat, 综合受理群=desk.chat)
    first = await file(city, chen, LIFT)
    second = await file(city, wang, LIFT_AGAIN)
    third = await file(city, wang, SCHOOL)

    await desk.say(f"/case {second}")
    await desk.press("更多", on=card_of(desk, second))
    assert "并单…" in labels(desk.last)
    assert await desk.press("并单", on=desk.last) == "见下方"
    assert [label for label in labels(desk.last) if third in label] == [], "nothing like it"
    assert await desk.press(first, on=desk.last) == "已并单"
    assert "13812345678" not in "".join(desk.heard)
    case = await case_of(city, second)
    assert (case.status, case.lead_id) == (Status.MERGED, (await case_of(city, first)).id)
    assert not await clocks_of(city, second)
    assert await kinds_of(city, first) == ["filed", "joined"]
    assert "和别人反映的是同一件事" in wang.last["text"]
    assert first not in wang.last["text"]
    assert labels(wang.last) == ["查看进度", "补充", "撤回", "单独办理"]
    assert f"并入 1 件：{second}" in card_of(clerk, first)["text"]
    assert "已并单" in card_of(clerk, second)["text"]
    assert "已并单" in card_of(desk, second)["text"]

    heard = len(wang.heard), len(chen.heard)
    await clerk.press("签收", on=card_of(clerk, first))
    assert first in chen.last["text"]
    assert second in wang.last["text"]
    assert chen.last["text"].replace(first, second) == wang.last["text"]
    assert (len(wang.heard) - heard[0], len(chen.heard) - heard[1]) == (1, 1)
    # a question is for the one who knows; so is the answer
    await clerk.press("请市民补充", on=card_of(clerk, first))
    await clerk.say("您家是哪个单元？", reply_to=clerk.last)
    assert "同时发给" not in clerk.last["text"]
    await clerk.press("发给市民")
    assert "哪个单元" in chen.last["text"]
    await chen.say("二单元")
    assert not any("单元" in words for words in wang.heard)
    await wang.press("查看进度")
    assert "正在办理" in wang.last["text"]
    assert "和别人反映的同一件事一起办" in wang.last["text"]
    # the answer reaches both; what belongs to the lead's citizen alone does not
    await clerk.say("已联系 13812345678，周五前换好曳引机，电话 0000-8880105", reply_to=card_of(clerk, first))
    assert "同时发给并入的 1 位市民" in clerk.last["text"]
    await clerk.press("发给市民")
    assert "13812345678" in chen.last["text"]
    assert "138******78" in wang.last["text"]
    assert "0000-8880105" in wang.last["text"]
    assert second in wang.last["text"]
    # their words go to where the work is
    await wang.say("我家老人今天要去医院", reply_to=wang.last)
    assert "住房和城乡建设局看得到了" in wang.last["text"]
    assert f"{second}（并入 {first}）：市民补充：我家老人" in clerk.last["text"]
    await wang.press("补充")
    await wang.photo("楼道的照片", reply_to=wang.last["message_id"])
    assert any(m.get("photo") and m.get("caption") == second for m in clerk.messages)
    await clerk.say(f"/case {second}")
    card = clerk.last
    assert f"已并入 {first}" in card["text"]
    assert "我家老人今天要去医院" in card["text"]
    assert "没有这一步的权限" not in (await clerk.press("附件", on=card) or "")
    await clerk.say("电梯今天修好了，请试试", reply_to=card_of(clerk, first))
    await clerk.press("改为办结·已解决")
    await clerk.press("发给市民")
    assert second in wang.last["text"]
    assert "已办结" in wang.last["text"]
    await wang.say(f"/case {second}")
    assert "已答复" in wang.last["text"]
    assert "电梯今天修好了" in wang.last["text"]
    assert "138******78" not in wang.last["text"]
    await wang.say("五楼按钮还是不亮", reply_to=wang.find("电梯今天修好了"))
    assert f"{second}（并入 {first}）：已办结，市民又来信：五楼按钮" in clerk.last["text"]
    assert labels(clerk.last) == ["重新办理"]
    # not the same after all
    await wang.say(f"/case {second}")
    await wang.press("单独办理")
    assert "现在单独办理，由综合受理派单" in wang.last["text"]
    assert (await case_of(city, second)).status is Status.TRIAGE
    assert set(await clocks_of(city, second)) == {"triage", "resolve"}
    assert (await kinds_of(city, first))[-1] == "left"
    assert "并入" not in card_of(clerk, first)["text"]
    assert "待分派" in card_of(desk, second)["text"]
    told.check("merge.zh-Hans")


async def test_others_reported_this_too(city: City) -> None:
    """The draft offers it without a word of who or what; one press, one receipt, one case with its own number."""
    clerk = await city.clerk("zhujian", "李明")
    chen, li = await city.citizen("陈女士"), await city.citizen("Lee", language="en")
    wang = await city.citizen("王先生")
    told = Transcript(city)
    told.name(wang, li, clerk, 住建局群=clerk.chat)
    first = await file(city, chen, LIFT)
    await wang.say(LIFT_AGAIN)
    preview = wang.last
    assert "已有 1 人反映过像是同一件的事：住房，由望江市住房和城乡建设局负责" in preview["text"]
    assert first not in preview["text"]
    assert "维修基金没批。" not in preview["text"]
    assert labels(preview)[:2] == ["✅ 提交", "🤝 别人也反映了这件事：一起办"]
    heard = len(wang.heard)
    await wang.press("一起办")
    second = (await newest(city, wang)).number
    assert len(wang.heard) == heard + 1, "one receipt"
    assert f"收到了，编号 {second}" in wang.last["text"]
    assert "和别人反映的同一件事一起办，由望江市住房和城乡建设局负责" in wang.last["text"]
    assert await kinds_of(city, second) == ["filed", "merged"]
    assert await kinds_of(city, first) == ["filed", "joined"]
    assert f"并入 1 件：{second}" in card_of(clerk, first)["text"]
    assert not any(m.get("text", "").startswith(second) for m in clerk.messages), "no card of its own"
    # again, in another language; two are part of it now
    await li.say(LIFT_AGAIN)
    assert "2 people have reported what looks like the same matter: Housing" in li.last["text"]
    await li.press("handle it together")
    await clerk.press("签收", on=card_of(clerk, first))
    assert "is now working on" in li.last["text"]
    assert "正在办理" in wang.last["text"]
    # who is part of it is not asked once more: it is their own matter
    await wang.say(LIFT_AGAIN)
    assert "同一件事" in wang.last["text"]
    assert second in wang.last["text"]
    assert "一起办" not in "".join(labels(wang.last))
    await wang.press(f"补充到 {second}")
    assert f"并入 {first}" in clerk.last["text"]
    # withdrawn by one, going on for the others
    await wang.say(f"/withdraw {second}")
    await wang.press("确认撤回")
    assert f"{first} 照常办" in clerk.last["text"]
    assert (await case_of(city, first)).status is Status.IN_PROGRESS
    third = (await newest(city, li)).number
    assert f"并入 1 件：{third}" in card_of(clerk, first)["text"]
    told.check("together.zh-Hans")


async def test_no_offer_where_it_could_hurt(city: City) -> None:
    """Reports, words of danger and what was made confidential never meet others; nor does another place's case."""
    chen = await city.citizen("陈女士")
    number = await file(city, chen, LIFT)

    async def offered(name: str, text: str) -> bool:
        other = await city.citizen(name)
        await other.say(text)
        return "🤝" in "".join(labels(other.last))

    assert await offered("甲", LIFT_AGAIN)
    assert not await offered("乙", "我要举报：" + LIFT_AGAIN)
    assert not await offered("丙", LIFT_AGAIN + "，电梯里困了人，快救命")
    assert not await offered("丁", LIFT_AGAIN.replace("海棠湾", "龙山苑"))
    await make(city, number, Actor(ActorKind.CITIZEN, chen.user), Action.SEAL, confidential=True)
    assert not await offered("戊", LIFT_AGAIN)
    # a report is found by nobody
    await file(city, await city.citizen("己"), "举报" + LIFT_AGAIN + "，有人收了钱")
    assert not await offered("庚", LIFT_AGAIN + "，有人收了钱")
    # and the offer made before goes nowhere now
    first = await city.citizen("甲")
    await first.press("一起办")
    assert "不在办理了，您的这一件已单独提交" in first.find("单独提交")["text"]
    assert (await newest(city, first)).status is Status.DISPATCHED
    assert "已转给" in first.last["text"]


async def test_what_is_offered_can_not_be_forged(city: City) -> None:
    chen, wang, zhou = [await city.citizen(name) for name in ("陈女士", "王先生", "周女士")]
    await file(city, chen, LIFT)
    other = await case_of(city, await file(city, zhou, SCHOOL))
    await wang.say(LIFT_AGAIN)
    data = next(
        b["callback_data"]
        for row in wang.last["reply_markup"]["inline_keyboard"]
        for b in row
        if "🤝" in b["text"]
    )
    for wrong in (
        data.rsplit(":", 1)[0] + f":{other.id}",
        data.rsplit(":", 1)[0],
        data.rsplit(":", 1)[0] + ":x",
    ):
        assert "过时" in await forged(wang, wrong)
    assert "过时" in await forged(chen, data), "another's draft"
    async with city.service.db.read() as conn:
        assert await cases.count_of_citizen(conn, wang.user) == 0
    await wang.press("一起办")
    assert "过时" in await forged(wang, data), "twice"
    async with city.service.db.read() as conn:
        assert await cases.count_of_citizen(conn, wang.user) == 1
    assert "没有找到" in await forged(zhou, f"c:alone:{(await newest(city, wang)).id}")


async def test_what_may_not_be_merged(city: City, expected: Expected) -> None:
    expected.faults = ("Bad Request: message is not modified",)  # who is complained about is on no card yet
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    chen, wang = await city.citizen("陈女士"), await city.citizen("王先生")
    lift, school = await file(city, chen, LIFT), await file(city, wang, SCHOOL)
    report = await file(city, wang, "举报物业收黑钱，" + LIFT_AGAIN)
    over = await file(city, wang, "小区电梯旁边的灯不亮")
    await wang.say(f"/withdraw {over}")
    await wang.press("确认撤回")
    urgent = await file(city, chen, "电梯里困了人，快救命，物业没人管")

    async def refused(command: str, why: str, by: Player = desk) -> None:
        await by.say(command)
        assert why in by.last["text"], (command, by.last["text"])

    await refused(f"/merge {lift} {lift}", "不能并入它自己")
    await refused(f"/merge {lift} {over}", "已经办结或结束")
    await refused(f"/merge {lift} {report}", "举报、保密")
    await refused(f"/merge {report} {lift}", "举报、保密")
    await refused(f"/merge {urgent} {lift}", "紧急件")
    await refused(f"/merge {lift} 261120-0999", "没有找到")
    await refused(f"/merge 261120-0999 {lift}", "没有找到")
    await refused(f"/merge {over} {lift}", "不能并单")
    await refused("/merge", "请这样写")
    await refused(f"/merge {lift} 那一件", "请这样写")
    # clerks see the case and may not decide; others know of nothing
    await refused(f"/merge {lift} {urgent}", "没有这一步的权限", clerk)
    await refused(f"/merge {lift}", "没有这一步的权限", clerk)
    await refused(f"/merge {lift} {school}", "没有", clerk)
    await refused(f"/merge {lift} {school}", "给工作人员用的", wang)
    lift_id, school_id = (await case_of(city, lift)).id, (await case_of(city, school)).id
    assert "没有这一步的权限" in await forged(clerk, f"c:merge:{lift_id}")
    assert "没有这一步的权限" in await forged(clerk, f"c:merge_into:{lift_id}:{school_id}")
    assert "给工作人员用的" in await forged(wang, f"c:merge_into:{lift_id}:{school_id}")
    assert "过时" in await forged(desk, f"c:merge_into:{lift_id}")
    assert "过时" in await forged(desk, f"c:merge_into:{lift_id}:-1")
    assert "没有找到" in await forged(desk, f"c:merge_into:{lift_id}:999999")
    assert "没有找到" in await forged(desk, "c:merge:999999")
    assert "不能拆出" in await forged(desk, f"c:unmerge:{lift_id}")
    assert "不能拆出" in await forged(chen, f"c:alone:{lift_id}")
    # an office complained about never gets the case by way of another
    await make(city, school, DESK, Action.ACCUSE, accused=["zhujian"])
    await refused(f"/merge {school} {lift}", "有回避的件")
    for number in (lift, report):
        assert await kinds_of(city, number) == ["filed"]
    assert await kinds_of(city, urgent) == ["filed", "paged"]
    # one citizen's own two, although one is a report
    mine = await file(city, wang, "举报电梯维保公司作假")
    await desk.say(f"/merge {mine} {report}")
    assert f"和您反映的 {report} 是同一件事" in wang.last["text"]
    heard = len(wang.heard)
    await clerk.press("签收", on=card_of(clerk, report))
    assert len(wang.heard) == heard + 1, "one person hears a thing once"
    await wang.say(f"/case {mine}")
    assert f"和您反映的 {report} 一起办" in wang.last["text"]
    # merged already, and nothing can be merged into it
    await refused(f"/merge {mine} {lift}", "已经是“已并单”了")
    await refused(f"/merge {urgent} {mine}", "自己已经并入别的件")


async def test_two_dispatchers_at_once(city: City) -> None:
    zhao = await city.clerk("triage", "赵静", "dispatcher")
    sun = await city.clerk("triage", "孙亮", "dispatcher")
    people = [await city.citizen(name) for name in ("陈女士", "王先生", "周女士")]
    a, b, c = [
        await file(city, who, text) for who, text in zip(people, (LIFT, LIFT_AGAIN, SCHOOL), strict=True)
    ]
    world = city.server.world
    for player, words in ((zhao, f"/merge {b} {a}"), (sun, f"/merge {b} {c}"), (sun, f"/merge {a} {b}")):
        world.send_text(player.user, words, chat_id=player.chat)
    await city.settle()
    assert (await case_of(city, b)).lead_id == (await case_of(city, a)).id
    assert (await kinds_of(city, b), await kinds_of(city, a)) == (["filed", "merged"], ["filed", "joined"])
    assert await kinds_of(city, c) == ["filed"]
    assert sum("已告诉市民" in words for words in zhao.heard) == 1
    # the list, pressed by two
    await zhao.say(f"/merge {c}")
    assert "没有找到像是同一件的事" in zhao.last["text"]
    await zhao.say(a, reply_to=zhao.last)
    assert f"{c} 已并入 {a}" in zhao.last["text"]
    await zhao.say("那一件", reply_to=zhao.find("没有找到像是同一件的事"))
    assert "请这样写" in zhao.last["text"]
    # taken out by staff
    card = card_of(sun, c) if any(m.get("text", "").startswith(c) for m in sun.messages) else None
    if card is None:
        await sun.say(f"/case {c}")
        card = sun.last
    assert await sun.press("拆出", on=card) == "已拆出"
    assert "现在单独办理" in people[2].last["text"]
    assert "不能拆出" in await forged(zhao, f"c:unmerge:{(await case_of(city, c)).id}")


async def test_a_lead_that_is_withdrawn_leaves_nobody_behind(city: City) -> None:
    """The eldest takes its place in the same queue, the others follow it and need not hear of it."""
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    chen, wang, zhou, wu = [await city.citizen(name) for name in ("陈女士", "王先生", "周女士", "吴先生")]
    told = Transcript(city)
    told.name(chen, wang, zhou, clerk, 住建局群=clerk.chat)
    lead = await file(city, chen, LIFT)
    eldest, next_one, last_one = [
        await file(city, who, LIFT_AGAIN + f"，{who.name}") for who in (wang, zhou, wu)
    ]
    for number in (last_one, next_one, eldest):
        await merged(city, desk, number, lead)
    await clerk.press("签收", on=card_of(clerk, lead))
    heard = len(zhou.heard)
    await chen.say(f"/withdraw {lead}")
    await chen.press("确认撤回")
    heir = await case_of(city, eldest)
    assert (heir.status, heir.department, heir.lead_id) == (Status.DISPATCHED, "zhujian", None)
    assert set(await clocks_of(city, eldest)) == {"acknowledge", "resolve"}
    for number in (next_one, last_one):
        case = await case_of(city, number)
        assert (case.status, case.lead_id) == (Status.MERGED, heir.id)
        assert not await clocks_of(city, number)
    assert "现在单独办理，由望江市住房和城乡建设局负责" in wang.last["text"]
    assert len(zhou.heard) == heard
    assert f"原来并入 {lead} 的 3 件照常办，现在以 {eldest} 为主" in clerk.last["text"]
    assert "李明" in clerk.last["text"]
    assert f"并入 2 件：{next_one}、{last_one}" in card_of(clerk, eldest)["text"]
    assert (await case_of(city, lead)).status is Status.WITHDRAWN
    assert (await kinds_of(city, lead))[-3:] == ["left", "left", "left"]
    await clerk.press("签收", on=card_of(clerk, eldest))
    assert next_one in zhou.last["text"]
    assert "正在办理" in zhou.last["text"]
    # a lead that waits for its dispatch leaves its place there
    vague = await file(city, chen, "楼下夜里太吵，没法睡觉")
    also = await file(city, wang, "楼下天天夜里太吵了")
    await merged(city, desk, also, vague)
    await chen.say(f"/withdraw {vague}")
    await chen.press("确认撤回")
    assert (await case_of(city, also)).status is Status.TRIAGE
    assert "由综合受理派单" in wang.last["text"]
    told.check("lead-withdrawn.zh-Hans")
    # at night it happens all the same, and nobody is woken by what somebody else does
    lead = await file(city, chen, "小区的路灯全坏了，晚上什么都看不见")
    next_lead = await file(city, wang, "小区的路灯都坏了，晚上看不见路")
    await merged(city, desk, next_lead, lead)
    await until(city, "11-20 22:30")
    heard, seen = len(wang.heard), len(desk.heard)
    await chen.say(f"/withdraw {lead}")
    await chen.press("确认撤回")
    assert (await case_of(city, next_lead)).status is Status.TRIAGE
    assert len(wang.heard) == heard
    assert not any("照常办" in text for text in desk.heard[seen:])
    await until(city, "11-23 09:30")
    assert sum(f"{next_lead} 现在单独办理，由综合受理派单" in text for text in wang.heard[heard:]) == 1
    assert sum(f"现在以 {next_lead} 为主" in text for text in desk.heard[seen:]) == 1


async def test_a_lead_that_becomes_part_of_another_takes_its_cases_along(city: City) -> None:
    desk = await city.clerk("triage", "赵静", "dispatcher")
    await city.clerk("zhujian", "李明")
    chen, wang, zhou = [await city.citizen(name) for name in ("陈女士", "王先生", "周女士")]
    old, part, new = [
        await file(city, who, text)
        for who, text in ((chen, LIFT), (wang, LIFT_AGAIN), (zhou, "物业不修电梯"))
    ]
    await merged(city, desk, part, old)
    heard = len(wang.heard)
    await merged(city, desk, old, new)
    lead = await case_of(city, new)
    for number in (old, part):
        case = await case_of(city, number)
        assert (case.status, case.lead_id) == (Status.MERGED, lead.id)
    assert len(wang.heard) == heard, "the same office: no news"
    assert await kinds_of(city, old) == ["filed", "joined", "merged", "left"]
    assert await kinds_of(city, new) == ["filed", "joined", "joined"]
    # to another office: news
    school = await file(city, zhou, SCHOOL)
    await merged(city, desk, new, school)
    assert "望江市教育局" in wang.last["text"]
    assert "望江市教育局" in chen.last["text"]
    assert {(await case_of(city, n)).lead_id for n in (old, part, new)} == {(await case_of(city, school)).id}


async def test_a_confidential_lead_lets_the_others_go(city: City) -> None:
    desk = await city.clerk("triage", "赵静", "dispatcher")
    clerk = await city.clerk("zhujian", "李明")
    chen, wang = await city.citizen("陈女士"), await city.citizen("王先生")
    lead, part = await file(city, chen, LIFT), await file(city, wang, LIFT_AGAIN)
    await merged(city, desk, part, lead)
    await make(city, lead, Actor(ActorKind.CITIZEN, chen.user), Action.SEAL, confidential=True)
    assert (await case_of(city, part)).status is Status.DISPATCHED
    assert (await case_of(city, lead)).status is Status.DISPATCHED
    heard = len(wang.heard)
    await clerk.press("签收", on=card_of(clerk, lead))
    assert len(wang.heard) == heard


async def test_a_lead_that_is_declined_takes_all_with_it(city: City) -> None:
    if not has("zh-Hans", "citizen-declined"):
        pytest.skip("nothing can be declined yet")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    chen, wang = await city.citizen("陈女士"), await city.citizen("王先生")
    lead, part = await file(city, chen, LIFT), await file(city, wang, LIFT_AGAIN)
    await merged(city, desk, part, lead)
    reason = "这件事法院已经受理，请等判决"
    await make(city, lead, DESK, Action.DECLINE, text=reason, route="court")
    for citizen, number in ((chen, lead), (wang, part)):
        assert (await case_of(city, number)).status is Status.DECLINED
        assert reason in citizen.last["text"]
        assert number in citizen.last["text"]
        assert not await clocks_of(city, number)
    assert not any("单独办理，由综合受理派单" in words for words in wang.heard)


async def test_thirty_who_joined_and_one_who_is_gone(city: City, expected: Expected) -> None:
    expected.faults = ("Forbidden: bot was blocked by the user",)
    clerk = await city.clerk("zhujian", "李明")
    chen = await city.citizen("陈女士")
    lead = await file(city, chen, LIFT)
    joined = [await city.citizen(f"邻居{n}") for n in range(30)]
    for who in joined:
        await who.say(LIFT_AGAIN)
        await who.press("一起办")
    assert "并入 30 件" in card_of(clerk, lead)["text"]
    assert "另有 27 件" in card_of(clerk, lead)["text"]
    gone = joined[7]
    city.server.world.block(gone.user, True)
    await city.settle()
    assert not (await newest(city, gone)).citizen_reachable
    await clerk.press("签收", on=card_of(clerk, lead))
    heard = sum("正在办理" in words for who in joined for words in who.heard)
    assert heard == 29
    assert not any("正在办理" in words for words in gone.heard)
    numbers = {(await newest(city, who)).number for who in joined}
    assert len(numbers) == 30
    await clerk.say("电梯周五修好", reply_to=card_of(clerk, lead))
    assert "并入的 30 位市民" in clerk.last["text"]
    await clerk.press("发给市民")
    # who comes back gets the latest under their own number
    city.server.world.block(gone.user, False)
    await city.settle()
    assert (await newest(city, gone)).number in gone.last["text"]
    assert "正在办理" in gone.last["text"]
    assert "电梯周五修好" in gone.last["text"]


async def test_what_is_late_is_told_to_all(city: City) -> None:
    await city.clerk("zhujian", "李明")
    chen, wang = await city.citizen("陈女士"), await city.citizen("王先生")
    lead = await file(city, chen, LIFT)
    await wang.say(LIFT_AGAIN)
    await wang.press("一起办")
    part = (await newest(city, wang)).number
    await city.pass_time(days=4)
    late = [words for words in chen.heard if "没有做到" in words]
    assert late
    assert [words.replace(lead, part) for words in late] == [w for w in wang.heard if "没有做到" in w]


async def test_the_joined_are_filed_even_when_the_clock_does_it(city: City) -> None:
    """A draft left lying is filed by itself: joining is a choice, never automatic."""
    chen, wang = await city.citizen("陈女士"), await city.citizen("王先生")
    await file(city, chen, LIFT)
    await wang.say(LIFT_AGAIN)
    assert "🤝" in "".join(labels(wang.last))
    await city.pass_time(hours=2)
    assert (await newest(city, wang)).status is Status.DISPATCHED


async def test_a_secret_draft_is_filed_by_itself_even_if_it_came_this_far(city: City) -> None:
    """The last guard: whatever made the offer, a report is not merged into another citizen's case."""
    chen, wang = await city.citizen("陈女士"), await city.citizen("王先生")
    await file(city, chen, LIFT)
    await wang.say("举报" + LIFT_AGAIN)
    async with city.service.db.read() as conn:
        lead = (await cases.of_citizen(conn, chen.user))[0]
        dialogue = await dialogues.get(conn, wang.chat, wang.user, "draft")
    assert dialogue is not None

    async def work(tx: Tx) -> None:
        draft = draft_of(dialogue)
        await intake.file_complaint(tx, city.service.desk, wang.user, draft, lead=lead)

    await city.service.db.write(work)
    await city.settle()
    assert (await newest(city, wang)).status is Status.DISPATCHED
    await wang.press("取消")
