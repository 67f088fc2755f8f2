"""One message into the outbox, and the language of its chat."""

from bot.core.notices import Priority
from bot.service.desk import Desk
from bot.store import outbox, people
from bot.store.db import Tx
from bot.store.outbox import Say
from bot.views.content import Content, Voice


async def voice_for(tx: Tx, desk: Desk, chat_id: int) -> Voice:
    """The language of a chat: the city's in groups, in private what the person chose."""
    language = await people.language_of(tx.conn, chat_id) if chat_id > 0 else None
    return desk.voice(language) if language else desk.public


async def say(
    tx: Tx,
    chat_id: int,
    content: Content,
    purpose: str,
    priority: Priority = Priority.ANSWER,
    *,
    case_id: int | None = None,
    slot: str | None = None,
    brief: str | None = None,
    edit_only: bool = False,
) -> None:
    """Queue one message; `brief`, `slot`, `edit_only` as `Say` has them."""
    await outbox.add(
        tx,
        Say(
            chat_id,
            "sendMessage",
            content.params(),
            purpose,
            priority,
            case_id=case_id,
            slot=slot,
            brief=brief,
            edit_only=edit_only,
            names=content.lists.cases if content.lists else (),
            again=content.lists.again if content.lists else None,
        ),
    )
