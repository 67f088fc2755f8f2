"""From draft to case: filed or joined, by the citizen or by the clock; a case is added to."""

import dataclasses
from collections.abc import Sequence

from bot.core import accused, routing, smalltalk, workflow
from bot.core.case import CALLERS, Actor, ActorKind, Case, Event, EventKind, Status, evolve
from bot.core.deadlines import Grade
from bot.core.errors import NoSuchCase, StaleButton
from bot.core.learning import NONE, Label, Source
from bot.core.plain import headline
from bot.core.together import may_offer, merging
from bot.core.workflow import Action
from bot.service import asking, joining, paging, secrecy
from bot.service.acting import act, keep_clocks, load, timed
from bot.service.attached import send_first_files
from bot.service.desk import Desk
from bot.service.drafting import (
    Addition,
    language_of,
    mine,
    replace_preview,
    show_draft,
)
from bot.service.drafts import KIND, Draft, draft_of
from bot.service.saying import say
from bot.service.tell import tell
from bot.store import cases, dialogues, inbox, learning
from bot.store.cases import Attachment
from bot.store.db import Tx
from bot.store.dialogues import Clock, Dialogue
from bot.views.content import Content


def actor_of(person_id: int) -> Actor:
    return Actor(ActorKind.CITIZEN, person_id)


async def submit_draft(tx: Tx, desk: Desk, chat_id: int, person_id: int, dialogue_id: str) -> Case:
    """File the draft as a new case."""
    return await _submit(tx, desk, await mine(tx, chat_id, person_id, dialogue_id))


async def join_others(
    tx: Tx, desk: Desk, chat_id: int, person_id: int, dialogue_id: str, lead_id: int
) -> Case:
    """File the draft and merge it at once into a case of others that was offered; by itself if that is over."""
    dialogue = await mine(tx, chat_id, person_id, dialogue_id)
    if draft_of(dialogue).like != lead_id:
        raise StaleButton
    lead = await load(tx, lead_id)
    if not may_offer(lead, person_id) or not joining.may_join(draft_of(dialogue)):
        return await _submit(tx, desk, dialogue, key="draft-filed-alone")
    return await _submit(tx, desk, dialogue, lead=lead)


async def _submit(
    tx: Tx,
    desk: Desk,
    dialogue: Dialogue,
    *,
    unasked: bool = False,
    lead: Case | None = None,
    key: str = "draft-filed",
) -> Case:
    draft = draft_of(dialogue)
    person_id, chat_id = dialogue.person_id, dialogue.chat_id
    await dialogues.end(tx, chat_id, person_id, KIND)
    case = await file_complaint(tx, desk, person_id, draft, unasked=unasked, lead=lead)
    await replace_preview(tx, desk, chat_id, person_id, draft, key, number=case.number)
    return case


async def file_complaint(
    tx: Tx,
    desk: Desk,
    person_id: int,
    draft: Draft,
    *,
    unasked: bool = False,
    by: Actor | None = None,
    lead: Case | None = None,
) -> Case:
    """A draft becomes a case in a queue: number, route, rows, receipt, card.

    `unasked`: the clock filed it, not the citizen; the receipt says so. `by`: who wrote it down for a caller.
    `lead`: the case that it is merged into.
    """
    departments = desk.offices.all
    likely_accused = accused.likely(draft.text, departments)
    place = draft.at(desk.offices)
    where = routing.route(draft.suggested, draft.chosen, desk.offices.tree, place)
    where = accused.apart(where, likely_accused, departments)
    number = await cases.next_number(tx, desk.local_day(tx.now))
    event = Event(
        await cases.next_id(tx),
        1,
        EventKind.FILED,
        tx.now,
        by or actor_of(person_id),
        {
            "number": number,
            "status": (Status.TRIAGE if where.triage else Status.DISPATCHED).value,
            "citizen_id": person_id,
            "language": await language_of(tx, person_id),
            "domain": where.domain,
            "department": where.department,
            "title": headline(draft.text, 60),
            "text": draft.text,
            "likely": list(where.likely),
            "district": where.place,
            "place": draft.place,
            "likely_accused": list(likely_accused),
            "confidential": draft.confidential,
            "messages": list(draft.messages),
            "album": draft.album,
            "unasked": unasked,
            "citizen_reachable": person_id < CALLERS,
            "danger": draft.emergency,
            "danger_by": _danger_by(draft),
            "grade": _grade(draft).value,
            "type": (draft.suggested.kind if draft.suggested else None) or None,
        },
        tx.cause,
    )
    case = evolve(None, event)
    event, started = timed(desk, case, (), event)
    await cases.insert_case(tx, case, event)
    await keep_clocks(tx, case, started)
    await cases.attach(tx, case.id, draft.files)
    if draft.suggested is not None:
        await cases.record_prediction(tx, case.id, draft.suggested, draft.chosen)
        if draft.chosen is not None and draft.chosen != draft.suggested.queue:
            meant = NONE if draft.chosen == "none" else draft.chosen
            await learning.add_label(tx, case.id, Label(meant, None, Source.CITIZEN, tx.now), person_id)
    if lead is None or case.secret:
        await tell(tx, desk, case, [event])
    else:
        step = (Action.MERGE, merging(lead, at_filing=True))
        case = await act(tx, desk, case, actor_of(person_id), step)
    await send_first_files(tx, desk, case, draft.files)
    return await paging.call_if_urgent(tx, desk, case)


def _danger_by(draft: Draft) -> str | None:
    """How the desk knows of the danger: the citizen said so, their words do, or nobody answered the question."""
    if draft.emergency is None:
        return None
    return "citizen" if draft.said == "yes" else "silence" if draft.asks else "words"


def _grade(draft: Draft) -> Grade:
    """By what a new case's clocks are measured."""
    if draft.emergency:
        return Grade.EMERGENCY
    asks = draft.suggested is not None and draft.suggested.kind == "咨询"
    return Grade.QUESTION if asks else Grade.ORDINARY


async def join_draft(
    tx: Tx, desk: Desk, chat_id: int, person_id: int, dialogue_id: str, case_id: int
) -> Case:
    """The draft belongs to an open case: it is added there."""
    return await _join(tx, desk, await mine(tx, chat_id, person_id, dialogue_id), case_id)


async def _join(tx: Tx, desk: Desk, dialogue: Dialogue, case_id: int, *, unasked: bool = False) -> Case:
    draft = draft_of(dialogue)
    case = await own(tx, dialogue.person_id, case_id)
    await dialogues.end(tx, dialogue.chat_id, dialogue.person_id, KIND)
    if draft.confidential and not case.confidential:
        case = await secrecy.seal(tx, desk, case, actor_of(dialogue.person_id))
    case = await add(
        tx,
        desk,
        dialogue.person_id,
        case,
        "\n".join(
            filter(None, (draft.place and desk.public.plain("place-at", place=draft.place), draft.text))
        ),
        draft.files,
        draft.messages,
        unasked=unasked,
        danger=draft.emergency,
        album=draft.album,
        guessed=unasked,
    )
    await replace_preview(
        tx, desk, dialogue.chat_id, dialogue.person_id, draft, "draft-joined", number=case.number
    )
    return case


def _takes(target: Case | None, draft: Draft) -> bool:
    """Whether a case can take a draft as it was meant: what is told in confidence makes the case confidential."""
    if target is None or not draft.confidential or target.confidential:
        return True
    return workflow.allowed(target.status, Action.SEAL)


async def own(tx: Tx, person_id: int, case_id: int) -> Case:
    case = await load(tx, case_id)
    if case.citizen_id != person_id:
        raise NoSuchCase
    return case


async def add(
    tx: Tx,
    desk: Desk,
    person_id: int,
    case: Case,
    text: str,
    files: Sequence[Attachment],
    messages: Sequence[int] = (),
    *,
    correction: bool = False,
    unasked: bool = False,
    danger: str | None = None,
    album: str | None = None,
    late: bool = False,
    guessed: bool = False,
) -> Case:
    """More from the citizen on a case: an answer when one was asked for, otherwise an addition.

    A correction of earlier words answers no question. `danger`: the duty officers are called to it. `late`: one
    more part of an album that the case has already; the citizen is not told of each. `guessed`: they did not name
    the case, and may say that it is another matter.
    """
    asked = case.status is Status.AWAITING_CITIZEN and not correction
    answers = asked and not (guessed and not files and smalltalk.scolds(case.question or "", text))
    action = Action.SUPPLY if answers else Action.ADD
    words = text or desk.public.say("draft-files", files=desk.public.files([f.kind for f in files]))
    await cases.attach(tx, case.id, files)
    case = await act(
        tx,
        desk,
        case,
        actor_of(person_id),
        (
            action,
            {
                "text": words,
                "messages": list(messages),
                "unasked": unasked,
                "danger": danger,
                "album": album,
                "attached": [file.file_unique_id for file in files],
                **({"quietly": True, "quiet": True} if late else {}),
                **({"guessed": True} if guessed and not danger else {}),
                **({} if text else {"wordless": True}),
            },
        ),
    )
    await send_first_files(tx, desk, case, files)
    if asked and not danger and not unasked and not late:
        await asking.again(tx, desk, person_id)
    return await paging.call(tx, desk, case) if danger else case


async def add_directly(
    tx: Tx,
    desk: Desk,
    person_id: int,
    case_id: int,
    new: Addition,
    *,
    late: bool = False,
    guessed: bool = False,
) -> Case:
    """A reply to one of our messages about a case goes straight into it; so do the late parts of an album."""
    case = await own(tx, person_id, case_id)
    files = (new.file,) if new.file is not None else ()
    case = await add(
        tx,
        desk,
        person_id,
        case,
        new.text,
        files,
        (new.message_id,),
        album=new.album,
        late=late,
        guessed=guessed,
    )
    if late:
        voice = desk.voice(await language_of(tx, person_id))
        came = [e for e in await cases.history(tx.conn, case.id) if e.data.get("album") == new.album]
        count = sum(bool(e.data.get("quiet")) for e in came)
        content = Content(voice.say("album-late", number=case.number, count=count))
        await say(tx, person_id, content, "album-late", case_id=case.id, slot=f"album:{new.album}")
    return case


async def correct(tx: Tx, desk: Desk, person_id: int, case_id: int, new: Addition) -> Case:
    """An edited message had gone into a case already: the new words follow the old ones."""
    case = await own(tx, person_id, case_id)
    return await add(tx, desk, person_id, case, new.text, (), (new.message_id,), correction=True)


async def draft_clock(tx: Tx, desk: Desk, clock: Clock) -> None:
    """A draft was left lying: first a reminder, then it is filed as it stands. A draft is a complaint."""
    dialogue = await dialogues.by_id(tx.conn, clock.data["dialogue"])
    if dialogue is not None and await inbox.waits_in(tx.conn, dialogue.chat_id):
        return  # what the citizen did last comes first; the clock rings at the next tick
    if not await dialogues.ring(tx, clock):
        return
    if dialogue is None:
        return
    voice = desk.voice(await language_of(tx, dialogue.person_id))
    if clock.kind == "draft-remind":
        draft = draft_of(dialogue)
        due = await dialogues.due_at(tx.conn, clock.subject, "draft-file")
        minutes = round((due - tx.now).total_seconds() / 60) if due is not None else 0
        if minutes <= 0:
            return  # after an outage both are due: it is filed, and that is what is told
        moved = dataclasses.replace(draft, shown=draft.shown + 1)
        await replace_preview(tx, desk, dialogue.chat_id, dialogue.person_id, draft, "draft-moved")
        reminder = voice.say("draft-reminder", minutes=minutes)
        saved = await dialogues.save(tx, dialogue, moved.data())
        await show_draft(tx, desk, dialogue.person_id, saved, above=reminder)
        return
    draft = draft_of(dialogue)
    target = await cases.by_id(tx.conn, draft.target) if draft.target else None
    belongs = draft.guess in ("answer", "reply") and _takes(target, draft)
    if target is not None and belongs and workflow.takes_words(target.status) and not draft.emergency:
        await _join(tx, desk, dialogue, target.id, unasked=True)
        return
    await _submit(tx, desk, dialogue, unasked=True)
