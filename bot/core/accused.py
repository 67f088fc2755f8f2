"""Who a message complains about: which of the city's own offices it seems to accuse. Only proposals; a dispatcher decides.

Naming an office is no accusation: “希望教育局管管” asks for help. Of an office, or of its people, something must be said
that is done or left undone: 推诿, 收钱, 态度恶劣. Precision as read by eye: docs/secrecy.md.
"""

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.case import DISPATCHERS, Event, EventKind
from bot.core.places import Words
from bot.core.routing import Placed, Route
from bot.core.script import simplified

PROPOSED = 3  # more offices than this in one message are a list, not an accusation


class NamedOffice(Placed, Protocol):
    """A department with its names, its places, and what stands above it."""

    @property
    def name(self) -> Words: ...


@dataclass(frozen=True, slots=True)
class Mention:
    """An office named in a sentence. `cue`: the words that accuse it; None when it is only named."""

    office: str
    start: int
    end: int
    cue: str | None


def with_below(named: Collection[str], offices: Iterable[NamedOffice]) -> tuple[str, ...]:
    """All who must not see a case that complains about `named`: these offices and those below them.

    Offices above may see it. Whoever sends cases on belongs to the triage desk, office or none.
    """
    known = list(offices)
    barred = set(named)
    while below := {o.id for o in known if o.parent in barred} - barred:
        barred |= below
    roles = [DISPATCHERS] if any(o.triage and o.id in barred for o in known) else []
    return (*(o.id for o in known if o.id in barred), *roles)


def named_in(accused: Collection[str], offices: Iterable[NamedOffice]) -> list[str]:
    """The offices that somebody named, without those that are there only for being below them."""
    return [o.id for o in offices if o.id in accused and o.parent not in accused]


def likely(text: str, offices: Sequence[NamedOffice]) -> tuple[str, ...]:
    """The offices that `text` seems to complain about, in the order they are named."""
    found = dict.fromkeys(m.office for m in mentions(text, offices) if m.cue)
    return tuple(found)[:PROPOSED]


def still_proposed(history: Sequence[Event]) -> tuple[str, ...]:
    """The offices that a message seems to complain about, until a dispatcher has said who is."""
    if any(event.kind is EventKind.ACCUSED for event in history):
        return ()
    return tuple(history[0].data.get("likely_accused", ())) if history else ()


def apart(where: Route, accused: Collection[str], offices: Sequence[NamedOffice]) -> Route:
    """The route of a message that seems to complain about `accused`: not to them, nor to those below them."""
    barred = with_below(accused, offices)
    if where.department not in barred:
        return where
    desk = next(o for o in offices if o.triage)
    likely = tuple(o for o in where.likely if o not in barred)
    return dataclasses.replace(where, department=desk.id, domain=None, triage=True, likely=likely)


def mentions(text: str, offices: Sequence[NamedOffice]) -> Iterator[Mention]:
    """Every office that is named, with what accuses it."""
    names = _names(offices)
    for sentence in _SENTENCE.finditer(simplified(text)):
        words = sentence.group()
        for office, start, end in names.found(words):
            cue = _accuses(words[:start], words[end:])
            yield Mention(office, sentence.start() + start, sentence.start() + end, cue)


# --- names

_SENTENCE = re.compile(r"[^。！？!?；;\n]+")
_OFFICE_OF_A_PLACE = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6}?(?:局|派出所|执法大?队|交警大?队|卫健委|纪委|党委|街道办(?:事处)?|办事处)"
    r"|(?:人民)?政府|镇府)"
)
_Said = tuple[str, tuple[str, ...], tuple[str, ...], bool]


def _said_of(office: NamedOffice) -> _Said:
    """(id, names, places, whether another serves some of the places too and is above)."""
    matters = {*office.domains, *office.topics}
    full = simplified(re.split(r"[（(]", office.name.get("zh-Hans"))[0])
    short = simplified(office.short.get("zh-Hans")) if office.short else ""
    names = [
        full,
        *map(simplified, office.aliases),
        *([short] if len(short) > 2 and short not in matters else []),
    ]
    # What is the name of a place, or its beginning, names the place.
    places = tuple(map(simplified, office.districts))
    said = [n for n in names if n and not any(place.startswith(n) for place in places)]
    return office.id, tuple(dict.fromkeys(said)), places, office.parent is None


class _Names:
    """All that offices are called, by the first character. A place's own office is the lowest one.

    A city has thousands of names: one pattern for all of them would be tried name by name at every character.
    """

    def __init__(self, offices: Sequence[NamedOffice]) -> None:
        by_name: dict[str, str] = {}
        places: dict[str, str] = {}
        for office, names, districts, top in map(_said_of, offices):
            for name in names:
                by_name.setdefault(name, office)
            for place in districts:
                if not top or place not in places:
                    places[place] = office
        # What is said of a place's office comes first, then the longest name.
        ordered = sorted(
            [
                *((name, office, True) for name, office in places.items()),
                *((n, o, False) for n, o in by_name.items()),
            ],
            key=lambda each: (not each[2], -len(each[0])),
        )
        self._starts: dict[str, list[tuple[str, str, bool]]] = {}
        for each in ordered:
            self._starts.setdefault(each[0][0], []).append(each)

    def found(self, words: str) -> Iterator[tuple[str, int, int]]:
        """(office, start, end) of every name, one behind the other."""
        at = 0
        while at < len(words):
            hit = self._at(words, at)
            if hit is not None:
                yield hit[0], at, hit[1]
            at = hit[1] if hit is not None else at + 1

    def _at(self, words: str, at: int) -> tuple[str, int] | None:
        """A place's office, unless one is called by that very name: 云岭县民政局 where there is one."""
        of_a_place: tuple[str, int] | None = None
        for name, office, is_place in self._starts.get(words[at], ()):
            if not words.startswith(name, at):
                continue
            end = at + len(name)
            if not is_place:
                return (office, end) if of_a_place is None or end >= of_a_place[1] else of_a_place
            if of_a_place is None and (rest := _OFFICE_OF_A_PLACE.match(words, end)) is not None:
                of_a_place = office, rest.end()
        return of_a_place


_made: list[
    tuple[Sequence[NamedOffice], _Names]
] = []  # for the last few directories: a desk asks with one, again and again


def _names(offices: Sequence[NamedOffice]) -> _Names:
    for known, names in _made:
        if known is offices:
            return names
    names = _Names(offices)
    _made.insert(0, (offices, names))
    del _made[4:]
    return names


# --- what accuses

_PEOPLE = (
    "工作人员|办事人员|办事员|窗口|执法人员|执法队员|队员|人员|领导|一把手|负责人|干部|公务员|局长|副局长|处长|科长|科员|"
    "主任|所长|副所长|站长|队长|大队长|镇长|乡长|书记|民警|交警|辅警|协警|警察|警员|员警|承办人|里长|职员|警官|干警|城管|的人(?!民)"
)
_GRAVE = (
    "收(?:了|受|取)?[^，,]{0,8}?(?:好处|红包|贿|黑钱|回扣|礼)|收(?:了|取)我[^，,]{0,8}?钱|收钱|受贿|索贿|索要|行贿|吃拿卡要|贪污|贪腐|腐败|挪用|侵吞|中饱私囊|"
    "以权谋私|滥用职权|滥用权力|利用职[权务]|权钱交易|保护伞|官商|勾结|串通|包庇|袒护|偏袒|纵容|"
    "通风报信|吃案|官官相护|关说|图利|渎职|失职|弄虚作假|欺上瞒下|知法犯法|违法乱纪|暴力执法|野蛮执法|选择性执法|钓鱼执法|"
    "乱收费|乱罚款|打人|骂人|辱骂|谩骂|殴打|恐吓|威胁"
)
_CONDUCT = (
    "不作为|乱作为|推托|卸责|摆烂|打官腔|慢作为|懒政|怠政|庸政|推诿|扯皮|踢皮球|踢来踢去|推脱|推卸|推来推去|互相推|相互推|敷衍|刁难|为难|"
    "态度[^，,。]{0,4}?(?:恶劣|差|不好|蛮横|傲慢|冷漠|强硬|嚣张|粗暴)|蛮横|傲慢|粗暴|嚣张|爱理不理|不理不睬|置之不理|"
    "不予理[睬会]|不闻不问|不管不问|不管不顾|视而不见|熟视无睹|无动于衷|睁[一]?只眼|充耳不闻|形同虚设|"
    "拖延|拖着不|拖了[^，,]{0,6}不|一拖再拖|一直拖|迟迟不|拒不|拒绝[^，,]{0,4}(?:受理|立案|办理|履行|公开)|不肯|"
    "不(?:予|给|愿)?(?:受理|立案)|不依法|不履行|不负责任|欺压|欺负|忽悠|糊弄|蒙骗|欺骗|哄骗|玩忽职守|互踢"
)
_SILENCE = (
    "推诿|扯皮|踢皮球|踢来踢去|推脱|推来推去|互相推|相互推|敷衍|置之不理|不理不睬|爱理不理|不闻不问|不管不问|"
    "态度[^，,。]{0,4}?(?:恶劣|差|不好|蛮横|傲慢|冷漠|强硬)|不作为|刁难|不予理[睬会]"
)
_OTHERS = (
    "查处|查查|查一查|彻查|严查|整治|整顿|监管|监督|处理|打击|取缔|责令|督促|调查|治理|追究|制止|关注|介入|管管|管一管|"
    "检查|核查|解决|出面|帮助|帮忙|规范|约谈|通报|严惩|惩治|投诉|举报|反映|反应|告知|认定|批准|公司|企业|物业|开发商|学校|老师|医院|"
    "商家|老板|业主|房东|村委|居委|社区|工地|相关部门|有关部门|门口|门前|附近|旁边|关系|结论|记录|为由|协调|《|[，,]对|"
    "他(?!们)|她|颁布|下文|(?<!分)局"
)
_ASKS = re.compile(
    r"(?:请|希望|盼望|期盼|期望|建议|要求|恳求|请求|渴望|望|呼吁|由|让|需要|麻烦|期待|能否|是否|可否|为何没有)[^，,]{0,8}$"
)
_TOWARDS = re.compile(r"(?:在|向|到|去|找|给|跟|与|打|拨打|联系|询问|咨询|投诉|反映|报|问)[^，,]{0,6}$")
_REPORTS = re.compile(
    r"(?:举报|控告|检举|揭发|状告|实名反映)(?:一下)?(?!到|给|至|向)[^，,到给至向过了后被]{0,5}$"
)
_NO_DOOR = re.compile(r"电话|热线|平台|中心|网站|网|信箱|公众号|后|过|了|无果|多次|未果|没|，|,|:|：")
_DO_SOMETHING = re.compile(_OTHERS)
_OWN = re.compile(
    rf"^(?:的|里面?的?|有些|某些|个别|部分|一些|有|那些|某|几[个名位]|[一二两三]名?个?位?){{0,3}}[^，,]{{0,6}}?(?:{_PEOPLE})"
    rf"(?P<between>[^。]{{0,14}}?)(?P<cue>{_GRAVE}|{_CONDUCT})"
)
_ITSELF = re.compile(rf"^(?P<between>[^。]{{0,10}}?)(?P<cue>{_GRAVE}|{_CONDUCT})")
_ANSWERED = re.compile(rf"^(?P<between>[^。]{{0,20}}?)(?P<cue>{_SILENCE})")
_DENIED = re.compile(r"(?:没有?|不得?|并非|不是|不要|别|禁止|防止|杜绝|如果|若|无)$")


def _accuses(before: str, after: str) -> str | None:
    """The words of a sentence that accuse the office named between `before` and `after`."""
    if _ASKS.search(before):
        return None
    if _REPORTS.search(before) and not _NO_DOOR.match(after):
        return before[-6:]
    ways = (_OWN, _ANSWERED) if _TOWARDS.search(before) else (_OWN, _ITSELF)
    for way in ways:
        hit = way.match(after)
        if hit and not _DENIED.search(hit["between"]) and not _DO_SOMETHING.search(hit["between"]):
            return hit["cue"]
    return None
