"""What becomes of an update that can't be handled, and of a message that can't be sent."""

from telegram import Update

from bot.core.errors import Refusal
from bot.service import groups, oversight, refusals, retract
from bot.service.desk import Desk
from bot.store.db import Tx
from bot.store.inbox import Claimed
from bot.store.sending import Waiting


class Fates:
    """What the gateway asks of the desk when something fails."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def refuse(self, tx: Tx, update: Update, refusal: Refusal) -> str | None:
        message, query = update.effective_message, update.callback_query
        return await refusals.explain(
            tx,
            self._desk,
            refusal,
            person_id=update.effective_user.id if update.effective_user else 0,
            chat_id=update.effective_chat.id if update.effective_chat else 0,
            message_id=message.message_id if message is not None and query is None else None,
            pressed=query is not None,
            data=(query.data or "") if query is not None else "",
        )

    async def apologise(self, tx: Tx, lane: int, update_id: int, reference: str, *, again: bool) -> None:
        await oversight.apologise(tx, self._desk, lane, reference, again=again)

    async def take_up(self, tx: Tx, update: Update, letter: Claimed) -> None:
        by_hand = update.message or update.edited_message or update.callback_query
        if by_hand is not None and letter.lane > 0 and letter.reference is not None:
            pressed = update.callback_query is not None
            when, reference = letter.received_at, letter.reference
            await oversight.taken_up(tx, self._desk, letter.lane, reference, when, pressed=pressed)

    async def chat_gone(self, tx: Tx, chat_id: int, why: str) -> None:
        await groups.chat_gone(tx, self._desk, chat_id, why)

    async def chat_alive(self, tx: Tx, chat_id: int) -> None:
        await groups.group_alive(tx, self._desk, chat_id)

    async def not_sent(self, tx: Tx, row: Waiting, why: str) -> None:
        await oversight.not_sent(tx, self._desk, row, why)

    async def sent_too_late(self, tx: Tx, row: Waiting, message_id: int) -> None:
        await retract.take_back_late(tx, self._desk, row.case_id, row.chat_id, message_id)

    async def chat_moved(self, tx: Tx, old: int, new: int) -> None:
        await groups.chat_moved(tx, self._desk, old, new)
