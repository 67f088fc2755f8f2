"""What admins look back on and tell everybody: the last acts, broadcasts by day and night, open invitations."""

import re

from bot.store import people
from bot.store.db import Tx
from tests.city import City
from tests.journeys.acts import card_of, case_of, forged, labels
from tests.journeys.transcript import Transcript
from tests.soundness import Expected


async def test_the_last_acts(city: City) -> None:
    """Moves of cases and the desk's own record as one list; by person, by case, in pages; admins only."""
    admin = await city.admin("郑主任")
    clerk = await city.clerk("zhujian", "李明", "lead")
    other = await city.clerk("zhujian", "王芳")
    citizen = await city.citizen("陈女士")
    number = await city.file(citizen, "小区电梯坏了没人修")
    city.clock.pass_(minutes=1)
    await clerk.press("签收", on=card_of(clerk, number))
    city.clock.pass_(minutes=1)
    await clerk.say(f"/handover {number}")
    await clerk.press("王芳")
    await other.say(f"/export {number}")
    city.clock.pass_(minutes=1)
    await admin.say("/invite 督办员")
    told = Transcript(city)
    told.name(admin)
    await admin.say("/audit")
    lines = admin.last["text"].splitlines()
    assert f"11-20 12:01 李明（102） {number} 签收" in lines
    assert "换人办理 → 王芳" in admin.last["text"]
    assert "发了邀请：督办员" in lines[1], "the newest comes first"
    await admin.say("/audit 王芳")
    assert "导出" in admin.last["text"] and "签收" not in admin.last["text"]
    await admin.say(f"/audit {number}")
    assert "签收" in admin.last["text"] and "邀请" not in admin.last["text"]
    await admin.say("/audit 没有这个人")
    assert "没有叫“没有这个人”的同事" in admin.last["text"]
    told.check("audit.zh-Hans")
    for _ in range(12):
        await admin.say("/invite 督办员")
    await admin.say("/audit 郑主任")
    await admin.press("下一页")
    assert "第 2 页" in admin.last["text"]
    assert labels(admin.last) == ["上一页"]
    mine = await city.private(other)
    await mine.say("/audit")
    assert "只有管理员能做" in mine.last["text"]
    assert "只有管理员能做" in await forged(mine, "au:-:0")
    for data in ("au:", "au:x1:0", "au:p99999:0", "au:-:x"):
        assert await forged(admin, data)


async def test_the_last_acts_are_taken_back(city: City) -> None:
    """From an admin who belongs to an office that one of these cases turns out to complain about."""
    admin = await city.admin("郑主任")
    both = await city.admin("两头跑")
    await city.staff("两头跑", "clerk", "jiaoyu")
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    citizen = await city.citizen()
    city.clock.pass_(minutes=1)
    number, other = [await city.file(citizen, words) for words in ("小区电梯坏了没人修", "物业乱收费")]
    await clerk.say(f"/claim {number}")
    await clerk.say(f"/claim {other}")
    await clerk.say(f"/export {number}")
    for player in (admin, both):
        for command in ("/audit", "/audit 李明", f"/audit {number}", f"/audit {other}"):
            await player.say(command)
    await forged(citizen, f"c:seal:{(await case_of(city, number)).id}")
    assert sum(number in text for text in both.heard) == 3, "it says nothing of what was told in confidence"
    await desk.say(f"/accuse {number} 教育局")
    assert sum(number in text for text in admin.heard) == 3
    assert not any(number in text for text in both.heard)
    closed = [m for m in both.messages if "清单先收起来了" in m.get("text", "")]
    assert len(closed) == 3
    for message in closed:
        await both.press("再看一次", on=message)
    assert not any(number in text for text in both.heard)
    assert sum(other in text for text in both.heard) == 3, "what else stood in them can be seen again"


async def test_a_word_to_everybody(city: City, expected: Expected) -> None:
    """By day at once, to all or one office; who is out of reach is named in the one result."""
    expected.faults = ("Forbidden: bot was blocked by the user",)
    admin = await city.admin("郑主任")
    clerk = await city.private(await city.clerk("zhujian", "李明"))
    teacher = await city.private(await city.clerk("jiaoyu", "周强"))
    gone = await city.private(await city.clerk("jiaoyu", "吴敏"))
    city.server.world.block(gone.user, True)
    told = Transcript(city)
    told.name(admin, clerk, teacher)
    await admin.say("/broadcast")
    assert "请这样写" in admin.last["text"]
    await admin.say("/broadcast 明天停电 <9 点>\n请早点办完。")
    preview = admin.last
    assert "4 人" in preview["text"]
    assert "停电" not in "".join(clerk.heard), "nothing goes out before the press"
    await admin.press("换范围")
    await admin.press("住建")
    await admin.press("取消")
    assert "停电" not in "".join(clerk.heard)
    await admin.say("/broadcast 明天停电 <9 点>\n请早点办完。")
    await admin.press("现在发给 4 人")
    shown = clerk.last["text"]
    assert shown == teacher.last["text"] and "停电 <9 点>\n请早点办完。" in shown
    assert shown in preview["text"], "as the preview had it"
    assert await forged(admin, f"bc:now:{'0' * 8}")
    told.check("broadcast.zh-Hans")
    await admin.say("/broadcast 电来了")
    await admin.press("现在发给 4 人")
    await city.pass_time(minutes=3)
    results = [text for text in admin.heard if "已送到" in text]
    assert len(results) == 2, "of each, once"
    assert all("3 人" in result and "吴敏" in result for result in results)
    await admin.say("/audit")
    assert "通知 4 人" in admin.last["text"]
    await clerk.say("/broadcast 大家好")
    assert "只有管理员能做" in clerk.last["text"]


async def test_a_word_longer_than_a_message(city: City) -> None:
    """Telegram cuts it in two: the second half is no complaint of the admin's; all of it is shown, then sent."""
    admin = await city.admin("郑主任")
    clerk = await city.private(await city.clerk("zhujian", "李明"))
    text = "\n".join(
        f"{n}、第{n}条：请各部门本周五下班前把本月办结情况报来，不要漏报。" for n in range(1, 181)
    )
    told = "/broadcast " + text
    assert 4096 < len(told) < 8192
    hard, rest = told[:4096], told[4096:]  # where it was full, in the middle of a sentence
    await admin.say(hard)
    await admin.say(rest)
    first, second = admin.messages[-2:]
    assert "提交" not in str(labels(second)), "no draft of a complaint"
    assert "通知（1/2）" in first["text"] and "通知（2/2）" in second["text"]
    assert "预览在下面" in admin.find("预览在下面")["text"]
    await admin.press("现在发给 2 人")
    heard = [t for t in clerk.heard if "请各部门" in t]
    whole = "".join(part.partition("\n")[2] for part in heard)
    assert len(heard) == 2 and all(f"第{n}条" in whole for n in range(1, 181))
    assert whole.replace("\n", "") == f"📢 {text}—— 郑主任".replace("\n", "")
    await city.pass_time(minutes=3)
    assert "已送到 2 人" in admin.last["text"], "two people, though four messages"
    cut = text[:3990].rpartition("\n")[0]  # where a line ends
    for part in (f"/broadcast {cut}", cut, cut, cut):
        await admin.say(part)
    assert "太长了" in admin.last["text"]
    assert not [label for m in admin.messages[-5:] for label in labels(m)], "nothing of it can be sent"
    await admin.say("/broadcast 短的")
    await admin.press("取消")
    await admin.say("我家楼下路灯坏了")
    assert "提交" in str(labels(admin.last)), "who wrote a short one is a citizen again"


async def test_a_word_at_night_waits_for_the_morning(city: City) -> None:
    admin = await city.admin("郑主任")
    clerk = await city.private(await city.clerk("zhujian", "李明"))
    await city.pass_time(hours=10)  # ten in the evening on a Friday
    await admin.say("/broadcast 下周一开会")
    assert "不是上班时间" in admin.last["text"]
    await admin.press("11-23 09:00 发")
    await city.pass_time(hours=20)
    assert "开会" not in "".join(clerk.heard)
    await admin.say("/broadcast 下周一九点开会")
    assert "这一条没有发" in admin.find("这一条没有发")["text"]
    await admin.press("11-23 09:00 发")
    await city.pass_time(days=2)
    assert [text for text in clerk.heard if "开会" in text] == ["📢 下周一九点开会\n\n—— 郑主任"]
    assert "已送到" in admin.find("已送到")["text"]
    await admin.say("/broadcast 再说一次")
    await city.pass_time(hours=14)


async def test_invitations_are_listed_and_taken_back(city: City) -> None:
    admin = await city.admin("郑主任")
    told = Transcript(city)
    told.name(admin)
    city.clock.pass_(minutes=1)
    await admin.say("/invite 工作人员 教育局")
    found = re.search(r"start=([\w-]+)", admin.last["text"])
    assert found is not None
    assert "11-22 12:01 前有效" in admin.last["text"]
    city.clock.pass_(minutes=1)
    await admin.say("/invite 督办员")
    await admin.say("/invite")
    await admin.press("还没用的邀请（3）")
    assert await admin.press("收回 2") == "已收回，链接不能再用"
    assert "共 2 个" in admin.last["text"]
    newcomer = await city.citizen("周强", start=False)
    city.server.world.start(newcomer.user, found[1])
    await city.settle()
    assert "用不了" in newcomer.last["text"]
    for _ in range(2):
        assert await admin.press("收回 1") == "已收回，链接不能再用"
    assert "没有等着用的邀请" in admin.last["text"]
    for data in ("i:off:", "i:off:%", "i:off:" + "0" * 16, "i:open"):
        assert await forged(admin, data)
    stranger = await city.citizen("路人")
    assert "给工作人员" in await forged(stranger, "i:open:0")
    told.check("invitations.zh-Hans")


async def test_how_things_stand_in_sentences(city: City) -> None:
    """All is well says so; what is wrong comes with what to do; nobody else may ask."""
    admin = await city.admin("郑主任")
    offices = city.service.desk.offices

    async def man(tx: Tx) -> None:
        for n, office in enumerate(offices.all):
            await people.grant(tx, 7000 + n, "clerk", office.id, by=None, name=f"小{n}")

    await city.service.db.write(man)
    for office in offices.all:
        await city.group(office.id)
    told = Transcript(city)
    told.name(admin)
    await admin.say("/status")
    assert "一切正常" in admin.last["text"] and "没有在办的件" in admin.last["text"]
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen("陈女士")
    number = await city.file(citizen, "小区电梯坏了没人修")
    await clerk.press("签收", on=card_of(clerk, number))
    city.server.world.members(clerk.chat, "bot", (await city.admin()).user, "remove")
    await city.settle()
    await admin.say("/status")
    assert "有 1 件事要您看一下" in admin.last["text"] and "不能发消息：住建" in admin.last["text"]
    told.check("status.zh-Hans")
    await (await city.private(clerk)).say("/status")
    assert "只有管理员能做" in (await city.private(clerk)).last["text"]
    await city.pass_time(days=8)
    await admin.say("/status")
    assert "超期 1 件：住建" in admin.last["text"]
