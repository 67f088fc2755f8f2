"""The rota and absences: shown, set, ended."""

from datetime import date, datetime, time, timedelta

from bot.core import duty as core
from bot.core.duty import NoSuchColleague, Shift
from bot.core.errors import NotAllowed, StaleButton, Usage
from bot.core.notices import Priority
from bot.service.desk import Desk
from bot.service.handling import staff
from bot.service.oversight import department_named
from bot.service.saying import say, voice_for
from bot.service.turning import turned
from bot.store import duty, people, slots
from bot.store.db import Tx
from bot.store.people import Person
from bot.views import duty as view
from bot.views.content import Content
from bot.views.duty import Member
from bot.views.staff import mention

EXAMPLE = "/away 11-30 102"


# --- the rota


async def show(tx: Tx, desk: Desk, person_id: int, chat_id: int, name: str) -> None:
    """/duty [OFFICE]: the group's office, or the person's own. Raises NotInvited, NotAllowed, NoSuchDepartment."""
    person = await staff(tx, person_id)
    if name:
        offices = [department_named(desk, name)]
    elif chat_id < 0:
        offices = await people.departments_of_chat(tx.conn, chat_id)
    else:
        offices = list(person.departments)
        if not offices and person.dispatcher and not person.supervisor:
            offices = [desk.offices.triage.id]
    if not offices:
        await say(tx, chat_id, view.pick(desk.house, desk.offices.all), "duty")
    for office in offices:
        await slots.forget(tx, chat_id, _slot(office))
        await show_one(tx, desk, person_id, chat_id, office)


async def turn(tx: Tx, desk: Desk, person_id: int, chat_id: int, page: int, message_id: int) -> None:
    """Another page of the offices to choose from, in place. Raises NotInvited, StaleButton."""
    await staff(tx, person_id)
    await turned(tx, chat_id, view.pick(desk.house, desk.offices.all, page), "duty", message_id)


async def show_one(tx: Tx, desk: Desk, person_id: int, chat_id: int, office: str) -> None:
    """One office's rota, in place."""
    person = await _looker(tx, desk, person_id, chat_id, office)
    rota = desk.settings.duty.rota(desk.settings.city.tz)
    shifts = {
        shift: [await _member(tx, one) for one in ids]
        for shift, ids in (await duty.rota(tx.conn, office, dispatchers=_is_centre(desk, office))).items()
    }
    content = view.rota(
        desk.house,
        office,
        rota.shift_at(tx.now),
        rota.changes_after(tx.now),
        shifts,
        may_set=_may_set(desk, person, office),
    )
    await say(tx, chat_id, content, "duty", slot=_slot(office))


async def show_setting(tx: Tx, desk: Desk, person_id: int, chat_id: int, office: str, shift: Shift) -> None:
    """The staff of an office as buttons. Raises NotAllowed."""
    person = await _looker(tx, desk, person_id, chat_id, office)
    if not _may_set(desk, person, office):
        raise NotAllowed
    there = await duty.staff_of(tx.conn, office, dispatchers=_is_centre(desk, office))
    on = (await duty.rota(tx.conn, office, dispatchers=_is_centre(desk, office)))[shift]
    content = view.setting(desk.house, office, shift, [await _member(tx, one) for one in there], on)
    await say(tx, chat_id, content, "duty", slot=_slot(office))


async def put(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, office: str, shift: Shift, who: int, *, on: bool
) -> None:
    """Put somebody into a shift or take them out. Raises NotAllowed, StaleButton for one who left."""
    person = await _looker(tx, desk, person_id, chat_id, office)
    if not _may_set(desk, person, office):
        raise NotAllowed
    if on and who not in await duty.staff_of(tx.conn, office, dispatchers=_is_centre(desk, office)):
        raise StaleButton
    await duty.put(tx, office, shift, who, on=on, by=person.id)
    await show_setting(tx, desk, person_id, chat_id, office, shift)


async def _looker(tx: Tx, desk: Desk, person_id: int, chat_id: int, office: str) -> Person:
    """Who may see an office's rota here. Raises NotInvited, NotAllowed, StaleButton."""
    person = await staff(tx, person_id)
    if office not in desk.offices:
        raise StaleButton
    if chat_id < 0 and office not in await people.departments_of_chat(tx.conn, chat_id):
        raise NotAllowed
    if not person.works_for(office):
        raise NotAllowed
    return person


def _may_set(desk: Desk, person: Person, office: str) -> bool:
    """Leads for their office, dispatchers for the centre, admins for all."""
    return person.admin or person.leads(office) or (_is_centre(desk, office) and person.dispatcher)


def _is_centre(desk: Desk, office: str) -> bool:
    return office == desk.offices.triage.id


def _slot(office: str) -> str:
    return f"duty:{office}"


async def _member(tx: Tx, person_id: int) -> Member:
    person = await people.get(tx.conn, person_id)
    away = (await duty.away(tx.conn, tx.now)).get(person_id)
    deputy = await people.get(tx.conn, away.deputy_id) if away is not None and away.deputy_id else None
    name = (person.name if person else None) or "–"
    number = (person.staff_no if person else None) or 0
    return Member(person_id, name, number, away is not None, _called(deputy) if deputy else None)


def _called(person: Person) -> str:
    return f"{person.name or '–'} {person.staff_no or ''}".strip()


# --- absences


async def away(tx: Tx, desk: Desk, person_id: int, chat_id: int, words: str) -> None:
    """/away, /away UNTIL [DEPUTY], /away off. Raises NotInvited, Usage, NotAhead, NoSuchColleague."""
    person = await staff(tx, person_id)
    await slots.forget(tx, chat_id, _away_slot(person_id))
    if words.lower() in ("off", "回来", "回來", "回来了", "回來了"):
        await come_back(tx, desk, person_id, chat_id, person_id)
        return
    if not words:
        here = person_id in await duty.away(tx.conn, tx.now)
        who = mention(person.id, person.name or "–")
        content = view.ask_until(desk.house, person_id, who, away=here)
        await say(tx, chat_id, content, "away", slot=_away_slot(person_id))
        return
    today = tx.now.astimezone(desk.settings.city.tz).date()
    day, name = core.last_day(words, today), ""
    if day is None:
        until, _, name = words.rpartition(" ")
        day = core.last_day(until, today) if until else None
    if day is None:
        raise Usage(example=EXAMPLE)
    deputy = await _colleague(tx, person, name.strip().lstrip("@")) if name.strip() else None
    await _leave(tx, desk, person, chat_id, _end_of(desk, day), deputy)


def _end_of(desk: Desk, day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), desk.settings.city.tz)


async def away_for(tx: Tx, desk: Desk, person_id: int, chat_id: int, who: int, days: int) -> None:
    """A button: away for so many days, today counting. Raises NotAllowed for somebody else's button."""
    person = await _own(tx, person_id, who)
    if days not in {d for _, d in view.SPANS}:
        raise StaleButton
    today = tx.now.astimezone(desk.settings.city.tz).date()
    await _leave(tx, desk, person, chat_id, _end_of(desk, today + timedelta(days=days - 1)), None)


async def choose_deputy(tx: Tx, desk: Desk, person_id: int, chat_id: int, who: int, deputy: int) -> None:
    """Raises NotAllowed, StaleButton for one who is back already, NoSuchColleague."""
    person = await _own(tx, person_id, who)
    absence = (await duty.away(tx.conn, tx.now)).get(person_id)
    if absence is None:
        raise StaleButton
    if absence.deputy_id == deputy:
        return
    if deputy not in await _choices(tx, person):
        raise NoSuchColleague
    await _leave(tx, desk, person, chat_id, absence.until, deputy)


async def come_back(tx: Tx, desk: Desk, person_id: int, chat_id: int, who: int) -> None:
    person = await _own(tx, person_id, who)
    absence = (await duty.away(tx.conn, tx.now)).get(person_id)
    await duty.come_back(tx, person_id)
    text = desk.house.say("away-back", name=_called(person))
    await say(tx, chat_id, Content(text), "away", slot=_away_slot(person_id))
    if absence is not None and absence.deputy_id is not None:
        await _tell_deputy(tx, desk, absence.deputy_id, "away-deputy-free", name=_called(person))


async def _own(tx: Tx, person_id: int, who: int) -> Person:
    person = await staff(tx, person_id)
    if person_id != who:
        raise NotAllowed
    return person


async def _leave(
    tx: Tx, desk: Desk, person: Person, chat_id: int, until: datetime, deputy: int | None
) -> None:
    before = (await duty.away(tx.conn, tx.now)).get(person.id)
    await duty.leave(tx, person.id, until, deputy)
    last = desk.house.short_day(until - timedelta(seconds=1))
    colleagues = [] if deputy is not None else [await _member(tx, one) for one in await _choices(tx, person)]
    content = view.gone(desk.house, person.id, await _member(tx, person.id), last, colleagues)
    await say(tx, chat_id, content, "away", slot=_away_slot(person.id))
    if before is not None and before.deputy_id not in (None, deputy):
        assert before.deputy_id is not None
        await _tell_deputy(tx, desk, before.deputy_id, "away-deputy-free", name=_called(person))
    if deputy is not None:
        await _tell_deputy(tx, desk, deputy, "away-deputy", name=_called(person), until=last)


async def _tell_deputy(tx: Tx, desk: Desk, deputy: int, key: str, **words: str) -> None:
    if not await people.is_gone(tx.conn, deputy):
        voice = await voice_for(tx, desk, deputy)
        await say(tx, deputy, Content(voice.say(key, **words)), key, Priority.NOTICE)


async def _choices(tx: Tx, person: Person) -> list[int]:
    """Colleagues who are here: of the same offices; for those with a role of the whole city, each other."""
    city = person.dispatcher
    found = await duty.colleagues(tx.conn, person.departments, city=city)
    gone = await duty.away(tx.conn, tx.now)
    return [one for one in found if one != person.id and one not in gone]


async def _colleague(tx: Tx, person: Person, name: str) -> int:
    """A colleague by staff number or name. Raises NoSuchColleague."""
    for one in await _choices(tx, person):
        colleague = await people.get(tx.conn, one)
        if colleague is not None and name in (colleague.name, str(colleague.staff_no)):
            return one
    raise NoSuchColleague


def _away_slot(person_id: int) -> str:
    return f"away:{person_id}"
