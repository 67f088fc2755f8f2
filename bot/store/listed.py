"""Which cases the messages of the outbox name beside the one they are about, and which of them still stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from bot.store.db import Reader, Tx
from bot.store.tables import listed, outbox

_ALIVE = ("pending", "sending", "sent")


@dataclass(frozen=True, slots=True)
class List:
    """A message that names a case. `message_id`: None while it is not sent; `about`: the case it is about, if any."""

    seq: int
    about: int | None
    purpose: str
    status: str
    message_id: int | None
    again: str | None


async def note(tx: Tx, seq: int, cases: Sequence[int], again: str | None) -> None:
    rows = [{"seq": seq, "case_id": case, "at": tx.now, "again": again} for case in dict.fromkeys(cases)]
    await tx.conn.execute(insert(listed), rows)


async def forget(tx: Tx, seq: int) -> None:
    await tx.conn.execute(delete(listed).where(listed.c.seq == seq))


async def purge(tx: Tx, keep: timedelta) -> None:
    await tx.conn.execute(delete(listed).where(listed.c.at < tx.now - keep))


async def chats_naming(conn: Reader, case_id: int) -> list[int]:
    """Every chat with a list that names a case, or named it once."""
    rows = await conn.execute(
        select(outbox.c.chat_id)
        .join(listed, listed.c.seq == outbox.c.seq)
        .where(listed.c.case_id == case_id, outbox.c.status.in_(_ALIVE))
        .distinct()
        .order_by(outbox.c.chat_id)
    )
    return list(rows.scalars())


async def standing(conn: Reader, chat_id: int, case_id: int) -> list[List]:
    """The messages of a chat that name a case now, or are about to: what was edited away is none."""
    rows = await conn.execute(
        select(outbox, listed.c.again)
        .join(listed, listed.c.seq == outbox.c.seq)
        .where(listed.c.case_id == case_id, outbox.c.chat_id == chat_id, outbox.c.status.in_(_ALIVE))
        .order_by(outbox.c.seq)
    )
    found = []
    for row in rows:
        sent = row.status == "sent"
        if not sent or await newest(conn, chat_id, row.message_id) == row.seq:
            found.append(
                List(
                    row.seq, row.case_id, row.purpose, row.status, row.message_id if sent else None, row.again
                )
            )
    return found


async def newest(conn: Reader, chat_id: int, message_id: int) -> int | None:
    """The row whose words stand in a message."""
    found = await conn.execute(
        select(func.max(outbox.c.seq)).where(
            outbox.c.chat_id == chat_id, outbox.c.message_id == message_id, outbox.c.status == "sent"
        )
    )
    value: int | None = found.scalar_one()
    return value


async def replace(tx: Tx, seq: int, params: dict[str, Any]) -> None:
    """Other words for a list that was not sent yet."""
    await tx.conn.execute(update(outbox).where(outbox.c.seq == seq).values(params=params))
    await forget(tx, seq)
