"""A model survives the disk, and nothing that is not a model is taken for one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import models
from classifier import corpus, registry
from classifier.errors import ModelError
from classifier.predict import Classifier
from classifier.train import Trained, main, train
from tests.rows import each_row

Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def small() -> Trained:
    """A model of every eightieth row: quick to make, and sound in every way."""
    return train(corpus.load()[::80])


@pytest.fixture
def saved(small: Trained, tmp_path: Path) -> Path:
    registry.save(tmp_path, small.model)
    return tmp_path


def change_about(directory: Path, change: Change) -> None:
    path = directory / registry.ABOUT
    about = json.loads(path.read_text(encoding="utf-8"))
    change(about)
    path.write_text(json.dumps(about), encoding="utf-8")


def change_arrays(directory: Path, change: Change) -> None:
    path = directory / registry.ARRAYS
    with np.load(path, allow_pickle=False) as file:
        arrays: dict[str, Any] = dict(file)
    change(arrays)
    np.savez(path, **arrays)


def test_round_trip(small: Trained, saved: Path) -> None:
    before, after = Classifier(small.model), Classifier.load(saved)
    assert before.suggest("停水", "厂里三个月没发工资") == after.suggest("停水", "厂里三个月没发工资")
    assert sorted(path.name for path in saved.iterdir()) == ["model.json", "model.npz"]


def test_the_same_rows_make_the_same_model(small: Trained) -> None:
    again = train(corpus.load()[::80])
    assert again.model.about["hash"] == small.model.about["hash"]
    assert again.model.about["version"] == f"2026.11-{small.model.about['hash'][:8]}"


def test_the_shipped_model_was_made_from_the_shipped_corpus(shipped: Classifier) -> None:
    about = json.loads((Path(*models.__path__) / registry.ABOUT).read_text(encoding="utf-8"))
    learnt, _ = corpus.split(corpus.load())
    assert about["data"]["sha256"] == corpus.fingerprint(learnt), "run `make model`"
    assert shipped.version == about["version"]


@each_row(
    ("change", "reason"),
    [
        (lambda about: about.update(format=registry.FORMAT + 1), "newer than this program reads"),
        (lambda about: about.update(format="1"), "no number in 'format'"),
        (lambda about: about.pop("routing"), "'routing' is missing"),
        (lambda about: about.update(format=2), "from before format 3"),
        (lambda about: about.update(scheme=[]), "scheme can't be used: it is not an object"),
        (lambda about: about["scheme"].update(labels="就业"), "labels is not a list"),
        (lambda about: about["scheme"].update(labels=["就业"]), "topics must be one list a label"),
        (lambda about: about["scheme"].update(labels=["就业"], topics=[]), "two at least"),
        (lambda about: about["scheme"]["labels"].__setitem__(1, "就业"), "labels hold '就业' twice"),
        (lambda about: about["scheme"]["labels"].__setitem__(1, " "), "not a name"),
        (lambda about: about["scheme"]["labels"].__setitem__(1, {}), "not a name"),
        (lambda about: about["scheme"]["labels"].__setitem__(1, "triage"), "queue of unsure"),
        (
            lambda about: about["scheme"].update(labels=[str(n) for n in range(501)], topics=[]),
            "more than 500",
        ),
        (lambda about: about["scheme"].update(none="就业"), "must end with '就业'"),
        (lambda about: about["scheme"].update(none=9), "none must be a label or null"),
        (lambda about: about["scheme"].update(urgency=1), "urgency true or false"),
        (lambda about: about["scheme"].update(topics=[["a"]]), "one list a label"),
        (lambda about: about["scheme"]["topics"][0].clear(), "topics of 就业 are empty"),
        (lambda about: about["scheme"]["topics"][0].append("欠薪"), "hold '欠薪' twice"),
        (lambda about: about["scheme"].update(kinds=["投诉"]), "kinds must be two"),
        (lambda about: about["calibration"].pop("topic_weight"), "calibration needs a number 'topic_weight'"),
        (lambda about: about.update(urgency=None), "urgency needs a number 'threshold'"),
        (lambda about: about["urgency"].update(threshold="low"), "urgency needs a number"),
        (lambda about: about["tokenizer"].update(dictionary="other"), "tokenizer is"),
        (lambda about: about.update(tokenizer=None), "tokenizer is"),
        (lambda about: about["features"].update(char_ngrams=5), "features is"),
        (lambda about: about.update(version=""), "version is not a text"),
        (lambda about: about["routing"].update(curve=[]), "routing needs"),
        (lambda about: about["routing"].update(precision=None), "routing needs"),
        (lambda about: about["routing"].update(curve=[[0.5, "a", 1]]), "routing curve has"),
        (lambda about: about["routing"]["curve"].reverse(), "don't rise"),
        (lambda about: about["calibration"].update(scale=None), "calibration needs a number 'scale'"),
        (lambda about: about["calibration"].update(shift=0), "does not match the hash"),
    ],
)
def test_bad_description(small: Trained, tmp_path: Path, change: Change, reason: str) -> None:
    registry.save(tmp_path, small.model)
    change_about(tmp_path, change)
    with pytest.raises(ModelError, match=reason):
        registry.load(tmp_path)


@each_row(
    ("change", "reason"),
    [
        (lambda arrays: arrays.update(weights=arrays["weights"][:, :8]), "weights has shape"),
        (lambda arrays: arrays.update(weights=arrays["weights"][1:]), "weights has shape"),
        (lambda arrays: arrays.update(bias=arrays["bias"][None, :]), "bias has shape"),
        (lambda arrays: arrays.update(char_idf=arrays["char_idf"][1:]), "char_idf has shape"),
        (lambda arrays: arrays.update(bias=arrays["bias"].astype(np.float64)), "bias is float64"),
        (lambda arrays: arrays.update(bias=arrays["bias"] * np.nan), "not finite"),
        (lambda arrays: arrays.update(bias=arrays["bias"] + 1), "does not match the hash"),
        (lambda arrays: arrays.update(extra=arrays["bias"]), "expected"),
        (lambda arrays: arrays.pop("bias"), "expected"),
        (lambda arrays: arrays.update(bias=np.array([{}], dtype=object)), "not a readable array file"),
        (lambda arrays: arrays.update(word_terms=np.array([0xFF], dtype=np.uint8)), "not UTF-8"),
        (lambda arrays: arrays.update(word_terms=np.frombuffer(b"a\na", dtype=np.uint8)), "a term twice"),
    ],
)
def test_bad_arrays(small: Trained, tmp_path: Path, change: Change, reason: str) -> None:
    registry.save(tmp_path, small.model)
    change_arrays(tmp_path, change)
    with pytest.raises(ModelError, match=reason):
        registry.load(tmp_path)


@each_row("name", [registry.ARRAYS, registry.ABOUT])
def test_truncated_or_missing_file(small: Trained, tmp_path: Path, name: str) -> None:
    registry.save(saved := tmp_path, small.model)
    content = (saved / name).read_bytes()
    for length in (0, 100, len(content) // 2, len(content) - 10):
        (saved / name).write_bytes(content[:length])
        with pytest.raises(ModelError, match=f"{name}: "):
            registry.load(saved)
    (saved / name).unlink()
    with pytest.raises(ModelError, match=f"{name}: can't be read"):
        registry.load(saved)


def test_flipped_byte_is_noticed(saved: Path) -> None:
    content = bytearray((saved / registry.ARRAYS).read_bytes())
    content[len(content) // 2] ^= 0xFF
    (saved / registry.ARRAYS).write_bytes(content)
    with pytest.raises(ModelError):
        registry.load(saved)


def test_too_large_file(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "LARGEST", 50_000)
    with pytest.raises(ModelError, match="unpacks to more than"):
        registry.load(saved)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    registry.replace(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        registry.replace(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_train_command_names_the_corpus_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--corpus", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "employment.jsonl: missing" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
