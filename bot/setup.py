"""minsheng setup: the first steps in the terminal, each checked, each safe to take again; it ends with the first admin's link."""

import asyncio
import os
import re
import stat
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from bot.clocks import SystemClock
from bot.config import ConfigError, Settings, example_path, load_settings
from bot.core.script import simplified
from bot.departments import as_toml
from bot.gateway.transport import AiohttpRequest, ApiFault, BadToken, BotApi
from bot.secrets import Token, read_token
from bot.service import inviting
from bot.service.desk import Desk
from bot.store import migrate
from bot.store.db import AlreadyServed, Database
from bot.texts import LANGUAGES, language_for, plain

REGIONS = {"CN": "Asia/Shanghai", "TW": "Asia/Taipei", "HK": "Asia/Hong_Kong", "MO": "Asia/Macau"}
# Whom to call there, in simplified characters, traditional ones and English; the example has the mainland's.
# The sources stand in docs/admin.md.
_ALL_THREE = ("999", "报警、消防、救护", "報警、消防、救護", "Police, fire, ambulance")
_EMERGENCY = {
    "TW": (
        ("110", "报案", "報案", "Police"),
        ("119", "火警与救护", "火警與救護", "Fire and ambulance"),
        ("113", "家暴与儿少保护", "家暴與兒少保護", "Violence at home"),
        ("1925", "安心专线", "安心專線", "Crisis line"),
    ),
    "HK": (_ALL_THREE, ("18111", "情绪通", "情緒通", "Mental health line")),
    "MO": (_ALL_THREE, ("2852 5222", "明爱生命热线", "明愛生命熱線", "Life Hope Hotline")),
}
_REGION_NAMES = {
    "大陆": "CN", "中国": "CN", "中国大陆": "CN", "台湾": "TW", "台湾省": "TW", "香港": "HK", "澳门": "MO",
    "CHINA": "CN", "TAIWAN": "TW", "HONG KONG": "HK", "HONGKONG": "HK", "MACAU": "MO", "MACAO": "MO",
}  # fmt: skip
_NO_DEPARTMENTS = """\
# None are named here, and none have to be. The first start sets up a triage desk (综合受理) and the usual bureaus for the
# eight domains; the administrators give them their own names and telephone numbers, close some and add others, down to
# the townships, in the bot's chat: /dept. To name them here instead: [[departments]], explained in config.example.toml.
"""
_EXAMPLE_CITY = ("望江市", "Wangjiang")


class SetupError(Exception):
    """What went wrong and what to do, in the language of the house."""


class WrongToken(SetupError):
    """Telegram does not know the token."""


@dataclass(frozen=True, slots=True)
class City:
    """What is asked of a new city."""

    name: str
    english: str
    language: str
    region: str


def config_for(city: City, base_url: str | None = None) -> str:
    """The example, comments and all, with this city in it. Raises SetupError if the example has changed its form."""
    text = example_path().read_text("utf-8")
    names = {"zh-Hans": simplified(city.name), **({"en": city.english} if city.english else {})}
    if city.language in ("zh-Hant", "zh-HK"):
        names["zh-Hant"] = city.name
    chinese, english = _EXAMPLE_CITY
    text = text.replace(chinese, as_toml(names["zh-Hans"])[1:-1])  # it stands between quotes
    text = text.replace(f"{english} " if not city.english else english, as_toml(city.english)[1:-1])
    changes = {
        "name": as_toml(names),
        "timezone": as_toml(REGIONS[city.region]),
        "language": as_toml(city.language),
        "region": as_toml(city.region),
        **({"base_url": as_toml(base_url)} if base_url else {}),
    }
    for key, value in changes.items():
        text, count = re.subn(rf"(?m)^{key} = .*$", lambda _, k=key, v=value: f"{k} = {v}", text, count=1)  # type: ignore[misc]
        if count != 1:
            raise SetupError(f"{example_path()}: {key}")
    text = text[: _departments_at(text)] + _NO_DEPARTMENTS
    if base_url:  # without its own line the address for files follows
        text = re.sub(r"(?m)^base_file_url = .*\n", "", text)
    if city.region in _EMERGENCY:
        lines = [
            f"  {{ number = {as_toml(number)}, what = {as_toml({'zh-Hans': hans, 'en': english, 'zh-Hant': hant})} }},"
            for number, hans, hant, english in _EMERGENCY[city.region]
        ]
        text = re.sub(
            r"(?ms)^emergency = \[\n.*?^\]", lambda _: "\n".join(["emergency = [", *lines, "]"]), text
        )
    return text


def _departments_at(text: str) -> int:
    """Where the example's departments begin. Raises SetupError if it has changed its form."""
    found = re.search(r"(?m)^#.* the departments 部门\n", text)
    if found is None or "[[departments]]" in text[: found.start()]:
        raise SetupError(f"{example_path()}: departments")
    return found.end()


def write_config(path: Path, city: City, base_url: str | None = None) -> Settings:
    """Only when it is right, and never over another. Raises SetupError, ConfigError, OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = config_for(city, base_url)
    draft = path.with_name(path.name + ".new")
    draft.write_text(text, "utf-8")
    try:
        load_settings(draft)
    finally:
        draft.unlink()
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    return load_settings(path)


def token_file(settings: Settings) -> Path:
    return settings.store.path.parent / "token"


def keep_token(file: Path, token: str) -> None:
    """Into a file that only its owner reads."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, stat.S_IRUSR | stat.S_IWUSR)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(token + "\n")
    file.chmod(stat.S_IRUSR | stat.S_IWUSR)


async def ask_telegram(settings: Settings, token: Token) -> dict[str, Any]:
    """getMe. Raises SetupError with what to do."""
    language = settings.city.language
    request = AiohttpRequest()
    await request.initialize()
    try:
        me: dict[str, Any] = await BotApi(request, settings.telegram.base_url, token).call(
            "getMe", answer_seconds=20
        )
    except BadToken:
        raise WrongToken(plain(language, "setup-bad-token")) from None
    except ApiFault as fault:
        if "404" in str(fault):
            raise WrongToken(plain(language, "setup-bad-token")) from None
        url = settings.telegram.base_url
        raise SetupError(plain(language, "setup-no-answer", url=url, why=str(fault))) from None
    finally:
        await request.shutdown()
    return me


def warnings(language: str, me: dict[str, Any]) -> list[str]:
    """What is set wrongly at @BotFather."""
    out = []
    if me.get("can_read_all_group_messages"):
        out.append(plain(language, "setup-privacy", bot=me["username"]))
    if not me.get("can_join_groups", True):
        out.append(plain(language, "setup-groups", bot=me["username"]))
    return out


async def first_link(settings: Settings, username: str) -> str | None:
    """The database, made or brought up to date, and the first admin's link; None when there is an admin.

    Raises AlreadyServed, MigrationError, StoreError.
    """
    settings.store.path.parent.mkdir(parents=True, exist_ok=True)
    db = Database(settings.store.path, SystemClock())
    db.claim_service()
    try:
        await asyncio.to_thread(migrate.upgrade, settings.store.path)
        await db.open()
        desk = Desk(settings, brain=None, username=username)  # type: ignore[arg-type]  # nothing is classified here
        code = await db.write(lambda tx: inviting.first_admin_code(tx, desk), cause="setup")
    finally:
        await db.close()
    return desk.link(code) if code is not None else None


Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Answers:
    """What the command line brought along; what is missing is asked at the keyboard."""

    city: str | None = None
    english: str | None = None
    language: str | None = None
    region: str | None = None
    base_url: str | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """Settings and a token. `kept`: the file that the token is in."""

    settings: Settings
    token: Token
    kept: Path | None


def prepare(path: Path, given: Answers, environ: Mapping[str, str], tell: Tell) -> Ready:
    """The settings, kept or written, and the token. Raises SetupError."""
    language = given.language if given.language in LANGUAGES else _spoken(environ)
    try:
        if path.exists():
            settings = load_settings(path)
            tell(plain(settings.city.language, "setup-config-kept", path=str(path)))
        else:
            city = _asked(given, language)
            language = city.language
            settings = write_config(path, city, given.base_url)
            tell(plain(language, "setup-config-made", path=str(path), numbers=_numbers(settings, language)))
    except ConfigError as error:
        raise SetupError(plain(language, "setup-config-wrong", path=str(path), why=str(error))) from None
    except FileExistsError:
        raise SetupError(plain(language, "setup-config-exists", path=str(path))) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise SetupError(plain(language, "setup-cannot-write", path=str(path), why=why)) from None
    token, kept = _token(settings, environ, tell)
    return Ready(settings, token, kept)


def _numbers(settings: Settings, language: str) -> str:
    shown = [f"{each.what.get(language)} {each.number}" for each in settings.city.emergency]
    return (", " if language == "en" else "、").join(shown)


def _spoken(environ: Mapping[str, str]) -> str:
    """The terminal's language."""
    return language_for(
        environ.get("LC_ALL") or environ.get("LANG", "zh").partition(".")[0].replace("_", "-")
    )


def _asked(given: Answers, language: str) -> City:
    """Raises SetupError where there is nobody to ask, or for a region on the command line that nobody knows."""

    def one_of_the_languages(typed: str) -> str:
        found = next((known for known in LANGUAGES if known.lower() == typed.strip().lower()), None)
        if found is None:
            raise SetupError(plain(language, "setup-bad-language", wanted=typed.strip()))
        return found

    chosen = given.language or _ask(
        "语言 語言 Language: " + ", ".join(LANGUAGES), language, language, taken=one_of_the_languages
    )
    if chosen not in LANGUAGES:
        raise SetupError(plain(language, "setup-bad-language", wanted=chosen))
    name = given.city or _ask(plain(chosen, "setup-ask-city"), chosen)
    english = given.english if given.english is not None else ""
    if given.city is None and given.english is None:
        english = _ask(plain(chosen, "setup-ask-english"), chosen, "")
    usual = {"zh-Hant": "TW", "zh-HK": "HK"}.get(chosen, "CN")

    def one_of_the_regions(typed: str) -> str:
        region = simplified(typed).strip().upper()
        region = _REGION_NAMES.get(region, region)
        if region not in REGIONS:
            raise SetupError(plain(chosen, "setup-bad-region", region=typed.strip()))
        return region

    if given.region is not None:
        region = one_of_the_regions(given.region)
    else:
        region = _ask(plain(chosen, "setup-ask-region"), chosen, usual, taken=one_of_the_regions)
    return City(name.strip(), english.strip(), chosen, region)


def _ask(
    text: str,
    language: str,
    default: str | None = None,
    *,
    hidden: bool = False,
    taken: Callable[[str], str] = str.strip,
) -> str:
    """What was typed, as `taken` takes it; asked again while that raises SetupError."""
    while True:
        try:
            typed: str = typer.prompt(text, default=default, hide_input=hidden, show_default=bool(default))
        except typer.Abort:
            raise SetupError("\n" + plain(language, "setup-options")) from None
        try:
            return taken(typed)
        except SetupError as wrong:
            typer.echo(str(wrong), err=True)


def _token(settings: Settings, environ: Mapping[str, str], tell: Tell) -> tuple[Token, Path | None]:
    """From the environment, from the file of a setup before, or from the keyboard into that file. Raises SetupError."""
    language, file = settings.city.language, token_file(settings)
    named = environ.get("MINSHENG_TOKEN") or environ.get("MINSHENG_TOKEN_FILE")
    try:
        if named:
            return read_token(environ), None
        if file.exists():
            return read_token({"MINSHENG_TOKEN_FILE": str(file)}), file
    except ConfigError:
        raise SetupError(plain(language, "setup-bad-token")) from None

    def a_token(typed: str) -> str:
        try:
            Token(typed.strip())
        except ValueError:
            raise SetupError(plain(language, "setup-token-wrong")) from None
        return typed.strip()

    typed = _ask(plain(language, "setup-ask-token"), language, hidden=True, taken=a_token)
    token = Token(typed)
    try:
        keep_token(file, typed)
    except OSError as error:
        why = error.strerror or str(error)
        raise SetupError(plain(language, "setup-cannot-write", path=str(file), why=why)) from None
    tell(plain(language, "setup-token-kept", path=str(file)))
    return token, file


async def finish(ready: Ready, config: Path, tell: Tell, warn: Tell) -> None:
    """Ask Telegram, make the database, and say what comes next. Raises SetupError."""
    settings, language = ready.settings, ready.settings.city.language
    try:
        me = await ask_telegram(settings, ready.token)
    except WrongToken:
        if ready.kept is not None:
            ready.kept.unlink(missing_ok=True)  # the next setup asks for it anew
            raise SetupError(plain(language, "setup-kept-token-bad")) from None
        raise
    tell(plain(language, "setup-bot", bot=me["username"], name=str(me.get("first_name", ""))))
    for warning in warnings(language, me):
        warn(warning)
    try:
        link = await first_link(settings, me["username"])
    except AlreadyServed:
        raise SetupError(plain(language, "setup-served")) from None
    tell(plain(language, "setup-database", path=str(settings.store.path)))
    # As it was called here: where it is not on the PATH, “minsheng” alone would not be found.
    program = sys.argv[0] if Path(sys.argv[0]).name == "minsheng" else "minsheng"
    run = f"{program} run" + ("" if config == Path("config.toml") else f" --config {config}")
    first = f"export MINSHENG_TOKEN_FILE={ready.kept.absolute()}" if ready.kept else "none"
    tell("\n" + plain(language, "setup-run", first=first, run=run))
    hours = settings.desk.invite_hours
    tell(
        plain(language, "setup-link", link=link, hours=hours) if link else plain(language, "setup-has-admin")
    )
