"""How a refusal is put to the person: a toast on a button, a message otherwise."""

import re
from typing import Any

from bot.core import workflow
from bot.core.case import Status
from bot.core.errors import (
    AlreadyMoved,
    Conflicted,
    IllegalMove,
    NotAllowed,
    Refusal,
    StaleButton,
    Usage,
    WholeCity,
)
from bot.core.moving import PASSED_ON
from bot.core.plain import clip
from bot.core.workflow import Action
from bot.service.desk import Desk
from bot.service.saying import say
from bot.service.sight import may_see
from bot.store import cases, people
from bot.store.db import Tx
from bot.texts import Safe, has
from bot.views import card
from bot.views.content import Content, Voice

TOAST_LIMIT = 200


async def explain(
    tx: Tx,
    desk: Desk,
    refusal: Refusal,
    *,
    person_id: int,
    chat_id: int,
    message_id: int | None,
    pressed: bool,
    data: str = "",
) -> str | None:
    """Say why not; the text of the toast when a button was pressed, `data`, with who was quicker."""
    voice = await _voice(tx, desk, person_id, chat_id)
    if pressed and isinstance(refusal, IllegalMove | NotAllowed | StaleButton):
        refusal, quicker = await _quicker(tx, desk, voice, refusal, person_id, chat_id, data)
        text = voice.plain(refusal.key, **_in_words(voice, refusal))
        return clip(f"{text}{quicker}", TOAST_LIMIT)
    args = _in_words(voice, refusal)
    if pressed:
        return clip(voice.plain(refusal.key, **args), TOAST_LIMIT)
    await say(tx, chat_id, Content(voice.say(refusal.key, **args), reply_to=message_id), refusal.key)
    return None


async def _quicker(
    tx: Tx, desk: Desk, voice: Voice, refusal: Refusal, person_id: int, chat_id: int, data: str
) -> tuple[Refusal, str]:
    """Who did what to the case of a button since it was shown; only for those who may know."""
    parts = data.split(":")
    known_id = len(parts) > 2 and parts[0] == "c" and re.fullmatch(r"[0-9]{1,15}", parts[2])
    case = await cases.by_id(tx.conn, int(parts[2])) if known_id else None
    person = await people.get(tx.conn, person_id)
    if case is None or person is None or not person.staff or person.barred(case):
        return refusal, ""
    history = await cases.history(tx.conn, case.id)
    by = {e.actor.id for e in history if e.actor.id}
    known = {i: p for i in by if (p := await people.get(tx.conn, i)) is not None and p.staff}
    if not person.sees(case):
        moved = next((e for e in reversed(history) if e.kind in PASSED_ON), None)
        had = {str(e.data["from_department"]) for e in history if e.data.get("from_department")}
        if moved is None or case.secret or not had & set(person.departments):
            return refusal, ""
        who = known.get(moved.actor.id or 0)
        name = (who.name if who else None) or "–"
        return AlreadyMoved(name=name, office=voice.office(case.department)), ""
    last = next((e for e in reversed(history) if e.kind in card.DID), None)
    if last is None or not await may_see(tx.conn, desk, case, chat_id):
        return refusal, ""
    who = known.get(last.actor.id or 0)
    done = voice.plain(f"did-{last.kind.value}")
    said = voice.plain(
        "refused-quicker",
        at=voice.when(last.at),
        by=last.actor.kind.value,
        name=(who.name if who else None) or "–",
        what=done,
    )
    return refusal, f" {said}"


def why(voice: Voice, refusal: Refusal) -> Safe:
    """The same as part of another message."""
    return voice.say(refusal.key, **_in_words(voice, refusal))


async def _voice(tx: Tx, desk: Desk, person_id: int, chat_id: int) -> Voice:
    person = await people.get(tx.conn, person_id)
    if chat_id < 0 or person is None:
        return desk.house
    return desk.voice(person.language)


def _in_words(voice: Voice, refusal: Refusal) -> dict[str, Any]:
    args: dict[str, Any] = dict(refusal.args_for_text)
    if isinstance(refusal, IllegalMove):
        args = {
            "status": voice.plain(
                f"{'own-' if refusal.key == 'refused-own-move' else ''}status-{refusal.status}"
            ),
            "action": voice.plain(f"action-{refusal.action}"),
            "first": workflow.needs_first(Status(refusal.status), Action(refusal.action)),
        }
    if isinstance(refusal, Usage) and (
        open_end := re.fullmatch(r"(/(\w+) [\d-]+(?: 5)? )…", args["example"])
    ):
        asked = open_end[2] if has(voice.language, f"placeholder-{open_end[2]}") else "reply"
        args["example"] = open_end[1] + voice.plain(f"placeholder-{asked}")
    if isinstance(refusal, Conflicted):
        args = {"office": voice.office(args["office"])}
    if isinstance(refusal, WholeCity):
        role = args["role"]
        args = {"role": voice.plain(f"role-{role}")}
    return args
