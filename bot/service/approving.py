"""Asking for approval: what is proposed, who is asked, in which chats, and how the question ends."""

import dataclasses
from collections.abc import Iterable
from datetime import datetime

from bot.core import deadlines
from bot.core.case import Actor, ActorKind, Case, Event, EventKind
from bot.core.deadlines import Kind
from bot.core.errors import AlreadyProposed
from bot.core.notices import Priority
from bot.core.proposals import MAY, Proposal, Stage, stages_for, waiting
from bot.core.workflow import Action
from bot.service.acting import Step, act
from bot.service.attached import send_files
from bot.service.desk import Desk
from bot.service.enclosing import files_of, say_whole
from bot.service.handling import actor_of
from bot.service.saying import say, voice_for
from bot.service.sight import homes_of
from bot.service.to_citizens import citizen_text
from bot.service.watchers import watchers
from bot.service.wording import due_of
from bot.store import cases, clocks, people, slots
from bot.store.db import Tx
from bot.store.people import Person
from bot.texts import Safe
from bot.views import moves as moves_view
from bot.views import proposals as view
from bot.views.content import Content, Voice

QUESTION, SEALED, OVER = "proposal", "proposal-sealed", "proposal-over"  # purposes; words stand in the first
_SEEN = {
    Action.EXTEND: (EventKind.EXTENDED, "citizen-extended"),
    Action.DEFER: (EventKind.DEFERRED, "citizen-deferred"),
    Action.REPLY: (EventKind.REPLIED, "citizen-replied"),
    Action.RESOLVE: (EventKind.RESOLVED, "citizen-resolved"),
}


async def answer(tx: Tx, desk: Desk, case: Case, actor: Actor, *steps: Step) -> Case:
    """Make the moves that answer a citizen; where the department wants it, only once somebody agreed.

    Raises AlreadyProposed.
    """
    assert actor.id is not None
    action, data = steps[-1]
    office = desk.offices.get(case.department)
    if office is None or not (office.approval or office.check):
        return await act(tx, desk, case, actor, *steps)
    leads = await _holders(tx, case, "lead", but=actor.id)
    checkers = await _holders(tx, case, "checker", but=actor.id)
    stages = stages_for(
        action,
        data,
        actor.whos,
        approval=office.approval,
        check=office.check,
        leads=bool(leads),
        checkers=bool(checkers),
    )
    if not stages:
        return await act(tx, desk, case, actor, *steps)
    looks = office.check and action is Action.RESOLVE and data.get("outcome") == "solved"
    proposal = Proposal(
        case.version, action, dict(data), stages, actor.id, unchecked=looks and Stage.CHECK not in stages
    )
    return await propose(tx, desk, case, actor, proposal, *steps[:-1])


async def propose(tx: Tx, desk: Desk, case: Case, actor: Actor, proposal: Proposal, *before: Step) -> Case:
    """Put a proposal on the case and ask the first who has to say yes. Raises AlreadyProposed."""
    await none_waits(tx, desk, case)
    case = await act(tx, desk, case, actor, *before, (Action.PROPOSE, {"proposal": proposal.recorded()}))
    await ask(tx, desk, case, proposal)
    return case


async def none_waits(tx: Tx, desk: Desk, case: Case) -> None:
    """Raises AlreadyProposed."""
    there = waiting(case)
    if there is None:
        return
    by = await people.get(tx.conn, there.by)
    what = moves_view.what(desk.house, there.action.value, there.data)
    raise AlreadyProposed(what=what, name=(by.name if by else None) or "–")


async def ask(tx: Tx, desk: Desk, case: Case, proposal: Proposal) -> None:
    """Ask those whose word is needed next, in private and where their office works."""
    for chat_id in await asked_in(tx, desk, case, proposal):
        await ask_one(tx, desk, case, proposal, chat_id)


async def ask_one(tx: Tx, desk: Desk, case: Case, proposal: Proposal, chat_id: int) -> None:
    """The question in one chat; of a confidential case it says how to read the words."""
    by = await people.get(tx.conn, proposal.by)
    voice = await voice_for(tx, desk, chat_id)
    due, new_due = await due_of(tx, voice, case), "–"
    if proposal.action is Action.EXTEND:
        new_due = await _due_then(tx, desk, case, proposal.data["days"], voice)
    content = view.question(
        voice,
        case,
        proposal,
        name=(by.name if by else None) or "–",
        due=due,
        new_due=new_due,
        shown=await _as_citizen_reads(tx, desk, case, proposal),
    )
    slot, purpose = slot_of(case, proposal), SEALED if case.confidential else QUESTION
    await say_whole(tx, voice, chat_id, case.number, content, purpose, case_id=case.id, slot=slot)
    if case.confidential:
        return
    await send_files(tx, chat_id, case, files_of(proposal.data), below=slot)
    if proposal.stage is Stage.CHECK:
        await send_files(tx, chat_id, case, await cases.attached(tx.conn, case.id), below=slot)


def is_asked(desk: Desk, person: Person, case: Case) -> bool:
    """Whether somebody's word is needed on what waits."""
    proposal = waiting(case)
    if proposal is None or person.barred(case) or person.id == proposal.by:
        return False
    return bool(actor_of(person, desk, case).whos & MAY[proposal.stage])


def slot_of(case: Case, proposal: Proposal) -> str:
    return f"proposal:{case.id}:{proposal.id}:{proposal.stage.value}"


async def close(tx: Tx, desk: Desk, case: Case, proposal: Proposal, how: str, name: str) -> None:
    """The questions that still stand say what was decided, and by whom."""
    slot = slot_of(case, proposal)
    for chat_id in await slots.chats_with(tx.conn, slot):
        content = view.decided(await voice_for(tx, desk, chat_id), case, proposal, how, name)
        await say(tx, chat_id, content, OVER, case_id=case.id, slot=slot, edit_only=True)


async def remind(tx: Tx, desk: Desk, case: Case, proposal: Proposal, due: datetime) -> None:
    """A word to those who have to decide, before their time is over."""
    for chat_id in await asked_in(tx, desk, case, proposal):
        voice = await voice_for(tx, desk, chat_id)
        what = moves_view.what(voice, proposal.action.value, proposal.data)
        text = voice.say("approve-soon", number=case.number, what=what, due=voice.when(due))
        await say(tx, chat_id, Content(text), "approve-soon", Priority.NOTICE, case_id=case.id)


async def asked_in(tx: Tx, desk: Desk, case: Case, proposal: Proposal) -> list[int]:
    """The chats in which somebody can say yes."""
    if proposal.stage is not Stage.SUPERVISOR:
        role = "checker" if proposal.stage is Stage.CHECK else "lead"
        if theirs := await _holders(tx, case, role, but=proposal.by):
            group = [chat_id for chat_id, _ in await homes_of(tx, desk, case)] if role == "lead" else []
            return [*theirs, *group]
    above = await watchers(tx, desk)
    if not await people.with_role(tx.conn, "supervisor"):
        above = [*above, *await people.admins(tx.conn)]
    return await _unaccused(tx, case, dict.fromkeys(above))


async def _holders(tx: Tx, case: Case, role: str, *, but: int) -> list[int]:
    """Who has a role in the office of the case and can be reached, but one."""
    found = await people.with_role(tx.conn, role, case.department)
    return [p for p in await _unaccused(tx, case, found) if p != but]


async def _unaccused(tx: Tx, case: Case, chats: Iterable[int]) -> list[int]:
    """The chats that can be reached, without people of an office that is complained about."""
    out = []
    for chat_id in chats:
        person = await people.get(tx.conn, chat_id) if chat_id > 0 else None
        if not (person is not None and person.barred(case)) and not await people.is_gone(tx.conn, chat_id):
            out.append(chat_id)
    return out


async def _due_then(tx: Tx, desk: Desk, case: Case, days: int, voice: Voice) -> str:
    """When the answer would be due with so many working days more."""
    running = await clocks.running(tx.conn, case.id)
    clock = next((c for c in running if c.kind is Kind.RESOLVE), None)
    if clock is None:
        return "–"
    return voice.due(deadlines.longer(max(clock.due, tx.now), days, desk.calendar))


async def _as_citizen_reads(tx: Tx, desk: Desk, case: Case, proposal: Proposal) -> Safe:
    """The notice as the citizen will read it."""
    citizen = await people.get(tx.conn, case.citizen_id)
    voice = desk.voice(citizen.language if citizen else case.language)
    kind, key = _SEEN[proposal.action]
    actor = Actor(ActorKind.STAFF, proposal.by)
    event = Event(case.id, case.version + 1, kind, tx.now, actor, proposal.data)
    due = "–"
    if proposal.action is Action.EXTEND:
        due = await _due_then(tx, desk, case, proposal.data["days"], voice)
    return await citizen_text(tx, desk, voice, case, event, key, due=due if due != "–" else None)


def moved_on(proposal: Proposal) -> Proposal:
    """The proposal once its present stage has passed."""
    return dataclasses.replace(proposal, stages=proposal.stages[1:])


def until_of(proposal: Proposal) -> datetime:
    return datetime.fromisoformat(proposal.data["until"])
