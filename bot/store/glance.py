"""A look inside for the sandbox page: the newest rows of inbox, outbox, cases, events and clocks. Nothing is changed."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import cases, clocks, dead_letters, events, inbox, outbox

_LATER = 60  # rows of each kind that are worth a look


def _iso(row: Row, *names: str) -> dict[str, Any]:  # type: ignore[type-arg]
    return {name: value.isoformat() if (value := getattr(row, name)) else None for name in names}


async def outgoing(conn: AsyncConnection, limit: int = 2 * _LATER) -> list[dict[str, Any]]:
    """The newest messages of the bot, the newest first: what they are for and what became of them."""
    query = (
        select(outbox, cases.c.number)
        .outerjoin(cases, cases.c.id == outbox.c.case_id)
        .order_by(outbox.c.seq.desc())
        .limit(limit)
    )
    return [
        {
            "seq": row.seq,
            "chat": row.chat_id,
            "case": row.number,
            "purpose": row.purpose,
            "method": row.method,
            "status": row.status,
            "attempts": row.attempts,
            "error": row.error,
            "text": str(row.params.get("text") or row.params.get("caption") or "")[:300],
            **_iso(row, "created_at", "settled_at"),
        }
        for row in await conn.execute(query)
    ]


_CONTENTS = ("photo", "voice", "video", "document", "audio", "location", "contact", "sticker", "poll", "text")


def _kind_of(raw: str) -> tuple[str, str | None, str]:
    """What an update is, what it holds, and the beginning of its words; whatever was sent, this says something."""
    try:
        update = json.loads(raw)
        kind = next(key for key in update if key != "update_id")
        said = update[kind]
        words = str(said.get("text") or said.get("caption") or said.get("data") or "")[:120]
        return kind, next((content for content in _CONTENTS if content in said), None), words
    except (ValueError, TypeError, AttributeError, StopIteration):
        return "?", None, raw[:120]


async def incoming(conn: AsyncConnection, limit: int = _LATER) -> list[dict[str, Any]]:
    """The newest updates, the newest first, and how each was settled."""
    rows = await conn.execute(select(inbox).order_by(inbox.c.seq.desc()).limit(limit))
    found = []
    for row in rows:
        kind, what, words = _kind_of(row.raw)
        found.append(
            {
                "seq": row.seq,
                "chat": row.lane,
                "kind": kind,
                "what": what,
                "text": words,
                "status": row.status,
                "attempts": row.attempts,
                "error": row.error,
                **_iso(row, "received_at", "handled_at"),
            }
        )
    return found


async def letters(conn: AsyncConnection, limit: int = 10) -> list[dict[str, Any]]:
    """The newest updates that were given up."""
    rows = await conn.execute(select(dead_letters).order_by(dead_letters.c.id.desc()).limit(limit))
    return [{"reference": r.reference, "error": r.error[:200], **_iso(r, "at")} for r in rows]


async def files(conn: AsyncConnection, limit: int = _LATER) -> list[dict[str, Any]]:
    """The newest cases, the newest first."""
    rows = await conn.execute(select(cases).order_by(cases.c.id.desc()).limit(limit))
    return [
        {
            "id": row.id,
            "number": row.number,
            "status": row.status,
            "department": row.department,
            "citizen": row.citizen_id,
            "handler": row.handler_id,
            "title": row.title,
            "supervision": row.supervision,
            "outcome": row.outcome,
            **_iso(row, "filed_at"),
        }
        for row in rows
    ]


async def happened(conn: AsyncConnection, limit: int = 200) -> list[dict[str, Any]]:
    """The newest events of all cases, the newest first."""
    query = (
        select(events, cases.c.number, cases.c.citizen_id)
        .join(cases, cases.c.id == events.c.case_id)
        .order_by(events.c.id.desc())
        .limit(limit)
    )
    return [_event(row) for row in await conn.execute(query)]


async def of_case(conn: AsyncConnection, number: str) -> dict[str, Any] | None:
    """One case: its events, oldest first, and its clocks, those that run first."""
    found = (await conn.execute(select(cases).where(cases.c.number == number))).first()
    if found is None:
        return None
    told = (
        select(events, cases.c.number, cases.c.citizen_id)
        .join(cases, cases.c.id == events.c.case_id)
        .where(events.c.case_id == found.id)
        .order_by(events.c.id)
    )
    running = select(clocks).where(clocks.c.case_id == found.id).order_by(clocks.c.due_at)
    return {
        "number": found.number,
        "title": found.title,
        "text": found.text,
        "status": found.status,
        "department": found.department,
        "supervision": found.supervision,
        "events": [_event(row) for row in await conn.execute(told)],
        "clocks": _clocks((await conn.execute(running)).all()),
    }


def _event(row: Row) -> dict[str, Any]:  # type: ignore[type-arg]
    return {
        "id": row.id,
        "case": row.number,
        "citizen": row.citizen_id,
        "kind": row.kind,
        "actor": row.actor_kind,
        "actor_id": row.actor_id,
        "data": row.data,
        **_iso(row, "at"),
    }


def _clocks(rows: Sequence[Row]) -> list[dict[str, Any]]:  # type: ignore[type-arg]
    shown = [
        {
            "kind": row.kind,
            "end": row.end,
            **_iso(row, "started_at", "due_at", "rings_at", "paused_at", "ended_at"),
        }
        for row in rows
    ]
    return sorted(shown, key=lambda clock: clock["ended_at"] is not None)


async def next_ring(conn: AsyncConnection) -> dict[str, Any] | None:
    """The clock that rings next: when, of what kind, and of which case, if of one."""
    query = (
        select(clocks, cases.c.number)
        .outerjoin(cases, cases.c.id == clocks.c.case_id)
        .where(clocks.c.ended_at.is_(None), clocks.c.rings_at.is_not(None))
        .order_by(clocks.c.rings_at)
        .limit(1)
    )
    row = (await conn.execute(query)).first()
    return {"kind": row.kind, "case": row.number, **_iso(row, "rings_at")} if row else None
