"""The supervisor's means: put a case under supervision, escalate it, name a leader who takes it over."""

from bot.core import workflow
from bot.core.case import Case
from bot.core.errors import EmptyText, IllegalMove, NotAllowed, TextTooLong
from bot.core.masking import mask
from bot.core.plain import units
from bot.core.workflow import Action
from bot.service import handling, ladder
from bot.service.acting import act
from bot.service.desk import Desk
from bot.service.saying import say
from bot.service.sight import homes_of
from bot.service.watchers import watchers
from bot.store.db import Tx
from bot.store.people import Person
from bot.views.content import Content

VERBS = {"supervise": Action.SUPERVISE, "escalate": Action.ESCALATE, "takeover": Action.TAKE_OVER}
LIMITS = {"supervise": 800, "escalate": 800, "takeover": 40}
_DONE = {
    "supervise": "supervise-done",
    "escalate": "escalate-done",
    "takeover": "takeover-done",
}


async def _may(
    tx: Tx, desk: Desk, person_id: int, case_id: int, chat_id: int, verb: str
) -> tuple[Person, Case]:
    """Raises NotAllowed, IllegalMove."""
    person, case = await handling.on_case(tx, desk, person_id, case_id, chat_id)
    if not person.supervisor:
        raise NotAllowed
    if not workflow.allowed(case.status, VERBS[verb]):
        raise IllegalMove(case.status.value, VERBS[verb].value)
    return person, case


async def ask(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, verb: str) -> None:
    """Ask for the words, or the leader's name."""
    _, case = await _may(tx, desk, person_id, case_id, chat_id, verb)
    await handling.ask_for(tx, desk, person_id, chat_id, case, verb)


async def decide(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, verb: str, text: str, reply_to: int
) -> Case:
    """The words are there. Raises EmptyText, TextTooLong, NotAllowed, IllegalMove."""
    person, case = await _may(tx, desk, person_id, case_id, chat_id, verb)
    text = text.strip()
    if not text:
        raise EmptyText
    if units(text) > LIMITS[verb]:
        raise TextTooLong(limit=LIMITS[verb], length=units(text))
    actor, name = handling.actor_of(person, desk, case), person.name or "–"
    if verb == "takeover":
        leader = " ".join(text.split())
        case = await act(tx, desk, case, actor, (Action.TAKE_OVER, {"leader": leader}))
    else:
        case = await ladder.lift(tx, desk, case, actor, VERBS[verb], text)
        if verb == "supervise":
            ears, key = await watchers(tx, desk), "watch-supervised"
        else:
            ears, key = await ladder.escalation(tx, desk), "watch-escalated"
        await ladder.inform(
            tx, desk, case, ears, key, lambda _: {"name": name, "text": mask(text)}, but=person_id
        )
    if chat_id not in {home for home, _ in await homes_of(tx, desk, case)}:
        done = desk.house.say(_DONE[verb], number=case.number, office=desk.house.office(case.department))
        await say(tx, chat_id, Content(done, reply_to=reply_to), _DONE[verb], case_id=case.id)
    return case
