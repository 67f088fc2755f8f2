"""Which cases may be one, and what each citizen sees of the one that leads."""

import dataclasses
from datetime import timedelta

import pytest

from bot.core.case import Case, Event, EventKind, Status, evolve
from bot.core.errors import Refusal
from bot.core.notices import TABLE, Audience, notices_for
from bot.core.splitting import MOST, PartsMissing, parts_of
from bot.core.together import (
    SHARED,
    Apart,
    LeadMerged,
    LeadOver,
    SameCase,
    TooUrgent,
    as_shown,
    check,
    may_offer,
    merging,
    withheld,
)
from tests.factories import CITIZEN, CLERK, NOON, case, event
from tests.rows import each_row

MINE = case(
    id=2, number="261120-0002", citizen_id=1002, title="电梯坏", text="电梯坏，老人上不去", type="投诉"
)
LEAD = case(id=1, type="投诉")


def refusal(mine: Case, lead: Case, *, slower: bool = False) -> type[Refusal] | None:
    try:
        check(mine, lead, slower=slower)
    except Refusal as why:
        return type(why)
    return None


@each_row(
    ("changes", "of_lead", "why"),
    [
        ({}, {}, None),
        ({}, {"status": Status.DEFERRED}, None),
        ({"id": 1}, {}, SameCase),
        ({}, {"status": Status.RESOLVED}, LeadOver),
        ({}, {"status": Status.WITHDRAWN}, LeadOver),
        ({}, {"status": Status.DECLINED}, LeadOver),
        ({}, {"status": Status.MERGED}, LeadMerged),
        ({"type": "举报"}, {}, Apart),
        ({}, {"type": "举报"}, Apart),
        ({"confidential": True}, {}, Apart),
        ({}, {"confidential": True}, Apart),
        ({"confidential": True, "citizen_id": 1001}, {"type": "举报"}, None),
        ({"accused": ("zhujian",)}, {}, Apart),
        ({"accused": ("jiaoyu",)}, {}, Apart),
        ({"accused": ("jiaoyu",)}, {"accused": ("jiaoyu", "gongan")}, Apart),
        ({"accused": ("jiaoyu",), "citizen_id": 1001}, {"accused": ("jiaoyu", "gongan")}, None),
        ({"accused": ("zhujian",)}, {"accused": ("zhujian",)}, Apart),
    ],
)
def test_what_may_be_merged(changes: dict, of_lead: dict, why: type[Refusal] | None) -> None:  # type: ignore[type-arg]
    assert refusal(dataclasses.replace(MINE, **changes), dataclasses.replace(LEAD, **of_lead)) is why


def test_an_emergency_is_never_made_slower() -> None:
    assert refusal(MINE, LEAD, slower=True) is TooUrgent


@each_row(
    ("changes", "offered"),
    [
        ({}, True),
        ({"status": Status.DEFERRED}, True),
        ({"status": Status.RESOLVED}, False),
        ({"status": Status.MERGED}, False),
        ({"type": "举报"}, False),
        ({"confidential": True}, False),
        ({"accused": ("jiaoyu",)}, False),
        ({"citizen_id": 1002}, False),
    ],
)
def test_what_other_citizens_may_be_offered(changes: dict, offered: bool) -> None:  # type: ignore[type-arg]
    assert may_offer(dataclasses.replace(LEAD, **changes), 1002) is offered


def test_a_merged_case_is_shown_as_its_lead_stands_under_its_own_number() -> None:
    lead = dataclasses.replace(
        LEAD, status=Status.AWAITING_CITIZEN, question="几单元？", handler_id=7, department="jiaoyu"
    )
    seen = as_shown(MINE, lead)
    assert (seen.id, seen.department, seen.handler_id) == (1, "jiaoyu", 7)
    assert (seen.number, seen.title, seen.text, seen.citizen_id) == (MINE.number, MINE.title, MINE.text, 1002)
    assert (seen.status, seen.question) == (Status.IN_PROGRESS, None), "the question is another's"
    assert LEAD.text not in repr(seen)
    assert as_shown(dataclasses.replace(MINE, accused=("gongan",)), lead).accused == ("gongan",)


@each_row(
    ("text", "said", "read"),
    [
        ("已致电 13812345678", "我的电话13812345678", "已致电 138******78"),
        ("已致电 138 1234 5678", "电话：13812345678", "已致电 138******78"),
        ("请打 0000-8880105", "我的电话13812345678", "请打 0000-8880105"),
        ("周五前换好", "我的电话13812345678", "周五前换好"),
        ("电话 13812345678", "没有留电话", "电话 13812345678"),
    ],
)
def test_the_numbers_of_the_lead_s_citizen_stay_theirs(text: str, said: str, read: str) -> None:
    assert withheld(text, said) == read


def test_what_is_shared_is_what_citizens_are_told() -> None:
    for kind in SHARED:
        assert any(n.audience is Audience.CITIZEN for n in TABLE[kind]), kind
    own = {
        "asked",
        "supplied",
        "added",
        "detached",
        "resumed",
        "withdrawn",
        "merged",
        "unmerged",
        "split",
        "declined",
    }
    assert not {kind.value for kind in SHARED} & own


def told(*kinds: tuple[EventKind, dict]) -> list[str | None]:  # type: ignore[type-arg]
    events = [Event(1, n, kind, NOON, CLERK, data) for n, (kind, data) in enumerate(kinds, 2)]
    return [n.text for _, n in notices_for(events) if n.audience is Audience.CITIZEN]


def test_set_apart_and_sent_on_is_one_piece_of_news() -> None:
    apart: tuple[EventKind, dict] = (EventKind.UNMERGED, {})  # type: ignore[type-arg]
    assert told(apart) == ["citizen-unmerged"]
    assert told(apart, (EventKind.DISPATCHED, {})) == ["citizen-unmerged"]
    assert told(apart, (EventKind.DECLINED, {})) == ["citizen-declined"]
    assert told(apart, (EventKind.MERGED, {})) == ["citizen-merged"]
    assert told(apart, (EventKind.MERGED, {"quietly": True})) == []
    assert told((EventKind.FILED, {"quietly": True})) == []


def test_the_record_says_who_joined_whom() -> None:
    filed = event(MINE)
    merged = Event(2, 2, EventKind.MERGED, NOON, CITIZEN, {**merging(LEAD), "status": "merged"})
    after = evolve(evolve(None, filed), merged)
    assert (after.lead_id, after.department, after.status) == (1, "zhujian", Status.MERGED)


# --- splitting


def test_parts_are_what_empty_lines_set_apart() -> None:
    assert parts_of("电梯坏了\n三号楼\n\n学校没有斑马线\n \n\n工资没发") == [
        "电梯坏了\n三号楼",
        "学校没有斑马线",
        "工资没发",
    ]


@each_row("text", ["", "一件", "一件\n还是一件", "\n\n".join(["件"] * (MOST + 1))])
def test_one_part_or_too_many_are_none(text: str) -> None:
    with pytest.raises(PartsMissing):
        parts_of(text)


def test_a_case_split_off_has_the_receipt_of_the_first() -> None:
    filed = event(MINE)
    received = NOON - timedelta(days=2)
    later = dataclasses.replace(filed, data={**filed.data, "received": received.isoformat()})
    after = evolve(None, later)
    assert (after.filed_at, after.updated_at) == (received, NOON)
