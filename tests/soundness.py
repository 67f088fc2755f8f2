"""What must hold after every story, whatever it was about: nothing refused, nothing lost, nothing unheard of."""

import html
import re
from dataclasses import dataclass

from sqlalchemy import select

from bot.core.plain import units
from bot.store import inbox
from bot.store.tables import dead_letters, outbox
from tests import botapi_spec
from tests.city import City

TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024


@dataclass(slots=True)
class Expected:
    """What a story brings about on purpose. `faults`: beginnings of Telegram's descriptions."""

    faults: tuple[str, ...] = ()
    dead_letters: int = 0
    failed: int = 0


async def check_sound(city: City, expected: Expected) -> None:
    server = city.server
    assert server.unknown_params == set()
    problems: list[str] = []
    for method, params, answer in server.calls:
        for name, limit in (("text", TEXT_LIMIT), ("caption", CAPTION_LIMIT)):
            read = html.unescape(re.sub("<[^>]*>", "", params.get(name) or ""))
            if units(read) > limit:
                problems.append(f"{method}: a {name} of {units(read)} units")
        if not answer["ok"] and not answer["description"].startswith(expected.faults or ("\0",)):
            problems.append(f"{method}: {answer['description']}")
        if botapi_spec.present():
            problems += botapi_spec.validate_request(method, params)
    assert not problems, problems
    async with city.service.db.read() as conn:
        waiting, dead = await inbox.depth(conn)
        errors = list((await conn.execute(select(dead_letters.c.error))).scalars())
        unsent = list(
            await conn.execute(
                select(outbox.c.purpose, outbox.c.status, outbox.c.error).where(
                    outbox.c.status.in_(("failed", "pending", "sending"))
                )
            )
        )
    assert waiting == 0
    assert dead == expected.dead_letters, errors
    assert len(unsent) == expected.failed, unsent
