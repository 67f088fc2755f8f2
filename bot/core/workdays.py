"""Working time: which days are worked, when the office is open, and how to count in both. The days come in as data."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

EVENING = timedelta(hours=1)  # a word to people may still come this long after the office closed
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A region's working days and an office's hours.

    `off`: days that are free although they are weekdays; `worked`: Saturdays and Sundays worked in exchange
    (调休); `published`: the years whose exchange days are known, None where there are none to publish.
    """

    tz: tzinfo
    hours: tuple[tuple[time, time], ...]
    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    published: frozenset[int] | None = None

    # --- days

    def works(self, day: date) -> bool:
        return day in self.worked or (day.weekday() < 5 and day not in self.off)

    def knows(self, year: int) -> bool:
        """Whether a year's exchange days are published. They come in November; without them a year looks ordinary."""
        return self.published is None or year in self.published

    def local_day(self, moment: datetime) -> date:
        return moment.astimezone(self.tz).date()

    def workday(self, day: date, count: int = 0) -> date:
        """The working day `count` working days after `day`; 0: `day` itself if it is worked, else the next."""
        while count > 0 or not self.works(day):
            day += DAY
            count -= self.works(day)
        return day

    def opening(self, day: date) -> datetime:
        return self._at(day, self.hours[0][0])

    def closing(self, day: date) -> datetime:
        return self._at(day, self.hours[-1][1])

    def midnight(self, day: date) -> datetime:
        """When the city's `day` ends."""
        return self._at(day + DAY, time())

    def _at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, self.tz).astimezone(UTC)

    # --- hours

    @property
    def day_length(self) -> timedelta:
        """How long the office is open on a working day."""
        some = date(2000, 1, 1)
        return sum((_between(some, a, b) for a, b in self.hours), timedelta())

    def _spans(self, after: datetime) -> Iterator[tuple[datetime, datetime]]:
        """When the office is open, from the first span that ends after `after`, without end."""
        day = self.local_day(after)
        while True:
            if self.works(day):
                for opens, closes in self.hours:
                    if (end := self._at(day, closes)) > after:
                        yield self._at(day, opens), end
            day += DAY

    def next_open(self, moment: datetime) -> datetime:
        """`moment` itself while the office is open, else when it opens next."""
        opens, _ = next(self._spans(moment))
        return max(opens, moment)

    def add(self, moment: datetime, working: timedelta) -> datetime:
        """The moment that is `working` of open office later."""
        for opens, closes in self._spans(moment):
            begins = max(opens, moment)
            if closes - begins >= working:
                return begins + working
            working -= closes - begins
        raise AssertionError("the spans have no end")

    def worked_between(self, start: datetime, end: datetime) -> timedelta:
        """How long the office is open from `start` to `end`; nothing when `end` is not later."""
        total = timedelta()
        for opens, closes in self._spans(start):
            if opens >= end:
                break
            total += max(min(closes, end) - max(opens, start), timedelta())
        return total

    # --- when people may be spoken to unasked

    def awake(self, moment: datetime) -> bool:
        """A working day, from opening to a little after closing."""
        day = self.local_day(moment)
        return self.works(day) and self.opening(day) <= moment <= self.closing(day) + EVENING

    def next_awake(self, moment: datetime) -> datetime:
        """`moment` itself if people may be spoken to then, else the next opening."""
        return moment if self.awake(moment) else self.next_opening(moment)

    def next_opening(self, moment: datetime) -> datetime:
        """When a working day begins next, later than `moment`."""
        day = self.workday(self.local_day(moment))
        opening = self.opening(day)
        return opening if opening > moment else self.opening(self.workday(day, 1))


def _between(day: date, start: time, end: time) -> timedelta:
    return datetime.combine(day, end) - datetime.combine(day, start)


def month_after(day: date, months: int = 1) -> date:
    """The same date some months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
