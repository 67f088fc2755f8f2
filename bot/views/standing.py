"""How the desk stands, as sentences for somebody who is no programmer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.views.content import Content, Voice, lines
from bot.views.staff import count_line

NAMED = 8
TROUBLES = ("dead", "refused", "slow-in", "slow-out", "lost", "nobody", "unbound", "late")


@dataclass(frozen=True, slots=True)
class Trouble:
    """`kind`: one of TROUBLES; `offices` where it is about some."""

    kind: str
    count: int
    offices: tuple[str, ...] = ()


def status(
    voice: Voice,
    now: datetime,
    troubles: Sequence[Trouble],
    work: Sequence[tuple[str, Mapping[str, int], int]],
    model: str,
) -> Content:
    """`work`: office, cases by status, age of the oldest in days."""
    parts: list[str] = [voice.say("status", now=voice.when(now), count=len(troubles))]
    parts += [_trouble(voice, trouble) for trouble in troubles]
    parts += ["", voice.say("status-work" if work else "status-idle")]
    parts += [
        voice.say("status-line", office=voice.short(office), counts=count_line(voice, counts), days=days)
        for office, counts, days in work
    ]
    return Content(lines(*parts, "", voice.say("status-model", model=model)))


def _trouble(voice: Voice, trouble: Trouble) -> str:
    named = voice.listed([voice.short(office) for office in trouble.offices[:NAMED]])
    if len(trouble.offices) > NAMED:
        named = voice.plain("status-more", names=named, count=len(trouble.offices))
    return voice.say(f"status-{trouble.kind}", count=trouble.count, offices=named)
