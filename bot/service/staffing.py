"""Who works here, as admins see and change it: other roles, other offices, leaving. Handing over: bot/service/leaving.py."""

import dataclasses
from collections.abc import Sequence

from bot.core.case import Case
from bot.core.errors import NobodyOfThatName, NoSuchDepartment, StaleButton
from bot.core.plain import clip
from bot.core.staffing import (
    Change,
    ConfiguredAdmin,
    LastAdmin,
    NoLongerStaff,
    Themself,
    is_admin,
)
from bot.service import leaving, menus, oversight
from bot.service.desk import Desk
from bot.service.retract import take_back_all
from bot.service.saying import say
from bot.service.turning import turned
from bot.store import duty, people, staffing
from bot.store.db import Tx
from bot.store.people import OF_AN_OFFICE, ROLES, Person
from bot.store.staffing import Grant
from bot.views import staffing as view
from bot.views.content import page_in
from bot.views.staffing import Member, Place

PURPOSE = "staff"
PAGE = 10
SHOWN = 12  # colleagues to choose from: those with the least in hand
QUEUE = "q"  # instead of a colleague: back to those who may claim it
NOTHING = "-"  # there is nothing to hand over


async def find(tx: Tx, desk: Desk, person_id: int, chat_id: int, words: str) -> None:
    """/staff, /staff OFFICE, /staff NUMBER or NAME. Raises AdminOnly, NobodyOfThatName, SeveralDepartments."""
    await oversight.admin(tx, person_id)
    all_staff = await staffing.everyone(tx.conn)
    named = [
        p for p in all_staff if words and words.casefold() in (str(p.staff_no), (p.name or "").casefold())
    ]
    if len(named) == 1:
        await show_person(tx, desk, person_id, chat_id, named[0].staff_no or 0)
    elif named:
        await _list(tx, desk, chat_id, named, "-", 0, None)
    else:
        try:
            office = oversight.department_named(desk, words) if words else "-"
        except NoSuchDepartment:
            like = [p for p in all_staff if words.casefold() in (p.name or "").casefold()]
            if not like:
                raise NobodyOfThatName(name=clip(words, oversight.NAME_SHOWN)) from None
            await _list(tx, desk, chat_id, like, "-", 0, None)
            return
        await show_list(tx, desk, person_id, chat_id, office, 0)


async def show_list(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, office: str, page: int, message: int | None = None
) -> None:
    """A page of all, or of one office. Raises AdminOnly, StaleButton."""
    await oversight.admin(tx, person_id)
    found = await staffing.everyone(tx.conn)
    if office != "-":
        if desk.offices.known(office) is None:
            raise StaleButton
        found = [p for p in found if office in {d for _, d in p.grants}]
    await _list(tx, desk, chat_id, found, office, page, message)


async def _list(
    tx: Tx, desk: Desk, chat_id: int, found: Sequence[Person], office: str, page: int, message: int | None
) -> None:
    order: dict[str | None, int] = {d.id: n for n, d in enumerate(desk.offices.all)}
    order[None] = -1
    lines = [(p, role, at) for p in found for role, at in p.grants if office in ("-", at)]
    lines.sort(
        key=lambda line: (order.get(line[2], len(order)), ROLES[::-1].index(line[1]), line[0].staff_no)
    )
    last = max(0, (len(lines) - 1) // PAGE)
    page = min(page, last)
    shown = lines[page * PAGE : (page + 1) * PAGE]
    members = await _members(tx, desk, [p for p, _, _ in shown])
    places = [Place(members[p.id], role, at) for p, role, at in shown]
    content = view.listed(desk.house, places, office, page, last, len({p.id for p in found}))
    await turned(tx, chat_id, content, PURPOSE, message)


async def _members(tx: Tx, desk: Desk, persons: Sequence[Person]) -> dict[int, Member]:
    """These people with what the lists say of them."""
    ids = [p.id for p in persons]
    away = await duty.away(tx.conn, tx.now)
    shift = desk.settings.duty.rota(desk.settings.city.tz).shift_at(tx.now)
    on = await staffing.on_duty(tx.conn, shift.value, ids)
    load = await staffing.in_hand(tx.conn, ids)
    out: dict[int, Member] = {}
    for person in persons:
        gone = away.get(person.id)
        deputy = await people.get(tx.conn, gone.deputy_id) if gone and gone.deputy_id else None
        out[person.id] = Member(
            person,
            load.get(person.id, 0),
            on_duty=person.id in on,
            away_until=gone.until if gone else None,
            deputy=deputy.name if deputy else None,
            unreachable=await people.is_gone(tx.conn, person.id),
        )
    return out


async def show_person(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, staff_no: int, message: int | None = None
) -> None:
    """One person's page, with what can be changed. Raises AdminOnly, StaleButton."""
    await oversight.admin(tx, person_id)
    person, grants = await _whom(tx, staff_no)
    member = (await _members(tx, desk, [person]))[person.id]
    late = await staffing.late(tx.conn, person.id, tx.now)
    content = view.person(desk.house, member, grants, late, own=person.id == person_id)
    await turned(tx, chat_id, content, PURPOSE, message)


async def _whom(tx: Tx, staff_no: int) -> tuple[Person, list[Grant]]:
    """Raises StaleButton for a number nobody ever had."""
    found = await staffing.id_of(tx.conn, staff_no)
    person = await people.get(tx.conn, found) if found is not None else None
    if person is None:
        raise StaleButton
    return person, await staffing.grants(tx.conn, person.id)


# --- the steps before a change


async def ask(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, message: int, staff_no: int, what: str, grant: str
) -> None:
    """role, move, add, out: which of several roles, then which other one. Raises what a change would raise."""
    await oversight.admin(tx, person_id)
    person, grants = await _whom(tx, staff_no)
    _not_oneself(person, person_id)
    if not grants:
        raise NoLongerStaff
    voice = desk.house
    if what == "add":
        role = next((g.role for g in grants if g.role in OF_AN_OFFICE), "clerk")
        content = view.pick_office(voice, person, "0", role, desk.offices.all)
    elif not grant and len(grants) > 1:
        content = view.pick_grant(voice, person, grants, what)
    elif what == "out":
        await propose(
            tx, desk, person_id, chat_id, message, staff_no, (grant or str(grants[0].id), NOTHING, "")
        )
        return
    else:
        held = next((g for g in grants if str(g.id) == (grant or str(grants[0].id))), None)
        if held is None:
            raise NoLongerStaff
        if what == "move":
            role = held.role if held.department is not None else "clerk"
            content = view.pick_office(voice, person, str(held.id), role, desk.offices.all)
        elif what == "role":
            content = view.pick_role(voice, person, held, ROLES)
        else:
            raise StaleButton
    await turned(tx, chat_id, content, PURPOSE, message)


def _not_oneself(person: Person, admin: int) -> None:
    if person.id == admin:
        raise Themself


def _change(desk: Desk, grants: Sequence[Grant], grant: str, what: str) -> Change:
    """From a button's parts: which grant ends (all, 0 for none, or its id), and ROLE.OFFICE or - . Raises StaleButton."""
    ends = frozenset(g.id for g in grants) if grant == "all" else frozenset({int(grant)} - {0})
    if what == NOTHING:
        if not ends:
            raise NoLongerStaff
        return Change(ends)
    role, _, office = what.partition(".")
    if role not in ROLES or (office and office not in desk.offices) or (role in OF_AN_OFFICE and not office):
        raise StaleButton
    return Change(ends, (role, office or None))


async def propose(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, message: int, staff_no: int, how: tuple[str, str, str]
) -> None:
    """What would change, whom their cases would go to; nothing has happened yet. Raises Refusals."""
    await oversight.admin(tx, person_id)
    person, grants = await _whom(tx, staff_no)
    grant, what, target = how
    role, _, office = what.partition(".")
    if role in OF_AN_OFFICE and (not office or page_in(office) is not None):
        page = page_in(office) or 0
        content = view.pick_office(desk.house, person, grant, role, desk.offices.all, page)
        await turned(tx, chat_id, content, PURPOSE, message)
        return
    change = _change(desk, grants, grant, what)
    after = await _checked(tx, desk, person_id, person, grants, change)
    stranded = await leaving.stranded(tx, person, after)
    voice = desk.house
    if stranded and not target:
        hidden = [c for c in stranded if not (await _admin(tx, person_id)).barred(c)]
        choices = await leaving.heirs(tx, person, stranded)
        load = await staffing.in_hand(tx.conn, [p.id for p in choices])
        choices.sort(key=lambda p: (load.get(p.id, 0), p.staff_no))
        content = view.whom(
            voice, person, hidden, [(p, load.get(p.id, 0)) for p in choices[:SHOWN]], grant, what
        )
    else:
        heir = await _heir(tx, target, person, stranded)
        told = await leaving.emptied(tx, grants, change)
        writing = await leaving.unsent(tx, person, after)
        content = view.confirm(
            voice,
            person,
            grants,
            change,
            len(stranded),
            heir,
            len(writing),
            told,
            grant,
            what,
            target or NOTHING,
        )
    await turned(tx, chat_id, content, PURPOSE, message)


async def _admin(tx: Tx, person_id: int) -> Person:
    found = await people.get(tx.conn, person_id)
    assert found is not None
    return found


async def _checked(
    tx: Tx, desk: Desk, admin: int, person: Person, grants: Sequence[Grant], change: Change
) -> Person:
    """The person as they would be. Raises Themself, LastAdmin, ConfiguredAdmin, NoLongerStaff, HasThatRole."""
    _not_oneself(person, admin)
    roles = change.result([(g.id, (g.role, g.department)) for g in grants])
    if person.admin and not is_admin(roles):
        if person.id in desk.settings.desk.admins:
            raise ConfiguredAdmin
        if await people.admins(tx.conn) == [person.id]:
            raise LastAdmin
    return dataclasses.replace(person, grants=roles)


async def _heir(tx: Tx, target: str, person: Person, stranded: Sequence[Case]) -> Person | None:
    """Who takes the cases; None for the queue. Raises StaleButton for one who can't any more."""
    if target in (QUEUE, NOTHING, ""):
        return None
    found = await staffing.id_of(tx.conn, int(target))
    heir = next((p for p in await leaving.heirs(tx, person, stranded) if p.id == found), None)
    if heir is None:
        raise StaleButton
    return heir


# --- the change


async def make(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, message: int, staff_no: int, how: tuple[str, str, str]
) -> None:
    """Confirmed: it happens, all at once. Whoever has to know is told once; citizens are not. Raises Refusals."""
    await oversight.admin(tx, person_id)
    person, grants = await _whom(tx, staff_no)
    grant, what, target = how
    change = _change(desk, grants, grant, what)
    after = await _checked(tx, desk, person_id, person, grants, change)
    stranded = await leaving.stranded(tx, person, after)
    if stranded and target == NOTHING:  # they took a case in the meantime
        await propose(tx, desk, person_id, chat_id, message, staff_no, (grant, what, ""))
        return
    heir = await _heir(tx, target, person, stranded)
    answers = await leaving.unsent(tx, person, after)
    for held in grants:
        if held.id in change.ends:
            await staffing.revoke(tx, held, by=person_id)
    if change.begins is not None:
        role, office = change.begins
        await people.grant(tx, person.id, role, office, by=person_id, name=person.name or "")
    passed = await leaving.hand_over(tx, desk, person_id, stranded, heir)
    stopped = await leaving.stop_writing(tx, desk, person, answers)
    await leaving.tell_offices(tx, desk, person, grants, change, passed, heir)
    await leaving.tell_deputies(tx, desk, person, after)
    await leaving.take_back(tx, desk, after)
    await take_back_all(tx, desk)
    await menus.set_menu(tx, desk, person.id)
    if not await people.is_gone(tx.conn, person.id):
        own = desk.voice(person.language)
        await say(tx, person.id, view.to_themself(own, after.grants), "staff-changed")
    content = view.done(desk.house, person, after.grants, passed, heir, stopped)
    await turned(tx, chat_id, content, PURPOSE, message)
