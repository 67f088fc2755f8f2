"""The duty rota: which shift is in force, who is reached instead of whom, and until when somebody is away. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from bot.core.errors import Refusal
from bot.core.script import simplified

LONGEST = timedelta(days=366)


class Shift(StrEnum):
    A = "A"
    B = "B"

    @property
    def other(self) -> "Shift":
        return Shift.B if self is Shift.A else Shift.A


class Change(StrEnum):
    DAY = "day"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Rota:
    """Two shifts in turn. Shift A begins on `starts` at `hour`, and they change there every day or every week."""

    change: Change
    starts: date
    hour: int
    tz: tzinfo

    def _turn(self, moment: datetime) -> int:
        local = moment.astimezone(self.tz)
        day = local.date() - timedelta(days=local.hour < self.hour)
        return (day - self.starts).days // self._length

    @property
    def _length(self) -> int:
        return 7 if self.change is Change.WEEK else 1

    def shift_at(self, moment: datetime) -> Shift:
        return Shift.A if self._turn(moment) % 2 == 0 else Shift.B

    def changes_after(self, moment: datetime) -> datetime:
        """When the shift that is in force at `moment` ends."""
        day = self.starts + timedelta(days=(self._turn(moment) + 1) * self._length)
        return datetime.combine(day, time(self.hour), self.tz)


@dataclass(frozen=True, slots=True)
class Absence:
    until: datetime
    deputy_id: int | None = None


def reached(people: Iterable[int], absences: Mapping[int, Absence]) -> list[int]:
    """Who is told instead of `people`, each once: a deputy for whoever is away; a deputy who is away is passed over.

    `absences`: those in force now.
    """
    out: list[int] = []
    for person in people:
        away = absences.get(person)
        told = person if away is None else away.deputy_id
        if told is not None and (away is None or told not in absences):
            out.append(told)
    return list(dict.fromkeys(out))


# --- until when somebody is away, as people type it


class NotAhead(Refusal):
    """A day that is past, or more than a year ahead."""

    key = "refused-not-ahead"


class NoSuchColleague(Refusal):
    """A deputy who is not a colleague, or is away as well."""

    key = "refused-no-such-colleague"


_NUMBERS = {ch: n for n, ch in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_SPAN = re.compile(
    r"(\d{1,3}|[一二两三四五六七八九十])\s*(?:个)?(天|日|周|星期|礼拜|days?|d|weeks?|w)", re.IGNORECASE
)
_DATE = re.compile(r"(?:(20\d\d)\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_WORDS = {"今天": 0, "today": 0, "明天": 1, "tomorrow": 1, "后天": 2}


def last_day(text: str, today: date) -> date | None:
    """The last day away that `text` names, today counting as the first; None when it names none.

    Raises NotAhead.
    """
    words = simplified(text.strip().lower())
    day: date | None = None
    if words in _WORDS:
        day = today + timedelta(days=_WORDS[words])
    elif span := _SPAN.fullmatch(words):
        count = int(span[1]) if span[1].isdigit() else _NUMBERS[span[1]]
        days = count * (7 if span[2][0] in "周星礼w" else 1)
        day = today + timedelta(days=days - 1)
    elif found := _DATE.fullmatch(words):
        year = int(found[1]) if found[1] else today.year
        try:
            day = date(year, int(found[2]), int(found[3]))
            if found[1] is None and (today - day).days > 183:
                day = day.replace(year=year + 1)  # in December 1-05 is ahead
        except ValueError:
            return None
    if day is None:
        return None
    if not today <= day <= today + LONGEST:
        raise NotAhead
    return day
