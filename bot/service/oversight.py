"""Who is an admin, which office is meant, and who hears of it when the desk itself fails somebody."""

import difflib
from datetime import datetime

from bot.core.errors import AdminOnly, NoSuchDepartment, SeveralDepartments
from bot.core.notices import Priority
from bot.core.plain import clip
from bot.core.script import simplified
from bot.departments import DOMAINS, Department
from bot.service import previews
from bot.service.desk import Desk
from bot.service.handling import staff_of
from bot.service.saying import say, voice_for
from bot.service.sight import homes_of
from bot.store import cases, outbox, people
from bot.store.db import Reader, Tx
from bot.store.people import Person
from bot.store.sending import Waiting
from bot.texts import LANGUAGES
from bot.views.content import Content, Voice

NAME_SHOWN = 30
MANY_NAMES = 30  # of more only the nearest are named


def department_named(desk: Desk, name: str) -> str:
    """The id of a department by what it is called in any language: whole name or id, then short name or alias.

    At last by a domain, which is the city's office that leads it. Raises NoSuchDepartment, SeveralDepartments.
    """
    wanted = simplified(name.strip().lower())
    voice = desk.house
    for called in (_whole_names, _short_names):
        found = [d.id for d in desk.offices.all if wanted in {simplified(n.lower()) for n in called(desk, d)}]
        if len(found) == 1:
            return found[0]
        if found:
            raise SeveralDepartments(
                name=clip(name, NAME_SHOWN), names=voice.listed([voice.office(d) for d in found])
            )
    for domain in DOMAINS:
        lead = desk.offices.tree.lead(domain)
        if wanted == domain and lead is not None:
            return lead.id
    names_known = [voice.short(d.id) for d in desk.offices.all]
    if len(names_known) > MANY_NAMES:
        names_known = difflib.get_close_matches(name, names_known, 8, 0.3) or names_known[:MANY_NAMES]
    raise NoSuchDepartment(name=clip(name, NAME_SHOWN), names=voice.listed(names_known))


def _whole_names(desk: Desk, d: Department) -> set[str]:
    return {d.id, *(d.name.get(x) for x in LANGUAGES)}


def _short_names(desk: Desk, d: Department) -> set[str]:
    """白水市教育局 is the 教育局 there."""
    city = desk.settings.city.name.zh_hans
    return {*d.aliases, *(d.label(x) for x in LANGUAGES), d.name.zh_hans.removeprefix(city)}


def called_so(desk: Desk, name: str, but: str) -> str | None:
    """Another department that has this name, short name or alias already."""
    wanted = simplified(name.strip().lower())
    others = (d for d in desk.offices.all if d.id != but)
    return next(
        (
            d.id
            for d in others
            if wanted in {simplified(n.lower()) for n in _whole_names(desk, d) | _short_names(desk, d)}
        ),
        None,
    )


async def admin(tx: Tx, person_id: int) -> None:
    """Raises NotInvited, AdminOnly."""
    await admin_of(tx.conn, person_id)


async def admin_of(conn: Reader, person_id: int) -> Person:
    """The same, beside the writer."""
    person = await staff_of(conn, person_id)
    if not person.admin:
        raise AdminOnly
    return person


# --- what fails


async def not_sent(tx: Tx, desk: Desk, row: Waiting, why: str) -> None:
    """Telegram will not take a message: the office hears of it when a citizen misses something, else the admins."""
    case = await cases.by_id(tx.conn, row.case_id) if row.case_id is not None else None
    chat_id, purpose = row.chat_id, row.purpose
    if case is not None and chat_id == case.citizen_id and purpose != "group-not-sent":
        await previews.undelivered(tx, desk, chat_id, row.seq)
        for home, _ in await homes_of(tx, desk, case):
            text = (await voice_for(tx, desk, home)).say("group-not-sent", number=case.number)
            await say(tx, home, Content(text), "group-not-sent", case_id=case.id)
    elif purpose not in ("admin-not-sent", "menu", outbox.TAKEN_BACK):
        for person_id in await people.admins(tx.conn):
            if person_id != chat_id:
                voice = await voice_for(tx, desk, person_id)
                text = voice.say("admin-not-sent", purpose=purpose, why=why[:300])
                await say(tx, person_id, Content(text), "admin-not-sent", Priority.NOTICE)


async def apologise(tx: Tx, desk: Desk, lane: int, reference: str, *, again: bool = False) -> None:
    """An update was given up: the citizen gets a reference, the admins a notice. `again`: the admins alone."""
    if lane > 0 and not again:
        text = (await _voice_of(tx, desk, lane)).say("apology", reference=reference)
        await say(tx, lane, Content(text), "apology")
    key = "dead-letter-again" if again else "dead-letter"
    for person_id in await people.admins(tx.conn):
        text = (await voice_for(tx, desk, person_id)).say(key, reference=reference)
        await say(tx, person_id, Content(text), "dead-letter", Priority.NOTICE)


async def taken_up(tx: Tx, desk: Desk, lane: int, reference: str, at: datetime, *, pressed: bool) -> None:
    """What somebody was given a reference for is handled now, after all."""
    voice = await _voice_of(tx, desk, lane)
    key = "apology-over-press" if pressed else "apology-over"
    await say(tx, lane, Content(voice.say(key, at=voice.when(at), reference=reference)), "apology-over")


async def _voice_of(tx: Tx, desk: Desk, person_id: int) -> Voice:
    person = await people.get(tx.conn, person_id)
    return desk.voice(person.language if person else desk.settings.city.language)
