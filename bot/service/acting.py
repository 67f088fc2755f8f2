"""One or more moves of a case: decided, saved, told, in the caller's transaction."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core import clockwork, deadlines, workflow
from bot.core import learning as core_learning
from bot.core.case import Actor, Case, Event
from bot.core.deadlines import Clock
from bot.core.errors import NoSuchCase
from bot.core.workflow import Action
from bot.service import pages, rounds, together
from bot.service.desk import Desk
from bot.service.tell import tell
from bot.store import cases, clocks, learning
from bot.store.db import Tx

Step = tuple[Action, Mapping[str, Any]]


async def act(tx: Tx, desk: Desk, case: Case, actor: Actor, *steps: Step, to_triage: bool = False) -> Case:
    """Make the moves in order and tell whoever has to know, once. Raises IllegalMove, StaleWrite."""
    events: list[Event] = []
    first = case
    for action, data in steps:
        case, event = workflow.apply(case, action, actor, tx.now, data, to_triage=to_triage, cause=tx.cause)
        changed: list[Clock] = []
        if event.kind in clockwork.MOVING:
            before = await cases.history(tx.conn, case.id)
            event, changed = timed(desk, case, before, event, await clocks.running(tx.conn, case.id))
            await _learn(tx, desk, before, event)
        await cases.save(tx, case, event, placed=not changed)
        await keep_clocks(tx, case, changed)
        await rounds.follow(tx, case, event)
        events.append(event)
    await tell(tx, desk, case, events)
    await together.follow(tx, desk, first, case, events, act)
    await pages.follow(tx, desk, case, events)
    return case


def timed(
    desk: Desk, case: Case, before: Sequence[Event], event: Event, running: Sequence[Clock] = ()
) -> tuple[Event, list[Clock]]:
    """The event with what it does to the clocks on record, and those clocks as they will be."""
    changed = clockwork.followed(running, case, [*before, event], desk.policy, desk.calendar)
    if changed:
        event = dataclasses.replace(event, data={**event.data, "clocks": deadlines.recorded(changed)})
    return event, changed


async def keep_clocks(tx: Tx, case: Case, changed: Sequence[Clock]) -> None:
    await clocks.keep(tx, case.id, changed)
    if not case.open:
        await clocks.end_alarm(tx, clocks.subject_of(case.id), clocks.MOVED)


async def _learn(tx: Tx, desk: Desk, before: Sequence[Event], event: Event) -> None:
    """Keep what a move of staff says about the case's domain."""
    label = core_learning.taught_by(event, before, desk.offices.all)
    if label is not None:
        await learning.add_label(tx, event.case_id, label, event.actor.id)


async def load(tx: Tx, case_id: int) -> Case:
    """The case as it is now. Raises NoSuchCase."""
    case = await cases.by_id(tx.conn, case_id)
    if case is None:
        raise NoSuchCase
    return case
