"""The figures: counted right, and on real messages not below what was reached."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from classifier.corpus import Row
from classifier.evaluate import (
    calibration_error,
    confusion,
    figures,
    intervals,
    main,
    measure,
    read,
    worst,
)
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
