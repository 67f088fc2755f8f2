"""Moments that a Chinese sentence names, and whether they lie ahead: 12月5日, 周五前, 三个工作日内, 2026年一季度."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.core.script import simplified


class Tense(StrEnum):
    PAST = "past"
    NEXT = "next"
    EITHER = "either"  # 本周五, 今天: only the sentence would tell


@dataclass(frozen=True, slots=True)
class Moment:
    start: int
    end: int
    tense: Tense

    @property
    def may_be_past(self) -> bool:
        return self.tense is not Tense.NEXT

    @property
    def may_be_next(self) -> bool:
        return self.tense is not Tense.PAST


_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_MANY = rf"(?:\d{{1,3}}|[一二两三四五六七八九十]{{1,3}}|数|几)(?:\s*[-–—~～至到]\s*{_N})?"
_UNIT = "(?:个?工作[日天]|个?自然日|天|日|个?(?:星期|礼拜)|周|个?月|个?(?:小时|钟头)|分钟|个?季度|年)"
_CALENDAR = re.compile(
    r"(?<!\d)(?P<dots>(?P<y1>20\d\d)[./-](?P<m1>\d{1,2})[./-](?P<d1>\d{1,2}))(?!\d)"
    rf"|(?:(?P<year>(?<!\d)20\d\d|民国\d\d\d?|二[〇零○]..|今|明|去|前|后|本)年(?:度)?)?的?第?"
    rf"(?:(?P<quarter>[一二三四1-4])个?季度|(?P<half>[上下])半年"
    rf"|(?P<month>(?<!\d){_N}|本|当|下个?|上个?|这个)月份?(?:的)?(?:(?P<day>(?<!\d){_N})[日号]|(?P<part>底|末|初|[上中下]旬))?)"
    r"|(?P<only>(?<!\d)20\d\d|民国\d\d\d?|二[〇零○]..|今|明|去|前|后|本)年(?:度)?(?P<end>底|末|初|中|内|春节|国庆|暑假|寒假)?"
)
# Not 日: 三日前 is as often before the third.
_TERM = re.compile(
    rf"(?P<next>{_MANY}{_UNIT}(?:之内|以内|内|后|之后|以后))|(?P<past>{_MANY}(?:天|个?(?:星期|礼拜)|周|个月|个?小时|年)(?:之前|以前|前))"
)
_PAST = re.compile("昨[天日晚]|前天|上个?(?:周|星期|礼拜)[一二三四五六日天末]?|日前|当[天日晚]|次日|第二天")
_NEXT = re.compile(
    "明[天日早晚]|后天|下个?(?:周|星期|礼拜)[一二三四五六日天末]?|(?:周|星期|礼拜)[一二三四五六日天末]之?前|月底|月末|年底|年末|年内|"
    "(?:春节|元旦|清明|五一|端午|中秋|国庆|节|开学|汛期|入冬|供暖季?|暑假|寒假|学期)(?:之|以)?(?:前|后|期间|结束)|今后每[天周月]|每[天日周月]"
)
_EITHER = re.compile(
    r"今[天日早晚]|本(?:周|星期|礼拜)[一二三四五六日天末内]?|这个?(?:周|星期|礼拜)[一二三四五六日天末]?|(?<![至到—-])(?:周|星期|礼拜)[一二三四五六日天](?!\s*[至到—-])|"
    rf"(?<![\d月第]){_N}(?:日(?!常|均)|号(?=之?前|上午|下午|[早晚到去，]))"
)
_AIMED = re.compile("(?:力争|争取|预计|计划|拟|将|确保|有望)[^，。；]{0,3}$")
_DIGITS = {ch: i for i, ch in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}


def moments(text: str, today: date) -> list[Moment]:
    """Every moment named in `text`, in order. A day without a year is the nearest one to `today`."""
    found = [Moment(m.start(), m.end(), tense) for m, tense in _all(simplified(text), today)]
    found.sort(key=lambda moment: (moment.start, -moment.end))
    kept: list[Moment] = []
    for moment in found:
        if not kept or moment.start >= kept[-1].end:
            kept.append(moment)
    return kept


def day_in(text: str, today: date) -> tuple[date, int, int] | None:
    """The first calendar day that `text` names, with where it stands; of a month or quarter the last day.

    A day without a year is the next one, for what lies ahead is meant.
    """
    for match in _CALENDAR.finditer(simplified(text)):
        last = _last_day(match, today)
        if last is None:
            continue
        unsaid = not (match["dots"] or match["only"] or match["year"])
        if unsaid and last < today and not (match["month"] and match["month"][0] in "本当这上"):
            # The 29th of February has no next year.
            last = _day(last.year + 1, last.month, last.day) or last
        return last, match.start(), match.end()
    return None


def _all(text: str, today: date) -> Iterator[tuple[re.Match[str], Tense]]:
    for match in _CALENDAR.finditer(text):
        if tense := _placed(match, today):
            yield match, tense
    for match in _TERM.finditer(text):
        yield match, Tense.NEXT if match["next"] else Tense.PAST
    for pattern, tense in ((_PAST, Tense.PAST), (_NEXT, Tense.NEXT), (_EITHER, Tense.EITHER)):
        for match in pattern.finditer(text):
            yield match, tense


def _placed(match: re.Match[str], today: date) -> Tense | None:
    """Past or ahead, by the last day that is meant; None for what is no date (十三月)."""
    last = _last_day(match, today)
    if last is None:
        return None
    if match["only"] and last.year == today.year and not match["end"] and not _meant(match):
        return Tense.PAST  # 今年以来, 2026年启动了
    return Tense.EITHER if last == today else Tense.NEXT if last > today else Tense.PAST


def _last_day(match: re.Match[str], today: date) -> date | None:
    """The last day that is meant; None for what is no date (十三月)."""
    if match["dots"]:
        return _day(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    if match["only"]:
        year = _year(match["only"], today)
        return date(year, 1, 31) if match["end"] == "初" else date(year, 12, 31)
    return _within(match, _year(match["year"], today) if match["year"] else None, today)


def _meant(match: re.Match[str]) -> bool:
    """Whether a bare 今年 or 2026年 is a term: 争取今年完成, 今年将开工."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return bool(_AIMED.search(before) or re.match("[^，。；]{0,4}(?:将|拟|计划|可)", after))


def _within(match: re.Match[str], year: int | None, today: date) -> date | None:
    """The last day of a quarter, half or month, or the day itself."""
    if match["quarter"]:
        last = _day(year or today.year, 3 * _number(match["quarter"]), 0)
    elif match["half"]:
        last = _day(year or today.year, 6 if match["half"] == "上" else 12, 0)
    else:
        name = match["month"]
        if name[0] in "本当这":
            month = today.month
        elif name[0] in "下上":
            shifted = today.replace(day=1) + timedelta(days=32 if name[0] == "下" else -1)
            year, month = shifted.year, shifted.month
        else:
            month = _number(name)
        part = {"初": 10, "上旬": 10, "中旬": 20}.get(match["part"] or "", 0)
        day = _number(match["day"]) if match["day"] else part
        last = _day(year or today.year, month, day)
        if last is not None and year is None:
            # In December 1月5日 is ahead, in January 12月5日 is past.
            if (last - today).days < -183:
                last = _day(today.year + 1, month, day)
            elif (last - today).days > 183:
                last = _day(today.year - 1, month, day)
    return last


def _day(year: int, month: int, day: int) -> date | None:
    """A date; day 0 is the month's last."""
    if not 1 <= month <= 12:
        return None
    end = calendar.monthrange(year, month)[1]
    return date(year, month, day or end) if 0 <= day <= end else None


def _year(name: str, today: date) -> int:
    shift = {"今": 0, "本": 0, "明": 1, "后": 2, "去": -1, "前": -2}.get(name)
    if shift is not None:
        return today.year + shift
    if name.isdigit():
        return int(name)
    if name.startswith("民国"):
        return 1911 + int(name[2:])
    return 2000 + int("".join(str(_DIGITS.get(ch, 0)) for ch in name[1:]))


def _number(word: str) -> int:
    """1 to 99 in digits or as 二十一."""
    if word.isdigit():
        return int(word)
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return _DIGITS.get(word, 0)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
