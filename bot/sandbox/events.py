"""What happened, in order, for the page and for tests: a bounded log that can be waited on and streamed."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

Event = dict[str, Any]
Predicate = Callable[[Event], bool]
_Waiter = tuple[Predicate, "asyncio.Future[Event]"]


class EventLog:
    """Waiters that name their chat are looked at only when something happens there."""

    def __init__(self, keep: int = 20_000) -> None:
        self.seq = 0
        self._log: deque[Event] = deque(maxlen=keep)
        self._waiters: dict[int | None, list[_Waiter]] = {}
        self._streams: set[asyncio.Queue[Event | None]] = set()

    def emit(self, kind: str, **content: Any) -> Event:
        self.seq += 1
        event: Event = {"type": kind, **content, "seq": self.seq}
        self._log.append(event)
        for key in {None, event.get("chat_id"), event.get("user_id")}:
            if key in self._waiters:
                for predicate, future in list(self._waiters[key]):
                    if not future.done() and predicate(event):
                        future.set_result(event)
        for stream in self._streams:
            stream.put_nowait(event)
        return event

    def after(self, seq: int) -> list[Event]:
        """The events since `seq` that are still kept; costs as much as it returns."""
        return list(islice(reversed(self._log), max(self.seq - seq, 0)))[::-1]

    def reaches_back_to(self, seq: int) -> bool:
        return self.seq - seq <= len(self._log)

    async def wait_for(
        self,
        predicate: Predicate,
        timeout: float,  # noqa: ASYNC109  the caller says how long it is willing to wait
        *,
        since: int | None = None,
        chat_id: int | None = None,
    ) -> Event:
        """The first event after `since` (or from now on) that fits; TimeoutError if none comes in time."""
        if since is not None:
            for event in self.after(since):
                if predicate(event):
                    return event
        future: asyncio.Future[Event] = asyncio.get_running_loop().create_future()
        waiter = (predicate, future)
        self._waiters.setdefault(chat_id, []).append(waiter)
        try:
            async with asyncio.timeout(timeout):
                return await future
        finally:
            self._waiters[chat_id].remove(waiter)
            if not self._waiters[chat_id]:
                del self._waiters[chat_id]

    @contextmanager
    def stream(self) -> Iterator[asyncio.Queue[Event | None]]:
        """Every event from now on; None when the server stops."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        self._streams.add(queue)
        try:
            yield queue
        finally:
            self._streams.discard(queue)

    def close(self) -> None:
        for stream in self._streams:
            stream.put_nowait(None)
