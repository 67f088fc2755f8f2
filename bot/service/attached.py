"""The citizen's photos and files, below a card or another message."""

from collections.abc import Sequence
from typing import Any

from bot.core.case import Case
from bot.core.masking import mask
from bot.service import audience
from bot.service.cards import card_slot
from bot.service.desk import Desk
from bot.service.enclosing import METHODS
from bot.service.sight import homes_of
from bot.store import outbox
from bot.store.cases import Attachment
from bot.store.db import Tx
from bot.store.outbox import Say

FILES_AT_ONCE = 3  # sent below a card by themselves; more come at the press of a button


async def send_files(
    tx: Tx, chat_id: int, case: Case, files: Sequence[Attachment], *, below: str | None = None
) -> None:
    """The citizen's photos and files, below the card (a merged case's below its lead's) or another message."""
    below = below or card_slot((await audience.shown(tx.conn, case)).id)
    for file in files:
        if chat_id < 0 and tells(file):
            continue
        params: dict[str, Any] = {
            file.kind: file.file_id,
            "caption": case.number,
            "reply_parameters": {"$slot": below},
        }
        if file.kind == "video_note":  # the round ones carry no words
            del params["caption"]
        await outbox.add(tx, Say(chat_id, METHODS[file.kind], params, "attachment", case_id=case.id))


def tells(file: Attachment) -> bool:
    """Whether a file's name says a number that is masked everywhere; Telegram shows the name, and it can't be changed."""
    return file.name is not None and mask(file.name) != file.name


async def send_first_files(tx: Tx, desk: Desk, case: Case, files: Sequence[Attachment]) -> None:
    """The first files of a case or an addition follow the card by themselves."""
    if case.confidential:
        return
    for chat_id, _ in await homes_of(tx, desk, await audience.shown(tx.conn, case)):
        await send_files(tx, chat_id, case, files[:FILES_AT_ONCE])
