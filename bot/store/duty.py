"""Who is on duty in which shift, and who is away with whom as deputy."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.duty import Absence, Shift
from bot.store import people
from bot.store.db import Tx, upsert
from bot.store.tables import absences, duty, roles


async def staff_of(conn: AsyncConnection, department: str, *, dispatchers: bool = False) -> list[int]:
    """Who may be on duty for an office: its clerks and leads, with `dispatchers` the city's dispatchers too."""
    wanted = and_(roles.c.department == department, roles.c.role.in_(("clerk", "lead", "dispatcher")))
    if dispatchers:
        wanted = or_(wanted, roles.c.role == "dispatcher")
    return await _holders(conn, wanted)


async def _holders(conn: AsyncConnection, wanted: ColumnElement[bool]) -> list[int]:
    rows = await conn.execute(
        select(roles.c.person_id)
        .where(wanted, roles.c.revoked_at.is_(None))
        .distinct()
        .order_by(roles.c.person_id)
    )
    return list(rows.scalars())


async def rota(
    conn: AsyncConnection, department: str, *, dispatchers: bool = False
) -> dict[Shift, list[int]]:
    """Who is in which shift, of those who still work there."""
    there = set(await staff_of(conn, department, dispatchers=dispatchers))
    rows = await conn.execute(
        select(duty.c.shift, duty.c.person_id).where(duty.c.department == department).order_by(duty.c.id)
    )
    out: dict[Shift, list[int]] = {shift: [] for shift in Shift}
    for row in rows:
        if row.person_id in there:
            out[Shift(row.shift)].append(row.person_id)
    return out


async def put(tx: Tx, department: str, shift: Shift, person_id: int, *, on: bool, by: int) -> bool:
    """Put somebody into a shift or take them out; False when it is so already."""
    key = {"department": department, "shift": shift.value, "person_id": person_id}
    if on:
        done = await tx.conn.execute(upsert(tx, duty).values(**key).on_conflict_do_nothing())
    else:
        done = await tx.conn.execute(
            delete(duty).where(
                duty.c.department == department,
                duty.c.shift == shift.value,
                duty.c.person_id == person_id,
            )
        )
    if done.rowcount != 1:
        return False
    await people.note(tx, by, "duty", department=department, shift=shift.value, person=person_id, on=on)
    return True


async def away(conn: AsyncConnection, now: datetime) -> dict[int, Absence]:
    """Who is away now."""
    rows = await conn.execute(select(absences).where(absences.c.until > now))
    return {row.person_id: Absence(row.until, row.deputy_id) for row in rows}


async def leave(tx: Tx, person_id: int, until: datetime, deputy_id: int | None) -> None:
    values = {"until": until, "deputy_id": deputy_id, "since": tx.now}
    await tx.conn.execute(
        upsert(tx, absences)
        .values(person_id=person_id, **values)
        .on_conflict_do_update(index_elements=["person_id"], set_=values)
    )
    await people.note(tx, person_id, "away", until=until.isoformat(), deputy=deputy_id)


async def come_back(tx: Tx, person_id: int) -> None:
    gone = await tx.conn.execute(delete(absences).where(absences.c.person_id == person_id))
    if gone.rowcount:
        await people.note(tx, person_id, "back")


async def colleagues(conn: AsyncConnection, departments: Sequence[str], *, city: bool) -> list[int]:
    """Who works in one of these offices; with `city` those with a role of the whole city, too."""
    wanted = and_(roles.c.department.in_(departments), roles.c.role != "checker")
    if city:
        wanted = or_(wanted, roles.c.role.in_(("dispatcher", "supervisor", "admin")))
    return await _holders(conn, wanted)
