"""The people's side over HTTP: routes and acts below /sandbox/. The contract is docs/sandbox.md."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.sandbox.errors import SandboxError, not_now
from bot.sandbox.fields import Fields
from bot.sandbox.views import Views, reply

_LOCAL_NAMES = {"127.0.0.1", "localhost", "::1"}
_FAULT_KEYS = {"method", "times", "kind", "chat_id", "error_code", "description", "parameters", "seconds"}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def _check_origin(request: web.Request) -> None:
    """Another site open in the same browser must not play with the sandbox."""
    if urlsplit(f"//{request.host}").hostname not in _LOCAL_NAMES:
        raise SandboxError("the sandbox answers only on this machine", 403)
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{request.host}":
        raise SandboxError("this request comes from another site", 403)


class Control(Views):
    def add_routes(self, app: web.Application) -> None:
        get: dict[str, Handler] = {
            "/": self.page,
            "/static/{path:.+}": self.static,
            "/sandbox/state": self.state,
            "/sandbox/events": self.events,
            "/sandbox/chats/{chat_id}/messages": self.messages,
            "/sandbox/files/{file_id}": self.file,
            "/sandbox/desk": self.desk,
            "/sandbox/qr": self.qr,
            "/sandbox/cases/{number}": self.case,
        }
        post: dict[str, Handler] = {
            "/sandbox/users": self.users,
            "/sandbox/hire": self.hire,
            "/sandbox/groups": self.groups,
            "/sandbox/send": self.send,
            "/sandbox/upload": self.upload,
            "/sandbox/send_other": self.send_other,
            "/sandbox/edit": self.edit,
            "/sandbox/delete": self.delete,
            "/sandbox/press": self.press,
            "/sandbox/start": self.start,
            "/sandbox/block": self.block,
            "/sandbox/members": self.members,
            "/sandbox/migrate": self.migrate,
            "/sandbox/raw_update": self.raw_update,
            "/sandbox/faults": self.faults,
            "/sandbox/network": self.network,
            "/sandbox/clock": self.clock,
            "/sandbox/language": self.language,
        }
        for path, handler in get.items():
            app.router.add_get(path, self._guard(handler))
        for path, handler in post.items():
            app.router.add_post(path, self._guard(handler))
        app.router.add_delete("/sandbox/faults", self._guard(self.clear_faults))

    @staticmethod
    def _guard(handler: Handler) -> Handler:
        async def guarded(request: web.Request) -> web.StreamResponse:
            try:
                _check_origin(request)
                return await handler(request)
            except SandboxError as error:
                return reply({"error": error.sentence}, error.status)

        return guarded

    # --- acting

    async def users(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        user = self.world.add_user(
            body.text("first_name"),
            body.optional_text("language_code") or "zh-hans",
            last_name=body.optional_text("last_name"),
            username=body.optional_text("username"),
            role=body.optional_text("role"),
            is_bot=body.boolean("is_bot"),
        )
        return reply(self.world.users[user["id"]].user_x())

    async def groups(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        kind = body.optional_text("type") or "supergroup"
        with_bot = body.boolean("bot", default=True)
        label, members = body.optional_text("label"), body.integers("members")
        return reply(self.world.add_group(body.text("title"), members, kind, with_bot, label=label))

    async def send(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        message = self.world.send_text(
            body.integer("user_id"),
            body.text("text"),
            body.optional_integer("chat_id"),
            body.optional_integer("reply_to"),
            anonymous=body.boolean("anonymous"),
            as_chat=body.optional_integer("as_chat"),
        )
        return reply({"message": message})

    async def upload(self, request: web.Request) -> web.StreamResponse:
        try:
            form = await request.post()
        except (ValueError, web.HTTPRequestEntityTooLarge) as error:
            raise SandboxError("that upload can't be read: it is broken or larger than 50 MB") from error
        file = form.get("file")
        if not isinstance(file, web.FileField):
            raise SandboxError("file is missing: send the form as multipart with a file")
        body = Fields({key: value for key, value in form.items() if isinstance(value, str)})
        message = self.world.upload(
            body.integer("user_id"),
            body.text("kind"),
            file.file.read(),
            file.filename,
            body.optional_text("caption") or "",
            chat_id=body.optional_integer("chat_id"),
            reply_to=body.optional_integer("reply_to"),
            media_group_id=body.optional_text("media_group_id"),
            mime=file.content_type,
        )
        return reply({"message": message})

    async def send_other(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        known = {"user_id", "chat_id", "kind", "reply_to"}
        more = {key: value for key, value in body.values.items() if key not in known}
        user_id, kind = body.integer("user_id"), body.text("kind")
        chat_id, reply_to = body.optional_integer("chat_id"), body.optional_integer("reply_to")
        return reply({"message": self.world.send_other(user_id, kind, chat_id, reply_to, **more)})

    async def edit(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        message = self.world.edit_text(
            body.integer("user_id"), body.integer("chat_id"), body.integer("message_id"), body.text("text")
        )
        return reply({"message": message})

    async def delete(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        self.world.delete(body.integer("user_id"), body.integer("chat_id"), body.integer("message_id"))
        return reply({})

    async def press(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        query_id = self.world.press(
            body.integer("user_id"),
            body.integer("chat_id"),
            body.integer("message_id"),
            body.text("data"),
            body.boolean("forged"),
        )
        return reply({"query_id": query_id})

    async def start(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        message = self.world.start(body.integer("user_id"), body.optional_text("payload") or "")
        return reply({"message": message})

    async def block(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        self.world.block(body.integer("user_id"), body.boolean("blocked", required=True))
        return reply({})

    async def members(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        who = "bot" if body.values.get("user_id") == "bot" else body.integer("user_id")
        self.world.members(body.integer("chat_id"), who, body.integer("by"), body.text("action"))
        return reply({})

    async def migrate(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        return reply({"chat_id": self.world.migrate(body.integer("chat_id"))})

    async def raw_update(self, request: web.Request) -> web.StreamResponse:
        self.world.raw_update(await _json(request))
        return reply({})

    async def faults(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        if extra := sorted(body.values.keys() - _FAULT_KEYS):
            raise SandboxError(f"a fault has no {extra[0]}")
        for key in ("times", "chat_id", "error_code"):
            if key in body.values:
                body.integer(key)
        return reply({"id": self.world.add_fault(**body.values)})

    async def clear_faults(self, _: web.Request) -> web.StreamResponse:
        self.world.faults.clear()
        return reply({})

    async def network(self, request: web.Request) -> web.StreamResponse:
        self.world.network((await _body(request)).text("state"))
        return reply({})

    async def clock(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        desk = self.server.desk
        if desk is None:
            raise not_now("no desk is attached to this server, so there is no clock to advance")
        if to := body.optional_text("to"):
            clock = await desk.move(to)
        else:
            off = "outage_seconds" in body.values
            seconds = body.number("outage_seconds" if off else "advance_seconds")
            if seconds < 0:
                raise SandboxError("time only goes forward")
            clock = await (desk.outage(seconds) if off else desk.advance(seconds))
        self.world.events.emit("clock", clock=clock)
        return reply(clock)

    async def language(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        if self.server.desk is None:
            raise not_now("no desk is attached to this server, so there is no city to speak")
        await self.server.desk.speak(body.text("language"))
        return reply({})

    async def hire(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        if self.server.desk is None:
            raise not_now("no desk is attached to this server, so there is nobody to hire for")
        name, role = body.text("first_name"), body.text("role")
        language = body.optional_text("language_code") or "zh-hans"
        person = await self.server.desk.hire(name, role, body.optional_text("department"), language)
        return reply(person.user_x())


async def _json(request: web.Request) -> Any:
    try:
        return json.loads(await request.text())
    except ValueError as error:
        raise SandboxError("the body is not JSON") from error


async def _body(request: web.Request) -> Fields:
    body = await _json(request)
    if not isinstance(body, dict):
        raise SandboxError("the body must be a JSON object")
    return Fields(body)
