"""The draft: it grows with every message, is shown, changed, cancelled. A draft is a complaint already."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.core import confiding, danger, smalltalk
from bot.core.case import Case, Status
from bot.core.errors import StaleButton
from bot.core.notices import Priority
from bot.core.plain import likeness, title_of
from bot.service import joining
from bot.service.desk import Desk
from bot.service.drafts import FILE_LIMIT, KIND, TEXT_LIMIT, Draft, Part, draft_of
from bot.service.saying import say
from bot.store import cases, dialogues, people, spoken
from bot.store.cases import Attachment
from bot.store.db import Reader, Tx
from bot.store.dialogues import Dialogue, subject_of
from bot.views import citizen as view
from bot.views import merging as merging_view
from bot.views import where as where_view
from bot.views.content import Content, lines

SAME_MATTER = 0.6  # likeness from which two texts of one citizen are taken for the same matter
OPEN_SHOWN = 10
SHORT_ANSWER = 15  # so few words are taken for an answer whatever the classifier makes of them
LIKE_ASKED = 0.15  # likeness to the case and the question from which longer ones are
DANGER_MINUTES = 3  # words of danger wait no longer than this to be filed
# The last word on a case so far: what a citizen writes after it is taken to be about that case.
ANSWERS = (
    "citizen-replied",
    "citizen-resolved",
    "citizen-corrected",
    "citizen-reopen-asked",
    "citizen-upheld",
    "page-citizen-answered",
    "page-citizen-unanswered",
)
ANSWER_FRESH = timedelta(days=3)  # words that follow an answer this closely are taken to be about it


@dataclasses.dataclass(frozen=True, slots=True)
class Addition:
    """One message of a citizen: words, a file, or both. `album` ties the parts of one album, `spot` is a position."""

    message_id: int
    text: str = ""
    file: Attachment | None = None
    album: str | None = None
    spot: bool = False


# --- preparing: no transaction, no changes


async def extended(
    desk: Desk, conn: Reader, person_id: int, old: Draft | None, new: Addition, now: datetime
) -> Draft:
    """The draft with one more message, classified, and matched against the citizen's open cases."""
    draft = old or Draft()
    if new.text:
        draft = dataclasses.replace(draft, parts=(*draft.parts, Part(new.message_id, new.text, new.spot)))
    if new.file is not None:
        draft = dataclasses.replace(draft, files=(*draft.files, new.file))
    draft = dataclasses.replace(draft, messages=(*draft.messages, new.message_id), album=new.album)
    return await read(desk, conn, person_id, draft, new.text, now)


async def read(desk: Desk, conn: Reader, person_id: int, draft: Draft, text: str, now: datetime) -> Draft:
    """The draft as the desk understands it; `text`: what is new of it."""
    if text:
        draft = await raised_anew(desk, await classified(desk, draft), text)
        if confiding.asked(text):
            draft = dataclasses.replace(draft, confidential=True)
    draft = await guessed(conn, person_id, draft, now)
    guess = draft.suggested
    if guess is not None and guess.faint and draft.guess in ("answer", "reply"):
        draft = dataclasses.replace(draft, suggested=dataclasses.replace(guess, alarm=False))
    return await joining.sought(desk, conn, person_id, draft)


def refusal_of(draft: Draft | None, new: Addition) -> tuple[str, dict[str, Any]] | None:
    """Why a message can't be part of this draft: a text key and its arguments."""
    if new.file is not None and draft is not None and len(draft.files) >= FILE_LIMIT:
        return "too-many-files", {"limit": FILE_LIMIT}
    if len(new.text) + (len(draft.text) if draft else 0) > TEXT_LIMIT:
        return "too-long", {"limit": TEXT_LIMIT}
    return None


async def classified(desk: Desk, draft: Draft) -> Draft:
    """The draft with the classifier's present opinion of its words."""
    title, body = draft.titled
    return dataclasses.replace(draft, suggested=await desk.brain.suggest(title, body) if draft.text else None)


async def raised_anew(desk: Desk, draft: Draft, text: str) -> Draft:
    """A "no" to the question about danger holds until new words raise it by themselves."""
    if draft.said != "no":
        return draft
    return dataclasses.replace(draft, said=None) if await alarming(desk, text) else draft


async def alarming(desk: Desk, text: str, *, of_a_case: bool = False) -> bool:
    """Whether words raise the question if somebody is in danger, or answer it.

    `of_a_case`: they reach the people of a case at once; “since Friday”, said to a question, is no alarm.
    """
    if not text:
        return False
    if danger.sign(text) is not None:
        return True
    guess = await desk.brain.suggest(*title_of(text))
    return guess.alarm and not (of_a_case and guess.faint)


async def alarming_anew(desk: Desk, text: str, before: str) -> bool:
    """Whether an edit alarms where the words before it did not: what was asked about once is not asked again."""
    if danger.raised(text, before):
        return True
    return await alarming(desk, text, of_a_case=True) and not await alarming(desk, before)


def meant_for(draft: Draft, case: Case) -> Draft:
    """The draft of somebody who replied to one of our messages about `case`."""
    guess = "answer" if case.status is Status.AWAITING_CITIZEN else "reply"
    return dataclasses.replace(draft, target=case.id, guess=guess)


async def guessed(conn: Reader, person_id: int, draft: Draft, now: datetime) -> Draft:
    """The draft with a guess at which case it belongs to, if to any: a question asked, an answer just given."""
    if draft.other:
        return dataclasses.replace(draft, target=None, guess=None)
    mine = await cases.of_citizen(conn, person_id, limit=OPEN_SHOWN)
    found = [c for c in mine if c.open or c.status is Status.MERGED]
    waiting = next((c for c in found if c.status is Status.AWAITING_CITIZEN), None)
    # What was begun before the question came is no answer to it.
    first = len(draft.messages) == 1 and waiting is not None and not _new_matter(draft, waiting)
    if waiting is not None and (first or draft.guess == "answer"):
        return dataclasses.replace(draft, target=waiting.id, guess="answer")
    if draft.guess == "reply":
        return draft
    answered = await _just_answered(conn, person_id, now) if len(draft.messages) == 1 else None
    if answered is not None:
        return dataclasses.replace(draft, target=answered, guess="reply")
    same = next((c for c in found if likeness(draft.text, c.text) >= SAME_MATTER), None)
    if same is not None:
        return dataclasses.replace(draft, target=same.id, guess="same")
    unsure = draft.suggested is not None and draft.suggested.queue == "triage"
    if unsure and smalltalk.impatient(draft.text) and (pending := [c for c in found if c.open]):
        latest = max(pending, key=lambda c: c.updated_at)
        return dataclasses.replace(draft, target=latest.id, guess="reply")
    return dataclasses.replace(draft, target=None, guess=None)


def _new_matter(draft: Draft, asked: Case) -> bool:
    """Whether a first message is no answer to the question that waits: it says so, or is about something else."""
    text, guess = draft.text, draft.suggested
    if not text or draft.files:
        return False
    if smalltalk.begins_anew(text) or smalltalk.reports(text):
        return True
    known = guess is not None and guess.queue not in ("triage", asked.domain)
    return (
        known and len(text) > SHORT_ANSWER and likeness(text, f"{asked.text}\n{asked.question}") < LIKE_ASKED
    )


async def _just_answered(conn: Reader, person_id: int, now: datetime) -> int | None:
    """The case whose answer is the last thing the citizen was told, if that was lately."""
    last = await spoken.last_said(conn, person_id)
    if last is None or last[1] not in ANSWERS or now - last[2] > ANSWER_FRESH:
        return None
    case = await cases.by_id(conn, last[0])
    return case.id if case is not None and case.citizen_id == person_id else None


# --- the draft


async def keep_draft(
    tx: Tx, desk: Desk, chat_id: int, person_id: int, language: str, before: Dialogue | None, draft: Draft
) -> None:
    """Store the draft, start its clocks anew, and show what was understood below the newest message."""
    await people.meet(tx, person_id, language)
    old = draft_of(before) if before else None
    same_album = old is not None and old.album is not None and old.album == draft.album
    if old is not None and not same_album:
        await replace_preview(tx, desk, chat_id, person_id, old, "draft-moved")
    shown = draft.shown if same_album else draft.shown + 1
    draft = dataclasses.replace(draft, shown=shown)
    if before is None:
        await dialogues.end(tx, chat_id, person_id, STANDING)
        dialogue = await dialogues.begin(tx, chat_id, person_id, KIND, draft.data())
    else:
        dialogue = await dialogues.save(tx, before, draft.data())
    await wind_up(tx, desk, dialogue)
    await show_draft(tx, desk, person_id, dialogue)


async def wind_up(tx: Tx, desk: Desk, dialogue: Dialogue) -> None:
    subject = subject_of(dialogue)
    await dialogues.stop_clocks(tx, subject)
    waits = [
        ("draft-remind", desk.settings.desk.draft_remind_minutes),
        ("draft-file", desk.settings.desk.draft_file_minutes),
    ]
    if draft_of(dialogue).emergency:
        waits = [("draft-file", DANGER_MINUTES)]
    for kind, minutes in waits:
        await dialogues.start_clock(
            tx, subject, kind, tx.now + timedelta(minutes=minutes), {"dialogue": dialogue.id}
        )


async def show_draft(
    tx: Tx, desk: Desk, person_id: int, dialogue: Dialogue, *, above: str | None = None
) -> None:
    """Show or renew the preview of a draft, in place; `above` it what there is to say about it this once."""
    voice = desk.voice(await language_of(tx, person_id))
    draft = draft_of(dialogue)
    target = await cases.by_id(tx.conn, draft.target) if draft.target is not None else None
    content = view.draft(voice, draft, target, await _may_belong_to(tx, person_id, draft))
    if (offer := await joining.offer(tx, person_id, draft)) is not None:
        content = merging_view.with_offer(voice, draft, content, offer)
    known = await people.get(tx.conn, person_id)
    if above is None and draft.shown <= 1 and known is not None and known.staff:
        above = voice.say("draft-of-staff")
    if above is not None:
        content = dataclasses.replace(content, text=lines(above, "", content.text))
    await say(tx, dialogue.chat_id, content, "draft", slot=draft.slot)


async def _may_belong_to(tx: Tx, person_id: int, draft: Draft) -> list[Case]:
    """The citizen's cases that a draft could be more about, the likeliest first."""
    mine = await cases.of_citizen(tx.conn, person_id, limit=OPEN_SHOWN)
    # A case closed a moment ago may be what they are still talking about.
    lately = [c for c in mine if c.status is Status.RESOLVED and tx.now - c.updated_at < ANSWER_FRESH]
    found = [c for c in mine if c.open or c.status is Status.MERGED]

    def likely(case: Case) -> tuple[bool, bool, float, datetime]:
        asked = case.status is Status.AWAITING_CITIZEN
        same = case.domain == draft.matter is not None
        return asked, same, round(likeness(draft.text, case.text), 1), case.updated_at

    return sorted(found, key=likely, reverse=True) + lately


async def show_cases(tx: Tx, desk: Desk, chat_id: int, person_id: int, dialogue_id: str) -> None:
    """Unfold in the preview's place all cases that the draft could be an addition to."""
    draft = draft_of(await mine(tx, chat_id, person_id, dialogue_id))
    voice = desk.voice(await language_of(tx, person_id))
    content = view.which_of_mine(voice, draft, await _may_belong_to(tx, person_id, draft))
    await say(tx, chat_id, content, "draft", slot=draft.slot)


async def replace_preview(
    tx: Tx, desk: Desk, chat_id: int, person_id: int, draft: Draft, key: str, **args: Any
) -> None:
    voice = desk.voice(await language_of(tx, person_id))
    await say(
        tx,
        chat_id,
        Content(voice.say(key, **args)),
        "draft-over",
        Priority.NOTICE,
        slot=draft.slot,
        edit_only=True,
    )


async def language_of(tx: Tx, person_id: int) -> str:
    person = await people.get(tx.conn, person_id)
    return person.language if person else "zh-Hans"


async def mine(tx: Tx, chat_id: int, person_id: int, dialogue_id: str) -> Dialogue:
    dialogue = await dialogues.get(tx.conn, chat_id, person_id, KIND)
    if dialogue is None or dialogue.id != dialogue_id:
        raise StaleButton
    return dialogue


async def choose_domain(
    tx: Tx, desk: Desk, chat_id: int, person_id: int, dialogue_id: str, chosen: str
) -> None:
    """The citizen names the domain, or says that none fits ("none")."""
    dialogue = await mine(tx, chat_id, person_id, dialogue_id)
    draft = dataclasses.replace(draft_of(dialogue), chosen=chosen)
    await show_draft(tx, desk, person_id, await dialogues.save(tx, dialogue, draft.data()))


async def say_danger(tx: Tx, desk: Desk, chat_id: int, person_id: int, dialogue_id: str, said: str) -> None:
    """The citizen says "yes" or "no" to danger, asked or unasked; how long the draft waits follows from it."""
    before = await mine(tx, chat_id, person_id, dialogue_id)
    old = draft_of(before)
    draft = dataclasses.replace(old, said=said)
    dialogue = await dialogues.save(tx, before, draft.data())
    if bool(old.emergency) != bool(draft.emergency):
        await wind_up(tx, desk, dialogue)
    await show_draft(tx, desk, person_id, dialogue)


async def show_domains(
    tx: Tx, desk: Desk, chat_id: int, person_id: int, dialogue_id: str, names: Sequence[str] | None
) -> None:
    """Unfold all domains in the preview, or fold them again (names None)."""
    dialogue = await mine(tx, chat_id, person_id, dialogue_id)
    if names is None:
        await show_draft(tx, desk, person_id, dialogue)
        return
    draft = draft_of(dialogue)
    voice = desk.voice(await language_of(tx, person_id))
    await say(tx, chat_id, view.domains(voice, draft, names), "draft", slot=draft.slot)


STANDING = "place"  # the dialogue of somebody who opened the code of a place and has not written yet
FRESH = timedelta(hours=2)  # who writes later than this is somewhere else by now


async def standing_at(conn: Reader, chat_id: int, person_id: int, now: datetime) -> Draft | None:
    """A draft to begin with for somebody who has just opened the code of a place."""
    place = await dialogues.get(conn, chat_id, person_id, STANDING)
    if place is None or now - place.began_at > FRESH:
        return None
    return at_place(Draft(), place.data["name"])


def at_place(draft: Draft, place: str) -> Draft:
    """The draft of somebody who came by a code that hangs at a place: `place` in the words that stand on it."""
    return dataclasses.replace(draft, place=place)


async def choose_place(tx: Tx, desk: Desk, chat_id: int, person_id: int, dialogue_id: str, full: str) -> None:
    """The citizen picks the district, "" for none of those offered. Raises StaleButton for one that is no more."""
    if full and full not in desk.offices.tree.map.all:
        raise StaleButton
    dialogue = await mine(tx, chat_id, person_id, dialogue_id)
    draft = dataclasses.replace(draft_of(dialogue), district=full)
    await show_draft(tx, desk, person_id, await dialogues.save(tx, dialogue, draft.data()))


async def skip_place(tx: Tx, desk: Desk, chat_id: int, person_id: int, dialogue_id: str) -> None:
    """The citizen would rather not say where."""
    dialogue = await mine(tx, chat_id, person_id, dialogue_id)
    draft = dataclasses.replace(draft_of(dialogue), where_done=True)
    await show_draft(tx, desk, person_id, await dialogues.save(tx, dialogue, draft.data()))


async def show_places(tx: Tx, desk: Desk, chat_id: int, person_id: int, dialogue_id: str, page: int) -> None:
    """A page of the places to choose from, in the preview's place."""
    draft = draft_of(await mine(tx, chat_id, person_id, dialogue_id))
    voice = desk.voice(await language_of(tx, person_id))
    await say(tx, chat_id, where_view.pages(voice, draft, page), "draft", slot=draft.slot)


async def seal_draft(tx: Tx, desk: Desk, chat_id: int, person_id: int, dialogue_id: str) -> None:
    """The citizen wants the draft kept in confidence, or no longer."""
    dialogue = await mine(tx, chat_id, person_id, dialogue_id)
    draft = draft_of(dialogue)
    draft = dataclasses.replace(draft, confidential=not draft.confidential)
    await show_draft(tx, desk, person_id, await dialogues.save(tx, dialogue, draft.data()))


async def ask_for_more(tx: Tx, desk: Desk, chat_id: int, person_id: int, dialogue_id: str) -> None:
    await mine(tx, chat_id, person_id, dialogue_id)
    voice = desk.voice(await language_of(tx, person_id))
    await say(
        tx,
        chat_id,
        Content(voice.say("draft-more", slot=f"more:{dialogue_id}")),
        "draft-more",
        slot=f"more:{dialogue_id}",
    )


async def cancel_draft(
    tx: Tx, desk: Desk, chat_id: int, person_id: int, dialogue_id: str, *, below: bool = False
) -> None:
    """`below`: the word stands in a message of its own, since something was typed after the preview."""
    draft = draft_of(await mine(tx, chat_id, person_id, dialogue_id))
    await dialogues.end(tx, chat_id, person_id, KIND)
    await replace_preview(tx, desk, chat_id, person_id, draft, "draft-moved" if below else "draft-cancelled")
    voice = desk.voice(await language_of(tx, person_id))
    over = Content(voice.say("draft-cancelled"))
    await say(tx, chat_id, over, "draft-over", slot=f"more:{dialogue_id}", edit_only=True)
    if below:
        await say(tx, chat_id, over, "draft-over")


async def correct_draft(tx: Tx, desk: Desk, before: Dialogue, draft: Draft) -> None:
    """An edited message changed the words of a draft."""
    dialogue = await dialogues.save(tx, before, draft.data())
    if bool(draft_of(before).emergency) != bool(draft.emergency):
        await wind_up(tx, desk, dialogue)
    await show_draft(tx, desk, before.person_id, dialogue)


def corrected(draft: Draft, message_id: int, text: str) -> Draft | None:
    """The draft with one message's words replaced; None when the message is not part of it.

    A photo may get its words only now.
    """
    if message_id not in draft.messages:
        return None
    if message_id in {p.message_id for p in draft.parts}:
        parts = tuple(
            dataclasses.replace(p, text=text) if p.message_id == message_id else p for p in draft.parts
        )
    else:
        parts = (*draft.parts, Part(message_id, text))
    return dataclasses.replace(draft, parts=parts)
