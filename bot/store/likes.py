"""What the index of like cases reads: cases in portions, what changed since, and what was answered."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, Text, cast, func, or_, select

from bot.core.case import ActorKind, EventKind, Outcome, Status
from bot.core.likes import Entry
from bot.store.db import Reader
from bot.store.tables import cases, events


@dataclass(frozen=True, slots=True)
class Answer:
    """The last words with which an office called a case done."""

    text: str
    at: datetime


def _entries() -> Select[Any]:
    """The one place that says where kind and confidence of a case are kept.

    A case that complains about an office is kept apart like one told in confidence.
    """
    return select(
        cases.c.id,
        cases.c.text,
        cases.c.status,
        cases.c.outcome,
        cases.c.type.label("kind"),
        or_(cases.c.confidential, cast(cases.c.accused, Text) != "[]").label("confidential"),
    )


async def after(conn: Reader, case_id: int, limit: int) -> list[Entry]:
    """Cases with an id above `case_id`, in order of id: for going through all of them."""
    rows = await conn.execute(_entries().where(cases.c.id > case_id).order_by(cases.c.id).limit(limit))
    return [_entry(row) for row in rows]


async def entries(conn: Reader, ids: Collection[int]) -> dict[int, Entry]:
    """These cases as they are now; what is not there is left out."""
    rows = await conn.execute(_entries().where(cases.c.id.in_(ids)))
    return {row.id: _entry(row) for row in rows}


async def last_event(conn: Reader) -> int:
    """The id of the newest event, 0 without any. Events are never taken away, so ids only grow."""
    return int((await conn.execute(select(func.coalesce(func.max(events.c.id), 0)))).scalar_one())


async def changed(conn: Reader, event_id: int, limit: int) -> tuple[int, set[int]]:
    """The cases of the next events after `event_id`, and the last of these events."""
    rows = (
        await conn.execute(
            select(events.c.id, events.c.case_id)
            .where(events.c.id > event_id)
            .order_by(events.c.id)
            .limit(limit)
        )
    ).all()
    return (rows[-1].id if rows else event_id), {row.case_id for row in rows}


async def answers(conn: Reader, ids: Collection[int]) -> Mapping[int, Answer]:
    """The last answer of each of these cases that staff gave with an outcome, with its corrections."""
    rows = await conn.execute(
        select(events.c.case_id, events.c.kind, events.c.data, events.c.at)
        .where(
            events.c.case_id.in_(ids),
            events.c.kind.in_([EventKind.RESOLVED.value, EventKind.CORRECTED.value]),
            events.c.actor_kind == ActorKind.STAFF.value,
        )
        .order_by(events.c.id)
    )
    found: dict[int, Answer] = {}
    for row in rows:
        text, before = str(row.data.get("text", "")), found.get(row.case_id)
        if row.kind == EventKind.CORRECTED.value:
            text = f"{before.text}\n{text}" if before is not None else ""
        found[row.case_id] = Answer(text, row.at)
    return found


def _entry(row: Row[Any]) -> Entry:
    outcome = Outcome(row.outcome) if row.outcome else None
    return Entry(row.id, row.text, row.kind, bool(row.confidential), Status(row.status), outcome)
