"""getUpdates and webhooks: the methods by which the bot hears."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.params import Params
from bot.sandbox.state import Json
from bot.sandbox.updates import LONGEST_POLL
from bot.sandbox.webhook import Webhook, WebhookPump, check_url
from bot.sandbox.world import World


def _allowed(params: Params) -> list[str] | None:
    raw = params.json("allowed_updates", "allowed_updates")
    if raw is None:
        return None
    if not isinstance(raw, list) or not all(isinstance(kind, str) for kind in raw):
        return None
    return raw


async def get_updates(world: World, webhook: WebhookPump, params: Params) -> Json:
    if webhook.hook:
        raise ApiError(
            409,
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    world.updates.allow(_allowed(params))
    offset = params.integer("offset")
    limit = params.integer("limit", 100, 1, 100)
    timeout = params.integer("timeout", 0, 0, LONGEST_POLL)
    return {"ok": True, "result": await world.updates.get_updates(offset, limit, timeout)}


async def set_webhook(world: World, webhook: WebhookPump, params: Params) -> Json:
    url = params.text("url")
    if not url:
        return await delete_webhook(world, webhook, params)
    check_url(url)
    secret = params.text("secret_token")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    hook = Webhook(url, secret, params.integer("max_connections", 40, 1, 100))
    old = webhook.hook
    same = old and (old.url, old.secret, old.max_connections) == (url, secret, hook.max_connections)
    world.updates.allow(_allowed(params))
    if params.boolean("drop_pending_updates"):
        world.updates.clear()
    elif same:
        return {"ok": True, "result": True, "description": "Webhook is already set"}
    world.updates.abort_poll("terminated by setWebhook request")
    await webhook.set(hook)
    return {"ok": True, "result": True, "description": "Webhook was set"}


async def delete_webhook(world: World, webhook: WebhookPump, params: Params) -> Json:
    had = webhook.hook is not None
    await webhook.stop()
    if params.boolean("drop_pending_updates"):
        world.updates.clear()
    description = "Webhook was deleted" if had else "Webhook is already deleted"
    return {"ok": True, "result": True, "description": description}


async def get_webhook_info(_: World, webhook: WebhookPump, __: Params) -> Json:
    return {"ok": True, "result": webhook.info()}


UPDATE_METHODS: dict[str, Callable[[World, WebhookPump, Params], Awaitable[dict[str, Any]]]] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
