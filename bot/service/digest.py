"""The morning's news: what waits, what is due today, what is overdue; for each office, and for those above them."""

from collections.abc import Collection
from datetime import datetime

from bot.core.case import Status
from bot.core.notices import Priority
from bot.service.desk import Desk
from bot.service.saying import say, voice_for
from bot.service.sight import hidden_from, homes
from bot.service.watchers import watchers
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
    all_offices = await _offices(tx, desk)
    bound: dict[int, list[str]] = {}
    for office, chat_id in (await people.bindings(tx.conn)).items():
        if office in all_offices and office != desk.offices.triage.id:
            bound.setdefault(chat_id, []).append(office)
    for chat_id, served in bound.items():
        but = await hidden_from(tx.conn, desk, chat_id)
        offices = await _offices(tx, desk, but) if but else all_offices
        mornings = [offices[office] for office in served if office in offices]
        if mornings:
            late = await clocks.missed(tx.conn, tx.now, [m.office for m in mornings], SHOWN, but=but)
            await say(tx, chat_id, view.for_offices(desk.public, mornings, late), "digest", Priority.NOTICE)
    since = datetime.fromisoformat(last) if last else None
    above = [chat_id for chat_id, _ in await homes(tx, desk, desk.offices.triage.id)]
    for chat_id in dict.fromkeys([*above, *await watchers(tx, desk)]):
        but = await hidden_from(tx.conn, desk, chat_id)
        offices = await _offices(tx, desk, but) if but else all_offices
        if offices:
            fresh = await clocks.missed(tx.conn, tx.now, None, SHOWN, since=since, but=but)
            oldest = await clocks.missed(tx.conn, tx.now, None, SHOWN, but=but)
            late = list({each.case_id: each for each in (*fresh, *oldest)}.values())
            voice = await voice_for(tx, desk, chat_id)
            content = view.for_all(voice, list(offices.values()), late, tx.now)
            await say(tx, chat_id, content, "digest", Priority.NOTICE)


async def _offices(tx: Tx, desk: Desk, but: Collection[int] = ()) -> dict[str, Morning]:
    """The counts of every office that has any, without the cases in `but`."""
    counts = await cases.counts(tx.conn, statuses=WAITING, but=but)
    today = await clocks.count_due(tx.conn, tx.now, desk.midnight(tx.now), but=but)
    overdue = await clocks.count_missed(tx.conn, tx.now, but=but)
    return {
        office: Morning(
            office, sum(counts.get(office, {}).values()), today.get(office, 0), overdue.get(office, 0)
        )
        for office in sorted({*counts, *today, *overdue})
    }
