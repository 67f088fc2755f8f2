"""What the journeys of follow-up share: the three taps, the rows behind them, one matter of several citizens."""

from typing import Any

from bot.core import clockwork, workflow
from bot.core.case import Actor, ActorKind, EventKind, Who
from bot.core.followup import FollowUp
from bot.core.workflow import Action
from bot.store import cases, clocks, followups
from bot.store.db import Tx
from tests.city import City, Player
from tests.journeys.acts import LIFT, answer, case_of


async def answered(city: City) -> tuple[Player, Player, Player, str]:
    """A clerk, a supervisor and a citizen, whose case was answered just now: its number."""
    clerk = await city.clerk("zhujian", "李明")
    boss = await city.supervisor()
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await answer(clerk, number)
    return clerk, boss, citizen, number


async def taps(citizen: Player, *choices: str) -> None:
    for choice in choices:
        await citizen.press(choice)


async def row_of(city: City, number: str, citizen: Player) -> FollowUp:
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        row = await followups.of_own(conn, case.id, citizen.user)
    assert row is not None
    return row


async def ratings_of(city: City, number: str) -> list[dict[str, Any]]:
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        return [e.data["rating"] for e in await cases.history(conn, case.id) if e.kind is EventKind.RATED]


async def merge(city: City, number: str, lead: str) -> None:
    """One case goes into another, as a dispatcher would have it."""
    desk = city.service.desk

    async def work(tx: Tx) -> None:
        case, into = await cases.by_number(tx.conn, number), await cases.by_number(tx.conn, lead)
        assert case is not None
        assert into is not None
        actor = Actor(ActorKind.STAFF, case.citizen_id, frozenset({Who.DISPATCHER}))
        case, event = workflow.apply(
            case, Action.MERGE, actor, tx.now, {"lead_id": into.id, "lead": into.number}
        )
        history = [*await cases.history(tx.conn, case.id), event]
        running = await clocks.running(tx.conn, case.id)
        await cases.save(tx, case, event)
        await clocks.keep(tx, case.id, clockwork.followed(running, case, history, desk.policy, desk.calendar))

    await city.service.db.write(work)
