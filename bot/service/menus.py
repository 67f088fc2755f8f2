"""Everybody's command menu in their private chat: by role, in their own language, through the outbox."""

import hashlib
import json

from bot.core import menus as core
from bot.service.desk import Desk
from bot.store import outbox, people, staffing
from bot.store.db import Tx
from bot.store.outbox import Say

KNOWN = "menus"  # the fingerprint of the menus that were set last, in the desk's memory


async def set_menu(tx: Tx, desk: Desk, person_id: int) -> None:
    """After a role was given or taken, or another language chosen; the last one that waits counts."""
    person = await people.get(tx.conn, person_id)
    if person is None:
        return
    voice = desk.voice(person.language)
    names = core.of_staff(role for role, _ in person.grants)
    commands = [{"command": name, "description": voice.plain(f"command-{name}")} for name in names]
    params = {"commands": commands, "scope": {"type": "chat", "chat_id": person_id}}
    await outbox.add(tx, Say(person_id, "setMyCommands", params, "menu"))


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
    known = json.dumps([core.STAFF_COMMANDS, core.CITIZEN_COMMANDS], sort_keys=True)
    return hashlib.sha256(known.encode()).hexdigest()[:16]
