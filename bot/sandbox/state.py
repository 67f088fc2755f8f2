"""People, chats and messages, and the one way a message comes into being: both sides stand on this."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.errors import bad_request, forbidden, not_now, not_there
from bot.sandbox.events import EventLog
from bot.sandbox.files import FileStore
from bot.sandbox.updates import UpdateQueue

Json = dict[str, Any]
Clock = Callable[[], float]

ANONYMOUS_ADMIN: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
CHANNEL_BOT: Json = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
TELEGRAM: Json = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
IN_CHAT = {"creator", "administrator", "member", "restricted"}


@dataclass(slots=True)
class Person:
    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "zh-hans"
    role: str | None = None
    is_bot: bool = False
    blocked: bool = False
    started: bool = False
    met: bool = False
    """The bot has seen this person; before that it can't address them at all."""

    def user(self) -> Json:
        answer: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        for key in ("last_name", "username", "language_code"):
            if value := getattr(self, key):
                answer[key] = value
        return answer

    def user_x(self) -> Json:
        return {**self.user(), "role": self.role, "blocked": self.blocked, "started": self.started}


@dataclass(slots=True)
class Stored:
    """One message. `base` is the Message without the message it replies to; it is replaced, never changed."""

    base: Json
    by_bot: bool
    reply_to: int | None = None
    keyboard: Json | None = None
    """A reply keyboard, its removal, or a forced reply: what only the person's app sees."""
    forwarded: bool = False


@dataclass(slots=True)
class Chat:
    id: int
    type: str
    title: str | None = None
    username: str | None = None
    person: Person | None = None
    members: dict[int, str] = field(default_factory=dict)
    bot_status: str = "left"
    label: str | None = None
    messages: dict[int, Stored] = field(default_factory=dict)
    last_id: int = 0
    migrated_to: int | None = None
    met: bool = False
    """The bot is or was in this group; before that it can't address it."""
    last_bot: int | None = None
    """Which bot wrote here last: plain commands go to it."""
    pinned: int | None = None
    instance: str = field(default_factory=lambda: str(random.randint(10**17, 9 * 10**18)))

    def chat(self) -> Json:
        answer: Json = {"id": self.id}
        if self.person:
            answer["first_name"] = self.person.first_name
            for key in ("last_name", "username"):
                if value := getattr(self.person, key):
                    answer[key] = value
        else:
            answer["title"] = self.title
            if self.username:
                answer["username"] = self.username
        answer["type"] = self.type
        return answer

    def chat_x(self) -> Json:
        members = [self.id] if self.person else [m for m, s in self.members.items() if s in IN_CHAT]
        return {**self.chat(), "members": members, "bot_status": self.bot_status, "label": self.label}


class State:
    def __init__(self, bot: Person, clock: Clock, updates: UpdateQueue) -> None:
        self.bot = bot
        self.clock = clock
        self.calendar: Clock | None = None
        self.updates = updates
        self.events = EventLog()
        self.files = FileStore()
        self.users: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.usernames: dict[str, Chat] = {}
        self.queries: dict[str, Json] = {}
        self._box_id = 0
        self._next_user = 100_001
        self._next_group = 4_000_001
        self._query_base = random.randint(10**17, 10**18)

    @property
    def seq(self) -> int:
        return self.events.seq

    def now(self) -> int:
        """The date that messages carry: the calendar's, which can be played forward, or the clock's."""
        return int((self.calendar or self.clock)())

    # --- looking up, for people

    def person(self, user_id: int) -> Person:
        person = self.users.get(user_id)
        if person is None:
            raise not_there(f"there is no user {user_id}")
        return person

    def chat(self, chat_id: int) -> Chat:
        chat = self.chats.get(chat_id)
        if chat is None:
            raise not_there(f"there is no chat {chat_id}")
        return chat

    def stored(self, chat: Chat, message_id: int) -> Stored:
        stored = chat.messages.get(message_id)
        if stored is None:
            raise not_there(f"there is no message {message_id} in chat {chat.id}")
        return stored

    # --- looking up, for the bot

    def user_json(self, user_id: int) -> Json | None:
        if user_id == self.bot.id:
            return self.bot.user()
        person = self.users.get(user_id)
        return person.user() if person and person.met else None

    def chat_for_bot(self, chat_id: int | str, *, write: bool = False, read: bool = True) -> Chat:
        """The chat as the bot may use it, or Telegram's refusal."""
        chat = self.usernames.get(chat_id.lower()) if isinstance(chat_id, str) else self.chats.get(chat_id)
        if chat is None:
            raise bad_request("chat not found")
        if chat.person:
            if not chat.person.met:
                raise bad_request("chat not found")
            if write and chat.person.blocked:
                raise forbidden("bot was blocked by the user")
            if write and chat.person.is_bot:
                raise forbidden("bot can't send messages to bots")
            if write and not chat.person.started:
                raise forbidden("bot can't initiate conversation with a user")
            return chat
        if not chat.met:
            raise bad_request("chat not found")
        if write and chat.migrated_to:
            raise bad_request_migrated(chat.migrated_to)
        if chat.migrated_to:
            return chat
        kind = f"{chat.type} chat"
        if chat.bot_status == "kicked" and (write or chat.type != "group"):
            raise forbidden(f"bot was kicked from the {kind}")
        if chat.bot_status == "left" and (write or (read and chat.type != "group")):
            raise forbidden(f"bot is not a member of the {kind}")
        if write and chat.bot_status == "restricted":
            raise bad_request("not enough rights to send text messages to the chat")
        return chat

    # --- messages

    def render(self, chat: Chat, stored: Stored) -> Json:
        """The whole Message, with what it replies to as that stands now."""
        replied = chat.messages.get(stored.reply_to) if stored.reply_to else None
        if replied is None:
            return stored.base
        return {**stored.base, "reply_to_message": replied.base}

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups count their own messages; private chats and basic groups share one counter."""
        if chat.type in {"supergroup", "channel"}:
            chat.last_id += 1
            return chat.last_id
        self._box_id += 1
        chat.last_id = self._box_id
        return self._box_id

    def post(
        self,
        chat: Chat,
        content: Json,
        *,
        sender: Json | None,
        by_bot: bool = False,
        sender_chat: Json | None = None,
        reply_to: int | None = None,
        markup: Json | None = None,
        keyboard: Json | None = None,
        unseen: bool = False,
    ) -> Stored:
        """Put a message into a chat, tell the page, and tell the bot if the bot may see it."""
        base: Json = {"message_id": self.next_message_id(chat)}
        if sender is not None:
            base["from"] = sender
        if sender_chat is not None:
            base["sender_chat"] = sender_chat
        base |= {"chat": chat.chat(), "date": self.now(), **content}
        if markup:
            base["reply_markup"] = markup
        stored = Stored(base, by_bot, reply_to, keyboard, "forward_origin" in content)
        chat.messages[base["message_id"]] = stored
        sender_id = sender["id"] if sender else 0
        if by_bot or (sender and sender["is_bot"] and sender_id in self.users):
            chat.last_bot = sender_id
        self.announce("message", chat, stored)
        if not by_bot and not unseen and self.bot_sees(chat, stored):
            self.meet(sender_id)
            kind = "channel_post" if chat.type == "channel" else "message"
            self.updates.put(kind, self.render(chat, stored), f"chat {chat.id}")
        return stored

    def announce(self, kind: str, chat: Chat, stored: Stored) -> None:
        event: Json = {"chat_id": chat.id, "message": self.render(chat, stored)}
        if stored.keyboard is not None:
            event["keyboard"] = stored.keyboard
        self.events.emit(kind, **event)

    def change(self, chat: Chat, stored: Stored, **content: Any) -> None:
        """Replace parts of a message; None takes a part away."""
        base = {**stored.base, **content}
        stored.base = {key: value for key, value in base.items() if value is not None}
        self.announce("edited", chat, stored)

    def remove(self, chat: Chat, message_id: int) -> None:
        del chat.messages[message_id]
        self.events.emit("deleted", chat_id=chat.id, message_id=message_id)

    def meet(self, user_id: int) -> None:
        person = self.users.get(user_id)
        if person:
            person.met = True

    def bot_sees(self, chat: Chat, stored: Stored) -> bool:
        """Privacy mode is on: in groups the bot gets what is meant for it, unless it is an administrator."""
        base = stored.base
        if chat.person:
            return True
        if chat.bot_status not in IN_CHAT:
            return False
        if chat.type == "channel" or _SERVICE & base.keys():
            return True
        sender = base.get("from", {})
        if sender.get("is_bot") and sender["id"] in self.users:
            return False  # bots never hear other bots
        if chat.bot_status == "administrator":
            return True
        replied = chat.messages.get(stored.reply_to) if stored.reply_to else None
        if replied and replied.by_bot:
            return True
        return self._is_command_for_bot(chat, base)

    def _is_command_for_bot(self, chat: Chat, base: Json) -> bool:
        text = base.get("text") or base.get("caption") or ""
        entities = base.get("entities") or base.get("caption_entities") or []
        if not any(e["type"] == "bot_command" and e["offset"] == 0 for e in entities):
            return False
        command = text.split()[0]
        if "@" in command:
            name = command.partition("@")[2]
            return name.lower() == (self.bot.username or "").lower()
        return chat.last_bot in (None, self.bot.id)

    def require_member(self, person: Person, chat: Chat) -> None:
        if chat.migrated_to:
            raise not_now(f"this group has become the supergroup {chat.migrated_to}")
        if chat.person:
            if chat.person.id != person.id:
                raise not_now("that is somebody else's private chat with the bot")
            if person.blocked:
                raise not_now("this person has blocked the bot and must unblock it first")
        elif chat.members.get(person.id) not in IN_CHAT:
            raise not_now("this person is not in that group")


_SERVICE = {
    *("new_chat_members", "left_chat_member", "new_chat_title", "group_chat_created"),
    *("migrate_to_chat_id", "migrate_from_chat_id", "pinned_message"),
}


def bad_request_migrated(new_id: int) -> Exception:
    error = bad_request("group chat was upgraded to a supergroup chat")
    error.parameters = {"migrate_to_chat_id": new_id}
    return error
