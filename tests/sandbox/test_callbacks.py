"""Presses on buttons and their answers."""

import pytest

from bot.sandbox.errors import SandboxError
from bot.sandbox.world import World
from tests.sandbox.conftest import HandClock, PlainBot
from tests.sandbox.test_messages import keyboard

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_a_press_and_its_answer(bot: PlainBot, world: World, wang: int) -> None:
    message = await bot.say(wang, "交吗？", reply_markup=keyboard("yes", "no"))
    query_id = world.press(wang, wang, message["message_id"], "yes")
    [update] = await bot.updates()
    query = update["callback_query"]
    assert (query["id"], query["data"], query["from"]["id"]) == (query_id, "yes", wang)
    assert query["message"] == message
    seq = world.seq
    assert await bot.ok("answerCallbackQuery", callback_query_id=query_id, text="好", show_alert=True) is True
    event = await world.wait_for(lambda e: e["type"] == "callback_answer", since=seq, chat_id=wang)
    assert event == {
        "type": "callback_answer",
        "query_id": query_id,
        "user_id": wang,
        "text": "好",
        "show_alert": True,
        "seq": event["seq"],
    }
    assert await bot.error("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD


async def test_an_answer_can_be_too_late_or_too_long(
    bot: PlainBot, world: World, wang: int, clock: HandClock
) -> None:
    message = await bot.say(wang, "交吗？", reply_markup=keyboard("yes"))
    query_id = world.press(wang, wang, message["message_id"], "yes")
    assert await bot.error("answerCallbackQuery", callback_query_id=query_id, text="好" * 201) == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    clock.now += 16
    assert await bot.error("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD
    assert await bot.error("answerCallbackQuery", callback_query_id="1") == TOO_OLD


async def test_only_real_buttons_unless_forged(bot: PlainBot, world: World, wang: int) -> None:
    message = await bot.say(wang, "交吗？", reply_markup=keyboard("yes"))
    where = (wang, wang, message["message_id"])
    with pytest.raises(SandboxError, match="no such button"):
        world.press(*where, "no")
    other = world.add_user("李雷")["id"]
    with pytest.raises(SandboxError, match="somebody else's"):
        world.press(other, wang, message["message_id"], "yes")
    world.press(*where, "drop table", forged=True)
    await bot.ok("deleteMessage", chat_id=wang, message_id=message["message_id"])
    with pytest.raises(SandboxError, match="no message"):
        world.press(*where, "yes")
    world.press(*where, "yes", forged=True)
    forged, gone = [u["callback_query"] for u in await bot.updates()]
    assert forged["data"] == "drop table"
    chat = {"id": wang, "first_name": "王芳", "type": "private"}
    assert gone["message"] == {"chat": chat, "message_id": message["message_id"], "date": 0}


async def test_old_messages_can_be_pressed(bot: PlainBot, world: World, wang: int, clock: HandClock) -> None:
    message = await bot.say(wang, "交吗？", reply_markup=keyboard("yes"))
    clock.now += 72 * 3600
    world.press(wang, wang, message["message_id"], "yes")
    [update] = await bot.updates()
    assert update["callback_query"]["message"]["text"] == "交吗？"
