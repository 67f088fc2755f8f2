"""A photo without words: a dispatcher writes what it shows, and that is classified."""

from tests.city import City
from tests.journeys.acts import card_of, case_of, events_of, forged, labels
from tests.sandbox.pictures import png

PICTURE = png(4, 3)


async def test_what_a_photo_shows_is_written_down_and_classified(city: City) -> None:
    desk = await city.clerk("triage", "赵静", "dispatcher")
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    city.server.world.send_photo(citizen.user, PICTURE)
    await city.settle()
    await citizen.press("提交")
    number = "261120-0001"
    assert "没有文字，请看附件" in card_of(desk, number)["text"]
    assert labels(card_of(desk, number))[0] == "其他部门…", "nobody knows whose it is"
    await desk.press("更多…", on=card_of(desk, number))
    await desk.press("写摘要")
    await desk.say("幸福小区三号楼的电梯坏了", reply_to=desk.last)
    card = card_of(desk, number)
    assert "幸福小区三号楼的电梯坏了" in card["text"]
    assert labels(card)[0] == "住建"
    await desk.press("住建", on=card)
    assert "待签收" in card_of(clerk, number)["text"]
    assert (await case_of(city, number)).title == "幸福小区三号楼的电梯坏了"
    assert [kind for kind, _ in await events_of(city, number)] == ["filed", "summarised", "dispatched"]
    # no longer the desk's
    case = await case_of(city, number)
    assert "不能补写摘要" in await forged(desk, f"c:summarise:{case.id}")


async def test_only_a_dispatcher_writes_it(city: City) -> None:
    await city.clerk("triage", "赵静", "dispatcher")
    other = await city.clerk("jiaoyu", "周强")
    citizen = await city.citizen()
    city.server.world.send_photo(citizen.user, PICTURE)
    await city.settle()
    await citizen.press("提交")
    case = await case_of(city, "261120-0001")
    assert "没有这一步的权限" in await forged(other, f"c:summarise:{case.id}")
    assert "给工作人员用的" in await forged(citizen, f"c:summarise:{case.id}")
