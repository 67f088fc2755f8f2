"""The citizen says that what went into their case is another matter: it is taken out and becomes a draft."""

import dataclasses
from datetime import datetime
from typing import Any

from bot.core import said
from bot.core.case import Case, Event, EventKind, Status
from bot.core.errors import NoSuchCase, StaleButton
from bot.core.notices import Priority
from bot.core.plain import clip
from bot.core.workflow import Action
from bot.service import audience, drafting
from bot.service.acting import act
from bot.service.desk import Desk
from bot.service.drafts import FILE_LIMIT, TEXT_LIMIT, Draft, Part
from bot.service.intake import actor_of, own
from bot.service.saying import say
from bot.store import cases
from bot.store.db import Reader, Tx
from bot.store.dialogues import Dialogue
from bot.views.content import Content

QUOTED = 200


async def drafted(
    desk: Desk, conn: Reader, person_id: int, case_id: int, version: int, old: Draft | None, now: datetime
) -> Draft:
    """The draft with what the event of that version brought; what they are writing already comes after it.

    Raises NoSuchCase, StaleButton, AlreadyApart, TooLateApart, DraftFull.
    """
    case = await cases.by_id(conn, case_id)
    if case is None or case.citizen_id != person_id:
        raise NoSuchCase
    events = _together(await cases.history(conn, case_id), version, now)
    edited = desk.public.plain("correction", text="")
    parts: dict[int, Part] = {}
    for event in sorted(events, key=lambda e: e.version):
        messages = event.data["messages"]
        if not event.data.get("wordless"):
            parts[messages[0]] = Part(messages[0], event.data["text"].removeprefix(edited))
    ids = _files(events)
    files = [f for f in await cases.attached(conn, case_id) if f.file_unique_id in ids]
    new = Draft(
        parts=tuple(parts.values()),
        files=tuple(files),
        messages=tuple(dict.fromkeys(m for e in events for m in e.data["messages"])),
        album=events[0].data.get("album"),
        confidential=case.confidential,
        other=True,
    )
    if old is not None:
        new = dataclasses.replace(
            old,
            parts=(*new.parts, *old.parts),
            files=(*new.files, *old.files),
            messages=(*new.messages, *old.messages),
            album=None,
            confidential=old.confidential or new.confidential,
            other=True,
        )
    if len(new.files) > FILE_LIMIT or len(new.text) > TEXT_LIMIT:
        raise said.DraftFull
    return await drafting.read(desk, conn, person_id, new, new.text, now)


async def part(
    tx: Tx,
    desk: Desk,
    chat_id: int,
    person_id: int,
    language: str,
    case_id: int,
    version: int,
    before: Dialogue | None,
    draft: Draft,
) -> Case:
    """Out of the case and into the draft. Raises as `drafted` does."""
    case = await own(tx, person_id, case_id)
    history = await cases.history(tx.conn, case.id)
    events = _together(history, version, tx.now)
    files = await cases.detach(tx, case.id, _files(events))
    asked = said.unanswered(case, history, events, tx.now)
    answer = any(e.kind is EventKind.SUPPLIED for e in events)
    waits = case.status is Status.AWAITING_CITIZEN  # for what was asked afterwards
    since = any(e.kind in audience.ANSWERS and e.version > version for e in history)
    data: dict[str, Any] = {
        "of": [e.version for e in events],
        "text": clip(_words(events), QUOTED),
        "kinds": [file.kind for file in files],
        "was": "answer" if answer else "addition",
        "left": "asked"
        if asked or waits
        else "answered"
        if since
        else "ask"
        if answer and case.open
        else "none",
    }
    step = (Action.DETACH, data)
    if asked is not None:
        step = (Action.UNANSWER, {**data, "question": asked.data["question"]})
    case = await act(tx, desk, case, actor_of(person_id), step)
    if (album := events[0].data.get("album")) is not None:
        voice = desk.voice(await drafting.language_of(tx, person_id))
        late = Content(voice.say("draft-moved"))
        await say(tx, person_id, late, "album-late", Priority.NOTICE, slot=f"album:{album}", edit_only=True)
    await drafting.keep_draft(tx, desk, chat_id, person_id, language, before, draft)
    return case


def _words(events: list[Event]) -> str:
    return "\n".join(str(e.data["text"]) for e in events if not e.data.get("wordless"))


def _together(history: list[Event], version: int, now: datetime) -> list[Event]:
    """What goes out together, the event itself first. Raises StaleButton where nothing was guessed."""
    said.check(history, version, now)
    found = sorted(said.together(history, version), key=lambda e: e.version != version)
    if not found or not found[0].data.get("guessed"):
        raise StaleButton
    return found


def _files(events: list[Event]) -> list[str]:
    return [unique_id for e in events for unique_id in e.data.get("attached", ())]
