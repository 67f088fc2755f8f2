"""The outbox: everything the bot says, as rows. Added with what made it true, settled by the one sender."""

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, String, bindparam, case, cast, func, insert, or_, select, text, union, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.case import CALLERS, OPEN
from bot.core.notices import Priority
from bot.store import listed, people
from bot.store.asking import Question
from bot.store.db import Tx, upsert
from bot.store.tables import cases, chats, files, messages, outbox
from bot.store.tables import listed as listed_in

# In the words of the indexes: with bound values SQLite would read the whole table, which keeps all ever said.
WAITS = text("outbox.status IN ('pending', 'sending')")
OUTBOX = "outbox"  # the queue that the sender waits for
EDIT = "editMessageText"
PAGE = "case-page:"  # the purpose of a case's page in a list, and where its way back leads
LIST = "list:"  # the slot of a list that is turned over in place, and its message
TAKEN_BACK = "taken-back"  # the purpose of what takes a message back


@dataclass(frozen=True, slots=True)
class Say:
    """One thing to say. With a `slot` it is a logical message: the latest version replaces what stands there.

    `brief` is the one line that stands for it in a bundle; only messages with one can be bundled.
    `edit_only`: change what stands there, but say nothing anew when nothing does.
    `parting`: takes something back from a chat that may not see the case any more; all else about it is not said there.
    `names`: other cases that stand in it; `again`: the data of a button that shows it anew (bot/store/listed.py).
    """

    chat_id: int
    method: str
    params: dict[str, Any]
    purpose: str
    priority: Priority = Priority.NOTICE
    case_id: int | None = None
    slot: str | None = None
    brief: str | None = None
    edit_only: bool = False
    parting: bool = False
    names: tuple[int, ...] = ()
    again: str | None = None


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


# Asked with every message: to build them costs more than to ask them.
_ACCUSED = Question(select(cases.c.accused, cases.c.citizen_id).where(cases.c.id == bindparam("case")))
_INSERT = insert(outbox)
_SETTLE = update(outbox).where(outbox.c.seq == bindparam("known_seq"))
_SETTLE_SENDING = _SETTLE.where(outbox.c.status == "sending")
_PENDING = (
    select(outbox.c.seq, outbox.c.priority, outbox.c.method)
    .where(
        outbox.c.chat_id == bindparam("chat"),
        outbox.c.slot == bindparam("slot"),
        WAITS,
        outbox.c.status == "pending",
    )
    .order_by(outbox.c.seq.desc())
)
_STANDING = select(messages.c.message_id).where(
    messages.c.chat_id == bindparam("chat"), messages.c.slot == bindparam("slot")
)
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
    """What waits in one chat: `seq` is the row to send next, `count` how many wait, `cards` can be bundled."""

    chat_id: int
    seq: int
    priority: int
    cards: int = field(default=0)


async def add(tx: Tx, say: Say) -> int:
    """Queue one message. A logical message that still waits unsent is replaced in place: the latest wins.

    To somebody without Telegram nothing is said: their case tells the office to telephone. Nothing about a case
    is said where an office it complains about would read it, whoever asks for it.
    """
    if say.chat_id >= CALLERS:
        return 0
    if say.case_id is not None and not say.parting and await _conflicted(tx, say.chat_id, say.case_id):
        return 0
    if say.slot is not None:
        if say.edit_only and not await _stands(tx, say.chat_id, say.slot):
            return 0
        pending = (
            outbox.c.chat_id == say.chat_id,
            outbox.c.slot == say.slot,
            WAITS,
            outbox.c.status == "pending",
        )
        # After a send that failed an older version may wait beside a newer one: the newest is sent last.
        row = (await tx.conn.execute(_PENDING, {"chat": say.chat_id, "slot": say.slot})).first()
        if (
            row is not None
            and say.edit_only
            and row.method != EDIT
            and not await _shown(tx, say.chat_id, say.slot)
        ):
            # Nobody has seen it yet: then nobody needs to hear that it is over.
            await tx.conn.execute(update(outbox).where(*pending).values(status="dropped", settled_at=tx.now))
            return 0
        if row is not None:
            await tx.conn.execute(
                update(outbox)
                .where(outbox.c.seq == row.seq)
                .values(
                    method=EDIT if say.edit_only else say.method,
                    params=say.params,
                    brief=say.brief,
                    priority=min(row.priority, say.priority),
                    purpose=say.purpose,
                    case_id=say.case_id,
                    lane=say.case_id or 0,
                    cause=tx.cause,
                )
            )
            if say.slot.startswith(LIST):
                await listed.forget(tx, row.seq)
            if say.names:
                await listed.note(tx, row.seq, say.names, say.again)
            return int(row.seq)
    tx.stirred.add(OUTBOX)
    result = await tx.conn.execute(
        _INSERT,
        {
            "chat_id": say.chat_id,
            "case_id": say.case_id,
            "lane": say.case_id or 0,
            "method": EDIT if say.edit_only else say.method,
            "params": say.params,
            "purpose": say.purpose,
            "priority": int(say.priority),
            "slot": say.slot,
            "brief": say.brief,
            "status": "pending",
            "attempts": 0,
            "created_at": tx.now,
            "cause": tx.cause,
        },
    )
    key = result.inserted_primary_key
    assert key is not None
    if say.names:
        await listed.note(tx, int(key[0]), say.names, say.again)
    return int(key[0])


async def _conflicted(tx: Tx, chat_id: int, case_id: int) -> bool:
    """Whether a chat is, or is bound to, somebody complained about; the citizen always hears of their own case."""
    row = next(iter(await _ACCUSED.ask(tx.conn, case=case_id)), None)
    if row is None or not row.accused or chat_id == row.citizen_id:
        return False
    if chat_id > 0:
        person = await people.get(tx.conn, chat_id)
        return person is not None and bool(person.ties & set(row.accused))
    return bool(set(row.accused) & set(await people.departments_of_chat(tx.conn, chat_id)))


async def _shown(tx: Tx, chat_id: int, slot: str) -> bool:
    found = await tx.conn.execute(
        select(messages.c.slot).where(messages.c.chat_id == chat_id, messages.c.slot == slot)
    )
    return found.first() is not None


async def _stands(tx: Tx, chat_id: int, slot: str) -> bool:
    if await _shown(tx, chat_id, slot):
        return True
    coming = await tx.conn.execute(
        select(outbox.c.seq).where(outbox.c.chat_id == chat_id, outbox.c.slot == slot, WAITS)
    )
    return coming.first() is not None


async def keep_file(tx: Tx, content: bytes) -> str:
    """Store a file to be sent; its hash names it in params as {"$file": hash, "name": …}."""
    digest = hashlib.sha256(content).hexdigest()
    await tx.conn.execute(
        upsert(tx, files)
        .values(sha256=digest, content=content, created_at=tx.now)
        .on_conflict_do_nothing(index_elements=["sha256"])
    )
    return digest


async def file_content(conn: AsyncConnection, digest: str) -> bytes:
    content: bytes = (
        await conn.execute(select(files.c.content).where(files.c.sha256 == digest))
    ).scalar_one()
    return content


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


_CHATS_WITH = Question(
    select(messages.c.chat_id)
    .where(messages.c.slot == bindparam("slot"))
    .union(select(outbox.c.chat_id).where(outbox.c.slot == bindparam("slot"), WAITS))
    .order_by("chat_id")
)


async def chats_with(conn: AsyncConnection, slot: str) -> list[int]:
    """The chats where a logical message stands or is about to, by their ids."""
    return [row.chat_id for row in await _CHATS_WITH.ask(conn, slot=slot)]


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


async def was_said(conn: AsyncConnection, chat_id: int, purpose: str) -> bool:
    """Whether a message of this purpose was ever meant for a chat."""
    found = await conn.execute(
        select(outbox.c.seq).where(outbox.c.chat_id == chat_id, outbox.c.purpose == purpose).limit(1)
    )
    return found.first() is not None


async def fates(conn: AsyncConnection, seqs: Sequence[int]) -> dict[int, str]:
    """What became of these rows: status by chat."""
    found: dict[int, str] = {}
    for start in range(0, len(seqs), 500):
        some = outbox.c.seq.in_(seqs[start : start + 500])
        found |= {
            r.chat_id: r.status
            for r in await conn.execute(select(outbox.c.chat_id, outbox.c.status).where(some))
        }
    return found


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


async def take_back(tx: Tx, case_id: int, keep: Sequence[int], purposes: Sequence[str]) -> None:
    """Drop what waits of a case for groups other than `keep`: the case has moved on."""
    await tx.conn.execute(
        update(outbox)
        .where(
            outbox.c.case_id == case_id,
            outbox.c.status == "pending",
            outbox.c.chat_id < 0,
            outbox.c.chat_id.not_in(keep),
            outbox.c.purpose.in_(purposes),
        )
        .values(status="dropped", settled_at=tx.now)
    )


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


async def drop_about(tx: Tx, chat_id: int, case_id: int, but: Sequence[str] = ()) -> int:
    """What waits of a case for a chat is not sent, nor tried again if it is on its way; how much that was.

    `but`: purposes that are left alone.
    """
    result = await tx.conn.execute(
        update(outbox)
        .where(
            outbox.c.chat_id == chat_id,
            outbox.c.case_id == case_id,
            WAITS,
            outbox.c.purpose.not_in(but),
        )
        .values(status="dropped", settled_at=tx.now)
    )
    return result.rowcount


async def bundled_with(conn: AsyncConnection, chat_id: int, message_id: int) -> list[tuple[int, str]]:
    """(case id, line) of every card that stands as a line of this message."""
    rows = await conn.execute(
        select(outbox.c.case_id, outbox.c.brief)
        .where(outbox.c.chat_id == chat_id, outbox.c.message_id == message_id, outbox.c.status == "bundled")
        .order_by(outbox.c.seq)
    )
    return [(row.case_id, row.brief or "") for row in rows]


async def move_chat(tx: Tx, old: int, new: int) -> None:
    """A group became a supergroup: what waits goes to the new id; old messages can no longer be edited."""
    tx.stirred.add(OUTBOX)
    await tx.conn.execute(
        update(outbox).where(outbox.c.chat_id == old, WAITS).values(chat_id=new, status="pending")
    )
    await tx.conn.execute(messages.delete().where(messages.c.chat_id == old))


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


async def forget_slot(tx: Tx, chat_id: int, slot: str) -> None:
    """The message is gone from the chat: the next version is sent anew."""
    await tx.conn.execute(messages.delete().where(messages.c.chat_id == chat_id, messages.c.slot == slot))


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


async def would_say(tx: Tx, work: Callable[[], Awaitable[Any]]) -> list[tuple[int, str, dict[str, Any]]]:
    """(chat, purpose, parameters) of all that `work` would say: it is done, looked at, and undone without a trace."""
    last = (await tx.conn.execute(select(func.coalesce(func.max(outbox.c.seq), 0)))).scalar_one()
    await tx.conn.exec_driver_sql("SAVEPOINT look")
    try:
        await work()
        rows = await tx.conn.execute(select(outbox).where(outbox.c.seq > last).order_by(outbox.c.seq))
        return [(row.chat_id, row.purpose, row.params) for row in rows]
    finally:
        await tx.conn.exec_driver_sql("ROLLBACK TO look")
        await tx.conn.exec_driver_sql("RELEASE look")
