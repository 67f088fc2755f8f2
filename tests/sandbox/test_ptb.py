"""python-telegram-bot talks to the sandbox and understands its refusals."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)
from telegram.request import HTTPXRequest

from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from tests.factories import PATIENCE
from tests.sandbox.pictures import png


def patient(server: SandboxServer) -> Bot:
    """PTB's own patience of five seconds is too little where much runs at once."""
    ask = [
        HTTPXRequest(read_timeout=PATIENCE, connect_timeout=PATIENCE, pool_timeout=PATIENCE) for _ in range(2)
    ]
    return Bot(
        server.token,
        base_url=server.base_url,
        base_file_url=server.base_file_url,
        request=ask[0],
        get_updates_request=ask[1],
    )


@pytest.fixture
async def ptb(server: SandboxServer) -> AsyncIterator[Bot]:
    async with patient(server) as bot:
        yield bot


async def test_a_conversation(ptb: Bot, server: SandboxServer, world: World, wang: int) -> None:
    me = await ptb.get_me()
    assert (me.username, me.can_read_all_group_messages) == ("minsheng_sandbox_bot", False)
    world.send_photo(wang, png(640, 480), caption="路灯坏了")
    [update] = await ptb.get_updates(timeout=30, allowed_updates=["message", "callback_query"])
    assert update.message
    file = await update.message.photo[-1].get_file()
    assert await file.download_as_bytearray() == png(640, 480)
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("交", callback_data="yes")]])
    sent = await update.message.reply_html("<b>交吗？</b>", reply_markup=buttons, do_quote=True)
    assert sent.reply_to_message
    world.press(wang, wang, sent.message_id, "yes")
    [update] = await ptb.get_updates(offset=update.update_id + 1, timeout=30)
    assert update.callback_query
    await update.callback_query.answer("好")
    await update.callback_query.edit_message_text("已收")
    album = [InputMediaPhoto(png(100, 100 + i), caption=str(i)) for i in range(2)]
    assert len(await ptb.send_media_group(wang, album)) == 2
    document = await ptb.send_document(wang, b"PK", filename="a.xlsx", caption="<i>x</i>", parse_mode="HTML")
    assert document.document
    assert document.document.file_name == "a.xlsx"
    await ptb.edit_message_media(InputMediaPhoto(png(50, 50)), wang, document.message_id)
    await ptb.set_my_commands([BotCommand("start", "开始")], language_code="zh")
    await ptb.send_location(wang, 31.2, 121.4)
    assert (await ptb.get_chat(wang)).first_name == "王芳"
    assert server.unknown_params == set()


async def test_errors_become_their_exceptions(
    ptb: Bot, server: SandboxServer, world: World, wang: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    old = world.add_group("小组", [wang], type="group")["id"]
    new = world.migrate(old)
    with pytest.raises(ChatMigrated) as migrated:
        await ptb.send_message(old, "a")
    assert migrated.value.new_chat_id == new
    world.add_fault(method="sendMessage", kind="error", error_code=429, parameters={"retry_after": 7})
    with pytest.raises(RetryAfter) as flood:
        await ptb.send_message(wang, "a")
    assert flood.value.retry_after == timedelta(seconds=7)
    with pytest.raises(BadRequest, match="Message text is empty"):
        await ptb.send_message(wang, " ")
    world.add_fault(method="sendMessage", kind="drop_after")
    with pytest.raises(NetworkError):
        await ptb.send_message(wang, "a")
    world.block(wang, True)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await ptb.send_message(wang, "a")
    older = asyncio.create_task(ptb.get_updates(offset=world.updates.last_id + 1, timeout=30))
    while world.updates._poll is None:
        await asyncio.sleep(0.001)
    async with patient(server) as second:
        newer = asyncio.create_task(second.get_updates(offset=world.updates.last_id + 1, timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await older
        world.start(wang)
        await newer
    stranger = Bot("1:wrong", base_url=server.base_url)
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()
