"""The card of a case: everything that an expert looks for, on one screen of a phone."""

import dataclasses
from datetime import timedelta

import pytest

from bot.config import example_path, load_settings
from bot.core.case import Event, EventKind, Status, Supervision
from bot.core.deadlines import Kind, Standing
from bot.core.phones import phones
from bot.core.plain import units
from bot.texts import LANGUAGES
from bot.views.card import CardFacts, card
from bot.views.content import TEXT_LIMIT, Voice
from tests.factories import CITIZEN, CLERK, NOON, case
from tests.factories import event as event_of

SETTINGS = load_settings(example_path())
HOUSE = Voice(SETTINGS, "zh-Hans")
WORDS = "电梯坏了半个月，老人上不了楼，物业只说在等配件。" * 30 + "电话13812345678"
BUSY = case(
    text=WORDS,
    type="投诉",
    status=Status.IN_PROGRESS,
    handler_id=CLERK.id,
    supporting=("chengguan", "minzheng"),
    supervision=Supervision.SUPERVISED,
)
HISTORY = (
    event_of(BUSY),
    Event(1, 2, EventKind.CLAIMED, NOON, CLERK, {"handler_id": CLERK.id}),
    Event(1, 3, EventKind.REMINDED, NOON, CITIZEN, {"count": 1}),
    Event(1, 4, EventKind.SUPERVISED, NOON, CLERK, {"text": "请本周内办完"}),
    *(Event(1, 5 + n, EventKind.ADDED, NOON, CITIZEN, {"text": "今天还是没有修。" * 40}) for n in range(9)),
    Event(1, 14, EventKind.HANDED_OVER, NOON + timedelta(hours=1), CLERK, {"handler_id": CLERK.id}),
)
FACTS = CardFacts(
    history=HISTORY,
    file_kinds=["photo", "photo"],
    names={CLERK.id or 0: ("李明", 101)},
    nth=3,
    prediction={"probabilities": {"住房": 0.94, "社保": 0.03}, "none": 0.03, "words": []},
    likely=(),
    clocks=[
        Standing(Kind.PROGRESS, NOON, True, False, 0, 0),
        Standing(Kind.RESOLVE, NOON + timedelta(days=9), False, False, 7, 0),
    ],
    joined=[f"261120-00{n:02}" for n in range(11, 31)],
    now=NOON,
    phone="13812345678",
)


def test_a_busy_card_says_all_and_fits_a_screen() -> None:
    text = card(HOUSE, BUSY, FACTS).text
    head, _, rest = text.partition("\n\n")
    for fact in (
        "<b>261120-0001</b> · 住房 94% · 投诉 · <b>办理中</b>",
        "主办：住建 · 李明（101）",
        "还剩 7 个工作日",
        "超期",
        "该市民第 3 次反映 · 电话 138******78",
        "市民催办 1 次",
        "并入 20 件",
        "协办：",
        "督办",
        "最近：11-20 13:00 李明换人办理",
    ):
        assert fact in head, (fact, head)
    assert head.count("\n") <= 11, head
    assert rest.startswith("<blockquote expandable>电梯"), "long words are folded"
    assert "13812345678" not in text
    assert units(text) < TEXT_LIMIT // 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_over_is_short_and_says_nothing_it_need_not(language: str) -> None:
    voice = Voice(SETTINGS, language)
    closed = dataclasses.replace(BUSY, status=Status.CLOSED, supervision=None)
    over = card(
        voice,
        closed,
        dataclasses.replace(
            FACTS,
            clocks=(),
            history=(
                *HISTORY,
                Event(1, 15, EventKind.RATED, NOON, CITIZEN, {"rating": {"satisfaction": "no"}}),
                Event(1, 16, EventKind.REOPEN_ASKED, NOON, CITIZEN, {"text": "没有修好"}),
            ),
        ),
    ).text.partition("\n\n")[0]
    for gone in ("138***", "94%", "没有修好"):
        assert gone not in over, over
    sealed = card(voice, dataclasses.replace(BUSY, confidential=True), FACTS).text
    assert "138***" not in sealed and "电梯" not in sealed


def test_an_urgent_card_and_one_in_doubt() -> None:
    danger = dataclasses.replace(HISTORY[0], data={**HISTORY[0].data, "danger": "now"})
    urgent = card(HOUSE, BUSY, dataclasses.replace(FACTS, history=(danger,))).text
    assert urgent.splitlines()[1].startswith("🔴")
    doubted = card(HOUSE, dataclasses.replace(BUSY, domain="教育"), FACTS).text
    assert "教育 · 投诉" in doubted.splitlines()[0] and "机器判断：住房 94%" in doubted


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("电话１３８ 1234-5678，座机010-88881234", ["13812345678", "01088881234"]),
        ("幺三八幺二三四五六七八", ["13812345678"]),
        ("+86 13812345678 或 138,1234,5678", ["13812345678"]),
        ("身份证110101199003071234，卡号6222021234567890123，2026-03-01，1234567元", []),
        # Taiwan, Hong Kong, Macau: at home and with the code
        ("手機0912-345-678，市話(02)2345-6789、03-123-4567", ["0912345678", "23456789", "031234567"]),
        ("+886 912 345 678 或 +886-2-2345-6789，00886 3 1234567", ["0912345678", "0223456789", "031234567"]),
        ("電話9123 4567，+852 2345-6789，(853) 6612 3456", ["91234567", "23456789", "66123456"]),
        ("身分證A123456789，居留證AB12345678，澳門身份證1234567(8)", []),
    ],
)
def test_phones_are_found_however_they_were_typed(said: str, found: list[str]) -> None:
    assert phones(said) == found
