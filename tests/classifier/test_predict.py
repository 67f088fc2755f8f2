"""Suggestions: their shape, their sense on plain messages, and every odd text answered calmly."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import pytest

from classifier import corpus, heads
from classifier.danger import signs
from classifier.errors import ModelError
from classifier.labels import GUIDE, LABELS, TOPICS
from classifier.predict import DOMAINS, MOST_TOPICS, NONE, TRIAGE, Classifier, threshold_at
from classifier.tokens import cutter, default_engine
from tests.rows import each_row

ODD = {
    "nothing": "",
    "blank": " \n\t　",
    "zero-width": "\u200b\u200d\u2060\ufeff",
    "bidirectional": "\u202e\u2066\u202c",
    "control": "\x00\x01\x1b[31m\x7f",
    "emoji": "😡😡👍🏻🇨🇳",
    "one character": "路",
    "punctuation": "？？？！！！……",
    "digits": "12345678901234567890",
    "english": "Hello, there is a hole in the road near my house, who can help me?",
    "tibetan": "བོད་ཡིག་གི་ཡི་གེ་ཞིག་རེད།",
    "half a surrogate": "\ud800工",
    "markup": "<b>&amp;</b> *bold* [x](y)",
}


def test_suggestion_has_all_eight_and_none(shipped: Classifier) -> None:
    made = shipped.suggest("公司拖欠工资", "老板三个月没发工资，劳动监察大队让我们等。")
    assert shipped.labels == (*DOMAINS, NONE)
    assert {name for name, _ in made.alternatives} == set(DOMAINS)
    chances = [chance for _, chance in made.alternatives]
    assert chances == sorted(chances, reverse=True)
    assert math.isclose(sum(chances) + made.none, 1, abs_tol=1e-5)
    assert (made.domain, made.confidence) == made.alternatives[0]
    assert made.top() == made.alternatives[:3]
    assert made.model == shipped.version


@each_row(
    ("text", "domain"),
    [
        ("工地老板欠我们八个人的工钱，一拖再拖，劳动监察也没结果", "就业"),
        ("孩子班主任在课堂上打学生，校长不处理，教育局管管", "教育"),
        ("我妈退休金认证没通过，养老金停发了两个月", "社保"),
        ("县医院急诊医生误诊，要求卫健委调查", "医疗"),
        ("物业不修电梯还涨物业费，业主都不满意", "住房"),
        ("敬老院的护工打骂老人，请民政局查查", "养老"),
        ("在超市买到过期发霉的面包，吃了拉肚子", "食品安全"),
        ("小区里有人聚众赌博，报警后民警没来", "社会治安"),
    ],
)
def test_plain_messages_find_their_queue(shipped: Classifier, text: str, domain: str) -> None:
    assert shipped.suggest(None, text).domain == domain
    assert shipped.suggest(text[:12], text).queue in (domain, TRIAGE)


@each_row(
    "text",
    [
        "十字路口红绿灯坏了，早晚高峰堵成一锅粥",
        "化工厂半夜偷排废气，臭得睡不着",
        "村里修路占了我家的田，补偿款一直没给",
        "法院判了三年还执行不到位",
    ],
)
def test_messages_of_no_domain_go_to_triage(shipped: Classifier, text: str) -> None:
    made = shipped.suggest(None, text)
    assert made.queue == TRIAGE
    assert made.none > 0.5


@each_row("text", ODD.values())
def test_odd_texts_go_to_triage(shipped: Classifier, text: str) -> None:
    for title in (None, "", text):
        made = shipped.suggest(title, text)
        assert made.queue == TRIAGE
        assert made.domain in DOMAINS
        assert math.isfinite(made.confidence)


def test_an_endless_paste_is_read_only_in_part(shipped: Classifier) -> None:
    text = "老板拖欠工资不发，" * 12_000
    assert len(text) > 100_000
    assert shipped.suggest(None, text).domain == "就业"
    assert shipped.suggest(text, text).domain == "就业"


def test_traditional_characters_make_no_difference(shipped: Classifier) -> None:
    simplified = shipped.suggest("医院乱收费", "医院检查费收两次，护士态度恶劣，请卫生局处理。")
    assert simplified == shipped.suggest("醫院亂收費", "醫院檢查費收兩次，護士態度惡劣，請衛生局處理。")


def test_both_engines_agree(shipped: Classifier) -> None:
    pytest.importorskip("rjieba")
    rows = corpus.load()[::15]
    texts = [row.text for row in rows]
    cuts = [cutter("rjieba"), cutter("jieba")]
    assert sum(cuts[0](text) == cuts[1](text) for text in texts) >= 0.99 * len(texts)
    plain = Classifier.load(engine="jieba")
    same = [shipped.suggest(None, row.text).domain == plain.suggest(None, row.text).domain for row in rows]
    assert sum(same) >= 0.995 * len(same)


def test_jieba_serves_where_rjieba_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rjieba", None)
    cutter.cache_clear()
    default_engine.cache_clear()
    try:
        assert default_engine() == "jieba"
        assert Classifier.load().suggest(None, "老板三个月不发工资").domain == "就业"
    finally:
        cutter.cache_clear()
        default_engine.cache_clear()


def test_precision_moves_the_threshold() -> None:
    bold, shy = Classifier.load(precision=0.8), Classifier.load(precision=0.99)
    assert bold.threshold < Classifier.load().threshold <= shy.threshold


@each_row("precision", [0, 1, -0.5, 95, math.nan])
def test_impossible_precision_is_refused(precision: float) -> None:
    with pytest.raises(ValueError, match=r"for example 0\.95"):
        Classifier.load(precision=precision)


def test_threshold_is_read_off_the_curve() -> None:
    curve = [[0.2, 0.7, 1.0], [0.5, 0.96, 0.8], [0.6, 0.94, 0.7], [0.7, 0.95, 0.6], [0.8, 0.99, 0.3]]
    assert threshold_at(curve, 0.95) == 0.7
    assert threshold_at(curve, 0.6) == 0.2
    assert threshold_at(curve, 0.999) > 1


def test_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"model\.json: can't be read"):
        Classifier.load(tmp_path)


def test_the_other_heads(shipped: Classifier) -> None:
    burning = shipped.suggest(None, "楼下餐馆煤气泄漏着火了，里面还有人，快来救命！")
    asking = shipped.suggest(None, "请问退休金资格认证怎么办理，需要带什么材料？")
    assert burning.urgent >= shipped.urgent_threshold > asking.urgent >= 0
    assert asking.kind == "咨询"
    assert asking.topics[0][0] == "养老金"
    for made in (burning, asking):
        chances = [chance for _, chance in made.topics]
        assert len(chances) == MOST_TOPICS
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) <= 1 + 1e-5


def test_topics_share_out_their_label(shipped: Classifier) -> None:
    scores = shipped.scores(None, "小区物业乱收停车费")
    layout = heads.Layout.of(GUIDE)
    labels = heads.softmax(layout.domain_scores(scores, 1.0))
    topics = layout.topic_probabilities(scores, labels)
    start = 0
    for number, label in enumerate(LABELS):
        size = len(TOPICS[label])
        assert math.isclose(topics[start : start + size].sum(), labels[number], abs_tol=1e-5)
        start += size
    assert start == len(layout.topics) == len(set(layout.topics))


def test_signs_of_danger() -> None:
    assert signs("孩子掉进井里了,快来救命") == [
        "#body",
        "#now",
        "#danger",
        "#danger clearly now",
    ]
    assert "#danger clearly now" not in signs("去年小区着火,现在还没赔")
    assert signs("退休金怎么领") == []
