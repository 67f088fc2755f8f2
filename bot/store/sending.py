"""The outbox as its one sender sees it: what goes next in which chat, and how it ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.db import Tx
from bot.store.outbox import OUTBOX
from bot.store.slots import place, standing
from bot.store.tables import WAITS, messages, outbox


@dataclass(frozen=True, slots=True)
class Waiting:
    seq: int
    chat_id: int
    case_id: int | None
    lane: int
    method: str
    params: dict[str, Any]
    purpose: str
    priority: int
    slot: str | None
    brief: str | None
    attempts: int
    created_at: datetime


_SETTLE = update(outbox).where(outbox.c.seq == bindparam("known_seq"))
_SETTLE_SENDING = _SETTLE.where(outbox.c.status == "sending")
_LANES = (
    select(
        outbox.c.chat_id,
        func.min(outbox.c.seq).label("seq"),
        func.min(outbox.c.priority).label("priority"),
        func.sum(case((outbox.c.brief.is_not(None), 1), else_=0)).label("cards"),
        func.max(case((outbox.c.status == "sending", 1), else_=0)).label("busy"),
    )
    .where(WAITS)
    .group_by(outbox.c.chat_id, outbox.c.lane)
)


@dataclass(frozen=True, slots=True)
class Lane:
    """What waits in one chat: `seq` is the row to send next, `cards` how many can be bundled."""

    chat_id: int
    seq: int
    priority: int
    cards: int = 0


async def heads(conn: AsyncConnection) -> list[Lane]:
    """For each chat with something waiting, the row to send next; chats in the order of priority, then age.

    Within a chat the lanes (cases) compete by their most urgent row, but a lane is sent in its own order.
    """
    best: dict[int, Lane] = {}
    for row in await conn.execute(_LANES):
        if row.busy:
            continue
        known = best.get(row.chat_id)
        cards = row.cards + (known.cards if known else 0)
        if known is None or (row.priority, row.seq) < (known.priority, known.seq):
            best[row.chat_id] = Lane(row.chat_id, row.seq, row.priority, cards)
        else:
            best[row.chat_id] = Lane(known.chat_id, known.seq, known.priority, cards)
    return sorted(best.values(), key=lambda lane: (lane.priority, lane.seq))


async def claim(tx: Tx, seqs: Sequence[int]) -> list[Waiting]:
    """Take rows for sending; a row taken meanwhile by a merge or another settle is left out."""
    rows = await tx.conn.execute(
        update(outbox)
        .where(outbox.c.seq.in_(seqs), outbox.c.status == "pending")
        .values(status="sending", attempts=outbox.c.attempts + 1)
        .returning(outbox)
    )
    return sorted((_waiting(row) for row in rows), key=lambda row: row.seq)


async def bundle_candidates(conn: AsyncConnection, chat_id: int, limit: int) -> list[int]:
    """Cards of this chat that wait at the head of their lane and have never been sent: the oldest first."""
    first = (
        select(func.min(outbox.c.seq).label("seq"))
        .where(outbox.c.chat_id == chat_id, WAITS)
        .group_by(outbox.c.lane)
        .subquery()
    )
    sent = (
        select(messages.c.slot)
        .where(
            messages.c.chat_id == chat_id,
            messages.c.slot == outbox.c.slot,
            messages.c.message_id.is_not(None),
        )
        .exists()
    )
    rows = await conn.execute(
        select(outbox.c.seq)
        .where(
            outbox.c.seq.in_(select(first.c.seq)),
            outbox.c.status == "pending",
            outbox.c.brief.is_not(None),
            outbox.c.slot.is_not(None),
            ~sent,
        )
        .order_by(outbox.c.seq)
        .limit(limit)
    )
    return [row.seq for row in rows]


async def unbundle(tx: Tx, seqs: Sequence[int]) -> None:
    """Send these by themselves after all."""
    await tx.conn.execute(
        update(outbox)
        .where(outbox.c.seq.in_(seqs), outbox.c.status == "sending")
        .values(status="pending", brief=None)
    )


async def settle(
    tx: Tx,
    row: Waiting,
    status: str,
    *,
    message_id: int | None = None,
    error: str | None = None,
    edit_of: int | None = None,
) -> bool:
    """Record how sending ended. `status`: sent, bundled, dropped, failed, gone; or pending for another try.

    `edit_of`: the message that was edited; if the slot has moved to another meanwhile, it stays there.
    Whether it was sent though it had been taken back meanwhile; what was not sent stays taken back.
    """
    values = {
        "known_seq": row.seq,
        "status": status,
        "message_id": message_id,
        "error": error[:1000] if error else None,
        "settled_at": None if status == "pending" else tx.now,
    }
    too_late = False
    if (await tx.conn.execute(_SETTLE_SENDING, values)).rowcount == 0:
        now = await tx.conn.execute(select(outbox.c.status).where(outbox.c.seq == row.seq))
        too_late = now.scalar_one() == "dropped"
        if too_late and status not in ("sent", "bundled"):
            return False
        await tx.conn.execute(_SETTLE, values)
    moved_on = edit_of is not None and (
        row.slot is None or await standing(tx.conn, row.chat_id, row.slot) != edit_of
    )
    if row.slot is not None and status in ("sent", "bundled") and not moved_on:
        await place(tx, row.chat_id, row.slot, message_id if status == "sent" else None, row.case_id)
    return too_late


async def reads_so(conn: AsyncConnection, row: Waiting, message_id: int, names: Sequence[str]) -> bool:
    """Whether a message reads as this row would have it, in the parameters of these names; not where a try of which
    nobody knows what came may have changed it.
    """
    found = await conn.execute(
        select(outbox.c.seq, outbox.c.params)
        .where(outbox.c.chat_id == row.chat_id, outbox.c.message_id == message_id)
        .order_by(outbox.c.seq.desc())
        .limit(1)
    )
    last = found.first()
    if last is None or row.attempts > 1 or any(last.params.get(n) != row.params.get(n) for n in names):
        return False
    unknown = await conn.execute(
        select(outbox.c.seq)
        .where(
            outbox.c.chat_id == row.chat_id,
            outbox.c.seq > last.seq,
            outbox.c.seq < row.seq,
            outbox.c.slot == row.slot,
            outbox.c.attempts > 0,
        )
        .limit(1)
    )
    return unknown.first() is None


async def resume(tx: Tx) -> int:
    """After a start: what was being sent when the process ended is sent again. It may arrive twice."""
    result = await tx.conn.execute(
        update(outbox).where(WAITS, outbox.c.status == "sending").values(status="pending")
    )
    return result.rowcount


async def give_up_chat(tx: Tx, chat_id: int, why: str) -> list[int]:
    """Settle everything that waits for a chat that can't be reached; the cases that were to be told of."""
    rows = await tx.conn.execute(
        select(outbox.c.case_id)
        .where(outbox.c.chat_id == chat_id, WAITS, outbox.c.case_id.is_not(None))
        .distinct()
    )
    cases = [row.case_id for row in rows]
    await tx.conn.execute(
        update(outbox)
        .where(outbox.c.chat_id == chat_id, WAITS)
        .values(status="gone", error=why[:1000], settled_at=tx.now)
    )
    return cases


async def move_chat(tx: Tx, old: int, new: int) -> None:
    """A group became a supergroup: what waits goes to the new id; old messages can no longer be edited."""
    tx.stirred.add(OUTBOX)
    await tx.conn.execute(
        update(outbox).where(outbox.c.chat_id == old, WAITS).values(chat_id=new, status="pending")
    )
    await tx.conn.execute(messages.delete().where(messages.c.chat_id == old))


async def depth(conn: AsyncConnection) -> int:
    found = await conn.execute(select(func.count()).select_from(outbox).where(WAITS))
    return found.scalar_one()


async def group_backlog(conn: AsyncConnection) -> int:
    """How many messages wait for groups."""
    found = await conn.execute(select(func.count()).select_from(outbox).where(WAITS, outbox.c.chat_id < 0))
    return found.scalar_one()


async def refused(conn: AsyncConnection, since: datetime | None = None) -> int:
    """How many messages Telegram would not take, since then or ever."""
    query = select(func.count()).select_from(outbox).where(outbox.c.status == "failed")
    if since is not None:
        query = query.where(outbox.c.settled_at >= since)
    return (await conn.execute(query)).scalar_one()


def _waiting(row: Row) -> Waiting:  # type: ignore[type-arg]
    return Waiting(
        seq=row.seq,
        chat_id=row.chat_id,
        case_id=row.case_id,
        lane=row.lane,
        method=row.method,
        params=row.params,
        purpose=row.purpose,
        priority=row.priority,
        slot=row.slot,
        brief=row.brief,
        attempts=row.attempts,
        created_at=row.created_at,
    )
