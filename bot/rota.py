"""The settings of the duty rota."""

from datetime import date, tzinfo
from typing import Literal

from pydantic import Field, StrictInt

from bot.core.duty import Change, Rota
from bot.departments import Section
from bot.timekeeping import Day


class DutySettings(Section):
    change: Literal["day", "week"] = "day"
    starts: Day = Field(date(2026, 1, 5), examples=["2026-01-05"])
    hour: StrictInt = Field(8, ge=0, le=23)

    def rota(self, tz: tzinfo) -> Rota:
        return Rota(Change(self.change), self.starts, self.hour, tz)
