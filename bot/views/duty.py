"""The duty rota and absences as staff see them, and the buttons that change them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.duty import Shift
from bot.departments import Department
from bot.texts import Safe
from bot.views.content import Button, Content, Voice, lines, offices_to_choose, rows

SPANS = (("today", 1), ("three", 3), ("week", 7))  # the ends of texts, and days, today counting as the first


@dataclass(frozen=True, slots=True)
class Member:
    """`away`: not here now; `deputy`: who is called instead, if anybody."""

    id: int
    name: str
    staff_no: int
    away: bool = False
    deputy: str | None = None

    @property
    def called(self) -> str:
        return f"{self.name} {self.staff_no}"


def rota(
    voice: Voice,
    office: str,
    now: Shift,
    until: datetime,
    shifts: Mapping[Shift, Sequence[Member]],
    *,
    may_set: bool,
) -> Content:
    """Who is on duty now, who comes next."""

    def names(shift: Shift) -> str:
        return voice.listed([_named(voice, m) for m in shifts[shift]]) or voice.plain("duty-nobody")

    text = lines(
        voice.say("duty-head", office=voice.office(office)),
        voice.say("duty-now", shift=now.value, until=voice.when(until), names=names(now)),
        voice.say("duty-next", shift=now.other.value, names=names(now.other)),
        None if shifts[now] else voice.say("duty-without"),
    )
    buttons = [
        Button(voice.plain("button-duty-set", shift=s.value), f"duty:set:{office}:{s.value}") for s in Shift
    ]
    return Content(text, (tuple(buttons),) if may_set else ())


def _named(voice: Voice, member: Member) -> str:
    if not member.away:
        return member.called
    return voice.plain("duty-away", name=member.called, deputy=member.deputy or "none")


def setting(voice: Voice, office: str, shift: Shift, staff: Sequence[Member], on: Sequence[int]) -> Content:
    """All who may be in a shift; a press puts one in or out."""
    buttons = [
        Button(
            f"{'✓ ' if m.id in on else ''}{m.called}",
            f"duty:{'off' if m.id in on else 'on'}:{office}:{shift.value}:{m.id}",
        )
        for m in staff
    ]
    done = Button(voice.plain("button-duty-done"), f"duty:show:{office}")
    key = "duty-set" if staff else "duty-no-staff"
    return Content(
        voice.say(key, office=voice.office(office), shift=shift.value), (*rows(buttons, 2), (done,))
    )


def pick(voice: Voice, departments: Sequence[Department], page: int = 0) -> Content:
    buttons = [Button(d.label(voice.language), f"duty:show:{d.id}") for d in departments]
    return offices_to_choose(voice, voice.say("duty-which"), buttons, turn="duty:show:", page=page)


# --- absences


def ask_until(voice: Voice, person_id: int, who: Safe, *, away: bool) -> Content:
    """Until when somebody is away."""
    spans = [Button(voice.plain(f"button-away-{end}"), f"away:for:{person_id}:{days}") for end, days in SPANS]
    back = ((Button(voice.plain("button-away-back"), f"away:back:{person_id}"),),) if away else ()
    return Content(voice.say("away-until", who=who), (tuple(spans), *back))


def gone(voice: Voice, person_id: int, member: Member, until: str, colleagues: Sequence[Member]) -> Content:
    """That somebody is away; while there is no deputy, who it could be."""
    back = Button(voice.plain("button-away-back"), f"away:back:{person_id}")
    if member.deputy is not None:
        text = voice.say("away-with-deputy", name=member.called, until=until, deputy=member.deputy)
        return Content(text, ((back,),))
    choices = [Button(m.called, f"away:deputy:{person_id}:{m.id}") for m in colleagues]
    key = "away-who" if choices else "away-alone"
    return Content(voice.say(key, name=member.called, until=until), (*rows(choices, 2), (back,)))
