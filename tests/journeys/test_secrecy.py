"""What is told in confidence stays out of groups; how to reach a citizen is the handler's, and on record."""

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.core.case import Status
from bot.gateway.transport import BotApi, NoAnswer
from bot.store import likes as stored_likes
from bot.store.tables import outbox
from classifier.predict import Classifier
from tests.city import PICTURE, City, Player
from tests.journeys.acts import answer, card_of, case_of, events_of, forged, labels
from tests.journeys.test_proposals import wanting
from tests.journeys.test_urgent import desk_with_duty
from tests.journeys.transcript import Transcript
from tests.soundness import Expected

PHONE, IDENTITY = "13812345678", "110101199003071234"
LETTER = f"电梯坏了，物业经理骂人，打我的电话{PHONE}。身份证{IDENTITY}。"
WORDS = ("物业经理", "骂人", PHONE, IDENTITY, "小作坊", "陈女士")


def leaks(player: Player) -> list[str]:
    """What the bot shows in a chat of what was told in confidence."""
    said = [m for m in player.messages if m["from"]["id"] == player.city.bot]
    shown = [f"{m.get('text', '')} {m.get('caption', '')} {labels(m)}" for m in said]
    return [text for text in shown if any(word in text for word in WORDS)]


async def filed_in_confidence(city: City, words: str = LETTER) -> tuple[Player, str]:
    citizen = await city.citizen()
    await citizen.say(words)
    await citizen.press("🔒 保密")
    assert "只显示编号和类别" in citizen.last["text"]
    await citizen.press("提交")
    return citizen, re.findall(r"\d{6}-\d{4}", citizen.find("收到了")["text"])[0]


async def test_words_that_ask_for_it_are_enough(city: City) -> None:
    """Who writes that they are afraid need not find the button; the receipt says that it was heard."""
    triage = await city.clerk("triage", "赵静", "dispatcher")
    citizen = await city.citizen()
    await citizen.say("举报沙场老板给张局长送钱，我怕报复")
    assert "只显示编号和类别" in citizen.last["text"]
    assert "🔓 不保密" in labels(citizen.last)
    await citizen.press("提交")
    assert "这一件已保密" in citizen.find("收到了")["text"]
    assert not any("张局长" in text for text in triage.heard)


async def test_the_whole_story(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    colleague = await city.clerk("zhujian", "王芳")
    boss = await city.supervisor("督办")
    private = await city.private(clerk)
    told = Transcript(city)
    citizen = await city.citizen()
    told.name(citizen, clerk, private, boss, 住建局群=clerk.chat)
    citizen, number = await filed_in_confidence(city)
    card = card_of(clerk, number)
    assert "保密件" in card["text"]
    assert "全文（发到私聊）" in labels(card)
    assert "签收的经办人" in (await clerk.press("全文", on=card) or ""), "nobody has claimed it"
    await clerk.press("签收", on=card)
    assert "签收的经办人" in (await colleague.press("全文", on=card_of(clerk, number)) or "")
    assert "有记录" in (await clerk.press("全文", on=card_of(clerk, number)) or "")
    assert "物业经理骂人" in private.last["text"]
    assert PHONE not in private.last["text"]
    # an answer is written in private, wherever the button was pressed
    await clerk.press("答复", on=card_of(clerk, number))
    assert "回复本条消息" in private.last["text"]
    await clerk.say("我在群里写", reply_to=card_of(clerk, number))
    assert "不要在群里写" in clerk.last["text"]
    await private.say("已约谈物业经理，他不再骂人。", reply_to=private.find("写下给市民的答复"))
    await private.press("发给市民")
    assert "已约谈" in citizen.last["text"]
    # contact details, to the handler alone
    await clerk.press("更多…", on=card_of(clerk, number))
    assert "查看联系方式" in labels(clerk.last)
    await clerk.press("查看联系方式")
    assert PHONE in private.last["text"]
    assert IDENTITY in private.last["text"]
    await citizen.press("补充", on=citizen.find("收到了"))
    await citizen.say("小作坊也是他开的")
    assert leaks(clerk) == []
    await boss.say(f"/reveals {number}")
    assert "查看过 2 次" in boss.last["text"]
    assert "李明" in boss.last["text"]
    assert [k for k, _ in await events_of(city, number)].count("revealed") == 2
    told.check("secrecy.zh-Hans")


async def test_nothing_of_it_in_any_group(city: City) -> None:
    """Queue, bundle line, files, additions, what is overdue, the transfer to another office, the triage desk."""
    clerk = await city.clerk("zhujian", "李明")
    schools = await city.clerk("jiaoyu", "周强")
    desk = await city.clerk("triage", "赵静")
    citizen = await city.citizen()
    await citizen.say(LETTER)
    await citizen.press("🔒 保密")
    city.server.world.send_photo(citizen.user, PICTURE)
    await city.settle()
    assert "🔒 保密：" in citizen.last["text"], "another message keeps it so"
    await citizen.press("提交")
    number = re.findall(r"\d{6}-\d{4}", citizen.find("收到了")["text"])[0]
    await clerk.say("/queue")
    assert f"{number} 剩 5 小时 🔒 保密件" in labels(clerk.last)
    case_id = (await case_of(city, number)).id
    for verb in ("full", "files"):
        assert "保密件" in await forged(clerk, f"c:{verb}:{case_id}")
    await clerk.say(f"/transfer {number} 教育局")
    await schools.say(f"/transfer {number} 综合受理")
    await citizen.press("补充", on=citizen.find("收到了"))
    await citizen.say("小作坊也是物业经理开的")
    await city.pass_time(days=12)
    for group in (clerk, schools, desk):
        assert leaks(group) == []
        assert not any("photo" in m for m in group.messages)
    async with city.service.db.read() as conn:
        entry = (await stored_likes.entries(conn, [case_id]))[case_id]
    assert entry.confidential


async def test_a_dispatcher_reads_it_in_private(city: City) -> None:
    desk = await city.clerk("triage", "赵静")
    _, number = await filed_in_confidence(city, "物业经理骂人，可我说不清归谁管，打" + PHONE)
    if (await case_of(city, number)).status is not Status.TRIAGE:
        await desk.say(f"/transfer {number} 综合受理")
    _, other = await filed_in_confidence(city, "路灯不亮，有人骂人")
    assert (await case_of(city, other)).status is Status.TRIAGE
    await desk.press("全文", on=card_of(desk, other))
    assert "路灯不亮" in (await city.private(desk)).last["text"]
    assert leaks(desk) == []
    assert ("revealed", "") in await events_of(city, other)


async def test_it_becomes_confidential_later(city: City) -> None:
    """The words that stand in the group already are taken back; lifting it shows them again."""
    clerk = await city.clerk("zhujian", "李明")
    lead = await city.private(await city.clerk("zhujian", "钱局长", "lead"))
    private = await city.private(clerk)
    desk = await city.clerk("triage", "赵静", "dispatcher")
    citizen = await city.citizen()
    number = await city.file(citizen, LETTER)
    streets = await city.clerk("chengguan", "何军")
    await clerk.say(f"/return {number}")
    await clerk.press("不属本部门职责")
    await clerk.press("写一句说明再退回")
    await clerk.say("物业经理归别人管", reply_to=clerk.last)
    await desk.say(f"/transfer {number} 住建局")
    await clerk.say(f"/support {number} 城管")
    await streets.press("写协办意见", on=card_of(streets, number))
    await streets.say("小作坊由我们去看", reply_to=streets.last)
    await city.pass_time(days=4)  # the lead hears that it is overdue
    await private.say(f"/export {number}")
    await desk.say(f"/split {number}")
    await desk.say("1. 电梯坏了，物业经理骂人\n2. 小作坊太吵，夜里也开工", reply_to=desk.last)
    everywhere = (clerk, private, lead, desk, streets)
    assert all(leaks(chat) or any("document" in m for m in chat.messages) for chat in everywhere)
    await citizen.press("补充", on=citizen.find("收到了"))
    await citizen.photo("小作坊的照片")
    await clerk.say("请物业经理来一趟", reply_to=card_of(clerk, number))
    await clerk.press("更多…", on=card_of(clerk, number))
    assert leaks(clerk)
    assert any("photo" in m for m in clerk.messages)
    await citizen.press("查看进度")
    await citizen.press("🔒 保密")
    assert "已设为保密" in citizen.last["text"]
    for chat in everywhere:
        assert leaks(chat) == [], chat.name
        assert not any({"photo", "document"} & m.keys() for m in chat.messages)
    assert "保密件" in card_of(clerk, number)["text"]
    await clerk.press("签收", on=card_of(clerk, number))
    await clerk.press("全文", on=card_of(clerk, number))
    for words in ("住建退回：物业经理归别人管", "城管的协办意见：小作坊由我们去看"):
        assert words in private.find("请勿转发")["text"]
    case_id = (await case_of(city, number)).id
    assert "已经是保密件" in await forged(citizen, f"c:seal:{case_id}")
    # only the citizen lifts it
    boss = await city.supervisor("督办")
    assert await forged(boss, f"c:unseal:{case_id}")
    assert (await case_of(city, number)).confidential
    await citizen.say(f"/case {number}")
    assert "这一件是保密件" in citizen.last["text"]
    await citizen.press("🔓 不保密")
    assert "物业经理" in card_of(clerk, number)["text"]
    assert "过时" in await forged(citizen, f"c:unseal:{case_id}")


async def test_an_addition_in_confidence_seals_the_case(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, "电梯坏了")
    await citizen.say("还有一件：物业经理的小作坊")
    await citizen.press("🔒 保密")
    await citizen.press(f"补充到 {number}")
    assert (await case_of(city, number)).confidential
    assert leaks(clerk) == []


async def test_the_toggle_is_a_toggle(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    await citizen.say("电梯坏了，物业经理骂人")
    await citizen.press("🔒 保密")
    await citizen.press("🔓 不保密")
    assert "🔒 保密：" not in citizen.last["text"]
    await citizen.press("提交")
    assert "物业经理" in card_of(clerk, "261120-0001")["text"]
    assert not (await case_of(city, "261120-0001")).confidential


@pytest.mark.parametrize("who", ["colleague", "other office", "supervisor", "admin", "citizen", "stranger"])
async def test_nobody_else_sees_contact_details(city: City, who: str) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LETTER)
    case_id = (await case_of(city, number)).id
    players = {
        "colleague": await city.clerk("zhujian", "王芳"),
        "other office": await city.clerk("jiaoyu", "周强"),
        "supervisor": await city.supervisor("督办"),
        "admin": await city.admin(),
        "citizen": citizen,
        "stranger": await city.citizen("路人"),
    }
    assert "只有正在办理" in await forged(clerk, f"c:reveal:{case_id}"), "nobody has claimed it"
    await clerk.say(f"/claim {number}")
    record = await events_of(city, number)
    player = players[who]
    private = await city.private(player)
    before = len(private.heard)
    assert await forged(player, f"c:reveal:{case_id}")
    assert await forged(player, f"c:text:{case_id}")
    assert not any(PHONE in text for text in private.heard[before:])
    assert await events_of(city, number) == record
    await private.say(f"/reveals {number}")
    assert ("没有人查看过" in private.last.get("text", "")) is (who in ("supervisor", "admin"))


async def test_contact_details_end_with_the_case_and_with_the_handler(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    await city.clerk("jiaoyu", "周强")
    citizen = await city.citizen()
    number = await city.file(citizen, LETTER)
    case_id = (await case_of(city, number)).id
    await clerk.say(f"/claim {number}")
    assert await forged(clerk, f"c:reveal:{case_id}")
    await clerk.say(f"/transfer {number} 教育局")
    private = await city.private(clerk)
    before = len(private.heard)
    assert await forged(clerk, f"c:reveal:{case_id}")
    second = await city.file(await city.citizen("周先生"), LETTER)
    await clerk.say(f"/claim {second}")
    await (await city.citizen("周先生")).say(f"/withdraw {second}")
    await (await city.citizen("周先生")).press("确认撤回")
    assert "已撤回" in await forged(clerk, f"c:reveal:{(await case_of(city, second)).id}")
    assert len(private.heard) == before
    # nothing to show is said, and is no look
    third = await city.file(await city.citizen("钱先生"), "电梯坏了")
    await clerk.say(f"/claim {third}")
    assert "没有留下" in await forged(clerk, f"c:reveal:{(await case_of(city, third)).id}")
    assert "revealed" not in [kind for kind, _ in await events_of(city, third)]


async def test_a_file_named_after_a_phone_stays_out_of_the_group(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    await citizen.say("电梯坏了")
    city.server.world.upload(citizen.user, "document", b"x", f"{PHONE}.pdf", "")
    await city.settle()
    await citizen.press("提交")
    number = re.findall(r"\d{6}-\d{4}", citizen.find("收到了")["text"])[0]
    await clerk.say(f"/claim {number}")
    assert not any("document" in m for m in clerk.messages)
    await forged(clerk, f"c:files:{(await case_of(city, number)).id}")
    assert not any("document" in m for m in clerk.messages)
    await forged(clerk, f"c:reveal:{(await case_of(city, number)).id}")
    private = await city.private(clerk)
    assert any("document" in m for m in private.messages)


async def test_the_words_behind_a_guess_show_no_number(city: City) -> None:
    desk = await city.clerk("triage", "赵静")
    citizen = await city.citizen()
    number = await city.file(citizen, f"路灯不亮，{PHONE}，{IDENTITY}")
    assert PHONE not in card_of(desk, number)["text"]
    assert IDENTITY not in card_of(desk, number)["text"]


@pytest.mark.parametrize(("arrives", "held_card"), [(True, True), (True, False), (False, False)])
async def test_what_is_on_its_way_when_it_becomes_confidential(
    city: City, monkeypatch: pytest.MonkeyPatch, arrives: bool, held_card: bool
) -> None:
    """Telegram is slow: what was to be said is neither tried again nor left standing."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, "电梯坏了")
    await citizen.press("补充", on=citizen.find("收到了"))
    world, ask, begun, gate = city.server.world, BotApi.call, asyncio.Event(), asyncio.Event()

    async def slow(api: BotApi, method: str, params: Any = None, **more: Any) -> Any:
        said = (params or {}).get("text", "")
        card = "主办" in said
        if (
            not begun.is_set()
            and "物业经理" in said
            and card is held_card
            and params["chat_id"] == clerk.chat
        ):
            begun.set()
            await gate.wait()
            if not arrives:
                raise NoAnswer("no answer in time")
        return await ask(api, method, params, **more)

    monkeypatch.setattr(BotApi, "call", slow)
    world.send_text(citizen.user, "是物业经理弄坏的，他还骂人")
    await begun.wait()
    case_id = (await case_of(city, number)).id
    world.press(citizen.user, citizen.chat, 1, f"c:seal:{case_id}", forged=True)
    while not (await case_of(city, number)).confidential:
        await asyncio.sleep(0.005)
    gate.set()
    await city.settle()
    assert leaks(clerk) == []
    assert "保密件" in card_of(clerk, number)["text"]


async def test_calls_and_questions_go_on_without_the_words(tmp_path: Path, classifier: Classifier) -> None:
    """Who was called or asked is so still, and reads in private, on record; who may read the words keeps them."""
    async with wanting(tmp_path, classifier, approval=True, check=True) as city:
        desk, officer, mine = await desk_with_duty(city)
        clerk = await city.clerk("zhujian", "李明")
        lead = await city.private(await city.clerk("zhujian", "孙科长", "lead"))
        checker = await city.private(await city.clerk("zhujian", "马网格", "checker"))
        told = Transcript(city)
        citizen = await city.citizen()
        told.name(citizen, mine, lead, checker, 住建局群=clerk.chat)
        await citizen.say("电梯困住人了，救命，物业经理骂人")
        await citizen.press("提交")
        number = re.findall(r"\d{6}-\d{4}", citizen.find("收到了")["text"])[0]
        case_id = (await case_of(city, number)).id
        called = mine.last
        assert leaks(mine) and leaks(officer)
        # it becomes confidential while nobody has answered
        await forged(citizen, f"c:seal:{case_id}")
        assert leaks(mine) == leaks(clerk) == leaks(desk) == []
        assert mine.last["message_id"] == called["message_id"], "the call stands, without the words"
        assert labels(mine.last) == ["收到，我来处理", "全文（发到私聊）", "打开卡片"]
        assert "物业经理" in officer.find("次呼叫")["text"], "a dispatcher may read them"
        await city.pass_time(minutes=5)
        assert "第 2 次呼叫" in mine.last["text"] and "保密件" in mine.last["text"]
        assert "第 2 次呼叫" in officer.last["text"]
        assert "等经手的人" in (await mine.press("全文", on=mine.last) or "")
        await mine.press("收到")
        await mine.press("全文", on=mine.find("应答了"))
        assert "物业经理" in mine.last["text"] and "电梯困住人了" in mine.last["text"]
        # a question that waits, with the words and the photo of the citizen
        await forged(citizen, f"c:unseal:{case_id}")
        await clerk.say(f"/claim {number}")
        await citizen.press("补充", on=citizen.find("收到了"))
        await citizen.photo("物业经理在场")
        await answer(clerk, number, "已批评物业经理，电梯已修好。", "已解决")
        assert leaks(checker) and any("photo" in m for m in checker.messages)
        await forged(citizen, f"c:seal:{case_id}")
        assert leaks(checker) == leaks(clerk) == leaks(lead) == leaks(desk) == []
        assert not any("photo" in m for m in checker.messages)
        assert not any("电梯已修好" in text for chat in (checker, clerk, lead) for text in chat.heard)
        assert labels(checker.find("是不是真的解决了"))[:1] == ["核实已解决"]
        await checker.press("全文", on=checker.find("是不是真的解决了"))
        assert "等审批：办结（已解决）。已批评物业经理" in checker.find("请勿转发")["text"]
        assert "photo" in checker.last
        await checker.press("核实已解决")
        # who is asked from now on reads no words of it either, until they ask for them
        question = lead.find("报批办结")
        assert leaks(lead) == leaks(clerk) == []
        await lead.press("退回修改", on=question)
        await lead.say("物业经理的名字不要写", reply_to=lead.last)
        assert "电梯已修好" not in "".join(clerk.heard) and "不要写" not in "".join(clerk.heard)
        assert "意见和原稿已私聊发给申请人" in clerk.find("没有通过")["text"]
        assert "名字不要写" in mine.last["text"] and "原稿没有发给市民" in mine.last["text"]
        await mine.say(f"/reply {number} 已批评教育，电梯已修好。")
        await mine.press("发给市民")
        await lead.press("全文", on=lead.find("报批答复"))
        assert "等审批：答复。已批评教育" in lead.find("请勿转发")["text"]
        await lead.press("同意发出")
        assert "已批评教育" in citizen.last["text"]
        looks = [kind for kind, _ in await events_of(city, number)]
        assert looks.count("revealed") == 3
        told.check("secrecy-asked.zh-Hans")
        # a long one that stands in several parts: none of them stays
        await forged(citizen, f"c:unseal:{case_id}")
        await answer(clerk, number, "电梯已修好。" * 668, "解释到位")
        assert any("（1/2）" in text for text in lead.heard)
        await forged(citizen, f"c:seal:{case_id}")
        assert not any("电梯已修好。电梯" in text for chat in (clerk, lead, checker) for text in chat.heard)


LISTS = ("/find {number}", "/my", "/queue", "/find 打我的电话")


async def test_lists_that_stand_are_taken_back(
    city: City, expected: Expected, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a group and in private: found, turned over, opened and gone back, waiting to be sent, on their way."""
    clerk = await city.clerk("zhujian", "李明")
    private = await city.private(clerk)
    desk = await city.clerk("triage", "赵静", "dispatcher")
    citizen, other = await city.citizen(), await city.citizen("王先生")
    beside = await city.file(other, "电梯坏了，请来修")
    number = await city.file(citizen, LETTER)
    await clerk.say(f"/claim {number}")
    for chat, commands in ((clerk, LISTS), (private, LISTS[2:])):
        for command in commands:
            await chat.say(command.format(number=number))
            assert number in f"{chat.last['text']}{labels(chat.last)}", command
    await clerk.say("/find 骂人")
    await clerk.press(number)  # the case in place of the list
    assert "物业经理" in clerk.last["text"]
    await clerk.say("/find 电梯")
    innocent = clerk.last
    await clerk.press(beside, on=innocent)  # another case stands there now: it stays
    await desk.say(f"/merge {beside}")
    assert any(number in label for label in labels(desk.last))
    # one waits since the group gets too much, one is on its way
    await citizen.press("查看进度", on=citizen.find("收到了"))
    world, before, gate, ask = city.server.world, len(city.server.calls), asyncio.Event(), BotApi.call
    expected.faults = ("Too Many Requests",)

    async def held(api: BotApi, method: str, params: Any = None, **more: Any) -> Any:
        answer = await ask(api, method, params, **more)
        if method == "sendMessage" and params["chat_id"] == private.chat:
            await gate.wait()
        return answer

    monkeypatch.setattr(BotApi, "call", held)
    world.faults.add("sendMessage", 1000, chat_id=clerk.chat, error_code=429, parameters={"retry_after": 1})
    for chat in (clerk, private):
        world.send_text(chat.user, "/queue", chat.chat)
    while not await underway(city, "pending", "sending"):
        await asyncio.sleep(0.005)
    message, data = citizen._find("🔒 保密", None)
    world.press(citizen.user, citizen.chat, message["message_id"], data)
    while not (await case_of(city, number)).confidential:
        await asyncio.sleep(0.005)
    world.faults.clear()
    gate.set()
    await city.settle()
    for chat in (clerk, private, desk):
        assert leaks(chat) == [], chat.name
    late = list(city.server.calls)[before:]
    told = [str(p) for method, p, answer in late if answer["ok"] and p.get("chat_id") == clerk.chat]
    assert told and not any(word in text for text in told for word in WORDS), "what waited never went out"
    stays = next(m for m in clerk.messages if m["message_id"] == innocent["message_id"])
    assert stays["text"].startswith(beside), "another case had been opened in it"
    # each shows anew what may be seen now
    for chat in (clerk, private, desk):
        closed = [m for m in chat.messages if "清单先收起来了" in m.get("text", "")]
        assert closed, chat.name
        for message in closed:
            toast = await chat.press("再看一次", on=message) or ""
            now = next(m for m in chat.messages if m["message_id"] == message["message_id"])
            # a later /find has taken the place of an earlier one; what a case is merged into is shown below
            assert "清单先收起来了" not in now["text"] or "过时" in toast or "见下方" in toast
        assert leaks(chat) == [], chat.name
    assert "🔒 保密件" in str(labels(clerk.find("在办 2 件")))


async def underway(city: City, *statuses: str) -> bool:
    async with city.service.db.read() as conn:
        query = select(outbox.c.status).where(outbox.c.purpose == "queue", outbox.c.status != "sent")
        return sorted((await conn.execute(query)).scalars()) == sorted(statuses)
