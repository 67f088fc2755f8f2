"""The citizen's side of a follow-up: asked, tapped, told in words, objected; what happens when nobody taps."""

import dataclasses
from datetime import timedelta
from typing import Any

from bot.core import clockwork
from bot.core.case import CALLERS, SYSTEM, Actor, ActorKind, Case, EventKind, Status, Who
from bot.core.deadlines import Clock, Kind, Stage
from bot.core.errors import AlreadyRated, FollowUpOver, StaleButton
from bot.core.followup import (
    CHOICES,
    ROUTE,
    UPHOLDS,
    FollowUp,
    addressed,
    ending,
    may_object,
    rating,
    requests,
    said,
)
from bot.core.notices import Priority
from bot.core.plain import clip
from bot.core.workflow import Action
from bot.service import deciding, later
from bot.service.acting import act, load
from bot.service.desk import Desk
from bot.service.drafting import Addition
from bot.service.intake import add_directly, own
from bot.service.rounds import OBJECTING, subject_of
from bot.service.saying import say, voice_for
from bot.service.sight import homes
from bot.service.watchers import deciders
from bot.store import cases, clocks, dialogues, followups, inbox, people, slots, spoken
from bot.store.db import Reader, Tx
from bot.store.dialogues import Clock as Alarm
from bot.views import follow_up as view
from bot.views.content import Content, Voice

PURPOSE = "follow-up"  # and the row: what a reply to the question is about
WORDS_LIMIT = 4000


def slot_of(row: FollowUp) -> str:
    return f"follow:{row.id}"


# --- asking


async def ring(tx: Tx, desk: Desk, case: Case, clock: Clock) -> Case:
    """Ask those who were not asked, once more those who said nothing, and at the window's end close."""
    if clock.stage is Stage.DUE:
        return await _end(tx, desk, case)
    for row in await followups.of_case(tx.conn, case.id):
        if not row.open:
            continue
        if row.asked_at is None:
            await _ask(tx, desk, case, row)
        elif clock.stage is Stage.ASK_AGAIN and not await spoken.was_said(
            tx.conn, row.citizen_id, f"{PURPOSE}:{row.id}:again"
        ):
            await _ask(tx, desk, case, row, anew=True, purpose=f"{PURPOSE}:{row.id}:again")
    await clocks.keep(tx, case.id, [clockwork.asked(clock, tx.now, desk.policy, desk.calendar)])
    return case


async def _ask(
    tx: Tx, desk: Desk, case: Case, row: FollowUp, *, anew: bool = False, purpose: str | None = None
) -> None:
    """The question, in place; `anew`: at the end of the chat, and the old one says where to look."""
    if row.citizen_id >= CALLERS:
        await _to_be_called(tx, desk, row)
        return
    voice = await _voice(tx, desk, row)
    slot = slot_of(row)
    if anew:
        old = await slots.standing(tx.conn, row.citizen_id, slot)
        if old is not None:
            past = f"{slot}:{old}"
            await slots.place(tx, row.citizen_id, past, old, row.own_case_id)
            below = Content(voice.say("draft-moved"))
            await say(
                tx,
                row.citizen_id,
                below,
                "follow-up-below",
                case_id=row.own_case_id,
                slot=past,
                edit_only=True,
            )
        await slots.forget(tx, row.citizen_id, slot)
    if row.asked_at is None:
        await followups.save(tx, row.id, asked_at=tx.now)
    content = view.question(voice, case, await load(tx, row.own_case_id), row)
    await _say(tx, row, content, purpose)


async def _to_be_called(tx: Tx, desk: Desk, row: FollowUp) -> None:
    """Only a telephone reaches them: they are on the centre's list from now on."""
    if row.asked_at is not None:
        return
    await followups.save(tx, row.id, asked_at=tx.now, call_at=tx.now)
    waiting = len(await followups.to_call(tx.conn, tx.now))
    content = Content(desk.public.say("calls-wait", count=waiting))
    day = desk.calendar.local_day(tx.now).isoformat()
    for chat_id, _ in await homes(tx, desk, desk.offices.triage.id):
        await say(tx, chat_id, content, "calls-wait", Priority.NOTICE, slot=f"calls:{day}")


def speaker(row: FollowUp) -> Actor:
    """Who puts a citizen's word on record: they themselves, or who of the centre asked them."""
    if row.by is None:
        return Actor(ActorKind.CITIZEN, row.citizen_id)
    return Actor(ActorKind.STAFF, row.by, frozenset({Who.DISPATCHER}))


async def _say(tx: Tx, row: FollowUp, content: Content, purpose: str | None = None) -> None:
    await say(
        tx,
        row.citizen_id,
        content,
        purpose or f"{PURPOSE}:{row.id}",
        Priority.NOTICE if purpose else Priority.ANSWER,
        case_id=row.own_case_id,
        slot=slot_of(row),
    )


async def _voice(tx: Tx, desk: Desk, row: FollowUp) -> Voice:
    person = await people.get(tx.conn, row.citizen_id)
    return desk.voice(person.language if person else desk.settings.city.language)


async def show(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """The citizen asks for the question again. Raises NoSuchCase, StaleButton, AlreadyRated, FollowUpOver."""
    mine = await own(tx, person_id, case_id)
    row = await followups.of_own(tx.conn, mine.id, person_id)
    if row is None or chat_id != person_id:
        raise StaleButton
    case = await rateable(tx, row)
    await _ask(tx, desk, case, row, anew=True)


# --- tapping


async def _mine(tx: Tx, person_id: int, chat_id: int, followup_id: int) -> FollowUp:
    """Raises StaleButton: whose it is otherwise, and whether it is there at all, look the same."""
    row = await followups.get(tx.conn, followup_id)
    if row is None or row.citizen_id != person_id or chat_id != person_id:
        raise StaleButton
    return row


async def live(tx: Tx, row: FollowUp) -> Case | None:
    """The answered case, while this is its last answer and the answer stands."""
    case = await load(tx, row.case_id)
    last = await followups.of_case(tx.conn, case.id)
    stands = case.status in (Status.RESOLVED, Status.CLOSED) and row.end not in ("reopened", "left")
    return case if stands and any(r.id == row.id for r in last) else None


async def rateable(tx: Tx, row: FollowUp) -> Case:
    if row.rated:
        raise AlreadyRated
    case = await live(tx, row)
    if case is None:
        raise FollowUpOver
    return case


async def tap(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, followup_id: int, question: str, choice: str
) -> None:
    """One of the three answers; the third ends it. Raises StaleButton, AlreadyRated, FollowUpOver."""
    row = await _mine(tx, person_id, chat_id, followup_id)
    case = await rateable(tx, row)
    row = await choose(tx, row, question, choice)
    if row.next_question is not None:
        await _ask(tx, desk, case, row)
        return
    await rate(tx, desk, case, row)


async def choose(tx: Tx, row: FollowUp, question: str, choice: str, **more: Any) -> FollowUp:
    """One answer, kept. Raises StaleButton."""
    if choice not in CHOICES.get(question, ()):
        raise StaleButton
    kept: dict[str, Any] = {question: said(question, choice), "asked_at": row.asked_at or tx.now, **more}
    await followups.save(tx, row.id, **kept)
    return dataclasses.replace(row, **kept)


async def reset(tx: Tx, desk: Desk, person_id: int, chat_id: int, followup_id: int) -> None:
    """Begin the three taps again."""
    row = await _mine(tx, person_id, chat_id, followup_id)
    case = await rateable(tx, row)
    row = dataclasses.replace(row, contacted=None, solved=None, satisfaction=None)
    await followups.save(tx, row.id, contacted=None, solved=None, satisfaction=None)
    await _ask(tx, desk, case, row)


async def rate(tx: Tx, desk: Desk, case: Case, row: FollowUp) -> None:
    mine = await load(tx, row.own_case_id)
    row = dataclasses.replace(row, ended_at=tx.now, end="rated")
    await followups.save(tx, row.id, ended_at=tx.now, end="rated")
    case = await act(tx, desk, case, speaker(row), (Action.RATE, {"rating": rating(row, case, mine.number)}))
    voice = await _voice(tx, desk, row)
    if may_object(case, row, await cases.history(tx.conn, case.id)):
        if row.words:
            await object_to(tx, desk, case, row, row.words)
            return
        await _say(tx, row, view.over(voice, case, mine, row, "follow-up-why"))
        await _await_words(tx, desk, row)
        return
    await _say(tx, row, view.over(voice, case, mine, row, "follow-up-thanks"))
    await _close_if_all_agree(tx, desk, case)


async def _close_if_all_agree(tx: Tx, desk: Desk, case: Case) -> None:
    rows = [r for r in await followups.of_case(tx.conn, case.id) if r.end != "left"]
    if case.status is not Status.RESOLVED or not all(r.rated and not r.unhappy for r in rows):
        return
    if len(rows) > 1 and not desk.calendar.awake(tx.now):  # the others did nothing now: they sleep
        morning = desk.calendar.next_opening(tx.now)
        asking = [c for c in await clocks.running(tx.conn, case.id) if c.kind is Kind.FOLLOW_UP]
        early = [dataclasses.replace(c, stage=Stage.DUE, rings=morning) for c in asking]
        await clocks.keep(tx, case.id, early)
        return
    await _close(tx, desk, case, rows)


async def _close(tx: Tx, desk: Desk, case: Case, rows: list[FollowUp]) -> Case:
    ends = {ending(r) for r in rows}
    ended = next((e for e in ("upheld", "not_rated", "confirmed") if e in ends), "not_rated")
    to = [addressed(r, ended=ending(r)) for r in rows]
    return await act(tx, desk, case, SYSTEM, (Action.CLOSE, {"ended": ended, "to": to}))


async def _end(tx: Tx, desk: Desk, case: Case) -> Case:
    """The window is over. Whoever said that it is not solved is heard first; silence says nothing."""
    rows = [r for r in await followups.of_case(tx.conn, case.id) if r.end != "left"]
    objected = False
    for row in rows:
        if row.unhappy and (row.open or await waits_for_words(tx.conn, row)):
            if row.open:
                await followups.save(tx, row.id, ended_at=tx.now, end="silent")
            case = await object_to(
                tx, desk, await load(tx, case.id), row, (row.words or "") if row.open else ""
            )
            objected = True
        elif row.open and row.words:
            for chat_id in await deciders(tx, desk, case):
                words = view.left_words(await voice_for(tx, desk, chat_id), case, row.words)
                await say(tx, chat_id, words, "follow-up-left", Priority.NOTICE, case_id=case.id)
    return case if objected else await _close(tx, desk, case, rows)


# --- words


async def _await_words(tx: Tx, desk: Desk, row: FollowUp) -> None:
    """An objection waits a while for its words, then goes as it stands; nobody is woken by it."""
    later = tx.now + timedelta(minutes=desk.settings.desk.draft_file_minutes)
    due = desk.calendar.next_awake(later)
    await dialogues.start_clock(tx, subject_of(row.id), OBJECTING, due, {"followup": row.id})


async def waits_for_words(conn: Reader, row: FollowUp) -> bool:
    return await dialogues.due_at(conn, subject_of(row.id), OBJECTING) is not None


async def lapse(tx: Tx, desk: Desk, clock: Alarm) -> None:
    """No words came: the objection counts without them."""
    row = await followups.get(tx.conn, clock.data["followup"])
    if row is not None and await inbox.waits_in(tx.conn, row.citizen_id):
        return  # what the citizen did last comes first; the clock rings at the next tick
    if not await dialogues.ring(tx, clock) or row is None:
        return
    await object_if_live(tx, desk, row, "")


async def submit(tx: Tx, desk: Desk, person_id: int, chat_id: int, followup_id: int) -> None:
    """The citizen adds nothing. Raises StaleButton when nothing waits."""
    row = await _mine(tx, person_id, chat_id, followup_id)
    if not await waits_for_words(tx.conn, row):
        raise StaleButton
    await object_if_live(tx, desk, row, "")


async def again(tx: Tx, desk: Desk, person_id: int, chat_id: int, followup_id: int) -> None:
    """The citizen does not accept the supervisor's decision. Raises StaleButton, FollowUpOver."""
    row = await _mine(tx, person_id, chat_id, followup_id)
    case = await live(tx, row)
    history = await cases.history(tx.conn, row.case_id)
    if case is None or case.ended == ROUTE or case.upheld >= UPHOLDS:
        raise FollowUpOver
    if not may_object(case, row, history) or await waits_for_words(tx.conn, row):
        raise StaleButton
    voice = await _voice(tx, desk, row)
    await slots.forget(tx, row.citizen_id, slot_of(row))
    await _say(tx, row, view.why_again(voice, await load(tx, row.own_case_id), row))
    await _await_words(tx, desk, row)


async def words_awaited(conn: Reader, chat_id: int) -> int | None:
    """The follow-up whose question for words is the last thing that this citizen was told."""
    last = await spoken.last_said(conn, chat_id)
    asked = followup_of(last[1]) if last is not None else None
    row = await followups.get(conn, asked) if asked is not None else None
    return row.id if row is not None and await waits_for_words(conn, row) else None


def followup_of(purpose: str) -> int | None:
    """The follow-up that a message of the bot asks about, by the message's purpose."""
    what, _, about = purpose.partition(":")
    return int(about.partition(":")[0]) if what == PURPOSE and about else None


async def hear(tx: Tx, desk: Desk, person_id: int, chat_id: int, followup_id: int, new: Addition) -> None:
    """Words or a file in reply to the question. Once the case is worked on again they go into the case."""
    row = await _mine(tx, person_id, chat_id, followup_id)
    case = await live(tx, row)
    if case is None:
        await add_directly(tx, desk, person_id, row.own_case_id, new)
        return
    files = (new.file,) if new.file is not None else ()
    await cases.attach(tx, case.id, files)
    if new.text:
        words = clip("\n".join(filter(None, (row.words, new.text))), WORDS_LIMIT)
        row = dataclasses.replace(row, words=words)
        await followups.save(tx, row.id, words=words)
    voice = await _voice(tx, desk, row)
    if await waits_for_words(tx.conn, row):
        plain = (
            desk.public.say("draft-files", files=desk.public.files([f.kind for f in files])) if files else ""
        )
        await object_to(tx, desk, case, row, new.text or plain)
    elif row.rated:
        text = voice.say("follow-up-kept", number=(await load(tx, row.own_case_id)).number)
        slot = f"kept:{row.id}:{new.album or new.message_id}"  # an album is thanked for once
        await say(tx, chat_id, Content(text), f"{PURPOSE}:{row.id}", case_id=row.own_case_id, slot=slot)
    else:
        await _ask(tx, desk, case, row, anew=True)


# --- objecting


async def object_if_live(tx: Tx, desk: Desk, row: FollowUp, words: str) -> None:
    case = await live(tx, row)
    if case is not None and may_object(case, row, await cases.history(tx.conn, case.id)):
        await object_to(tx, desk, case, row, words)


async def object_to(tx: Tx, desk: Desk, case: Case, row: FollowUp, words: str) -> Case:
    """The answer is not accepted: the supervisors are asked to look."""
    await dialogues.stop_clocks(tx, subject_of(row.id))
    if not may_object(case, row, await cases.history(tx.conn, case.id)):
        return case
    mine = await load(tx, row.own_case_id)
    voice = await _voice(tx, desk, row)
    over = view.over(voice, case, mine, row, "follow-up-passed-on")
    await say(
        tx,
        row.citizen_id,
        over,
        f"{PURPOSE}:{row.id}",
        case_id=row.own_case_id,
        slot=slot_of(row),
        edit_only=True,
    )
    data = {"text": words, "followup": row.id, "case": mine.number, "to": [addressed(row)]}
    case = await act(tx, desk, case, speaker(row), (Action.ASK_REOPEN, data))
    if not await later.put_off(tx, desk, case, EventKind.REOPEN_ASKED):
        await deciding.show_request(tx, desk, case)
    return case


async def stage(tx: Tx, person_id: int, mine: Case) -> tuple[str, int]:
    """Where the follow-up of a citizen's own case stands, for their page of it; and its id."""
    row = await followups.of_own(tx.conn, mine.id, person_id)
    if row is None:
        return "none", 0
    case = await live(tx, row)
    if case is None:
        return "none", row.id
    history = await cases.history(tx.conn, case.id)
    asked = any(e.data.get("followup") == row.id for e in requests(history))
    if asked or await waits_for_words(tx.conn, row):
        return "deciding", row.id
    if row.rated and may_object(case, row, history):
        return "upheld", row.id
    if row.open:
        return ("soon" if row.asked_at is None else "asked"), row.id
    return (row.end or "none"), row.id
