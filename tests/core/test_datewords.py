"""Which moments a sentence names, on Sunday 22 November 2026, and whether they are past or ahead."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.core.datewords import Tense, moments
from tests.rows import each_row
from tests.scripts import written

TODAY = date(2026, 11, 22)
PAST, NEXT, EITHER = Tense.PAST, Tense.NEXT, Tense.EITHER


@each_row(
    ("text", "tenses"),
    [
        ("12月5日前答复您", [NEXT]),
        ("十二月五日前答复您", [NEXT]),
        ("11月20日到现场", [PAST]),
        ("11月22日上午到现场", [EITHER]),
        ("1月5日前完成", [NEXT]),
        ("2026.12.5 前完成", [NEXT]),
        ("2025年3月", [PAST]),
        ("2026年一季度已做完", [PAST]),
        ("2027年一季度", [NEXT]),
        ("明年第二季度动工", [NEXT]),
        ("二〇二七年三月动工", [NEXT]),
        ("今年上半年", [PAST]),
        ("下半年完工", [NEXT]),
        ("12月上旬", [NEXT]),
        ("本月底前", [NEXT]),
        ("下个月验收", [NEXT]),
        ("上个月下发了通知", [PAST]),
        ("本周五到现场", [EITHER]),
        ("周五前给您打电话", [NEXT]),
        ("下周三复查", [NEXT]),
        ("明天上午", [NEXT]),
        ("昨天下午", [PAST]),
        ("三个工作日内", [NEXT]),
        ("五個工作天內", [NEXT]),
        ("下禮拜三複查", [NEXT]),
        ("兩週後", [NEXT]),
        ("民國116年3月1日前", [NEXT]),
        ("民國114年12月", [PAST]),
        ("3至5个工作日内", [NEXT]),
        ("48小时内", [NEXT]),
        ("两周后", [NEXT]),
        ("三天前", [PAST]),
        ("年底前", [NEXT]),
        ("2026年底前", [NEXT]),
        ("争取今年完成", [NEXT]),
        ("今年以来降雨少", [PAST]),
        ("2026年启动了改造", [PAST]),
        ("春节前恢复供暖", [NEXT]),
        ("11月18日查看，12月1日前修好", [PAST, NEXT]),
        ("二十一日前", [EITHER]),
        ("东茅街78号下水道", []),
        ("第3日常维护", []),
        ("星期一至星期五开放", []),
        ("13月40日", []),
        ("电话 0000-8880102", []),
        ("尽快处理", []),
        ("", []),
    ],
)
def test_moments(text: str, tenses: list[Tense]) -> None:
    for each in written(text):
        assert [moment.tense for moment in moments(each, TODAY)] == tenses, each


def test_the_nearest_day_is_meant() -> None:
    assert [m.tense for m in moments("12月28日", date(2027, 1, 3))] == [PAST]
    assert [m.tense for m in moments("1月3日", date(2026, 12, 28))] == [NEXT]


@given(
    st.text(
        alphabet="0123456789一二三四五六七八九十〇零年月日号周星期上下本今明去前后内底季度半个工作天旬.-/ 第的至",
        max_size=40,
    ),
    st.dates(date(2000, 1, 1), date(2100, 12, 31)),
)
def test_no_text_and_no_day_raises(text: str, today: date) -> None:
    found = moments(text, today)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
