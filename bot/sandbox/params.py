"""A call's parameters, whichever way they came: form fields are strings, JSON values are already typed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.errors import bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    data: bytes
    filename: str
    mime: str


@dataclass(slots=True)
class Params:
    values: dict[str, Any]
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return self.values.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        if value is None:
            return default
        if isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False)

    def integer(self, name: str, default: int = 0, low: int | None = None, high: int | None = None) -> int:
        """Like Telegram: what isn't a number counts as the default, what is out of bounds is moved in."""
        try:
            value = int(self.text(name))
        except ValueError:
            return default
        if low is not None:
            value = max(value, low)
        return min(value, high) if high is not None else value

    def number(self, name: str) -> float | None:
        try:
            return float(self.text(name))
        except ValueError:
            return None

    def boolean(self, name: str) -> bool:
        return self.text(name).strip().lower() in {"true", "yes", "1"}

    def json(self, name: str, what: str | None = None) -> Any:
        """A nested value; form fields carry it as JSON text. None if it wasn't given."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(f"can't parse {what or name.replace('_', ' ')} JSON object") from error

    def chat_id(self, name: str = "chat_id") -> int | str:
        text = self.text(name).strip()
        if not text:
            raise bad_request(f"{name} is empty")
        if text.startswith("@"):
            return text
        return self.integer(name)

    def shown(self) -> dict[str, Any]:
        """For the record of calls: nested values decoded, files by name."""
        shown: dict[str, Any] = {}
        for name, value in self.values.items():
            shown[name] = value
            if isinstance(value, str) and value[:1] in ("{", "["):
                try:
                    shown[name] = json.loads(value)
                except ValueError:
                    continue
        for name, upload in self.uploads.items():
            shown.setdefault(name, f"<file {upload.filename}, {len(upload.data)} bytes>")
        return shown
