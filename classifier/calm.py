"""Short everyday matters that the head for urgency takes for danger: a dead lamp, a lift that stands still for weeks.

A few words give the head little to go by. A short message is calm when it says of an everyday thing that it is broken,
missing or a nuisance, and names no harm. Danger comes in too many words to be recognised by their absence alone.
"""

from __future__ import annotations

import re
from typing import Final

from classifier.normalise import normalise

SHORT: Final = 20
SURE: Final = 0.9  # from here on the head is believed of few words, too
LASTING: Final = 40  # as long a message may be when it speaks of days, weeks, again and again

_THINGS: Final = re.compile(
    "灯|电梯|扶梯|自来水|热水|水[压表费管龙]|停水|来水|没水|没有水|水(?:是|发|很|太|浑|黄|黑|臭)|停电|来电|没电|跳闸|断[电网]|"
    "电[压费]|暖气|供暖|空调|网|宽带|信号|垃圾|井盖|下水道|污水|马桶|厕所|门禁|单元门|大门|窗|充电|红绿灯|公交|站牌|护栏|栏杆|扶手|"
    "树|墙皮|外墙|瓷砖|地砖|路面|马路|的路|大坑|有坑|个坑|屋顶|房顶|楼顶|天花板|阳台|车库|地下室|楼道|楼梯|广告牌|滑梯|器材|"
    "空调外机|变压器|噪音|味|油烟|烟头|抽烟|灰|河水|河道|水沟|池塘|桥|漏[水雨]|渗水|积水|装修|施工|喇叭|狗叫|快递|车位|设备|路"
)
_TROUBLE: Final = re.compile(
    "坏|不亮|没亮|不热|不凉|冰凉|不制冷|停|断[电网了]|没[空暖热灯路网信地]|要等|堵|漏|渗|积水|响|吵|臭|脏|黑|浑|黄|满了|没人[管修清来扫理换]|不[修管来理换]|没修|"
    "破|旧|松|锈|翘|掉皮|掉了|脱落|歪|倒了|没有|没电|没水|贵|慢|太|难闻|味|扔|抽|乱|烂|坑|颠|不平|看不[见清]|关不|贴"
)

_HARM: Final = re.compile(
    "死|命|救|伤|血|疼|痛|喘|憋|噎|吐|抽|昏|晕|醒|呼吸|反应|知觉|意识|心跳|休克|瘫|摔|跌|烧|烫|冻|饿|咬|蜇|蛇|蜂|毒|药|"
    "胰岛素|氧|透析|拉肚|拉脱|过敏|咽|肿|紫|浑身|发抖|孕|羊水|[要快][生掉倒断塌垮]|"
    "起不来|动不了|不动|不应|没应|没动静|走不动|站不|坐不起|躺[着在]|倒[在一]|冰面|"
    "刀|斧|棍|枪|砍|捅|杀|[打揍殴][我他她你人孩妈爸老死]|挨打|推我|抢|绑|拐|拖走|带走|强奸|猥亵|虐|掐|捂|"
    "追[我着]|[跟盯]踪?[我着上]|尾随|威胁|撬|[砸踹捅]门|堵[着我]|躲|吓|哭|喊|叫[我救]|传销|骗|转账|拘|"
    "困|[关锁夹卡埋压][在住着了]|出不[来去]|下不[来去]|推不开|打不开|不让[我走出]|放[我人]|"
    "里面有|里头|在里[面屋]|还在[里屋]|屋里|失踪|失联|丢了?[孩老人]|走[丢失]|不见了|没回|找不[到着]|联系不上|"
    "火|烟[从雾]|浓烟|(?<!水管)爆|炸|汽油|煤|瓦斯|天然气|臭鸡蛋|漏气|一氧化碳|触电|漏电|电[到死人]|滋|断了掉|发苦|"
    "塌|垮|掉[下进井河]|[下进]掉|往下扔|坠|砸|吊[在着]|塔吊|悬|掀|滑坡|滚石|石头|[墙房梁].{0,3}裂|挖地下|"
    "洪|决|淹|溺|落水|涨水|在涨|漫[进到]|没过|进水|水到|漂|沉|船漏|"
    "跳|楼顶|轻生|自杀|自残|遗书|不想活|一了百了|解脱|栏杆外|"
    "撞|翻[车了]|车翻|刹|快车道|粮|没吃饭|没饭吃|高压|雷|晃|歪了?着|心脏|动脉|噼|啪|冒|氯|氨|硫|刺鼻|呛|辣|睁不开|水库|大坝|堤"
)
_LASTS: Final = re.compile(
    "[0一两二三四五六七八九十几半多好]个?多?(?:天|日|周|星期|礼拜|月|年|季度|学期)|三天两头|老是|总是|一直|天天|经常|"
    "长期|多次|好久|从来|常年|每[天晚次年]"
)
_NOW: Final = re.compile(
    "现在|正在|这会|此刻|刚|马上|快来|赶紧|立刻|还在|越来越|求求|怎么办|咋办|今[天晚]|眼看|来不及|没人接|打不通"
)

_NUMBER: Final = re.compile(r"(?:联系|联络|聯絡|电话|電話|手机|手機|号码|號碼|phone|contact|tel|[\d\W_])+")


def calm(title: str | None, text: str) -> bool:
    """Whether a short message tells of an everyday trouble and of no harm; a longer one, of a lasting trouble."""
    plain = normalise(f"{title}\n{text}" if title else text)
    if _NUMBER.fullmatch(plain):
        return True
    everyday = _THINGS.search(plain) and _TROUBLE.search(plain) and not _HARM.search(plain)
    if not everyday or len(plain) > LASTING:
        return False
    return len(plain) <= SHORT or bool(_LASTS.search(plain) and not _NOW.search(plain))


def faint(title: str | None, text: str, urgent: float) -> bool:
    """Whether a flag of the head rests on a few words that name no harm: too little where somebody was asked something."""
    plain = normalise(f"{title}\n{text}" if title else text)
    return len(plain) <= SHORT and urgent < SURE and not _HARM.search(plain)
