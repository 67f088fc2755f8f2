"""What needs a word from above: more time, a deferral; and that word, given or withheld."""

from datetime import datetime, time, timedelta
from typing import Any

from bot.core.case import Actor, ActorKind, Case, Who
from bot.core.datewords import day_in
from bot.core.deadlines import Kind
from bot.core.errors import (
    BadDay,
    DeferralsSpent,
    EmptyText,
    ExtendTooLate,
    ExtensionSpent,
    NoDay,
    NoPlan,
    NotAllowed,
    NoTerm,
    StaleButton,
    TextTooLong,
)
from bot.core.plain import clean, says_something, units
from bot.core.proposals import MAY, WITHDRAWN, Proposal, Stage, deferred_times, extended_days, waiting
from bot.core.workflow import Action
from bot.service import approving
from bot.service.acting import act, load
from bot.service.desk import Desk
from bot.service.handling import actor_of, ask_for, on_case, staff
from bot.service.moving import may_make
from bot.service.previews import WORDS_LIMIT
from bot.service.saying import say
from bot.store import cases, clocks, slots
from bot.store.db import Tx
from bot.store.people import Person
from bot.views import moves as view
from bot.views.content import Content

DAYS = (3, 5, 10)  # what the buttons offer


# --- more time 延期


async def offer_days(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """How many working days, as buttons. Raises what `extend` raises."""
    _, case, _ = await may_make(tx, desk, person_id, chat_id, case_id, Action.PROPOSE)
    left = await _days_left(tx, desk, case, 1)
    slot = f"more:extend:{case.id}"
    await slots.forget(tx, chat_id, slot)
    content = view.extend_days(desk.house, case, left, sorted({*DAYS, left} if left < max(DAYS) else DAYS))
    await say(tx, chat_id, content, "extend", case_id=case.id, slot=slot)


async def ask_extend_words(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, days: int) -> None:
    person, case, _ = await may_make(tx, desk, person_id, chat_id, case_id, Action.PROPOSE)
    await _days_left(tx, desk, case, days)
    await ask_for(tx, desk, person.id, chat_id, case, "extend", about=str(days), count=days)


async def extend(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, days: int, text: str
) -> Case:
    """Ask for more working days, with the reason that the citizen will read.

    Raises NoTerm, ExtendTooLate, ExtensionSpent, AlreadyProposed.
    """
    person, case, actor = await may_make(tx, desk, person_id, chat_id, case_id, Action.PROPOSE)
    await _days_left(tx, desk, case, days)
    _sound(text)
    return await _put_forward(
        tx, desk, person, case, actor, Action.EXTEND, {"days": days, "text": text}, chat_id
    )


async def _days_left(tx: Tx, desk: Desk, case: Case, days: int) -> int:
    """How many working days a case can still get, if `days` of them can be asked for now."""
    await approving.none_waits(tx, desk, case)
    clock = next((c for c in await clocks.running(tx.conn, case.id) if c.kind is Kind.RESOLVE), None)
    if clock is None:
        raise NoTerm
    if clock.missed(tx.now):
        raise ExtendTooLate(due=desk.house.when(clock.due))
    left = desk.policy.extension - extended_days(await cases.history(tx.conn, case.id))
    if not 1 <= days <= left:
        raise ExtensionSpent(count=max(left, 0), limit=desk.policy.extension)
    return left


# --- later, with a plan 挂账


async def ask_defer_words(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    person, case, _ = await may_make(tx, desk, person_id, chat_id, case_id, Action.PROPOSE)
    await _deferrable(tx, desk, case)
    await ask_for(tx, desk, person.id, chat_id, case, "defer")


async def defer(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, text: str) -> Case:
    """Ask to put a case off until a day that `text` names, with the plan that the citizen will read.

    Raises NoDay, BadDay, NoPlan, DeferralsSpent, AlreadyProposed.
    """
    person, case, actor = await may_make(tx, desk, person_id, chat_id, case_id, Action.PROPOSE)
    await _deferrable(tx, desk, case)
    today = desk.calendar.local_day(tx.now)
    found = day_in(text, today)
    if found is None:
        raise NoDay
    day, begins, ends = found
    if not today < day <= today + timedelta(days=desk.policy.deferral):
        raise BadDay(count=desk.policy.deferral)
    # The date by itself in front is no part of the sentence.
    plan = (
        clean(text[ends:].lstrip(" :：，,。、")) if begins == 0 and text[ends : ends + 1].isspace() else text
    )
    if not says_something(clean(text[:begins] + text[ends:])):
        raise NoPlan
    _sound(plan)
    until = desk.calendar.next_open(datetime.combine(day, time(), desk.settings.city.tz))
    data = {"text": plan, "until": until.isoformat()}
    return await _put_forward(tx, desk, person, case, actor, Action.DEFER, data, chat_id)


async def _deferrable(tx: Tx, desk: Desk, case: Case) -> None:
    await approving.none_waits(tx, desk, case)
    if deferred_times(await cases.history(tx.conn, case.id)) >= desk.policy.deferrals:
        raise DeferralsSpent(limit=desk.policy.deferrals)


async def recall(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> Case:
    """Take a deferred case up again before its day."""
    _, case, actor = await may_make(tx, desk, person_id, chat_id, case_id, Action.RECALL)
    return await act(tx, desk, case, actor, (Action.RECALL, {}))


async def _put_forward(
    tx: Tx,
    desk: Desk,
    person: Person,
    case: Case,
    actor: Actor,
    action: Action,
    data: dict[str, Any],
    chat_id: int,
) -> Case:
    """To the supervisor; a supervisor's own needs nobody else."""
    if actor.whos & MAY[Stage.SUPERVISOR]:
        return await act(tx, desk, case, actor, (action, {**data, "asked_by": person.id}))
    proposal = Proposal(case.version, action, data, (Stage.SUPERVISOR,), person.id)
    case = await approving.propose(tx, desk, case, actor, proposal)
    told = desk.house.say("proposed", number=case.number, what=view.what(desk.house, action.value, data))
    await say(tx, chat_id, Content(told), "proposed", case_id=case.id)
    return case


# --- the word


async def agree(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, proposal_id: str, stage: str
) -> Case:
    """Somebody says yes: the next is asked, or the thing happens. Raises StaleButton, NotAllowed, BadDay."""
    person, case, actor, proposal = await _asked(tx, desk, person_id, chat_id, case_id, proposal_id, stage)
    await approving.close(tx, desk, case, proposal, "agreed", person.name or "–")
    rest = approving.moved_on(proposal)
    if rest.stages:
        data = {"proposal": rest.recorded(), "stage": proposal.stage.value}
        case = await act(tx, desk, case, actor, (Action.AGREE, data))
        await approving.ask(tx, desk, case, rest)
        return case
    if proposal.action in (Action.REPLY, Action.RESOLVE):
        # The answer is the clerk's, who could give it when they wrote it.
        writer = Actor(ActorKind.STAFF, proposal.by)
        sent = {**proposal.data, "approved_by": person.id, "proposal": None}
        return await act(tx, desk, case, writer, (proposal.action, sent))
    if proposal.action is Action.DEFER and approving.until_of(proposal) <= tx.now:
        raise BadDay(count=desk.policy.deferral)
    return await act(tx, desk, case, actor, (proposal.action, {**proposal.data, "asked_by": proposal.by}))


async def ask_why(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, proposal_id: str, stage: str
) -> None:
    """A no needs words."""
    person, case, _, proposal = await _asked(tx, desk, person_id, chat_id, case_id, proposal_id, stage)
    what = view.what(desk.house, proposal.action.value, proposal.data)
    about = f"{proposal.id}:{proposal.stage.value}"
    if proposal.stage is Stage.CHECK:
        await ask_for(tx, desk, person.id, chat_id, case, "unsolved", about=about)
        return
    await ask_for(tx, desk, person.id, chat_id, case, "refuse", about=about, asked=what)


async def refuse(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, proposal_id: str, stage: str, text: str
) -> Case:
    """Somebody says no: the office hears why. Only who looked on the spot may say so without words."""
    person, case, actor, proposal = await _asked(tx, desk, person_id, chat_id, case_id, proposal_id, stage)
    if text or proposal.stage is not Stage.CHECK:
        _sound(text)
    how = "unsolved" if proposal.stage is Stage.CHECK else "refused"
    await approving.close(tx, desk, case, proposal, how, person.name or "–")
    return await act(tx, desk, case, actor, (Action.REFUSE, _refused(proposal, proposal.stage.value, text)))


async def take_back(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> Case:
    """The office withdraws what it asked for."""
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    proposal = waiting(case)
    if proposal is None:
        raise StaleButton
    actor = actor_of(person, desk, case)
    if not (person.works_for(case.department) or person.id == proposal.by):
        raise NotAllowed
    await approving.close(tx, desk, case, proposal, "taken_back", person.name or "–")
    return await act(tx, desk, case, actor, (Action.REFUSE, _refused(proposal, WITHDRAWN, "")))


def _refused(proposal: Proposal, stage: str, text: str) -> dict[str, Any]:
    answer = proposal.action in (Action.REPLY, Action.RESOLVE)
    draft = proposal.data["text"] if answer else ""
    return {"text": text, "stage": stage, "action": proposal.action.value, "draft": draft, "by": proposal.by}


async def _asked(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, proposal_id: str, stage: str
) -> tuple[Person, Case, Actor, Proposal]:
    """What somebody is asked to decide. Raises StaleButton once it is decided, NotAllowed to all others."""
    person = await staff(tx, person_id)
    case = await load(tx, case_id)
    if person.barred(case):
        raise NotAllowed
    if person.sees(case):
        await on_case(tx, desk, person_id, case_id, chat_id)
    actor = actor_of(person, desk, case)
    if stage not in set(Stage) or not actor.whos & MAY[Stage(stage)]:
        raise NotAllowed
    proposal = waiting(case)
    if proposal is not None and proposal.by == person.id and Who.SUPERVISOR not in actor.whos:
        raise NotAllowed  # nobody approves what they wrote themselves
    if proposal is None or (str(proposal.id), proposal.stage.value) != (proposal_id, stage):
        raise StaleButton
    return person, case, actor, proposal


def _sound(text: str) -> None:
    """Raises EmptyText, TextTooLong."""
    if not text:
        raise EmptyText
    if units(text) > WORDS_LIMIT:
        raise TextTooLong(limit=WORDS_LIMIT, length=units(text))
