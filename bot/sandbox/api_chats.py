"""Methods by which the bot asks about chats, members and files."""

from __future__ import annotations

from bot.sandbox.errors import bad_request
from bot.sandbox.membership import chat_member
from bot.sandbox.methods import method, target
from bot.sandbox.params import Params
from bot.sandbox.state import IN_CHAT, Chat, Json
from bot.sandbox.world import World

_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


@method("getFile")
def get_file(world: World, params: Params) -> Json:
    if not params.has("file_id"):
        raise bad_request("file_id not specified")
    return world.files.info(params.text("file_id"))


@method("getChat")
def get_chat(world: World, params: Params) -> Json:
    chat = target(world, params, write=False)
    answer = {
        **chat.chat(),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": _GIFTS,
    }
    if username := answer.get("username"):
        answer["active_usernames"] = [username]
    if chat.pinned in chat.messages:
        answer["pinned_message"] = chat.messages[chat.pinned].base
    return answer


def _member(world: World, chat: Chat, user_id: int) -> Json:
    if user_id == world.bot.id:
        return chat_member(world.bot.user(), chat.bot_status)
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    user = world.user_json(user_id)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    status = "left"
    if chat.person:
        status = "member" if chat.id == user_id else "left"
    return chat_member(user, chat.members.get(user_id, status))


@method("getChatMember")
def get_chat_member(world: World, params: Params) -> Json:
    chat = _readable(world, params)
    return _member(world, chat, params.integer("user_id"))


@method("getChatMemberCount")
def get_chat_member_count(world: World, params: Params) -> int:
    chat = _readable(world, params)
    if chat.person:
        return 2
    count = sum(status in IN_CHAT for status in chat.members.values())
    return count + (chat.bot_status in IN_CHAT)


@method("getChatAdministrators")
def get_chat_administrators(world: World, params: Params) -> list[Json]:
    chat = _readable(world, params)
    if chat.person:
        raise bad_request("there are no administrators in the private chat")
    admins = [
        chat_member(world.users[user_id].user(), status)
        for user_id, status in chat.members.items()
        if status in {"creator", "administrator"} and not world.users[user_id].is_bot
    ]
    if chat.bot_status == "administrator":
        admins.append(chat_member(world.bot.user(), "administrator"))
    return admins


@method("leaveChat")
def leave_chat(world: World, params: Params) -> bool:
    chat = target(world, params, write=False)
    if chat.person:
        raise bad_request("chat member status can't be changed in private chats")
    if chat.bot_status in IN_CHAT:
        world.leave_as_bot(chat)
    return True


def _readable(world: World, params: Params) -> Chat:
    """A group's member list needs more than its name: the bot must be in it."""
    chat = target(world, params, write=False)
    if chat.type == "group":
        chat = target(world, params)
    return chat
