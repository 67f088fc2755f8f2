"""The departments that a city begins with when its settings name none: its triage desk and who leads the eight domains."""

from collections.abc import Sequence

from bot.departments import Department, LocalText
from bot.texts.script import in_script_of

# What they are usually called there, without the city; admins give them their own names in the chat.
# id, name, short name, English name, domains, topics
_Row = tuple[str, str, str, str, Sequence[str], Sequence[str]]
_USUAL: dict[str, tuple[_Row, ...]] = {
    "CN": (
        ("renshe", "人力资源和社会保障局", "人社", "Human Resources Bureau", ("就业", "社保"), ()),
        ("jiaoyu", "教育局", "教育", "Education Bureau", ("教育",), ()),
        ("weijian", "卫生健康委员会", "卫健", "Health Commission", ("医疗",), ()),
        ("zhujian", "住房和城乡建设局", "住建", "Housing Bureau", ("住房",), ()),
        ("minzheng", "民政局", "民政", "Civil Affairs Bureau", ("养老",), ()),
        ("shichang", "市场监督管理局", "市场监管", "Market Regulation Bureau", ("食品安全",), ("市场监管",)),
        ("gongan", "公安局", "公安", "Public Security Bureau", ("社会治安",), ("公安户籍",)),
    ),
    "TW": (
        ("labour", "勞動局", "勞動", "Labor Bureau", ("就业",), ()),
        ("education", "教育局", "教育", "Education Bureau", ("教育",), ()),
        ("social", "社會局", "社會", "Social Welfare Bureau", ("社保", "养老"), ()),
        ("health", "衛生局", "衛生", "Health Bureau", ("医疗", "食品安全"), ()),
        ("urban", "都市發展局", "都發", "Urban Development Bureau", ("住房",), ()),
        ("police", "警察局", "警察", "Police Bureau", ("社会治安",), ()),
    ),
    "HK": (
        ("labour", "勞工處", "勞工", "Labour Department", ("就业",), ()),
        ("education", "教育局", "教育", "Education Bureau", ("教育",), ()),
        ("welfare", "社會福利署", "社署", "Social Welfare Department", ("社保", "养老"), ()),
        ("health", "衞生署", "衞生", "Department of Health", ("医疗",), ()),
        ("housing", "房屋署", "房屋", "Housing Department", ("住房",), ()),
        ("food", "食物環境衞生署", "食環", "Food and Environmental Hygiene", ("食品安全",), ()),
        ("police", "警務處", "警務", "Police Force", ("社会治安",), ()),
    ),
    "MO": (
        ("labour", "勞工事務局", "勞工", "Labour Affairs Bureau", ("就业",), ()),
        ("education", "教育及青年發展局", "教青", "Education Bureau", ("教育",), ()),
        ("pension", "社會保障基金", "社保", "Social Security Fund", ("社保",), ()),
        ("health", "衛生局", "衛生", "Health Bureau", ("医疗",), ()),
        ("housing", "房屋局", "房屋", "Housing Bureau", ("住房",), ()),
        ("social", "社會工作局", "社工", "Social Welfare Bureau", ("养老",), ()),
        ("food", "市政署", "市政", "Municipal Affairs Bureau", ("食品安全",), ()),
        ("police", "治安警察局", "治安", "Public Security Police", ("社会治安",), ()),
    ),
}
_DESK = ("民声综合受理中心", "综合受理", "General Intake Desk", "General Desk")


def departments(city: LocalText, region: str) -> tuple[Department, ...]:
    """Without telephone numbers: nobody knows them yet."""
    name, short, english, short_english = _DESK
    desk = Department.model_validate(
        {
            "id": "triage",
            "level": "city",
            "name": _named(city, name, english),
            "short": {"zh-Hans": short, "en": short_english},
            "triage": True,
        }
    )
    leaders = [
        Department.model_validate(
            {
                "id": office,
                "level": "city",
                "name": _named(city, named, in_english),
                "short": {"zh-Hans": in_script_of("zh-Hans", shortly)},
                "domains": domains,
                "topics": topics,
            }
        )
        for office, named, shortly, in_english, domains, topics in _USUAL[region]
    ]
    return (desk, *leaders)


def _named(city: LocalText, name: str, english: str) -> LocalText:
    names = {"zh-Hans": city.get("zh-Hans") + in_script_of("zh-Hans", name)}
    names["en"] = f"{city.en} {english}" if city.en else english
    if city.zh_hant:
        names["zh-Hant"] = city.zh_hant + in_script_of("zh-Hant", name)
    return LocalText.model_validate(names)
