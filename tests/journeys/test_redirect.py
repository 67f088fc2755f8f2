"""A citizen says that their case is about something else."""

from bot.store import learning
from tests.city import City
from tests.journeys.acts import card_of, case_of, events_of, forged, labels, until
from tests.journeys.transcript import Transcript

LIFT = "幸福小区三号楼电梯坏了半个月，物业不修。"


async def test_before_an_office_has_taken_it(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    schools = await city.clerk("jiaoyu", "周强")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    await citizen.press("改类别")
    offered = citizen.last
    assert "住房" not in labels(offered)
    assert await citizen.press("教育") == "好了"
    assert "按您说的转给了望江市教育局" in citizen.last["text"]
    assert "待签收" in card_of(schools, number)["text"]
    assert "已转给望江市教育局" in clerk.find(f"{number} 已转给")["text"]
    case = await case_of(city, number)
    assert (case.domain, case.bounces) == ("教育", 0), "no office passed it on"
    async with city.service.db.read() as conn:
        (label,) = await learning.labelled(conn)
    assert (label.label.domain, label.label.source.value) == ("教育", "citizen")
    # pressed once more before the first was seen; then another choice
    assert "不用再转" in await forged(citizen, f"c:redomain:{case.id}:教育")
    await citizen.press("改类别")
    await citizen.press("都不是")
    assert "综合受理" in citizen.last["text"]
    assert "待分派" in card_of(desk, number)["text"]
    told.check("redirect.zh-Hans")


async def test_once_taken_it_is_the_office_s_to_say(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    nosy = await city.citizen("王先生")
    number = await city.file(citizen, LIFT)
    await citizen.press("改类别")
    offered = citizen.last
    await clerk.say(f"/claim {number}")
    assert "不能改类别" in (await citizen.press("教育", on=offered) or "")
    assert "改类别" not in labels(citizen.find("正在办理"))
    case = await case_of(city, number)
    await nosy.say("/start")
    for data in (f"c:redomain:{case.id}", f"c:redomain:{case.id}:教育"):
        assert "没有找到这个编号" in await forged(nosy, data)
    assert [kind for kind, _ in await events_of(city, number)] == ["filed", "claimed"]


async def test_at_night_nobody_else_is_woken_by_it(city: City) -> None:
    """Those whose cases go along hear in the morning where the matter is now; not once they have heard otherwise."""
    await city.clerk("zhujian", "李明")
    await city.clerk("jiaoyu", "周强")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    chen, wang = await city.citizen("陈女士"), await city.citizen("王先生")
    lead, part = await city.file(chen, LIFT), await city.file(wang, "幸福小区三号楼电梯还是坏的")
    await desk.say(f"/merge {part} {lead}")
    await until(city, "11-20 22:30")
    heard = len(wang.heard)
    await chen.press("改类别", on=chen.find("收到了"))
    await chen.press("教育")
    assert "按您说的转给了望江市教育局" in chen.last["text"], "who pressed is awake"
    assert len(wang.heard) == heard
    await until(city, "11-23 09:30")
    assert sum(f"{part} 更适合由望江市教育局办理" in text for text in wang.heard[heard:]) == 1
    await until(city, "11-23 22:30")
    heard = len(wang.heard)
    await chen.press("改类别", on=chen.find("收到了"))
    await chen.press("都不是")
    case = await case_of(city, lead)
    await desk.press("住建", on=card_of(desk, lead))
    assert sum("望江市住房和城乡建设局" in text for text in wang.heard[heard:]) == 1
    heard = len(wang.heard)
    await until(city, "11-24 09:30")
    assert not any("已交回" in text for text in wang.heard[heard:]), "they have heard where it is now"
    assert (await case_of(city, lead)).department != case.department
