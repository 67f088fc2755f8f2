"""Words that reach a citizen by a decision: shown first exactly as they will be read, then sent or dropped.

Answers have a preview of their own (bot/service/previews.py). Here a decision is tried out in the transaction, what it
would say is kept to be looked at, and everything is undone; it is made when the button is pressed.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.core.errors import StaleButton
from bot.service.desk import Desk
from bot.service.handling import on_case
from bot.service.saying import say
from bot.store import dialogues, outbox
from bot.store.db import Tx
from bot.store.dialogues import Dialogue
from bot.views import confirming as view
from bot.views.content import Content

KIND = "say:"  # and the case
# What a decision is made of: (transaction, desk, person, chat, case, what stood behind the colon, text, message).
Decision = Callable[[Tx, Desk, int, int, int, str, str, int], Awaitable[Any]]


async def ask(
    tx: Tx,
    desk: Desk,
    person_id: int,
    chat_id: int,
    case_id: int,
    verb: str,
    decide: Decision,
    what: str,
    text: str,
    message: int,
) -> None:
    """Show what a citizen will read of a decision; one that no citizen reads of is made at once.

    Raises what the decision raises.
    """
    _, case = await on_case(tx, desk, person_id, case_id, chat_id)
    said = await outbox.would_say(
        tx, lambda: decide(tx, desk, person_id, chat_id, case_id, what, text, message)
    )
    shown = [params["text"] for chat, purpose, params in said if purpose.startswith("citizen-") and chat > 0]
    if not shown:
        await decide(tx, desk, person_id, chat_id, case_id, what, text, message)
        return
    data = {"case": case_id, "verb": verb, "what": what, "text": text, "message": message}
    dialogue = await dialogues.begin(tx, chat_id, person_id, f"{KIND}{case_id}", data)
    content = view.preview(desk.house, case, dialogue.id, shown[0], len(shown) - 1)
    await say(tx, chat_id, content, "preview-decision", case_id=case_id, slot=slot_of(dialogue))


def slot_of(dialogue: Dialogue) -> str:
    return f"reply:{dialogue.id}"


async def answer(
    tx: Tx,
    desk: Desk,
    person_id: int,
    chat_id: int,
    dialogue_id: str,
    verb: str,
    decisions: dict[str, Decision],
) -> str:
    """Send it or drop it. The toast's text key. Raises StaleButton and what the decision raises."""
    dialogue = await dialogues.own(tx.conn, chat_id, person_id, dialogue_id)
    if dialogue is None or not dialogue.kind.startswith(KIND) or verb not in ("send", "drop"):
        raise StaleButton
    d = dialogue.data
    _, case = await on_case(tx, desk, person_id, d["case"], chat_id)
    await dialogues.end(tx, chat_id, person_id, dialogue.kind)
    if verb == "send":
        decide = decisions[d["verb"]]
        await decide(tx, desk, person_id, chat_id, d["case"], d["what"], d["text"], d["message"])
    key = "preview-sent" if verb == "send" else "preview-discarded"
    over = Content(desk.house.say(key, number=case.number))
    await say(tx, chat_id, over, key, case_id=case.id, slot=slot_of(dialogue), edit_only=True)
    return "toast-sent" if verb == "send" else "toast-cancelled"
