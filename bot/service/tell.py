"""Puts what follows from events into the outbox: the citizen's notices, the cards, the words to a group."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.core import accused, deadlines
from bot.core.case import Case, Event, EventKind, Status
from bot.core.deadlines import Kind
from bot.core.masking import mask
from bot.core.notices import Audience, Notice, Priority, notices_for
from bot.core.plain import clip, headline
from bot.service.desk import Desk
from bot.service.sight import homes, homes_of, may_see
from bot.store import cases, clocks, outbox, people
from bot.store.cases import Attachment
from bot.store.db import Tx
from bot.store.outbox import Say
from bot.texts import Safe
from bot.views import card as card_view
from bot.views import citizen as citizen_view
from bot.views import staff as staff_view
from bot.views.card import CardFacts
from bot.views.content import Button, Content, Voice, lines

# What an office that no longer has the case need not get any more.
OF_THE_CASE = (
    "attachment", "group-added", "group-added-after", "group-supplied", "group-unreachable",
    "group-due-soon", "group-missed", "group-resumed",
)  # fmt: skip
_WITH_DUE = {"citizen-receipt", "citizen-supplied", "citizen-reopened", "citizen-resumed", "citizen-graded"}
FILES_AT_ONCE = 3  # sent below a card by themselves; more come at the press of a button
_FILE_METHODS = {
    "photo": "sendPhoto",
    "video": "sendVideo",
    "animation": "sendAnimation",
    "video_note": "sendVideoNote",
    "voice": "sendVoice",
    "audio": "sendAudio",
    "document": "sendDocument",
}


def card_slot(case_id: int) -> str:
    return f"card:{case_id}"


async def tell(tx: Tx, desk: Desk, case: Case, events: Sequence[Event]) -> None:
    """Tell everyone who has to know of `events`, after which the case is `case`."""
    moved = any(e.kind in (EventKind.DISPATCHED, EventKind.TRANSFERRED) for e in events)
    for event, notice in notices_for(events):
        if notice.audience is Audience.CARD:
            urgent = event.kind is EventKind.FILED and event.data.get("danger")
            priority = Priority.EMERGENCY if urgent else Priority.NOTICE
            await show_card(tx, desk, case, priority, moved=moved)
        elif notice.audience is Audience.CITIZEN:
            await _tell_citizen(tx, desk, case, event, notice)
        else:
            await _tell_group(tx, desk, case, event, notice)


async def say(
    tx: Tx,
    chat_id: int,
    content: Content,
    purpose: str,
    priority: Priority = Priority.ANSWER,
    *,
    case_id: int | None = None,
    slot: str | None = None,
    edit_only: bool = False,
) -> None:
    """Queue one message."""
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
            edit_only=edit_only,
        ),
    )


async def citizen_text(tx: Tx, desk: Desk, voice: Voice, case: Case, event: Event, key: str) -> Safe:
    """A notice as the citizen reads it; the clerk's preview shows the same."""
    actor = await people.get(tx.conn, event.actor.id) if event.actor.id else None
    last: str = ""
    if key == "citizen-latest":
        for past in reversed(await cases.history(tx.conn, case.id)):
            if past.kind in (EventKind.REPLIED, EventKind.RESOLVED):
                last = voice.say("citizen-latest-reply", text=clip(past.data["text"], 2000))
                break
    words: dict[str, Any] = {
        "number": case.number,
        "headline": headline(case.title),
        "status": voice.plain(f"status-{case.status.value}"),
        "who": voice.who(case.department),
        "office": voice.office(case.department),
        "phone": voice.phone(case.department),
        "staff": str(actor.staff_no) if actor and actor.staff_no else "–",
        "text": event.data.get("text") or event.data.get("question") or "",
        "outcome": event.data.get("outcome") or "",
        "last": Safe(last),
    }
    if event.kind is EventKind.MISSED:
        words |= await _missed_words(tx, voice, case, event)
    elif key in _WITH_DUE:
        words["due"] = await due_of(tx, voice, case)
    return voice.say(key, **words)


async def due_of(tx: Tx, voice: Voice, case: Case) -> str:
    """When the answer is due, in words; "none" when that has passed or was never said: the texts choose by it."""
    running = await clocks.running(tx.conn, case.id)
    coming = (c for c in running if c.kind is Kind.RESOLVE and not c.missed(tx.now))
    return next((voice.when(c.due) for c in coming), "none")


async def _missed_words(tx: Tx, voice: Voice, case: Case, event: Event) -> dict[str, Any]:
    """What was missed, who has the case, and since when."""
    missed = event.data["missed"]
    kind = deadlines.weightiest(missed)
    assert kind is not None
    handler = await people.get(tx.conn, case.handler_id) if case.handler_id else None
    moves = (EventKind.FILED, EventKind.DISPATCHED, EventKind.TRANSFERRED)
    kinds = (EventKind.CLAIMED, EventKind.REOPENED) if handler else moves
    history = await cases.history(tx.conn, case.id)
    came = next((e.at for e in reversed(history) if e.kind in kinds), case.filed_at)
    return {
        "what": kind.value,
        "due": voice.when(datetime.fromisoformat(missed[kind])),
        "who": "asked" if case.status is Status.AWAITING_CITIZEN else has_it(case),
        "staff": str(handler.staff_no) if handler else "–",
        "since": voice.when(came),
        "urgent": "yes" if event.data.get("urgent") else "no",
    }


def has_it(case: Case) -> str:
    """Which words fit those who have a case: a handler's, an office's that nobody acts for yet, the triage desk's."""
    if case.handler_id is not None:
        return "handler"
    return "triage" if case.status is Status.TRIAGE else "office"


async def mention_of(tx: Tx, case: Case) -> Safe:
    """The handler, called by name; nothing when there is none."""
    handler = await people.get(tx.conn, case.handler_id) if case.handler_id else None
    return staff_view.mention(handler.id, handler.name or "–") if handler else Safe("")


async def _tell_citizen(tx: Tx, desk: Desk, case: Case, event: Event, notice: Notice) -> None:
    assert notice.text is not None
    if event.kind is EventKind.MISSED and deadlines.weightiest(event.data["missed"]) is None:
        return  # that a case waits to be sent on is the desk's own affair
    person = await people.get(tx.conn, case.citizen_id)
    voice = desk.voice(person.language if person else case.language)
    text = await citizen_text(tx, desk, voice, case, event, notice.text)
    if event.data.get("unasked"):
        key = "draft-auto-filed" if event.kind is EventKind.FILED else "draft-auto-joined"
        text = lines(voice.say(key, number=case.number), "", text)
    content = Content(
        text, citizen_view.case_buttons(voice, case) if event.kind is not EventKind.ASKED else ()
    )
    await say(tx, case.citizen_id, content, notice.text, notice.priority, case_id=case.id)


async def _tell_group(tx: Tx, desk: Desk, case: Case, event: Event, notice: Notice) -> None:
    assert notice.text is not None
    voice = desk.house
    key = notice.text
    again: tuple[tuple[Button, ...], ...] = ()
    if case.status is Status.RESOLVED and event.kind is EventKind.ADDED:
        # The department said it was done; the citizen may see it otherwise.
        key, again = "group-added-after", ((Button(voice.plain("button-reopen"), f"c:reopen:{case.id}"),),)
    words: dict[str, Any] = {"text": clip(mask(event.data.get("text", "")), 800)}
    if case.confidential:
        words = {"text": voice.plain("seal-line")}
    if event.kind in (EventKind.MISSED, EventKind.RESUMED):
        words = await _late_words(tx, voice, case, event)
    text = voice.say(key, number=case.number, **words)
    chats = [chat_id for chat_id, _ in await homes_of(tx, desk, case)]
    if event.data.get("urgent"):  # those above hear of an emergency at once, of all else in the morning
        above = [chat_id for chat_id, _ in await homes(tx, desk, desk.settings.triage.id)]
        chats += [chat_id for chat_id in above if await may_see(tx.conn, desk, case, chat_id)]
    priority = Priority.EMERGENCY if event.data.get("urgent") else notice.priority
    for chat_id in dict.fromkeys(chats):
        await say(tx, chat_id, Content(text, again), notice.text, priority, case_id=case.id)


async def _late_words(tx: Tx, voice: Voice, case: Case, event: Event) -> dict[str, Any]:
    late = [
        f"{voice.plain(f'clock-{kind}')} {voice.when(datetime.fromisoformat(due))}"
        for kind, due in event.data.get("missed", {}).items()
    ]
    return {
        "clocks": voice.listed(late),
        "due": await due_of(tx, voice, case),
        "mention": await mention_of(tx, case),
        "who": has_it(case),
        "told": "yes"
        if case.citizen_reachable and deadlines.weightiest(event.data.get("missed", ()))
        else "no",
    }


async def watchers(tx: Tx, desk: Desk) -> list[int]:
    """The chats of those who watch over all offices: the supervisors; without any, the triage desk's home."""
    chats = [p for p in await people.with_role(tx.conn, "supervisor") if not await people.is_gone(tx.conn, p)]
    return chats or [chat_id for chat_id, _ in await homes(tx, desk, desk.settings.triage.id)]


async def card_content(tx: Tx, desk: Desk, case: Case, *, stand_in: bool = False) -> Content:
    history = await cases.history(tx.conn, case.id)
    files = await cases.attached(tx.conn, case.id)
    actors = {e.actor.id for e in history if e.actor.id} | ({case.handler_id} if case.handler_id else set())
    names = {}
    for actor in actors:
        person = await people.get(tx.conn, actor)
        if person is not None and person.staff_no is not None:
            names[actor] = (person.name or "", person.staff_no)
    facts = CardFacts(
        history=history,
        file_kinds=[f.kind for f in files],
        names=names,
        nth=await cases.nth_of_citizen(tx.conn, case.citizen_id, case.id),
        prediction=await cases.prediction(tx.conn, case.id),
        likely=history[0].data.get("likely", ()),
        stand_in=stand_in,
        clocks=deadlines.standing(await clocks.running(tx.conn, case.id), tx.now, desk.calendar),
        now=tx.now,
        likely_accused=accused.still_proposed(history),
    )
    return card_view.card(desk.house, case, facts)


async def show_card(
    tx: Tx, desk: Desk, case: Case, priority: Priority = Priority.NOTICE, *, moved: bool = True
) -> None:
    """Bring every card of a case up to date: in full where it is at home, as moved elsewhere.

    Not `moved`: groups that had the case before have been told so, and need no further edit.
    """
    slot = card_slot(case.id)
    home = dict(await homes_of(tx, desk, case))
    brief = card_view.brief(desk.house, case)
    for chat_id, stand_in in home.items():
        content = await card_content(tx, desk, case, stand_in=stand_in)
        await outbox.add(
            tx,
            Say(
                chat_id,
                "sendMessage",
                content.params(),
                "card",
                priority,
                case_id=case.id,
                slot=slot,
                brief=brief,
            ),
        )
    if moved:
        await outbox.take_back(tx, case.id, list(home), OF_THE_CASE)
    for chat_id in await outbox.chats_with(tx.conn, slot):
        if chat_id in home or await people.is_gone(tx.conn, chat_id):
            continue
        if not await may_see(tx.conn, desk, case, chat_id):
            continue
        # A clerk's private chat keeps a card they asked for, as long as the case is theirs.
        person = await people.get(tx.conn, chat_id) if chat_id > 0 else None
        theirs = person is not None and person.works_for(case.department)
        if not theirs and not moved:
            continue
        content = await card_content(tx, desk, case) if theirs else card_view.moved(desk.house, case)
        await say(tx, chat_id, content, "card-moved", priority, case_id=case.id, slot=slot, edit_only=True)


async def bring_card(tx: Tx, desk: Desk, case: Case, chat_id: int) -> None:
    """Post the card anew at the end of a chat: somebody asked for it. The old one says where to look."""
    slot = card_slot(case.id)
    old = await outbox.standing(tx.conn, chat_id, slot)
    if old is not None:
        past = f"{slot}:{old}"
        await outbox.place(tx, chat_id, past, old, case.id)
        below = Content(desk.house.say("card-below", number=case.number))
        await say(tx, chat_id, below, "card-below", case_id=case.id, slot=past, edit_only=True)
    await outbox.forget_slot(tx, chat_id, slot)
    content = await card_content(tx, desk, case)
    await say(tx, chat_id, content, "card-opened", Priority.ANSWER, case_id=case.id, slot=slot)


async def send_files(tx: Tx, chat_id: int, case: Case, files: Sequence[Attachment]) -> None:
    """The citizen's photos and files, below the card; in a group none whose name holds somebody's number."""
    for file in files:
        if chat_id < 0 and tells(file):
            continue
        params: dict[str, Any] = {
            file.kind: file.file_id,
            "caption": case.number,
            "reply_parameters": {"$slot": card_slot(case.id)},
        }
        if file.kind == "video_note":  # the round ones carry no words
            del params["caption"]
        await outbox.add(tx, Say(chat_id, _FILE_METHODS[file.kind], params, "attachment", case_id=case.id))


def tells(file: Attachment) -> bool:
    """Whether a file's name says a number that is masked everywhere; Telegram shows the name, and it can't be changed."""
    return file.name is not None and mask(file.name) != file.name


async def send_first_files(tx: Tx, desk: Desk, case: Case, files: Sequence[Attachment]) -> None:
    """The first files of a case or an addition follow the card by themselves."""
    if case.confidential:
        return
    for chat_id, _ in await homes_of(tx, desk, case):
        await send_files(tx, chat_id, case, files[:FILES_AT_ONCE])
