"""What people say and press: texts, uploads, edits, deletions, buttons."""

from __future__ import annotations

from typing import Any

from bot.sandbox.errors import ApiError, SandboxError, not_now, not_there
from bot.sandbox.state import ANONYMOUS_ADMIN, CHANNEL_BOT, TELEGRAM, Chat, Json, Person, State, Stored
from bot.sandbox.texts import CAPTION_LIMIT, TEXT_LIMIT, find_entities, is_blank, units

UPLOADS = ("photo", "document", "voice", "video", "audio")
_MEDIA = {"photo", "document", "voice", "video", "audio", "animation"}


class Speech(State):
    def send_text(
        self,
        user_id: int,
        text: str,
        chat_id: int | None = None,
        reply_to: int | None = None,
        *,
        anonymous: bool = False,
        as_chat: int | None = None,
    ) -> Json:
        """A person's message. `anonymous`: as the group; `as_chat`: on behalf of a channel."""
        person, chat = self._speaker(user_id, chat_id)
        text = text.strip()
        if is_blank(text):
            raise SandboxError("a message can't be empty")
        if units(text) > TEXT_LIMIT:
            raise SandboxError(f"a message has at most {TEXT_LIMIT} UTF-16 units; the apps split longer ones")
        content: Json = {"text": text}
        if entities := find_entities(text):
            content["entities"] = entities
        return self._say(person, chat, content, reply_to, anonymous=anonymous, as_chat=as_chat)

    def upload(
        self,
        user_id: int,
        kind: str,
        data: bytes,
        filename: str = "",
        caption: str = "",
        *,
        chat_id: int | None = None,
        reply_to: int | None = None,
        media_group_id: str | None = None,
        mime: str = "",
    ) -> Json:
        person, chat = self._speaker(user_id, chat_id)
        if kind not in UPLOADS:
            raise SandboxError(f"kind is one of {', '.join(UPLOADS)}")
        more: Json = {"duration": 1} if kind in {"voice", "video", "audio"} else {}
        if kind == "video":
            more |= {"width": 640, "height": 360}
        try:
            content = self.files.add(kind, data, filename, mime, **more)
        except ApiError as error:
            raise SandboxError(
                "that file is not a picture" if kind == "photo" else "that file is empty"
            ) from error
        caption = caption.strip()
        if units(caption) > CAPTION_LIMIT:
            raise SandboxError(f"a caption has at most {CAPTION_LIMIT} UTF-16 units")
        if caption:
            content["caption"] = caption
            if entities := find_entities(caption):
                content["caption_entities"] = entities
        if media_group_id:
            content["media_group_id"] = media_group_id
        return self._say(person, chat, content, reply_to)

    def send_photo(
        self, user_id: int, data: bytes, filename: str = "photo.jpg", caption: str = "", **more: Any
    ) -> Json:
        return self.upload(user_id, "photo", data, filename, caption, **more)

    def send_content(
        self, user_id: int, content: Json, chat_id: int | None = None, reply_to: int | None = None
    ) -> Json:
        """A message of any other kind; the caller has built its part of the Message."""
        person, chat = self._speaker(user_id, chat_id)
        return self._say(person, chat, content, reply_to)

    def start(self, user_id: int, payload: str = "") -> Json:
        """Open the bot by its link; unblocks it, as the apps do."""
        person = self.person(user_id)
        if person.blocked:
            self.block(user_id, blocked=False)
        return self.send_text(user_id, f"/start {payload}".strip())

    def block(self, user_id: int, blocked: bool) -> None:
        raise NotImplementedError

    def edit_text(self, user_id: int, chat_id: int, message_id: int, text: str) -> Json:
        """Edit one's own text or caption."""
        person, chat, stored = self._own(user_id, chat_id, message_id)
        self.require_member(person, chat)
        text = text.strip()
        key, limit = ("text", TEXT_LIMIT) if "text" in stored.base else ("caption", CAPTION_LIMIT)
        if key == "caption" and not _MEDIA & stored.base.keys():
            raise not_now("only texts and captions can be edited")
        if (key == "text" and is_blank(text)) or units(text) > limit:
            raise SandboxError(f"a {key} has 1 to {limit} UTF-16 units")
        if stored.base.get(key, "") == text:
            return self.render(chat, stored)
        entities_key = "entities" if key == "text" else "caption_entities"
        parts = {key: text or None, entities_key: find_entities(text) or None, "edit_date": self.now()}
        self.change(chat, stored, **parts)
        if self.bot_sees(chat, stored):
            self.updates.put("edited_message", self.render(chat, stored), f"chat {chat.id}")
        return self.render(chat, stored)

    def delete(self, user_id: int, chat_id: int, message_id: int) -> None:
        """Delete a message; in a private chat also the bot's. The bot is not told."""
        chat = self.chat(chat_id)
        person = self.person(user_id)
        stored = self.stored(chat, message_id)
        own = stored.base.get("from", {}).get("id") == user_id
        admin = chat.members.get(person.id) in {"creator", "administrator"}
        if not own and not admin and not (chat.person and chat.person.id == user_id):
            raise not_now("this person may not delete that message")
        self.remove(chat, message_id)

    def press(self, user_id: int, chat_id: int, message_id: int, data: str, forged: bool = False) -> str:
        """Press an inline button. A forged press may carry any data and name any message."""
        person, chat = self.person(user_id), self.chat(chat_id)
        self.require_member(person, chat)
        stored = chat.messages.get(message_id)
        if not forged:
            if stored is None:
                raise not_there(f"there is no message {message_id} in chat {chat.id}")
            if data not in button_data(stored):
                raise not_now("there is no such button under that message")
        elif message_id > chat.last_id or message_id < 1:
            raise not_there(f"there was never a message {message_id} in chat {chat.id}")
        query_id = str(self._query_base + len(self.queries))
        message: Json = {"chat": chat.chat(), "message_id": message_id, "date": 0}
        if stored is not None:
            message = self.render(chat, stored)
        self.meet(user_id)
        self.queries[query_id] = {"user_id": user_id, "born": self.clock(), "answered": False}
        payload = {
            "id": query_id,
            "from": person.user(),
            "message": message,
            "chat_instance": chat.instance,
            "data": data,
        }
        self.updates.put("callback_query", payload, f"presses {user_id}")
        return query_id

    def channel_post_forwarded(self, chat_id: int, channel_title: str, text: str) -> Json:
        """A post of a linked channel, as it appears by itself in the discussion group."""
        chat = self.chat(chat_id)
        if chat.type != "supergroup":
            raise not_now("only a supergroup can be linked to a channel")
        channel: Json = {"id": -1009_000_000_000 - chat.last_id, "title": channel_title, "type": "channel"}
        content: Json = {
            "forward_origin": {"type": "channel", "date": self.now(), "chat": channel, "message_id": 1},
            "is_automatic_forward": True,
            "text": text,
        }
        stored = self.post(chat, content, sender=TELEGRAM, sender_chat=channel)
        return self.render(chat, stored)

    def _speaker(self, user_id: int, chat_id: int | None) -> tuple[Person, Chat]:
        person = self.person(user_id)
        return person, self.chat(user_id if chat_id is None else chat_id)

    def _own(self, user_id: int, chat_id: int, message_id: int) -> tuple[Person, Chat, Stored]:
        chat = self.chat(chat_id)
        stored = self.stored(chat, message_id)
        if stored.by_bot or stored.base.get("from", {}).get("id") != user_id:
            raise not_now("that is not this person's message")
        return self.person(user_id), chat, stored

    def _say(
        self,
        person: Person,
        chat: Chat,
        content: Json,
        reply_to: int | None,
        *,
        anonymous: bool = False,
        as_chat: int | None = None,
    ) -> Json:
        self.require_member(person, chat)
        if chat.members.get(person.id) == "restricted":
            raise not_now("this person may not write in that group")
        if reply_to is not None:
            self.stored(chat, reply_to)
        sender, sender_chat = person.user(), None
        if anonymous:
            if chat.type != "supergroup" or chat.members.get(person.id) not in {"creator", "administrator"}:
                raise not_now("only an administrator of a supergroup can write anonymously")
            sender, sender_chat = ANONYMOUS_ADMIN, chat.chat()
        elif as_chat is not None:
            sender, sender_chat = CHANNEL_BOT, self.chat(as_chat).chat()
        if chat.person:
            person.started = person.met = True
        stored = self.post(chat, content, sender=sender, sender_chat=sender_chat, reply_to=reply_to)
        return self.render(chat, stored)


def button_data(stored: Stored) -> set[str]:
    markup = stored.base.get("reply_markup", {})
    return {
        button["callback_data"]
        for row in markup.get("inline_keyboard", [])
        for button in row
        if "callback_data" in button
    }
