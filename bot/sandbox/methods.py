"""The Bot API's methods by name, and what they share: a call's checks, chats, texts and replies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.sandbox.catalogue import BY_LOWER, REFUSED, UNSUPPORTED_BY_LOWER
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.formatting import parse
from bot.sandbox.params import Params
from bot.sandbox.state import Chat, Json
from bot.sandbox.texts import CAPTION_LIMIT, Entity, formatted
from bot.sandbox.world import World

Method = Callable[[World, Params], Any]
METHODS: dict[str, Method] = {}


def method(name: str) -> Callable[[Method], Method]:
    def register(function: Method) -> Method:
        METHODS[name] = function
        return function

    return register


def official_name(name: str) -> str:
    """The method's name as documented; Telegram doesn't mind the case. 404 for what isn't there."""
    lower = name.lower()
    if lower in BY_LOWER:
        return BY_LOWER[lower]
    if lower in UNSUPPORTED_BY_LOWER:
        known = UNSUPPORTED_BY_LOWER[lower]
        raise ApiError(404, f"method {known} is not supported by the sandbox")
    raise ApiError(404)


def call(world: World, name: str, params: Params) -> Any:
    refused = sorted(key for key in REFUSED if params.has(key))
    if refused:
        raise bad_request(f"parameter {refused[0]} is not supported by the sandbox")
    return METHODS[name](world, params)


def target(world: World, params: Params, *, write: bool = True) -> Chat:
    return world.chat_for_bot(params.chat_id(), write=write)


def text_of(
    world: World, params: Params, key: str = "text", mode_key: str = "parse_mode", entities: str = "entities"
) -> tuple[str, list[Entity]]:
    text, found = parse(params.text(key), params.text(mode_key), params.json(entities), world.user_json)
    return formatted(text, found)


def caption_of(world: World, source: Params) -> Json:
    """The caption's part of a Message."""
    mode, raw = source.text("parse_mode"), source.json("caption_entities")
    text, found = parse(source.text("caption"), mode, raw, world.user_json)
    text, found = formatted(text, found, limit=CAPTION_LIMIT, what="message caption", required=False)
    content: Json = {}
    if text:
        content["caption"] = text
        if found:
            content["caption_entities"] = found
        if source.boolean("show_caption_above_media"):
            content["show_caption_above_media"] = True
    return content


def reply_of(world: World, params: Params, chat: Chat) -> int | None:
    """The message of the same chat that is replied to."""
    raw = params.json("reply_parameters", "reply parameters")
    if raw is None:
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply parameters")
    if not raw:
        return None
    message_id = raw.get("message_id")
    if isinstance(message_id, bool) or not isinstance(message_id, int):
        raise bad_request("can't parse reply parameters: Can't find field \"message_id\"")
    if raw.get("chat_id") not in (None, "", chat.id, str(chat.id)):
        raise bad_request("replies to another chat's message are not supported by the sandbox")
    if raw.get("quote"):
        raise bad_request("quotes are not supported by the sandbox")
    if message_id in chat.messages:
        return message_id
    if raw.get("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def message_id_of(params: Params, what: str) -> int:
    if not params.has("message_id"):
        raise bad_request(f"{what} is not specified" if what == "message identifier" else f"{what} not found")
    return params.integer("message_id")
