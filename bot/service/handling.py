"""The staff's verbs on cases: open, claim, transfer, grade, reopen. What they write: bot/service/writing.py."""

import dataclasses
from typing import Any

from bot.core import routing, workflow
from bot.core.case import Actor, ActorKind, Case, Status, Who
from bot.core.deadlines import Grade, grade_of
from bot.core.errors import (
    AlreadyClaimed,
    AlreadyGraded,
    AlreadyMoved,
    AlreadyYours,
    IllegalMove,
    NoPrivateChat,
    NoSuchCase,
    NotAllowed,
    NotInvited,
    SameDepartment,
    Sealed,
    StaleButton,
    SupportOnly,
    TooLate,
)
from bot.core.followup import requests, words_of
from bot.core.moving import PASSED_ON, toggled
from bot.core.workflow import Action
from bot.service import audience
from bot.service.acting import Step, act, load
from bot.service.attached import send_files
from bot.service.cards import bring_card, card_slot
from bot.service.desk import Desk
from bot.service.saying import say
from bot.service.sight import may_see
from bot.service.wording import due_of
from bot.store import cases, outbox, people, slots
from bot.store.db import Reader, Tx
from bot.store.files import keep_file
from bot.store.outbox import Say
from bot.store.people import Person
from bot.views import actions as actions_view
from bot.views import card as card_view
from bot.views import staff as view
from bot.views.content import Content


def actor_of(person: Person, desk: Desk, case: Case) -> Actor:
    """What a member of staff is to a case; whoever works at the triage desk decides there as a dispatcher does."""
    roles = {
        Who.HANDLER: person.works_for(case.department),
        Who.SUPPORTER: bool(set(person.departments) & set(case.supporting)),
        Who.CHECKER: person.checks_for(case.department),
        Who.LEAD: person.leads(case.department),
        Who.DISPATCHER: person.dispatcher or desk.offices.triage.id in person.departments,
        Who.SUPERVISOR: person.supervisor,
    }
    return Actor(ActorKind.STAFF, person.id, frozenset(who for who, is_it in roles.items() if is_it))


async def staff(tx: Tx, person_id: int) -> Person:
    """Somebody with a role. Raises NotInvited."""
    return await staff_of(tx.conn, person_id)


async def staff_of(conn: Reader, person_id: int) -> Person:
    """The same, beside the writer."""
    person = await people.get(conn, person_id)
    if person is None or not person.staff:
        raise NotInvited
    return person


async def on_case(
    tx: Tx, desk: Desk, person_id: int, case_id: int, chat_id: int | None = None
) -> tuple[Person, Case]:
    """A member of staff and a case that is theirs to work on; in `chat_id`, if something is shown there.

    Raises NotInvited, NoSuchCase, NotAllowed.
    """
    person = await staff(tx, person_id)
    case = await load(tx, case_id)
    shown = await audience.shown(tx.conn, case)
    if not person.sees(shown):
        raise NotAllowed
    if chat_id is not None and not await belongs_in(tx, desk, shown, chat_id):
        raise NotAllowed
    return person, case


async def belongs_in(tx: Tx, desk: Desk, case: Case, chat_id: int) -> bool:
    """Whether a group may see a case: its own office's, those that contribute, and the triage desk's."""
    if chat_id > 0:
        return True
    if not await may_see(tx.conn, desk, case, chat_id):
        return False
    here = set(await people.departments_of_chat(tx.conn, chat_id))
    return bool(here & {case.department, desk.offices.triage.id, *case.supporting})


async def find(tx: Tx, desk: Desk, person_id: int, chat_id: int, number: str) -> Case:
    """A case by its number, if this person may see it in this chat. Raises NoSuchCase otherwise."""
    person = await staff(tx, person_id)
    case = await cases.by_number(tx.conn, number)
    shown = await audience.shown(tx.conn, case) if case is not None else None
    if case is None or shown is None or not person.sees(shown):
        raise NoSuchCase
    if not await belongs_in(tx, desk, shown, chat_id):
        raise NoSuchCase
    return case


# --- looking


async def open_card(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    await find(tx, desk, person.id, chat_id, case.number)
    await bring_card(tx, desk, case, chat_id)


async def show_full_text(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """The whole letter as a file below the card: one message, however long it is."""
    _, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if case.confidential:
        raise Sealed
    history = await cases.history(tx.conn, case.id)
    digest = await keep_file(tx, card_view.full_text(case, history, desk.house).encode())
    params: dict[str, Any] = {
        "document": {"$file": digest, "name": desk.house.plain("full-text-name", number=case.number)},
        "caption": case.number,
        "reply_parameters": {"$slot": card_slot(case.id)},
    }
    await outbox.add(tx, Say(chat_id, "sendDocument", params, "full-text", case_id=case.id))


async def show_files(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    _, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if case.confidential:
        raise Sealed
    await send_files(tx, chat_id, case, await cases.attached(tx.conn, case.id))


async def show_actions(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """What else this person may do with a case."""
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    slot = f"actions:{case.id}"
    await slots.forget(tx, chat_id, slot)
    content = actions_view.actions(
        desk.house, case, actions_view.possible(case, actor_of(person, desk, case))
    )
    await say(tx, chat_id, content, "actions", case_id=case.id, slot=slot)


async def private_chat(tx: Tx, person_id: int) -> int:
    """Where a member of staff reads what nobody else may. Raises NoPrivateChat."""
    if await people.is_gone(tx.conn, person_id):
        raise NoPrivateChat
    return person_id


async def ask_for(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case: Case, what: str, about: str = "", **words: Any
) -> None:
    """Ask one clerk for words: texts `prompt-WHAT` and `placeholder-WHAT`; `about` comes back with the answer."""
    person = await staff(tx, person_id)
    who = view.mention(person.id, person.name or "–")
    content = Content(
        desk.house.say(f"prompt-{what}", mention=who, number=case.number, **words),
        force_reply=desk.house.plain(f"placeholder-{what}"),
    )
    await say(tx, chat_id, content, f"prompt-{what}" + (f":{about}" if about else ""), case_id=case.id)


# --- moving


async def claim(tx: Tx, desk: Desk, person_id: int, case_id: int) -> Case:
    """One clerk takes the case; the other is told who was faster."""
    person, case = await on_case(tx, desk, person_id, case_id)
    return await act(
        tx, desk, case, actor_of(person, desk, case), *await claim_step(tx, person, case, always=True)
    )


async def claim_step(tx: Tx, person: Person, case: Case, *, always: bool = False) -> tuple[Step, ...]:
    """The claim that goes before work on a case nobody has; none when it is in work already."""
    if case.status is Status.DISPATCHED:
        return ((Action.CLAIM, {"handler_id": person.id}),)
    if always:
        if case.handler_id is not None and case.open:
            if case.handler_id == person.id:
                raise AlreadyYours
            holder = await people.get(tx.conn, case.handler_id)
            raise AlreadyClaimed(name=(holder.name if holder else None) or "–")
        raise IllegalMove(case.status.value, Action.CLAIM.value)
    return ()


async def say_claimed(tx: Tx, desk: Desk, person_id: int, chat_id: int, case: Case, reply_to: int) -> None:
    """A command is answered where it was given: the card may stand far above."""
    person = await staff(tx, person_id)
    text = desk.house.say("card-claimed", number=case.number, name=person.name or "–")
    await say(tx, chat_id, Content(text, reply_to=reply_to), "claimed", case_id=case.id)


async def say_moved(tx: Tx, desk: Desk, chat_id: int, case: Case, reply_to: int) -> None:
    content = dataclasses.replace(card_view.moved(desk.house, case), reply_to=reply_to)
    await say(tx, chat_id, content, "moved", case_id=case.id)


async def offer_offices(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, page: int | None = None
) -> None:
    """All departments as buttons, the likely ones first; `page`: turned over in place."""
    _, case = await on_case(tx, desk, person_id, case_id, chat_id)
    likely = routing.likely_of(await cases.history(tx.conn, case.id))
    content = view.offices(
        desk.house,
        case,
        desk.offices.all,
        [d for d in likely if d != case.department and d not in case.accused],
        page or 0,
    )
    if page is None:
        await slots.forget(tx, chat_id, _offices_slot(case.id))
    await say(tx, chat_id, content, "offices", case_id=case.id, slot=_offices_slot(case.id))


def _offices_slot(case_id: int) -> str:
    return f"offices:{case_id}"


async def _close_offices(tx: Tx, desk: Desk, case: Case) -> None:
    """The choice was made: the lists of offices that still stand say so."""
    slot = _offices_slot(case.id)
    for chat_id in await slots.chats_with(tx.conn, slot):
        content = card_view.moved(desk.house, case)
        await say(tx, chat_id, content, "offices-over", case_id=case.id, slot=slot, edit_only=True)


async def send_to(
    tx: Tx, desk: Desk, person_id: int, case_id: int, department: str, seen_at: str | None = None
) -> Case:
    """Dispatch from triage, or transfer between departments, or back to triage.

    `seen_at`: where the case was (the first letters of the id) when the button was shown. Raises AlreadyMoved.
    """
    person = await staff(tx, person_id)
    case = await load(tx, case_id)
    if seen_at is not None and not case.department.startswith(seen_at) and not person.barred(case):
        await _raise_moved(tx, desk, person, case)
    person, case = await on_case(tx, desk, person_id, case_id)
    if department not in desk.offices:
        raise StaleButton
    if department == case.department:
        raise SameDepartment(office=desk.house.office(department))
    office = desk.offices[department]
    guess = await cases.prediction(tx.conn, case.id)
    domain = routing.domain_at(office, guess["probabilities"] if guess else {})
    data: dict[str, Any] = {"department": department, "domain": domain}
    if department in case.supporting:
        data["supporting"] = toggled(case.supporting, department)
    step = (Action.DISPATCH, data)
    actor = actor_of(person, desk, case)
    if case.status is not Status.TRIAGE:
        step = (Action.TRANSFER, {**data, "from_department": case.department})
        if workflow.would_lock(case, actor) and not office.triage:
            # Passed on a second time: the dispatcher decides, and sees what the office wished.
            step = (Action.TRANSFER, _to_the_desk(desk, case) | {"wished": department})
            office = desk.offices.triage
    case = await act(tx, desk, case, actor, step, to_triage=office.triage)
    await _close_offices(tx, desk, case)
    return case


def _to_the_desk(desk: Desk, case: Case) -> dict[str, Any]:
    return {"department": desk.offices.triage.id, "domain": None, "from_department": case.department}


async def _raise_moved(tx: Tx, desk: Desk, person: Person, case: Case) -> None:
    """Raises AlreadyMoved to those who had the case or have it; to all others, and if forged, StaleButton."""
    last = next((e for e in reversed(await cases.history(tx.conn, case.id)) if e.kind in PASSED_ON), None)
    if last is None:
        raise StaleButton
    before: str = last.data.get("from_department", desk.offices.triage.id)
    if not (person.works_for(case.department) or person.works_for(before)):
        raise StaleButton
    who = await people.get(tx.conn, last.actor.id) if last.actor.id else None
    raise AlreadyMoved(name=(who.name if who else None) or "–", office=desk.house.office(case.department))


async def grade(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, reason: str, reply_to: int
) -> None:
    """A dispatcher calls a case complex: its answer is due later. Once, and only before news of it is due.

    Raises NotAllowed, IllegalMove, AlreadyGraded, TooLate.
    """
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if Who.DISPATCHER not in actor_of(person, desk, case).roles:
        raise NotAllowed
    if not case.open:
        raise IllegalMove(case.status.value, Action.GRADE.value)
    if grade_of(await cases.history(tx.conn, case.id)) is not Grade.ORDINARY:
        raise AlreadyGraded
    if tx.now >= (last := desk.policy.progress.due(case.filed_at, desk.calendar)):
        raise TooLate(due=desk.house.when(last))
    data = {"grade": Grade.COMPLEX.value, "text": reason}
    case = await act(tx, desk, case, actor_of(person, desk, case), (Action.GRADE, data))
    text = desk.house.say("card-graded", number=case.number, due=await due_of(tx, desk.house, case))
    await say(tx, chat_id, Content(text, reply_to=reply_to), "graded", case_id=case.id)


async def reopen(tx: Tx, desk: Desk, person_id: int, case_id: int) -> Case:
    person, case = await on_case(tx, desk, person_id, case_id)
    asked = requests(await cases.history(tx.conn, case.id))  # whoever takes it up again reads what was said
    data = {"handler_id": person.id, **({"text": words_of(asked)} if asked else {})}
    return await act(tx, desk, case, actor_of(person, desk, case), (Action.REOPEN, data))


def answers(person: Person, desk: Desk, case: Case) -> None:
    """Raises SupportOnly to those whose office only contributes."""
    if actor_of(person, desk, case).whos == {Who.SUPPORTER}:
        raise SupportOnly(office=desk.house.office(case.department))
