"""/queue in views: tabs with counts, pages turned in place, two clerks at once, forged pages, the closed door."""

from bot.core.case import Status
from bot.core.queues import Tab
from tests.city import City, Message, Player
from tests.journeys.acts import LIFT, case_of, forged, labels, until
from tests.journeys.transcript import Transcript
from tests.soundness import Expected

SAME = ("Bad Request: message is not modified",)  # the view that stands there was pressed once more


def tabs(message: Message) -> dict[str, int]:
    """The views with their counts, as the buttons have them."""
    names = ("在办", "待签收", "待分派", "今日到期", "将超期", "已超期", "待回访", "待重办", "我的")
    found = [label.removeprefix("▸ ").rsplit(" ", 1) for label in labels(message)]
    return {each[0]: int(each[1]) for each in found if each[0] in names}


def listed(message: Message) -> list[str]:
    return [label for label in labels(message) if label.lstrip("🔴")[:6].isdigit()]


async def turned(clerk: Player, message: Message, name: str) -> list[str]:
    """All that a view shows, page by page, in the message that it stands in."""
    await clerk.press(f"{name} ", on=message)
    out: list[str] = []
    while True:
        now = next(m for m in clerk.messages if m["message_id"] == message["message_id"])
        out += listed(now)
        if "下一页" not in labels(now):
            return out
        await clerk.press("下一页", on=now)


async def test_views_of_a_queue(city: City, expected: Expected) -> None:
    """Each count is the length of its list; the supervised stand first, then what is due first."""
    expected.faults = SAME
    clerk = await city.clerk("zhujian", "李明")
    boss = await city.supervisor("孙组长")
    told = Transcript(city)
    told.name(clerk, 住建局群=clerk.chat)
    await clerk.say("/queue")
    assert set(tabs(clerk.last).values()) == {0}
    assert await clerk.press("▸ ", on=clerk.last) == "已刷新", "it looks as before, and says that it is not"
    await clerk.press("已超期", on=clerk.last)
    assert "这里现在没有" in clerk.last["text"]
    citizens = [await city.citizen(f"市民{n}") for n in range(11)]
    numbers = [await city.file(each, f"{n}号楼的电梯坏了，一直没人修") for n, each in enumerate(citizens)]
    await clerk.say(f"/claim {numbers[0]}")
    await clerk.say(f"/claim {numbers[1]}")
    await clerk.say(f"/reply {numbers[1]} 修好了")
    await clerk.press("改为办结·已解决")
    await clerk.press("发给市民")
    await boss.say(f"/supervise {numbers[5]} 先办")
    await boss.press("发给市民")
    told.note("到了星期一早上，九件没有签收")
    await until(city, "11-23 10:00")
    await clerk.say("/queue")
    queue = clerk.last
    counts = tabs(queue)
    assert counts == {
        "在办": 10, "待签收": 9, "今日到期": 0, "将超期": 0, "已超期": 9, "待回访": 1, "待重办": 0,
    }  # fmt: skip
    for name, count in counts.items():
        shown = await turned(clerk, queue, name)
        assert len(shown) == count == len(set(shown)), name
    everything = await turned(clerk, queue, "在办")
    assert everything[0].startswith(f"🔴{numbers[5]} 超 1 小时")
    assert everything[-1].startswith(f"{numbers[0]} 剩 2 个工作日"), "the one that was taken is due last"
    told.note("星期二：李明那一件明天要给进展")
    await until(city, "11-24 10:00")
    await clerk.say("/queue")
    assert tabs(clerk.last)["将超期"] == 1
    told.note("星期三：今天要给进展")
    await until(city, "11-25 10:00")
    await clerk.say("/queue")
    assert {"今日到期": 1, "将超期": 0}.items() <= tabs(clerk.last).items()
    await clerk.press("今日到期", on=clerk.last)
    assert [line[:11] for line in listed(clerk.last)] == [numbers[0]]
    told.check("queue-views.zh-Hans")


async def test_one_s_own_cases(city: City) -> None:
    li, wang = await city.clerk("zhujian", "李明"), await city.clerk("zhujian", "王芳")
    citizen, other = await city.citizen("陈女士"), await city.citizen("周先生")
    mine, hers = await city.file(citizen, LIFT), await city.file(other, "地下室漏水，物业不管")
    await li.say(f"/claim {mine}")
    await wang.say(f"/claim {hers}")
    private = await city.private(li)
    await private.say("/queue")
    assert tabs(private.last)["我的"] == 1
    assert tabs(private.last)["在办"] == 2
    await private.press("我的", on=private.last)
    assert [line[:11] for line in listed(private.last)] == [mine]
    await li.say("/queue")
    assert "我的" not in tabs(li.last)
    assert "过时" in await forged(li, "q:zhujian:mine:0"), "a group has none of its own"


async def test_two_clerks_turn_pages(city: City) -> None:
    """Each in their own message; on one message whoever pressed last; what was left meanwhile is not shown twice."""
    li, wang = await city.clerk("zhujian", "李明"), await city.clerk("zhujian", "王芳")
    citizens = [await city.citizen(f"市民{n}") for n in range(9)]
    numbers = [await city.file(each, f"{n}号楼的电梯坏了，一直没人修") for n, each in enumerate(citizens)]
    await li.say("/queue")
    first = li.last
    await wang.say("/queue")
    second = wang.last
    assert first["message_id"] != second["message_id"]
    count = len(li.messages)

    def now(message: Message) -> Message:
        return next(m for m in li.messages if m["message_id"] == message["message_id"])

    await li.press("下一页", on=first)
    assert [line[:11] for line in listed(now(first))] == numbers[8:]
    assert [line[:11] for line in listed(now(second))] == numbers[:8], "the other's stays as it was"
    assert len(li.messages) == count, "nothing is posted anew"
    world = city.server.world
    for player, tab in ((li, Tab.LATE), (wang, Tab.WAITING)):
        world.press(player.user, player.chat, first["message_id"], f"q:zhujian:{tab.value}:0", forged=True)
    await city.settle()
    assert tabs(now(first))["待签收"] == 9
    # a case leaves while the last page is on the screen
    await wang.press("下一页", on=now(second))
    page = now(second)
    await citizens[8].say(f"/withdraw {numbers[8]}")
    await citizens[8].press("确认撤回")
    await wang.press("在办", on=page)
    assert "下一页" not in labels(now(second))
    assert len(listed(now(second))) == 8
    assert "第" not in now(second)["text"]


async def test_forged_pages_and_closed_doors(city: City, expected: Expected) -> None:
    expected.faults = SAME
    clerk, other = await city.clerk("zhujian", "李明"), await city.clerk("jiaoyu", "周强")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.say("/queue")
    queue, before = clerk.last, len(clerk.messages)
    for data in (
        "q:zhujian:all",
        "q:zhujian:0",
        "q:zhujian:all:-1",
        "q:zhujian:all:x",
        "q:zhujian:none:0",
        "q:zhujian:all:0:0",
        "q:zhujian:all:9999999999999999",
    ):
        assert "过时" in await forged(clerk, data), data
    assert "没有这一步的权限" in await forged(clerk, "q:jiaoyu:all:0")
    assert "没有这一步的权限" in await forged(clerk, "q:nowhere:all:0")
    assert "没有这一步的权限" in await forged(other, "q:zhujian:all:0")
    # a page far behind the end is the last; a message that is no queue is left alone
    city.server.world.press(
        clerk.user, clerk.chat, queue["message_id"], "q:zhujian:all:999999999999999", forged=True
    )
    await city.settle()
    assert len(clerk.messages) == before
    card = next(m for m in clerk.messages if m.get("text", "").startswith(f"{number} · "))
    city.server.world.press(clerk.user, clerk.chat, card["message_id"], "q:zhujian:all:0", forged=True)
    await city.settle()
    assert next(m for m in clerk.messages if m["message_id"] == card["message_id"])["text"] == card["text"]
    assert (await case_of(city, number)).status is Status.DISPATCHED
    await clerk.say("/queue 教育局")
    assert "没有这一步的权限" in clerk.last["text"]
    desk = await city.staff("赵静", "dispatcher")
    await desk.say("/queue 住建局")
    assert "住房和城乡建设局 · 在办 1 件" in desk.last["text"]
    await desk.say("/queue")
    assert "待分派" in tabs(desk.last)
    await desk.say("/queue 气象局")
    assert "没有叫“气象局”的部门" in desk.last["text"]
