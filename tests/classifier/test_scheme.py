"""Label sets other than the guide's: what they may be, and models that carry them."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from classifier import corpus, learners_many, registry
from classifier import train as training
from classifier.corpus import Row
from classifier.errors import CorpusError
from classifier.folds import FOLDS, deal
from classifier.heads import Layout
from classifier.labels import DOMAINS, GUIDE, LABELS, TRIAGE, Scheme
from classifier.predict import Classifier, Suggestion
from classifier.train import Trained, train
from tests.classifier.small import WORDS, messages
from tests.rows import each_row

PLAIN = Scheme(tuple(WORDS))
WITH_NONE = Scheme(tuple(WORDS), "其它")


@pytest.fixture(scope="module")
def plain() -> Trained:
    return train(messages(), scheme=PLAIN)


def test_the_guide_is_the_nine_labels() -> None:
    assert GUIDE.labels == LABELS
    assert GUIDE.domains == DOMAINS
    layout = Layout.of(GUIDE)
    ends = [9, 9 + len(layout.topics), 14 + len(layout.topics), 15 + len(layout.topics)]
    assert [layout.domain.stop, layout.topic.stop, layout.kind.stop, layout.urgent.stop] == ends
    assert layout.width == ends[-1]
    assert layout.owner.tolist() == sorted(layout.owner.tolist())


def test_a_scheme_survives_json() -> None:
    for scheme in (GUIDE, PLAIN, WITH_NONE, Scheme(("甲", "乙"), kinds=("投诉", "求助"), urgency=True)):
        assert Scheme.of_json(scheme.as_json()) == scheme


@each_row(
    ("wrong", "reason"),
    [
        ({"labels": ()}, "two at least"),
        ({"labels": ("甲", "甲")}, "'甲' twice"),
        ({"labels": ("甲", "")}, "not a name"),
        ({"labels": ("甲", "乙\n")}, "not a name"),
        ({"labels": ("甲", "x" * 61)}, "not a name"),
        ({"labels": ("甲", TRIAGE)}, "queue of unsure"),
        ({"labels": ("甲", "乙"), "none": "甲"}, "must end with '甲'"),
        ({"labels": ("甲", "乙"), "topics": {"甲": ("a",)}}, "every label or for none"),
        ({"labels": ("甲", "乙"), "topics": {"甲": ("a",), "乙": ()}}, "topics of 乙 are empty"),
        ({"labels": ("甲", "乙"), "kinds": ("投诉",)}, "two at least"),
        ({"labels": tuple(map(str, range(501)))}, "more than 500"),
    ],
)
def test_impossible_schemes(wrong: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Scheme(**wrong)


def test_a_model_of_other_labels(plain: Trained, tmp_path: Path) -> None:
    registry.save(tmp_path, plain.model)
    classifier = Classifier.load(tmp_path)
    assert classifier.scheme == PLAIN
    made = classifier.suggest(None, "自来水停水三天，水压也低")
    assert (made.domain, made.none, made.kind, made.topics, made.urgent) == ("供水", 0.0, "", (), 0.0)
    assert sum(chance for _, chance in made.alternatives) == pytest.approx(1)
    assert made.urgent < classifier.urgent_threshold
    assert classifier.suggest(None, "").queue == TRIAGE
    assert plain.figures.nine_way > 0.9


def test_a_label_without_a_queue_is_never_the_domain() -> None:
    trained = train(messages(), scheme=WITH_NONE, prior=0.3)
    made = Classifier(trained.model).suggest(None, "话费退款，客服和快递都不管发票")
    assert made.none > 0.5
    assert made.domain != "其它"
    assert made.queue == TRIAGE
    assert len(made.alternatives) == 3
    assert trained.model.about["calibration"]["none_prior"] == 0.3


def test_two_labels_with_every_head() -> None:
    rows = [
        dataclasses.replace(
            row,
            kind="投诉" if number % 2 else "求助",
            urgent=number % 3 == 0,
            topic=("管网" if "漏水" in row.text else "水费") if row.domain == "供水" else "树木",
        )
        for number, row in enumerate(row for row in messages() if row.domain in ("供水", "绿化"))
    ]
    topics = {"供水": ("管网", "水费"), "绿化": ("树木",)}
    scheme = Scheme(("供水", "绿化"), topics=topics, kinds=("投诉", "求助"), urgency=True)
    for many in (10**6, 10):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(training, "MANY", many)
            classifier = Classifier(train(rows, scheme=scheme).model)
        made = classifier.suggest(None, "漏水")
        assert (made.domain, made.topics[0][0]) == ("供水", "管网")
        assert made.kind in scheme.kinds
        assert 0 < made.urgent < 1
        assert sum(chance for _, chance in made.topics) == pytest.approx(1, abs=1e-5)
        assert classifier.suggest(None, "砍树浇花").domain == "绿化"


@each_row(
    ("row", "reason"),
    [
        (Row("x", None, "天气", where="f:7"), "f:7: label '天气' is not one of"),
        (Row("x", None, "供水", accept=("天气",)), "label '天气'"),
        (Row("x", None, "供水", weight=0.0), "weight 0.0 is not a positive"),
        (Row("x", None, "供水", weight=float("nan")), "weight nan"),
    ],
)
def test_rows_outside_the_scheme_are_named(row: Row, reason: str) -> None:
    with pytest.raises(CorpusError, match=reason):
        train([*messages(10), row], scheme=PLAIN)


def test_a_label_without_rows_is_named() -> None:
    with pytest.raises(CorpusError, match="天气: no rows to learn from"):
        train(messages(10), scheme=Scheme((*WORDS, "天气")))


def test_impossible_prior() -> None:
    with pytest.raises(ValueError, match="prior must lie between"):
        train(messages(10), scheme=PLAIN, prior=1.0)


def test_guesses_are_in_row_order_and_of_models_that_had_not_seen_the_row(plain: Trained) -> None:
    rows = messages()
    guesses = plain.guesses
    assert len(guesses) == len(rows)
    right = sum(
        made is not None and made.domain == row.domain for row, made in zip(rows, guesses, strict=True)
    )
    assert right / len(rows) == pytest.approx(plain.figures.nine_way)
    assert all(made and made.model == plain.model.about["version"] for made in guesses)


def test_weights_count_as_rows() -> None:
    rows = messages(12)
    doubtful = [Row("门口没人管", None, "供水"), Row("门口没人管啊", None, "道路")]

    def chance(heavy: float) -> float:
        first = dataclasses.replace(doubtful[0], weight=heavy)
        made = Classifier(train([*rows, first, doubtful[1]], scheme=PLAIN).model).suggest(None, "门口没人管")
        return dict(made.alternatives)["供水"]

    assert chance(0.1) < chance(1.0) < chance(10.0)
    assert corpus.fingerprint(rows) != corpus.fingerprint(
        [dataclasses.replace(rows[0], weight=2.0), *rows[1:]]
    )


def test_progress_rises_to_one(plain: Trained) -> None:
    said: list[tuple[str, float]] = []
    again = train(messages(), scheme=PLAIN, progress=lambda stage, share: said.append((stage, share)))
    shares = [share for _, share in said]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert [stage for stage, _ in said if "fold" in stage] == [f"fold {n} of 5" for n in range(1, 6)]
    assert again.model.about["hash"] == plain.model.about["hash"]


def test_a_calibration_can_be_taken_over(plain: Trained) -> None:
    quick = train(messages(40), scheme=PLAIN, like=plain.model)
    assert quick.model.about["calibration"] == plain.model.about["calibration"]
    assert quick.model.about["routing"] == plain.model.about["routing"]
    assert set(quick.guesses) == {None}
    with pytest.raises(ValueError, match="other labels"):
        train(messages(), scheme=WITH_NONE, like=plain.model)


def test_many_rows_are_judged_by_one_fifth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "MANY", 50)
    rows = messages()
    trained = train(rows, scheme=WITH_NONE)
    judged = [made for made in trained.guesses if made]
    assert len(judged) == trained.figures.rows == len(rows) // FOLDS
    assert trained.figures.nine_way > 0.9
    assert Classifier(trained.model).suggest(None, "路灯坏了，井盖也没了").domain == "道路"
    assert train(rows, scheme=WITH_NONE).model.about["hash"] == trained.model.about["hash"]


def test_many_labels_are_learnt_the_other_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learners_many, "MOST_NUMBERS", 10)
    trained = train(messages(), scheme=PLAIN)
    assert all(trained.guesses)
    assert trained.model.about["calibration"]["topic_weight"] == 0


def test_folds_keep_groups_together_and_labels_even() -> None:
    labels = np.array([0] * 50 + [1] * 25, dtype=np.intp)
    groups = [*range(50), *range(50, 70), *[70] * 5]
    turn = deal(labels, groups)
    assert set(turn[70:].tolist()) == {turn[70]}
    assert np.bincount(turn[:50]).tolist() == [10] * FOLDS
    assert np.bincount(turn[50:70]).tolist() == [4] * FOLDS


def test_near_duplicates_are_never_judged_by_each_other() -> None:
    rows = messages(12)
    # The same odd letter under another label: a model that had seen its twin would say that label.
    odd = "第七号院的猫每天凌晨四点准时唱歌，邻居们投了三次票也没有结果"
    rows += [Row(odd, None, "绿化"), Row(odd + "。", None, "绿化"), Row("请看：" + odd, None, "绿化")]
    guesses: list[Suggestion | None] = train(rows, scheme=PLAIN).guesses
    made = [guess.confidence for guess in guesses[-3:] if guess]
    assert len(made) == 3
    assert max(made) < 0.6
