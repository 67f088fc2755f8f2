"""A sent answer is held for a moment: taken back, sent by the clock, or not sent with the reason told."""

import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot import jobs
from bot.sandbox.server import SandboxServer
from bot.store import inbox, tables
from bot.store.db import Tx
from classifier.predict import Classifier
from tests.city import City, Player, running_city
from tests.factories import TOKEN, HandClock
from tests.journeys.acts import card_of, case_of, forged, kinds_of, labels
from tests.journeys.transcript import Transcript
from tests.soundness import Expected, check_sound, sound_city

LIFT = "幸福小区三号楼电梯坏了半个月，物业不修"
ANSWER = "配件12月1日前到，装好后12月5日前再答复您。"
HELD = {"undo_seconds": 30}


@pytest.fixture
async def city(tmp_path: Path, classifier: Classifier, expected: Expected) -> AsyncIterator[City]:
    async with sound_city(tmp_path, classifier, expected, desk=HELD) as running:
        yield running


async def answered(city: City, name: str = "李明") -> tuple[Player, Player, str]:
    """A clerk has just pressed send."""
    clerk = await city.clerk("zhujian", name)
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.say(ANSWER, reply_to=card_of(clerk, number))
    assert await clerk.press("发给市民") == "稍后发出，还能撤回"
    return clerk, citizen, number


async def test_held_taken_back_and_sent(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    await clerk.say(ANSWER, reply_to=card_of(clerk, number))
    preview = clerk.last
    await clerk.press("发给市民")
    assert "30 秒后发给市民" in clerk.last["text"]
    assert labels(clerk.last) == ["撤回"]
    await city.pass_time(seconds=20)
    assert await kinds_of(city, number) == ["filed"], "nothing has happened yet, not even the claim"
    assert ANSWER not in "".join(citizen.heard)
    assert await clerk.press("撤回") == "已撤回，没有发出"
    assert clerk.last["message_id"] == preview["message_id"]
    assert clerk.last["text"] == preview["text"]
    told.note("一小时后")
    await city.pass_time(hours=1)
    assert await kinds_of(city, number) == ["filed"]
    # sent after all: once, by the clerk, when the clock rings
    await clerk.press("发给市民")
    told.note("半分钟后")
    await city.pass_time(seconds=30)
    assert await kinds_of(city, number) == ["filed", "claimed", "replied"]
    assert sum(ANSWER in text for text in citizen.heard) == 1
    assert "已发给市民" in clerk.find("已发给市民")["text"]
    assert (await case_of(city, number)).handler_id == clerk.user
    await city.pass_time(minutes=5)
    assert sum(ANSWER in text for text in citizen.heard) == 1
    told.check("undo.zh-Hans")


async def test_pressed_twice_late_and_by_others(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    other = await city.clerk("zhujian", "王芳")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.say(ANSWER, reply_to=card_of(clerk, number))
    world = city.server.world
    send = clerk.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    preview = clerk.last["message_id"]
    dialogue = send.rsplit(":", 1)[1]
    # twice before the first was seen
    for _ in range(2):
        world.press(clerk.user, clerk.chat, preview, send)
    await city.settle()
    # while it is held nothing else can be done to it, by old buttons or forged ones
    for verb in ("send", "note", "discard", "as-solved", "undoo"):
        assert "等着发出" in await forged(clerk, f"r:{verb}:{dialogue}"), verb
    for who in (other, await city.private(clerk), citizen):
        assert "过时" in await forged(who, f"r:undo:{dialogue}")
    # a second answer to the same case waits too, so that no answer is lost
    await clerk.say("再补一句", reply_to=card_of(clerk, number))
    assert "等着发出" in clerk.last["text"]
    await city.pass_time(seconds=30)
    assert await kinds_of(city, number) == ["filed", "claimed", "replied"]
    # too late
    assert "来不及撤回" in await forged(clerk, f"r:undo:{dialogue}")
    assert "过时" in await forged(clerk, f"r:send:{dialogue}")
    assert await kinds_of(city, number) == ["filed", "claimed", "replied"]


async def test_an_edit_holds_it_back(city: City) -> None:
    """Who changes their words wants them changed: the old ones don't go out."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    mine = await clerk.say(ANSWER, reply_to=card_of(clerk, number))
    await clerk.press("发给市民")
    await clerk.edit(mine, "配件12月2日前到，装好后12月6日前再答复您。")
    assert "先不发出" in clerk.last["text"]
    assert "12月6日" in clerk.last["text"]
    await city.pass_time(minutes=5)
    assert await kinds_of(city, number) == ["filed"]
    await clerk.press("发给市民")
    await city.pass_time(seconds=30)
    assert "12月6日" in citizen.last["text"]
    assert ANSWER not in "".join(citizen.heard)


async def test_the_case_moved_on_meanwhile(city: City) -> None:
    """Withdrawn, taken by a colleague, sent to another office: not sent, the reason told, the words kept."""
    clerk, citizen, number = await answered(city)
    await citizen.press("撤回")
    await citizen.press("确认撤回")
    await city.pass_time(seconds=30)
    assert await kinds_of(city, number) == ["filed", "withdrawn"]
    assert "没有发出" in clerk.last["text"]
    assert "这一件现在是“已撤回”，不能" in clerk.last["text"]
    assert ANSWER in clerk.last["text"]
    assert clerk.last["reply_to_message"]["text"] == ANSWER
    assert {"type": "pre"}.items() <= clerk.last["entities"][-1].items()
    assert "没有发出，原因见下面" in clerk.find("原因见下面")["text"]

    clerk, citizen, number = await answered(city)
    other = await city.clerk("zhujian", "王芳")
    await other.say(f"/claim {number}")
    await city.pass_time(seconds=30)
    assert await kinds_of(city, number) == ["filed", "claimed"]
    assert "王芳 已经签收了这一件" in clerk.last["text"]
    # what came back can be answered again, from that very message
    await clerk.say(ANSWER, reply_to=clerk.last)
    assert "市民将看到" in clerk.last["text"]
    await clerk.press("取消")

    clerk, citizen, number = await answered(city)
    await other.say(f"/transfer {number} 教育局")
    await city.pass_time(seconds=30)
    assert await kinds_of(city, number) == ["filed", "transferred"]
    assert "已经转给望江市教育局" in clerk.find("没有发出，市民没有收到")["text"]
    assert ANSWER not in "".join(citizen.heard)


async def test_closed_by_a_colleague_meanwhile(city: City) -> None:
    """Two answers held at once: the first closes the case, the second hears so."""
    clerk = await city.clerk("zhujian", "李明")
    other = await city.clerk("zhujian", "王芳")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.say(f"/claim {number}")
    await other.say("住建局工作人员11月19日到现场，物业已于11月19日修好。", reply_to=card_of(other, number))
    await other.press("改为办结·已解决")
    await other.press("发给市民")
    await city.pass_time(seconds=5)
    await clerk.say(ANSWER, reply_to=card_of(clerk, number))
    await clerk.press("发给市民")
    await city.pass_time(seconds=30)
    assert await kinds_of(city, number) == ["filed", "claimed", "resolved"]
    assert "这一件现在是“已办结”" in clerk.find("没有发出，市民没有收到")["text"]
    assert ANSWER not in "".join(citizen.heard)


async def test_no_longer_staff(city: City) -> None:
    clerk, citizen, number = await answered(city)

    async def leave(tx: Tx) -> None:
        await tx.conn.execute(tables.roles.update().values(revoked_at=tx.now))

    await city.service.db.write(leave)
    await city.pass_time(seconds=30)
    assert await kinds_of(city, number) == ["filed"]
    assert "没有发出" in clerk.last["text"]
    assert ANSWER not in "".join(citizen.heard)


async def test_an_answer_is_never_late_for_being_held(city: City) -> None:
    """Pressed ten seconds before news is due: it goes out in time, and nobody is told that it was missed."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.say(f"/claim {number}")
    due = datetime(2026, 11, 25, 17, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    await city.pass_time(seconds=(due - city.clock.now() - timedelta(seconds=10)).total_seconds())
    await clerk.say(ANSWER, reply_to=card_of(clerk, number))
    await clerk.press("发给市民")
    assert "9 秒后发给市民" in clerk.last["text"]
    await city.pass_time(minutes=10)
    assert await kinds_of(city, number) == ["filed", "claimed", "replied"]
    assert ANSWER in citizen.last["text"]


async def test_what_is_pressed_comes_before_the_clock(city: City) -> None:
    """Something of the chat still lies in the inbox when the clock rings: it may be the press on undo."""
    clerk, citizen, number = await answered(city)
    service = city.service
    hello = {
        "update_id": 900_000_001,
        "message": {
            "message_id": 900_000,
            "date": 1_795_000_000,
            "chat": {"id": clerk.chat, "type": "supergroup", "title": "群"},
            "from": {"id": clerk.user, "is_bot": False, "first_name": "李明"},
            "text": "来了",
        },
    }
    letter = inbox.Received(900_000_001, clerk.chat, json.dumps(hello))
    await service.db.write(lambda tx: inbox.add(tx, city.bot, [letter]))
    city.clock.pass_(seconds=31)
    await jobs.ring_clocks(service.db, service.desk, city.clock)
    assert await kinds_of(city, number) == ["filed"]
    assert await clerk.press("撤回") == "已撤回，没有发出"
    await city.sweep()
    assert await kinds_of(city, number) == ["filed"]
    assert ANSWER not in "".join(citizen.heard)


async def test_a_restart_neither_loses_nor_doubles_it(tmp_path: Path, classifier: Classifier) -> None:
    clock = HandClock()
    server = SandboxServer(token=TOKEN)
    await server.start()
    try:
        async with running_city(tmp_path, classifier, server=server, clock=clock, desk=HELD) as city:
            clerk, citizen, number = await answered(city)
        clock.pass_(hours=2)
        async with running_city(tmp_path, classifier, server=server, clock=clock, desk=HELD) as city:
            clerk, citizen = (Player(city, p.user, p.chat, p.name) for p in (clerk, citizen))
            await city.sweep()
            await city.sweep()
            assert await kinds_of(city, number) == ["filed", "claimed", "replied"]
            assert sum(ANSWER in text for text in citizen.heard) == 1
            assert "已发给市民" in clerk.find("已发给市民")["text"]
            # the first desk's last question to the server may still be open when the second one asks
            await check_sound(city, Expected(faults=("Conflict",)))
    finally:
        await server.stop()


async def test_the_citizen_leaves_meanwhile(city: City, expected: Expected) -> None:
    """Noticed before the answer goes out, and only as it does: the preview says what is true, once."""
    expected.faults = ("Forbidden",)
    world = city.server.world
    for noticed in (True, False):
        clerk, citizen, number = await answered(city)
        preview = clerk.last
        if noticed:
            world.block(citizen.user, True)
            await city.settle()
        else:
            world.faults.add(
                "sendMessage",
                1,
                chat_id=citizen.chat,
                error_code=403,
                description="Forbidden: bot was blocked by the user",
            )
        await city.pass_time(seconds=30)
        kinds = await kinds_of(city, number)
        assert kinds == (
            ["filed", "unreachable", "claimed", "replied"]
            if noticed
            else ["filed", "claimed", "replied", "unreachable"]
        )
        told = [m for m in clerk.messages if number in m.get("text", "") and "没有送到" in m["text"]]
        assert [m["message_id"] for m in told] == [preview["message_id"]]
        assert "查看联系方式" not in told[0]["text"], "there is no number to call"
        assert "：已发给市民" not in "".join(clerk.heard)
        assert "市民收不到消息" in card_of(clerk, number)["text"]
        # back again they read what they missed
        world.block(citizen.user, False)
        await citizen.say("/start")
        assert ANSWER in "".join(citizen.heard)
        now = next(m for m in clerk.messages if m["message_id"] == preview["message_id"])
        assert "市民回来了，最新的情况已发给市民" in now["text"]


async def test_telegram_refuses_some_of_it(city: City, expected: Expected) -> None:
    """All, one part of several, a file: the preview says what the citizen has not seen, and what to do."""
    refused = "Bad Request: wrong file identifier"
    expected.faults, expected.failed = (refused,), 3
    clerk, citizen, number = await answered(city)
    await citizen.say("我的电话 13812345678", reply_to=citizen.find(number))
    world = city.server.world

    def refuse(method: str, *, after: int = 0) -> None:
        if after:
            world.faults.add(method, after, "delay", chat_id=citizen.chat)
        world.faults.add(method, chat_id=citizen.chat, error_code=400, description=refused)

    async def goes_out(says: str) -> None:
        preview = next(m["message_id"] for m in reversed(clerk.messages) if labels(m) == ["撤回"])
        await city.pass_time(seconds=30)
        now = next(m["text"] for m in clerk.messages if m["message_id"] == preview)
        assert says in now and "已发给市民" not in now
        assert "没有发出去" in clerk.last["text"] and number in clerk.last["text"]

    refuse("sendMessage")
    await goes_out("没有送到，Telegram 拒收，市民没有看到。请换个说法，回复卡片重发。等不得的话，请打电话")
    assert ANSWER not in "".join(citizen.heard)

    await clerk.say((ANSWER * 200)[:4090], reply_to=card_of(clerk, number))
    await clerk.say(ANSWER, reply_to=card_of(clerk, number))
    await clerk.press("发给市民")
    refuse("sendMessage", after=1)
    await goes_out("共 2 条，第 2 条没有送到，Telegram 拒收。请换个说法，回复卡片重发。")
    assert "秒后发给市民" not in "".join(m.get("text", "") for m in clerk.messages)

    await clerk.photo(
        "住建局工作人员11月19日到现场，物业已于11月19日修好。", reply_to=card_of(clerk, number)["message_id"]
    )
    await clerk.press("改为办结·已解决")
    await clerk.press("发给市民")
    refuse("sendPhoto")
    await goes_out("文字已送到，附件没有送到，Telegram 拒收。请在卡片上按“更多…”“更正答复”，重发附件。")
    assert "物业已于11月19日修好" in citizen.last["text"]
