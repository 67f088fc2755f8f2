"""The two ways to say no: as Telegram says it to the bot, and as the sandbox says it to people."""

from __future__ import annotations

from typing import Any

PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    429: "Too Many Requests",
    500: "Internal Server Error",
}


class ApiError(Exception):
    """An answer of the Bot API with `ok: false`."""

    def __init__(self, code: int, message: str = "", parameters: dict[str, Any] | None = None) -> None:
        prefix = PREFIXES[code]
        self.code = code
        self.description = f"{prefix}: {message}" if message else prefix
        self.parameters = parameters
        super().__init__(self.description)

    def body(self) -> dict[str, Any]:
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad_request(message: str) -> ApiError:
    return ApiError(400, message)


def forbidden(message: str) -> ApiError:
    return ApiError(403, message)


def too_many_requests(seconds: int) -> ApiError:
    return ApiError(429, f"retry after {seconds}", {"retry_after": seconds})


class SandboxError(Exception):
    """A person tried what Telegram's apps wouldn't let them do, or named what isn't there."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        self.sentence = sentence
        self.status = status
        super().__init__(sentence)


def not_there(sentence: str) -> SandboxError:
    return SandboxError(sentence, 404)


def not_now(sentence: str) -> SandboxError:
    return SandboxError(sentence, 409)
