import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from bot.config import ConfigError, Settings, example_path, load_settings
from bot.departments import DOMAINS, TOPICS, LocalText

EXAMPLE = example_path().read_text(encoding="utf-8")
SWITCHED_ON = re.sub(r"^#(?=[\[a-z])", "", EXAMPLE, flags=re.MULTILINE)


def load(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def problems(tmp_path: Path, text: str) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert str(caught.value).splitlines() == list(caught.value.problems)
    return caught.value.problems


def replaced(old: str, new: str, text: str = EXAMPLE) -> str:
    assert old in text
    return text.replace(old, new, 1)


def block(**settings: str) -> str:
    return "\n[[departments]]\n" + "\n".join(f"{key} = {value}" for key, value in settings.items()) + "\n"


def keys_of(model: type[BaseModel], before: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        key = before + (field.alias or name)
        yield key
        for section in sections_in(field.annotation):
            yield from keys_of(section, key + ".")


def sections_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from sections_in(argument)


def keys_in(value: Any, before: str = "") -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            for key, inner in item.items():
                yield before + key
                yield from keys_in(inner, f"{before}{key}.")


def test_the_example_has_the_departments_of_a_city() -> None:
    settings = load_settings(example_path())
    for domain in DOMAINS:
        assert settings.by_domain(domain)[0].level == "city"
    assert len({settings.by_domain(domain)[0].id for domain in DOMAINS}) == 8
    topical = [one for one in settings.departments if one.topics and not one.domains]
    assert [one.topics[0] for one in topical] == ["城管", "交通", "生态环境", "公用事业", "市场监管", "医保"]
    counties = [one for one in settings.departments if one.level == "county"]
    desks = [one for one in counties if one.parent is None]
    assert len(desks) == 2
    assert all(one.districts and one.aliases and not one.domains for one in desks)
    below = [(one.level, one.domains) for desk in desks for one in settings.children(desk.id)]
    assert below == [("township", ()), ("county", ("养老",)), ("county", ("养老",))]
    assert settings.triage.label("zh-Hans") == "综合受理"
    assert all(one.name.en and one.phone and one.phone.startswith("0000-") for one in settings.departments)
    assert [one.number for one in settings.city.emergency] == ["110", "119", "120", "12356"]


def test_the_example_shows_every_setting_and_no_other(tmp_path: Path) -> None:
    load(tmp_path, SWITCHED_ON)
    # A translation may be left out, and is the same everywhere: one place that shows it is enough.
    wanted = {key for key in keys_of(Settings) if not key.endswith((".en", ".zh-Hant"))}
    shown = set(keys_in(tomllib.loads(SWITCHED_ON)))
    assert wanted <= shown <= set(keys_of(Settings))
    assert {"city.name.en", "city.name.zh-Hant"} <= shown
    assert all(topic in EXAMPLE for topic in TOPICS)


def test_what_is_left_out_has_the_value_that_the_example_shows(tmp_path: Path) -> None:
    city = (
        '[city]\nname = { zh-Hans = "甲市" }\nemergency = [{ number = "110", what = { zh-Hans = "报警" } }]\n'
    )
    bare = load(tmp_path, city + EXAMPLE[EXAMPLE.index("[[departments]]\nid") :])
    example = load(tmp_path, EXAMPLE)
    for section in Settings.model_fields.keys() - {"city"}:
        assert getattr(bare, section) == getattr(example, section)
    assert (bare.city.timezone, bare.city.language) == (example.city.timezone, example.city.language)
    switched_on = load(tmp_path, SWITCHED_ON).telegram.webhook
    url_only = replaced(
        "#[telegram.webhook]", '[telegram.webhook]\nurl = "https://minsheng.example.org/telegram"'
    )
    assert load(tmp_path, url_only).telegram.webhook == switched_on


def test_paths_begin_at_the_file_s_folder(tmp_path: Path) -> None:
    settings = load(tmp_path, replaced("data/minsheng.db", "/srv/minsheng.db", SWITCHED_ON))
    assert settings.store.path == Path("/srv/minsheng.db")
    assert settings.classifier.model == tmp_path / "data/models/current"


def test_texts_fall_back_to_simplified_chinese_in_the_readers_characters() -> None:
    text = LocalText.model_validate({"zh-Hans": "民政厅", "en": "Civil Affairs"})
    languages = ("zh-Hans", "en", "zh-Hant", "zh-HK", "fr")
    names = [text.get(language) for language in languages]
    assert names == ["民政厅", "Civil Affairs", "民政廳", "民政廳", "民政厅"]
    given = LocalText.model_validate({"zh-Hans": "民政厅", "zh-Hant": "社會局"})
    assert [given.get(language) for language in languages] == [
        "民政厅",
        "民政厅",
        "社會局",
        "社會局",
        "民政厅",
    ]


def test_settings_are_frozen_and_found_by_id() -> None:
    settings = load_settings(example_path())
    with pytest.raises(ValidationError):
        settings.desk.workers = 9
    assert settings.department("gongan").domains == ("社会治安",)
    assert settings.department("jiaoyu").label("en") == "Education"
    assert settings.city.tz.key == "Asia/Shanghai"
    with pytest.raises(KeyError, match="nobody"):
        settings.department("nobody")


def test_another_server_serves_the_files_too(tmp_path: Path) -> None:
    text = re.sub(r"^base_file_url.*\n", "", EXAMPLE, flags=re.MULTILINE)
    text = replaced('"https://api.telegram.org/bot"', '"http://127.0.0.1:8081/bot"', text)
    assert load(tmp_path, text).telegram.base_file_url == "http://127.0.0.1:8081/file/bot"
    text = replaced("#[telegram.webhook]", '[telegram.webhook]\nurl = "http://127.0.0.1:9000/hook"', text)
    assert load(tmp_path, text).telegram.webhook is not None


TELEGRAM_BASE = 'base_url = "https://api.telegram.org/bot"'
WEBHOOK = "#[telegram.webhook]"

WRONG = [
    ("[budget]", "[budgets]", "budgets", "the nearest is budget", "budget = { per_second = 30 }"),
    ("workers = 8", "worker = 8", "desk.worker", "the nearest is workers", "workers = 8"),
    ("json = false", "colour = 1", "logging.colour", "known here: level, json", 'level = "INFO"'),
    ("[telegram]", "[telegram]\ntoken = 1", "telegram.token", "never stands in this", "set MINSHENG"),
    ('name = { zh-Hans = "望江市", en', "name = { en", "city.name.zh-Hans", "is missing", "zh-Hans = "),
    ('"Asia/Shanghai"', '"Asia/Shangai"', "city.timezone", "nearest is Asia/Shanghai", '"Asia/Shanghai"'),
    ('"Asia/Shanghai"', '"Asia"', "city.timezone", "no time zone", 'timezone = "Asia/Shanghai"'),
    ('"Asia/Shanghai"', '"../etc"', "city.timezone", "no time zone", 'timezone = "Asia/Shanghai"'),
    ('language = "zh-Hans"', 'language = "zh"', "city.language", "must be 'zh-Hans', 'zh-Hant', 'zh-HK' or 'en'", '"zh-Hans"'),
    ('number = "119"', "number = 119", "city.emergency[1].number", "in quotes, is 119", 'number = "110"'),
    ('mode = "polling"', 'mode = "poll"', "telegram.mode", "'polling' or 'webhook'", 'mode = "polling"'),
    ('mode = "polling"', 'mode = "webhook"', "telegram.webhook", "needs the section", "{ url = "),
    (TELEGRAM_BASE, 'base_url = "api.telegram.org/bot"', "telegram.base_url", "whole address", TELEGRAM_BASE),
    (TELEGRAM_BASE, 'base_url = "https://[bad/bot"', "telegram.base_url", "whole address", TELEGRAM_BASE),
    (TELEGRAM_BASE, 'base_url = "https://a.example/x"', "telegram.base_url", "end with /bot", TELEGRAM_BASE),
    (TELEGRAM_BASE, 'base_url = "https://u:p@a.b/bot"', "telegram.base_url", "without user", TELEGRAM_BASE),
    (WEBHOOK, "[telegram.webhook]", "telegram.webhook.url", "is missing", 'url = "https://minsheng'),
    (WEBHOOK, '[telegram.webhook]\nurl = "http://a.b"', "telegram.webhook", "https://", "url = "),
    (WEBHOOK, '[telegram.webhook]\nurl = "https://a.b:99"', "telegram.webhook", "port 443", "url = "),
    ("inbox_days = 3", "inbox_days = 30", "store.inbox_days", "at most 7, is 30", "inbox_days = 3"),
    ("inbox_days = 3", "inbox_days = 0", "store.inbox_days", "at least 2, is 0", "inbox_days = 3"),
    ('path = "data/minsheng.db"', "path = 3", "store.path", "text in quotes", 'path = "data/minsheng.db"'),
    ("admins = []", "admins = [-100]", "desk.admins[0]", "more than 0, is -100", "admins = [10001"),
    ("admins = []", "admins = 5", "desk.admins", "list in square brackets, is 5", "admins = [10001"),
    ("file_minutes = 60", "file_minutes = 10", "desk.draft_file_minutes", "remind_minutes (10)", "= 60"),
    ("workers = 8", "workers = true", "desk.workers", "a whole number, is true", "workers = 8"),
    ('region = "CN"', 'region = "USA"', "calendar.region", "must be 'CN', 'TW', 'HK' or 'MO'", 'region = "CN"'),
    ('["09:00-17:00"]', '["9-17"]', "calendar.hours", 'such as 09:00-17:00, is "9-17"', '"14:00-18:00"'),
    ('["09:00-17:00"]', '["17:00-09:00"]', "calendar.hours", "forward through the day", "hours = ["),
    ('["09:00-17:00"]', '["09:00-12:00", "11:00-17:00"]', "calendar.hours", "11:00-17:00 does not", "hours"),
    ('["09:00-17:00"]', "[]", "calendar.hours", "must not be empty", "hours = ["),
    ("off = []", 'off = ["2027-2-11"]', "calendar.exceptions.off[0]", 'a date, is "2027-2-11"', "2027-02-11"),
    ("off = []", "off = [20270211]", "calendar.exceptions.off[0]", "a date, is 20270211", "2027-02-11"),
    ("off = []", 'off = ["2027-02-30"]', "calendar.exceptions.off[0]", "must be a date", "2027-02-11"),
    ("off = []", "off = [2127-02-11]", "calendar.exceptions.off[0]", "2020 to 2060, is 2127-02-11", "2027-02"),
    ("off = []\nworked = []", 'off = ["2027-02-14"]\nworked = [2027-02-14]', "calendar.exceptions.worked",
     "holds 2027-02-14, which stands in off", "worked = "),
    ('days = "working"', 'days = "week"', "clocks.days", "'working' or 'calendar'", 'days = "working"'),
    ("triage_hours = 2", "triage_hours = 0", "clocks.triage_hours", "at least 1, is 0", "triage_hours = 2"),
    ("ordinary_days = 7", "ordinary_days = 3", "clocks.ordinary_days", "than progress_days (3)", "days = 7"),
    ("ordinary_days = 7", "ordinary_days = 1.5", "clocks.ordinary_days", "a whole number", "days = 7"),
    ("complex_months = 1", "complex_months = 13", "clocks.complex_months", "at most 12", "months = 1"),
    ("emergency_hours = 24", "emergency_hours = 2", "clocks.emergency_hours", "acknowledge_hours (2)", "= 24"),
    ("wait_days = 5", "wait_days = 400", "clocks.wait_days", "at most 30, is 400", "wait_days = 5"),
    ("warn_hours = 4", "warn_hour = 4", "clocks.warn_hour", "the nearest is warn_hours", "warn_hours = 4"),
    ("enabled = true", 'enabled = "yes"', "budget.enabled", 'true or false, is "yes"', "enabled = true"),
    ("precision = 0.93", "precision = nan", "classifier.precision", "a number", "precision = 0.93"),
    ("precision = 0.93", "precision = 95", "classifier.precision", "at most 0.99, is 95", "precision = 0.93"),
    ('level = "INFO"', 'level = "LOUD"', "logging.level", "'DEBUG', 'INFO'", 'level = "INFO"'),
    ('id = "jiaoyu"', 'id = "教育"', "departments[2].id (教育)", "not in the right form", 'id = "jiaoyu"'),
    ('id = "jiaoyu"', 'id = "jiuye"', "departments[2].id (教育)", 'the id "jiuye" already', 'id = "jiuye-2"'),
    ('domains = ["教育"]', 'domains = ["教育局"]', "departments[2].domains[0] (教育)", '"教育局"', "教育"),
    ('topics = ["城管"]', 'topics = ["猫"]', "departments[9].topics[0] (城管)", "must be '城管'", '["城管"]'),
    ('"0000-8880102"', '"call"', "departments[2].phone (教育)", "right form", 'phone = "0000-8880102"'),
    ('parent = "qinghe"', 'parent = "qinhe"', "departments[17].parent (柳林镇)", '"qinhe"', '"qinghe"'),
    ('parent = "qinghe"', 'parent = "x"', "departments[17].parent (柳林镇)", "no department", "leave parent"),
    ('id = "yibao"', 'id = "yibao"\nparent = "qinghe"', "departments[14].parent (医保)",
     "a city cannot be below", 'level = "township"'),
    ('id = "qinghe"', 'id = "qinghe"\nparent = "liulin"', "departments[15].parent (清河县)",
     "circle: qinghe → liulin → qinghe", "leave parent out"),
    ("triage = true", "triage = false", "departments", "none is the triage desk", "triage = true"),
    ('id = "gongan"', 'id = "gongan"\ntriage = true', "departments[8].triage (公安)",
     '"triage" is it', "triage = false"),
    ('id = "triage"\nlevel = "city"', 'id = "triage"\nlevel = "county"', "departments[0].level (综合受理)",
     "the city's", 'level = "city"'),
    ('domains = ["养老"]\n', "", "departments", "of the city leads 养老", 'domains = ["养老"]'),
]  # fmt: skip


@pytest.mark.parametrize("case", WRONG, ids=[f"{row[2]} {row[3]}" for row in WRONG])
def test_an_error_names_the_key_the_reason_and_an_example(tmp_path: Path, case: tuple[str, ...]) -> None:
    old, new, key, reason, right = case
    found = [line for line in problems(tmp_path, replaced(old, new)) if line.startswith(f"{key}: ")]
    assert len(found) == 1
    wrong, _, example = found[0].partition(". For example: ")
    assert reason in wrong
    assert right in example


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    text = replaced("workers = 8", "worker = 8")
    text = replaced('level = "INFO"', "level = 3", text)
    text = replaced('domains = ["养老"]', 'domains = "养老"', text)
    text = replaced("triage = true\n", "", text)
    text += block(id='"lost"', parent='"nowhere"', level='"county"', name='{ zh-Hans = "丙" }')
    text += block(level='"city"') + "[[departments]]\nname = 3\n"
    assert [line.partition(": ")[0] for line in problems(tmp_path, text)] == [
        "desk.worker",
        "logging.level",
        "departments[6].domains (养老)",
        "departments[21].id (no. 22)",
        "departments[21].name (no. 22)",
        "departments[22].id (no. 23)",
        "departments[22].level (no. 23)",
        "departments[22].name (no. 23)",
        "departments[20].parent (丙)",
        "departments",
        "departments",
    ]


@pytest.mark.parametrize(
    "text", ["", "departments = 3", "departments = [3]", "[departments]\nid = 3", "city = []"]
)
def test_a_file_of_the_wrong_shape_is_told_so(tmp_path: Path, text: str) -> None:
    assert any(line.startswith("city: ") for line in problems(tmp_path, text))
    told = any(line.startswith("departments") for line in problems(tmp_path, text))
    assert told == ("departments" in text), "none have to be named"


def test_a_wrong_whole_is_refused_without_a_file_too() -> None:
    raw = tomllib.loads(EXAMPLE)
    with pytest.raises(ValidationError, match="no department of the city leads"):
        Settings.model_validate({**raw, "departments": raw["departments"][:1]})


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("[city]\nname = 望江", 2, "is not TOML"),
        ("[city]\ntimezone = “Asia/Shanghai”\n", 2, "“ is full-width punctuation"),
        ("[city]\n[city]\n", 2, "is not TOML"),
        ("[city]\nname = { zh-Hans = ", 2, "is not TOML"),
    ],
)
def test_a_syntax_error_names_the_line(tmp_path: Path, text: str, line: int, why: str) -> None:
    (problem,) = problems(tmp_path, text)
    assert problem.startswith(f"{tmp_path / 'config.toml'}, line {line}: ")
    assert why in problem
    assert "For example: " in problem


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: there is no such file. For example: cp "):
        load_settings(tmp_path / "none.toml")
    with pytest.raises(ConfigError, match="cannot be read"):
        load_settings(tmp_path)
    (tmp_path / "config.toml").write_bytes(EXAMPLE.encode("gb18030"))
    with pytest.raises(ConfigError, match="is not UTF-8"):
        load_settings(tmp_path / "config.toml")


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"\xef\xbb\xbf" + EXAMPLE.replace("\n", "\r\n").encode())
    assert load_settings(tmp_path / "config.toml").city.name.get("en") == "Wangjiang"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("org/bot", "org/bot{}"),
        ('mode = "polling"', 'mode = "{}"'),
        ("admins = []", 'admins = ["{}"]'),
        ("[telegram]", '[telegram]\ntoken = "{}"'),
        ("[telegram]", '[telegram]\n"{}" = 1'),
        ("[telegram]", "[telegram]\ntoken = {}"),
        ('parent = "qinghe"', 'parent = "{}"'),
    ],
)
@pytest.mark.parametrize("token", ["123456789:AAF-secretsecretsecretsecretsecret_", "123456789:secret"])
def test_a_token_in_the_file_is_never_shown(tmp_path: Path, old: str, new: str, token: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(replaced(old, new.format(token)), encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_settings(path)
    assert "secret" not in repr(caught.value) + str(caught.value) + "".join(caught.value.problems)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
