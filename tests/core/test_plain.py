"""What people type, made plain: nothing invisible, nothing cut in two, nothing too long."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.plain import clean, clip, headline, likeness, says_something, title_of, units
from tests.rows import each_row

FAMILY = "👨\u200d👩\u200d👧"


@each_row(
    ("typed", "plain"),
    [
        ("  路灯坏了 \n", "路灯坏了"),
        ("路\u200b灯\u2060坏\ufeff了\u00ad", "路灯坏了"),
        ("\u202e路灯\u202c\u2066坏了\u2069\u200f", "路灯坏了"),
        ("路灯\x00坏了\x1b\x85", "路灯坏了"),
        ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
        ("一\n\n\n\n\n二", "一\n\n二"),
        ("一\u2029二", "一\n\n二"),
        ("一\t二", "一\t二"),
        (FAMILY, FAMILY),
        ("नमस्\u200dते", "नमस्\u200dते"),
        ("坏\ud83d了", "坏了"),
        ("\u3164\u115f\u2800", ""),
        ("", ""),
    ],
)
def test_clean(typed: str, plain: str) -> None:
    assert clean(typed) == plain


@given(st.text())
def test_cleaning_is_done_once_and_can_be_stored(typed: str) -> None:
    once = clean(typed)
    assert clean(once) == once
    once.encode("utf-8")


@each_row("text", ["坏", "a", "7", "？", "🚨", "❤️"])
def test_something_is_said(text: str) -> None:
    assert says_something(text)


@each_row("text", ["", " \n\t", "\u200b\u200d", "\u200d\ufe0f", "\u2800", "\u0301", "\x00"])
def test_nothing_is_said(text: str) -> None:
    assert not says_something(text)


@each_row(
    ("text", "length"), [("", 0), ("abc", 3), ("路灯", 2), ("🚨", 2), (FAMILY, 8), ("🇨🇳", 4), ("\ud83d", 1)]
)
def test_units_are_utf_16(text: str, length: int) -> None:
    assert units(text) == length


@each_row(
    ("text", "limit", "cut"),
    [
        ("路灯坏了", 4, "路灯坏了"),
        ("路灯坏了", 3, "路灯…"),
        ("路灯坏了", 1, "…"),
        ("路灯坏了", 0, ""),
        ("🚨🚨🚨", 6, "🚨🚨🚨"),
        ("🚨🚨🚨", 5, "🚨🚨…"),
        ("🚨🚨🚨", 4, "🚨…"),
        (f"好{FAMILY}好", 8, "好…"),
        (f"好{FAMILY}好", 9, "好…"),
        (f"好{FAMILY}好", 10, f"好{FAMILY}好"),
        ("好🇨🇳好好", 5, "好…"),
        ("🇨🇳🇭🇰好", 8, "🇨🇳…"),
        ("好👍🏽好好", 4, "好…"),
        ("好e\u0301好好", 3, "好…"),
        ("好1️⃣好好", 3, "好…"),
        ("The lift in our building has been out of order", 30, "The lift in our building has…"),
        ("The lift in our building has been out of order", 29, "The lift in our building has…"),
        ("The lift, which stands", 13, "The lift…"),
        ("Бабушка упала на лестнице", 15, "Бабушка упала…"),
        ("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 10, "Aaaaaaaaa…"),
        ("小区的wifi一直连不上", 6, "小区的wi…"),
    ],
)
def test_clip(text: str, limit: int, cut: str) -> None:
    assert clip(text, limit) == cut


@given(st.text(st.sampled_from("字a🚨\u200d👨🏽🇨🇳\ufe0f\u0301 \n")), st.integers(0, 40))
def test_clip_never_exceeds_and_keeps_a_beginning(text: str, limit: int) -> None:
    cut = clip(text, limit)
    assert units(cut) <= limit
    if cut != text:
        assert text.startswith(cut.removesuffix("…"))
        assert not limit or cut.endswith("…")
        cut.encode("utf-8")


@each_row(
    ("text", "title", "rest"),
    [
        ("电梯坏了\n半个月没人修", "电梯坏了", "半个月没人修"),
        (" 电梯坏了 \n\n半个月没人修\n", "电梯坏了", "半个月没人修"),
        ("电梯坏了", None, "电梯坏了"),
        ("电梯坏了\n", None, "电梯坏了\n"),
        ("长" * 41 + "\n短", None, "长" * 41 + "\n短"),
        ("长" * 40 + "\n短", "长" * 40, "短"),
        ("\n只有正文", None, "\n只有正文"),
    ],
)
def test_title_of(text: str, title: str | None, rest: str) -> None:
    assert title_of(text) == (title, rest)


@each_row(
    ("text", "line"),
    [
        ("电梯坏了。物业不管。", "电梯坏了"),
        ("标题\n正文。", "标题"),
        ("怎么办？急", "怎么办"),
        ("。电梯坏了", "电梯坏了"),
        ("！！！", "！！！"),
        ("字" * 50, "字" * 29 + "…"),
        ("a   b\tc", "a b c"),
        ("尊敬的张书记：您好！电梯坏了。", "电梯坏了"),
        ("敬愛的市長：\n您好，電梯壞了", "電梯壞了"),
        ("Dear Sir or Madam,\nThe lift stands.", "The lift stands."),
        ("领导：", "领导："),
        ("", ""),
    ],
)
def test_headline(text: str, line: str) -> None:
    assert headline(text) == line


@given(st.text())
def test_whoever_says_something_has_a_headline(text: str) -> None:
    text = clean(text)
    line = headline(text)
    assert units(line) <= 30
    assert "\n" not in line
    if says_something(text):
        assert line


@each_row(
    ("a", "b", "low", "high"),
    [
        ("小区电梯坏了没人修", "小区电梯坏了没人修", 1.0, 1.0),
        ("小区电梯坏了没人修", "小区电梯坏了，没人修！", 1.0, 1.0),
        ("小区电梯坏了半个月没人修", "小区的电梯坏了半个月了没人修", 0.6, 0.99),
        ("小区电梯坏了没人修", "食堂饭菜里吃出虫子", 0.0, 0.0),
        ("小区电梯坏了没人修", "小区路灯坏了没人管", 0.1, 0.59),
        ("", "", 0.0, 0.0),
        ("坏", "坏", 0.0, 0.0),
    ],
)
def test_likeness(a: str, b: str, low: float, high: float) -> None:
    assert low <= likeness(a, b) <= high
    assert likeness(a, b) == likeness(b, a)
