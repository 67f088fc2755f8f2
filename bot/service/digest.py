"""The morning's news: what waits, what is due today, what is overdue; for each office, and for those above them."""

from datetime import datetime

from bot.core.case import Status
from bot.core.notices import Priority
from bot.service.desk import Desk
from bot.service.tell import homes, say, watchers
from bot.store import cases, clocks, people
from bot.store.db import Tx
from bot.views import digest as view
from bot.views.digest import Morning

SHOWN = 20
LAST = "digest"  # when the morning's news went out last, in the desk's memory
WAITING = (Status.TRIAGE, Status.DISPATCHED)


async def begin(tx: Tx, desk: Desk) -> None:
    """The first of all mornings."""
    if await clocks.alarm(tx.conn, clocks.DIGEST, clocks.DIGEST) is None:
        await _next_morning(tx, desk)


async def _next_morning(tx: Tx, desk: Desk) -> None:
    await clocks.set_alarm(tx, clocks.DIGEST, clocks.DIGEST, desk.calendar.next_opening(tx.now))


async def morning(tx: Tx, desk: Desk) -> None:
    """An office has opened. One message a chat; a chat with nothing to hear gets none."""
    rings = await clocks.alarm(tx.conn, clocks.DIGEST, clocks.DIGEST)
    if rings is None or rings > tx.now:
        return
    await _next_morning(tx, desk)
    if not desk.calendar.awake(tx.now):
        return  # after an outage that ended at night, the morning is the next one
    last = await people.recall(tx.conn, LAST)
    await people.remember(tx, LAST, tx.now.isoformat())
    counts = await cases.counts(tx.conn, statuses=WAITING)
    today = await clocks.count_due(tx.conn, tx.now, desk.midnight(tx.now))
    overdue = await clocks.count_missed(tx.conn, tx.now)
    offices = {
        office: Morning(
            office, sum(counts.get(office, {}).values()), today.get(office, 0), overdue.get(office, 0)
        )
        for office in sorted({*counts, *today, *overdue})
    }
    chats: dict[int, list[Morning]] = {}
    for office, chat_id in (await people.bindings(tx.conn)).items():
        if office in offices and office != desk.settings.triage.id:
            chats.setdefault(chat_id, []).append(offices[office])
    for chat_id, mornings in chats.items():
        late = await clocks.missed(tx.conn, tx.now, [m.office for m in mornings], SHOWN)
        await say(tx, chat_id, view.for_offices(desk.house, mornings, late), "digest", Priority.NOTICE)
    if offices:
        since = datetime.fromisoformat(last) if last else None
        fresh = await clocks.missed(tx.conn, tx.now, None, SHOWN, since=since)
        oldest = await clocks.missed(tx.conn, tx.now, None, SHOWN)
        late = list({each.case_id: each for each in (*fresh, *oldest)}.values())
        content = view.for_all(desk.house, list(offices.values()), late, tx.now)
        above = [chat_id for chat_id, _ in await homes(tx, desk, desk.settings.triage.id)]
        for chat_id in dict.fromkeys([*above, *await watchers(tx, desk)]):
            await say(tx, chat_id, content, "digest", Priority.NOTICE)
