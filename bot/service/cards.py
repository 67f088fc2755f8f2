"""The cards of a case: what stands on them, and in which chats."""

import dataclasses
from collections.abc import Collection, Sequence

from bot.core import accused, deadlines, routing, said
from bot.core.case import Case, Event, Status
from bot.core.deadlines import Kind
from bot.core.moving import wished
from bot.core.notices import Priority
from bot.core.phones import phones
from bot.service import audience
from bot.service.desk import Desk
from bot.service.saying import say, voice_for
from bot.service.sight import homes, homes_of, may_see
from bot.store import cases, clocks, outbox, people, slots
from bot.store.db import Tx
from bot.views import card as card_view
from bot.views.card import CardFacts
from bot.views.content import Content, Voice

# What an office that no longer has the case need not get any more.
OF_THE_CASE = (
    "attachment", "group-added", "group-added-after", "group-supplied", "group-unreachable",
    "group-due-soon", "group-missed", "group-resumed", "group-reopened",
    "group-refused", "group-extended", "group-deferred", "group-recalled", "group-opinion",
    "group-reminded", "group-supervised", "group-escalated", "group-taken-over",
)  # fmt: skip


def card_slot(case_id: int) -> str:
    return f"card:{case_id}"


async def card_content(
    tx: Tx,
    desk: Desk,
    case: Case,
    voice: Voice,
    *,
    stand_in: bool = False,
    supporting: bool = False,
    rendered: bool = False,
) -> Content:
    """`supporting`: as an office reads it that contributes; `rendered`: in the characters of the chat."""
    history = await cases.history(tx.conn, case.id)
    files = await cases.attached(tx.conn, case.id)
    actors = {e.actor.id for e in history if e.actor.id} | ({case.handler_id} if case.handler_id else set())
    wish = wished(history)
    names = {}
    for actor in actors:
        person = await people.get(tx.conn, actor)
        if person is not None and person.staff_no is not None:
            names[actor] = (person.name or "", person.staff_no)
    lead = await audience.lead_of(tx.conn, case)
    joined = await cases.merged_into(tx.conn, case.id)
    standing = deadlines.standing(await clocks.running(tx.conn, case.id), tx.now, desk.calendar)
    facts = CardFacts(
        joined=[c.number for c in joined],
        lead=lead.number if lead is not None else None,
        history=history,
        file_kinds=[f.kind for f in files],
        names=names,
        nth=await cases.nth_of_citizen(tx.conn, case.citizen_id, case.id),
        prediction=await cases.prediction(tx.conn, case.id),
        likely=list(dict.fromkeys([*([wish] if wish else []), *routing.likely_of(history)])),
        stand_in=stand_in,
        supporting=supporting,
        rendered=rendered and not case.confidential,
        # That a citizen does not accept the answer is not the office's to know before it is decided.
        clocks=[c for c in standing if case.open or c.kind is not Kind.DECIDE],
        now=tx.now,
        likely_accused=accused.still_proposed(history),
        phone=await phone_of(tx, case, history),
    )
    return card_view.card(voice, case, facts)


async def phone_of(tx: Tx, case: Case, history: Sequence[Event]) -> str | None:
    """The number that the citizen left for this case, or called from."""
    person = await people.get(tx.conn, case.citizen_id)
    if person is not None and person.phone:
        return person.phone
    texts = [case.text, *(e.data.get("text", "") for e in said.standing(history))]
    return next(iter(phones("\n".join(texts))), None)


async def show_card(
    tx: Tx, desk: Desk, case: Case, priority: Priority = Priority.NOTICE, *, moved: bool = True
) -> None:
    """Bring every card of a case up to date: in full where it is at home, as moved elsewhere.

    Not `moved`: groups that had the case before have been told so, and need no further edit.
    """
    slot = card_slot(case.id)
    home = dict(await homes_of(tx, desk, await audience.shown(tx.conn, case)))
    brief = card_view.brief(desk.public, case)
    # What is handled with another case has its place on that one's card: its own is kept where it stands.
    kept = case.lead_id is not None or case.status is Status.DECLINED
    for chat_id, stand_in in home.items():
        content = await card_content(tx, desk, case, await voice_for(tx, desk, chat_id), stand_in=stand_in)
        await say(
            tx,
            chat_id,
            content,
            "card",
            priority,
            case_id=case.id,
            slot=slot,
            brief=brief,
            edit_only=kept,
        )
    guests = await _guests(tx, desk, case, home)
    for chat_id in guests:
        content = await card_content(tx, desk, case, await voice_for(tx, desk, chat_id), supporting=True)
        await say(tx, chat_id, content, "card", priority, case_id=case.id, slot=slot)
    home |= guests
    if moved:
        await outbox.take_back(tx, case.id, list(home), OF_THE_CASE)
    for chat_id in await slots.chats_with(tx.conn, slot):
        if chat_id in home or await people.is_gone(tx.conn, chat_id):
            continue
        if not await may_see(tx.conn, desk, case, chat_id):
            continue
        # A clerk's private chat keeps a card they asked for, as long as the case is theirs.
        person = await people.get(tx.conn, chat_id) if chat_id > 0 else None
        where = await audience.shown(tx.conn, case)
        theirs = person is not None and person.sees(where)
        if case.status is Status.MERGED and not theirs:  # the desk that can take it apart again keeps it too
            theirs = chat_id in dict(await homes(tx, desk, desk.offices.triage.id))
        if not theirs and not moved:
            continue
        guest = person is not None and not person.works_for(where.department)
        voice = await voice_for(tx, desk, chat_id)
        content = (
            await card_content(tx, desk, case, voice, supporting=guest)
            if theirs
            else card_view.moved(voice, dataclasses.replace(case, department=where.department))
        )
        await say(tx, chat_id, content, "card-moved", priority, case_id=case.id, slot=slot, edit_only=True)


async def _guests(tx: Tx, desk: Desk, case: Case, home: Collection[int]) -> dict[int, bool]:
    """The chats of offices that contribute, beside the case's own."""
    known = desk.offices
    offices = [d for d in case.supporting if d in known and d not in case.accused]
    return {
        chat_id: stand_in
        for office in offices
        for chat_id, stand_in in await homes(tx, desk, office)
        if chat_id not in home
    }


async def is_guest(tx: Tx, desk: Desk, case: Case, chat_id: int) -> bool:
    """Whether a chat reads a case as one that contributes to it."""
    if chat_id in dict(await homes_of(tx, desk, case)):
        return False
    if chat_id > 0:
        person = await people.get(tx.conn, chat_id)
        return person is not None and not person.works_for(case.department)
    here = set(await people.departments_of_chat(tx.conn, chat_id))
    return not here & {case.department, desk.offices.triage.id}


async def bring_card(tx: Tx, desk: Desk, case: Case, chat_id: int) -> None:
    """Post the card anew at the end of a chat: somebody asked for it. The old one says where to look."""
    slot = card_slot(case.id)
    voice = await voice_for(tx, desk, chat_id)
    old = await slots.standing(tx.conn, chat_id, slot)
    if old is not None:
        past = f"{slot}:{old}"
        await slots.place(tx, chat_id, past, old, case.id)
        below = Content(voice.say("card-below", number=case.number))
        await say(tx, chat_id, below, "card-below", case_id=case.id, slot=past, edit_only=True)
    await slots.forget(tx, chat_id, slot)
    guest = await is_guest(tx, desk, case, chat_id)
    content = await card_content(tx, desk, case, voice, supporting=guest)
    await say(tx, chat_id, content, "card-opened", Priority.ANSWER, case_id=case.id, slot=slot)


async def render_card(tx: Tx, desk: Desk, case: Case, chat_id: int, *, rendered: bool) -> None:
    """The card of this chat with the citizen's words in its own characters, or as they were written again."""
    home = dict(await homes_of(tx, desk, await audience.shown(tx.conn, case)))
    content = await card_content(
        tx,
        desk,
        case,
        await voice_for(tx, desk, chat_id),
        stand_in=home.get(chat_id, False),
        supporting=await is_guest(tx, desk, case, chat_id),
        rendered=rendered,
    )
    slot = card_slot(case.id)
    await say(tx, chat_id, content, "card", Priority.ANSWER, case_id=case.id, slot=slot, edit_only=True)
