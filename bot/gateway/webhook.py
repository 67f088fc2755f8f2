"""Serving the webhook: our end of Telegram's POSTs, announced once it listens."""

import asyncio
import logging
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.clocks import MachineClock
from bot.config import Webhook as WebhookSettings
from bot.gateway.receive import ALLOWED, LONGEST_PAUSE, Store, Webhook, WrongToken
from bot.gateway.transport import ApiFault, BadToken, BotApi

log = logging.getLogger(__name__)


async def serve(
    api: BotApi, store: Store, settings: WebhookSettings, secret: str, clock: MachineClock
) -> None:
    """Listen, tell Telegram where, and serve until cancelled. Raises WrongToken, OSError (port taken)."""
    runner = web.AppRunner(
        Webhook(store, secret).application(urlsplit(settings.url).path or "/"), access_log=None
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
        await _announce(api, settings, secret, clock)
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


async def _announce(api: BotApi, settings: WebhookSettings, secret: str, clock: MachineClock) -> None:
    params: dict[str, Any] = {
        "url": settings.url,
        "secret_token": secret,
        "max_connections": settings.max_connections,
        "allowed_updates": list(ALLOWED),
    }
    pause = 1.0
    while True:
        try:
            await api.call("setWebhook", params)
        except BadToken as error:
            raise WrongToken(str(error)) from error
        except ApiFault as error:
            log.warning("the webhook could not be set, next try in %.0f s: %s", pause, error)
            await clock.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
        else:
            return
