"""Files that go to a citizen with an answer, and answers longer than a message: what becomes several messages."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.notices import Priority
from bot.core.parts import albums, length, split
from bot.store import outbox, slots
from bot.store.cases import Attachment
from bot.store.db import Tx
from bot.store.outbox import Say
from bot.views.content import TEXT_LIMIT, Content, Voice, lines

LIMIT = 10  # files with one answer
ROOM = 60  # for the number on each part
METHODS = {
    "photo": "sendPhoto",
    "video": "sendVideo",
    "animation": "sendAnimation",
    "video_note": "sendVideoNote",
    "voice": "sendVoice",
    "audio": "sendAudio",
    "document": "sendDocument",
}


def recorded(file: Attachment, message_id: int, album: str | None) -> dict[str, Any]:
    """A clerk's file as a preview and then the event keep it."""
    return {
        "kind": file.kind,
        "file_id": file.file_id,
        "file_unique_id": file.file_unique_id,
        "name": file.name,
        "message": message_id,
        "album": album,
    }


def files_of(data: Mapping[str, Any]) -> list[Attachment]:
    """The files that go with words, in the order they were sent; a late part of an album beside the others."""
    kept = data.get("files", ())
    first: dict[str | None, int] = {}
    for f in sorted(kept, key=lambda f: f["message"]):
        first.setdefault(f["album"], f["message"])
    found = sorted(kept, key=lambda f: (first[f["album"]] if f["album"] else f["message"], f["message"]))
    return [Attachment(f["kind"], f["file_id"], f["file_unique_id"], f["name"]) for f in found]


async def say_files(
    tx: Tx,
    chat_id: int,
    files: Sequence[Attachment],
    caption: str,
    purpose: str,
    priority: Priority = Priority.ANSWER,
    *,
    case_id: int | None = None,
) -> None:
    """Files in order, those of a kind as an album; each message says which case it belongs to.

    In a group each comes by itself: of an album only the first part could be taken back.
    """
    together = albums([file.kind for file in files]) if chat_id > 0 else [[at] for at in range(len(files))]
    for places in together:
        first = files[places[0]]
        if len(places) == 1:
            params: dict[str, Any] = {first.kind: first.file_id, "caption": caption}
            if first.kind == "video_note":  # the round ones carry no words
                del params["caption"]
            method = METHODS[first.kind]
        else:
            media: list[dict[str, Any]] = [
                {"type": files[at].kind, "media": files[at].file_id} for at in places
            ]
            media[0]["caption"] = caption
            method, params = "sendMediaGroup", {"media": media}
        await outbox.add(tx, Say(chat_id, method, params, purpose, priority, case_id=case_id))


async def say_whole(
    tx: Tx,
    voice: Voice,
    chat_id: int,
    number: str,
    content: Content,
    purpose: str,
    priority: Priority = Priority.ANSWER,
    *,
    case_id: int | None = None,
    slot: str | None = None,
) -> list[int]:
    """A message, in parts when it is longer than one holds: the number on each, the buttons below the last.

    Its rows in the outbox. In a `slot` the parts before the last stand in slots of their own, and are emptied when it gets shorter.
    """
    room = TEXT_LIMIT if length(content.text) <= TEXT_LIMIT else TEXT_LIMIT - ROOM
    parts = split(content.text, room)
    of = len(parts)
    rows = []
    for n, part in enumerate(parts, 1):
        last = n == of
        text = part if of == 1 else lines(voice.say("part-head", number=number, n=n, of=of), part)
        params = Content(
            text,
            content.buttons if last else (),
            content.force_reply if last else None,
            content.reply_to if n == 1 else None,
        ).params()
        where = slot if last or slot is None else f"{slot}:{n}"
        row = Say(chat_id, "sendMessage", params, purpose, priority, case_id=case_id, slot=where)
        rows.append(await outbox.add(tx, row))
    if slot is not None:
        await empty_parts(tx, voice, chat_id, number, slot, of, case_id=case_id)
    return rows


async def empty_parts(
    tx: Tx, voice: Voice, chat_id: int, number: str, slot: str, since: int, *, case_id: int | None = None
) -> None:
    """The parts of a longer version that still stand from `since` on say that they count no more."""
    gone = Content(voice.say("part-gone", number=number)).params()
    for n in range(since, 5):
        there = f"{slot}:{n}"
        row = Say(
            chat_id,
            "sendMessage",
            gone,
            "part-gone",
            Priority.NOTICE,
            case_id=case_id,
            slot=there,
            edit_only=True,
        )
        if await slots.standing(tx.conn, chat_id, there) is not None:
            await outbox.add(tx, row)
