"""Everybody reads their own language; the groups read the city's."""

import re

from tests.city import City
from tests.journeys.acts import card_of, labels
from tests.journeys.transcript import Transcript


def commands(city: City, user: int) -> dict[str, str]:
    menus = city.server.world.commands.values()
    mine = next(m for m in menus if m["scope"] == {"type": "chat", "chat_id": user})
    return {c["command"]: c["description"] for c in mine["commands"]}


async def test_everybody_reads_their_own_language(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("林小姐", "zh-hant")
    desk = await city.private(clerk)
    told.name(citizen, desk, clerk, 住建局群=clerk.chat)
    assert "望江市民聲" in citizen.last["text"]
    # The citizen writes in traditional characters, and reads them.
    await citizen.say("我們大樓的電梯壞了兩個星期沒人修")
    assert "住宅" in citizen.last["text"]
    await citizen.press("送出")
    number = re.findall(r"\d{6}-\d{4}", citizen.find("收到了")["text"])[0]
    assert "望江市住房和城鄉建設局" in citizen.last["text"], "a name without translation, in her characters"
    # The group reads her words in its own characters, in the same place, and as she wrote them again.
    await clerk.press("看简体")
    assert "我们大楼的电梯坏了" in card_of(clerk, number)["text"]
    assert "以原文为准" in card_of(clerk, number)["text"]
    await clerk.press("看原文")
    assert "我們大樓的電梯壞了" in card_of(clerk, number)["text"]
    # The clerk works in English, alone; the group and the citizen don't notice.
    await desk.press("简体 · 繁體 · English")
    assert labels(desk.last) == ["✓ 简体中文", "繁體（台灣）", "繁體（香港）", "English"]
    await desk.press("English")
    assert "in English" in desk.last["text"]
    assert commands(city, desk.user)["queue"] == "My office’s cases"
    await desk.say(f"/case {number}")
    assert "To be claimed" in desk.last["text"]
    await desk.press("Claim")
    assert "办理中" in card_of(clerk, number)["text"], "the group reads the city's language"
    assert "簽收" in citizen.last["text"]
    await clerk.say("物业明天派人检修。", reply_to=card_of(clerk, number))
    await clerk.press("发给市民")
    assert "In progress" in card_of(desk, number)["text"], "and a card in private stays in theirs"
    await desk.say("/queue")
    await desk.say("/help")
    await desk.press("A request of my own")
    assert "Choose a language" in desk.last["text"]
    # She reads as people do in Hong Kong from now on.
    await citizen.say("/language")
    await citizen.press("香港")
    await citizen.say(f"/case {number}")
    assert "部門跟進" in citizen.last["text"]
    await citizen.say("/help")
    await desk.say("/reply " + number + " 电梯已经修好，今天恢复运行。")
    await desk.press("close · Solved")
    await desk.press("Send to the citizen")
    await city.pass_time(days=4)
    assert "負責的職員看不到" in citizen.find("按三下")["text"]
    assert not re.search(r"[A-Za-z]{3,}", re.sub(r"/\w+", "", "".join(clerk.heard))), (
        "no English in the group"
    )
    told.check("language.zh-Hans")
