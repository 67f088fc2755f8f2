"""Updates in: by long polling or by webhook, stored before they are confirmed, understood later."""

import asyncio
import hmac
import json
import logging
from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.clocks import MachineClock
from bot.gateway.transport import ApiFault, BadToken, BotApi, Conflict, SlowDown
from bot.store import inbox
from bot.store.db import Database, StoreError
from bot.store.inbox import Received

log = logging.getLogger(__name__)

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
LONGEST_PAUSE = 60.0
LONGEST_STORE_PAUSE = 5.0  # asking our own disk again costs nobody anything
BODY_LIMIT = 4 * 1024 * 1024


class WrongToken(Exception):
    """Telegram does not know the token: nothing can be received until it is right."""


def lane_of(update: dict[str, Any]) -> int:
    """The chat that an update belongs to, however malformed it is; 0 when none can be made out."""
    for key, content in update.items():
        if key == "update_id" or not isinstance(content, dict):
            continue
        holder = content.get("message") if isinstance(content.get("message"), dict) else content
        for name in ("chat", "from", "user", "sender_chat"):
            for place in (holder, content):
                inner = place.get(name) if isinstance(place, dict) else None
                if isinstance(inner, dict) and type(inner.get("id")) is int and abs(inner["id"]) < 2**62:
                    return int(inner["id"])
    return 0


def received(update: Any) -> Received | None:
    """An update as it goes into the inbox; None for something without an id, which can't be one."""
    if not isinstance(update, dict) or type(update.get("update_id")) is not int:
        return None
    if abs(update["update_id"]) >= 2**62:
        return None
    raw = json.dumps(update, ensure_ascii=False)
    try:
        raw.encode()
    except UnicodeEncodeError:  # half a surrogate pair can't be stored, but escaped it can
        raw = json.dumps(update)
    return Received(update["update_id"], lane_of(update), raw)


class Store:
    """Puts updates into the inbox; shared by both ways of receiving."""

    def __init__(self, db: Database, bot_id: int, wake: Callable[[], None]) -> None:
        self._db = db
        self._bot_id = bot_id
        self._wake = wake

    async def put(self, updates: list[Any]) -> None:
        """Store `updates` in one commit. Raises StoreError: then nothing may be confirmed."""
        rows = [r for r in map(received, updates) if r is not None]
        if len(rows) < len(updates):
            log.warning("received %d things that are not updates; left out", len(updates) - len(rows))
        if await self._db.write(lambda tx: inbox.add(tx, self._bot_id, rows)):
            self._wake()


class Poller:
    """Long polling. The next call's offset confirms a batch, so it is made only after the batch's commit."""

    def __init__(self, api: BotApi, store: Store, clock: MachineClock, poll_seconds: int) -> None:
        self._api = api
        self._store = store
        self._clock = clock
        self._seconds = poll_seconds

    async def run(self) -> None:
        """Poll until cancelled. Raises WrongToken."""
        offset: int | None = None  # from Telegram's answers only: the database may be older than the queue
        pause = 0.0
        while True:
            if pause:
                await self._clock.sleep(pause)
            params: dict[str, Any] = {"timeout": self._seconds, "allowed_updates": list(ALLOWED)}
            if offset is not None:
                params["offset"] = offset
            try:
                batch = await self._api.call("getUpdates", params, answer_seconds=self._seconds + 10)
                if not isinstance(batch, list):
                    batch = []
                await self._store.put(batch)
            except BadToken as error:
                raise WrongToken(str(error)) from error
            except SlowDown as error:
                pause = error.seconds
            except Conflict as error:
                log.error("another process receives for this bot: %s", error)
                pause = min(LONGEST_PAUSE, max(5.0, pause * 2))
            except (ApiFault, StoreError) as error:
                longest = LONGEST_STORE_PAUSE if isinstance(error, StoreError) else LONGEST_PAUSE
                pause = min(longest, max(0.5, pause * 2))
                log.warning("receiving failed, next try in %.1f s: %s", pause, error)
            else:
                pause = 0.0
                ids = [u["update_id"] for u in batch if received(u) is not None]
                if ids:
                    offset = max(ids) + 1
                elif batch:
                    pause = 1.0


class Webhook:
    """Telegram's POSTs. 200 is the confirmation, so it is said only after the commit."""

    def __init__(self, store: Store, secret: str) -> None:
        self._store = store
        self._secret = secret

    def application(self, path: str) -> web.Application:
        app = web.Application(client_max_size=BODY_LIMIT)
        app.router.add_post(path, self.handle)
        return app

    async def handle(self, request: web.Request) -> web.Response:
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return web.Response(status=403, text="wrong secret")
        try:
            update = json.loads(await request.read())
        except ValueError:
            return web.Response(status=400, text="not JSON")
        try:
            await asyncio.shield(self._store.put([update]))
        except StoreError as error:
            log.warning("an update could not be stored: %s", error)
            return web.Response(status=503, text="try again")
        return web.Response()
