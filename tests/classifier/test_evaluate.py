"""The figures: counted right, and on real messages not below what was reached."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from classifier.corpus import Row
from classifier.evaluate import calibration_error, figures, main, measure, read
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


def test_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "老板拖欠工资", "domain": "就业"}\n', encoding="utf-8")
    assert main([str(path)]) == 0
    assert "strict            1.000" in capsys.readouterr().out


@pytest.mark.skipif(not REAL.exists(), reason="real-message set not present")
def test_real_messages(shipped: Classifier) -> None:
    found = measure(shipped, read(REAL))
    assert found.strict >= 0.83
    assert found.acceptable >= 0.92
    assert found.queue_precision >= 0.86
    assert found.queue_acceptable >= 0.93
    assert found.queue_share >= 0.30
    assert found.ece <= 0.09
