"""Knowledge cards: questions with an answer that holds, its source, who keeps it true, and until when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, or_, select, update

from bot.store.db import Reader, Tx
from bot.store.tables import knowledge


@dataclass(frozen=True, slots=True)
class Card:
    """`owner`: a department. `valid_until` None: until somebody takes it away."""

    id: int
    question: str
    answer: str
    source: str
    owner: str
    valid_until: datetime | None

    def holds(self, now: datetime) -> bool:
        return self.valid_until is None or now < self.valid_until


async def add(
    tx: Tx, question: str, answer: str, source: str, owner: str, valid_until: datetime | None, by: int
) -> Card:
    values: dict[str, Any] = {
        "question": question,
        "answer": answer,
        "source": source,
        "owner": owner,
        "valid_until": valid_until,
    }
    made = await tx.conn.execute(
        insert(knowledge).values(**values, created_by=by, created_at=tx.now).returning(knowledge.c.id)
    )
    return Card(made.scalar_one(), **values)


async def card(conn: Reader, card_id: int) -> Card | None:
    """A card that was not taken away; it may be past its time."""
    row = (
        await conn.execute(
            select(knowledge).where(knowledge.c.id == card_id, knowledge.c.retired_at.is_(None))
        )
    ).first()
    return _card(row) if row else None


async def holding(conn: Reader, now: datetime) -> list[Card]:
    """The cards whose answer holds."""
    rows = await conn.execute(
        select(knowledge)
        .where(
            knowledge.c.retired_at.is_(None),
            or_(knowledge.c.valid_until.is_(None), knowledge.c.valid_until > now),
        )
        .order_by(knowledge.c.id)
    )
    return [_card(row) for row in rows]


async def page(conn: Reader, offset: int, limit: int) -> list[Card]:
    """Cards that were not taken away, those past their time first: somebody should look at them."""
    rows = await conn.execute(
        select(knowledge)
        .where(knowledge.c.retired_at.is_(None))
        .order_by(knowledge.c.valid_until.is_(None), knowledge.c.valid_until, knowledge.c.id)
        .offset(offset)
        .limit(limit)
    )
    return [_card(row) for row in rows]


async def retire(tx: Tx, card_id: int) -> bool:
    gone = await tx.conn.execute(
        update(knowledge)
        .where(knowledge.c.id == card_id, knowledge.c.retired_at.is_(None))
        .values(retired_at=tx.now)
    )
    return gone.rowcount == 1


def _card(row: Row) -> Card:  # type: ignore[type-arg]
    return Card(row.id, row.question, row.answer, row.source, row.owner, row.valid_until)
