"""HTTP to the Bot API on aiohttp: PTB's request class, and a raw call whose errors say what to do next."""

import json
from collections.abc import Mapping
from typing import Any

import aiohttp
from telegram._utils.defaultvalue import DEFAULT_NONE
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.secrets import Token

CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 20.0


class ApiFault(Exception):
    """The Bot API said no, or nothing."""


class Refused(ApiFault):
    """This request will never be accepted as it stands."""


class NotModified(ApiFault):
    """An edit that changes nothing: as good as done."""


class Vanished(ApiFault):
    """The message to edit is no longer there."""


class Gone(ApiFault):
    """This chat can't be written to: blocked, deleted, never started, or the bot was put out."""


class Migrated(ApiFault):
    """The group is a supergroup now."""

    def __init__(self, new_chat_id: int) -> None:
        super().__init__(f"the group became {new_chat_id}")
        self.new_chat_id = new_chat_id


class SlowDown(ApiFault):
    """Too many requests for this chat."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"retry after {seconds:g} s")
        self.seconds = seconds


class BadToken(ApiFault):
    """The Bot API doesn't know this token."""


class Conflict(ApiFault):
    """Somebody else polls with this token, or a webhook is set."""


class NoAnswer(ApiFault):
    """No connection, no answer in time, or a server error. Whether it took effect is unknown."""


class AiohttpRequest(BaseRequest):
    """PTB's HTTP on aiohttp: one session, kept-alive connections."""

    def __init__(self, *, connections: int = 64, answer_seconds: float = ANSWER_SECONDS) -> None:
        self._connections = connections
        self._answer = answer_seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._answer

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=30),
                cookie_jar=aiohttp.DummyCookieJar(),
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    @property
    def session(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            raise NetworkError("the transport is not open")
        return self._session

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = DEFAULT_NONE,
        write_timeout: ODVInput[float] = DEFAULT_NONE,
        connect_timeout: ODVInput[float] = DEFAULT_NONE,
        pool_timeout: ODVInput[float] = DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        body: Any = None
        if request_data is not None and request_data.contains_files:
            body = aiohttp.FormData(quote_fields=False)
            for name, value in request_data.json_parameters.items():
                body.add_field(name, value)
            for name, (filename, content, mime) in request_data.multipart_data.items():
                body.add_field(name, content, filename=filename, content_type=mime)
        elif request_data is not None:
            body = request_data.json_parameters
        timeout = aiohttp.ClientTimeout(
            total=None,
            sock_connect=_seconds(connect_timeout, CONNECT_SECONDS),
            sock_read=_seconds(read_timeout, self._answer),
        )
        try:
            async with self.session.request(method, url, data=body, timeout=timeout) as response:
                return response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            # Never the error's own text: it may hold the URL, and the URL holds the token.
            raise NetworkError(_describe(error)) from None


def _seconds(value: ODVInput[float], default: float) -> float | None:
    return value if isinstance(value, int | float) else (None if value is None else default)


def _describe(error: BaseException) -> str:
    inner = getattr(error, "os_error", None) or error
    number = getattr(inner, "errno", None)
    return f"{type(error).__name__}" + (f" (errno {number})" if number else "")


class BotApi:
    """Raw calls: parameters as a mapping, the result as JSON, errors as the faults above."""

    def __init__(self, request: AiohttpRequest, base_url: str, token: Token) -> None:
        self._request = request
        self._base = base_url
        self._token = token

    async def call(
        self,
        method: str,
        params: Mapping[str, Any] | None = None,
        *,
        files: Mapping[str, tuple[str, bytes]] | None = None,
        answer_seconds: float = ANSWER_SECONDS,
    ) -> Any:
        """Call one method. `files` maps a parameter to (file name, content). Raises an ApiFault."""
        url = f"{self._base}{self._token.reveal()}/{method}"
        timeout = aiohttp.ClientTimeout(total=answer_seconds, sock_connect=CONNECT_SECONDS)
        kwargs: dict[str, Any]
        if files:
            form = aiohttp.FormData(quote_fields=False)
            for name, value in (params or {}).items():
                if name not in files:
                    form.add_field(
                        name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
                    )
            for name, (filename, content) in files.items():
                form.add_field(name, content, filename=filename)
            kwargs = {"data": form}
        else:
            kwargs = {"json": dict(params or {})}
        try:
            async with self._request.session.post(url, timeout=timeout, **kwargs) as response:
                status, payload = response.status, await response.read()
        except TimeoutError:
            raise NoAnswer("no answer in time") from None
        except (aiohttp.ClientError, OSError, NetworkError) as error:
            raise NoAnswer(_describe(error)) from None
        return _result(status, payload)


def _result(status: int, payload: bytes) -> Any:
    try:
        answer = json.loads(payload)
    except ValueError:
        raise NoAnswer(f"an answer that is not JSON (status {status})") from None
    if not isinstance(answer, dict):
        raise NoAnswer(f"an answer that is not an object (status {status})")
    if answer.get("ok") is True:
        return answer.get("result")
    try:
        fault = _fault(
            int(answer.get("error_code") or status),
            str(answer.get("description") or ""),
            answer.get("parameters"),
        )
    except (TypeError, ValueError):
        raise NoAnswer(f"an answer that can't be read (status {status})") from None
    raise fault


_GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "not enough rights to send",
    "chat_write_forbidden",
    "have no rights to send",
    "group chat was deleted",
    "topic_closed",
)
# A group may forbid these and still take words.
_MEDIA = ("photo", "video", "document", "voice", "audio", "animation", "sticker", "media", "poll")
_VANISHED = ("message to edit not found", "message can't be edited", "message_id_invalid")


def _fault(code: int, description: str, parameters: Any) -> ApiFault:
    words = description.lower()
    extra = parameters if isinstance(parameters, dict) else {}
    if "migrate_to_chat_id" in extra:
        return Migrated(int(extra["migrate_to_chat_id"]))
    if code == 429:
        return SlowDown(float(extra.get("retry_after", 1)))
    if code == 401 or (code == 404 and words == "not found"):  # 404 so bare is a token of the wrong form
        return BadToken(description)
    if code == 409:
        return Conflict(description)
    if code == 400 and any(f"send {kind}" in words for kind in _MEDIA):
        return Refused(f"{code} {description}")
    if code == 403 or (code == 400 and any(w in words for w in _GONE)):
        return Gone(description)
    if code == 400 and "message is not modified" in words:
        return NotModified(description)
    if code == 400 and any(w in words for w in _VANISHED):
        return Vanished(description)
    if code >= 500:
        return NoAnswer(f"{code} {description}")
    return Refused(f"{code} {description}")
