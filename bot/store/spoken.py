"""The outbox as a record: which chat was told what, and which case a message is about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import and_, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import listed
from bot.store.outbox import PAGE, TAKEN_BACK
from bot.store.tables import cases, outbox
from bot.store.tables import listed as listed_in


async def about(conn: AsyncConnection, chat_id: int, message_id: int) -> tuple[int, str] | None:
    """(case id, purpose) of a message of the bot; None when it is about no case, or about several.

    A list in which cases are opened in turn is about the one that it shows now.
    """
    newest = await conn.execute(
        select(outbox.c.case_id, outbox.c.purpose)
        .where(outbox.c.chat_id == chat_id, outbox.c.message_id == message_id)
        .order_by(outbox.c.seq.desc())
        .limit(1)
    )
    now = newest.first()
    if now is not None and (now.case_id is None or now.purpose.startswith(PAGE)):
        return (now.case_id, now.purpose) if now.case_id is not None else None
    found = await conn.execute(
        select(outbox.c.case_id, outbox.c.purpose)
        .where(
            outbox.c.chat_id == chat_id,
            outbox.c.message_id == message_id,
            outbox.c.case_id.is_not(None),
            outbox.c.status != "bundled",
        )
        .limit(1)
    )
    row = found.first()
    return (row.case_id, row.purpose) if row else None


async def message_of(conn: AsyncConnection, seq: int) -> int | None:
    """The message that a row became; None for one that was never sent."""
    found = await conn.execute(select(outbox.c.message_id).where(outbox.c.seq == seq))
    value: int | None = found.scalar_one_or_none()
    return value


async def purpose_of(conn: AsyncConnection, chat_id: int, message_id: int) -> str | None:
    """What a message of the bot was for when it was sent; None for one that is not known."""
    found = await conn.execute(
        select(outbox.c.purpose)
        .where(outbox.c.chat_id == chat_id, outbox.c.message_id == message_id)
        .order_by(outbox.c.seq)
        .limit(1)
    )
    value: str | None = found.scalar_one_or_none()
    return value


async def last_said(conn: AsyncConnection, chat_id: int) -> tuple[int, str, datetime] | None:
    """(case id, purpose, when) of the newest message in a chat, if it is about a case."""
    row = (
        await conn.execute(
            select(outbox.c.case_id, outbox.c.purpose, outbox.c.created_at)
            .where(outbox.c.chat_id == chat_id)
            .order_by(outbox.c.seq.desc())
            .limit(1)
        )
    ).first()
    return (row.case_id, row.purpose, row.created_at) if row and row.case_id is not None else None


async def last_purpose(conn: AsyncConnection, chat_id: int) -> tuple[str, datetime] | None:
    """(purpose, when) of the newest message in a chat."""
    newest = select(outbox.c.purpose, outbox.c.created_at).where(outbox.c.chat_id == chat_id)
    row = (await conn.execute(newest.order_by(outbox.c.seq.desc()).limit(1))).first()
    return (row.purpose, row.created_at) if row else None


async def was_said(conn: AsyncConnection, chat_id: int, purpose: str) -> bool:
    """Whether a message of this purpose was ever meant for a chat."""
    found = await conn.execute(
        select(outbox.c.seq).where(outbox.c.chat_id == chat_id, outbox.c.purpose == purpose).limit(1)
    )
    return found.first() is not None


async def fates(conn: AsyncConnection, seqs: Sequence[int]) -> dict[int, str]:
    """What became of these rows, by chat: waiting, lost or sent; of several the first that is true of one."""
    found: dict[int, set[str]] = {}
    for start in range(0, len(seqs), 500):
        some = outbox.c.seq.in_(seqs[start : start + 500])
        for row in await conn.execute(select(outbox.c.chat_id, outbox.c.status).where(some)):
            fate = "waiting" if row.status in ("pending", "sending") else row.status
            found.setdefault(row.chat_id, set()).add(fate if fate in ("waiting", "sent") else "lost")
    return {chat: next(f for f in ("waiting", "lost", "sent") if f in of) for chat, of in found.items()}


@dataclass(frozen=True, slots=True)
class Sent:
    """One message about a case that a chat has. `bundled`: as a line among others; `seq`: the row it was sent by last.

    `purpose` is what it was sent for, `now` what it was last changed for.
    """

    seq: int
    message_id: int
    method: str
    purpose: str
    at: datetime
    bundled: bool
    slot: str | None
    now: str


async def chats_about(conn: AsyncConnection, case_id: int) -> list[int]:
    """Every chat that was told of a case or is about to be, in a list too."""
    rows = await conn.execute(
        select(outbox.c.chat_id)
        .where(outbox.c.case_id == case_id, outbox.c.status.not_in(("dropped", "failed", "gone")))
        .distinct()
    )
    return sorted({*rows.scalars(), *await listed.chats_naming(conn, case_id)})


async def sent_about(conn: AsyncConnection, chat_id: int, case_id: int) -> list[Sent]:
    """The messages about a case that were sent to a chat, and not taken back, the oldest first."""
    rows = await conn.execute(
        select(outbox)
        .where(
            outbox.c.chat_id == chat_id,
            outbox.c.case_id == case_id,
            outbox.c.status.in_(("sent", "bundled")),
            outbox.c.message_id.is_not(None),
        )
        .order_by(outbox.c.seq)
    )
    found: dict[int, Sent] = {}
    for row in rows:
        if row.purpose == TAKEN_BACK:
            found.pop(row.message_id, None)
        elif (first := found.get(row.message_id)) is None:
            at = row.settled_at or row.created_at
            bundled = row.status == "bundled"
            found[row.message_id] = Sent(
                row.seq, row.message_id, row.method, row.purpose, at, bundled, row.slot, row.purpose
            )
        else:
            purpose = row.purpose if row.purpose.startswith(PAGE) else first.purpose
            found[row.message_id] = replace(first, seq=row.seq, purpose=purpose, now=row.purpose)
    return list(found.values())


async def said_with(
    conn: AsyncConnection, chat_id: int, purposes: Sequence[str], seq: int | None = None
) -> list[tuple[int, str, int]]:
    """(chat, slot, case id) of what was said for `purposes` in one breath with row `seq` of a chat, without it with
    whatever still waits for that chat.
    """
    other = outbox.alias()  # not by the time: what replaces a version that still waits keeps that one's
    which = other.c.status.in_(("pending", "sending")) if seq is None else other.c.seq == seq
    rows = await conn.execute(
        select(outbox.c.chat_id, outbox.c.slot, outbox.c.case_id)
        .join(other, and_(other.c.case_id == outbox.c.case_id, other.c.cause == outbox.c.cause))
        .where(outbox.c.purpose.in_(purposes), outbox.c.slot.is_not(None), other.c.chat_id == chat_id, which)
        .distinct()
    )
    return [(row.chat_id, row.slot, row.case_id) for row in rows]


async def breath(conn: AsyncConnection, seq: int) -> list[tuple[bool, bool]]:
    """The messages that were said to a chat with this one and for the same, in order: (words or a file, lost or not)."""
    one, all_ = outbox.alias(), outbox
    rows = await conn.execute(
        select(all_.c.method, all_.c.status)
        .join(
            one,
            and_(
                one.c.chat_id == all_.c.chat_id,
                one.c.case_id == all_.c.case_id,
                one.c.purpose == all_.c.purpose,
                one.c.cause == all_.c.cause,
            ),
        )
        .where(one.c.seq == seq)
        .order_by(all_.c.seq)
    )
    return [(row.method == "sendMessage", row.status in ("failed", "gone")) for row in rows]


async def still_says(conn: AsyncConnection, case_id: int, purpose: str) -> list[tuple[int, str]]:
    """(chat, slot) of the messages about a case that were changed last for `purpose`."""
    rows = await conn.execute(
        select(outbox.c.chat_id, outbox.c.slot)
        .where(outbox.c.case_id == case_id, outbox.c.purpose == purpose, outbox.c.slot.is_not(None))
        .distinct()
    )
    return [(r.chat_id, r.slot) for r in rows if await purpose_in(conn, r.chat_id, r.slot) == purpose]


async def purpose_in(conn: AsyncConnection, chat_id: int, slot: str) -> str | None:
    """What a logical message says now in a chat, or is about to; None while it neither stands nor waits."""
    found = await conn.execute(
        select(outbox.c.purpose)
        .where(
            outbox.c.chat_id == chat_id,
            outbox.c.slot == slot,
            outbox.c.status.in_(("pending", "sending", "sent")),
        )
        .order_by(outbox.c.seq.desc())
        .limit(1)
    )
    value: str | None = found.scalar_one_or_none()
    return value


async def cases_told(conn: AsyncConnection, chat_id: int, statuses: Sequence[str]) -> list[int]:
    """The cases of these statuses that a chat was told of or is about to be."""
    told = outbox.c.chat_id == chat_id, outbox.c.status.not_in(("dropped", "failed", "gone"))
    about = select(outbox.c.case_id).join(cases, cases.c.id == outbox.c.case_id)
    named = (
        select(listed_in.c.case_id)
        .join(outbox, outbox.c.seq == listed_in.c.seq)
        .join(cases, cases.c.id == listed_in.c.case_id)
    )
    both = union(*(each.where(*told, cases.c.status.in_(statuses)) for each in (about, named)))
    return sorted((await conn.execute(both)).scalars())


async def bundled_with(conn: AsyncConnection, chat_id: int, message_id: int) -> list[tuple[int, str]]:
    """(case id, line) of every card that stands as a line of this message."""
    rows = await conn.execute(
        select(outbox.c.case_id, outbox.c.brief)
        .where(outbox.c.chat_id == chat_id, outbox.c.message_id == message_id, outbox.c.status == "bundled")
        .order_by(outbox.c.seq)
    )
    return [(row.case_id, row.brief or "") for row in rows]
