"""Places with a code that hangs there (重点部位赋码): whoever opens it need not say where they are."""

import secrets

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.places import CodedPlace
from bot.store.db import Tx
from bot.store.people import note
from bot.store.tables import places

_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is taken for another when somebody types it
LENGTH = 8


async def make(tx: Tx, name: str, *, by: int) -> CodedPlace:
    code = "".join(secrets.choice(_LETTERS) for _ in range(LENGTH))
    await tx.conn.execute(insert(places).values(code=code, name=name, created_by=by, created_at=tx.now))
    await note(tx, by, "place", code=code, name=name)
    return CodedPlace(code, name, None)


async def by_code(conn: AsyncConnection, code: str) -> CodedPlace | None:
    row = (await conn.execute(select(places).where(places.c.code == code))).first()
    return _place(row) if row else None


async def in_use(conn: AsyncConnection, limit: int, offset: int = 0) -> list[CodedPlace]:
    """Those that can be opened, the newest first."""
    rows = await conn.execute(
        select(places)
        .where(places.c.withdrawn_at.is_(None))
        .order_by(places.c.created_at.desc(), places.c.code)
        .limit(limit)
        .offset(offset)
    )
    return [_place(row) for row in rows]


async def rename(tx: Tx, code: str, name: str, *, by: int) -> None:
    await tx.conn.execute(update(places).where(places.c.code == code).values(name=name))
    await note(tx, by, "place", code=code, name=name)


async def withdraw(tx: Tx, code: str, *, by: int) -> None:
    await tx.conn.execute(update(places).where(places.c.code == code).values(withdrawn_at=tx.now))
    await note(tx, by, "place", code=code, name=None)


def _place(row: Row[tuple[object, ...]]) -> CodedPlace:
    return CodedPlace(row.code, row.name, row.withdrawn_at)
