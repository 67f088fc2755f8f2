"""Lists that are turned over in place: the message that was pressed shows the next page."""

from bot.core.errors import StaleButton
from bot.service.saying import say
from bot.store import outbox, slots, spoken
from bot.store.db import Tx
from bot.views.content import Content


async def turned(
    tx: Tx,
    chat_id: int,
    content: Content,
    purpose: str,
    message_id: int | None,
    *,
    case_id: int | None = None,
) -> None:
    """In the message that was pressed, or as a new one. Raises StaleButton for a message of another purpose."""
    if message_id is None:
        await say(tx, chat_id, content, purpose, case_id=case_id)
        return
    if await spoken.purpose_of(tx.conn, chat_id, message_id) != purpose:
        raise StaleButton
    # However many of its kind stand in the chat, this one is edited.
    await slots.place(tx, chat_id, slot_of(message_id), message_id, None)
    await say(tx, chat_id, content, purpose, case_id=case_id, slot=slot_of(message_id), edit_only=True)


def slot_of(message_id: int) -> str:
    return f"{outbox.LIST}{message_id}"
