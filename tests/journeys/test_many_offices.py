"""A city of three hundred departments: wherever one is chosen, all can be reached by turning the pages."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.config import example_path, load_settings
from bot.departments import Department
from bot.views.content import MOST_BUTTONS
from classifier.predict import Classifier
from tests.city import City, Player
from tests.journeys.acts import card_of, case_of, labels
from tests.soundness import Expected, sound_city

LAST, NEXT = "末尾局", "次页局"  # behind all others; on the second page
NAMES = {299: LAST, 45: NEXT}


@pytest.fixture
async def large(tmp_path: Path, classifier: Classifier, expected: Expected) -> AsyncIterator[City]:
    base = load_settings(example_path()).departments
    more = [
        Department.model_validate(
            {"id": f"o{n:03}", "level": "city", "name": {"zh-Hans": NAMES.get(n, f"{n} 号局")}}
        )
        for n in range(300)
    ]
    async with sound_city(tmp_path, classifier, expected, departments=(*base, *more)) as running:
        yield running


async def turned_to(player: Player, office: str, text: str) -> None:
    """Turn the pages of the choice that stands last until the office is there; one message all the time."""
    here = player.last["message_id"]
    assert text in player.last["text"] and "分页列出" in player.last["text"], player.last["text"]
    for _ in range(20):
        assert player.last["message_id"] == here
        assert len(labels(player.last)) <= MOST_BUTTONS
        if any(office in label for label in labels(player.last)):
            return
        await player.press("下一页", on=player.last)
    raise AssertionError(f"{office} is on no page")


async def test_every_choice_of_an_office_has_all_of_them(large: City) -> None:
    city = large
    admin = await city.admin("郑主任")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen("陈女士")
    number = await city.file(citizen, "小区电梯坏了没人修")
    # transfer, with the way back
    await clerk.say(f"/transfer {number}")
    await turned_to(clerk, LAST, "转给哪个部门")
    await clerk.press("上一页", on=clerk.last)
    await clerk.press("下一页", on=clerk.last)
    # contribute, and stay on the page
    await clerk.say(f"/support {number}")
    await turned_to(clerk, LAST, "协办")
    await clerk.press(LAST, on=clerk.last)
    assert (await case_of(city, number)).supporting == ("o299",)
    choice = next(m for m in reversed(clerk.messages) if "请哪些部门协办" in m.get("text", ""))
    assert any(LAST in label for label in labels(choice)), "the page on which it was pressed"
    # who is complained about
    await desk.say(f"/transfer {number} 综合受理")
    other = await city.file(citizen, "路灯不亮，也不知道归谁管")
    await desk.press("更多…", on=card_of(desk, other))
    await desk.press("被反映对象")
    await turned_to(desk, NEXT, "反映的是哪个部门")
    await desk.press(NEXT, on=desk.last)
    assert (await case_of(city, other)).accused == ("o045",)
    # invite
    await admin.say("/invite 工作人员")
    await turned_to(admin, NEXT, "邀请到哪个部门")
    await admin.press(NEXT, on=admin.last)
    assert NEXT in admin.last["text"] and "t.me" in admin.last["text"]
    # staff
    await admin.say("/staff 李明")
    await admin.press("换部门")
    await turned_to(admin, NEXT, "李明")
    await admin.press(NEXT, on=admin.last)
    assert NEXT in admin.last["text"]
    # a word to one office
    await admin.say("/broadcast 明天停电")
    await admin.press("换范围")
    await turned_to(admin, NEXT, "发给")
    # duty
    await admin.say("/duty")
    await turned_to(admin, NEXT, "部门")
    await admin.press(NEXT, on=admin.last)
    # bind
    group = city.server.world.add_group("末尾局工作群", [admin.user])["id"]
    await city.settle()
    there = Player(city, admin.user, group, admin.name)
    await there.say("/bind")
    await turned_to(there, LAST, "哪个部门")
    await there.press(LAST, on=there.last)
    assert f"这个群现在是{LAST}的群" in there.last["text"]
