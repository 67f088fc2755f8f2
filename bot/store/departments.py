"""The city's offices as rows: set up once by the settings, changed in the chat, never deleted."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.db import Tx
from bot.store.people import note
from bot.store.tables import department_chats, departments, invites, queue, roles


@dataclass(frozen=True, slots=True)
class Row:
    """`data`: the department as the settings would have it. `heir`: who took over when it was closed."""

    id: str
    data: dict[str, Any]
    closed: bool
    heir: str | None


async def rows(conn: AsyncConnection) -> list[Row]:
    """All that ever were, in their order."""
    found = await conn.execute(select(departments).order_by(departments.c.position, departments.c.id))
    return [Row(row.id, row.data, row.closed_at is not None, row.heir) for row in found]


async def save(
    tx: Tx, department_id: str, data: dict[str, Any], *, by: int | None, noted: bool = True
) -> None:
    """Write an office as it is from now on: a new one at the end, or one that was closed, open again.

    `noted`: False for a city's first ones, which nobody changed.
    """
    before = (
        await tx.conn.execute(select(departments.c.data).where(departments.c.id == department_id))
    ).scalar_one_or_none()
    if before is None:
        last = select(func.coalesce(func.max(departments.c.position), 0) + 1)
        position = (await tx.conn.execute(last)).scalar_one()
        await tx.conn.execute(insert(departments).values(id=department_id, position=position, data=data))
    else:
        await tx.conn.execute(
            update(departments)
            .where(departments.c.id == department_id)
            .values(data=data, closed_at=None, heir=None)
        )
    if not noted:
        return
    old = before or {}
    changed = sorted(key for key in {*old, *data} if old.get(key) != data.get(key))
    await note(
        tx,
        by,
        "department-added" if before is None else "department-changed",
        department=department_id,
        name=data["name"]["zh-Hans"],
        changed={key: [old.get(key), data.get(key)] for key in changed},
    )


async def close(tx: Tx, department_id: str, heir: str | None, *, by: int | None) -> None:
    """It takes nothing any more: its group is let go, and invitations to it are void."""
    closing = update(departments).where(departments.c.id == department_id)
    name = (
        await tx.conn.execute(closing.values(closed_at=tx.now, heir=heir).returning(departments.c.data))
    ).scalar_one()["name"]["zh-Hans"]
    await tx.conn.execute(delete(department_chats).where(department_chats.c.department == department_id))
    await tx.conn.execute(
        update(invites)
        .where(
            invites.c.department == department_id, invites.c.used_at.is_(None), invites.c.expires_at > tx.now
        )
        .values(expires_at=tx.now)
    )
    await note(tx, by, "department-closed", department=department_id, name=name, heir=heir)


async def staff_of(conn: AsyncConnection, department_id: str) -> list[int]:
    """Everybody with a role there."""
    found = await conn.execute(
        select(roles.c.person_id)
        .where(roles.c.department == department_id, roles.c.revoked_at.is_(None))
        .distinct()
        .order_by(roles.c.person_id)
    )
    return list(found.scalars())


async def open_cases(conn: AsyncConnection, ids: Collection[str]) -> dict[str, int]:
    """How many cases that are not answered each of these has."""
    found = await conn.execute(
        select(queue.c.department, func.count())
        .where(queue.c.department.in_(ids), queue.c.stage == "open")
        .group_by(queue.c.department)
    )
    return {row[0]: row[1] for row in found}
