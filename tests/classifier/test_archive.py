"""Training on an office's own file: from the command to a model that answers."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from classifier import archive, corpus
from classifier.archive import Order, run
from classifier.corpus import Row
from classifier.errors import TableError
from classifier.labels import LABELS, Scheme
from classifier.predict import Classifier, Suggestion
from classifier.report import report
from tests.classifier.small import WORDS, messages


def put(path: Path, rows: list[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [["标题", "内容", "类别"], *[[row.title, row.text, row.domain] for row in rows]]
        )
    return path


def command(*words: object) -> Result:
    return CliRunner().invoke(app, ["train", *map(str, words)], env={"COLUMNS": "200"})


def test_a_file_becomes_a_model(tmp_path: Path) -> None:
    data, kept = put(tmp_path / "热线.csv", messages(30)), put(tmp_path / "new.csv", messages(5, seed=2))
    out = tmp_path / "model"
    done = command("--data", data, "--out", out, "--none", "其它", "--frozen", kept)
    assert done.exit_code == 0, done.output
    assert "120 messages to learn from" in done.output
    assert "其它  (no queue of its own)" in done.output
    assert "fold 5 of 5" in done.output
    assert "macro-F1   1.000 (1.000 – 1.000)" in done.output
    assert "never learnt from (20 messages)" in done.output
    assert "the desk itself refuses it" in done.output
    assert sorted(path.name for path in out.iterdir()) == [
        "card.md",
        "metrics.json",
        "model.json",
        "model.npz",
    ]
    classifier = Classifier.load(out)
    assert classifier.scheme == Scheme(tuple(classifier.labels), "其它")
    assert "热线.csv" in (out / "card.md").read_text(encoding="utf-8")
    assert json.loads((out / "metrics.json").read_text(encoding="utf-8"))["frozen"]["rows"] == 20
    said = CliRunner().invoke(app, ["classify", "--model", str(out), "自来水停水了"])
    assert said.stdout.startswith("供水")
    told = CliRunner().invoke(app, ["evaluate", str(kept), "--model", str(out)])
    assert told.exit_code == 0
    # A second training may write where the first did.
    assert command("--data", data, "--out", out).exit_code == 0


def test_refusals(tmp_path: Path) -> None:
    small = [Row(f"第{number}只猫", None, "宠物") for number in range(3)]
    data = put(tmp_path / "a.csv", messages(12) + small)
    out = tmp_path / "model"
    foreign = tmp_path / "photos"
    foreign.mkdir()
    (foreign / "a.jpg").write_bytes(b"")
    cases: list[tuple[list[object], str]] = [
        (["--data", data], "宠物 (3). Add rows, or put them under one label with --merge-small-into 其他"),
        (["--data", data, "--drop-small", "--merge-small-into", "x"], "merged or dropped, not both"),
        (["--data", data, "--drop-small", "--none", "天气"], "no row has the label '天气'"),
        (["--data", data, "--text", "b"], "there is no column 'b' for text"),
        (["--data", data, "--with-corpus"], "is not one of the corpus's labels: 就业"),
        (["--data", data, "--precision", "95"], "precision must lie between 0 and 1"),
        (["--data", data, "--prior", "0"], "no domain must lie between 0 and 1"),
        (["--data", tmp_path / "none.csv"], "can't be read"),
        (["--with-corpus"], "name a file with --data"),
        (["--data", data, "--drop-small", "--frozen", data], "'宠物' is no label of the training data"),
    ]
    for words, reason in cases:
        done = command(*words, "--out", out)
        assert done.exit_code == 2, done.output
        assert "Nothing was trained" in done.output
        assert reason in done.output.replace("\n", " "), done.output
    assert "photos holds other things" in command("--data", data, "--out", foreign).output.replace("\n", "")
    assert command("--data", data, "--out", data).exit_code == 2
    assert not out.exists()


def test_messages_like_frozen_ones_are_not_learnt(tmp_path: Path) -> None:
    rows = messages(20)
    order = Order(put(tmp_path / "a.csv", rows), tmp_path / "m", frozen=put(tmp_path / "b.csv", rows[:3]))
    said: list[str] = []
    model = run(order, said.append, lambda _stage, _share: None)
    assert model.about["data"]["rows"] == len(rows) - 3
    assert any("3 messages are nearly the same as one of b.csv" in line for line in said)


def test_a_file_can_be_added_to_the_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some = corpus.load()[::80]
    monkeypatch.setattr(corpus, "load", lambda: some)
    data = tmp_path / "more.jsonl"
    more = [{"text": f"第{number}次停发养老金", "domain": "社保", "topic": "养老金"} for number in range(3)]
    data.write_text("\n".join(map(json.dumps, more)), encoding="utf-8")
    learnt, _ = corpus.split(some)
    model = run(Order(data, tmp_path / "m", with_corpus=True), lambda _: None, lambda _stage, _share: None)
    assert model.about["data"]["rows"] == len(learnt) + 3
    assert model.layout.scheme.labels == LABELS
    data.write_text('{"text": "停水", "domain": "社保", "topic": "天气"}', encoding="utf-8")
    with pytest.raises(TableError, match=r"more\.jsonl:1: topic '天气' is not one of 社保"):
        run(Order(data, tmp_path / "m", with_corpus=True), print, lambda _stage, _share: None)


def test_the_shipped_model_is_not_the_default_place() -> None:
    assert Path("model") == archive.DEFAULT_OUT


def test_report_by_hand() -> None:
    labels = tuple(WORDS)[:3]
    rows = [Row("a", None, label) for label in (labels[0], labels[0], labels[1], labels[2])]

    def made(label: str) -> Suggestion:
        return Suggestion(label, 0.9, ((label, 0.9),), 0.0, label, "test")

    found = report(rows, [made(labels[0]), made(labels[1]), made(labels[1]), made(labels[1])], Scheme(labels))
    assert found.accuracy[0] == 0.5
    assert found.labels[labels[0]] == (2, 1.0, 0.5, 2 / 3)
    assert found.labels[labels[1]] == (1, 1 / 3, 1.0, 0.5)
    assert found.labels[labels[2]] == (1, 0.0, 0.0, 0.0)
    assert found.macro_f1[0] == pytest.approx((2 / 3 + 0.5) / 3)
    assert found.accuracy[1] < 0.5 < found.accuracy[2]
    assert report([], [], Scheme(labels)).rows == 0
