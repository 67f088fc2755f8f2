"""What must be hidden, what must stay, and that no mobile number gets through whatever stands around it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.core.masking import mask
from tests.rows import each_row

MOBILE = "13812345678"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
HIDDEN = "138******78"
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202c"


@each_row(
    ("text", "masked"),
    [
        ("请打13812345678找我", f"请打{HIDDEN}找我"),
        # Taiwan and Hong Kong: mobile and fixed numbers, identity cards
        ("手機0912-345-678，市話(02)2345-6789", "手機091*****78，市話(02)23****89"),
        ("+886 912 345 678", "+886*******78"),
        ("身分證A123456789", "身分證A12*****89"),
        ("居留證 AB12345678", "居留證 AB12****78"),
        ("+852 9123 4567", "+852******67"),
        ("電話9123 4567", "電話91****67"),
        ("身份證A123456(7)", "身份證A******(*)"),
        ("身份證 Ａ１２３４５６（Ａ）", "身份證 Ａ******(*)"),
        ("澳門身份證1234567(8)", "澳門身份證12***67(8)"),
        ("13812345678", HIDDEN),
        ("13812345678，白天打；13912345679晚上打", f"{HIDDEN}，白天打；139******79晚上打"),
        ("13812345678、13912345679", f"{HIDDEN}、139******79"),
        ("13812345678 13912345679", f"{HIDDEN} 139******79"),
        ("13812345678\n13912345679", f"{HIDDEN}\n139******79"),
        ("tel13812345678x", f"tel{HIDDEN}x"),
        ("wx138-1234-5678", f"wx{HIDDEN}"),
        ("微信wx13812345678", f"微信wx{HIDDEN}"),
        ("13812345678 xiaoming", f"{HIDDEN} xiaoming"),
        ("１３８１２３４５６７８", HIDDEN),
        ("138 1234 5678", HIDDEN),
        ("138-1234-5678", HIDDEN),
        ("138 - 1234 - 5678", HIDDEN),
        ("1381234-5678", HIDDEN),
        ("1991123 4567", "199******67"),
        ("138－1234—5678", HIDDEN),
        ("138·1234·5678", HIDDEN),
        ("138.12345678", HIDDEN),
        ("138.1234.5678", HIDDEN),
        ("138 1234.5678", HIDDEN),
        ("1 3 8 1 2 3 4 5 6 7 8", HIDDEN),
        ("138\u200b1234\u20605678", HIDDEN),
        ("1\u200b\u200b\u200b\u200b381\ufeff2345678", HIDDEN),
        ("1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣", HIDDEN + "️⃣"),
        ("+86 138 1234 5678", "+86 138******78"),
        ("138，1234，5678", "138******78"),
        ("（138）1234（5678）", "（138******78）"),
        ("138/1234/5678", "138******78"),
        ("138\n1234\n5678", "138******78"),
        ("1，3，8，1，2，3，4，5，6，7，8", "138******78"),
        ("+8613812345678", "+861********78"),
        ("86-13812345678", "861********78"),
        ("13812345678.5", "138*******85"),
        ("13812345678元", f"{HIDDEN}元"),
        ("0512-65123456", "051*******56"),
        ("(0512)65123456", "(0512)65****56"),
        ("65123456", "65****56"),
        ("6512345", "65***45"),
        ("400-820-8820", "400*****20"),
        ("110105491231002", "110************"),
        ("11010519491231002X", "110***************"),
        ("11010519491231002x，", "110***************，"),
        ("110105 19491231 002X", "110***************"),
        ("110105-194912310021", "110***************"),
        ("6222 0212 3456 7890 123", "622****************"),
        ("2026-11-21 13812345678", f"2026-11-21 {HIDDEN}"),
        ("261121-0042 13812345678", f"261121-0042 {HIDDEN}"),
        ("一三八一二三四五六七八", "一三八******七八"),
        ("幺三八幺二三四", "幺三八**三四"),
        ("一三八 一二三四 五六七八", "一三八******七八"),
        ("一三八1234五六七八", "一三八******七八"),
        ("零五一二六五一二三四五六", "零五一*******五六"),
        ("1" + MOBILE * 3, "113" + "*" * 31),
    ],
)
def test_numbers_of_people_are_hidden(text: str, masked: str) -> None:
    assert mask(text) == masked


@each_row(
    "text",
    [
        "案件261121-0042，请查",
        "261121-0042",
        "261121-12345号",
        "见261121-0042和261121-0043",
        "1,400,000元",
        "补偿款1400000元没到账",
        "欠薪 350000 元",
        "2021年5月",
        "2021年11月21日",
        "2026-11-21，上午",
        "2026-11-21 08:30",
        "2026-11-21 8点",
        "20261121",
        "2026.5.1-2026.5.7停水",
        "20260501-20260507",
        "2021-2023年",
        "3号楼1单元502",
        "12-3-1502室",
        "12345",
        "12345热线、110、120、96110",
        "晚上11点到凌晨3点，连续10天",
        "31.23041，-121.47370",
        "99.5%",
        "京A12345",
        "一二三四五六七",
        "一、二、三、四、五、六、七、八、九",
        "一五一十",
        "",
    ],
)
def test_what_is_no_number_of_a_person_stays(text: str) -> None:
    assert mask(text) == text


def test_what_stands_around_a_number_stays() -> None:
    assert mask(f"张三，{MOBILE}，3号楼；急！") == f"张三，{HIDDEN}，3号楼；急！"
    assert mask(f"第一行\n{MOBILE}\n第三行") == f"第一行\n{HIDDEN}\n第三行"


SEPARATORS = ["", " ", "-", "－", " - ", ".", "\u3000", "\u200b", "\u2060\u200d", "\u00ad"]
around = st.text(alphabet=st.sampled_from("0123456789-. ，,元年月日号\n一三电话aXx＋+" + UNSEEN), max_size=12)


@given(
    before=around,
    after=around,
    rest=st.from_regex(r"[3-9][0-9]{9}", fullmatch=True),
    separator=st.sampled_from(SEPARATORS),
    cuts=st.sampled_from([(3, 7), (3,), (7,), (4, 8), tuple(range(1, 11))]),
    wide=st.booleans(),
)
def test_no_mobile_number_survives(
    before: str, after: str, rest: str, separator: str, cuts: tuple[int, ...], wide: bool
) -> None:
    mobile = f"1{rest}"
    parts = [mobile[a:b] for a, b in zip((0, *cuts), (*cuts, 11), strict=True)]
    written = separator.join(parts)
    masked = mask(before + (written.translate(FULL_WIDTH) if wide else written) + after)
    bare = re.sub(f"[{UNSEEN} .\u3000－-]", "", masked)
    assert mobile not in bare
    assert mobile.translate(FULL_WIDTH) not in bare


@given(st.text(max_size=200))
def test_masking_twice_changes_nothing_more_and_never_fails(text: str) -> None:
    once = mask(text)
    assert not re.search(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])", once)
    assert mask(once) == once


def test_a_long_run_of_digits_takes_no_long_time() -> None:
    text = ("1 " * 2000 + "a") * 5 + "一" * 4000 + "1\u200b" * 4000
    assert mask(text)
