"""config.toml as validated, frozen settings. Every problem is reported at once, in words for an admin.
What is secret is not here: see bot/secrets.py."""

import difflib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic.fields import FieldInfo

Language = Literal["zh-Hans", "en"]
Level = Literal["city", "county", "township"]
Domain = Literal["就业", "教育", "社保", "医疗", "住房", "养老", "食品安全", "社会治安"]
Topic = Literal[
    "城管", "交通", "生态环境", "公用事业", "市场监管", "医保", "公安户籍",
    "农业农村", "自然资源", "文化旅游", "通信", "税务", "法院司法",
]  # fmt: skip
LEVELS: tuple[str, ...] = get_args(Level)
DOMAINS: tuple[str, ...] = get_args(Domain)
TOPICS: tuple[str, ...] = get_args(Topic)

TELEGRAM_URL = "https://api.telegram.org/bot"
_LIKE_A_TOKEN = re.compile(r"\d{5,}(?::|%3A)[\w-]*", re.IGNORECASE)


class ConfigError(Exception):
    """The settings cannot be used; `problems` names each key, what is wrong and an example of right."""

    def __init__(self, *problems: str) -> None:
        # An admin may have pasted the token anywhere in the file.
        self.problems = tuple(_LIKE_A_TOKEN.sub("<token>", problem) for problem in problems)
        super().__init__("\n".join(self.problems))


def _resolve(path: Path, info: ValidationInfo) -> Path:
    directory: Path = (info.context or {}).get("directory", Path())
    return directory / path.expanduser()


def _web_url(text: str) -> str:
    # The text itself is never repeated: a Bot API address may hold the token.
    try:
        parts = urlsplit(text)
        whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        whole = False
    if not whole or re.search(r"\s", text):
        raise ValueError("must be a whole address that begins with https:// or http://")
    if parts.query or parts.fragment or parts.username:
        raise ValueError("must be an address without user, ? or #")
    return text


def _api_url(text: str) -> str:
    if not _web_url(text).endswith("/bot"):
        raise ValueError("must end with /bot, because the bot adds its token there")
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Phone = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9() -]{1,22}[0-9]$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,23}$")]
ConfiguredPath = Annotated[Path, AfterValidator(_resolve)]
ApiUrl = Annotated[str, AfterValidator(_api_url)]


class _Section(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_default=True, hide_input_in_errors=True, allow_inf_nan=False
    )


class LocalText(_Section):
    zh_hans: Text = Field(alias="zh-Hans", examples=["教育局"])
    en: Text | None = Field(None, examples=["Education Bureau"])
    zh_hant: Text | None = Field(None, alias="zh-Hant", examples=["教育局"])

    def get(self, language: str) -> str:
        return {"en": self.en, "zh-Hant": self.zh_hant}.get(language) or self.zh_hans


_NAME = {"zh-Hans": "教育局", "en": "Education Bureau"}
_EMERGENCY = {"number": "110", "what": {"zh-Hans": "报警", "en": "Police"}}


class EmergencyNumber(_Section):
    number: Phone = Field(examples=["110"])
    what: LocalText = Field(examples=[_EMERGENCY["what"]])


class City(_Section):
    name: LocalText = Field(examples=[{"zh-Hans": "望江市", "en": "Wangjiang"}])
    timezone: str = "Asia/Shanghai"
    language: Language = "zh-Hans"
    emergency: tuple[EmergencyNumber, ...] = Field(min_length=1, examples=[[_EMERGENCY]])

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @field_validator("timezone")
    @classmethod
    def _is_a_zone(cls, name: str) -> str:
        # "Asia" is a directory of zones, which ZoneInfo reports as an OSError.
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            near = difflib.get_close_matches(name, available_timezones(), 1)
            hint = f"; the nearest is {near[0]}" if near else ""
            raise ValueError(f"is no time zone known here: {_toml(name)}{hint}") from None
        return name


class Webhook(_Section):
    url: Annotated[str, AfterValidator(_web_url)] = Field(examples=["https://minsheng.example.org/telegram"])
    host: Text = "127.0.0.1"
    port: StrictInt = Field(8080, ge=1, le=65535)
    max_connections: StrictInt = Field(40, ge=1, le=100)


class Telegram(_Section):
    mode: Literal["polling", "webhook"] = "polling"
    base_url: ApiUrl = TELEGRAM_URL
    base_file_url: ApiUrl = "https://api.telegram.org/file/bot"
    poll_timeout_seconds: StrictInt = Field(50, ge=0, le=50)
    webhook: Webhook | None = Field(None, examples=[{"url": "https://minsheng.example.org/telegram"}])

    @model_validator(mode="before")
    @classmethod
    def _files_come_from_the_same_server(cls, data: Any) -> Any:
        url = data.get("base_url") if isinstance(data, dict) else None
        if isinstance(url, str) and url.endswith("/bot"):
            return {"base_file_url": f"{url.removesuffix('/bot')}/file/bot", **data}
        return data

    @field_validator("webhook")
    @classmethod
    def _can_be_called(cls, webhook: Webhook | None, info: ValidationInfo) -> Webhook | None:
        if webhook is None:
            if info.data.get("mode") == "webhook":
                raise ValueError('is missing: mode = "webhook" needs the section [telegram.webhook] with url')
        elif info.data.get("base_url") == TELEGRAM_URL:
            address = urlsplit(webhook.url)
            if address.scheme != "https" or address.port not in {None, 443, 80, 88, 8443}:
                raise ValueError("url must begin with https:// and use port 443, 80, 88 or 8443 for Telegram")
        return webhook


class Store(_Section):
    path: ConfiguredPath = Field(Path("data/minsheng.db"))
    inbox_days: StrictInt = Field(3, ge=2, le=7)


class Desk(_Section):
    admins: tuple[Annotated[StrictInt, Field(gt=0)], ...] = Field((), examples=[[10001, 10002]])
    draft_remind_minutes: StrictInt = Field(10, ge=1, le=1440)
    draft_file_minutes: StrictInt = Field(60, ge=2, le=2880)
    invite_hours: StrictInt = Field(48, ge=1, le=720)
    attempts: StrictInt = Field(3, ge=1, le=20)
    workers: StrictInt = Field(8, ge=1, le=64)

    @field_validator("draft_file_minutes")
    @classmethod
    def _after_the_reminder(cls, minutes: int, info: ValidationInfo) -> int:
        if minutes <= (remind := info.data.get("draft_remind_minutes", 0)):
            raise ValueError(f"must be more than draft_remind_minutes ({remind}), is {minutes}", remind + 50)
        return minutes


class Budget(_Section):
    enabled: StrictBool = True
    per_second: StrictInt = Field(30, ge=1, le=1000)
    private_per_second: StrictFloat = Field(1.0, gt=0, le=30)
    group_per_minute: StrictInt = Field(20, ge=1, le=600)
    bundle_size: StrictInt = Field(10, ge=1, le=20)


class ClassifierSettings(_Section):
    model: ConfiguredPath | None = Field(None, examples=["data/models/current"])
    precision: StrictFloat = Field(0.95, ge=0.5, le=1)


class Logging(_Section):
    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    as_json: StrictBool = Field(False, alias="json")


class Department(_Section):
    id: Slug = Field(examples=["jiaoyu"])
    parent: str | None = Field(None, examples=["qinghe"])
    level: Level = Field(examples=["city"])
    name: LocalText = Field(examples=[_NAME])
    short: LocalText | None = Field(None, examples=[{"zh-Hans": "教育", "en": "Education"}])
    domains: tuple[Domain, ...] = Field((), examples=[["教育"]])
    topics: tuple[Topic, ...] = Field((), examples=[["城管"]])
    districts: tuple[Text, ...] = Field((), examples=[["城关镇"]])
    aliases: tuple[Text, ...] = Field((), examples=[["教委"]])
    triage: StrictBool = False
    phone: Phone | None = Field(None, examples=["0000-8880102"])

    def label(self, language: str) -> str:
        return (self.short or self.name).get(language)


class Settings(_Section):
    city: City = Field(examples=[{"name": {"zh-Hans": "望江市"}, "emergency": [_EMERGENCY]}])
    telegram: Telegram = Field(examples=[{"mode": "polling"}])
    store: Store = Field(examples=[{"path": "data/minsheng.db"}])
    desk: Desk = Field(examples=[{"admins": [10001]}])
    budget: Budget = Field(examples=[{"per_second": 30}])
    classifier: ClassifierSettings = Field(examples=[{"precision": 0.95}])
    logging: Logging = Field(examples=[{"level": "INFO"}])
    departments: tuple[Department, ...] = Field(
        examples=[[{"id": "jiaoyu", "level": "city", "name": _NAME, "domains": ["教育"]}]]
    )

    @model_validator(mode="before")
    @classmethod
    def _sections_may_be_left_out(cls, data: Any) -> Any:
        optional = cls.model_fields.keys() - {"city", "departments"}
        return {**{key: {} for key in optional}, **data} if isinstance(data, dict) else data

    @model_validator(mode="after")
    def _departments_fit_together(self) -> Self:
        if problems := _misfits(self.departments):
            raise ValueError("\n".join(problems))
        return self

    def department(self, department_id: str) -> Department:
        for department in self.departments:
            if department.id == department_id:
                return department
        raise KeyError(department_id)

    @property
    def triage(self) -> Department:
        return next(department for department in self.departments if department.triage)

    def children(self, department_id: str | None) -> tuple[Department, ...]:
        """With None: those directly below the city."""
        return tuple(department for department in self.departments if department.parent == department_id)

    def by_domain(self, domain: str) -> tuple[Department, ...]:
        return tuple(department for department in self.departments if domain in department.domains)


def example_path() -> Path:
    installed = Path(__file__).with_name("config.example.toml")
    return installed if installed.exists() else Path(__file__).parent.parent / "config.example.toml"


def load_settings(path: Path) -> Settings:
    raw = _read(path)
    try:
        return Settings.model_validate(raw, context={"directory": path.absolute().parent})
    except ValidationError as error:
        # An error without a place is that of the departments as a whole, which is worked out below
        # in any case: pydantic looks at the whole only when every part is right.
        problems = [_in_words(detail, raw) for detail in error.errors() if detail["loc"]]
    rows = raw.get("departments")
    if isinstance(rows, list):
        problems += _misfits([_what_is_right_in(row) for row in rows])
    raise ConfigError(*problems)


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        how = f"For example: cp {example_path()} {path}"
        raise ConfigError(f"{path}: there is no such file. {how}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: is not UTF-8 text. For example: save it again as UTF-8") from None
    except OSError as error:
        raise ConfigError(
            f"{path}: cannot be read: {error.strerror}. For example: chmod u+r {path}"
        ) from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        lines = text.splitlines()
        number = int(line[1]) if line else len(lines)
        wide = re.search(r"[“”‘’＂＇＝，［］｛｝]", "".join(lines[number - 1 : number]))
        why = f"; {wide[0]} is full-width punctuation, which TOML does not know" if wide else ""
        raise ConfigError(
            f'{path}, line {number}: is not TOML: {error}{why}. For example: timezone = "Asia/Shanghai"'
        ) from None


def _misfits(departments: Sequence[Department]) -> list[str]:
    problems: list[str] = []

    def report(index: int, key: str, reason: str, example: str) -> None:
        label = _label(departments[index], index)
        problems.append(f"departments[{index}].{key} ({label}): {reason}. For example: {example}")

    first: dict[str, Department] = {}
    for index, department in enumerate(departments):
        if department.id in first:
            reason = f'another department has the id "{department.id}" already'
            report(index, "id", reason, f'id = "{department.id}-2"')
        elif department.id:
            first[department.id] = department
    told: set[str] = set()
    for index, department in enumerate(departments):
        if department.parent is None:
            continue
        ring = _ring(department, first)
        if ring:
            if not told.intersection(ring):
                chain = " → ".join([*ring, ring[0]])
                report(index, "parent", f"goes round in a circle: {chain}", "leave parent out at the top")
            told.update(ring)
        elif (parent := first.get(department.parent)) is None:
            near = difflib.get_close_matches(department.parent, first, 1)
            reason = f'there is no department with the id "{department.parent}"'
            example = f'parent = "{near[0]}"' if near else "leave parent out directly below the city"
            report(index, "parent", reason, example)
        elif department.level and parent.level and _rank(parent) >= _rank(department):
            reason = f'a {department.level} cannot be below "{parent.id}", which is a {parent.level}'
            report(index, "parent", f"{reason} (city, county, township)", 'level = "township"')
    desks = [index for index, department in enumerate(departments) if department.triage]
    if not desks:
        example = 'id = "triage" with triage = true'
        problems.append(f"departments: none is the triage desk (综合受理). For example: {example}")
    for index in desks[1:]:
        reason = f'there is one triage desk only, and "{departments[desks[0]].id}" is it'
        report(index, "triage", reason, "triage = false")
    if desks and departments[desks[0]].level not in {"", "city"}:
        report(desks[0], "level", "the triage desk must be the city's", 'level = "city"')
    leaders = [department for department in departments if department.level == "city"]
    led = {domain for department in leaders for domain in department.domains}
    if missing := [domain for domain in DOMAINS if domain not in led]:
        reason = f"no department of the city leads {' '.join(missing)}"
        problems.append(
            f'departments: {reason}. For example: level = "city" and domains = {_toml(missing[:1])}'
        )
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


def _what_is_right_in(row: Any) -> Department:
    """A department that has errors, with only its good keys, so that the whole is judged in the same run."""
    known: dict[str, Any] = {"id": "", "level": "", "name": {}}
    try:
        return Department.model_validate(row)
    except ValidationError as error:
        wrong = {detail["loc"][0] for detail in error.errors() if detail["loc"]}
    if isinstance(row, dict):
        known |= {key: row[key] for key in row.keys() & Department.model_fields.keys() - wrong}
    return Department.model_construct(**known)


_WORDS = {
    "missing": "is missing",
    "value_error": "{error.args[0]}",
    "literal_error": "must be {expected}, is {given}",
    "greater_than": "must be more than {gt}, is {given}",
    "greater_than_equal": "must be at least {ge}, is {given}",
    "less_than": "must be less than {lt}, is {given}",
    "less_than_equal": "must be at most {le}, is {given}",
    "string_pattern_mismatch": "is not in the right form: {given}",
    "string_too_short": "must not be empty",
    "too_short": "must not be empty",
    "int_type": "must be a whole number, is {given}",
    "finite_number": "must be a number, is {given}",
    "float_type": "must be a number, is {given}",
    "bool_type": "must be true or false, is {given}",
    "string_type": "must be text in quotes, is {given}",
    "path_type": "must be text in quotes, is {given}",
    "tuple_type": "must be a list in square brackets, is {given}",
    "model_type": "must be a section with settings of its own, is {given}",
}


def _in_words(error: Any, raw: Mapping[str, Any]) -> str:
    section: type[BaseModel] = Settings
    keys: dict[str, FieldInfo] = {}
    key = ""
    for part in error["loc"]:
        if isinstance(part, str):
            key, keys = part, {field.alias or name: field for name, field in section.model_fields.items()}
            section = (key in keys and _section_in(keys[key].annotation)) or section
    words = _WORDS.get(error["type"], error["msg"].replace("{", "{{").replace("}", "}}"))
    if error["type"] == "extra_forbidden" and "token" in key.lower():
        words = "is not a setting: the token never stands in this file"
        example = "set MINSHENG_TOKEN, or MINSHENG_TOKEN_FILE, in the environment"
    elif error["type"] == "extra_forbidden":
        near = difflib.get_close_matches(key, keys, 1)
        hint = f"the nearest is {near[0]}" if near else f"known here: {', '.join(keys)}"
        words = f"is not a setting; {hint}"
        key = near[0] if near else next(iter(keys))
        example = _example(key, keys[key])
    else:
        # A validator may bring its own example, where the usual one would be wrong as well.
        own = error["ctx"]["error"].args[1:] if error["type"] == "value_error" else ()
        example = f"{key} = {_toml(own[0])}" if own else _example(key, keys[key])
    reason = words.format(given=_toml(error["input"], 60), **error.get("ctx", {}))
    return f"{_place(error['loc'], raw)}: {reason}. For example: {example}"


def _section_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_section_in, get_args(annotation))), None)


def _place(loc: Iterable[int | str], raw: Mapping[str, Any]) -> str:
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).lstrip(".")
    match list(loc):
        case ["departments", int(index), *_]:
            return f"{path} ({_label(_what_is_right_in(raw['departments'][index]), index)})"
    return path


def _label(department: Department, index: int) -> str:
    names = [text.get("zh-Hans") for text in (department.short, department.name) if text]
    return next((str(name) for name in [*names, department.id] if name), f"no. {index + 1}")


def _example(key: str, field: FieldInfo) -> str:
    return f"{key} = {_toml((field.examples or [field.default])[0])}"


def _toml(value: Any, longest: int = 1000) -> str:
    if isinstance(value, dict):
        text = f"{{ {', '.join(f'{key} = {_toml(item)}' for key, item in value.items())} }}"
    elif isinstance(value, list | tuple):
        text = f"[{', '.join(map(_toml, value))}]"
    elif isinstance(value, str | bool | int | float):
        text = json.dumps(value, ensure_ascii=False)
    else:
        text = json.dumps(str(value), ensure_ascii=False)
    return text if len(text) <= longest else text[:longest] + "…"
