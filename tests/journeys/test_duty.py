"""The duty rota and deputies: shown, set, pressed by the wrong people; calls and reminders follow them."""

from tests.city import City, Player
from tests.journeys.acts import LIFT, forged, labels, until
from tests.journeys.test_urgent import calls, on_duty
from tests.journeys.transcript import Transcript
from tests.soundness import Expected


async def test_a_lead_sets_the_rota(city: City) -> None:
    """In the office's group, by buttons; it shows who is on duty now, and calls follow it."""
    clerk = await city.clerk("zhujian", "李明")
    lead = await city.clerk("zhujian", "孙主任", "lead")
    told = Transcript(city)
    told.name(lead, 住建局群=lead.chat)
    await lead.say("/duty")
    assert "现在 B 班（到 11-21 08:00）：还没有排人" in lead.last["text"]
    await lead.press("排 B 班")
    assert labels(lead.last) == ["李明 101", "孙主任 103", "好了"]
    await lead.press("李明")
    assert "✓ 李明 101" in labels(lead.last)
    await lead.press("好了")
    assert "现在 B 班（到 11-21 08:00）：李明 101" in lead.last["text"]
    told.note("第二天")
    await until(city, "11-21 09:00")
    await lead.say("/duty")
    assert "现在 A 班（到 11-22 08:00）：还没有排人" in lead.last["text"]
    assert "下一班 B 班：李明 101" in lead.last["text"]
    told.check("duty.zh-Hans")
    private = await city.private(clerk)
    await city.file(await city.citizen(), "电梯困住人了，救命")
    assert calls(private) == 0, "it is the other shift"
    assert calls(await city.private(lead)) == 1, "nobody is in it: the lead"
    await until(city, "11-22 09:00")
    await city.file(await city.citizen("小周"), "电梯又困住人了，救命")
    assert calls(private) >= 1


async def test_pressed_twice_the_wrong_people_and_forged(city: City, expected: Expected) -> None:
    expected.faults = ("Bad Request: message is not modified",)  # a second press shows the same
    clerk = await city.clerk("zhujian", "李明")
    lead = await city.clerk("zhujian", "孙主任", "lead")
    other = await city.clerk("jiaoyu", "何军", "lead")
    citizen = await city.citizen()
    await lead.say("/duty")
    await lead.press("排 A 班")
    put = f"duty:on:zhujian:A:{clerk.user}"
    for _ in range(2):  # the second press changes nothing back
        await forged(lead, put)
        assert "✓ 李明 101" in labels(lead.last)
    assert "没有这一步的权限" in await forged(clerk, put), "a clerk looks, and sets nothing"
    assert "没有这一步的权限" in await forged(other, put), "another office's lead, in another group"
    assert "没有这一步的权限" in await forged(await city.private(other), put)
    assert "给工作人员用的" in await forged(citizen, put)
    for data in (
        "duty:on:zhujian:C:1", "duty:on:nowhere:A:1", f"duty:on:zhujian:A:{citizen.user}", "duty:on:zhujian",
        "duty:on:zhujian:A:x", "duty", "duty:show", f"duty:on:zhujian:A:{other.user}", "away", "away:for:1",
    ):  # fmt: skip
        assert "过时" in await forged(lead, data), data
    await citizen.say("/duty")
    assert "给工作人员用的" in citizen.last["text"]
    await clerk.say("/duty")
    assert labels(clerk.last) == []
    await forged(lead, f"duty:off:zhujian:A:{clerk.user}")
    assert "✓ 李明 101" not in labels(lead.last)


async def test_the_centre_and_the_admin(city: City) -> None:
    """A dispatcher sets the centre's; an admin, who has no office, chooses one."""
    desk = await city.clerk("triage", "赵静", "dispatcher")
    await city.clerk("jiaoyu", "何军")
    admin = await city.admin()
    private = await city.private(desk)
    await private.say("/duty")
    await private.press("排 A 班")
    await private.press("赵静")
    await private.press("好了")
    assert "下一班 A 班：赵静 101" in private.last["text"]
    await admin.say("/duty")
    assert "看哪个部门的值班" in admin.last["text"]
    await admin.press("教育")
    await admin.press("排 A 班")
    await admin.press("何军")
    assert "✓ 何军 103" in labels(admin.last)
    await admin.say("/duty 教育局")
    assert "何军 103" in admin.last["text"]
    await private.say("/duty 教育局")
    assert labels(private.last) == [], "a dispatcher sees it all, and sets only the centre's"


# --- deputies


async def pair(city: City) -> tuple[Player, Player, Player]:
    """Two colleagues in private, the first on duty; and the group."""
    clerk = await city.clerk("zhujian", "李明")
    deputy = await city.clerk("zhujian", "王芳")
    return await on_duty(city, clerk, "zhujian"), await city.private(deputy), clerk


async def test_away_with_a_deputy(city: City) -> None:
    clerk, deputy, _ = await pair(city)
    told = Transcript(city)
    told.name(clerk, deputy)
    await clerk.say("/away")
    assert labels(clerk.last) == ["今天", "3 天", "一周"]
    await clerk.press("3 天")
    assert "到 11-22 不在（含当天）。谁代您" in clerk.last["text"]
    await clerk.press("王芳")
    assert "王芳 103 代" in clerk.last["text"]
    assert "李明 101 到 11-22 不在（含当天），请您代" in deputy.last["text"]
    heard = len(deputy.heard)
    await forged(clerk, f"away:deputy:{clerk.user}:{deputy.user}")
    assert len(deputy.heard) == heard, "pressed twice"
    await city.file(await city.citizen(), "电梯困住人了，救命")
    assert calls(deputy) == 1
    assert calls(clerk) == 0
    await deputy.say("/duty")
    assert "李明 101（不在，王芳 103 代）" in deputy.last["text"]
    await clerk.say("/away off")
    assert "李明 101 回来了" in clerk.last["text"]
    assert "不用您代了" in deputy.last["text"]
    told.check("away.zh-Hans")
    await city.file(await city.citizen("小周"), "电梯困住人了，救命")
    assert calls(clerk) == 1


async def test_an_absence_ends_by_itself(city: City) -> None:
    clerk, deputy, _ = await pair(city)
    await clerk.say("/away 11-21 王芳")
    assert "到 11-21 不在（含当天），王芳 103 代" in clerk.last["text"]
    await until(city, "11-21 23:59")
    await city.file(await city.citizen(), "电梯困住人了，救命")
    assert calls(clerk) == 0
    await deputy.press("收到")
    await until(city, "11-22 00:00")
    await city.file(await city.citizen("小周"), "电梯困住人了，救命")
    assert calls(clerk) == 1
    assert "过时" in await forged(clerk, f"away:deputy:{clerk.user}:{deputy.user}")


async def test_no_deputy_of_a_deputy(city: City) -> None:
    clerk, deputy, _ = await pair(city)
    third = await city.private(await city.clerk("zhujian", "孙主任", "lead"))
    await clerk.say("/away 一周 103")
    await deputy.say("/away 一周 @104")
    await city.file(await city.citizen(), "电梯困住人了，救命")
    assert calls(clerk) == calls(deputy) == 0
    assert calls(third) == 1, "the lead is called as for nobody on duty, once"
    await third.say("/away 今天 李明")
    assert "没有找到这位同事" in third.last["text"], "who is away can't stand in"


async def test_absences_of_others_and_nonsense(city: City) -> None:
    clerk, deputy, group = await pair(city)
    stranger = await city.private(await city.clerk("jiaoyu", "何军"))
    citizen = await city.citizen()
    await group.say("/away")
    colleague = await city.clerk("zhujian", "王芳")
    assert "没有这一步的权限" in await forged(colleague, f"away:for:{clerk.user}:7"), "somebody else's button"
    assert "没有这一步的权限" in await forged(stranger, f"away:back:{clerk.user}")
    assert "过时" in await forged(clerk, f"away:for:{clerk.user}:5000")
    assert "过时" in await forged(clerk, f"away:deputy:{clerk.user}:{deputy.user}"), "not away"
    await clerk.say("/away 今天")
    assert "没有找到这位同事" in await forged(clerk, f"away:deputy:{clerk.user}:{stranger.user}")
    assert "没有找到这位同事" in await forged(clerk, f"away:deputy:{clerk.user}:{clerk.user}")
    assert "没有找到这位同事" in await forged(clerk, f"away:deputy:{clerk.user}:{citizen.user}")
    for text, answer in {
        "/away 昨天": "请这样写：/away",
        "/away 2020-01-01": "已经过去",
        "/away 2030-01-01": "一年以后",
        "/away 今天 没有这个人": "没有找到这位同事",
    }.items():
        await clerk.say(text)
        assert answer in clerk.last["text"], text
    await citizen.say("/away 今天")
    assert "给工作人员用的" in citizen.last["text"]


async def test_reminders_name_the_deputy(city: City) -> None:
    clerk, _, group = await pair(city)
    await city.file(await city.citizen(), LIFT)
    await group.press("签收")
    await clerk.say("/away 一周 王芳")
    await until(city, "11-25 17:00")
    soon = group.find("快到期了")
    assert "李明 → 王芳" in soon["text"]
    assert [e["type"] for e in soon["entities"]].count("text_mention") == 2
    assert "李明 → 王芳" in group.find("超期了")["text"]
