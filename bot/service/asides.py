"""What is typed into a draft and is no part of it: a button in words, thanks, a greeting, “never mind”."""

import dataclasses

from bot.core import smalltalk, workflow
from bot.service import intake
from bot.service.desk import Desk
from bot.service.drafting import (
    cancel_draft,
    language_of,
    mine,
    replace_preview,
    show_draft,
    wind_up,
)
from bot.service.drafts import KIND, Draft, draft_of
from bot.service.saying import say
from bot.store import cases, dialogues, slots
from bot.store.db import Tx
from bot.store.dialogues import Dialogue, subject_of
from bot.views import asides as view
from bot.views import where as where_view
from bot.views.content import Content

ASIDES = ("thanks", "hello", "later", "progress")


def meant(desk: Desk, draft: Draft, text: str) -> str | None:
    """The button or the aside that a message is, None for words that belong to the draft.

    Where somebody may be in danger every word but a button's does.
    """
    where = bool(where_view.choices(desk.public, draft))
    button = smalltalk.pressed_in_words(text, in_danger=draft.asks, asked_where=where)
    return button if button or draft.emergency else smalltalk.aside(text)


async def heard(tx: Tx, desk: Desk, chat_id: int, person_id: int, verb: str, message_id: int) -> None:
    """What `meant` found is done or answered below. What has to be chosen first is shown again."""
    dialogue = await dialogues.get(tx.conn, chat_id, person_id, KIND)
    if dialogue is None:
        return
    draft = draft_of(dialogue)
    target = await cases.by_id(tx.conn, draft.target) if draft.target is not None else None
    to_choose = draft.asks or (target is not None and workflow.takes_words(target.status))
    if verb == "submit" and not to_choose:
        await intake.submit_draft(tx, desk, chat_id, person_id, dialogue.id)
        return
    if verb == "cancel":
        await cancel_draft(tx, desk, chat_id, person_id, dialogue.id, below=True)
        return
    if verb == "over" or verb in ASIDES:  # should it be edited into words that count, they are the draft's
        draft = dataclasses.replace(draft, messages=(*draft.messages, message_id))
    if verb == "over":
        await _ask(tx, desk, await dialogues.save(tx, dialogue, draft.data()))
        return
    draft = dataclasses.replace(
        draft,
        said={"danger": "yes", "safe": "no"}.get(verb, draft.said),
        confidential=draft.confidential or verb == "seal",
        where_done=draft.where_done or verb == "skip",
    )
    await _show_below(tx, desk, dialogue, draft, verb if verb in ASIDES else None)


async def keep(tx: Tx, desk: Desk, chat_id: int, person_id: int, dialogue_id: str) -> None:
    """Who was asked wants the draft kept. Raises StaleButton."""
    dialogue = await mine(tx, chat_id, person_id, dialogue_id)
    voice = desk.voice(await language_of(tx, person_id))
    over = Content(voice.say("draft-moved"))
    await say(tx, chat_id, over, "draft-over", slot=f"more:{dialogue_id}", edit_only=True)
    await _show_below(tx, desk, dialogue, draft_of(dialogue), "kept")


async def _ask(tx: Tx, desk: Desk, dialogue: Dialogue) -> None:
    """Whether to cancel the draft or to keep it; until then nothing changes, and it is filed when it would be."""
    voice = desk.voice(await language_of(tx, dialogue.person_id))
    at = await dialogues.due_at(tx.conn, subject_of(dialogue), "draft-file")
    slot = f"more:{dialogue.id}"
    await slots.forget(tx, dialogue.chat_id, slot)  # below what was typed, not where it may stand already
    await say(tx, dialogue.chat_id, view.give_up(voice, dialogue.id, at), "draft-give-up", slot=slot)


async def _show_below(tx: Tx, desk: Desk, dialogue: Dialogue, draft: Draft, what: str | None) -> None:
    """The preview anew below what was typed; `what` that was, if there is something to say to it."""
    chat_id, person_id, old = dialogue.chat_id, dialogue.person_id, draft_of(dialogue)
    await replace_preview(tx, desk, chat_id, person_id, old, "draft-moved")
    draft = dataclasses.replace(draft, shown=draft.shown + 1)
    saved = await dialogues.save(tx, dialogue, draft.data())
    if what == "later" or bool(old.emergency) != bool(draft.emergency):
        await wind_up(tx, desk, saved)
    above = None
    if what is not None:
        voice = desk.voice(await language_of(tx, person_id))
        others = len(await cases.of_citizen(tx.conn, person_id, only_open=True)) if what == "progress" else 0
        above = view.above(voice, what, others)
    await show_draft(tx, desk, person_id, saved, above=above)
