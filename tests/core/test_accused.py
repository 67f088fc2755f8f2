"""Who a message complains about: asking for help is no accusation, and a place's own office comes before the city's."""

import json
from pathlib import Path

import pytest

from bot.config import example_path, load_settings
from bot.core import accused, workflow
from bot.core.case import DISPATCHERS, Actor, ActorKind, Event, EventKind, Status, Who
from bot.core.errors import Conflicted
from bot.core.masking import telling
from bot.core.routing import Route
from bot.core.workflow import Action
from tests.factories import NOON, case
from tests.factories import event as filed
from tests.rows import each_row
from tests.scripts import written

DEPARTMENTS = load_settings(example_path()).departments
MESSAGES = Path(__file__).parents[3] / "shared" / "data" / "messages.jsonl"
DISPATCHER = Actor(ActorKind.STAFF, 2002, frozenset({Who.DISPATCHER}))


@each_row(
    ("text", "office"),
    [
        ("教育局工作人员收了我五千块钱才肯办转学", "jiaoyu"),
        ("举报城管局执法人员收钱，包庇占道的摊贩", "chengguan"),
        ("房管局不作为，办个证跑了八趟", "zhujian"),
        ("派出所民警态度恶劣，不给立案", "gongan"),
        ("我打电话给医保局，互相推诿，没人管", "yibao"),
        ("举报望江市民政局陈科长", "minzheng"),
        ("柳林镇政府乱收费", "liulin"),
        ("石桥乡政府的人刁难我们", "qinghe"),
        ("云岭县教育局工作人员收红包", "yunling"),
        ("云岭县民政局的工作人员收红包才给办", "yunling-minzheng"),
        ("热线的人态度很差", "triage"),
        ("派出所員警吃案", "gongan"),
    ],
)
def test_who_is_accused(text: str, office: str) -> None:
    for each in written(text):
        assert accused.likely(each, DEPARTMENTS) == (office,), each


@each_row(
    "text",
    [
        "希望教育局管管学校乱收费",
        "请教育局的领导们管一下幼儿园巧立名目乱收费",
        "已经向教育局反映过，谢谢工作人员",
        "教育局查处了学校乱收费",
        "在派出所门口被人殴打",
        "开发商对住建局的结论拒不执行",
        "清河县的学校乱收费",
        "养老院的护工态度恶劣",
        "教育局在哪里办公？态度恶劣的是老板",
        "城管局没有推诿，办得很快",
        "",
    ],
)
def test_a_name_alone_accuses_nobody(text: str) -> None:
    assert accused.likely(text, DEPARTMENTS) == ()


def test_who_is_below_must_not_see_it_and_who_is_above_may() -> None:
    assert accused.with_below(["qinghe"], DEPARTMENTS) == ("qinghe", "liulin", "qinghe-minzheng")
    assert accused.with_below(["liulin"], DEPARTMENTS) == ("liulin",)
    assert accused.with_below(["triage"], DEPARTMENTS) == ("triage", DISPATCHERS)
    assert accused.with_below([], DEPARTMENTS) == ()
    assert accused.named_in(("qinghe", "liulin"), DEPARTMENTS) == ["qinghe"]
    assert accused.named_in(("triage", DISPATCHERS), DEPARTMENTS) == ["triage"]


def test_a_message_does_not_go_to_whom_it_complains_about() -> None:
    to_schools = Route("jiaoyu", "教育", False, ("jiaoyu", "zhujian"))
    assert accused.apart(to_schools, ("zhujian",), DEPARTMENTS) == to_schools
    assert accused.apart(to_schools, ("jiaoyu",), DEPARTMENTS) == Route("triage", None, True, ("zhujian",))
    below = Route("liulin", None, False)
    assert accused.apart(below, ("qinghe",), DEPARTMENTS).department == "triage"


def test_a_proposal_stands_until_somebody_decides() -> None:
    first = filed(case())
    first.data["likely_accused"] = ["jiaoyu"]
    assert accused.still_proposed([first]) == ("jiaoyu",)
    denied = Event(1, 2, EventKind.ACCUSED, NOON, DISPATCHER, {"accused": []})
    assert accused.still_proposed([first, denied]) == ()
    assert accused.still_proposed([filed(case())]) == ()


@each_row(
    ("status", "action", "data"),
    [
        (Status.TRIAGE, Action.DISPATCH, {"department": "jiaoyu"}),
        (Status.IN_PROGRESS, Action.TRANSFER, {"department": "jiaoyu", "from_department": "zhujian"}),
        (Status.DISPATCHED, Action.SUPPORT, {"supporting": ["shebao", "jiaoyu"]}),
    ],
)
def test_it_never_goes_to_the_accused(status: Status, action: Action, data: dict[str, object]) -> None:
    subject = case(status=status, accused=("jiaoyu",))
    with pytest.raises(Conflicted):
        workflow.apply(subject, action, DISPATCHER, NOON, data)
    assert subject == case(status=status, accused=("jiaoyu",))


def test_a_citizen_can_t_send_it_there_either() -> None:
    citizen = Actor(ActorKind.CITIZEN, 1001)
    data = {"department": "jiaoyu", "from_department": "zhujian", "domain": "教育"}
    with pytest.raises(Conflicted):
        workflow.apply(case(accused=("jiaoyu",)), Action.REDIRECT, citizen, NOON, data)


def test_the_triage_desk_keeps_what_complains_about_it() -> None:
    subject = case(status=Status.IN_PROGRESS, accused=("triage", DISPATCHERS))
    data = {"department": "triage", "from_department": "zhujian"}
    after, _ = workflow.apply(subject, Action.TRANSFER, DISPATCHER, NOON, data, to_triage=True)
    assert (after.status, after.department) == (Status.TRIAGE, "triage")


def test_what_complains_about_an_office_is_like_nothing() -> None:
    assert case(accused=("jiaoyu",)).secret
    assert not case().secret


def test_the_sentences_with_numbers() -> None:
    text = "电梯坏了。打13812345678找陈工。\n身份证110101199003071234；别的没有"
    assert telling(text) == ["打13812345678找陈工。", "身份证110101199003071234；"]
    assert telling("电梯坏了三天。") == []
    across = "打138。1234，5678。"
    assert telling(across) == [] or telling(across) == [across]
    assert telling("打138\n1234\n5678") == ["打138\n1234\n5678"]


# --- real messages: docs/secrecy.md


@pytest.mark.skipif(not MESSAGES.is_file(), reason="real-message set not present")
def test_few_real_messages_wait_for_a_dispatcher_because_of_it() -> None:
    rows = [json.loads(line) for line in MESSAGES.read_text(encoding="utf-8").splitlines()]
    proposed = sum(bool(accused.likely(f"{r['title']}\n{r['text']}", DEPARTMENTS)) for r in rows)
    assert 0.008 < proposed / len(rows) < 0.02
