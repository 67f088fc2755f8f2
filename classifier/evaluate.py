"""Measures a classifier on labelled messages: `python -m classifier.evaluate FILE.jsonl`."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from classifier.corpus import Row
from classifier.labels import LABELS, NONE, TRIAGE
from classifier.predict import Classifier, Suggestion


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares between 0 and 1. A message of no domain that goes to a domain's queue counts as an error."""

    rows: int
    in_domain: int
    strict: float  # in-domain rows whose likeliest of the eight is the label
    acceptable: float  # the same, any defensible label counts
    nine_way: float  # all rows, likeliest of the nine is the label
    queue_precision: float  # of what goes to a domain's queue by itself, the label's own queue
    queue_acceptable: float  # the same, any defensible label counts
    queue_share: float  # in-domain rows that go to a domain's queue by itself
    ece: float  # expected calibration error of `confidence`, ten bins


def read(path: Path) -> list[Row]:
    """Rows of a labelled JSONL file (`title`, `text`, `domain`, `accept` or `acceptable`); ValueError names
    the line."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            data = json.loads(line)
            accept = data.get("acceptable", data.get("accept", []))
            if not isinstance(data["text"], str) or not isinstance(data.get("title"), str | None):
                raise TypeError("text and title must be texts")
            row = Row(data["text"], data.get("title"), data["domain"], tuple(accept), f"{path.name}:{number}")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{path.name}:{number}: not a labelled message ({error!r})") from error
        if row.domain not in LABELS:
            raise ValueError(f"{path.name}:{number}: domain {row.domain!r} is not one of {' '.join(LABELS)}")
        rows.append(row)
    return rows


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return sum(found) / len(found) if found else math.nan


def calibration_error(confidence: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Mean distance between stated confidence and share that is right, over equal bins weighted by rows."""
    total = 0.0
    for number in range(bins):
        inside = [i for i, value in enumerate(confidence) if min(int(value * bins), bins - 1) == number]
        total += abs(sum(confidence[i] - right[i] for i in inside))
    return total / len(confidence) if confidence else math.nan


def figures(rows: Sequence[Row], suggestions: Sequence[Suggestion]) -> Figures:
    """Figures for suggestions made for the rows, one each, in their order."""
    pairs = list(zip(rows, suggestions, strict=True))
    inside = [pair for pair in pairs if pair[0].domain != NONE]
    queued = [pair for pair in pairs if pair[1].queue != TRIAGE]
    return Figures(
        rows=len(pairs),
        in_domain=len(inside),
        strict=_share(made.domain == row.domain for row, made in inside),
        acceptable=_share(made.domain in (row.domain, *row.accept) for row, made in inside),
        nine_way=_share(
            row.domain == (NONE if made.none > made.confidence else made.domain) for row, made in pairs
        ),
        queue_precision=_share(made.domain == row.domain for row, made in queued),
        queue_acceptable=_share(
            row.domain != NONE and made.domain in (row.domain, *row.accept) for row, made in queued
        ),
        queue_share=_share(made.queue != TRIAGE for _, made in inside),
        ece=calibration_error(
            [made.confidence for _, made in pairs], [made.domain == row.domain for row, made in pairs]
        ),
    )


def measure(classifier: Classifier, rows: Sequence[Row]) -> Figures:
    """Classify the rows and count."""
    return figures(rows, [classifier.suggest(row.title, row.text) for row in rows])


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 0, or 2 if the file can't be used."""
    parser = argparse.ArgumentParser(prog="python -m classifier.evaluate", description=__doc__)
    parser.add_argument("file", type=Path, help="labelled messages, one JSON object a line")
    parser.add_argument("--model", type=Path, help="model directory (default: the shipped model)")
    options = parser.parse_args(arguments)
    try:
        rows = read(options.file)
        classifier = Classifier.load(options.model)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{'model':18}{classifier.version}")
    for name, value in asdict(measure(classifier, rows)).items():
        print(f"{name:18}{value}" if isinstance(value, int) else f"{name:18}{value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
