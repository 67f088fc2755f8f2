"""The World: everything that people can do in the sandbox, as plain method calls."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from bot.sandbox.errors import SandboxError
from bot.sandbox.events import Event, Predicate
from bot.sandbox.faults import Faults
from bot.sandbox.membership import Membership
from bot.sandbox.others import build_other
from bot.sandbox.state import Clock, Json, Person
from bot.sandbox.updates import UpdateQueue


class World(Membership):
    """One synchronous method for each act of the control interface; only `wait_for` awaits."""

    def __init__(self, bot: Person | None = None, clock: Clock = time.time) -> None:
        bot = bot or Person(123456, "民声", username="minsheng_sandbox_bot", language_code=None, is_bot=True)
        super().__init__(bot, clock, UpdateQueue(clock))
        self.faults = Faults()
        self.commands: dict[tuple[str, str], Json] = {}
        self.about: dict[tuple[str, str], str] = {}
        self.query_lifetime = 15.0
        self.on_network: list[Callable[[bool], None]] = []

    def send_other(
        self, user_id: int, kind: str, chat_id: int | None = None, reply_to: int | None = None, **more: Any
    ) -> Json:
        """A sticker, poll, place, contact, die or the like."""
        content = build_other(self.files, kind, self.person(user_id), more)
        return self.send_content(user_id, content, chat_id, reply_to)

    @property
    def pending_updates(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return self.updates.count()

    def raw_update(self, update: Any) -> None:
        """Put anything at all into the bot's queue."""
        self.updates.put_raw(update)

    def add_fault(self, **fault: Any) -> int:
        try:
            return self.faults.add(**fault)
        except TypeError as error:
            raise SandboxError(f"not a fault: {error}") from error

    def network(self, state: str) -> None:
        if state not in {"on", "off"}:
            raise SandboxError('state is "on" or "off"')
        self.faults.network = state == "on"
        self.events.emit("network", state=state)
        for callback in self.on_network:
            callback(self.faults.network)

    def messages(self, chat_id: int, limit: int | None = None, before: int | None = None) -> list[Json]:
        """A chat's messages, oldest first."""
        chat = self.chat(chat_id)
        ids = [i for i in chat.messages if before is None or i < before]
        if limit is not None:
            ids = ids[-limit:] if limit > 0 else []
        return [self.render(chat, chat.messages[i]) for i in ids]

    def keyboards(self, chat_id: int, ids: list[int]) -> Json:
        """Reply keyboards and forced replies of these messages: only the apps see them, not the Message."""
        messages = self.chat(chat_id).messages
        return {str(i): keyboard for i in ids if (keyboard := messages[i].keyboard) is not None}

    async def wait_for(
        self,
        predicate: Predicate,
        timeout: float = 5.0,  # noqa: ASYNC109  a test says how long it is willing to wait
        *,
        since: int | None = None,
        chat_id: int | None = None,
    ) -> Event:
        """See EventLog.wait_for; naming the chat (or the user, for callback answers) makes it cheap."""
        return await self.events.wait_for(predicate, timeout, since=since, chat_id=chat_id)
