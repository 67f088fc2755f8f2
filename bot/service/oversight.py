"""What admins look at, and who hears of it when the desk itself fails somebody."""

import difflib
from collections.abc import Sequence

from bot.core.errors import AdminOnly, NoSuchDepartment
from bot.core.notices import Priority
from bot.core.script import simplified
from bot.service.desk import Desk
from bot.service.handling import staff
from bot.service.sight import hidden_from, homes_of
from bot.service.tell import say, voice_for
from bot.store import cases, inbox, outbox, people
from bot.store.db import Tx
from bot.texts import LANGUAGES
from bot.views import staff as view
from bot.views.content import Content, Voice, lines

MANY_NAMES = 30  # of more only the nearest are named


def department_named(desk: Desk, name: str) -> str:
    """The id of a department by id, name, short name or alias in any language. Raises NoSuchDepartment."""
    wanted = simplified(name.strip().lower())
    for d in desk.offices.all:
        names = {
            d.id,
            *d.aliases,
            *d.domains,
            *(d.name.get(x) for x in LANGUAGES),
            *(d.label(x) for x in LANGUAGES),
        }
        if wanted in {simplified(n.lower()) for n in names}:
            return d.id
    voice = desk.house
    names_known = [voice.short(d.id) for d in desk.offices.all]
    if len(names_known) > MANY_NAMES:
        names_known = difflib.get_close_matches(name, names_known, 8, 0.3) or names_known[:MANY_NAMES]
    raise NoSuchDepartment(name=name, names=voice.listed(names_known))


async def admin(tx: Tx, person_id: int) -> None:
    """Raises NotInvited, NotAllowed."""
    if not (await staff(tx, person_id)).admin:
        raise AdminOnly


def _named(voice: Voice, names: Sequence[str]) -> str:
    """Names of offices, the first of very many and how many there are."""
    if len(names) <= MANY_NAMES:
        return voice.listed(names)
    return voice.plain("status-many", names=voice.listed(names[:MANY_NAMES]), count=len(names))


async def show_status(tx: Tx, desk: Desk, person_id: int, chat_id: int) -> None:
    """What is running, in one message."""
    await admin(tx, person_id)
    voice = desk.house
    waiting, dead = await inbox.depth(tx.conn)
    unbound = [
        d.label(voice.language) for d in desk.offices.all if await people.group_of(tx.conn, d.id) is None
    ]
    but = await hidden_from(tx.conn, desk, person_id)
    oldest = await cases.oldest_open(tx.conn, but)
    head = voice.say(
        "status",
        now=voice.when(tx.now),
        model=desk.brain.version,
        inbox=waiting - 1,  # the question itself is still in work
        dead=dead,
        outbox=await outbox.depth(tx.conn),
        failed=await outbox.refused(tx.conn),
        unbound=_named(voice, unbound) or voice.plain("status-none"),
    )
    per_office = [
        voice.say(
            "status-line",
            office=voice.short(office),
            counts=view.count_line(voice, counts),
            days=(tx.now - oldest[office]).days if office in oldest else 0,
        )
        for office, counts in (await cases.counts(tx.conn, but=but)).items()
    ]
    await say(tx, chat_id, Content(lines(head, *per_office)), "status")


# --- what fails


async def not_sent(tx: Tx, desk: Desk, chat_id: int, case_id: int | None, purpose: str, why: str) -> None:
    """Telegram will not take a message: the office hears of it when a citizen misses something, else the admins."""
    case = await cases.by_id(tx.conn, case_id) if case_id is not None else None
    if case is not None and chat_id == case.citizen_id and purpose != "group-not-sent":
        for home, _ in await homes_of(tx, desk, case):
            text = (await voice_for(tx, desk, home)).say("group-not-sent", number=case.number)
            await say(tx, home, Content(text), "group-not-sent", case_id=case.id)
    elif purpose not in ("admin-not-sent", "menu", outbox.TAKEN_BACK):
        for person_id in await people.admins(tx.conn):
            if person_id != chat_id:
                voice = await voice_for(tx, desk, person_id)
                text = voice.say("admin-not-sent", purpose=purpose, why=why[:300])
                await say(tx, person_id, Content(text), "admin-not-sent", Priority.NOTICE)


async def apologise(tx: Tx, desk: Desk, lane: int, reference: str) -> None:
    """An update was given up: the citizen gets a reference, the admins a notice."""
    if lane > 0:
        person = await people.get(tx.conn, lane)
        voice = desk.voice(person.language if person else desk.settings.city.language)
        await say(tx, lane, Content(voice.say("apology", reference=reference)), "apology")
    for person_id in await people.admins(tx.conn):
        text = (await voice_for(tx, desk, person_id)).say("dead-letter", reference=reference)
        await say(tx, person_id, Content(text), "dead-letter", Priority.NOTICE)
