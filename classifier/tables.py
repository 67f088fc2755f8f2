"""Labelled messages from any office's file: which column is what, what is wrong with which cell, and which labels
are too small to be learnt. Nothing is dropped in silence."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from classifier.corpus import Row
from classifier.errors import TableError
from classifier.labels import GUIDE, KINDS, LONGEST, TRIAGE, Scheme
from classifier.sheets import Fault, Sheet, read_sheet

# Names by which a column is known where it is not named, the likelier first.
KNOWN: Final[dict[str, tuple[str, ...]]] = {
    "text": ("text", "内容", "诉求内容", "留言详情", "正文", "诉求描述", "留言内容"),
    "title": ("title", "标题", "主题", "留言主题", "诉求标题"),
    "label": ("label", "domain", "领域", "类别", "一级标签", "一级分类", "分类"),
    "accept": ("accept", "acceptable"),
    "kind": ("type", "类型", "诉求类型"),
    "urgent": ("urgent", "紧急", "是否紧急"),
    "topic": ("topic", "二级标签", "二级分类"),
    "weight": ("weight", "权重"),
}
NEEDED: Final = ("text", "label")
# Fewer rows can't be learnt from and judged in five folds.
FEWEST: Final = 10
FEWEST_OF_A_TOPIC: Final = 5
# Topics speak for their label only if nearly every row has one.
WITH_TOPIC: Final = 0.9
_REMEDY: Final = (
    "Add rows, or put them under one label with --merge-small-into 其他, or leave them out with --drop-small"
)
_TRUTH: Final = {"1": True, "0": False, "是": True, "否": False, "true": True, "false": False}
_BETWEEN: Final = re.compile(r"[、,，;；|/\s]+")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file, and what their owner should know about how it was read."""

    rows: list[Row]
    notes: list[str]


def read(path: Path, names: dict[str, str] | None = None) -> Table:
    """Rows of a labelled file; `names` says which column is what where it is not known by its name.

    TableError lists every problem with its row and column; then nothing can be used. Messages that are there twice
    with one label are dropped and counted in the notes; with two labels they are a problem.
    """
    sheet = read_sheet(path)
    columns = _columns(path.name, sheet, names or {})
    problems = [f"{path.name}: {problem}" for problem in sheet.problems]
    rows: list[Row] = []
    for number, cells in sheet.rows:
        given = {field: cells.get(column) for field, column in columns.items()}
        where = f"{path.name}:{number}"
        row, wrong = _row(given, where)
        problems += [f"{where}: {columns[field]}: {reason}" for field, reason in wrong]
        if row:
            rows.append(row)
    labels = {row.domain for row in rows}
    problems += [
        f"{row.where}: {columns['accept']}: {other!r} is no label of this file"
        for row in rows
        for other in row.accept
        if other not in labels
    ]
    kept, twice, conflicts = _without_repeats(rows)
    problems += conflicts
    if not problems and not rows:
        problems = [f"{path.name}: no rows under the header"]
    if problems:
        raise TableError(problems)
    notes = sheet.notes + [f"{field} is read from the column {column}" for field, column in columns.items()]
    if twice:
        notes.append(f"{twice} rows repeat another word for word with the same label and were dropped")
    return Table(kept, notes)


def _columns(name: str, sheet: Sheet, names: dict[str, str]) -> dict[str, str]:
    """The column of each field that there is."""
    found: dict[str, str] = {}
    problems = []
    listed = ", ".join(sheet.columns)
    folded = {column.strip().lower(): column for column in reversed(sheet.columns)}
    for field, known in KNOWN.items():
        if wanted := names.get(field):
            if wanted not in sheet.columns:
                problems.append(f"{name}: there is no column {wanted!r} for {field}; there are: {listed}")
            found[field] = wanted
        elif column := next((folded[alias] for alias in known if alias in folded), None):
            found[field] = column
        elif field in NEEDED:
            aliases = ", ".join(known)
            problems.append(
                f"{name}: no column for {field} (known names: {aliases}); there are: {listed}. "
                f"Name it with --{field}; the header must be the first row"
            )
    used = Counter(found.values())
    problems += [
        f"{name}: column {column} is used for two things" for column, times in used.items() if times > 1
    ]
    if problems:
        raise TableError(problems)
    return found


def _row(given: dict[str, Any], where: str) -> tuple[Row | None, list[tuple[str, str]]]:
    """The row, or None and what is wrong with which of its fields."""
    wrong: list[tuple[str, str]] = []
    texts: dict[str, str | None] = {}
    for field in ("text", "title", "label", "kind", "topic"):
        cell = given.get(field)
        if isinstance(cell, Fault):
            wrong.append((field, f"holds Excel's error {cell.name}"))
        elif cell is not None and not isinstance(cell, str):
            wrong.append((field, f"is not a text but {type(cell).__name__} ({str(cell)[:40]})"))
        texts[field] = cell.strip() if isinstance(cell, str) and cell.strip() else None
    wrong += [
        (field, "is empty")
        for field in NEEDED
        if texts[field] is None and isinstance(given.get(field), str | None)
    ]
    label, kind, topic = texts["label"], texts["kind"], texts["topic"]
    for field, name in (("label", label), ("topic", topic)):
        if name and (len(name) > LONGEST or not name.isprintable()):
            wrong.append((field, f"{name[:20]!r}… is no name of at most {LONGEST} characters"))
    if label == TRIAGE:
        wrong.append(("label", f"{TRIAGE!r} is kept for the queue of unsure messages"))
    if kind and kind not in KINDS:
        wrong.append(("kind", f"{kind!r} is not one of {' '.join(KINDS)}"))
    accept: tuple[str, ...] = ()
    urgent, weight = None, 1.0
    try:
        accept = _list(given.get("accept"), label)
    except ValueError as error:
        wrong.append(("accept", str(error)))
    if (cell := given.get("urgent")) is not None:
        urgent = _TRUTH.get(str(cell).strip().lower().removesuffix(".0"))
        if urgent is None:
            wrong.append(("urgent", f"{_shown(cell)} is neither 0 nor 1"))
    if (cell := given.get("weight")) is not None:
        weight = _number(cell)
        if not (math.isfinite(weight) and weight > 0):
            wrong.append(("weight", f"{_shown(cell)} is not a number above 0"))
    if wrong or not texts["text"] or not label:
        return None, wrong
    return Row(texts["text"], texts["title"], label, accept, where, kind, urgent, False, topic, weight), []


def _shown(cell: Any) -> str:
    return f"Excel's error {cell.name}" if isinstance(cell, Fault) else repr(str(cell)[:40])


def _list(cell: Any, label: str | None) -> tuple[str, ...]:
    """Further labels, from a list or a text with any usual sign between them, without the label itself."""
    if cell is None:
        return ()
    if isinstance(cell, str):
        cell = [name for name in _BETWEEN.split(cell) if name]
    if not isinstance(cell, list) or not all(isinstance(name, str) and name.strip() for name in cell):
        raise ValueError(f"{_shown(cell)} is not a list of labels")
    return tuple(dict.fromkeys(name.strip() for name in cell if name.strip() != label))


def _number(cell: Any) -> float:
    try:
        return math.nan if isinstance(cell, bool | Fault | list) else float(cell)
    except (TypeError, ValueError):
        return math.nan


def _without_repeats(rows: Sequence[Row]) -> tuple[list[Row], int, list[str]]:
    """The rows without word-for-word repeats, how many these were, and those whose labels differ."""
    first: dict[tuple[str, str], Row] = {}
    twice, conflicts = 0, []
    for row in rows:
        said = first.setdefault((" ".join((row.title or "").split()), " ".join(row.text.split())), row)
        if said is row:
            continue
        if said.domain != row.domain:
            conflicts.append(
                f"{row.where}: the same message as {said.where}, but {row.domain} and not {said.domain}"
            )
        twice += 1
    return list(first.values()), twice, conflicts


def settle_small(rows: Sequence[Row], into: str | None = None, *, drop: bool = False) -> Table:
    """Labels of fewer than `FEWEST` rows put together under `into`, or dropped; otherwise TableError names them."""
    sizes = Counter(row.domain for row in rows)
    small = {label: size for label, size in sizes.items() if size < FEWEST and label != into}
    if into and sum(small.values()) + sizes[into] < FEWEST and (small or into in sizes):
        raise TableError([f"even together {into} and the small labels have fewer than {FEWEST} rows"])
    if small and not into and not drop:
        named = ", ".join(
            f"{label} ({size})" for label, size in sorted(small.items(), key=lambda pair: -pair[1])
        )
        told = f"too few rows to be learnt and judged (at least {FEWEST} are needed): {named}."
        raise TableError([f"{told} {_REMEDY}"])
    if not small:
        return Table(list(rows), [])
    kept = []
    for row in rows:
        accept = tuple(dict.fromkeys(into or "" if label in small else label for label in row.accept))
        accept = tuple(label for label in accept if label and label != row.domain)
        if row.domain not in small:
            kept.append(replace(row, accept=accept))
        elif into:
            accept = tuple(label for label in accept if label != into)
            kept.append(replace(row, domain=into, accept=accept, topic=None))
    said = f"put under {into}" if into else "left out"
    return Table(kept, [f"{len(small)} labels of few rows ({sum(small.values())} in all) were {said}"])


def scheme_of(rows: Sequence[Row], none: str | None = None) -> tuple[Scheme, list[Row], list[str]]:
    """The labels that rows can teach, the rows without what they can't, and what was left out.

    The guide's nine labels come in the guide's order and with its label of no domain, others by number of rows.
    TableError if there is nothing to tell apart.
    """
    sizes = Counter(row.domain for row in rows)
    if none is not None and none not in sizes:
        raise TableError([f"no row has the label {none!r}; there are: {', '.join(sizes)}"])
    if set(sizes) == set(GUIDE.labels) and none in (None, GUIDE.none):
        labels, none = GUIDE.labels, GUIDE.none
    else:
        labels = tuple(sorted(sizes, key=lambda label: (label == none, -sizes[label], label)))
    notes = []
    pairs = Counter((row.domain, row.topic) for row in rows if row.topic)
    enough = {pair for pair, size in pairs.items() if size >= FEWEST_OF_A_TOPIC}
    topics = {label: tuple(sorted(topic for owner, topic in enough if owner == label)) for label in labels}
    if sum(pairs[pair] for pair in enough) < WITH_TOPIC * len(rows) or not all(topics.values()):
        if pairs:
            notes.append(f"topics are not learnt: too few rows have one of {FEWEST_OF_A_TOPIC} rows or more")
        topics, enough = {}, set()
    numbers = Counter(row.kind for row in rows)
    kinds = tuple(kind for kind in KINDS if numbers[kind] >= FEWEST)
    if len(kinds) < 2:
        kinds = ()
    if set(numbers) - {None, *kinds}:
        notes.append(f"types are learnt only where at least {FEWEST} rows have them, and two types at least")
    calm = Counter(row.urgent for row in rows)
    urgency = min(calm[True], calm[False]) >= FEWEST
    if not urgency and calm[True]:
        notes.append(f"urgency is not learnt: at least {FEWEST} urgent and {FEWEST} calm rows are needed")
    kept = [
        replace(
            row,
            topic=row.topic if (row.domain, row.topic) in enough else None,
            kind=row.kind if row.kind in kinds else None,
            urgent=row.urgent if urgency else None,
        )
        for row in rows
    ]
    try:
        return Scheme(labels, none, topics, kinds, urgency), kept, notes
    except ValueError as error:
        raise TableError([str(error)]) from None
