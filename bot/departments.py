"""The departments of a city: what one is, and whether all of them fit together as a tree."""

import difflib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StringConstraints, ValidationError

from bot.core.places import Place
from bot.core.routing import Tree
from bot.texts.script import in_script_of

Level = Literal["city", "county", "township"]
Domain = Literal["就业", "教育", "社保", "医疗", "住房", "养老", "食品安全", "社会治安"]
Topic = Literal[
    "城管", "交通", "生态环境", "公用事业", "市场监管", "医保", "公安户籍",
    "农业农村", "自然资源", "文化旅游", "通信", "税务", "法院司法", "干部作风",
]  # fmt: skip
LEVELS: tuple[str, ...] = get_args(Level)
DOMAINS: tuple[str, ...] = get_args(Domain)
TOPICS: tuple[str, ...] = get_args(Topic)
SWITCHES = ("approval", "check")  # what a department wants of its answers, yes or no

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Phone = Annotated[str, StringConstraints(pattern=r"^\+?\(?[0-9][0-9() -]{1,22}[0-9]$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,23}$")]


class Section(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_default=True, hide_input_in_errors=True, allow_inf_nan=False
    )


class LocalText(Section):
    zh_hans: Text = Field(alias="zh-Hans", examples=["教育局"])
    en: Text | None = Field(None, examples=["Education Bureau"])
    zh_hant: Text | None = Field(None, alias="zh-Hant", examples=["教育局"])

    def get(self, language: str) -> str:
        """The name in a language; where the config has none, the simplified one, in the reader's characters."""
        if language in ("zh-Hant", "zh-HK"):
            return self.zh_hant or _traditional(language, self.zh_hans)
        return (self.en if language == "en" else None) or self.zh_hans


@cache
def _traditional(language: str, name: str) -> str:
    return in_script_of(language, name)


NAME = {"zh-Hans": "教育局", "en": "Education Bureau"}


class Department(Section):
    id: Slug = Field(examples=["jiaoyu"])
    parent: str | None = Field(None, examples=["qinghe"])
    level: Level = Field(examples=["city"])
    name: LocalText = Field(examples=[NAME])
    short: LocalText | None = Field(None, examples=[{"zh-Hans": "教育", "en": "Education"}])
    domains: tuple[Domain, ...] = Field((), examples=[["教育"]])
    topics: tuple[Topic, ...] = Field((), examples=[["城管"]])
    districts: tuple[Text, ...] = Field((), examples=[["城关镇"]])
    aliases: tuple[Text, ...] = Field((), examples=[["教委"]])
    triage: StrictBool = False
    approval: StrictBool = False
    check: StrictBool = False
    phone: Phone | None = Field(None, examples=["0000-8880102"])

    def label(self, language: str) -> str:
        return (self.short or self.name).get(language)


class Directory:
    """The departments as they stand at one moment. Never changed, only exchanged for another: see `Desk.offices`.

    `all`: those that take requests, in their order. `closed`: those that did once, known only by their names.
    `heirs`: who took over from those. `changes`: how often the departments had been changed by then.
    """

    def __init__(
        self,
        departments: Sequence[Department],
        closed: Sequence[Department] = (),
        heirs: Mapping[str, str | None] | None = None,
        changes: int = 0,
    ) -> None:
        self.all, self.closed, self.changes = tuple(departments), tuple(closed), changes
        self._heirs = dict(heirs or {})
        self._open = {d.id: d for d in self.all}
        self._known = {d.id: d for d in (*self.closed, *self.all)}

    def __contains__(self, department_id: object) -> bool:
        """Whether there is such a department, and it is not closed."""
        return department_id in self._open

    def __getitem__(self, department_id: str) -> Department:
        return self._open[department_id]

    def get(self, department_id: str) -> Department | None:
        return self._open.get(department_id)

    def heir(self, department_id: str) -> str | None:
        """Who took over from a closed department, and is not closed as well; None: the triage desk."""
        seen: set[str] = set()
        heir = self._heirs.get(department_id)
        while heir is not None and heir not in self._open and heir not in seen:
            seen.add(heir)
            heir = self._heirs.get(heir)
        return heir if heir in self._open else None

    def known(self, department_id: str) -> Department | None:
        """A department, closed ones included: for its name."""
        return self._known.get(department_id)

    @cached_property
    def tree(self) -> Tree:
        """The departments as routing asks them."""
        return Tree(self.all)

    @cached_property
    def led(self) -> tuple[str, ...]:
        """The domains that have an office, in the order of the offices."""
        return tuple(dict.fromkeys(domain for d in self.all for domain in d.domains))

    def where(self, *said: str | None) -> Place | None:
        """The place that the first of several sayings names; each in Chinese of either script, or in English."""
        found = (self.tree.map.find(in_script_of("zh-Hans", words)) for words in said if words)
        return next((place for place in found if place is not None), None)

    @cached_property
    def triage(self) -> Department:
        return next(d for d in self.all if d.triage)

    def without(self, department_id: str) -> tuple[Department, ...]:
        """The others once it is closed: those below it move up."""
        up = self._open[department_id].parent
        left = (d for d in self.all if d.id != department_id)
        return tuple(d.model_copy(update={"parent": up}) if d.parent == department_id else d for d in left)

    def below(self, department_id: str | None) -> tuple[Department, ...]:
        """With None: those directly below the city."""
        return tuple(d for d in self.all if d.parent == department_id)


@dataclass(frozen=True, slots=True)
class Misfit:
    """What keeps departments from being one tree. `line`: for the author of the settings; `code` and `words`: the chat's."""

    code: str
    line: str
    words: dict[str, Any]


def misfits(departments: Sequence[Department]) -> list[str]:
    """All that keeps the departments from being one tree with one triage desk and a leader for each domain."""
    return [misfit.line for misfit in examined(departments)]


def examined(departments: Sequence[Department]) -> list[Misfit]:
    problems: list[Misfit] = []

    def report(index: int, key: str, code: str, reason: str, example: str, **words: Any) -> None:
        label = label_of(departments[index], index)
        line = f"departments[{index}].{key} ({label}): {reason}. For example: {example}"
        problems.append(Misfit(code, line, {"office": label, **words}))

    first: dict[str, Department] = {}
    for index, department in enumerate(departments):
        if department.id in first:
            reason = f'another department has the id "{department.id}" already'
            report(index, "id", "same-id", reason, f'id = "{department.id}-2"')
        elif department.id:
            first[department.id] = department
    told: set[str] = set()
    for index, department in enumerate(departments):
        if department.parent is None:
            continue
        ring = _ring(department, first)
        if ring:
            if not told.intersection(ring):
                reason = f"goes round in a circle: {' → '.join([*ring, ring[0]])}"
                chain = " → ".join(label_of(first[i], 0) for i in (*ring, ring[0]))
                report(index, "parent", "circle", reason, "leave parent out at the top", chain=chain)
            told.update(ring)
        elif (parent := first.get(department.parent)) is None:
            near = difflib.get_close_matches(department.parent, first, 1)
            reason = f'there is no department with the id "{department.parent}"'
            example = f'parent = "{near[0]}"' if near else "leave parent out directly below the city"
            report(index, "parent", "parentless", reason, example)
        elif department.level and parent.level and _rank(parent) > _rank(department):
            reason = f'a {department.level} cannot be below "{parent.id}", which is a {parent.level}'
            words = {"parent": label_of(parent, 0), "level": department.level, "above": parent.level}
            example = 'level = "township"'
            report(index, "parent", "rank", f"{reason} (city, county, township)", example, **words)
    desks = [index for index, department in enumerate(departments) if department.triage]
    if not desks:
        example = 'id = "triage" with triage = true'
        line = f"departments: none is the triage desk (综合受理). For example: {example}"
        problems.append(Misfit("deskless", line, {}))
    for index in desks[1:]:
        reason = f'there is one triage desk only, and "{departments[desks[0]].id}" is it'
        report(index, "triage", "two-desks", reason, "triage = false")
    if desks and departments[desks[0]].level not in {"", "city"}:
        reason = "the triage desk must be the city's"
        report(desks[0], "level", "desk-level", reason, 'level = "city"')
    leaders = [department for department in departments if department.level == "city"]
    led = {domain for department in leaders for domain in department.domains}
    if missing := [domain for domain in DOMAINS if domain not in led]:
        reason = f"no department of the city leads {' '.join(missing)}"
        line = f'departments: {reason}. For example: level = "city" and domains = {as_toml(missing[:1])}'
        problems.append(Misfit("leaderless", line, {"domains": missing}))
    return problems


def _ring(start: Department, by_id: Mapping[str, Department]) -> list[str]:
    """The ids from this department up to itself again, or nothing."""
    chain = [start.id]
    above = by_id.get(start.parent or "")
    while above and above.id not in chain:
        chain.append(above.id)
        above = by_id.get(above.parent or "")
    return chain if above and above.id == start.id else []


def _rank(department: Department) -> int:
    return LEVELS.index(department.level)


def what_is_right_in(row: Any) -> Department:
    """A department that has errors, with only its good keys, so that the whole is judged in the same run."""
    known: dict[str, Any] = {"id": "", "level": "", "name": {}}
    try:
        return Department.model_validate(row)
    except ValidationError as error:
        wrong = {detail["loc"][0] for detail in error.errors() if detail["loc"]}
    if isinstance(row, dict):
        known |= {key: row[key] for key in row.keys() & Department.model_fields.keys() - wrong}
    return Department.model_construct(**known)


def label_of(department: Department, index: int) -> str:
    names = [text.get("zh-Hans") for text in (department.short, department.name) if text]
    return next((str(name) for name in [*names, department.id] if name), f"no. {index + 1}")


def as_toml(value: Any, longest: int = 1000) -> str:
    if isinstance(value, dict):
        text = f"{{ {', '.join(f'{key} = {as_toml(item)}' for key, item in value.items())} }}"
    elif isinstance(value, list | tuple):
        text = f"[{', '.join(map(as_toml, value))}]"
    elif isinstance(value, str | bool | int | float):
        text = json.dumps(value, ensure_ascii=False)
    else:
        text = json.dumps(str(value), ensure_ascii=False)
    return text if len(text) <= longest else text[:longest] + "…"
