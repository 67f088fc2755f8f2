"""What happens in the town beside its cases: rotas, cards of knowledge, absences, callers, a group that grows."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from random import Random

from benchmarks.year import acts
from benchmarks.year.offices import Office
from benchmarks.year.scripts import on
from benchmarks.year.town import GROWS, Town

AWAY_A_YEAR = 2.0  # absences of each clerk
LEAVES_FROM = "zhujian"
ON_DUTY = 0.6  # of the offices have a rota; for the others the lead is called, then the supervisors


def arrange(town: Town, offices: dict[str, Office], chance: Random, days: int) -> None:
    """Plan what is known in advance, in office hours."""
    start = town.now()

    def workday(least: float = 0, most: float | None = None) -> datetime:
        day = start + timedelta(days=chance.uniform(least, days if most is None else most))
        return town.calendar.add(town.calendar.next_open(day), timedelta(minutes=chance.uniform(1, 300)))

    for question, answer, source in acts.CARDS:
        text = f"/knowledge {question}\n{answer}\n来源：{source}"
        group, clerk = town.groups[town.settings.triage.id], town.clerks[town.settings.triage.id][0]
        town.at(workday(0, 2), partial(town.say, clerk, text, group))
    for office in town.leads:
        if chance.random() < ON_DUTY:
            town.at(workday(0, 1), partial(_rota, town, office))
    for office, clerks in town.clerks.items():
        for clerk in clerks:
            for _ in range(_times(AWAY_A_YEAR * days / 365, chance)):
                town.at(workday(), partial(_away, town, clerk, office, chance.randint(1, 7)))
    town.at(workday(days * 0.5, days * 0.8), partial(_leave, town, LEAVES_FROM))
    town.at(workday(days * 0.3, days * 0.7), partial(_upgrade, town, offices[GROWS]))


def _times(mean: float, chance: Random) -> int:
    return int(mean) + (chance.random() < mean % 1)


def _rota(town: Town, office: str) -> None:
    """Shift A and shift B, by buttons, by the lead."""
    lead, group = town.leads[office], town.groups[office]
    first, second = (town.names[c] for c in town.clerks[office])
    town.scripts.begin(
        lead, group, None,
        on("值班", "排 A 班"), on("A 班：点名字", first), on("A 班：点名字", "好了"),
        on("班（到", "排 B 班"), on("B 班：点名字", second), on("B 班：点名字", "好了"),
    )  # fmt: skip
    town.say(lead, "/duty", group)


def _away(town: Town, clerk: int, office: str, days: int) -> None:
    """Some days off; a colleague is the deputy."""
    until = town.now().astimezone(town.zone()).date() + timedelta(days=days)
    others = [town.names[c] for c in town.clerks[office] if c != clerk]
    if others and clerk in town.clerks[office]:
        town.say(clerk, f"/away {until:%m-%d} {others[0]}", town.groups[office])


def _leave(town: Town, office: str) -> None:
    """A clerk leaves for good: an admin hands the cases to the colleague, in private."""
    gone, heir = town.clerks[office]
    town.clerks[office] = [heir]
    town.scripts.begin(
        town.admin, town.admin, None,
        on("的工作人员，共", town.names[gone]), on("，工号 ", "离岗"),
        on("交给谁|离岗？", town.names[heir], "放回部门", "确定，离岗"), on("离岗？", "确定，离岗"),
    )  # fmt: skip
    town.say(town.admin, f"/staff {town.settings.department(office).label('zh-Hans')}", town.admin)


def _upgrade(town: Town, office: Office) -> None:
    """The office's group becomes a supergroup: another id, and the cards stand there anew."""
    old = town.groups[office.id]
    new = town.server.world.migrate(old)
    town.groups[office.id] = new
    town.witness.did(new)
    town.witness.listeners[new] = office.hear
