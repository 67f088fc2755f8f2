"""What somebody is in the middle of, keyed by (chat, person, kind), and the clocks that run meanwhile."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.errors import StaleWrite
from bot.store.db import Tx
from bot.store.tables import clocks, dialogues


@dataclass(frozen=True, slots=True)
class Dialogue:
    """`kind`: draft (a citizen's) or reply (a clerk's). `id` ties its buttons to it."""

    chat_id: int
    person_id: int
    id: str
    kind: str
    data: dict[str, Any]
    version: int
    began_at: datetime


@dataclass(frozen=True, slots=True)
class Clock:
    id: int
    subject: str
    kind: str
    due_at: datetime
    data: dict[str, Any]


async def get(conn: AsyncConnection, chat_id: int, person_id: int, kind: str) -> Dialogue | None:
    row = (await conn.execute(select(dialogues).where(*_key(chat_id, person_id, kind)))).first()
    return _dialogue(row) if row else None


async def by_id(conn: AsyncConnection, dialogue_id: str) -> Dialogue | None:
    row = (await conn.execute(select(dialogues).where(dialogues.c.id == dialogue_id))).first()
    return _dialogue(row) if row else None


async def own(conn: AsyncConnection, chat_id: int, person_id: int, dialogue_id: str) -> Dialogue | None:
    """By its id, if it is this person's in this chat."""
    found = await by_id(conn, dialogue_id)
    return found if found is not None and (found.chat_id, found.person_id) == (chat_id, person_id) else None


async def of_person(conn: AsyncConnection, chat_id: int, person_id: int, kind: str) -> list[Dialogue]:
    """All that somebody is in the middle of in a chat, of the kinds that begin with `kind`."""
    rows = await conn.execute(
        select(dialogues).where(
            dialogues.c.chat_id == chat_id,
            dialogues.c.person_id == person_id,
            dialogues.c.kind.startswith(kind, autoescape=True),
        )
    )
    return [_dialogue(row) for row in rows]


def _key(chat_id: int, person_id: int, kind: str) -> tuple[ColumnElement[bool], ...]:
    return (dialogues.c.chat_id == chat_id, dialogues.c.person_id == person_id, dialogues.c.kind == kind)


async def begin(tx: Tx, chat_id: int, person_id: int, kind: str, data: dict[str, Any]) -> Dialogue:
    """Begin anew: whatever was there is replaced."""
    await end(tx, chat_id, person_id, kind)
    fresh = Dialogue(chat_id, person_id, secrets.token_hex(4), kind, data, 1, tx.now)
    await tx.conn.execute(
        insert(dialogues).values(
            chat_id=chat_id,
            person_id=person_id,
            id=fresh.id,
            kind=kind,
            data=data,
            version=1,
            began_at=tx.now,
            updated_at=tx.now,
        )
    )
    return fresh


async def save(tx: Tx, dialogue: Dialogue, data: dict[str, Any]) -> Dialogue:
    """Write the next version. Raises StaleWrite when it changed since it was loaded."""
    result = await tx.conn.execute(
        update(dialogues)
        .where(
            dialogues.c.id == dialogue.id,
            dialogues.c.version == dialogue.version,
        )
        .values(data=data, version=dialogue.version + 1, updated_at=tx.now)
    )
    if result.rowcount != 1:
        raise StaleWrite(f"dialogue {dialogue.id} changed")
    return Dialogue(
        dialogue.chat_id,
        dialogue.person_id,
        dialogue.id,
        dialogue.kind,
        data,
        dialogue.version + 1,
        dialogue.began_at,
    )


async def end(tx: Tx, chat_id: int, person_id: int, kind: str) -> None:
    found = await get(tx.conn, chat_id, person_id, kind)
    if found is not None:
        await stop_clocks(tx, subject_of(found))
        await tx.conn.execute(delete(dialogues).where(*_key(chat_id, person_id, kind)))


def subject_of(dialogue: Dialogue) -> str:
    return f"draft:{dialogue.id}"


async def start_clock(tx: Tx, subject: str, kind: str, due_at: datetime, data: dict[str, Any]) -> None:
    await tx.conn.execute(
        insert(clocks).values(
            subject=subject, kind=kind, started_at=tx.now, due_at=due_at, rings_at=due_at, data=data
        )
    )


async def stop_clocks(tx: Tx, subject: str) -> None:
    await tx.conn.execute(
        update(clocks)
        .where(clocks.c.subject == subject, clocks.c.ended_at.is_(None))
        .values(ended_at=tx.now, end="stopped")
    )


async def ring(tx: Tx, clock: Clock) -> bool:
    """Mark a clock as rung; False when it was stopped or rang already, and nothing is to be done."""
    result = await tx.conn.execute(
        update(clocks)
        .where(clocks.c.id == clock.id, clocks.c.ended_at.is_(None))
        .values(ended_at=tx.now, end="rang")
    )
    return result.rowcount == 1


async def due(conn: AsyncConnection, now: datetime, limit: int = 100) -> Sequence[Clock]:
    """Running clocks that ring now, the earliest first."""
    rows = await conn.execute(
        select(clocks)
        .where(clocks.c.ended_at.is_(None), clocks.c.rings_at <= now)
        .order_by(clocks.c.rings_at, clocks.c.id)
        .limit(limit)
    )
    return [Clock(r.id, r.subject, r.kind, r.due_at, r.data) for r in rows]


async def due_at(conn: AsyncConnection, subject: str, kind: str) -> datetime | None:
    """When a running clock of a subject is due."""
    found = await conn.execute(
        select(clocks.c.due_at)
        .where(clocks.c.subject == subject, clocks.c.kind == kind, clocks.c.ended_at.is_(None))
        .limit(1)
    )
    value: datetime | None = found.scalar_one_or_none()
    return value


async def forget_ended(tx: Tx, keep: timedelta) -> None:
    """Forget clocks that ended more than `keep` ago: the events tell what came of them."""
    await tx.conn.execute(delete(clocks).where(clocks.c.ended_at < tx.now - keep))


async def next_due(conn: AsyncConnection) -> datetime | None:
    """When the next running clock rings."""
    found = await conn.execute(select(func.min(clocks.c.rings_at)).where(clocks.c.ended_at.is_(None)))
    value: datetime | None = found.scalar_one_or_none()
    return value


def _dialogue(row: Row) -> Dialogue:  # type: ignore[type-arg]
    return Dialogue(row.chat_id, row.person_id, row.id, row.kind, row.data, row.version, row.began_at)
