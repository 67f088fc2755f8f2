"""What a model can say: the labels of the guide, or those of another office's data.

The order of a scheme's labels, topics and types is the order of every array of a model.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

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

MOST_LABELS: Final = 500
MOST_TOPICS: Final = 2_000
LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Scheme:
    """The labels of a model, the one that says that no domain leads (the last, if there is one), the topics of
    each label (all labels have some or none has), the types, and whether urgency is judged.

    ValueError says what is wrong with a scheme.
    """

    labels: tuple[str, ...]
    none: str | None = None
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    kinds: tuple[str, ...] = ()
    urgency: bool = False

    def __post_init__(self) -> None:
        _check_names("labels", self.labels, MOST_LABELS)
        if len(self.labels) < 2:
            raise ValueError("labels must be two at least")
        if TRIAGE in self.labels:
            raise ValueError(f"labels must not hold {TRIAGE!r}, which is the queue of unsure messages")
        if self.none is not None and self.none != self.labels[-1]:
            raise ValueError(f"labels must end with {self.none!r}, the label of no domain")
        if self.topics and set(self.topics) != set(self.labels):
            raise ValueError("topics must be given for every label or for none")
        for label, topics in self.topics.items():
            _check_names(f"topics of {label}", topics, MOST_TOPICS)
            if not topics:
                raise ValueError(f"topics of {label} are empty")
        if sum(map(len, self.topics.values())) > MOST_TOPICS:
            raise ValueError(f"topics are more than {MOST_TOPICS}")
        _check_names("kinds", self.kinds, MOST_LABELS)
        if len(self.kinds) == 1:
            raise ValueError("kinds must be two at least, or none")

    @property
    def domains(self) -> tuple[str, ...]:
        """The labels that have a queue."""
        return self.labels if self.none is None else self.labels[:-1]

    def as_json(self) -> dict[str, Any]:
        return {
            "labels": list(self.labels),
            "none": self.none,
            "topics": [list(self.topics[label]) for label in self.labels] if self.topics else [],
            "kinds": list(self.kinds),
            "urgency": self.urgency,
        }

    @classmethod
    def of_json(cls, data: Any) -> Scheme:
        """What `as_json` gave; ValueError says what is wrong."""
        if not isinstance(data, dict):
            raise ValueError("it is not an object")
        for name in ("labels", "topics", "kinds"):
            if not isinstance(data.get(name), list):
                raise ValueError(f"{name} is not a list")
        labels, topics, none, urgency = data["labels"], data["topics"], data.get("none"), data.get("urgency")
        if not all(isinstance(listed, list) for listed in topics) or len(topics) not in (0, len(labels)):
            raise ValueError("topics must be one list a label, or empty")
        if not isinstance(none, str | None) or not isinstance(urgency, bool):
            raise ValueError("none must be a label or null, and urgency true or false")
        _check_names("labels", labels, MOST_LABELS)
        by_label = dict(zip(labels, map(tuple, topics), strict=True)) if topics else {}
        return cls(tuple(labels), none, by_label, tuple(data["kinds"]), urgency)


def _check_names(what: str, names: Iterable[Any], most: int) -> None:
    listed = list(names)
    if len(listed) > most:
        raise ValueError(f"{what} are more than {most}")
    for name in listed:
        if not isinstance(name, str) or not name.strip() or len(name) > LONGEST or not name.isprintable():
            raise ValueError(
                f"{what} hold {str(name)[:LONGEST]!r}, which is not a name of 1 to {LONGEST} characters"
            )
    if len(set(listed)) < len(listed):
        twice = next(name for number, name in enumerate(listed) if name in listed[:number])
        raise ValueError(f"{what} hold {twice!r} twice")


GUIDE: Final = Scheme(LABELS, NONE, TOPICS, KINDS, urgency=True)
