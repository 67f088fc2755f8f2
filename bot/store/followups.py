"""What citizens say of answered cases: a row a citizen and an answer."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.case import Event, Status
from bot.core.followup import FollowUp
from bot.core.rates import Rating
from bot.store.db import Tx, upsert
from bot.store.tables import cases, followups
from bot.store.tables import ratings as rated

_RATINGS = (
    select(*(rated.c[name] for name in Rating._fields))
    .where(rated.c.department == bindparam("department"), rated.c.at >= bindparam("since"))
    .order_by(rated.c.at, rated.c.case_id, rated.c.version)
)


async def citizens_of(conn: AsyncConnection, case_id: int) -> list[tuple[int, int]]:
    """(own case, citizen) of a case and of every case that was merged into it, its own first."""
    rows = await conn.execute(
        select(cases.c.id, cases.c.citizen_id)
        .where(
            (cases.c.id == case_id) | ((cases.c.lead_id == case_id) & (cases.c.status == Status.MERGED.value))
        )
        .order_by(cases.c.id != case_id, cases.c.id)
    )
    return [(row.id, row.citizen_id) for row in rows]


async def begin(tx: Tx, case_id: int, round_: int, citizens: Iterable[tuple[int, int]]) -> None:
    """Open a round; a citizen with several of the cases is asked once."""
    for own_case_id, citizen_id in citizens:
        await tx.conn.execute(
            upsert(tx, followups)
            .values(
                case_id=case_id,
                own_case_id=own_case_id,
                citizen_id=citizen_id,
                round=round_,
                opened_at=tx.now,
            )
            .on_conflict_do_nothing(index_elements=["case_id", "citizen_id", "round"])
        )


async def get(conn: AsyncConnection, followup_id: int) -> FollowUp | None:
    row = (await conn.execute(select(followups).where(followups.c.id == followup_id))).first()
    return _followup(row) if row else None


async def of_case(conn: AsyncConnection, case_id: int) -> list[FollowUp]:
    """The last round of a case."""
    last = select(func.max(followups.c.round)).where(followups.c.case_id == case_id).scalar_subquery()
    rows = await conn.execute(
        select(followups)
        .where(followups.c.case_id == case_id, followups.c.round == last)
        .order_by(followups.c.id)
    )
    return [_followup(row) for row in rows]


async def of_own(conn: AsyncConnection, own_case_id: int, citizen_id: int) -> FollowUp | None:
    """The newest follow-up about a citizen's own case."""
    row = (
        await conn.execute(
            select(followups)
            .where(followups.c.citizen_id == citizen_id, followups.c.own_case_id == own_case_id)
            .order_by(followups.c.id.desc())
            .limit(1)
        )
    ).first()
    return _followup(row) if row else None


async def waiting_for(conn: AsyncConnection, citizen_id: int) -> set[int]:
    """This citizen's own cases about which they were asked and have not said all."""
    rows = await conn.execute(
        select(followups.c.own_case_id).where(
            followups.c.citizen_id == citizen_id,
            followups.c.asked_at.is_not(None),
            followups.c.ended_at.is_(None),
        )
    )
    return set(rows.scalars())


async def to_call(conn: AsyncConnection, now: datetime) -> list[FollowUp]:
    """Whom only a telephone reaches, and who is to be asked now: the longest waiting first."""
    rows = await conn.execute(
        select(followups)
        .join(cases, cases.c.id == followups.c.case_id)
        .where(
            followups.c.ended_at.is_(None),
            followups.c.call_at <= now,
            cases.c.status == Status.RESOLVED.value,
        )
        .order_by(followups.c.call_at, followups.c.id)
    )
    return [_followup(row) for row in rows]


async def save(tx: Tx, followup_id: int, **values: Any) -> None:
    await tx.conn.execute(update(followups).where(followups.c.id == followup_id).values(**values))


async def end_open(tx: Tx, end: str, *, case_id: int | None = None, own_case_id: int | None = None) -> None:
    """End what is still open of a case, or about a citizen's own case."""
    which = followups.c.case_id == case_id if case_id is not None else followups.c.own_case_id == own_case_id
    await tx.conn.execute(
        update(followups).where(which, followups.c.ended_at.is_(None)).values(ended_at=tx.now, end=end)
    )


async def keep_rating(tx: Tx, department: str, event: Event) -> None:
    """What a `rated` event says, among the ratings of the office whose answer it was."""
    said = {name: event.data["rating"][name] for name in Rating._fields}
    row = {"department": department, "at": event.at, "case_id": event.case_id, "version": event.version}
    await tx.conn.execute(insert(rated).values(**row, **said))


async def ratings(conn: AsyncConnection, department: str, since: datetime) -> list[Rating]:
    """The ratings of an office's answers, the oldest first."""
    rows = await conn.execute(_RATINGS, {"department": department, "since": since})
    return [Rating(*row) for row in rows]


def _followup(row: Row) -> FollowUp:  # type: ignore[type-arg]
    return FollowUp(**row._mapping)
