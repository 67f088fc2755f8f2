"""A question of the staff that still waits is put to the citizen once more."""

from bot.core.case import Case, Status
from bot.core.deadlines import Kind
from bot.service.desk import Desk
from bot.service.drafting import OPEN_SHOWN, language_of
from bot.service.saying import say
from bot.store import cases, clocks
from bot.store.db import Reader, Tx
from bot.views import citizen as view


async def waiting(conn: Reader, person_id: int) -> Case | None:
    """The citizen's newest case with a question to them."""
    mine = await cases.of_citizen(conn, person_id, only_open=True, limit=OPEN_SHOWN)
    return next((c for c in mine if c.status is Status.AWAITING_CITIZEN), None)


async def again(tx: Tx, desk: Desk, person_id: int) -> None:
    """After a kind word or the answer to another question; what they write next is taken for the answer."""
    case = await waiting(tx.conn, person_id)
    if case is None:
        return
    running = await clocks.running(tx.conn, case.id)
    until = next((c.due for c in running if c.kind is Kind.WAIT), None)
    voice = desk.voice(await language_of(tx, person_id))
    await say(tx, person_id, view.still_asked(voice, case, until), "still-asked", case_id=case.id)
