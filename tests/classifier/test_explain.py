"""The words behind a label: the citizen's own, where they were written, and weighed without loss."""

from __future__ import annotations

import math
import time

import numpy as np
import pytest

from classifier import corpus
from classifier.explain import LONGEST, Driver, explain
from classifier.features import Block, Features, count
from classifier.heads import Layout
from classifier.labels import NONE, Scheme
from classifier.predict import Classifier
from classifier.registry import Model
from classifier.tokens import cutter, default_engine
from classifier.weigh import against, weigh
from tests.classifier.test_align import HOSTILE
from tests.rows import each_row


def words(found: list[Driver]) -> list[str]:
    return [driver.word for driver in found]


def check(classifier: Classifier, title: str | None, text: str, label: str | None = None) -> list[Driver]:
    found = explain(classifier, title, text, label)
    for driver in found:
        written = text if driver.part == "text" else title or ""
        assert 0 <= driver.start < driver.end <= len(written)
        assert written[driver.start : driver.end] == driver.word
        assert driver.weight > 0
    assert [driver.weight for driver in found] == sorted((driver.weight for driver in found), reverse=True)
    weighing = weigh(classifier, title, text, label)
    shown = weighing.characters("title", title or "").sum() + weighing.characters("text", text).sum()
    assert math.isclose(shown + weighing.rest, weighing.margin, abs_tol=1e-6)
    assert math.isfinite(weighing.rest)
    return found


@each_row(
    ("text", "label", "word"),
    [
        ("工地老板拖欠工资，一拖再拖，劳动监察也没结果", "就业", "拖欠工资"),
        ("孩子班主任在课堂上打学生，校长不处理", "教育", "班主任"),
        ("物业不修电梯还涨物业费，业主都不满意", "住房", "物业"),
        ("在超市买到过期发霉的面包，吃了拉肚子", "食品安全", "面包"),
        ("十字路口红绿灯坏了，早晚高峰堵成一锅粥", NONE, "红绿灯"),
    ],
)
def test_the_words_that_a_reader_would_name(shipped: Classifier, text: str, label: str, word: str) -> None:
    found = check(shipped, None, text)
    assert weigh(shipped, None, text).label == label
    assert any(word in driver.word for driver in found), found


def test_neighbours_that_drive_together_are_one(shipped: Classifier) -> None:
    found = words(check(shipped, None, "公司拖欠工资三个月"))
    assert any("拖欠工资" in word for word in found)
    assert "工资" not in found
    assert all(len(word) <= LONGEST for word in found)


@each_row("text", HOSTILE.values())
def test_hostile_texts(shipped: Classifier, text: str) -> None:
    for title in (None, "", text):
        check(shipped, title, text)
    for driver in check(shipped, None, text * 300):
        driver.word.encode()  # half a surrogate would not do


def test_nothing_known_drives_nothing(shipped: Classifier) -> None:
    for text in ("", " \n", "😡👍🏻🇨🇳", "？？！！"):
        assert explain(shipped, None, text) == []


def test_a_hundred_thousand_characters(shipped: Classifier) -> None:
    text = "前面都是废话。" * 10_000 + "\ufdfa" * 20_000 + "😀老闆拖欠工資" * 2_000
    found = check(shipped, text, text)
    assert any("工資" in word for word in words(found))


def test_words_are_shown_as_written(shipped: Classifier) -> None:
    simplified = check(shipped, None, "医院乱收费，护士态度恶劣")
    traditional = check(shipped, None, "醫院亂收費，護士態度惡劣")
    assert any("醫院" in word for word in words(traditional))
    assert [(driver.start, driver.end) for driver in simplified] == [
        (driver.start, driver.end) for driver in traditional
    ]


def test_what_stands_for_a_number_or_link_is_never_shown(shipped: Classifier) -> None:
    text = "老板欠我23600元工资，电话13812345678，见https://a.cn/url?tel=0，身份证430102199001011234，尊敬的领导您好"
    for label in shipped.labels:
        for driver in check(shipped, None, text, label):
            assert not any(char.isdigit() for char in driver.word)
            assert not {"tel", "url", "idno", "您好", "领导"} & {driver.word}


def test_a_word_with_something_hidden_in_it_is_not_shown(shipped: Classifier) -> None:
    found = check(shipped, None, "拖\u202e欠工\ud800资，医\u200b院")
    assert all(driver.word.isprintable() for driver in found)


def test_title_and_text_are_told_apart(shipped: Classifier) -> None:
    found = check(shipped, "医院乱收费", "我们小区的物业从来不修电梯", "医疗")
    assert (found[0].part, found[0].word[:2]) == ("title", "医院")
    found = check(shipped, "医院乱收费", "我们小区的物业从来不修电梯", "住房")
    assert (found[0].part, found[0].word[:2]) == ("text", "物业")


def test_a_word_said_often_is_named_once(shipped: Classifier) -> None:
    found = words(check(shipped, None, "物业不管。" * 20))
    assert found[0] == "物业"
    assert len(found) == len(set(found)) <= 2


def test_the_margin_is_the_label_against_the_rest(shipped: Classifier) -> None:
    for row in corpus.load()[::400]:
        layout = shipped.model.layout
        weight = shipped.model.about["calibration"]["topic_weight"]
        scores = layout.domain_scores(shipped.scores(row.title, row.text), weight).astype(float)
        for number, label in enumerate(shipped.labels):
            margin = weigh(shipped, row.title, row.text, label).margin
            others = np.delete(scores, number)
            assert scores[number] - others.max() <= margin + 1e-3
            assert margin <= scores[number] - others.mean() + 1e-3


def test_rivals_count_by_how_near_they_came() -> None:
    signs = against(np.array([3.0, 2.0, -4.0, 2.0]), 0)
    assert signs[0] == 1
    assert signs[1] == signs[3] < signs[2] < 0
    assert math.isclose(signs.sum(), 0, abs_tol=1e-12)
    assert against(np.array([2_000.0, -3.0]), 0).tolist() == [1, -1]
    assert against(np.array([-2_000.0, 3.0, 3.0]), 0).tolist() == [1, -0.5, -0.5]


def test_words_that_speak_more_for_a_rival_do_not_explain(shipped: Classifier) -> None:
    text = "退休职工在医院血透，医保报销比例太低，医生也说不清楚报销多少"
    found = check(shipped, None, text, "社保")
    assert "报销" in found[0].word
    assert "医生" not in words(found)


def test_most_and_unknown_labels(shipped: Classifier) -> None:
    text = "医院乱收费，护士态度恶劣，挂号排队三个小时，医生不耐烦，药房没有药，病人没人管"
    assert len(explain(shipped, None, text, most=2)) == 2
    assert explain(shipped, None, text, most=0) == []
    with pytest.raises(ValueError, match="no label '天气'"):
        explain(shipped, None, text, "天气")


def test_labels_of_another_office_without_topics() -> None:
    cut = cutter(default_engine())
    texts = ["路灯坏了没人修", "路灯不亮", "垃圾没人清运", "垃圾堆成山"]
    terms = sorted({term for text in texts for term in count(None, text, cut)[0]})
    words_block = Block.build(terms, np.full(len(terms), 5, dtype=np.float32), 0)
    features = Features(words_block, Block.build([], np.empty(0, dtype=np.float32), len(terms)))
    layout = Layout.of(Scheme(("路灯照明", "垃圾清运")))
    weights = np.zeros((features.size, layout.width), dtype=np.float32)
    weights[features.words.columns["路灯"], 0] = weights[features.words.columns["垃圾"], 1] = 3
    about = {
        "version": "test",
        "routing": {"precision": 0.9, "curve": [[0.5, 0.95, 1.0]]},
        "urgency": {"threshold": 1.0},
        "calibration": {"topic_weight": 0.0},
    }
    bias = np.zeros(layout.width, dtype=np.float32)
    small = Classifier(Model(layout, features, weights, bias, about))
    assert words(check(small, None, "村口的路灯三天没亮")) == ["路灯"]
    assert words(check(small, "垃圾", "村口的路灯", "垃圾清运")) == ["垃圾"]


def test_it_is_quick(shipped: Classifier) -> None:
    text = ("公司拖欠工资三个月，劳动监察大队让我们等，小区的物业也不修电梯。" * 8)[:200]
    taken = []
    for _ in range(15):
        start = time.thread_time()  # not the time in which others were at work
        explain(shipped, None, text)
        taken.append(time.thread_time() - start)
    assert min(taken) < 0.02  # 2 ms where nothing else runs
