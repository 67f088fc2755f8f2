"""The staff's verbs on cases: open, claim, transfer, ask, reply, resolve, reopen, note."""

import dataclasses
import html
from typing import Any

from bot.core import routing, workflow
from bot.core.case import Actor, ActorKind, Case, Event, EventKind, Outcome, Status, Who
from bot.core.deadlines import Grade, grade_of
from bot.core.errors import (
    AlreadyClaimed,
    AlreadyGraded,
    AlreadyMoved,
    AlreadyYours,
    EmptyText,
    IllegalMove,
    NoPrivateChat,
    NoSuchCase,
    NotAllowed,
    NotInvited,
    SameDepartment,
    Sealed,
    StaleButton,
    TextTooLong,
    TooLate,
)
from bot.core.plain import units
from bot.core.workflow import Action
from bot.service.acting import Step, act, load
from bot.service.desk import Desk
from bot.service.sight import hidden_from, may_see
from bot.service.tell import bring_card, card_slot, citizen_text, due_of, say, send_files
from bot.store import cases, clocks, dialogues, outbox, people
from bot.store.db import Tx
from bot.store.dialogues import Dialogue
from bot.store.outbox import Say
from bot.store.people import Person
from bot.texts import Safe
from bot.views import actions as actions_view
from bot.views import card as card_view
from bot.views import staff as view
from bot.views.content import Content

REPLY = "reply:"  # and the case: a clerk may have several answers open
REPLY_LIMIT = 3500  # leaves room for what stands around it
PAGE = 8


def actor_of(person: Person, desk: Desk, case: Case) -> Actor:
    """What a member of staff is to a case; whoever works at the triage desk decides there as a dispatcher does."""
    roles = {
        Who.HANDLER: person.works_for(case.department),
        Who.SUPPORTER: bool(set(person.departments) & set(case.supporting)),
        Who.CHECKER: person.checks_for(case.department),
        Who.LEAD: person.leads(case.department),
        Who.DISPATCHER: person.dispatcher or desk.settings.triage.id in person.departments,
        Who.SUPERVISOR: person.supervisor,
    }
    return Actor(ActorKind.STAFF, person.id, frozenset(who for who, is_it in roles.items() if is_it))


async def staff(tx: Tx, person_id: int) -> Person:
    """Somebody with a role. Raises NotInvited."""
    person = await people.get(tx.conn, person_id)
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
    if not person.sees(case):
        raise NotAllowed
    if chat_id is not None and not await _belongs_in(tx, desk, case, chat_id):
        raise NotAllowed
    return person, case


async def _belongs_in(tx: Tx, desk: Desk, case: Case, chat_id: int) -> bool:
    """Whether a group may see a case: its own office's, those that contribute, and the triage desk's."""
    if chat_id > 0:
        return True
    if not await may_see(tx.conn, desk, case, chat_id):
        return False
    here = set(await people.departments_of_chat(tx.conn, chat_id))
    return bool(here & {case.department, desk.settings.triage.id, *case.supporting})


async def find(tx: Tx, desk: Desk, person_id: int, chat_id: int, number: str) -> Case:
    """A case by its number, if this person may see it in this chat. Raises NoSuchCase otherwise."""
    person = await staff(tx, person_id)
    case = await cases.by_number(tx.conn, number)
    if case is None or not person.sees(case):
        raise NoSuchCase
    if not await _belongs_in(tx, desk, case, chat_id):
        raise NoSuchCase
    return case


# --- looking


async def open_card(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    await find(tx, desk, person.id, chat_id, case.number)
    await bring_card(tx, desk, case, chat_id)


async def show_queue(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, department: str | None, page: int
) -> None:
    """The queue of the chat's department, or of the person's; cases that wait for staff, oldest first."""
    person = await staff(tx, person_id)
    here = await people.departments_of_chat(tx.conn, chat_id) if chat_id < 0 else []
    mine = list(person.departments) or ([desk.settings.triage.id] if person.dispatcher else [])
    offices = [department] if department else (here or mine)
    for office in offices:
        if not person.works_for(office):
            raise NotAllowed
        if chat_id < 0 and office not in here:
            raise NotAllowed
        but = await hidden_from(tx.conn, desk, chat_id, [office])
        if chat_id < 0:
            but |= await hidden_from(tx.conn, desk, person_id, [office])
        counts = (await cases.counts(tx.conn, [office], but=but)).get(office, {})
        found = await cases.queue(tx.conn, [office], WORK, PAGE + 1, page * PAGE, but=but)
        more = f"q:{office}:{page + 1}" if len(found) > PAGE else None
        due = await clocks.count_due(tx.conn, tx.now, desk.midnight(tx.now), office, but)
        late = await clocks.count_missed(tx.conn, tx.now, office, but)
        content = view.queue(
            desk.house,
            office,
            counts,
            found[:PAGE],
            more,
            today=due.get(office, 0),
            overdue=late.get(office, 0),
        )
        await say(tx, chat_id, content, "queue")


WORK = (Status.TRIAGE, Status.DISPATCHED, Status.IN_PROGRESS, Status.AWAITING_CITIZEN)


async def show_full_text(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """The whole letter as a file below the card: one message, however long it is."""
    _, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if case.confidential:
        raise Sealed
    history = await cases.history(tx.conn, case.id)
    digest = await outbox.keep_file(tx, card_view.full_text(case, history, desk.house).encode())
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
    await outbox.forget_slot(tx, chat_id, slot)
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
        tx, desk, case, actor_of(person, desk, case), *await _claim_step(tx, person, case, always=True)
    )


async def _claim_step(tx: Tx, person: Person, case: Case, *, always: bool = False) -> tuple[Step, ...]:
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


async def offer_offices(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """All departments as buttons, the likely ones first."""
    _, case = await on_case(tx, desk, person_id, case_id, chat_id)
    likely = (await cases.history(tx.conn, case.id))[0].data.get("likely", ())
    likely = [d for d in likely if d != case.department and d not in case.accused]
    content = view.offices(desk.house, case, desk.settings.departments, likely)
    await outbox.forget_slot(tx, chat_id, _offices_slot(case.id))
    await say(tx, chat_id, content, "offices", case_id=case.id, slot=_offices_slot(case.id))


def _offices_slot(case_id: int) -> str:
    return f"offices:{case_id}"


async def _close_offices(tx: Tx, desk: Desk, case: Case) -> None:
    """The choice was made: the lists of offices that still stand say so."""
    slot = _offices_slot(case.id)
    for chat_id in await outbox.chats_with(tx.conn, slot):
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
    if department not in {d.id for d in desk.settings.departments}:
        raise StaleButton
    if department == case.department:
        raise SameDepartment(office=desk.house.office(department))
    office = desk.settings.department(department)
    guess = await cases.prediction(tx.conn, case.id)
    domain = routing.domain_at(office, guess["probabilities"] if guess else {})
    data = {"department": department, "domain": domain}
    step = (Action.DISPATCH, data)
    if case.status is not Status.TRIAGE:
        step = (Action.TRANSFER, {**data, "from_department": case.department})
    case = await act(tx, desk, case, actor_of(person, desk, case), step, to_triage=office.triage)
    await _close_offices(tx, desk, case)
    return case


async def _raise_moved(tx: Tx, desk: Desk, person: Person, case: Case) -> None:
    """Raises AlreadyMoved to those who had the case or have it; to all others, and if forged, StaleButton."""
    moves = (EventKind.DISPATCHED, EventKind.TRANSFERRED)
    last = next((e for e in reversed(await cases.history(tx.conn, case.id)) if e.kind in moves), None)
    if last is None:
        raise StaleButton
    before: str = last.data.get("from_department", desk.settings.triage.id)
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
    return await act(tx, desk, case, actor_of(person, desk, case), (Action.REOPEN, {"handler_id": person.id}))


# --- writing to the citizen: prompt, preview, send


async def ask_for_words(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, intent: str) -> int:
    """Ask one clerk to write: `intent` is reply or ask. The chat in which they are asked."""
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    action = Action.ASK if intent == "ask" else Action.REPLY
    if case.status is not Status.DISPATCHED and not workflow.allowed(case.status, action):
        raise IllegalMove(case.status.value, action.value)
    content = view.prompt(desk.house, intent, case, person.id, person.name or "")
    if case.confidential:  # the answer to the question would stand in the group
        chat_id = await private_chat(tx, person_id)
    await say(tx, chat_id, content, f"prompt-{intent}", case_id=case.id)
    return chat_id


async def preview(
    tx: Tx,
    desk: Desk,
    person_id: int,
    chat_id: int,
    case_id: int,
    text: str,
    intent: str,
    message_id: int | None,
) -> None:
    """Show the clerk exactly what the citizen would see; nothing is sent yet.

    Raises EmptyText, TextTooLong (limit in UTF-16 units).
    """
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if case.confidential and chat_id < 0:
        raise Sealed
    if not text:
        raise EmptyText
    if units(text) > REPLY_LIMIT:
        raise TextTooLong(limit=REPLY_LIMIT, length=units(text))
    data = {"case": case.id, "text": text, "intent": intent, "below": message_id}
    await _show_preview(
        tx, desk, person, case, await dialogues.begin(tx, chat_id, person_id, f"{REPLY}{case.id}", data)
    )


async def _show_preview(tx: Tx, desk: Desk, person: Person, case: Case, dialogue: Dialogue) -> None:
    data = dialogue.data
    noting = case.status in (Status.TRIAGE, Status.RESOLVED, Status.WITHDRAWN)
    shown = (
        Safe(html.escape(data["text"], quote=False))
        if noting
        else await _as_citizen_sees(tx, desk, person, case, data["text"], data["intent"])
    )
    content = view.preview(desk.house, case, dialogue.id, shown, data["intent"], data["below"])
    await say(tx, dialogue.chat_id, content, "preview", case_id=case.id, slot=f"reply:{dialogue.id}")


async def _as_citizen_sees(tx: Tx, desk: Desk, person: Person, case: Case, text: str, intent: str) -> Safe:
    citizen = await people.get(tx.conn, case.citizen_id)
    voice = desk.voice(citizen.language if citizen else case.language)
    action, data = _step(text, intent)
    kind, key = _SEEN[action]
    return await citizen_text(
        tx,
        desk,
        voice,
        case,
        Event(case.id, case.version + 1, kind, tx.now, actor_of(person, desk, case), data),
        key,
    )


def _step(text: str, intent: str) -> tuple[Action, dict[str, Any]]:
    """The move that sends a previewed text."""
    if intent == "ask":
        return Action.ASK, {"question": text}
    if intent in set(Outcome):
        return Action.RESOLVE, {"text": text, "outcome": intent}
    return Action.REPLY, {"text": text}


_SEEN = {
    Action.ASK: (EventKind.ASKED, "citizen-asked"),
    Action.REPLY: (EventKind.REPLIED, "citizen-replied"),
    Action.RESOLVE: (EventKind.RESOLVED, "citizen-resolved"),
}


async def decide_reply(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, dialogue_id: str, verb: str
) -> Case | None:
    """What becomes of a previewed text: send, as-INTENT (look again as another kind), note, or discard."""
    dialogue = await dialogues.by_id(tx.conn, dialogue_id)
    if dialogue is None or (dialogue.chat_id, dialogue.person_id) != (chat_id, person_id):
        raise StaleButton
    if not dialogue.kind.startswith(REPLY):
        raise StaleButton
    person, case = await on_case(tx, desk, person_id, dialogue.data["case"], chat_id)
    text = dialogue.data["text"]
    if verb.startswith("as-") and verb[3:] in view.INTENTS:
        changed = await dialogues.save(tx, dialogue, {**dialogue.data, "intent": verb[3:]})
        await _show_preview(tx, desk, person, case, changed)
        return None
    await dialogues.end(tx, chat_id, person_id, dialogue.kind)
    if verb == "discard":
        await _close_preview(tx, desk, dialogue, case, "preview-discarded")
        return None
    if verb == "note":
        case = await act(tx, desk, case, actor_of(person, desk, case), (Action.NOTE, {"text": text}))
        await _close_preview(tx, desk, dialogue, case, "preview-noted")
        return case
    if verb != "send":
        raise StaleButton
    steps = (*await _claim_step(tx, person, case), _step(text, dialogue.data["intent"]))
    case = await act(tx, desk, case, actor_of(person, desk, case), *steps)
    await _close_preview(tx, desk, dialogue, case, "preview-sent")
    return case


async def _close_preview(tx: Tx, desk: Desk, dialogue: Dialogue, case: Case, key: str) -> None:
    content = Content(desk.house.say(key, number=case.number))
    await say(
        tx, dialogue.chat_id, content, key, case_id=case.id, slot=f"reply:{dialogue.id}", edit_only=True
    )
