"""What cases are found by: their words, masked, and the last digits of telephones, in step with the events.

Confidential cases are not here: they are found by their number alone. The index keeps terms and no text; to take a
case out of it, it has to be told what was put in, which `found` keeps.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.case import CALLERS, Case, Event, EventKind
from bot.core.finding import terms
from bot.core.masking import mask
from bot.core.phones import phones, tail
from bot.store.db import Tx, upsert
from bot.store.tables import found, people, phone_tails

_SAID = {
    EventKind.FILED,
    EventKind.ADDED,
    EventKind.SUPPLIED,
    EventKind.SUMMARISED,
    EventKind.REPLIED,
    EventKind.RESOLVED,
    EventKind.CORRECTED,
}
_BY_CITIZEN = {EventKind.FILED, EventKind.ADDED, EventKind.SUPPLIED}
_MOVING = {"department", "supporting", "confidential"}
_PUT = text("INSERT INTO search (rowid, offices, words) VALUES (:id, :offices, :words)")
_TAKE = text("INSERT INTO search (search, rowid, offices, words) VALUES ('delete', :id, :offices, :words)")
_MATCH = text(
    "SELECT rowid FROM search WHERE search MATCH :what AND rowid < :before ORDER BY rowid DESC LIMIT :limit"
)
NEWEST = 1 << 62


async def follow(tx: Tx, case: Case, event: Event, history: Sequence[Event] = ()) -> None:
    """Bring what a case is found by in line with its newest event. `history`: all of it, once it is open again."""
    if event.kind not in _SAID and not _MOVING & event.data.keys():
        return
    row = (await tx.conn.execute(select(found).where(found.c.case_id == case.id))).first()
    before = row.words if row else ""
    if row is not None:
        await tx.conn.execute(_TAKE, {"id": case.id, "offices": row.offices, "words": terms(row.words)})
    if case.confidential:
        await tx.conn.execute(delete(found).where(found.c.case_id == case.id))
        await tx.conn.execute(delete(phone_tails).where(phone_tails.c.case_id == case.id))
        return
    said = [e for e in (history or (event,)) if e.kind in _SAID]
    words = "\n".join(filter(None, ("" if history else before, *(mask(_words(e)) for e in said))))
    offices = offices_term(dict.fromkeys((case.department, *case.supporting)))
    kept = {"offices": offices, "words": words}
    await tx.conn.execute(
        upsert(tx, found)
        .values(case_id=case.id, **kept)
        .on_conflict_do_update(index_elements=["case_id"], set_=kept)
    )
    await tx.conn.execute(_PUT, {"id": case.id, "offices": offices, "words": terms(words)})
    ends = {tail(phone) for e in said if e.kind in _BY_CITIZEN for phone in phones(_words(e))}
    if case.citizen_id >= CALLERS and event.kind is EventKind.FILED:
        caller = await tx.conn.execute(select(people.c.phone).where(people.c.id == case.citizen_id))
        ends |= {tail(phone) for phone in caller.scalars() if phone}
    for end in sorted(ends):
        await tx.conn.execute(
            upsert(tx, phone_tails)
            .values(tail=end, case_id=case.id)
            .on_conflict_do_nothing(index_elements=["tail", "case_id"])
        )


def _words(event: Event) -> str:
    return str(event.data.get("text") or "")


def offices_term(offices: Collection[str]) -> str:
    """Offices as terms of the index, whatever signs their ids are made of."""
    return " ".join("o" + office.encode().hex() for office in offices)


async def by_words(
    conn: AsyncConnection, what: str, offices: Sequence[str] | None, before: int, limit: int
) -> list[int]:
    """Ids of cases with these words, the newest first, below `before`; of these offices, with None of all."""
    query = f"words : ({what})"
    if offices is not None:
        if not offices:
            return []
        query += f" AND offices : ({' OR '.join(offices_term([office]) for office in offices)})"
    rows = await conn.execute(_MATCH, {"what": query, "before": before, "limit": limit})
    return list(rows.scalars())


async def by_tail(conn: AsyncConnection, end: str, before: int, limit: int) -> list[int]:
    """Ids of cases with a telephone that ends like this, the newest first, below `before`."""
    rows = await conn.execute(
        select(phone_tails.c.case_id)
        .where(phone_tails.c.tail == end, phone_tails.c.case_id < before)
        .order_by(phone_tails.c.case_id.desc())
        .limit(limit)
    )
    return list(rows.scalars())


async def words(conn: AsyncConnection, ids: Sequence[int]) -> dict[int, str]:
    """What these cases were put into the index with, masked."""
    rows = await conn.execute(select(found.c.case_id, found.c.words).where(found.c.case_id.in_(ids)))
    return {row.case_id: row.words for row in rows}
