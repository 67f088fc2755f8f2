"""Replies written for this table, and what each still lacks; then the real ones, where they are present."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.case import Outcome
from bot.core.gate import LEAST_LIKE, LETTERS_TO_COMPARE, Finding, Lack, findings, is_chinese, substance
from bot.core.templates import OTHER, PURPOSES, REPLY, fitting
from bot.texts import plain
from bot.texts.script import in_script_of
from classifier.predict import Classifier
from classifier.similar import Likeness
from tests.rows import each_row
from tests.scripts import written

TODAY = date(2026, 11, 22)
NOTE, SOLVED, EXPLAINED, PLANNED = None, Outcome.SOLVED, Outcome.EXPLAINED, Outcome.PLANNED
REPLIES = Path(__file__).parents[3] / "shared/data/replies.jsonl"


def lacks(reply: str, outcome: str | None, **given: float | bool) -> str:
    found = findings(reply, outcome, today=TODAY, **given)  # type: ignore[arg-type]
    return " ".join(each.lack if not each.words else f"{each.lack}:{'/'.join(each.words)}" for each in found)


@each_row(
    ("outcome", "reply", "expected"),
    [
        # a progress note needs the next date, and no more
        (NOTE, "维修公司已到小区看过，配件12月1日到货，12月3日前再告诉您。", ""),
        (NOTE, "已转市住建局物业科核查，三个工作日内答复您。", ""),
        (NOTE, "收到，我们正在核实。", "date"),
        (NOTE, "我们会尽快处理。", "vague:尽快"),
        (NOTE, "我们会尽快处理，周五前告诉您。", ""),
        (NOTE, "尽快处理。12月5日前告诉您。", "vague:尽快"),
        (NOTE, "下一步将进一步加大巡查力度，近期组织验收。", "vague:进一步/加大…力度/近期"),
        (NOTE, "正在研究，适时开工，抓紧落实，即将公布。", "vague:正在研究/适时/抓紧"),
        (NOTE, "您近期反映的路灯不亮，我们明天上午去看。", ""),
        (NOTE, "本案将录案研议，并于适当时候答复。", "vague:录案研议/适当时候"),
        (NOTE, "请您尽快把合同发来，收到后两天内答复您。", ""),
        (NOTE, "如您能补充照片，我们将进一步核实。12月1日前等您的消息。", ""),
        (NOTE, "已责令该店立即将桌椅搬回店内，11月25日复查。", ""),
        (NOTE, "我局对此高度重视。11月30日前答复您。", "hollow:高度重视"),
        (NOTE, "我局高度重视，11月20日派人到现场查看。11月30日前答复您。", ""),
        # solved: what came of it, who, and when
        (SOLVED, "11月20日，物业科工作人员到小区查看，控制板烧坏。11月21日已更换，电梯恢复运行。", ""),
        (SOLVED, "已经修好了。", "who when"),
        (SOLVED, "工作人员到现场查看，已督促物业更换控制板，电梯恢复运行。", "when"),
        (SOLVED, "11月21日电梯已恢复运行。", "who"),
        (SOLVED, "11月20日工作人员到现场看了一下。", "result"),
        (SOLVED, "您好，您反映的问题已收悉，感谢您对我们工作的支持。", "nothing"),
        (SOLVED, "您好，您反映的问题已转相关部门核实、办理。感谢您的留言。", "passed-on"),
        (SOLVED, "您反映的情况已转交市住建局调查处理，处理结果将及时反馈。", "passed-on"),
        (SOLVED, "11月20日民警到现场劝离了夜宵摊，今后将进一步加强巡逻。", "vague:进一步"),
        (SOLVED, "您好，11月20日工作人员已上门把下水道疏通。2026年11月22日", ""),
        (SOLVED, "工作人员已上门把下水道疏通。2026年11月22日", "when"),  # a signature's date tells no visit
        (SOLVED, "工作人员到中山路78号查看，下水道已疏通。", "when"),
        # explained: a rule or a reason
        (EXPLAINED, "按《物业管理条例》第三十五条，公共收益归全体业主，怎么用由业主大会决定。", ""),
        (EXPLAINED, "因道路窄，消防车要通过，这一段不能划停车位。", ""),
        (EXPLAINED, "请向市教育局咨询。", "basis"),
        (EXPLAINED, "您的意见很好，我们会认真听取。", "basis"),
        (EXPLAINED, "你反映的问题已转交至水利局办理。", "passed-on"),
        # planned: a date, and why not now
        (PLANNED, "因今年资金已用完，加装电梯列入2027年一季度计划，3月底前开工。", ""),
        (PLANNED, "因今年资金已用完，已列入改造计划。", "date"),
        (PLANNED, "已纳入规划，待条件成熟后逐步实施。", "vague:待条件成熟后/逐步"),
        (PLANNED, "2027年3月底前开工。", "basis"),
        # a blank comes before everything else
        (NOTE, "工作人员已于〔哪天〕到现场，12月5日前答复您。", "blank:〔哪天〕"),
        (NOTE, "我们将于XX月XX日前尽快答复。", "blank:XX vague:尽快"),
        (NOTE, "______前答复您。", "blank:______ date"),
        (EXPLAINED, "按市政办发〔2018〕43号文件，外地户籍需要连续参保两年。", ""),
        (EXPLAINED, "按长政发〔 2012 〕 24 号规定，丧葬补助由社区代办。", ""),
        # of what isn't Chinese it reads blanks only
        (NOTE, "We will look into this as soon as possible.", ""),
        (SOLVED, "Fixed.", ""),
        (NOTE, "We will answer by [date].", "blank:[date]"),
        (NOTE, "👍", ""),
        (NOTE, "", ""),
    ],
)
def test_what_a_reply_lacks(outcome: str | None, reply: str, expected: str) -> None:
    for each in written(reply):
        assert in_script_of("zh-Hans", lacks(each, outcome)) == expected, each


@each_row(
    ("reply", "there"),
    [
        ("有事请打 0000-8880102。", True),
        ("请打 13800000000 找物业科。", True),
        ("请拨打12345。", True),
        ("医保问题打 12333", True),
        ("联系电话：8880102", True),
        ("咨询电话0731—88801020", True),
        ("Please call 0000-8880102", True),
        ("共修了 12345678 元的路", False),
        ("编号 261121-0042 的事", False),
        ("我们会给您打电话", False),
    ],
)
def test_a_phone_is_only_missed_where_the_office_has_none(reply: str, there: bool) -> None:
    assert (
        Lack.PHONE in [f.lack for f in findings(reply, NOTE, today=TODAY, office_phone=False)]
    ) is not there
    assert Lack.PHONE not in [f.lack for f in findings(reply, NOTE, today=TODAY)]


def test_a_reply_about_something_else() -> None:
    reply = "11月20日执法人员到该工地检查，夜间施工许可证齐全，" * 3 + "12月1日前复查。"
    assert Finding(Lack.SUBJECT) in findings(reply, SOLVED, today=TODAY, likeness=LEAST_LIKE / 2)
    assert Finding(Lack.SUBJECT) not in findings(reply, SOLVED, today=TODAY, likeness=LEAST_LIKE)
    assert Finding(Lack.SUBJECT) not in findings(reply, SOLVED, today=TODAY)
    assert Finding(Lack.SUBJECT) not in findings(
        "已修好。", SOLVED, today=TODAY, likeness=0.0
    )  # too short to tell
    english = "We replaced the lamp on 20 November. " * 5
    assert findings(english, SOLVED, today=TODAY, likeness=0.0) == []


def test_a_date_that_has_passed_is_no_next_date() -> None:
    reply = "维修公司12月1日前换好控制板。"
    assert findings(reply, NOTE, today=TODAY) == []
    assert findings(reply, NOTE, today=date(2026, 12, 10)) == [Finding(Lack.DATE)]


def test_the_weightiest_comes_first() -> None:
    found = findings(
        "我局高度重视，尽快处理〔什么〕。", SOLVED, today=TODAY, likeness=0.0, office_phone=False
    )
    order = [list(Lack).index(each.lack) for each in found]
    assert order == sorted(order)
    assert found[0] == Finding(Lack.BLANK, ("〔什么〕",))


@given(
    st.text(max_size=120), st.sampled_from([None, *Outcome]), st.dates(date(2000, 1, 1), date(2100, 12, 31))
)
def test_no_reply_raises(reply: str, outcome: str | None, today: date) -> None:
    findings(reply, outcome, today=today, likeness=0.0, office_phone=False)


@each_row(
    "reply", ["将" * 4000, "请" * 4000, "，，" * 2000, "现" * 4000, "您反映" * 1300, "〔" * 4000, "转" * 4000]
)
def test_a_long_reply_is_read_in_time(reply: str) -> None:
    """Telegram's longest message of what the patterns begin with: no pattern runs away."""
    findings(reply, SOLVED, today=TODAY, likeness=0.0, office_phone=False)


# --- templates

DOMAINS = (
    "employment", "education", "social-security", "medical", "housing", "elderly", "food-safety", "public-safety",
    OTHER,
)  # fmt: skip


def filled(template: str) -> str:
    """As a clerk may fill it: a day where a day is asked for, words elsewhere."""
    text = template.replace("〔哪天〕", "11月20日").replace("[day]", "20 November")
    return re.sub("\\[[^\\]]*\\]", "what was checked", re.sub("〔[^〕]*〕", "核对过的内容", text))


@each_row("language", ["zh-Hans", "en"])
@each_row("purpose", PURPOSES)
@each_row("domain", DOMAINS)
def test_a_template_passes_once_it_is_filled(domain: str, purpose: str, language: str) -> None:
    text = plain(
        language, f"template-{domain}-{purpose}", number="261121-0042", office="市住建局", date="12月5日"
    )
    outcome = None if purpose == REPLY else purpose
    assert findings(text, outcome, today=TODAY)[0].lack is Lack.BLANK
    assert findings(filled(text), outcome, today=TODAY) == []


def test_templates_for_a_case() -> None:
    assert fitting("housing", "solved") == (("housing", "solved"), (OTHER, "solved"))
    assert fitting("housing", None) == (("housing", REPLY), (OTHER, REPLY))
    assert fitting(None, "planned") == ((OTHER, "planned"),)
    with pytest.raises(ValueError, match="lost"):
        fitting("housing", "lost")


# --- real replies: docs/replies.md


@pytest.mark.skipif(not REPLIES.is_file(), reason="real-message set not present")
def test_on_real_replies() -> None:
    rows = [json.loads(line) for line in REPLIES.read_text(encoding="utf-8").splitlines()]
    shares: dict[str | None, Counter[Lack]] = {}
    for outcome in (None, *Outcome):
        found = Counter(
            each.lack
            for row in rows
            for each in findings(row["reply"], outcome, today=date.fromisoformat(row["reply_time"][:10]))
        )
        shares[outcome] = Counter({lack: count / len(rows) for lack, count in found.items()})
    assert all(is_chinese(row["reply"]) for row in rows[:200])
    assert all(each[Lack.BLANK] < 0.005 for each in shares.values())
    assert all(0.12 < each[Lack.VAGUE] < 0.23 for each in shares.values())
    assert all(0.01 < each[Lack.HOLLOW] < 0.06 for each in shares.values())
    assert 0.45 < shares[None][Lack.DATE] < 0.7
    assert 0.04 < shares[SOLVED][Lack.PASSED_ON] < 0.12
    assert 0.05 < shares[EXPLAINED][Lack.BASIS] < 0.18


@pytest.mark.skipif(not REPLIES.is_file(), reason="real-message set not present")
def test_likeness_tells_an_answer_from_a_stranger() -> None:
    rows = [json.loads(line) for line in REPLIES.read_text(encoding="utf-8").splitlines()]
    likeness = Likeness(Classifier.load().model.features)
    own = strange = counted = 0
    for row, other in zip(rows, rows[1:] + rows[:1], strict=True):
        answer, wrong = substance(row["reply"]), substance(other["reply"])
        if min(len(answer), len(wrong)) < 2 * LETTERS_TO_COMPARE:
            continue
        counted += 1
        own += likeness.between(row["title"], row["text"], answer) < LEAST_LIKE
        strange += likeness.between(row["title"], row["text"], wrong) < LEAST_LIKE
    assert counted > 1500
    assert own / counted < 0.03
    assert strange / counted > 0.6
