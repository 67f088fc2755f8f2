"""What an event of one case means for the cases that are handled with it. Nobody is lost with the case that led.

Rules
1. Both sides are on record: who was merged, and what the lead was joined by and left by.
2. A lead that is merged itself takes its cases along: there are no chains.
3. A lead that is withdrawn, or made confidential, leaves its cases to the eldest of them, at the same office.
4. A lead that is declined takes its cases with it: each citizen reads the same words under their own number.
"""

from collections.abc import Awaitable, Callable, Sequence

from bot.core.case import SYSTEM, Actor, Case, Event, EventKind, Status
from bot.core.errors import NoSuchCase
from bot.core.notices import Priority
from bot.core.together import merging
from bot.core.workflow import Action
from bot.service import audience
from bot.service.desk import Desk
from bot.service.saying import say, voice_for
from bot.service.sight import homes_of
from bot.service.wording import mention_of
from bot.store import cases, clocks
from bot.store.clocks import LATER
from bot.store.db import Tx
from bot.views.content import Content

Act = Callable[..., Awaitable[Case]]
_OF_ITS_OWN = ("status", "clocks", "question", "proposal", "handler_id")


async def follow(tx: Tx, desk: Desk, before: Case, case: Case, events: Sequence[Event], act: Act) -> None:
    """Make the moves that follow from `events`; `act` makes a move."""
    await _both_sides(tx, desk, before, case, events[-1].actor, act)
    kinds = {e.kind: e for e in events}
    sealed = case.open and case.confidential and not before.confidential
    if not (sealed or kinds.keys() & {EventKind.WITHDRAWN, EventKind.MERGED, EventKind.DECLINED}):
        return
    joined = await cases.merged_into(tx.conn, case.id)
    if not joined:
        return
    if EventKind.DECLINED in kinds:
        told = (await audience.for_others(tx.conn, case, kinds[EventKind.DECLINED])).data
        data = {name: value for name, value in told.items() if name not in _OF_ITS_OWN}
        for mine in joined:
            parting = (Action.UNMERGE, {"department": mine.department})
            await act(tx, desk, mine, kinds[EventKind.DECLINED].actor, parting, (Action.DECLINE, data))
    elif case.status is Status.MERGED and case.lead_id is not None:
        await _move(tx, desk, joined, case.lead_id, kinds[EventKind.MERGED].actor, act, before.department)
    else:
        await _hand_on(tx, desk, before, joined, act)


async def _both_sides(tx: Tx, desk: Desk, before: Case, case: Case, actor: Actor, act: Act) -> None:
    old = before.lead_id if before.status is Status.MERGED else None
    new = case.lead_id if case.status is Status.MERGED else None
    if old == new:
        return
    for lead_id, action in ((old, Action.LEAVE), (new, Action.JOIN)):
        if lead_id is not None:
            await act(tx, desk, await _load(tx, lead_id), actor, (action, {"other": case.number}))


async def _move(
    tx: Tx, desk: Desk, joined: Sequence[Case], lead_id: int, actor: Actor, act: Act, was_at: str
) -> None:
    """To another lead; the citizens hear of it only when another office has the matter now."""
    lead = await _load(tx, lead_id)
    data = merging(lead, quietly=lead.department == was_at)
    for mine in joined:
        parting = (Action.UNMERGE, {"department": mine.department})
        await act(tx, desk, mine, actor, parting, (Action.MERGE, data))


async def _hand_on(tx: Tx, desk: Desk, before: Case, joined: Sequence[Case], act: Act) -> None:
    """The eldest takes the place of the lead: in the same queue, and whoever worked on it is told.

    At night it is somebody else's step that would wake its citizen: they hear in the morning.
    """
    eldest, *rest = joined
    awake = desk.calendar.awake(tx.now)
    triage = desk.offices.triage.id
    parting = (Action.UNMERGE, {"department": triage} | ({} if awake else {"quietly": True}))
    if before.department == triage or before.department in eldest.accused:
        heir = await act(tx, desk, eldest, SYSTEM, parting)
    else:
        placing = (Action.DISPATCH, {"department": before.department, "domain": before.domain})
        heir = await act(tx, desk, eldest, SYSTEM, parting, placing)
    await _move(tx, desk, rest, heir.id, SYSTEM, act, before.department)
    if awake:
        await tell_heir(tx, desk, heir)
    else:
        morning = desk.calendar.next_opening(tx.now)
        await clocks.set_alarm(tx, f"{LATER}:{heir.id}", EventKind.UNMERGED.value, morning)


async def tell_heir(tx: Tx, desk: Desk, heir: Case) -> None:
    """A word to the office: which case stands in the place of the one that led."""
    history = await cases.history(tx.conn, heir.id)
    was = next(e.data["lead_id"] for e in reversed(history) if e.kind is EventKind.MERGED)
    lead = await _load(tx, was)
    count = len(await cases.merged_into(tx.conn, heir.id)) + 1
    for chat_id, _ in await homes_of(tx, desk, heir):
        text = (await voice_for(tx, desk, chat_id)).say(
            "group-heir",
            number=heir.number,
            lead=lead.number,
            count=count,
            mention=await mention_of(tx, lead),
            who="handler" if lead.handler_id is not None else "office",
        )
        await say(tx, chat_id, Content(text), "group-heir", Priority.NOTICE, case_id=heir.id)


async def _load(tx: Tx, case_id: int) -> Case:
    case = await cases.by_id(tx.conn, case_id)
    if case is None:
        raise NoSuchCase
    return case
