"""The calendar of a region, made from the published holidays: the only place that asks the holidays package."""

import hashlib
from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from bot.core.workdays import Calendar
from bot.timekeeping import FIRST_YEAR, LAST_YEAR, CalendarSettings, Region

# Beside the public ones, the days on which public offices are closed.
_CATEGORIES = {
    "CN": ("public",),
    "TW": ("public",),
    "HK": ("public", "optional"),
    "MO": ("public", "government"),
}
# Where weekends are worked in exchange every year, a year without such a day is one that nobody published yet.
_EXCHANGES = frozenset({"CN"})


@cache
def calendar_of(settings: CalendarSettings, timezone: str) -> Calendar:
    off, worked = published(settings.region)
    more = settings.exceptions
    worked = (worked | frozenset(more.worked)) - frozenset(more.off)
    return Calendar(
        tz=ZoneInfo(timezone),
        hours=settings.spans,
        off=(off | frozenset(more.off)) - frozenset(more.worked),
        worked=worked,
        published=frozenset(d.year for d in worked) if settings.region in _EXCHANGES else None,
    )


@cache
def fingerprint(calendar: Calendar) -> str:
    """Changes when any day or hour does: running clocks are then reckoned anew."""
    days = [sorted(d.isoformat() for d in group) for group in (calendar.off, calendar.worked)]
    whole = f"{calendar.tz} {calendar.hours} {days}"
    return hashlib.sha256(whole.encode()).hexdigest()[:32]


@cache
def published(region: Region) -> tuple[frozenset[date], frozenset[date]]:
    """Free days, and weekends that are worked in exchange."""
    found = holidays.country_holidays(
        region, years=range(FIRST_YEAR, LAST_YEAR + 1), categories=_CATEGORIES[region]
    )
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return frozenset(found), frozenset(d for d in found.weekend_workdays if d.year in years)
