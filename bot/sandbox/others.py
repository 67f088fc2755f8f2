"""Messages of the kinds that a complaints desk has no use for, but that people send anyway."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from bot.sandbox.errors import SandboxError
from bot.sandbox.files import FileStore
from bot.sandbox.state import Json, Person

_Build = Callable[[FileStore, Person, Json], Json]


def _number(more: Json, key: str, default: float) -> float:
    value = more.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise SandboxError(f"{key} must be a number")
    return float(value)


def _location(more: Json) -> Json:
    return {"latitude": _number(more, "latitude", 31.2304), "longitude": _number(more, "longitude", 121.4737)}


def _sticker(files: FileStore, _: Person, more: Json) -> Json:
    emoji = str(more.get("emoji", "👍"))
    shape: Json = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return files.add("sticker", b"sticker " + emoji.encode(), "sticker.webp", **shape, emoji=emoji)


def _poll(_: FileStore, __: Person, more: Json) -> Json:
    options = [str(option) for option in more.get("options", ["是", "否"])]
    poll: Json = {
        "id": str(random.randint(10**17, 9 * 10**17)),
        "question": str(more.get("question", "同意吗？")),
        "options": [
            {"persistent_id": str(i), "text": text, "voter_count": 0} for i, text in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    }
    return {"poll": poll}


def _contact(_: FileStore, person: Person, more: Json) -> Json:
    contact: Json = {
        "phone_number": str(more.get("phone_number", "+8613800138000")),
        "first_name": str(more.get("first_name", person.first_name)),
    }
    if more.get("own", True):
        contact["user_id"] = person.id
    return {"contact": contact}


def _venue(_: FileStore, __: Person, more: Json) -> Json:
    place = _location(more)
    title, address = str(more.get("title", "人民广场")), str(more.get("address", "人民大道"))
    return {"location": place, "venue": {"location": place, "title": title, "address": address}}


def _animation(files: FileStore, _: Person, __: Json) -> Json:
    content = files.add(
        "animation", b"animation", "animation.mp4", "video/mp4", width=320, height=240, duration=1
    )
    return {**content, "document": _as_document(content["animation"])}


def _as_document(animation: Json) -> Json:
    keys = ("file_id", "file_unique_id", "file_name", "mime_type", "file_size")
    return {key: animation[key] for key in keys if key in animation}


def _dice(_: FileStore, __: Person, more: Json) -> Json:
    return {"dice": {"emoji": str(more.get("emoji", "🎲")), "value": random.randint(1, 6)}}


_BUILDERS: dict[str, _Build] = {
    "sticker": _sticker,
    "poll": _poll,
    "location": lambda _files, _person, more: {"location": _location(more)},
    "contact": _contact,
    "dice": _dice,
    "venue": _venue,
    "animation": _animation,
    "video_note": lambda files, _person, _more: files.add(
        "video_note", b"video note", length=240, duration=1
    ),
}


def build_other(files: FileStore, kind: str, person: Person, more: dict[str, Any]) -> Json:
    if kind not in _BUILDERS:
        raise SandboxError(f"kind is one of {', '.join(_BUILDERS)}")
    return _BUILDERS[kind](files, person, more)
