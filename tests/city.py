"""A running desk against the sandbox server, and people who act in it: what journeys are written with."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import jobs
from bot.app import Service, serve
from bot.sandbox.server import SandboxServer
from bot.secrets import Token
from bot.store import dialogues, inbox, people, sending
from bot.store.db import Tx
from classifier.predict import Classifier
from tests import retelling
from tests.factories import PATIENCE, TOKEN, HandClock, quick_store, settings
from tests.sandbox.pictures import png

Message = dict[str, Any]
typed = retelling.typed
PICTURE = png(800, 600)


@dataclass(slots=True)
class Player:
    """One person in one chat: private with the bot, or a group."""

    city: "City"
    user: int
    chat: int
    name: str

    async def say(self, text: str, *, reply_to: Message | None = None) -> Message:
        message: Message = self.city.server.world.send_text(
            self.user, typed(text), chat_id=self.chat, reply_to=reply_to["message_id"] if reply_to else None
        )
        await self.city.settle()
        return message

    async def photo(self, caption: str = "", **more: Any) -> Message:
        return await self.upload("photo", caption, **more)

    async def upload(self, kind: str, caption: str = "", **more: Any) -> Message:
        """A photo, video, voice, audio or document."""
        data, name = (PICTURE, "photo.png") if kind == "photo" else (b"some bytes", f"{kind}.bin")
        message: Message = self.city.server.world.upload(
            self.user, kind, data, name, typed(caption), chat_id=self.chat, **more
        )
        await self.city.settle()
        return message

    async def send_other(self, kind: str, **more: Any) -> Message:
        """A sticker, poll, location, contact, die or the like."""
        said: dict[str, Any] = {k: typed(v) if isinstance(v, str) else v for k, v in more.items()}
        message: Message = self.city.server.world.send_other(self.user, kind, self.chat, **said)
        await self.city.settle()
        return message

    async def edit(self, message: Message, text: str) -> Message:
        edited: Message = self.city.server.world.edit_text(
            self.user, self.chat, message["message_id"], typed(text)
        )
        await self.city.settle()
        return edited

    async def press(self, label: str, on: Message | None = None) -> str | None:
        """Press the button whose text contains `label`, on `on` or the newest message that has it; the toast."""
        message, data = self._find(label, on)
        since = self.city.server.world.seq
        query = self.city.server.world.press(self.user, self.chat, message["message_id"], data)
        return await self.city.toast(query, since)

    def _find(self, label: str, on: Message | None) -> tuple[Message, str]:
        if retelling.AGAIN:
            return self._button(*retelling.noted(f"button {label} {self.chat} {self.user}"))
        message, data = self._labelled(label, on)
        retelling.note(
            f"button {label} {self.chat} {self.user}", [message["message_id"], retelling.shape(data)]
        )
        return message, data

    def _button(self, message_id: int, shape: str) -> tuple[Message, str]:
        """A button by what it stands for, on the message that is known or the newest that has it."""
        newest = self.messages[::-1]
        for message in sorted(newest, key=lambda m: m["message_id"] != message_id):
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if retelling.shape(button.get("callback_data", "")) == shape:
                        return message, button["callback_data"]
        raise AssertionError(f"no button {shape!r} in the chat of {self.name}")

    def _labelled(self, label: str, on: Message | None) -> tuple[Message, str]:
        for message in [on] if on else reversed(self.messages):
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if label in button["text"] and "callback_data" in button:
                        return message, button["callback_data"]
        raise AssertionError(f"no button {label!r} in the chat of {self.name}")

    @property
    def messages(self) -> list[Message]:
        return list(self.city.server.world.messages(self.chat))

    @property
    def heard(self) -> list[str]:
        """What the bot has said here, oldest first, as it stands now."""
        return [
            m.get("text") or m.get("caption") or "" for m in self.messages if m["from"]["id"] == self.city.bot
        ]

    @property
    def last(self) -> Message:
        """The bot's newest message here."""
        return next(m for m in reversed(self.messages) if m["from"]["id"] == self.city.bot)

    def find(self, words: str) -> Message:
        """The bot's newest message here that contains `words`."""
        if retelling.AGAIN:
            at: int = retelling.noted(f"message {words} {self.chat}")
            return self.messages[at]
        message = self._saying(words)
        # by its place: which of several people hears first, and so has the lower number, is chance
        retelling.note(f"message {words} {self.chat}", self.messages.index(message))
        return message

    def _saying(self, words: str) -> Message:
        for message in reversed(self.messages):
            if message["from"]["id"] == self.city.bot and words in (
                message.get("text") or message.get("caption") or ""
            ):
                return message
        raise AssertionError(f"{self.name} has not heard {words!r}; heard: {self.heard}")


@dataclass(slots=True)
class City:
    server: SandboxServer
    service: Service
    clock: HandClock
    bot: int
    _groups: dict[str, int] = field(default_factory=dict)
    _people: dict[str, int] = field(default_factory=dict)

    async def settle(self) -> None:
        """Until everything received is handled and everything said is sent."""
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE
        while loop.time() < end:
            # In the order that things go: what left one place is looked for in the next.
            if not self.server.world.updates.count() and self._idle:
                async with self.service.db.read() as conn:
                    waiting, _ = await inbox.depth(conn)
                    unsent = await sending.depth(conn)
                if self._idle and not (waiting or unsent):
                    await self.service.likes.follow()
                    return
            await asyncio.sleep(0.002)
        raise AssertionError("the desk does not come to rest")

    async def toast(self, query: str, since: int) -> str | None:
        """What the answer to a press after `since` says, once all that follows from it is done."""
        event = await self.server.world.wait_for(
            lambda e: e["type"] == "callback_answer" and e["query_id"] == query, PATIENCE, since=since
        )
        await self.settle()
        text: str | None = event.get("text")
        return text

    @property
    def _idle(self) -> bool:
        return self.service.dispatcher.idle and self.service.deliverer.idle

    async def pass_time(self, **span: float) -> None:
        """Let business time pass, due moment by due moment, with everything handled and sent in between."""
        target = self.clock.now() + timedelta(**span)
        while True:
            async with self.service.db.read() as conn:
                due = await dialogues.next_due(conn)
            if due is None or due > target:
                break
            self.clock.move_to(due)
            await self.sweep()
        self.clock.move_to(target)
        await self.sweep()

    async def sweep(self) -> None:
        for sweep in jobs.SWEEPS:
            await jobs.sweep_once(sweep, self.service.db, self.service.desk, self.clock)
        await self.settle()

    async def citizen(self, name: str = "陈女士", language: str = "zh-hans", *, start: bool = True) -> Player:
        name, language = typed(name), retelling.code(language)
        user = self._people.get(name)
        if user is None:
            user = self._people[name] = self.server.world.add_user(name, language_code=language)["id"]
            if start:
                self.server.world.start(user)
        await self.settle()
        return Player(self, user, user, name)

    async def admin(self, name: str = "管理员") -> Player:
        """An admin, made so directly; the invitation's own journey is tested apart."""
        return await self.staff(name, "admin")

    async def supervisor(self, name: str = "孙督") -> Player:
        return await self.staff(name, "supervisor")

    async def clerk(self, department: str, name: str, role: str = "clerk") -> Player:
        """A clerk in the department's group, which is made and bound if it isn't there."""
        private = await self.staff(name, role, department)
        group = await self.group(department)
        if private.user not in self.server.world.chats[group].members:
            self.server.world.members(group, private.user, (await self.admin()).user, "add")
        await self.settle()
        return Player(self, private.user, group, name)

    async def private(self, player: Player) -> Player:
        return Player(self, player.user, player.user, player.name)

    async def group(self, department: str) -> int:
        if department not in self._groups:
            admin = await self.admin()
            group = self.server.world.add_group(f"{department} 群", [admin.user], bot=False)["id"]
            self._groups[department] = group

            async def bind(tx: Tx) -> None:
                await people.bind(tx, department, group, "supergroup", by=admin.user)

            await self.service.db.write(bind)
            self.server.world.members(group, "bot", admin.user, "add")
            await self.settle()
        return self._groups[department]

    async def staff(self, name: str, role: str, department: str | None = None) -> Player:
        player = await self.citizen(name)

        async def grant(tx: Tx) -> None:
            await people.grant(tx, player.user, role, department, by=None, name=player.name)

        await self.service.db.write(grant)
        return player

    async def file(self, citizen: Player, text: str) -> str:
        """From first word to receipt; the case's number."""
        await citizen.say(text)
        await citizen.press("提交")
        found = re.search(r"\d{6}-\d{4}", citizen.find("收到了")["text"])
        assert found is not None
        return found.group()


@asynccontextmanager
async def running_city(
    folder: Path,
    classifier: Classifier,
    *,
    clock: HandClock | None = None,
    retrain_options: Sequence[str] = (),
    server: SandboxServer | None = None,
    **sections: Any,
) -> AsyncIterator[City]:
    """A server and a desk that talk over HTTP; nobody lives there yet.

    A `server` that runs already is left running: the desk was restarted, the world is the same.
    """
    given = server is not None
    if server is None:
        server = SandboxServer(token=TOKEN)
        await server.start()
    server.world.query_lifetime = PATIENCE
    try:
        telegram = {
            "base_url": server.base_url,
            "base_file_url": server.base_file_url,
            "poll_timeout_seconds": 5,
        }
        clock = clock or HandClock()
        if retelling.AGAIN:
            sections["city"] = {**sections.get("city", {}), "language": retelling.LANGUAGE}
        chosen = settings(folder / "desk.db", telegram=telegram, **sections)
        async with AsyncExitStack() as stack:
            with quick_store(), pytest.MonkeyPatch.context() as patch:
                # `sweep` is all that rings: a tick that came by itself would come between any two lines of a slow test
                patch.setattr(jobs.Ticks, "start", lambda ticks: ticks._scheduler.start(paused=True))
                service = await stack.enter_async_context(
                    serve(
                        chosen,
                        Token(TOKEN),
                        clock=clock,
                        classifier=classifier,
                        retrain_options=retrain_options,
                    )
                )
            yield City(server, service, clock, server.world.bot.id)
    finally:
        if not given:
            await server.stop()
