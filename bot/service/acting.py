"""One or more moves of a case: decided, saved, told, in the caller's transaction."""

from collections.abc import Mapping
from typing import Any

from bot.core import workflow
from bot.core.case import Actor, Case, Event
from bot.core.errors import NoSuchCase
from bot.core.workflow import Action
from bot.service.desk import Desk
from bot.service.tell import tell
from bot.store import cases
from bot.store.db import Tx

Step = tuple[Action, Mapping[str, Any]]


async def act(tx: Tx, desk: Desk, case: Case, actor: Actor, *steps: Step, to_triage: bool = False) -> Case:
    """Make the moves in order and tell whoever has to know, once. Raises IllegalMove, StaleWrite."""
    events: list[Event] = []
    for action, data in steps:
        case, event = workflow.apply(case, action, actor, tx.now, data, to_triage=to_triage, cause=tx.cause)
        await cases.save(tx, case, event)
        events.append(event)
    await tell(tx, desk, case, events)
    return case


async def load(tx: Tx, case_id: int) -> Case:
    """The case as it is now. Raises NoSuchCase."""
    case = await cases.by_id(tx.conn, case_id)
    if case is None:
        raise NoSuchCase
    return case
