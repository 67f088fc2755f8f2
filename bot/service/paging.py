"""The verbs of calling the duty officers: begin, call again, answer."""

from bot.core import paging, workflow
from bot.core.case import SYSTEM, Case, EventKind
from bot.core.deadlines import Grade, grade_of
from bot.core.errors import NotAllowed, StaleButton
from bot.core.notices import Priority
from bot.core.workflow import Action
from bot.service import pages
from bot.service.acting import act, load
from bot.service.desk import Desk
from bot.service.handling import actor_of, staff
from bot.service.pages import ALARM, subject_of
from bot.service.saying import say
from bot.store import cases, clocks, people
from bot.store.db import Tx
from bot.views.citizen import case_buttons
from bot.views.content import Content


async def call_if_urgent(tx: Tx, desk: Desk, case: Case) -> Case:
    """Call the duty officers to a case that was filed as an emergency."""
    urgent = grade_of(await cases.history(tx.conn, case.id)) is Grade.EMERGENCY
    return await call(tx, desk, case) if urgent else case


async def call(tx: Tx, desk: Desk, case: Case) -> Case:
    """Begin to call them, day and night, until somebody answers; nothing when they are being called already."""
    if await clocks.alarm(tx.conn, subject_of(case.id), ALARM) is not None:
        return case
    return await _round(tx, desk, case)


async def ring(tx: Tx, desk: Desk, case_id: int) -> None:
    """Nobody has answered yet: once more. An outage costs the rounds it swallowed, it does not repeat them."""
    rings = await clocks.alarm(tx.conn, subject_of(case_id), ALARM)
    if rings is None or rings > tx.now:
        return  # answered, or called, since the sweep saw that it was time
    await _round(tx, desk, await load(tx, case_id))


async def _round(tx: Tx, desk: Desk, case: Case) -> Case:
    if not workflow.allowed(case.status, Action.PAGE):
        await clocks.end_alarm(tx, subject_of(case.id), ALARM)
        return case
    before = await cases.history(tx.conn, case.id)
    number = len(paging.calls(before)) + 1
    called = await pages.whom(tx, desk, case, before, number)
    data = {"round": number, "to": [person.staff_no for person in called]}
    case = await act(tx, desk, case, SYSTEM, (Action.PAGE, data))
    history = await cases.history(tx.conn, case.id)
    await pages.tell(tx, desk, case, history, history[-1], called)
    if number == paging.WIDER:
        await _tell_citizen(tx, desk, case, "page-citizen-unanswered", rounds=number)
    pause = paging.pause_after(number, desk.policy.page)
    if pause is None:
        await clocks.end_alarm(tx, subject_of(case.id), ALARM)
    else:
        await clocks.set_alarm(tx, subject_of(case.id), ALARM, tx.now + pause)
    return case


async def answer(tx: Tx, desk: Desk, person_id: int, _chat_id: int, case_id: int, _args: list[str]) -> str:
    """收到，我来处理: the calls end. It is no claim. Raises NotAllowed, StaleButton, PageAnswered."""
    person = await staff(tx, person_id)
    case = await load(tx, case_id)
    if not pages.may_answer(desk, person, case):
        raise NotAllowed
    last = paging.last_word(await cases.history(tx.conn, case.id))
    if last is None:
        raise StaleButton
    if last.kind is EventKind.PAGED:
        case = await act(tx, desk, case, actor_of(person, desk, case), (Action.ANSWER_PAGE, {}))
        await _tell_citizen(tx, desk, case, "page-citizen-answered")
    elif last.actor.id != person.id:
        other = await people.get(tx.conn, last.actor.id) if last.actor.id else None
        raise paging.PageAnswered(name=(other.name if other else None) or "–")
    return "toast-page-answered"


async def _tell_citizen(tx: Tx, desk: Desk, case: Case, key: str, **words: int) -> None:
    """Who waits in danger hears at any hour whether somebody has seen it; the claim may be long in coming."""
    if not case.citizen_reachable:
        return
    citizen = await people.get(tx.conn, case.citizen_id)
    voice = desk.voice(citizen.language if citizen else case.language)
    text = voice.say(key, number=case.number, numbers=voice.emergency(), **words)
    content = Content(text, case_buttons(voice, case))
    await say(tx, case.citizen_id, content, key, Priority.EMERGENCY, case_id=case.id)
