"""The story of one case, for who looks into a difference: what is on record, and what people saw, moment by moment."""

from __future__ import annotations

import re
from collections.abc import Iterable

from benchmarks.year.play import Played
from bot.store import cases

_NUMBER = re.compile(r"\d{6}-\d{4,}")


def named(problems: Iterable[str]) -> list[str]:
    """The numbers of the cases that these problems are about, each once."""
    return sorted({number for problem in problems for number in _NUMBER.findall(problem)})


async def story(played: Played, number: str) -> str:
    """Every event of a case and every message that names it, in the order of the clock."""
    service = played.town.service
    assert service is not None, "the desk still runs when it is looked at"
    async with service.db.read() as conn:
        case = await cases.by_number(conn, number)
        if case is None:
            return f"{number}: no such case"
        history = await cases.history(conn, case.id)
    lines = [(e.at, f"EVENT {e.kind.value} by {e.actor.kind}: {e.data}") for e in history]
    lines += [
        (h.at, f"#{h.order} {'edit' if h.edit else 'news'} in {h.chat}, {h.told.key}: {h.text!r}")
        for h in played.town.witness.heard
        if number in h.text or number in h.before
    ]
    in_order = (f"{at:%m-%d %H:%M:%S} {line}" for at, line in sorted(lines, key=lambda pair: pair[0]))
    return "\n".join([f"===== {number}, {case.status.value}", *in_order])
