"""Times /find in a desk of a million cases.

    python benchmarks/finding.py [--cases 1000000] [--times 100] [--folder DIR]

Every hundredth word is rare, the others stand in many cases: both are asked for, by somebody who sees one small office
and by a dispatcher, and the last four digits of a telephone. What is timed is the verb as the bot runs it on its writer.
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.config import example_path, load_settings
from bot.core.finding import terms
from bot.service import finding
from bot.service.desk import Desk
from bot.store import migrate, people
from bot.store.db import Database, Tx
from bot.store.finding import offices_term

OFFICES = (
    "zhujian",
    "jiuye",
    "jiaoyu",
    "shebao",
    "weijian",
    "minzheng",
    "shipin",
    "gongan",
    "chengguan",
    "jiaotong",
)
CLERK, BOSS, CITIZEN = 1, 2, 1000
WHEN = "2026-11-20 04:00:00.000000"


class Standing:
    def now(self) -> datetime:
        return datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


def words(i: int) -> str:
    what = ("电梯坏了半个月没人修", "楼道里堆满杂物影响通行", "工资拖了三个月没有发", "学校门口每天堵车")[
        i % 4
    ]
    rare = f"，在梧桐巷{i % 997}号" if i % 100 == 0 else ""
    return f"{what}{rare}，打了几次电话都说在处理，请帮忙问一问，第{i % 4000}户"


def fill(path: Path, count: int) -> None:
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA synchronous = OFF")
    conn.execute("INSERT INTO people (id, language, first_seen) VALUES (?, 'zh-Hans', ?)", (CITIZEN, WHEN))

    def office(i: int) -> str:
        return "jiaotong" if i % 500 == 0 else OFFICES[i % 9]

    conn.executemany(
        "INSERT INTO cases (id, number, version, status, citizen_id, language, department, title, text, filed_at, "
        "updated_at, citizen_reachable) VALUES (?, ?, 1, 'closed', ?, 'zh-Hans', ?, ?, ?, ?, ?, 1)",
        (
            (
                i,
                f"{100000 + i // 5000}-{i % 5000:04}",
                CITIZEN,
                office(i),
                words(i)[:30],
                words(i),
                WHEN,
                WHEN,
            )
            for i in range(1, count + 1)
        ),
    )
    for statement, make in (
        ("INSERT INTO found (case_id, offices, words) VALUES (?, ?, ?)", words),
        ("INSERT INTO search (rowid, offices, words) VALUES (?, ?, ?)", lambda i: terms(words(i))),
    ):
        conn.executemany(statement, ((i, offices_term([office(i)]), make(i)) for i in range(1, count + 1)))
    conn.executemany(
        "INSERT INTO phone_tails (tail, case_id) VALUES (?, ?)",
        ((f"{i * 7919 % 10000:04}", i) for i in range(1, count + 1)),
    )
    conn.commit()
    conn.close()


async def run(path: Path, times: int) -> None:
    settings = load_settings(example_path())
    db = Database(path, Standing())
    await db.open()
    brain: Any = None
    desk = Desk(settings, brain, "bench_bot")

    async def people_of(tx: Tx) -> None:
        await people.grant(tx, CLERK, "clerk", "jiaotong", by=None, name="小")
        await people.grant(tx, BOSS, "dispatcher", None, by=None, name="大")

    await db.write(people_of)
    for who, name in ((CLERK, "a small office"), (BOSS, "a dispatcher")):
        for query in ("电梯", "梧桐巷", "电梯 没人修", "梧桐巷500号", "从来没有的词", "5678"):
            spent = []
            for _ in range(times):
                began = [0.0]

                async def work(
                    tx: Tx, who: int = who, query: str = query, began: list[float] = began
                ) -> None:
                    began[0] = time.process_time()
                    await finding.begin(tx, desk, who, who, query, None)
                    spent.append((time.process_time() - began[0]) * 1000)  # noqa: B023

                await db.write(work)
            p50, p99 = np.percentile(spent, [50, 99])
            print(f"{name:>14} {query:<12} p50 {p50:6.1f} ms  p99 {p99:6.1f} ms")
    await db.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--folder", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        path = Path(folder) / "desk.db"
        migrate.upgrade(path)
        began = time.monotonic()
        fill(path, args.cases)
        size = path.stat().st_size / 1e6
        print(f"{args.cases:,} cases made in {time.monotonic() - began:.0f} s, {size:.0f} MB")
        asyncio.run(run(path, args.times))


if __name__ == "__main__":
    main()
