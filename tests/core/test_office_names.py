"""What an office's name tells: places, and a short name for buttons."""

from bot.core.office_names import places, shorts
from tests.rows import each_row

SHORT = [
    ("白水市人力资源和社会保障局", ["人社"]),
    ("市人力资源和社会保障局", ["人社"]),
    ("市场监督管理局", ["市场监管"]),
    ("白水市市场监督管理局", ["市场监管"]),
    ("白水市住房和城乡建设局", ["住建"]),
    ("白水市城市管理局", ["城管"]),
    ("白水市住房公积金管理中心", ["公积金"]),
    ("白水市卫生健康委员会", ["卫健"]),
    ("望江市民政局（养老服务）", ["望江民政"]),
    ("教育局", ["教育"]),
    ("白水市应急管理局", ["应急"]),
    ("清河县教育局", ["清河教育"]),
    ("白水市清河县住房和城乡建设局", ["清河住建"]),
    ("唐县教育局", ["唐县教育"]),
    ("清河县民声受理中心", ["清河县"]),
    ("清河县柳林镇便民服务中心", ["柳林镇", "清河柳林镇"]),
    ("清河县城关镇卫生健康局", ["城关卫健", "清河城关卫健"]),
    ("白云区城关街道办事处", ["城关街道", "白云城关街道"]),
    ("柳林镇人民政府", ["柳林镇"]),
    ("白云区公所", ["白云区"]),
    # nothing that anybody would call it
    ("白水市行政服务中心", []),
    ("白水市第一人民医院", []),
    ("清河县李家村村民委员会", []),
    ("白水市供销合作社联合社", []),
    ("社区矫正中心", []),
    ("Water Bureau", []),
]


@each_row(("name", "expected"), SHORT)
def test_a_short_name_is_the_one_that_people_use(name: str, expected: list[str]) -> None:
    assert shorts(name, "白水市") == expected


PLACES = [
    ("清河县教育局", ("清河县",)),
    ("清河县柳林镇便民服务中心", ("清河县", "柳林镇")),
    ("白云区城关街道办事处", ("白云区", "城关街道")),
    ("住房和城乡建设局", ()),
    ("清河县住房和城乡建设局", ("清河县",)),
    ("城市管理局", ()),
    ("城镇供水管理处", ()),
    ("社区服务中心", ()),
    ("市场监督管理局", ()),
]


@each_row(("name", "expected"), PLACES)
def test_the_places_that_a_name_begins_with(name: str, expected: tuple[str, ...]) -> None:
    assert places(name)[0] == expected
