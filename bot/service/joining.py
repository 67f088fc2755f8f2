"""“Others reported this too”: what a citizen's draft may be joined to, and what they are told of it beforehand."""

import dataclasses

from bot.core.case import REPORT
from bot.core.likes import Use
from bot.core.together import may_offer
from bot.service import likes
from bot.service.desk import Desk
from bot.service.drafts import Draft
from bot.store import cases
from bot.store.db import Reader, Tx
from bot.views.merging import Offer


def may_join(draft: Draft) -> bool:
    """Whether a draft may become part of a matter of others: no report, no danger, no addition to a case of theirs."""
    kind = draft.suggested.kind if draft.suggested else None
    return bool(kind) and kind != REPORT and draft.danger is None and draft.target is None


async def sought(desk: Desk, conn: Reader, person_id: int, draft: Draft) -> Draft:
    """The draft with the likest open case of another citizen, if one is like enough. While preparing."""
    if not may_join(draft) or draft.suggested is None:
        return dataclasses.replace(draft, like=None)
    found = await likes.seek(desk, draft.text, Use.JOIN, kind=draft.suggested.kind)
    near = await likes.open_like(conn, draft.text, found, Use.JOIN, but_of=person_id)
    like = next((each.case.id for each in near if may_offer(each.case, person_id)), None)
    return dataclasses.replace(draft, like=like)


async def offer(tx: Tx, person_id: int, draft: Draft) -> Offer | None:
    """What may be said of the case that was found, as it is now: nobody's words, nothing that tells who they are."""
    lead = await cases.by_id(tx.conn, draft.like) if draft.like is not None else None
    if lead is None or not may_join(draft) or not may_offer(lead, person_id):
        return None
    joined = [lead, *await cases.merged_into(tx.conn, lead.id)]
    if any(c.citizen_id == person_id for c in joined):
        return None  # they are part of it already
    people = len({c.citizen_id for c in joined})
    return Offer(lead.id, lead.domain, lead.department, people, min(c.filed_at for c in joined))
