"""What staff write to a citizen: prompt, preview, send."""

from typing import Any

from bot.core import workflow
from bot.core.case import Status
from bot.core.errors import BeingSent, IllegalMove, NotHeld, Sealed, StaleButton
from bot.core.workflow import Action
from bot.service import holding, previews
from bot.service.acting import act
from bot.service.desk import Desk
from bot.service.handling import actor_of, answers, ask_for, on_case, private_chat
from bot.service.previews import REPLY
from bot.service.tell import say
from bot.store import dialogues
from bot.store.db import Reader, Tx
from bot.store.dialogues import Dialogue
from bot.views import staff as view


async def ask_for_words(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, intent: str) -> int:
    """Ask one clerk to write: `intent` is reply or ask. The chat in which they are asked."""
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    answers(person, desk, case)
    action = Action.ASK if intent == "ask" else Action.REPLY
    if case.status is not Status.DISPATCHED and not workflow.allowed(case.status, action):
        raise IllegalMove(case.status.value, action.value)
    content = view.prompt(desk.house, intent, case, person.id, person.name or "")
    if case.confidential:  # the answer to the question would stand in the group
        chat_id = await private_chat(tx, person_id)
    await say(tx, chat_id, content, f"prompt-{intent}", case_id=case.id)
    return chat_id


async def ask_for_correction(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """Ask one clerk what an answer should have said. Raises IllegalMove, NothingToCorrect."""
    _, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if not workflow.allowed(case.status, Action.CORRECT):
        raise IllegalMove(case.status.value, Action.CORRECT.value)
    earlier = await previews.answered_at(tx, case)
    await ask_for(tx, desk, person_id, chat_id, case, "correct", earlier=desk.house.when(earlier))


async def preview(
    tx: Tx,
    desk: Desk,
    person_id: int,
    chat_id: int,
    case_id: int,
    text: str,
    intent: str,
    message_id: int | None,
    likeness: float | None = None,
) -> None:
    """Show the clerk exactly what the citizen would see; nothing is sent yet.

    `likeness`: of the reply and the complaint, see `previews.likeness`.
    Raises EmptyText, TextTooLong, NothingToCorrect, and BeingSent while an earlier answer is held.
    """
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    answers(person, desk, case)
    if case.confidential and chat_id < 0:
        raise Sealed
    data: dict[str, Any] = {
        "case": case.id,
        "text": previews.checked(text),
        "intent": intent,
        "below": message_id,
        "like": likeness,
    }
    if intent == "correct":
        data["of"] = (await previews.answered_at(tx, case)).isoformat()
    kind = f"{REPLY}{case.id}"
    before = await dialogues.get(tx.conn, chat_id, person_id, kind)
    if before is not None and holding.is_held(before):
        raise BeingSent
    dialogue = await dialogues.begin(tx, chat_id, person_id, kind, previews.weighed(tx, desk, case, data))
    await previews.show(tx, desk, person, case, dialogue)


async def preview_of(conn: Reader, chat_id: int, person_id: int, message_id: int) -> Dialogue | None:
    """The preview whose words came with this message."""
    found = await dialogues.of_person(conn, chat_id, person_id, REPLY)
    return next((d for d in found if d.data.get("below") == message_id), None)


async def rewrite(
    tx: Tx,
    desk: Desk,
    person_id: int,
    chat_id: int,
    dialogue_id: str,
    text: str,
    likeness: float | None = None,
) -> None:
    """The clerk changed the message that a preview came from. An answer that is held stays here.

    Raises as `preview` does.
    """
    dialogue = await previews.mine(tx, chat_id, person_id, dialogue_id)
    person, case = await on_case(tx, desk, person_id, dialogue.data["case"], chat_id)
    words = previews.checked(text)
    stopped = holding.is_held(dialogue)
    if stopped:
        dialogue = await holding.take_back(tx, dialogue)
    data = previews.weighed(tx, desk, case, {**dialogue.data, "text": words, "like": likeness})
    await previews.show(tx, desk, person, case, await dialogues.save(tx, dialogue, data), stopped=stopped)


async def decide_reply(tx: Tx, desk: Desk, person_id: int, chat_id: int, dialogue_id: str, verb: str) -> str:
    """What becomes of a previewed text: send, undo, as-INTENT (look again as another kind), note, or discard.

    The toast's text key. Raises StaleButton, BeingSent, NotHeld.
    """
    if verb == "undo" and await dialogues.by_id(tx.conn, dialogue_id) is None:
        raise NotHeld
    dialogue = await previews.mine(tx, chat_id, person_id, dialogue_id)
    person, case = await on_case(tx, desk, person_id, dialogue.data["case"], chat_id)
    if verb == "undo":
        await previews.show(tx, desk, person, case, await holding.take_back(tx, dialogue))
        return "toast-undone"
    if holding.is_held(dialogue):
        raise BeingSent
    if verb.startswith("as-") and verb[3:] in view.INTENTS and dialogue.data["intent"] in view.INTENTS:
        data = previews.weighed(tx, desk, case, {**dialogue.data, "intent": verb[3:]})
        await previews.show(tx, desk, person, case, await dialogues.save(tx, dialogue, data))
        return "toast-done"
    if verb == "send":
        return await holding.send(tx, desk, person, case, dialogue)
    if verb == "discard":
        await dialogues.end(tx, chat_id, person_id, dialogue.kind)
        await previews.close(tx, desk, dialogue, case.number, "preview-discarded")
        return "toast-cancelled"
    if verb == "note":
        await dialogues.end(tx, chat_id, person_id, dialogue.kind)
        step = (Action.NOTE, {"text": dialogue.data["text"]})
        case = await act(tx, desk, case, actor_of(person, desk, case), step)
        await previews.close(tx, desk, dialogue, case.number, "preview-noted")
        return "toast-noted"
    raise StaleButton
