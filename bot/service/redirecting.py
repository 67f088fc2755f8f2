"""The citizen says that their case is about something else, before an office has taken it."""

from typing import Any

from bot.core import routing
from bot.core.case import Case, EventKind
from bot.core.errors import IllegalMove, SameDepartment, StaleButton
from bot.core.learning import NONE, Label, Source
from bot.core.workflow import Action, allowed
from bot.service import audience, later
from bot.service.acting import act
from bot.service.desk import Desk
from bot.service.drafting import language_of
from bot.service.intake import actor_of, own
from bot.service.saying import say
from bot.service.to_citizens import OTHERS_LATER
from bot.store import learning, slots
from bot.store.db import Tx
from bot.views import citizen as view


def _slot(case: Case) -> str:
    return f"redirect:{case.id}"


async def offer(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """All domains as buttons. Raises IllegalMove once an office has taken the case."""
    case = await _movable(tx, person_id, case_id)
    voice = desk.voice(await language_of(tx, person_id))
    names = [domain for domain in desk.offices.led if domain != case.domain]
    await slots.forget(tx, chat_id, _slot(case))
    await say(tx, chat_id, view.redirect(voice, case, names), "redirect", case_id=case.id, slot=_slot(case))


async def redirect(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, chosen: str) -> None:
    """`chosen`: a domain, or "none" for the general desk. Raises IllegalMove, SameDepartment, StaleButton."""
    case = await _movable(tx, person_id, case_id)
    tree = desk.offices.tree
    if chosen != "none" and tree.lead(chosen) is None:
        raise StaleButton
    where = routing.route(None, chosen, tree, desk.offices.where(case.district))
    if where.department == case.department and where.domain == case.domain:
        raise SameDepartment(office=desk.house.office(case.department))
    data: dict[str, Any] = {
        "department": where.department,
        "from_department": case.department,
        "domain": where.domain,
    }
    if await audience.reached(tx.conn, case) and await later.put_off(tx, desk, case, EventKind.REDIRECTED):
        data[OTHERS_LATER] = True
    voice = desk.voice(await language_of(tx, person_id))
    case = await act(tx, desk, case, actor_of(person_id), (Action.REDIRECT, data), to_triage=where.triage)
    label = Label(NONE if chosen == "none" else chosen, None, Source.CITIZEN, tx.now)
    await learning.add_label(tx, case.id, label, person_id)
    done = view.redirected(voice, case)
    await say(tx, chat_id, done, "redirect-over", case_id=case.id, slot=_slot(case), edit_only=True)


async def _movable(tx: Tx, person_id: int, case_id: int) -> Case:
    case = await own(tx, person_id, case_id)
    if not allowed(case.status, Action.REDIRECT):
        raise IllegalMove(case.status.value, Action.REDIRECT.value)
    return case
