"""Who works here, grant by grant: all of them, what they have in hand, and taking a role back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.db import Tx
from bot.store.people import Person, note
from bot.store.tables import absences, dialogues, duty, people, queue, roles


@dataclass(frozen=True, slots=True)
class Grant:
    """One role in force. `id` is this very grant's: given again, it is another."""

    id: int
    person_id: int
    role: str
    department: str | None
    since: datetime


async def everyone(conn: AsyncConnection) -> list[Person]:
    """All who have a role, by staff number."""
    rows = await conn.execute(
        select(people, roles.c.role, roles.c.department)
        .join(roles, and_(roles.c.person_id == people.c.id, roles.c.revoked_at.is_(None)))
        .order_by(people.c.staff_no, roles.c.id)
    )
    found: dict[int, Person] = {}
    for row in rows:
        before = found[row.id].grants if row.id in found else ()
        grants = (*before, (row.role, row.department))
        found[row.id] = Person(row.id, row.language, row.name, row.staff_no, row.phone, grants)
    return list(found.values())


async def id_of(conn: AsyncConnection, staff_no: int) -> int | None:
    """Who has, or had, this staff number."""
    found: int | None = (
        await conn.execute(select(people.c.id).where(people.c.staff_no == staff_no))
    ).scalar_one_or_none()
    return found


async def grants(conn: AsyncConnection, person_id: int) -> list[Grant]:
    rows = await conn.execute(
        select(roles).where(roles.c.person_id == person_id, roles.c.revoked_at.is_(None)).order_by(roles.c.id)
    )
    return [Grant(row.id, row.person_id, row.role, row.department, row.granted_at) for row in rows]


async def revoke(tx: Tx, grant: Grant, *, by: int) -> None:
    """Take a role back; the rotas of an office that they leave forget them."""
    await tx.conn.execute(update(roles).where(roles.c.id == grant.id).values(revoked_at=tx.now))
    await note(tx, by, "revoke", person=grant.person_id, role=grant.role, department=grant.department)
    left = await grants(tx.conn, grant.person_id)
    if grant.department is not None and grant.department not in {g.department for g in left}:
        gone = and_(duty.c.person_id == grant.person_id, duty.c.department == grant.department)
        await tx.conn.execute(delete(duty).where(gone))


async def forget_absence(tx: Tx, person_id: int) -> list[int]:
    """Somebody works here no more: neither away nor anybody's deputy. Who has to find another deputy."""
    await tx.conn.execute(delete(absences).where(absences.c.person_id == person_id))
    lost = await tx.conn.execute(
        update(absences)
        .where(absences.c.deputy_id == person_id)
        .values(deputy_id=None)
        .returning(absences.c.person_id, absences.c.until)
    )
    return [row.person_id for row in lost if row.until > tx.now]


async def in_hand(conn: AsyncConnection, person_ids: Collection[int]) -> dict[int, int]:
    """How many open cases each of them handles."""
    rows = await conn.execute(
        select(queue.c.handler_id, func.count())
        .where(queue.c.handler_id.in_(person_ids), queue.c.stage == "open")
        .group_by(queue.c.handler_id)
    )
    return {row[0]: row[1] for row in rows}


async def cases_of(conn: AsyncConnection, person_id: int) -> list[int]:
    """The open cases that somebody handles, the most urgent first."""
    rows = await conn.execute(
        select(queue.c.case_id)
        .where(queue.c.handler_id == person_id, queue.c.stage == "open")
        .order_by(queue.c.rank, queue.c.late_at, queue.c.case_id)
    )
    return list(rows.scalars())


async def late(conn: AsyncConnection, person_id: int, now: datetime) -> int:
    """How many of somebody's open cases are overdue."""
    mine = (queue.c.handler_id == person_id, queue.c.stage == "open", queue.c.late_at <= now)
    found = await conn.execute(select(func.count()).select_from(queue).where(*mine))
    return found.scalar_one()


async def on_duty(conn: AsyncConnection, shift: str, person_ids: Sequence[int]) -> set[int]:
    """Which of them are in this shift, in whatever office."""
    rows = await conn.execute(
        select(duty.c.person_id).where(duty.c.shift == shift, duty.c.person_id.in_(person_ids)).distinct()
    )
    return set(rows.scalars())


async def writing(conn: AsyncConnection, person_id: int, kind: str) -> list[str]:
    """Ids of all dialogues that somebody is in the middle of, in whatever chat, of kinds that begin so."""
    rows = await conn.execute(
        select(dialogues.c.id).where(
            dialogues.c.person_id == person_id, dialogues.c.kind.startswith(kind, autoescape=True)
        )
    )
    return list(rows.scalars())
