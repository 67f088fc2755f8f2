"""What staff write to a citizen: prompt, preview, send."""

from datetime import timedelta
from typing import Any

from bot.core import workflow
from bot.core.case import Status
from bot.core.errors import BeingSent, IllegalMove, NotHeld, Sealed, StaleButton, TooManyFiles
from bot.core.parts import joined, probably_cut
from bot.core.plain import units
from bot.core.workflow import Action
from bot.service import enclosing, holding, previews
from bot.service.acting import act
from bot.service.desk import Desk
from bot.service.handling import actor_of, answers, ask_for, on_case, private_chat
from bot.service.previews import REPLY
from bot.service.saying import say
from bot.store import dialogues
from bot.store.db import Reader, Tx
from bot.store.dialogues import Dialogue
from bot.views import staff as view
from bot.views.content import Content

TOGETHER = timedelta(minutes=10)  # what comes this soon belongs to what was written before


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
    file: dict[str, Any] | None = None,
) -> None:
    """Show the clerk exactly what the citizen would see; nothing is sent yet.

    `likeness`: of the reply and the complaint, see `previews.likeness`. `file`: as `enclosing.recorded` has it.
    What was written a moment ago is completed: files come to words, words to files, and the second half of what the
    clerk's own program cut in two to the first.
    Raises EmptyText, TextTooLong, TooManyFiles, NothingToCorrect, and BeingSent while an earlier answer is held.
    """
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    answers(person, desk, case)
    if case.confidential and chat_id < 0:
        raise Sealed
    kind = f"{REPLY}{case.id}"
    before = await dialogues.get(tx.conn, chat_id, person_id, kind)
    if before is not None and holding.is_held(before):
        raise BeingSent
    fresh = before.data if before is not None and tx.now - before.began_at < TOGETHER else {}
    files = [*fresh.get("files", ()), *([file] if file else ())]
    if len(files) > enclosing.LIMIT:
        raise TooManyFiles(limit=enclosing.LIMIT)
    goes_on = bool(text) and probably_cut(fresh.get("tail", 0)) and intent == "reply"
    if not text or goes_on:
        intent = fresh.get("intent", intent)
    words = previews.checked(joined(fresh["text"], text, fresh["tail"]) if goes_on else text, files)
    data: dict[str, Any] = {
        "case": case.id,
        "text": words or fresh.get("text") or await previews.see_files(tx, desk, case),
        "intent": intent,
        "below": message_id,
        "like": likeness,
        "tail": units(text),
        "files": files,
    }
    if intent == "correct":
        data["of"] = (await previews.answered_at(tx, case)).isoformat()
    if before is not None and (file or goes_on):
        await previews.close(tx, desk, before, case, "preview-below")
    dialogue = await dialogues.begin(tx, chat_id, person_id, kind, previews.weighed(tx, desk, case, data))
    await previews.show(tx, desk, person, case, dialogue)


async def note(
    tx: Tx,
    desk: Desk,
    person_id: int,
    chat_id: int,
    case_id: int,
    text: str,
    file: dict[str, Any] | None,
    reply_to: int,
) -> None:
    """Words for the staff alone: nothing to look at before, since the citizen never sees it."""
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if case.confidential and chat_id < 0:
        raise Sealed
    files = [file] if file else []
    words = previews.checked(text, files) or desk.public.plain("answer-see-files")
    enclosed = previews.enclosed({"files": files})
    step = (Action.NOTE, {"text": words, **enclosed})
    case = await act(tx, desk, case, actor_of(person, desk, case), step)
    done = Content(desk.house.say("preview-noted", number=case.number), reply_to=reply_to)
    await say(tx, chat_id, done, "preview-noted", case_id=case.id)


async def part_of(conn: Reader, chat_id: int, person_id: int, album: str) -> Dialogue | None:
    """The preview that other parts of an album went into."""
    found = await dialogues.of_person(conn, chat_id, person_id, REPLY)
    return next((d for d in found if any(f["album"] == album for f in d.data.get("files", ()))), None)


async def enclose(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, dialogue_id: str, text: str, file: dict[str, Any]
) -> None:
    """Another part of an album: into the preview where it stands, also one that is held.

    Raises StaleButton, TooManyFiles.
    """
    dialogue = await previews.mine(tx, chat_id, person_id, dialogue_id)
    person, case = await on_case(tx, desk, person_id, dialogue.data["case"], chat_id)
    files = [*dialogue.data["files"], file]
    if len(files) > enclosing.LIMIT:
        raise TooManyFiles(limit=enclosing.LIMIT)
    data = {**dialogue.data, "files": files, "text": previews.checked(text, files) or dialogue.data["text"]}
    dialogue = await dialogues.save(tx, dialogue, previews.weighed(tx, desk, case, data))
    if holding.is_held(dialogue):
        await holding.show(tx, desk, person, case, dialogue)
    else:
        await previews.show(tx, desk, person, case, dialogue)


async def preview_of(conn: Reader, chat_id: int, person_id: int, message_id: int) -> Dialogue | None:
    """The preview whose words or files came with this message."""
    found = await dialogues.of_person(conn, chat_id, person_id, REPLY)
    return next((d for d in found if message_id in _came_with(d)), None)


def _came_with(dialogue: Dialogue) -> set[int | None]:
    return {dialogue.data.get("below"), *(f["message"] for f in dialogue.data.get("files", ()))}


async def rewrite(
    tx: Tx,
    desk: Desk,
    person_id: int,
    chat_id: int,
    dialogue_id: str,
    text: str,
    likeness: float | None = None,
    file: dict[str, Any] | None = None,
) -> None:
    """The clerk changed a message that a preview came from. An answer that is held stays here.

    Raises as `preview` does.
    """
    dialogue = await previews.mine(tx, chat_id, person_id, dialogue_id)
    person, case = await on_case(tx, desk, person_id, dialogue.data["case"], chat_id)
    files = list(dialogue.data.get("files", ()))
    if file is not None:
        files = [file if f["message"] == file["message"] else f for f in files]
    words = previews.checked(text, files) or dialogue.data["text"]
    stopped = holding.is_held(dialogue)
    if stopped:
        dialogue = await holding.take_back(tx, dialogue)
    changes = {"text": words, "like": likeness, "files": files}
    data = previews.weighed(tx, desk, case, {**dialogue.data, **changes})
    await previews.show(tx, desk, person, case, await dialogues.save(tx, dialogue, data), stopped=stopped)


async def decide_reply(tx: Tx, desk: Desk, person_id: int, chat_id: int, dialogue_id: str, verb: str) -> str:
    """What becomes of a previewed text: send, undo, as-INTENT (look again as another kind), note, or discard.

    The toast's text key. Raises StaleButton, BeingSent, NotHeld.
    """
    if verb == "undo" and await dialogues.by_id(tx.conn, dialogue_id) is None:
        raise NotHeld
    dialogue = await previews.mine(tx, chat_id, person_id, dialogue_id)
    person, case = await on_case(tx, desk, person_id, dialogue.data["case"], chat_id)
    if verb == "files":
        await previews.show_files(tx, desk, case, dialogue)
        return "toast-opened"
    if verb == "undo":
        await previews.show(tx, desk, person, case, await holding.take_back(tx, dialogue))
        return "toast-undone"
    if holding.is_held(dialogue):
        raise BeingSent
    if verb.startswith("as-") and verb[3:] in view.INTENTS and dialogue.data["intent"] in view.INTENTS:
        data = previews.weighed(tx, desk, case, {**dialogue.data, "intent": verb[3:]})
        await previews.show(tx, desk, person, case, await dialogues.save(tx, dialogue, data))
        return "toast-done"
    if verb == "bare" and dialogue.data.get("files"):
        data = previews.weighed(tx, desk, case, {**dialogue.data, "files": []})
        await previews.show(tx, desk, person, case, await dialogues.save(tx, dialogue, data))
        return "toast-done"
    if verb == "send":
        return await holding.send(tx, desk, person, case, dialogue)
    if verb == "discard":
        await dialogues.end(tx, chat_id, person_id, dialogue.kind)
        await previews.close(tx, desk, dialogue, case, "preview-discarded")
        return "toast-cancelled"
    if verb == "note":
        await dialogues.end(tx, chat_id, person_id, dialogue.kind)
        step = (Action.NOTE, {"text": dialogue.data["text"], **previews.enclosed(dialogue.data)})
        case = await act(tx, desk, case, actor_of(person, desk, case), step)
        await previews.close(tx, desk, dialogue, case, "preview-noted")
        return "toast-noted"
    raise StaleButton
