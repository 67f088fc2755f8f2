"""Builds the index of like cases from 100,000 stored cases: how long, how much memory, how long the loop is held up."""

from __future__ import annotations

import argparse
import asyncio
import resource
import tempfile
import time
from pathlib import Path
from random import Random

import numpy as np
from sqlalchemy import insert

from bot.clocks import SystemClock, SystemMachineClock
from bot.core.likes import Standing
from bot.similar import Likes
from bot.store import migrate
from bot.store.db import Database, Tx
from bot.store.tables import cases, events, people, predictions
from classifier import corpus
from classifier.predict import Classifier

PORTION = 2_000


async def fill(db: Database, count: int) -> None:
    """So many cases of two halves of 75 characters each, half of them answered."""
    chance, texts = Random(7), [row.text for row in corpus.load()]

    def half() -> str:
        part = chance.choice(texts)
        start = chance.randrange(max(1, len(part) - 75))
        return part[start : start + 75]

    async def some(tx: Tx, ids: range) -> None:
        rows = [
            {
                "id": i, "number": f"26{i:010d}", "version": 1, "citizen_id": 1, "language": "zh-Hans",
                "status": "resolved" if i % 2 else "dispatched", "outcome": "solved" if i % 2 else None,
                "domain": "住房", "department": "zhujian", "title": "", "text": half() + half(),
                "filed_at": tx.now, "updated_at": tx.now, "citizen_reachable": True,
            }
            for i in ids
        ]  # fmt: skip
        await tx.conn.execute(insert(cases), rows)
        happened = {"version": 1, "kind": "filed", "at": tx.now, "actor_kind": "citizen", "data": {}}
        await tx.conn.execute(insert(events), [{"case_id": i, **happened} for i in ids])
        guess = {"at": tx.now, "model": "m", "domain": "住房", "queue": "住房", "none": 0.0, "kind": "投诉"}
        await tx.conn.execute(
            insert(predictions), [{"case_id": i, **guess, "probabilities": {}} for i in ids]
        )

    async def somebody(tx: Tx) -> None:
        await tx.conn.execute(insert(people).values(id=1, language="zh-Hans", first_seen=tx.now))

    await db.write(somebody)
    for start in range(1, count + 1, PORTION):
        await db.write(lambda tx, s=start: some(tx, range(s, min(s + PORTION, count + 1))))  # type: ignore[misc]


async def held_up(delays: list[float]) -> None:
    """How much later than asked for the loop comes back."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.005)
        delays.append((time.perf_counter() - began - 0.005) * 1_000)


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


async def measure(path: Path, count: int) -> None:
    migrate.upgrade(path)
    db = Database(path, SystemClock())
    await db.open()
    await fill(db, count)
    classifier = Classifier.load()
    likes = Likes(db, SystemMachineClock(), classifier.likeness)
    delays: list[float] = []
    watch = asyncio.create_task(held_up(delays))
    before, began = memory(), time.perf_counter()
    await likes.follow()
    print(f"{count} cases: ready after {time.perf_counter() - began:.1f} s, {len(likes)} in the index")
    print(f"memory at most {memory():.0f} MB, before it {before:.0f} MB")
    print(
        f"the loop held up: median {np.median(delays):.1f} ms, 99th percentile {np.percentile(delays, 99):.0f} ms, "
        f"at most {max(delays):.0f} ms"
    )
    watch.cancel()
    taken = []
    for row in corpus.load()[::20]:
        began = time.perf_counter()
        await likes.find(row.text, Standing.OPEN, 0.3, limit=20)
        taken.append((time.perf_counter() - began) * 1_000)
    print(f"find: median {np.median(taken):.1f} ms, 99th percentile {np.percentile(taken, 99):.1f} ms")
    began = time.perf_counter()
    await likes.follow()
    print(f"a look at the record without news: {(time.perf_counter() - began) * 1_000:.1f} ms")
    likes.close()
    await db.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder) / "desk.db", options.cases))
