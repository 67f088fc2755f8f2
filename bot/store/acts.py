"""What staff did last: the desk's own record and their moves of cases, as one list."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.case import ActorKind
from bot.store.tables import audit, cases, events


@dataclass(frozen=True, slots=True)
class Act:
    """`kind`: that of an event where there is a case's `number`, else the name of an act. `case_id`: what it names."""

    at: datetime
    actor_id: int | None
    kind: str
    data: dict[str, Any]
    number: str | None = None
    case_id: int | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """Of one person, of one case, or of all."""

    person_id: int | None = None
    number: str | None = None
    case_id: int | None = None


async def last(conn: AsyncConnection, which: Filter, limit: int, but: Collection[int] = ()) -> list[Act]:
    """The newest first; without the cases in `but`."""
    acts = (
        select(audit, cases.c.id.label("case_id"))
        .outerjoin(cases, cases.c.number == audit.c.data["case"].as_string())
        .order_by(audit.c.id.desc())
        .limit(limit)
    )
    moves = (
        select(events.c.at, events.c.actor_id, events.c.kind, events.c.data, cases.c.number, cases.c.id)
        .join(cases, cases.c.id == events.c.case_id)
        .where(events.c.actor_kind == ActorKind.STAFF.value)
        .order_by(events.c.id.desc())
        .limit(limit)
    )
    if which.person_id is not None:
        acts = acts.where(audit.c.actor_id == which.person_id)
        moves = moves.where(events.c.actor_id == which.person_id)
    if which.number is not None:
        acts = acts.where(audit.c.data["case"].as_string() == which.number)
        moves = moves.where(cases.c.number == which.number)
    if but:
        moves = moves.where(events.c.case_id.not_in(but))
    found = [Act(r.at, r.actor_id, r.action, r.data, None, r.case_id) for r in await conn.execute(acts)]
    found += [Act(r.at, r.actor_id, r.kind, r.data, r.number, r.id) for r in await conn.execute(moves)]
    return sorted(found, key=lambda act: act.at, reverse=True)[:limit]
