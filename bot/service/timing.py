"""Clocks in service: what an event does to a case's clocks, what happens when they ring, what a new calendar moves."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from bot.calendars import fingerprint
from bot.core import deadlines
from bot.core.case import SYSTEM, Case
from bot.core.deadlines import OWED, Clock, Kind, Stage
from bot.core.notices import Priority
from bot.core.proposals import waiting
from bot.core.workflow import Action
from bot.service import acting, approving, audience, follow_up, ladder
from bot.service.cards import show_card
from bot.service.desk import Desk
from bot.service.saying import say, voice_for
from bot.service.sight import homes_of
from bot.service.watchers import tell_deciders
from bot.service.wording import due_of, has_it, mention_of
from bot.store import clocks, people
from bot.store.db import Tx
from bot.views import citizen as citizen_view
from bot.views.content import Content

CALENDAR, TOLD_YEARS = "calendar", "told_years"  # what the desk remembers between starts
PER_ROUND = 100


async def ring(tx: Tx, desk: Desk, case_id: int) -> None:
    """A clock of this case rings: whoever has to know is told, in one message however many clocks there are.

    At night and on free days all but emergencies wait for the morning.
    """
    case = await acting.load(tx, case_id)
    running = await clocks.running(tx.conn, case_id)
    ringing = [c for c in running if c.rings is not None and c.rings <= tx.now]
    moved = await clocks.alarm(tx.conn, clocks.subject_of(case_id), clocks.MOVED)
    news = moved is not None and moved <= tx.now
    if not (desk.calendar.awake(tx.now) or any(c.urgent for c in ringing)):
        morning = desk.calendar.next_opening(tx.now)
        await clocks.keep(tx, case_id, [dataclasses.replace(c, rings=morning) for c in ringing])
        if news:
            await clocks.set_alarm(tx, clocks.subject_of(case_id), clocks.MOVED, morning, case_id)
        return
    if news:
        await _tell_moved(tx, desk, case)
    if any(c.kind is Kind.WAIT for c in ringing):
        case = await acting.act(tx, desk, case, SYSTEM, (Action.RESUME, {}))
        running = await clocks.running(tx.conn, case_id)
    if any(c.kind is Kind.DEFERRAL for c in ringing):
        case = await acting.act(tx, desk, case, SYSTEM, (Action.RECALL, {}))
        running = await clocks.running(tx.conn, case_id)
    for clock in ringing:
        if clock.kind is Kind.FOLLOW_UP:
            case = await follow_up.ring(tx, desk, case, clock)
        elif clock.kind is Kind.LADDER:
            case = await ladder.climb(tx, desk, case, clock, running)
    await _tell_due(tx, desk, case, running)


async def _tell_due(tx: Tx, desk: Desk, case: Case, running: Sequence[Clock]) -> None:
    missed = [c for c in running if c.kind in OWED and c.stage is not Stage.TOLD and c.missed(tx.now)]
    soon = [
        c
        for c in running
        if c.stage is Stage.WARN and c.rings is not None and c.rings <= tx.now and not c.missed(tx.now)
    ]
    await clocks.keep(
        tx,
        case.id,
        [dataclasses.replace(c, stage=Stage.TOLD, rings=None) for c in missed]
        + [dataclasses.replace(c, stage=Stage.DUE, rings=c.due) for c in soon],
        placed=not missed,
    )
    if missed:
        late = {c.kind.value: c.due.isoformat() for c in missed}
        urgent = any(c.urgent for c in missed)
        case = await acting.act(tx, desk, case, SYSTEM, (Action.MISS, {"missed": late, "urgent": urgent}))
    elif soon:
        await _warn(tx, desk, case, min(soon, key=lambda c: c.due))


async def _warn(tx: Tx, desk: Desk, case: Case, clock: Clock) -> None:
    """A word to the office before something is due; the card's time left is brought up to date."""
    if clock.kind is Kind.DECIDE and not case.open:
        await tell_deciders(tx, desk, case, "decide-due-soon", clock.due)
        return
    await show_card(tx, desk, case, moved=False)
    priority = Priority.EMERGENCY if clock.urgent else Priority.NOTICE
    if clock.kind is Kind.DECIDE and (proposal := waiting(case)) is not None:
        await approving.remind(tx, desk, case, proposal, clock.due)
        return
    for chat_id, _ in await homes_of(tx, desk, case):
        voice = await voice_for(tx, desk, chat_id)
        text = voice.say(
            "group-due-soon",
            number=case.number,
            what=voice.plain(f"clock-{clock.kind.value}"),
            due=voice.when(clock.due),
            mention=await mention_of(tx, case),
            who=has_it(case),
        )
        await say(tx, chat_id, Content(text), "group-due-soon", priority, case_id=case.id)


async def _tell_moved(tx: Tx, desk: Desk, case: Case) -> None:
    """Another calendar moved the promised date."""
    await clocks.end_alarm(tx, clocks.subject_of(case.id), clocks.MOVED)
    if not case.open:
        return
    for mine in [case, *await audience.reached(tx.conn, case)]:
        person = await people.get(tx.conn, mine.citizen_id)
        voice = desk.voice(person.language if person else mine.language)
        due = await due_of(tx, voice, case)
        if due == "none":
            return
        content = Content(
            voice.say("citizen-reckoned", number=mine.number, due=due), citizen_view.case_buttons(voice, mine)
        )
        await say(tx, mine.citizen_id, content, "citizen-reckoned", Priority.NOTICE, case_id=mine.id)


# --- the calendar


async def reckon(tx: Tx, desk: Desk, after: int) -> int | None:
    """Bring the clocks of some cases in line with the calendar: the id to go on after, None when all are done."""
    found = await clocks.cases_with_clocks(tx.conn, after, PER_ROUND)
    running = await clocks.running_of(tx.conn, found)
    for case_id in found:
        news = {
            c: new
            for c in running.get(case_id, [])
            if (new := deadlines.reckoned(c, tx.now, desk.policy, desk.calendar)) is not None
        }
        if not news:
            continue
        case = await acting.load(tx, case_id)
        if not case.open:
            continue
        await clocks.keep(tx, case_id, news.values())
        data: dict[str, Any] = {
            "region": desk.settings.calendar.region,
            "clocks": deadlines.recorded(news.values()),
            "before": deadlines.recorded(news),
        }
        await acting.act(tx, desk, case, SYSTEM, (Action.RECKON, data))
        if any(c.kind is Kind.RESOLVE for c in news):
            awake = desk.calendar.next_awake(tx.now)
            await clocks.set_alarm(tx, clocks.subject_of(case_id), clocks.MOVED, awake, case_id)
    if len(found) == PER_ROUND:
        return found[-1]
    await people.remember(tx, CALENDAR, fingerprint(desk.calendar))
    return None


async def warn_of_year(tx: Tx, desk: Desk, year: int) -> None:
    """The admins hear once that a year's exchange days are not known here."""
    told = await people.recall(tx.conn, TOLD_YEARS) or []
    admins = await people.admins(tx.conn)
    if year in told or not admins:
        return
    await people.remember(tx, TOLD_YEARS, [*told, year])
    for person_id in admins:
        text = (await voice_for(tx, desk, person_id)).say("calendar-unpublished", year=str(year))
        await say(tx, person_id, Content(text), "calendar", Priority.NOTICE)
