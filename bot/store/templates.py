"""The offices' own reply templates. A removed one stays as a row: the record says who wrote what."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Row, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.db import Tx
from bot.store.tables import templates


@dataclass(frozen=True, slots=True)
class Template:
    """`department` None: for all offices. `kind`: reply, or an outcome."""

    id: int
    department: str | None
    kind: str
    name: str
    text: str


async def add(tx: Tx, department: str | None, kind: str, name: str, text: str, *, by: int) -> Template:
    """A new template; one of the same name gives way to it."""
    await tx.conn.execute(
        update(templates)
        .where(_of(department), templates.c.name == name, templates.c.retired_at.is_(None))
        .values(retired_at=tx.now)
    )
    values = {"department": department, "kind": kind, "name": name, "text": text}
    made = await tx.conn.execute(insert(templates).values(**values, created_by=by, created_at=tx.now))
    key = made.inserted_primary_key
    assert key is not None
    return Template(int(key[0]), department, kind, name, text)


def _of(department: str | None) -> ColumnElement[bool]:
    return templates.c.department.is_(None) if department is None else templates.c.department == department


async def get(conn: AsyncConnection, template_id: int) -> Template | None:
    """One that is in use."""
    found = await conn.execute(
        select(templates).where(templates.c.id == template_id, templates.c.retired_at.is_(None))
    )
    row = found.first()
    return _template(row) if row else None


async def of(conn: AsyncConnection, departments: Collection[str], limit: int = 40) -> list[Template]:
    """Those in use of these offices, and those for all, by name."""
    rows = await conn.execute(
        select(templates)
        .where(
            templates.c.retired_at.is_(None),
            or_(templates.c.department.is_(None), templates.c.department.in_(departments)),
        )
        .order_by(templates.c.name, templates.c.id)
        .limit(limit)
    )
    return [_template(row) for row in rows]


async def count(conn: AsyncConnection, department: str | None) -> int:
    rows = await conn.execute(select(templates.c.id).where(_of(department), templates.c.retired_at.is_(None)))
    return len(rows.all())


async def set_kind(tx: Tx, template_id: int, kind: str) -> None:
    await tx.conn.execute(update(templates).where(templates.c.id == template_id).values(kind=kind))


async def retire(tx: Tx, template_id: int) -> None:
    await tx.conn.execute(update(templates).where(templates.c.id == template_id).values(retired_at=tx.now))


def _template(row: Row) -> Template:  # type: ignore[type-arg]
    return Template(row.id, row.department, row.kind, row.name, row.text)
