"""Takes back what chats were told of a case that they may no longer see, or not in words any more."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from bot.core import followup, paging, proposals
from bot.core.case import Case
from bot.core.notices import Priority
from bot.service import approving, deciding, pages
from bot.service.cards import card_slot, show_card
from bot.service.desk import Desk
from bot.service.saying import voice_for
from bot.service.sight import homes_of, may_read, may_see
from bot.service.watchers import deciders
from bot.store import cases, listed, outbox, people, slots, spoken
from bot.store.db import Tx
from bot.store.outbox import EDIT, PAGE, TAKEN_BACK, Say
from bot.store.spoken import Sent
from bot.views import staff as staff_view
from bot.views.content import Content, Voice

DELETABLE = timedelta(hours=47)  # Telegram lets a bot delete its own messages for two days

WORDLESS = ("digest", "summary", "audit")  # lists of numbers alone
# What staff are shown of a case beside its card.
WITH_WORDS = (
    "attachment", "full-text", "export", "split", "preview", "reply-unsent", "group-", "rung-", "watch-",
)  # fmt: skip
# What somebody is to answer or to decide, in the words of the case; and what is said of it without them.
ASKING = (pages.CALL, approving.QUESTION, deciding.REQUEST)
ASKED = (
    pages.SEALED, pages.IN_GROUP, pages.OVER, approving.SEALED, approving.OVER, deciding.SEALED, deciding.OVER,
    "part-gone", "approve-soon", "decide-due-soon", "decide-missed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Waits:
    """A call or a question that still waits: where it stands, who could be asked, and how to put it to one of them."""

    slot: str
    whom: Callable[[], Awaitable[Sequence[int]]]
    put: Callable[[int], Awaitable[None]]


async def take_back(tx: Tx, desk: Desk, case: Case) -> bool:
    """From every chat that may not see the case: what waits is dropped, what stands is deleted or made to say nothing.

    Whether there was anything to take back.
    """
    found = False
    for chat_id in await spoken.chats_about(tx.conn, case.id):
        if chat_id != case.citizen_id and not await may_see(tx.conn, desk, case, chat_id):
            found |= await clear(tx, desk, case, chat_id, keep_card=False)
    if found:  # who was called or asked is so no more: others are
        await pages.ring_for_others(tx, desk, case)
        for each in await _waiting(tx, desk, case):
            have = await slots.chats_with(tx.conn, each.slot)
            for chat_id in await each.whom():
                if chat_id not in have:
                    await each.put(chat_id)
    return found


async def take_back_words(tx: Tx, desk: Desk, case: Case) -> None:
    """The case became confidential: what staff were shown of it goes, but for the cards, which no longer show it.

    Calls and questions that wait go on without the words; they stay as they stand with those who may read them.
    """
    waiting = [(each, await slots.chats_with(tx.conn, each.slot)) for each in await _waiting(tx, desk, case)]
    for chat_id in await spoken.chats_about(tx.conn, case.id):
        if chat_id != case.citizen_id:
            await clear(tx, desk, case, chat_id, keep_card=True)
    await show_card(tx, desk, case)
    for each, chats in waiting:
        for chat_id in chats:
            if not await _stays(tx, desk, case, chat_id, each.slot):
                await each.put(chat_id)


async def _waiting(tx: Tx, desk: Desk, case: Case) -> list[Waits]:
    """The calls and questions about a case that have no answer yet."""
    history = await cases.history(tx.conn, case.id)
    found = []
    if calls := paging.calls(history):
        found.append(
            Waits(
                pages.slot_of(calls[-1]), _nobody, partial(pages.call_one, tx, desk, case, history, calls[-1])
            )
        )
    if (proposal := proposals.waiting(case)) is not None:
        found.append(
            Waits(
                approving.slot_of(case, proposal),
                partial(approving.asked_in, tx, desk, case, proposal),
                partial(approving.ask_one, tx, desk, case, proposal),
            )
        )
    found += [
        Waits(
            deciding.slot_of(wish),
            partial(deciders, tx, desk, case),
            partial(deciding.show_one, tx, desk, case, wish),
        )
        for wish in followup.requests(history)
    ]
    return found


async def _nobody() -> Sequence[int]:
    """Whom a call reaches is for its next round to say."""
    return ()


async def _stays(tx: Tx, desk: Desk, case: Case, chat_id: int, slot: str) -> bool:
    """Whether a call or question may stand in a chat as it does."""
    purpose = await spoken.purpose_in(tx.conn, chat_id, slot)
    return purpose in ASKED or (purpose is not None and await _reads(tx, desk, case, chat_id))


async def _reads(tx: Tx, desk: Desk, case: Case, chat_id: int) -> bool:
    person = await people.get(tx.conn, chat_id) if chat_id > 0 else None
    return person is not None and may_read(desk, person, case)


async def take_back_all(tx: Tx, desk: Desk) -> None:
    """Somebody joined an office, or a group serves another one: who may see what has changed."""
    for case in await cases.accusing(tx.conn, [d.id for d in desk.offices.all]):
        lost = await take_back(tx, desk, case)
        have = await slots.chats_with(tx.conn, card_slot(case.id))
        if lost or any(chat_id not in have for chat_id, _ in await homes_of(tx, desk, case)):
            await show_card(tx, desk, case)


async def take_back_late(tx: Tx, desk: Desk, case_id: int | None, chat_id: int, message_id: int) -> None:
    """A message arrived that was on its way when it was taken back."""
    case = await cases.by_id(tx.conn, case_id) if case_id is not None else None
    if case is None:
        return
    keep_card = await may_see(tx.conn, desk, case, chat_id)
    sent = await spoken.sent_about(tx.conn, chat_id, case.id)
    late = [each for each in sent if each.message_id == message_id]
    await _unsay_all(tx, desk, case, chat_id, late, keep_card=keep_card)


async def clear(tx: Tx, desk: Desk, case: Case, chat_id: int, *, keep_card: bool) -> bool:
    """From one chat; with `keep_card` all but the card. Whether there was anything."""
    dropped = await outbox.drop_about(tx, chat_id, case.id, ASKED if keep_card else ())
    if await people.is_gone(tx.conn, chat_id):
        return dropped > 0
    known = await spoken.sent_about(tx.conn, chat_id, case.id)
    await _unsay_all(tx, desk, case, chat_id, known, keep_card=keep_card)
    lists = await listed.standing(tx.conn, chat_id, case.id)
    voice = await voice_for(tx, desk, chat_id)
    for each in lists:
        if not keep_card or each.purpose not in WORDLESS:
            await _close_list(tx, chat_id, each, voice)
    return bool(dropped or known or lists)


async def _unsay_all(
    tx: Tx, desk: Desk, case: Case, chat_id: int, known: Sequence[Sent], *, keep_card: bool
) -> None:
    slot = card_slot(case.id)
    voice = await voice_for(tx, desk, chat_id)
    over = Content(voice.say("accused-over" if not keep_card else "seal-over")).params()
    card = await slots.standing(tx.conn, chat_id, slot)
    waiting = {each.slot for each in await _waiting(tx, desk, case)} if keep_card else set()
    for sent in known:
        if sent.bundled:
            await _unbundle(tx, desk, case, chat_id, sent.message_id)
        elif sent.message_id == card:
            continue
        elif sent.purpose.startswith(PAGE):
            await _close_page(tx, case, chat_id, sent, voice)
        elif keep_card and sent.now in ASKED:
            continue
        elif keep_card and sent.now in ASKING:
            if sent.slot not in waiting and not await _reads(tx, desk, case, chat_id):
                await _unsay(tx, case, chat_id, sent, over)
        elif not keep_card or sent.purpose.startswith(WITH_WORDS):
            await _unsay(tx, case, chat_id, sent, over)
    if not keep_card and card in {sent.message_id for sent in known}:
        gone = Say(
            chat_id,
            "sendMessage",
            over,
            TAKEN_BACK,
            Priority.ANSWER,
            case_id=case.id,
            slot=slot,
            edit_only=True,
            parting=True,
        )
        await outbox.add(tx, gone)


async def _close_list(tx: Tx, chat_id: int, each: listed.List, voice: Voice) -> None:
    """A list that names the case says instead how to look anew; then it is made as it may be seen now."""
    params = staff_view.list_over(voice, each.again).params()
    if each.status == "pending":
        await listed.replace(tx, each.seq, params)
        return
    which = each.message_id if each.message_id is not None else {"$of": each.seq}
    params["message_id"] = which
    await outbox.add(
        tx, Say(chat_id, EDIT, params, TAKEN_BACK, Priority.ANSWER, case_id=each.about, parting=True)
    )


async def _close_page(tx: Tx, case: Case, chat_id: int, sent: Sent, voice: Voice) -> None:
    """The case as it was opened in a list, unless the list has been turned on since."""
    if await listed.newest(tx.conn, chat_id, sent.message_id) != sent.seq:
        return
    back = sent.purpose.removeprefix(PAGE)
    params = {**staff_view.list_over(voice, back).params(), "message_id": sent.message_id}
    await outbox.add(
        tx, Say(chat_id, EDIT, params, TAKEN_BACK, Priority.ANSWER, case_id=case.id, parting=True)
    )


async def _unsay(tx: Tx, case: Case, chat_id: int, sent: Sent, over: dict[str, Any]) -> None:
    if tx.now - sent.at < DELETABLE:
        method, params = "deleteMessage", {"message_id": sent.message_id}
        if sent.slot is not None:
            await slots.forget(tx, chat_id, sent.slot)
    elif sent.method in ("sendMessage", EDIT):
        method, params = EDIT, {**over, "message_id": sent.message_id}
    else:
        return  # an old file can neither be deleted nor be changed into words
    await outbox.add(
        tx, Say(chat_id, method, params, TAKEN_BACK, Priority.ANSWER, case_id=case.id, parting=True)
    )


async def _unbundle(tx: Tx, desk: Desk, case: Case, chat_id: int, message_id: int) -> None:
    """The line goes, the others stay."""
    standing = await spoken.bundled_with(tx.conn, chat_id, message_id)
    others = [(i, line) for i, line in standing if i != case.id]
    known = await cases.by_ids(tx.conn, [i for i, _ in others])
    kept = []
    for i, line in others:
        other = known[i]
        if not other.confidential and await may_see(tx.conn, desk, other, chat_id):
            kept.append((i, other.number, line))
    content = staff_view.bundle(desk.public, kept) if kept else Content(desk.public.say("accused-over"))
    params = {**content.params(), "message_id": message_id}
    await outbox.add(
        tx, Say(chat_id, EDIT, params, TAKEN_BACK, Priority.ANSWER, case_id=case.id, parting=True)
    )
