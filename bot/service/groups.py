"""Groups and private chats: which office a group belongs to, and what happens when one is lost, found or moved."""

import dataclasses
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from bot.core.case import SYSTEM, Status
from bot.core.errors import Refusal, StaleButton
from bot.core.groups import ALL, Rights, muted
from bot.core.workflow import Action
from bot.service import follow_up, menus, pages, previews, queues
from bot.service.acting import act
from bot.service.cards import show_card
from bot.service.desk import Desk
from bot.service.drafting import show_draft
from bot.service.drafts import KIND, draft_of
from bot.service.oversight import admin
from bot.service.retract import take_back_all
from bot.service.saying import say, voice_for
from bot.service.sight import hidden_from, homes
from bot.store import cases, dialogues, followups, outbox, people, sending, slots
from bot.store.db import Tx
from bot.store.outbox import Say
from bot.views import staff as view
from bot.views.content import Content, lines

WHOLE = 100  # open cases of an office whose cards are all posted at once; of more the first ones only
FIRST = 20
BIND_SLOT = "bind"  # what a choice by buttons turns into stands where the buttons were


@dataclass(frozen=True, slots=True)
class Place:
    """A chat as Telegram names it."""

    id: int
    kind: str
    title: str


async def bind(tx: Tx, desk: Desk, person_id: int, place: Place, department: str, may: Rights = ALL) -> None:
    """Tie a group to a department and post the cards that wait there.

    A group where the bot may not write, or that anybody can read, is not bound: it is said what to do about it.
    """
    await admin(tx, person_id)
    chat_id = place.id
    if not may.write:
        voice = await voice_for(tx, desk, person_id)  # in the group it could not be said
        await say(tx, person_id, Content(voice.say("bind-muted", title=place.title)), "bind")
        return
    if may.public:
        await say(tx, chat_id, Content(desk.public.say("bind-public")), "bind", slot=BIND_SLOT)
        return
    before = await people.group_of(tx.conn, department)
    await people.bind(tx, department, chat_id, place.kind, by=person_id)
    await menus.follow_group(tx, desk, [department])
    await take_back_all(tx, desk)
    office = desk.house.office(department)
    if before is not None and before != chat_id:
        await say(tx, before, Content(desk.house.say("bind-elsewhere", office=office)), "bind")
    waiting = await cases.count_open(tx.conn, department, await hidden_from(tx.conn, desk, chat_id))
    much = "yes" if waiting > WHOLE else "no"
    text = desk.house.say("bind-done", office=office, count=waiting, much=much)
    if not may.files:
        text = lines(text, "", desk.public.say("bind-no-files"))
    others = [d for d in await people.departments_of_chat(tx.conn, chat_id) if d != department]
    also, buttons = view.also_bound(desk.house, others)
    await say(tx, chat_id, Content(lines(text, also), buttons), "bind", slot=BIND_SLOT)
    await post_cards(tx, desk, department)
    if department == desk.offices.triage.id:
        bound = await people.bindings(tx.conn)
        for other in desk.offices.all:
            if other.id not in bound:
                await post_cards(tx, desk, other.id)


async def ask_which(tx: Tx, desk: Desk, person_id: int, chat_id: int, page: int = 0) -> None:
    """/bind without a name: the offices as buttons, and a way out of what is bound already."""
    await admin(tx, person_id)
    content = view.pick_department(desk.house, "bind-which", "b", desk.offices.all, page)
    also, buttons = view.also_bound(desk.house, await people.departments_of_chat(tx.conn, chat_id))
    content = dataclasses.replace(
        content, text=lines(content.text, also), buttons=(*content.buttons, *buttons)
    )
    await say(tx, chat_id, content, "bind", slot=BIND_SLOT)


async def unbind(tx: Tx, desk: Desk, person_id: int, chat_id: int, department: str) -> None:
    """The group gets no more of this office's cases; they go to the stand-in. Raises StaleButton."""
    await admin(tx, person_id)
    if not await people.unbind(tx, department, chat_id, by=person_id):
        raise StaleButton
    await menus.follow_group(tx, desk, [department])
    await take_back_all(tx, desk)
    text = desk.house.say("bind-undone", office=desk.house.office(department))
    also, buttons = view.also_bound(desk.house, await people.departments_of_chat(tx.conn, chat_id))
    await say(tx, chat_id, Content(lines(text, also), buttons), "bind", slot=BIND_SLOT)
    await post_cards(tx, desk, department)


async def post_cards(tx: Tx, desk: Desk, department: str, anew: int | None = None) -> None:
    """Show the open cases of a department where its cards now belong; in the chat `anew` at its end.

    Of very many only the most urgent, and where to find the others, whose cards come when something happens to them or
    somebody asks. Those that stand elsewhere, since this was no place for them, say where they are now.
    """
    homes_now = [chat_id for chat_id, _ in await homes(tx, desk, department)]
    much = await cases.count_open(tx.conn, department) > WHOLE
    if not much:
        ids = await cases.open_of_department(tx.conn, department, WHOLE)
    else:
        first = await queues.most_urgent(tx, desk, department, FIRST)
        ids = [*first, *await slots.cards_elsewhere(tx.conn, department, homes_now, WHOLE)]
    if anew is not None:
        await slots.forget_cards(tx, anew, department)
    known = await cases.by_ids(tx.conn, ids)
    for case_id in dict.fromkeys(ids):
        await show_card(tx, desk, known[case_id])
    if much:
        for chat_id in homes_now:
            await queues.show_rest(tx, desk, chat_id, department, FIRST)


async def cards_for_admins(tx: Tx, desk: Desk) -> None:
    """Cases that had nowhere to go are shown as soon as somebody is there to see them."""
    for department in desk.offices.all:
        if not any(chat < 0 for chat, _ in await homes(tx, desk, department.id)):
            await post_cards(tx, desk, department.id)


async def joined_group(tx: Tx, desk: Desk, chat_id: int, kind: str, by: int) -> None:
    """The bot was added to a group: by one of ours it says what to do next, by a stranger it leaves."""
    person = await people.get(tx.conn, by)
    await people.know_chat(tx, chat_id, kind)
    city = desk.settings.city.name.get(desk.public.language)
    departments = await people.departments_of_chat(tx.conn, chat_id)
    for department in departments:
        await post_cards(tx, desk, department, anew=chat_id)
    if departments:
        return
    if person is not None and person.staff:
        await say(tx, chat_id, Content(desk.public.say("group-hello", city=city)), "group-hello")
        return
    await say(tx, chat_id, Content(desk.public.say("group-stranger", city=city)), "group-stranger")
    await outbox.add(tx, Say(chat_id, "leaveChat", {}, "leave"))


# --- lost, found, moved


async def chat_gone(tx: Tx, desk: Desk, chat_id: int, why: str) -> None:
    """A chat can't be reached. A citizen's cases say so; a group's cards go to the stand-in."""
    known = await people.is_gone(tx.conn, chat_id)
    await people.lose_chat(tx, chat_id, why)
    if chat_id > 0:
        await previews.unreached(tx, desk, chat_id)
    untold = await sending.give_up_chat(tx, chat_id, why)
    if chat_id > 0:
        for case in await cases.of_citizen(tx.conn, chat_id, limit=100):
            waits = case.open or case.status is Status.MERGED or case.id in untold
            if case.citizen_reachable and waits:
                await act(tx, desk, case, SYSTEM, (Action.LOSE_TOUCH, {}))
        await pages.not_reached(tx, desk, chat_id, untold)
        return
    lost = await people.departments_of_chat(tx.conn, chat_id)
    if known or not lost:
        return
    await _tell_responsible(tx, desk, lost, "group-muted" if muted(why) else "group-lost")
    for department in lost:
        await post_cards(tx, desk, department)


async def _tell_responsible(tx: Tx, desk: Desk, offices: Sequence[str], key: str, **words: str) -> None:
    """The admins, and whoever leads these offices, once each."""
    leads = [p for office in offices for p in await people.with_role(tx.conn, "lead", office)]
    for person_id in dict.fromkeys((*await people.admins(tx.conn), *leads)):
        if await people.is_gone(tx.conn, person_id):
            continue
        voice = await voice_for(tx, desk, person_id)
        text = voice.say(key, offices=voice.listed([voice.office(d) for d in offices]), **words)
        await say(tx, person_id, Content(text), key)


async def renamed(tx: Tx, desk: Desk, chat_id: int, title: str) -> None:
    """A group has another name: nothing changes, and who is responsible knows where it is now."""
    offices = await people.departments_of_chat(tx.conn, chat_id)
    if offices:
        await _tell_responsible(tx, desk, offices, "group-renamed", title=title)


async def chat_back(tx: Tx, desk: Desk, chat_id: int) -> None:
    """A citizen who could not be reached writes again: they get the latest state of what they missed."""
    if not await people.is_gone(tx.conn, chat_id):
        return
    await people.know_chat(tx, chat_id, "private")
    person = await people.get(tx.conn, chat_id)
    if person is not None and person.staff:
        await menus.set_menu(tx, desk, chat_id)
    if person is not None and person.admin:
        await cards_for_admins(tx, desk)
    for case in reversed(await cases.of_citizen(tx.conn, chat_id, limit=100)):
        if not case.citizen_reachable:
            await act(tx, desk, case, SYSTEM, (Action.FIND_AGAIN, {}))
            await previews.caught_up(tx, desk, case)
    await _still_waits(tx, desk, chat_id)


async def _still_waits(tx: Tx, desk: Desk, chat_id: int) -> None:
    """What a citizen who comes back still has to answer, with its buttons: ratings, then the draft and its questions."""
    for own_case in sorted(await followups.waiting_for(tx.conn, chat_id)):
        with suppress(Refusal):  # rated or over: nothing waits
            await follow_up.show(tx, desk, chat_id, chat_id, own_case)
    draft = await dialogues.get(tx.conn, chat_id, chat_id, KIND)
    if draft is not None:
        await slots.forget(tx, chat_id, draft_of(draft).slot)
        await show_draft(tx, desk, chat_id, draft)


async def group_alive(tx: Tx, desk: Desk, chat_id: int) -> None:
    """A group that was given up takes messages again: its cards come back."""
    if not await people.is_gone(tx.conn, chat_id):
        return
    await people.know_chat(tx, chat_id, "supergroup")
    for department in await people.departments_of_chat(tx.conn, chat_id):
        await post_cards(tx, desk, department)


async def chat_moved(tx: Tx, desk: Desk, old: int, new: int) -> None:
    """A group became a supergroup: bindings and what waits follow, cards are posted again."""
    if await people.is_gone(tx.conn, old) and not await people.departments_of_chat(tx.conn, old):
        await sending.move_chat(tx, old, new)
        return
    await sending.move_chat(tx, old, new)
    moved = await people.move_chat(tx, old, new)
    if moved:
        await menus.follow_group(tx, desk, moved)
        await say(tx, new, Content(desk.public.say("bind-moved")), "bind-moved")
    for department in moved:
        await post_cards(tx, desk, department)
    await take_back_all(tx, desk)
