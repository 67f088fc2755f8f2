"""Rewrites of a message as another citizen, or the same one a week later, might have sent it.

Each takes the sentences of a message and a source of chance, and gives the new text; the title is not repeated, as
most messages in a chat have none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Final

import opencc

Rewrite = Callable[[str | None, str, Random], str]

_SENTENCE: Final = re.compile(r"[^。！？!?；;\n]+[。！？!?；;\n]*")

# Words of the trade and what others say for them.
SYNONYMS: Final = {
    "小区": "院子", "业主": "住户", "物业公司": "物业", "开发商": "地产公司", "噪音": "噪声", "扰民": "吵人", "投诉": "举报",
    "反映": "反应", "解决": "处理", "没有": "没", "孩子": "小孩", "学校": "校方", "家长": "父母", "老师": "教师", "工资": "薪水",
    "拖欠": "欠着", "农民工": "打工的", "老板": "负责人", "医院": "院方", "医生": "大夫", "老百姓": "居民", "村民": "老乡", "政府": "公家",
    "部门": "单位", "领导": "书记", "严重": "厉害", "影响": "妨碍", "停车": "泊车", "堵车": "拥堵", "道路": "马路", "公交车": "公交", "垃圾": "废物",
    "污染": "毒害", "臭味": "异味", "办理": "办", "补贴": "补助", "养老金": "退休金", "房产证": "产权证", "购房": "买房", "施工": "动工",
    "晚上": "夜里", "每天": "天天", "多次": "好几次", "至今": "到现在", "请问": "想问", "希望": "盼望", "非常": "特别", "为什么": "为啥",
    "什么时候": "几时", "电话": "热线", "派出所": "警察", "警察": "民警", "收费": "要钱", "费用": "钱", "危险": "不安全", "安全": "平安",
    "经营": "营业", "附近": "旁边", "建设": "修建", "居民": "住户", "车辆": "车子", "路口": "路段", "要求": "请求",
}  # fmt: skip
_KNOWN: Final = re.compile("|".join(sorted(SYNONYMS, key=len, reverse=True)))

# What a pinyin keyboard offers in the place of the right character.
_RIGHT: Final = (
    "的地在再做作他她那哪是事有己已以到道为位和及即请清期其建健电店园区校效生声工公司资费废住主房防路车停"
    "通同交医院愿保险报业物务理里现线时间民名政正府关管部门小学"
)
_WRONG: Final = (
    "地得再在作做她他哪那事是友已以已道到位为合即及清请其期健建店电圆曲效校声生公工私姿废费主住防房露扯庭"
    "同通焦衣愿院宝显抱夜务物里理线现十简明民正政付管关不们晓雪"
)
HOMOPHONES: Final = dict(zip(_RIGHT, _WRONG, strict=True))

OPENINGS: Final = (
    "我是住在这边的一个普通市民，之前也在网上看到有人说过这个事，一直没人管，今天实在忍不住了也来说一说。",
    "您好，不知道这里能不能反映问题，打了好几个电话都说不归他们管，只好发到这里来，麻烦帮忙转一下。",
    "替我父母问的，他们年纪大了不会用手机，说的可能不太清楚，大概意思是这样。",
    "跟进一下上次的事情，过去快一个月了，还是老样子，没有任何变化，我再讲一遍。",
)


def sentences(text: str) -> list[str]:
    """The sentences with their punctuation; a text without any is cut at its commas."""
    found = [one for one in _SENTENCE.findall(text.strip()) if one.strip()]
    if len(found) < 3:
        found = re.findall(r"[^，,。！？!?；;\n]+[，,。！？!?；;\n]*", text.strip())
    return found or [text]


def drop(_: str | None, text: str, chance: Random) -> str:
    """A third of the sentences is missing."""
    found = sentences(text)
    kept = sorted(chance.sample(range(len(found)), max(1, len(found) * 2 // 3)))
    return "".join(found[number] for number in kept)


def shuffle(_: str | None, text: str, chance: Random) -> str:
    """The sentences in another order."""
    found = sentences(text)
    chance.shuffle(found)
    return "".join(found)


def synonyms(_: str | None, text: str, chance: Random) -> str:
    """Every word of the trade that has another one is exchanged."""
    return _KNOWN.sub(lambda match: SYNONYMS[match[0]], text)


def typos(_: str | None, text: str, chance: Random) -> str:
    """One character in twelve: a homophone where there is one, otherwise left out or written twice."""
    written = []
    for char in text:
        if chance.random() > 1 / 12:
            written.append(char)
        elif char in HOMOPHONES:
            written.append(HOMOPHONES[char])
        else:
            written.append(char * chance.choice((0, 2)))
    return "".join(written)


def traditional(_: str | None, text: str, chance: Random) -> str:
    """The same in traditional characters."""
    written: str = opencc.OpenCC("s2t").convert(text)
    return written


def title_only(title: str | None, text: str, chance: Random) -> str:
    """Nothing but the title."""
    return title or sentences(text)[0]


def third(_: str | None, text: str, chance: Random) -> str:
    """A third of the sentences after an opening of one's own."""
    found = sentences(text)
    kept = sorted(chance.sample(range(len(found)), max(1, len(found) // 3)))
    return chance.choice(OPENINGS) + "".join(found[number] for number in kept)


def all_at_once(title: str | None, text: str, chance: Random) -> str:
    """Sentences missing and in another order, other words, and slips of the keyboard."""
    for rewrite in (drop, shuffle, synonyms, typos):
        text = rewrite(title, text, chance)
    return text


REWRITES: Final[dict[str, Rewrite]] = {
    "text without its title": lambda _, text, chance: text,
    "a third of the sentences missing": drop,
    "sentences in another order": shuffle,
    "other words of the trade": synonyms,
    "one character in twelve mistyped": typos,
    "traditional characters": traditional,
    "all of these but the last": all_at_once,
    "a third of the sentences, new opening": third,
    "only the title": title_only,
}
