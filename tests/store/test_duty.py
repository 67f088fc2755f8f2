"""The rota and absences as rows."""

from datetime import timedelta

from bot.core.duty import Absence, Shift
from bot.store import duty, people
from bot.store.db import Database, Tx


async def hire(db: Database, person: int, role: str, department: str | None) -> None:
    await db.write(lambda tx: people.grant(tx, person, role, department, by=None, name=f"第{person}人"))


async def test_the_rota_knows_those_who_still_work_there(db: Database) -> None:
    await hire(db, 1, "clerk", "zhujian")
    await hire(db, 2, "lead", "zhujian")
    await hire(db, 3, "checker", "zhujian")
    await hire(db, 4, "dispatcher", None)

    async def put(tx: Tx) -> list[bool]:
        done = [await duty.put(tx, "zhujian", Shift.A, who, on=True, by=2) for who in (1, 1, 2, 3, 4)]
        done.append(await duty.put(tx, "zhujian", Shift.B, 1, on=False, by=2))
        done.append(await duty.put(tx, "triage", Shift.B, 4, on=True, by=2))
        return done

    assert await db.write(put) == [True, False, True, True, True, False, True]
    async with db.read() as conn:
        assert await duty.staff_of(conn, "zhujian") == [1, 2], (
            "those who only look on the spot are not called"
        )
        assert await duty.rota(conn, "zhujian") == {Shift.A: [1, 2], Shift.B: []}
        assert await duty.rota(conn, "triage") == {Shift.A: [], Shift.B: []}
        assert await duty.rota(conn, "triage", dispatchers=True) == {Shift.A: [], Shift.B: [4]}
        assert await duty.colleagues(conn, ["zhujian"], city=False) == [1, 2]
        assert await duty.colleagues(conn, ["zhujian"], city=True) == [1, 2, 4]
    await db.write(
        lambda tx: tx.conn.exec_driver_sql("UPDATE roles SET revoked_at = '2026-11-20' WHERE person_id = 1")
    )
    async with db.read() as conn:
        assert await duty.rota(conn, "zhujian") == {Shift.A: [2], Shift.B: []}


async def test_absences_end_by_themselves(db: Database) -> None:
    await hire(db, 1, "clerk", "zhujian")
    await hire(db, 2, "clerk", "zhujian")
    now = await db.write(_now)
    until = now + timedelta(days=1)
    await db.write(lambda tx: duty.leave(tx, 1, until, None))
    await db.write(lambda tx: duty.leave(tx, 1, until, 2))
    async with db.read() as conn:
        assert await duty.away(conn, now) == {1: Absence(until, 2)}
        assert await duty.away(conn, until) == {}
    await db.write(lambda tx: duty.come_back(tx, 1))
    await db.write(lambda tx: duty.come_back(tx, 1))
    async with db.read() as conn:
        assert await duty.away(conn, now) == {}


async def _now(tx: Tx):  # type: ignore[no-untyped-def]
    return tx.now
