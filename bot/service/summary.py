"""The source's line of figures (立项, 办结, 推进) with what is overdue, for those who watch over offices."""

from collections.abc import Mapping
from datetime import datetime

from bot.core import deadlines
from bot.core.case import OPEN, Status
from bot.core.errors import NotAllowed
from bot.service import handling
from bot.service.desk import Desk
from bot.service.turning import turned
from bot.store import cases, clocks, people, queues
from bot.store.db import Reader, Tx
from bot.store.people import Person
from bot.views import summary as view
from bot.views.summary import Figures

PAGE = 12
PURPOSE = "summary"
DONE = (Status.RESOLVED, Status.CLOSED)


def scope(person: Person) -> tuple[str, ...] | None:
    """The offices somebody watches over: None for all, those they lead for a lead. Raises NotAllowed."""
    if person.dispatcher:
        return None
    led = tuple(office for role, office in person.grants if role == "lead" and office is not None)
    if not led:
        raise NotAllowed
    return led


async def whole(conn: Reader, person_id: int) -> Mapping[Status, int]:
    """All cases by status, which takes a while with a million: read before the writer is asked for."""
    person = await people.get(conn, person_id)
    if person is None:
        return {}
    try:
        return await queues.tally(conn, None, scope(person))
    except NotAllowed:
        return {}


async def show(
    tx: Tx,
    desk: Desk,
    person_id: int,
    chat_id: int,
    in_all: Mapping[Status, int],
    page: int = 0,
    message_id: int | None = None,
) -> None:
    """The figures of this month and of all time, and a page of what is overdue. `in_all`: see `whole`.

    Raises NotInvited, NotAllowed, StaleButton.
    """
    person = await handling.staff(tx, person_id)
    offices = scope(person)
    since = first_of_month(desk, tx.now)
    figures = {
        "month": figures_of(
            await queues.tally(tx.conn, since, offices),
            await queues.count_overdue(tx.conn, tx.now, since, offices),
        ),
        "all": figures_of(in_all, await queues.count_overdue(tx.conn, tx.now, None, offices)),
    }
    barred = person.ties
    by_office = await queues.overdue_by_office(tx.conn, tx.now, offices, barred)
    last = max(0, (sum(by_office.values()) - 1) // PAGE)
    page = min(page, last)
    ids = await queues.overdue(tx.conn, tx.now, offices, barred, limit=PAGE, offset=page * PAGE)
    found = await cases.by_ids(tx.conn, ids)
    running = await clocks.running_of(tx.conn, ids)
    late = [
        (found[i], deadlines.standing(running.get(i, ()), tx.now, desk.calendar)) for i in ids if i in found
    ]
    content = view.summary(
        desk.house,
        view.Shown(offices, figures["month"], figures["all"], by_office, late, page, last, tx.now),
    )
    await turned(tx, chat_id, content, PURPOSE, message_id)


def first_of_month(desk: Desk, now: datetime) -> datetime:
    local = now.astimezone(desk.settings.city.tz)
    return local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def figures_of(by_status: Mapping[Status, int], overdue: int) -> Figures:
    """Opened is what was done or goes on; what ended otherwise (withdrawn, merged, declined) stands beside."""
    done = sum(by_status.get(status, 0) for status in DONE)
    going = sum(by_status.get(status, 0) for status in OPEN)
    return Figures(done + going, done, going, overdue, sum(by_status.values()) - done - going)
