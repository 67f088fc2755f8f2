"""Who hears of events: the citizen, the office's group, the cards."""

from collections.abc import Sequence

from bot.core.case import Case, Event, EventKind
from bot.core.notices import Audience, Priority, notices_for
from bot.service.cards import show_card
from bot.service.desk import Desk
from bot.service.to_citizens import tell_citizen
from bot.service.to_offices import tell_group
from bot.store.db import Tx


async def tell(tx: Tx, desk: Desk, case: Case, events: Sequence[Event]) -> None:
    """Tell everyone who has to know of `events`, after which the case is `case`."""
    moved = any("department" in e.data for e in events if e.kind is not EventKind.FILED)
    for event, notice in notices_for(events):
        if notice.audience is Audience.CARD and event.kind is EventKind.MISSED and not case.open:
            continue  # what supervisors did not decide in time stands on no card
        if notice.audience is Audience.CARD:
            urgent = event.data.get("danger")
            priority = Priority.EMERGENCY if urgent else Priority.NOTICE
            await show_card(tx, desk, case, priority, moved=moved)
        elif notice.audience is Audience.CITIZEN:
            await tell_citizen(tx, desk, case, event, notice)
        else:
            await tell_group(tx, desk, case, event, notice)
