"""What the Chinese name of an office tells: the places that it begins with, and what it is called in short.

Simplified characters. Nothing is made up: a name that says too little, or is built in another way, has no short one.
"""

import re

SHORT_LIMIT = 12
# 城乡建设, 城镇, 社区 and 城市管理 name no place.
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{1,6}?县|[\u4e00-\u9fff]{2,7}?(?:(?<![社小])区|旗|(?<!城)镇|(?<!城)乡|街道|(?<![城都])市)"
)
_COUNTY = re.compile(r".*[县区旗市]$")
_KNOWN = {
    "人力资源和社会保障": "人社", "住房和城乡建设": "住建", "市场监督管理": "市场监管", "卫生健康": "卫健",
    "城市管理和综合执法": "城管", "城市管理综合行政执法": "城管", "城市管理": "城管", "综合行政执法": "综合执法",
    "交通运输": "交通", "医疗保障": "医保", "教育体育": "教体", "教育和体育": "教体", "文化广电和旅游": "文旅",
    "文化广电旅游": "文旅", "文化和旅游": "文旅", "发展和改革": "发改", "发展改革": "发改", "工业和信息化": "工信",
    "自然资源和规划": "自然资源", "规划和自然资源": "自然资源", "退役军人事务": "退役军人", "应急管理": "应急",
    "行政审批服务": "审批", "行政审批": "审批", "社会保险事业": "社保", "社会保险": "社保", "劳动就业": "就业",
    "住房公积金": "公积金", "科学技术": "科技", "政务服务": "政务服务", "农业农村": "农业农村", "生态环境": "生态环境",
}  # fmt: skip
_BODY = r"(?:管理|服务)?(?:局|委员会|委|厅|处|署|中心|办公室)"
_KNOWN_OFFICE = re.compile(rf"({'|'.join(sorted(_KNOWN, key=len, reverse=True))}){_BODY}")
_PLAIN_OFFICE = re.compile(r"(?!.*[村居]民)([\u4e00-\u9fff]{2,4}?)(?:管理)?(?:局|委员会|厅|处|署)")
# The office for everything in a place is called as the place.
_WHOLE = re.compile(r"(?:人民)?政府|公所|办事处|管委会|管理委员会|(?:民声)?(?:综合)?受理中心|便民服务中心")


def places(name: str) -> tuple[tuple[str, ...], str]:
    """The places that a name begins with, and what follows: 清河县柳林镇便民服务中心."""
    found: list[str] = []
    while not _matter(name) and (match := _PLACE.match(name)) is not None:
        found.append(match[0])
        name = name[match.end() :]
    return tuple(found), name


def is_county(place: str) -> bool:
    return _COUNTY.fullmatch(place) is not None


def shorts(name: str, city: str) -> list[str]:
    """What an office could be called in short, the shortest first: 清河县教育局 is 清河教育, 柳林镇人民政府 柳林镇."""
    rest = re.sub(r"（.*）$", "", name.removeprefix(city))
    where, rest = places(rest)
    if not where:
        rest = re.sub(r"^[市县区](?=..)(?!场)", "", rest)
    stems = [_stem(place) for place in where]
    if stems and (not rest or _WHOLE.fullmatch(rest)):
        found = [where[-1], "".join(stems[:-1]) + where[-1]]
    elif (matter := _matter(rest)) is not None:
        found = [stems[-1] + matter, "".join(stems) + matter] if stems else [matter]
    else:
        found = []
    return [short for short in dict.fromkeys(found) if len(short) <= SHORT_LIMIT and short != name]


def _matter(rest: str) -> str | None:
    if known := _KNOWN_OFFICE.fullmatch(rest):
        return _KNOWN[known[1]]
    plain = _PLAIN_OFFICE.fullmatch(rest)
    return plain[1] if plain and not _PLACE.match(rest) else None


def _stem(place: str) -> str:
    """清河 of 清河县; 唐县 stays."""
    stem = re.sub(r"(?:自治)?[县区旗市镇乡]$|街道$", "", place)
    return stem if len(stem) > 1 else place
