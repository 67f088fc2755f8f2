"""Prints pairs of like messages by different writers, so many a band of likeness, to be judged by eye.

    python benchmarks/like_pairs.py messages.jsonl [--each 40] [--once]

Rows have `text` and perhaps `title` and `user`. `--once`: no message in two pairs of a band, so that one matter that
hundreds write about does not fill it. Pairs that name two places are left out, as the desk does, and counted.
"""

from __future__ import annotations

import argparse
import json
from itertools import pairwise
from pathlib import Path
from random import Random

from bot.core.plain import title_of
from classifier.places import places
from classifier.predict import Classifier

BANDS = (0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
SHOWN = 70


def pairs(texts: list[str], users: list[str | None]) -> dict[tuple[int, int], float]:
    """Every pair from the lowest band on, but those of one writer."""
    likeness = Classifier.load().likeness()
    likeness.load((number, *title_of(text)) for number, text in enumerate(texts))
    found: dict[tuple[int, int], float] = {}
    for number, text in enumerate(texts):
        for other, like in likeness.similar(*title_of(text), k=len(texts), least=BANDS[0], besides={number}):
            if users[number] is None or users[number] != users[other]:
                found[min(number, other), max(number, other)] = like
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--each", type=int, default=40)
    parser.add_argument("--once", action="store_true")
    options = parser.parse_args()
    if not options.file.is_file():
        print(
            f"Nothing measured: {options.file.name} not there. The real-message set is not in the repository."
        )
        return
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    texts = [f"{row.get('title') or ''}\n{row['text']}".strip() for row in rows]
    named = [places(text) for text in texts]
    found = pairs(texts, [row.get("user") for row in rows])
    for low, high in pairwise(BANDS):
        band = sorted(pair for pair, like in found.items() if low <= like < high)
        kept = [(one, two) for one, two in band if not named[one].elsewhere(named[two])]
        print(f"\n{low} to {high}: {len(band)} pairs, {len(band) - len(kept)} of two places left out")
        Random(9).shuffle(kept)
        seen: set[int] = set()
        shown = 0
        for pair in kept:
            if shown == options.each or (options.once and seen & set(pair)):
                continue
            seen |= set(pair)
            shown += 1
            print(
                f"{shown} ({found[pair]:.2f})",
                *(" ".join(texts[n].split())[:SHOWN] for n in pair),
                sep="\n    ",
            )


if __name__ == "__main__":
    main()
