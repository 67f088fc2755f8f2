"""What citizens are told of an event, each under their own number."""

import dataclasses
from datetime import datetime
from typing import Any

from bot.core import clockwork, deadlines, workflow
from bot.core.case import Case, Event, EventKind, Status
from bot.core.deadlines import Kind, Stage
from bot.core.followup import UPHOLDS
from bot.core.moving import PASSED_ON
from bot.core.notices import Notice
from bot.core.plain import clip
from bot.core.together import as_shown
from bot.core.workflow import Action
from bot.service import audience
from bot.service.desk import Desk
from bot.service.enclosing import files_of, say_files, say_whole
from bot.service.saying import say
from bot.service.wording import due_of, has_it
from bot.store import cases, clocks, people
from bot.store.cases import Attachment
from bot.store.db import Tx
from bot.texts import Safe
from bot.views import citizen as citizen_view
from bot.views import follow_up as follow_view
from bot.views import merging as merging_view
from bot.views import moves as moves_view
from bot.views import splitting as splitting_view
from bot.views.content import Content, Voice, lines
from bot.views.supervision import watched

_WITH_DUE = {
    "citizen-receipt", "citizen-supplied", "citizen-reopened", "citizen-resumed", "citizen-graded",
    "citizen-extended", "citizen-recalled", "citizen-merged", "citizen-unmerged", "together-receipt", "citizen-reminded",
}  # fmt: skip
OTHERS_LATER = "others_later"  # in an event: the citizens of joined cases sleep, and hear in the morning


async def citizen_text(
    tx: Tx, desk: Desk, voice: Voice, case: Case, event: Event, key: str, *, due: str | None = None
) -> Safe:
    """A notice as the citizen reads it; the clerk's preview shows the same. `due`: when that is still to be."""
    shown = case.handler_id if event.kind is EventKind.HANDED_OVER else event.actor.id
    actor = await people.get(tx.conn, shown) if shown else None
    last: str = ""
    mine, case = case, await audience.shown(tx.conn, case)
    if key == "citizen-latest":
        for past in reversed(await audience.history(tx.conn, mine)):
            if past.kind is EventKind.CORRECTED and not last:
                last = voice.say("citizen-latest-corrected", text=clip(past.data["text"], 800))
            if past.kind in (EventKind.REPLIED, EventKind.RESOLVED):
                reply = voice.say("citizen-latest-reply", text=clip(past.data["text"], 2000))
                last = lines(reply, last or None)
                break
        if case.status is Status.AWAITING_CITIZEN and case.question:
            asked = voice.say("citizen-latest-question", text=clip(case.question, 1000))
            last = lines(last or None, asked)
    words: dict[str, Any] = {
        "number": case.number,
        "headline": voice.about(case.title),
        "status": voice.plain(f"own-status-{case.status.value}"),
        "who": voice.who(case.department),
        "office": voice.office(case.department),
        "phone": voice.phone(case.department),
        "gone": voice.office(event.data["from_department"]) if event.data.get("gone") else "none",
        "staff": str(actor.staff_no) if actor and actor.staff_no else "–",
        "text": event.data.get("text") or event.data.get("question") or "",
        "outcome": event.data.get("outcome") or "",
        "last": Safe(last),
        **moves_view.words(voice, event),
        "leader": event.data.get("leader", ""),
    }
    if event.kind is EventKind.CORRECTED:
        words["earlier"] = voice.when(datetime.fromisoformat(event.data["of"]))
    elif event.kind is EventKind.RESOLVED:
        asks = desk.calendar.next_awake(desk.policy.follow_up_ask.due(event.at, desk.calendar))
        words["asks"] = voice.on(asks)
    elif event.kind is EventKind.REOPEN_ASKED:
        decide = (c.due for c in await clocks.running(tx.conn, event.case_id) if c.kind is Kind.DECIDE)
        words["due"] = next((voice.due(due) for due in decide if due > tx.now), "none")
    elif event.kind is EventKind.UPHELD:
        words["again"] = "yes" if event.data["upheld"] < UPHOLDS else "no"
    elif event.kind is EventKind.DETACHED:
        words["question"] = clip(case.question or "none", 200)
    elif event.kind is EventKind.CLOSED:
        route = event.data.get("route")
        words["ended"] = event.data["ended"]
        words["route"] = voice.say(f"route-how-{route}") if route else ""
    if event.kind is EventKind.MISSED:
        words |= await _missed_words(tx, desk, voice, case, event)
    elif key in _WITH_DUE:
        words["due"] = due or await due_of(tx, voice, case)
    if event.kind is EventKind.MERGED:
        words["lead"] = await audience.lead_told(tx.conn, mine)
    if event.kind is EventKind.SPLIT:
        words["parts"] = splitting_view.parts_of(voice, case, event)
    files = [file.kind for file in files_of(event.data)]
    enclosed = voice.say("answer-files", files=voice.files(files)) if files else None
    kept = voice.say("seal-receipt") if event.kind is EventKind.FILED and case.confidential else None
    return lines(voice.say(key, **words), kept, enclosed)


async def _missed_words(tx: Tx, desk: Desk, voice: Voice, case: Case, event: Event) -> dict[str, Any]:
    """What was missed, who has the case, and since when."""
    missed = event.data["missed"]
    kind = deadlines.weightiest(missed)
    assert kind is not None
    handler = await people.get(tx.conn, case.handler_id) if case.handler_id else None
    moves = (EventKind.FILED, *PASSED_ON)
    kinds = (EventKind.CLAIMED, EventKind.REOPENED) if handler else moves
    history = await cases.history(tx.conn, case.id)
    came = next((e.at for e in reversed(history) if e.kind in kinds), case.filed_at)
    running = await clocks.running(tx.conn, case.id)
    rungs = (clockwork.next_rung(c, Stage.SUPERVISE, desk.policy, desk.calendar) for c in running)
    rung = next((moment for moment in rungs if moment is not None), None)
    above = "urgent" if event.data.get("urgent") else str(case.supervision) if watched(case) else "later"
    return {
        "what": kind.value,
        "due": voice.due(datetime.fromisoformat(missed[kind])),
        "who": "asked" if case.status is Status.AWAITING_CITIZEN else has_it(case),
        "staff": str(handler.staff_no) if handler else "–",
        "since": voice.due(came),
        "above": above if rung is not None or above != "later" else "none",
        "next": voice.due(rung) if rung is not None else "–",
    }


async def tell_citizen(tx: Tx, desk: Desk, case: Case, event: Event, notice: Notice) -> None:
    """Tell the citizen, and those whose cases are handled with this one, each under their own number."""
    assert notice.text is not None
    if "to" in event.data:
        await _tell_round(tx, desk, case, event, notice)
        return
    if event.data.get("known"):
        return
    if event.kind is EventKind.MISSED and deadlines.weightiest(event.data["missed"]) is None:
        return  # that a case waits to be sent on is the desk's own affair
    await _tell_one(tx, desk, case, event, notice)
    if not event.data.get(OTHERS_LATER):
        await tell_others(tx, desk, case, event, notice)


async def tell_others(tx: Tx, desk: Desk, case: Case, event: Event, notice: Notice) -> None:
    """Tell those whose cases are handled with this one."""
    assert notice.text is not None
    joined = await audience.others(tx.conn, case, event)
    told = await audience.for_others(tx.conn, case, event) if joined else event
    key = merging_view.key_for_others(event, notice.text)
    for mine in joined:
        voice = desk.voice(await _language_of(tx, mine))
        text = await citizen_text(tx, desk, voice, as_shown(mine, case), told, key)
        content = Content(text, merging_view.notice_buttons(voice, mine, event))
        await _say_answer(tx, voice, mine, told, content, notice)


async def _language_of(tx: Tx, case: Case) -> str:
    person = await people.get(tx.conn, case.citizen_id)
    return person.language if person else case.language


async def _tell_one(tx: Tx, desk: Desk, case: Case, event: Event, notice: Notice) -> None:
    assert notice.text is not None
    voice = desk.voice(await _language_of(tx, case))
    key = "together-receipt" if event.data.get("at_filing") else notice.text
    text = await citizen_text(tx, desk, voice, case, event, key)
    if event.data.get("unasked"):
        key = "draft-auto-filed" if event.kind is EventKind.FILED else "draft-auto-joined"
        text = lines(voice.say(key, number=case.number), "", text)
    buttons = citizen_view.case_buttons(voice, case) if event.kind is not EventKind.ASKED else ()
    if event.kind is EventKind.MERGED:
        buttons = merging_view.citizen_buttons(voice, case)
    if event.data.get("guessed"):
        buttons = (citizen_view.other_matter(voice, case, event), *buttons)
    if found := event.data.get("danger"):
        called = "yes" if workflow.allowed(case.status, Action.PAGE) else "no"
        text = lines(voice.say(f"page-citizen-{found}", numbers=voice.emergency(), called=called), "", text)
    await _say_answer(tx, voice, case, event, Content(text, buttons), notice)


async def _say_answer(
    tx: Tx, voice: Voice, mine: Case, event: Event, content: Content, notice: Notice
) -> None:
    """Words to a citizen under their own number, however long, and the files that go with them."""
    assert notice.text is not None
    about: dict[str, Any] = {"purpose": notice.text, "priority": notice.priority, "case_id": mine.id}
    slot = None
    if (
        event.data.get("guessed") or event.kind is EventKind.DETACHED
    ):  # the button's message says what became of it
        version = event.data["of"][0] if event.kind is EventKind.DETACHED else event.version
        slot = f"said:{mine.id}:{version}"
    await say_whole(tx, voice, mine.citizen_id, mine.number, content, slot=slot, **about)
    files = files_of(event.data)
    if event.kind is EventKind.REACHABLE:  # what could not be delivered meanwhile
        files = await _files_of_last(tx, mine)
    await say_files(tx, mine.citizen_id, files, mine.number, **about)


async def _files_of_last(tx: Tx, mine: Case) -> list[Attachment]:
    history = await audience.history(tx.conn, mine)
    answers = (e for e in reversed(history) if e.kind in (EventKind.REPLIED, EventKind.RESOLVED))
    last = next(answers, None)
    return files_of(last.data) if last is not None else []


async def _tell_round(tx: Tx, desk: Desk, case: Case, event: Event, notice: Notice) -> None:
    """A notice to those citizens of a follow-up whom the event names, each about their own case."""
    assert notice.text is not None
    for each in event.data["to"]:
        whom = each["citizen"]
        own = await cases.by_id(tx.conn, each["own"])
        person = await people.get(tx.conn, whom)
        assert own is not None
        voice = desk.voice(person.language if person else own.language)
        ended = each.get("ended", "")
        theirs = dataclasses.replace(case, id=own.id, number=own.number, title=own.title)
        shown = dataclasses.replace(event, data={**event.data, "ended": ended})
        text = await citizen_text(tx, desk, voice, theirs, shown, notice.text)
        content = Content(text, follow_view.after(voice, event, own, each["followup"], ended))
        await say(tx, whom, content, notice.text, notice.priority, case_id=own.id)
