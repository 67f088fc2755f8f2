"""Times /queue, /summary and /mycases in a desk of a million cases, 95 of 100 closed.

    python benchmarks/queues.py [--cases 1000000] [--times 200] [--folder DIR]

Half of what is open lies with one office; of what is closed, a third was rated. What is timed is the verb as the bot runs it on its writer: rights, counts,
the page, the message into the outbox; not the disk's own pace at the commit. The processor's time is given beside it,
since other work on the machine slows only the clock on the wall.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import runpy
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.config import Settings, example_path, load_settings
from bot.core.queues import Tab
from bot.service import own_cases, queues, summary
from bot.service.desk import Desk
from bot.store import migrate, people
from bot.store.db import Database, Tx
from bot.texts import plain

NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
OFFICES = (
    "zhujian", "jiuye", "jiaoyu", "shebao", "weijian", "minzheng", "shipin", "gongan", "chengguan", "jiaotong",
)  # fmt: skip
CLERK, BOSS, NEIGHBOUR = 1, 2, 1000
CITIZENS = 200_000
LIMIT = 20.0  # milliseconds

# One statement a table: case i was filed i minutes ago; one in so many is not over.
CASES = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :cases),
k AS (SELECT i, i % :one_in = 0 AS live, (i / :one_in) % 10 AS part, :cases - i AS age FROM n)
INSERT INTO cases (id, number, version, status, citizen_id, language, department, title, text, filed_at, updated_at,
                   handler_id, citizen_reachable, supervision)
SELECT i, printf('%06d-%04d', 100000 + i / 5000, i % 5000), 5,
  CASE WHEN live THEN CASE part WHEN 0 THEN 'dispatched' WHEN 1 THEN 'dispatched' WHEN 2 THEN 'awaiting_citizen'
                                WHEN 3 THEN 'resolved' ELSE 'in_progress' END ELSE 'closed' END,
  1000 + i % :citizens, 'zh-Hans',
  CASE WHEN live AND (i / :one_in) % 2 THEN 'zhujian'
       ELSE (SELECT value FROM json_each(:offices) WHERE key = (i / 7) % json_array_length(:offices)) END,
  '小区电梯坏了' || i, '我们楼的电梯坏了很久，一直没有人来修，老人上下楼很难。' || i,
  datetime(:now, '-' || age || ' minutes') || '.000000', datetime(:now, '-' || age || ' minutes') || '.000000',
  CASE WHEN live AND part > 3 AND i % 160 = 0 THEN :clerk END, 1,
  CASE WHEN live AND i % 1400 = 0 THEN 'supervised' END
FROM k
"""
CLOCKS = """
INSERT INTO clocks (subject, kind, started_at, due_at, data, case_id, rings_at)
SELECT 'case:' || c.id, w.value, c.filed_at,
  datetime(:now, (c.id * 7919 % 20000 - 5000 + w.key * 1440) || ' minutes') || '.000000',
  '{"unit": "working_days", "count": 7, "stage": "warn", "pauses": [], "extended": 0}', c.id,
  datetime(:now, '+30 days') || '.000000'
FROM cases c, json_each('["progress", "resolve"]') w
WHERE c.status IN ('dispatched', 'in_progress', 'awaiting_citizen')
"""

# A third of what is closed was rated, nine days after it was filed.
RATED = (
    """
INSERT INTO followups (case_id, own_case_id, citizen_id, round, opened_at, asked_at, contacted, solved, satisfaction,
                       ended_at, "end")
SELECT id, id, citizen_id, 1, filed_at, filed_at, 1, id % 9 > 0,
  CASE WHEN id % 9 = 0 THEN 'no' WHEN id % 4 = 0 THEN 'mostly' ELSE 'yes' END,
  datetime(min(julianday(filed_at, '+9 days'), julianday(:now, '-1 hour'))) || '.000000', 'rated'
FROM cases WHERE status = 'closed' AND id % 3 = 0
""",
    """
INSERT INTO events (case_id, version, kind, at, actor_kind, actor_id, data)
SELECT case_id, 4, 'rated', ended_at, 'citizen', f.citizen_id, json_object('rating', json_object(
  'contacted', json('true'), 'solved', json(iif(solved, 'true', 'false')), 'satisfaction', satisfaction,
  'round', 1, 'case', number, 'explained', json('false')))
FROM followups f JOIN cases c ON c.id = f.case_id
""",
    """
INSERT INTO ratings (department, at, case_id, version, contacted, solved, satisfaction, explained)
SELECT department, ended_at, case_id, 4, contacted, solved, satisfaction, 0
FROM followups f JOIN cases c ON c.id = f.case_id ORDER BY 1, 2, 3
""",
)


def fill(path: Path, cases: int, open_one_in: int = 20, offices: tuple[str, ...] = OFFICES) -> None:
    """The tables before the queue's came, filled by SQL; then the upgrade fills the queue."""
    migrate.upgrade(path)
    db = sqlite3.connect(path)
    db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;")
    now = f"{NOW:%Y-%m-%d %H:%M:%S}"
    db.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        " INSERT OR IGNORE INTO people (id, language, first_seen) SELECT i, 'zh-Hans', ? || '.000000' FROM n",
        (1000 + CITIZENS, now),
    )
    words = {"cases": cases, "citizens": CITIZENS, "now": now, "clerk": CLERK, "one_in": open_one_in}
    db.execute(CASES, {**words, "offices": f"[{','.join(f'{chr(34)}{o}{chr(34)}' for o in offices)}]"})
    db.execute(CLOCKS, {"now": now})
    for statement in RATED:
        db.execute(statement, {"now": now} if ":now" in statement else {})
    db.execute(_queue_fill())
    db.commit()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def _queue_fill() -> str:
    """What the upgrade that brought the queue's table fills it with."""
    path = Path(migrate.__file__).parent / "migrations" / "versions" / "0005_queue.py"
    return str(runpy.run_path(str(path))["FILL"])


class _Clock:
    def now(self) -> datetime:
        return NOW


async def _timed(tx: Tx, verb: Callable[[Tx], Awaitable[Any]], taken: list[float]) -> None:
    start = time.perf_counter()
    await verb(tx)
    taken.append((time.perf_counter() - start) * 1000)


async def measure(settings: Settings, times: int) -> bool:
    desk = Desk(settings, None, "bench_bot")  # type: ignore[arg-type]
    db = Database(settings.store.path, _Clock())
    await db.open()

    async def staff(tx: Tx) -> None:
        await people.grant(tx, CLERK, "clerk", "zhujian", by=None, name="李明")
        await people.grant(tx, BOSS, "supervisor", None, by=None, name="孙组长")

    await db.write(staff)

    def turn(tab: Tab, page: int) -> Callable[[Tx], Awaitable[None]]:
        return lambda tx: queues.turn(tx, desk, CLERK, CLERK, "zhujian", tab, page)

    async with db.read() as conn:
        in_all = await summary.whole(conn, BOSS)
    opened: list[tuple[str, Callable[[Tx], Awaitable[Any]], float | None]] = [
        ("/queue", lambda tx: queues.show(tx, desk, CLERK, CLERK), LIMIT)
    ]
    opened += [
        (f"/queue {plain('zh-Hans', f'tab-{tab.value}')}", turn(tab, 0), LIMIT)
        for tab in Tab
        if tab is not Tab.ALL
    ]
    opened += [
        ("/queue 最后一页", turn(Tab.ALL, 10_000_000), LIMIT),
        ("/mycases", lambda tx: own_cases.list_cases(tx, desk, NEIGHBOUR, NEIGHBOUR, "zh-Hans"), LIMIT),
        ("/summary", lambda tx: summary.show(tx, desk, BOSS, BOSS, in_all), None),
    ]
    await db.write(opened[0][1])
    gc.collect()
    gc.freeze()  # as the desk does when it has started
    good = True
    print(f"{'':24}" + "".join(f"{head:>8}" for head in ("p50 ms", "p95", "p99", "most", "CPU")))
    for name, verb, limit in opened:
        taken: list[float] = []
        began = time.process_time()
        for _ in range(times):
            await db.write(lambda tx, verb=verb, taken=taken: _timed(tx, verb, taken))  # type: ignore[misc]
        cpu = (time.process_time() - began) / times * 1000
        p50, *worse = np.percentile(taken, (50, 95, 99, 100))
        wide = sum(ord(char) > 255 for char in name)
        print(f"{name:{24 - wide}}" + "".join(f"{figure:8.1f}" for figure in (p50, *worse, cpu)))
        good = good and (limit is None or p50 < limit)
    start = time.perf_counter()
    async with db.read() as conn:
        await summary.whole(conn, BOSS)
    print(f"{'/summary, read before':24}{(time.perf_counter() - start) * 1000:8.1f}")
    await db.close()
    return good


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="where the database is made and kept; else it is removed")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "queues.db"
        start = time.perf_counter()
        if not path.exists():
            fill(path, options.cases)
        print(f"{options.cases} cases made in {time.perf_counter() - start:.0f} s")
        base = load_settings(example_path())
        settings = base.model_copy(update={"store": base.store.model_copy(update={"path": path})})
        return 0 if asyncio.run(measure(settings, options.times)) else 1


if __name__ == "__main__":
    raise SystemExit(main())
