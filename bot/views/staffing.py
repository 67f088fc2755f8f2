"""Who works here, for admins: the list, a person's page, the choices before a change, and who is told of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.case import Case
from bot.core.staffing import Change, Role
from bot.departments import Department
from bot.texts import Safe
from bot.views.card import title
from bot.views.content import Button, Content, Voice, lines, offices_to_choose, pager, rows
from bot.views.staff import mention

NUMBERS = 10  # case numbers named in one message


class Person(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str | None: ...
    @property
    def staff_no(self) -> int | None: ...


class Grant(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def role(self) -> str: ...
    @property
    def department(self) -> str | None: ...
    @property
    def since(self) -> datetime: ...


class Passed(Protocol):
    @property
    def to_heir(self) -> list[Case]: ...
    @property
    def to_queue(self) -> list[Case]: ...


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with what the lists say of them."""

    person: Person
    in_hand: int
    on_duty: bool
    away_until: datetime | None
    deputy: str | None
    unreachable: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A member in one of their roles."""

    member: Member
    role: str
    office: str | None


@dataclass(slots=True)
class News:
    """What one chat hears of a change."""

    left: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    to_heir: list[str] = field(default_factory=list)
    to_queue: list[str] = field(default_factory=list)


def role_of(voice: Voice, role: Role) -> str:
    """住建 工作人员; of the whole city only the role."""
    name = voice.plain(f"role-{role[0]}")
    return name if role[1] is None else voice.plain("staff-role", office=voice.short(role[1]), role=name)


def _names(person: Person) -> dict[str, str]:
    return {"name": person.name or "–", "staff": str(person.staff_no or "–")}


def _state(voice: Voice, member: Member) -> str:
    """On duty, away, out of reach: behind the name."""
    parts = []
    if member.in_hand:
        parts.append(voice.plain("staff-in-hand", count=member.in_hand))
    if member.away_until is not None:
        last = voice.short_day(member.away_until - timedelta(seconds=1))
        parts.append(voice.plain("staff-away", until=last, deputy=member.deputy or "none"))
    elif member.on_duty:
        parts.append(voice.plain("staff-on-duty"))
    if member.unreachable:
        parts.append(voice.plain("staff-unreachable"))
    return "".join(f" · {part}" for part in parts)


def listed(voice: Voice, places: Sequence[Place], office: str, page: int, last: int, count: int) -> Content:
    """A page, office by office; each person is a button below."""
    where = voice.office(office) if office != "-" else "all"
    parts: list[str] = [voice.say("staff-head", office=where, count=count)]
    if last:
        parts.append(voice.say("queue-page", page=page + 1, pages=last + 1))
    heading: str | None = "-"
    for place in places:
        if place.office != heading:
            heading = place.office
            of_city = voice.plain("staff-of-city")
            parts += ["", voice.say("staff-office", office=voice.office(heading) if heading else of_city)]
        state = _state(voice, place.member)
        role = voice.plain(f"role-{place.role}")
        parts.append(voice.say("staff-line", role=role, state=state, **_names(place.member.person)))
    if not places:
        parts.append(voice.say("staff-nobody"))
    persons = {place.member.person.id: place.member.person for place in places}.values()
    buttons = [Button(voice.plain("button-staff", **_names(p)), f"sf:p:{p.staff_no}") for p in persons]
    turns = pager(voice, lambda to: f"sf:l:{office}:{to}", page, last)
    return Content(lines(*parts), (*rows(buttons, 2), *turns))


def _back(voice: Voice, person: Person | None = None) -> Button:
    if person is None:
        return Button(voice.plain("button-staff-list"), "sf:l:-:0")
    return Button(voice.plain("button-back"), f"sf:p:{person.staff_no}")


def person(voice: Voice, member: Member, grants: Sequence[Grant], late: int, *, own: bool) -> Content:
    who = member.person
    parts = [voice.say("staff-person", **_names(who))]
    for grant in grants:
        role = role_of(voice, (grant.role, grant.department))
        parts.append(voice.say("staff-since", role=role, since=voice.day(grant.since)))
    if not grants:
        return Content(lines(*parts, voice.say("staff-gone")), ((_back(voice),),))
    parts.append(voice.say("staff-load", count=member.in_hand, late=late))
    if member.away_until is not None:
        last = voice.short_day(member.away_until - timedelta(seconds=1))
        parts.append(voice.say("staff-away", until=last, deputy=member.deputy or "none"))
    elif member.on_duty:
        parts.append(voice.say("staff-on-duty"))
    if member.unreachable:
        parts.append(voice.say("staff-out-of-reach"))
    if own:
        return Content(lines(*parts, "", voice.say("staff-own")), ((_back(voice),),))

    def press(what: str) -> Button:
        return Button(voice.plain(f"button-staff-{what}"), f"sf:{what}:{who.staff_no}")

    return Content(
        lines(*parts), ((press("role"), press("move")), (press("add"), press("out")), (_back(voice),))
    )


def pick_grant(voice: Voice, who: Person, grants: Sequence[Grant], what: str) -> Content:
    """Which of several roles is meant; leaving can be from all of them."""
    buttons = [
        Button(role_of(voice, (g.role, g.department)), f"sf:{what}:{who.staff_no}:{g.id}") for g in grants
    ]
    if what == "out":
        buttons.append(Button(voice.plain("button-staff-all"), f"sf:out:{who.staff_no}:all"))
    text = voice.say(f"staff-which-{what}", **_names(who))
    return Content(text, (*rows(buttons, 1), (_back(voice, who),)))


def pick_role(voice: Voice, who: Person, held: Grant, roles: Sequence[str]) -> Content:
    buttons = []
    for role in roles:
        if role != held.role:
            office = held.department if role in ("clerk", "lead", "checker") else None
            what = f"{role}.{office or ''}"
            buttons.append(Button(voice.plain(f"role-{role}"), f"sf:go:{who.staff_no}:{held.id}:{what}"))
    text = voice.say("staff-pick-role", role=role_of(voice, (held.role, held.department)), **_names(who))
    return Content(text, (*rows(buttons, 2), (_back(voice, who),)))


def pick_office(
    voice: Voice, who: Person, grant: str, role: str, departments: Sequence[Department], page: int = 0
) -> Content:
    go = f"sf:go:{who.staff_no}:{grant}"
    buttons = [Button(d.label(voice.language), f"{go}:{role}.{d.id}") for d in departments]
    text = voice.say("staff-pick-office", role=voice.plain(f"role-{role}"), **_names(who))
    return offices_to_choose(voice, text, buttons, (_back(voice, who),), turn=f"{go}:{role}.", page=page)


def whom(
    voice: Voice,
    who: Person,
    left: Sequence[Case],
    choices: Sequence[tuple[Person, int]],
    grant: str,
    what: str,
) -> Content:
    """The open cases first, then who could take them."""
    go = f"sf:go:{who.staff_no}:{grant}:{what}"
    parts: list[str] = [voice.say("staff-cases", count=len(left), **_names(who))]
    parts += [
        voice.say(
            "staff-case",
            number=c.number,
            headline=title(voice, c, 24),
            status=voice.plain(f"status-{c.status.value}"),
        )
        for c in left[:NUMBERS]
    ]
    if len(left) > NUMBERS:
        parts.append(voice.say("staff-cases-more", count=len(left) - NUMBERS))
    parts += ["", voice.say("staff-whom")]
    buttons = [
        Button(voice.plain("button-staff-heir", count=load, **_names(p)), f"{go}:{p.staff_no}")
        for p, load in choices
    ]
    queue = Button(voice.plain("button-staff-queue"), f"{go}:q")
    return Content(lines(*parts), (*rows(buttons, 2), (queue,), (_back(voice, who),)))


def confirm(
    voice: Voice,
    who: Person,
    grants: Sequence[Grant],
    change: Change,
    count: int,
    heir: Person | None,
    writing: int,
    emptied: Sequence[tuple[str, str]],
    grant: str,
    what: str,
    target: str,
) -> Content:
    """What is going to happen, and that it has not happened yet."""
    ends = [role_of(voice, (g.role, g.department)) for g in grants if g.id in change.ends]
    begins = role_of(voice, change.begins) if change.begins is not None else "none"
    leaves = change.begins is None and len(ends) == len(grants)
    parts: list[str] = [voice.say("staff-sure", leaves="yes" if leaves else "no", **_names(who))]
    if ends:
        parts.append(voice.say("staff-sure-ends", roles=voice.listed(ends)))
    if change.begins is not None:
        parts.append(voice.say("staff-sure-begins", role=begins))
    if count:
        parts.append(
            voice.say("staff-sure-cases", count=count, heir=_called(voice, heir) if heir else "none")
        )
    elif ends:
        parts.append(voice.say("staff-sure-no-cases"))
    if writing:
        parts.append(voice.say("staff-sure-writing", count=writing))
    for office, lacks in emptied:
        parts.append(voice.say("staff-sure-empty", office=voice.office(office), lacks=lacks))
    parts += ["", voice.say("staff-sure-told")]
    yes = Button(
        voice.plain("button-staff-sure-out" if leaves else "button-staff-sure"),
        f"sf:go:{who.staff_no}:{grant}:{what}:{target}:ok",
    )
    return Content(lines(*parts), ((yes,), (_back(voice, who),)))


def _called(voice: Voice, person: Person) -> str:
    return voice.plain("staff-called", **_names(person))


def done(
    voice: Voice, who: Person, roles: Sequence[Role], passed: Passed, heir: Person | None, stopped: int
) -> Content:
    now = voice.listed([role_of(voice, role) for role in roles]) or "none"
    parts = [voice.say("staff-done", roles=now, **_names(who))]
    if passed.to_heir and heir is not None:
        parts.append(voice.say("staff-done-heir", count=len(passed.to_heir), heir=_called(voice, heir)))
    if passed.to_queue:
        parts.append(voice.say("staff-done-queue", count=len(passed.to_queue)))
    if stopped:
        parts.append(voice.say("staff-done-stopped", count=stopped))
    if not roles:
        parts.append(voice.say("staff-done-groups"))
    return Content(lines(*parts), ((_back(voice),),))


def to_themself(voice: Voice, roles: Sequence[Role]) -> Content:
    if not roles:
        return Content(voice.say("staff-you-left"))
    return Content(voice.say("staff-you-now", roles=voice.listed([role_of(voice, r) for r in roles])))


def news(voice: Voice, who: Person, told: News, heir: Person | None, role: str | None) -> Content:
    """One message to a group: who left or came, and whose the cases are now."""
    parts: list[str] = []
    if told.joined and role is not None:
        offices = voice.listed([voice.office(d) for d in told.joined])
        parts.append(
            voice.say("staff-news-joined", office=offices, role=voice.plain(f"role-{role}"), **_names(who))
        )
    if told.changed and role is not None:
        offices = voice.listed([voice.office(d) for d in told.changed])
        parts.append(
            voice.say("staff-news-changed", office=offices, role=voice.plain(f"role-{role}"), **_names(who))
        )
    if told.left:
        offices = voice.listed([voice.office(d) for d in told.left])
        parts.append(voice.say("staff-news-left", office=offices, **_names(who)))
    elif told.to_heir or told.to_queue:
        parts.append(voice.say("staff-news-cases", **_names(who)))
    if told.to_heir and heir is not None:
        to = mention(heir.id, _called(voice, heir))
        parts.append(
            voice.say(
                "staff-news-heir", count=len(told.to_heir), heir=to, numbers=_numbers(voice, told.to_heir)
            )
        )
    if told.to_queue:
        numbers = _numbers(voice, told.to_queue)
        parts.append(voice.say("staff-news-queue", count=len(told.to_queue), numbers=numbers))
    if told.left:
        parts.append(voice.say("staff-news-remove"))
    return Content(lines(*parts))


def _numbers(voice: Voice, numbers: Sequence[str]) -> Safe:
    more = len(numbers) - NUMBERS
    named = voice.listed(numbers[:NUMBERS])
    return Safe(named if more <= 0 else voice.plain("staff-numbers-more", numbers=named, count=len(numbers)))
