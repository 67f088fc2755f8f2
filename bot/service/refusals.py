"""How a refusal is put to the person: a toast on a button, a message otherwise."""

from typing import Any

from bot.core.errors import Conflicted, IllegalMove, Refusal
from bot.core.plain import clip
from bot.service.desk import Desk
from bot.service.tell import say
from bot.store import people
from bot.store.db import Tx
from bot.texts import Safe
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
) -> str | None:
    """Say why not; the text of the toast when a button was pressed."""
    voice = await _voice(tx, desk, person_id, chat_id)
    args = _in_words(voice, refusal)
    if pressed:
        return clip(voice.plain(refusal.key, **args), TOAST_LIMIT)
    await say(tx, chat_id, Content(voice.say(refusal.key, **args), reply_to=message_id), refusal.key)
    return None


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
            "status": voice.plain(f"status-{refusal.status}"),
            "action": voice.plain(f"action-{refusal.action}"),
        }
    if isinstance(refusal, Conflicted):
        args = {"office": voice.office(args["office"])}
    return args
