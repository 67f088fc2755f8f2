"""Counting twice: what the desk has on record, and what people saw, told apart by case.

`COUNTED` is the table. The second count reads nothing but `Heard`: sentences in citizens' chats, cards and words in
the offices' groups. What a citizen could not be told (the bot was blocked) is found on the cards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import select

from benchmarks.year import sentences
from benchmarks.year.witness import Heard
from bot.core.case import EventKind
from bot.store.db import Database
from bot.store.tables import cases, events, outbox

Tally = Counter[str]
_SERIAL = re.compile(r"〔\w+复\d+号〕")


@dataclass(slots=True)
class Sight:
    """All that people saw, put in the order that they saw it. `triage`: the triage desk's group."""

    heard: list[Heard]
    triage: int

    def told(self, *keys: str) -> Tally:
        """How often these sentences came as messages of their own, by case; the same one in two chats counts once."""
        seen = {
            (h.told.about, h.at, h.told.key) if h.group else h.order: h.told.about
            for h in self.heard
            if h.told.key in keys and not h.edit
        }
        return Counter(seen.values())

    def cards(self) -> Iterable[tuple[Heard, sentences.Card | None, sentences.Card | None]]:
        """Every card and what became of it: the message, the card before, the card now (None: sent on)."""
        for h in self.heard:
            now = sentences.card(h.text) if h.told.key == "card" else None
            was = sentences.card(h.before) if h.edit and _is_card(h.before) else None
            if now or was:
                yield h, was, now

    def written(self, label: str, *keys: str) -> Tally:
        """Words of clerks, each with its own mark: on cards under `label`, and as told to the citizen."""
        marks: dict[str, str] = {}
        for h in self.heard:
            found = _SERIAL.search(h.text)
            if h.told.key in keys and found:
                marks[found.group()] = h.told.about
        for _, _, now in self.cards():
            for line in now.lines if now else ():
                found = _SERIAL.search(line)
                if line.startswith(label) and found:
                    marks[found.group()] = now.number if now else ""
        return Counter(marks.values())


def _is_card(text: str) -> bool:
    return sentences.understood(text, group=True).key == "card"


def _either(*tallies: Tally) -> Tally:
    """What the citizen was told and what the offices saw are of the same events: the fuller of both, by case."""
    out: Tally = Counter()
    for tally in tallies:
        out |= tally
    return out


def _filed(s: Sight) -> Tally:
    numbers = {h.told.about for h in s.heard if h.told.key in ("receipt", "card")}
    return Counter(numbers)


def _claimed(s: Sight) -> Tally:
    taken = [now.number for _, was, now in s.cards() if was and now and not was.handler and now.handler]
    return _either(Counter(taken), s.told("claimed"))


def _sent_on(s: Sight, *, from_triage: bool) -> Tally:
    gone = (h for h, was, now in s.cards() if was and now is None and h.told.key == "moved")
    return Counter(h.told.about for h in gone if (h.chat == s.triage) is from_triage)


def _reopened(s: Sight) -> Tally:
    again = [
        n.number for _, was, n in s.cards() if was and n and was.status == "已办结" and n.status == "办理中"
    ]
    return _either(Counter(again), s.told("reopened"))


COUNTED: dict[EventKind, Callable[[Sight], Tally]] = {
    EventKind.FILED: _filed,
    EventKind.DISPATCHED: lambda s: _either(_sent_on(s, from_triage=True), s.told("dispatched")),
    EventKind.CLAIMED: _claimed,
    EventKind.TRANSFERRED: lambda s: _either(_sent_on(s, from_triage=False), s.told("transferred")),
    EventKind.ASKED: lambda s: s.written("已问市民（", "asked"),
    EventKind.SUPPLIED: lambda s: _either(s.told("supplied"), s.told("group-supplied")),
    EventKind.ADDED: lambda s: _either(s.told("added"), s.told("group-added", "group-added-after")),
    EventKind.REPLIED: lambda s: s.written("已答复（", "replied"),
    EventKind.RESOLVED: lambda s: s.written("办结（", "resolved"),
    EventKind.REOPENED: _reopened,
    EventKind.NOTED: lambda s: s.written("备注（"),
    EventKind.WITHDRAWN: lambda s: _either(s.told("withdrawn"), s.told("group-withdrawn")),
    EventKind.GRADED: lambda s: _either(s.told("graded"), s.told("group-graded")),
    EventKind.MISSED: lambda s: s.told("group-missed"),
    EventKind.RESUMED: lambda s: s.told("group-resumed"),
    EventKind.UNREACHABLE: lambda s: s.told("group-unreachable"),
    EventKind.REACHABLE: lambda s: s.told("latest"),
}


async def on_record(db: Database) -> dict[str, Tally]:
    """The events that the desk kept, by kind and case."""
    out: dict[str, Tally] = {}
    async with db.read() as conn:
        rows = await conn.execute(
            select(events.c.kind, cases.c.number).join(cases, cases.c.id == events.c.case_id)
        )
        for kind, number in rows:
            out.setdefault(kind, Counter())[number] += 1
    return out


def as_seen(sight: Sight) -> dict[str, Tally]:
    return {kind.value: look(sight) for kind, look in COUNTED.items()}


@dataclass(frozen=True, slots=True)
class Sent:
    """What the outbox says was sent: messages by chat and id, and the citizens' sentences by purpose and case."""

    messages: set[tuple[int, int]]
    purposes: dict[str, Tally]


async def on_the_way_out(db: Database) -> Sent:
    messages: set[tuple[int, int]] = set()
    purposes: dict[str, Tally] = {}
    async with db.read() as conn:
        rows = await conn.execute(
            select(outbox.c.chat_id, outbox.c.message_id, outbox.c.purpose, cases.c.number)
            .join(cases, cases.c.id == outbox.c.case_id, isouter=True)
            .where(outbox.c.status == "sent", outbox.c.message_id.is_not(None))
        )
        for chat, message, purpose, number in rows:
            messages.add((chat, message))
            if purpose.startswith("citizen-") and number:
                purposes.setdefault(purpose.removeprefix("citizen-"), Counter())[number] += 1
    return Sent(messages, purposes)
