"""Methods by which the bot changes what stands there: edits, deletions, answers to presses, pins."""

from __future__ import annotations

from bot.sandbox.api_send import medium
from bot.sandbox.entities import checked_link
from bot.sandbox.errors import bad_request
from bot.sandbox.keyboards import read_inline
from bot.sandbox.methods import caption_of, message_id_of, method, target, text_of
from bot.sandbox.params import Params
from bot.sandbox.state import Chat, Json, Stored
from bot.sandbox.texts import units
from bot.sandbox.world import World

DELETABLE_SECONDS = 48 * 3600
_MEDIA = ("photo", "document", "voice", "video", "audio", "animation")


def _editable(world: World, params: Params) -> tuple[Chat, Stored]:
    chat = target(world, params)
    if not params.has("message_id"):
        raise bad_request("message identifier is not specified")
    stored = chat.messages.get(params.integer("message_id"))
    if stored is None:
        raise bad_request("message to edit not found")
    # Telegram never edits what was forwarded or carries a keyboard other than an inline one.
    if not stored.by_bot or stored.forwarded or stored.keyboard is not None:
        raise bad_request("message can't be edited")
    return chat, stored


def _apply(world: World, chat: Chat, stored: Stored, parts: Json) -> Json:
    if all(stored.base.get(key) == value for key, value in parts.items()):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    world.change(chat, stored, **parts, edit_date=world.now())
    return world.render(chat, stored)


@method("editMessageText")
def edit_text(world: World, params: Params) -> Json:
    text, entities = text_of(world, params)
    chat, stored = _editable(world, params)
    if "text" not in stored.base:
        raise bad_request("there is no text in the message to edit")
    parts: Json = {"text": text, "entities": entities or None, "reply_markup": read_inline(params)}
    parts["link_preview_options"] = params.json("link_preview_options") or None
    return _apply(world, chat, stored, parts)


@method("editMessageCaption")
def edit_caption(world: World, params: Params) -> Json:
    caption = caption_of(world, params)
    chat, stored = _editable(world, params)
    if not any(key in stored.base for key in _MEDIA):
        raise bad_request("there is no caption in the message to edit")
    parts: Json = {
        key: caption.get(key) for key in ("caption", "caption_entities", "show_caption_above_media")
    }
    parts["reply_markup"] = read_inline(params)
    return _apply(world, chat, stored, parts)


@method("editMessageReplyMarkup")
def edit_markup(world: World, params: Params) -> Json:
    chat, stored = _editable(world, params)
    return _apply(world, chat, stored, {"reply_markup": read_inline(params)})


@method("editMessageMedia")
def edit_media(world: World, params: Params) -> Json:
    chat, stored = _editable(world, params)
    item = params.json("media", "media")
    if not isinstance(item, dict) or item.get("type") not in {"photo", "video", "document", "audio"}:
        raise bad_request("can't parse InputMedia: type must be photo, video, document or audio")
    if not any(key in stored.base for key in _MEDIA):
        raise bad_request("message can't be edited: the sandbox can't turn a text into a medium")
    source = Params(item)
    parts: Json = dict.fromkeys((*_MEDIA, "caption", "caption_entities", "has_media_spoiler"))
    parts |= medium(world, item["type"], source, params.uploads, "media") | caption_of(world, source)
    parts["reply_markup"] = read_inline(params)
    return _apply(world, chat, stored, parts)


def _check_deletable(world: World, chat: Chat, stored: Stored) -> None:
    old = world.clock() - stored.base["date"] > DELETABLE_SECONDS
    if chat.bot_status == "administrator" and not chat.person:
        return
    if not stored.by_bot and not chat.person:
        raise bad_request("message can't be deleted")
    if old or "supergroup_chat_created" in stored.base:
        raise bad_request("message can't be deleted for everyone")


@method("deleteMessage")
def delete_message(world: World, params: Params) -> bool:
    chat = target(world, params)
    message_id = message_id_of(params, "message to delete")
    stored = chat.messages.get(message_id)
    if stored is None:
        raise bad_request("message to delete not found")
    _check_deletable(world, chat, stored)
    world.remove(chat, message_id)
    return True


@method("deleteMessages")
def delete_messages(world: World, params: Params) -> bool:
    chat = target(world, params)
    ids = params.json("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= 100:
        raise bad_request("message identifiers are not specified")
    found = [(i, chat.messages[i]) for i in ids if isinstance(i, int) and i in chat.messages]
    for _, stored in found:
        _check_deletable(world, chat, stored)
    for message_id, _ in found:
        world.remove(chat, message_id)
    return True


@method("answerCallbackQuery")
def answer_callback_query(world: World, params: Params) -> bool:
    query = world.queries.get(params.text("callback_query_id"))
    text = params.text("text")
    if query is None or query["answered"] or world.clock() - query["born"] > world.query_lifetime:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if units(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    url = params.text("url")
    if url and not checked_link(url).startswith((f"https://t.me/{world.bot.username}?start=", "tg://")):
        raise bad_request("URL_INVALID")
    query["answered"] = True
    answer: Json = {"query_id": params.text("callback_query_id"), "user_id": query["user_id"]}
    answer |= {"text": text, "show_alert": params.boolean("show_alert")}
    if url:
        answer["url"] = url
    world.events.emit("callback_answer", **answer)
    return True


@method("pinChatMessage")
def pin(world: World, params: Params) -> bool:
    chat = target(world, params)
    message_id = message_id_of(params, "message to pin")
    if message_id not in chat.messages:
        raise bad_request("message to pin not found")
    _check_pin_rights(chat)
    chat.pinned = message_id
    content = {"pinned_message": chat.messages[message_id].base}
    world.post(chat, content, sender=world.bot.user(), by_bot=True)
    return True


@method("unpinChatMessage")
def unpin(world: World, params: Params) -> bool:
    chat = target(world, params)
    if params.has("message_id") and params.integer("message_id") not in chat.messages:
        raise bad_request("message to unpin not found")
    _check_pin_rights(chat)
    if not params.has("message_id") or chat.pinned == params.integer("message_id"):
        chat.pinned = None
    return True


def _check_pin_rights(chat: Chat) -> None:
    if chat.type == "supergroup" and chat.bot_status != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
