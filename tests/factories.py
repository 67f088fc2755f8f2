"""Plain functions that make valid things, with overrides. No randomness."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.config import Settings, example_path, load_settings
from bot.core.case import Actor, ActorKind, Case, Status

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)  # a Friday, noon in Shanghai
TOKEN = "123456789:" + "t" * 35  # looks like a token and opens nothing


def settings(path: Path, **sections: dict[str, Any]) -> Settings:
    """The example configuration with the database at `path`, and sections changed by name."""
    base = load_settings(example_path())
    changes: dict[str, dict[str, Any]] = {"store": {"path": path}, "budget": {"enabled": False}, **sections}
    update = {name: getattr(base, name).model_copy(update=change) for name, change in changes.items()}
    return base.model_copy(update=update)


def case(**changes: Any) -> Case:
    values: dict[str, Any] = {
        "id": 1,
        "number": "261120-0001",
        "version": 1,
        "status": Status.DISPATCHED,
        "citizen_id": 1001,
        "language": "zh-Hans",
        "domain": "住房",
        "department": "zhujian",
        "title": "电梯坏了",
        "text": "电梯坏了三天没人修。",
        "filed_at": NOON,
        "updated_at": NOON,
    }
    return Case(**{**values, **changes})


CLERK = Actor(ActorKind.STAFF, 2001)
CITIZEN = Actor(ActorKind.CITIZEN, 1001)


class HandClock:
    """A business clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def move_to(self, moment: datetime) -> None:
        self._now = max(self._now, moment)

    def pass_(self, **span: float) -> None:
        self._now += timedelta(**span)
