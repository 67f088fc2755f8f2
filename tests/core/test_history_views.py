"""The course of a case in words."""

import dataclasses
from typing import Any

from bot.config import example_path, load_settings
from bot.core.case import Event, EventKind, Status
from bot.texts import LANGUAGES
from bot.views import history as view
from bot.views.content import Voice
from tests.factories import CITIZEN, CLERK, NOON, case
from tests.factories import event as event_of
from tests.rows import each_row

SETTINGS = load_settings(example_path())
CHINESE, ENGLISH = Voice(SETTINGS, "zh-Hans"), Voice(SETTINGS, "en")
STAFF = {2001: 101}


def event(kind: EventKind, **data: Any) -> Event:
    who = CITIZEN if kind in (EventKind.ADDED, EventKind.SUPPLIED) else CLERK
    return Event(1, 2, kind, NOON, who, data)


@each_row("language", LANGUAGES)
@each_row("kind", list(EventKind))
def test_every_event_has_words(kind: EventKind, language: str) -> None:
    """With nothing recorded but the kind: old events hold less than new ones."""
    line = "".join(view.whole(Voice(SETTINGS, language), [event(kind)], STAFF)) or "-"
    assert "None" not in line
    assert (kind is EventKind.RATED) == (line == "-"), "a single rating is nobody's to read"


def test_the_citizen_reads_what_concerns_them() -> None:
    history = [
        event_of(case()),
        event(EventKind.CLAIMED, handler_id=2001),
        event(EventKind.NOTED, text="这家物业第三次了"),
        event(EventKind.TRANSFERRED, department="jiaoyu"),
        event(EventKind.RESOLVED, text="修好了", outcome="explained"),
    ]
    assert view.course(CHINESE, history, STAFF) == [
        "11-20 12:00 收到",
        "11-20 12:00 签收，开始办理（工号 101）",
        "11-20 12:00 转到望江市教育局",
        "11-20 12:00 办结：已作说明（工号 101）",
    ]
    assert view.course(ENGLISH, history, STAFF)[-1] == "20 Nov 12:00 answered: explained (staff no. 101)"


def test_the_file_has_the_words_too_but_no_numbers() -> None:
    history = [
        event(EventKind.NOTED, text="电话13812345678，已打过 <b>"),
        event(EventKind.EXTENDED, text="等配件", days=5),
    ]
    first, second = view.whole(CHINESE, history, STAFF)
    assert "内部备注（工号 101）：" in first
    assert "13812345678" not in first
    assert "&lt;b&gt;" in first
    assert second == "11-20 12:00 批准延期 5 个工作日：等配件"


def test_of_a_long_story_the_beginning_and_the_end() -> None:
    history = [event_of(case()), *(event(EventKind.ADDED, text="…") for _ in range(40))]
    lines = view.course(CHINESE, history, STAFF)
    assert len(lines) == view.SHOWN + 1
    assert lines[2] == "（中间还有 29 步）"


def test_put_off_until_a_day_with_its_year() -> None:
    (line,) = view.course(CHINESE, [event(EventKind.DEFERRED, until="2027-03-01T01:00:00+00:00")], STAFF)
    assert line == "11-20 12:00 暂时办不了（挂账），2027年3月1日 再办"


@each_row(
    ("status", "kinds", "shown"),
    [
        (Status.TRIAGE, (), "✅受理 — 办理 — 反馈 — 回访"),
        (Status.IN_PROGRESS, (EventKind.CLAIMED,), "✅受理 — ✅办理 — 反馈 — 回访"),
        (Status.DISPATCHED, (EventKind.SUPERVISED,), "✅受理 — 办理 — ✅督办 — 反馈 — 回访"),
        (Status.RESOLVED, (EventKind.CLAIMED, EventKind.RESOLVED), "✅受理 — ✅办理 — ✅反馈 — 回访"),
        (Status.CLOSED, (EventKind.CLAIMED, EventKind.RESOLVED), "✅受理 — ✅办理 — ✅反馈 — ✅回访"),
        (Status.IN_PROGRESS, (EventKind.CLAIMED, EventKind.RESOLVED), "✅受理 — ✅办理 — 反馈 — 回访"),
        (Status.WITHDRAWN, (), None),
    ],
)
def test_how_far_a_case_has_come(status: Status, kinds: tuple[EventKind, ...], shown: str | None) -> None:
    now = dataclasses.replace(case(), status=status)
    assert view.steps(CHINESE, now, [event_of(case()), *map(event, kinds)]) == shown
