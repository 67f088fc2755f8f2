"""Who hears next of a case that stays overdue: the office's lead, the supervisors, those above them."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.core import clockwork, deadlines
from bot.core.case import SYSTEM, Actor, Case, Event, EventKind, Supervision
from bot.core.deadlines import OWED, Clock, Stage
from bot.core.notices import Priority
from bot.core.workflow import Action
from bot.service.acting import act
from bot.service.desk import Desk
from bot.service.saying import say, voice_for
from bot.service.sight import homes_of
from bot.service.watchers import watchers
from bot.service.wording import has_it
from bot.store import cases, clocks, people
from bot.store.db import Tx
from bot.views import supervision as view
from bot.views.content import Voice

_ACTION = {Stage.SUPERVISE: Action.SUPERVISE, Stage.ESCALATE: Action.ESCALATE}
_LEVEL = {Action.SUPERVISE: Supervision.SUPERVISED, Action.ESCALATE: Supervision.ESCALATED}
_TEXT = {Stage.LEAD: "rung-lead", Stage.SUPERVISE: "rung-supervise", Stage.ESCALATE: "rung-escalate"}


async def climb(tx: Tx, desk: Desk, case: Case, ladder: Clock, running: Sequence[Clock]) -> Case:
    """A rung is reached. When nothing is late any more the ladder ends without a word.

    After an outage only the highest rung speaks, and those of the rungs below hear the same.
    """
    late = [c for c in running if c.kind in OWED and c.missed(tx.now)]
    if not late or not case.open:
        await clocks.keep(tx, case.id, [dataclasses.replace(ladder, ended=True, rings=None)])
        return case
    rung, moved = clockwork.climbed(ladder, tx.now, desk.policy, desk.calendar)
    await clocks.keep(tx, case.id, [moved])
    first = min(late, key=lambda c: c.due)
    standing = deadlines.standing([first], tx.now, desk.calendar)[0]

    def late_words(voice: Voice) -> dict[str, str]:
        return {
            "what": voice.plain(f"clock-{first.kind.value}"),
            "due": voice.when(first.due),
            "over": view.over(voice, standing),
        }

    action = _ACTION.get(rung)
    again = action is not None and _reached(case, _LEVEL[action])  # by hand, or before it changed offices
    if action is not None and not again:
        # What was missed just now is told in the same breath, and that notice says the rest.
        beside = any(c.stage is not Stage.TOLD for c in late)
        reason = desk.public.plain("supervised-why", **late_words(desk.public))
        case = await lift(tx, desk, case, SYSTEM, action, reason, quiet=beside)
    handler = await people.get(tx.conn, case.handler_id) if case.handler_id else None
    after = clockwork.next_rung(moved, Stage.SUPERVISE, desk.policy, desk.calendar)
    told, promised = case, rung is Stage.LEAD and case.supervision is None

    def words(voice: Voice) -> dict[str, str]:
        known = late_words(voice) | {
            "who": has_it(told),
            "name": (handler.name if handler else None) or "–",
        }
        if rung is Stage.LEAD:
            del known["over"]
            return known | {"next": voice.when(after) if after is not None and promised else "none"}
        return known | {"again": "yes" if again else "no"}

    passed = clockwork.RUNGS[clockwork.RUNGS.index(ladder.stage) : clockwork.RUNGS.index(rung) + 1]
    ears = [chat_id for each in passed for chat_id in await _ears(tx, desk, case, each)]
    await inform(tx, desk, case, ears, _TEXT[rung], words, urgent=ladder.urgent)
    return case


def _reached(case: Case, level: Supervision) -> bool:
    order = [None, *Supervision]
    return order.index(case.supervision) >= order.index(level)


async def _ears(tx: Tx, desk: Desk, case: Case, rung: Stage) -> list[int]:
    if rung is Stage.LEAD:
        return await people.with_role(tx.conn, "lead", case.department)
    return await watchers(tx, desk) if rung is Stage.SUPERVISE else await escalation(tx, desk)


async def escalation(tx: Tx, desk: Desk) -> list[int]:
    """Those who hear last: the configured list; without one, supervisors and admins."""
    listed = list(desk.settings.desk.escalation)
    if listed:
        return listed
    return [*await people.with_role(tx.conn, "supervisor"), *await people.admins(tx.conn)]


async def lift(
    tx: Tx, desk: Desk, case: Case, actor: Actor, action: Action, text: str, *, quiet: bool = False
) -> Case:
    """Put a case under supervision, or escalate it. The citizen hears of each once.

    `quiet`: citizen and office hear of it by the notice of what was missed.
    """
    known = quiet or _told(await cases.history(tx.conn, case.id), action)
    return await act(tx, desk, case, actor, (action, {"text": text, "known": known, "quiet": quiet}))


def _told(history: Sequence[Event], action: Action) -> bool:
    """Whether the citizen has heard of it since the case was answered last."""
    enough = {EventKind.ESCALATED} | ({EventKind.SUPERVISED} if action is Action.SUPERVISE else set())
    for event in reversed(history):
        if event.kind in enough:
            return True
        if event.kind in (EventKind.RESOLVED, EventKind.REOPENED):
            return False
    return False


async def inform(
    tx: Tx,
    desk: Desk,
    case: Case,
    chats: Iterable[int],
    key: str,
    words: Callable[[Voice], Mapping[str, str]],
    *,
    but: int | None = None,
    urgent: bool = False,
) -> None:
    """One message to each of them, but to the office's own chats, to `but`, and to whom the case must not be shown."""
    own = {chat_id for chat_id, _ in await homes_of(tx, desk, case)}
    priority = Priority.EMERGENCY if urgent else Priority.NOTICE
    for chat_id in dict.fromkeys(chats):
        if chat_id in own or chat_id == but or await people.is_gone(tx.conn, chat_id):
            continue
        can_open = chat_id < 0
        if chat_id < 0:
            barred = bool(set(await people.departments_of_chat(tx.conn, chat_id)) & set(case.accused))
        else:
            person = await people.get(tx.conn, chat_id)
            can_open = person is not None and person.staff and person.sees(case)
            barred = person is not None and bool(set(person.departments) & set(case.accused))
        if barred:
            continue
        voice = await voice_for(tx, desk, chat_id)
        content = view.to_those_above(voice, case, key, can_open=can_open, **words(voice))
        await say(tx, chat_id, content, key, priority, case_id=case.id)
