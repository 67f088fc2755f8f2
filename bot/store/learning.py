"""What people say cases are about, the trainings that learn from it, and which model is in force."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Text, cast, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.learning import Label, Source, deciding
from bot.store import people
from bot.store.db import Tx
from bot.store.tables import cases, labels, predictions, trainings

IN_FORCE = "model"
SWITCH = "switch-model"
RUNNING = ("waiting", "running")


@dataclass(frozen=True, slots=True)
class Training:
    """One retraining. `result`: the comparison of both models, or {"error": …}."""

    id: int
    status: str
    asked_by: int
    chat_id: int
    began_at: datetime
    ended_at: datetime | None
    champion: str
    challenger: str | None
    result: dict[str, Any]


@dataclass(frozen=True, slots=True)
class InForce:
    """A model's version, and those before it, the latest last; None is the shipped one."""

    version: str | None = None
    past: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Labelled:
    """A case's words with the label that decides."""

    case_id: int
    text: str
    label: Label


# --- labels


async def add_label(tx: Tx, case_id: int, label: Label, person_id: int | None) -> None:
    await _insert(tx, case_id, label.domain, label.topic, label.source, person_id)


async def pass_over(tx: Tx, case_id: int, person_id: int) -> None:
    """Somebody looked at the case for a label and gave none: it is not shown for one again."""
    await _insert(tx, case_id, None, None, Source.LABELLED, person_id)


async def _insert(
    tx: Tx, case_id: int, domain: str | None, topic: str | None, source: Source, person_id: int | None
) -> None:
    row = {"domain": domain, "topic": topic, "source": source.value, "person_id": person_id, "at": tx.now}
    await tx.conn.execute(insert(labels).values(case_id=case_id, **row))


async def last_label(conn: AsyncConnection) -> int:
    """The id of the newest label, 0 without any."""
    query = select(func.coalesce(func.max(labels.c.id), 0)).where(labels.c.domain.is_not(None))
    return int((await conn.execute(query)).scalar_one())


async def count_labels(conn: AsyncConnection, after: int = 0) -> int:
    """Cases with a label of an id above `after`."""
    query = select(func.count(labels.c.case_id.distinct())).where(
        labels.c.id > after, labels.c.domain.is_not(None)
    )
    return int((await conn.execute(query)).scalar_one())


async def labelled_last(conn: AsyncConnection, count: int) -> list[str]:
    """The texts of the cases that were labelled by hand last, passed over or not."""
    rows = await conn.execute(
        select(cases.c.text)
        .join(labels, labels.c.case_id == cases.c.id)
        .where(labels.c.source == Source.LABELLED.value)
        .order_by(labels.c.id.desc())
        .limit(count)
    )
    return list(rows.scalars())


async def count_by(conn: AsyncConnection, person_id: int) -> int:
    """Labels that a person has given with /label."""
    query = select(func.count()).where(
        labels.c.person_id == person_id,
        labels.c.source == Source.LABELLED.value,
        labels.c.domain.is_not(None),
    )
    return int((await conn.execute(query)).scalar_one())


async def labelled(conn: AsyncConnection) -> list[Labelled]:
    """Every case that a person has labelled, in order of filing; none that was told in confidence."""
    rows = await conn.execute(
        select(labels, cases.c.text)
        .join(cases, cases.c.id == labels.c.case_id)
        .where(labels.c.domain.is_not(None), cases.c.text != "", ~cases.c.confidential)
        .order_by(labels.c.case_id, labels.c.id)
    )
    found: dict[int, tuple[str, list[Label]]] = {}
    for row in rows:
        label = Label(row.domain, row.topic, Source(row.source), row.at)
        found.setdefault(row.case_id, (row.text, []))[1].append(label)
    return [
        Labelled(case_id, text, best) for case_id, (text, all_) in found.items() if (best := deciding(all_))
    ]


async def unlabelled(conn: AsyncConnection, limit: int = 400) -> list[tuple[int, str, list[float]]]:
    """The newest cases that nobody has labelled with care: id, text, probabilities of the nine labels.

    Dispatchers read them: none that was told in confidence, and none that complains about an office.
    """
    strong = (Source.LABELLED.value, Source.DISPATCHED.value, Source.TRANSFERRED.value)
    known = exists().where(labels.c.case_id == cases.c.id, labels.c.source.in_(strong))
    rows = await conn.execute(
        select(cases.c.id, cases.c.text, predictions.c.none, predictions.c.probabilities)
        .join(predictions, predictions.c.case_id == cases.c.id)
        .where(~known, cases.c.text != "", ~cases.c.confidential, cast(cases.c.accused, Text) == "[]")
        .order_by(cases.c.id.desc())
        .limit(limit)
    )
    # Of a text in another language nothing was guessed, and nothing would be learned.
    return [(row.id, row.text, [row.none, *row.probabilities.values()]) for row in rows if row.probabilities]


# --- trainings


async def begin_training(tx: Tx, asked_by: int, chat_id: int, champion: str) -> int:
    result = await tx.conn.execute(
        insert(trainings).values(
            status="waiting", asked_by=asked_by, chat_id=chat_id, began_at=tx.now, champion=champion
        )
    )
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])


async def training(conn: AsyncConnection, training_id: int) -> Training | None:
    row = (await conn.execute(select(trainings).where(trainings.c.id == training_id))).first()
    return _training(row) if row else None


async def in_work(conn: AsyncConnection) -> Training | None:
    """The training that waits or runs; there is never more than one."""
    query = select(trainings).where(trainings.c.status.in_(RUNNING)).order_by(trainings.c.id)
    row = (await conn.execute(query.limit(1))).first()
    return _training(row) if row else None


async def move_training(
    tx: Tx,
    training_id: int,
    expected: Sequence[str],
    status: str,
    *,
    challenger: str | None = None,
    result: dict[str, Any] | None = None,
) -> bool:
    """Change a training's status if it still is one of `expected`."""
    values: dict[str, Any] = {"status": status}
    if status not in RUNNING:
        values["ended_at"] = tx.now
    if challenger is not None:
        values["challenger"] = challenger
    if result is not None:
        values["result"] = result
    changed = await tx.conn.execute(
        update(trainings)
        .where(trainings.c.id == training_id, trainings.c.status.in_(expected))
        .values(**values)
    )
    return changed.rowcount == 1


async def adopted(conn: AsyncConnection) -> list[Training]:
    """Trainings whose model was in force at some time, the newest first."""
    rows = await conn.execute(
        select(trainings).where(trainings.c.status == "adopted").order_by(trainings.c.id.desc())
    )
    return [_training(row) for row in rows]


async def unwanted(conn: AsyncConnection) -> set[str]:
    """Versions that were discarded, and neither adopted once nor waiting for a decision."""
    rows = (await conn.execute(select(trainings.c.challenger, trainings.c.status))).all()
    wanted = {row.challenger for row in rows if row.status in ("adopted", "ready")}
    return {row.challenger for row in rows if row.status == "discarded"} - wanted


async def in_force(conn: AsyncConnection) -> InForce:
    """The model that every process is to use."""
    known = await people.recall(conn, IN_FORCE)
    return InForce(known["version"], tuple(known["past"])) if known else InForce()


async def put_in_force(tx: Tx, model: InForce) -> None:
    await people.remember(tx, IN_FORCE, asdict(model))


def _training(row: Row[Any]) -> Training:
    return Training(**{**row._mapping, "result": row.result or {}})
