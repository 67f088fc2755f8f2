"""One case as one file, for the archive."""

from typing import Any

from bot.service.desk import Desk
from bot.service.handling import on_case
from bot.store import cases, outbox, people
from bot.store.db import Tx
from bot.store.files import keep_file
from bot.store.outbox import Say
from bot.views import archive as view


async def export(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """The file goes to the person who asked, in private: it holds internal notes. It's on the desk's record."""
    _, case = await on_case(tx, desk, person_id, case_id, chat_id)
    history = await cases.history(tx.conn, case.id)
    files = await cases.attached(tx.conn, case.id)
    ids = {e.actor.id for e in history if e.actor.id is not None} | {case.handler_id or 0}
    staff = await people.staff_numbers(tx.conn, ids)
    page = view.page(desk.house, case, history, staff, [f.kind for f in files])
    name = desk.house.plain("archive-name", number=case.number)
    params: dict[str, Any] = {
        "document": {"$file": await keep_file(tx, page.encode()), "name": name},
        "caption": case.number,
    }
    await people.note(tx, person_id, "export", case=case.number)
    await outbox.add(tx, Say(person_id, "sendDocument", params, "export", case_id=case.id))
