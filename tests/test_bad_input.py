"""Whatever people and Telegram send: a clear answer, nothing lost, nothing revealed."""

import json
import random
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.core.plain import units
from classifier.predict import Classifier
from tests.by_word import ByWord
from tests.city import PICTURE, City, Message, Player, running_city
from tests.journeys.acts import card_of, case_of, events_of, labels
from tests.soundness import Expected, check_sound, sound_city

GOLD = Path(__file__).parents[2] / "shared/data/dev_gold.jsonl"
HOSTILE = (
    "<b>粗</b> </blockquote> &lt;i&gt; <a href='x'>链接</a> *星* _下_ `码` [名](tg://user?id=1) {number} ${x}"
)


@pytest.fixture
def expected() -> Expected:
    return Expected()


@pytest.fixture
async def city(tmp_path: Path, expected: Expected) -> AsyncIterator[City]:
    async with sound_city(tmp_path, ByWord(), expected) as running:
        yield running


async def forge(player: Player, data: str, on: Message | None = None) -> str:
    """Press a button that was never there; the toast."""
    world = player.city.server.world
    since = world.seq
    message = on or player.messages[-1]
    query = world.press(player.user, player.chat, message["message_id"], data, forged=True)
    return await player.city.toast(query, since) or ""


async def raw(city: City, *updates: Any) -> None:
    for update in updates:
        city.server.world.raw_update(update)
    await city.settle()


# --- words


async def test_words_of_every_kind(city: City) -> None:
    """Each is filed and shown literally to the citizen and to staff; nothing breaks the markup."""
    clerk = await city.clerk("triage", "赵静", "dispatcher")
    citizen = await city.citizen()
    samples = {
        "one character": "难",
        "4,096 characters": "路" * 4096,
        "emoji to the limit": "🚧" * 2048,
        "joined emoji": "👨‍👩‍👧‍👦" * 300,
        "markup": HOSTILE,
        "bidirectional": "ab\u202egnp.exe 打不开\u202c",
        "zero width": "水\u200b费\u2060太\ufeff高",
        "lines": "\n".join("行" * 3 for _ in range(500)),
        "combining": "á" + "\u0301" * 200,
        "controls": "一\x07二\x1b[31m三",
        "rare": "𠮷野家 ﷽ ﷺ",
        "a looking command": "/路灯坏了",
        "numbers": "0",
    }
    for serial, (what, text) in enumerate(samples.items(), 1):
        assert units(text) <= 4096
        await citizen.say(text)
        assert labels(citizen.last)[0] == "✅ 提交" or "像是同一件事" in citizen.last["text"], what
        await citizen.press("新的事" if "✅ 提交" not in labels(citizen.last) else "提交")
        number = f"261120-{serial:04d}"
        assert number in citizen.last["text"], what
        assert card_of(clerk, number), what
        await citizen.say(f"/case {number}")
        assert number in citizen.last["text"]
    assert HOSTILE.split(maxsplit=1)[0] in card_of(clerk, "261120-0005")["text"]
    assert HOSTILE in (await case_of(city, "261120-0005")).text
    assert (await case_of(city, "261120-0006")).text == "abgnp.exe 打不开"
    assert (await case_of(city, "261120-0007")).text == "水费太高"
    assert "\x1b" not in card_of(clerk, "261120-0010")["text"]
    # and back: a clerk's words with markup reach the citizen as they are
    await clerk.say("/transfer 261120-0001 住建局")
    await clerk.say(f"/reply 261120-0001 {HOSTILE}")
    assert HOSTILE in clerk.last["text"]
    await clerk.press("已解决")
    await clerk.press("发给市民")
    assert HOSTILE in citizen.last["text"]
    await citizen.say("/mycases")
    assert "更早的" in citizen.last["text"]


async def test_nothing_to_read(city: City) -> None:
    """Blank, invisible, stickers, polls, dice: said so, and no draft begins; a draft that is there stays."""
    citizen = await city.citizen()
    chat = {"id": citizen.user, "type": "private", "first_name": "陈女士"}
    sender = {"id": citizen.user, "is_bot": False, "first_name": "陈女士", "language_code": "zh-hans"}

    def message(number: int, **content: Any) -> dict[str, Any]:
        base = {"message_id": 900_000 + number, "date": 1_795_000_000, "chat": chat, "from": sender}
        return {"message": {**base, **content}}

    blanks = ["   ", "\u200b\u200d\ufeff", "\u3164", "\u202e\u202c", "\u00ad", "\n\n"]
    for number, text in enumerate(blanks):
        await raw(city, message(number, text=text))
        assert "没有我能看到的字" in citizen.last["text"], ascii(text)
        assert not labels(citizen.last)
    await citizen.say("小区电梯坏了，物业不修")
    for kind, word in (("sticker", "表情"), ("poll", "投票"), ("dice", "骰子")):
        await citizen.send_other(kind)
        assert word in citizen.last["text"]
        assert "请用文字" in citizen.last["text"]
    await raw(city, message(50, story={"chat": chat, "id": 1}), message(51, something_new={"a": 1}))
    assert "请用文字" in citizen.last["text"]
    await citizen.press("提交")
    assert (await case_of(city, "261120-0001")).text == "小区电梯坏了，物业不修"


async def test_too_much(city: City) -> None:
    """The draft's limits: 20,000 characters and 20 files; what was refused is said, the rest is kept."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    for index in range(4):
        await citizen.say(f"第{index}段，小区电梯坏了" + "修" * 4080)
    long_ago = len(citizen.heard)
    await citizen.say("第4段，小区电梯坏了" + "修" * 4080)
    assert "没有收下" in citizen.last["text"]
    assert "20,000" in citizen.last["text"] or "20000" in citizen.last["text"]
    assert len(citizen.heard) == long_ago + 1
    for _ in range(20):
        city.server.world.send_photo(citizen.user, PICTURE)
    await city.settle()
    assert "照片 20 张" in citizen.last["text"]
    await citizen.photo()
    assert "最多附 20 个文件" in citizen.last["text"]
    await citizen.press("提交")
    number = "261120-0001"
    text = (await case_of(city, number)).text
    assert "第3段" in text
    assert "第4段" not in text
    assert "照片 20 张" in card_of(clerk, number)["text"]
    # the way out that the refusal names works
    await citizen.press("补充", on=citizen.find("收到了"))
    await citizen.photo("第二十一张", reply_to=citizen.last["message_id"])
    assert ("added", "第二十一张") in await events_of(city, number)
    assert "照片 21 张" in card_of(clerk, number)["text"]
    # a clerk's reply has a limit too, and says by how much: a message of the greatest length is cut in two by the
    # program it is written in, and the halves belong together
    for _ in range(3):
        await clerk.say("答" * 4096, reply_to=card_of(clerk, number))
    assert "最多 12,000 字" in clerk.last["text"] or "12000" in clerk.last["text"]
    await clerk.press("取消")
    for words in ("答" * 3500, "&<" * 1750):
        await clerk.say(words, reply_to=card_of(clerk, number))
        await clerk.press("发给市民")
        assert words in citizen.last["text"]


# --- updates


async def test_a_malformed_update_among_good_ones(city: City, expected: Expected) -> None:
    admin = await city.admin()
    citizen = await city.citizen()
    chat = {"id": citizen.user, "type": "private", "first_name": "陈女士"}
    sender = {"id": citizen.user, "is_bot": False, "first_name": "陈女士"}
    expected.dead_letters = 2
    expected.faults = ("Bad Request: query is too old",)  # the press that nobody made
    world = city.server.world
    world.send_text(citizen.user, "小区电梯坏了")
    for update in (
        {"message": {"message_id": "three", "date": "never", "chat": chat, "from": sender}},
        {"message": 7},
        "not an update",
        17,
        {"update_id": 12, "something_new": {"chat": chat}},
        {},
        {"callback_query": {"id": "1", "from": sender, "chat_instance": "1", "data": "c:show:1"}},
        {"message": {"message_id": 5, "date": 1, "chat": chat, "text": "没有发件人"}},
        {
            "edited_message": {
                "message_id": 99999,
                "date": 1,
                "chat": chat,
                "from": sender,
                "text": "没见过的",
            }
        },
        {"channel_post": {"message_id": 5, "date": 1, "chat": {"id": -5, "type": "channel", "title": "x"}}},
    ):
        world.raw_update(update)
    world.send_text(citizen.user, "半个月没人修")
    await city.settle()
    preview = citizen.last["text"]
    assert "小区电梯坏了\n半个月没人修" in preview
    assert any("抱歉" in words for words in citizen.heard)
    assert any("已存档" in words for words in admin.heard)
    await citizen.press("提交")
    assert "261120-0001" in citizen.last["text"]


async def test_bots_channels_and_automatic_forwards(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, "小区电梯坏了没人修")
    world = city.server.world
    group = {"id": clerk.chat, "type": "supergroup", "title": "zhujian 群"}
    channel = {"id": -1009999, "type": "channel", "title": "业主频道"}
    other_bot = {"id": 777, "is_bot": True, "first_name": "别的机器人"}
    card = card_of(clerk, number)
    heard = clerk.heard
    # a channel's post in the group, and one that replies to the card
    world.channel_post_forwarded(clerk.chat, "业主频道", "/claim 261120-0001")
    as_channel = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
    base = {"date": 1_795_000_000, "chat": group}
    await raw(
        city,
        {
            "message": {
                **base,
                "message_id": 8001,
                "from": other_bot,
                "text": "你好",
                "reply_to_message": card,
            }
        },
        {
            "message": {
                **base,
                "message_id": 8002,
                "from": as_channel,
                "sender_chat": channel,
                "text": "看看",
                "reply_to_message": card,
            }
        },
        {
            "message": {
                "message_id": 8003,
                "date": 1_795_000_000,
                "chat": {"id": 777, "type": "private", "first_name": "别的机器人"},
                "from": other_bot,
                "text": "买粉丝吗",
            }
        },
    )
    assert [kind for kind, _ in await events_of(city, number)] == ["filed"]
    assert "市民将看到" not in "".join(clerk.heard[len(heard) :])


# --- presses


async def test_forged_presses(city: City) -> None:
    """Other people's drafts and cases, garbage, huge numbers, wrong arity: a toast, and nothing changes."""
    clerk = await city.clerk("zhujian", "李明")
    other = await city.clerk("jiaoyu", "周强")
    citizen, thief = await city.citizen("陈女士"), await city.citizen("王先生")
    number = await city.file(citizen, "小区电梯坏了没人修")
    await citizen.say("学校门口没有斑马线")
    draft = next(
        b["callback_data"].split(":")[2]
        for row in citizen.last["reply_markup"]["inline_keyboard"]
        for b in row
    )
    await clerk.say("明天修", reply_to=card_of(clerk, number))
    reply = clerk.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[2]
    before = (await events_of(city, number), citizen.heard)
    world = city.server.world
    garbage = [
        *("", ":", "d", "d:", "d::", "d:submit", "c", "c:", "c:show", "c:show:", "c:claim", "r:", "r:send"),
        *("q", "q:", "q:zhujian", "q:zhujian:x", "q:zhujian:-1", "q:zhujian:99999999999999999999:1"),
        *(
            "i:",
            "i:role",
            "i:role:king",
            "i:clerk:nowhere",
            "b:",
            "b:nowhere",
            "b:zhujian:x",
            "m:",
            "m:list:1",
        ),
        *("c:show:²", "c:show:٣", "c:show:1e3", "c:show:-1", "c:show:1.0", "c:show:" + "9" * 50),
        *(
            "c:claim:999999999999999",
            "c:to:1",
            "c:to:1:",
            "c:to:1:nowhere",
            "c:to:1:jiaoyu:zz:zz",
            "c:to:1:jiaoyu:zz",
        ),
        *("c:delete:1", "c:open:0", "x" * 64, "'; drop table cases; --", "\u0000", "字" * 21, "d:join:x:²"),
        *(f"d:join:{draft}:1", f"d:join:{draft}:" + "9" * 30, f"d:domain:{draft}:外交", f"d:domain:{draft}"),
        *(
            f"d:submit:{draft}",
            f"d:new:{draft}",
            f"d:cancel:{draft}",
            f"d:domains:{draft}",
            f"d:more:{draft}",
        ),
        *(f"r:send:{reply}", f"r:note:{reply}", f"r:as-solved:{reply}", f"r:as-king:{reply}", f"r:x:{reply}"),
        *(
            "c:show:1",
            "c:add:1",
            "c:withdraw:1",
            "c:withdraw_yes:1",
            "c:withdraw_no:1",
            "c:claim:1",
            "c:reply:1",
        ),
        *("c:ask:1", "c:offices:1", "c:reopen:1", "c:open:1", "c:full:1", "c:files:1", "q:zhujian:0"),
    ]
    random.Random(7).shuffle(garbage)
    for data in garbage:
        toast = await forge(thief, data)
        assert toast, f"{data!r} was not refused"
        assert number not in toast
    for data in (
        "c:claim:1",
        "c:to:1:jiaoyu",
        "c:to:1:jiaoyu:zh",
        "c:open:1",
        "c:full:1",
        "q:zhujian:0",
        f"r:send:{reply}",
    ):
        toast = await forge(other, data)
        assert toast, f"{data!r} was not refused"
        assert "住房" not in toast
    assert (await events_of(city, number), citizen.heard) == before
    assert not any("电梯" in words for words in [*thief.heard, *other.heard])
    # the owner too can only do what the buttons say
    assert "过时" in await forge(citizen, f"d:domain:{draft}:外交")
    assert "过时" in await forge(citizen, f"d:join:{draft}:" + "9" * 30)
    assert "没有找到" in await forge(citizen, f"d:join:{draft}:999")
    assert "过时" in await forge(clerk, "q:zhujian:all:99"), "there is no list under this message"
    # replayed presses: the second time says that it is over
    offer = citizen.find("学校门口")
    assert not await forge(citizen, f"d:submit:{draft}", offer)
    assert "过时" in await forge(citizen, f"d:submit:{draft}", offer)
    assert not await forge(citizen, "c:withdraw_yes:2")
    assert "已撤回" in await forge(citizen, "c:withdraw_yes:2")
    # under a message that is too old to be seen
    world.remove(world.chat(citizen.chat), offer["message_id"])
    assert "过时" in await forge(citizen, f"d:submit:{draft}", offer)
    assert len(await events_of(city, "261120-0002")) == 2
    # a late press tells who was faster only to those whose case it was
    await clerk.say(f"/transfer {number} 公安")
    assert "公安" in await forge(clerk, "c:to:1:jiaoyu:zh")
    assert "公安" not in await forge(other, "c:to:1:jiaoyu:zh")


# --- commands


async def test_commands_with_wrong_arguments(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    admin = await city.admin()
    citizen = await city.citizen()
    number = await city.file(citizen, "小区电梯坏了没人修")
    usage = (
        (citizen, ("/case 十二", "/case 261120", "/withdraw 那件事", "/case 0001", "/add 电梯")),
        (
            clerk,
            ("/claim", "/reply", f"/reply {number}", "/reply 您好", "/ask", f"/ask {number}", "/transfer"),
        ),
        (admin, ("/invite 局长",)),
    )
    for player, commands in usage:
        for command in commands:
            await player.say(command)
            assert "请这样写：" in player.last["text"], command
            example = player.last["text"].split("请这样写：")[1]
            assert example.split()[0] == command.split()[0].split("@")[0], "an example of the same command"
    for command in ("/nothing", "/cases", "/START1", "/取消"):
        await citizen.say(command)
    assert "确定撤回" in citizen.last["text"]  # no command to Telegram, so words
    assert "不认识这个命令" in citizen.heard[-2]
    await citizen.press("不撤回")
    # numbers however they were typed
    day, serial = number.split("-")
    full = str.maketrans("0123456789-", "０１２３４５６７８９－")
    for typed in (
        number.translate(full),
        f"{day}—{serial}",
        f"{day} – {serial}",
        f"{day}{serial}",
        f"{day} {serial}",
        f"编号{number}。",
        f"#{number}",
        f"　{number}　",
        f"{day}_{serial}",
    ):
        await citizen.say(f"/case {typed}")
        assert citizen.last["text"].startswith(number), typed
        await clerk.say(f"/case@minsheng_sandbox_bot {typed}")
        assert clerk.last["text"].startswith(number), typed
    for unknown in ("261120-9999", "000000-0000", "999999-999999", "261120-00011"):
        await citizen.say(f"/case {unknown}")
        assert "没有找到" in citizen.last["text"], unknown
    await clerk.say(f"/reply@minsheng_sandbox_bot {day}－{serial}：您好 今天去看")
    assert "您好 今天去看" in clerk.last["text"]
    await clerk.say(f"/ask\n{number}\n第一问\n第二问")
    assert "第一问\n第二问" in clerk.last["text"]
    heard = clerk.heard
    await clerk.say(f"/claim@other_bot {number}")
    assert clerk.heard == heard, "meant for another bot"
    await citizen.say("/start " + "x" * 60)
    assert "这个邀请用不了" in citizen.last["text"]
    await citizen.say("/help@minsheng_sandbox_bot")
    assert "/mycases" in citizen.last["text"]
    assert [kind for kind, _ in await events_of(city, number)] == ["filed"]


# --- real messages


@pytest.mark.skipif(not GOLD.is_file(), reason="real-message set not present")
async def test_real_messages(tmp_path: Path, classifier: Classifier) -> None:
    """Forty real messages, whole: each is filed and its card posted."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    async with running_city(tmp_path, classifier) as city:
        desks = {d.id: await city.clerk(d.id, f"{d.id} 的人") for d in city.service.settings.departments}
        for serial, row in enumerate(random.Random(20261120).sample(rows, 40), 1):
            citizen = await city.citizen(f"市民{serial}")
            words = "\n".join(part for part in (row.get("title"), row["text"]) if part)
            while words:
                piece, words = words[:2000], words[2000:]
                await citizen.say(piece)
            if "没有危险，可以等" in labels(citizen.last):
                await citizen.press("没有危险，可以等")
            await citizen.press("提交")
            number = f"261120-{serial:04d}"
            assert number in citizen.last["text"], row["id"]
            case = await case_of(city, number)
            assert card_of(desks[case.department], number), row["id"]
        await check_sound(city, Expected())
