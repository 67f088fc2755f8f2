"""The fields of a control request, each with a plain sentence when it is missing or of the wrong kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.sandbox.errors import SandboxError


@dataclass(frozen=True, slots=True)
class Fields:
    values: dict[str, Any]

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if not isinstance(value, str):
            raise SandboxError(f"{name} must be a text")
        if any("\ud800" <= char <= "\udfff" for char in value):
            raise SandboxError(f"{name} has half of a surrogate pair; no app can send that")
        return value

    def optional_text(self, name: str) -> str | None:
        return None if self.values.get(name) in (None, "") else self.text(name)

    def integer(self, name: str) -> int:
        value = self.values.get(name)
        if isinstance(value, str):
            try:
                return int(value)
            except ValueError:
                pass
        if isinstance(value, bool) or not isinstance(value, int):
            raise SandboxError(f"{name} must be a whole number")
        return value

    def optional_integer(self, name: str) -> int | None:
        return None if self.values.get(name) in (None, "") else self.integer(name)

    def integers(self, name: str) -> list[int]:
        value = self.values.get(name)
        if not isinstance(value, list):
            raise SandboxError(f"{name} must be a list of whole numbers")
        return [Fields({name: item}).integer(name) for item in value]

    def number(self, name: str) -> float:
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise SandboxError(f"{name} must be a number")
        return float(value)

    def boolean(self, name: str, *, default: bool = False, required: bool = False) -> bool:
        value = self.values.get(name)
        if value is None and not required:
            return default
        if not isinstance(value, bool):
            raise SandboxError(f"{name} must be true or false")
        return value
