"""Updates made from the Bot API's own types, whole and spoiled: nothing waits, nothing is lost, the desk goes on."""

import copy
import logging
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.store import inbox
from bot.store.tables import dead_letters
from tests import botapi_spec
from tests.by_word import ByWord
from tests.city import City, Player, running_city

pytestmark = [
    pytest.mark.skipif(not botapi_spec.present(), reason=botapi_spec.MISSING),
    pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning"),
]

ROUNDS = 12
TEXTS = (
    "电梯坏了三天没人修",
    "谢谢",
    "/start",
    "/case 261120-0001",
    "/queue 住建局",
    "😀" * 30,
    "<b>&",
    "c:show:1",
    "",
)
STRANGE: tuple[Any, ...] = (
    None,
    "",
    -1,
    0,
    2**62,
    1.5,
    True,
    [],
    {},
    "住" * 5000,
    [[]],
    {"id": "x"},
    "\u202e\x00",
)
# What a made update must not decide by chance: a batch of those that say "the chat moved" would move the groups.
LEFT_OUT = {"migrate_to_chat_id", "migrate_from_chat_id"}
DEPTH = 4


class Made:
    """Objects of the Bot API with every required field and some of the others, among known people and chats."""

    def __init__(
        self, chance: random.Random, chats: list[dict[str, Any]], users: list[dict[str, Any]]
    ) -> None:
        self._chance = chance
        self._chats = chats
        self._users = users
        self._serial = 700_000

    def update(self, kind: str) -> dict[str, Any]:
        (field,) = (f for f in botapi_spec.spec()["types"]["Update"]["fields"] if f["name"] == kind)
        return {kind: self._value(field, 0)}

    def spoiled(self, value: Any) -> Any:
        """A copy with one to three of its parts missing, doubled or strange."""
        whole = copy.deepcopy(value)
        for _ in range(self._chance.randint(1, 3)):
            places = [(holder, key) for holder in _holders(whole) for key in _keys(holder)]
            if not places:
                return copy.deepcopy(self._chance.choice(STRANGE))
            holder, key = self._chance.choice(places)
            if isinstance(holder, dict) and self._chance.random() < 0.4:
                del holder[key]
            else:
                holder[key] = copy.deepcopy(self._chance.choice(STRANGE))
        return whole

    def _object(self, name: str, depth: int) -> Any:
        described = botapi_spec.spec()["types"][name]
        if described.get("subtypes"):
            return self._of(self._chance.choice(described["subtypes"]), depth)
        if name in ("Chat", "ChatFullInfo"):
            return dict(self._chance.choice(self._chats))
        if name == "User":
            return dict(self._chance.choice(self._users))
        fields = [f for f in described.get("fields") or [] if f["name"] not in LEFT_OUT]
        likely = (0.25, 0.2, 0.1, 0.0, 0.0)[min(depth, DEPTH)]
        chosen = [f for f in fields if f["required"] or self._chance.random() < likely]
        made = {f["name"]: self._value(f, depth + 1) for f in chosen if f["required"] or depth < DEPTH}
        if made.get("message_id") is not None:
            self._serial += 1
            made["message_id"] = self._serial
        return made

    def _value(self, field: dict[str, Any], depth: int) -> Any:
        if field["name"] in ("type", "status", "source") and field["types"] == ["String"]:
            return _constant(field) or "private"
        return self._of(self._chance.choice(field["types"]), depth)

    def _of(self, name: str, depth: int) -> Any:
        if name.startswith("Array of "):
            return [
                self._of(name.removeprefix("Array of "), depth + 1) for _ in range(self._chance.randint(0, 2))
            ]
        if name == "Integer":
            return self._chance.choice((0, 1, 7, 4096, 1_795_000_000))
        if name == "Float":
            return self._chance.choice((0.0, 39.9, -120.5))
        if name in ("Boolean", "True"):
            return True if name == "True" else self._chance.random() < 0.5
        if name == "String":
            return self._chance.choice(TEXTS)
        return self._object(name, depth) if depth <= 2 * DEPTH else {}


def _constant(field: dict[str, Any]) -> str | None:
    words = field["description"] if isinstance(field["description"], str) else " ".join(field["description"])
    return next((part for part in words.split('"')[1:2]), None) or next(
        (p for p in words.split("“")[1:2]), None
    )


def _holders(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _holders(inner)


def _keys(holder: Any) -> list[Any]:
    return list(holder) if isinstance(holder, dict) else list(range(len(holder)))


def kinds() -> list[str]:
    return [f["name"] for f in botapi_spec.spec()["types"]["Update"]["fields"] if f["name"] != "update_id"]


class Errors(logging.Handler):
    """What is logged as an error anywhere."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name == "aiohttp.server" and record.getMessage() == "Unhandled exception":
            return  # aiohttp's own words when a client hangs up at the wrong moment
        self.found.append(self.format(record))


@asynccontextmanager
async def listening() -> AsyncIterator[Errors]:
    errors = Errors()
    logging.getLogger().addHandler(errors)
    try:
        yield errors
    finally:
        logging.getLogger().removeHandler(errors)


async def peopled(city: City) -> tuple[Player, list[dict[str, Any]], list[dict[str, Any]]]:
    """A citizen, a clerk in their group, an admin, and an open case; their users and chats as the API has them."""
    citizen = await city.citizen()
    clerk = await city.clerk("zhujian", "李明")
    admin = await city.admin()
    await city.file(citizen, "小区电梯坏了没人修")
    users = [
        {"id": player.user, "is_bot": False, "first_name": player.name, "language_code": "zh-hans"}
        for player in (citizen, clerk, admin)
    ]
    users += [
        {"id": 99, "is_bot": False, "first_name": "路人"},
        {"id": 777, "is_bot": True, "first_name": "别的机器人"},
    ]
    chats = [{"id": u["id"], "type": "private", "first_name": u["first_name"]} for u in users[:4]]
    chats += [
        {"id": clerk.chat, "type": "supergroup", "title": "zhujian 群"},
        {"id": -1009, "type": "channel", "title": "业主频道"},
    ]
    return citizen, users, chats


async def left(city: City) -> tuple[int, list[str]]:
    """How many updates wait, and why others were put aside."""
    async with city.service.db.read() as conn:
        waiting, _ = await inbox.depth(conn)
        why = list((await conn.execute(select(dead_letters.c.error))).scalars())
    return waiting, why


async def still_serves(city: City) -> None:
    newcomer = await city.citizen("新来的人")
    assert await city.file(newcomer, "物业不修电梯")


async def test_whole_updates_of_every_type(tmp_path: Path) -> None:
    """Whatever the Bot API may send is handled; only what its own library can't read is put aside."""
    async with running_city(tmp_path, ByWord(), desk={"attempts": 1}) as city, listening() as errors:
        _, users, chats = await peopled(city)
        made = Made(random.Random(20261121), chats, users)
        for kind in kinds():
            for _ in range(ROUNDS):
                city.server.world.raw_update(made.update(kind))
            await city.settle()
        waiting, why = await left(city)
        assert waiting == 0
        assert [w for w in why if not w.startswith("can't be understood")] == []
        assert [e for e in errors.found if "is dead letter" not in e] == []
        await still_serves(city)


async def test_every_type_with_something_strange_in_it(tmp_path: Path) -> None:
    """What nobody can make sense of is put aside, each by itself; nothing waits, and the desk goes on."""
    async with running_city(tmp_path, ByWord(), desk={"attempts": 1}) as city, listening() as errors:
        _, users, chats = await peopled(city)
        made = Made(random.Random(20261122), chats, users)
        for kind in kinds():
            for _ in range(ROUNDS):
                (inside,) = made.update(kind).values()
                city.server.world.raw_update({kind: made.spoiled(inside)})
            await city.settle()
        waiting, why = await left(city)
        assert waiting == 0
        assert why, "not all of it is harmless"
        # Each failed by itself and was put aside, or had been handled when the library stumbled over it.
        known = (
            "is dead letter",
            "failed (try",
            "failed after its work was done",
            "not even be recorded as failed",
        )
        assert [e for e in errors.found if not any(words in e for words in known)] == []
        await still_serves(city)
