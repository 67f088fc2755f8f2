"""Slots: where a logical message, such as the card of a case in a chat, stands now."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import String, bindparam, cast, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.case import OPEN
from bot.store.asking import Question
from bot.store.db import Tx, upsert
from bot.store.tables import WAITS, cases, chats, messages, outbox

_STANDING = select(messages.c.message_id).where(
    messages.c.chat_id == bindparam("chat"), messages.c.slot == bindparam("slot")
)
_CHATS_WITH = Question(
    select(messages.c.chat_id)
    .where(messages.c.slot == bindparam("slot"))
    .union(select(outbox.c.chat_id).where(outbox.c.slot == bindparam("slot"), WAITS))
    .order_by("chat_id")
)


async def shown(tx: Tx, chat_id: int, slot: str) -> bool:
    """Whether it was sent to the chat, if only as a line of a bundle."""
    found = await tx.conn.execute(
        select(messages.c.slot).where(messages.c.chat_id == chat_id, messages.c.slot == slot)
    )
    return found.first() is not None


async def stands(tx: Tx, chat_id: int, slot: str) -> bool:
    """Whether it was sent to the chat or is about to be."""
    if await shown(tx, chat_id, slot):
        return True
    coming = await tx.conn.execute(
        select(outbox.c.seq).where(outbox.c.chat_id == chat_id, outbox.c.slot == slot, WAITS)
    )
    return coming.first() is not None


async def place(tx: Tx, chat_id: int, slot: str, message_id: int | None, case_id: int | None) -> None:
    """Note where a logical message stands now."""
    values = {"message_id": message_id, "case_id": case_id, "updated_at": tx.now}
    await tx.conn.execute(
        upsert(tx, messages)
        .values(chat_id=chat_id, slot=slot, **values)
        .on_conflict_do_update(index_elements=["chat_id", "slot"], set_=values)
    )


async def standing(conn: AsyncConnection, chat_id: int, slot: str) -> int | None:
    """The message id of a logical message, if it was sent and recorded."""
    found = await conn.execute(_STANDING, {"chat": chat_id, "slot": slot})
    value: int | None = found.scalar_one_or_none()
    return value


async def chats_with(conn: AsyncConnection, slot: str) -> list[int]:
    """The chats where a logical message stands or is about to, by their ids."""
    return [row.chat_id for row in await _CHATS_WITH.ask(conn, slot=slot)]


async def forget_passing(tx: Tx, keep: timedelta) -> None:
    """Forget where drafts, previews and old cards stood: nobody will edit them any more."""
    old = messages.c.updated_at < tx.now - keep
    passing = or_(
        *(
            messages.c.slot.like(p)
            for p in ("draft:%", "reply:%", "more:%", "card:%:%", "template:%", "page:%", "list:%")
        )
    )
    await tx.conn.execute(messages.delete().where(old, passing))


async def forget_cards(tx: Tx, chat_id: int, department: str) -> None:
    """The cards of a department are gone from a chat, or stand far above: the next versions are sent anew."""
    theirs = select("card:" + cast(cases.c.id, String)).where(cases.c.department == department)
    await tx.conn.execute(messages.delete().where(messages.c.chat_id == chat_id, messages.c.slot.in_(theirs)))


async def cards_elsewhere(
    conn: AsyncConnection, department: str, but: Sequence[int], limit: int
) -> list[int]:
    """Open cases of a department with a card in chats other than these that can be reached, the newest cards first."""
    gone = select(chats.c.id).where(chats.c.gone_at.is_not(None))
    rows = await conn.execute(
        select(cases.c.id)
        .join(messages, messages.c.slot == "card:" + cast(cases.c.id, String))
        .where(
            cases.c.department == department,
            cases.c.status.in_([s.value for s in OPEN]),
            messages.c.chat_id.not_in(but),
            messages.c.chat_id.not_in(gone),
        )
        .order_by(messages.c.updated_at.desc(), cases.c.id)
        .limit(limit)
    )
    return list(rows.scalars())


async def forget(tx: Tx, chat_id: int, slot: str) -> None:
    """The message is gone from the chat: the next version is sent anew."""
    await tx.conn.execute(messages.delete().where(messages.c.chat_id == chat_id, messages.c.slot == slot))
