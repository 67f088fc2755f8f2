"""What waits for whom: rows that follow cases and clocks in their transaction, counted and listed at once.

A row holds nothing that the case or its clocks don't say; it is there because among a million cases the few that
are not over have to be found, and put in order, within milliseconds.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    String,
    Table,
    and_,
    bindparam,
    case,
    cast,
    delete,
    func,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.case import OPEN, Status, Supervision
from bot.core.deadlines import OF_OFFICES, Kind
from bot.core.queues import Moments, Tab
from bot.store.db import Tx, inserting
from bot.store.tables import Moment, cases, clocks, queue

NEVER = datetime(9999, 1, 1, tzinfo=UTC)
_OPEN = sorted(s.value for s in OPEN)
_ANSWER = (Kind.PROGRESS.value, Kind.RESOLVE.value)
_WATCHED = (Supervision.SUPERVISED.value, Supervision.ESCALATED.value)
_WAITING = (Status.TRIAGE.value, Status.DISPATCHED.value)


def _first(kinds: Collection[str]) -> ScalarSelect[datetime]:
    """When the first of these clocks is due; one that was stopped in time never is."""
    return (
        select(func.min(clocks.c.due_at, type_=Moment))
        .where(
            clocks.c.case_id == cases.c.id,
            clocks.c.ended_at.is_(None),
            clocks.c.kind.in_(sorted(kinds)),
            or_(clocks.c.paused_at.is_(None), clocks.c.due_at <= clocks.c.paused_at),
        )
        .scalar_subquery()
    )


_IS_OPEN = cases.c.status.in_(_OPEN)
_DECIDE = _first([Kind.DECIDE.value])
_ROW = {
    "case_id": cases.c.id,
    "department": cases.c.department,
    "status": cases.c.status,
    "stage": case((_IS_OPEN, "open"), (_DECIDE.is_not(None), "reopen"), else_="answered"),
    "rank": case((cases.c.supervision.in_(_WATCHED), 0), else_=1),
    "late_at": func.coalesce(
        case((_IS_OPEN, _first([k.value for k in OF_OFFICES])), else_=_DECIDE), NEVER, type_=Moment
    ),
    "answer_at": func.coalesce(_first(_ANSWER), NEVER, type_=Moment),
    "handler_id": cases.c.handler_id,
    "accused": func.nullif(cast(cases.c.accused, String), "[]"),
}
_BELONGS = or_(
    _IS_OPEN,
    cases.c.status == Status.RESOLVED.value,
    and_(cases.c.status == Status.CLOSED.value, _DECIDE.is_not(None)),
)


@cache
def _follow(insert: Callable[[Table], Any]) -> Any:
    row = select(*(column.label(name) for name, column in _ROW.items()))
    fresh = insert(queue).from_select(list(_ROW), row.where(cases.c.id == bindparam("case"), _BELONGS))
    return fresh.on_conflict_do_update(
        index_elements=["case_id"],
        set_={name: fresh.excluded[name] for name in _ROW if name != "case_id"},
    )


async def follow(tx: Tx, case_id: int) -> None:
    """Bring the row of a case in line with the case and its clocks; whoever writes one of them calls this."""
    kept = await tx.conn.execute(_follow(inserting(tx)), {"case": case_id})
    if kept.rowcount == 0:
        await tx.conn.execute(delete(queue).where(queue.c.case_id == case_id))


# --- counted and listed


_NOW, _MIDNIGHT, _SOON = (bindparam(name, type_=Moment) for name in ("now", "midnight", "soon"))


def _shows(tab: Tab) -> ColumnElement[bool]:
    """What a tab shows of its stage. Nothing is late before it is due, so what is answerable later is in time."""
    in_time = queue.c.late_at > _NOW
    if tab is Tab.WAITING:
        return queue.c.status.in_(_WAITING)
    if tab is Tab.TODAY:
        return and_(in_time, queue.c.answer_at > _NOW, queue.c.answer_at < _MIDNIGHT)
    if tab is Tab.SOON:
        return and_(in_time, queue.c.answer_at >= _MIDNIGHT, queue.c.answer_at < _SOON)
    if tab is Tab.LATE:
        return and_(queue.c.rank.in_((0, 1)), queue.c.late_at <= _NOW)
    return true()


def _stage(tab: Tab) -> str:
    return {Tab.ANSWERED: "answered", Tab.REOPEN: "reopen"}.get(tab, "open")


def _unbarred(barred: Collection[str]) -> list[ColumnElement[bool]]:
    """Without the cases that complain about one of these offices."""
    return [
        or_(queue.c.accused.is_(None), not_(queue.c.accused.contains(f'"{office}"', autoescape=True)))
        for office in sorted(barred)
    ]


Whose = str | Collection[str] | None


def _of(tab: Tab, offices: type | None, barred: Collection[str]) -> tuple[ColumnElement[bool], ...]:
    """`offices`: str for the one whose queue it is; list or None for several or all, of which the handler's own count."""
    whose: list[ColumnElement[bool]] = [queue.c.handler_id == bindparam("handler")]
    if offices is str and tab is not Tab.MINE:
        whose = [queue.c.department == bindparam("office")]
    elif offices is list:
        whose.append(queue.c.department.in_(bindparam("office", expanding=True)))
    return *whose, queue.c.stage == _stage(tab), _shows(tab), *_unbarred(barred)


def _asked(office: Whose, handler: int, at: Moments) -> tuple[type | None, dict[str, Any]]:
    """Which kind of offices is asked for, and the values of the question."""
    kind = str if isinstance(office, str) else None if office is None else list
    offices = sorted(office) if kind is list and office is not None else office
    whose = {"office": offices, "handler": handler}
    return kind, {**whose, "now": at.now, "midnight": at.midnight, "soon": at.soon}


# To build these costs a third of what asking them does.
@lru_cache(maxsize=256)
def _counting(tabs: tuple[Tab, ...], offices: type | None, barred: frozenset[str]) -> Select[Any]:
    return select(
        *(
            select(func.count())
            .select_from(queue)
            .where(*_of(tab, offices, barred))
            .scalar_subquery()
            .label(tab.value)
            for tab in tabs
        )
    )


@lru_cache(maxsize=256)
def _paging(tab: Tab, offices: type | None, barred: frozenset[str]) -> Select[Any]:
    return (
        select(queue.c.case_id)
        .where(*_of(tab, offices, barred))
        .order_by(queue.c.rank, queue.c.late_at, queue.c.case_id)
        .limit(bindparam("limit"))
        .offset(bindparam("offset"))
    )


async def counts(
    conn: AsyncConnection,
    tabs: Sequence[Tab],
    office: Whose,
    handler: int,
    at: Moments,
    barred: Collection[str] = (),
) -> dict[Tab, int]:
    """How many cases each view shows: each counted in an index that has them side by side."""
    kind, values = _asked(office, handler, at)
    row = (await conn.execute(_counting(tuple(tabs), kind, frozenset(barred)), values)).one()
    return {Tab(name): number for name, number in row._mapping.items()}


async def page(
    conn: AsyncConnection,
    tab: Tab,
    office: Whose,
    handler: int,
    at: Moments,
    barred: Collection[str] = (),
    *,
    limit: int,
    offset: int = 0,
) -> list[int]:
    """Ids of the cases that a view shows: the supervised first, then what is due first."""
    kind, values = _asked(office, handler, at)
    query = _paging(tab, kind, frozenset(barred))
    return list((await conn.execute(query, {**values, "limit": limit, "offset": offset})).scalars())


# --- for those who watch over all offices


def _overdue(
    now: datetime, offices: Sequence[str] | None, barred: Collection[str]
) -> list[ColumnElement[bool]]:
    which = [queue.c.stage == "open", queue.c.late_at <= now, *_unbarred(barred)]
    return which if offices is None else [*which, queue.c.department.in_(offices)]


async def overdue_by_office(
    conn: AsyncConnection, now: datetime, offices: Sequence[str] | None = None, barred: Collection[str] = ()
) -> dict[str, int]:
    """How many cases are overdue, by office; with None, in all of them."""
    query = (
        select(queue.c.department, func.count())
        .where(*_overdue(now, offices, barred))
        .group_by(queue.c.department)
    )
    return {row[0]: row[1] for row in await conn.execute(query)}


async def overdue(
    conn: AsyncConnection,
    now: datetime,
    offices: Sequence[str] | None = None,
    barred: Collection[str] = (),
    *,
    limit: int,
    offset: int = 0,
) -> list[int]:
    """Ids of what is overdue: office by office, the longest overdue first."""
    query = (
        select(queue.c.case_id)
        .where(*_overdue(now, offices, barred))
        .order_by(queue.c.department, queue.c.late_at, queue.c.case_id)
        .limit(limit)
        .offset(offset)
    )
    return list((await conn.execute(query)).scalars())


async def tally(
    conn: AsyncConnection, since: datetime | None = None, offices: Sequence[str] | None = None
) -> dict[Status, int]:
    """Cases by status, of those filed since then."""
    # The statuses are named so that the index on them serves whatever else is asked for.
    each = cases.c.status.in_([s.value for s in Status])
    query = select(cases.c.status, func.count()).where(each).group_by(cases.c.status)
    if since is not None:
        query = query.where(cases.c.filed_at >= since)
    if offices is not None:
        query = query.where(cases.c.department.in_(offices))
    return {Status(row[0]): row[1] for row in await conn.execute(query)}


async def count_overdue(
    conn: AsyncConnection, now: datetime, since: datetime | None = None, offices: Sequence[str] | None = None
) -> int:
    """How many are overdue, of those filed since then."""
    which = _overdue(now, offices, ())
    if since is not None:
        fresh = select(cases.c.id).where(cases.c.status.in_(_OPEN), cases.c.filed_at >= since)
        which.append(queue.c.case_id.in_(fresh))
    return await _number(conn, *which)


async def _number(conn: AsyncConnection, *which: ColumnElement[bool]) -> int:
    return int((await conn.execute(select(func.count()).select_from(queue).where(*which))).scalar_one())
