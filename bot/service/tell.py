"""Puts what follows from events into the outbox: the citizen's notices, the cards, the words to a group."""

import dataclasses
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from bot.core import accused, clockwork, deadlines, routing, said, workflow
from bot.core import duty as core_duty
from bot.core.case import Case, Event, EventKind, Status
from bot.core.deadlines import Kind, Stage
from bot.core.followup import UPHOLDS
from bot.core.masking import mask
from bot.core.moving import PASSED_ON, wished
from bot.core.notices import Audience, Notice, Priority, notices_for
from bot.core.phones import phones
from bot.core.plain import clip
from bot.core.together import as_shown
from bot.core.workflow import Action
from bot.service import audience
from bot.service.desk import Desk
from bot.service.enclosing import METHODS, files_of, say_files, say_whole
from bot.service.sight import homes, homes_of, may_see
from bot.store import cases, clocks, duty, outbox, people
from bot.store.cases import Attachment
from bot.store.db import Tx
from bot.store.outbox import Say
from bot.texts import Safe
from bot.views import card as card_view
from bot.views import citizen as citizen_view
from bot.views import follow_up as follow_view
from bot.views import merging as merging_view
from bot.views import moves as moves_view
from bot.views import splitting as splitting_view
from bot.views import staff as staff_view
from bot.views.card import CardFacts
from bot.views.content import Button, Content, Voice, lines
from bot.views.supervision import watched

# What an office that no longer has the case need not get any more.
OF_THE_CASE = (
    "attachment", "group-added", "group-added-after", "group-supplied", "group-unreachable",
    "group-due-soon", "group-missed", "group-resumed", "group-reopened",
    "group-refused", "group-extended", "group-deferred", "group-recalled", "group-opinion",
    "group-reminded", "group-supervised", "group-escalated", "group-taken-over",
)  # fmt: skip
_WITH_DUE = {
    "citizen-receipt", "citizen-supplied", "citizen-reopened", "citizen-resumed", "citizen-graded",
    "citizen-extended", "citizen-recalled", "citizen-merged", "citizen-unmerged", "together-receipt", "citizen-reminded",
}  # fmt: skip
_PRESSING = {EventKind.REMINDED, EventKind.SUPERVISED, EventKind.ESCALATED, EventKind.TAKEN_OVER}
OTHERS_LATER = "others_later"  # in an event: the citizens of joined cases sleep, and hear in the morning
FILES_AT_ONCE = 3  # sent below a card by themselves; more come at the press of a button


async def voice_for(tx: Tx, desk: Desk, chat_id: int) -> Voice:
    """The language of a chat: the city's in groups, in private what the person chose."""
    language = await people.language_of(tx.conn, chat_id) if chat_id > 0 else None
    return desk.voice(language) if language else desk.public


def card_slot(case_id: int) -> str:
    return f"card:{case_id}"


async def tell(tx: Tx, desk: Desk, case: Case, events: Sequence[Event]) -> None:
    """Tell everyone who has to know of `events`, after which the case is `case`."""
    moved = any("department" in e.data for e in events if e.kind is not EventKind.FILED)
    for event, notice in notices_for(events):
        if notice.audience is Audience.CARD and event.kind is EventKind.MISSED and not case.open:
            continue  # what supervisors did not decide in time stands on no card
        if notice.audience is Audience.CARD:
            urgent = event.data.get("danger")
            priority = Priority.EMERGENCY if urgent else Priority.NOTICE
            await show_card(tx, desk, case, priority, moved=moved)
        elif notice.audience is Audience.CITIZEN:
            await tell_citizen(tx, desk, case, event, notice)
        else:
            await tell_group(tx, desk, case, event, notice)


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
            names=content.lists.cases if content.lists else (),
            again=content.lists.again if content.lists else None,
        ),
    )


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
    return lines(voice.say(key, **words), enclosed)


async def due_of(tx: Tx, voice: Voice, case: Case) -> str:
    """When the answer is due, in words; "none" when that has passed or was never said: the texts choose by it."""
    running = await clocks.running(tx.conn, case.id)
    coming = (c for c in running if c.kind is Kind.RESOLVE and not c.missed(tx.now))
    return next((voice.due(c.due) for c in coming), "none")


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


def has_it(case: Case) -> str:
    """Which words fit those who have a case: a handler's, an office's that nobody acts for yet, the triage desk's."""
    if case.handler_id is not None:
        return "handler"
    return "triage" if case.status is Status.TRIAGE else "office"


async def mention_of(tx: Tx, case: Case) -> Safe:
    """The handler, called by name, with their deputy while they are away; nothing when there is none."""
    handler = await people.get(tx.conn, case.handler_id) if case.handler_id else None
    if handler is None:
        return Safe("")
    who = staff_view.mention(handler.id, handler.name or "–")
    for person_id in core_duty.reached([handler.id], await duty.away(tx.conn, tx.now)):
        deputy = await people.get(tx.conn, person_id)
        if person_id != handler.id and deputy is not None and deputy.sees(case):
            return Safe(f"{who} → {staff_view.mention(deputy.id, deputy.name or '–')}")
    return who


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


async def tell_group(tx: Tx, desk: Desk, case: Case, event: Event, notice: Notice) -> None:
    """A word to the office's group, below the card."""
    assert notice.text is not None
    if event.data.get("quiet"):
        return
    if event.kind is EventKind.REOPENED and "text" not in event.data:
        return  # nobody had asked for it: the office took it up by itself
    if event.kind is EventKind.MISSED and Kind.DECIDE in event.data["missed"]:
        due = datetime.fromisoformat(event.data["missed"][Kind.DECIDE])
        await tell_deciders(tx, desk, case, "decide-missed", due)
        if len(event.data["missed"]) == 1:
            return
    # A merged case is looked after where its lead is.
    lead = await cases.by_id(tx.conn, case.lead_id) if case.lead_id is not None else None
    chats = [chat_id for chat_id, _ in await homes_of(tx, desk, lead or case)]
    if event.data.get("urgent"):  # those above hear of an emergency at once, of all else in the morning
        above = [chat_id for chat_id, _ in await homes(tx, desk, desk.offices.triage.id)]
        chats += [chat_id for chat_id in above if await may_see(tx.conn, desk, case, chat_id)]
    priority = Priority.EMERGENCY if event.data.get("urgent") else notice.priority
    for chat_id in dict.fromkeys(chats):
        voice = await voice_for(tx, desk, chat_id)
        content = await _word_to_group(tx, voice, case, event, notice.text, lead)
        await say(tx, chat_id, content, notice.text, priority, case_id=case.id)
    if event.kind is EventKind.REFUSED and case.confidential:
        await _hand_back(tx, desk, case, event)


async def _hand_back(tx: Tx, desk: Desk, case: Case, event: Event) -> None:
    """What a group may not read of a refusal, in private to whoever wrote what was refused."""
    writer = await people.get(tx.conn, event.data["by"])
    if writer is None or not writer.sees(case) or await people.is_gone(tx.conn, writer.id):
        return
    voice = await voice_for(tx, desk, writer.id)
    words = {"text": mask(event.data["text"]), **await _approval_words(tx, voice, case, event)}
    content = Content(voice.say("group-refused", number=case.number, **words))
    await say(tx, writer.id, content, "refused-sealed", case_id=case.id)


async def _word_to_group(
    tx: Tx, voice: Voice, case: Case, event: Event, key: str, lead: Case | None
) -> Content:
    again: tuple[tuple[Button, ...], ...] = ()
    if case.status is Status.RESOLVED and event.kind is EventKind.ADDED:
        # The department said it was done; the citizen may see it otherwise.
        key, again = "group-added-after", ((Button(voice.plain("button-reopen"), f"c:reopen:{case.id}"),),)
    words: dict[str, Any] = {"text": clip(mask(event.data.get("text", "")), 800)}
    if case.confidential:
        words = {"text": voice.plain("seal-line")}
    if event.kind in (EventKind.MISSED, EventKind.RESUMED):
        words = await _late_words(tx, voice, case, event)
    if event.kind in _OF_APPROVALS:
        words |= await _approval_words(tx, voice, case, event)
        if case.confidential and event.kind is EventKind.REFUSED:
            words |= {"said": "sealed", "draft": "none"} if event.data["text"] or event.data["draft"] else {}
    if event.kind is EventKind.DETACHED:
        words |= {
            "text": "none" if case.confidential else words["text"] or "none",
            "was": event.data["was"],
            "left": event.data["left"],
            "files": voice.files(event.data["kinds"]) if event.data["kinds"] else "none",
            "lead": lead.number if lead is not None else "none",
        }
    elif lead is not None:
        key = merging_view.key_for_group(event, key)
        words |= {"lead": lead.number, "done": "yes" if lead.status is Status.RESOLVED else "no"}
        if event.kind is EventKind.ADDED and lead.status is Status.RESOLVED:
            again = ((Button(voice.plain("button-reopen"), f"c:reopen:{lead.id}"),),)
    elif event.kind is EventKind.REOPENED:
        words = {
            "text": words["text"] or "none",
            "mention": await mention_of(tx, case),
            "who": has_it(case),
            "due": await due_of(tx, voice, case),
        }
    elif event.kind in _PRESSING:
        words |= await _late_words(tx, voice, case, event)
        words |= {"count": event.data.get("count", 1), "leader": event.data.get("leader", "")}
        decided = event.actor.id and event.kind is not EventKind.REMINDED
        by = await people.get(tx.conn, event.actor.id) if decided and event.actor.id else None
        words["name"] = (by.name if by else None) or "none"
    return Content(voice.say(key, number=case.number, **words), again)


async def _late_words(tx: Tx, voice: Voice, case: Case, event: Event) -> dict[str, Any]:
    late = [
        voice.plain(
            "late-clock", what=voice.plain(f"clock-{kind}"), due=voice.when(datetime.fromisoformat(due))
        )
        for kind, due in event.data.get("missed", {}).items()
        if kind != Kind.DECIDE
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


_OF_APPROVALS = (EventKind.REFUSED, EventKind.EXTENDED, EventKind.DEFERRED, EventKind.RECALLED)


async def _approval_words(tx: Tx, voice: Voice, case: Case, event: Event) -> dict[str, Any]:
    by = await people.get(tx.conn, event.actor.id) if event.actor.id else None
    return {
        **moves_view.words(voice, event),
        "name": (by.name if by else None) or "–",
        "by": "staff" if by else "desk",
        "due": await due_of(tx, voice, case),
        "who": has_it(case),
        "mention": await mention_of(tx, case),
    }


async def watchers(tx: Tx, desk: Desk) -> list[int]:
    """The chats of those who watch over all offices: the supervisors; without any, the triage desk's home."""
    chats = [p for p in await people.with_role(tx.conn, "supervisor") if not await people.is_gone(tx.conn, p)]
    return chats or [chat_id for chat_id, _ in await homes(tx, desk, desk.offices.triage.id)]


async def deciders(tx: Tx, desk: Desk, case: Case) -> list[int]:
    """Those who watch over all offices, without whoever must not see this case."""
    out = []
    for chat_id in await watchers(tx, desk):
        person = await people.get(tx.conn, chat_id) if chat_id > 0 else None
        if person is None or person.sees(case):
            out.append(chat_id)
    return out


async def tell_deciders(tx: Tx, desk: Desk, case: Case, key: str, due: datetime) -> None:
    """A decision is due, or overdue: that concerns those who decide, not the office."""
    what = "proposal" if case.open else "reopening"
    for chat_id in await deciders(tx, desk, case):
        voice = await voice_for(tx, desk, chat_id)
        text = voice.say(key, number=case.number, due=voice.when(due), what=what)
        buttons = () if case.open else follow_view.decision_buttons(voice, case)
        await say(tx, chat_id, Content(text, buttons), key, Priority.NOTICE, case_id=case.id)


async def card_content(
    tx: Tx,
    desk: Desk,
    case: Case,
    voice: Voice,
    *,
    stand_in: bool = False,
    supporting: bool = False,
    rendered: bool = False,
) -> Content:
    """`supporting`: as an office reads it that contributes; `rendered`: in the characters of the chat."""
    history = await cases.history(tx.conn, case.id)
    files = await cases.attached(tx.conn, case.id)
    actors = {e.actor.id for e in history if e.actor.id} | ({case.handler_id} if case.handler_id else set())
    wish = wished(history)
    names = {}
    for actor in actors:
        person = await people.get(tx.conn, actor)
        if person is not None and person.staff_no is not None:
            names[actor] = (person.name or "", person.staff_no)
    lead = await audience.lead_of(tx.conn, case)
    joined = await cases.merged_into(tx.conn, case.id)
    standing = deadlines.standing(await clocks.running(tx.conn, case.id), tx.now, desk.calendar)
    facts = CardFacts(
        joined=[c.number for c in joined],
        lead=lead.number if lead is not None else None,
        history=history,
        file_kinds=[f.kind for f in files],
        names=names,
        nth=await cases.nth_of_citizen(tx.conn, case.citizen_id, case.id),
        prediction=await cases.prediction(tx.conn, case.id),
        likely=list(dict.fromkeys([*([wish] if wish else []), *routing.likely_of(history)])),
        stand_in=stand_in,
        supporting=supporting,
        rendered=rendered and not case.confidential,
        # That a citizen does not accept the answer is not the office's to know before it is decided.
        clocks=[c for c in standing if case.open or c.kind is not Kind.DECIDE],
        now=tx.now,
        likely_accused=accused.still_proposed(history),
        phone=await _phone_of(tx, case, history),
    )
    return card_view.card(voice, case, facts)


async def _phone_of(tx: Tx, case: Case, history: Sequence[Event]) -> str | None:
    """The number that the citizen left for this case, or called from."""
    person = await people.get(tx.conn, case.citizen_id)
    if person is not None and person.phone:
        return person.phone
    texts = [case.text, *(e.data.get("text", "") for e in said.standing(history))]
    return next(iter(phones("\n".join(texts))), None)


async def show_card(
    tx: Tx, desk: Desk, case: Case, priority: Priority = Priority.NOTICE, *, moved: bool = True
) -> None:
    """Bring every card of a case up to date: in full where it is at home, as moved elsewhere.

    Not `moved`: groups that had the case before have been told so, and need no further edit.
    """
    slot = card_slot(case.id)
    home = dict(await homes_of(tx, desk, await audience.shown(tx.conn, case)))
    brief = card_view.brief(desk.public, case)
    # What is handled with another case has its place on that one's card: its own is kept where it stands.
    kept = case.lead_id is not None or case.status is Status.DECLINED
    for chat_id, stand_in in home.items():
        content = await card_content(tx, desk, case, await voice_for(tx, desk, chat_id), stand_in=stand_in)
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
                edit_only=kept,
            ),
        )
    guests = await _guests(tx, desk, case, home)
    for chat_id in guests:
        content = await card_content(tx, desk, case, await voice_for(tx, desk, chat_id), supporting=True)
        await say(tx, chat_id, content, "card", priority, case_id=case.id, slot=slot)
    home |= guests
    if moved:
        await outbox.take_back(tx, case.id, list(home), OF_THE_CASE)
    for chat_id in await outbox.chats_with(tx.conn, slot):
        if chat_id in home or await people.is_gone(tx.conn, chat_id):
            continue
        if not await may_see(tx.conn, desk, case, chat_id):
            continue
        # A clerk's private chat keeps a card they asked for, as long as the case is theirs.
        person = await people.get(tx.conn, chat_id) if chat_id > 0 else None
        where = await audience.shown(tx.conn, case)
        theirs = person is not None and person.sees(where)
        if case.status is Status.MERGED and not theirs:  # the desk that can take it apart again keeps it too
            theirs = chat_id in dict(await homes(tx, desk, desk.offices.triage.id))
        if not theirs and not moved:
            continue
        guest = person is not None and not person.works_for(where.department)
        voice = await voice_for(tx, desk, chat_id)
        content = (
            await card_content(tx, desk, case, voice, supporting=guest)
            if theirs
            else card_view.moved(voice, dataclasses.replace(case, department=where.department))
        )
        await say(tx, chat_id, content, "card-moved", priority, case_id=case.id, slot=slot, edit_only=True)


async def _guests(tx: Tx, desk: Desk, case: Case, home: Collection[int]) -> dict[int, bool]:
    """The chats of offices that contribute, beside the case's own."""
    known = desk.offices
    offices = [d for d in case.supporting if d in known and d not in case.accused]
    return {
        chat_id: stand_in
        for office in offices
        for chat_id, stand_in in await homes(tx, desk, office)
        if chat_id not in home
    }


async def is_guest(tx: Tx, desk: Desk, case: Case, chat_id: int) -> bool:
    """Whether a chat reads a case as one that contributes to it."""
    if chat_id in dict(await homes_of(tx, desk, case)):
        return False
    if chat_id > 0:
        person = await people.get(tx.conn, chat_id)
        return person is not None and not person.works_for(case.department)
    here = set(await people.departments_of_chat(tx.conn, chat_id))
    return not here & {case.department, desk.offices.triage.id}


async def bring_card(tx: Tx, desk: Desk, case: Case, chat_id: int) -> None:
    """Post the card anew at the end of a chat: somebody asked for it. The old one says where to look."""
    slot = card_slot(case.id)
    voice = await voice_for(tx, desk, chat_id)
    old = await outbox.standing(tx.conn, chat_id, slot)
    if old is not None:
        past = f"{slot}:{old}"
        await outbox.place(tx, chat_id, past, old, case.id)
        below = Content(voice.say("card-below", number=case.number))
        await say(tx, chat_id, below, "card-below", case_id=case.id, slot=past, edit_only=True)
    await outbox.forget_slot(tx, chat_id, slot)
    guest = await is_guest(tx, desk, case, chat_id)
    content = await card_content(tx, desk, case, voice, supporting=guest)
    await say(tx, chat_id, content, "card-opened", Priority.ANSWER, case_id=case.id, slot=slot)


async def render_card(tx: Tx, desk: Desk, case: Case, chat_id: int, *, rendered: bool) -> None:
    """The card of this chat with the citizen's words in its own characters, or as they were written again."""
    home = dict(await homes_of(tx, desk, await audience.shown(tx.conn, case)))
    content = await card_content(
        tx,
        desk,
        case,
        await voice_for(tx, desk, chat_id),
        stand_in=home.get(chat_id, False),
        supporting=await is_guest(tx, desk, case, chat_id),
        rendered=rendered,
    )
    slot = card_slot(case.id)
    await say(tx, chat_id, content, "card", Priority.ANSWER, case_id=case.id, slot=slot, edit_only=True)


async def send_files(
    tx: Tx, chat_id: int, case: Case, files: Sequence[Attachment], *, below: str | None = None
) -> None:
    """The citizen's photos and files, below the card (a merged case's below its lead's) or another message."""
    below = below or card_slot((await audience.shown(tx.conn, case)).id)
    for file in files:
        if chat_id < 0 and tells(file):
            continue
        params: dict[str, Any] = {
            file.kind: file.file_id,
            "caption": case.number,
            "reply_parameters": {"$slot": below},
        }
        if file.kind == "video_note":  # the round ones carry no words
            del params["caption"]
        await outbox.add(tx, Say(chat_id, METHODS[file.kind], params, "attachment", case_id=case.id))


def tells(file: Attachment) -> bool:
    """Whether a file's name says a number that is masked everywhere; Telegram shows the name, and it can't be changed."""
    return file.name is not None and mask(file.name) != file.name


async def send_first_files(tx: Tx, desk: Desk, case: Case, files: Sequence[Attachment]) -> None:
    """The first files of a case or an addition follow the card by themselves."""
    if case.confidential:
        return
    for chat_id, _ in await homes_of(tx, desk, await audience.shown(tx.conn, case)):
        await send_files(tx, chat_id, case, files[:FILES_AT_ONCE])
