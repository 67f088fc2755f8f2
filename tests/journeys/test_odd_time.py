"""Time that misbehaves: the machine's clock jumps back; the city's time zone is changed."""

import dataclasses
from datetime import timedelta
from pathlib import Path

from bot.core.deadlines import Kind
from bot.sandbox.server import SandboxServer
from bot.store import cases
from classifier.predict import Classifier
from tests.city import City, Player, running_city
from tests.factories import TOKEN, HandClock
from tests.journeys.acts import LIFT, card_of, case_of, clocks_of, due, events_of, said


async def test_the_clock_jumps_back(city: City) -> None:
    """What was due stays due, what was said is not said again, and the record keeps its order."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    promised = await due(city, number)
    await clerk.say(f"/claim {number}")
    await clerk.say(f"/ask {number} 几号楼？")
    await clerk.press("发给市民")
    city.clock.pass_(hours=-3)
    await city.sweep()
    await citizen.say("三号楼", reply_to=citizen.last)
    assert await due(city, number) == promised, "a pause that ends before it began is none"
    assert not (await clocks_of(city, number))[Kind.RESOLVE].paused
    # overdue, told, and then the clock goes back before the due moment
    await city.pass_time(days=20)
    told = said(citizen, "很抱歉"), said(clerk, "超期了")
    city.clock.pass_(days=-15)
    for _ in range(3):
        await city.sweep()
    assert (said(citizen, "很抱歉"), said(clerk, "超期了")) == told
    await clerk.say(f"/reply {number} 已修好")
    await clerk.press("已解决")
    await clerk.press("发给市民")
    assert "已修好" in citizen.last["text"]
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        history = await cases.history(conn, case.id)
    assert [e.version for e in history] == list(range(1, len(history) + 1))
    assert set(await clocks_of(city, number)) == {Kind.FOLLOW_UP}


async def test_another_time_zone(tmp_path: Path, classifier: Classifier) -> None:
    """Promises move by an event, once, and are told; what is late stays late."""
    clock = HandClock()
    server = SandboxServer(token=TOKEN)
    await server.start()
    try:
        async with running_city(tmp_path, classifier, clock=clock, server=server) as city:
            clerk = await city.clerk("zhujian", "李明")
            citizen = await city.citizen()
            number = await city.file(citizen, LIFT)
            before = (await clocks_of(city, number))[Kind.RESOLVE].due
        zone = {"timezone": "Asia/Urumqi"}  # two hours behind Shanghai
        for _ in range(2):
            async with running_city(tmp_path, classifier, clock=clock, server=server, city=zone) as city:
                await city.sweep()
                after = (await clocks_of(city, number))[Kind.RESOLVE].due
                assert after - before == timedelta(hours=2)
                kinds = [kind for kind, _ in await events_of(city, number)]
                assert kinds.count("reckoned") == 1
                there = dataclasses.replace(clerk, city=city)
                assert "17:00" in card_of(there, number)["text"]
                heard = Player(city, citizen.user, citizen.chat, citizen.name)
                await city.pass_time(hours=4)
                assert said(heard, "答复期限现在是") == 1
    finally:
        await server.stop()
