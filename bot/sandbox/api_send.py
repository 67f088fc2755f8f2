"""Methods by which the bot says something new."""

from __future__ import annotations

import random
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.keyboards import read_markup
from bot.sandbox.methods import caption_of, message_id_of, method, reply_of, target, text_of
from bot.sandbox.params import Params, Upload
from bot.sandbox.state import Chat, Json, Stored
from bot.sandbox.world import World

_COPIED = (
    *(
        "text",
        "entities",
        "link_preview_options",
        "photo",
        "document",
        "voice",
        "video",
        "audio",
        "animation",
    ),
    *("sticker", "video_note", "location", "venue", "contact", "dice", "poll", "caption", "caption_entities"),
    *("show_caption_above_media", "has_media_spoiler"),
)
_CAPTIONED = {"photo", "document", "voice", "video", "audio", "animation"}
CHAT_ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
    *("upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"),
}


def say(world: World, params: Params, chat: Chat, content: Json) -> Stored:
    markup, keyboard = read_markup(params)
    reply_to = reply_of(world, params, chat)
    if params.boolean("protect_content"):
        content = {**content, "has_protected_content": True}
    return world.post(
        chat,
        content,
        sender=world.bot.user(),
        by_bot=True,
        reply_to=reply_to,
        markup=markup,
        keyboard=keyboard,
    )


def medium(world: World, kind: str, source: Params, uploads: dict[str, Upload], key: str) -> Json:
    """A file's part of a Message: uploaded with the call, or sent again by its id."""
    value = source.text(key)
    upload = (
        uploads.get(value.removeprefix("attach://")) if value.startswith("attach://") else uploads.get(key)
    )
    if value.startswith("attach://") and upload is None:
        raise bad_request(f"there is no uploaded file for {value}")
    if upload is None:
        if not value:
            raise bad_request(f"there is no {kind} in the request")
        if value.startswith(("http://", "https://")):
            raise bad_request("the sandbox doesn't fetch files from the web")
        return world.files.again(kind, value)
    more: Json = {}
    if kind in {"voice", "video", "audio", "animation", "video_note"}:
        more["duration"] = source.integer("duration", 0, 0)
    if kind == "video_note":
        more["length"] = source.integer("length", 240, 1)
    if kind in {"video", "animation"}:
        more |= {"width": source.integer("width", 320, 1), "height": source.integer("height", 240, 1)}
    if kind == "audio":
        more |= {key: source.text(key) for key in ("performer", "title") if source.has(key)}
    content = world.files.add(kind, upload.data, upload.filename, upload.mime, **more)
    if kind in {"photo", "video"} and source.boolean("has_spoiler"):
        content["has_media_spoiler"] = True
    return content


@method("sendMessage")
def send_message(world: World, params: Params) -> Json:
    text, entities = text_of(world, params)
    chat = target(world, params)
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    preview = params.json("link_preview_options")
    if isinstance(preview, dict) and preview:
        content["link_preview_options"] = preview
    return world.render(chat, say(world, params, chat, content))


def _send_medium(kind: str) -> Any:
    def send(world: World, params: Params) -> Json:
        chat = target(world, params)
        caption = caption_of(world, params)
        content = medium(world, kind, params, params.uploads, kind) | caption
        return world.render(chat, say(world, params, chat, content))

    return send


for _kind in ("photo", "document", "voice", "video", "audio", "animation"):
    method(f"send{_kind.capitalize()}")(_send_medium(_kind))


@method("sendVideoNote")
def send_video_note(world: World, params: Params) -> Json:
    chat = target(world, params)
    content = medium(world, "video_note", params, params.uploads, "video_note")
    return world.render(chat, say(world, params, chat, content))


@method("sendMediaGroup")
def send_media_group(world: World, params: Params) -> list[Json]:
    chat = target(world, params)
    items = params.json("media", "media")
    if not isinstance(items, list):
        raise bad_request("media must be an Array" if items is not None else "media is not specified")
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > 10:
        raise bad_request("too many messages to send as an album")
    parts = []
    kinds = set()
    for item in items:
        if not isinstance(item, dict) or item.get("type") not in {"photo", "video", "document", "audio"}:
            raise bad_request("can't parse InputMedia: type must be photo, video, document or audio")
        source = Params(item)
        kinds.add(item["type"])
        content = medium(world, item["type"], source, params.uploads, "media")
        parts.append(content | caption_of(world, source))
    if len(kinds) > 1 and kinds & {"document", "audio"}:
        raise bad_request("document and audio can't be mixed with other media types in an album")
    if len(parts) > 1:
        group = str(random.randint(10**16, 10**17))
        parts = [{**part, "media_group_id": group} for part in parts]
    sent = [say(world, params, chat, part) for part in parts]
    return [world.render(chat, stored) for stored in sent]


@method("sendLocation")
def send_location(world: World, params: Params) -> Json:
    chat = target(world, params)
    latitude, longitude = params.number("latitude"), params.number("longitude")
    if latitude is None or not -90 <= latitude <= 90:
        raise bad_request("latitude is empty" if not params.has("latitude") else "latitude must be valid")
    if longitude is None or not -180 <= longitude <= 180:
        raise bad_request("longitude is empty" if not params.has("longitude") else "longitude must be valid")
    place: Json = {"latitude": latitude, "longitude": longitude}
    if (accuracy := params.number("horizontal_accuracy")) is not None:
        place["horizontal_accuracy"] = accuracy
    return world.render(chat, say(world, params, chat, {"location": place}))


def _source(world: World, params: Params, verb: str) -> tuple[Chat, Stored]:
    origin = world.chat_for_bot(params.chat_id("from_chat_id"))
    stored = origin.messages.get(message_id_of(params, f"message to {verb}"))
    if stored is None:
        raise bad_request(f"message to {verb} not found")
    if not any(key in stored.base for key in _COPIED) or stored.base.get("has_protected_content"):
        raise bad_request(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return origin, stored


@method("copyMessage")
def copy_message(world: World, params: Params) -> Json:
    chat = target(world, params)
    _, stored = _source(world, params, "copy")
    content = {key: stored.base[key] for key in _COPIED if key in stored.base}
    if params.has("caption") and _CAPTIONED & content.keys():
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content |= caption_of(world, params)
    return {"message_id": say(world, params, chat, content).base["message_id"]}


@method("forwardMessage")
def forward_message(world: World, params: Params) -> Json:
    chat = target(world, params)
    _, stored = _source(world, params, "forward")
    base = stored.base
    content = {key: base[key] for key in _COPIED if key in base}
    content["forward_origin"] = base.get("forward_origin") or _origin(base)
    return world.render(chat, say(world, params, chat, content))


def _origin(base: Json) -> Json:
    if "sender_chat" in base:
        return {"type": "chat", "date": base["date"], "sender_chat": base["sender_chat"]}
    return {"type": "user", "date": base["date"], "sender_user": base["from"]}


@method("sendChatAction")
def send_chat_action(world: World, params: Params) -> bool:
    chat = target(world, params)
    action = params.text("action").lower()
    if action not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.events.emit("chat_action", chat_id=chat.id, action=action)
    return True
