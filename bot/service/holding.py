"""A sent answer waits a moment, so that the clerk can take it back; what goes out then is sent by the clock."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from bot.core import workflow
from bot.core.case import Actor, Case
from bot.core.deadlines import OWED, Clock
from bot.core.errors import AlreadyClaimed, MovedOn, NotHeld, Refusal
from bot.core.proposals import answer_waits
from bot.service import approving, previews, refusals
from bot.service.acting import Step, load
from bot.service.desk import Desk
from bot.service.enclosing import say_whole
from bot.service.handling import actor_of, claim_step, on_case
from bot.service.saying import voice_for
from bot.store import clocks, dialogues, inbox, people
from bot.store.db import Tx
from bot.store.dialogues import Clock as Alarm
from bot.store.dialogues import Dialogue
from bot.store.people import Person
from bot.views import replies as view

SEND = "send"  # the kind of the clock that sends
_JUST_BEFORE = timedelta(seconds=1)
Plan = tuple[Actor, tuple[Step, ...]]  # who sends, and the moves


def is_held(dialogue: Dialogue) -> bool:
    return dialogue.data.get("held") is not None


async def send(tx: Tx, desk: Desk, person: Person, case: Case, dialogue: Dialogue) -> str:
    """The clerk pressed the button: out it goes, or it is held. The toast's text key. Raises IllegalMove."""
    plan = await _plan(tx, desk, person, case, dialogue)
    seconds = desk.settings.desk.undo_seconds
    if not seconds:
        after = await _out(tx, desk, case, dialogue, plan)
        return "toast-proposed" if answer_waits(after, case) else "toast-sent"
    at = goes_at(tx.now, timedelta(seconds=seconds), await clocks.running(tx.conn, case.id))
    held = {"department": case.department, "handler": case.handler_id}
    dialogue = await dialogues.save(tx, dialogue, {**dialogue.data, "held": held})
    await dialogues.start_clock(tx, dialogues.subject_of(dialogue), SEND, at, {"dialogue": dialogue.id})
    await show(tx, desk, person, case, dialogue)
    return "toast-held"


async def show(tx: Tx, desk: Desk, person: Person, case: Case, dialogue: Dialogue) -> None:
    """What is about to go out, and the button that stops it."""
    at = await dialogues.due_at(tx.conn, dialogues.subject_of(dialogue), SEND) or tx.now
    shown = await previews.shown(tx, desk, person, case, dialogue.data)
    content = view.held(desk.house, case, dialogue.id, shown, max(1, round((at - tx.now).total_seconds())))
    where: dict[str, Any] = {"case_id": case.id, "slot": previews.slot_of(dialogue)}
    await say_whole(tx, desk.house, dialogue.chat_id, case.number, content, "preview-held", **where)


def goes_at(now: datetime, hold: timedelta, running: Iterable[Clock]) -> datetime:
    """When a held answer goes out: before anything that it would be late for."""
    due = [c.due - _JUST_BEFORE for c in running if c.kind in OWED and c.paused is None and c.due > now]
    return max(now, min([now + hold, *due]))


async def take_back(tx: Tx, dialogue: Dialogue) -> Dialogue:
    """Hold it no more: it is a preview again, and nothing is sent by itself. Raises NotHeld."""
    if not is_held(dialogue):
        raise NotHeld
    await dialogues.stop_clocks(tx, dialogues.subject_of(dialogue))
    return await dialogues.save(tx, dialogue, {**dialogue.data, "held": None})


async def ring(tx: Tx, desk: Desk, alarm: Alarm) -> None:
    """The time to take it back is over: sent, or the clerk hears why not."""
    dialogue = await dialogues.by_id(tx.conn, alarm.data["dialogue"])
    if dialogue is not None and await inbox.waits_in(tx.conn, dialogue.chat_id):
        return  # the clerk may have taken it back just now; the clock rings at the next tick
    if not await dialogues.ring(tx, alarm) or dialogue is None:
        return
    case = await load(tx, dialogue.data["case"])
    await dialogues.end(tx, dialogue.chat_id, dialogue.person_id, dialogue.kind)
    try:
        await _still_theirs(tx, desk, case, dialogue)
        person, case = await on_case(tx, desk, dialogue.person_id, case.id, dialogue.chat_id)
        plan = await _plan(tx, desk, person, case, dialogue)
        await _out(tx, desk, case, dialogue, plan)
    except Refusal as refusal:
        await previews.close(tx, desk, dialogue, case, "preview-unsent")
        voice = await voice_for(tx, desk, dialogue.chat_id)
        why = refusals.why(voice, refusal)
        content = view.unsent(voice, case.number, why, dialogue.data["text"], dialogue.data["below"])
        chat_id, number = dialogue.chat_id, case.number
        await say_whole(tx, voice, chat_id, number, content, "reply-unsent", case_id=case.id)


async def _plan(tx: Tx, desk: Desk, person: Person, case: Case, dialogue: Dialogue) -> Plan:
    """Who sends, and the moves, tried out without a trace. Raises what they would raise."""
    actor = actor_of(person, desk, case)
    steps = (*await claim_step(tx, person, case), previews.step_of(dialogue.data))
    tried = case
    for action, data in steps:
        tried, _ = workflow.apply(tried, action, actor, tx.now, data)
    return actor, steps


async def _out(tx: Tx, desk: Desk, case: Case, dialogue: Dialogue, plan: Plan) -> Case:
    """To the citizen, or to whoever has to agree first. Raises AlreadyProposed."""
    actor, steps = plan
    after = await approving.answer(tx, desk, case, actor, *steps)
    await dialogues.end(tx, dialogue.chat_id, dialogue.person_id, dialogue.kind)
    if answer_waits(after, case):
        key = "preview-proposed"
    elif after.by_phone:
        key = previews.ON_RECORD
    else:
        key = previews.SENT if after.citizen_reachable else previews.UNREACHED
    await previews.close(tx, desk, dialogue, case, key)
    return after


async def _still_theirs(tx: Tx, desk: Desk, case: Case, dialogue: Dialogue) -> None:
    """Nobody took the case or sent it on while the answer was held. Raises MovedOn, AlreadyClaimed."""
    before = dialogue.data["held"]
    if case.department != before["department"]:
        raise MovedOn(office=desk.house.office(case.department))
    if case.open and case.handler_id not in (None, before["handler"], dialogue.person_id):
        holder = await people.get(tx.conn, case.handler_id)
        raise AlreadyClaimed(name=(holder.name if holder else None) or "–")
