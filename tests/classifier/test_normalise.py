"""What the features see of a text."""

from __future__ import annotations

from classifier.normalise import HEAD, TAIL, clean, clip, normalise
from tests.rows import each_row


@each_row(
    ("raw", "seen"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("拖\u200b欠\u202e工\u2066资\ufeff", "拖欠工资"),
        ("拖欠\x00工资\x07", "拖欠 工资 "),
        ("老師體罰學生", "老师体罚学生"),
        ("臺灣的醫療費瞭解一下", "台湾的医疗费了解一下"),
        ("\ud83d半个字", "半个字"),
    ],
)
def test_clean(raw: str, seen: str) -> None:
    assert clean(raw) == seen


@each_row(
    ("raw", "seen"),
    [
        ("欠我23,600元", "欠我0元"),
        ("打12345和12333都没用", "打12345和12333都没用"),
        ("电话13812345678", "电话 tel "),
        ("电话0731-88881234", "电话 tel "),
        ("电话138****5678", "电话 tel "),
        ("身份证430102199001011234", "身份证 idno "),
        ("见https://example.com/a?b=1，谢谢", "见 url , "),
        ("写信给a.b@example.com", "写信给 url "),
        ("A3区某某镇的路", "区镇的路"),
        ("996加班", "996加班"),
    ],
)
def test_placeholders(raw: str, seen: str) -> None:
    assert normalise(raw) == seen


@each_row(
    "courtesy",
    [
        "尊敬的领导您好",
        "尊敬的市委书记",
        "各位领导好",
        "您好",
        "盼回复",
        "谢谢领导",
        "此致敬礼",
        "望尽快答复",
    ],
)
def test_courtesies_have_no_weight(courtesy: str) -> None:
    assert normalise(f"{courtesy}！工资没发。").strip(" !.。") == "工资没发"


@each_row("matter", ["请求行政复议", "请复查工伤等级", "领导干部子女优先录取", "护士不好好打针"])
def test_matters_that_look_like_courtesies_stay(matter: str) -> None:
    assert normalise(matter) == matter


def test_long_texts_keep_their_head_and_tail() -> None:
    clipped = clip("头" * 50_000 + "尾" * 50_000)
    assert (clipped.count("头"), clipped.count("尾")) == (HEAD, TAIL)
    assert clip("短") == "短"


def test_characters_that_nfkc_lengthens_stay_bounded() -> None:
    assert len(clean("\ufdfa" * 100_000)) <= HEAD + TAIL + 1
