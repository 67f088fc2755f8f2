"""An office's queue: a button a view with its count, a button a case with the time left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.case import Case, Status
from bot.core.deadlines import Standing
from bot.core.queues import Tab
from bot.texts import Safe
from bot.views.card import title
from bot.views.content import Button, Content, Listed, Voice, lines, pager, rows
from bot.views.supervision import over, watched

Line = tuple[Case, Sequence[Standing]]
TABS_A_ROW = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of one view. `last`: the number of the last page, from 0; `rated`: the month's ratings in words."""

    office: str
    tab: Tab
    page: int
    last: int
    tabs: Sequence[Tab]
    counts: Mapping[Tab, int]
    lines: Sequence[Line]
    rated: Safe | None = None


def queue(voice: Voice, shown: Shown) -> Content:
    name = _name(voice, shown.office, shown.tab)
    head = voice.say("queue-head", office=voice.office(shown.office), tab=name, count=shown.counts[shown.tab])
    where = voice.say("queue-page", page=shown.page + 1, pages=shown.last + 1) if shown.last else None
    key = "queue-empty" if shown.tab is Tab.ALL else "queue-empty-tab"
    none = None if shown.lines else voice.say(key)
    found = [(Button(_line(voice, *line), f"c:open:{line[0].id}"),) for line in shown.lines]
    tabs = [
        Button(
            voice.plain(
                "button-tab" if tab is not shown.tab else "button-tab-here",
                tab=_name(voice, shown.office, tab),
                count=shown.counts[tab],
            ),
            _data(shown.office, tab, 0),
        )
        for tab in shown.tabs
    ]
    turns = pager(voice, lambda to: _data(shown.office, shown.tab, to), shown.page, shown.last)
    return Content(
        lines(head, where, shown.rated, none),
        (*found, *turns, *rows(tabs, TABS_A_ROW)),
        lists=_listed(shown.lines, _data(shown.office, shown.tab, shown.page)),
    )


def _listed(found: Sequence[Line], again: str) -> Listed:
    return Listed(tuple(case.id for case, _ in found), again)


@dataclass(frozen=True, slots=True)
class Mine:
    """One page of one clerk's own cases; `elsewhere`: how many a group does not show."""

    owner: int
    name: str
    tab: Tab
    page: int
    last: int
    tabs: Sequence[Tab]
    counts: Mapping[Tab, int]
    lines: Sequence[Line]
    elsewhere: int


def mine(voice: Voice, shown: Mine) -> Content:
    def data(tab: Tab, page: int) -> str:
        return f"my:{tab.value}:{page}:{shown.owner}"

    count = shown.counts[shown.tab]
    head = voice.say("my-head", name=shown.name, tab=voice.plain(f"tab-{shown.tab.value}"), count=count)
    where = voice.say("queue-page", page=shown.page + 1, pages=shown.last + 1) if shown.last else None
    none = None if shown.lines else voice.say("my-empty" if shown.tab is Tab.ALL else "queue-empty-tab")
    more = voice.say("my-elsewhere", count=shown.elsewhere) if shown.elsewhere else None
    here = f"{shown.tab.value}:{shown.page}:{shown.owner}"
    found = [(Button(_line(voice, *line), f"my:open:{line[0].id}:{here}"),) for line in shown.lines]
    turns = pager(voice, lambda to: data(shown.tab, to), shown.page, shown.last)
    tabs = [
        Button(
            voice.plain(
                "button-tab" if tab is not shown.tab else "button-tab-here",
                tab=voice.plain(f"tab-{tab.value}"),
                count=shown.counts[tab],
            ),
            data(tab, 0),
        )
        for tab in shown.tabs
    ]
    return Content(
        lines(head, where, none, more),
        (*found, *turns, *rows(tabs, TABS_A_ROW)),
        lists=_listed(shown.lines, data(shown.tab, shown.page)),
    )


def _data(office: str, tab: Tab, page: int) -> str:
    return f"q:{office}:{tab.value}:{page}"


def _name(voice: Voice, office: str, tab: Tab) -> str:
    if tab is Tab.WAITING and voice.who(office) == "triage":
        return voice.plain("tab-unsent")
    return voice.plain(f"tab-{tab.value}")


def _line(voice: Voice, case: Case, clocks: Sequence[Standing]) -> str:
    return voice.plain(
        "button-case",
        mark="yes" if watched(case) else "no",
        number=case.number,
        left=left(voice, case, clocks),
        headline=title(voice, case, 16),
    )


def left(voice: Voice, case: Case, clocks: Sequence[Standing]) -> str:
    """The time left for what is due next, or for how long it is overdue; without either, the status."""
    if case.open:
        late = next((clock for clock in clocks if clock.missed), None)
        if late is not None:
            return over(voice, late)
        coming = next((clock for clock in clocks if not clock.paused), None)
        if coming is not None and case.status is not Status.AWAITING_CITIZEN:
            if coming.days:
                return voice.plain("time-left-days", count=coming.days)
            return voice.plain("time-left-hours", count=coming.hours)
    return voice.plain(f"status-{case.status.value}")
