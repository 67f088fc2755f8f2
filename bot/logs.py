"""Logging: to standard error, as lines or JSON, with every token taken out."""

import json
import logging
import sys
from datetime import UTC, datetime

from bot.config import Settings
from bot.secrets import RedactingFilter, Token


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_text:  # the redacting filter has turned the exception into text
            line["exception"] = record.exc_text
        if record.stack_info:
            line["stack"] = record.stack_info
        return json.dumps(line, ensure_ascii=False)


def set_up_logging(settings: Settings, token: Token | None) -> None:
    """One handler on the root; libraries that chat are hushed."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(RedactingFilter(token))
    handler.setFormatter(
        JsonFormatter()
        if settings.logging.as_json
        else logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.logging.level)
    logging.captureWarnings(True)  # else they go to standard error as they are
    for name in ("apscheduler", "alembic", "httpx", "telegram", "aiosqlite", "jieba"):
        logging.getLogger(name).setLevel(logging.WARNING)
