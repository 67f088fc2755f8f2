"""From the inbox to the handlers: one update in flight per chat, the oldest first, each settled with its work."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import Any, Protocol, TypeVar

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import Application, CallbackContext, ExtBot

from bot.clocks import BusinessClock, MachineClock, woken
from bot.core.errors import Refusal, StaleWrite
from bot.store import inbox
from bot.store.db import Database, StoreError, Tx
from bot.store.inbox import NOT_UNDERSTOOD, AlreadySettled, Claimed

log = logging.getLogger(__name__)
T = TypeVar("T")

STALE_TRIES = 5
CALLBACK_SECONDS = 8.0  # Telegram shows the button's spinner about this long; later a blank answer is kinder
_current: ContextVar["Unit"] = ContextVar("unit")


class Desk(Protocol):
    """What dispatch asks of the desk when something can't be handled; each in the update's own transaction."""

    async def refuse(self, tx: Tx, update: Update, refusal: Refusal) -> str | None:
        """Explain a refusal; the text of the toast where the update is a button's."""
        ...

    async def apologise(self, tx: Tx, lane: int, update_id: int, reference: str, *, again: bool) -> None:
        """Tell the citizen and the admins that an update was given up; of one handed in `again`, the admins."""
        ...

    async def take_up(self, tx: Tx, update: Update, letter: Claimed) -> None:
        """Tell its sender that an update given up before is handled now; what it leads to follows."""
        ...


class Unit:
    """One update's work: prepare at leisure, then `commit` once."""

    def __init__(
        self, db: Database, letter: Claimed, before: Callable[[Tx], Awaitable[None]] | None = None
    ) -> None:
        self._db = db
        self._before = before
        self.letter = letter
        self.settled = False
        self.error: Exception | None = None
        self.toast: str | None = None

    async def commit(self, verb: Callable[[Tx], Awaitable[T]]) -> T:
        """Run `verb` and settle the update in one transaction; nothing is said or kept if it raises."""
        if self.settled:
            raise RuntimeError("an update has one transaction")

        async def work(tx: Tx) -> T:
            if self._before is not None:
                await self._before(tx)
            result = await verb(tx)
            await inbox.settle(tx, self.letter.seq)
            return result

        result = await self._db.write(work, cause=f"update:{self.letter.update_id}")
        self.settled = True
        return result


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """What handlers get: PTB's context, and the unit of the update in hand."""

    @property
    def unit(self) -> Unit:
        return _current.get()


class DeskApplication(Application[Any, Any, Any, Any, Any, Any]):
    """PTB's Application, but an error in a handler reaches dispatch instead of a log line."""

    async def process_error(self, update: object, error: Exception, *args: Any, **kwargs: Any) -> bool:
        _current.get().error = error
        return True


class Dispatcher:
    """Claims updates and runs them. Work that fails is tried again, then buried as a dead letter."""

    def __init__(
        self,
        db: Database,
        application: DeskApplication,
        desk: Desk,
        *,
        business: BusinessClock,
        machine: MachineClock,
        attempts: int,
        workers: int,
    ) -> None:
        self._db = db
        self._app = application
        self._desk = desk
        self._business = business
        self._machine = machine
        self._attempts = attempts
        self._workers = workers
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._paused: dict[int, float] = {}
        self._alone = False
        self._suspects: list[int] = []
        self._wake = asyncio.Event()
        self._side: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        self._wake.set()

    @property
    def idle(self) -> bool:
        return not self._busy

    async def run(self) -> None:
        """Dispatch until cancelled; what is in work then is finished first."""
        started = False
        try:
            while True:
                self._wake.clear()
                try:
                    if not started:
                        async with self._db.read() as conn:
                            self._suspects = await inbox.suspects(conn)
                        started = True
                    more = await self.step()
                except StoreError as error:
                    log.warning("the inbox can't be read: %s", error)
                    await self._machine.sleep(1.0)
                    continue
                if not more:
                    await self._rest()
        finally:
            if self._busy:
                _, late = await asyncio.wait(self._busy.values(), timeout=5)
                for task in late:
                    task.cancel()

    async def _rest(self) -> None:
        now = self._machine.monotonic()
        pauses = [max(0.0, until - now) for until in self._paused.values()]
        await woken(self._wake, self._machine, min(pauses, default=None))

    async def step(self) -> bool:
        """Start what can start now; whether there may be more: what comes later, and what ends, wakes."""
        now = self._machine.monotonic()
        self._paused = {lane: until for lane, until in self._paused.items() if until > now}
        room = self._workers - len(self._busy)
        if room <= 0 or self._alone:
            return False
        shut = set(self._busy) | set(self._paused)
        async with self._db.read() as conn:
            if not await inbox.any_waiting(conn, shut):
                return False
        # What may have killed the process runs alone, so that only the guilty one collects attempts.
        suspect = next((lane for lane in self._suspects if lane not in shut), None)
        if suspect is not None:
            if self._busy:
                return False
            room = 1
        claimed = await self._db.write(lambda tx: inbox.claim(tx, shut, room, only=suspect))
        if suspect is not None:  # only once the claim is committed: the disk may be full
            self._suspects.remove(suspect)
            self._alone = bool(claimed)
        for letter in claimed:
            self._busy[letter.lane] = asyncio.create_task(
                self._work(letter), name=f"update {letter.update_id}"
            )
        return len(claimed) == room or suspect is not None

    async def _work(self, letter: Claimed) -> None:
        try:
            await self._handle(letter)
        except StoreError as error:
            log.warning("update %d waits for the database: %s", letter.update_id, error)
            await self._give_back(letter)
        except Exception:
            log.exception("update %d could not even be recorded as failed", letter.update_id)
            self._paused[letter.lane] = self._machine.monotonic() + 1.0
        finally:
            self._alone = False
            self._busy.pop(letter.lane, None)
            self._wake.set()

    async def _give_back(self, letter: Claimed) -> None:
        """Not the update's fault: the attempt is not counted, even if the process ends before the next."""
        while True:
            await self._machine.sleep(1.0)
            try:
                await self._db.write(lambda tx: inbox.give_back(tx, letter.seq))
            except StoreError:
                continue
            return

    async def _handle(self, letter: Claimed) -> None:
        if letter.attempts > self._attempts:
            await self._bury(letter, letter.error or "the process ended while this update was in work")
            return
        try:
            update = Update.de_json(json.loads(letter.raw), self._app.bot)
        except Exception as error:  # noqa: BLE001 - whatever PTB makes of a malformed update
            await self._bury(letter, f"{NOT_UNDERSTOOD}{error!r}")
            return
        query = update.callback_query
        age = (self._business.now() - letter.received_at).total_seconds()
        early = query is not None and age > CALLBACK_SECONDS
        if query is not None and early:
            self._answer(update, None)
        unit = await self._run(letter, update)
        if unit is not None and query is not None and not early:
            self._answer(update, unit.toast)

    async def _run(self, letter: Claimed, update: Update) -> Unit | None:
        async def take_up(tx: Tx) -> None:
            await self._desk.take_up(tx, update, letter)

        before = take_up if letter.reference is not None else None
        for _ in range(STALE_TRIES):
            unit = Unit(self._db, letter, before)
            _current.set(unit)
            try:
                await self._app.process_update(update)
            except Exception as stumble:  # noqa: BLE001 - PTB's own work around the handlers, on strange fields
                unit.error = unit.error or stumble
            error = unit.error
            if unit.settled:
                if error is not None:
                    log.error("update %d failed after its work was done", letter.update_id, exc_info=error)
                return unit
            if isinstance(error, StaleWrite):
                continue
            if isinstance(error, AlreadySettled):
                return None
            if isinstance(error, StoreError):
                raise error
            if isinstance(error, Refusal):
                refusal = error
                unit.error = None
                unit.toast = await unit.commit(lambda tx, r=refusal: self._desk.refuse(tx, update, r))  # type: ignore[misc]
                return unit
            await self._failed(letter, error or RuntimeError("no handler settled this update"))
            return None
        await self._failed(letter, RuntimeError("the rows kept changing underneath"))
        return None

    async def _failed(self, letter: Claimed, error: Exception) -> None:
        log.error("update %d failed (try %d)", letter.update_id, letter.attempts, exc_info=error)
        if letter.attempts >= self._attempts:
            await self._bury(letter, repr(error))
            return
        await self._db.write(lambda tx: inbox.fail(tx, letter.seq, repr(error)))
        self._paused[letter.lane] = self._machine.monotonic() + 2.0 ** (letter.attempts - 1)

    async def _bury(self, letter: Claimed, why: str) -> None:
        async def work(tx: Tx) -> str:
            reference = await inbox.bury(tx, letter, why)
            again = letter.reference is not None
            await self._desk.apologise(tx, letter.lane, letter.update_id, reference, again=again)
            return reference

        cause = f"update:{letter.update_id}"
        try:
            reference = await self._db.write(work, cause=cause)
        except StoreError:
            raise
        except Exception:
            log.exception("nobody could be told of update %d", letter.update_id)
            reference = await self._db.write(lambda tx: inbox.bury(tx, letter, why), cause=cause)
        log.error("update %d is dead letter %s: %s", letter.update_id, reference, why)

    def _answer(self, update: Update, text: str | None) -> None:
        """Answer a button's press; not worth a retry, and never in the way of the next update."""
        query = update.callback_query
        assert query is not None

        async def answer() -> None:
            try:
                await query.answer(text=text)
            except TelegramError as error:
                log.info("a press could not be answered: %s", error)

        task = asyncio.create_task(answer())
        self._side.add(task)
        task.add_done_callback(self._side.discard)
