"""When people may be spoken to unasked, by the published list of 2025 and a clock on the wall.

Written down here once more: the check doesn't ask the calendar that the desk itself goes by.
"""

from datetime import date, datetime, time, tzinfo

OPENS, CLOSES = time(9), time(18)  # an hour's grace after five
FREE = (  # the first and the last day of each holiday
    (date(2025, 1, 1), date(2025, 1, 1)),
    (date(2025, 1, 28), date(2025, 2, 4)),
    (date(2025, 4, 4), date(2025, 4, 6)),
    (date(2025, 5, 1), date(2025, 5, 5)),
    (date(2025, 5, 31), date(2025, 6, 2)),
    (date(2025, 10, 1), date(2025, 10, 8)),
)
WORKED = {date(2025, 1, 26), date(2025, 2, 8), date(2025, 4, 27), date(2025, 9, 28), date(2025, 10, 11)}


def worked(day: date) -> bool:
    return day in WORKED or (day.weekday() < 5 and not any(a <= day <= b for a, b in FREE))


def awake(moment: datetime, zone: tzinfo) -> bool:
    """On a working day, from nine to six."""
    there = moment.astimezone(zone)
    return worked(there.date()) and OPENS <= there.time() <= CLOSES
