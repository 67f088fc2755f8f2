"""Cases and their events: loaded for a decision, saved with a version check, listed for people."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Text, bindparam, cast, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.case import FINAL, OPEN, Actor, ActorKind, Case, Event, EventKind, Outcome, Status, Supervision
from bot.core.errors import StaleWrite
from bot.core.routing import Suggested
from bot.store import finding, queues
from bot.store.asking import Question
from bot.store.db import Tx, upsert
from bot.store.tables import attachments, cases, events, predictions, serials


@dataclass(frozen=True, slots=True)
class Attachment:
    kind: str
    file_id: str
    file_unique_id: str
    name: str | None = None
    size: int | None = None


async def next_number(tx: Tx, local_day: str) -> str:
    """The next case number of a day: `yymmdd-0042`. Never given twice."""
    statement = (
        upsert(tx, serials)
        .values(day=local_day, last=1)
        .on_conflict_do_update(index_elements=["day"], set_={"last": serials.c.last + 1})
        .returning(serials.c.last)
    )
    last = (await tx.conn.execute(statement)).scalar_one()
    return f"{local_day}-{last:04d}"


# Asked with every act: to build them costs more than to ask them.
_INSERT, _RECORD = insert(cases), insert(events)
_SAVE = update(cases).where(
    cases.c.id == bindparam("known_id"), cases.c.version == bindparam("known_version")
)
_BY_ID = Question(select(cases).where(cases.c.id == bindparam("case")))
_HISTORY = Question(select(events).where(events.c.case_id == bindparam("case")).order_by(events.c.version))
_MERGED_INTO = Question(
    select(cases)
    .where(cases.c.lead_id == bindparam("lead"), cases.c.status == Status.MERGED.value)
    .order_by(cases.c.id)
)
_NTH = Question(
    select(func.count())
    .select_from(cases)
    .where(cases.c.citizen_id == bindparam("citizen"), cases.c.id <= bindparam("case"))
)
_ATTACHED = Question(
    select(attachments).where(attachments.c.case_id == bindparam("case")).order_by(attachments.c.id)
)
_PREDICTION = Question(
    select(predictions)
    .where(predictions.c.case_id == bindparam("case"))
    .order_by(predictions.c.id.desc())
    .limit(1)
)


async def next_id(tx: Tx) -> int:
    """The id of the next case; only the writer asks, so nobody else can take it."""
    return int((await tx.conn.execute(select(func.coalesce(func.max(cases.c.id), 0) + 1))).scalar_one())


async def insert_case(tx: Tx, case: Case, event: Event) -> None:
    await tx.conn.execute(_INSERT, _columns(case))
    await queues.follow(tx, case.id)
    await _record(tx, event)
    await finding.follow(tx, case, event)


async def save(tx: Tx, case: Case, event: Event, *, placed: bool = True) -> None:
    """Write a case and the event that changed it. Raises StaleWrite when somebody else wrote since the load.

    Not `placed`: its row in the queue is brought in line by what is written next.
    """
    known = {"known_id": case.id, "known_version": event.version - 1}
    result = await tx.conn.execute(_SAVE, {**_columns(case), **known})
    if result.rowcount != 1:
        raise StaleWrite(f"case {case.number} is past version {event.version - 1}")
    if placed:
        await queues.follow(tx, case.id)
    await _record(tx, event)
    opened = event.data.get("confidential") is False
    await finding.follow(tx, case, event, await history(tx.conn, case.id) if opened else ())


async def _record(tx: Tx, event: Event) -> None:
    await tx.conn.execute(
        _RECORD,
        {
            "case_id": event.case_id,
            "version": event.version,
            "kind": event.kind.value,
            "at": event.at,
            "actor_kind": event.actor.kind.value,
            "actor_id": event.actor.id,
            "data": event.data,
            "cause": event.cause,
        },
    )


async def by_id(conn: AsyncConnection, case_id: int) -> Case | None:
    return next((_case(row) for row in await _BY_ID.ask(conn, case=case_id)), None)


async def by_ids(conn: AsyncConnection, ids: Sequence[int]) -> dict[int, Case]:
    """These cases by their ids; what is not there is left out."""
    rows = await conn.execute(select(cases).where(cases.c.id.in_(ids)))
    return {row.id: _case(row) for row in rows}


async def merged_into(conn: AsyncConnection, lead_id: int) -> list[Case]:
    """The cases that are handled with this one, the eldest first."""
    return [_case(row) for row in await _MERGED_INTO.ask(conn, lead=lead_id)]


async def by_number(conn: AsyncConnection, number: str) -> Case | None:
    row = (await conn.execute(select(cases).where(cases.c.number == number))).first()
    return _case(row) if row else None


async def of_citizen(
    conn: AsyncConnection, citizen_id: int, *, only_open: bool = False, limit: int = 10, offset: int = 0
) -> list[Case]:
    """A citizen's cases, the newest first."""
    query = select(cases).where(cases.c.citizen_id == citizen_id)
    if only_open:
        query = query.where(cases.c.status.in_(_OPEN))
    rows = await conn.execute(query.order_by(cases.c.id.desc()).limit(limit).offset(offset))
    return [_case(row) for row in rows]


async def count_of_citizen(conn: AsyncConnection, citizen_id: int) -> int:
    query = select(func.count()).select_from(cases).where(cases.c.citizen_id == citizen_id)
    return int((await conn.execute(query)).scalar_one())


async def looks_at_citizen(
    conn: AsyncConnection, citizen_id: int, limit: int
) -> list[tuple[str, str, str, datetime, int | None]]:
    """When staff were shown what a citizen's cases hide, the newest first: number, office, what, when, who."""
    rows = await conn.execute(
        select(cases.c.number, cases.c.department, events.c.data, events.c.at, events.c.actor_id)
        .join(cases, cases.c.id == events.c.case_id)
        .where(cases.c.citizen_id == citizen_id, events.c.kind == EventKind.REVEALED.value)
        .order_by(events.c.at.desc(), events.c.version.desc())
        .limit(limit)
    )
    return [(row.number, row.department, row.data["what"], row.at, row.actor_id) for row in rows]


async def nth_of_citizen(conn: AsyncConnection, citizen_id: int, case_id: int) -> int:
    """The how-manieth case of its citizen this one is, from 1."""
    return int((await _NTH.ask(conn, citizen=citizen_id, case=case_id))[0][0])


async def oldest_open(conn: AsyncConnection, but: Collection[int] = ()) -> dict[str, datetime]:
    """When the oldest open case of each department was filed; `but` leaves cases out."""
    rows = await conn.execute(
        select(cases.c.department, func.min(cases.c.filed_at))
        .where(cases.c.status.in_(_OPEN), cases.c.id.not_in(but))
        .group_by(cases.c.department)
    )
    return {row[0]: row[1] for row in rows}


async def numbers(conn: AsyncConnection) -> set[str]:
    """Every case number there is: for checking a replay, not for serving."""
    return set((await conn.execute(select(cases.c.number))).scalars())


async def queue(
    conn: AsyncConnection,
    departments: Sequence[str],
    statuses: Sequence[Status],
    limit: int = 8,
    offset: int = 0,
    but: Collection[int] = (),
) -> list[Case]:
    """Cases of these departments in these statuses, the oldest first; `but` leaves cases out."""
    rows = await conn.execute(
        select(cases)
        .where(
            cases.c.department.in_(departments),
            cases.c.status.in_([s.value for s in statuses]),
            cases.c.id.not_in(but),
        )
        .order_by(cases.c.id)
        .limit(limit)
        .offset(offset)
    )
    return [_case(row) for row in rows]


async def counts(
    conn: AsyncConnection,
    departments: Sequence[str] | None = None,
    statuses: Sequence[Status] | None = None,
    but: Collection[int] = (),
) -> dict[str, dict[str, int]]:
    """Cases by department and status; `but` leaves cases out."""
    query = select(cases.c.department, cases.c.status, func.count()).group_by(
        cases.c.department, cases.c.status
    )
    if but:
        query = query.where(cases.c.id.not_in(but))
    if departments is not None:
        query = query.where(cases.c.department.in_(departments))
    if statuses is not None:
        query = query.where(cases.c.status.in_([s.value for s in statuses]))
    out: dict[str, dict[str, int]] = {}
    for department, status, number in await conn.execute(query):
        out.setdefault(department, {})[status] = number
    return out


async def accusing(conn: AsyncConnection, departments: Sequence[str]) -> list[Case]:
    """Cases of these departments that complain about an office and are not over, or are handled with one that is not."""
    rows = await conn.execute(
        select(cases)
        .where(
            cases.c.department.in_(departments),
            cases.c.status.in_([s.value for s in Status if s not in FINAL or s is Status.MERGED]),
            cast(cases.c.accused, Text) != "[]",
        )
        .order_by(cases.c.id)
    )
    return [_case(row) for row in rows]


async def history(conn: AsyncConnection, case_id: int) -> list[Event]:
    return [_event(row) for row in await _HISTORY.ask(conn, case=case_id)]


async def count_open(conn: AsyncConnection, department: str, but: Collection[int] = ()) -> int:
    query = (
        select(func.count())
        .select_from(cases)
        .where(cases.c.department == department, cases.c.status.in_(_OPEN), cases.c.id.not_in(but))
    )
    return int((await conn.execute(query)).scalar_one())


async def open_of_department(conn: AsyncConnection, department: str, limit: int) -> list[int]:
    """The ids of a department's open cases, the oldest first."""
    rows = await conn.execute(
        select(cases.c.id)
        .where(cases.c.department == department, cases.c.status.in_(_OPEN))
        .order_by(cases.c.id)
        .limit(limit)
    )
    return list(rows.scalars())


async def attach(tx: Tx, case_id: int, items: Sequence[Attachment]) -> None:
    if items:
        await tx.conn.execute(
            insert(attachments),
            [
                {
                    "case_id": case_id,
                    "kind": a.kind,
                    "file_id": a.file_id,
                    "file_unique_id": a.file_unique_id,
                    "name": a.name,
                    "size": a.size,
                    "added_at": tx.now,
                }
                for a in items
            ],
        )


async def detach(tx: Tx, case_id: int, unique_ids: Sequence[str]) -> list[Attachment]:
    """Take files off a case again: of one that was sent twice, what came last."""
    mine = attachments.c.case_id == case_id
    rows = list(await tx.conn.execute(select(attachments).where(mine).order_by(attachments.c.id.desc())))
    taken = []
    for unique_id in unique_ids:
        row = next((r for r in rows if r.file_unique_id == unique_id), None)
        if row is not None:
            rows.remove(row)
            taken.append(row)
    await tx.conn.execute(delete(attachments).where(attachments.c.id.in_([r.id for r in taken])))
    return [_attachment(r) for r in taken]


async def attached(conn: AsyncConnection, case_id: int) -> list[Attachment]:
    return [_attachment(row) for row in await _ATTACHED.ask(conn, case=case_id)]


def _attachment(row: Row) -> Attachment:  # type: ignore[type-arg]
    return Attachment(row.kind, row.file_id, row.file_unique_id, row.name, row.size)


async def record_prediction(tx: Tx, case_id: int, suggested: Suggested, chosen: str | None) -> None:
    """Keep the model's own guess, apart from what the citizen chose instead."""
    await tx.conn.execute(
        insert(predictions).values(
            case_id=case_id,
            at=tx.now,
            model=suggested.model,
            domain=suggested.domain,
            queue=suggested.queue,
            none=suggested.none,
            probabilities=dict(suggested.alternatives),
            chosen=chosen,
            kind=suggested.kind,
            urgent=suggested.urgent,
            topics=dict(suggested.topics),
            words=[list(word) for word in suggested.words],
        )
    )


async def prediction(conn: AsyncConnection, case_id: int) -> dict[str, Any] | None:
    return next((dict(row._mapping) for row in await _PREDICTION.ask(conn, case=case_id)), None)


_OPEN = sorted(s.value for s in OPEN)


def _columns(case: Case) -> dict[str, Any]:
    return {
        "id": case.id,
        "number": case.number,
        "version": case.version,
        "status": case.status.value,
        "citizen_id": case.citizen_id,
        "language": case.language,
        "domain": case.domain,
        "department": case.department,
        "title": case.title,
        "text": case.text,
        "filed_at": case.filed_at,
        "updated_at": case.updated_at,
        "handler_id": case.handler_id,
        "outcome": case.outcome.value if case.outcome else None,
        "question": case.question,
        "citizen_reachable": case.citizen_reachable,
        "type": case.type,
        "lead_id": case.lead_id,
        "bounces": case.bounces,
        "locked": case.locked,
        "supporting": list(case.supporting),
        "accused": list(case.accused),
        "confidential": case.confidential,
        "proposal": case.proposal,
        "supervision": case.supervision.value if case.supervision else None,
        "leader": case.leader,
        "upheld": case.upheld,
        "ended": case.ended,
        "district": case.district,
    }


def _case(row: Row) -> Case:  # type: ignore[type-arg]
    values: dict[str, Any] = dict(row._mapping)
    values["status"] = Status(values["status"])
    values["outcome"] = Outcome(values["outcome"]) if values["outcome"] else None
    values["supervision"] = Supervision(values["supervision"]) if values["supervision"] else None
    values["supporting"], values["accused"] = tuple(values["supporting"]), tuple(values["accused"])
    return Case(**values)


def _event(row: Row) -> Event:  # type: ignore[type-arg]
    at: datetime = row.at
    return Event(
        row.case_id,
        row.version,
        EventKind(row.kind),
        at,
        Actor(ActorKind(row.actor_kind), row.actor_id),
        row.data,
        row.cause,
    )
