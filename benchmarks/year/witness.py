"""What people saw: every message of the bot in every chat, and what each person had done before it came."""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from benchmarks.year.sentences import Told, understood
from bot.sandbox.server import SandboxServer

Message = dict[str, Any]
MOVES = frozenset(
    {"receipt", "dispatched", "claimed", "transferred", "reopened", "resolved", "supervised", "escalated"}
    | {"follow-up", "reopen-asked", "upheld", "closed", "returned", "redirected", "extended", "deferred"}
    | {"recalled", "merged", "unmerged", "split", "taken-over", "handed-over", "declined", "corrected"}
)
# When something was or is to be; the same news with another moment in it is no other news.
_MOMENT = re.compile(
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:（星期.）)?|(?<![\d-])\d{1,2}-\d{2}(?= \d{1,2}:\d{2})|\d{1,2}:\d{2}"
    r"|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*(?: \d{4})?"
)


@dataclass(slots=True, repr=False)
class Heard:
    """One message or edit of the bot. `text` as it came; `stands` as it reads now, after edits.

    `since`: how long ago somebody of this chat had last done anything; None when nobody ever had.
    """

    order: int
    at: datetime
    chat: int
    message_id: int
    text: str
    stands: str
    told: Told
    edit: bool
    since: timedelta | None
    act: int
    file: str = ""
    buttons: tuple[tuple[str, str], ...] = ()
    before: str = ""
    """What the message said before this edit."""
    again: Heard | None = None
    """The message of the same words, but for dates and times, that stands in the same chat already."""
    copies: int = 1
    """How many of the same words came at this moment, with this one."""
    at_once: int = 0
    """How often somebody of this chat did something at this moment."""
    moved_since: bool = False
    """Whether the case has moved on after `again`: then the same words are news."""

    @property
    def group(self) -> bool:
        return self.chat < 0


Listener = Callable[[Heard], None]


@dataclass(slots=True, repr=False)
class Witness:
    server: SandboxServer
    now: Callable[[], datetime]
    heard: list[Heard] = field(default_factory=list)
    toasts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    listeners: dict[int, Listener] = field(default_factory=dict)
    everywhere: Listener = field(default=lambda _: None)
    _last_act: dict[int, datetime] = field(default_factory=dict)
    _acts: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    _at_once: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    _standing: dict[tuple[int, int], Heard] = field(default_factory=dict)
    _words: dict[tuple[int, str, str], Heard] = field(default_factory=dict)
    _moves: dict[tuple[int, str | None], Heard] = field(default_factory=dict)
    _queue: asyncio.Queue[dict[str, Any] | None] = field(init=False)
    _open: ExitStack = field(default_factory=ExitStack)

    def __post_init__(self) -> None:
        self._queue = self._open.enter_context(self.server.world.events.stream())

    def did(self, chat: int) -> None:
        """Somebody of this chat does something now: what follows is an answer."""
        self._at_once[chat] = self._at_once[chat] + 1 if self._last_act.get(chat) == self.now() else 1
        self._last_act[chat] = self.now()
        self._acts[chat] += 1

    def acts(self, chat: int) -> int:
        return self._acts[chat]

    def listen(self) -> int:
        """Read what came since; people react. How many messages that were."""
        count = 0
        while not self._queue.empty():
            event = self._queue.get_nowait()
            if event is None:
                break
            if event["type"] == "callback_answer" and event.get("text"):
                self.toasts[event["text"]] += 1
            if event["type"] not in ("message", "edited"):
                continue
            message = event["message"]
            if message.get("from", {}).get("id") != self.server.world.bot.id:
                continue
            if {"new_chat_members", "left_chat_member"} & message.keys():
                continue
            count += 1
            self._hear(event["chat_id"], message, edit=event["type"] == "edited")
        return count

    def _hear(self, chat: int, message: Message, *, edit: bool) -> None:
        text = message.get("text") or message.get("caption") or ""
        last = self._last_act.get(chat)
        one = Heard(
            len(self.heard),
            self.now(),
            chat,
            message["message_id"],
            text,
            text,
            understood(text, group=chat < 0),
            edit,
            self.now() - last if last else None,
            self._acts[chat],
            _file(message),
            _buttons(message),
            at_once=self._at_once[chat] if last == self.now() else 0,
        )
        self.heard.append(one)
        if edit:
            before = self._standing[chat, one.message_id]
            words = (chat, news(before.stands), before.file)
            if self._words.get(words) is before:
                del self._words[words]
            one.before, before.stands = before.stands, text
        else:
            self._standing[chat, one.message_id] = before = one
            one.again = self._words.get((chat, news(text), one.file))
            if one.again is not None and one.again.at == one.at:
                one.copies = one.again.copies + 1
            if one.told.key in MOVES:
                place = (chat, one.told.number)
                one.moved_since = one.again is not None and self._moves.get(place) is not one.again
                self._moves[place] = one
        self._words[chat, news(text), before.file] = before
        self.everywhere(one)
        listener = self.listeners.get(chat)
        if listener is not None:
            listener(one)

    def buttons_now(self, chat: int, message_id: int) -> tuple[tuple[str, str], ...]:
        """The buttons under a message as it stands now."""
        stored = self.server.world.chat(chat).messages.get(message_id)
        return _buttons(stored.base) if stored else ()

    def close(self) -> None:
        self._open.close()


def news(text: str) -> str:
    """What is said, without when."""
    return _MOMENT.sub("·", text)


def _buttons(message: Message) -> tuple[tuple[str, str], ...]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return tuple((b["text"], b["callback_data"]) for row in rows for b in row if "callback_data" in b)


def _file(message: Message) -> str:
    for kind in ("photo", "video", "voice", "audio", "document"):
        thing = message.get(kind)
        if thing:
            return str((thing[-1] if isinstance(thing, list) else thing)["file_unique_id"])
    return ""
