"""The bot's queue of updates, and getUpdates on it: ids, offsets, allowed types, long polling, conflicts."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.sandbox.errors import ApiError

Clock = Callable[[], float]

KEPT_SECONDS = 24 * 3600
LONGEST_POLL = 50
UPDATE_TYPES = (
    *("message", "edited_message", "channel_post", "edited_channel_post", "business_connection"),
    *("business_message", "edited_business_message", "deleted_business_messages", "guest_message"),
    *("message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result"),
    *("callback_query", "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll"),
    *("poll_answer", "my_chat_member", "chat_member", "chat_join_request", "chat_boost"),
    *("removed_chat_boost", "managed_bot"),
)
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
DEFAULT_TYPES = frozenset(UPDATE_TYPES) - NOT_BY_DEFAULT


@dataclass(slots=True)
class Pending:
    update: Any
    lane: str
    expires: float


class PollDroppedError(Exception):
    """The waiting getUpdates must lose its connection."""


class UpdateQueue:
    def __init__(self, clock: Clock, first_id: int | None = None) -> None:
        self.clock = clock
        self.last_id = random.randint(10**8, 10**9) if first_id is None else first_id - 1
        self.pending: dict[int, Pending] = {}
        self.allowed: frozenset[str] = DEFAULT_TYPES
        self.allowed_given: list[str] | None = None
        self.conflict_pause = 3.0
        self.on_new: Callable[[str], None] = lambda _lane: None
        self._next_conflict = 0.0
        self._poll: asyncio.Future[None] | None = None

    def put(self, kind: str, payload: dict[str, Any], lane: str) -> int | None:
        """Queue an update unless the bot asked not to get this type. `lane`: what webhooks keep in order."""
        if kind not in self.allowed:
            return None
        self.last_id += 1
        return self._add({"update_id": self.last_id, kind: payload}, lane)

    def put_raw(self, update: Any) -> int:
        self.last_id += 1
        if isinstance(update, dict):
            update = {"update_id": self.last_id, **update}
            given = update["update_id"]
            if isinstance(given, int) and not isinstance(given, bool) and self.last_id < given < 2**31 - 1:
                self.last_id = given
        return self._add(update, "raw")

    def _add(self, update: Any, lane: str) -> int:
        self.pending[self.last_id] = Pending(update, lane, self.clock() + KEPT_SECONDS)
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
        self.on_new(lane)
        return self.last_id

    def allow(self, types: list[str] | None) -> None:
        """None: as before; an empty list: the default. Holds for updates created from now on."""
        if types is None:
            return
        known = [kind for kind in types if kind in UPDATE_TYPES]
        self.allowed = frozenset(known) if known else DEFAULT_TYPES
        self.allowed_given = known or None

    def count(self) -> int:
        self._expire()
        return len(self.pending)

    def clear(self, keep: int = 0) -> None:
        for update_id in list(islice(self.pending, max(len(self.pending) - keep, 0))):
            del self.pending[update_id]

    def _expire(self) -> None:
        now = self.clock()
        while self.pending:
            first = next(iter(self.pending))
            if self.pending[first].expires > now:
                return
            del self.pending[first]

    def _confirm(self, offset: int) -> None:
        while self.pending:
            first = next(iter(self.pending))
            if first >= offset:
                return
            del self.pending[first]

    def take(self, offset: int, limit: int) -> list[Any]:
        self._expire()
        if offset < 0:
            self.clear(keep=-offset)
        elif 0 < offset <= self.last_id + 10:  # further in the future, Telegram confirms nothing
            self._confirm(offset)
        return [pending.update for pending in islice(self.pending.values(), limit)]

    async def get_updates(self, offset: int, limit: int, seconds: float) -> list[Any]:
        updates = self.take(offset, limit)
        if updates or seconds <= 0:
            return updates
        self.abort_poll(
            "terminated by other getUpdates request; make sure that only one bot instance is running"
        )
        self._poll = poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(min(seconds, LONGEST_POLL)):
                await poll
        except TimeoutError:
            pass
        except ApiError as error:
            if error.code == 409:
                await self._pause_conflict()
            raise
        finally:
            if self._poll is poll:
                self._poll = None
        await asyncio.sleep(0)  # acts that belong together arrive in one answer
        return self.take(max(offset, 0), limit)

    async def _pause_conflict(self) -> None:
        """Telegram answers one conflict in three seconds at once and holds the others back."""
        now = self.clock()
        if now < self._next_conflict:
            await asyncio.sleep(self.conflict_pause)
        else:
            self._next_conflict = now + self.conflict_pause

    def abort_poll(self, message: str, code: int = 409) -> None:
        """End the getUpdates that is waiting: the older of two pollers loses."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(ApiError(code, message))
        self._poll = None

    def drop_poll(self) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_exception(PollDroppedError())
        self._poll = None
