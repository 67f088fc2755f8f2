"""How long training takes on very many messages: `make bench-train`, or `python benchmarks/train_100k.py [NUMBER]`.

The messages are made of sentences of the corpus, about 150 characters each: most sentences are of the message's
label, one in five is of any. So the words are real ones; how well the labels are told apart means nothing. The
training runs as its own program, from reading the file to the model on disk, and is measured with all processes that
it starts.
"""

from __future__ import annotations

import csv
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from classifier import corpus

LENGTH = 150
STRAY = 0.2
SHORT, LONG = 4, 60  # characters of a sentence
SEED = 100_000
LOOK = 0.25


def write(path: Path, number: int) -> None:
    """A CSV file with the columns text and label."""
    chance = random.Random(SEED)
    sentences: dict[str, list[str]] = {}
    for row in corpus.load():
        found = re.split(r"(?<=[。！？；，])", row.text)
        sentences.setdefault(row.domain, []).extend(part for part in found if SHORT < len(part) < LONG)
    labels = sorted(sentences)
    every = [part for parts in sentences.values() for part in parts]
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["text", "label"])
        for _ in range(number):
            label = chance.choice(labels)
            text = ""
            while len(text) < LENGTH:
                text += chance.choice(every if chance.random() < STRAY else sentences[label])
            out.writerow([text, label])


def resident(root: int) -> int:
    """Bytes that a process and all its descendants hold now; 0 where the system doesn't say (Linux does)."""
    parents: dict[int, int] = {}
    sizes: dict[int, int] = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            fields = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        except OSError:
            continue
        number = int(status.parent.name)
        parents[number] = int(fields["PPid"])
        sizes[number] = int(fields.get("VmRSS", "0 kB").split()[0]) * 1024
    total = 0
    for number, size in sizes.items():
        above = number
        while above not in (root, 0):
            above = parents.get(above, 0)
        total += size if above == root else 0
    return total


def main() -> int:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "messages.csv"
        write(path, number)
        command = [sys.executable, "-m", "bot.cli", "train"]
        start, most = time.perf_counter(), 0
        with subprocess.Popen([*command, "--data", path, "--out", Path(folder) / "model"]) as training:
            while training.poll() is None:
                most = max(most, resident(training.pid))
                time.sleep(LOOK)
        took = time.perf_counter() - start
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = used.ru_utime + used.ru_stime
    print(
        f"{number} messages: {took:.0f} s, {worked:.0f} s of work, at most {most >> 20} MB in all processes"
    )
    return training.returncode


if __name__ == "__main__":
    sys.exit(main())
