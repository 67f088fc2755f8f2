"""How often Telegram lets a bot speak: counted per chat and in all, on the machine clock."""

from collections import deque
from dataclasses import dataclass


class Window:
    """At most `limit` events in any `seconds`."""

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._times: deque[float] = deque()

    def _forget(self, now: float) -> None:
        while self._times and self._times[0] <= now - self._seconds:
            self._times.popleft()

    def free(self, now: float) -> int:
        """How many more may happen now."""
        self._forget(now)
        return self._limit - len(self._times)

    def used(self, now: float) -> bool:
        """Whether anything of it is used up."""
        return self.free(now) < self._limit

    def wait(self, now: float) -> float:
        """Seconds until one more may happen."""
        if self.free(now) > 0:
            return 0.0
        return self._times[len(self._times) - self._limit] + self._seconds - now

    def take(self, now: float) -> None:
        self._times.append(now)


@dataclass(frozen=True, slots=True)
class Rates:
    """Telegram's limits; a private chat may burst a little, as Telegram allows."""

    enabled: bool = True
    per_second: int = 30
    private_per_second: float = 1.0
    private_burst: int = 3
    group_per_minute: int = 20


class Budget:
    """The bot's remaining words. Chats that fell silent are forgotten."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        self._all = Window(rates.per_second, 1.0)
        self._chats: dict[int, Window] = {}
        self._paused: dict[int, float] = {}

    def _window(self, chat_id: int) -> Window:
        window = self._chats.get(chat_id)
        if window is None:
            r = self._rates
            window = (
                Window(r.private_burst, r.private_burst / r.private_per_second)
                if chat_id > 0
                else Window(r.group_per_minute, 60.0)
            )
            self._chats[chat_id] = window
        return window

    def pause(self, chat_id: int, until: float) -> None:
        """Say nothing in this chat before `until`."""
        self._paused[chat_id] = max(until, self._paused.get(chat_id, 0.0))

    def wait(self, chat_id: int, now: float) -> float:
        """Seconds until this chat may be written to, leaving the limit for all aside."""
        paused = self._paused.get(chat_id, 0.0) - now
        if paused <= 0:
            self._paused.pop(chat_id, None)
        return max(paused, self._window(chat_id).wait(now) if self._rates.enabled else 0.0, 0.0)

    def wait_all(self, now: float) -> float:
        """Seconds until anything may be said at all."""
        return self._all.wait(now) if self._rates.enabled else 0.0

    def free(self, chat_id: int, now: float) -> int:
        """How many messages this chat may still get now."""
        return self._window(chat_id).free(now) if self._rates.enabled else 1 << 30

    def take(self, chat_id: int, now: float) -> None:
        if not self._rates.enabled:
            return
        self._all.take(now)
        self._window(chat_id).take(now)
        if len(self._chats) > 10_000:
            self._chats = {chat: window for chat, window in self._chats.items() if window.used(now)}
