"""Offices that a message of no domain is likely for, by plain word lists.

A dispatcher sees the three likeliest as buttons. A learned head will take this module's place; until then
every score can be read off the lists below.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from classifier.normalise import clean

_LISTS: Final = """
城管: 城管 占道 摊贩 流动摊 夜市 违建 违章建筑 违法建筑 乱搭乱建 油烟 烧烤 广场舞 噪音 扰民 施工噪声
    夜间施工 垃圾 环卫 清扫 公厕 小广告 牛皮癣 广告牌 渣土 乱停 共享单车 遛狗 狗屎 流浪狗 流浪猫
    路灯 井盖 市容 绿化 公园
交通: 堵车 拥堵 红绿灯 信号灯 斑马线 天桥 公交 公交车 地铁 出租车 网约车 的士 打表 拒载 班车 客运
    车站 高铁 火车 驾校 驾照 驾驶证 科目二 违章 违停 罚单 扣分 停车 停车位 停车费 电子眼 抓拍
    交警 车管所 公路 村道 修路 路面 坑洼 大货车 超载 超限 上牌 高速 收费站 限行 减速带
生态环境: 污染 排污 污水 废水 废气 臭气 臭味 恶臭 刺鼻 异味 粉尘 扬尘 灰尘 黑烟 环保 环评 化工厂
    养猪场 养殖场 冶炼 采石场 砖厂 偷排 河水 水源 空气 焚烧 辐射 噪声 重金属 塑料厂 喷漆
公用事业: 停水 停电 断电 断水 自来水 水压 水质 水费 电费 电表 水表 供水 供电 电力 变压器 电线杆
    高压线 电网 天然气 燃气 煤气 气费 管道 供暖 供热 暖气 热力 下水道 排水 积水 内涝 管网 水厂
市场监管: 消费者 退款 退货 退费 假货 假冒 质量问题 三包 售后 商家 虚假宣传 预付卡 会员卡 充值 办卡
    健身房 美容院 理发店 价格 乱收费 涨价 营业执照 工商 消协 市场监管 床垫 理疗 按摩仪 净水器 网购
    发票 4s店 定金 霸王条款 垄断 商标
医保: 医保 报销 医保局 医保卡 新农合 门诊统筹 慢性病 慢病 特病 异地就医 转诊备案 大病保险 二次报销
    居民医保 职工医保 定点药店 集采 起付线 生育津贴 长护险
公安户籍: 户口 户籍 落户 上户 迁户 户口本 身份证 居住证 派出所 改名 更名 出生日期 民警 护照 签证
    港澳通行证 出入境 无犯罪证明 报警 暂住证 黑户 养犬
农业农村: 农田 耕地 庄稼 土地流转 流转 承包地 承包 农业 农机 化肥 种子 农药 灌溉 水渠 水库 村委会
    村支书 村主任 村干部 村务 村账 集体资产 扶贫 贫困户 养殖 生猪 野猪 林地 山林 退耕 粮补
    种粮补贴 粮食直补 水稻 果园 鱼塘 乡村振兴
自然资源: 征地 征收 青苗费 土地补偿 宅基地 建房 规划 控规 用地 国土 土地证 确权 采矿 挖山 挖沙 采砂
    山体滑坡 滑坡 地质灾害 违法占地 测绘 林权 采光 容积率 选址 荒山 界址
文化旅游: 旅游 景区 景点 导游 旅行社 门票 酒店 民宿 游客 购物店 低价游 图书馆 博物馆 文物 古建筑
    古城 文化馆 体育馆 健身器材 电影院 演唱会 网吧 剧院 非遗 游乐场
通信: 移动公司 联通 电信 宽带 网速 流量 话费 套餐 手机卡 信号 基站 运营商 携号转网 增值业务
    10086 10010 10000 光纤 有线电视 销户 骚扰电话 快递 邮政 包裹 驿站 丢件
税务: 税务 税务局 个税 退税 契税 增值税 发票 开票 纳税 报税 欠税 偷税 漏税 滞纳金 汇算 印花税 完税
    非正常户
法院司法: 法院 法官 判决 执行局 强制执行 审理 开庭 起诉 立案 诉讼 律师 仲裁 鉴定 司法 公证 调解
    法律援助 检察院 老赖 失信 上诉 再审 复议 信访
"""


def _read(lists: str) -> dict[str, tuple[str, ...]]:
    """`topic: term term …`, where indented lines go on with the topic above."""
    topics = (entry.split(":") for entry in lists.replace("\n    ", " ").strip().splitlines())
    return {topic: tuple(terms.split()) for topic, terms in topics}


TOPICS: Final = _read(_LISTS)


@lru_cache(maxsize=1)
def _finder() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """One pattern for all terms, the longest first, and the topics that each term speaks for."""
    owners: dict[str, tuple[str, ...]] = {}
    for topic, terms in TOPICS.items():
        for term in terms:
            owners[term] = (*owners.get(term, ()), topic)
    longest_first = sorted(owners, key=lambda term: (-len(term), term))
    return re.compile("|".join(map(re.escape, longest_first))), owners


def topic_scores(text: str) -> list[tuple[str, float]]:
    """Topics with a term in the text, highest score first; empty where nothing is known.

    A term counts once, for its length in characters (a longer term says more), shared among its topics.
    """
    pattern, owners = _finder()
    scores = dict.fromkeys(TOPICS, 0.0)
    for term in sorted(set(pattern.findall(clean(text)))):
        for topic in owners[term]:
            scores[topic] += len(term) / len(owners[term])
    return sorted(((topic, score) for topic, score in scores.items() if score), key=lambda pair: -pair[1])
