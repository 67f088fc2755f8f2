"""An API that answers as told, and a sender that is run by moving time."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.gateway.budget import Budget, Rates
from bot.gateway.deliver import Deliverer
from bot.gateway.transport import ApiFault, BotApi
from bot.store.db import Database
from bot.store.sending import Waiting
from tests.factories import HandMachineClock, eventually
from tests.gateway.conftest import SmallDesk, unsent

# --- delivery


@dataclass(frozen=True)
class Call:
    at: float
    method: str
    params: dict[str, Any]
    files: dict[str, tuple[str, bytes]]

    @property
    def text(self) -> str:
        return str(self.params.get("text"))


class ScriptedApi(BotApi):
    """A Bot API that answers as told: for a chat (or "*") a list of faults, used up one by one, then success."""

    def __init__(self, machine: HandMachineClock) -> None:
        self._machine = machine
        self.calls: list[Call] = []
        self.script: dict[int | str, list[BaseException | None]] = {}
        self.gates: dict[int, asyncio.Event] = {}
        self.in_flight: dict[int, int] = {}
        self._last_id = 0

    async def call(
        self,
        method: str,
        params: Any = None,
        *,
        files: Any = None,
        answer_seconds: float = 20.0,
    ) -> Any:
        params = dict(params or {})
        chat: int = params.get("chat_id", 0)
        self.calls.append(Call(self._machine.monotonic(), method, params, dict(files or {})))
        self.in_flight[chat] = self.in_flight.get(chat, 0) + 1
        try:
            assert self.in_flight[chat] == 1, "one at a time in a chat"
            if chat in self.gates:
                await self.gates[chat].wait()
            for key in (chat, "*"):
                if self.script.get(key):
                    fault = self.script[key].pop(0)
                    if fault is not None:
                        raise fault
            self._last_id += 1
            return {"message_id": params.get("message_id", self._last_id)}
        finally:
            self.in_flight[chat] -= 1

    @property
    def texts(self) -> list[str]:
        return [call.text for call in self.calls]

    def to(self, chat: int) -> list[str]:
        return [call.text for call in self.calls if call.params.get("chat_id") == chat]


def bundle(rows: Sequence[Waiting]) -> dict[str, Any]:
    return {"text": "\n".join(row.brief or "" for row in rows)}


OPEN = Rates(enabled=False)


@dataclass
class Post:
    """A deliverer, and the means to run it to the end by moving time only as far as it asks."""

    db: Database
    deliverer: Deliverer
    machine: HandMachineClock

    async def step(self) -> float | None:
        pause = await self.deliverer.step()
        await eventually(lambda: self.deliverer.idle)
        return pause

    async def drain(self, seconds: float = 100_000.0) -> float:
        """Until the outbox is empty; how long that took."""
        begin = self.machine.monotonic()
        last: float | None = 0.0
        for _ in range(2_000):
            pause = await self.step()
            if not await unsent(self.db):
                return self.machine.monotonic() - begin
            if pause is not None and last is not None and pause == last:
                self.machine.move(pause)
                assert self.machine.monotonic() - begin < seconds
                pause = None
            last = pause
        raise AssertionError("the outbox does not empty")


def post(
    db: Database,
    api: BotApi,
    desk: SmallDesk,
    machine: HandMachineClock,
    rates: Rates = OPEN,
    **more: Any,
) -> Post:
    deliverer = Deliverer(db, api, Budget(rates), desk, machine, bundle=bundle, **more)
    return Post(db, deliverer, machine)


def faults(*given: ApiFault | None) -> list[BaseException | None]:
    return list(given)
