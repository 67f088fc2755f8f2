"""Measures a classifier on labelled messages: `python -m classifier.evaluate FILE.jsonl`."""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from classifier.corpus import Row
from classifier.labels import LABELS, NONE, TRIAGE
from classifier.predict import Classifier, Suggestion

ROUNDS: Final = 1_000
SEED: Final = 2026


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
    kind: float  # rows with a type, likeliest type is the label
    topic: float  # rows with a topic, likeliest topic is the label
    topic_three: float  # the same, among the three likeliest
    urgent: int  # rows marked urgent
    urgent_recall: float  # of these, found
    false_alarms: float  # rows marked not urgent that are taken for urgent
    near_alarms: float  # the same among those that only sound urgent


def read(path: Path) -> list[Row]:
    """Rows of a labelled JSONL file (`title`, `text`, `domain`, `accept` or `acceptable`, perhaps `type`,
    `urgent`, `near`, `topic`); ValueError names the line."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            data = json.loads(line)
            accept = data.get("acceptable", data.get("accept", []))
            if not isinstance(data["text"], str) or not isinstance(data.get("title"), str | None):
                raise TypeError("text and title must be texts")
            urgent = data.get("urgent")
            row = Row(
                data["text"],
                data.get("title"),
                data["domain"],
                tuple(accept),
                f"{path.name}:{number}",
                data.get("type"),
                None if urgent is None else bool(urgent),
                bool(data.get("near")),
                data.get("topic"),
            )
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


def figures(rows: Sequence[Row], suggestions: Sequence[Suggestion], urgent: float = 0.5) -> Figures:
    """Figures for suggestions made for the rows, one each, in their order; `urgent` is the probability from
    which a message counts as urgent."""
    pairs = list(zip(rows, suggestions, strict=True))
    inside = [pair for pair in pairs if pair[0].domain != NONE]
    queued = [pair for pair in pairs if pair[1].queue != TRIAGE]
    about = [(row.topic, [name for name, _ in made.topics]) for row, made in pairs if row.topic]
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
        kind=_share(made.kind == row.kind for row, made in pairs if row.kind),
        topic=_share(topic in names[:1] for topic, names in about),
        topic_three=_share(topic in names[:3] for topic, names in about),
        urgent=sum(row.urgent is True for row in rows),
        urgent_recall=_share(made.urgent >= urgent for row, made in pairs if row.urgent),
        false_alarms=_share(made.urgent >= urgent for row, made in pairs if row.urgent is False),
        near_alarms=_share(made.urgent >= urgent for row, made in pairs if row.near),
    )


def judge(classifier: Classifier, rows: Sequence[Row]) -> list[Suggestion]:
    """A suggestion for every row."""
    return [classifier.suggest(row.title, row.text) for row in rows]


def measure(classifier: Classifier, rows: Sequence[Row]) -> Figures:
    """Classify the rows and count."""
    return figures(rows, judge(classifier, rows), classifier.urgent_threshold)


def intervals(
    rows: Sequence[Row], suggestions: Sequence[Suggestion], urgent: float, rounds: int = ROUNDS
) -> dict[str, tuple[float, float]]:
    """95% bootstrap intervals of the shares: rows drawn again and again, always in the same way."""
    chance = random.Random(SEED)
    drawn: dict[str, list[float]] = {}
    for _ in range(rounds):
        picks = chance.choices(range(len(rows)), k=len(rows))
        again = figures([rows[pick] for pick in picks], [suggestions[pick] for pick in picks], urgent)
        for name, value in asdict(again).items():
            if not math.isnan(value):
                drawn.setdefault(name, []).append(value)
    found = {}
    for name, values in drawn.items():
        values.sort()
        found[name] = (values[int(0.025 * len(values))], values[int(0.975 * len(values))])
    return found


def confusion(rows: Sequence[Row], suggestions: Sequence[Suggestion]) -> str:
    """Labels down, likeliest of the nine across, as text."""
    guessed = [NONE if made.none > made.confidence else made.domain for made in suggestions]
    pairs = Counter(zip((row.domain for row in rows), guessed, strict=True))
    wide = 6
    lines = [" " * 10 + "".join(_pad(label[:2], wide) for label in LABELS)]
    lines += [
        _pad(label, 10, left=True) + "".join(_pad(str(pairs[label, guess]), wide) for guess in LABELS)
        for label in LABELS
    ]
    return "\n".join(lines)


def _pad(text: str, width: int, *, left: bool = False) -> str:
    """Padded for a terminal, where a Chinese character is two columns wide."""
    blank = " " * (width - sum(2 if ord(char) > 0x2E80 else 1 for char in text))
    return text + blank if left else blank + text


def worst(rows: Sequence[Row], suggestions: Sequence[Suggestion], number: int = 10) -> list[str]:
    """The errors that the model was surest of: place, label, guess, confidence, beginning of the message."""
    wrong = [
        (max(made.none, made.confidence), row, NONE if made.none > made.confidence else made.domain)
        for row, made in zip(rows, suggestions, strict=True)
    ]
    wrong = [found for found in wrong if found[2] not in (found[1].domain, *found[1].accept)]
    wrong.sort(key=lambda found: -found[0])
    return [
        f"{row.where}  {row.domain}, not {guess} ({sure:.2f})  {' '.join((row.title or row.text).split())[:40]}"
        for sure, row, guess in wrong[:number]
    ]


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
    made = judge(classifier, rows)
    ranges = intervals(rows, made, classifier.urgent_threshold)
    print(f"{'model':18}{classifier.version}")
    for name, value in asdict(figures(rows, made, classifier.urgent_threshold)).items():
        if isinstance(value, int):
            print(f"{name:18}{value}")
        elif not math.isnan(value):
            low, high = ranges[name]
            print(f"{name:18}{value:.3f}  ({low:.3f} – {high:.3f})")
    print("", confusion(rows, made), "", *worst(rows, made), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
