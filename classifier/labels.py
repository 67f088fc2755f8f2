"""The labels of the labelling guide and their order, which every array of a model follows."""

from __future__ import annotations

from typing import Final

DOMAINS: Final[tuple[str, ...]] = (
    "就业",
    "教育",
    "社保",
    "医疗",
    "住房",
    "养老",
    "食品安全",
    "社会治安",
)
NONE: Final = "其他"
LABELS: Final[tuple[str, ...]] = (*DOMAINS, NONE)
TRIAGE: Final = "triage"

FILES: Final[dict[str, str]] = {
    "就业": "employment.jsonl",
    "教育": "education.jsonl",
    "社保": "social_security.jsonl",
    "医疗": "medical.jsonl",
    "住房": "housing.jsonl",
    "养老": "elderly.jsonl",
    "食品安全": "food_safety.jsonl",
    "社会治安": "public_safety.jsonl",
    "其他": "other.jsonl",
}

KINDS: Final[tuple[str, ...]] = ("投诉", "求助", "咨询", "建议", "举报")

# What a message is about, below its domain; the topics of no domain name the office that would lead.
TOPICS: Final[dict[str, tuple[str, ...]]] = {
    "就业": ("欠薪", "劳动合同", "招聘考试", "就业服务"),
    "教育": ("入学学区", "教育收费", "教学师德", "校园管理", "校外培训", "教师待遇"),
    "社保": ("养老金", "医保报销", "工伤失业生育", "低保救助", "残疾优抚"),
    "医疗": ("医院服务", "医疗费用", "医疗纠纷", "药品疫苗防疫", "医护托育"),
    "住房": ("物业管理", "开发商交房", "产权办证", "保障房", "征拆安置", "房屋维修改造", "公积金租房"),
    "养老": ("养老机构", "居家社区养老", "老年优待", "老年活动场所"),
    "食品安全": ("餐饮外卖", "食堂", "假冒变质食品", "保健食品"),
    "社会治安": ("盗抢", "诈骗集资", "黄赌毒", "暴力威胁", "消防隐患", "警务"),
    "其他": (
        "城管", "交通", "生态环境", "公用事业", "市场监管", "公安户籍", "农业农村",
        "自然资源", "文化旅游", "通信", "税务金融", "法院司法", "干部作风",
    ),
}  # fmt: skip
