"""Knowledge cards as staff see them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.case import Case
from bot.core.plain import clip
from bot.texts import Safe
from bot.views.content import Button, Content, Voice, lines, pager, rows


class Card(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def question(self) -> str: ...
    @property
    def answer(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def owner(self) -> str: ...
    @property
    def valid_until(self) -> datetime | None: ...
    def holds(self, now: datetime) -> bool: ...


def card(voice: Voice, c: Card, now: datetime, *, mine: bool) -> Content:
    """`mine`: whether the reader may take it away."""
    last = voice.day(c.valid_until - timedelta(minutes=1)) if c.valid_until else "none"
    text = voice.say(
        "knowledge-card",
        question=c.question,
        answer=clip(c.answer, 3000),
        source=c.source,
        owner=voice.office(c.owner),
        until=last,
        holds="yes" if c.holds(now) else "no",
    )
    return Content(text, ((Button(voice.plain("button-retire"), f"k:retire:{c.id}"),),) if mine else ())


def retired(voice: Voice, c: Card) -> Content:
    return Content(voice.say("knowledge-retired", question=c.question))


def cards(voice: Voice, found: Sequence[Card], now: datetime, page: int, *, more: bool) -> Content:
    """The list, a button a card; those past their time are marked."""
    head = voice.say("knowledge-head" if found or page else "knowledge-none")
    buttons = [Button(("" if c.holds(now) else "⚠️ ") + clip(c.question, 40), f"k:show:{c.id}") for c in found]
    turns = pager(voice, lambda to: f"k:page:{to}", page, page + more)
    return Content(lines(head, voice.say("knowledge-how")), (*rows(buttons, 1), *turns))


def offer(voice: Voice, case: Case, found: Sequence[Card]) -> Content:
    """Cards that may answer a case."""
    key = "knowledge-offer" if found else "knowledge-no-offer"
    buttons = [Button(clip(c.question, 40), f"c:kcard:{case.id}:{c.id}") for c in found]
    return Content(voice.say(key, number=case.number), rows(buttons, 1))


def preview(voice: Voice, case: Case, c: Card, shown: str) -> Content:
    """What the citizen will see. `shown` is HTML."""
    quoted = Safe(f"<blockquote>{shown}</blockquote>")
    send = Button(voice.plain("button-send"), f"c:kanswer:{case.id}:{c.id}")
    head, after = voice.say("preview-head", number=case.number), voice.say("preview-explained")
    return Content(lines(head, quoted, after), ((send,),))
