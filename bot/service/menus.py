"""Everybody's command menus, in private and in the groups of their offices: by role, in their own language, through the outbox."""

import hashlib
import json
from collections.abc import Sequence

from bot.core import menus as core
from bot.service.desk import Desk
from bot.service.sight import IN_TRIAGE
from bot.store import departments, outbox, people, staffing
from bot.store.db import Tx
from bot.store.outbox import Say
from bot.store.people import Person
from bot.views.content import Voice

KNOWN = "menus"  # the fingerprint of the menus that were set last, in the desk's memory
_OF_THE_CITY = (*IN_TRIAGE, "admin")  # roles whose people are in the triage desk's group


async def set_menu(tx: Tx, desk: Desk, person_id: int) -> None:
    """After a role was given or taken, or another language chosen; the last one that waits counts."""
    person = await people.get(tx.conn, person_id)
    if person is None:
        return
    scope = {"type": "chat", "chat_id": person_id}
    await _set(tx, desk, person, core.of_staff(role for role, _ in person.grants), scope)
    await _in_groups(tx, desk, person)


async def follow_group(tx: Tx, desk: Desk, offices: Sequence[str]) -> None:
    """After these offices got a group, another one, or none."""
    members = [p for office in offices for p in await departments.staff_of(tx.conn, office)]
    if desk.offices.triage.id in offices:
        members += [p for role in _OF_THE_CITY for p in await people.with_role(tx.conn, role)]
    for person_id in dict.fromkeys(members):
        person = await people.get(tx.conn, person_id)
        if person is not None:
            await _in_groups(tx, desk, person)


async def _in_groups(tx: Tx, desk: Desk, person: Person) -> None:
    """In each group of an office where they have a role; in one that is theirs no more, what all see there.

    Asked for in their own chat, so that no group's budget is spent on it.
    """
    roles: dict[int, set[str]] = {}
    for office, chat_id in (await people.bindings(tx.conn)).items():
        here = {role for role, at in person.grants if at == office}
        if office == desk.offices.triage.id:
            here |= {role for role, at in person.grants if at is None and role in _OF_THE_CITY}
        if here:
            roles.setdefault(chat_id, set()).update(here)
    key = f"{KNOWN}:{person.id}"
    before: list[int] = await people.recall(tx.conn, key) or []
    if before != sorted(roles):
        await people.remember(tx, key, sorted(roles))
    for chat_id in sorted(roles):
        await _set(tx, desk, person, core.in_group(roles[chat_id]), _member(chat_id, person.id))
    for chat_id in set(before) - roles.keys():
        if not await people.is_gone(tx.conn, chat_id):
            params = {"scope": _member(chat_id, person.id)}
            await outbox.add(tx, Say(person.id, "deleteMyCommands", params, "menu"))


def _member(chat_id: int, person_id: int) -> dict[str, object]:
    return {"type": "chat_member", "chat_id": chat_id, "user_id": person_id}


async def _set(tx: Tx, desk: Desk, person: Person, names: Sequence[str], scope: dict[str, object]) -> None:
    voice: Voice = desk.voice(person.language)
    commands = [{"command": name, "description": voice.plain(f"command-{name}")} for name in names]
    await outbox.add(tx, Say(person.id, "setMyCommands", {"commands": commands, "scope": scope}, "menu"))


async def follow(tx: Tx, desk: Desk) -> None:
    """After an upgrade the staff's menus are other ones: each is set again, once."""
    now = fingerprint()
    if await people.recall(tx.conn, KNOWN) == now:
        return
    await people.remember(tx, KNOWN, now)
    for person in await staffing.everyone(tx.conn):
        if not await people.is_gone(tx.conn, person.id):
            await set_menu(tx, desk, person.id)


def fingerprint() -> str:
    lists = [core.STAFF_COMMANDS, core.CITIZEN_COMMANDS, core.IN_GROUPS, core.ONLY_PRIVATE]
    known = json.dumps(lists, sort_keys=True)
    return hashlib.sha256(known.encode()).hexdigest()[:16]
