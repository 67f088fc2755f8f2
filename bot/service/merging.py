"""The dispatcher's verbs on cases that are one matter: find, merge, take apart again."""

from collections.abc import Sequence

from bot.core import workflow
from bot.core.case import Case, Who
from bot.core.deadlines import Grade, grade_of
from bot.core.errors import IllegalMove, NotAllowed, Refusal
from bot.core.likes import Use
from bot.core.together import check, merging
from bot.core.workflow import Action
from bot.service import likes
from bot.service.acting import act, load
from bot.service.desk import Desk
from bot.service.handling import actor_of, ask_for, belongs_in, find, on_case
from bot.service.likes import Found
from bot.service.saying import say
from bot.store import cases, slots
from bot.store.db import Reader, Tx
from bot.store.people import Person
from bot.views import merging as view
from bot.views.content import Content

CHOICES = 6


async def sought(conn: Reader, desk: Desk, case_id: int) -> Found:
    """What is like a case; while preparing."""
    case = await cases.by_id(conn, case_id)
    return await likes.seek_for(conn, desk, case, Use.MERGE) if case is not None else ()


async def offer(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, found: Found) -> None:
    """Show what this case could be merged into; without anything like it, ask for a number."""
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    _may(person, desk, case, Action.MERGE)
    near = await likes.open_like(tx.conn, case.text, found, Use.MERGE, limit=len(found) or 1)
    leads = await _fit(tx, desk, person, chat_id, case, [each.case for each in near])
    if not leads:
        await ask_for(tx, desk, person_id, chat_id, case, "merge")
        return
    await slots.forget(tx, chat_id, _slot(case.id))
    content = view.choice(desk.house, case, leads)
    await say(tx, chat_id, content, "prompt-merge", case_id=case.id, slot=_slot(case.id))


def _may(person: Person, desk: Desk, case: Case, action: Action) -> None:
    """Raises NotAllowed, IllegalMove."""
    actor = actor_of(person, desk, case)
    if Who.DISPATCHER not in actor.roles:
        raise NotAllowed
    if not workflow.allowed(case.status, action):
        raise IllegalMove(case.status.value, action.value)


async def _fit(
    tx: Tx, desk: Desk, person: Person, chat_id: int, case: Case, near: Sequence[Case]
) -> list[Case]:
    """Those of `near` that this person may see in this chat and that the case may be merged into."""
    out: list[Case] = []
    for lead in near:
        here = person.sees(lead) and await belongs_in(tx, desk, lead, chat_id)
        if here and await _refused(tx, case, lead) is None and len(out) < CHOICES:
            out.append(lead)
    return out


async def _refused(tx: Tx, case: Case, lead: Case) -> Refusal | None:
    try:
        check(case, lead, slower=await _slower(tx, case, lead))
    except Refusal as why:
        return why
    return None


async def _slower(tx: Tx, case: Case, lead: Case) -> bool:
    grades = [grade_of(await cases.history(tx.conn, c.id)) for c in (case, lead)]
    return grades[0] is Grade.EMERGENCY and grades[1] is not Grade.EMERGENCY


async def merge(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, lead_id: int) -> Case:
    """One case becomes part of another. Raises the refusals of `check`, NotAllowed, IllegalMove, NoSuchCase."""
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    _may(person, desk, case, Action.MERGE)
    lead = await load(tx, lead_id)
    await find(tx, desk, person_id, chat_id, lead.number)
    check(case, lead, slower=await _slower(tx, case, lead))
    case = await act(tx, desk, case, actor_of(person, desk, case), (Action.MERGE, merging(lead)))
    await _close_choice(tx, desk, case, lead)
    return case


async def merge_by_number(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, number: str, reply_to: int
) -> None:
    lead = await find(tx, desk, person_id, chat_id, number)
    case = await merge(tx, desk, person_id, chat_id, case_id, lead.id)
    text = desk.house.say("merge-done", number=case.number, lead=lead.number)
    await say(tx, chat_id, Content(text, reply_to=reply_to), "merged", case_id=lead.id)


async def unmerge(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> Case:
    """A merged case goes back to the triage desk."""
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    _may(person, desk, case, Action.UNMERGE)
    parting = (Action.UNMERGE, {"department": desk.offices.triage.id})
    return await act(tx, desk, case, actor_of(person, desk, case), parting)


def _slot(case_id: int) -> str:
    return f"merge:{case_id}"


async def _close_choice(tx: Tx, desk: Desk, case: Case, lead: Case) -> None:
    slot = _slot(case.id)
    for chat_id in await slots.chats_with(tx.conn, slot):
        content = Content(desk.house.say("merge-done", number=case.number, lead=lead.number))
        await say(tx, chat_id, content, "prompt-merge", case_id=case.id, slot=slot, edit_only=True)
