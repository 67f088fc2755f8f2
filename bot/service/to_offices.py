"""What an office's group is told of an event, below the card."""

from datetime import datetime
from typing import Any

from bot.core import deadlines
from bot.core.case import Case, Event, EventKind, Status
from bot.core.deadlines import Kind
from bot.core.masking import mask
from bot.core.notices import Notice, Priority
from bot.core.plain import clip
from bot.service.desk import Desk
from bot.service.saying import say, voice_for
from bot.service.sight import homes, homes_of, may_see
from bot.service.watchers import tell_deciders
from bot.service.wording import due_of, has_it, mention_of
from bot.store import cases, people
from bot.store.db import Tx
from bot.views import merging as merging_view
from bot.views import moves as moves_view
from bot.views.content import Button, Content, Voice

_PRESSING = {EventKind.REMINDED, EventKind.SUPERVISED, EventKind.ESCALATED, EventKind.TAKEN_OVER}


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
