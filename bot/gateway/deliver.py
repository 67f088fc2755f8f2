"""From the outbox to Telegram: one sender, its budget, order per chat and case, retries, and giving up.

A message can repeat where the answer to a request was lost: between sending and recording (a crash,
a dropped connection). Nothing is left out.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol, TypeVar

from bot.clocks import MachineClock, woken
from bot.gateway.budget import Budget
from bot.gateway.transport import (
    ApiFault,
    BadToken,
    BotApi,
    Gone,
    Migrated,
    NoAnswer,
    NotModified,
    SlowDown,
    Vanished,
)
from bot.store import sending, slots, spoken
from bot.store.db import Database, StoreError, Tx
from bot.store.files import file_content
from bot.store.outbox import EDIT
from bot.store.sending import Waiting

log = logging.getLogger(__name__)
T = TypeVar("T")

LONGEST_PAUSE = 60.0
UNEXPECTED_TRIES = 5
IN_FLIGHT = 16
HOPELESS_TRIES = 12
_CHATLESS = frozenset({"setMyCommands", "deleteMyCommands"})  # said about a chat, not into it
# What an edit may carry; the rest of a sendMessage's parameters is for sending.
_EDIT_PARAMS = ("chat_id", "text", "parse_mode", "entities", "link_preview_options", "reply_markup")


class Outcomes(Protocol):
    """What the desk makes of a chat's fate; each in the transaction that settles the row."""

    async def chat_gone(self, tx: Tx, chat_id: int, why: str) -> None: ...

    async def chat_moved(self, tx: Tx, old: int, new: int) -> None: ...

    async def chat_alive(self, tx: Tx, chat_id: int) -> None:
        """Something was sent to a group: it can be reached, whatever was thought of it."""
        ...

    async def not_sent(self, tx: Tx, row: Waiting, why: str) -> None:
        """A message that Telegram will not take: whoever counts on it has to know."""
        ...

    async def sent_too_late(self, tx: Tx, row: Waiting, message_id: int) -> None:
        """A message arrived that was taken back while it was on its way."""
        ...


class Deliverer:
    """The one sender."""

    def __init__(
        self,
        db: Database,
        api: BotApi,
        budget: Budget,
        outcomes: Outcomes,
        clock: MachineClock,
        *,
        bundle: Callable[[Sequence[Waiting]], dict[str, Any]],
        bundle_size: int = 10,
    ) -> None:
        self._db = db
        self._api = api
        self._budget = budget
        self._outcomes = outcomes
        self._clock = clock
        self._bundle = bundle
        self._bundle_size = bundle_size
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._wake = asyncio.Event()
        self._last_success = float("-inf")
        self._unanswered: dict[int, int] = {}  # by row: tries without an answer while others got through

    def wake(self) -> None:
        self._wake.set()

    @property
    def idle(self) -> bool:
        return not self._busy

    async def run(self) -> None:
        """Deliver until cancelled; what is on its way then is waited for."""
        resumed = await self._record(sending.resume)
        if resumed:
            log.info("%d messages were on their way when the process ended; they are sent again", resumed)
        try:
            while True:
                self._wake.clear()
                try:
                    pause = await self.step()
                except StoreError as error:
                    log.warning("the outbox can't be read: %s", error)
                    pause = 1.0
                await woken(self._wake, self._clock, pause)
        finally:
            if self._busy:
                _, late = await asyncio.wait(self._busy.values(), timeout=5)
                for task in late:
                    task.cancel()

    async def step(self) -> float | None:
        """Start all that may be sent now; seconds until more may be, None when nothing waits for time."""
        busy = set(self._busy)  # before the look: who ends during it is seen there with a lane still busy
        async with self._db.read() as conn:
            lanes = await sending.heads(conn)
        now = self._clock.monotonic()
        waits: list[float] = []
        chosen: list[list[int]] = []
        room = IN_FLIGHT - len(self._busy)
        for lane in lanes:
            if lane.chat_id in busy:
                continue
            wait = max(self._budget.wait(lane.chat_id, now), self._budget.wait_all(now))
            if wait > 0:
                waits.append(wait)
                continue
            if room <= 0:
                break
            seqs = [lane.seq]
            if lane.chat_id < 0 and lane.cards > max(1, self._budget.free(lane.chat_id, now)):
                async with self._db.read() as conn:
                    cards = await sending.bundle_candidates(conn, lane.chat_id, self._bundle_size)
                if len(cards) > 1 and lane.seq in cards:
                    seqs = cards
            self._budget.take(lane.chat_id, now)
            chosen.append(seqs)
            room -= 1
        if chosen:
            claimed = await self._db.write(
                lambda tx: sending.claim(tx, [seq for seqs in chosen for seq in seqs])
            )
            rows = {row.seq: row for row in claimed}
            for seqs in chosen:
                batch = [rows[seq] for seq in seqs if seq in rows]
                if batch:
                    chat_id = batch[0].chat_id
                    self._busy[chat_id] = asyncio.create_task(
                        self._send(chat_id, batch), name=f"send to {chat_id}"
                    )
        return min(waits) if waits else None

    async def _send(self, chat_id: int, batch: list[Waiting]) -> None:
        try:
            if len(batch) == 1:
                await self._send_one(batch[0])
            else:
                await self._send_bundle(batch)
        except StoreError as error:
            log.warning("what is to be sent to %d could not be read: %s", chat_id, error)
            self._budget.pause(chat_id, self._clock.monotonic() + 1.0)
            await self._settle(batch, "pending")
        except Exception as error:
            log.exception("sending to %d failed unexpectedly", chat_id)
            self._budget.pause(chat_id, self._clock.monotonic() + LONGEST_PAUSE)
            hopeless = batch[0].attempts >= UNEXPECTED_TRIES
            await self._settle(batch, "failed" if hopeless else "pending", error=repr(error))
        finally:
            self._busy.pop(chat_id, None)
            self._wake.set()

    async def _record(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        """Write until it is written: what was sent and not recorded would be sent again and again."""
        while True:
            try:
                return await self._db.write(work)
            except StoreError as error:
                log.warning("the outbox can't be written: %s", error)
                await self._clock.sleep(1.0)

    async def _send_one(self, row: Waiting) -> None:
        params = dict(row.params) if row.method in _CHATLESS else {**row.params, "chat_id": row.chat_id}
        method, files = row.method, {}
        if row.slot is not None:
            async with self._db.read() as conn:
                standing = await slots.standing(conn, row.chat_id, row.slot)
            if standing is not None:
                method = EDIT
                params = {k: v for k, v in params.items() if k in _EDIT_PARAMS} | {"message_id": standing}
                async with self._db.read() as conn:
                    as_it_was = await sending.reads_so(conn, row, standing, _EDIT_PARAMS)
                if as_it_was:
                    await self._record(
                        lambda tx: sending.settle(tx, row, "sent", message_id=standing, edit_of=standing)
                    )
                    return
            elif method == EDIT:
                await self._settle([row], "dropped")
                return
        below = params.get("reply_parameters")
        if isinstance(below, dict) and "$slot" in below:
            async with self._db.read() as conn:
                card = await slots.standing(conn, row.chat_id, below["$slot"])
            params["reply_parameters"] = {"message_id": card, "allow_sending_without_reply": True}
            if card is None:
                del params["reply_parameters"]
        which = params.get("message_id")
        if isinstance(which, dict):  # a message that was on its way when this was said
            async with self._db.read() as conn:
                params["message_id"] = await spoken.message_of(conn, which["$of"])
            if params["message_id"] is None:
                await self._settle([row], "dropped")
                return
        for name, value in list(params.items()):
            if isinstance(value, dict) and "$file" in value:
                async with self._db.read() as conn:
                    files[name] = (value["name"], await file_content(conn, value["$file"]))
        try:
            result = await self._api.call(method, params, files=files)
        except NotModified:
            await self._settle([row], "sent", message_id=params["message_id"], edit_of=params["message_id"])
        except Vanished:
            await self._vanished(row)
        except ApiFault as fault:
            await self._cope([row], fault)
        else:
            first = result[0] if isinstance(result, list) and result else result  # of an album the first part
            message_id = first.get("message_id") if isinstance(first, dict) else params.get("message_id")
            await self._settle([row], "sent", message_id=message_id, edit_of=params.get("message_id"))

    async def _vanished(self, row: Waiting) -> None:
        slot = row.slot
        if slot is None:
            await self._settle([row], "failed", error="nothing to edit")
            return

        async def work(tx: Tx) -> None:
            await slots.forget(tx, row.chat_id, slot)
            await sending.settle(
                tx, row, "dropped" if row.method == EDIT else "pending", error="the message vanished"
            )

        await self._record(work)

    async def _send_bundle(self, batch: list[Waiting]) -> None:
        params = {**self._bundle(batch), "chat_id": batch[0].chat_id}
        try:
            result = await self._api.call("sendMessage", params)
        except ApiFault as fault:
            await self._cope(batch, fault)
        else:
            await self._settle(batch, "bundled", message_id=result["message_id"])

    async def _settle(
        self,
        batch: Sequence[Waiting],
        status: str,
        *,
        message_id: int | None = None,
        error: str | None = None,
        edit_of: int | None = None,
    ) -> None:
        async def bare(tx: Tx) -> list[Waiting]:
            return [
                row
                for row in batch
                if await sending.settle(tx, row, status, message_id=message_id, error=error, edit_of=edit_of)
            ]

        async def work(tx: Tx) -> None:
            for row in await bare(tx):
                if message_id is not None:
                    await self._outcomes.sent_too_late(tx, row, message_id)
            for row in batch if status == "failed" else ():
                await self._outcomes.not_sent(tx, row, error or "")
            if status == "sent" and batch[0].chat_id < 0:
                await self._outcomes.chat_alive(tx, batch[0].chat_id)

        try:
            await self._record(work)
        except Exception:
            # The record of what was sent matters more than what follows from it.
            log.exception("what follows from sending to %d could not be written", batch[0].chat_id)
            await self._record(bare)
        if status in ("sent", "bundled"):
            self._unanswered.pop(batch[0].seq, None)
            self._last_success = self._clock.monotonic()

    async def _cope(self, batch: list[Waiting], fault: ApiFault) -> None:
        chat_id, now = batch[0].chat_id, self._clock.monotonic()
        unanswered = self._unanswered.pop(batch[0].seq, 0)
        if isinstance(fault, SlowDown):
            log.info("chat %d: %s", chat_id, fault)
            self._budget.pause(chat_id, now + fault.seconds)
            await self._settle(batch, "pending", error=str(fault))
        elif isinstance(fault, Migrated):
            new = fault.new_chat_id
            await self._record(lambda tx: self._outcomes.chat_moved(tx, chat_id, new))
        elif isinstance(fault, Gone):
            log.info("chat %d is gone: %s", chat_id, fault)
            await self._record(lambda tx: self._outcomes.chat_gone(tx, chat_id, str(fault)))
        elif isinstance(fault, NoAnswer | BadToken):
            pause = min(LONGEST_PAUSE, 0.5 * 2 ** min(batch[0].attempts, 8)) * random.uniform(0.8, 1.2)
            log.warning("sending to %d failed, next try in %.1f s: %s", chat_id, pause, fault)
            self._budget.pause(chat_id, now + pause)
            # Others get through and this one never does: it is the message, not the network.
            unanswered += now - self._last_success < LONGEST_PAUSE
            hopeless = unanswered >= HOPELESS_TRIES
            if not hopeless:
                self._unanswered[batch[0].seq] = unanswered
            await self._settle(batch, "failed" if hopeless else "pending", error=str(fault))
        elif len(batch) > 1:
            log.error("a bundle of %d was refused and is taken apart: %s", len(batch), fault)
            await self._record(lambda tx: sending.unbundle(tx, [row.seq for row in batch]))
        else:
            log.error("message %d (%s) was refused: %s", batch[0].seq, batch[0].purpose, fault)
            await self._settle(batch, "failed", error=str(fault))
