"""config.toml as validated, frozen settings. Every problem is reported at once, in words for an admin.
What is secret is not here: see bot/secrets.py."""

import difflib
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from bot import starter
from bot.config_errors import in_words
from bot.departments import (
    NAME,
    Department,
    LocalText,
    Phone,
    Section,
    Text,
    as_toml,
    misfits,
    what_is_right_in,
)
from bot.rota import DutySettings
from bot.timekeeping import CalendarSettings, ClockSettings

Language = Literal["zh-Hans", "zh-Hant", "zh-HK", "en"]
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


ConfiguredPath = Annotated[Path, AfterValidator(_resolve)]
ApiUrl = Annotated[str, AfterValidator(_api_url)]


_EMERGENCY = {"number": "110", "what": {"zh-Hans": "报警", "en": "Police"}}


class EmergencyNumber(Section):
    number: Phone = Field(examples=["110"])
    what: LocalText = Field(examples=[_EMERGENCY["what"]])


class City(Section):
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
            raise ValueError(f"is no time zone known here: {as_toml(name)}{hint}") from None
        return name


class Webhook(Section):
    url: Annotated[str, AfterValidator(_web_url)] = Field(examples=["https://minsheng.example.org/telegram"])
    host: Text = "127.0.0.1"
    port: StrictInt = Field(8080, ge=1, le=65535)
    max_connections: StrictInt = Field(40, ge=1, le=100)


class Telegram(Section):
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


class Store(Section):
    path: ConfiguredPath = Field(Path("data/minsheng.db"))
    inbox_days: StrictInt = Field(3, ge=2, le=7)


class Desk(Section):
    admins: tuple[Annotated[StrictInt, Field(gt=0)], ...] = Field((), examples=[[10001, 10002]])
    draft_remind_minutes: StrictInt = Field(10, ge=1, le=1440)
    draft_file_minutes: StrictInt = Field(60, ge=2, le=2880)
    escalation: tuple[Annotated[StrictInt, Field(gt=0)], ...] = Field((), examples=[[10001, 10002]])
    invite_hours: StrictInt = Field(48, ge=1, le=720)
    undo_seconds: StrictInt = Field(30, ge=0, le=300)
    attempts: StrictInt = Field(3, ge=1, le=20)
    workers: StrictInt = Field(8, ge=1, le=64)

    @field_validator("draft_file_minutes")
    @classmethod
    def _after_the_reminder(cls, minutes: int, info: ValidationInfo) -> int:
        if minutes <= (remind := info.data.get("draft_remind_minutes", 0)):
            raise ValueError(f"must be more than draft_remind_minutes ({remind}), is {minutes}", remind + 50)
        return minutes


class Budget(Section):
    enabled: StrictBool = True
    per_second: StrictInt = Field(30, ge=1, le=1000)
    private_per_second: StrictFloat = Field(1.0, gt=0, le=30)
    group_per_minute: StrictInt = Field(20, ge=1, le=600)
    bundle_size: StrictInt = Field(10, ge=1, le=20)


class ClassifierSettings(Section):
    model: ConfiguredPath | None = Field(None, examples=["data/models/current"])
    precision: StrictFloat = Field(0.93, ge=0.5, le=0.99)
    none_share: StrictFloat = Field(0.5, ge=0.05, le=0.95)


class FollowUp(Section):
    mostly_weight: StrictFloat = Field(0.9, ge=0, le=1)


class Logging(Section):
    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    as_json: StrictBool = Field(False, alias="json")


class Settings(Section):
    city: City = Field(examples=[{"name": {"zh-Hans": "望江市"}, "emergency": [_EMERGENCY]}])
    telegram: Telegram = Field(examples=[{"mode": "polling"}])
    store: Store = Field(examples=[{"path": "data/minsheng.db"}])
    desk: Desk = Field(examples=[{"admins": [10001]}])
    calendar: CalendarSettings = Field(examples=[{"region": "CN"}])
    clocks: ClockSettings = Field(examples=[{"ordinary_days": 7}])
    follow_up: FollowUp = Field(examples=[{"mostly_weight": 0.9}])
    duty: DutySettings = Field(examples=[{"change": "day"}])
    budget: Budget = Field(examples=[{"per_second": 30}])
    classifier: ClassifierSettings = Field(examples=[{"precision": 0.93}])
    logging: Logging = Field(examples=[{"level": "INFO"}])
    departments: tuple[Department, ...] = Field(
        (),
        examples=[[{"id": "jiaoyu", "level": "city", "name": NAME, "domains": ["教育"]}]],
    )

    @model_validator(mode="before")
    @classmethod
    def _sections_may_be_left_out(cls, data: Any) -> Any:
        optional = cls.model_fields.keys() - {"city", "departments"}  # departments have a default
        return {**{key: {} for key in optional}, **data} if isinstance(data, dict) else data

    @model_validator(mode="after")
    def _departments_fit_together(self) -> Self:
        if self.departments and (problems := misfits(self.departments)):
            raise ValueError("\n".join(problems))
        return self

    @property
    def opening(self) -> tuple[Department, ...]:
        """The departments that a new database begins with."""
        return self.departments or starter.departments(self.city.name, self.calendar.region)

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
        problems = [in_words(detail, raw, Settings) for detail in error.errors() if detail["loc"]]
    rows = raw.get("departments")
    if isinstance(rows, list) and rows:
        problems += misfits([what_is_right_in(row) for row in rows])
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
