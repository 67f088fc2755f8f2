"""/dept: the list, a department's page with what would change, what to pick from, and who is told of a change."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.core.places import Map
from bot.core.plain import clip
from bot.departments import DOMAINS, LEVELS, SWITCHES, TOPICS, Department, LocalText
from bot.texts import Safe
from bot.views.content import Button, Content, Voice, lines, pager, rows

A_PAGE = 16
_SHOWN = (
    "name", "short", "level", "parent", "domains", "topics", "districts", "aliases", "phone", *SWITCHES,
)  # fmt: skip


class Staged(Protocol):
    """What a page needs of a change in the making: see bot/service/dept.py."""

    @property
    def before(self) -> dict[str, Any]: ...
    @property
    def after(self) -> dict[str, Any]: ...
    @property
    def closing(self) -> bool: ...
    @property
    def heir(self) -> str | None: ...
    @property
    def id(self) -> str: ...
    @property
    def changed(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Counts:
    """What hangs on a department. `lead`, `checker`: whether it has one."""

    open: int
    staff: int
    group: bool
    lead: bool
    checker: bool


def listed(voice: Voice, page: int) -> Content:
    """All departments, a button each, in the tree's order."""
    known = _in_order(voice)
    shown, turn = _page(voice, [d.id for d in known], page, "dp:list")
    buttons = [Button(_label(voice, d), f"dp:show:{d}") for d in shown]
    new = Button(voice.plain("button-dept-new"), "dp:new")
    return Content(voice.say("dept-list", count=len(known)), (*rows(buttons, 2), *turn, (new,)))


def _in_order(voice: Voice) -> list[Department]:
    """Each below the one above it."""
    children: dict[str | None, list[Department]] = {}
    for department in voice.offices.all:
        children.setdefault(department.parent, []).append(department)
    out: list[Department] = []
    waiting = list(reversed(children.get(None, [])))
    while waiting:
        out.append(waiting.pop())
        waiting += reversed(children.get(out[-1].id, []))
    return out


def _label(voice: Voice, department_id: str) -> str:
    return clip(voice.short(department_id), 30)


def _page(
    voice: Voice, ids: list[str], page: int, prefix: str
) -> tuple[list[str], tuple[tuple[Button, ...], ...]]:
    """One page of these, and the row to turn over."""
    last = max(0, (len(ids) - 1) // A_PAGE)
    page = min(page, last)
    turns = pager(voice, lambda to: f"{prefix}:{to}", page, last)
    return ids[page * A_PAGE : (page + 1) * A_PAGE], turns


def page(voice: Voice, key: str, staged: Staged, counts: Counts) -> Content:
    """A department with its settings; what would change stands as before → after."""
    head = _state(staged)
    name = Safe(f"<b>{html.escape(_value(voice, 'name', staged.after))}</b>")
    shown = [_line(voice, staged, field) for field in _SHOWN if _tells(staged, field)]
    hangs = (
        voice.say("dept-hangs", open=counts.open, staff=counts.staff, group="yes" if counts.group else "no")
        if staged.before
        else None
    )
    if staged.closing:
        to = voice.office(staged.heir or voice.offices.triage.id)
        below = [voice.short(d.id) for d in voice.offices.below(staged.id)]
        up = staged.after.get("parent")
        what = voice.say(
            "dept-closing",
            open=counts.open,
            staff=counts.staff,
            group="yes" if counts.group else "no",
            heir=to,
            below=voice.listed(below) or "none",
            up=voice.office(up) if up else "none",
        )
        left = voice.offices.without(staged.id)
        alone = Department.model_validate(staged.after).topics
        nobody = [t for t in alone if not any(t in d.topics for d in left)]
        what = lines(
            what,
            voice.say("dept-topics-nobody", topics=voice.listed([voice.domain(t) for t in nobody]))
            if nobody
            else None,
            _placeless(voice, Map(left), left),
        )
        heir = Button(voice.plain("button-dept-heir"), f"dp:turn:{key}:heir:0")
        yes = Button(voice.plain("button-dept-close-yes"), f"dp:save:{key}")
        no = Button(voice.plain("button-dept-drop"), f"dp:drop:{key}")
        return Content(lines(name, what), ((heir,), (yes, no)))
    note = voice.say(f"dept-{head}") if head != "as-is" else None
    fields = rows([Button(voice.plain(f"dept-field-{f}"), f"dp:ask:{key}:{f}") for f in _SHOWN], 3)
    last: tuple[Button, ...]
    if staged.changed:
        last = (
            Button(voice.plain("button-dept-save"), f"dp:save:{key}"),
            Button(voice.plain("button-dept-drop"), f"dp:drop:{key}"),
        )
    else:
        last = (Button(voice.plain("button-dept-list"), "dp:list:0"),)
        if not staged.after.get("triage"):
            last = (Button(voice.plain("button-dept-close"), f"dp:close:{staged.id}"), *last)
    return Content(
        lines(name, *shown, hangs, _names(voice, staged), _hint(voice, staged, counts), note), (*fields, last)
    )


def _names(voice: Voice, staged: Staged) -> str | None:
    """After a change of the name: what it is called in each language, and how to change one of them."""
    before, after = staged.before.get("name"), staged.after["name"]
    if before is None or before == after:
        return None
    return voice.say(
        "dept-names",
        hans=after["zh-Hans"],
        hant=LocalText.model_validate(after).get("zh-Hant"),
        follows="no" if "zh-Hant" in after else "yes",
        en=after.get("en") or "none",
        kept="yes" if before.get("en") == after.get("en") else "no",
        office=LocalText.model_validate(before).get(voice.language),
    )


def _tells(staged: Staged, field: str) -> bool:
    """Whether a line says something: a value, or that there is none any more."""
    changed = bool(staged.before) and staged.before.get(field) != staged.after.get(field)
    return changed or (field != "name" and bool(staged.after.get(field)))


def _hint(voice: Voice, staged: Staged, counts: Counts) -> str | None:
    """Why nothing would come to it by itself, and what else somebody might not expect."""
    department = Department.model_validate(staged.after)
    others = [d for d in voice.offices.all if d.id != department.id]
    now = voice.offices.tree.map
    then = Map([*others, department])
    area = then.area[department.id]
    new = [place for place in department.districts if place not in {p.name for p in now.all.values()}]
    matters = department.domains or department.topics
    out = [
        voice.say("dept-no-matter") if not matters and not department.triage else None,
        voice.say("dept-no-place")
        if matters and not department.triage and area is not None and not area
        else None,
        voice.say("dept-new-place", places=voice.listed(new[:5])) if new and now.all else None,
        _placeless(voice, then, others),
        voice.say("dept-no-checker", above="lead" if counts.lead else "supervisor")
        if department.check and not counts.checker
        else None,
        voice.say("dept-no-lead") if department.approval and not counts.lead else None,
    ]
    return lines(*out) if any(out) else None


def _placeless(voice: Voice, then: Map, others: Sequence[Department]) -> str | None:
    """Which others would have no place any more that they have now."""
    now = voice.offices.tree.map.area
    lost = [voice.short(d.id) for d in others if now.get(d.id) and then.area[d.id] == frozenset()]
    return voice.say("dept-others-placeless", offices=voice.listed(lost)) if lost else None


def _state(staged: Staged) -> str:
    if not staged.before:
        return "new"
    return "changing" if staged.changed else "as-is"


def _line(voice: Voice, staged: Staged, field: str) -> str:
    new, old = _value(voice, field, staged.after), _value(voice, field, staged.before)
    changed = bool(staged.before) and new != old
    value = voice.say("dept-value-changed", old=old, new=new) if changed else new
    return voice.say("dept-line", field=voice.plain(f"dept-field-{field}"), value=value)


def _value(voice: Voice, field: str, data: dict[str, Any]) -> str:
    value = data.get(field)
    if field in SWITCHES:
        return voice.plain("dept-switch-on" if value else "dept-switch-off")
    if not value:
        return voice.plain("dept-nothing")
    if field in ("name", "short"):
        chinese = LocalText.model_validate(value).get("zh-Hans" if voice.language == "en" else voice.language)
        return " / ".join(filter(None, (chinese, value.get("en"))))
    if field == "level":
        return voice.plain(f"dept-level-{value}")
    if field == "parent":
        return voice.office(value)
    if field in ("domains", "topics"):
        return voice.listed([voice.domain(matter) for matter in value])
    if field == "districts":
        return voice.listed([voice.written(place) for place in value])
    return voice.listed(value) if isinstance(value, list) else str(value)


def question(voice: Voice, field: str) -> Content:
    """Asks for words; the answer to this very message is what counts."""
    about = "name" if field == "new" else field
    return Content(voice.say(f"dept-ask-{field}"), force_reply=voice.plain(f"dept-field-{about}"))


def offered(voice: Voice, key: str, short: str) -> Content:
    """Asks for the short name where the name itself gives one: taken by a button, or another one is written."""
    name = voice.written(short)
    take = Button(voice.plain("button-dept-short", name=name), f"dp:short:{key}")
    return Content(voice.say("dept-ask-short-or", name=name), ((take,),))


def pick(voice: Voice, key: str, staged: Staged, field: str, at: int) -> Content:
    """The values of a field, one button each; what is chosen has a tick."""
    back = (Button(voice.plain("button-back"), f"dp:back:{key}"),)
    if field in ("parent", "heir"):
        ids = [d.id for d in _in_order(voice) if d.id != staged.id]
        if field == "parent":
            ids = [d for d in ids if not voice.offices[d].triage]
        shown, turn = _page(voice, ids, at, f"dp:turn:{key}:{field}")
        prefix = f"dp:heir:{key}" if field == "heir" else f"dp:set:{key}:parent"
        buttons = [Button(_label(voice, d), f"{prefix}:{d}") for d in shown]
        none = ((Button(voice.plain("dept-no-parent"), f"{prefix}:-"),),) if field == "parent" else ()
        return Content(voice.say(f"dept-pick-{field}"), (*rows(buttons, 2), *turn, *none, back))
    if field in SWITCHES:
        on = bool(staged.after.get(field))
        switch = tuple(
            Button(
                ("✓ " if on == (value == "on") else "") + voice.plain(f"dept-switch-{value}"),
                f"dp:set:{key}:{field}:{value}",
            )
            for value in ("on", "off")
        )
        return Content(voice.say(f"dept-pick-{field}"), (switch, back))
    known = {"level": levels(voice), "domains": DOMAINS, "topics": TOPICS}[field]
    has = staged.after.get(field, ())
    has = (has,) if isinstance(has, str) else has
    words = {
        value: voice.plain(f"dept-level-{value}") if field == "level" else voice.domain(value)
        for value in known
    }
    buttons = [
        Button(("✓ " if value in has else "") + words[value], f"dp:set:{key}:{field}:{value}")
        for value in known
    ]
    return Content(voice.say(f"dept-pick-{field}"), (*rows(buttons, 1 if field == "level" else 3), back))


def levels(voice: Voice) -> Sequence[str]:
    """Those that there can be: below the desk of a county there is no other one."""
    used = {d.level for d in voice.offices.all}
    return [level for level in LEVELS if level in used or level != "county" or not voice.small]


def saved(voice: Voice, department_id: str, *, new: bool, closed: bool, open_cases: int) -> Content:
    """What was done, and what comes next."""
    known = voice.offices.known(department_id)
    named = known.name.get(voice.language) if known else department_id
    what = "closed" if closed else "new" if new else "changed"
    to_list = Button(voice.plain("button-dept-list"), "dp:list:0")
    open_it = Button(voice.plain("button-dept-open"), f"dp:show:{department_id}")
    buttons = ((to_list,),) if closed else ((open_it, to_list),)
    return Content(voice.say(f"dept-saved-{what}", office=named, open=open_cases), buttons)


def told_admins(voice: Voice, staged: Staged, name: str) -> Safe:
    """To the other admins: who changed what."""
    office = _value(voice, "name", staged.after)
    if staged.closing:
        to = voice.office(staged.heir or voice.offices.triage.id)
        return voice.say("dept-told-closed", name=name, office=office, heir=to)
    if not staged.before:
        return voice.say("dept-told-new", name=name, office=office)
    changes = [_line(voice, staged, f) for f in _SHOWN if staged.before.get(f) != staged.after.get(f)]
    return lines(voice.say("dept-told-changed", name=name, office=voice.office(staged.id)), *changes)


def told_staff(voice: Voice, office: str, heir: str) -> Safe:
    return voice.say("dept-closed-staff", office=voice.office(office), heir=voice.office(heir))


def told_group(voice: Voice, office: str, heir: str) -> Safe:
    return voice.say("dept-closed-group", office=voice.office(office), heir=voice.office(heir))


def words_of(voice: Voice, words: dict[str, Any]) -> dict[str, str]:
    """What a misfit is about, in this language."""
    out = {}
    for key, value in words.items():
        if key == "domains":
            out[key] = voice.listed([voice.domain(d) for d in value])
        else:
            out[key] = (
                voice.plain(f"dept-level-{value}") if key in ("level", "above") else voice.written(str(value))
            )
    return out
