"""Danger: who is asked, who is called, how often, and what ends it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.core.deadlines import Kind
from bot.core.duty import Shift
from bot.sandbox.server import SandboxServer
from bot.service import paging
from bot.store import cases, clocks, duty
from bot.store.db import Tx
from classifier.predict import Classifier
from tests.city import City, Player, running_city
from tests.factories import TOKEN, HandClock
from tests.journeys.acts import LIFT, ZONE, card_of, case_of, events_of, forged, kinds_of, labels
from tests.journeys.transcript import Transcript
from tests.soundness import Expected, check_sound

HELD = "我妹在会所被扣了，手机关机，定位在滨江路"  # the model's flag alone
FIRE = "楼上着火了，快来人"  # words and model
FEAR = "小区消防通道被占，万一起火怎么办"  # words that the model makes nothing of
NUMBER = "261120-0001"
CALL = "次呼叫"


async def on_duty(city: City, player: Player, office: str, shifts: Sequence[Shift] = tuple(Shift)) -> Player:
    """Put somebody on duty; their private chat."""

    async def put(tx: Tx) -> None:
        for shift in shifts:
            await duty.put(tx, office, shift, player.user, on=True, by=player.user)

    await city.service.db.write(put)
    return await city.private(player)


def calls(player: Player) -> int:
    """How many rounds have reached this chat."""
    return sum(f"{CALL}" in text and ("紧急：" in text or "没有人应答" in text) for text in player.heard)


async def alarm_of(city: City, number: str) -> datetime | None:
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        return await clocks.alarm(conn, f"page:{case.id}", "page")


async def grade_of(city: City, number: str) -> str:
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        return str((await cases.history(conn, case.id))[0].data["grade"])


async def desk_with_duty(city: City) -> tuple[Player, Player, Player]:
    """The centre's group, its officer on duty, and an office's officer on duty, the latter two in private."""
    desk = await city.clerk("triage", "赵静", "dispatcher")
    clerk = await city.clerk("zhujian", "李明")
    return desk, await on_duty(city, desk, "triage"), await on_duty(city, clerk, "zhujian")


# --- the question


async def test_silence_counts_as_yes(city: City) -> None:
    """The model alone is not believed: it is asked. Nobody answers: after three minutes it is an emergency."""
    group, officer, _ = await desk_with_duty(city)
    told = Transcript(city)
    citizen = await city.citizen("周女士")
    told.name(citizen, officer, group, 综合受理群=group.chat)
    await citizen.say(HELD)
    assert citizen.last["text"].startswith("现在有人有危险吗？")
    assert "110" in citizen.last["text"]
    assert labels(citizen.last) == ["有", "没有危险，可以等", "接着写", "取消"]
    told.note("过了三分钟")
    await city.pass_time(minutes=3)
    assert "已照原样替您提交了" in citizen.last["text"]
    assert "已经在叫值班的人先看这一件" in citizen.last["text"]
    assert await grade_of(city, NUMBER) == "emergency"
    assert "可能有危险" in card_of(group, NUMBER)["text"]
    assert "第 1 次呼叫值班，还没有人应答" in card_of(group, NUMBER)["text"]
    assert "没有等到回答" in officer.last["text"]
    told.note("又过了五分钟")
    await city.pass_time(minutes=5)
    assert calls(officer) == 2
    assert await officer.press("收到") == "已应答，其他人不再叫"
    assert f"值班的工作人员看到 {NUMBER} 了" in citizen.last["text"]
    await city.pass_time(hours=1)
    assert calls(officer) <= 2
    assert "赵静（101）11-20 12:08 应答了呼叫" in card_of(group, NUMBER)["text"]
    told.check("silence-is-yes.zh-Hans")


async def test_no_danger_after_all(city: City) -> None:
    """“没有” makes it an ordinary request, and holds until new words raise it."""
    _, officer, _ = await desk_with_duty(city)
    citizen = await city.citizen()
    await citizen.say(HELD)
    await citizen.press("没有")
    assert "有危险吗" not in citizen.last["text"]
    assert {"✅ 提交", "有人有危险"} <= set(labels(citizen.last))
    await city.pass_time(minutes=5)
    assert "提交，编号" not in citizen.last["text"], "it waits like any other"
    await citizen.say("已经回来了，手机刚充上电")
    assert "有危险吗" not in citizen.last["text"], "one answer is enough"
    await citizen.say("现在楼道里冒烟了")
    assert citizen.last["text"].startswith("现在有人有危险吗？"), "new words raise it again"
    await citizen.press("没有")
    await citizen.press("提交")
    assert await grade_of(city, NUMBER) == "ordinary"
    assert "值班" not in citizen.last["text"]
    assert not calls(officer)
    assert await alarm_of(city, NUMBER) is None


async def test_words_of_fear_are_asked_about_too(city: City) -> None:
    """The numbers at once, as for every word of danger; but the model makes nothing of it, so nobody is woken yet."""
    _, officer, _ = await desk_with_duty(city)
    citizen = await city.citizen()
    await citizen.say(FEAR)
    assert citizen.last["text"].startswith("现在有人有危险吗？")
    assert "119" in citizen.last["text"]
    await citizen.press("没有")
    await citizen.press("提交")
    assert await grade_of(city, NUMBER) == "ordinary"
    assert not calls(officer)


async def test_yes(city: City) -> None:
    _, officer, _ = await desk_with_duty(city)
    citizen = await city.citizen()
    await citizen.say(HELD)
    question = citizen.last
    await citizen.press("有")
    assert citizen.last["text"].startswith("有人有危险，请马上打电话：")
    assert {"✅ 提交", "没有危险，可以等"} <= set(labels(citizen.last))
    await citizen.press("提交")
    assert "市民说：现在有人有危险" in officer.last["text"]
    assert await grade_of(city, NUMBER) == "emergency"
    dialogue = question["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[2]
    for verb in ("danger", "safe"):
        assert "过时" in await forged(citizen, f"d:{verb}:{dialogue}"), "the draft is over"


async def test_yes_or_no_of_somebody_else(city: City) -> None:
    await desk_with_duty(city)
    citizen, other = await city.citizen(), await city.citizen("路人")
    await citizen.say(HELD)
    data = citizen.last["reply_markup"]["inline_keyboard"][0][1]["callback_data"]
    assert "过时" in await forged(other, data)
    await city.pass_time(minutes=3)
    assert await grade_of(city, NUMBER) == "emergency"


async def test_the_citizen_says_so_unasked_and_takes_it_back(city: City) -> None:
    _, officer, _ = await desk_with_duty(city)
    citizen = await city.citizen()
    await citizen.say(LIFT)
    await citizen.press("有人有危险")
    assert citizen.last["text"].startswith("有人有危险，请马上打电话：")
    await citizen.press("没有危险，可以等")
    assert "请马上打电话" not in citizen.last["text"]
    await city.pass_time(minutes=5)
    assert not calls(officer)
    await citizen.press("有人有危险")
    await city.pass_time(minutes=3)
    assert "市民说：现在有人有危险" in officer.last["text"], "and the clock is the short one"


async def test_an_edit_raises_it(city: City) -> None:
    """Words changed to words of danger are asked about like new ones; what was answered is not asked again."""
    _, officer, _ = await desk_with_duty(city)
    citizen = await city.citizen()
    message = await citizen.say(LIFT)
    await citizen.edit(message, LIFT + "，现在冒烟了")
    assert citizen.last["text"].startswith("现在有人有危险吗？")
    await citizen.press("没有危险，可以等")
    await citizen.press("提交")
    await citizen.edit(message, LIFT + "，现在冒烟了，二号楼")
    assert citizen.last["text"].startswith("已补充到")
    await city.pass_time(minutes=3)
    assert not calls(officer)
    await citizen.edit(message, LIFT + "，现在冒烟了，二号楼，有人昏倒了")
    assert citizen.last["text"].startswith("有人有危险，请马上打电话：")
    await city.pass_time(minutes=3)
    assert calls(officer) == 1


async def test_talk_of_self_harm_is_the_centre_s(city: City) -> None:
    """No question, the help line; the centre is called, the office is not."""
    _, officer, clerk = await desk_with_duty(city)
    citizen = await city.citizen()
    await citizen.say("物业逼得我不想活了，药我都攒好了")
    assert "12356" in citizen.last["text"]
    assert not {"有", "没有危险，可以等", "有人有危险"} & set(labels(citizen.last))
    await citizen.press("提交")
    assert "已经在请值班的人来看" in citizen.last["text"]
    assert "可能想伤害自己" in officer.last["text"]
    assert not calls(clerk)


async def test_danger_in_a_reply_to_an_open_case(city: City) -> None:
    """It is asked about before it goes into the case; then the duty officers are called to that case."""
    _, officer, clerk = await desk_with_duty(city)
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    group = await city.clerk("zhujian", "李明")
    await group.press("签收")
    await group.say(f"/ask {number} 几号楼？")
    await group.press("发给市民")
    await citizen.say("3号楼，井道里冒烟了", reply_to=citizen.find("想请您补充"))
    assert citizen.last["text"].startswith("现在有人有危险吗？")
    await citizen.press("有")
    await citizen.press(f"回答 {number}")
    assert "已经在叫值班的人" in citizen.last["text"]
    assert "冒烟" in officer.last["text"]
    assert calls(clerk) == 1
    assert "可能有危险" in card_of(group, number)["text"]
    assert (await case_of(city, number)).question is None, "the question was answered, too"
    await citizen.say("烟越来越大，冒烟了", reply_to=citizen.last)
    await city.pass_time(minutes=3)
    assert await grade_of(city, "261120-0002") == "emergency", "left lying, it becomes a case of its own"


# --- the calls


async def test_until_somebody_answers(city: City) -> None:
    """At night: office and centre at once, from the third round on those above, and one answer ends it for all."""
    _, officer, clerk = await desk_with_duty(city)
    lead = await city.private(await city.clerk("zhujian", "孙主任", "lead"))
    above = await city.supervisor("督办员")
    idle = await city.private(await city.clerk("zhujian", "王芳"))
    city.clock.move_to(datetime(2026, 11, 21, 2, 0, tzinfo=ZONE))  # a Saturday
    citizen = await city.citizen()
    told = Transcript(city)
    told.name(officer, clerk, lead)
    told.note("星期六凌晨两点")
    await citizen.say("电梯困住人了，救命，业主电话13800138000")
    await citizen.press("提交")
    number = "261121-0001"
    for player in (officer, clerk):
        assert calls(player) == 1
        assert "电梯困住人了" in player.last["text"]
        assert "13800138000" not in player.last["text"], "masked"
    assert not calls(lead)
    told.note("过了五分钟")
    await city.pass_time(minutes=5)
    assert calls(clerk) == 2
    assert not calls(lead)
    told.note("又过了五分钟")
    await city.pass_time(minutes=5)
    assert [calls(p) for p in (officer, clerk, lead, above, idle)] == [3, 3, 1, 1, 0]
    assert f"{number} 已经叫了值班的人 3 次，还没有人应答，我接着叫" in citizen.last["text"]
    assert sum("收到，我来处理" in labels(m) for m in clerk.messages) == 1, "only the newest can be answered"
    assert await lead.press("收到") == "已应答，其他人不再叫"
    assert "您 11-21 02:10 应答了" in lead.last["text"]
    assert f"值班的工作人员看到 {number} 了" in citizen.last["text"]
    assert "签收" in labels(lead.last)
    for player in (officer, clerk, above):
        assert "孙主任 11-21 02:10 应答了，正在处理" in player.last["text"]
        assert labels(player.last) == []
    assert await forged(clerk, f"c:ack:{(await case_of(city, number)).id}") == "孙主任已经接手了这次呼叫。"
    assert await forged(lead, f"c:ack:{(await case_of(city, number)).id}") == "已应答，其他人不再叫"
    kinds = [kind for kind, _ in await events_of(city, number)]
    assert kinds.count("paged") == 3
    assert kinds.count("page_answered") == 1
    assert (await case_of(city, number)).handler_id is None, "answering is no claim"
    await lead.press("签收")
    assert (await case_of(city, number)).handler_id == lead.user
    await city.pass_time(hours=1)
    assert "paged" not in [kind for kind, _ in (await events_of(city, number))[len(kinds) :]]
    told.check("called-at-night.zh-Hans")


async def test_who_may_not_answer(city: City) -> None:
    await desk_with_duty(city)
    stranger = await city.private(await city.clerk("jiaoyu", "何军"))
    citizen = await city.citizen()
    number = await city.file(citizen, "电梯困住人了，救命")
    case_id = (await case_of(city, number)).id
    assert "没有这一步的权限" in await forged(stranger, f"c:ack:{case_id}")
    assert "给工作人员用的" in await forged(citizen, f"c:ack:{case_id}")
    assert await alarm_of(city, number) is not None
    calm = await city.file(await city.citizen("小周"), LIFT)
    clerk = await city.clerk("zhujian", "李明")
    assert "过时" in await forged(clerk, f"c:ack:{(await case_of(city, calm)).id}"), "nobody was called"


@pytest.mark.parametrize("how", ["claim", "reply", "withdraw"])
async def test_what_else_ends_a_call(city: City, how: str) -> None:
    _, officer, clerk = await desk_with_duty(city)
    group = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, "电梯困住人了，救命")
    if how == "claim":
        await group.press("签收")
    elif how == "reply":
        await group.say(f"/reply {number} 救援的人在路上")
        await group.press("发给市民")
    else:
        await citizen.say(f"/withdraw {number}")
        await citizen.press("确认撤回")
    assert ("李明 11-20 12:00 签收了" if how != "withdraw" else "现在是“已撤回”") in officer.last["text"]
    assert labels(officer.last) == labels(clerk.last) == []
    assert await alarm_of(city, number) is None
    await city.pass_time(hours=1)
    assert calls(officer) == 0
    late = await forged(clerk, f"c:ack:{(await case_of(city, number)).id}")
    assert late in ("李明已经接手了这次呼叫。", "已应答，其他人不再叫", "–已经接手了这次呼叫。")


async def test_sent_on_the_next_office_is_called(city: City) -> None:
    """The centre answered and passes it on: the officers of the office that has it now must know."""
    desk, officer, _ = await desk_with_duty(city)
    police = await on_duty(city, await city.clerk("gongan", "何军"), "gongan")
    citizen = await city.citizen()
    await citizen.say(FIRE)
    await citizen.press("提交")
    await officer.press("收到")
    assert not calls(police)
    await desk.press("公安", on=card_of(desk, NUMBER))
    await city.sweep()
    assert calls(police) == 1
    assert "第 1 次呼叫" in police.last["text"]
    await police.press("收到")
    assert await alarm_of(city, NUMBER) is None


@pytest.mark.parametrize("there", ["lead", "supervisor", "admin"])
async def test_nobody_is_on_duty(city: City, there: str) -> None:
    """The office's lead; without one the supervisors; without one the admins."""
    await city.clerk("zhujian", "李明")
    await city.clerk("triage", "赵静", "dispatcher")
    admin = await city.admin()
    called = admin
    if there == "lead":
        called = await city.private(await city.clerk("zhujian", "孙主任", "lead"))
        await city.supervisor("督办员")
    elif there == "supervisor":
        called = await city.supervisor("督办员")
    citizen = await city.citizen()
    await city.file(citizen, "电梯困住人了，救命")
    assert calls(called) == 1
    assert bool(calls(admin)) is (there == "admin")


async def test_nobody_at_all(city: City) -> None:
    """A group without anybody on duty, a lead, a supervisor or an admin that can be called: the group is told."""
    clerk = await city.clerk("zhujian", "李明")
    admin = await city.admin()

    async def dismiss(tx: Tx) -> None:
        await tx.conn.exec_driver_sql("UPDATE roles SET revoked_at = '2026-11-20' WHERE role = 'admin'")

    await city.service.db.write(dismiss)
    citizen = await city.citizen()
    number = await city.file(citizen, "电梯困住人了，救命")
    assert not calls(admin)
    assert "没有能叫到的值班人员" in clerk.last["text"]
    await clerk.press("收到")
    assert "李明 11-20 12:00 应答了" in clerk.last["text"]
    assert await alarm_of(city, number) is None


async def test_who_blocked_the_bot_is_named_in_the_group(city: City, expected: Expected) -> None:
    expected.faults = ("Forbidden: bot was blocked by the user",)
    _, officer, clerk = await desk_with_duty(city)
    group = await city.clerk("zhujian", "李明")
    city.server.world.person(clerk.user).blocked = True  # Telegram says nothing: the refused message tells
    citizen = await city.citizen()
    await city.file(citizen, "电梯困住人了，救命")
    assert "李明，私聊找不到您" in group.last["text"]
    assert group.last["entities"][-1]["type"] == "text_mention"
    assert calls(officer) == 1
    await city.pass_time(minutes=5)
    assert "李明，私聊找不到您" in group.last["text"], "now it is known, and the group hears at once"
    assert sum("收到，我来处理" in labels(m) for m in group.messages) == 1
    assert await group.press("收到") == "已应答，其他人不再叫"
    assert "李明 11-20 12:05 应答了" in officer.last["text"]


async def test_it_does_not_go_on_for_ever(city: City) -> None:
    _, officer, _ = await desk_with_duty(city)
    citizen = await city.citizen()
    number = await city.file(citizen, "电梯困住人了，救命")
    await city.pass_time(hours=1)
    assert [k for k, _ in await events_of(city, number)].count("paged") == 12
    await city.pass_time(hours=30)
    assert [k for k, _ in await events_of(city, number)].count("paged") == 36
    assert await alarm_of(city, number) is None
    assert await officer.press("收到") == "已应答，其他人不再叫", "it can still be answered"


async def test_an_outage_is_one_call(tmp_path: Path, classifier: Classifier, expected: Expected) -> None:
    """The process ends between two rounds and comes back hours later: one call, then every five minutes again."""
    server = SandboxServer(token=TOKEN)
    await server.start()
    clock = HandClock()
    try:
        async with running_city(tmp_path, classifier, clock=clock, server=server) as city:
            _, officer, _ = await desk_with_duty(city)
            citizen = await city.citizen()
            number = await city.file(citizen, "电梯困住人了，救命")
            assert calls(officer) == 1
        expected.faults = ("Conflict",)  # the first poller's question is still open
        clock.pass_(hours=3)
        async with running_city(tmp_path, classifier, clock=clock, server=server) as again:
            officer.city = again
            await again.sweep()
            await again.sweep()
            assert calls(officer) == 2
            await again.pass_time(minutes=5)
            assert calls(officer) == 3
            assert await alarm_of(again, number) == clock.now() + timedelta(minutes=5)
            await check_sound(again, expected)
    finally:
        await server.stop()


async def test_an_answer_between_the_look_and_the_call_is_heard(city: City) -> None:
    """A sweep sees what is due and comes to it later: who was called a moment ago, or has answered, is left alone."""
    _, _, mine = await desk_with_duty(city)
    number = await city.file(await city.citizen(), "电梯困住人了，救命")
    case_id = (await case_of(city, number)).id
    city.clock.pass_(minutes=5)
    for _ in range(2):
        await city.service.db.write(lambda tx: paging.ring(tx, city.service.desk, case_id))
    await city.settle()
    assert (await kinds_of(city, number)).count("paged") == 2
    await mine.press("收到")
    city.clock.pass_(minutes=5)
    await city.service.db.write(lambda tx: paging.ring(tx, city.service.desk, case_id))
    assert (await kinds_of(city, number)).count("paged") == 2
    assert await alarm_of(city, number) is None


async def test_the_place_comes_with_the_call(city: City) -> None:
    _, officer, _ = await desk_with_duty(city)
    citizen = await city.citizen()
    await citizen.say("楼里着火了" + "，大家都在往下跑" * 200)
    await citizen.send_other("location")
    await citizen.press("提交")
    assert "📍 位置（纬度" in officer.last["text"]
    assert await officer.press("打开卡片") is not None
    assert officer.last["text"].startswith(NUMBER)


async def test_a_question_does_not_stop_an_emergency_s_clocks(city: City) -> None:
    await desk_with_duty(city)
    group = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, "电梯困住人了，救命")
    await group.press("签收")
    await group.say(f"/ask {number} 几号楼？")
    await group.press("发给市民")
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        running = {c.kind: c for c in await clocks.running(conn, case.id)}
    assert running[Kind.RESOLVE].paused is None
    assert running[Kind.RESOLVE].rings is not None


async def test_a_page_is_answered_by_reply_too(city: City) -> None:
    """A reply to the call is a clerk's answer to the citizen, with a preview, not a complaint."""
    _, _, clerk = await desk_with_duty(city)
    citizen = await city.citizen()
    await city.file(citizen, "电梯困住人了，救命")
    await clerk.say("救援的人五分钟到", reply_to=clerk.find("紧急："))
    await clerk.press("发给市民")
    assert "救援的人五分钟到" in citizen.last["text"]
