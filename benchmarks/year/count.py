"""Counting twice: what the desk has on record, and what people saw, told apart by case.

`COUNTED` is the table. The second count reads nothing but `Heard`: sentences in citizens' chats, cards and words in
the offices' groups. What a citizen could not be told (the bot was blocked) is found on the cards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from benchmarks.year import sentences
from benchmarks.year.witness import Heard
from bot.core.case import EventKind
from bot.store.db import Database
from bot.store.tables import cases, events, outbox

Tally = Counter[str]
INTO = re.compile(rf"^🔗 已并入 {sentences.NUMBER.replace('?P<number>', '')}，", re.MULTILINE)
JOINED = re.compile(r"^🔗 并入 (\d+) 件：(.*)$", re.MULTILINE)
SOMEBODY = "another"  # the lead, when nobody has said which
RETURNED = re.compile("^↩️ .*退回（[^，]+", re.MULTILINE)
# How other lines of a card begin.
SUSPECTED, ACCUSED, WAITS, SUPPORTED = "^像是在反映", "^被反映对象：", "^⏳", "^协办："
OPINION, SPLIT = "^协办意见（[^）]+", "^拆单（[^）]+"
_READY = re.compile("^办结（[^）]+）", re.MULTILINE)
_SERIAL = re.compile(r"【[\w-]+复\d+号】")


@dataclass(slots=True)
class Sight:
    """All that people saw, put in the order that they saw it. `triage`: the triage desk's group."""

    heard: list[Heard]
    triage: int
    joins: Tally = field(init=False, default_factory=Counter)
    leaves: list[tuple[str, datetime]] = field(init=False, default_factory=list)
    _part_of: dict[str, list[tuple[int, str | None]]] = field(init=False, default_factory=dict)
    _at: dict[tuple[str, datetime], list[Heard]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for h in self.heard:
            number = h.told.number
            if number is None:
                continue
            self._at.setdefault((number, h.at), []).append(h)
            if h.told.key == "card":
                lead = INTO.search(h.text)
                self._now_part_of(number, h, lead[1] if lead else None)
                for other in _numbers_joined(h.text):  # who joined at the filing has no card of their own
                    if self.lead_of(other, h.order) == SOMEBODY:
                        self._part_of[other][-1] = (self._part_of[other][-1][0], number)
            elif h.told.key in ("merged", "together-receipt"):
                self._now_part_of(number, h, self.lead_of(number, h.order) or SOMEBODY)
            elif h.told.key in ("unmerged", "declined"):
                self._now_part_of(number, h, None)

    def _now_part_of(self, number: str, h: Heard, lead: str | None) -> None:
        past = self._part_of.setdefault(number, [])
        before = past[-1][1] if past else None
        if before == lead:
            return
        if before == SOMEBODY and lead is not None:
            past[-1] = (past[-1][0], lead)
            return
        past.append((h.order, lead))
        if lead is not None:
            self.joins[number] += 1
        if before is not None:
            self.leaves.append((number, h.at))

    def lead_of(self, number: str, order: int) -> str | None:
        """The case that this one was part of when a message came, as far as anybody could read."""
        lead = None
        for since, each in self._part_of.get(number, ()):
            if since > order:
                break
            lead = each
        return lead

    def at(self, number: str, moment: datetime) -> list[Heard]:
        """What was said of a case at one moment."""
        return self._at[number, moment]

    def told(self, *keys: str) -> Tally:
        """How often these sentences came as messages of their own, by case; the same one in two chats counts once."""
        return self._told(keys, lambda h: h.told.about)

    def told_first(self, *keys: str) -> Tally:
        """The same without what was told to those whose case is part of another: the lead's citizen counts."""
        return self._told(
            keys, lambda h: h.told.about if h.group or self.lead_of(h.told.about, h.order) is None else None
        )

    def told_of_lead(self, *keys: str) -> Tally:
        """The same, where what one says whose case is part of another counts for the lead."""
        return self._told(keys, lambda h: self.lead_of(h.told.about, h.order) or h.told.about)

    def _told(self, keys: tuple[str, ...], whose: Callable[[Heard], str | None]) -> Tally:
        out: Tally = Counter()
        by_group: dict[tuple[str, datetime, str], Tally] = {}
        for h in self.heard:
            if h.told.key not in keys or h.edit:
                continue
            number = whose(h)
            if number is None:
                continue
            if h.group:  # two of them at one moment are two, if they stand in the same chat
                by_group.setdefault((number, h.at, h.told.key), Counter())[str(h.chat)] += 1
            else:
                out[number] += 1
        for (number, _, _), chats in by_group.items():
            out[number] += max(chats.values())
        return out

    def moments(self, *keys: str) -> Tally:
        """How often a sentence came, by case, when several people hear it at the same moment."""
        seen = {(h.told.about, h.at) for h in self.heard if h.told.key in keys and not h.edit}
        return Counter(number for number, _ in seen)

    def cards(self) -> Iterable[tuple[Heard, sentences.Card | None, sentences.Card | None]]:
        """Every card and what became of it: the message, the card before, the card now (None: sent on)."""
        for h in self.heard:
            now = sentences.card(h.text) if h.told.key == "card" else None
            was = sentences.card(h.before) if h.edit and _is_card(h.before) else None
            if now or was:
                yield h, was, now

    def turns(self, change: Callable[[sentences.Card, sentences.Card], bool]) -> Tally:
        """Moments at which a card changed so, by case, in however many groups it stands."""
        found = {(now.number, h.at) for h, was, now in self.cards() if was and now and change(was, now)}
        return Counter(number for number, _ in found)

    def appears(self, line: str, *, anew: bool = True) -> Tally:
        """How often a line of this kind came to stand on a card of the case; `anew`: or on a new card."""
        lines: dict[str, set[str]] = {}
        for _, was, now in self.cards():
            if now and (was or anew):
                lines.setdefault(now.number, set()).update(re.findall(line, now.text, re.MULTILINE))
        return Counter({number: len(found) for number, found in lines.items() if found})

    def written(self, label: str, *keys: str) -> Tally:
        """Words of clerks, each with its own mark: on cards under `label`, as told to the citizen, and in the clerk's
        own preview once it is out (a confidential card shows no words, and its citizen may have blocked the bot).
        """
        marks: dict[str, str] = {}
        for h in self.heard:
            key, text = h.told.key, h.text
            if key in sentences.OUT and h.edit:
                text = h.before.partition("\n")[2]
                key = sentences.understood(text, group=False).key
            found = _SERIAL.search(text)
            if key in keys and found and self.lead_of(h.told.about, h.order) is None:
                marks[found.group()] = h.told.about
        for _, _, now in self.cards():
            for line in now.lines if now else ():
                found = _SERIAL.search(line)
                if line.startswith(label) and found:
                    marks[found.group()] = now.number if now else ""
        return Counter(marks.values())


def _numbers_joined(text: str) -> list[str]:
    found = JOINED.search(text)
    return re.findall(r"\d{6}-\d{4,}", found[2]) if found else []


def _is_card(text: str) -> bool:
    return sentences.understood(text, group=True).key == "card"


def _either(*tallies: Tally) -> Tally:
    """What the citizen was told and what the offices saw are of the same events: the fuller of both, by case."""
    out: Tally = Counter()
    for tally in tallies:
        out |= tally
    return out


def _filed(s: Sight) -> Tally:
    numbers = {h.told.about for h in s.heard if h.told.key in ("receipt", "together-receipt", "card")}
    return Counter(numbers)


def _claimed(s: Sight) -> Tally:
    taken = (
        s.turns(  # the triage desk answers what it has without taking it; who takes an answer up again has it
            lambda was, now: not was.handler and bool(now.handler) and was.status not in {"待分派"} | ANSWERED
        )
    )
    return _either(taken, s.told_first("claimed"))


def _handed_over(s: Sight) -> Tally:
    other = s.turns(  # who takes up what was answered takes it over with that
        lambda was, now: (
            bool(was.handler and now.handler) and was.handler != now.handler and was.status not in ANSWERED
        )
    )
    return _either(other, s.told_first("handed-over"))


ANSWERED = frozenset(
    {"已办结", "已销号", "已撤回", "已并单", "不予受理"}
)  # the card no longer says who contributes


def _sent_on(s: Sight, *, from_triage: bool) -> Tally:
    """Cards that say where the case went, unless it was the citizen's wish, a return, or a matter of what it is part of."""
    out: Tally = Counter()
    returned: dict[tuple[str, str], datetime] = {}  # when each return first stood on a card
    for h, _, now in s.cards():
        if now:
            for line in RETURNED.findall(now.text):
                returned.setdefault((now.number, line), h.at)
    for h, was, now in s.cards():
        if not was or now or h.told.key != "moved" or (h.chat == s.triage) is not from_triage:
            continue
        beside = s.at(h.told.about, h.at)
        why = {each.told.key for each in beside}
        merged = any(each.told.key == "card" and INTO.search(each.text) for each in beside)
        back = not from_triage and any(
            number == h.told.about and at == h.at for (number, _), at in returned.items()
        )
        if not why & {"redirected", "redirect-done", "returned", "unmerged"} and not merged and not back:
            out[h.told.about] += 1
    return out


def _dispatched(s: Sight) -> Tally:
    """Also the case that takes the place of its lead, in the queue of the same office."""
    heirs = {place for place in s.leaves for each in s.at(*place) if _has_status(each, "待签收")}
    return _either(_sent_on(s, from_triage=True), s.told_first("dispatched")) + Counter(n for n, _ in heirs)


def _has_status(h: Heard, status: str) -> bool:
    return h.told.key == "card" and sentences.card(h.text).status == status


def _unmerged(s: Sight) -> Tally:
    """Every parting but the citizen's own withdrawal, which ends the case."""
    parted = (n for n, at in s.leaves if not any(each.told.key == "withdrawn" for each in s.at(n, at)))
    return Counter(parted)


def _reopened(s: Sight) -> Tally:
    answered = ("已办结", "已销号")
    again = s.turns(lambda was, now: was.status in answered and now.status == "办理中")
    return _either(again, s.told_first("reopened"))


def _raised(s: Sight, level: str, *keys: str) -> Tally:
    """A level of supervision: a notice says so, or only the card does (what was missed just then says the rest)."""
    mark = re.compile(rf"🔴 {level}（[^）]+）")  # with the moment: raised once more, it is another

    def anew(was: sentences.Card, now: sentences.Card) -> bool:
        found = mark.search(now.text)
        # what is taken up again, or goes its own way, is watched from the start
        return found is not None and found.group() not in was.text and was.status not in ANSWERED

    return _either(
        s.turns(anew),
        s.told_first(*keys[:1]),
        s.told_first(*keys[1:]),
    )


def _answered(s: Sight) -> Tally:
    taken = {(h.told.about, h.at) for h in s.heard if h.told.key == "page-answered" and h.edit}
    return Counter(number for number, _ in taken)


def _rated(s: Sight) -> Tally:
    """The third tap: thanks or a question why; or at once the supervisor's turn, where the words came before it."""
    return Counter(
        s.lead_of(h.told.about, h.order) or h.told.about
        for h in s.heard
        if h.edit and (h.told.key in ("rated", "why") or (h.told.key == "moved" and _was(h, "follow-up")))
    )


def _was(h: Heard, key: str) -> bool:
    """Whether this edit was made of such a message."""
    return sentences.understood(h.before, group=h.group).key == key


def _upheld(s: Sight) -> Tally:
    """One decision for all who objected; where none of them can be reached, a supervisor still reads of it."""
    told = {
        (s.lead_of(h.told.about, h.order) or h.told.about, h.at)
        for h in s.heard
        if h.told.key == "upheld" and not h.edit
    }
    decided = {(h.told.about, h.at) for h in s.heard if h.told.key == "decided" and "，维持。" in h.text}
    return _either(Counter(number for number, _ in told), Counter(number for number, _ in decided))


def _closed(s: Sight) -> Tally:
    struck = {now.number for _, was, now in s.cards() if now and now.status == "已销号"}
    return _either(Counter(struck), s.told_first("closed"))


def _resolved(s: Sight) -> Tally:
    """By the clerks' marks; what came off a card of knowledge has none: its citizen hears it, or the card of a caller."""
    unmarked = (h for h in s.heard if h.told.key == "resolved" and not h.edit and not _SERIAL.search(h.text))
    ready = Counter(h.told.about for h in unmarked if s.lead_of(h.told.about, h.order) is None)
    on_paper: dict[str, set[str]] = {}
    for _, _, now in s.cards():
        if now and "☎️ 电话登记" in now.text and "🔒" not in now.text:
            lines = (_READY.match(line) for line in now.lines if not _SERIAL.search(line))
            on_paper.setdefault(now.number, set()).update(found.group() for found in lines if found)
    ready |= Counter({number: len(lines) for number, lines in on_paper.items() if lines})
    return s.written("办结（", "resolved") + ready


def _joined(s: Sight, way: int) -> Tally:
    """How many cases came to a lead (1) or left it (-1), by the count on its card."""
    change: dict[tuple[str, datetime], int] = {}
    for h, was, now in s.cards():
        if was and now and (more := way * (_others(now) - _others(was))) > 0:
            change[now.number, h.at] = max(more, change.get((now.number, h.at), 0))
    out: Tally = Counter()
    for (number, _), more in change.items():
        out[number] += more
    return out


def _others(card: sentences.Card) -> int:
    found = JOINED.search(card.text)
    return int(found[1]) if found else 0


def _line(card: sentences.Card, begins: str) -> str:
    return next((line for line in card.text.split("\n") if re.match(begins, line)), "")


def _noted(s: Sight) -> Tally:
    """A note on what was told in confidence shows no words on the card: its clerk reads that it was noted. A contribution
    has a line of its own there, with or without words.
    """
    said = Counter(h.told.about for h in s.heard if h.told.key == "preview-noted" and h.edit)
    return _either(s.written("备注（"), said) + s.appears(OPINION)


def _proposed(s: Sight) -> Tally:
    asked = s.turns(lambda was, now: not _line(was, WAITS) and bool(_line(now, WAITS)))
    said = {(h.told.about, h.at) for h in s.heard if h.told.key in ("proposed", "preview-proposed")}
    return _either(asked, Counter(number for number, _ in said))


def _revealed(s: Sight) -> Tally:
    shown = {
        (h.told.about, h.at, h.chat, h.told.key) for h in s.heard if h.told.key in ("reveal", "seal-text")
    }
    return Counter(number for number, *_ in shown)


COUNTED: dict[EventKind, Callable[[Sight], Tally]] = {
    EventKind.FILED: _filed,
    EventKind.DISPATCHED: _dispatched,
    EventKind.CLAIMED: _claimed,
    EventKind.TRANSFERRED: lambda s: _either(_sent_on(s, from_triage=False), s.told_first("transferred")),
    EventKind.RETURNED: lambda s: _either(s.told_first("returned"), s.appears(RETURNED.pattern)),
    EventKind.REDIRECTED: lambda s: s.told_first("redirected"),
    EventKind.ASKED: lambda s: s.written("已问市民（", "asked"),
    EventKind.SUPPLIED: lambda s: _either(s.told("supplied"), s.told("group-supplied")),
    EventKind.ADDED: lambda s: _either(
        s.told("added"), s.told("group-added", "group-added-after", "group-joined-added")
    ),
    EventKind.DETACHED: lambda s: _either(
        Counter(h.told.about for h in s.heard if h.told.key == "detached"), s.told("group-detached")
    ),
    EventKind.REPLIED: lambda s: s.written("已答复（", "replied"),
    EventKind.RESOLVED: _resolved,
    EventKind.CORRECTED: lambda s: s.written("已更正（", "corrected"),
    EventKind.REOPENED: _reopened,
    EventKind.NOTED: _noted,
    EventKind.SUMMARISED: lambda s: s.written("摘要（"),
    EventKind.WITHDRAWN: lambda s: _either(
        s.told("withdrawn"), s.told("group-withdrawn", "group-joined-withdrawn")
    ),
    EventKind.DECLINED: lambda s: _either(
        s.told("declined"), s.turns(lambda was, now: was.status != now.status == "不予受理")
    ),
    EventKind.GRADED: lambda s: _either(s.told_first("graded"), s.told("group-graded")),
    EventKind.SUPPORTED: lambda s: s.turns(
        lambda was, now: (
            _line(was, SUPPORTED) != _line(now, SUPPORTED) and not {was.status, now.status} & ANSWERED
        )
    ),
    EventKind.PROPOSED: _proposed,
    EventKind.AGREED: lambda s: s.turns(
        lambda was, now: (
            bool(_line(was, WAITS) and _line(now, WAITS)) and _line(was, WAITS)[:8] != _line(now, WAITS)[:8]
        )
    ),
    EventKind.REFUSED: lambda s: s.moments("group-refused"),
    EventKind.EXTENDED: lambda s: _either(s.told_first("extended"), s.told("group-extended")),
    EventKind.DEFERRED: lambda s: _either(s.told_first("deferred"), s.told("group-deferred")),
    EventKind.RECALLED: lambda s: _either(s.told_first("recalled"), s.told("group-recalled")),
    EventKind.MERGED: lambda s: s.joins,
    EventKind.UNMERGED: _unmerged,
    EventKind.JOINED: lambda s: _joined(s, 1),
    EventKind.LEFT: lambda s: _joined(s, -1),
    EventKind.SPLIT: lambda s: _either(s.told("split"), s.appears(SPLIT)),
    EventKind.TAKEN_OVER: lambda s: _either(s.told_first("taken-over"), s.told("group-taken-over")),
    EventKind.HANDED_OVER: _handed_over,
    EventKind.RELEASED: lambda s: s.turns(
        lambda was, now: bool(was.handler) and not now.handler and now.status == "待签收"
    ),
    EventKind.ACCUSED: lambda s: s.turns(
        lambda was, now: (
            (_line(was, SUSPECTED), _line(was, ACCUSED)) != (_line(now, SUSPECTED), _line(now, ACCUSED))
            and was.status == now.status
        )
    ),
    EventKind.SEALED: lambda s: _either(
        s.told("sealed", "unsealed"),
        s.turns(lambda was, now: ("🔒 保密件" in was.text) is not ("🔒 保密件" in now.text)),
    ),
    EventKind.REVEALED: _revealed,
    EventKind.MISSED: lambda s: s.moments("group-missed", "decide-missed"),
    EventKind.RESUMED: lambda s: s.told("group-resumed"),
    EventKind.UNREACHABLE: lambda s: s.told("group-unreachable"),
    EventKind.REACHABLE: lambda s: s.told("latest"),
    EventKind.SUPERVISED: lambda s: _raised(s, "督办", "supervised", "group-supervised"),
    EventKind.ESCALATED: lambda s: _raised(s, "挂牌督办", "escalated", "group-escalated"),
    EventKind.REMINDED: lambda s: _either(s.told("reminded"), s.told("group-reminded")),
    EventKind.PAGE_ANSWERED: _answered,
    EventKind.RATED: _rated,
    EventKind.REOPEN_ASKED: lambda s: _either(s.told_of_lead("reopen-asked"), s.moments("reopen-request")),
    EventKind.UPHELD: _upheld,
    EventKind.CLOSED: _closed,
}
# Notices of one purpose that are said in several sentences.
SAID_AS = {"merged": ("merged", "together-receipt"), "closed": ("closed", "together-closed")}
CHANGED = "citizen-detached"  # said in place of the acknowledgement, as an edit
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
            if purpose.startswith("citizen-") and purpose != CHANGED and number:
                purposes.setdefault(purpose.removeprefix("citizen-"), Counter())[number] += 1
    return Sent(messages, purposes)
