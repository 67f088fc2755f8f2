"""What people's decisions teach: which acts count as a label for a case, how strongly, and which one decides.

The model's own guess never counts. A label is there only where a person chose or confirmed it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.case import ActorKind, Event, EventKind
from bot.core.routing import Office

NONE = "其他"


class Source(StrEnum):
    """Where a label comes from. The first three are strong: somebody whose trade it is looked and chose."""

    LABELLED = "labelled"  # with /label
    DISPATCHED = "dispatched"  # from triage to an office
    TRANSFERRED = "transferred"  # passed on by one office and taken by the other
    CLAIMED = "claimed"  # taken by the office that the guess had chosen
    CITIZEN = "citizen"  # picked instead of the guess


# What a label weighs in training, an authored message of the corpus being 1.
WEIGHT: Mapping[Source, float] = {
    Source.LABELLED: 2.0,
    Source.DISPATCHED: 2.0,
    Source.TRANSFERRED: 2.0,
    Source.CLAIMED: 0.5,
    Source.CITIZEN: 0.5,
}


@dataclass(frozen=True, slots=True)
class Label:
    """One person's word on one case; `domain` is one of the eight or 其他."""

    domain: str
    topic: str | None
    source: Source
    at: datetime

    @property
    def weight(self) -> float:
        return WEIGHT[self.source]


# The classifier's topics for which departments have another word, and the domain that they belong to.
OFFICES_WORD: Mapping[str, str] = {"税务金融": "税务", "医保报销": "医保"}
_DOMAIN_OF = {"医保报销": "社保"}
_TOPICS = {word: (_DOMAIN_OF.get(topic, NONE), topic) for topic, word in OFFICES_WORD.items()}


def of_office(office: Office) -> tuple[str, str | None] | None:
    """Domain and topic that sending a case to `office` says; None where the office takes several matters."""
    if len(office.domains) == 1 and not office.topics:
        return office.domains[0], None
    said = {_TOPICS.get(topic, (NONE, topic)) for topic in office.topics}
    if office.domains or len({domain for domain, _ in said}) != 1:
        return None
    domain, topic = said.pop()
    return (domain, None) if said else (domain, topic)


def taught_by(event: Event, before: Sequence[Event], offices: Iterable[Office]) -> Label | None:
    """The label that a move of staff gives, if any. `before`: the case's events up to this one."""
    if event.actor.kind is not ActorKind.STAFF:
        return None
    by_id = {office.id: office for office in offices}

    def label(department: str, source: Source) -> Label | None:
        office = by_id.get(department)
        said = of_office(office) if office is not None else None
        return Label(*said, source, event.at) if said else None

    if event.kind is EventKind.DISPATCHED:
        return label(event.data["department"], Source.DISPATCHED)
    if event.kind is not EventKind.CLAIMED:
        return None
    placed = next((e for e in reversed(before) if "department" in e.data), None)
    if placed is None:
        return None
    if placed.kind is EventKind.TRANSFERRED:
        return label(placed.data["department"], Source.TRANSFERRED)
    if placed.kind is EventKind.FILED and placed.data["domain"]:
        return Label(placed.data["domain"], None, Source.CLAIMED, event.at)
    return None


def deciding(labels: Iterable[Label]) -> Label | None:
    """The strongest of a case's labels; of equals the latest."""
    return max(labels, key=lambda label: (label.weight, label.at), default=None)
