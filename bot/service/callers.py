"""Filing for somebody who called and has no Telegram: the centre writes it down, and asks by telephone at the end."""

from bot.core.case import Actor, ActorKind, Case, Who
from bot.core.errors import NotAllowed
from bot.service.desk import Desk
from bot.service.drafts import Draft
from bot.service.handling import staff
from bot.service.intake import file_complaint
from bot.service.saying import say
from bot.service.wording import due_of
from bot.store import people
from bot.store.db import Tx
from bot.views.content import Content


async def record(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, phone: str, name: str, draft: Draft, reply_to: int
) -> Case:
    """A caller's words become a case; the dispatcher reads what to tell them. Raises NotAllowed."""
    person = await staff(tx, person_id)
    if not (person.dispatcher or desk.offices.triage.id in person.departments):
        raise NotAllowed
    caller = await people.meet_caller(tx, phone, name or None, desk.settings.city.language)
    by = Actor(ActorKind.STAFF, person_id, frozenset({Who.DISPATCHER}))
    case = await file_complaint(tx, desk, caller, draft, by=by)
    await people.note(tx, person_id, "recorded", case=case.number)
    text = desk.house.say(
        "caller-recorded",
        number=case.number,
        headline=desk.house.about(case.title, 40),
        who=desk.house.who(case.department),
        office=desk.house.office(case.department),
        due=await due_of(tx, desk.house, case),
    )
    await say(tx, chat_id, Content(text, reply_to=reply_to), "caller-recorded", case_id=case.id)
    return case
