"""Dead letters: what was given up, told without anybody's words, and handed in again after a mend."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.db import Tx
from bot.store.inbox import NOT_UNDERSTOOD
from bot.store.tables import dead_letters, inbox

_CONTENTS = (
    "text", "photo", "voice", "video", "video_note", "animation", "audio", "document", "sticker", "location",
    "venue", "contact", "poll",
)  # fmt: skip
_ERROR = re.compile(r"[A-Za-z_]\w*(?=\()")


class NoSuchLetter(Exception):
    """No dead letter has this reference."""


class HandedInAlready(Exception):
    """It was handed in again and did not fail since."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A dead letter without its words. `what`: such as message text; `error`: the kind of error alone.

    `fate`: dead, waiting (handed in, not handled yet) or handled. `since`: what else came from the chat after it,
    as far as the inbox remembers.
    """

    reference: str
    at: datetime
    private: bool
    what: str
    error: str
    fate: str
    since: int


async def listed(conn: AsyncConnection) -> list[Letter]:
    """All of them, the oldest first."""
    rows = list(await conn.execute(select(dead_letters).order_by(dead_letters.c.id)))
    again = await conn.execute(select(inbox.c.reference).where(inbox.c.reference.is_not(None), _WAITS))
    waiting = {row.reference for row in again}
    itself = inbox.alias()
    same = (itself.c.lane == dead_letters.c.lane) & (itself.c.update_id == dead_letters.c.update_id)
    after = (inbox.c.seq > itself.c.seq) | (inbox.c.received_at > dead_letters.c.at)
    later = await conn.execute(
        select(dead_letters.c.id, func.count(inbox.c.seq).label("n"))
        .outerjoin(itself, same)
        .join(inbox, (inbox.c.lane == dead_letters.c.lane) & after)
        .group_by(dead_letters.c.id)
    )
    since = {row.id: row.n for row in later}
    return [
        Letter(
            row.reference,
            row.at,
            row.lane > 0,
            _what(row.raw),
            _kind(row.error),
            "dead" if row.again_at is None else "waiting" if row.reference in waiting else "handled",
            since.get(row.id, 0),
        )
        for row in rows
    ]


_BEFORE = 2**40  # more letters than there will be
_WAITS = inbox.c.status == "pending"


def _what(raw: str) -> str:
    """What kind of update it is, by the names of its parts alone."""
    try:
        update_ = json.loads(raw)
    except ValueError:
        return "?"
    if not isinstance(update_, dict):
        return "?"
    kind = next((key for key in update_ if key != "update_id"), "?")
    inside = update_.get(kind)
    holds = [part for part in _CONTENTS if part in inside] if isinstance(inside, dict) else []
    known = re.fullmatch(r"[a-z_]{1,40}", kind)
    return " ".join([kind, *holds]) if known else "?"


def _kind(error: str) -> str:
    """The name of an error: what stands behind it may be somebody's words."""
    rest = error.removeprefix(NOT_UNDERSTOOD)
    found = _ERROR.match(rest)
    name = found[0] if found else "the process ended" if rest == error else "?"
    return f"not understood: {name}" if rest != error else name


async def hand_in(tx: Tx, references: Sequence[str] | None) -> list[str]:
    """Put these, or all that are dead, back into the inbox, each at its old place in its chat; their references.

    Nothing is done when one of them can't be. Raises NoSuchLetter, HandedInAlready.
    """
    rows = list(await tx.conn.execute(select(dead_letters).order_by(dead_letters.c.id)))
    by_reference = {row.reference: row for row in rows}
    if references is None:
        chosen = [row for row in rows if row.again_at is None]
    else:
        for reference in references:
            if reference not in by_reference:
                raise NoSuchLetter(reference)
            if by_reference[reference].again_at is not None:
                raise HandedInAlready(reference)
        chosen = [row for row in rows if row.reference in references]
    for row in chosen:
        await _put_back(tx, row)
        await tx.conn.execute(update(dead_letters).where(dead_letters.c.id == row.id).values(again_at=tx.now))
    return [row.reference for row in chosen]


async def _put_back(tx: Tx, row: Row[Any]) -> None:
    anew = {
        "status": "pending",
        "attempts": 0,
        "failures": 0,
        "error": None,
        "handled_at": None,
        "reference": row.reference,
    }
    known = await tx.conn.execute(
        update(inbox)
        .where(
            inbox.c.update_id == row.update_id,
            inbox.c.lane == row.lane,
            inbox.c.status == "dead",
            inbox.c.raw == row.raw,
        )
        .values(anew)
    )
    if known.rowcount:
        return
    # Older than all that the inbox still knows. No bot has such an id: Telegram may have used the update's anew.
    place = {"seq": row.id - _BEFORE, "bot_id": -row.id, "update_id": row.update_id or 0}
    came = {"lane": row.lane, "raw": row.raw, "received_at": row.at}
    await tx.conn.execute(insert(inbox).values({**place, **came, **anew}))
