"""One message about several matters becomes several cases: written by a dispatcher, looked at, then filed.

The first matter stays with the case; the others are filed in the citizen's name, and the citizen hears of all of
them at once. Their answers are due as if each had been written by itself at first.
"""

import dataclasses
from collections.abc import Sequence
from typing import Any

from bot.core import danger, routing, workflow
from bot.core.case import REPORT, Actor, Case, Event, EventKind, Status, Who, evolve
from bot.core.deadlines import Grade, grade_of
from bot.core.errors import IllegalMove, NotAllowed, StaleButton
from bot.core.plain import headline, title_of
from bot.core.routing import Route, Suggested
from bot.core.splitting import MOST, parts_of
from bot.core.workflow import Action
from bot.service import paging
from bot.service.acting import act, keep_clocks, timed
from bot.service.desk import Desk
from bot.service.handling import actor_of, ask_for, on_case
from bot.service.saying import say
from bot.service.tell import tell
from bot.store import cases, dialogues
from bot.store.db import Tx
from bot.store.dialogues import Dialogue
from bot.store.people import Person
from bot.views import splitting as view
from bot.views.content import Content

KIND = "split:"  # and the case
Parts = Sequence[tuple[str, Suggested]]


async def read(desk: Desk, text: str) -> Parts:
    """The matters in a dispatcher's words, each with what the classifier says; while preparing. Raises PartsMissing."""
    return [(part, await desk.brain.suggest(*title_of(part))) for part in parts_of(text)]


async def ask(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """Ask a dispatcher to write down the matters. Raises NotAllowed, IllegalMove."""
    _, case = await _theirs(tx, desk, person_id, chat_id, case_id)
    await ask_for(tx, desk, person_id, chat_id, case, "split", limit=MOST)


async def _theirs(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> tuple[Person, Case]:
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if Who.DISPATCHER not in actor_of(person, desk, case).roles:
        raise NotAllowed
    if not workflow.allowed(case.status, Action.SPLIT):
        raise IllegalMove(case.status.value, Action.SPLIT.value)
    return person, case


async def preview(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, parts: Parts) -> None:
    """Show what would be filed, and where it would go; nothing is filed yet."""
    _, case = await _theirs(tx, desk, person_id, chat_id, case_id)
    data = {"case": case.id, "parts": [[part, dataclasses.asdict(guess)] for part, guess in parts]}
    before = await dialogues.get(tx.conn, chat_id, person_id, f"{KIND}{case.id}")
    if before is not None:
        await _close(tx, desk, before, case, "split-replaced")
    dialogue = await dialogues.begin(tx, chat_id, person_id, f"{KIND}{case.id}", data)
    offices = [_route(desk, case, part, guess).department for part, guess in parts[1:]]
    content = view.preview(desk.house, case, dialogue.id, [part for part, _ in parts], offices)
    await say(tx, chat_id, content, "split", case_id=case.id, slot=_slot(dialogue))


def _route(desk: Desk, case: Case, text: str, guess: Suggested) -> Route:
    """Where a part goes: as if the citizen had written it, but never to an office that they complain about."""
    where = routing.route(guess, None, desk.offices.tree, desk.offices.where(text, case.district))
    if where.department not in case.accused:
        return where
    likely = tuple(office for office in where.likely if office not in case.accused)
    return dataclasses.replace(
        where, department=desk.offices.triage.id, domain=None, triage=True, likely=likely
    )


async def decide(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, dialogue_id: str, *, yes: bool
) -> None:
    """File the parts, or leave the case as it is. Raises StaleButton for what is not theirs or is over."""
    dialogue = await dialogues.own(tx.conn, chat_id, person_id, dialogue_id)
    if dialogue is None or dialogue.kind != f"{KIND}{case_id}":
        raise StaleButton
    person, case = await _theirs(tx, desk, person_id, chat_id, case_id)
    await dialogues.end(tx, chat_id, person_id, dialogue.kind)
    if not yes:
        await _close(tx, desk, dialogue, case, "split-discarded")
        return
    actor = actor_of(person, desk, case)
    parts = [(str(part), _suggested(guess)) for part, guess in dialogue.data["parts"]]
    made = [await _file(tx, desk, case, actor, part, guess) for part, guess in parts[1:]]
    data: dict[str, Any] = {
        "into": [c.number for c in made],
        "parts": [[c.number, c.title, c.department] for c in made],
        "text": parts[0][0],
        "title": headline(parts[0][0], 60),
    }
    case = await act(tx, desk, case, actor, (Action.SPLIT, data))
    await _close(tx, desk, dialogue, case, "split-done", numbers=desk.house.listed(data["into"]))


async def _file(tx: Tx, desk: Desk, first: Case, actor: Actor, text: str, guess: Suggested) -> Case:
    """One part as a case of the same citizen: as secret as the first, with its files, from its receipt on."""
    where = _route(desk, first, text, guess)
    urgent = grade_of(await cases.history(tx.conn, first.id)) is Grade.EMERGENCY and danger.sign(text)
    grade = Grade.QUESTION if guess.kind == "咨询" else Grade.ORDINARY
    filed = Event(
        await cases.next_id(tx),
        1,
        EventKind.FILED,
        tx.now,
        actor,
        {
            "number": await cases.next_number(tx, desk.local_day(tx.now)),
            "status": (Status.TRIAGE if where.triage else Status.DISPATCHED).value,
            "citizen_id": first.citizen_id,
            "language": first.language,
            "domain": where.domain,
            "department": where.department,
            "title": headline(text, 60),
            "text": text,
            "likely": list(where.likely),
            "district": where.place,
            "grade": (Grade.EMERGENCY if urgent else grade).value,
            "type": REPORT if first.type == REPORT else guess.kind or None,
            "confidential": first.confidential,
            "citizen_reachable": first.citizen_reachable,
            "split_from": first.number,
            "received": first.filed_at.isoformat(),
            "quietly": True,  # the citizen hears of all parts in one message
        },
        tx.cause,
    )
    case = evolve(None, filed)
    filed, started = timed(desk, case, (), filed)
    await cases.insert_case(tx, case, filed)
    await keep_clocks(tx, case, started)
    await cases.attach(tx, case.id, await cases.attached(tx.conn, first.id))
    await cases.record_prediction(tx, case.id, guess, None)
    events = [filed]
    if first.accused:
        accusing = {"accused": list(first.accused)}
        case, event = workflow.apply(case, Action.ACCUSE, actor, tx.now, accusing, cause=tx.cause)
        await cases.save(tx, case, event)
        events.append(event)
    await tell(tx, desk, case, events)
    return await paging.call_if_urgent(tx, desk, case)


def _suggested(data: dict[str, Any]) -> Suggested:
    """A suggestion as it was kept in a dialogue's row, where tuples have become lists."""
    pairs = ("alternatives", "topics", "words")
    return Suggested(**{**data, **{name: tuple((a, b) for a, b in data[name]) for name in pairs}})


def _slot(dialogue: Dialogue) -> str:
    return f"split:{dialogue.id}"


async def _close(tx: Tx, desk: Desk, dialogue: Dialogue, case: Case, key: str, **words: Any) -> None:
    content = Content(desk.house.say(key, number=case.number, **words))
    await say(tx, dialogue.chat_id, content, "split", case_id=case.id, slot=_slot(dialogue), edit_only=True)
