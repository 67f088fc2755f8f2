"""Something to begin an answer from: the desk's templates, an office's own; and who keeps those."""

from datetime import datetime

from bot.core import workflow
from bot.core.case import Case, Status
from bot.core.deadlines import Kind
from bot.core.errors import IllegalMove, NotAllowed, StaleButton, TemplateHow, TooManyTemplates, WhichOffice
from bot.core.plain import clip
from bot.core.templates import OTHER, PURPOSES, REPLY
from bot.core.workflow import Action
from bot.service.desk import Desk
from bot.service.handling import on_case, staff
from bot.service.previews import WORDS_LIMIT, checked
from bot.service.saying import say
from bot.store import clocks, people, slots, templates
from bot.store.db import Tx
from bot.store.people import Person
from bot.store.templates import Template
from bot.texts import has
from bot.views import templates as view
from bot.views.content import Voice, domain_key

NAME_LIMIT = 24
MOST = 40  # of one office: what fits below a message and can be looked over


async def offer(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, intent: str | None = None
) -> None:
    """The templates that fit a case, all kinds or those of one. Raises IllegalMove, StaleButton."""
    if intent is not None and intent not in PURPOSES:
        raise StaleButton
    _, case = await answerable(tx, desk, person_id, chat_id, case_id)
    purposes = PURPOSES if intent is None else (intent,)
    own = [t for t in await templates.of(tx.conn, [case.department]) if t.kind in purposes]
    await say(tx, chat_id, view.offer(desk.house, case, purposes, own), "templates", case_id=case.id)


async def use(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, domain: str, purpose: str
) -> None:
    """One of the desk's own, filled in as far as the desk knows. Raises StaleButton."""
    person, case = await answerable(tx, desk, person_id, chat_id, case_id)
    if domain not in (domain_key(case.domain), OTHER) or purpose not in PURPOSES:
        raise StaleButton
    voice = await _citizens_voice(tx, desk, case)
    assert has(voice.language, f"template-{domain}-{purpose}")
    text = view.built_in(voice, domain, purpose, case, await _next_date(tx, case, purpose))
    await begin_from(tx, desk, person, chat_id, case, text, purpose)


async def use_own(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, template_id: int) -> None:
    """One of the office's own. Raises StaleButton when it was removed."""
    person, case = await answerable(tx, desk, person_id, chat_id, case_id)
    found = await templates.get(tx.conn, template_id)
    if found is None or found.department not in (None, case.department):
        raise StaleButton
    voice = await _citizens_voice(tx, desk, case)
    text = view.filled(voice, found.text, case, await _next_date(tx, case, found.kind))
    await begin_from(tx, desk, person, chat_id, case, text, found.kind)


async def begin_from(
    tx: Tx, desk: Desk, person: Person, chat_id: int, case: Case, text: str, purpose: str
) -> None:
    """Words to copy; a reply to the message that holds them is the answer, of the kind `purpose`."""
    content = view.copy(desk.house, case, person.id, person.name or "–", text)
    await say(tx, chat_id, content, f"prompt-template:{purpose}", case_id=case.id)


async def answerable(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> tuple[Person, Case]:
    """Somebody and a case of theirs that can be answered now. Raises IllegalMove."""
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if case.status is not Status.DISPATCHED and not workflow.allowed(case.status, Action.REPLY):
        raise IllegalMove(case.status.value, Action.REPLY.value)
    return person, case


async def _citizens_voice(tx: Tx, desk: Desk, case: Case) -> Voice:
    citizen = await people.get(tx.conn, case.citizen_id)
    return desk.voice(citizen.language if citizen else case.language)


async def _next_date(tx: Tx, case: Case, purpose: str) -> datetime | None:
    """By when the citizen hears again: known while the case goes on, the clerk's to say otherwise."""
    if purpose != REPLY:
        return None
    running = await clocks.running(tx.conn, case.id)
    return next((c.due for c in running if c.kind is Kind.RESOLVE and c.due > tx.now), None)


# --- an office's own


async def show_own(tx: Tx, desk: Desk, person_id: int, chat_id: int) -> None:
    """What the offices of this chat, or of this person, keep."""
    person = await staff(tx, person_id)
    found = await templates.of(tx.conn, await _offices(tx, person, chat_id))
    await say(tx, chat_id, view.own(desk.house, found), "templates")


async def add_own(tx: Tx, desk: Desk, person_id: int, chat_id: int, name: str, text: str) -> None:
    """A lead adds one for the office, an admin in private one for all.

    Raises NotAllowed, WhichOffice, TemplateHow, TooManyTemplates, EmptyText, TextTooLong.
    """
    person = await staff(tx, person_id)
    office = await _office_of_new(tx, person, chat_id)
    if not name or clip(name, NAME_LIMIT) != name:
        raise TemplateHow
    if await templates.count(tx.conn, office) >= MOST:
        raise TooManyTemplates(limit=MOST)
    made = await templates.add(tx, office, REPLY, name, checked(text, limit=WORDS_LIMIT), by=person.id)
    await people.note(tx, person.id, "template", template=made.id, department=office, name=name)
    await _show(tx, desk, person, chat_id, made)


async def show_one(tx: Tx, desk: Desk, person_id: int, chat_id: int, template_id: int) -> None:
    person, found = await _one(tx, person_id, chat_id, template_id)
    await slots.forget(tx, chat_id, _slot(found.id))
    await _show(tx, desk, person, chat_id, found)


async def change_kind(tx: Tx, desk: Desk, person_id: int, chat_id: int, template_id: int, kind: str) -> None:
    """What answers it is offered for. Raises NotAllowed, StaleButton."""
    person, found = await _one(tx, person_id, chat_id, template_id)
    if kind not in PURPOSES:
        raise StaleButton
    if not may_change(person, found):
        raise NotAllowed
    await templates.set_kind(tx, found.id, kind)
    now = await templates.get(tx.conn, found.id)
    assert now is not None
    await _show(tx, desk, person, chat_id, now)


async def remove(tx: Tx, desk: Desk, person_id: int, chat_id: int, template_id: int) -> None:
    """Raises NotAllowed; StaleButton when it is gone already."""
    person, found = await _one(tx, person_id, chat_id, template_id)
    if not may_change(person, found):
        raise NotAllowed
    await templates.retire(tx, found.id)
    await people.note(tx, person.id, "template_removed", template=found.id)
    await say(tx, chat_id, view.removed(desk.house, found), "templates", slot=_slot(found.id))


def may_change(person: Person, template: Template) -> bool:
    return person.admin or (template.department is not None and person.leads(template.department))


async def _show(tx: Tx, desk: Desk, person: Person, chat_id: int, template: Template) -> None:
    content = view.one(desk.house, template, change=may_change(person, template))
    await say(tx, chat_id, content, "templates", slot=_slot(template.id))


def _slot(template_id: int) -> str:
    return f"template:{template_id}"


async def _one(tx: Tx, person_id: int, chat_id: int, template_id: int) -> tuple[Person, Template]:
    person = await staff(tx, person_id)
    found = await templates.get(tx.conn, template_id)
    if found is None:
        raise StaleButton
    if found.department is not None and found.department not in await _offices(tx, person, chat_id):
        raise NotAllowed
    return person, found


async def _offices(tx: Tx, person: Person, chat_id: int) -> list[str]:
    """Whose templates may be shown here to this person."""
    if chat_id > 0:
        return list(person.departments)
    here = await people.departments_of_chat(tx.conn, chat_id)
    return [d for d in here if person.works_for(d)]


async def _office_of_new(tx: Tx, person: Person, chat_id: int) -> str | None:
    offices = await _offices(tx, person, chat_id)
    mine = [d for d in offices if person.leads(d) or (person.admin and chat_id < 0)]
    if len(mine) > 1:
        raise WhichOffice
    if mine:
        return mine[0]
    if person.admin and chat_id > 0:
        return None
    raise NotAllowed
