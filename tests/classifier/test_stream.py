"""JSON lines in, JSON lines out."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from classifier.predict import DOMAINS, Classifier
from classifier.stream import classify_stream


def run(classifier: Classifier, *lines: str) -> tuple[int, list[dict[str, Any]]]:
    out = io.StringIO()
    bad = classify_stream(lines, out, classifier)
    return bad, [json.loads(line) for line in out.getvalue().splitlines()]


def test_keys_and_values(shipped: Classifier) -> None:
    bad, (made,) = run(shipped, '{"id": 7, "title": "欠薪", "text": "工地三个月没发工资", "more": 1}\n')
    assert bad == 0
    assert list(made) == ["id", "domain", "confidence", "alternatives", "none", "queue", "model"]
    assert (made["id"], made["domain"], made["model"]) == (7, "就业", shipped.version)
    assert set(made["alternatives"]) == set(DOMAINS)
    assert made["confidence"] == made["alternatives"][made["domain"]]
    assert made["queue"] in (*DOMAINS, "triage")


def test_title_may_be_missing_or_null(shipped: Classifier) -> None:
    bad, made = run(shipped, '{"id": "a", "text": "停水"}', "\n", '{"id": "b", "title": null, "text": ""}\n')
    assert (bad, [row["id"] for row in made]) == (0, ["a", "b"])


def test_half_a_surrogate_in_an_id_can_still_be_written(shipped: Classifier) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    assert classify_stream(['{"id": "\\ud800", "text": "\\ud800停水"}'], out, shipped) == 0


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ('{"id": ' + "1" * 5_000 + ', "text": ""}', "not JSON"),
        ("[]", "not an object"),
        ('{"text": "停水"}', '"id" is missing'),
        ('{"id": 1}', '"text" is missing'),
        ('{"id": true, "text": ""}', '"id" must be'),
        ('{"id": 1, "text": null}', '"text" must be'),
        ('{"id": 1, "text": "停水", "title": 3}', '"title" a text'),
    ],
)
def test_bad_line_is_named_and_the_rest_goes_on(
    shipped: Classifier, capsys: pytest.CaptureFixture[str], line: str, reason: str
) -> None:
    good = '{"id": 1, "text": "停水"}'
    bad, made = run(shipped, good, line, good)
    assert (bad, len(made)) == (1, 2)
    said = capsys.readouterr().err
    assert said.startswith("line 2: ")
    assert reason in said
