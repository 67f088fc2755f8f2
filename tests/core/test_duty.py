"""Shifts, absences, the days people type, and the rounds of a call: as tables."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.core import danger, paging
from bot.core.case import SYSTEM, Event, EventKind
from bot.core.duty import Absence, Change, NotAhead, Rota, Shift, last_day, reached
from tests.rows import each_row

SHANGHAI, TAIPEI, HONG_KONG = map(ZoneInfo, ("Asia/Shanghai", "Asia/Taipei", "Asia/Hong_Kong"))
START = date(2026, 11, 23)  # a Monday
DAILY = Rota(Change.DAY, START, 8, SHANGHAI)
WEEKLY = Rota(Change.WEEK, START, 8, SHANGHAI)


@each_row(
    ("rota", "local", "shift", "ends"),
    [
        (DAILY, "2026-11-23 08:00", "A", "2026-11-24 08:00"),
        (DAILY, "2026-11-23 07:59", "B", "2026-11-23 08:00"),
        (DAILY, "2026-11-24 07:59", "A", "2026-11-24 08:00"),
        (DAILY, "2026-11-24 08:00", "B", "2026-11-25 08:00"),
        (DAILY, "2026-11-30 23:00", "B", "2026-12-01 08:00"),  # over the end of the month
        (DAILY, "2026-12-01 03:00", "B", "2026-12-01 08:00"),
        (DAILY, "2026-12-01 09:00", "A", "2026-12-02 08:00"),
        (DAILY, "2026-12-31 12:00", "A", "2027-01-01 08:00"),  # over the end of the year
        (DAILY, "2027-01-01 12:00", "B", "2027-01-02 08:00"),
        (DAILY, "2028-02-29 12:00", "B", "2028-03-01 08:00"),  # a leap day is a day
        (DAILY, "2026-11-01 12:00", "A", "2026-11-02 08:00"),  # before the start, too, they take turns
        (WEEKLY, "2026-11-23 08:00", "A", "2026-11-30 08:00"),
        (WEEKLY, "2026-11-30 07:59", "A", "2026-11-30 08:00"),
        (WEEKLY, "2026-11-30 08:00", "B", "2026-12-07 08:00"),
        (WEEKLY, "2026-12-06 23:00", "B", "2026-12-07 08:00"),
        (WEEKLY, "2026-12-07 08:00", "A", "2026-12-14 08:00"),
        (WEEKLY, "2026-11-22 12:00", "B", "2026-11-23 08:00"),
        (Rota(Change.DAY, START, 0, SHANGHAI), "2026-11-24 00:00", "B", "2026-11-25 00:00"),
    ],
)
def test_shifts(rota: Rota, local: str, shift: str, ends: str) -> None:
    moment = datetime.fromisoformat(local).replace(tzinfo=SHANGHAI).astimezone(UTC)
    assert rota.shift_at(moment) is Shift(shift)
    assert rota.changes_after(moment) == datetime.fromisoformat(ends).replace(tzinfo=SHANGHAI)


@each_row("zone", [SHANGHAI, TAIPEI, HONG_KONG])
@each_row("change", list(Change))
def test_shifts_take_turns_without_a_gap(zone: ZoneInfo, change: Change) -> None:
    """Zones without daylight saving: every change is exactly a day or a week after the last."""
    rota = Rota(change, START, 8, zone)
    moment = datetime(2026, 10, 1, tzinfo=UTC)
    before = rota.changes_after(moment)
    for _ in range(60):
        moment = rota.changes_after(before)
        assert moment - before == timedelta(days=1 if change is Change.DAY else 7)
        assert rota.shift_at(before) is not rota.shift_at(moment)
        assert rota.shift_at(moment - timedelta(seconds=1)) is rota.shift_at(before)
        before = moment


LATER = datetime(2026, 12, 1, tzinfo=UTC)


@each_row(
    ("people", "away", "told"),
    [
        ([1, 2], {}, [1, 2]),
        ([1, 2], {1: 3}, [3, 2]),
        ([1, 2], {1: 2}, [2]),  # who is called anyway is called once
        ([1, 2], {1: None}, [2]),
        ([1], {1: 2, 2: 3}, []),  # no deputy of a deputy
        ([1, 2], {1: 2, 2: 1}, []),
        ([1], {5: 6}, [1]),
    ],
)
def test_who_is_reached_instead(people: list[int], away: dict[int, int | None], told: list[int]) -> None:
    assert reached(people, {who: Absence(LATER, deputy) for who, deputy in away.items()}) == told


@each_row(
    ("text", "day"),
    [
        ("今天", "2026-12-30"),
        ("today", "2026-12-30"),
        ("明天", "2026-12-31"),
        ("1天", "2026-12-30"),
        ("3天", "2027-01-01"),
        ("三天", "2027-01-01"),
        ("3 days", "2027-01-01"),
        ("3d", "2027-01-01"),
        ("一周", "2027-01-05"),
        ("2周", "2027-01-12"),
        ("两个星期", "2027-01-12"),
        ("1 week", "2027-01-05"),
        ("12-31", "2026-12-31"),
        ("1-05", "2027-01-05"),
        ("1月5日", "2027-01-05"),
        ("2027-02-28", "2027-02-28"),
        ("2027年2月28日", "2027-02-28"),
        ("2-30", None),
        ("13-1", None),
        ("0-0", None),
        ("以后", None),
        ("", None),
        ("李明", None),
    ],
)
def test_days_as_people_type_them(text: str, day: str | None) -> None:
    assert last_day(text, date(2026, 12, 30)) == (date.fromisoformat(day) if day else None)


@each_row("text", ["0天", "12-29", "2026-12-01", "2028-01-01", "99周", "2026年1月1日"])
def test_days_that_are_not_ahead(text: str) -> None:
    with pytest.raises(NotAhead):
        last_day(text, date(2026, 12, 30))


# --- calls


def happened(*kinds: EventKind) -> list[Event]:
    return [Event(1, n, kind, LATER, SYSTEM, {}) for n, kind in enumerate(kinds, 1)]


F, P, A, C, T = (
    EventKind.FILED,
    EventKind.PAGED,
    EventKind.PAGE_ANSWERED,
    EventKind.CLAIMED,
    EventKind.TRANSFERRED,
)


@each_row(
    ("history", "rounds", "last"),
    [
        ((F,), 0, None),
        ((F, P, P), 2, P),
        ((F, P, P, A), 0, A),
        ((F, P, C), 0, C),
        ((F, C, P), 1, P),
        ((F, P, A, T, P, P), 2, P),
        ((F, P, T, P), 2, P),
        ((F, P, A, EventKind.NOTED, C), 0, A),
        ((F, P, EventKind.WITHDRAWN), 0, EventKind.WITHDRAWN),
    ],
)
def test_rounds_that_nobody_answered(
    history: tuple[EventKind, ...], rounds: int, last: EventKind | None
) -> None:
    events = happened(*history)
    assert len(paging.calls(events)) == rounds
    found = paging.last_word(events)
    assert (found.kind if found else None) == last


def test_the_rounds_end_some_time() -> None:
    """An hour every five minutes, then a day every hour; thirty-six rounds at the most."""
    at, moments, round_ = timedelta(), [timedelta()], 1
    while (pause := paging.pause_after(round_, timedelta(minutes=5))) is not None:
        at += pause
        round_ += 1
        moments.append(at)
    assert round_ == 36
    assert moments[11] == timedelta(minutes=55)
    assert moments[12] == timedelta(hours=1, minutes=55)
    assert moments[-1] == timedelta(hours=24, minutes=55)


@each_row(
    ("round_", "near", "leads", "above", "admins", "called"),
    [
        (1, [1, 2], [3], [4], [5], [1, 2]),
        (2, [1, 2], [3], [4], [5], [1, 2]),
        (3, [1, 2], [3], [4], [5], [1, 2, 3, 4]),
        (1, [], [3], [4], [5], [4]),
        (1, [], [], [], [5], [5]),
        (3, [], [], [], [5], [5]),
        (9, [1], [1], [1], [5], [1]),
        (1, [], [], [], [], []),
    ],
)
def test_whom_a_round_calls(
    round_: int, near: list[int], leads: list[int], above: list[int], admins: list[int], called: list[int]
) -> None:
    assert paging.called(round_, near, leads, above, admins) == called


def test_places_in_a_text() -> None:
    text = "快来\n位置（纬度 31.23041；经度 121.47370）\n3.50 元一斤\nLocation (latitude 31.23041; longitude -1.00000)"
    assert paging.places(text) == [text.splitlines()[1], text.splitlines()[3]]


@each_row(
    ("sign", "alarm", "said", "judged"),
    [
        (None, False, None, (None, False)),
        (None, True, None, (None, True)),  # the model alone asks
        ("now", False, None, (None, True)),  # so do words that the model makes nothing of: past events, fears
        ("now", True, None, ("now", False)),
        (None, False, "yes", ("now", False)),
        (None, True, "yes", ("now", False)),
        ("now", True, "no", (None, False)),
        (None, True, "no", (None, False)),
        ("care", False, None, ("care", False)),
        ("care", True, "no", ("care", False)),  # self-harm is not talked away by a button
    ],
)
def test_danger_as_judged(sign: str | None, alarm: bool, said: str | None, judged: tuple[Any, bool]) -> None:
    assert danger.judged(sign, alarm, said) == judged
