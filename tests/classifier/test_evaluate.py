"""The figures: counted right, and on real messages not below what was reached."""

from __future__ import annotations

import json
import math
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from classifier.corpus import Row
from classifier.evaluate import (
    calibration_error,
    confusion,
    counts,
    figures,
    intervals,
    main,
    measure,
    read,
    speed,
    worst,
)
from classifier.labels import Scheme
from classifier.predict import DOMAINS, Classifier, Suggestion

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "dev_gold.jsonl"


def made(domain: str, confidence: float, queue: str) -> Suggestion:
    rest = [(name, 0.0) for name in DOMAINS if name != domain]
    return Suggestion(domain, confidence, ((domain, confidence), *rest), 1 - confidence, queue, "test")


def test_figures_by_hand() -> None:
    rows = [
        Row("a", None, "就业"),
        Row("b", None, "教育", ("就业",)),
        Row("c", None, "医疗"),
        Row("d", None, "其他", ("住房",)),
    ]
    found = figures(
        rows,
        [
            made("就业", 0.9, "就业"),
            made("就业", 0.8, "就业"),
            made("医疗", 0.4, "triage"),
            made("住房", 0.9, "住房"),
        ],
    )
    assert (found.rows, found.in_domain) == (4, 3)
    assert math.isclose(found.strict, 2 / 3)
    assert found.acceptable == 1
    assert found.nine_way == 1 / 4
    assert math.isclose(found.queue_precision, 1 / 3)
    assert math.isclose(found.queue_acceptable, 2 / 3)
    assert math.isclose(found.queue_share, 2 / 3)


def test_calibration_error_by_hand() -> None:
    assert calibration_error([1.0, 1.0], [True, True]) == 0
    assert math.isclose(calibration_error([0.75, 0.75, 0.15], [True, False, False]), (0.5 + 0.15) / 3)
    assert math.isnan(calibration_error([], []))


@pytest.mark.parametrize(
    "line", ["{", '{"text": "a"}', "[]", '{"text": "a", "domain": "天气"}', '{"text": 1, "domain": "就业"}']
)
def test_bad_file_is_refused_with_its_line(
    tmp_path: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "欠薪", "domain": "就业"}\n' + line + "\n", encoding="utf-8")
    assert main([str(path)]) == 2
    assert "rows.jsonl:2: " in capsys.readouterr().err


def test_finer_labels_by_hand() -> None:
    rows = [
        Row("a", None, "就业", kind="投诉", urgent=True, topic="欠薪"),
        Row("b", None, "就业", kind="求助", urgent=False, near=True, topic="招聘考试"),
        Row("c", None, "其他", urgent=False, topic="城管"),
        Row("d", None, "其他"),
    ]
    topics = (("欠薪", 0.5), ("城管", 0.2), ("交通", 0.1), ("招聘考试", 0.05))
    says = Suggestion("就业", 0.9, (("就业", 0.9),), 0.1, "就业", "test", 0.4, "投诉", topics)
    calm = Suggestion("就业", 0.9, (("就业", 0.9),), 0.1, "就业", "test", 0.1, "咨询", topics)
    found = figures(rows, [says, says, calm, calm], urgent=0.3)
    assert (found.kind, found.urgent, found.urgent_recall) == (0.5, 1, 1)
    assert (found.false_alarms, found.near_alarms) == (0.5, 1)
    assert (found.topic, found.topic_three) == (1 / 3, 2 / 3)
    assert math.isnan(figures(rows[3:], [calm]).topic)


def test_intervals_hold_the_share_and_are_the_same_again() -> None:
    rows = [Row(str(number), None, "就业" if number % 4 else "教育") for number in range(200)]
    suggestions = [made("就业", 0.9, "就业")] * 200
    low, high = intervals(rows, suggestions, 0.5, rounds=200)["strict"]
    assert 0.65 < low < 0.75 < high < 0.85
    assert intervals(rows, suggestions, 0.5, rounds=200)["strict"] == (low, high)
    assert intervals(rows, suggestions, 0.5, rounds=2).get("urgent_recall") is None


def test_confusion_and_worst_errors() -> None:
    rows = [
        Row("a", None, "就业", where="f:1"),
        Row("b", None, "教育", ("就业",), where="f:2"),
        Row("c c", None, "其他", where="f:3"),
        Row("d", "大雨", "医疗", where="f:4"),
    ]
    suggestions = [made("就业", 0.9, "就业")] * 3 + [made("就业", 0.95, "就业")]
    first, *lines = confusion(rows, suggestions).splitlines()
    assert first.split() == ["就业", "教育", "社保", "医疗", "住房", "养老", "食品", "社会", "其他"]
    assert [line.split()[:2] for line in lines][:4] == [
        ["就业", "1"],
        ["教育", "1"],
        ["社保", "0"],
        ["医疗", "1"],
    ]
    assert worst(rows, suggestions) == [
        "f:4  医疗, not 就业 (0.95)  大雨",
        "f:3  其他, not 就业 (0.90)  c c",
    ]


def test_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rows.jsonl"
    row = {"text": "老板拖欠工资", "domain": "就业", "type": "投诉", "urgent": 0, "topic": "欠薪"}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert main([str(path)]) == 0
    said = capsys.readouterr().out
    assert "strict            1.000  (1.000 – 1.000)" in said
    assert "topic             1.000" in said
    assert "urgent_recall" not in said


@pytest.mark.skipif(not REAL.exists(), reason="real-message set not present")
def test_real_messages(shipped: Classifier) -> None:
    found = measure(shipped, read(REAL))
    assert found.strict >= 0.90
    assert found.acceptable >= 0.95
    assert found.queue_precision >= 0.91
    assert found.queue_acceptable >= 0.95
    assert found.queue_share >= 0.70
    assert found.ece <= 0.06
    assert found.false_alarms <= 0.05


def rows_and_guesses(number: int) -> tuple[list[Row], list[Suggestion]]:
    labels = ["就业", "教育", "其他", "医疗"]
    rows = [Row(f"第{place}条", None, labels[place % 4]) for place in range(number)]
    return rows, [made(labels[place % 3 % 2], 0.5 + place % 50 / 100, "triage") for place in range(number)]


def test_a_thousand_rounds_take_no_time() -> None:
    rows, guesses = rows_and_guesses(600)
    start = time.thread_time()
    found = intervals(rows, guesses, 0.5)
    assert time.thread_time() - start < 3
    values = asdict(figures(rows, guesses))
    assert all(low <= values[name] <= high for name, (low, high) in found.items() if name != "ece")
    assert intervals([], [], 0.5) == {}


def test_labels_without_one_of_no_domain() -> None:
    scheme = Scheme(("路灯照明", "垃圾清运"))
    rows = [Row("a", None, "路灯照明"), Row("b", None, "垃圾清运"), Row("c", None, "垃圾清运")]
    guesses = [
        Suggestion(name, 0.9, ((name, 0.9),), 0.0, name, "test")
        for name in ("路灯照明", "路灯照明", "垃圾清运")
    ]
    found = figures(rows, guesses, none=scheme.none)
    assert (found.in_domain, found.strict, found.nine_way) == (3, 2 / 3, 2 / 3)
    assert counts(rows, guesses, scheme).tolist() == [[1, 0], [1, 1]]
    assert worst(rows, guesses, none=None) == ["  垃圾清运, not 路灯照明 (0.90)  b"]


def test_very_many_labels_show_their_commonest_mistakes() -> None:
    scheme = Scheme(tuple(f"第{number}类" for number in range(40)))
    rows = [Row("a", None, "第7类")] * 3 + [Row("b", None, "第8类")]
    guesses = [Suggestion("第9类", 0.9, (("第9类", 0.9),), 0.0, "triage", "test")] * 4
    assert confusion(rows, guesses, scheme).splitlines() == ["     3  第7类 → 第9类", "     1  第8类 → 第9类"]


def test_everything_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "rows.jsonl", tmp_path / "new" / "pictures"
    rows = [
        {"title": "老板拖欠工资", "text": "工地三个月没发工资", "domain": "就业", "accept": ["社保"]},
        {"text": "医院检查费收了两次", "domain": "医疗"},
        {"text": "医院的电梯坏了，物业不修", "domain": "养老"},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert main([str(path), "--parts", "--traditional", "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[1].split() == ["all", "title", "only", "text", "only", "traditional"]
    assert [line.split() for line in said.splitlines() if line.startswith("rows ")] == [
        ["rows", "3", "1", "3", "3"]
    ]
    assert "200 characters" in said
    assert "rows.jsonl:3  养老, not 住房" in said
    assert "    住房: " in said and "物业" in said
    assert {picture.name for picture in out.iterdir()} == {
        "confusion.png",
        "reliability.png",
        "risk_coverage.png",
    }
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in out.iterdir())


def test_a_folder_that_cant_be_made_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "欠薪", "domain": "就业"}\n', encoding="utf-8")
    assert main([str(path), "--out", str(path)]) == 2
    assert "rows.jsonl" in capsys.readouterr().err


def test_speed_is_of_messages_of_one_length(shipped: Classifier) -> None:
    middle, slow = speed(
        shipped, [Row("工资", "欠薪", "就业"), Row("", None, "其他"), Row("长" * 5_000, None, "其他")]
    )
    assert 0 < middle <= slow
    assert all(math.isnan(value) for value in speed(shipped, []))
