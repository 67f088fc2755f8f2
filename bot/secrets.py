"""The bot's token and the webhook's secret: read from the environment only, and kept out of every log."""

import logging
import re
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path

from bot.config import ConfigError

_TOKEN = re.compile(r"(\d{6,12}):[A-Za-z0-9_-]{30,}")
# In an address the colon may be written %3A.
_IN_TEXT = re.compile(r"\d{6,12}(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_EXAMPLE = "export MINSHENG_TOKEN=123456789:… (the token that @BotFather gave you for /newbot)"
_EXAMPLE_FILE = "export MINSHENG_TOKEN_FILE=/etc/minsheng/token"


class Token:
    """Shows itself as the bot's number only; `reveal` is for the Bot API transport."""

    __slots__ = ("_text", "bot_id", "warning")

    def __init__(self, text: str, warning: str | None = None) -> None:
        match = _TOKEN.fullmatch(text)
        if match is None:
            raise ValueError("not in the form of a bot token")
        self._text = text
        self.bot_id = int(match[1])
        self.warning = warning

    def reveal(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"<token of bot {self.bot_id}>"

    def __reduce__(self) -> str:
        raise TypeError("a token is not pickled or copied")


def read_token(environ: Mapping[str, str]) -> Token:
    text, file = environ.get("MINSHENG_TOKEN", "").strip(), environ.get("MINSHENG_TOKEN_FILE", "").strip()
    if text and file:
        raise ConfigError(
            "MINSHENG_TOKEN: is set, and MINSHENG_TOKEN_FILE too: which one is right? "
            "For example: unset MINSHENG_TOKEN"
        )
    if not text and not file:
        raise ConfigError(
            "MINSHENG_TOKEN: the bot has no token. Get one from @BotFather in Telegram (/newbot), then set "
            "MINSHENG_TOKEN to it, or MINSHENG_TOKEN_FILE to the name of a file that holds it. "
            f"For example: {_EXAMPLE}, or: {_EXAMPLE_FILE}"
        )
    name, warning = "MINSHENG_TOKEN", None
    if file:
        name = f"MINSHENG_TOKEN_FILE ({file})"
        text, warning = _read_file(name, Path(file))
    try:
        return Token(text, warning)
    except ValueError:
        raise ConfigError(
            f"{name}: does not hold a bot token (not shown here), which is the bot's number, a colon and at "
            f"least 30 letters, digits, - or _. For example: {_EXAMPLE}"
        ) from None


def _read_file(name: str, path: Path) -> tuple[str, str | None]:
    try:
        mode = path.stat().st_mode
        text = path.read_text(encoding="utf-8-sig").strip()
    except OSError as error:
        raise ConfigError(f"{name}: cannot be read: {error.strerror}. For example: {_EXAMPLE_FILE}") from None
    except ValueError:
        # The decoder's own error carries the file's bytes.
        raise ConfigError(f"{name}: is not a text file. For example: {_EXAMPLE_FILE}") from None
    if mode & (stat.S_IRGRP | stat.S_IROTH):
        return text, f"{name}: others on this machine can read the token. For example: chmod 600 {path}"
    return text, None


def webhook_secret(environ: Mapping[str, str]) -> str:
    """MINSHENG_WEBHOOK_SECRET, or a new one: the bot tells it to Telegram at each start."""
    given = environ.get("MINSHENG_WEBHOOK_SECRET", "").strip()
    if not given:
        return secrets.token_urlsafe(32)
    if not _WEBHOOK_SECRET.fullmatch(given):
        raise ConfigError(
            "MINSHENG_WEBHOOK_SECRET: must be 16 to 256 letters, digits, - or _ (not shown here). "
            "For example: leave it out, and the bot makes one at each start"
        )
    return given


class RedactingFilter(logging.Filter):
    """For handlers, not loggers: a logger's filter does not see the records of the loggers below it."""

    def __init__(self, token: Token | None = None) -> None:
        super().__init__()
        self._token = token

    def redact(self, text: str) -> str:
        if self._token is not None:
            whole = self._token.reveal()
            for known in (whole, whole.partition(":")[2]):
                text = text.replace(known, repr(self._token))
        return _IN_TEXT.sub("<token>", text)

    def filter(self, record: logging.LogRecord) -> bool:
        try:
            message = record.getMessage()
        except Exception as error:  # noqa: BLE001 - an argument's own __str__ may raise anything
            message = f"{record.msg} (its arguments could not be shown: {type(error).__name__})"
        record.msg, record.args = message, None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        # Only as text from here on: a later formatter would write out the traceback afresh.
        record.exc_info = None
        for key, value in vars(record).items():
            if isinstance(value, str):
                setattr(record, key, self.redact(value))
        return True
