"""Who is part of a case beside the citizen who filed it, and what of it may be shown to each."""

import dataclasses
from collections.abc import Sequence

from bot.core.case import Case, Event, EventKind, Status
from bot.core.said import SAID
from bot.core.together import SHARED, as_shown, withheld
from bot.store import cases
from bot.store.db import Reader

ANSWERS = (EventKind.REPLIED, EventKind.RESOLVED)


async def lead_of(conn: Reader, case: Case) -> Case | None:
    """The case that a merged one is handled with; None for all others."""
    if case.status is not Status.MERGED or case.lead_id is None:
        return None
    return await cases.by_id(conn, case.lead_id)


async def lead_told(conn: Reader, case: Case) -> str:
    """The lead's number for a citizen whose own case it is; "none" for others, whom it doesn't concern."""
    lead = await lead_of(conn, case)
    return lead.number if lead is not None and lead.citizen_id == case.citizen_id else "none"


async def shown(conn: Reader, case: Case) -> Case:
    """The case as its citizen sees it: a merged one in the state of its lead. Its id is the lead's then."""
    lead = await lead_of(conn, case)
    return case if lead is None else as_shown(case, lead)


async def others(conn: Reader, case: Case, event: Event) -> list[Case]:
    """The merged cases whose citizens hear of an event of their lead: in reach, and not the lead's own citizen."""
    return await reached(conn, case) if event.kind in SHARED else []


async def reached(conn: Reader, case: Case) -> list[Case]:
    """The merged cases of other citizens who get messages."""
    joined = await cases.merged_into(conn, case.id)
    return [c for c in joined if c.citizen_reachable and c.citizen_id != case.citizen_id]


async def count(conn: Reader, case: Case) -> int:
    """How many other citizens hear of what the lead's citizen is told."""
    return len({c.citizen_id for c in await cases.merged_into(conn, case.id)} - {case.citizen_id})


async def for_others(conn: Reader, case: Case, event: Event) -> Event:
    """An event of a lead as other citizens may read it."""
    if not event.data.get("text"):
        return event
    said = _said(case, await cases.history(conn, case.id))
    return dataclasses.replace(
        event, data={**event.data, "text": withheld(event.data["text"], said), "quietly": False}
    )


async def history(conn: Reader, case: Case) -> list[Event]:
    """The record as the citizen may see it: a merged case's own, then the lead's answers since the merge."""
    own = await cases.history(conn, case.id)
    lead = await lead_of(conn, case)
    if lead is None:
        return own
    merged = next(e.at for e in reversed(own) if e.kind is EventKind.MERGED)
    of_lead = await cases.history(conn, lead.id)
    said = _said(lead, of_lead)
    since = [e for e in of_lead if e.kind in ANSWERS and e.at >= merged]
    if lead.citizen_id == case.citizen_id:
        return own + since
    return own + [
        dataclasses.replace(e, data={**e.data, "text": withheld(e.data["text"], said)}) for e in since
    ]


def _said(case: Case, past: Sequence[Event]) -> str:
    """All words of the citizen who filed a case."""
    more = (str(e.data.get("text", "")) for e in past if e.kind in SAID)
    return "\n".join([case.text, *more])
