"""What an office is called, as an admin says it: in Chinese, behind a slash in English, or one language alone."""

import re

from bot.core.errors import BadOffice
from bot.core.plain import clean
from bot.texts.script import in_script_of

NAME_LIMIT, SHORT_LIMIT = 40, 12
NOTHING = {"无", "無", "没有", "沒有", "none", "-"}
ONE_LANGUAGE = {"english": "en", "traditional": "zh-Hant"}
_HAN = re.compile(r"[\u3400-\u9fff]")


def renamed(words: str, old: dict[str, str], *, short: bool = False) -> dict[str, str]:
    """教育局 / Education Bureau. An English name that nothing is said of stays; the other characters follow.

    Words without a Chinese character are the English name, where there is a Chinese one. Raises BadOffice.
    """
    chinese, _, english = (part.strip() for part in clean(words).partition("/"))
    if not _HAN.search(words) and not english and _HAN.search(old.get("zh-Hans", "")):
        chinese, english = old["zh-Hans"], chinese
    _check(chinese, short=short)
    named = old if chinese == old.get("zh-Hans") else _chinese(chinese)
    return _with(named, "en", english or old.get("en", ""), short=short)


def in_one_language(field: str, words: str, old: dict[str, str]) -> dict[str, str]:
    """Only the English name, or only the one in traditional characters; 无: there is none. Raises BadOffice."""
    return _with(old, ONE_LANGUAGE[field], clean(words).strip())


def _with(names: dict[str, str], language: str, name: str, *, short: bool = False) -> dict[str, str]:
    others = {key: value for key, value in names.items() if key != language}
    if not name or name.casefold() in NOTHING:
        return others
    _check(name, short=short, times=2 if language == "en" else 1)
    return {**others, language: name}


def _check(name: str, *, short: bool, times: int = 1) -> None:
    least, most = (1, SHORT_LIMIT) if short else (2, NAME_LIMIT)
    if not least <= len(name) <= most * times or "\n" in name:
        raise BadOffice("dept-bad-short" if short else "dept-bad-name", limit=most)


def _chinese(words: str) -> dict[str, str]:
    """A name in the characters that it was typed in, and in simplified ones."""
    other = in_script_of("zh-Hans", words)
    return {"zh-Hans": other, **({"zh-Hant": words} if other != words else {})}
