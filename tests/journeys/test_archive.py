"""One case as one file."""

from tests.city import City
from tests.journeys.acts import card_of, case_of, forged, labels

LIFT = "幸福小区三号楼电梯坏了半个月，物业不修。电话13812345678 <b>急</b>"


async def test_the_file_of_a_case_goes_to_who_asked_in_private(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    private = await city.private(clerk)
    citizen = await city.citizen("陈女士")
    number = await city.file(citizen, LIFT)
    await clerk.say(f"/claim {number}")
    await clerk.say("这家物业第三次了", reply_to=card_of(clerk, number))
    await clerk.press("内部备注")
    await clerk.press("更多…", on=card_of(clerk, number))
    assert "导出归档" in labels(clerk.last)
    assert await clerk.press("导出归档") == "已私聊发给您"
    document = private.last["document"]
    assert document["file_name"] == f"{number} 档案.html"
    kept = city.server.world.files.get(document["file_id"])
    assert kept is not None
    page = kept.data.decode()
    for words in (
        "望江市住房和城乡建设局",
        "2026年11月20日 12:00",
        "内部备注（工号 101）：这家物业第三次了",
        "&lt;b&gt;急",
    ):
        assert words in page, words
    for hidden in ("13812345678", "陈女士", "<b>急"):
        assert hidden not in page, hidden
    await clerk.say(f"/export {number}")
    assert "已私聊发给您，里面有内部备注" in clerk.last["text"]
    assert "document" not in clerk.last


async def test_nobody_else_gets_it(city: City) -> None:
    await city.clerk("zhujian", "李明")
    other = await city.clerk("jiaoyu", "周强")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await other.say(f"/export {number}")
    assert "没有找到这个编号" in other.last["text"]
    await citizen.say(f"/export {number}")
    assert "给工作人员用的" in citizen.last["text"]
    case = await case_of(city, number)
    assert "没有这一步的权限" in await forged(other, f"c:export:{case.id}")
    assert "给工作人员用的" in await forged(citizen, f"c:export:{case.id}")
    assert not any("document" in m for player in (other, citizen) for m in player.messages)
