"""The citizen reminds the office of a case (催办): once a working day, and not before the office could have begun."""

from datetime import datetime
from typing import Any

from bot.core import workflow
from bot.core.case import Case, EventKind, Status
from bot.core.deadlines import Grade, grade_of
from bot.core.errors import IllegalMove, Refusal
from bot.core.plain import clip
from bot.core.workflow import Action
from bot.service import later
from bot.service.acting import act
from bot.service.desk import Desk
from bot.service.drafting import language_of
from bot.service.intake import actor_of, own
from bot.service.saying import say
from bot.service.wording import due_of
from bot.store import cases
from bot.store.db import Tx
from bot.views import citizen as view
from bot.views.content import Content


class AlreadyReminded(Refusal):
    """Once a working day; `next` says when again."""

    key = "refused-reminded"


async def remind(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """Raises AlreadyReminded, IllegalMove, NoSuchCase."""
    case = await own(tx, person_id, case_id)
    voice = desk.voice(await language_of(tx, person_id))
    if not workflow.allowed(case.status, Action.REMIND):
        raise IllegalMove(case.status.value, Action.REMIND.value)
    if case.status is Status.AWAITING_CITIZEN:
        text = voice.say("remind-asked", number=case.number, question=clip(case.question or "", 300))
        await say(tx, chat_id, Content(text), "remind-asked", case_id=case.id)
        return
    history = await cases.history(tx.conn, case.id)
    before = [event for event in history if event.kind is EventKind.REMINDED]
    if before and tx.now < (again := again_after(desk, before[-1].at)):
        raise AlreadyReminded(number=case.number, next=voice.due(again))
    first = first_after(desk, case, grade_of(history))
    if tx.now < first:
        text = voice.say(
            "remind-early",
            number=case.number,
            who=voice.who(case.department),
            office=voice.office(case.department),
            due=await due_of(tx, voice, case),
            next=voice.due(first),
        )
        buttons = view.case_buttons(voice, case)
        await say(tx, chat_id, Content(text, buttons), "remind-early", case_id=case.id)
        return
    data: dict[str, Any] = {"count": len(before) + 1}
    if await later.put_off(tx, desk, case, EventKind.REMINDED):
        data["quiet"] = True
    await act(tx, desk, case, actor_of(person_id), (Action.REMIND, data))


def again_after(desk: Desk, last: datetime) -> datetime:
    """When the working day begins that follows the one of the last reminder."""
    calendar = desk.calendar
    return calendar.opening(calendar.workday(calendar.local_day(last), 1))


def first_after(desk: Desk, case: Case, grade: Grade) -> datetime:
    """When somebody should have taken the case, or a working day after the receipt, whichever comes first."""
    if grade is Grade.EMERGENCY:
        return desk.policy.urgent_acknowledge.due(case.filed_at, desk.calendar)
    taken = desk.policy.acknowledge.due(case.filed_at, desk.calendar)
    return min(taken, desk.calendar.add(case.filed_at, desk.calendar.day_length))
