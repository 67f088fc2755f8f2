"""The settings of time: whose calendar, the office's hours, and how long each thing may take."""

import re
from datetime import date, time, timedelta
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StrictInt, ValidationInfo, field_validator

from bot.core.deadlines import Policy, Term, Unit
from bot.departments import Section, as_toml

Region = Literal["CN", "TW", "HK", "MO"]
FIRST_YEAR, LAST_YEAR = 2020, 2060  # the years that a calendar is made of
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


def _day(given: Any) -> date:
    """A date, in quotes or without."""
    try:
        day = given if type(given) is date else date.fromisoformat(given)
    except (TypeError, ValueError):
        raise ValueError(f"must be a date, is {as_toml(given, 60)}", ["2027-02-11"]) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"must be in the years {FIRST_YEAR} to {LAST_YEAR}, is {day}", ["2027-02-11"])
    return day


Day = Annotated[date, BeforeValidator(_day)]


class Exceptions(Section):
    off: tuple[Day, ...] = Field((), examples=[["2027-02-11", "2027-02-12"]])
    worked: tuple[Day, ...] = Field((), examples=[["2027-02-14"]])

    @field_validator("worked")
    @classmethod
    def _not_both(cls, days: tuple[date, ...], info: ValidationInfo) -> tuple[date, ...]:
        if both := sorted({*days} & {*info.data.get("off", ())}):
            raise ValueError(f"holds {both[0]}, which stands in off as well", ["2027-02-14"])
        return days


class CalendarSettings(Section):
    region: Region = "CN"
    hours: tuple[str, ...] = Field(("09:00-17:00",), min_length=1, examples=[["09:00-12:00", "14:00-18:00"]])
    exceptions: Exceptions = Field(
        Exceptions.model_validate({}), examples=[{"off": ["2027-02-11"], "worked": ["2027-02-14"]}]
    )

    @field_validator("hours")
    @classmethod
    def _one_after_the_other(cls, spans: tuple[str, ...]) -> tuple[str, ...]:
        before = time.min
        for text in spans:
            if not _HOURS.fullmatch(text):
                raise ValueError(f"must be hours such as 09:00-17:00, is {as_toml(text)}")
            opens, closes = _span(text)
            if closes <= opens or opens < before:
                raise ValueError(f"must go forward through the day, which {text} does not")
            before = closes
        return spans

    @property
    def spans(self) -> tuple[tuple[time, time], ...]:
        return tuple(map(_span, self.hours))


def _span(text: str) -> tuple[time, time]:
    opens, closes = map(time.fromisoformat, text.split("-"))
    return opens, closes


class ClockSettings(Section):
    days: Literal["working", "calendar"] = "working"
    triage_hours: StrictInt = Field(2, ge=1, le=80)
    acknowledge_hours: StrictInt = Field(4, ge=1, le=80)
    progress_days: StrictInt = Field(3, ge=1, le=60)
    ordinary_days: StrictInt = Field(7, ge=1, le=90)
    complex_months: StrictInt = Field(1, ge=1, le=12)
    question_days: StrictInt = Field(2, ge=1, le=60)
    emergency_acknowledge_hours: StrictInt = Field(2, ge=1, le=24)
    emergency_hours: StrictInt = Field(24, ge=2, le=168)
    page_minutes: StrictInt = Field(5, ge=1, le=60)
    wait_days: StrictInt = Field(5, ge=1, le=30)
    warn_hours: StrictInt = Field(4, ge=1, le=24)
    lead_hours: StrictInt = Field(4, ge=1, le=80)
    supervise_hours: StrictInt = Field(8, ge=2, le=160)
    escalate_hours: StrictInt = Field(24, ge=3, le=400)
    return_days: StrictInt = Field(2, ge=1, le=30)
    decide_days: StrictInt = Field(1, ge=1, le=30)
    follow_up_hours: StrictInt = Field(24, ge=1, le=240)
    follow_up_again_days: StrictInt = Field(3, ge=1, le=30)
    follow_up_days: StrictInt = Field(7, ge=2, le=60)
    extension_days: StrictInt = Field(10, ge=1, le=90)
    deferrals: StrictInt = Field(2, ge=0, le=10)
    deferral_days: StrictInt = Field(365, ge=1, le=1825)

    @field_validator("ordinary_days")
    @classmethod
    def _after_the_progress(cls, days: int, info: ValidationInfo) -> int:
        if days <= (progress := info.data.get("progress_days", 0)):
            raise ValueError(f"must be more than progress_days ({progress}), is {days}", progress + 4)
        return days

    @field_validator("emergency_hours")
    @classmethod
    def _after_the_first_step(cls, hours: int, info: ValidationInfo) -> int:
        if hours <= (first := info.data.get("emergency_acknowledge_hours", 0)):
            raise ValueError(f"must be more than emergency_acknowledge_hours ({first}), is {hours}", 24)
        return hours

    @field_validator("supervise_hours")
    @classmethod
    def _after_the_lead(cls, hours: int, info: ValidationInfo) -> int:
        if hours <= (lead := info.data.get("lead_hours", 0)):
            raise ValueError(f"must be more than lead_hours ({lead}), is {hours}", lead + 4)
        return hours

    @field_validator("escalate_hours")
    @classmethod
    def _after_the_supervisor(cls, hours: int, info: ValidationInfo) -> int:
        if hours <= (before := info.data.get("supervise_hours", 0)):
            raise ValueError(f"must be more than supervise_hours ({before}), is {hours}", before + 16)
        return hours

    @field_validator("follow_up_days")
    @classmethod
    def _after_the_second_question(cls, days: int, info: ValidationInfo) -> int:
        if days <= (again := info.data.get("follow_up_again_days", 0)):
            raise ValueError(f"must be more than follow_up_again_days ({again}), is {days}", again + 4)
        return days

    @cached_property
    def policy(self) -> Policy:
        days = Unit.WORKING_DAYS if self.days == "working" else Unit.CALENDAR_DAYS
        return Policy(
            triage=Term(Unit.WORKING_HOURS, self.triage_hours),
            acknowledge=Term(Unit.SAME_DAY, self.acknowledge_hours),
            progress=Term(days, self.progress_days),
            ordinary=Term(days, self.ordinary_days),
            complex=Term(Unit.MONTHS, self.complex_months),
            question=Term(days, self.question_days),
            urgent_acknowledge=Term(Unit.CLOCK_HOURS, self.emergency_acknowledge_hours),
            urgent=Term(Unit.CLOCK_HOURS, self.emergency_hours),
            wait=Term(Unit.WORKING_DAYS, self.wait_days),
            warn=timedelta(hours=self.warn_hours),
            page=timedelta(minutes=self.page_minutes),
            lead=Term(Unit.WORKING_HOURS, self.lead_hours),
            supervise=Term(Unit.WORKING_HOURS, self.supervise_hours),
            escalate=Term(Unit.WORKING_HOURS, self.escalate_hours),
            returning=Term(Unit.WORKING_DAYS, self.return_days),
            decide=Term(Unit.WORKING_DAYS, self.decide_days),
            follow_up_ask=Term(Unit.CLOCK_HOURS, self.follow_up_hours),
            follow_up_again=Term(Unit.WORKING_DAYS, self.follow_up_again_days),
            follow_up=Term(Unit.WORKING_DAYS, self.follow_up_days),
            extension=self.extension_days,
            deferrals=self.deferrals,
            deferral=self.deferral_days,
        )
