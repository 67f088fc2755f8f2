"""A clerk's words as the citizen would read them, what they still lack, and the move that sends them."""

import dataclasses
import html
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.core import gate, said, workflow
from bot.core.case import Case, Event, EventKind, Outcome, Status
from bot.core.errors import EmptyText, NothingToCorrect, StaleButton, TextTooLong
from bot.core.gate import Finding, Lack
from bot.core.plain import units
from bot.core.workflow import Action
from bot.service import audience
from bot.service.acting import load
from bot.service.cards import phone_of
from bot.service.desk import Desk
from bot.service.enclosing import empty_parts, files_of, say_files, say_whole
from bot.service.handling import actor_of
from bot.service.saying import say, voice_for
from bot.service.to_citizens import citizen_text
from bot.store import cases, dialogues, people, spoken
from bot.store.db import Reader, Tx
from bot.store.dialogues import Dialogue
from bot.store.people import Person
from bot.texts import Safe
from bot.views import gate as gate_view
from bot.views import staff as view
from bot.views.content import Content, lines

REPLY = "reply:"  # and the case: a clerk may have several answers open
REPLY_LIMIT = 12000  # goes out in parts
# What a preview says once its words are out.
SENT, UNREACHED, UNDELIVERED, CAUGHT_UP, ON_RECORD = (
    "preview-sent", "preview-unreached", "preview-undelivered", "preview-caught-up", "preview-on-record",
)  # fmt: skip
WORDS_LIMIT = 3500  # of all other words that a citizen reads: they leave room for what stands around them
ANSWERS = (EventKind.REPLIED, EventKind.RESOLVED, EventKind.CORRECTED)
_SEEN = {
    Action.ASK: (EventKind.ASKED, "citizen-asked"),
    Action.REPLY: (EventKind.REPLIED, "citizen-replied"),
    Action.RESOLVE: (EventKind.RESOLVED, "citizen-resolved"),
    Action.CORRECT: (EventKind.CORRECTED, "citizen-corrected"),
}
# A correction need not be a whole answer: only what is wrong in any sentence counts.
_OF_A_CORRECTION = (Lack.BLANK, Lack.VAGUE, Lack.HOLLOW)


def checked(text: str, files: Sequence[Any] = (), limit: int = REPLY_LIMIT) -> str:
    """Raises EmptyText, TextTooLong (limit in UTF-16 units)."""
    if not text and not files:
        raise EmptyText
    if units(text) > limit:
        raise TextTooLong(limit=limit, length=units(text))
    return text


async def mine(tx: Tx, chat_id: int, person_id: int, dialogue_id: str) -> Dialogue:
    """Somebody's own preview in this chat. Raises StaleButton."""
    dialogue = await dialogues.own(tx.conn, chat_id, person_id, dialogue_id)
    if dialogue is None or not dialogue.kind.startswith(REPLY):
        raise StaleButton
    return dialogue


async def likeness(conn: Reader, desk: Desk, case_id: int, text: str) -> float | None:
    """How like the complaint a reply is; None while nothing is known. It waits for the index: never in a transaction."""
    case = await cases.by_id(conn, case_id)
    if case is None:
        return None
    history = await cases.history(conn, case_id)
    added = [e.data.get("text", "") for e in said.standing(history)]
    return await desk.likes.between("\n".join((case.text, *added)), gate.substance(text))


def step_of(data: dict[str, Any]) -> tuple[Action, dict[str, Any]]:
    """The move that sends a previewed text; warnings that stood are on record."""
    text, intent = data["text"], data["intent"]
    warned = {"gate": data["gate"]} if data.get("gate") else {}
    warned |= enclosed(data)
    if intent == "ask":
        return Action.ASK, {"question": text, **enclosed(data)}
    if intent == "correct":
        return Action.CORRECT, {"text": text, "of": data["of"], **warned}
    if intent in set(Outcome):
        return Action.RESOLVE, {"text": text, "outcome": intent, **warned}
    return Action.REPLY, {"text": text, **warned}


def enclosed(data: dict[str, Any]) -> dict[str, Any]:
    """The files of a preview, as its event keeps them."""
    return {"files": data["files"]} if data.get("files") else {}


def note_only(case: Case, data: dict[str, Any]) -> bool:
    """Whether words on a case as it is now can only be kept, not sent."""
    return case.status is not Status.DISPATCHED and not workflow.allowed(case.status, step_of(data)[0])


async def answered_at(tx: Tx, case: Case) -> datetime:
    """When the citizen was answered last. Raises NothingToCorrect."""
    for event in reversed(await cases.history(tx.conn, case.id)):
        if event.kind in ANSWERS:
            return event.at
    raise NothingToCorrect


def weighed(tx: Tx, desk: Desk, case: Case, data: dict[str, Any]) -> dict[str, Any]:
    """The data of a preview with the warnings that the clerk is going to see."""
    shown = findings(tx, desk, case, data)[: gate.SHOWN]
    return {**data, "gate": [each.lack.value for each in shown]}


def findings(tx: Tx, desk: Desk, case: Case, data: dict[str, Any]) -> Sequence[Finding]:
    """What an answer lacks; a question to the citizen and a note lack nothing."""
    intent = data["intent"]
    if intent == "ask" or note_only(case, data):
        return ()
    found = gate.findings(
        data["text"],
        intent if intent in set(Outcome) else None,
        today=desk.calendar.local_day(tx.now),
        likeness=data.get("like"),
        office_phone=desk.house.phone(case.department) != "none",
    )
    return [f for f in found if f.lack in _OF_A_CORRECTION] if intent == "correct" else found


async def show(
    tx: Tx, desk: Desk, person: Person, case: Case, dialogue: Dialogue, *, stopped: bool = False
) -> None:
    """Exactly what the citizen would see. `stopped`: it was about to go out and was changed instead."""
    data = dialogue.data
    only_note = note_only(case, data)
    content = view.preview(
        desk.house,
        case,
        dialogue.id,
        Safe(html.escape(data["text"], quote=False))
        if only_note
        else await shown(tx, desk, person, case, data),
        data["intent"],
        data["below"],
        note_only=only_note,
        warned=gate_view.warnings(desk.house, findings(tx, desk, case, data)),
        stopped=stopped,
        files=[file.kind for file in files_of(data)],
    )
    others = await audience.count(tx.conn, case)
    if others and not only_note and data["intent"] != "ask":
        warning = desk.house.say("preview-joined", count=others)
        content = dataclasses.replace(content, text=lines(content.text, warning))
    where: dict[str, Any] = {"case_id": case.id, "slot": slot_of(dialogue)}
    await say_whole(tx, desk.house, dialogue.chat_id, case.number, content, "preview", **where)


async def shown(tx: Tx, desk: Desk, person: Person, case: Case, data: dict[str, Any]) -> Safe:
    """Word for word what the citizen will read."""
    citizen = await people.get(tx.conn, case.citizen_id)
    voice = desk.voice(citizen.language if citizen else case.language)
    action, sent = step_of(data)
    kind, key = _SEEN[action]
    event = Event(case.id, case.version + 1, kind, tx.now, actor_of(person, desk, case), sent)
    return await citizen_text(tx, desk, voice, case, event, key)


async def see_files(tx: Tx, desk: Desk, case: Case) -> str:
    """What a citizen reads when the clerk sent files without a word."""
    citizen = await people.get(tx.conn, case.citizen_id)
    return desk.voice(citizen.language if citizen else case.language).plain("answer-see-files")


async def show_files(tx: Tx, desk: Desk, case: Case, dialogue: Dialogue) -> None:
    """The files of a preview as the citizen would get them."""
    files = files_of(dialogue.data)
    await say_files(tx, dialogue.chat_id, files, case.number, "attachment", case_id=case.id)


def slot_of(dialogue: Dialogue) -> str:
    return f"reply:{dialogue.id}"


async def close(tx: Tx, desk: Desk, dialogue: Dialogue, case: Case, key: str) -> None:
    """The preview says what became of it."""
    chat_id, slot = dialogue.chat_id, slot_of(dialogue)
    await _end(tx, desk, case, chat_id, slot, key)
    await empty_parts(tx, await voice_for(tx, desk, chat_id), chat_id, case.number, slot, 1, case_id=case.id)


async def unreached(tx: Tx, desk: Desk, citizen_id: int) -> None:
    """What waits for a citizen will not reach them: a preview that says it was sent says so."""
    for chat_id, slot, case_id in await spoken.said_with(tx.conn, citizen_id, (SENT, CAUGHT_UP)):
        await _end(tx, desk, await load(tx, case_id), chat_id, slot, UNREACHED)


async def undelivered(tx: Tx, desk: Desk, citizen_id: int, seq: int) -> None:
    """Telegram will not take a message to a citizen: if it is part of an answer, its preview says what is missing."""
    for chat_id, slot, case_id in await spoken.said_with(tx.conn, citizen_id, (SENT, CAUGHT_UP), seq):
        case, voice = await load(tx, case_id), await voice_for(tx, desk, chat_id)
        sent = await spoken.breath(tx.conn, seq)
        words = [lost for is_words, lost in sent if is_words]
        ways = (("reply", Action.REPLY), ("correct", Action.CORRECT))
        missing: dict[str, str | int] = {
            "words": "all" if words and all(words) else "parts" if any(words) else "none",
            "which": voice.listed([str(n) for n, lost in enumerate(words, 1) if lost]),
            "of": len(words),
            "files": "yes" if any(lost for is_words, lost in sent if not is_words) else "no",
            "again": next((way for way, action in ways if workflow.allowed(case.status, action)), "no"),
        }
        await _end(tx, desk, case, chat_id, slot, UNDELIVERED, **missing)


async def caught_up(tx: Tx, desk: Desk, case: Case) -> None:
    """A citizen who was out of reach has been told how their case stands: previews that say they weren't follow."""
    for chat_id, slot in await spoken.still_says(tx.conn, case.id, UNREACHED):
        await _end(tx, desk, case, chat_id, slot, CAUGHT_UP)


async def _end(tx: Tx, desk: Desk, case: Case, chat_id: int, slot: str, key: str, **words: str | int) -> None:
    voice = await voice_for(tx, desk, chat_id)
    if key in (UNREACHED, UNDELIVERED, ON_RECORD):
        left = await phone_of(tx, case, await cases.history(tx.conn, case.id))
        words["phone"] = "yes" if left else "no"
    content = Content(voice.say(key, number=case.number, **words))
    await say(tx, chat_id, content, key, case_id=case.id, slot=slot, edit_only=True)
