"""Calls of the duty officers as people see them: whom a round reaches, its messages, and what becomes of these."""

from collections.abc import Iterable, Sequence

from bot.core import duty as core_duty
from bot.core import paging, workflow
from bot.core.case import Case, Event, EventKind, Status
from bot.core.deadlines import Grade, grade_of
from bot.core.notices import Priority
from bot.core.workflow import Action
from bot.service.desk import Desk
from bot.service.saying import say, voice_for
from bot.service.sight import homes
from bot.store import cases, clocks, duty, people, slots, staffing
from bot.store.db import Tx
from bot.store.people import Person
from bot.views import pages as view
from bot.views.staff import mention

ALARM = "page"  # the subject (with the case) and the kind of the clock that calls again
CALL, SEALED, IN_GROUP, OVER = (
    "page",
    "page-sealed",
    "page-group",
    "page-over",
)  # purposes; words stand in the first


def subject_of(case_id: int) -> str:
    return f"{ALARM}:{case_id}"


def slot_of(call: Event) -> str:
    return f"page:{call.case_id}:{call.version}"


async def follow(tx: Tx, desk: Desk, case: Case, events: Sequence[Event]) -> None:
    """What events do to a call: somebody has the case, or another office's officers have to know of it."""
    kinds = {event.kind for event in events}
    if kinds & paging.MOVES and case.status in (Status.TRIAGE, Status.DISPATCHED):
        history = await cases.history(tx.conn, case.id)
        if paging.calls(history) or grade_of(history) is Grade.EMERGENCY:
            await clocks.set_alarm(tx, subject_of(case.id), ALARM, tx.now)
            return
    if not kinds & paging.ENDS:
        return
    await clocks.end_alarm(tx, subject_of(case.id), ALARM)
    history = await cases.history(tx.conn, case.id)
    new = {event.version for event in events}
    open_before = paging.calls(e for e in history if e.version not in new)
    if open_before:
        ending = next(e for e in events if e.kind in paging.ENDS)
        await _close(tx, desk, case, open_before[-1], ending)


async def _close(tx: Tx, desk: Desk, case: Case, call: Event, ending: Event) -> None:
    """The messages of the last round say who has it now."""
    actor = await people.get(tx.conn, ending.actor.id) if ending.actor.id else None
    slot = slot_of(call)
    for chat_id in await slots.chats_with(tx.conn, slot):
        mine = ending.kind is EventKind.PAGE_ANSWERED and chat_id == ending.actor.id
        voice = await voice_for(tx, desk, chat_id)
        content = view.ended(voice, case, ending, actor.name if actor else None, mine=mine)
        await say(
            tx,
            chat_id,
            content,
            OVER,
            Priority.EMERGENCY if mine else Priority.ANSWER,
            case_id=case.id,
            slot=slot,
            edit_only=True,
        )


# --- whom a round calls


def offices_of(desk: Desk, case: Case, history: Sequence[Event]) -> tuple[str, ...]:
    """Talk of self-harm is the centre's; everything else the office's and the centre's."""
    centre = desk.offices.triage.id
    care = any(event.data.get("danger") == "care" for event in history)
    return (centre,) if care else tuple(dict.fromkeys((case.department, centre)))


def may_answer(desk: Desk, person: Person, case: Case) -> bool:
    """Whoever works on the case or at the centre, and is not of an office complained about."""
    if person.barred(case):
        return False
    return person.sees(case) or desk.offices.triage.id in person.departments


async def whom(tx: Tx, desk: Desk, case: Case, history: Sequence[Event], round_: int) -> list[Person]:
    """Who is called in a round, deputies for those who are away."""
    away = await duty.away(tx.conn, tx.now)
    shift = desk.settings.duty.rota(desk.settings.city.tz).shift_at(tx.now)
    found: dict[int, Person] = {}

    async def fit(ids: Iterable[int]) -> list[int]:
        out = []
        for person_id in core_duty.reached(ids, away):
            person = found.get(person_id) or await people.get(tx.conn, person_id)
            if person is not None and may_answer(desk, person, case):
                found[person_id] = person
                out.append(person_id)
        return out

    near: list[int] = []
    leads: list[int] = []
    for office in offices_of(desk, case, history):
        centre = office == desk.offices.triage.id
        on = await duty.rota(tx.conn, office, dispatchers=centre)
        leading = await fit(await people.with_role(tx.conn, "lead", office))
        near += await fit(on[shift]) or leading
        leads += leading
    if case.handler_id is not None:
        near += await fit([case.handler_id])
    above = await fit(await people.with_role(tx.conn, "supervisor"))
    admins = await fit(await people.admins(tx.conn))
    return [found[person_id] for person_id in paging.called(round_, near, leads, above, admins)]


# --- saying it


async def tell(
    tx: Tx, desk: Desk, case: Case, history: Sequence[Event], call: Event, called: Sequence[Person]
) -> None:
    """One message to each; in the group, with a mention, for those who can't be reached; the round before is over."""
    unreachable = [p for p in called if await people.is_gone(tx.conn, p.id)]
    for person in called:
        if person not in unreachable:
            await call_one(tx, desk, case, history, call, person.id)
    if unreachable or not called:
        await tell_group(tx, desk, case, call, unreachable)
    before = paging.calls(e for e in history if e.version < call.version)
    if before:
        slot = slot_of(before[-1])
        for chat_id in await slots.chats_with(tx.conn, slot):
            old = view.again(await voice_for(tx, desk, chat_id), case, before[-1])
            await say(tx, chat_id, old, OVER, Priority.EMERGENCY, case_id=case.id, slot=slot, edit_only=True)


async def call_one(
    tx: Tx, desk: Desk, case: Case, history: Sequence[Event], call: Event, chat_id: int
) -> None:
    """The message of a round in one private chat; of a confidential case it says how to read the words."""
    files = await cases.attached(tx.conn, case.id)
    voice = await voice_for(tx, desk, chat_id)
    content = view.call(voice, case, history, call, [file.kind for file in files])
    purpose = SEALED if case.confidential else CALL
    await say(tx, chat_id, content, purpose, Priority.EMERGENCY, case_id=case.id, slot=slot_of(call))


async def ring_for_others(tx: Tx, desk: Desk, case: Case) -> None:
    """Some may not see the case any more: if none of those who were called may, or who answered, others are called."""
    last = paging.last_word(await cases.history(tx.conn, case.id))
    if last is None or case.handler_id is not None or not workflow.allowed(case.status, Action.PAGE):
        return
    if last.kind is EventKind.PAGE_ANSWERED:
        theirs = [last.actor.id]
    elif last.kind is EventKind.PAGED:
        theirs = [await staffing.id_of(tx.conn, number) for number in last.data["to"]]
    else:
        return
    for person_id in theirs:
        person = await people.get(tx.conn, person_id) if person_id is not None else None
        if person is not None and may_answer(desk, person, case):
            return
    await clocks.set_alarm(tx, subject_of(case.id), ALARM, tx.now)


async def tell_group(tx: Tx, desk: Desk, case: Case, call: Event, called: Sequence[Person]) -> None:
    """Name in the groups those whom a private message does not reach; without any, say that nobody could be called."""
    centre = desk.offices.triage.id
    chats: dict[int, list[Person]] = {}
    for person in called:
        office = case.department if case.department in person.departments else centre
        for chat_id, _ in await homes(tx, desk, office):
            chats.setdefault(chat_id, []).append(person)
    if not called:
        history = await cases.history(tx.conn, case.id)
        for office in offices_of(desk, case, history):
            chats |= {chat_id: [] for chat_id, _ in await homes(tx, desk, office)}
    for chat_id, named in chats.items():
        voice = await voice_for(tx, desk, chat_id)
        content = view.in_group(voice, case, [mention(p.id, p.name or "–") for p in named])
        await say(tx, chat_id, content, IN_GROUP, Priority.EMERGENCY, case_id=case.id, slot=slot_of(call))


async def not_reached(tx: Tx, desk: Desk, person_id: int, case_ids: Iterable[int]) -> None:
    """A private call could not be delivered: the group hears of it instead."""
    person = await people.get(tx.conn, person_id)
    if person is None or not person.staff:
        return
    for case_id in case_ids:
        case = await cases.by_id(tx.conn, case_id)
        calls = paging.calls(await cases.history(tx.conn, case_id))
        if case is None or not calls or not workflow.allowed(case.status, Action.ANSWER_PAGE):
            continue
        if person.staff_no in calls[-1].data.get("to", ()):
            await tell_group(tx, desk, case, calls[-1], [person])
