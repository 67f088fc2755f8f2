"""A tiny archive of another office, with labels of its own."""

from __future__ import annotations

import random

from classifier.corpus import Row

WORDS = {
    "供水": ("停水", "水压", "水管", "自来水", "水表", "漏水", "水质", "供水站"),
    "道路": ("路灯", "坑洼", "沥青", "井盖", "斑马线", "修路", "护栏", "路面"),
    "绿化": ("树枝", "草坪", "花坛", "公园", "砍树", "浇花", "落叶", "苗木"),
    "其它": ("发票", "网速", "快递", "话费", "退款", "会员", "广告", "客服"),
}
FILLERS = (
    "昨天",
    "我们村",
    "一直",
    "没人管",
    "请尽快",
    "已经三天",
    "门口",
    "非常",
    "不方便",
    "希望",
    "处理",
    "东边",
)


def messages(of_each: int = 30, seed: int = 1) -> list[Row]:
    """So many different messages of each label, told apart by their words."""
    chance = random.Random(seed)
    rows = []
    for label, words in WORDS.items():
        for number in range(of_each):
            said = chance.sample(words, 3) + chance.sample(FILLERS, 5)
            chance.shuffle(said)
            title = said[0] if number % 3 == 0 else None
            rows.append(Row("，".join(said), title, label, where=f"{label}:{number}"))
    return rows
