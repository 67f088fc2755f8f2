"""Two places: told by the names that both give, and only then."""

from __future__ import annotations

import opencc

from classifier.places import elsewhere
from tests.classifier.test_align import HOSTILE
from tests.rows import each_row

OIL = "{}楼下几家餐馆油烟直排，开窗就是油烟味，请尽快处理"


@each_row(
    ("one", "other"),
    [
        (OIL.format("城东区劳动路海棠湾小区"), OIL.format("城西区看云路一品芳园小区")),
        ("我是外语学院的学生，学校强制我们实习", "我是商贸职业技术学院的学生，学校强制我们实习"),
        ("柳树村的路灯不亮", "我们杨家村的路灯不亮"),
        ("县人民医院乱收费", "城南区妇幼医院乱收费"),
    ],
)
def test_the_same_words_about_another_place(one: str, other: str) -> None:
    assert elsewhere(one, other)
    assert elsewhere(other, one)
    assert elsewhere(opencc.OpenCC("s2t").convert(one), other)


@each_row(
    ("one", "other"),
    [
        (OIL.format("海棠湾小区"), OIL.format("劳动路海棠湾小区三栋")),
        (OIL.format("海棠湾小区"), OIL.format("海棠湾")),
        (OIL.format("海棠湾小区"), OIL.format("我们小区")),
        (OIL.format("我们的小区"), OIL.format("本小区")),
        (OIL.format("海棠湾小区"), OIL.format("龙山公寓和海棠湾小区")),
        (OIL.format("海棠湾小区"), "海棠湾小区的孩子能上育才小学吗"),
        (OIL.format("海棠湾小区"), "育才小学门口的摊贩"),
        ("电梯坏了", "电梯坏了"),
        ("", ""),
    ],
)
def test_no_other_place(one: str, other: str) -> None:
    assert not elsewhere(one, other)
    assert not elsewhere(other, one)
    assert not elsewhere(opencc.OpenCC("s2t").convert(one), other)


@each_row("text", HOSTILE.values())
def test_hostile_texts(text: str) -> None:
    assert not elsewhere(text, text)
    assert elsewhere(text, OIL.format("海棠湾小区")) in (True, False)
    assert not elsewhere(text * 400, text * 400)
