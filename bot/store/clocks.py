"""The clocks of cases, as rows: read for a decision, written after it, counted for people."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, distinct, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.deadlines import OF_OFFICES, Clock, Kind, Stage, Term, Unit
from bot.store import queues
from bot.store.asking import Question
from bot.store.db import Tx
from bot.store.tables import cases, clocks

DIGEST = "digest"  # the subject of the one clock that belongs to no case
LATER = "later"  # the subject, with the case's id, of what came at night and is told in the morning
MOVED = "moved"  # a clock that tells a citizen of another date


@dataclass(frozen=True, slots=True)
class Overdue:
    """A case with a clock that was missed: the earliest of them."""

    case_id: int
    number: str
    department: str
    due: datetime


def subject_of(case_id: int) -> str:
    return f"case:{case_id}"


_RUNNING = Question(
    select(clocks)
    .where(clocks.c.case_id == bindparam("case"), clocks.c.ended_at.is_(None), clocks.c.kind != MOVED)
    .order_by(clocks.c.id)
)


_MOVE = update(clocks).where(clocks.c.id == bindparam("known_id"))
_START = insert(clocks)
_ALARM = Question(
    select(clocks.c.rings_at).where(
        clocks.c.subject == bindparam("subject"),
        clocks.c.kind == bindparam("kind"),
        clocks.c.ended_at.is_(None),
    )
)


async def running(conn: AsyncConnection, case_id: int) -> list[Clock]:
    return [_clock(row) for row in await _RUNNING.ask(conn, case=case_id)]


async def running_of(conn: AsyncConnection, case_ids: Sequence[int]) -> dict[int, list[Clock]]:
    rows = await conn.execute(
        select(clocks)
        .where(clocks.c.case_id.in_(case_ids), clocks.c.ended_at.is_(None), clocks.c.kind != MOVED)
        .order_by(clocks.c.id)
    )
    out: dict[int, list[Clock]] = {}
    for row in rows:
        out.setdefault(row.case_id, []).append(_clock(row))
    return out


async def keep(tx: Tx, case_id: int, changed: Iterable[Clock], *, placed: bool = True) -> None:
    """Write clocks as they are now: new ones, moved ones, ended ones.

    Not `placed`: the case's row in the queue is brought in line by what is written next.
    """
    changed = list(changed)
    for clock in changed:
        values: dict[str, Any] = {
            "due_at": clock.due,
            "rings_at": clock.rings,
            "paused_at": clock.paused,
            "data": {
                "unit": clock.term.unit.value,
                "count": clock.term.count,
                "stage": clock.stage.value,
                "pauses": [[a.isoformat(), b.isoformat()] for a, b in clock.pauses],
                "extended": clock.extended,
            },
        }
        if clock.ended:
            values |= {"ended_at": tx.now, "end": "rang" if clock.stage is Stage.TOLD else "stopped"}
        if clock.id:
            await tx.conn.execute(_MOVE, values | {"known_id": clock.id})
        else:
            values |= {"subject": subject_of(case_id), "kind": clock.kind.value, "case_id": case_id}
            await tx.conn.execute(_START, values | {"started_at": clock.started})
    if changed and placed:
        await queues.follow(tx, case_id)


async def set_alarm(tx: Tx, subject: str, kind: str, at: datetime, case_id: int | None = None) -> None:
    """Something to be told at `at`: one of a kind for a subject, the latest moment counts."""
    mine = (clocks.c.subject == subject, clocks.c.kind == kind, clocks.c.ended_at.is_(None))
    moved = await tx.conn.execute(update(clocks).where(*mine).values(due_at=at, rings_at=at))
    if moved.rowcount == 0:
        await tx.conn.execute(
            insert(clocks).values(
                subject=subject,
                kind=kind,
                started_at=tx.now,
                due_at=at,
                rings_at=at,
                data={},
                case_id=case_id,
            )
        )


async def alarm(conn: AsyncConnection, subject: str, kind: str) -> datetime | None:
    found = await _ALARM.ask(conn, subject=subject, kind=kind)
    return next((row.rings_at for row in found), None)


async def end_alarm(tx: Tx, subject: str, kind: str) -> None:
    await tx.conn.execute(
        update(clocks)
        .where(clocks.c.subject == subject, clocks.c.kind == kind, clocks.c.ended_at.is_(None))
        .values(ended_at=tx.now, end="rang", rings_at=None)
    )


async def cases_with_clocks(conn: AsyncConnection, after: int, limit: int) -> list[int]:
    """Ids of cases that have running clocks, above `after`, in order: for going through all of them."""
    rows = await conn.execute(
        select(clocks.c.case_id)
        .where(clocks.c.case_id > after, clocks.c.ended_at.is_(None))
        .distinct()
        .order_by(clocks.c.case_id)
        .limit(limit)
    )
    return list(rows.scalars())


# --- counted for people


def _missed(now: datetime) -> ColumnElement[bool]:
    """As `Clock.missed` has it."""
    return and_(
        clocks.c.ended_at.is_(None),
        clocks.c.kind.in_([k.value for k in OF_OFFICES]),
        clocks.c.due_at <= now,
        or_(clocks.c.paused_at.is_(None), clocks.c.due_at <= clocks.c.paused_at),
    )


async def count_missed(
    conn: AsyncConnection, now: datetime, department: str | None = None, but: Collection[int] = ()
) -> dict[str, int]:
    """Cases with a missed clock, by department; `but` leaves cases out."""
    return await _count(conn, _missed(now), department, but)


async def count_due(
    conn: AsyncConnection,
    now: datetime,
    until: datetime,
    department: str | None = None,
    but: Collection[int] = (),
) -> dict[str, int]:
    """Cases with nothing missed that an answer, or news, is due on until then, as their queue's tab of today counts.

    By department; `but` leaves cases out.
    """
    soon = and_(
        clocks.c.ended_at.is_(None),
        clocks.c.kind.in_([Kind.PROGRESS.value, Kind.RESOLVE.value]),
        clocks.c.due_at > now,
        clocks.c.due_at < until,
        clocks.c.paused_at.is_(None),
        clocks.c.case_id.not_in(select(clocks.c.case_id).where(_missed(now)).correlate(None)),
    )
    return await _count(conn, soon, department, but)


async def _count(
    conn: AsyncConnection, which: ColumnElement[bool], department: str | None, but: Collection[int]
) -> dict[str, int]:
    query = (
        select(cases.c.department, func.count(distinct(cases.c.id)))
        .join(clocks, clocks.c.case_id == cases.c.id)
        .where(which)
        .group_by(cases.c.department)
    )
    if but:
        query = query.where(cases.c.id.not_in(but))
    if department is not None:
        # Not by the department's index: few clocks are due, and a department has many cases that are closed.
        query = query.where(func.coalesce(cases.c.department, "") == department)
    return {row[0]: row[1] for row in await conn.execute(query)}


async def missed(
    conn: AsyncConnection,
    now: datetime,
    departments: Sequence[str] | None,
    limit: int,
    *,
    since: datetime | None = None,
    but: Collection[int] = (),
) -> list[Overdue]:
    """Cases with a missed clock, the longest overdue first; with None, of all departments.

    `since`: only those that missed one later than that. `but` leaves cases out.
    """
    query = (
        select(cases.c.id, cases.c.number, cases.c.department, func.min(clocks.c.due_at).label("due"))
        .join(clocks, clocks.c.case_id == cases.c.id)
        .where(_missed(now))
        .group_by(cases.c.id, cases.c.number, cases.c.department)
        .order_by(func.min(clocks.c.due_at), cases.c.id)
        .limit(limit)
    )
    if but:
        query = query.where(cases.c.id.not_in(but))
    if departments is not None:
        query = query.where(cases.c.department.in_(departments))
    if since is not None:
        query = query.where(clocks.c.due_at > since)
    return [Overdue(*row) for row in await conn.execute(query)]


def _clock(row: Row) -> Clock:  # type: ignore[type-arg]
    return Clock(
        Kind(row.kind),
        Term(Unit(row.data["unit"]), row.data["count"]),
        row.started_at,
        row.due_at,
        row.rings_at,
        Stage(row.data["stage"]),
        row.paused_at,
        tuple((datetime.fromisoformat(a), datetime.fromisoformat(b)) for a, b in row.data["pauses"]),
        id=row.id,
        extended=row.data.get("extended", 0),
    )
