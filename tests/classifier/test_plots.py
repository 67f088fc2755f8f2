"""Pictures: whole PNG files of the promised size, with Chinese words, and nothing of matplotlib's changed."""

from __future__ import annotations

import struct
import subprocess
import sys

import matplotlib as mpl
import numpy as np
from matplotlib.ft2font import FT2Font

from classifier.labels import LABELS
from classifier.plots import (
    MOST_LABELS,
    REST,
    _folded,
    _font_file,
    confusion_png,
    reliability_png,
    risk_coverage_png,
)
from tests.rows import each_row

WORDS = "混淆矩阵把握有多可信自动分派越多错行实际列判断条数比例门槛处只认标注的一类说得通都算对其余"


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert picture.endswith(b"IEND\xaeB`\x82")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_the_font_has_every_character_of_labels_and_titles() -> None:
    known = FT2Font(_font_file()).get_charmap()
    assert {ord(char) for char in WORDS + "".join(LABELS)} <= known.keys()


def test_confusion() -> None:
    table = np.diag([30, 40, 50, 20, 40, 8, 50, 51, 206]) + 1
    picture = confusion_png(LABELS, table, "混淆矩阵")
    assert size(picture) == (1000, 900)
    assert picture == confusion_png(LABELS, table, "混淆矩阵")
    assert picture != confusion_png(LABELS, table.T + np.eye(9, dtype=int), "混淆矩阵")


@each_row("labels", [2, 12, 60])
def test_other_numbers_of_labels(labels: int) -> None:
    names = [f"第{number}类：道路桥梁照明维护$管理$" for number in range(labels)]
    assert size(confusion_png(names, np.eye(labels, dtype=int) * 12_345, "$\\frac{$ 类")) == (1000, 900)


def test_many_labels_keep_the_largest_and_every_message() -> None:
    names = [str(number) for number in range(40)]
    table = np.arange(1600).reshape(40, 40)
    kept, folded = _folded(names, table)
    assert len(kept) == MOST_LABELS
    assert kept == [*names[-MOST_LABELS + 1 :], REST]
    assert folded.sum() == table.sum()
    assert folded[0, 1] == table[21, 22]


def test_reliability_and_risk() -> None:
    confidence = [0.05, 0.31, 0.35, 0.62, 0.9, 0.99, 1.0]
    right = [False, False, True, True, True, True, True]
    assert size(reliability_png(confidence, right, "把握有多可信")) == (1000, 900)
    lines = {"只认标注的一类": right, "说得通的都算对": [True] * 7}
    marked = risk_coverage_png(confidence, lines, "自动分派越多，错得越多", 0.6)
    assert size(marked) == (1000, 900)
    assert marked != risk_coverage_png(confidence, lines, "自动分派越多，错得越多")


def test_pictures_of_nothing() -> None:
    assert size(confusion_png(["甲", "乙"], np.zeros((2, 2), dtype=int), "")) == (1000, 900)
    assert size(reliability_png([], [], "")) == (1000, 900)
    assert size(risk_coverage_png([], {"甲": []}, "", 0.9)) == (1000, 900)


def test_nothing_global_is_touched() -> None:
    before = dict(mpl.rcParams)
    confusion_png(["甲", "乙"], [[1, 0], [0, 1]], "甲乙")
    assert dict(mpl.rcParams) == before
    script = (
        "import sys, classifier.plots as p; p.confusion_png(['a', 'b'], [[1, 0], [0, 1]], 'c');"
        "assert not {'matplotlib.pyplot', 'notojp_matplotlib'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
