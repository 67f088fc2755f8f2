"""Like cases: which may be found, for what, and how like they have to be. The figures: docs/classifier.md."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from bot.core.case import OPEN, Case, Outcome, Status
from bot.core.routing import Office

REPORT = "举报"


class Standing(Enum):
    """What a case can be found as."""

    OPEN = "open"
    ANSWERED = "answered"
    OVER = "over"  # ended without an office's answer: never found


class Use(Enum):
    """What like cases are looked for: among which, and from which likeness."""

    JOIN = (Standing.OPEN, 0.6)  # offered to a citizen: a wrong one insults
    MERGE = (Standing.OPEN, 0.3)  # a dispatcher's list, looked through by somebody who reads
    ANSWER = (Standing.ANSWERED, 0.25)  # a start for a clerk: another matter of the kind helps too

    @property
    def among(self) -> Standing:
        return self.value[0]

    @property
    def least(self) -> float:
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is read of a case to decide whether it may be found. `kind` None: nobody has said, no model either."""

    case_id: int
    text: str
    kind: str | None
    confidential: bool
    status: Status
    outcome: Outcome | None

    @property
    def standing(self) -> Standing:
        if self.status in OPEN:
            return Standing.OPEN
        answered = self.outcome is not None and self.status is not Status.WITHDRAWN
        return Standing.ANSWERED if answered else Standing.OVER


def may_enter(kind: str | None, *, confidential: bool) -> bool:
    """Whether a case may be like others at all, on either side: not a report, nothing said in confidence.

    Of a case whose kind is unknown nobody can say that it is no report: it stays out.
    """
    return bool(kind) and kind != REPORT and not confidential


def same_family(case: Case, other: Case, offices: Iterable[Office]) -> bool:
    """Whether an answer to `other` can be a start for `case`: the same domain, or offices with a matter in common.

    A case in triage that nobody has sent on yet may be about anything.
    """
    by_id = {office.id: office for office in offices}
    mine, theirs = _matters(case, by_id.get(case.department)), _matters(other, by_id.get(other.department))
    return not mine or bool(mine & theirs)


def _matters(case: Case, office: Office | None) -> frozenset[str]:
    if case.domain is not None:
        return frozenset((case.domain,))
    return frozenset((*office.domains, *office.topics)) if office is not None else frozenset()
