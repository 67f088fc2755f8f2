"""The figures of this month and of all time, and what is overdue, office by office."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from bot.core.case import Case
from bot.core.deadlines import Standing
from bot.views.content import Content, Listed, Voice, lines, pager
from bot.views.supervision import over, watched

Late = tuple[Case, Sequence[Standing]]


@dataclass(frozen=True, slots=True)
class Figures:
    """`opened` is `done` and `going` together; `otherwise`: withdrawn, merged, declined."""

    opened: int
    done: int
    going: int
    overdue: int
    otherwise: int


@dataclass(frozen=True, slots=True)
class Shown:
    """`offices`: whose figures they are, None for the city's. `last`: the number of the last page, from 0."""

    offices: Sequence[str] | None
    month: Figures
    all: Figures
    overdue: Mapping[str, int]
    late: Sequence[Late]
    page: int
    last: int
    now: datetime


def summary(voice: Voice, shown: Shown) -> Content:
    whose = (
        voice.plain("summary-city")
        if shown.offices is None
        else voice.listed([voice.office(office) for office in shown.offices])
    )
    listed: list[str] = []
    for office, cases in groupby(shown.late, key=lambda late: late[0].department):
        listed += [
            voice.say(
                "summary-office", office=voice.office(office), overdue=str(shown.overdue.get(office, 0))
            ),
            *(_line(voice, case, clocks) for case, clocks in cases),
        ]
    page = voice.say("queue-page", page=shown.page + 1, pages=shown.last + 1) if shown.last else None
    return Content(
        lines(
            voice.say("summary-head", whose=whose, now=voice.when(shown.now)),
            _figures(voice, "summary-month", shown.month),
            _figures(voice, "summary-all", shown.all),
            "",
            *(listed or [voice.say("summary-none")]),
            page,
            voice.say("summary-how") if listed else None,
        ),
        pager(voice, lambda to: f"s:{to}", shown.page, shown.last),
        lists=Listed(tuple(case.id for case, _ in shown.late), f"s:{shown.page}"),
    )


def _figures(voice: Voice, key: str, figures: Figures) -> str:
    return voice.say(
        key,
        opened=str(figures.opened),
        done=str(figures.done),
        going=str(figures.going),
        overdue=str(figures.overdue),
        otherwise=str(figures.otherwise) if figures.otherwise else "none",
    )


def _line(voice: Voice, case: Case, clocks: Sequence[Standing]) -> str:
    late = next((clock for clock in clocks if clock.missed), None)
    return voice.say(
        "summary-line",
        mark="yes" if watched(case) else "no",
        number=case.number,
        what=voice.plain(f"clock-{late.kind.value}") if late else "–",
        over=over(voice, late) if late else "–",
    )
