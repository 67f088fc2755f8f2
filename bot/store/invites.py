"""Invitations: one-time codes that expire, of which only the hash is kept."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.db import Tx
from bot.store.people import note
from bot.store.tables import invites

TAG = 16  # letters of the hash that tell open invitations apart


@dataclass(frozen=True, slots=True)
class Open:
    """An invitation that nobody has used yet. `tag` names it."""

    tag: str
    role: str
    department: str | None
    by: int | None
    expires_at: datetime


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


async def make(tx: Tx, role: str, department: str | None, *, by: int | None, expires_at: datetime) -> str:
    """A new one-time code; only its hash is kept."""
    code = secrets.token_urlsafe(12)
    await tx.conn.execute(
        insert(invites).values(
            code_hash=_hash(code),
            role=role,
            department=department,
            created_by=by,
            created_at=tx.now,
            expires_at=expires_at,
        )
    )
    await note(tx, by, "invite", role=role, department=department)
    return code


async def redeem(tx: Tx, code: str, person_id: int) -> tuple[str, str | None, int | None] | None:
    """Use up a code: (role, department, who invited), or None when it is unknown, used or expired."""
    found = await tx.conn.execute(
        update(invites)
        .where(invites.c.code_hash == _hash(code), invites.c.used_at.is_(None), invites.c.expires_at > tx.now)
        .values(used_by=person_id, used_at=tx.now)
        .returning(invites.c.role, invites.c.department, invites.c.created_by)
    )
    row = found.first()
    return (row.role, row.department, row.created_by) if row else None


async def maker_of(conn: AsyncConnection, code: str) -> int | None:
    """Who made an invitation; None for an unknown code and for the first admin's."""
    found = await conn.execute(select(invites.c.created_by).where(invites.c.code_hash == _hash(code)))
    value: int | None = found.scalar_one_or_none()
    return value


async def user_of(conn: AsyncConnection, code: str) -> int | None:
    """Who has used an invitation."""
    found = await conn.execute(select(invites.c.used_by).where(invites.c.code_hash == _hash(code)))
    value: int | None = found.scalar_one_or_none()
    return value


async def open_ones(conn: AsyncConnection, now: datetime) -> list[Open]:
    """Those that can still be used, the newest first."""
    rows = await conn.execute(
        select(invites)
        .where(invites.c.used_at.is_(None), invites.c.expires_at > now)
        .order_by(invites.c.created_at.desc(), invites.c.code_hash)
    )
    return [Open(r.code_hash[:TAG], r.role, r.department, r.created_by, r.expires_at) for r in rows]


async def withdraw(tx: Tx, tag: str, *, by: int) -> bool:
    """An open invitation expires at once; False when it was used, or had expired already."""
    rows = await tx.conn.execute(
        update(invites)
        .where(
            invites.c.code_hash.startswith(tag, autoescape=True),
            invites.c.used_at.is_(None),
            invites.c.expires_at > tx.now,
        )
        .values(expires_at=tx.now)
        .returning(invites.c.role, invites.c.department)
    )
    gone = rows.first()
    if gone is not None:
        await note(tx, by, "invite_withdrawn", role=gone.role, department=gone.department)
    return gone is not None


async def end_first(tx: Tx) -> None:
    """Links for the first admin that nobody has used expire."""
    unused = (invites.c.created_by.is_(None), invites.c.used_at.is_(None), invites.c.expires_at > tx.now)
    await tx.conn.execute(update(invites).where(*unused).values(expires_at=tx.now))
