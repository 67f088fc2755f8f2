"""Labelled files as offices have them: what is read of them, and every way in which they are refused."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from classifier import sheets
from classifier.corpus import Row
from classifier.errors import TableError
from classifier.labels import GUIDE, LABELS
from classifier.tables import read, scheme_of, settle_small
from tests.classifier.small import messages

HEADER = ["留言主题", "留言详情", "一级标签"]
ROWS = [["路灯坏了", "门口的路灯三天不亮", "道路"], ["", "自来水\n“停了”, 没人管", "供水"]]


def as_csv(lines: list[list[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(lines)
    return out.getvalue()


def put(folder: Path, content: str | bytes, name: str = "rows.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def book(folder: Path, lines: list[list[Any]], name: str = "rows.xlsx") -> Path:
    workbook = openpyxl.Workbook()
    for line in lines:
        workbook.active.append(line)
    workbook.save(folder / name)
    return folder / name


def problems(path: Path, **names: str) -> list[str]:
    with pytest.raises(TableError) as caught:
        read(path, names)
    return caught.value.problems


def said(rows: list[Row]) -> list[tuple[str | None, str, str]]:
    return [(row.title, row.text, row.domain) for row in rows]


GOOD = [("路灯坏了", "门口的路灯三天不亮", "道路"), (None, "自来水\n“停了”, 没人管", "供水")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_as_programs_write_it(tmp_path: Path, delimiter: str, encoding: str) -> None:
    table = read(put(tmp_path, as_csv([HEADER, *ROWS], delimiter).encode(encoding)))
    assert said(table.rows) == [(t, x.replace("\r\n", "\n"), d) for t, x, d in GOOD]
    assert [row.where for row in table.rows] == ["rows.csv:2", "rows.csv:3"]
    assert "text is read from the column 留言详情" in table.notes


def test_excel(tmp_path: Path) -> None:
    path = book(tmp_path, [HEADER, ROWS[0], [None, None, None], ROWS[1]])
    table = read(path)
    assert said(table.rows) == GOOD
    assert table.rows[1].where == "rows.xlsx:4"
    workbook = openpyxl.load_workbook(path)
    workbook.create_sheet("旧的").append(["x"])
    workbook.save(path)
    assert "read the sheet Sheet; not 旧的" in read(path).notes


def test_json_lines_with_everything(tmp_path: Path) -> None:
    row = {
        "text": "停水 三天",
        "domain": "供水",
        "accept": ["道路"],
        "type": "投诉",
        "urgent": 1,
        "topic": "水管",
        "weight": 2,
    }
    other = {"text": "路坏了", "domain": "道路", "accept": "供水、道路", "urgent": "否", "title": None}
    content = "\ufeff" + json.dumps(row) + "\n\n" + json.dumps(other, ensure_ascii=False)
    first, second = read(put(tmp_path, content, "rows.jsonl")).rows
    assert first == Row(
        "停水 三天", None, "供水", ("道路",), "rows.jsonl:1", "投诉", True, False, "水管", 2.0
    )
    assert (second.accept, second.urgent, second.where) == (("供水",), False, "rows.jsonl:3")


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = put(tmp_path, as_csv([["a", "b", "text"], ["停水", "供水", "x"], ["坑", "道路", "x"]]))
    assert said(read(path, {"text": "a", "label": "b"}).rows) == [
        (None, "停水", "供水"),
        (None, "坑", "道路"),
    ]
    assert problems(path, label="c") == ["rows.csv: there is no column 'c' for label; there are: a, b, text"]
    assert "no column for label" in problems(path)[0]
    assert "column b is used for two things" in problems(path, text="b", label="b")[0]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([["text", "label"], ["停水", ""]], "rows.csv:2: label: is empty"),
        ([["text", "label"], [" ", "供水"]], "rows.csv:2: text: is empty"),
        ([["text", "label"], ["停水", "triage"]], "kept for the queue of unsure"),
        ([["text", "label"], ["停水", "x" * 61]], "no name of at most 60"),
        (
            [["text", "label", "type"], ["停水", "供水", "抱怨"]],
            "rows.csv:2: type: '抱怨' is not one of 投诉",
        ),
        ([["text", "label", "urgent"], ["停水", "供水", "maybe"]], "urgent: 'maybe' is neither 0 nor 1"),
        ([["text", "label", "weight"], ["停水", "供水", "much"]], "weight: 'much' is not a number above 0"),
        ([["text", "label", "weight"], ["停水", "供水", "-1"]], "weight: '-1' is not a number above 0"),
        ([["text", "label", "accept"], ["停水", "供水", "天气"]], "accept: '天气' is no label of this file"),
        ([["text", "label"], ["停水", "供水", "x"]], "rows.csv: row 2: 3 cells, but the header has 2"),
        ([["text", "text", "label"], ["停水", "x", "供水"]], "two columns are named text"),
        ([["text", "label", ""], ["停水", "供水", "x"]], "row 1, column 3: no name above a column"),
        ([["2019年汇总", "", ""], ["text", "label", "x"]], "no column for text"),
        ([["text", "label"]], "no rows under the header"),
        (
            [["text", "label"], ["停水", "供水"], ["停水", "道路"]],
            "rows.csv:3: the same message as rows.csv:2",
        ),
    ],
)
def test_bad_cells_are_named(tmp_path: Path, lines: list[list[str]], reason: str) -> None:
    found = problems(put(tmp_path, as_csv(lines)))
    assert any(reason in problem for problem in found), found


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("rows.csv", "", "the file is empty"),
        ("rows.csv", '{"text": "a", "label": "b"}', "looks like JSON lines"),
        ("rows.csv", b"PK\x03\x04rest", "looks like an Excel workbook"),
        ("rows.csv", b"\xd0\xcf\x11\xe0rest", "old or protected Excel file"),
        ("rows.csv", 'text,label\n"停水,供水\n', "broken CSV"),
        ("rows.csv", b"text,label\n\xff\xff,a", "neither UTF-8 nor GB18030 (line 2)"),
        (
            "rows.csv",
            "text,label\n停水停水停水停水停水停水,供水\n".encode() + b"\xe5,a",
            "line 3 holds a byte",
        ),
        ("rows.csv", b"text\0,label", "zero bytes"),
        ("rows.csv", b"\xff\xfea", "UTF-16 text is damaged"),
        ("rows.jsonl", "text,label", "no JSON object in each line"),
        ("rows.jsonl", '{"text": "a", "label": "b"}\n{"text', "line 2: broken JSON"),
        ("rows.jsonl", '{"text": "a", "label": "b"}\n[1]', "line 2: not a JSON object"),
        ("rows.jsonl", '{"text": 5, "label": "b"}', "text: is not a text but int (5)"),
        ("rows.jsonl", '{"text": "a", "label": "b", "accept": [1]}', "is not a list of labels"),
        ("rows.jsonl", '{"text": "a"}', "no column for label"),
        ("rows.xlsx", "text,label", "no Excel workbook"),
        ("rows.xlsx", b"PK\x03\x04rest", "the workbook is damaged"),
        ("rows.xls", "", "the old Excel format"),
        ("rows.pdf", "", "should end with one of"),
    ],
)
def test_files_that_are_something_else(tmp_path: Path, name: str, content: str | bytes, reason: str) -> None:
    found = problems(put(tmp_path, content, name))
    assert any(reason in problem for problem in found), found


def test_bad_workbooks(tmp_path: Path) -> None:
    head = ["text", "label"]
    assert "text: is not a text but int (12)" in problems(book(tmp_path, [head, [12, "供水"]]))[0]
    assert (
        "text: is not a text but datetime"
        in problems(book(tmp_path, [head, [__import__("datetime").datetime(2020, 1, 1), "供水"]]))[0]
    )
    workbook = openpyxl.Workbook()
    workbook.active.append(head)
    workbook.active.append(["停水", "供水"])
    workbook.active["B2"].data_type = "e"
    workbook.active["B2"].value = "#REF!"
    workbook.save(tmp_path / "rows.xlsx")
    assert "label: holds Excel's error #REF!" in problems(tmp_path / "rows.xlsx")[0]
    workbook.active["A1"] = "2019年汇总"
    workbook.active.merge_cells("A1:B1")
    workbook.save(tmp_path / "rows.xlsx")
    assert "no column for text" in problems(tmp_path / "rows.xlsx")[0]
    with zipfile.ZipFile(tmp_path / "rows.xlsx", "w") as file:
        file.writestr("a.txt", "not a workbook")
    assert "the workbook is damaged" in problems(tmp_path / "rows.xlsx")[0]


def test_missing_and_too_large_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "can't be read (No such file" in problems(tmp_path / "rows.csv")[0]
    path, workbook = put(tmp_path, as_csv([HEADER, *ROWS])), book(tmp_path, [HEADER, *ROWS])
    monkeypatch.setattr(sheets, "MOST_ROWS", 1)
    assert "more than 1 rows" in problems(path)[0]
    monkeypatch.setattr(sheets, "LARGEST", 6_000)
    assert "unpacks to" in problems(workbook)[0]
    monkeypatch.setattr(sheets, "LARGEST", 10)
    assert "is too large" in problems(path)[0]


def test_only_twenty_problems_are_told(tmp_path: Path) -> None:
    path = put(tmp_path, as_csv([["text", "label"], *[["停水", ""]] * 50]))
    with pytest.raises(TableError) as caught:
        read(path)
    lines = str(caught.value).splitlines()
    assert len(lines) == 21
    assert lines[-1] == "… and 30 more problems"
    assert len(caught.value.problems) == 50


def test_repeats_with_one_label_are_dropped_and_counted(tmp_path: Path) -> None:
    path = put(tmp_path, as_csv([["text", "label"], ["停水", "供水"], ["停水 ", "供水"], ["坑", "道路"]]))
    table = read(path)
    assert len(table.rows) == 2
    assert "1 rows repeat another word for word" in table.notes[-1]


def test_small_labels_are_refused_merged_or_dropped() -> None:
    rows = messages(12)
    few = [Row(f"{number}号楼的猫", None, "宠物", ("供水",)) for number in range(4)]
    rows[0] = dataclasses.replace(rows[0], accept=("宠物",))
    with pytest.raises(
        TableError, match=r"宠物 \(4\)\. Add rows, or .*--merge-small-into 其他.*--drop-small"
    ):
        settle_small(rows + few)
    dropped = settle_small(rows + few, drop=True)
    assert len(dropped.rows) == len(rows)
    assert dropped.rows[0].accept == ()
    merged = settle_small(rows + few, "其它")
    assert [row.domain for row in merged.rows[-4:]] == ["其它"] * 4
    assert merged.rows[-1].accept == ("供水",)
    assert merged.rows[0].accept == ("其它",)
    assert "1 labels of few rows (4 in all) were put under 其它" in merged.notes
    with pytest.raises(TableError, match="even together 新的"):
        settle_small(rows + few, "新的")
    assert settle_small(rows).rows == rows


def test_the_scheme_follows_the_rows() -> None:
    rows = [*messages(12), Row("停水停电", None, "供水")]
    scheme, kept, notes = scheme_of(rows)
    assert scheme.labels == ("供水", *sorted({"道路", "绿化", "其它"}))
    assert (scheme.none, scheme.topics, scheme.kinds, scheme.urgency, notes) == (None, {}, (), False, [])
    assert kept == rows
    assert scheme_of(rows, "其它")[0].labels[-1] == "其它"
    with pytest.raises(TableError, match="no row has the label '天气'"):
        scheme_of(rows, "天气")
    with pytest.raises(TableError, match="two at least"):
        scheme_of(rows[:10])


def test_the_guides_labels_keep_their_order() -> None:
    rows = [Row(f"{label}{number}", None, label) for label in reversed(LABELS) for number in range(3)]
    scheme, _, _ = scheme_of(rows)
    assert (scheme.labels, scheme.none) == (GUIDE.labels, GUIDE.none)


def test_finer_labels_are_learnt_where_there_are_enough() -> None:
    rows = [
        dataclasses.replace(row, kind="投诉" if n % 2 else "求助", urgent=n % 4 == 0, topic=f"{row.domain}甲")
        for n, row in enumerate(messages(20))
    ]
    rows[0] = dataclasses.replace(rows[0], kind="举报", topic="少见")
    scheme, kept, notes = scheme_of(rows)
    assert scheme.kinds == ("投诉", "求助")
    assert scheme.urgency
    assert set(scheme.topics.values()) == {(f"{label}甲",) for label in scheme.labels}
    assert (kept[0].kind, kept[0].topic) == (None, None)
    assert len(notes) == 1
    few = [dataclasses.replace(row, topic=None) for row in rows[:30]] + rows[30:]
    scheme, kept, notes = scheme_of(few)
    assert scheme.topics == {}
    assert not any(row.topic for row in kept)
    assert "topics are not learnt" in notes[0]
