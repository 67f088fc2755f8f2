"""The trade's danger words: signs that life, health or safety may be at risk, and signs that they are not now.

The head for urgency learns how much each sign weighs; alone, none of them decides anything.
"""

from __future__ import annotations

import re
from typing import Final

_DANGERS: Final = {
    "fire": "[着起失]火|冒烟|浓烟|爆炸|要炸|[燃煤天然]气泄|[煤燃然]气味|漏气|漏电|触电|带电|烧起来|自燃",
    "body": "昏迷|昏倒|晕倒|晕过去|抽搐|喘不上|呼吸困难|出血|流血|吐血|休克|中毒|[又都]在吐|上吐下泻|没有?呼吸|呼吸机|"
    "制氧机|高烧|发紫|脸色?发白|不省人事|快不行|不动了|动弹不得|烧伤|烫伤|溺水|落水|掉[进下]|坠",
    "self": "跳楼|跳下去|跳河|跳桥|轻生|自杀|自残|割腕|不想活|活不下去|活着没意思|喝农药|安眠药|遗书|一了百了|想死",
    "trapped": "被困|困[在人]|卡在|[关锁]在|出不来|塌|垮|决堤|溃坝|洪水|涨水|滑坡|泥石流|裂缝|倾斜|悬着|要掉|摇晃",
    "attack": "砍|持刀|拿刀|捅|打人|殴打|打起来|绑架|拐卖|跟踪|尾随|[撬踹砸]门|威胁|放狗|扑倒|咬",
    "missing": "走失|走丢|失踪|不见了|失联|限制人身自由",
}
_WHEN: Final = {
    "now": "现在|正在|刚[才刚]|马上|[快速]来|赶[紧快]|立[刻即]|快点|今[晚早天]|此刻|分钟前|小时前|还在|救命|救救|来人|等不及",
    "past": "去年|前年|上个?月|上周|上次|前几年|以前|当年|年前|个月前|已经?(?:出院|扑灭|处理)|那[次回]|后来",
    "calm": "演[练习]|请问|咨询|建议|想问|是否|规定|标准|预案|讲座|申请|提前|万一|多少钱|如何",
    "figure": "急死|气死|笑死|要[命疯]|心梗|等得花|十万火急|急急急|sos|火烧眉毛|[累烦热冻饿]死",
}
_SIGNS: Final = {name: re.compile(words) for name, words in (_DANGERS | _WHEN).items()}


def signs(text: str) -> list[str]:
    """Names of the signs in a normalised text, as words that no text can hold; empty without danger."""
    found = {name for name, pattern in _SIGNS.items() if pattern.search(text)}
    if not found & _DANGERS.keys():
        return []
    when = found & _WHEN.keys()
    marks = [f"#{name}" for name in sorted(found)] + ["#danger"]
    marks += [f"#danger {name}" for name in sorted(when)]
    if when == {"now"}:
        marks.append("#danger clearly now")
    return marks
