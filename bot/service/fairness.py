"""Who is complained about: a dispatcher decides, and from then on nobody of that office sees the case."""

from collections.abc import Collection

from bot.core import accused as core
from bot.core.case import Case, Status
from bot.core.errors import IllegalMove, NobodyLeft, NotAllowed, OwnOffice, StaleButton
from bot.core.workflow import Action, allowed, may
from bot.service.acting import Step, act
from bot.service.desk import Desk
from bot.service.handling import actor_of, on_case
from bot.service.retract import take_back
from bot.service.saying import say
from bot.service.sight import homes_of, may_see
from bot.store import cases, people, slots
from bot.store.db import Tx
from bot.store.people import Person
from bot.views import fairness as view
from bot.views.content import page_in


def _slot(case_id: int) -> str:
    return f"accused:{case_id}"


async def press(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, args: list[str]) -> str:
    """c:accuse:CASE[:yes|:no|:at:OFFICE|:at:PAGE]; the toast."""
    person, case = await _decider(tx, desk, person_id, case_id, chat_id)
    departments = desk.offices.all
    if not args:
        slot = _slot(case.id)
        await slots.forget(tx, chat_id, slot)
        await say(
            tx, chat_id, view.choose(desk.house, case, departments), "accused", case_id=case.id, slot=slot
        )
        return "toast-opened"
    if len(args) == 2 and args[0] == "at" and (page := page_in(args[1])) is not None:
        content = view.choose(desk.house, case, departments, page)
        await say(tx, chat_id, content, "accused", case_id=case.id, slot=_slot(case.id), edit_only=True)
        return "toast-opened"
    proposed = core.still_proposed(await cases.history(tx.conn, case.id))
    if args == ["yes"] and proposed:
        named = set(proposed)
    elif args == ["no"]:
        named = set()
    elif len(args) == 2 and args[0] == "at" and args[1] in {d.id for d in departments}:
        named = set(core.named_in(case.accused, departments)) ^ {args[1]}
    else:
        raise StaleButton
    case = await _accuse(tx, desk, person, case, named)
    if args[0] == "at" and person.sees(case) and await may_see(tx.conn, desk, case, chat_id):
        content = view.choose(desk.house, case, departments, args[1])
        await say(tx, chat_id, content, "accused", case_id=case.id, slot=_slot(case.id), edit_only=True)
    return "toast-accused" if case.accused else "toast-accused-none"


async def accuse(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, named: Collection[str]
) -> None:
    """/accuse: these offices, or none, are complained about; said where the command was given, if it may be."""
    person, case = await _decider(tx, desk, person_id, case_id, chat_id)
    case = await _accuse(tx, desk, person, case, named)
    if person.sees(case) and await may_see(tx.conn, desk, case, chat_id):
        await say(tx, chat_id, view.decided(desk.house, case), "accused", case_id=case.id)


async def _decider(tx: Tx, desk: Desk, person_id: int, case_id: int, chat_id: int) -> tuple[Person, Case]:
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if case.status is Status.MERGED or not allowed(case.status, Action.ACCUSE):
        raise IllegalMove(case.status.value, Action.ACCUSE.value)
    if not may(case.status, Action.ACCUSE, actor_of(person, desk, case)):
        raise NotAllowed
    return person, case


async def _accuse(tx: Tx, desk: Desk, person: Person, case: Case, named: Collection[str]) -> Case:
    """Record who is complained about; the case leaves their hands and their chats in the same transaction.

    Raises OwnOffice, NobodyLeft, IllegalMove, NotAllowed.
    """
    departments = desk.offices.all
    barred = core.with_below(named, departments)
    history = await cases.history(tx.conn, case.id)
    suspected = core.with_below({*core.still_proposed(history), *case.accused}, departments)
    if person.ties & (set(suspected) - set(barred)):
        raise OwnOffice
    steps = [_accusing(case, barred)]
    handler = await people.get(tx.conn, case.handler_id) if case.handler_id else None
    held = case.department in barred or (handler is not None and bool(handler.ties & set(barred)))
    if held and case.status is not Status.TRIAGE:
        triage = desk.offices.triage.id
        back = {"department": triage, "from_department": case.department, "domain": None}
        steps.append((Action.TRANSFER, back))
    case = await act(tx, desk, case, actor_of(person, desk, case), *steps, to_triage=True)
    if case.accused and not await homes_of(tx, desk, case):
        raise NobodyLeft
    await take_back(tx, desk, case)
    for mine in await cases.merged_into(tx.conn, case.id):  # the same matter, told by others
        if mine.accused != case.accused:
            actor = actor_of(person, desk, case)
            await take_back(tx, desk, await act(tx, desk, mine, actor, _accusing(mine, barred)))
    return case


def _accusing(case: Case, barred: Collection[str]) -> Step:
    supporting = [office for office in case.supporting if office not in barred]
    return Action.ACCUSE, {"accused": list(barred), "supporting": supporting}
