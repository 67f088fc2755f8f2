"""Which office a message goes to. The classifier's word is a suggestion; the citizen's choice is weightier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.core.case import Event


class Office(Protocol):
    """What routing needs to know of a department."""

    @property
    def id(self) -> str: ...
    @property
    def domains(self) -> tuple[str, ...]: ...
    @property
    def topics(self) -> tuple[str, ...]: ...
    @property
    def triage(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Suggested:
    """The classifier's answer, as routing sees it. Probabilities are nine-way; `queue` is a domain or "triage".

    `topics`: likeliest first, of all domains and of none; `urgent`: the probability that somebody is in danger
    now, `alarm` whether it reaches the model's own threshold; `words`: what drove the guess, in the citizen's
    own words, with weights.
    """

    domain: str
    confidence: float
    alternatives: tuple[tuple[str, float], ...]
    none: float
    queue: str
    model: str
    topics: tuple[tuple[str, float], ...] = ()
    kind: str = ""
    urgent: float = 0.0
    words: tuple[tuple[str, float], ...] = ()
    alarm: bool = False

    @property
    def top(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.alternatives[:3])


@dataclass(frozen=True, slots=True)
class Route:
    department: str
    domain: str | None
    triage: bool
    likely: tuple[str, ...] = field(default=())


def lead_of(domain: str, offices: Sequence[Office]) -> Office | None:
    """The first office in the configured order that leads `domain`."""
    return next((o for o in offices if domain in o.domains), None)


def likely_offices(suggested: Suggested, offices: Sequence[Office], count: int = 3) -> tuple[str, ...]:
    """The `count` likeliest offices, by domain and topic together, best first: each weighs its probability."""
    weight: dict[str, float] = {}
    for name, probability in suggested.alternatives:
        office = lead_of(name, offices)
        if office is not None:
            weight[office.id] = max(weight.get(office.id, 0.0), probability)
    for topic, probability in suggested.topics:
        office = next((o for o in offices if topic in o.topics), None)
        if office is not None:
            weight[office.id] = max(weight.get(office.id, 0.0), probability)
    ranked = sorted(weight, key=lambda office_id: -weight[office_id])
    return tuple(ranked[:count])


def likely_of(history: Sequence[Event]) -> Sequence[str]:
    """The offices that a case was thought to be for, when it was filed or summarised last."""
    found: Sequence[str] = next((e.data["likely"] for e in reversed(history) if "likely" in e.data), ())
    return found


def domain_at(office: Office, probabilities: Mapping[str, float]) -> str | None:
    """The domain that a case has at an office: its only one, or the likeliest of several."""
    return max(office.domains, key=lambda domain: probabilities.get(domain, 0.0), default=None)


def route(suggested: Suggested | None, chosen: str | None, offices: Sequence[Office]) -> Route:
    """Where a filed message goes.

    `chosen`: the domain that the citizen picked, "none" when they said that none fits, None when they
    left the suggestion as it was. No suggestion (a photo without words) goes to triage.
    """
    desk = next(o for o in offices if o.triage)
    likely = likely_offices(suggested, offices) if suggested else ()
    wanted = chosen if chosen is not None else (suggested.queue if suggested else "triage")
    office = lead_of(wanted, offices)
    if office is None:
        return Route(desk.id, None, True, likely)
    return Route(office.id, wanted, False, likely)
