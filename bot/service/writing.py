"""What staff write to a citizen: prompt, preview, send."""

import html
from typing import Any

from bot.core import workflow
from bot.core.case import Case, Event, EventKind, Outcome, Status
from bot.core.errors import EmptyText, IllegalMove, StaleButton, TextTooLong
from bot.core.plain import units
from bot.core.workflow import Action
from bot.service.acting import act
from bot.service.desk import Desk
from bot.service.handling import actor_of, claim_step, on_case
from bot.service.tell import citizen_text, say
from bot.store import dialogues, people
from bot.store.db import Tx
from bot.store.dialogues import Dialogue
from bot.store.people import Person
from bot.texts import Safe
from bot.views import staff as view
from bot.views.content import Content

REPLY = "reply:"  # and the case: a clerk may have several answers open
REPLY_LIMIT = 3500  # leaves room for what stands around it


async def ask_for_words(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, intent: str) -> None:
    """Ask one clerk to write: `intent` is reply or ask."""
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    action = Action.ASK if intent == "ask" else Action.REPLY
    if case.status is not Status.DISPATCHED and not workflow.allowed(case.status, action):
        raise IllegalMove(case.status.value, action.value)
    content = view.prompt(desk.house, intent, case, person.id, person.name or "")
    await say(tx, chat_id, content, f"prompt-{intent}", case_id=case.id)


async def preview(
    tx: Tx,
    desk: Desk,
    person_id: int,
    chat_id: int,
    case_id: int,
    text: str,
    intent: str,
    message_id: int | None,
) -> None:
    """Show the clerk exactly what the citizen would see; nothing is sent yet.

    Raises EmptyText, TextTooLong (limit in UTF-16 units).
    """
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if not text:
        raise EmptyText
    if units(text) > REPLY_LIMIT:
        raise TextTooLong(limit=REPLY_LIMIT, length=units(text))
    data = {"case": case.id, "text": text, "intent": intent, "below": message_id}
    await _show_preview(
        tx, desk, person, case, await dialogues.begin(tx, chat_id, person_id, f"{REPLY}{case.id}", data)
    )


async def _show_preview(tx: Tx, desk: Desk, person: Person, case: Case, dialogue: Dialogue) -> None:
    data = dialogue.data
    noting = case.status in (Status.TRIAGE, Status.RESOLVED, Status.WITHDRAWN)
    shown = (
        Safe(html.escape(data["text"], quote=False))
        if noting
        else await _as_citizen_sees(tx, desk, person, case, data["text"], data["intent"])
    )
    content = view.preview(desk.house, case, dialogue.id, shown, data["intent"], data["below"])
    await say(tx, dialogue.chat_id, content, "preview", case_id=case.id, slot=f"reply:{dialogue.id}")


async def _as_citizen_sees(tx: Tx, desk: Desk, person: Person, case: Case, text: str, intent: str) -> Safe:
    citizen = await people.get(tx.conn, case.citizen_id)
    voice = desk.voice(citizen.language if citizen else case.language)
    action, data = _step(text, intent)
    kind, key = _SEEN[action]
    return await citizen_text(
        tx,
        desk,
        voice,
        case,
        Event(case.id, case.version + 1, kind, tx.now, actor_of(person, desk, case), data),
        key,
    )


def _step(text: str, intent: str) -> tuple[Action, dict[str, Any]]:
    """The move that sends a previewed text."""
    if intent == "ask":
        return Action.ASK, {"question": text}
    if intent in set(Outcome):
        return Action.RESOLVE, {"text": text, "outcome": intent}
    return Action.REPLY, {"text": text}


_SEEN = {
    Action.ASK: (EventKind.ASKED, "citizen-asked"),
    Action.REPLY: (EventKind.REPLIED, "citizen-replied"),
    Action.RESOLVE: (EventKind.RESOLVED, "citizen-resolved"),
}


async def decide_reply(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, dialogue_id: str, verb: str
) -> Case | None:
    """What becomes of a previewed text: send, as-INTENT (look again as another kind), note, or discard."""
    dialogue = await dialogues.by_id(tx.conn, dialogue_id)
    if dialogue is None or (dialogue.chat_id, dialogue.person_id) != (chat_id, person_id):
        raise StaleButton
    if not dialogue.kind.startswith(REPLY):
        raise StaleButton
    person, case = await on_case(tx, desk, person_id, dialogue.data["case"], chat_id)
    text = dialogue.data["text"]
    if verb.startswith("as-") and verb[3:] in view.INTENTS:
        changed = await dialogues.save(tx, dialogue, {**dialogue.data, "intent": verb[3:]})
        await _show_preview(tx, desk, person, case, changed)
        return None
    await dialogues.end(tx, chat_id, person_id, dialogue.kind)
    if verb == "discard":
        await _close_preview(tx, desk, dialogue, case, "preview-discarded")
        return None
    if verb == "note":
        case = await act(tx, desk, case, actor_of(person, desk, case), (Action.NOTE, {"text": text}))
        await _close_preview(tx, desk, dialogue, case, "preview-noted")
        return case
    if verb != "send":
        raise StaleButton
    steps = (*await claim_step(tx, person, case), _step(text, dialogue.data["intent"]))
    case = await act(tx, desk, case, actor_of(person, desk, case), *steps)
    await _close_preview(tx, desk, dialogue, case, "preview-sent")
    return case


async def _close_preview(tx: Tx, desk: Desk, dialogue: Dialogue, case: Case, key: str) -> None:
    content = Content(desk.house.say(key, number=case.number))
    await say(
        tx, dialogue.chat_id, content, key, case_id=case.id, slot=f"reply:{dialogue.id}", edit_only=True
    )
