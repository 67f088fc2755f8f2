"""Groups: what privacy mode lets through, members, rights, migration, who speaks for whom."""

from typing import Any

import pytest

from bot.sandbox.errors import SandboxError
from bot.sandbox.world import World
from tests.sandbox.conftest import PlainBot


async def texts(bot: PlainBot) -> list[str]:
    return [u["message"].get("text", "") for u in await bot.updates() if "message" in u]


@pytest.fixture
async def li(world: World) -> int:
    user: int = world.add_user("李雷")["id"]
    return user


@pytest.fixture
async def group(world: World, li: int, wang: int, bot: PlainBot) -> int:
    chat: int = world.add_group("城管", [li, wang])["id"]
    await bot.updates()
    return chat


async def test_privacy_mode(bot: PlainBot, world: World, li: int, group: int) -> None:
    card = await bot.say(group, "新件 261121-0042")
    mine = world.send_text(li, "闲聊", group)
    world.send_text(li, "回复同事", group, reply_to=mine["message_id"])
    world.send_text(li, "/queue", group)
    world.send_text(li, "/queue@Minsheng_Sandbox_Bot 3", group)
    world.send_text(li, "/queue@other_bot", group)
    world.send_text(li, "请看 /queue", group)
    world.send_text(li, "@minsheng_sandbox_bot 在吗", group)
    world.send_text(li, "已处理", group, reply_to=card["message_id"])
    assert await texts(bot) == ["/queue", "/queue@Minsheng_Sandbox_Bot 3", "已处理"]
    world.members(group, "bot", li, "promote")
    world.send_text(li, "闲聊", group)
    assert await texts(bot) == ["闲聊"]


async def test_another_bot_takes_plain_commands(bot: PlainBot, world: World, li: int, group: int) -> None:
    other = world.add_user("天气", username="weather_bot", is_bot=True)["id"]
    world.members(group, other, li, "add")
    world.members(group, "bot", li, "promote")
    await bot.updates()
    world.send_text(other, "晴", group)
    assert await bot.updates() == []
    world.members(group, "bot", li, "remove")
    world.members(group, "bot", li, "add")
    await bot.updates()
    world.send_text(other, "多云", group)
    world.send_text(li, "/queue", group)
    assert await texts(bot) == []
    await bot.say(group, "在")
    world.send_text(li, "/queue", group)
    assert await texts(bot) == ["/queue"]


async def test_joining_and_leaving(bot: PlainBot, world: World, li: int, wang: int) -> None:
    group = world.add_group("城管", [li])["id"]
    added, service = await bot.updates()
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert added["my_chat_member"]["from"]["id"] == li
    assert service["message"]["new_chat_members"][0]["id"] == 123456
    world.members(group, wang, li, "add")
    world.members(group, wang, wang, "remove")
    joined, left = [u["message"] for u in await bot.updates()]
    assert [u["id"] for u in joined["new_chat_members"]] == [wang]
    assert left["left_chat_member"]["id"] == wang
    world.members(group, "bot", li, "remove")
    [removed] = await bot.updates()
    assert removed["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert await bot.error("sendMessage", chat_id=group, text="a") == (
        "Forbidden: bot was kicked from the supergroup chat"
    )
    world.members(group, "bot", li, "add")
    await bot.say(group, "又来了")
    assert await bot.ok("leaveChat", chat_id=group) is True
    assert await bot.error("getChat", chat_id=group) == (
        "Forbidden: bot is not a member of the supergroup chat"
    )


async def test_basic_groups_say_so(bot: PlainBot, world: World, li: int) -> None:
    group = world.add_group("小组", [li], type="group")["id"]
    added, created = await bot.updates()
    assert "my_chat_member" in added
    assert created["message"]["group_chat_created"] is True
    world.members(group, "bot", li, "remove")
    assert await bot.error("sendMessage", chat_id=group, text="a") == (
        "Forbidden: bot was kicked from the group chat"
    )
    world.members(group, "bot", li, "add")
    await bot.ok("leaveChat", chat_id=group)
    assert await bot.error("sendMessage", chat_id=group, text="a") == (
        "Forbidden: bot is not a member of the group chat"
    )


async def test_a_group_without_the_bot_is_unknown_to_it(bot: PlainBot, world: World, li: int) -> None:
    group = world.add_group("别处", [li], bot=False)["id"]
    world.send_text(li, "/start", group)
    assert await bot.updates() == []
    assert await bot.error("sendMessage", chat_id=group, text="a") == "Bad Request: chat not found"


async def test_message_ids(bot: PlainBot, world: World, li: int, wang: int) -> None:
    basic = world.add_group("小组", [li], type="group")["id"]
    big = world.add_group("大群", [li])["id"]
    in_basic = (await bot.say(basic, "a"))["message_id"]
    in_private = (await bot.say(wang, "a"))["message_id"]
    in_big = (await bot.say(big, "a"))["message_id"]
    assert in_private == in_basic + 1
    assert in_big == 3
    assert (await bot.say(big, "b"))["message_id"] == 4
    assert (await bot.say(basic, "b"))["message_id"] == in_private + 1


async def test_migration(bot: PlainBot, world: World, li: int) -> None:
    old = world.add_group("小组", [li], type="group")["id"]
    await bot.updates()
    new = world.migrate(old)
    to, frm = [u["message"] for u in await bot.updates()]
    assert (to["chat"]["id"], to["migrate_to_chat_id"]) == (old, new)
    assert (frm["chat"]["id"], frm["migrate_from_chat_id"]) == (new, old)
    assert await bot.call("sendMessage", chat_id=old, text="a") == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new},
    }
    await bot.say(new, "a")
    with pytest.raises(SandboxError, match="has become"):
        world.send_text(li, "a", old)


async def test_anonymous_admins_and_channels(
    bot: PlainBot, world: World, li: int, wang: int, group: int
) -> None:
    world.send_text(li, "/claim", group, anonymous=True)
    [message] = [u["message"] for u in await bot.updates()]
    assert (message["from"]["id"], message["sender_chat"]["id"]) == (1087968824, group)
    with pytest.raises(SandboxError, match="only an administrator"):
        world.send_text(wang, "/claim", group, anonymous=True)
    channel = world.add_channel("晨报")["id"]
    world.send_text(wang, "/claim", group, as_chat=channel)
    [message] = [u["message"] for u in await bot.updates()]
    assert (message["from"]["id"], message["sender_chat"]["type"]) == (136817688, "channel")
    world.channel_post_forwarded(group, "晨报", "今日要闻")
    assert await bot.updates() == []
    world.members(group, "bot", li, "promote")
    world.channel_post_forwarded(group, "晨报", "今日要闻")
    message = (await bot.updates())[-1]["message"]
    assert (message["from"]["id"], message["is_automatic_forward"]) == (777000, True)


async def test_asking_about_members(bot: PlainBot, world: World, li: int, wang: int, group: int) -> None:
    async def status(user_id: int) -> Any:
        return (await bot.ok("getChatMember", chat_id=group, user_id=user_id))["status"]

    assert [await status(u) for u in (li, wang, 123456)] == ["creator", "member", "member"]
    world.members(group, wang, li, "promote")
    assert [a["user"]["id"] for a in await bot.ok("getChatAdministrators", chat_id=group)] == [li, wang]
    assert await bot.ok("getChatMemberCount", chat_id=group) == 3
    world.members(group, wang, li, "restrict")
    assert await status(wang) == "restricted"
    world.members(group, wang, li, "remove")
    assert await status(wang) == "kicked"
    stranger = world.add_user("外人")["id"]
    world.start(stranger)
    assert await status(stranger) == "left"
    assert (
        await bot.error("getChatMember", chat_id=group, user_id=42) == "Bad Request: PARTICIPANT_ID_INVALID"
    )
    assert (await bot.ok("getChat", chat_id=group))["title"] == "城管"


async def test_a_restricted_bot_cannot_write(bot: PlainBot, world: World, li: int, group: int) -> None:
    world.members(group, "bot", li, "restrict")
    assert await bot.error("sendMessage", chat_id=group, text="a") == (
        "Bad Request: not enough rights to send text messages to the chat"
    )


async def test_pins(bot: PlainBot, world: World, li: int, group: int) -> None:
    card = (await bot.say(group, "置顶"))["message_id"]
    assert await bot.error("pinChatMessage", chat_id=group, message_id=card) == (
        "Bad Request: not enough rights to manage pinned messages in the chat"
    )
    world.members(group, "bot", li, "promote")
    await bot.ok("pinChatMessage", chat_id=group, message_id=card)
    assert (await bot.ok("getChat", chat_id=group))["pinned_message"]["text"] == "置顶"
    await bot.ok("unpinChatMessage", chat_id=group, message_id=card)
    assert "pinned_message" not in await bot.ok("getChat", chat_id=group)


async def test_members_is_strict(world: World, li: int, wang: int, group: int) -> None:
    outsider = world.add_user("外人")["id"]
    for acts in (
        (group, wang, li, "add"),
        (group, outsider, li, "remove"),
        (group, outsider, outsider, "add"),
        (group, li, wang, "remove"),
        (group, "bot", li, "add"),
        (group, wang, li, "dance"),
    ):
        with pytest.raises(SandboxError):
            world.members(*acts)
    with pytest.raises(SandboxError, match="not in that group"):
        world.send_text(outsider, "a", group)
