"""Somebody leaves an office: their open cases are handed over at once, what they were writing is stopped, it is told once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.case import OPEN, SYSTEM, Case
from bot.core.notices import Priority
from bot.core.staffing import Change
from bot.core.workflow import Action, allowed
from bot.service import holding, previews
from bot.service.acting import act
from bot.service.desk import Desk
from bot.service.handling import actor_of
from bot.service.retract import clear
from bot.service.saying import say, voice_for
from bot.service.sight import homes, homes_of
from bot.store import cases, dialogues, duty, people, spoken, staffing
from bot.store.db import Tx
from bot.store.dialogues import Dialogue
from bot.store.people import Person
from bot.store.staffing import Grant
from bot.views import replies as replies_view
from bot.views import staffing as view
from bot.views.content import Content


@dataclass(slots=True)
class Passed:
    """Cases that went to a colleague, and cases that went back to the queue."""

    to_heir: list[Case] = field(default_factory=list)
    to_queue: list[Case] = field(default_factory=list)


async def stranded(tx: Tx, person: Person, after: Person) -> list[Case]:
    """The open cases that somebody handles and could not go on with, once they are `after`."""
    ids = await staffing.cases_of(tx.conn, person.id)
    found = await cases.by_ids(tx.conn, ids)
    known = [found[i] for i in ids if i in found]
    return [c for c in known if allowed(c.status, Action.RELEASE) and not after.works_for(c.department)]


async def heirs(tx: Tx, person: Person, left: Sequence[Case]) -> list[Person]:
    """Colleagues who are here and work for every office whose cases are left."""
    offices = {case.department for case in left}
    away = await duty.away(tx.conn, tx.now)
    return [
        each
        for each in await staffing.everyone(tx.conn)
        if each.id != person.id
        and each.id not in away
        and offices <= {d for role, d in each.grants if role in ("clerk", "lead", "dispatcher")}
    ]


async def hand_over(tx: Tx, desk: Desk, admin_id: int, left: Sequence[Case], heir: Person | None) -> Passed:
    """Each case to the colleague, or back to the queue where they may not see it. Citizens hear nothing of it."""
    admin = await people.get(tx.conn, admin_id)
    assert admin is not None
    passed = Passed()
    for case in left:
        # Whom a case complains about decides nothing of it: then nobody but the desk puts it back.
        actor = SYSTEM if admin.barred(case) else actor_of(admin, desk, case)
        if heir is not None and not heir.barred(case) and actor is not SYSTEM:
            step = (Action.HAND_OVER, {"handler_id": heir.id, "quietly": True})
            passed.to_heir.append(await act(tx, desk, case, actor, step))
        else:
            passed.to_queue.append(await act(tx, desk, case, actor, (Action.RELEASE, {"quietly": True})))
    return passed


# --- what they were writing


async def unsent(tx: Tx, person: Person, after: Person) -> list[Dialogue]:
    """Answers that somebody has begun and could not send any more, once they are `after`."""
    out = []
    for dialogue_id in await staffing.writing(tx.conn, person.id, previews.REPLY):
        dialogue = await dialogues.by_id(tx.conn, dialogue_id)
        case = await cases.by_id(tx.conn, dialogue.data["case"]) if dialogue else None
        if dialogue is not None and (case is None or not after.sees(case)):
            out.append(dialogue)
    return out


async def stop_writing(tx: Tx, desk: Desk, person: Person, answers: Sequence[Dialogue]) -> int:
    """None of them is sent; the words of those that were about to be are kept for whoever goes on. How many those were."""
    kept = 0
    for dialogue in answers:
        held = holding.is_held(dialogue)
        await dialogues.stop_clocks(tx, dialogues.subject_of(dialogue))
        await dialogues.end(tx, dialogue.chat_id, dialogue.person_id, dialogue.kind)
        case = await cases.by_id(tx.conn, dialogue.data["case"])
        if case is None:
            continue
        await previews.close(tx, desk, dialogue, case, "preview-unsent")
        if not held:
            continue
        kept += 1
        for chat_id, _ in await homes_of(tx, desk, case) if not case.confidential else ():
            voice = await voice_for(tx, desk, chat_id)
            why = voice.say("staff-left-why", name=person.name or "–")
            words = replies_view.unsent(voice, case.number, why, dialogue.data["text"], None)
            await say(tx, chat_id, words, "reply-unsent", case_id=case.id)
    return kept


# --- who hears of it


async def emptied(tx: Tx, grants: Sequence[Grant], change: Change) -> list[tuple[str, str]]:
    """Offices that would have nobody, or no lead, any more: (office, "nobody" or "lead")."""
    out: list[tuple[str, str]] = []
    for grant in grants:
        if grant.id not in change.ends or grant.department is None:
            continue
        others = {
            role: set(await people.with_role(tx.conn, role, grant.department)) - {grant.person_id}
            for role in ("clerk", "lead", "dispatcher")
        }
        if change.begins is not None and change.begins[1] == grant.department:
            others.setdefault(change.begins[0], set()).add(grant.person_id)
        if not any(others[role] for role in ("clerk", "lead", "dispatcher")):
            out.append((grant.department, "nobody"))
        elif grant.role == "lead" and not others["lead"]:
            out.append((grant.department, "lead"))
    return out


async def tell_offices(
    tx: Tx,
    desk: Desk,
    person: Person,
    before: Sequence[Grant],
    change: Change,
    passed: Passed,
    heir: Person | None,
) -> None:
    """One message to each chat that has to know: who leaves, who comes, whose the cases are now."""
    told: dict[int, view.News] = {}
    for list_name in ("to_heir", "to_queue"):
        for case in getattr(passed, list_name):
            for chat_id, _ in await homes_of(tx, desk, case):
                getattr(told.setdefault(chat_id, view.News()), list_name).append(case.number)
    kept = {g.department for g in before if g.id not in change.ends}
    ended = {g.department for g in before if g.id in change.ends} - kept - {None}
    begins = change.begins[1] if change.begins is not None else None
    for office in dict.fromkeys([*sorted(o for o in ended if o), *([begins] if begins else [])]):
        for chat_id, stand_in in await homes(tx, desk, office):
            if stand_in:
                continue
            news = told.setdefault(chat_id, view.News())
            known = news.changed if office in ended | kept else news.joined
            (known if office == begins else news.left).append(office)
    for chat_id, news in told.items():
        voice = await voice_for(tx, desk, chat_id)
        content = view.news(voice, person, news, heir, change.begins[0] if change.begins else None)
        await say(tx, chat_id, content, "staff-news", Priority.NOTICE)


async def tell_deputies(tx: Tx, desk: Desk, person: Person, after: Person) -> None:
    """Whoever counted on them as a deputy has to name another one."""
    if after.staff:
        return
    for absent in await staffing.forget_absence(tx, person.id):
        if not await people.is_gone(tx.conn, absent):
            text = (await voice_for(tx, desk, absent)).say("staff-deputy-left", name=person.name or "–")
            await say(tx, absent, Content(text), "staff-deputy-left", Priority.NOTICE)


async def take_back(tx: Tx, desk: Desk, after: Person) -> None:
    """What their private chat shows of open cases that they may no longer see."""
    for case_id in await spoken.cases_told(tx.conn, after.id, [s.value for s in OPEN]):
        case = await cases.by_id(tx.conn, case_id)
        if case is not None and case.citizen_id != after.id and not after.sees(case):
            await clear(tx, desk, case, after.id, keep_card=False)
