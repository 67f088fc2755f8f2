"""The outbox: everything the bot says, as rows, added with what made it true, and what is taken back unsent."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from bot.core.case import CALLERS
from bot.core.notices import Priority
from bot.store import listed, people
from bot.store.asking import Question
from bot.store.db import Tx
from bot.store.slots import shown, stands
from bot.store.tables import WAITS, cases, outbox

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


# Asked with every message: to build them costs more than to ask them.
_ACCUSED = Question(select(cases.c.accused, cases.c.citizen_id).where(cases.c.id == bindparam("case")))
_INSERT = insert(outbox)
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
        if say.edit_only and not await stands(tx, say.chat_id, say.slot):
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
            and not await shown(tx, say.chat_id, say.slot)
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
