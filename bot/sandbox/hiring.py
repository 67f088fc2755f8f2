"""People who join the city while it runs: invited as an admin would invite them, and brought into their group."""

from datetime import timedelta

from bot.app import Service
from bot.sandbox.errors import SandboxError
from bot.sandbox.state import Person
from bot.sandbox.world import World
from bot.store import invites, people
from bot.store.db import Tx


async def hire(
    world: World, service: Service, name: str, role: str, department: str | None, language: str
) -> Person:
    """The new person; the bot greets them once it has handled their first `/start`."""
    if role not in people.ROLES:
        raise SandboxError(f"role is one of {', '.join(people.ROLES)}")
    known = {office.id: office for office in service.desk.offices.all}
    if role in people.OF_AN_OFFICE:
        if department not in known:
            raise SandboxError(f"a {role} needs a department: {', '.join(known)}")
    else:
        department = None
    async with service.db.read() as conn:
        admins = await people.admins(conn)
        office = department or next((o.id for o in known.values() if o.triage and role == "dispatcher"), None)
        group = await people.group_of(conn, office) if office else None
    by = admins[0] if admins else None

    async def invite(tx: Tx) -> str:
        expires = tx.now + timedelta(hours=service.settings.desk.invite_hours)
        return await invites.make(tx, role, department, by=by, expires_at=expires)

    code = await service.db.write(invite, cause="sandbox")
    person = world.users[world.add_user(name, language, role=role)["id"]]
    if group in world.chats and by is not None:
        world.members(group, person.id, by, "add")
    world.start(person.id, code)
    return person
