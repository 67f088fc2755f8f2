"""What the desk shows of a citizen, said to themselves: what staff see, who looked; the phone they share or take back."""

from bot.core import workflow
from bot.core.workflow import Action
from bot.service.cards import show_card
from bot.service.desk import Desk
from bot.service.drafting import language_of, replace_preview, show_draft
from bot.service.drafts import draft_of
from bot.service.saying import say
from bot.store import cases, dialogues, people
from bot.store.db import Tx
from bot.store.dialogues import Dialogue
from bot.views import privacy as view
from bot.views.content import Content

LOOKS_SHOWN = 10
CASES_SHOWN = 4
OPEN_LIMIT = 100


async def show(tx: Tx, desk: Desk, person_id: int, chat_id: int, language: str) -> None:
    """/privacy"""
    await people.meet(tx, person_id, language)
    person = await people.get(tx.conn, person_id)
    assert person is not None
    mine = await cases.of_citizen(tx.conn, person_id, limit=OPEN_LIMIT)
    sealable = [c for c in mine if workflow.allowed(c.status, Action.SEAL)][:CASES_SHOWN]
    looks = await cases.looks_at_citizen(tx.conn, person_id, LOOKS_SHOWN)
    staff = await people.staff_numbers(tx.conn, {who for *_, who in looks if who is not None})
    content = view.page(desk.voice(person.language), person.phone, sealable, looks, staff)
    await say(tx, chat_id, content, "privacy")


async def share_phone(
    tx: Tx, desk: Desk, chat_id: int, person_id: int, language: str, phone: str, draft: Dialogue | None
) -> None:
    """The citizen's own number: masked on every card, in full for the handler alone, on record."""
    await people.meet(tx, person_id, language)
    await people.keep_phone(tx, person_id, phone)
    await _renew_cards(tx, desk, person_id)
    voice = desk.voice(await language_of(tx, person_id))
    await say(tx, chat_id, view.shared(voice, phone, drafting=draft is not None), "phone-shared")
    if draft is not None:  # the preview stays the last thing they see
        old = draft_of(draft)
        await replace_preview(tx, desk, chat_id, person_id, old, "draft-moved")
        moved = {**draft.data, "shown": old.shown + 1}
        await show_draft(tx, desk, person_id, await dialogues.save(tx, draft, moved))


async def take_back_phone(tx: Tx, desk: Desk, person_id: int, chat_id: int) -> None:
    person = await people.get(tx.conn, person_id)
    voice = desk.voice(await language_of(tx, person_id))
    had = person is not None and person.phone is not None
    if had:
        await people.keep_phone(tx, person_id, None)
        await _renew_cards(tx, desk, person_id)
    key = "privacy-phone-gone" if had else "privacy-phone-none"
    await say(tx, chat_id, Content(voice.say(key)), key)


async def _renew_cards(tx: Tx, desk: Desk, person_id: int) -> None:
    for case in await cases.of_citizen(tx.conn, person_id, only_open=True, limit=OPEN_LIMIT):
        if not case.confidential:  # whose card never shows it
            await show_card(tx, desk, case, moved=False)
