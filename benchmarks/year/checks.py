"""What must hold after a year. `CHECKS` is the table; each says in words what is wrong, or nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from benchmarks.year import count, days, sentences
from benchmarks.year.count import Sight
from benchmarks.year.play import Played
from benchmarks.year.town import Town
from benchmarks.year.witness import MOVES, Heard
from bot.core.case import Case
from bot.core.workflow import replay
from bot.store import cases, clocks, inbox, people

# A draft is spoken of until the hour is over in which its citizen wrote it, and a little after.
DRAFT = timedelta(minutes=65)
OF_A_DRAFT = frozenset({"draft", "receipt", "added", "supplied"})
# What citizens do at night stands in the offices' groups in the morning: the queue, not a reminder.
QUEUE_AT_NIGHT = frozenset(
    {"card", "group-added", "group-added-after", "group-supplied", "group-detached", "group-withdrawn"}
    | {"group-joined-added", "group-joined-withdrawn"}
)
# What answers an act of the same moment at any hour; news of others' doing, or of a clock, is none of these.
AN_ANSWER = frozenset(
    {"draft", "receipt", "together-receipt", "added", "supplied", "detached", "redirected", "redirect-which"}
    | {"withdraw-sure", "withdrawn", "reminded", "reopen-asked", "why-again", "follow-up", "closed"}
    | {"unmerged"}
    | {"latest"}  # how things stand, to who was out of reach and comes back
    | {"other"}  # what names no event of a case: lists, greetings, how to go on
)
# What of an emergency is told at any hour: calls, who has it, that a clock was missed or soon will be, and that its
# citizen presses for more. How it went, and what was decided of it, can wait.
OF_AN_EMERGENCY = frozenset(
    {"card", "page", "page-answered", "page-claimed", "page-again", "page-over", "missed", "supervised"}
    | {"on-duty", "on-duty-silent"}
    | {"claimed", "dispatched", "transferred"}
    | {"escalated", "group-missed", "group-due-soon", "group-supervised", "group-escalated", "group-reminded"}
    | {"rung-lead", "rung-supervise", "rung-escalate", "approve-soon", "decide-due-soon", "decide-missed"}
    | {"reopen-request"}
)
# After these the case stands otherwise than before: news of it may be in the same words.
TURNS = MOVES | {
    "moved",
    "group-detached",
    "proposal",
    "proposal-over",
    "group-refused",
    "reopen-request",
    "decided",
}
# One for each time that the citizen was thanked for it.
ADDED = frozenset({"group-added", "group-supplied", "group-added-after", "group-joined-added"})
PERIODIC = frozenset({"digest"})  # comes every morning, may be the same as yesterday's
# Called again, answered again: the same words, at another moment.
CALLS = frozenset({"page", "on-duty", "on-duty-silent"})


@dataclass(slots=True, repr=False)
class Evidence:
    """What the checks look at: the desk's own record, and what people saw."""

    played: Played
    heard: list[Heard] = field(default_factory=list)
    urgent: set[str] = field(default_factory=set)
    cases: list[Case] = field(default_factory=list)
    replayed: dict[int, Case | None] = field(default_factory=dict)
    running: dict[int, int] = field(default_factory=dict)
    staff: set[int] = field(default_factory=set)
    record: dict[str, Counter[str]] = field(default_factory=dict)
    sent: count.Sent = field(default_factory=lambda: count.Sent(set(), {}))
    dead_letters: int = 0

    @property
    def town(self) -> Town:
        return self.played.town

    @property
    def sight(self) -> Sight:
        return Sight(self.heard, self.town.groups[self.town.settings.triage.id])


@dataclass(slots=True, repr=False)
class Report:
    """`line` is printed as JSON; `problems` are in words."""

    line: dict[str, Any]
    problems: list[str]


async def gather(played: Played) -> Evidence:
    service = played.town.service
    assert service is not None, "the desk still runs when it is looked at"
    found = Evidence(played, played.town.witness.heard)
    found.urgent = urgent(found.heard)
    async with service.db.read() as conn:
        for number in sorted(await cases.numbers(conn)):
            case = await cases.by_number(conn, number)
            assert case is not None
            found.cases.append(case)
            found.replayed[case.id] = replay(await cases.history(conn, case.id))
            found.running[case.id] = len(await clocks.running(conn, case.id))
            if case.handler_id and case.handler_id not in found.staff:
                person = await people.get(conn, case.handler_id)
                if person is not None and person.staff:
                    found.staff.add(person.id)
        _, found.dead_letters = await inbox.depth(conn)
    found.record = await count.on_record(service.db)
    found.sent = await count.on_the_way_out(service.db)
    return found


# --- the checks


def everything_has_an_owner(e: Evidence) -> Iterator[str]:
    """a. A case is struck off, or a clock runs; while an answer is owed somebody has it, who can see its card.

    Answered is not struck off: until the citizen was asked about the answer, a clock runs for that.
    """
    standing = {(h.chat, h.told.number) for h in e.heard if h.told.key == "card"}
    for case in e.cases:
        if case.over:
            continue
        if not e.running[case.id]:
            yield f"{case.number} is {case.status.value} and no clock runs"
        if not case.open:
            continue
        if case.handler_id is not None and case.handler_id not in e.staff:
            yield f"{case.number} is with {case.handler_id}, who is nobody of the staff"
        group = e.town.groups.get(case.department)
        if group is None:
            yield f"{case.number} is with {case.department}, which is no office"
        elif (group, case.number) not in standing:
            yield f"{case.number} is with {case.department}, where nobody ever saw it"


def events_rebuild_the_rows(e: Evidence) -> Iterator[str]:
    """b. Replaying the events of a case gives its row."""
    for case in e.cases:
        if e.replayed[case.id] != case:
            yield f"{case.number}: its events tell of another case than its row"


def nights_are_quiet(e: Evidence) -> Iterator[str]:
    """c. Outside waking hours people hear what they asked for, and of emergencies."""
    for h in e.heard:
        if h.edit or days.awake(h.at, e.town.zone()) or (asked_for(h) and h.told.key in AN_ANSWER):
            continue
        if (h.told.number in e.urgent and h.told.key in OF_AN_EMERGENCY) or (h.group and in_the_queue(h)):
            continue
        if h.told.key in OF_A_DRAFT and h.since is not None and h.since <= DRAFT:
            continue
        yield f"{h.at.astimezone(e.town.zone()):%m-%d %H:%M} chat {h.chat} was told unasked: {h.text[:60]!r}"


def nothing_is_said_twice(e: Evidence) -> Iterator[str]:
    """d. Nobody is told what stands in their chat already, unless they asked or the case has moved meanwhile.

    The same but for dates and times is the same, until something has happened to the case.
    """
    zone, turns = e.town.zone(), turns_of(e.heard)
    thanked = {(h.told.about, h.at) for h in e.heard if h.told.key in ("added", "supplied")}
    for h in e.heard:
        if h.again is None or (asked_for(h) and not more_than_asked_for(h)) or h.moved_since:
            continue
        if h.told.key in CALLS and h.at > h.again.at:
            continue
        if h.told.key in ADDED and h.at > h.again.at and (h.told.about, h.at) in thanked:
            continue  # of a confidential case it says no words
        same_day = h.at.astimezone(zone).date() == h.again.at.astimezone(zone).date()
        if h.told.key in PERIODIC and not same_day:
            continue
        named = sentences.NAMED.search(h.text)
        if named is None and h.told.key not in PERIODIC and h.act != h.again.act:
            continue  # it names no case: about something they did since
        if named and any(
            h.again.at < at < h.at or (at == h.at and key != h.told.key and h.text != h.again.text)
            for at, key in turns[named.group()]
        ):
            continue
        yield f"chat {h.chat} was told twice, last at {h.at:%m-%d %H:%M}: {h.text[:60]!r}"


def both_counts_agree(e: Evidence) -> Iterator[str]:
    """e. What people saw and what the desk has on record are the same, case by case; so are the messages."""
    seen = count.as_seen(e.sight)
    for kind in sorted({*seen, *e.record} - {unseen.value for unseen in count.UNSEEN}):
        kept, saw = e.record.get(kind, Counter()), seen.get(kind, Counter())
        if kept != saw:
            yield from _different(f"{kind} events", kept, saw)
    told = {key: e.sight.told(*count.SAID_AS.get(key, (key,))) for key in e.sent.purposes}
    for key in sorted(e.sent.purposes):
        if e.sent.purposes[key] != told.get(key, Counter()):
            yield from _different(f"notices “{key}”", e.sent.purposes[key], told.get(key, Counter()))
    saw_messages = {(h.chat, h.message_id) for h in e.heard}
    for chat, message in sorted(e.sent.messages - saw_messages)[:5]:
        yield f"message {message} to {chat} is recorded as sent, and nobody saw it"
    for chat, message in sorted(saw_messages - e.sent.messages)[:5]:
        yield f"message {message} in {chat} was seen, and is not recorded as sent"
    if e.dead_letters:
        yield f"{e.dead_letters} updates were given up"


def _different(what: str, kept: Counter[str], saw: Counter[str]) -> Iterator[str]:
    which = sorted(n for n in {*kept, *saw} if kept[n] != saw[n])
    some = ", ".join(f"{n} ({kept[n]} and {saw[n]})" for n in which[:5])
    yield f"{what}: {kept.total()} on record, {saw.total()} seen; {len(which)} cases differ: {some}"


CHECKS: dict[str, Callable[[Evidence], Iterator[str]]] = {
    "a_owner": everything_has_an_owner,
    "b_replay": events_rebuild_the_rows,
    "c_night": nights_are_quiet,
    "d_twice": nothing_is_said_twice,
    "e_counts": both_counts_agree,
}


# --- what the checks ask


def urgent(heard: list[Heard]) -> set[str]:
    """The cases marked as dangerous on a card, above the citizen's own words, or that somebody was called to."""
    return {
        h.told.about
        for h in heard
        if h.told.key == "page" or (h.told.key == "card" and sentences.marked_urgent(h.text))
    }


def asked_for(h: Heard) -> bool:
    """Whether somebody of this chat did something at this very moment."""
    return h.since == timedelta()


def turns_of(heard: list[Heard]) -> dict[str, list[tuple[datetime, str]]]:
    """When something happened to a case, as far as anybody saw: by what was told, or on a card of it."""
    out: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
    stood: dict[tuple[str, int], tuple[str, str | None]] = {}
    for h in heard:
        if h.told.key in TURNS:
            out[h.told.about].append((h.at, h.told.key))
        elif h.told.key == "card":
            card = sentences.card(h.text)
            if stood.get((card.number, h.chat)) != (now := (card.status, card.handler)):
                stood[card.number, h.chat] = now
                out[card.number].append((h.at, "card"))
    return out


def more_than_asked_for(h: Heard) -> bool:
    """Whether the same was said more often at this moment than somebody of this chat did something."""
    return h.again is not None and h.again.at == h.at and h.copies > h.at_once


def in_the_queue(h: Heard) -> bool:
    """What a citizen did at night: the card of it, their words, their files."""
    return h.told.key in QUEUE_AT_NIGHT or bool(h.file) or h.told.key == "group-unreachable"


def report(e: Evidence) -> Report:
    """All checks, and the line of counts."""
    played = e.played
    problems = {name: list(check(e)) for name, check in CHECKS.items()}
    seen = count.as_seen(e.sight)
    statuses = Counter(case.status.value for case in e.cases)
    zone = e.town.zone()
    cards_at_night = sum(h.told.key == "card" and not h.edit and not days.awake(h.at, zone) for h in e.heard)
    missed = e.record.get("missed", Counter())
    line: dict[str, Any] = {
        "from": played.plan.first.isoformat(),
        "days": played.plan.days,
        "cases": len(e.cases),
        "citizens": len(played.population.citizens),
        "open": sum(case.open for case in e.cases),
        "status": dict(sorted(statuses.items())),
        "events": {kind: tally.total() for kind, tally in sorted(e.record.items())},
        "seen": {kind: tally.total() for kind, tally in sorted(seen.items()) if tally},
        "cases_with_a_missed_clock": len(missed),
        "emergencies": len(e.urgent),
        "messages": sum(not h.edit for h in e.heard),
        "edits": sum(h.edit for h in e.heard),
        "cards_posted_at_night": cards_at_night,
        "acts": played.town.acts,
        "refusals": dict(sorted(_refusals(e).items())),
        "outage": {
            "updates_that_waited": played.waited,
            "updates_lost": played.lost,
            "complaints_written_again": sum(m.tries > 1 for m in played.population.matters),
            "complaints_never_heard": sum(m.tries > 0 and not m.seen for m in played.population.matters),
        },
        "problems": {name: len(found) for name, found in problems.items()},
        "ok": not any(problems.values()),
    }
    return Report(line, [f"{name}: {text}" for name, found in problems.items() for text in found])


_REFUSALS = {
    "已经签收了这一件": "claimed by another",
    "您已经签收": "claimed before",
    "已经过时": "stale button",
}


def _refusals(e: Evidence) -> Counter[str]:
    """What presses were answered with, by kind."""
    out: Counter[str] = Counter()
    for text, number in e.town.witness.toasts.items():
        for words, name in _REFUSALS.items():
            if words in text:
                out[name] += number
    return out
