"""A code that hangs at a place: an admin makes it, a citizen opens it, and the place stands on the draft and the card."""

from bot.service import coded
from tests.city import City, Player
from tests.journeys.acts import card_of, case_of, events_of, labels
from tests.journeys.transcript import Transcript


async def opens(citizen: Player, code: str) -> None:
    await citizen.say(f"/start {coded.PREFIX}{code}")


async def test_a_code_that_hangs_at_a_place(city: City) -> None:
    admin = await city.admin()
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(admin, citizen, clerk, 住建局群=clerk.chat)
    await citizen.say("/place 我家")
    assert "这是给工作人员用的" in citizen.last["text"]
    await admin.say("/place")
    assert "还没有做过" in admin.last["text"]
    await admin.say("/place " + "长" * 61)
    assert "最长 60 字" in admin.last["text"]
    await admin.say("/place 幸福小区 东门")
    made, picture = admin.messages[-2:]
    code = made["text"].split("start=p_")[1][:8]
    assert picture["document"]["file_name"] == f"{code}.png"
    assert picture["caption"] == "幸福小区 东门"
    # the first sentence follows
    await opens(citizen, code)
    assert "幸福小区 东门" in citizen.last["text"]
    assert labels(citizen.last) == []
    await city.pass_time(hours=1)
    assert "幸福小区 东门" in citizen.last["text"], "nothing is filed of a code alone"
    await citizen.say("电梯坏了")
    assert "📍 幸福小区 东门" in citizen.last["text"]
    await admin.say("/place 2BCDEFGH 幸福小区 西门")
    assert "没有编码是 2BCDEFGH 的二维码" in admin.last["text"]
    await admin.say(f"/place {code} 幸福小区 西门")
    assert "照样能用" in admin.last["text"]
    await opens(citizen, code)
    assert "📍 幸福小区 西门" in citizen.last["text"], "a draft that is there already gets the place"
    await citizen.press("提交")
    number = "261120-0001"
    assert "📍 幸福小区 西门" in card_of(clerk, number)["text"]
    assert (await case_of(city, number)).text == "电梯坏了"
    # added to a case it is words; who writes much later is somewhere else
    await opens(citizen, code)
    await citizen.say("今天又坏了一部")
    await citizen.press(f"补充到 {number}")
    assert (await events_of(city, number))[-1] == ("added", "📍 幸福小区 西门\n今天又坏了一部")
    await opens(citizen, code)
    await city.pass_time(hours=3)
    await citizen.say("学校门口没有斑马线")
    assert "📍" not in citizen.last["text"]
    await citizen.press("取消")
    # withdrawn, mistyped, pressed twice
    await admin.say("/place")
    await admin.press("幸福小区 西门")
    await admin.press("停用这个二维码")
    assert "停用了" in admin.last["text"]
    assert "过时" in (await admin.press("停用这个二维码") or "")
    for stale in (code, "ABC", ""):
        await opens(citizen, stale)
        assert "请直接写下在哪里" in citizen.last["text"]
    told.check("place.zh-Hans")
