"""What staff did last, a line an act, in plain words."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.core.case import EventKind
from bot.core.workflow import TABLE
from bot.texts import Safe, has
from bot.views.content import Content, Listed, Voice, lines, pager
from bot.views.staffing import role_of

# Acts of the desk's own record that have a sentence, act-NAME; others are shown as they are named there.
ACTS = (
    "grant", "revoke", "invite", "invite_withdrawn", "bind", "unbind", "duty", "away", "back", "retrain", "discard-model",
    "switch-model", "knowledge", "knowledge-retired", "template", "template_removed", "recorded", "export",
    "broadcast", "department-added", "department-changed", "department-closed", "place", "called", "not_reached",
    "phone",
)  # fmt: skip
_ACTION = {move.event.value: action.value for (_, action), move in TABLE.items()}


class Person(Protocol):
    @property
    def name(self) -> str | None: ...
    @property
    def staff_no(self) -> int | None: ...


class Act(Protocol):
    @property
    def at(self) -> datetime: ...
    @property
    def actor_id(self) -> int | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def data(self) -> dict[str, Any]: ...
    @property
    def number(self) -> str | None: ...
    @property
    def case_id(self) -> int | None: ...


def listed(
    voice: Voice,
    found: Sequence[Act],
    names: Mapping[int, Person | None],
    by: str,
    page: int,
    *,
    case_id: int | None,
    more: bool,
) -> Content:
    """`case_id`: the one case whose acts these are, named above them."""
    of = {"p": "person", "c": "case"}.get(by[0], "all")
    parts: list[str] = [voice.say("audit-head", of=of, which=by[1:], page=page + 1)]
    parts += [_line(voice, act, names) for act in found]
    if not found:
        parts.append(voice.say("audit-nothing"))
    parts += ["", voice.say("audit-how")] if of == "all" and page == 0 else []
    named = [case_id, *(act.case_id for act in found)]
    lists = Listed(tuple(dict.fromkeys(each for each in named if each is not None)), f"au:{by}:{page}")
    turns = pager(voice, lambda to: f"au:{by}:{to}", page, page + more)
    return Content(lines(*parts), turns, lists=lists)


def _called(voice: Voice, person: Person | None) -> str:
    if person is None:
        return voice.plain("audit-somebody")
    return voice.plain("staff-called", name=person.name or "–", staff=str(person.staff_no or "–"))


def _line(voice: Voice, act: Act, names: Mapping[int, Person | None]) -> Safe:
    who = voice.plain("audit-desk") if act.actor_id is None else _called(voice, names.get(act.actor_id))
    what = _of_case(voice, act, names) if act.number is not None else _own(voice, act, names)
    return voice.say("audit-line", at=voice.when(act.at), who=who, what=what)


def _of_case(voice: Voice, act: Act, names: Mapping[int, Person | None]) -> str:
    action = _ACTION.get(act.kind)
    if has(voice.language, f"did-{act.kind}"):
        done = voice.plain(f"did-{act.kind}")
    else:
        done = voice.plain(f"action-{action}") if action else voice.plain("act-filed")
    to = "none"
    if act.kind == EventKind.HANDED_OVER.value:
        to = _called(voice, names.get(act.data["handler_id"]))
    elif act.data.get("department"):
        to = voice.short(act.data["department"])
    return voice.plain("act-case", number=act.number or "", done=done, to=to)


def _own(voice: Voice, act: Act, names: Mapping[int, Person | None]) -> str:
    if act.kind not in ACTS:
        return act.kind
    data = act.data
    office = data.get("department")
    role = data.get("role")
    return voice.plain(
        f"act-{act.kind}",
        person=_called(voice, names.get(data["person"])) if isinstance(data.get("person"), int) else "–",
        role=role_of(voice, (str(role), office)) if role else "–",
        office=voice.office(office) if office else voice.plain("staff-of-city"),
        shift=str(data.get("shift") or ""),
        on="yes" if data.get("on") else "no",
        # It ends with the day before: the moment itself is that night's midnight.
        until=voice.short_day(datetime.fromisoformat(data["until"]) - timedelta(seconds=1))
        if data.get("until")
        else "",
        number=str(data.get("case") or ""),
        model=str(data.get("new") or data.get("model") or data.get("champion") or "–"),
        name=str(data.get("name") or "none"),
        count=data.get("count") or 0,
        text=str(data.get("text") or ""),
        title=str(data.get("title") or ""),
    )
