"""A voice or a photo without words: a dispatcher writes what it says, and that is classified."""

from bot.core import routing
from bot.core.errors import EmptyText, IllegalMove
from bot.core.plain import headline
from bot.core.routing import Suggested
from bot.core.workflow import Action, may
from bot.service.acting import act
from bot.service.desk import Desk
from bot.service.handling import actor_of, ask_for, on_case
from bot.store import cases
from bot.store.db import Tx


async def ask(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if not may(case.status, Action.SUMMARISE, actor_of(person, desk, case)):
        raise IllegalMove(case.status.value, Action.SUMMARISE.value)
    await ask_for(tx, desk, person_id, chat_id, case, "summarise")


async def summarise(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, text: str, guess: Suggested | None
) -> None:
    """The summary stands on the card; the offices it points to are offered anew. `guess`: of `text`."""
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if not text or guess is None:
        raise EmptyText
    place = desk.offices.where(text, case.district)
    likely = list(routing.likely_offices(guess, desk.offices.tree, place))
    data = {"text": text, "title": headline(text, 60), "likely": likely}
    await cases.record_prediction(tx, case.id, guess, None)
    await act(tx, desk, case, actor_of(person, desk, case), (Action.SUMMARISE, data))
