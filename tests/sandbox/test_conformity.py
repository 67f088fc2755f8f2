"""Every object that the server returns or queues, in a tour of all methods and acts, is the Bot API's own."""

import json
from typing import Any

import aiohttp
import pytest

from bot.sandbox.catalogue import SUPPORTED, UNSUPPORTED
from bot.sandbox.server import SandboxServer
from bot.sandbox.updates import UPDATE_TYPES
from bot.sandbox.world import World
from tests import botapi_spec
from tests.sandbox.conftest import HandClock, PlainBot
from tests.sandbox.pictures import png
from tests.sandbox.test_messages import keyboard

pytestmark = pytest.mark.skipif(not botapi_spec.present(), reason=botapi_spec.MISSING)


def test_the_catalogue_is_the_whole_bot_api() -> None:
    methods = botapi_spec.spec()["methods"]
    assert SUPPORTED.keys() | UNSUPPORTED == methods.keys()
    assert not SUPPORTED.keys() & UNSUPPORTED
    for name, params in SUPPORTED.items():
        assert params == {field["name"] for field in methods[name].get("fields") or []}, name
    update = {field["name"] for field in botapi_spec.spec()["types"]["Update"]["fields"]}
    assert set(UPDATE_TYPES) == update - {"update_id"}


def test_every_supported_method_is_there() -> None:
    from bot.sandbox.api_updates import UPDATE_METHODS  # noqa: PLC0415
    from bot.sandbox.methods import METHODS  # noqa: PLC0415

    assert METHODS.keys() | UPDATE_METHODS.keys() == SUPPORTED.keys()


async def upload(bot: PlainBot, method: str, files: dict[str, bytes], **params: Any) -> Any:
    form = aiohttp.FormData({k: v if isinstance(v, str) else json.dumps(v) for k, v in params.items()})
    for name, data in files.items():
        form.add_field(name, data, filename=f"{name}.png")
    async with bot.session.post(f"{bot.server.base_url}{bot.server.token}/{method}", data=form) as response:
        body = await response.json()
        assert body["ok"], body
        return body["result"]


async def people_act(world: World) -> tuple[int, int, int]:
    wang = world.add_user("王芳", last_name="女士", username="wangfang")["id"]
    li = world.add_user("李雷", language_code="en")["id"]
    world.start(wang, "abc")
    said = world.send_text(wang, "路灯坏了 https://a.cn #路灯 @minsheng_sandbox_bot")
    world.send_text(wang, "见上", reply_to=said["message_id"])
    world.edit_text(wang, wang, said["message_id"], "路灯坏了三天")
    for kind, data in (
        ("photo", png(2000, 1000)),
        ("document", b"a"),
        ("voice", b"b"),
        ("video", b"c"),
        ("audio", b"d"),
    ):
        world.upload(wang, kind, data, f"名.{kind}", "说明", media_group_id="9")
    for kind in ("sticker", "poll", "location", "contact", "dice", "venue", "animation", "video_note"):
        world.send_other(wang, kind)
    world.block(wang, True)
    world.start(wang)
    basic = world.add_group("小组", [li, wang], type="group")["id"]
    group = world.migrate(basic)
    for action in ("promote", "remove", "add", "restrict", "promote"):
        world.members(group, "bot", li, action)
    for action in ("promote", "restrict", "remove", "add"):
        world.members(group, wang, li, action)
    world.send_text(li, "/claim", group, anonymous=True)
    world.send_text(li, "/claim", group, as_chat=world.add_channel("晨报")["id"])
    world.channel_post_forwarded(group, "晨报", "要闻")
    return wang, li, group


async def bot_acts(bot: PlainBot, world: World, wang: int, li: int, group: int) -> None:
    files = {"part": png(300, 200)}
    card = await bot.say(
        group,
        f'<b>新件</b> <a href="tg://user?id={li}">李雷</a> <pre><code class="language-py">x</code></pre>',
        parse_mode="HTML",
        reply_markup=keyboard("claim"),
        link_preview_options={"is_disabled": True},
        protect_content=True,
    )
    where = {"chat_id": group, "message_id": card["message_id"]}
    await bot.ok("editMessageText", **where, text="改", reply_markup=keyboard("a"))
    await bot.ok("editMessageReplyMarkup", **where)
    await bot.ok("pinChatMessage", **where)
    await bot.ok("getChat", chat_id=group)
    await bot.ok("unpinChatMessage", **where)
    await bot.say(
        wang, "选", reply_markup={"keyboard": [[{"text": "是"}, {"text": "否"}]], "resize_keyboard": True}
    )
    await bot.say(wang, "回", reply_markup={"force_reply": True}, reply_parameters={"message_id": 1})
    await upload(bot, "sendVideoNote", files, chat_id=wang, video_note="attach://part")
    for kind in ("animation", "photo", "document", "voice", "video", "audio"):
        caption = {"caption": "<i>x</i>", "parse_mode": "HTML"}
        sent = await upload(
            bot, f"send{kind.capitalize()}", files, chat_id=wang, **{kind: "attach://part"}, **caption
        )
    await bot.ok("editMessageCaption", chat_id=wang, message_id=sent["message_id"], caption="y")
    media = {"type": "photo", "media": "attach://part", "caption": "z", "has_spoiler": True}
    await upload(bot, "editMessageMedia", files, chat_id=wang, message_id=sent["message_id"], media=media)
    await upload(bot, "sendMediaGroup", files, chat_id=wang, media=[media, media])
    await bot.ok("getFile", file_id=world.messages(wang)[-1]["photo"][0]["file_id"])
    await bot.ok("sendLocation", chat_id=wang, latitude=31.2, longitude=121.4, horizontal_accuracy=10)
    for chat in (group, wang):
        params = {"chat_id": chat, "from_chat_id": wang, "message_id": sent["message_id"]}
        await bot.ok("copyMessage", **params, caption="w")
        await bot.ok("forwardMessage", **params)
        await bot.ok("getChat", chat_id=chat)
        await bot.ok("getChatMemberCount", chat_id=chat)
        await bot.ok("sendChatAction", chat_id=chat, action="typing")
        for user in (wang, li, world.bot.id):
            await bot.ok("getChatMember", chat_id=chat, user_id=user)
    await bot.ok("getChatAdministrators", chat_id=group)
    commands = [{"command": "start", "description": "开始"}]
    scope = {"type": "chat_administrators", "chat_id": group}
    await bot.ok("setMyCommands", commands=commands, scope=scope, language_code="zh")
    await bot.ok("getMyCommands", scope=scope, language_code="zh")
    await bot.ok("deleteMyCommands", scope=scope, language_code="zh")
    for what, key in (
        ("Name", "name"),
        ("Description", "description"),
        ("ShortDescription", "short_description"),
    ):
        await bot.ok(f"setMy{what}", **{key: "民声"}, language_code="zh")
        assert await bot.ok(f"getMy{what}", language_code="zh") == {key: "民声"}
    asked = await bot.say(wang, "交吗？", reply_markup=keyboard("yes"))
    query = world.press(wang, wang, asked["message_id"], "yes")
    await bot.ok("answerCallbackQuery", callback_query_id=query, text="好", show_alert=True)
    await bot.ok("deleteMessage", chat_id=wang, message_id=asked["message_id"])
    world.press(wang, wang, asked["message_id"], "yes", forged=True)
    await bot.ok("deleteMessages", chat_id=wang, message_ids=[sent["message_id"]])
    await bot.ok("leaveChat", chat_id=group)


async def test_a_tour_of_everything(
    bot: PlainBot, server: SandboxServer, world: World, clock: HandClock
) -> None:
    world.updates.allow(list(UPDATE_TYPES))
    wang, li, group = await people_act(world)
    clock.now += 60
    await bot_acts(bot, world, wang, li, group)
    for method in ("getMe", "getWebhookInfo", "getUpdates"):
        await bot.ok(method)
    await bot.ok("setWebhook", url="http://127.0.0.1:9/", secret_token="x", allowed_updates=["message"])
    await bot.ok("getWebhookInfo")
    await bot.ok("deleteWebhook", drop_pending_updates=True)

    problems = []
    seen: set[str] = set()
    for name, params, answer in server.calls:
        assert answer["ok"], (name, params, answer)
        seen.add(name)
        problems += botapi_spec.validate_result(name, answer["result"])
        problems += botapi_spec.validate_request(name, params)
        if name == "getUpdates":
            for update in answer["result"]:
                seen |= update.keys() - {"update_id"}
    for chat_id in (wang, group):
        for message in world.messages(chat_id):
            problems += botapi_spec.validate("Message", message)
    assert problems == []
    assert SUPPORTED.keys() - seen == set()
    wanted = {"message", "edited_message", "callback_query", "my_chat_member", "chat_member"}
    assert wanted <= seen
    assert server.unknown_params == set()
