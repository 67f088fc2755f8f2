"""Invitations: one-time links that make somebody staff, and the first admin's."""

from datetime import timedelta
from typing import Any

from bot.core.errors import BadCode, OwnInvitation, SameInvitation, StaleButton
from bot.core.notices import Priority
from bot.service import groups, menus
from bot.service.desk import Desk
from bot.service.oversight import admin
from bot.service.retract import take_back_all
from bot.service.saying import say, voice_for
from bot.store import invites, people
from bot.store.db import Tx
from bot.store.people import ROLES
from bot.views import help as help_view
from bot.views import inviting as view
from bot.views.content import Content

INVITE_SLOT = "invite"  # what a choice by buttons turns into stands where the buttons were


async def invite(tx: Tx, desk: Desk, person_id: int, chat_id: int, role: str, department: str | None) -> None:
    """A one-time link for a role, in a message that can be forwarded as it is; clerks need a department."""
    await admin(tx, person_id)
    until = tx.now + timedelta(hours=desk.settings.desk.invite_hours)
    code = await invites.make(tx, role, department, by=person_id, expires_at=until)
    await say(tx, chat_id, view.made(desk.house, role, department, until), "invite", slot=INVITE_SLOT)
    # The link is read by somebody else, whose language nobody knows yet.
    await say(tx, chat_id, view.link(desk.public, role, department, until, desk.link(code)), "invite-link")


async def ask_role(tx: Tx, desk: Desk, person_id: int, chat_id: int) -> None:
    """/invite: the roles as buttons, and the way to the invitations that are still open."""
    await admin(tx, person_id)
    waiting = len(await invites.open_ones(tx.conn, tx.now))
    await say(tx, chat_id, view.roles(desk.house, ROLES, waiting), "invite", slot=INVITE_SLOT)


async def show_open(tx: Tx, desk: Desk, person_id: int, chat_id: int) -> None:
    """The invitations that nobody has used yet, each with a button that takes it back."""
    await admin(tx, person_id)
    found = await invites.open_ones(tx.conn, tx.now)
    shown = []
    for each in found:
        maker = await people.get(tx.conn, each.by) if each.by is not None else None
        shown.append((each, maker.name if maker else None))
    await say(tx, chat_id, view.open_ones(desk.house, shown), "invite", slot=INVITE_SLOT)


async def withdraw(tx: Tx, desk: Desk, person_id: int, chat_id: int, tag: str) -> str:
    """The toast's text key. Raises StaleButton for what names no invitation."""
    await admin(tx, person_id)
    if len(tag) != invites.TAG:
        raise StaleButton
    done = await invites.withdraw(tx, tag, by=person_id)
    await show_open(tx, desk, person_id, chat_id)
    return "toast-invite-withdrawn" if done else "toast-invite-over"


async def first_admin_code(tx: Tx, desk: Desk) -> str | None:
    """A one-time code for the first admin; None when there is one."""
    for person_id in desk.settings.desk.admins:
        known = await people.get(tx.conn, person_id)
        if known is None or not known.admin:
            await people.grant(tx, person_id, "admin", None, by=None, name=desk.public.plain("role-admin"))
            await menus.set_menu(tx, desk, person_id)
    if await people.admins(tx.conn):
        return None
    expires = tx.now + timedelta(hours=desk.settings.desk.invite_hours)
    return await invites.make(tx, "admin", None, by=None, expires_at=expires)


async def accept_invitation(tx: Tx, desk: Desk, person_id: int, name: str, language: str, code: str) -> None:
    """Somebody opens an invitation link. Raises BadCode, OwnInvitation, SameInvitation."""
    if await invites.maker_of(tx.conn, code) == person_id:
        raise OwnInvitation
    found = await invites.redeem(tx, code, person_id)
    if found is None:
        known = await people.get(tx.conn, person_id)
        again = known is not None and known.staff and await invites.user_of(tx.conn, code) == person_id
        raise SameInvitation if again else BadCode
    role, department, by = found
    if by is None:
        await invites.end_first(tx)  # each start and setup printed one; the first admin is here now
    await people.meet(tx, person_id, language)
    person = await people.grant(tx, person_id, role, department, by=by, name=name)
    voice = desk.voice(person.language)
    args: dict[str, Any] = {"name": name, "role": voice.plain(f"role-{role}"), "staff": str(person.staff_no)}
    if department:
        group = "yes" if await people.group_of(tx.conn, department) is not None else "no"
        text = voice.say("welcome-staff", office=voice.office(department), group=group, **args)
    else:
        text = voice.say("welcome-city", **args)
    content = Content(text)
    if role == "admin":
        content = help_view.page(voice, person, "begin", private=True, head=text)
    await say(tx, person_id, content, "help" if role == "admin" else "welcome")
    if by is not None:
        inviter = await voice_for(tx, desk, by)
        args["role"] = inviter.plain(f"role-{role}")
        city = desk.settings.city.name.get(inviter.language)
        office = inviter.office(department) if department else city
        joined = inviter.say("invite-used", office=office, **args)
        await say(tx, by, Content(joined), "invite-used", Priority.NOTICE)
    await menus.set_menu(tx, desk, person_id)
    if person.admin:
        await groups.cards_for_admins(tx, desk)
    await take_back_all(tx, desk)
