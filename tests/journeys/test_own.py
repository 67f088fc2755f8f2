"""The citizen's own cases without a number at hand: /add, /withdraw, /remind, /case, and the same by button; privacy."""

from tests.city import City
from tests.journeys.acts import card_of, case_of, events_of, labels
from tests.journeys.transcript import Transcript


async def test_which_case(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    for command in ("/add", "/withdraw", "/remind"):
        await citizen.say(command)
        assert "您现在没有" in citizen.last["text"]
    first = await city.file(citizen, "幸福小区三号楼的电梯坏了半个月，物业一直不来修")
    await citizen.say("/add")
    await citizen.say("物业电话没人接")
    assert (await events_of(city, first))[-1] == ("added", "物业电话没人接")
    second = await city.file(citizen, "学校门口没有斑马线")
    await citizen.say("/add")
    assert "要补充哪一件" in citizen.last["text"]
    assert len(labels(citizen.last)) == 2
    await citizen.press(first)
    await citizen.say("今天又停了")
    assert (await events_of(city, first))[-1] == ("added", "今天又停了")
    await citizen.say(f"/add {second} 在西门那边")
    assert (await events_of(city, second))[-1] == ("added", "在西门那边")
    await citizen.say("/case")
    assert "最近的在前" in citizen.last["text"]
    await citizen.press("撤回", on=citizen.last)
    await citizen.press(second, on=citizen.last)
    await citizen.press("确认撤回")
    assert (await case_of(city, second)).status == "withdrawn"
    await citizen.say(f"/add {second} 还有")
    assert "不能补充" in citizen.last["text"]
    await citizen.say("/add 260101-9999 还有")
    assert "没有找到这个编号" in citizen.last["text"]
    await citizen.say("/remind")
    assert first in citizen.last["text"]
    await citizen.say("/help")
    await citizen.press("我反映的事", on=citizen.last)
    assert "最近的在前" in citizen.last["text"]
    told.check("which-case.zh-Hans")


async def test_what_staff_see_and_who_looked(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat, 李明=clerk.user)
    await citizen.say("/privacy")
    assert "还没有人看过" in citizen.last["text"]
    assert labels(citizen.last) == []
    number = await city.file(citizen, "幸福小区三号楼的电梯坏了半个月，物业一直不来修")
    assert "电话" not in card_of(clerk, number)["text"]
    await citizen.send_other("contact", phone_number="+8613812345678")
    assert "电话 +861********78" in card_of(clerk, number)["text"], "cards that stand already show it too"
    await clerk.press("签收")
    await clerk.press("更多", on=card_of(clerk, number))
    await clerk.press("查看联系方式")
    private = city.server.world.messages(clerk.user)[-1]
    assert "+8613812345678" in private["text"]
    await citizen.say("/privacy")
    assert "工号 101，看了" in citizen.last["text"]
    assert "李明" not in citizen.last["text"]
    await citizen.press("🔒 保密", on=citizen.last)
    assert (await case_of(city, number)).confidential
    await citizen.press("收回手机号")
    assert "收回了" in citizen.last["text"]
    assert "电话" not in card_of(clerk, number)["text"]
    await citizen.press("收回手机号", on=citizen.find("您留了手机号"))
    assert "没有要收回的" in citizen.last["text"]
    await citizen.say("/privacy")
    assert any(label.startswith("🔓 不保密") for label in labels(citizen.last))
    told.check("own-privacy.zh-Hans")
