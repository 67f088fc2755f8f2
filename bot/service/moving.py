"""Passing cases on beyond a transfer: sent back, not taken up, shared with other offices, handed to a colleague."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from bot.core import routing
from bot.core.case import OPEN, SYSTEM, Actor, Case, Event, EventKind, Status, Who
from bot.core.errors import (
    AccusedOffice,
    Confidential,
    EmptyText,
    IllegalMove,
    NotAllowed,
    ReturnTooLate,
    SameDepartment,
    SameHandler,
    StaleButton,
    TextTooLong,
)
from bot.core.masking import mask
from bot.core.moving import RETURN_REASONS, came_at, toggled, trips
from bot.core.plain import clip, units
from bot.core.routes import ROUTES
from bot.core.workflow import Action, allowed, may
from bot.service.acting import act
from bot.service.cards import card_slot
from bot.service.desk import Desk
from bot.service.handling import actor_of, ask_for, on_case
from bot.service.previews import WORDS_LIMIT
from bot.service.saying import say, voice_for
from bot.service.sight import homes_of
from bot.service.to_citizens import citizen_text
from bot.store import cases, dialogues, people, slots
from bot.store.db import Tx
from bot.store.people import Person
from bot.views import card as card_view
from bot.views import moves as view
from bot.views import staff as staff_view
from bot.views.content import Content

RETURN, DECLINE = "return:", "decline:"  # and the case: what a clerk is in the middle of
PER_ROUND = 100


async def may_make(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, action: Action
) -> tuple[Person, Case, Actor]:
    """A case on which this person may make a move now. Raises IllegalMove, NotAllowed."""
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    actor = actor_of(person, desk, case)
    if not allowed(case.status, action):
        raise IllegalMove(case.status.value, action.value)
    if not may(case.status, action, actor):
        raise NotAllowed
    return person, case, actor


# --- sending back 退回


async def offer_reasons(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, text: str | None = None
) -> None:
    """Why a case goes back, as buttons. `text`: words that go with it; None looks again, with what was said."""
    person, case, _ = await _returnable(tx, desk, person_id, chat_id, case_id)
    if text is not None:
        _sound(text, empty=True)
        await dialogues.begin(tx, chat_id, person.id, f"{RETURN}{case.id}", {"text": text})
    content = view.return_reasons(desk.house, case, await _said(tx, chat_id, person.id, case))
    await _choose(tx, chat_id, case, "return", content, anew=text is not None)


async def choose_reason(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, reason: str) -> None:
    """The reason is chosen: now, or with words first."""
    person, case, trip = await _returnable(tx, desk, person_id, chat_id, case_id)
    _fresh(reason, trip, str(trip))
    content = view.return_sure(desk.house, case, reason, await _said(tx, chat_id, person.id, case), trip)
    await _choose(tx, chat_id, case, "return", content)


async def ask_return_words(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, reason: str, seen: str
) -> None:
    person, case, trip = await _returnable(tx, desk, person_id, chat_id, case_id)
    _fresh(reason, trip, seen)
    words = {"reason": desk.house.plain(f"return-reason-{reason}")}
    await ask_for(tx, desk, person.id, chat_id, case, "return", about=f"{reason}:{seen}", **words)


async def send_back(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, reason: str, seen: str, text: str | None
) -> Case:
    """An office sends a case back to the triage desk; the second time locks it.

    `seen`: which stay of the case the button was shown in. `text` None: the words given before, if any.
    Raises ReturnTooLate, Locked, StaleButton.
    """
    person, case, trip = await _returnable(tx, desk, person_id, chat_id, case_id)
    _fresh(reason, trip, seen)
    said = await _said(tx, chat_id, person.id, case) if text is None else text
    _sound(said, empty=text is None)
    data = {
        "department": desk.offices.triage.id,
        "domain": None,
        "from_department": case.department,
        "reason": reason,
        "text": said,
    }
    case = await act(tx, desk, case, actor_of(person, desk, case), (Action.RETURN, data))
    await dialogues.end(tx, chat_id, person.id, f"{RETURN}{case.id}")
    await _choice_over(tx, case, "return", card_view.moved(desk.house, case))
    return case


async def _returnable(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int
) -> tuple[Person, Case, int]:
    """Who, what, and in which of its stays. An office has a short time of its own; a dispatcher may any day.

    Raises ReturnTooLate.
    """
    person, case, actor = await may_make(tx, desk, person_id, chat_id, case_id, Action.RETURN)
    history = await cases.history(tx.conn, case.id)
    last = desk.policy.returning.due(came_at(case, history), desk.calendar)
    if tx.now >= last and Who.DISPATCHER not in actor.whos:
        raise ReturnTooLate(due=desk.house.when(last))
    return person, case, trips(history)


def _fresh(reason: str, trip: int, seen: str) -> None:
    """Raises StaleButton for a reason that is none, and when the case was elsewhere since the button was shown."""
    if reason not in RETURN_REASONS or seen != str(trip):
        raise StaleButton


async def _said(tx: Tx, chat_id: int, person_id: int, case: Case) -> str:
    found = await dialogues.get(tx.conn, chat_id, person_id, f"{RETURN}{case.id}")
    return str(found.data["text"]) if found else ""


# --- not taken up 不予受理


async def offer_routes(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """Which door is the right one, as buttons."""
    _, case, _ = await may_make(tx, desk, person_id, chat_id, case_id, Action.DECLINE)
    await _choose(tx, chat_id, case, "decline", view.routes(desk.house, case), anew=True)


async def ask_decline_words(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, route: str
) -> None:
    person, case, _ = await may_make(tx, desk, person_id, chat_id, case_id, Action.DECLINE)
    if route not in ROUTES:
        raise StaleButton
    door = desk.house.plain(f"route-{route}")
    await ask_for(tx, desk, person.id, chat_id, case, "decline", about=route, door=door)


async def preview_decline(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, route: str, text: str
) -> None:
    """Exactly what the citizen will see; nothing is sent yet. Raises EmptyText, TextTooLong."""
    person, case, actor = await may_make(tx, desk, person_id, chat_id, case_id, Action.DECLINE)
    if route not in ROUTES:
        raise StaleButton
    _sound(text)
    data = {"route": route, "text": text}
    dialogue = await dialogues.begin(tx, chat_id, person.id, f"{DECLINE}{case.id}", data)
    citizen = await people.get(tx.conn, case.citizen_id)
    voice = desk.voice(citizen.language if citizen else case.language)
    event = Event(case.id, case.version + 1, EventKind.DECLINED, tx.now, actor, data)
    shown = await citizen_text(tx, desk, voice, case, event, "citizen-declined")
    content = view.decline_preview(desk.house, case, dialogue.id, shown)
    await say(tx, chat_id, content, "preview", case_id=case.id, slot=f"reply:{dialogue.id}")


async def decline(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, dialogue_id: str, *, send: bool
) -> Case:
    """What becomes of the previewed words. Raises StaleButton."""
    dialogue = await dialogues.own(tx.conn, chat_id, person_id, dialogue_id)
    if dialogue is None or dialogue.kind != f"{DECLINE}{case_id}":
        raise StaleButton
    if not send:
        _, case = await on_case(tx, desk, person_id, case_id, chat_id)
    else:
        _, case, actor = await may_make(tx, desk, person_id, chat_id, case_id, Action.DECLINE)
        case = await act(tx, desk, case, actor, (Action.DECLINE, dialogue.data))
        over = Content(desk.house.say("decline-done", number=case.number))
        await _choice_over(tx, case, "decline", over)
    await dialogues.end(tx, chat_id, person_id, dialogue.kind)
    key = "preview-sent" if send else "preview-discarded"
    content = Content(desk.house.say(key, number=case.number))
    await say(tx, chat_id, content, key, case_id=case.id, slot=f"reply:{dialogue.id}", edit_only=True)
    return case


# --- other offices contribute 协办


async def offer_support(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, page: int | None = None
) -> None:
    """Which offices contribute, as buttons that take them in and let them go; `page`: turned over in place."""
    _, case = await _sharable(tx, desk, person_id, chat_id, case_id)
    content = view.support_offices(desk.house, case, desk.offices.all, page or 0)
    await _choose(tx, chat_id, case, "support", content, anew=page is None)


async def support(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, office: str) -> Case:
    """Take an office in, or let it go. Raises AccusedOffice, Confidential, SameDepartment, StaleButton."""
    person, case = await _sharable(tx, desk, person_id, chat_id, case_id)
    if office in case.accused:
        raise AccusedOffice(office=desk.house.office(office))
    if office == case.department:
        raise SameDepartment(office=desk.house.office(office))
    if office not in {d.id for d in desk.offices.all if not d.triage} | {*case.supporting}:
        raise StaleButton
    data = {"supporting": toggled(case.supporting, office), "office_asked": office}
    case = await act(tx, desk, case, actor_of(person, desk, case), (Action.SUPPORT, data))
    if office not in case.supporting:
        over = Content(desk.public.say("card-support-over", number=case.number))
        group = await people.group_of(tx.conn, office)
        if group is not None and group not in dict(await homes_of(tx, desk, case)):
            await say(tx, group, over, "card-moved", case_id=case.id, slot=card_slot(case.id), edit_only=True)
    for chat in await slots.chats_with(tx.conn, _slot("support", case)):
        content = view.support_offices(await voice_for(tx, desk, chat), case, desk.offices.all, office)
        await say(tx, chat, content, "support", case_id=case.id, slot=_slot("support", case), edit_only=True)
    return case


async def _sharable(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> tuple[Person, Case]:
    person, case, actor = await may_make(tx, desk, person_id, chat_id, case_id, Action.SUPPORT)
    if case.confidential and Who.DISPATCHER not in actor.whos:
        raise Confidential
    return person, case


async def ask_opinion(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    _office_of(person, case)
    await ask_for(tx, desk, person.id, chat_id, case, "opinion")


async def give_opinion(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, text: str) -> Case:
    """What a contributing office says to the one that leads; the citizen never reads it."""
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    office = _office_of(person, case)
    _sound(text)
    if not case.open:
        raise IllegalMove(case.status.value, Action.NOTE.value)
    actor = actor_of(person, desk, case)
    case = await act(tx, desk, case, actor, (Action.NOTE, {"text": text, "office": office}))
    for chat, _ in await homes_of(tx, desk, case):
        voice = await voice_for(tx, desk, chat)
        told = voice.say(
            "group-opinion",
            number=case.number,
            office=voice.office(office),
            name=person.name or "–",
            text=clip(mask(text), 800),
        )
        await say(tx, chat, Content(told), "group-opinion", case_id=case.id)
    return case


def _office_of(person: Person, case: Case) -> str:
    """The contributing office that somebody speaks for. Raises NotAllowed."""
    offices = [d for d in case.supporting if d in person.departments]
    if not offices:
        raise NotAllowed
    return offices[0]


# --- to a colleague 换人办理


async def offer_colleagues(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """The people of the office, as buttons."""
    _, case, _ = await may_make(tx, desk, person_id, chat_id, case_id, Action.HAND_OVER)
    found = [(p, name) for p, name in await _people_of(tx, case) if p != case.handler_id]
    await _choose(tx, chat_id, case, "handover", view.colleagues(desk.house, case, found), anew=True)


async def hand_over(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, colleague: int) -> Case:
    """Raises SameHandler, StaleButton."""
    _, case, actor = await may_make(tx, desk, person_id, chat_id, case_id, Action.HAND_OVER)
    names = dict(await _people_of(tx, case))
    if colleague not in names:
        raise StaleButton
    if colleague == case.handler_id:
        raise SameHandler(name=names[colleague])
    case = await act(tx, desk, case, actor, (Action.HAND_OVER, {"handler_id": colleague}))
    mention = staff_view.mention(colleague, names[colleague])
    told = Content(desk.house.say("handover-done", number=case.number, mention=mention))
    await _choice_over(tx, case, "handover", told)
    for chat, _ in await homes_of(tx, desk, case):
        voice = await voice_for(tx, desk, chat)
        told = Content(voice.say("handover-done", number=case.number, mention=mention))
        await say(tx, chat, told, "handover-done", case_id=case.id)
    return case


async def _people_of(tx: Tx, case: Case) -> list[tuple[int, str]]:
    """The office's people who may see the case."""
    roles = ("clerk", "lead")
    found = {p: None for role in roles for p in await people.with_role(tx.conn, role, case.department)}
    known = [await people.get(tx.conn, p) for p in found]
    return [(p.id, p.name or str(p.staff_no)) for p in known if p is not None and p.sees(case)]


# --- an office that is no more


async def rehome(tx: Tx, desk: Desk, among: Sequence[str] | None = None) -> bool:
    """Open cases of departments that are no more go to who took over, or to triage; whether more are left."""
    done = 0
    for department, counts in (await cases.counts(tx.conn, among, sorted(OPEN))).items():
        if department in desk.offices:
            continue
        movable = [s for s in Status if counts.get(s) and allowed(s, Action.TRANSFER)]
        if not movable:
            continue
        for case in await cases.queue(tx.conn, [department], movable, PER_ROUND - done):
            heir = desk.offices.heir(department)
            if heir is not None and heir in case.accused:
                heir = None
            office = desk.offices[heir] if heir else desk.offices.triage
            domain = case.domain if case.domain in office.domains else None
            data: dict[str, Any] = {
                "department": office.id,
                "domain": domain or routing.domain_at(office, {}),
                "from_department": department,
                "gone": True,
            }
            await act(tx, desk, case, SYSTEM, (Action.TRANSFER, data), to_triage=office.triage)
            done += 1
        if done >= PER_ROUND:
            return True
    return False


# --- shared


def _sound(text: str, *, empty: bool = False) -> None:
    """Raises EmptyText, TextTooLong."""
    if not text and not empty:
        raise EmptyText
    if units(text) > WORDS_LIMIT:
        raise TextTooLong(limit=WORDS_LIMIT, length=units(text))


def _slot(what: str, case: Case) -> str:
    return f"more:{what}:{case.id}"


async def _choose(
    tx: Tx, chat_id: int, case: Case, what: str, content: Content, *, anew: bool = False
) -> None:
    """One message to choose from; `anew` at the end of the chat, else in the place of the choice before."""
    if anew:
        await slots.forget(tx, chat_id, _slot(what, case))
    await say(tx, chat_id, content, what, case_id=case.id, slot=_slot(what, case))


async def _choice_over(tx: Tx, case: Case, what: str, content: Content) -> None:
    for chat_id in await slots.chats_with(tx.conn, _slot(what, case)):
        over = dataclasses.replace(content, reply_to=None)
        await say(tx, chat_id, over, f"{what}-over", case_id=case.id, slot=_slot(what, case), edit_only=True)
