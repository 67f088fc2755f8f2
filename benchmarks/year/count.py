"""Counting twice: what the desk has on record, and what people saw, told apart by case.

`COUNTED` is the table. The second count reads nothing but `Heard`: sentences in citizens' chats, cards and words in
the offices' groups. What a citizen could not be told (the bot was blocked) is found on the cards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from benchmarks.year import sentences
from benchmarks.year.witness import Heard
from bot.core.case import EventKind
from bot.store.db import Database
from bot.store.tables import cases, events, outbox

Tally = Counter[str]
_SERIAL = re.compile(r"【\w+复\d+号】")


@dataclass(slots=True)
class Sight:
    """All that people saw, put in the order that they saw it. `triage`: the triage desk's group."""

    heard: list[Heard]
    triage: int

    def told(self, *keys: str) -> Tally:
        """How often these sentences came as messages of their own, by case; the same one in two chats counts once."""
        out: Tally = Counter()
        by_group: dict[tuple[str, datetime, str], Tally] = {}
        for h in self.heard:
            if h.told.key not in keys or h.edit:
                continue
            if h.group:  # two of them at one moment are two, if they stand in the same chat
                by_group.setdefault((h.told.about, h.at, h.told.key), Counter())[str(h.chat)] += 1
            else:
                out[h.told.about] += 1
        for (number, _, _), chats in by_group.items():
            out[number] += max(chats.values())
        return out

    def moments(self, key: str) -> Tally:
        """How often a sentence came, by case, when several people hear it at the same moment."""
        seen = {(h.told.about, h.at) for h in self.heard if h.told.key == key and not h.edit}
        return Counter(number for number, _ in seen)

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
    answered = ("已办结", "已销号")
    again = [
        n.number for _, was, n in s.cards() if was and n and was.status in answered and n.status == "办理中"
    ]
    return _either(Counter(again), s.told("reopened"))


def _raised(s: Sight, level: str, *keys: str) -> Tally:
    """A level of supervision: a notice says so, or only the card does (what was missed just then says the rest)."""
    mark = f"🔴 {level}（"
    return _either(
        Counter(
            sentences.card(h.text).number
            for h, was, now in s.cards()
            if was
            and now
            and mark in h.text
            and mark not in h.before
            and was.status not in ("已办结", "已销号")  # what is taken up again is watched from the start
        ),
        s.told(*keys[:1]),
        s.told(*keys[1:]),
    )


def _answered(s: Sight) -> Tally:
    taken = {(h.told.about, h.at) for h in s.heard if h.told.key == "page-answered" and h.edit}
    return Counter(number for number, _ in taken)


def _rated(s: Sight) -> Tally:
    """By what the citizen reads below the third tap; nobody else ever sees it."""
    return Counter(h.told.about for h in s.heard if h.told.key in ("rated", "why") and h.edit)


def _closed(s: Sight) -> Tally:
    struck = {now.number for _, was, now in s.cards() if now and now.status == "已销号"}
    return _either(Counter(struck), s.told("closed"))


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
    EventKind.MISSED: lambda s: s.told("group-missed") + s.moments("decide-missed"),
    EventKind.RESUMED: lambda s: s.told("group-resumed"),
    EventKind.UNREACHABLE: lambda s: s.told("group-unreachable"),
    EventKind.REACHABLE: lambda s: s.told("latest"),
    EventKind.SUPERVISED: lambda s: _raised(s, "督办", "supervised", "group-supervised"),
    EventKind.ESCALATED: lambda s: _raised(s, "挂牌督办", "escalated", "group-escalated"),
    EventKind.REMINDED: lambda s: _either(s.told("reminded"), s.told("group-reminded")),
    EventKind.PAGE_ANSWERED: _answered,
    EventKind.RATED: _rated,
    EventKind.REOPEN_ASKED: lambda s: _either(s.told("reopen-asked"), s.moments("reopen-request")),
    EventKind.UPHELD: lambda s: s.told("upheld"),
    EventKind.CLOSED: _closed,
}
# What need not be seen, and why: on record only.
UNSEEN: dict[EventKind, str] = {
    EventKind.PAGED: "a call that is answered before it goes out is replaced where it waits",
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
