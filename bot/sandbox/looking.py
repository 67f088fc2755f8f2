"""What the page's drawer shows of the desk: queues, cases, events, inbox and outbox, as they are now."""

from typing import Any

from bot.app import Service
from bot.sandbox.world import World
from bot.store import cases, glance, inbox, people, sending


async def offices(service: Service) -> list[dict[str, Any]]:
    """Every department with the group that it has, as a person may choose among them."""
    async with service.db.read() as conn:
        groups = await people.bindings(conn)
    return [
        {
            "id": department.id,
            "name": department.label(service.desk.settings.city.language),
            "name_en": department.label("en"),
            "triage": department.triage,
            "chat": groups.get(department.id),
        }
        for department in service.desk.offices.all
    ]


async def overview(service: Service, world: World) -> dict[str, Any]:
    known = await offices(service)
    async with service.db.read() as conn:
        waiting, dead = await inbox.depth(conn)
        counts = await cases.counts(conn)
        return {
            "offices": known,
            "inbox": {
                "waiting": waiting,
                "undelivered": world.updates.count(),
                "dead_letters": dead,
                "recent": await glance.incoming(conn),
                "letters": await glance.letters(conn),
            },
            "outbox": {"waiting": await sending.depth(conn), "recent": await glance.outgoing(conn)},
            "queues": [{"department": d, "counts": c} for d, c in counts.items()],
            "cases": await glance.files(conn),
            "events": await glance.happened(conn),
            "next": await glance.next_ring(conn),
        }
