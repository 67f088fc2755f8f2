"""The play: from moment to moment, the next act of anybody or the next ring of a clock, until the year is over."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.year.distributions import Measured
from benchmarks.year.events import arrange
from benchmarks.year.fast import tidy
from benchmarks.year.leaders import Leader
from benchmarks.year.matters import Archive
from benchmarks.year.offices import Office
from benchmarks.year.people import CALLS_SHARE, Population
from benchmarks.year.town import Town, build
from classifier.predict import Classifier


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be played. `down`: when the desk is down, from and to, in the city's time.

    `also`: moments at which somebody writes, whatever the dice say.
    """

    first: date = date(2025, 1, 1)
    days: int = 365
    cases: int = 2000
    seed: int = 2025
    down: tuple[datetime, datetime] | None = (datetime(2025, 7, 15, 17, 40), datetime(2025, 7, 18, 10, 20))  # noqa: DTZ001

    also: tuple[datetime, ...] = ()

    @property
    def last(self) -> date:
        """The first day that is not played."""
        return self.first + timedelta(days=self.days)


@dataclass(slots=True, repr=False)
class Played:
    """A year that is over, before the desk is closed."""

    plan: Plan
    town: Town
    population: Population
    offices: dict[str, Office]
    moments: int = 0
    rings: int = 0
    waited: int = 0
    lost: int = 0


async def play(
    plan: Plan,
    folder: Path,
    classifier: Classifier,
    progress: Callable[[str], None] = lambda _: None,
) -> Played:
    """Live through the days of `plan`; the desk is left running, to be looked at."""
    measured, chance = Measured.load(), Random(plan.seed)
    zone = Town.zone()
    start = datetime(plan.first.year, plan.first.month, plan.first.day, tzinfo=zone)
    town = await build(folder, start, classifier)
    dice = Random(chance.random())
    archive = Archive(Random(chance.random()))
    population = Population(town, dice, measured, archive)
    offices: dict[str, Office] = {}
    for department in town.settings.departments:
        office = Office(department.id, town, measured, Random(chance.random()), population.known)
        offices[department.id] = office
        town.witness.listeners[town.groups[department.id]] = office.hear
    for person in (town.supervisor, *town.leads.values(), *town.checkers.values()):
        town.witness.listeners[person] = Leader(person, town, Random(chance.random())).hear
    played = Played(plan, town, population, offices)
    arrange(town, offices, Random(chance.random()), plan.days)
    calendar = _Arrivals(plan, played, Random(chance.random()))
    for moment in plan.also:
        town.at(moment.replace(tzinfo=zone), population.complain)
    try:
        await _live(played, calendar, start + timedelta(days=plan.days), progress)
    except BaseException:
        await town.close()
        raise
    return played


@dataclass(slots=True, repr=False)
class _Arrivals:
    """Who writes on which day: as many as are still wanted, spread over what is left as weekdays and hours go."""

    plan: Plan
    played: Played
    chance: Random
    rest: float = 0.0

    def of_day(self, midnight: datetime) -> None:
        """Plan a day's complaints at its first moment."""
        measured, town = self.played.population.measured, self.played.town
        day = midnight.date()
        left = [
            measured.weight_of_weekday((day + timedelta(days=n)).weekday())
            for n in range((self.plan.last - day).days)
        ]
        wanted = max(self.plan.cases - len(self.played.population.known), 0) * left[0] / sum(left)
        wanted *= self.chance.uniform(0.7, 1.3) if len(left) > 1 else 1.0
        count = int(wanted + self.rest)
        self.rest += wanted - count
        for _ in range(count):
            when = midnight + timedelta(hours=measured.hour(self.chance), minutes=self.chance.uniform(0, 60))
            if self.chance.random() < CALLS_SHARE:
                desk = self.played.offices[town.settings.triage.id]
                matter = self.played.population.archive.matter(measured)
                desk.later(when, partial(desk.record, matter))
            else:
                town.at(when, self.played.population.complain)


async def _live(played: Played, arrivals: _Arrivals, end: datetime, progress: Callable[[str], None]) -> None:
    town = played.town
    midnight = town.now()
    down, up = [m.replace(tzinfo=end.tzinfo) for m in played.plan.down] if played.plan.down else (None, None)
    began = time.monotonic()
    while True:
        coming = [midnight, town.next_act, town.next_ring(), down if town.service else up]
        moment = min(m for m in coming if m is not None)
        if moment >= end:
            break
        town.clock.move_to(moment)
        played.moments += 1
        if moment == midnight:
            if midnight.day == 1:
                progress(f"{midnight:%Y-%m} {time.monotonic() - began:.0f} s")
            tidy()
            arrivals.of_day(midnight)
            if town.service:
                await town.sweep("follow_calendar", "purge")
            midnight += timedelta(days=1)
        if town.service and moment == down:
            await town.shut()
            down = None
        elif not town.service and moment == up:
            played.waited = town.waiting_chats()
            await town.open()
            up = None
        town.act_now()
        if town.service is None:
            played.lost += town.forgotten_by_telegram()
        await town.settle()
        ring = town.next_ring()
        if ring is not None and ring <= moment:
            played.rings += 1
            await town.sweep("ring_clocks")
            await town.settle()
    town.clock.move_to(end)
    await town.settle()
