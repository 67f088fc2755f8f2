"""`python -m benchmarks.year`: play a year, check it, and print one JSON line. Exit code 1 if a check failed."""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import gc
import json
import logging
import os
import resource
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.year.checks import Report, gather, report
from benchmarks.year.play import Plan, play
from benchmarks.year.story import named, story
from classifier.predict import Classifier

MEMORY = Path("/dev/shm")  # noqa: S108  a disk in memory, where there is one

STORIES = 10  # of so many of the cases that a check names


def main() -> int:
    plan = Plan()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=plan.cases)
    parser.add_argument("--first", type=date.fromisoformat, default=plan.first)
    parser.add_argument("--days", type=int, default=plan.days)
    parser.add_argument("--seed", type=int, default=plan.seed)
    parser.add_argument("--disk", action="store_true", help="keep the database on the disk, not in memory")
    parser.add_argument("--profile", type=Path, help="write what cProfile saw to this file")
    given = parser.parse_args()
    logging.basicConfig(level=logging.ERROR)
    chosen = Plan(given.first, given.days, given.cases, given.seed)
    place = str(MEMORY) if MEMORY.is_dir() and not given.disk else None
    profile = cProfile.Profile()
    if given.profile:
        profile.enable()
    with tempfile.TemporaryDirectory(dir=place, prefix="minsheng-year-") as folder:
        found = asyncio.run(_run(chosen, Path(folder), place or tempfile.gettempdir()))
    if given.profile:
        profile.disable()
        profile.dump_stats(given.profile)
    print(json.dumps(found.line, ensure_ascii=False))
    for problem in found.problems[:40]:
        print(problem, file=sys.stderr)
    return 1 if found.problems else 0


async def _run(plan: Plan, folder: Path, place: str) -> Report:
    gc.disable()
    began = time.monotonic()
    played = await play(plan, folder, Classifier.load(), lambda text: print(text, file=sys.stderr))
    try:
        found = report(await gather(played))
        for number in named(found.problems)[:STORIES]:
            print(await story(played, number), file=sys.stderr)
    finally:
        await played.town.close()
    took, used = time.monotonic() - began, resource.getrusage(resource.RUSAGE_SELF)
    cpu = used.ru_utime + used.ru_stime
    found.line |= {
        "seconds": round(took),
        "cpu_seconds": round(cpu),
        "cpu_seconds_a_day": round(cpu / plan.days, 3),
        "memory_mb": used.ru_maxrss // 1024,
        "cores": os.cpu_count(),
        "database": "memory" if place == str(MEMORY) else "disk",
    }
    return found


if __name__ == "__main__":
    sys.exit(main())
