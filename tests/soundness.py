"""What must hold after every story, whatever it was about: nothing refused, nothing lost, nothing unheard of."""

import html
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import String, cast, select

from bot.core.case import ActorKind, EventKind
from bot.core.plain import units
from bot.core.rates import Rating
from bot.store import inbox
from bot.store.tables import dead_letters, events, outbox, ratings
from bot.store.tables import inbox as updates
from classifier.predict import Classifier
from tests import botapi_spec
from tests.city import City, running_city

TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024

# What staff do and a citizen reads, and staff read it first as the citizen will.
SHOWN_FIRST = {
    EventKind.ASKED, EventKind.REPLIED, EventKind.RESOLVED, EventKind.CORRECTED, EventKind.DECLINED,
    EventKind.UPHELD, EventKind.CLOSED, EventKind.EXTENDED, EventKind.DEFERRED, EventKind.GRADED,
    EventKind.SUPERVISED, EventKind.ESCALATED, EventKind.TAKEN_OVER, EventKind.SPLIT,
}  # fmt: skip
# What they do without having read it, and why: none of it holds a word that somebody wrote.
_WHERE = "says which office has the case, and the button said the same"
_WHO = "says that somebody works on it: a look first would cost a press for every case"
NOT_SHOWN = {
    EventKind.DISPATCHED: _WHERE,
    EventKind.TRANSFERRED: _WHERE,
    EventKind.RETURNED: _WHERE,
    EventKind.CLAIMED: _WHO,
    EventKind.HANDED_OVER: _WHO,
    EventKind.RECALLED: _WHO,
    EventKind.REOPENED: _WHO,
    EventKind.MERGED: "chosen in a list that shows both matters",
    EventKind.UNMERGED: _WHERE,
    EventKind.REOPEN_ASKED: "what a caller said on the telephone; who has no Telegram reads nothing",
}
# The buttons below what was shown, and the command that is one of them; what is held goes out by its clock.
_SENDS = ("w:send:", "r:", "c:decline_send:", "c:split_yes:", "c:kanswer:", "c:agree:", "/agree ", "call:")


@dataclass(slots=True)
class Expected:
    """What a story brings about on purpose. `faults`: beginnings of Telegram's descriptions."""

    faults: tuple[str, ...] = ()
    dead_letters: int = 0
    failed: int = 0


@asynccontextmanager
async def sound_city(
    folder: Path, classifier: Classifier, expected: Expected, **options: Any
) -> AsyncIterator[City]:
    """A running city that is held to all this when its story is over."""
    async with running_city(folder, classifier, **options) as city:
        yield city
        await check_sound(city, expected)


async def check_sound(city: City, expected: Expected) -> None:
    await city.settle()
    server = city.server
    assert server.unknown_params == set()
    problems: list[str] = []
    for method, params, answer in server.calls:
        for name, limit in (("text", TEXT_LIMIT), ("caption", CAPTION_LIMIT)):
            read = html.unescape(re.sub("<[^>]*>", "", params.get(name) or ""))
            if units(read) > limit:
                problems.append(f"{method}: a {name} of {units(read)} units")
        if not answer["ok"] and not answer["description"].startswith(expected.faults or ("\0",)):
            problems.append(f"{method}: {answer['description']}")
        if botapi_spec.present():
            problems += botapi_spec.validate_request(method, params)
    assert not problems, problems
    async with city.service.db.read() as conn:
        waiting, dead = await inbox.depth(conn)
        errors = list((await conn.execute(select(dead_letters.c.error))).scalars())
        unsent = list(
            await conn.execute(
                select(outbox.c.purpose, outbox.c.status, outbox.c.error).where(
                    outbox.c.status.in_(("failed", "pending", "sending"))
                )
            )
        )
    assert waiting == 0
    assert dead == expected.dead_letters, errors
    assert len(unsent) == expected.failed, unsent
    assert await _unseen(city) == []
    await _check_ratings(city)


async def _check_ratings(city: City) -> None:
    """The ratings of offices are those on record, no other and no fewer."""
    key = ("case_id", "version", "at")
    async with city.service.db.read() as conn:
        kept = await conn.execute(select(*(ratings.c[name] for name in (*key, *Rating._fields))))
        record = await conn.execute(
            select(*(events.c[name] for name in key), events.c.data).where(events.c.kind == EventKind.RATED)
        )
    wanted = [(*row[:3], *(row.data["rating"][name] for name in Rating._fields)) for row in record]
    assert sorted(map(tuple, kept)) == sorted(wanted)


async def _unseen(city: City) -> list[tuple[int, str, str]]:
    """(case, kind, what was sent in) of what a citizen was told though nobody on the staff had read it first."""
    query = (
        select(events.c.case_id, events.c.kind, updates.c.raw)
        .join(
            outbox,
            (outbox.c.cause == events.c.cause)
            & (outbox.c.case_id == events.c.case_id)
            & outbox.c.purpose.like("citizen-%"),
        )
        .join(updates, events.c.cause == "update:" + cast(updates.c.update_id, String))
        .where(events.c.actor_kind == ActorKind.STAFF, events.c.kind.in_(SHOWN_FIRST), outbox.c.chat_id > 0)
        .distinct()
    )
    async with city.service.db.read() as conn:
        found = list(await conn.execute(query))
    sent = [(row.case_id, row.kind, _sent(json.loads(row.raw))) for row in found]
    return [each for each in sent if not each[2].startswith(_SENDS)]


def _sent(update: dict[str, Any]) -> str:
    """What somebody typed, or what stands in the button they pressed."""
    if pressed := update.get("callback_query"):
        return str(pressed.get("data"))
    return str(update.get("message", {}).get("text"))
