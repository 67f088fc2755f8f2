"""Reads files of rows as people have them (JSON lines, CSV, Excel) into named cells, and says what can't be read.

Nothing is guessed that could mislead: a file that is not what its name says is refused.
"""

from __future__ import annotations

import csv
import io
import json
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from classifier.errors import TableError

LARGEST: Final = 500 * 1024 * 1024
MOST_ROWS: Final = 1_000_000
# A file with so many Chinese characters before the first bad byte is UTF-8 that is damaged, not GB18030.
SURELY_UTF8: Final = 10
_DELIMITERS: Final = ",;\t"
_JSON: Final = (".jsonl", ".ndjson")
_TEXT: Final = (".csv", ".tsv", ".txt")
_EXCEL: Final = (".xlsx", ".xlsm")
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
_ZIP: Final = b"PK\x03\x04"


@dataclass(slots=True)
class Sheet:
    """Rows by their number as the file's owner sees it (a line, or a row of the sheet), cells by column.

    A cell is a text, a number, a truth value, a list (JSON only), None if empty, or anything else a file may hold.
    """

    columns: list[str] = field(default_factory=list)
    rows: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that Excel could not work out."""

    name: str


def read_sheet(path: Path) -> Sheet:
    """The file's cells; TableError if it can't be read at all, problems in rows are in the sheet."""
    ending = path.suffix.lower()
    if ending == ".xls":
        raise TableError([f"{path.name}: the old Excel format is not read; save it as .xlsx or as CSV"])
    if ending not in _JSON + _TEXT + _EXCEL:
        known = " ".join(_JSON + _TEXT + _EXCEL)
        raise TableError([f"{path.name}: its name should end with one of {known}, as its format is"])
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise TableError(
                [f"{path.name}: {size >> 20} MB is too large; at most {LARGEST >> 20} MB are read"]
            )
        content = path.read_bytes()
    except OSError as error:
        raise TableError([f"{path.name}: can't be read ({error.strerror})"]) from None
    if not content.strip():
        raise TableError([f"{path.name}: the file is empty"])
    if content.startswith(_OLD_EXCEL):
        raise TableError([f"{path.name}: this is an old or protected Excel file; save it as .xlsx or as CSV"])
    if ending in _EXCEL:
        if not content.startswith(_ZIP):
            raise TableError(
                [f"{path.name}: not what its name says: no Excel workbook (perhaps a CSV file?)"]
            )
        return _excel(path.name, content)
    if content.startswith(_ZIP):
        raise TableError([f"{path.name}: not what its name says: this looks like an Excel workbook (.xlsx)"])
    text = _decoded(path.name, content)
    looks_like_json = text.lstrip().startswith("{")
    if ending in _JSON:
        if not looks_like_json:
            raise TableError([f"{path.name}: not what its name says: no JSON object in each line"])
        return _json_lines(text)
    if looks_like_json:
        raise TableError([f"{path.name}: not what its name says: this looks like JSON lines (.jsonl)"])
    return _csv(path.name, text)


def _decoded(name: str, content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise TableError([f"{name}: its UTF-16 text is damaged; save it as UTF-8"]) from None
    if b"\0" in content:
        raise TableError([f"{name}: holds zero bytes, so it is not text in UTF-8 or GB18030"])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = content[: error.start]
        if sum(char > "\x7f" for char in good.decode("utf-8-sig")) >= SURELY_UTF8:
            line = good.count(b"\n") + 1
            raise TableError(
                [f"{name}: line {line} holds a byte that is not UTF-8: the file is damaged"]
            ) from None
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise TableError([f"{name}: neither UTF-8 nor GB18030 (line {line}); save it as UTF-8"]) from None


def _json_lines(text: str) -> Sheet:
    sheet = Sheet()
    columns: dict[str, None] = {}
    # Not splitlines: a text may hold U+2028 and its like.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except (ValueError, RecursionError) as error:
            sheet.problems.append(f"line {number}: broken JSON ({getattr(error, 'msg', error)})")
            continue
        if not isinstance(data, dict):
            sheet.problems.append(f"line {number}: not a JSON object")
            continue
        columns |= dict.fromkeys(data)
        sheet.rows.append((number, data))
    sheet.columns = list(columns)
    return sheet


def _csv(name: str, text: str) -> Sheet:
    head = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    csv.field_size_limit(LARGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[list[Any]] = []
    try:
        lines.extend(reader)
    except csv.Error as error:
        raise TableError(
            [f"{name}: line {reader.line_num}: broken CSV ({error}); is a quote left open?"]
        ) from None
    return _table(name, lines, exact=True)


def _excel(name: str, content: bytes) -> Sheet:
    import openpyxl  # noqa: PLC0415 (only who has a workbook waits for it)

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
        if unpacked > LARGEST:
            raise TableError([f"{name}: unpacks to {unpacked >> 20} MB; at most {LARGEST >> 20} MB are read"])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            pages = [page for page in book.worksheets if page.sheet_state == "visible"]
            if not pages:
                raise TableError([f"{name}: the workbook has no visible sheet"])
            page = pages[0]
            # What a workbook says of its own size is often wrong.
            page.reset_dimensions()
            lines = [[_cell(cell) for cell in row] for row in page.iter_rows()]
            book.close()
    except TableError:
        raise
    except Exception as error:  # noqa: BLE001 (a damaged workbook fails in a hundred ways inside the reader)
        raise TableError([f"{name}: the workbook is damaged ({type(error).__name__}: {error})"]) from None
    sheet = _table(name, lines, exact=False)
    if len(pages) > 1:
        others = ", ".join(page.title for page in pages[1:])
        sheet.notes.append(f"read the sheet {pages[0].title}; not {others}")
    return sheet


def _cell(cell: Any) -> Any:
    return Fault(str(cell.value)) if cell.data_type == "e" else cell.value


def _table(name: str, lines: Iterable[list[Any]], *, exact: bool) -> Sheet:
    """Lines under their header, the first line that is not blank; `exact` asks for a cell in every column."""
    sheet = Sheet()
    numbered = _filled(lines)
    header = next(numbered, None)
    if header is None:
        raise TableError([f"{name}: no rows"])
    top, cells = header
    names = [" ".join(str(cell).split()) if cell is not None else "" for cell in cells]
    while names and not names[-1]:
        names.pop()
    sheet.columns = [column for column in names if column]
    nameless: set[int] = set()
    for number, row in numbered:
        if len(sheet.rows) >= MOST_ROWS:
            raise TableError([f"{name}: more than {MOST_ROWS} rows"])
        if exact and len(row) != len(cells):
            sheet.problems.append(
                f"row {number}: {len(row)} cells, but the header has {len(cells)} (a delimiter without quotes?)"
            )
            continue
        nameless |= {place for place, cell in enumerate(row) if not _blank(cell)} - {
            place for place, column in enumerate(names) if column
        }
        sheet.rows.append(
            (
                number,
                {
                    column: None if _blank(cell) else cell
                    for column, cell in zip(names, row, strict=False)
                    if column
                },
            )
        )
    sheet.problems[:0] = [
        f"row {top}, column {place + 1}: no name above a column that is filled (merged cells in the header?)"
        for place in sorted(nameless)[:3]
    ]
    sheet.problems[:0] = [
        f"row {top}: two columns are named {column}"
        for column in dict.fromkeys(names)
        if column and names.count(column) > 1
    ]
    return sheet


def _filled(lines: Iterable[list[Any]]) -> Iterator[tuple[int, list[Any]]]:
    return ((number, line) for number, line in enumerate(lines, 1) if not all(map(_blank, line)))


def _blank(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())
