"""Measures a classifier on labelled messages: `python -m classifier.evaluate FILE.jsonl`.

Prints every figure with its 95% interval, the confusion matrix, the time of a prediction and the errors that the
model was surest of with the words that drove them; draws pictures where a folder is named.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import opencc
from numpy.typing import NDArray

from classifier import tables
from classifier.corpus import Row
from classifier.explain import explain
from classifier.figures import ROUNDS, Figures, calibration_error, figures, guess, intervals
from classifier.labels import GUIDE, NONE, Scheme
from classifier.predict import Classifier, Suggestion

__all__ = [
    "ROUNDS", "Figures", "calibration_error", "confusion", "counts", "figures", "guess", "intervals", "judge", "main",
    "measure", "pictures", "read", "report", "speed", "worst",
]  # fmt: skip

# A table of more labels is wider than any terminal.
WIDEST: Final = 16
TIMED: Final = 200
DRIVERS: Final = 4


def read(path: Path, scheme: Scheme = GUIDE) -> list[Row]:
    """Rows of a labelled JSONL file (`title`, `text`, `domain` or `label`, `accept` or `acceptable`, perhaps `type`,
    `urgent`, `near`, `topic`), or of a CSV or Excel file as `tables` reads it; ValueError names the line."""
    if path.suffix.lower() != ".jsonl":
        rows = tables.read(path).rows
        if strange := next((row for row in rows if row.domain not in scheme.labels), None):
            raise ValueError(f"{strange.where}: {strange.domain!r} is not one of {' '.join(scheme.labels)}")
        return rows
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = _row(json.loads(line), f"{path.name}:{number}")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{path.name}:{number}: not a labelled message ({error!r})") from error
        if row.domain not in scheme.labels:
            known = " ".join(scheme.labels)
            raise ValueError(f"{path.name}:{number}: domain {row.domain!r} is not one of {known}")
        rows.append(row)
    return rows


def _row(data: dict[str, Any], where: str) -> Row:
    accept = data.get("acceptable", data.get("accept", []))
    if not isinstance(data["text"], str) or not isinstance(data.get("title"), str | None):
        raise TypeError("text and title must be texts")
    urgent = data.get("urgent")
    return Row(
        data["text"],
        data.get("title"),
        data["domain"] if "domain" in data else data["label"],
        tuple(accept),
        where,
        data.get("type"),
        None if urgent is None else bool(urgent),
        bool(data.get("near")),
        data.get("topic"),
    )


def judge(classifier: Classifier, rows: Sequence[Row]) -> list[Suggestion]:
    """A suggestion for every row."""
    return [classifier.suggest(row.title, row.text) for row in rows]


def measure(classifier: Classifier, rows: Sequence[Row]) -> Figures:
    """Classify the rows and count."""
    return figures(rows, judge(classifier, rows), classifier.urgent_threshold, classifier.scheme.none)


def counts(
    rows: Sequence[Row], suggestions: Sequence[Suggestion], scheme: Scheme = GUIDE
) -> NDArray[np.intp]:
    """How often each label (down) was taken for each (across); shape (labels, labels)."""
    number = {label: place for place, label in enumerate(scheme.labels)}
    found = np.zeros((len(number), len(number)), dtype=np.intp)
    for row, made in zip(rows, suggestions, strict=True):
        found[number[row.domain], number[guess(made, scheme.none)]] += 1
    return found


def confusion(rows: Sequence[Row], suggestions: Sequence[Suggestion], scheme: Scheme = GUIDE) -> str:
    """Labels down, likeliest of all across, as text; with very many labels the commonest mistakes instead."""
    table = counts(rows, suggestions, scheme)
    if len(scheme.labels) > WIDEST:
        pairs = Counter({(int(a), int(b)): int(table[a, b]) for a, b in np.argwhere(table) if a != b})
        names = scheme.labels
        return "\n".join(f"{number:6}  {names[a]} → {names[b]}" for (a, b), number in pairs.most_common(20))
    wide = 6
    lines = [" " * 10 + "".join(_pad(label[:2], wide) for label in scheme.labels)]
    lines += [
        _pad(label[:4], 10, left=True) + "".join(_pad(str(number), wide) for number in line)
        for label, line in zip(scheme.labels, table.tolist(), strict=True)
    ]
    return "\n".join(lines)


def _pad(text: str, width: int, *, left: bool = False) -> str:
    """Padded for a terminal, where a Chinese character is two columns wide."""
    blank = " " * (width - sum(2 if ord(char) > 0x2E80 else 1 for char in text))
    return text + blank if left else blank + text


def worst(
    rows: Sequence[Row],
    suggestions: Sequence[Suggestion],
    number: int = 10,
    none: str | None = NONE,
    drivers: Callable[[Row, str], str] | None = None,
) -> list[str]:
    """The errors that the model was surest of: place, label, guess, confidence, beginning of the message; with
    `drivers` a second line for each, of what spoke for the guess and what for the label."""
    wrong = [
        (max(made.none, made.confidence), row, guess(made, none))
        for row, made in zip(rows, suggestions, strict=True)
    ]
    wrong = [found for found in wrong if found[2] not in (found[1].domain, *found[1].accept)]
    wrong.sort(key=lambda found: -found[0])
    lines = []
    for sure, row, said in wrong[:number]:
        begins = " ".join((row.title or row.text).split())[:40]
        lines.append(f"{row.where}  {row.domain}, not {said} ({sure:.2f})  {begins}")
        if drivers:
            lines += [f"    {label}: {drivers(row, label) or '-'}" for label in (said, row.domain)]
    return lines


def speed(classifier: Classifier, rows: Sequence[Row], length: int = TIMED) -> tuple[float, float]:
    """Median and 99th percentile of one prediction in milliseconds, texts cut or repeated to `length` characters."""
    taken = []
    for row in rows[:1_000]:
        text = f"{row.title or ''}{row.text}" or "。"
        text = (text * (length // len(text) + 1))[:length]
        start = time.perf_counter()
        classifier.suggest(None, text)
        taken.append((time.perf_counter() - start) * 1_000)
    middle, slow = np.percentile(taken, (50, 99)).tolist() if taken else (math.nan, math.nan)
    return middle, slow


def pictures(
    classifier: Classifier, rows: Sequence[Row], suggestions: Sequence[Suggestion]
) -> dict[str, bytes]:
    """Confusion matrix, reliability and risk–coverage curve as PNG, by file name."""
    # Half a second that the figures alone need not wait for.
    from classifier.plots import confusion_png, reliability_png, risk_coverage_png  # noqa: PLC0415

    scheme, pairs = classifier.scheme, list(zip(rows, suggestions, strict=True))
    confidence = [made.confidence for made in suggestions]
    strict = [made.domain == row.domain for row, made in pairs]
    defended = [row.domain != scheme.none and made.domain in (row.domain, *row.accept) for row, made in pairs]
    either = {"只认标注的一类": strict, "说得通的都算对": defended}
    lines = either if any(row.accept for row in rows) else {"只认标注的一类": strict}
    return {
        "confusion.png": confusion_png(
            scheme.labels, counts(rows, suggestions, scheme), f"混淆矩阵 · {len(rows)} 条"
        ),
        "reliability.png": reliability_png(confidence, strict, f"把握有多可信 · {len(rows)} 条"),
        "risk_coverage.png": risk_coverage_png(
            confidence, lines, f"自动分派越多，错得越多 · {len(rows)} 条", classifier.threshold
        ),
    }


def _variants(rows: list[Row], *, parts: bool, traditional: bool) -> dict[str, list[Row]]:
    """The rows as they are, and as what a chat or another script would make of them."""
    found = {"all": rows}
    if parts:
        found["title only"] = [replace(row, text=row.title, title=None) for row in rows if row.title]
        found["text only"] = [replace(row, title=None) for row in rows]
    if traditional:
        convert = opencc.OpenCC("s2t").convert
        found["traditional"] = [
            replace(row, text=convert(row.text), title=row.title and convert(row.title)) for row in rows
        ]
    return found


def _column(classifier: Classifier, rows: list[Row], made: list[Suggestion]) -> dict[str, str]:
    urgent, none = classifier.urgent_threshold, classifier.scheme.none
    ranges = intervals(rows, made, urgent, none=none)
    cells = {}
    for name, value in asdict(figures(rows, made, urgent, none)).items():
        if isinstance(value, int):
            cells[name] = str(value)
        elif not math.isnan(value):
            cells[name] = f"{value:.3f}  ({ranges[name][0]:.3f} – {ranges[name][1]:.3f})"
    return cells


def _table(columns: dict[str, dict[str, str]]) -> list[str]:
    names = dict.fromkeys(name for cells in columns.values() for name in cells)
    lines = [[name, *(cells.get(name, "") for cells in columns.values())] for name in names]
    if len(columns) > 1:
        lines.insert(0, ["", *columns])
    return [
        "".join(cell.ljust(18 if not at else 26) for at, cell in enumerate(line)).rstrip() for line in lines
    ]


def report(
    file: Path,
    model: Path | None = None,
    out: Path | None = None,
    *,
    parts: bool = False,
    traditional: bool = False,
) -> int:
    """Print the tables and write the pictures; 0, or 2 if a file can't be used, said on standard error."""
    try:
        classifier = Classifier.load(model)
        rows = read(file, classifier.scheme)
        if out:
            out.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    variants = _variants(rows, parts=parts, traditional=traditional)
    made = {name: judge(classifier, found) for name, found in variants.items()}
    columns = {name: _column(classifier, found, made[name]) for name, found in variants.items()}
    middle, slow = speed(classifier, rows)

    def drivers(row: Row, label: str) -> str:
        found = explain(classifier, row.title, row.text, label, DRIVERS)
        return " ".join(f"{driver.word} {driver.weight:.2f}" for driver in found)

    scheme = classifier.scheme
    print(f"{'model':18}{classifier.version}", *_table(columns), sep="\n")
    print(f"{f'{TIMED} characters':18}{middle:.2f} ms, 99th percentile {slow:.2f} ms")
    print("", confusion(rows, made["all"], scheme), "", sep="\n")
    print(*worst(rows, made["all"], none=scheme.none, drivers=drivers), sep="\n")
    if out:
        for name, content in pictures(classifier, rows, made["all"]).items():
            (out / name).write_bytes(content)
            print(out / name)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """`report` with the options of a command line."""
    parser = argparse.ArgumentParser(
        prog="python -m classifier.evaluate", description="Measures a classifier on labelled messages."
    )
    parser.add_argument("file", type=Path, help="labelled messages, one JSON object a line")
    parser.add_argument("--model", type=Path, help="model directory (default: the shipped model)")
    parser.add_argument("--out", type=Path, help="folder for pictures")
    parser.add_argument("--parts", action="store_true", help="also by the title alone and by the text alone")
    parser.add_argument("--traditional", action="store_true", help="also written in traditional characters")
    return report(**vars(parser.parse_args(arguments)))


if __name__ == "__main__":
    sys.exit(main())
