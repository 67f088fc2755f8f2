"""The inbox: raw updates as they came, claimed in order of each chat, settled with the work they caused."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Row, bindparam, delete, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.db import Tx, upsert
from bot.store.tables import dead_letters, inbox

# In the words of the index: with a bound value SQLite would read all that came in the last days.
WAITS = text("inbox.status = 'pending'")
NOT_UNDERSTOOD = "can't be understood: "  # before the error of an update that could not even be read


@dataclass(frozen=True, slots=True)
class Received:
    """One update before it is understood. `lane` is the chat that it belongs to, 0 when it has none."""

    update_id: int
    lane: int
    raw: str


@dataclass(frozen=True, slots=True)
class Claimed:
    seq: int
    update_id: int
    lane: int
    raw: str
    received_at: datetime
    attempts: int
    failures: int
    error: str | None
    reference: str | None = None  # of the dead letter that it was


async def add(tx: Tx, bot_id: int, updates: Sequence[Received]) -> int:
    """Store updates that are not here yet; the number that were new."""
    if not updates:
        return 0
    rows = [
        {
            "bot_id": bot_id,
            "update_id": u.update_id,
            "lane": u.lane,
            "raw": u.raw,
            "received_at": tx.now,
            "status": "pending",
            "attempts": 0,
            "failures": 0,
        }
        for u in updates
    ]
    statement = upsert(tx, inbox).on_conflict_do_nothing(index_elements=["bot_id", "update_id"])
    return (await tx.conn.execute(statement, rows)).rowcount


async def suspects(conn: AsyncConnection) -> list[int]:
    """Asked at a start: the chats whose oldest update was in work when the last process ended."""
    rows = await conn.execute(
        select(inbox.c.lane).where(WAITS, inbox.c.attempts > inbox.c.failures).order_by(inbox.c.seq)
    )
    return list(dict.fromkeys(row.lane for row in rows))


async def claim(tx: Tx, shut: Collection[int], room: int, only: int | None = None) -> list[Claimed]:
    """The oldest waiting update of up to `room` chats that are not `shut`; each claim counts an attempt.

    `only` names the one chat to claim from.
    """
    first = (
        select(func.min(inbox.c.seq).label("seq"))
        .where(WAITS)
        .group_by(inbox.c.lane)
        .order_by(func.min(inbox.c.seq))
        .limit(room + len(shut))
    )
    if only is not None:
        first = select(func.min(inbox.c.seq)).where(WAITS, inbox.c.lane == only)
    heads = select(inbox).where(inbox.c.seq.in_(first)).order_by(inbox.c.seq)
    rows = [row for row in await tx.conn.execute(heads) if row.lane not in shut][:room]
    claimed = [_claimed(row) for row in rows]
    if claimed:
        await tx.conn.execute(
            update(inbox)
            .where(inbox.c.seq.in_([c.seq for c in claimed]))
            .values(attempts=inbox.c.attempts + 1)
        )
    return claimed


async def settle(tx: Tx, seq: int) -> None:
    """Mark an update as handled: in the transaction of what it changed."""
    result = await tx.conn.execute(
        update(inbox).where(inbox.c.seq == seq, WAITS).values(status="done", handled_at=tx.now)
    )
    if result.rowcount != 1:
        raise AlreadySettled(seq)


async def give_back(tx: Tx, seq: int) -> None:
    """Take a claim back: it was nobody's attempt."""
    await tx.conn.execute(
        update(inbox).where(inbox.c.seq == seq, inbox.c.attempts > 0).values(attempts=inbox.c.attempts - 1)
    )


async def fail(tx: Tx, seq: int, error: str) -> None:
    """Count a failure that was seen; the update waits for its next try."""
    await tx.conn.execute(
        update(inbox).where(inbox.c.seq == seq).values(failures=inbox.c.failures + 1, error=error[:2000])
    )


async def bury(tx: Tx, letter: Claimed, error: str) -> str:
    """Give up on an update: it moves to the dead letters. Returns the reference that people are told.

    One that was handed in again and failed again keeps the one that they were told.
    """
    reference = letter.reference
    if reference is not None:
        failed = {"error": error[:2000], "again_at": None}
        await tx.conn.execute(
            update(dead_letters).where(dead_letters.c.reference == reference).values(failed)
        )
    else:
        reference = await _free_reference(tx)
        await tx.conn.execute(
            insert(dead_letters).values(
                reference=reference,
                update_id=letter.update_id,
                lane=letter.lane,
                raw=letter.raw,
                error=error[:2000],
                at=tx.now,
            )
        )
    await tx.conn.execute(
        update(inbox)
        .where(inbox.c.seq == letter.seq)
        .values(status="dead", handled_at=tx.now, error=error[:2000])
    )
    return reference


async def _free_reference(tx: Tx) -> str:
    """Short enough to be read out, so two of one day can meet: then another one is drawn."""
    while True:
        reference = f"D{tx.now:%y%m%d}-{secrets.token_hex(2).upper()}"
        taken = select(dead_letters.c.reference).where(dead_letters.c.reference == reference)
        if (await tx.conn.execute(taken)).first() is None:
            return reference


async def purge(tx: Tx, keep: timedelta) -> int:
    """Forget handled updates older than `keep`: Telegram's ids restart at random after a quiet week."""
    result = await tx.conn.execute(
        delete(inbox).where(inbox.c.status != "pending", inbox.c.handled_at < tx.now - keep)
    )
    return result.rowcount


_WAITING = select(inbox.c.seq).where(WAITS, inbox.c.lane.not_in(bindparam("shut", expanding=True))).limit(1)


async def any_waiting(conn: AsyncConnection, shut: Collection[int] = ()) -> bool:
    """Whether something waits in a chat that is not `shut`."""
    return (await conn.execute(_WAITING, {"shut": list(shut)})).first() is not None


async def waits_in(conn: AsyncConnection, lane: int) -> bool:
    """Whether something of this chat is not handled yet."""
    found = await conn.execute(select(inbox.c.seq).where(WAITS, inbox.c.lane == lane).limit(1))
    return found.first() is not None


async def depth(conn: AsyncConnection) -> tuple[int, int]:
    """How many updates wait, and how many lie among the dead letters and were not handed in again."""
    waiting = await conn.execute(select(func.count()).select_from(inbox).where(WAITS))
    dead = await conn.execute(
        select(func.count()).select_from(dead_letters).where(dead_letters.c.again_at.is_(None))
    )
    return waiting.scalar_one(), dead.scalar_one()


async def dead_since(conn: AsyncConnection, since: datetime) -> int:
    """How many updates were given up since then, and not handed in again."""
    lie = (dead_letters.c.at >= since, dead_letters.c.again_at.is_(None))
    found = await conn.execute(select(func.count()).select_from(dead_letters).where(*lie))
    return found.scalar_one()


class AlreadySettled(Exception):
    """The update was handled before: its work must not be done twice."""


def _claimed(row: Row) -> Claimed:  # type: ignore[type-arg]
    return Claimed(
        seq=row.seq,
        update_id=row.update_id,
        lane=row.lane,
        raw=row.raw,
        received_at=row.received_at,
        attempts=row.attempts + 1,
        failures=row.failures,
        error=row.error,
        reference=row.reference,
    )
