"""A department as an admin describes it: what their words make of its data, and whether it fits in."""

import re
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from bot.core import office_names
from bot.core.errors import BadOffice
from bot.core.plain import clean
from bot.core.script import simplified
from bot.departments import DOMAINS, LEVELS, SWITCHES, TOPICS, Department, Directory, examined
from bot.service import oversight
from bot.service.desk import Desk
from bot.service.naming import NOTHING, ONE_LANGUAGE, in_one_language, renamed
from bot.store import departments as store
from bot.store.db import Tx
from bot.texts import LANGUAGES
from bot.views import dept as view

WORDS = ("name", "short", "districts", "aliases", "phone")
PICKED = ("parent", "level", "domains", "topics", *SWITCHES)
FIELDS = (*WORDS, *PICKED)
# Those that can come about in the chat.
MISFITS = ("circle", "rank", "parentless", "desk-level", "leaderless")
# In simplified characters: what is typed is read in them.
ON = {"要", "是", "开", "开启", "打开", "需要", "有", "on", "yes"}
OFF = {"不要", "否", "关", "关闭", "关掉", "不", "不用", "不需要", "取消", "off", "no", *NOTHING}
MANY = 80


async def guessed(tx: Tx, desk: Desk, name: dict[str, str]) -> dict[str, Any]:
    """Level, place, parent and short name by the name: 清河县教育局 is a county's, below the desk of 清河县."""
    used = [row.id for row in await store.rows(tx.conn)]
    number = max((int(i[1:]) for i in used if re.fullmatch(r"d\d{1,9}", i)), default=0) + 1
    data: dict[str, Any] = {"id": f"d{number}", "level": "city", "name": name}
    full = name["zh-Hans"].removeprefix(desk.settings.city.name.get("zh-Hans"))  # 白水市清河县教育局
    place = desk.offices.where(full)
    if place is not None:
        over = [
            d for d in desk.offices.all if d.level != "city" and desk.offices.tree.map.serves(d.id, place)
        ]
        above = next((d for d in over if d.parent not in {o.id for o in over}), None)
        township = place.name != place.county
        data["level"] = "township" if township else "county"
        if above is not None:
            data["parent"] = above.id
        if township:
            data["districts"] = [place.name]
    elif found := office_names.places(full)[0]:
        data["level"] = "county" if office_names.is_county(found[-1]) else "township"
        data["districts"] = list(found)
    if (short := short_of(desk, data)) is not None:
        data["short"] = {"zh-Hans": short}
    return data


def short_of(desk: Desk, data: dict[str, Any]) -> str | None:
    """What an office could be called in short by its name: as nobody else is called."""
    possible = office_names.shorts(data["name"]["zh-Hans"], desk.settings.city.name.get("zh-Hans"))
    return next((name for name in possible if oversight.called_so(desk, name, data["id"]) is None), None)


def understood(desk: Desk, field: str, words: str, data: dict[str, Any]) -> Any:
    """A value told in words, as a department's `data` would have it. Raises BadOffice, NoSuchDepartment."""
    words = clean(words).strip()
    nothing = words.casefold() in NOTHING
    if field == "name":
        return renamed(words, data["name"])
    if field in ONE_LANGUAGE:
        return in_one_language(field, words, data["name"])
    if field in SWITCHES:
        return _switched(words)
    if nothing and field != "level":
        return None
    if field == "short":
        return renamed(words, data.get("short") or {"zh-Hans": data["name"]["zh-Hans"]}, short=True)
    if field == "parent":
        return oversight.department_named(desk, words)
    if field == "level":
        return _level(desk, words)
    if field == "phone":
        return words
    if field in ("domains", "topics"):
        return _matters(desk, DOMAINS if field == "domains" else TOPICS, words)
    # A place is one place, in whichever characters an office is given it.
    return list(dict.fromkeys(_split(simplified(words) if field == "districts" else words)))[:MANY]


def _switched(words: str) -> bool | None:
    """None: off, as a department that says nothing of it."""
    said = simplified(words.casefold())
    if said not in ON | OFF:
        raise BadOffice("dept-bad-switch")
    return True if said in ON else None


def _split(words: str) -> list[str]:
    return [part for part in re.split(r"[\s、，,;；]+", words) if part]


def _matters(desk: Desk, known: Sequence[str], words: str) -> list[str]:
    """Domains or topics, named in any of our languages. Raises BadOffice."""
    left, found = words.casefold(), set()
    for name in known:
        for said in {name, *(desk.voice(language).domain(name) for language in LANGUAGES)}:
            if said.casefold() in left:
                found.add(name)
                left = left.replace(said.casefold(), " ")
    if rest := _split(left):
        shown = [desk.house.domain(name) for name in known]
        raise BadOffice("dept-bad-matter", what=rest[0], known=desk.house.listed(shown))
    return [name for name in known if name in found]


_LEVEL_WORDS = (("township", "镇乡鄉鎮街"), ("county", "县區区縣旗"), ("city", "市"))


def _level(desk: Desk, words: str) -> str:
    if words in LEVELS:
        return words
    if desk.house.small and desk.voice("zh-Hans").unit in simplified(words):
        return "city"  # a county's own level, where it has the desk
    for level, signs in _LEVEL_WORDS:
        if any(sign in words for sign in signs):
            return level
    known = [desk.house.plain(f"dept-level-{level}") for level in view.levels(desk.house)]
    raise BadOffice("dept-bad-level", known=desk.house.listed(known))


def sound(
    desk: Desk, before: dict[str, Any], after: dict[str, Any], present: Directory | None = None
) -> None:
    """Raises BadOffice for a department that is none, has another one's name, or does not fit in."""
    present = present or desk.offices
    try:
        department = Department.model_validate(after)
    except ValidationError as error:
        raise BadOffice(
            "dept-bad-phone" if error.errors()[0]["loc"][:1] == ("phone",) else "dept-bad"
        ) from None
    name = department.name.get("zh-Hans")
    if any(d.id != department.id and d.name.get("zh-Hans") == name for d in present.all):
        raise BadOffice("dept-bad-name-taken", name=department.name.get(desk.house.language))
    for each in sorted(_called(after) - _called(before)):
        if (other := oversight.called_so(desk, each, department.id)) is not None:
            raise BadOffice("dept-bad-called-so", name=each, office=desk.house.office(other))
    others = [department if d.id == department.id else d for d in present.all]
    fits(desk, others if before else [*others, department], department)


def _called(data: dict[str, Any]) -> set[str]:
    return {*data.get("name", {}).values(), *data.get("short", {}).values(), *data.get("aliases", ())}


def fits(desk: Desk, tree: Sequence[Department], about: Department) -> None:
    """Raises BadOffice for what keeps these from being one tree."""
    if not any(d.triage for d in tree):
        raise BadOffice("dept-bad-triage", office=about.name.get(desk.house.language))
    for misfit in examined(tree):
        key = f"dept-bad-{misfit.code}" if misfit.code in MISFITS else "dept-bad"
        raise BadOffice(key, **view.words_of(desk.house, misfit.words))
