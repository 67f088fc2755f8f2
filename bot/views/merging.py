"""What is seen of cases that are handled as one: the choice of a lead, the citizen's words and buttons."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.case import Case, Event, EventKind
from bot.service.drafts import Draft
from bot.views.card import title
from bot.views.citizen import case_buttons
from bot.views.content import Button, Content, Listed, Voice, lines, rows


@dataclass(frozen=True, slots=True)
class Offer:
    """All that a citizen may learn of other citizens' open case before they join it."""

    case_id: int
    domain: str | None
    department: str
    people: int
    since: datetime


def with_offer(voice: Voice, draft: Draft, content: Content, offer: Offer) -> Content:
    """A draft's preview with one more choice, below the plain submit."""
    day = voice.when(offer.since).rsplit(" ", 1)[0]  # the day alone: the hour could tell who it was
    text = voice.say(
        "draft-like",
        count=offer.people,
        what=voice.domain(offer.domain) if offer.domain else "none",
        who=voice.who(offer.department),
        office=voice.office(offer.department),
        since=day,
    )
    button = Button(voice.plain("button-together"), f"d:together:{draft.id}:{offer.case_id}")
    first, *rest = content.buttons
    return dataclasses.replace(content, text=lines(content.text, "", text), buttons=(first, (button,), *rest))


def citizen_buttons(voice: Voice, mine: Case) -> tuple[tuple[Button, ...], ...]:
    """Under a merged case: look, add, go on alone."""
    return (*case_buttons(voice, mine), (Button(voice.plain("button-alone"), f"c:alone:{mine.id}"),))


def case(voice: Voice, mine: Case, content: Content, lead: str) -> Content:
    """A merged case as its citizen sees it: `content` is how its lead stands, under their own number.

    `lead`: the lead's number where that is their own case too, else "none".
    """
    row = (
        Button(voice.plain("button-add"), f"c:add:{mine.id}"),
        Button(voice.plain("button-alone"), f"c:alone:{mine.id}"),
        Button(voice.plain("button-withdraw"), f"c:withdraw:{mine.id}"),
    )
    return Content(lines(content.text, voice.say("together-case", lead=lead)), (row,))


def key_for_others(event: Event, key: str) -> str:
    """The text by which other citizens hear of an event of their lead, where the lead's own would be wrong for them."""
    if event.kind is EventKind.REDIRECTED:
        return "citizen-transferred"  # they chose nothing
    if event.kind is EventKind.CLOSED and "route" not in event.data:
        return "together-closed"  # whoever confirmed it, it was not they
    return key


def notice_buttons(voice: Voice, mine: Case, event: Event) -> tuple[tuple[Button, ...], ...]:
    return citizen_buttons(voice, mine) if event.kind is EventKind.CLOSED else case_buttons(voice, mine)


def key_for_group(event: Event, key: str) -> str:
    """What the lead's office hears of a merged case."""
    own = {EventKind.ADDED: "group-joined-added", EventKind.WITHDRAWN: "group-joined-withdrawn"}
    return own.get(event.kind, key)


def choice(voice: Voice, subject: Case, found: Sequence[Case]) -> Content:
    """Open cases that are like `subject`, a button each; a reply with a number chooses any other."""
    buttons = [
        Button(
            voice.plain("button-merge-into", number=c.number, headline=title(voice, c, 24)),
            f"c:merge_into:{subject.id}:{c.id}",
        )
        for c in found
    ]
    text = voice.say("merge-choice", number=subject.number)
    return Content(text, rows(buttons, 1), lists=Listed(tuple(c.id for c in found), f"c:merge:{subject.id}"))
