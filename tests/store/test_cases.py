"""Cases, numbers, dialogues and clocks: what is written by one is not overwritten by another."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core import workflow
from bot.core.case import OPEN, Case, Status
from bot.core.errors import StaleWrite
from bot.core.workflow import Action
from bot.store import cases, dialogues, people
from bot.store.db import Database, Tx
from tests.factories import CITIZEN, CLERK, NOON, HandClock, case, event


async def insert(db: Database, **changes: object) -> Case:
    made = case(**changes)

    async def work(tx: Tx) -> None:
        await people.meet(tx, made.citizen_id, "zh-Hans")
        await people.meet(tx, 2001, "zh-Hans")
        await cases.insert_case(tx, made, event(made))

    await db.write(work)
    return made


async def load(db: Database, case_id: int = 1) -> Case:
    async with db.read() as conn:
        found = await cases.by_id(conn, case_id)
    assert found is not None
    return found


async def move(db: Database, subject: Case, action: Action, **data: object) -> Case:
    after, happened = workflow.apply(
        subject, action, CLERK, NOON + timedelta(hours=1), data, cause="update:5"
    )
    await db.write(lambda tx: cases.save(tx, after, happened))
    return after


async def test_a_case_comes_back_as_it_was_saved(db: Database) -> None:
    made = await insert(db, text="电梯坏了🛗\n三天", domain=None)
    assert await load(db) == made
    async with db.read() as conn:
        assert await cases.by_number(conn, made.number) == made
        assert await cases.by_number(conn, "261120-9999") is None
        assert await cases.by_id(conn, 99) is None


async def test_the_events_in_the_database_rebuild_the_row(db: Database) -> None:
    now = await insert(db)
    for action, data in (
        (Action.CLAIM, {"handler_id": 2001}),
        (Action.ASK, {"question": "哪一栋？"}),
        (Action.RESOLVE, {"text": "修好了", "outcome": "solved"}),
    ):
        now = await move(db, now, action, **data)
    async with db.read() as conn:
        history = await cases.history(conn, 1)
    assert [e.kind.value for e in history] == ["filed", "claimed", "asked", "resolved"]
    assert workflow.replay(history) == now == await load(db)
    assert history[-1].actor == CLERK
    assert history[-1].cause == "update:5"


async def test_a_stale_write_is_refused_and_leaves_no_event(db: Database) -> None:
    made = await insert(db)
    claimed = await move(db, made, Action.CLAIM, handler_id=2001)
    with pytest.raises(StaleWrite):
        await move(db, made, Action.CLAIM, handler_id=2001)
    assert await load(db) == claimed
    async with db.read() as conn:
        assert len(await cases.history(conn, 1)) == 2


async def test_of_two_who_decide_from_the_same_load_one_wins(db: Database) -> None:
    made = await insert(db)
    results = await asyncio.gather(
        *(move(db, made, Action.CLAIM, handler_id=2001) for _ in range(5)), return_exceptions=True
    )
    assert [type(r) for r in results].count(Case) == 1
    assert [type(r) for r in results].count(StaleWrite) == 4
    assert (await load(db)).version == 2


async def test_numbers_of_a_day_are_never_given_twice(db: Database) -> None:
    numbers = await asyncio.gather(
        *(db.write(lambda tx: cases.next_number(tx, "261120")) for _ in range(80)),
        *(db.write(lambda tx: cases.next_number(tx, "261121")) for _ in range(3)),
    )
    assert sorted(numbers) == [f"261120-{i:04d}" for i in range(1, 81)] + [
        f"261121-{i:04d}" for i in (1, 2, 3)
    ]


async def test_a_number_of_work_that_failed_is_given_again_and_not_lost(db: Database) -> None:
    async def fails(tx: Tx) -> None:
        await cases.next_number(tx, "261120")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await db.write(fails)
    assert await db.write(lambda tx: cases.next_number(tx, "261120")) == "261120-0001"


async def test_the_ten_thousandth_case_of_a_day_has_a_number(db: Database) -> None:
    async def many(tx: Tx) -> str:
        await tx.conn.exec_driver_sql("INSERT INTO serials (day, last) VALUES ('261120', 9999)")
        return await cases.next_number(tx, "261120")

    assert await db.write(many) == "261120-10000"


async def test_lists_by_citizen_and_queue(db: Database) -> None:
    for i, (status, department, citizen) in enumerate(
        [
            (Status.DISPATCHED, "zhujian", 1001),
            (Status.RESOLVED, "zhujian", 1001),
            (Status.IN_PROGRESS, "zhujian", 1002),
            (Status.TRIAGE, "zonghe", 1001),
        ],
        start=1,
    ):
        await insert(
            db, id=i, number=f"261120-000{i}", status=status, department=department, citizen_id=citizen
        )
    async with db.read() as conn:
        mine = [c.id for c in await cases.of_citizen(conn, 1001)]
        open_ones = [c.id for c in await cases.of_citizen(conn, 1001, only_open=True)]
        queue = [c.id for c in await cases.queue(conn, ["zhujian"], sorted(OPEN))]
        counts = await cases.counts(conn)
        assert await cases.count_of_citizen(conn, 1001) == 3
        assert await cases.nth_of_citizen(conn, 1001, 4) == 3
        assert await cases.count_open(conn, "zhujian") == 2
        assert await cases.open_of_department(conn, "zhujian", 10) == [1, 3]
        assert await cases.open_of_department(conn, "zhujian", 1) == [1]
    assert (mine, open_ones, queue) == ([4, 2, 1], [4, 1], [1, 3])
    assert counts == {"zhujian": {"dispatched": 1, "resolved": 1, "in_progress": 1}, "zonghe": {"triage": 1}}


# --- dialogues and clocks


async def test_a_dialogue_survives_and_moves_on_by_versions(db: Database) -> None:
    first = await db.write(lambda tx: dialogues.begin(tx, 5, 5, "draft", {"parts": ["一"]}))
    second = await db.write(lambda tx: dialogues.save(tx, first, {"parts": ["一", "二"]}))
    async with db.read() as conn:
        assert await dialogues.get(conn, 5, 5, "draft") == second
        assert await dialogues.by_id(conn, first.id) == second
    assert (second.version, second.id, second.began_at) == (2, first.id, first.began_at)
    with pytest.raises(StaleWrite):
        await db.write(lambda tx: dialogues.save(tx, first, {}))


async def test_a_draft_and_a_reply_of_one_person_do_not_disturb_each_other(db: Database) -> None:
    draft = await db.write(lambda tx: dialogues.begin(tx, 5, 5, "draft", {}))
    reply = await db.write(lambda tx: dialogues.begin(tx, 5, 5, "reply", {}))
    await db.write(lambda tx: dialogues.end(tx, 5, 5, "reply"))
    async with db.read() as conn:
        assert await dialogues.get(conn, 5, 5, "draft") == draft
        assert await dialogues.by_id(conn, reply.id) is None


async def test_beginning_anew_replaces_what_was_there_and_stops_its_clocks(db: Database) -> None:
    async def work(tx: Tx) -> dialogues.Dialogue:
        old = await dialogues.begin(tx, 5, 5, "draft", {})
        await dialogues.start_clock(tx, dialogues.subject_of(old), "remind", tx.now, {})
        return old

    old = await db.write(work)
    new = await db.write(lambda tx: dialogues.begin(tx, 5, 5, "draft", {}))
    assert new.id != old.id
    async with db.read() as conn:
        assert await dialogues.by_id(conn, old.id) is None
        assert await dialogues.due(conn, NOON) == []
    with pytest.raises(StaleWrite):
        await db.write(lambda tx: dialogues.save(tx, old, {}))


async def test_a_clock_rings_once(db: Database, clock: HandClock) -> None:
    due = NOON + timedelta(minutes=10)
    await db.write(lambda tx: dialogues.start_clock(tx, "draft:a", "remind", due, {"n": 1}))
    async with db.read() as conn:
        assert await dialogues.next_due(conn) == due
        assert await dialogues.due(conn, due - timedelta(seconds=1)) == []
        (ringing,) = await dialogues.due(conn, due)
    assert (ringing.subject, ringing.kind, ringing.due_at, ringing.data) == (
        "draft:a",
        "remind",
        due,
        {"n": 1},
    )
    rang = await asyncio.gather(*(db.write(lambda tx: dialogues.ring(tx, ringing)) for _ in range(3)))
    assert rang == [True, False, False]
    async with db.read() as conn:
        assert await dialogues.due(conn, due) == []
        assert await dialogues.next_due(conn) is None


async def test_a_stopped_clock_does_not_ring(db: Database) -> None:
    await db.write(lambda tx: dialogues.start_clock(tx, "draft:a", "remind", NOON, {}))
    async with db.read() as conn:
        (ringing,) = await dialogues.due(conn, NOON)
    await db.write(lambda tx: dialogues.stop_clocks(tx, "draft:a"))
    assert await db.write(lambda tx: dialogues.ring(tx, ringing)) is False


async def test_clocks_ring_in_the_order_in_which_they_are_due(db: Database) -> None:
    async def work(tx: Tx) -> None:
        for name, minutes in (("c", 3), ("a", 1), ("b", 2), ("later", 90)):
            await dialogues.start_clock(tx, f"draft:{name}", "file", NOON + timedelta(minutes=minutes), {})

    await db.write(work)
    async with db.read() as conn:
        found = await dialogues.due(conn, NOON + timedelta(minutes=5))
        assert [c.subject for c in found] == ["draft:a", "draft:b", "draft:c"]
        assert [c.subject for c in await dialogues.due(conn, NOON + timedelta(minutes=5), limit=1)] == [
            "draft:a"
        ]


async def test_actors_keep_their_kind(db: Database) -> None:
    made = await insert(db)
    async with db.read() as conn:
        (first,) = await cases.history(conn, made.id)
    assert first.actor == CITIZEN
    assert replace(first, version=2) != first
