"""Who is where: people, groups, joining and leaving, blocking, rights, a group that becomes a supergroup."""

from __future__ import annotations

from bot.sandbox.errors import SandboxError, not_now
from bot.sandbox.speech import Speech
from bot.sandbox.state import IN_CHAT, Chat, Json, Person

_ADMIN_RIGHTS = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members"),
    *("can_promote_members", "can_change_info", "can_invite_users", "can_post_stories"),
    *("can_edit_stories", "can_delete_stories", "can_pin_messages"),
)
_MEMBER_RIGHTS = (
    *("can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos"),
    *("can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages"),
    *("can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info"),
    *("can_invite_users", "can_pin_messages", "can_manage_topics"),
)


def chat_member(user: Json, status: str) -> Json:
    """The ChatMember of somebody with this status."""
    answer: Json = {"user": user, "status": status}
    match status:
        case "creator":
            answer["is_anonymous"] = False
        case "administrator":
            answer |= {"can_be_edited": False, "is_anonymous": False}
            answer |= dict.fromkeys(_ADMIN_RIGHTS, True)
        case "restricted":
            answer |= {"is_member": True, "until_date": 0}
            answer |= dict.fromkeys(_MEMBER_RIGHTS, False)
        case "kicked":
            answer["until_date"] = 0
    return answer


class Membership(Speech):
    def add_user(
        self,
        first_name: str,
        language_code: str | None = "zh-hans",
        *,
        last_name: str | None = None,
        username: str | None = None,
        role: str | None = None,
        is_bot: bool = False,
        user_id: int | None = None,
    ) -> Json:
        """A new person (or another bot) with an empty private chat; the bot hasn't met them yet."""
        if not first_name.strip():
            raise SandboxError("first_name must not be empty")
        if user_id is None:
            user_id = self._next_user
            self._next_user += 1
        if user_id in self.users or user_id <= 0:
            raise not_now(f"user {user_id} is there already")
        code = None if is_bot else language_code
        person = Person(user_id, first_name.strip(), last_name, username, code, role, is_bot)
        self.users[user_id] = person
        chat = self.chats[user_id] = Chat(user_id, "private", person=person, bot_status="member")
        self.events.emit("user", user=person.user_x())
        self.events.emit("chat", chat=chat.chat_x())
        return person.user()

    def add_group(
        self,
        title: str,
        members: list[int],
        type: str = "supergroup",  # noqa: A002  the contract's word
        bot: bool = True,
        *,
        label: str | None = None,
        username: str | None = None,
    ) -> Json:
        """A group whose first member made it; with `bot` the bot is added at once."""
        if type not in {"group", "supergroup"}:
            raise SandboxError('type is "group" or "supergroup"')
        if not title.strip() or not members:
            raise SandboxError("a group needs a title and at least one member")
        people = [self.person(member) for member in dict.fromkeys(members)]
        number = self._next_group
        self._next_group += 1
        chat_id = -1_000_000_000_000 - number if type == "supergroup" else -number
        chat = Chat(chat_id, type, title.strip(), username, label=label)
        chat.members = {person.id: "member" for person in people}
        chat.members[people[0].id] = "creator"
        self.chats[chat_id] = chat
        if username:
            self.usernames[f"@{username.lower()}"] = chat
        creator = people[0].user()
        if type == "supergroup":
            self.post(chat, {"supergroup_chat_created": True}, sender=creator, unseen=True)
            self._tell_chat(chat)
            if bot:
                self._set_bot(chat, "member", people[0])
        else:
            if bot:
                self._bot_status(chat, "member", people[0])
            self.post(chat, {"group_chat_created": True}, sender=creator)
            self._tell_chat(chat)
        if bot:
            self._meet_all(chat)
        return chat.chat_x()

    def add_channel(self, title: str) -> Json:
        """A channel, for people who write on its behalf."""
        number = self._next_group
        self._next_group += 1
        chat = Chat(-1_000_000_000_000 - number, "channel", title)
        self.chats[chat.id] = chat
        return chat.chat()

    def rename(self, user_id: int, first_name: str, language_code: str) -> None:
        """Somebody changes what their app says of them. As in the apps, what they said before has the new name too."""
        person = self.person(user_id)
        person.language_code = language_code
        self._called(person, first_name)
        self.events.emit("user", user=person.user_x())

    def rename_bot(self, first_name: str) -> None:
        """The same for the bot; pages learn it with the next state."""
        self._called(self.bot, first_name)

    def _called(self, person: Person, first_name: str) -> None:
        person.first_name = first_name
        for stored in [one for chat in self.chats.values() for one in chat.messages.values()]:
            if stored.base.get("from", {}).get("id") == person.id:
                stored.base = {**stored.base, "from": person.user()}
            if [one["id"] for one in stored.base.get("new_chat_members", ())] == [person.id]:
                stored.base = {**stored.base, "new_chat_members": [person.user()]}

    def retitle(self, chat_id: int, title: str) -> None:
        """A group is called something else, without a word about it."""
        chat = self.chat(chat_id)
        chat.title = title
        for stored in chat.messages.values():
            stored.base = {**stored.base, "chat": chat.chat()}
        self._tell_chat(chat)

    def block(self, user_id: int, blocked: bool) -> None:
        person = self.person(user_id)
        chat = self.chats[user_id]
        if person.blocked == blocked:
            return
        person.blocked = blocked
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        chat.bot_status = new
        if person.started:
            self._member_update("my_chat_member", chat, person, self.bot.user(), old=old, new=new)
        self.events.emit("user", user=person.user_x())
        self._tell_chat(chat)

    def members(self, chat_id: int, user_id: int | str, by: int, action: str) -> None:
        """Add, remove, promote or restrict a person or the bot."""
        chat, actor = self.chat(chat_id), self.person(by)
        if chat.person:
            raise not_now("a private chat has no members to change")
        self.require_member(actor, chat)
        of_bot = user_id in ("bot", self.bot.id)
        leaving = action == "remove" and user_id == by
        statuses = {"add": "member", "promote": "administrator", "restrict": "restricted"}
        status = "left" if leaving else statuses.get(action, "kicked" if action == "remove" else "")
        if not status:
            raise SandboxError("action is one of add, remove, promote, restrict")
        if status == "restricted" and chat.type != "supergroup":
            raise not_now("only in a supergroup can somebody be restricted")
        if not leaving and action != "add" and chat.members.get(by) not in {"creator", "administrator"}:
            raise not_now("only an administrator can do that")
        if of_bot:
            if (chat.bot_status in IN_CHAT) == (action == "add"):
                raise not_now(f"the bot is {'already' if action == 'add' else 'not'} in that group")
            self._set_bot(chat, status, actor)
        else:
            self._set_member(chat, self.person(int(user_id)), status, actor)
        if chat.bot_status in IN_CHAT:
            self._meet_all(chat)

    def leave_as_bot(self, chat: Chat) -> None:
        """The bot walks out by itself."""
        old, chat.bot_status = chat.bot_status, "left"
        self.post(chat, {"left_chat_member": self.bot.user()}, sender=self.bot.user(), by_bot=True)
        self._member_update("my_chat_member", chat, self.bot, self.bot.user(), old=old, new="left")
        self._tell_chat(chat)

    def migrate(self, chat_id: int) -> int:
        """A basic group becomes a supergroup with a new id; the old id only answers with the new one."""
        old = self.chat(chat_id)
        if old.type != "group" or old.migrated_to:
            raise not_now("only a basic group can become a supergroup, and only once")
        number = self._next_group
        self._next_group += 1
        new = Chat(-1_000_000_000_000 - number, "supergroup", old.title, label=old.label)
        new.members, new.bot_status, new.last_bot = dict(old.members), old.bot_status, old.last_bot
        new.met = old.met
        self.chats[new.id] = new
        creator = next(iter(old.members))
        sender = self.person(creator).user()
        self.post(old, {"migrate_to_chat_id": new.id}, sender=sender)
        self.post(new, {"migrate_from_chat_id": old.id}, sender=sender)
        old.migrated_to = new.id
        self.events.emit("migrated", chat_id=old.id, new_chat_id=new.id)
        self._tell_chat(new)
        return new.id

    def _meet_all(self, chat: Chat) -> None:
        for member in chat.members:
            self.users[member].met = True

    def _tell_chat(self, chat: Chat) -> None:
        self.events.emit("chat", chat=chat.chat_x())

    def _bot_status(self, chat: Chat, status: str, actor: Person) -> None:
        old, chat.bot_status = chat.bot_status, status
        chat.met = actor.met = True
        self._member_update("my_chat_member", chat, actor, self.bot.user(), old=old, new=status)

    def _set_bot(self, chat: Chat, status: str, actor: Person) -> None:
        was_in = chat.bot_status in IN_CHAT
        self._bot_status(chat, status, actor)
        if status == "member":
            self.post(chat, _joined(self.bot.user()), sender=actor.user())
        elif status == "kicked" and was_in:
            stored = self.post(chat, {"left_chat_member": self.bot.user()}, sender=actor.user())
            if chat.type == "group":  # a supergroup doesn't show its own farewell to who was removed
                self.updates.put("message", self.render(chat, stored), f"chat {chat.id}")
        self._tell_chat(chat)

    def _set_member(self, chat: Chat, person: Person, status: str, actor: Person) -> None:
        old = chat.members.get(person.id, "left")
        if (old in IN_CHAT) == (status == "member"):
            raise not_now(f"this person is {'already' if status == 'member' else 'not'} in that group")
        if old == "creator" and person.id != actor.id:
            raise not_now("nobody can do that to the group's owner")
        chat.members[person.id] = status
        if status in {"member", "left", "kicked"}:
            joined = status == "member"
            content = _joined(person.user()) if joined else {"left_chat_member": person.user()}
            self.post(chat, content, sender=actor.user())
        if chat.bot_status == "administrator":
            self._member_update("chat_member", chat, actor, person.user(), old=old, new=status)
        self._tell_chat(chat)

    def _member_update(self, kind: str, chat: Chat, actor: Person, user: Json, *, old: str, new: str) -> None:
        payload: Json = {
            "chat": chat.chat(),
            "from": actor.user(),
            "date": self.now(),
            "old_chat_member": chat_member(user, old),
            "new_chat_member": chat_member(user, new),
        }
        self.updates.put(kind, payload, f"chat {chat.id}")


def _joined(user: Json) -> Json:
    return {"new_chat_members": [user]}
