"""Methods about the bot itself: who it is, its commands, name and descriptions."""

from __future__ import annotations

import re
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.methods import method
from bot.sandbox.params import Params
from bot.sandbox.state import Json
from bot.sandbox.texts import units
from bot.sandbox.world import World

_SCOPES = {
    *("default", "all_private_chats", "all_group_chats", "all_chat_administrators"),
    *("chat", "chat_administrators", "chat_member"),
}
_TEXTS = {
    "Name": ("name", 64),
    "Description": ("description", 512),
    "ShortDescription": ("short_description", 120),
}


@method("getMe")
def get_me(world: World, params: Params) -> Json:
    return {
        **world.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_guest_queries": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def _language(params: Params) -> str:
    code = params.text("language_code")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code


def _scope(world: World, params: Params) -> Json:
    raw = params.json("scope", "BotCommandScope")
    if raw is None:
        return {"type": "default"}
    if not isinstance(raw, dict) or raw.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    scope: Json = {"type": raw["type"]}
    if raw["type"].startswith("chat"):
        chat = world.chat_for_bot(Params(raw).chat_id())
        scope["chat_id"] = chat.id
    if raw["type"] == "chat_member":
        scope["user_id"] = Params(raw).integer("user_id")
    return scope


def _key(scope: Json, language: str) -> tuple[str, str]:
    return ":".join(str(part) for part in scope.values()), language


@method("setMyCommands")
def set_my_commands(world: World, params: Params) -> bool:
    raw = params.json("commands", "commands")
    if not isinstance(raw, list):
        raise bad_request("expected an Array of BotCommand")
    if len(raw) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(item) for item in raw]
    scope, language = _scope(world, params), _language(params)
    key = _key(scope, language)
    if commands:
        world.commands[key] = {"scope": scope, "language_code": language, "commands": commands}
    else:
        world.commands.pop(key, None)
    world.events.emit("commands")
    return True


def _command(item: Any) -> Json:
    if not isinstance(item, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(item.get("command", "")).removeprefix("/")
    description = str(item.get("description", "")).strip()
    if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= units(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


@method("getMyCommands")
def get_my_commands(world: World, params: Params) -> list[Json]:
    found = world.commands.get(_key(_scope(world, params), _language(params)))
    return list(found["commands"]) if found else []


@method("deleteMyCommands")
def delete_my_commands(world: World, params: Params) -> bool:
    world.commands.pop(_key(_scope(world, params), _language(params)), None)
    world.events.emit("commands")
    return True


def _register_texts(suffix: str, key: str, limit: int) -> None:
    def set_text(world: World, params: Params) -> bool:
        text, language = params.text(key), _language(params)
        if units(text) > limit:
            raise bad_request(f"BOT_{key.upper()}_TOO_LONG")
        world.about.pop((key, language), None)
        if text:
            world.about[key, language] = text
        return True

    def get_text(world: World, params: Params) -> Json:
        default = world.bot.first_name if key == "name" else ""
        text = world.about.get((key, _language(params))) or world.about.get((key, "")) or default
        return {key: text}

    method(f"setMy{suffix}")(set_text)
    method(f"getMy{suffix}")(get_text)


for _suffix, (_text_key, _limit) in _TEXTS.items():
    _register_texts(_suffix, _text_key, _limit)
