"""Like cases: the twin is found whatever was done to it, and what is asked for is what comes."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import numpy as np
import opencc
import pytest

from classifier import corpus, similar
from classifier.features import SHORTEST
from classifier.predict import Classifier
from classifier.similar import Likeness
from tests.classifier.test_align import HOSTILE
from tests.rows import each_row

ELEVATOR = "海棠湾小区三栋的电梯又坏了，老人上不去八楼，物业说维修基金没批，业主群里吵了一个月"
WAGES = "城北工地的包工头拖欠我们十二个人的工资，从春节拖到现在，电话不接"
NOISE = "晚上十一点楼下烧烤店还在放音响，油烟全飘进屋里，孩子没法睡觉"


@pytest.fixture
def likeness(shipped: Classifier) -> Likeness:
    made = Likeness(shipped.model.features)
    for number, text in enumerate((ELEVATOR, WAGES, NOISE), 1):
        made.add(number, None, text)
    return made


def numbers(found: Sequence[tuple[int, float]]) -> list[int]:
    return [number for number, _ in found]


def test_the_same_text_is_as_like_as_can_be(likeness: Likeness) -> None:
    [(number, score)] = likeness.similar(None, WAGES)
    assert number == 2
    assert score == pytest.approx(1, abs=1e-5)
    assert score <= 1


@each_row(
    "text",
    [
        "物业说维修基金没批。海棠湾小区三栋的电梯又坏了！",
        "海棠弯小区3栋的电梯有坏了，老人上不去8楼，物业说维修基斤没批",
        opencc.OpenCC("s2t").convert(ELEVATOR),
        "您好，尊敬的领导，跟进一下上个月的事：海棠湾小区三栋电梯还是坏的，老人上不去八楼",
        "海棠湾小区电梯坏了",
    ],
)
def test_a_rewrite_finds_the_first(likeness: Likeness, text: str) -> None:
    assert numbers(likeness.similar(None, text, k=1)) == [1]
    assert numbers(likeness.similar(text, "", k=1)) == [1]


def test_another_matter_finds_nothing(likeness: Likeness) -> None:
    assert likeness.similar(None, "请问新生儿医保怎么办理，需要带户口本吗") == []


def test_two_texts_are_compared_without_being_known(likeness: Likeness) -> None:
    answer = "海棠湾小区三栋电梯的维修基金已经批准，下周更换"
    assert likeness.between(None, ELEVATOR, ELEVATOR) == pytest.approx(1)
    assert likeness.between("电梯坏了", ELEVATOR, answer) > 0.1
    assert likeness.between(None, ELEVATOR, NOISE) < 0.02
    assert likeness.between(None, ELEVATOR, answer) == pytest.approx(likeness.between(None, answer, ELEVATOR))
    assert likeness.between(None, "", answer) == likeness.between(None, ELEVATOR, "👍") == 0
    assert len(likeness) == 3


def test_k_least_and_besides(likeness: Likeness) -> None:
    text = ELEVATOR + WAGES
    assert numbers(likeness.similar(None, text, least=0)) == numbers(
        likeness.similar(None, text, k=3, least=0)
    )
    assert len(likeness.similar(None, text, k=1)) == 1
    assert likeness.similar(None, text, k=0) == []
    assert likeness.similar(None, text, least=1.01) == []
    found = likeness.similar(None, text, k=2, least=0)
    assert 2 not in numbers(likeness.similar(None, text, k=2, least=0, besides={2}))
    assert found == sorted(found, key=lambda pair: -pair[1])


def test_added_replaced_and_discarded(likeness: Likeness) -> None:
    assert len(likeness) == 3
    likeness.add(9, "村口路灯", "柳树村村口的路灯三天没亮")
    assert numbers(likeness.similar(None, "柳树村村口路灯不亮", k=1)) == [9]
    likeness.add(9, None, WAGES)
    assert likeness.similar(None, "柳树村村口路灯不亮") == []
    assert set(numbers(likeness.similar(None, WAGES))) == {2, 9}
    likeness.discard(2)
    likeness.discard(2)
    likeness.discard(12345)
    assert numbers(likeness.similar(None, WAGES)) == [9]
    assert len(likeness) == 3
    assert 2 not in likeness
    assert 9 in likeness


def test_loading_is_adding(shipped: Classifier) -> None:
    rows = corpus.load()[:400]
    loaded = Likeness(shipped.model.features)
    loaded.add(1, None, "以前的案子，装载之后就不在了")
    loaded.load((number, row.title, row.text) for number, row in enumerate(rows))
    assert len(loaded) == 400
    for number in range(0, 400, 40):
        [(found, score)] = loaded.similar(rows[number].title, rows[number].text, k=1)
        assert (found, round(score, 3)) == (number, 1)
    loaded.add(1_000, None, ELEVATOR)
    assert numbers(loaded.similar(None, ELEVATOR, k=1)) == [1_000]
    loaded.load([(5, None, WAGES), (6, None, NOISE), (5, None, ELEVATOR)])
    assert numbers(loaded.similar(None, WAGES)) == []
    assert numbers(loaded.similar(None, ELEVATOR)) == [5]
    loaded.load([])
    assert len(loaded) == 0
    assert loaded.similar(None, ELEVATOR) == []


def test_what_all_cases_share_tells_little(shipped: Classifier) -> None:
    place = "临江市望月区沿河街道"
    matters = [f"{place}{row.text}" for row in corpus.load()[:150]]
    likeness = Likeness(shipped.model.features)
    for number, text in enumerate(matters):
        likeness.add(number, None, text)
    before = likeness.similar(None, f"{place}的路灯不亮", k=1, least=0)[0][1]
    likeness.load((number, None, text) for number, text in enumerate(matters))
    assert likeness.similar(None, f"{place}的路灯不亮", k=1, least=0)[0][1] < 0.6 * before


def test_the_search_is_exact(shipped: Classifier) -> None:
    rows = corpus.load()[::25]
    likeness = Likeness(shipped.model.features)
    likeness.load((number, row.title, row.text) for number, row in enumerate(rows))
    pairs = [similar._pairs(row.title, row.text) for row in rows]
    columns = {
        bucket: at for at, bucket in enumerate(sorted({b for found, _ in pairs for b in found.tolist()}))
    }
    vectors = np.zeros((len(rows), len(columns)))
    for number, (buckets, often) in enumerate(pairs):
        for bucket, times in zip(buckets.tolist(), often.tolist(), strict=True):
            vectors[number, columns[bucket]] = (1 + np.log(times)) * likeness._rarity[bucket]
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), SHORTEST)
    for number in Random(3).sample(range(len(rows)), 20):
        exact = vectors @ vectors[number]
        found = likeness.similar(rows[number].title, rows[number].text, k=6, least=0)
        assert [score for _, score in found] == pytest.approx(np.sort(exact)[::-1][:6], abs=1e-5)
        for other, score in found:
            assert exact[other] == pytest.approx(score, abs=1e-5)


def test_a_few_characters_are_like_nothing_much(likeness: Likeness) -> None:
    likeness.add(7, None, "坏了")
    likeness.add(8, None, "路")
    assert likeness.similar(None, "坏了", least=0.3) == []
    assert likeness.similar(None, "路", least=0) == []


@each_row("text", HOSTILE.values())
def test_hostile_texts(likeness: Likeness, text: str) -> None:
    for title in (None, "", text):
        likeness.add(50, title, text)
        assert all(0 < score <= 1 for _, score in likeness.similar(title, text * 200, least=0))
    likeness.discard(50)
    assert len(likeness) == 3


def test_very_long_queries_leave_out_the_commonest(
    likeness: Likeness, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(100, 160):
        likeness.add(number, None, "物业说维修基金没批" + chr(0x5000 + number) * 3)
    monkeypatch.setattr(similar, "MOST_ENTRIES", 100)
    assert numbers(likeness.similar(None, ELEVATOR * 50, k=1)) == [1]
