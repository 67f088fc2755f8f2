"""The rounds of follow-ups: opened by an answer, ended by what happens to the case; and what they come to."""

from datetime import datetime, time

from bot.core.case import Case, Event, EventKind
from bot.core.rates import Rates, for_handlers
from bot.service.desk import Desk
from bot.store import cases, dialogues, followups
from bot.store.db import Tx

OBJECTING = "object"  # the clock of an objection that waits for its words


def subject_of(followup_id: int) -> str:
    return f"followup:{followup_id}"


async def follow(tx: Tx, case: Case, event: Event) -> None:
    """What an event does to the follow-ups of its case."""
    if event.kind is EventKind.RESOLVED:
        history = await cases.history(tx.conn, case.id)
        answers = sum(e.kind is EventKind.RESOLVED for e in history)
        await followups.begin(tx, case.id, answers, await followups.citizens_of(tx.conn, case.id))
    elif event.kind in (EventKind.REOPENED, EventKind.CLOSED):
        for row in await followups.of_case(tx.conn, case.id):
            await dialogues.stop_clocks(tx, subject_of(row.id))
        end = "reopened" if event.kind is EventKind.REOPENED else "silent"
        await followups.end_open(tx, end, case_id=case.id)
    elif event.kind is EventKind.RATED:
        await followups.keep_rating(tx, case.department, event)
    elif event.kind in (EventKind.UNMERGED, EventKind.WITHDRAWN):
        await followups.end_open(tx, "left", own_case_id=case.id)


async def totals(tx: Tx, desk: Desk, department: str) -> Rates | None:
    """What citizens said this month of an office's answers, as its handlers may see it."""
    tz = desk.settings.city.tz
    first = datetime.combine(tx.now.astimezone(tz).date().replace(day=1), time(), tz)
    found = await followups.ratings(tx.conn, department, first)
    return for_handlers(found, desk.settings.follow_up.mostly_weight)
