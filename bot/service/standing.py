"""/status: whether all is well, and if not, what is wrong and what to do about it. Read beside the writer."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.core.case import OPEN
from bot.core.queues import moments
from bot.service.desk import Desk
from bot.service.oversight import admin_of
from bot.service.sight import hidden_from
from bot.store import cases, inbox, people, queues, sending, staffing
from bot.store.db import Reader
from bot.views import standing as view
from bot.views.content import Content
from bot.views.standing import Trouble

LATELY = timedelta(days=7)
SLOW_IN, SLOW_OUT = 20, 100  # so many waiting messages are more than a busy moment


async def prepared(conn: Reader, desk: Desk, person_id: int, now: datetime) -> Content:
    """Raises NotInvited, AdminOnly."""
    person = await admin_of(conn, person_id)
    but = await hidden_from(conn, desk, person_id)
    oldest = await cases.oldest_open(conn, but)
    work = [
        (office, counts, (now - oldest[office]).days if office in oldest else 0)
        for office, counts in (await cases.counts(conn, statuses=sorted(OPEN), but=but)).items()
    ]
    return view.status(
        desk.house, now, await _troubles(conn, desk, now, person.ties), work, desk.brain.version
    )


async def _troubles(conn: Reader, desk: Desk, now: datetime, barred: Collection[str]) -> list[Trouble]:
    """What needs somebody, the most urgent first."""
    found = [
        Trouble("dead", await inbox.dead_since(conn, now - LATELY)),
        Trouble("refused", await sending.refused(conn, now - LATELY)),
    ]
    waiting, _ = await inbox.depth(conn)
    unsent = await sending.depth(conn)
    found += [
        Trouble("slow-in", waiting if waiting > SLOW_IN else 0),
        Trouble("slow-out", unsent if unsent > SLOW_OUT else 0),
    ]
    bound, reached = await people.bound(conn), await people.bindings(conn)
    lost = [d.id for d in desk.offices.all if d.id in bound and d.id not in reached]
    without = [d.id for d in desk.offices.all if d.id not in bound]
    manned = {
        office if office is not None or role != "dispatcher" else desk.offices.triage.id
        for person in await staffing.everyone(conn)
        for role, office in person.grants
        if role in ("clerk", "lead", "dispatcher")
    }
    empty = [d.id for d in desk.offices.all if d.id not in manned]
    late = await queues.overdue_by_office(conn, moments(now, desk.calendar).now, barred=barred)
    found += [
        Trouble("lost", len(lost), tuple(lost)),
        Trouble("nobody", len(empty), tuple(empty)),
        Trouble("unbound", len(without), tuple(without)),
        Trouble("late", sum(late.values()), tuple(sorted(late, key=lambda office: -late[office]))),
    ]
    return [trouble for trouble in found if trouble.count]
