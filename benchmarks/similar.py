"""Measures `classifier.similar`: is the first message found by its rewrites, how much else comes along, how fast.

    python benchmarks/similar.py messages.jsonl [more.jsonl …]

Rows have `text` and perhaps `title`. A message counts as the same as another when they share 0.3 of their
stretches of five characters (Jaccard): people do send a complaint twice.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
from rewrites import REWRITES, Rewrite

from classifier.normalise import normalise
from classifier.predict import Classifier
from classifier.similar import Likeness

Message = tuple[str | None, str]
SEED = 7
SAME = 0.3
LEASTS = (0.3, 0.4, 0.5)


def read(paths: Sequence[Path]) -> list[Message]:
    """The messages of all files, each once."""
    found: dict[Message, None] = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["text"].strip():
                found[row.get("title"), row["text"].strip()] = None
    return list(found)


def same(messages: Sequence[Message]) -> list[set[int]]:
    """For each message the numbers of those that are the same, itself among them."""
    groups = [{number} for number in range(len(messages))]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    sizes: list[int] = []
    for number, (title, text) in enumerate(messages):
        written = normalise(f"{title or ''}{text}").replace(" ", "")
        grams = {written[place : place + 5] for place in range(max(1, len(written) - 4))}
        shared: Counter[int] = Counter()
        for gram in grams:
            shared.update(holders[gram])
            holders[gram].append(number)
        sizes.append(len(grams))
        for other, both in shared.items():
            if both / (len(grams) + sizes[other] - both) >= SAME:
                groups[number].add(other)
                groups[other].add(number)
    return groups


def found_by(
    likeness: Likeness,
    messages: Sequence[Message],
    groups: Sequence[set[int]],
    picks: Sequence[int],
    rewrite: Rewrite,
) -> str:
    """One line of the table."""
    first = among = 0
    right, shown = Counter[float](), Counter[float]()
    reached = Counter[float]()
    for pick in picks:
        written = rewrite(*messages[pick], Random(pick))
        results = likeness.similar(None, written, 5, 0.0)
        own = groups[pick]
        first += bool(results) and results[0][0] in own
        among += any(number in own for number, _ in results)
        for least in LEASTS:
            passed = [number in own for number, score in results if score >= least]
            shown[least] += len(passed)
            right[least] += sum(passed)
            reached[least] += any(passed)
    cells = [first / len(picks), among / len(picks)]
    for least in LEASTS:
        cells += [reached[least] / len(picks), right[least] / max(1, shown[least])]
    return " | ".join(f"{cell:.3f}" for cell in cells)


def timed(likeness: Likeness, messages: Sequence[Message], cases: int, chance: Random) -> None:
    """Times with so many cases, each put together of two halves of 75 characters."""

    def halves() -> str:
        parts = (chance.choice(messages)[1] for _ in range(2))
        starts = ((part, chance.randrange(max(1, len(part) - 75))) for part in parts)
        return "".join(part[start : start + 75] for part, start in starts)

    made = [(number, None, halves()) for number in range(cases)]
    start = time.perf_counter()
    likeness.load(made)
    print(f"{cases} cases of {np.mean([len(text) for *_, text in made]):.0f} characters")
    print(f"load {time.perf_counter() - start:.1f} s")
    queries = [chance.choice(messages) for _ in range(1_500)]
    for name, cut in (("whole message", None), ("200 characters", 200)):
        taken = []
        for title, text in queries:
            start = time.perf_counter()
            likeness.similar(title, text[:cut])
            taken.append((time.perf_counter() - start) * 1_000)
        print(
            f"search, {name}: median {np.median(taken):.1f} ms, 99th percentile {np.percentile(taken, 99):.1f} ms"
        )
    taken = []
    for number in range(cases, cases + 2_000):
        text = halves()
        start = time.perf_counter()
        likeness.add(number, None, text)
        taken.append((time.perf_counter() - start) * 1_000)
    print(f"add: median {np.median(taken):.2f} ms, 99th percentile {np.percentile(taken, 99):.2f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path, help="messages, one JSON object a line")
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--cases", type=int, default=100_000, help="how many to time with; 0: none")
    options = parser.parse_args()
    if missing := [path.name for path in options.files if not path.is_file()]:
        print(
            f"Nothing measured: {' '.join(missing)} not there. The real-message set is not in the repository."
        )
        return 0
    messages, chance = read(options.files), Random(SEED)
    groups = same(messages)
    picks = chance.sample(range(len(messages)), min(options.queries, len(messages)))
    print(f"{len(messages)} messages, {sum(len(group) > 1 for group in groups)} of them sent more than once")
    heads = [
        "first",
        "among five",
        *(f"{what} {least}" for least in LEASTS for what in ("found at", "right at")),
    ]
    likeness = Likeness(Classifier.load().model.features)
    for number, (title, text) in enumerate(messages):
        likeness.add(number, title, text)
    for name in ("counted by the model alone", "counted with the cases"):
        print(f"\n{name} | {' | '.join(heads)}")
        for what, rewrite in REWRITES.items():
            print(f"{what} | {found_by(likeness, messages, groups, picks, rewrite)}")
        likeness.load((number, *message) for number, message in enumerate(messages))
    if options.cases:
        print()
        timed(likeness, messages, options.cases, chance)
    return 0


if __name__ == "__main__":
    sys.exit(main())
