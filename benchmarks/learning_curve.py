"""How much the model gains from people's corrections: `python benchmarks/learning_curve.py FILE.jsonl`.

Starting from the shipped model, labelled messages are fed in batches as a dispatcher's labels would be, with a
retraining after each; both models are measured on the messages that are not fed yet, so each line compares the two
on the same rows. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import sys
from pathlib import Path

from classifier import corpus
from classifier.evaluate import judge, read
from classifier.figures import figures
from classifier.predict import Classifier
from classifier.train import train

BATCH = 50
WEIGHT = 2.0  # a dispatcher's label
SEED = 2026


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--weight", type=float, default=WEIGHT)
    parser.add_argument("--most", type=int, default=500, help="stop after so many labels")
    options = parser.parse_args()
    if not options.file.exists():
        print("real-message set not present", file=sys.stderr)
        return 0
    rows = read(options.file)
    random.Random(SEED).shuffle(rows)
    champion = Classifier.load()
    learnt, _ = corpus.split(corpus.load())
    before = judge(champion, rows)
    print("| labels fed | rows left | strict | acceptable | nine-way | shipped model on the same rows |")
    print("|---|---|---|---|---|---|")
    for fed in range(0, min(options.most, len(rows) - 2 * BATCH) + 1, BATCH):
        said = [
            dataclasses.replace(row, accept=(), kind=None, urgent=None, weight=options.weight)
            for row in rows[:fed]
        ]
        model = train([*learnt, *said], like=champion.model).model if fed else champion.model
        left = rows[fed:]
        now, then = figures(left, judge(Classifier(model), left)), figures(left, before[fed:])
        print(
            f"| {fed} | {len(left)} | {now.strict:.3f} | {now.acceptable:.3f} | {now.nine_way:.3f} "
            f"| {then.strict:.3f} / {then.acceptable:.3f} / {then.nine_way:.3f} |",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
