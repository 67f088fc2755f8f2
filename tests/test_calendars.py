"""The published calendars, day by day where it matters, and due moments that a clerk can check by eye."""

from datetime import date, datetime, timedelta
from typing import Any

from bot.calendars import calendar_of, fingerprint
from bot.core.workdays import Calendar
from bot.timekeeping import CalendarSettings, ClockSettings
from tests.rows import each_row


def made(zone: str = "Asia/Shanghai", **settings: Any) -> Calendar:
    return calendar_of(CalendarSettings.model_validate(settings), zone)


CHINA = made()
POLICY = ClockSettings.model_validate({}).policy

# The State Council's announcements. Free weekdays, and Saturdays and Sundays worked in exchange (调休).
FREE = {
    2024: "01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17"
    " 10-01 10-02 10-03 10-04 10-07",
    2025: "01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02"
    " 10-01 10-02 10-03 10-06 10-07 10-08",
    2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25"
    " 10-01 10-02 10-05 10-06 10-07",
}
EXCHANGED = {
    2024: "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    2025: "01-26 02-08 04-27 09-28 10-11",
    2026: "01-04 02-14 02-28 05-09 09-20 10-10",
}

# Received; sent on within 2 hours; taken the same day, or within 4 hours; news by day 3; answer by day 7.
DUE = """
Wed 2024-01-31 14:00 | Wed 2024-01-31 16:00 | Thu 2024-02-01 10:00 | Sun 2024-02-04 17:00 | Thu 2024-02-08 17:00
Thu 2024-02-08 16:00 | Fri 2024-02-09 10:00 | Fri 2024-02-09 12:00 | Mon 2024-02-19 17:00 | Fri 2024-02-23 17:00
Wed 2024-04-03 10:00 | Wed 2024-04-03 12:00 | Wed 2024-04-03 17:00 | Tue 2024-04-09 17:00 | Mon 2024-04-15 17:00
Tue 2024-04-30 17:30 | Mon 2024-05-06 11:00 | Mon 2024-05-06 17:00 | Thu 2024-05-09 17:00 | Tue 2024-05-14 17:00
Fri 2024-09-13 16:30 | Sat 2024-09-14 10:30 | Sat 2024-09-14 12:30 | Thu 2024-09-19 17:00 | Wed 2024-09-25 17:00
Mon 2024-09-30 11:00 | Mon 2024-09-30 13:00 | Mon 2024-09-30 17:00 | Thu 2024-10-10 17:00 | Tue 2024-10-15 17:00
Sat 2025-01-25 12:00 | Sun 2025-01-26 11:00 | Sun 2025-01-26 17:00 | Thu 2025-02-06 17:00 | Tue 2025-02-11 17:00
Mon 2025-01-27 09:00 | Mon 2025-01-27 11:00 | Mon 2025-01-27 17:00 | Fri 2025-02-07 17:00 | Wed 2025-02-12 17:00
Wed 2025-04-30 20:00 | Tue 2025-05-06 11:00 | Tue 2025-05-06 17:00 | Fri 2025-05-09 17:00 | Thu 2025-05-15 17:00
Fri 2025-09-26 13:00 | Fri 2025-09-26 15:00 | Fri 2025-09-26 17:00 | Tue 2025-09-30 17:00 | Mon 2025-10-13 17:00
Tue 2025-09-30 16:00 | Thu 2025-10-09 10:00 | Thu 2025-10-09 12:00 | Sat 2025-10-11 17:00 | Thu 2025-10-16 17:00
Sat 2026-01-03 10:00 | Sun 2026-01-04 11:00 | Sun 2026-01-04 17:00 | Wed 2026-01-07 17:00 | Tue 2026-01-13 17:00
Sat 2026-01-31 12:00 | Mon 2026-02-02 11:00 | Mon 2026-02-02 17:00 | Thu 2026-02-05 17:00 | Wed 2026-02-11 17:00
Fri 2026-02-13 10:00 | Fri 2026-02-13 12:00 | Fri 2026-02-13 17:00 | Wed 2026-02-25 17:00 | Mon 2026-03-02 17:00
Sat 2026-02-14 16:00 | Tue 2026-02-24 10:00 | Tue 2026-02-24 12:00 | Thu 2026-02-26 17:00 | Tue 2026-03-03 17:00
Thu 2026-04-30 16:59 | Wed 2026-05-06 10:59 | Wed 2026-05-06 12:59 | Fri 2026-05-08 17:00 | Wed 2026-05-13 17:00
Thu 2026-06-18 08:00 | Thu 2026-06-18 11:00 | Thu 2026-06-18 17:00 | Wed 2026-06-24 17:00 | Tue 2026-06-30 17:00
Sat 2026-09-19 10:00 | Sun 2026-09-20 11:00 | Sun 2026-09-20 17:00 | Wed 2026-09-23 17:00 | Wed 2026-09-30 17:00
Wed 2026-09-30 17:00 | Thu 2026-10-08 11:00 | Thu 2026-10-08 17:00 | Mon 2026-10-12 17:00 | Fri 2026-10-16 17:00
Fri 2026-11-20 12:00 | Fri 2026-11-20 14:00 | Fri 2026-11-20 17:00 | Wed 2026-11-25 17:00 | Tue 2026-12-01 17:00
"""


def shown(moment: datetime, calendar: Calendar = CHINA) -> str:
    return f"{moment.astimezone(calendar.tz):%a %Y-%m-%d %H:%M}"


def at(text: str) -> datetime:
    """A moment in the city, with its weekday or without."""
    return datetime.fromisoformat(text[-16:]).replace(tzinfo=CHINA.tz)


@each_row("year", list(FREE))
def test_china_s_days_are_the_state_council_s(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366 if year == 2024 else 365)]
    free = [f"{d:%m-%d}" for d in days if d.weekday() < 5 and not CHINA.works(d)]
    exchanged = [f"{d:%m-%d}" for d in days if d.weekday() >= 5 and CHINA.works(d)]
    assert free == FREE[year].split()
    assert exchanged == EXCHANGED[year].split()


@each_row("row", DUE.strip().splitlines())
def test_due_moments_by_eye(row: str) -> None:
    received, *wanted = row.split(" | ")
    assert shown(at(received)) == received, "the weekday is right"
    terms = (POLICY.triage, POLICY.acknowledge, POLICY.progress, POLICY.ordinary)
    assert [shown(term.due(at(received), CHINA)) for term in terms] == wanted


@each_row(
    ("received", "due"),
    [
        ("Sat 2026-01-31 12:00", "Mon 2026-03-02 17:00"),  # begins on Monday the 2nd
        (
            "Fri 2026-01-30 12:00",
            "Sat 2026-02-28 17:00",
        ),  # no 30th of February, and a Saturday that is worked
        ("Wed 2024-01-31 12:00", "Thu 2024-02-29 17:00"),
        ("Mon 2026-08-31 12:00", "Wed 2026-09-30 17:00"),
        ("Thu 2026-12-31 12:00", "Mon 2027-02-01 17:00"),  # the 31st is a Sunday
        (
            "Tue 2026-09-01 18:00",
            "Thu 2026-10-08 17:00",
        ),  # the 2nd is a holiday, as are all days until the 7th
    ],
)
def test_a_month_ends_on_the_same_date_or_the_month_s_last_or_when_work_goes_on(
    received: str, due: str
) -> None:
    assert shown(at(received)) == received
    assert shown(POLICY.complex.due(at(received), CHINA)) == due


def test_an_emergency_never_sleeps() -> None:
    night = at("Sat 2026-10-03 03:20")
    assert shown(POLICY.urgent_acknowledge.due(night, CHINA)) == "Sat 2026-10-03 05:20"
    assert shown(POLICY.urgent.due(night, CHINA)) == "Sun 2026-10-04 03:20"


def test_calendar_days_end_on_a_working_day() -> None:
    policy = ClockSettings.model_validate({"days": "calendar"}).policy
    assert shown(policy.progress.due(at("Mon 2026-11-16 10:00"), CHINA)) == "Thu 2026-11-19 17:00"
    assert shown(policy.progress.due(at("Thu 2026-11-19 10:00"), CHINA)) == "Mon 2026-11-23 17:00"
    assert shown(policy.ordinary.due(at("Fri 2026-09-25 10:00"), CHINA)) == "Thu 2026-10-08 17:00"


def test_a_break_at_noon_is_no_working_time() -> None:
    calendar = made(hours=["09:00-12:00", "14:00-18:00"])
    assert shown(POLICY.triage.due(at("2026-11-20 11:00"), calendar)) == "Fri 2026-11-20 15:00"
    assert shown(POLICY.triage.due(at("2026-11-20 13:00"), calendar)) == "Fri 2026-11-20 16:00"
    assert calendar.day_length == timedelta(hours=7)
    assert calendar.awake(at("2026-11-20 13:00"))


def test_the_evening_is_short_and_free_days_are_quiet() -> None:
    told = {text: CHINA.awake(at(text)) for text in ("2026-11-20 08:59", "2026-11-20 09:00", "2026-11-20 17:00", "2026-11-20 18:00", "2026-11-20 18:01", "2026-11-21 12:00", "2026-10-10 12:00", "2026-10-07 12:00")}  # fmt: skip
    assert [text for text, awake in told.items() if awake] == [
        "2026-11-20 09:00",
        "2026-11-20 17:00",
        "2026-11-20 18:00",
        "2026-10-10 12:00",
    ]
    assert shown(CHINA.next_awake(at("2026-11-20 18:01"))) == "Mon 2026-11-23 09:00"
    assert shown(CHINA.next_opening(at("2026-11-20 09:00"))) == "Mon 2026-11-23 09:00"
    assert shown(CHINA.next_opening(at("2026-11-20 08:00"))) == "Fri 2026-11-20 09:00"


# --- regions and exceptions


@each_row(
    ("region", "zone", "free", "worked"),
    [
        ("TW", "Asia/Taipei", "2026-02-28 2026-02-27 2025-01-27", "2025-02-08 2026-02-13"),
        ("HK", "Asia/Hong_Kong", "2026-04-03 2026-04-07 2026-07-01", "2026-10-02 2026-05-04"),
        ("MO", "Asia/Macau", "2026-12-08 2026-12-21 2026-10-02", "2026-05-04 2026-02-23"),
        ("CN", "Asia/Shanghai", "2026-02-23 2026-10-07", "2026-02-28 2026-10-10"),
    ],
)
def test_every_region_has_its_own_days(region: str, zone: str, free: str, worked: str) -> None:
    calendar = made(zone, region=region)
    assert [d for d in free.split() if calendar.works(date.fromisoformat(d))] == []
    assert [d for d in worked.split() if not calendar.works(date.fromisoformat(d))] == []


def test_a_year_without_exchange_days_is_noticed_where_there_should_be_some() -> None:
    assert CHINA.knows(2026)
    assert not CHINA.knows(2035)
    calendars = [made("Asia/Taipei", region=region) for region in ("TW", "HK", "MO")]
    assert all(calendar.knows(2035) for calendar in calendars)


def test_exceptions_add_and_remove_days() -> None:
    more = {"off": ["2035-03-01", "2026-10-10"], "worked": ["2035-03-04", date(2026, 10, 7)]}
    calendar = made(exceptions=more)
    assert not calendar.works(date(2035, 3, 1)), "a Thursday"
    assert calendar.works(date(2035, 3, 4)), "a Sunday"
    assert not calendar.works(date(2026, 10, 10)), "an exchange day taken back"
    assert calendar.works(date(2026, 10, 7)), "a holiday taken back"
    assert calendar.knows(2035)
    assert not calendar.knows(2036)


def test_a_calendar_s_fingerprint_changes_with_any_day_or_hour() -> None:
    variants = [
        CHINA,
        made(hours=["09:00-18:00"]),
        made("Asia/Tokyo"),
        made(exceptions={"off": ["2035-03-01"]}),
        made(region="HK"),
    ]
    assert len({fingerprint(calendar) for calendar in variants}) == len(variants)
    again = calendar_of.__wrapped__(CalendarSettings.model_validate({}), "Asia/Shanghai")
    assert fingerprint(again) == fingerprint(CHINA)
