"""What the bot sends and edits, and each refusal in Telegram's words."""

from typing import Any

import pytest

from bot.sandbox.world import World
from tests.sandbox.conftest import HandClock, PlainBot

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def keyboard(*data: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": word, "callback_data": word} for word in data]]}


async def test_a_message_as_telegram_returns_it(bot: PlainBot, wang: int) -> None:
    message = await bot.say(wang, " <b>你好</b>，/help ", parse_mode="HTML", reply_markup=keyboard("a"))
    assert message == {
        "message_id": 2,
        "from": {"id": 123456, "is_bot": True, "first_name": "民声", "username": "minsheng_sandbox_bot"},
        "chat": {"id": wang, "first_name": "王芳", "type": "private"},
        "date": 1795000000,
        "text": "你好，/help",
        "entities": [
            {"type": "bold", "offset": 0, "length": 2},
            {"type": "bot_command", "offset": 3, "length": 5},
        ],
        "reply_markup": keyboard("a"),
    }


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n\u200b"}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "好" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        (
            {"text": "<p>", "parse_mode": "HTML"},
            'can\'t parse entities: Unsupported start tag "p" at byte offset 0',
        ),
        (
            {"text": "*a*", "parse_mode": "MarkdownV2"},
            "parse mode MarkdownV2 is not supported by the sandbox",
        ),
        ({"text": "a", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"text": "a", "chat_id": 1}, "chat not found"),
        ({"text": "a", "chat_id": "@nobody"}, "chat not found"),
        ({"text": "a", "chat_id": ""}, "chat_id is empty"),
        ({"text": "a", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        (
            {"text": "a", "message_thread_id": 3},
            "parameter message_thread_id is not supported by the sandbox",
        ),
        ({"text": "a", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"text": "a", "reply_markup": keyboard("x" * 65)}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "reply_markup": keyboard("中" * 22)}, "BUTTON_DATA_INVALID"),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "b", "callback_data": ""}]]}},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "b"}]]}},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"callback_data": "b"}]]}},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            {
                "text": "a",
                "reply_markup": {
                    "inline_keyboard": [[{"text": "b", "callback_data": "c", "url": "https://a.cn"}]]
                },
            },
            "can't parse inline keyboard button: exactly one of the optional fields must be used",
        ),
    ],
)
async def test_refusals(bot: PlainBot, wang: int, params: dict[str, Any], message: str) -> None:
    before = bot.server.world.messages(wang)
    assert await bot.error("sendMessage", **{"chat_id": wang, **params}) == f"Bad Request: {message}"
    assert bot.server.world.messages(wang) == before


async def test_limits_are_exact(bot: PlainBot, wang: int) -> None:
    await bot.say(wang, "好" * 4096)
    await bot.say(wang, "<b>" + "😀" * 2048 + "</b>", parse_mode="HTML")
    await bot.say(wang, "a", reply_markup=keyboard("x" * 64))


async def test_who_can_be_written_to(bot: PlainBot, world: World) -> None:
    stranger = world.add_user("陌生人")["id"]
    assert await bot.error("sendMessage", chat_id=stranger, text="a") == "Bad Request: chat not found"
    world.add_group("小区", [stranger])
    assert await bot.error("sendMessage", chat_id=stranger, text="a") == (
        "Forbidden: bot can't initiate conversation with a user"
    )
    world.start(stranger)
    await bot.say(stranger, "a")
    world.block(stranger, True)
    assert (
        await bot.error("sendMessage", chat_id=stranger, text="a") == "Forbidden: bot was blocked by the user"
    )
    assert await bot.error("sendChatAction", chat_id=stranger, action="typing") == (
        "Forbidden: bot was blocked by the user"
    )
    world.start(stranger)
    await bot.say(stranger, "a")
    updates = [u["my_chat_member"] for u in await bot.updates() if "my_chat_member" in u]
    statuses = [(u["old_chat_member"]["status"], u["new_chat_member"]["status"]) for u in updates]
    assert statuses[-2:] == [("member", "kicked"), ("kicked", "member")]


async def test_replies(bot: PlainBot, world: World, wang: int) -> None:
    said = world.send_text(wang, "路灯坏了")
    answer = await bot.say(wang, "收到", reply_parameters={"message_id": said["message_id"]})
    assert answer["reply_to_message"]["text"] == "路灯坏了"
    lone = await bot.say(
        wang, "收到", reply_parameters={"message_id": 999, "allow_sending_without_reply": True}
    )
    assert "reply_to_message" not in lone
    back = world.send_text(wang, "谢谢", reply_to=answer["message_id"])
    assert back["reply_to_message"]["text"] == "收到"
    assert "reply_to_message" not in back["reply_to_message"]


async def test_edits(bot: PlainBot, world: World, wang: int, clock: HandClock) -> None:
    message = await bot.say(wang, "甲", reply_markup=keyboard("a"))
    where = {"chat_id": wang, "message_id": message["message_id"]}
    assert await bot.error("editMessageText", **where, text="甲", reply_markup=keyboard("a")) == NOT_MODIFIED
    assert await bot.error("editMessageReplyMarkup", **where, reply_markup=keyboard("a")) == NOT_MODIFIED
    clock.now += 60
    edited = await bot.ok("editMessageText", **where, text="<i>甲</i>", parse_mode="HTML")
    assert "reply_markup" not in edited
    assert (edited["date"], edited["edit_date"]) == (1795000000, 1795000060)
    edited = await bot.ok("editMessageReplyMarkup", **where, reply_markup=keyboard("b"))
    assert edited["entities"] == [{"type": "italic", "offset": 0, "length": 1}]
    assert await bot.error("editMessageText", **where, text="好" * 4097) == "Bad Request: message is too long"
    assert await bot.error("editMessageCaption", **where, caption="a") == (
        "Bad Request: there is no caption in the message to edit"
    )
    mine = world.send_text(wang, "我的")["message_id"]
    for message_id, words in ((mine, "message can't be edited"), (999, "message to edit not found")):
        params = {"chat_id": wang, "message_id": message_id, "text": "x"}
        assert await bot.error("editMessageText", **params) == f"Bad Request: {words}"
    assert await bot.error("editMessageText", text="a") == "Bad Request: chat_id is empty"
    assert [u for u in await bot.updates() if "edited_message" in u] == []


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(
    bot: PlainBot, world: World, wang: int
) -> None:
    seq = world.seq
    message = await bot.say(wang, "写下回复", reply_markup={"force_reply": True, "selective": True})
    assert "reply_markup" not in message
    event = await world.wait_for(lambda e: e["type"] == "message", since=seq, chat_id=wang)
    assert event["keyboard"] == {"force_reply": True, "selective": True}
    where = {"chat_id": wang, "message_id": message["message_id"]}
    assert await bot.error("editMessageText", **where, text="x") == "Bad Request: message can't be edited"


async def test_deleting(bot: PlainBot, world: World, wang: int, clock: HandClock) -> None:
    first, second = await bot.say(wang, "a"), await bot.say(wang, "b")
    assert await bot.ok("deleteMessage", chat_id=wang, message_id=first["message_id"]) is True
    where = {"chat_id": wang, "message_id": first["message_id"]}
    assert await bot.error("deleteMessage", **where) == "Bad Request: message to delete not found"
    assert await bot.error("editMessageText", **where, text="x") == "Bad Request: message to edit not found"
    clock.now += 48 * 3600 + 1
    assert await bot.error("deleteMessage", chat_id=wang, message_id=second["message_id"]) == (
        "Bad Request: message can't be deleted for everyone"
    )
    assert await bot.ok("deleteMessages", chat_id=wang, message_ids=[first["message_id"]]) is True
    assert len(world.messages(wang)) == 2


async def test_copy_and_forward(bot: PlainBot, world: World, wang: int) -> None:
    said = world.send_text(wang, "路灯 https://a.cn/1")
    group = world.add_group("城管", [wang])["id"]
    where = {"chat_id": group, "from_chat_id": wang, "message_id": said["message_id"]}
    copied = await bot.ok("copyMessage", **where)
    assert set(copied) == {"message_id"}
    assert world.messages(group)[-1]["text"] == "路灯 https://a.cn/1"
    forwarded = await bot.ok("forwardMessage", **where)
    assert forwarded["forward_origin"]["sender_user"]["id"] == wang
    assert (
        await bot.error("copyMessage", **{**where, "message_id": 999})
        == "Bad Request: message to copy not found"
    )


async def test_edits_by_people(bot: PlainBot, world: World, wang: int, clock: HandClock) -> None:
    said = world.send_text(wang, "路灯坏")
    clock.now += 5
    world.edit_text(wang, wang, said["message_id"], "路灯坏了 /x")
    updates = await bot.updates()
    assert updates[0]["message"]["text"] == "路灯坏"
    edited = updates[1]["edited_message"]
    assert (edited["text"], edited["edit_date"]) == ("路灯坏了 /x", 1795000005)
    assert edited["entities"] == [{"type": "bot_command", "offset": 5, "length": 2}]
    world.delete(wang, wang, said["message_id"])
    assert await bot.updates() == []


async def test_unknown_methods_and_parameters(bot: PlainBot, wang: int) -> None:
    assert await bot.call("sendMassage") == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert await bot.error("sendInvoice") == "Not Found: method sendInvoice is not supported by the sandbox"
    await bot.ok("SENDmessage", chat_id=wang, text="a", emphasis=1)
    assert bot.server.unknown_params == {("sendMessage", "emphasis")}
    async with bot.session.get(f"{bot.server.base_url}1:wrong/getMe") as response:
        assert response.status == 401
        assert await response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_commands_have_scopes_and_languages(bot: PlainBot, world: World, wang: int) -> None:
    commands = [{"command": "start", "description": "开始"}]
    await bot.ok("setMyCommands", commands=commands)
    scope = {"type": "chat", "chat_id": wang}
    await bot.ok("setMyCommands", commands=[*commands, *commands], scope=scope, language_code="zh")
    assert await bot.ok("getMyCommands") == commands
    assert await bot.ok("getMyCommands", scope=scope) == []
    assert len(await bot.ok("getMyCommands", scope=scope, language_code="zh")) == 2
    await bot.ok("deleteMyCommands", scope=scope, language_code="zh")
    assert await bot.ok("getMyCommands", scope=scope, language_code="zh") == []
    bad = [{"command": "开始", "description": "x"}]
    assert await bot.error("setMyCommands", commands=bad) == "Bad Request: BOT_COMMAND_INVALID"


async def test_form_and_query_parameters_do_as_well(bot: PlainBot, wang: int) -> None:
    url = f"{bot.server.base_url}{bot.server.token}/sendMessage"
    form = {"chat_id": str(wang), "text": "a", "reply_parameters": '{"message_id": 1}'}
    async with bot.session.post(url, data=form) as response:
        assert (await response.json())["result"]["reply_to_message"]["text"] == "/start"
    async with bot.session.get(url, params={"chat_id": wang, "text": "b"}) as response:
        assert (await response.json())["result"]["text"] == "b"


async def test_half_a_surrogate_pair(bot: PlainBot, world: World, wang: int) -> None:
    assert await bot.error("sendMessage", chat_id=wang, text="a\ud800") == (
        "Bad Request: strings must be encoded in UTF-8"
    )
    world.raw_update({"message": {"text": "\ud800"}})
    assert (await bot.ok("getUpdates"))[0]["message"] == {"text": "\ud800"}
