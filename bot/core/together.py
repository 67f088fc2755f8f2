"""Cases that are handled as one: which may be merged, and what each citizen sees of the case that leads. Pure."""

import dataclasses
import re
import unicodedata
from typing import Any

from bot.core.case import OPEN, Case, EventKind, Status
from bot.core.errors import Refusal
from bot.core.masking import mask

# What each citizen hears whose case was merged into another. A question goes to the lead's citizen alone, and so
# does what answers their own words; a case that is declined takes the merged ones with it, each by itself.
SHARED = frozenset(
    {
        EventKind.DISPATCHED,
        EventKind.CLAIMED,
        EventKind.TRANSFERRED,
        EventKind.RETURNED,
        EventKind.REDIRECTED,
        EventKind.REPLIED,
        EventKind.RESOLVED,
        EventKind.REOPENED,
        EventKind.GRADED,
        EventKind.MISSED,
        EventKind.EXTENDED,
        EventKind.DEFERRED,
        EventKind.RECALLED,
        EventKind.TAKEN_OVER,
        EventKind.HANDED_OVER,
        EventKind.SUPERVISED,
        EventKind.ESCALATED,
        EventKind.CORRECTED,
        EventKind.CLOSED,
    }
)


class SameCase(Refusal):
    """A case merged into itself."""

    key = "refused-merge-same"


class LeadOver(Refusal):
    """Nobody works any more on the case that should lead."""

    key = "refused-merge-over"


class LeadMerged(Refusal):
    """The case that should lead is part of another: `lead` is that one."""

    key = "refused-merge-merged"


class Apart(Refusal):
    """Reports, confidential cases, and cases that an office must not see stay by themselves."""

    key = "refused-merge-apart"


class TooUrgent(Refusal):
    """Somebody may be in danger: merged into an ordinary case it would wait longer."""

    key = "refused-merge-urgent"


def check(case: Case, lead: Case, *, slower: bool = False) -> None:
    """Raises the Refusal that says why `case` can't be merged into `lead`.

    `slower`: the case is an emergency and the lead is none.
    """
    if lead.id == case.id:
        raise SameCase
    if lead.status is Status.MERGED:
        raise LeadMerged(number=lead.number)
    if lead.status not in OPEN:
        raise LeadOver(number=lead.number)
    others = lead.citizen_id != case.citizen_id
    if others and (case.secret or lead.secret):
        raise Apart
    if not set(case.accused) <= set(lead.accused) or lead.department in case.accused:
        raise Apart
    if slower:
        raise TooUrgent(number=lead.number)


def may_offer(lead: Case, citizen_id: int) -> bool:
    """Whether another citizen may be told that there is this case, and join it."""
    return lead.open and not lead.secret and not lead.accused and lead.citizen_id != citizen_id


def merging(lead: Case, *, quietly: bool = False, at_filing: bool = False) -> dict[str, Any]:
    """What goes on record with a merge. `quietly`: the citizen has heard all of it before."""
    data: dict[str, Any] = {"lead_id": lead.id, "lead": lead.number, "department": lead.department}
    if quietly:
        data["quietly"] = True
    if at_filing:
        data["at_filing"] = True
    return data


def as_shown(mine: Case, lead: Case) -> Case:
    """A merged case as it stands with its lead: the lead's office and state, the citizen's own number and words.

    A question to the lead's citizen is none to others: for them the case is in work.
    """
    waiting = lead.status is Status.AWAITING_CITIZEN
    return dataclasses.replace(
        lead,
        number=mine.number,
        citizen_id=mine.citizen_id,
        language=mine.language,
        title=mine.title,
        text=mine.text,
        filed_at=mine.filed_at,
        status=Status.IN_PROGRESS if waiting else lead.status,
        question=None,
        citizen_reachable=mine.citizen_reachable,
        confidential=mine.confidential or lead.confidential,
        accused=tuple(dict.fromkeys((*lead.accused, *mine.accused))),
    )


_RUN = re.compile(r"[0-9０-９](?:[\s\-－—–·.]?[0-9０-９]){6,}[xXｘＸ]?")


def withheld(text: str, said: str) -> str:
    """`text` with the phone and identity numbers masked that the lead's citizen gave in `said`: they are theirs."""
    given = {_digits(found.group()) for found in _RUN.finditer(said)}

    def hide(found: re.Match[str]) -> str:
        return mask(found.group()) if _digits(found.group()) in given else found.group()

    return _RUN.sub(hide, text)


def _digits(run: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", run) if char.isdigit())
