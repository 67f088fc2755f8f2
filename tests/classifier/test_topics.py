"""Offices for messages of no domain."""

from __future__ import annotations

import pytest

from classifier.topics import TOPICS, topic_scores


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("烧烤摊占道经营油烟扰民", "城管"),
        ("路口红绿灯坏了天天堵车", "交通"),
        ("化工廠偷排廢水，河水發黑", "生态环境"),
        ("我们村三天没有自来水了，停水也不通知", "公用事业"),
        ("健身房关门，会员卡不退款", "市场监管"),
        ("异地就医医保报销比例", "医保"),
        ("孩子四岁还没上户口", "公安户籍"),
        ("村干部把集体资产私分，土地流转费不给", "农业农村"),
        ("征地的青苗费没有发，宅基地也不批", "自然资源"),
        ("导游骂游客，景区门票太贵", "文化旅游"),
        ("宽带销户难，话费乱扣", "通信"),
        ("个税退税一直没到账", "税务"),
        ("法院判决后执行局不执行", "法院司法"),
    ],
)
def test_office_comes_first(text: str, office: str) -> None:
    assert topic_scores(text)[0][0] == office


def test_every_topic_has_its_terms() -> None:
    assert len(TOPICS) == 13
    assert all(15 <= len(terms) <= 50 and len(set(terms)) == len(terms) for terms in TOPICS.values())


def test_scores_fall_and_may_be_none() -> None:
    scores = [score for _, score in topic_scores("停车位被占，城管和交警都不管，还停电停水")]
    assert scores == sorted(scores, reverse=True)
    assert topic_scores("") == topic_scores("hello 😀") == []
