"""The admin's verbs, and what the desk does when people, groups or updates fail it."""

from datetime import timedelta
from typing import Any

from bot.core.case import SYSTEM, Status
from bot.core.errors import AdminOnly, BadCode, NoSuchDepartment, OwnInvitation
from bot.core.notices import Priority
from bot.core.workflow import Action
from bot.service import pages
from bot.service.acting import act
from bot.service.desk import Desk
from bot.service.handling import staff
from bot.service.retract import take_back_all
from bot.service.sight import hidden_from, homes, homes_of
from bot.service.tell import card_slot, say, show_card
from bot.store import cases, inbox, outbox, people
from bot.store.db import Tx
from bot.store.outbox import Say
from bot.views import staff as view
from bot.views.content import Content, lines

PER_ROUND = 200
# What a choice by buttons turns into stands where the buttons were.
INVITE_SLOT, BIND_SLOT = "invite", "bind"
ADMIN_COMMANDS = (
    "status", "summary", "invite", "bind", "queue", "supervise", "escalate", "takeover", "duty", "away", "label", "model", "retrain", "rollback", "case", "mycases", "remind", "withdraw", "help",
)  # fmt: skip


def department_named(desk: Desk, name: str) -> str:
    """The id of a department by id, name, short name or alias in any language. Raises NoSuchDepartment."""
    wanted = name.strip().lower()
    for d in desk.offices.all:
        names = {
            d.id,
            *d.aliases,
            *d.domains,
            *(d.name.get(x) for x in ("zh-Hans", "en")),
            d.label("zh-Hans"),
            d.label("en"),
        }
        if wanted in {n.lower() for n in names}:
            return d.id
    voice = desk.house
    raise NoSuchDepartment(name=name, names=voice.listed([voice.short(d.id) for d in desk.offices.all]))


async def admin(tx: Tx, person_id: int) -> None:
    """Raises NotInvited, NotAllowed."""
    if not (await staff(tx, person_id)).admin:
        raise AdminOnly


# --- people and groups


async def invite(tx: Tx, desk: Desk, person_id: int, chat_id: int, role: str, department: str | None) -> None:
    """A one-time link for a role; clerks need a department."""
    await admin(tx, person_id)
    hours = desk.settings.desk.invite_hours
    code = await people.invite(tx, role, department, by=person_id, expires_at=tx.now + timedelta(hours=hours))
    voice = desk.house
    office = voice.office(department) if department else desk.settings.city.name.get(voice.language)
    text = voice.say(
        "invite-link", office=office, role=voice.plain(f"role-{role}"), hours=hours, link=desk.link(code)
    )
    await say(tx, chat_id, Content(text), "invite", slot=INVITE_SLOT)


async def first_admin_code(tx: Tx, desk: Desk) -> str | None:
    """A one-time code for the first admin; None when there is one."""
    for person_id in desk.settings.desk.admins:
        known = await people.get(tx.conn, person_id)
        if known is None or not known.admin:
            await people.grant(tx, person_id, "admin", None, by=None, name=desk.house.plain("role-admin"))
            await admin_menu(tx, desk, person_id)
    if await people.admins(tx.conn):
        return None
    expires = tx.now + timedelta(hours=desk.settings.desk.invite_hours)
    return await people.invite(tx, "admin", None, by=None, expires_at=expires)


async def accept_invitation(tx: Tx, desk: Desk, person_id: int, name: str, language: str, code: str) -> None:
    """Somebody opens an invitation link. Raises BadCode."""
    if await people.maker_of(tx.conn, code) == person_id:
        raise OwnInvitation
    found = await people.redeem(tx, code, person_id)
    if found is None:
        raise BadCode
    role, department, by = found
    await people.meet(tx, person_id, language)
    person = await people.grant(tx, person_id, role, department, by=by, name=name)
    voice = desk.house
    args: dict[str, Any] = {"name": name, "role": voice.plain(f"role-{role}"), "staff": str(person.staff_no)}
    if department:
        group = "yes" if await people.group_of(tx.conn, department) is not None else "no"
        text = voice.say("welcome-staff", office=voice.office(department), group=group, **args)
    else:
        text = voice.say("welcome-city", **args)
    if role == "admin":
        text = lines(text, "", voice.say("admin-help"))
    await say(tx, person_id, Content(text), "welcome")
    if by is not None:
        joined = voice.say("invite-used", office=voice.office(department) if department else "", **args)
        await say(tx, by, Content(joined), "invite-used", Priority.NOTICE)
    if person.admin:
        await admin_menu(tx, desk, person_id)
        await cards_for_admins(tx, desk)
    await take_back_all(tx, desk)


async def admin_menu(tx: Tx, desk: Desk, person_id: int) -> None:
    """An admin's private chat has a longer command menu than a citizen's."""
    voice = desk.house
    commands = [{"command": name, "description": voice.plain(f"command-{name}")} for name in ADMIN_COMMANDS]
    params = {"commands": commands, "scope": {"type": "chat", "chat_id": person_id}}
    await outbox.add(tx, Say(person_id, "setMyCommands", params, "menu"))


async def cards_for_admins(tx: Tx, desk: Desk) -> None:
    """Cases that had nowhere to go are shown as soon as somebody is there to see them."""
    for department in desk.offices.all:
        if not any(chat < 0 for chat, _ in await homes(tx, desk, department.id)):
            await post_cards(tx, desk, department.id)


async def bind(tx: Tx, desk: Desk, person_id: int, chat_id: int, kind: str, department: str) -> None:
    """Tie a group to a department and post the cards that wait there."""
    await admin(tx, person_id)
    await people.bind(tx, department, chat_id, kind, by=person_id)
    await take_back_all(tx, desk)
    waiting = await cases.count_open(tx.conn, department, await hidden_from(tx.conn, desk, chat_id))
    text = desk.house.say("bind-done", office=desk.house.office(department), count=waiting)
    await say(tx, chat_id, Content(text), "bind", slot=BIND_SLOT)
    await post_cards(tx, desk, department)
    if department == desk.offices.triage.id:
        bound = await people.bindings(tx.conn)
        for other in desk.offices.all:
            if other.id not in bound:
                await post_cards(tx, desk, other.id)


async def post_cards(tx: Tx, desk: Desk, department: str, anew: int | None = None) -> None:
    """Show every open case of a department where its cards now belong; in the chat `anew` at its end."""
    after = 0
    while found := await cases.open_of_department(tx.conn, department, after, PER_ROUND):
        for case in found:
            if anew is not None:
                await outbox.forget_slot(tx, anew, card_slot(case.id))
            await show_card(tx, desk, case)
        after = found[-1].id


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
        unbound=voice.listed(unbound) or voice.plain("status-none"),
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


async def chat_gone(tx: Tx, desk: Desk, chat_id: int, why: str) -> None:
    """A chat can't be reached. A citizen's cases say so; a group's cards go to the stand-in."""
    known = await people.is_gone(tx.conn, chat_id)
    await people.lose_chat(tx, chat_id, why)
    untold = await outbox.give_up_chat(tx, chat_id, why)
    if chat_id > 0:
        for case in await cases.of_citizen(tx.conn, chat_id, limit=100):
            waits = case.open or case.status is Status.MERGED or case.id in untold
            if case.citizen_reachable and waits:
                await act(tx, desk, case, SYSTEM, (Action.LOSE_TOUCH, {}))
        await pages.not_reached(tx, desk, chat_id, untold)
        return
    lost = await people.departments_of_chat(tx.conn, chat_id)
    if known or not lost:
        return
    voice = desk.house
    text = voice.say("group-lost", offices=voice.listed([voice.office(d) for d in lost]))
    for person_id in await people.admins(tx.conn):
        await say(tx, person_id, Content(text), "group-lost")
    for department in lost:
        await post_cards(tx, desk, department)


async def chat_back(tx: Tx, desk: Desk, chat_id: int) -> None:
    """A citizen who could not be reached writes again: they get the latest state of what they missed."""
    if not await people.is_gone(tx.conn, chat_id):
        return
    await people.know_chat(tx, chat_id, "private")
    person = await people.get(tx.conn, chat_id)
    if person is not None and person.admin:
        await admin_menu(tx, desk, chat_id)
        await cards_for_admins(tx, desk)
    for case in reversed(await cases.of_citizen(tx.conn, chat_id, limit=100)):
        if not case.citizen_reachable:
            await act(tx, desk, case, SYSTEM, (Action.FIND_AGAIN, {}))


async def joined_group(tx: Tx, desk: Desk, chat_id: int, kind: str, by: int) -> None:
    """The bot was added to a group: by one of ours it says what to do next, by a stranger it leaves."""
    person = await people.get(tx.conn, by)
    await people.know_chat(tx, chat_id, kind)
    city = desk.settings.city.name.get(desk.house.language)
    departments = await people.departments_of_chat(tx.conn, chat_id)
    for department in departments:
        await post_cards(tx, desk, department, anew=chat_id)
    if departments:
        return
    if person is not None and person.staff:
        await say(tx, chat_id, Content(desk.house.say("group-hello", city=city)), "group-hello")
        return
    await say(tx, chat_id, Content(desk.house.say("group-stranger", city=city)), "group-stranger")
    await outbox.add(tx, Say(chat_id, "leaveChat", {}, "leave"))


async def group_alive(tx: Tx, desk: Desk, chat_id: int) -> None:
    """A group that was given up takes messages again: its cards come back."""
    if not await people.is_gone(tx.conn, chat_id):
        return
    await people.know_chat(tx, chat_id, "supergroup")
    for department in await people.departments_of_chat(tx.conn, chat_id):
        await post_cards(tx, desk, department)


async def not_sent(tx: Tx, desk: Desk, chat_id: int, case_id: int | None, purpose: str, why: str) -> None:
    """Telegram will not take a message: the office hears of it when a citizen misses something, else the admins."""
    case = await cases.by_id(tx.conn, case_id) if case_id is not None else None
    if case is not None and chat_id == case.citizen_id and purpose != "group-not-sent":
        text = desk.house.say("group-not-sent", number=case.number)
        for home, _ in await homes_of(tx, desk, case):
            await say(tx, home, Content(text), "group-not-sent", case_id=case.id)
    elif purpose not in ("admin-not-sent", "menu", outbox.TAKEN_BACK):
        text = desk.house.say("admin-not-sent", purpose=purpose, why=why[:300])
        for person_id in await people.admins(tx.conn):
            if person_id != chat_id:
                await say(tx, person_id, Content(text), "admin-not-sent", Priority.NOTICE)


async def chat_moved(tx: Tx, desk: Desk, old: int, new: int) -> None:
    """A group became a supergroup: bindings and what waits follow, cards are posted again."""
    if await people.is_gone(tx.conn, old) and not await people.departments_of_chat(tx.conn, old):
        await outbox.move_chat(tx, old, new)
        return
    await outbox.move_chat(tx, old, new)
    moved = await people.move_chat(tx, old, new)
    if moved:
        await say(tx, new, Content(desk.house.say("bind-moved")), "bind-moved")
    for department in moved:
        await post_cards(tx, desk, department)
    await take_back_all(tx, desk)


async def apologise(tx: Tx, desk: Desk, lane: int, reference: str) -> None:
    """An update was given up: the citizen gets a reference, the admins a notice."""
    if lane > 0:
        person = await people.get(tx.conn, lane)
        voice = desk.voice(person.language if person else desk.settings.city.language)
        await say(tx, lane, Content(voice.say("apology", reference=reference)), "apology")
    for person_id in await people.admins(tx.conn):
        text = desk.house.say("dead-letter", reference=reference)
        await say(tx, person_id, Content(text), "dead-letter", Priority.NOTICE)
