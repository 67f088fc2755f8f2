"""A clerk's photos and files go to the citizen with the answer: previewed, held, taken back, never by mistake."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.parts import albums, length, split
from bot.core.plain import units
from classifier.predict import Classifier
from tests.city import PICTURE, City, Message, Player
from tests.journeys.acts import card_of, events_of, labels
from tests.journeys.transcript import Transcript
from tests.retelling import typed
from tests.soundness import Expected, sound_city

LIFT = "幸福小区三号楼电梯坏了半个月，物业不修"
ANSWER = "配件12月1日前到，装好后12月5日前再答复您。"


@pytest.fixture
async def city(tmp_path: Path, classifier: Classifier, expected: Expected) -> AsyncIterator[City]:
    async with sound_city(tmp_path, classifier, expected, desk={"undo_seconds": 30}) as running:
        yield running


def media(player: Player) -> list[str]:
    """The bot's files in a chat, in order: kind and caption."""
    kinds = ("photo", "video", "voice", "document", "audio")
    return [
        f"{kind} {m.get('caption', '')}".strip()
        for m in player.messages
        if m["from"]["id"] == player.city.bot
        for kind in kinds
        if kind in m
    ]


def send(player: Player, kind: str, caption: str = "", *, to: Message | None = None, album: str = "") -> None:
    """Without waiting: as the parts of an album come."""
    player.city.server.world.upload(
        player.user,
        kind,
        PICTURE if kind == "photo" else b"some bytes",
        "报告.pdf" if kind == "document" else "",
        typed(caption),
        chat_id=player.chat,
        reply_to=to["message_id"] if to else None,
        media_group_id=album or None,
    )


async def test_photos_go_with_the_answer(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    card = card_of(clerk, number)
    for n in range(3):  # an album: the words stand below the first part
        send(clerk, "photo", ANSWER if n == 0 else "", to=card, album="77")
    await city.settle()
    assert "附：照片 3 张" in clerk.last["text"] and ANSWER in clerk.last["text"]
    assert {"发给市民", "内部备注", "📎 看附件"} <= set(labels(clerk.last))
    # a document comes to it by a reply of its own, and the words stay
    send(clerk, "document", to=card)
    await city.settle()
    assert "照片 3 张、文件 1 个" in clerk.last["text"] and ANSWER in clerk.last["text"]
    await clerk.press("看附件")
    assert [each.split()[0] for each in media(clerk)] == ["photo"] * 3 + ["document"]
    # taken back: nothing of it has reached the citizen
    await clerk.press("发给市民")
    await city.pass_time(seconds=10)
    await clerk.press("撤回")
    await city.pass_time(minutes=5)
    assert media(citizen) == [] and ANSWER not in "".join(citizen.heard)
    # sent: words and files together, in order; a part that comes while it is held joins
    await clerk.press("发给市民")
    send(clerk, "photo", to=card, album="77")
    await city.settle()
    assert "照片 4 张" in clerk.find("后发给市民")["text"]
    await city.pass_time(seconds=30)
    assert [each.split()[0] for each in media(citizen)] == ["photo"] * 4 + ["document"]
    assert media(citizen)[0].endswith(number)
    answer = next(m for m in citizen.messages if ANSWER in m.get("text", ""))
    assert answer["message_id"] < min(m["message_id"] for m in citizen.messages if "photo" in m)
    assert "📎 照片 4 张、文件 1 个" in card_of(clerk, number)["text"]
    # what the citizen writes below the album is about this case
    await citizen.say("谢谢，还要等多久", reply_to=next(m for m in citizen.messages if "photo" in m))
    assert ("added", "谢谢，还要等多久") in await events_of(city, number)
    told.check("files-out.zh-Hans")


async def test_nothing_internal_goes_out(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    card = card_of(clerk, number)
    # kept as a note
    send(clerk, "photo", "内部看：物业老板的车", to=card)
    await city.settle()
    await clerk.press("内部备注")
    await city.pass_time(minutes=2)
    # a command below a photo
    send(clerk, "photo", f"/note {number} 也是内部的", to=None)
    await city.settle()
    # words only where an approval or an opinion is asked for
    await clerk.press("更多")
    await clerk.press("退回")
    await clerk.press("不属本部门职责")
    await clerk.press("写一句说明")
    send(clerk, "photo", "内部证据", to=clerk.last)
    await city.settle()
    assert "请用文字写" in clerk.last["text"]
    # what can't be passed on is named, and no file comes along that the clerk has taken off again
    await clerk.send_other("sticker", reply_to=card["message_id"])
    assert "发不了这种消息" in clerk.last["text"]
    send(clerk, "photo", to=card)
    await city.settle()
    assert "请看附件" in clerk.last["text"]
    await clerk.say(ANSWER, reply_to=card)
    assert "照片 1 张" in clerk.last["text"], "what was written a moment ago is completed"
    await clerk.press("去掉附件")
    assert "照片" not in clerk.last["text"]
    await clerk.press("发给市民")
    await city.pass_time(seconds=30)
    assert ANSWER in "".join(citizen.heard) and media(citizen) == []
    assert "内部" not in "".join(citizen.heard)
    # a photo from an hour ago is not sent along with an answer of now
    send(clerk, "photo", to=card)
    await city.settle()
    await city.pass_time(hours=1)
    await clerk.say(ANSWER, reply_to=card_of(clerk, number))
    assert "照片" not in clerk.last["text"]
    # in private a part that replies to nothing joins too, and is no complaint of the clerk's own
    desk = await city.private(clerk)
    await desk.say(f"/case {number}")
    send(desk, "photo", "现场两张", to=card_of(desk, number), album="99")
    send(desk, "photo", album="99")
    await city.settle()
    assert "照片 2 张" in desk.last["text"] and "我记下了" not in "".join(desk.heard)
    # eleven are one too many
    for n in range(11):
        send(clerk, "photo", "今天现场的照片" if n == 0 else "", to=card, album="88")
    await city.settle()
    assert "最多附 10 个" in "".join(clerk.heard)


async def test_a_long_answer_comes_in_parts(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    first = "\n\n".join(
        f"第{n}段：" + "我们到现场看过了，电梯主板要换，配件已经订了。" * 6 for n in range(27)
    )[:4000]
    second = "后一半：" + "安装要三天。" * 30 + "12月5日前再答复您。"
    card = card_of(clerk, number)
    # the clerk's own program cuts what is too long for one message into two replies
    await clerk.say(first, reply_to=card)
    await clerk.say(second, reply_to=card)
    await clerk.press("发给市民")
    await city.pass_time(seconds=30)
    parts = [text for text in citizen.heard if "电梯主板" in text]
    assert len(parts) == 2 and all(units(part) <= 4096 for part in parts)
    assert parts[0].startswith(f"{number}（1/2）") and parts[1].startswith(f"{number}（2/2）")
    assert parts[0].rstrip()[-1] == "。" and second in parts[1]
    assert "".join("".join(parts).split()).count("第3段") == 1


def test_cuts_are_where_a_reader_pauses() -> None:
    link = '<a href="https://example.org/a">办事指南</a>'
    text = ("这是一句话，说得不长。" * 20 + link + "\n\n") * 12
    parts = split(text, 1000)
    assert all(length(part) <= 1000 for part in parts)
    assert sum(part.count(link) for part in parts) == 12, "a link stays whole"
    assert [part for part in parts if not part.rstrip().endswith(("。", "</a>"))] == []
    quoted = split(f"<blockquote>{'字' * 2500}&amp;{'字' * 10}</blockquote>", 1000)
    assert all(p.startswith("<blockquote>") and p.endswith("</blockquote>") for p in quoted)
    assert "".join(quoted).count("&amp;") == 1
    assert albums(["photo", "video", "document", "document", "voice", "photo"]) == [[0, 1], [2, 3], [4], [5]]
    assert [len(each) for each in albums(["photo"] * 12)] == [10, 2]
