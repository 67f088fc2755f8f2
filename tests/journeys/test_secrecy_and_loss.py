"""What must not be seen by the wrong eyes, and what must not be lost on the way."""

from pathlib import Path

import pytest

from bot import app
from bot.brain import Brain
from bot.config import example_path, load_settings
from bot.core.case import Status
from bot.service.desk import Desk
from bot.store.sending import Waiting
from tests.by_word import ByWord
from tests.city import PICTURE, City, Player
from tests.factories import NOON
from tests.journeys.acts import card_of, case_of, events_of, forged, labels
from tests.soundness import Expected

PHONE = "13812345678"


async def test_no_message_of_a_group_shows_a_phone(city: City) -> None:
    """In the title, the letter, an addition, an answer, a correction, a bundle, the queue, a clerk's note."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(
        citizen, f"{PHONE} 电梯坏了\n电梯坏了，打 {PHONE}，或 {PHONE[:3]}，{PHONE[3:7]}，{PHONE[7:]}"
    )
    await citizen.press("补充", on=citizen.find("收到了"))
    said = await citizen.say(f"补一个：{PHONE}")
    await citizen.edit(said, f"改一个：{PHONE}")
    await clerk.press("签收")
    await clerk.say(f"/ask {number} 请问几号楼？")
    await clerk.press("发给市民")
    await citizen.say(f"3号楼，{PHONE}")
    await clerk.say("/queue")
    await clerk.press(number)
    await forged(clerk, f"c:full:{(await case_of(city, number)).id}")
    document = (
        city.server.world.files.get(clerk.find(number)["document"]["file_id"])
        if "document" in clerk.last
        else None
    )
    assert document is not None
    assert PHONE not in document.data.decode()
    assert len(await events_of(city, number)) >= 5
    for message in clerk.messages:
        shown = f"{message.get('text', '')} {message.get('caption', '')} {labels(message)}"
        assert PHONE not in shown, shown
        assert PHONE[:3] + "，" + PHONE[3:7] not in shown, shown


async def test_all_of_a_long_addition_can_be_read(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, "电梯坏了")
    await citizen.press("补充", on=citizen.find("收到了"))
    await citizen.say("经过是这样的。" * 200 + "最后一句最要紧。")
    await clerk.press("全文", on=card_of(clerk, number))
    document = clerk.last["document"]
    stored = city.server.world.files.get(document["file_id"])
    assert stored is not None
    body = stored.data.decode()
    assert body.endswith("最后一句最要紧。")


async def test_a_clerk_s_own_card_ends_when_the_case_moves_on(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    await city.clerk("jiaoyu", "王芳")
    citizen = await city.citizen()
    number = await city.file(citizen, "学校的电梯坏了")
    private = await city.private(clerk)
    await private.say(f"/case {number}")
    assert "学校的电梯坏了" in private.last["text"]
    await clerk.say(f"/transfer {number} 教育局")
    await citizen.press("补充", on=citizen.find("收到了"))
    await citizen.say("别告诉房管局")
    assert not any("别告诉房管局" in text for text in private.heard)
    assert not any("别告诉房管局" in text for text in clerk.heard)
    assert "李明已经把这一件转给望江市教育局" in await forged(
        clerk, f"c:full:{(await case_of(city, number)).id}"
    )


@pytest.mark.parametrize("verb", ["full", "files", "reply", "offices", "open"])
async def test_a_group_sees_no_other_office_s_case_even_through_an_admin(city: City, verb: str) -> None:
    clerk = await city.clerk("zhujian", "李明")
    await city.clerk("jiaoyu", "王芳")
    citizen = await city.citizen()
    number = await city.file(citizen, "学校的电梯坏了")
    await clerk.say(f"/transfer {number} 教育局")
    admin = Player(city, (await city.admin()).user, clerk.chat, "管理员")
    before = len(clerk.heard)
    toast = await forged(admin, f"c:{verb}:{(await case_of(city, number)).id}")
    assert toast
    assert len(clerk.heard) == before, clerk.heard[-1]


@pytest.mark.parametrize("data", ["i:role:admin", "i:clerk:zhujian", "b:zhujian", "q:zhujian:0", "c:claim:1", "c:to:1:jiaoyu:zhujian"])  # fmt: skip
async def test_forged_staff_buttons_do_nothing(city: City, data: str) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, "电梯坏了")
    before = (len(citizen.heard), await events_of(city, number))
    assert await forged(citizen, data)
    assert (len(citizen.heard), await events_of(city, number)) == before
    assert (await case_of(city, number)).status is Status.DISPATCHED
    assert clerk.heard


async def test_a_clerk_can_have_two_answers_open(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    first = await city.file(citizen, "电梯坏了")
    second = await city.file(await city.citizen("周先生"), "物业不管")
    await clerk.say("先答第一件", reply_to=card_of(clerk, first))
    one = clerk.last
    await clerk.say("再答第二件", reply_to=card_of(clerk, second))
    await clerk.press("发给市民", on=one)
    assert "先答第一件" in citizen.heard[-1]
    await clerk.press("发给市民")
    assert ("replied", "再答第二件") in await events_of(city, second)


async def test_an_edit_that_changed_nothing_is_no_correction(city: City) -> None:
    await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    said = await citizen.say("电梯坏了三天")
    await citizen.press("提交")
    await citizen.edit(said, "电梯坏了三天")
    assert await events_of(city, "261120-0001") == [("filed", "电梯坏了三天")]


async def test_an_edit_that_takes_words_away_or_brings_them_back_is_one(city: City) -> None:
    await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    one = await citizen.say("/start 电梯坏了，不是3号楼\n物业没人管")
    await citizen.press("提交")
    for words in ("电梯坏了，不是3号楼", "3号楼", "电梯坏了，不是3号楼", "电梯坏了，不是3号楼"):
        await citizen.edit(one, f"/start {words}")
    corrections = [text for kind, text in await events_of(city, "261120-0001") if kind == "added"]
    assert corrections == ["（更正）电梯坏了，不是3号楼", "（更正）3号楼", "（更正）电梯坏了，不是3号楼"]
    first = await citizen.say("学校食堂的饭菜馊了")
    await citizen.say("已经两天了，孩子肚子疼")
    await citizen.press("提交")
    await citizen.edit(first, "学校食堂的饭菜馊了")
    assert len(await events_of(city, "261120-0002")) == 1
    await citizen.edit(first, "饭菜馊了")
    assert (await events_of(city, "261120-0002"))[-1] == ("added", "（更正）饭菜馊了")


async def test_a_caption_is_kept_when_its_photo_is_one_too_many(city: City) -> None:
    citizen = await city.citizen()
    await citizen.say("小区的墙要倒了，请来人")
    for _ in range(20):
        city.server.world.send_photo(citizen.user, PICTURE)
    await city.settle()
    await citizen.photo("孩子手臂擦伤了")
    assert any("最多附 20 个文件" in text for text in citizen.heard)
    await citizen.press("提交")
    assert "孩子手臂擦伤了" in (await case_of(city, "261120-0001")).text


async def test_what_follows_start_is_heard(city: City) -> None:
    citizen = await city.citizen()
    await citizen.say("/start 我家电梯坏了")
    assert "我家电梯坏了" in citizen.last["text"]
    await citizen.press("提交")
    assert (await case_of(city, "261120-0001")).text == "我家电梯坏了"


async def test_an_answer_left_lying_stays_with_its_case(city: City) -> None:
    """The case was transferred while the answer waited: it is added there, not filed as a case without sense."""
    clerk = await city.clerk("zhujian", "李明")
    await city.clerk("jiaoyu", "王芳")
    citizen = await city.citizen()
    number = await city.file(citizen, "学校的电梯坏了")
    await clerk.say(f"/ask {number} 几号楼？")
    await clerk.press("发给市民")
    await citizen.say("/mycases")
    await citizen.say("3栋2单元，门口有红色信箱")
    await clerk.say(f"/transfer {number} 教育局")
    await city.pass_time(hours=1)
    assert ("added", "3栋2单元，门口有红色信箱") in await events_of(city, number)


async def test_after_an_outage_nobody_is_reminded_of_what_is_filed(city: City) -> None:
    await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    await citizen.say("电梯坏了三天")
    city.clock.pass_(hours=2)
    await city.sweep()
    assert "已照原样替您提交了" in citizen.last["text"]
    assert not any("还没有提交" in text for text in citizen.heard)


async def test_a_message_that_telegram_refuses_is_not_taken_for_sent(city: City, expected: Expected) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, "电梯坏了")
    expected.faults = ("Bad Request: strange",)
    expected.failed = 1
    await clerk.say("已派人去修，下午到。", reply_to=card_of(clerk, number))
    city.server.world.add_fault(
        method="sendMessage", times=1, kind="error", chat_id=citizen.user, error_code=400, description="Bad Request: strange"
    )  # fmt: skip
    await clerk.press("发给市民")
    assert "没有发出去" in clerk.find("给市民的消息")["text"]


def test_cards_of_a_flood_carry_their_numbers(tmp_path: Path) -> None:
    """A bundle as the desk itself makes it: the case's number on each button."""
    desk = Desk(load_settings(example_path()), Brain(ByWord(), tmp_path), "bot")
    numbers = ["261120-0001", "261120-0002"]
    waiting = [
        Waiting(i, -5, i, i, "sendMessage", {}, "card", 2, f"card:{i}", f"<b>{n}</b> · 住房 · 电梯", 1, NOON)
        for i, n in enumerate(numbers, 1)
    ]
    rows = app._bundle(desk, waiting)["reply_markup"]["inline_keyboard"]
    assert [(b["text"], b["callback_data"]) for row in rows for b in row] == [
        (numbers[0], "c:open:1"),
        (numbers[1], "c:open:2"),
    ]
