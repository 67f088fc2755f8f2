"""What came at night and is told in the morning: citizens are served round the clock, staff hear of it by day.

So do citizens whose case somebody else's step set apart, or sent to another office.
"""

import dataclasses

from bot.core import followup
from bot.core.case import Case, Event, EventKind
from bot.core.deadlines import Grade, grade_of
from bot.core.notices import TABLE, Audience
from bot.service import deciding, together
from bot.service.acting import load
from bot.service.desk import Desk
from bot.service.to_citizens import OTHERS_LATER, tell_citizen, tell_others
from bot.service.to_offices import tell_group
from bot.store import cases, clocks, dialogues
from bot.store.clocks import LATER
from bot.store.db import Tx
from bot.store.dialogues import Clock


async def put_off(tx: Tx, desk: Desk, case: Case, kind: EventKind) -> bool:
    """Whether staff are asleep, and hear in the morning of the newest event of this kind; never of an emergency."""
    if desk.calendar.awake(tx.now):
        return False
    if grade_of(await cases.history(tx.conn, case.id)) is Grade.EMERGENCY:
        return False
    await clocks.set_alarm(tx, f"{LATER}:{case.id}", kind.value, desk.calendar.next_opening(tx.now))
    return True


async def ring(tx: Tx, desk: Desk, alarm: Clock, case_id: int) -> None:
    """It is morning, unless the desk was down until the next night."""
    case, kind = await load(tx, case_id), EventKind(alarm.kind)
    if not desk.calendar.awake(tx.now):
        await clocks.set_alarm(tx, alarm.subject, alarm.kind, desk.calendar.next_opening(tx.now))
        return
    if not await dialogues.ring(tx, alarm):
        return
    history = await cases.history(tx.conn, case.id)
    if kind is EventKind.REOPEN_ASKED:
        if followup.requests(history):  # nobody has decided in the meantime
            await deciding.show_request(tx, desk, case)
    elif kind is EventKind.UNMERGED:
        if case.open:
            await _tell(tx, desk, case, next(e for e in reversed(history) if e.kind is kind))
            await together.tell_heir(tx, desk, case)
    elif case.open:
        event = next(e for e in reversed(history) if e.kind is kind)
        moved = any("department" in e.data for e in history if e.version > event.version)
        if not (moved and event.data.get(OTHERS_LATER)):  # they have heard where it is now
            await _tell(tx, desk, case, event)


async def _tell(tx: Tx, desk: Desk, case: Case, event: Event) -> None:
    """The group; and those from whom the event kept it: the citizen, or the citizens of joined cases."""
    said = {k: v for k, v in event.data.items() if k not in ("quiet", "quietly")}
    aloud = dataclasses.replace(event, data=said)
    for notice in TABLE[event.kind]:
        if notice.audience is Audience.GROUP:
            await tell_group(tx, desk, case, aloud, notice)
        elif notice.audience is Audience.CITIZEN and event.data.get("quietly"):
            await tell_citizen(tx, desk, case, aloud, notice)
        elif notice.audience is Audience.CITIZEN and event.data.get(OTHERS_LATER):
            await tell_others(tx, desk, case, aloud, notice)
