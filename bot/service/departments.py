"""Which departments there are: set up from the settings, followed when those change, exchanged after each change."""

import logging
from typing import Any

from bot.core.notices import Priority
from bot.departments import Department, Directory, examined
from bot.service import moving
from bot.service.desk import Desk
from bot.service.saying import say
from bot.store import departments as store
from bot.store import people
from bot.store.db import Database, Reader, Tx
from bot.views.content import Content

log = logging.getLogger(__name__)
# In the desk's memory: how often the departments changed, what the settings said when they were followed last,
# and what they said that did not fit.
CHANGES, SETTINGS, REFUSED = "departments", "departments-settings", "departments-refused"


def as_data(department: Department) -> dict[str, Any]:
    """A department as a row keeps it, and as the settings would have it."""
    data: dict[str, Any] = department.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return data


async def directory(conn: Reader) -> Directory:
    found = await store.rows(conn)
    return Directory(
        [Department.model_validate(row.data) for row in found if not row.closed],
        [Department.model_validate(row.data) for row in found if row.closed],
        {row.id: row.heir for row in found if row.closed},
        await people.recall(conn, CHANGES) or 0,
    )


async def changed(tx: Tx) -> None:
    """Count a change, so that every reader knows that its directory is an old one."""
    await people.remember(tx, CHANGES, (await people.recall(tx.conn, CHANGES) or 0) + 1)


async def follow(db: Database, desk: Desk) -> None:
    """Use the departments as they are now; what lies with one that is closed goes to who took over."""
    async with db.read() as conn:
        if (await people.recall(conn, CHANGES) or 0) != desk.offices.changes:
            found = await directory(conn)
            if found.changes > desk.offices.changes:  # two that read at once may come in any order
                desk.roll.now = found
        left = await store.open_cases(conn, [d.id for d in desk.offices.closed])
    if left:
        await rehome(db, desk, list(left))


async def rehome(db: Database, desk: Desk, among: list[str] | None = None) -> None:
    while await db.write(lambda tx: moving.rehome(tx, desk, among), cause="departments"):
        pass


# --- the settings


async def set_up(tx: Tx, desk: Desk) -> None:
    """At a start. The first one takes the departments of the settings; later ones what was changed there since.

    What was changed in the chat and not in the settings stays. Settings without departments say nothing: the first
    start sets up the usual ones, and after that the chat alone has its say. Where the two don't fit together nothing
    is taken over, and the admins are told why, once.
    """
    said = {d.id: as_data(d) for d in desk.settings.departments}
    found = await store.rows(tx.conn)
    told = await people.recall(tx.conn, SETTINGS)
    if told == said and found:
        return
    now = {row.id: row.data for row in found if not row.closed}
    if not found:
        after = {d.id: as_data(d) for d in desk.settings.opening}
    else:
        after = merged(now, told or {}, said) if said else now
    if found and (wrong := examined([Department.model_validate(data) for data in after.values()])):
        await _refuse(tx, desk, said, [misfit.line for misfit in wrong])
        return
    for department_id, data in after.items():
        if now.get(department_id) != data:
            await store.save(tx, department_id, data, by=None, noted=bool(found))
    for department_id in now.keys() - after.keys():
        await store.close(tx, department_id, None, by=None)
    await people.remember(tx, SETTINGS, said)
    await changed(tx)


def merged(
    now: dict[str, dict[str, Any]], before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """The departments `now`, with what the settings changed from `before` to `after`."""
    result = {key: data for key, data in now.items() if key in after or key not in before}
    for key, data in after.items():
        old = before.get(key)
        if old is None:
            result[key] = data
        elif key in result and old != data:
            fields = {name for name in {*old, *data} if old.get(name) != data.get(name)}
            kept = {name: value for name, value in result[key].items() if name not in fields}
            result[key] = kept | {name: data[name] for name in fields if name in data}
    return result


async def _refuse(tx: Tx, desk: Desk, said: Any, why: list[str]) -> None:
    for line in why:
        log.warning("the departments of the settings were changed, but do not fit those in use: %s", line)
    if await people.recall(tx.conn, REFUSED) == said:
        return
    await people.remember(tx, REFUSED, said)
    text = desk.house.say("dept-settings-refused", why="\n".join(why[:5]))
    for person_id in await people.admins(tx.conn):
        await say(tx, person_id, Content(text), "dept-settings", Priority.NOTICE)
