"""A word from an admin to all staff, or to one office: seen before it goes, by day, and its fate told once."""

from datetime import datetime, timedelta

from bot.core.errors import EmptyText, StaleButton, TextTooLong, Usage
from bot.core.notices import Priority
from bot.core.parts import joined, probably_cut
from bot.core.plain import units
from bot.service import enclosing
from bot.service.desk import Desk
from bot.service.oversight import admin
from bot.service.saying import say, voice_for
from bot.store import dialogues, people, spoken, staffing
from bot.store.db import Reader, Tx
from bot.store.dialogues import Clock, Dialogue
from bot.store.people import Person
from bot.views import broadcast as view
from bot.views.content import page_in

KIND = "broadcast"  # of the draft, of what is sent, and of the clock that sends or looks what became of it
LIMIT = 12000  # goes out in parts
TOGETHER = timedelta(minutes=2)  # what comes this soon is the rest of what was cut
LOOK = timedelta(minutes=1)
LOOKS = 60  # then the result is told as it stands: a network may be down


async def draft(tx: Tx, desk: Desk, person_id: int, chat_id: int, text: str, length: int) -> None:
    """The text exactly as all will read it; its message was `length` long. Raises AdminOnly, Usage, TextTooLong."""
    await admin(tx, person_id)
    if not text:
        raise Usage(example="/broadcast " + desk.house.plain("broadcast-example"))
    if units(text) > LIMIT:
        raise TextTooLong(limit=LIMIT, length=units(text))
    before = await dialogues.get(tx.conn, chat_id, person_id, KIND)
    if before is not None and before.data["state"] == "morning":
        await _over(tx, desk, before, "broadcast-replaced")
    data = {"text": text, "office": None, "state": "draft", "tail": length}
    await _preview(tx, desk, await dialogues.begin(tx, chat_id, person_id, KIND, data))


async def going_on(conn: Reader, person_id: int, chat_id: int, now: datetime) -> Dialogue | None:
    """The draft whose message was so long that the next one is the rest of it: the admin's program cut it in two."""
    found = await dialogues.get(conn, chat_id, person_id, KIND)
    if found is None or found.data["state"] not in ("draft", "long") or now - found.began_at > TOGETHER:
        return None
    return found if probably_cut(found.data["tail"]) else None


async def go_on(tx: Tx, desk: Desk, dialogue: Dialogue, text: str, length: int) -> None:
    """The rest of a text: the preview shows the whole anew, below it. What got too long is shown no more."""
    before = dialogue.data
    if before["state"] == "draft":
        await _over(tx, desk, dialogue, "broadcast-below")
    whole = joined(before["text"], text, before["tail"])
    state = "long" if before["state"] == "long" or units(whole) > LIMIT else "draft"
    data = {**before, "text": whole[:LIMIT], "state": state, "tail": length}
    fresh = await dialogues.begin(tx, dialogue.chat_id, dialogue.person_id, KIND, data)
    if state == "draft":
        await _preview(tx, desk, fresh)
    elif before["state"] == "draft":
        voice = await voice_for(tx, desk, dialogue.chat_id)
        content = view.too_long(voice, LIMIT)
        await say(tx, dialogue.chat_id, content, "broadcast-preview", slot=_slot(fresh))


async def _preview(tx: Tx, desk: Desk, dialogue: Dialogue) -> None:
    sender = await people.get(tx.conn, dialogue.person_id)
    assert sender is not None
    whom = await _whom(tx, dialogue)
    awake = desk.calendar.awake(tx.now)
    morning = None if awake else desk.house.when(desk.calendar.next_opening(tx.now))
    body = view.body(desk.public, dialogue.data["text"], sender.name)
    office = dialogue.data["office"]
    content = view.preview(desk.house, dialogue.id, body, office, len(whom), morning)
    name = desk.house.plain("broadcast-name")
    chat, slot = dialogue.chat_id, _slot(dialogue)
    await enclosing.say_whole(tx, desk.house, chat, name, content, "broadcast-preview", slot=slot)


async def _whom(tx: Tx, dialogue: Dialogue) -> list[Person]:
    """All but the one who sends."""
    office = dialogue.data["office"]
    return [
        p
        for p in await staffing.everyone(tx.conn)
        if p.id != dialogue.person_id and (office is None or office in {d for _, d in p.grants})
    ]


def _slot(dialogue: Dialogue) -> str:
    return f"broadcast:{dialogue.id}"


async def press(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, verb: str, dialogue_id: str, office: str
) -> None:
    """now, morning, to, office, cancel. Raises AdminOnly, StaleButton, EmptyText when nobody would get it."""
    await admin(tx, person_id)
    dialogue = await dialogues.own(tx.conn, chat_id, person_id, dialogue_id)
    if dialogue is None or dialogue.kind != KIND:
        raise StaleButton
    state = dialogue.data["state"]
    if verb == "cancel" and state in ("draft", "morning"):
        await _over(tx, desk, dialogue, "broadcast-cancelled")
    elif state != "draft":
        raise StaleButton
    elif verb == "to" or (verb == "office" and page_in(office) is not None):
        content = view.pick(desk.house, dialogue.id, desk.offices.all, page_in(office) or 0)
        await say(tx, chat_id, content, "broadcast-preview", slot=_slot(dialogue))
    elif verb == "office" and (office == "-" or office in desk.offices):
        data = {**dialogue.data, "office": None if office == "-" else office}
        await _preview(tx, desk, await dialogues.save(tx, dialogue, data))
    elif verb == "now":
        await _send(tx, desk, dialogue)
    elif verb == "morning":
        at = desk.calendar.next_opening(tx.now)
        dialogue = await dialogues.save(tx, dialogue, {**dialogue.data, "state": "morning"})
        await dialogues.start_clock(tx, dialogues.subject_of(dialogue), KIND, at, {"dialogue": dialogue.id})
        content = view.scheduled(desk.house, dialogue.id, desk.house.when(at), len(await _whom(tx, dialogue)))
        await say(tx, chat_id, content, "broadcast-preview", slot=_slot(dialogue))
    else:
        raise StaleButton


async def _over(tx: Tx, desk: Desk, dialogue: Dialogue, key: str) -> None:
    await dialogues.end(tx, dialogue.chat_id, dialogue.person_id, KIND)
    voice = await voice_for(tx, desk, dialogue.chat_id)
    await say(tx, dialogue.chat_id, view.over(voice, key), "broadcast-preview", slot=_slot(dialogue))
    name = voice.plain("broadcast-name")
    await enclosing.empty_parts(tx, voice, dialogue.chat_id, name, _slot(dialogue), 1)


async def _send(tx: Tx, desk: Desk, dialogue: Dialogue) -> None:
    """Into the outbox, which keeps to Telegram's budget; who can't be reached is known at once or told later."""
    sender = await people.get(tx.conn, dialogue.person_id)
    assert sender is not None
    whom = await _whom(tx, dialogue)
    if not whom:
        raise EmptyText
    rows: list[int] = []
    lost = []
    name = desk.public.plain("broadcast-name")
    content = view.body(desk.public, dialogue.data["text"], sender.name)
    for person in whom:
        if await people.is_gone(tx.conn, person.id):
            lost.append(person.id)
        else:
            rows += await enclosing.say_whole(
                tx, desk.public, person.id, name, content, KIND, Priority.NOTICE
            )
    office = dialogue.data["office"]
    headline = " ".join(dialogue.data["text"].split())[:60]
    await people.note(tx, sender.id, KIND, count=len(whom), department=office, text=headline)
    data = {**dialogue.data, "state": "sent", "rows": rows, "lost": lost, "looks": 0}
    content = view.sending(await voice_for(tx, desk, dialogue.chat_id), len(whom))
    await say(tx, dialogue.chat_id, content, "broadcast-preview", slot=_slot(dialogue))
    await dialogues.end(tx, dialogue.chat_id, sender.id, KIND)
    # Of a kind of its own: the next one may be written before the result of this one is known.
    sent = await dialogues.begin(tx, dialogue.chat_id, sender.id, f"sent:{dialogue.id}", data)
    await _look_again(tx, sent)


async def _look_again(tx: Tx, dialogue: Dialogue) -> None:
    subject = dialogues.subject_of(dialogue)
    await dialogues.start_clock(tx, subject, KIND, tx.now + LOOK, {"dialogue": dialogue.id})


async def ring(tx: Tx, desk: Desk, alarm: Clock) -> None:
    """It is morning, or time to look what became of it."""
    dialogue = await dialogues.by_id(tx.conn, alarm.data["dialogue"])
    if not await dialogues.ring(tx, alarm) or dialogue is None:
        return
    if dialogue.data["state"] == "morning":
        sender = await people.get(tx.conn, dialogue.person_id)
        if sender is None or not sender.admin or not await _whom(tx, dialogue):
            await _over(tx, desk, dialogue, "broadcast-dropped")
        else:
            await _send(tx, desk, dialogue)
        return
    fates = await spoken.fates(tx.conn, dialogue.data["rows"])
    waiting = [chat for chat, fate in fates.items() if fate == "waiting"]
    if waiting and dialogue.data["looks"] < LOOKS:
        data = {**dialogue.data, "looks": dialogue.data["looks"] + 1}
        await _look_again(tx, await dialogues.save(tx, dialogue, data))
        return
    failed = [chat for chat, fate in fates.items() if fate == "lost"]
    lost = [await people.get(tx.conn, p) for p in (*dialogue.data["lost"], *failed)]
    await dialogues.end(tx, dialogue.chat_id, dialogue.person_id, dialogue.kind)
    delivered = sum(1 for fate in fates.values() if fate == "sent")
    voice = await voice_for(tx, desk, dialogue.chat_id)
    content = view.result(voice, delivered, [p for p in lost if p is not None], len(waiting))
    await say(tx, dialogue.chat_id, content, "broadcast-result", Priority.NOTICE)
