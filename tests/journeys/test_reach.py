"""What outlasts trouble: a citizen who blocks the bot and comes back, a desk that stops and starts again."""

from pathlib import Path

from bot.sandbox.server import SandboxServer
from classifier.predict import Classifier
from tests.city import City, running_city
from tests.factories import TOKEN, HandClock
from tests.journeys.acts import card_of, case_of, labels
from tests.journeys.transcript import Transcript
from tests.soundness import Expected, check_sound


async def test_a_citizen_out_of_reach(city: City, expected: Expected) -> None:
    expected.faults = ("Forbidden: bot was blocked by the user",)  # the answer is tried all the same
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    number = await city.file(citizen, "小区电梯坏了没人修")
    told.note("陈女士停用了机器人")
    city.server.world.block(citizen.user, True)
    await city.settle()
    assert "收不到消息" in card_of(clerk, number)["text"]
    assert "没能送到" in clerk.last["text"]
    await clerk.say("电梯今天修好了", reply_to=card_of(clerk, number))
    await clerk.press("已解决")
    await clerk.press("发给市民")
    assert not (await case_of(city, number)).citizen_reachable
    told.note("陈女士回来了")
    city.server.world.block(citizen.user, False)
    await city.settle()
    assert "没能送到您这里" in citizen.last["text"]
    assert "电梯今天修好了" in citizen.last["text"]
    assert "收不到消息" not in card_of(clerk, number)["text"]
    assert (await case_of(city, number)).citizen_reachable
    told.check("out-of-reach.zh-Hans")


async def test_what_still_waits_is_said_again(city: City, expected: Expected) -> None:
    """A question of the staff and a draft with its buttons: whoever comes back finds both."""
    expected.faults = ("Forbidden: bot was blocked by the user",)
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen("陈女士")
    number = await city.file(citizen, "小区电梯坏了没人修")
    await citizen.say("学校门口没有斑马线")
    city.server.world.block(citizen.user, True)
    await city.settle()
    await clerk.press("签收")
    await clerk.say(f"/ask {number} 请问是几单元？")
    await clerk.press("发给市民")
    heard = len(citizen.heard)
    city.server.world.block(citizen.user, False)
    await city.settle()
    back = citizen.heard[heard:]
    assert len(back) == 2
    assert any("还在等您回答：请问是几单元？" in words for words in back)
    await citizen.press("提交", on=citizen.find("我记下了：\n学校门口没有斑马线"))
    await citizen.say("二单元")
    await citizen.press(f"回答 {number}")
    assert (await case_of(city, number)).question is None


async def test_out_of_reach_is_found_out_by_sending(city: City, expected: Expected) -> None:
    """Telegram said nothing of the block: the refused message tells."""
    expected.faults = ("Forbidden: bot was blocked by the user",)
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen("陈女士")
    number = await city.file(citizen, "小区电梯坏了没人修")
    city.server.world.person(citizen.user).blocked = True
    await clerk.press("签收")
    assert "没能送到" in clerk.last["text"]
    assert "收不到消息" in card_of(clerk, number)["text"]
    city.server.world.person(citizen.user).blocked = False
    await citizen.say(f"/case {number}")
    await citizen.say("你们好，我换了手机")
    assert "没能送到您这里" in citizen.find(number)["text"] or "没能送到您这里" in "".join(citizen.heard)
    assert (await case_of(city, number)).citizen_reachable


async def test_the_desk_stops_and_starts_again(
    tmp_path: Path, classifier: Classifier, expected: Expected
) -> None:
    """A draft, its clocks and a clerk's preview are where they were; what came meanwhile is not lost."""
    server = SandboxServer(token=TOKEN)
    await server.start()
    clock = HandClock()
    try:
        async with running_city(tmp_path, classifier, clock=clock, server=server) as city:
            clerk = await city.clerk("zhujian", "李明")
            citizen = await city.citizen("陈女士")
            number = await city.file(citizen, "小区电梯坏了没人修")
            await clerk.say("明天修", reply_to=card_of(clerk, number))
            await citizen.say("学校门口没有斑马线，孩子过马路很危险")
        server.world.send_text(citizen.user, "在西门那一边")
        async with running_city(tmp_path, classifier, clock=clock, server=server) as city:
            clerk.city = citizen.city = city
            await city.settle()
            assert "斑马线" in citizen.last["text"]
            assert "在西门那一边" in citizen.last["text"]
            await clerk.press("发给市民")
            assert any("明天修" in words for words in citizen.heard)
            await city.pass_time(minutes=10)
            assert "还没有提交" in citizen.last["text"]
            assert labels(citizen.last)[0] == "✅ 提交"
            await citizen.press("提交")
            assert "261120-0002" in citizen.last["text"]
            await check_sound(city, expected)
    finally:
        await server.stop()
