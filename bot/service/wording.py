"""Words about a case that many messages share: when its answer is due, and who has it."""

from bot.core import duty as core_duty
from bot.core.case import Case, Status
from bot.core.deadlines import Kind
from bot.store import clocks, duty, people
from bot.store.db import Tx
from bot.texts import Safe
from bot.views import staff as staff_view
from bot.views.content import Voice


async def due_of(tx: Tx, voice: Voice, case: Case) -> str:
    """When the answer is due, in words; "none" when that has passed or was never said: the texts choose by it."""
    running = await clocks.running(tx.conn, case.id)
    coming = (c for c in running if c.kind is Kind.RESOLVE and not c.missed(tx.now))
    return next((voice.due(c.due) for c in coming), "none")


def has_it(case: Case) -> str:
    """Which words fit those who have a case: a handler's, an office's that nobody acts for yet, the triage desk's."""
    if case.handler_id is not None:
        return "handler"
    return "triage" if case.status is Status.TRIAGE else "office"


async def mention_of(tx: Tx, case: Case) -> Safe:
    """The handler, called by name, with their deputy while they are away; nothing when there is none."""
    handler = await people.get(tx.conn, case.handler_id) if case.handler_id else None
    if handler is None:
        return Safe("")
    who = staff_view.mention(handler.id, handler.name or "–")
    for person_id in core_duty.reached([handler.id], await duty.away(tx.conn, tx.now)):
        deputy = await people.get(tx.conn, person_id)
        if person_id != handler.id and deputy is not None and deputy.sees(case):
            return Safe(f"{who} → {staff_view.mention(deputy.id, deputy.name or '–')}")
    return who
