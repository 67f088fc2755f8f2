"""Every sentence the bot says, by language, in Project Fluent files. Nothing is phrased anywhere else."""

import html
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource, resolver

from bot.texts.hongkong import in_hong_kong

HOME = Path(__file__).parent
# Fluent refuses arguments above 2,500 characters, which a clerk's letter has; the verbs keep limits of their own.
resolver.MAX_PART_LENGTH = 100_000
LANGUAGES = ("zh-Hans", "zh-Hant", "zh-HK", "en")
FALLBACK = "zh-Hans"
NAMES = {"zh-Hans": "简体中文", "zh-Hant": "繁體（台灣）", "zh-HK": "繁體（香港）", "en": "English"}
CHOOSE = "🌐 简体 · 繁體 · English"
# Hong Kong's folder holds only what its words for Taiwan's (hongkong.py) don't make of Taiwan's texts.
OVERLAYS = {"zh-HK": "zh-Hant"}


class Safe(str):
    """Text that is HTML already and must not be escaped again."""

    __slots__ = ()


class TextError(Exception):
    """A key that no language has, or a sentence that misses an argument: a fault of ours, found by a test."""


def language_for(code: str | None, default: str = FALLBACK) -> str:
    """The language to speak with somebody whose Telegram says `code` (an IETF tag, or nothing)."""
    if not code:
        return default
    parts = code.lower().replace("_", "-").split("-")
    if parts[0] == "yue" or (parts[0] == "zh" and {"hk", "mo"} & set(parts)):
        return "zh-HK"
    if parts[0] == "zh":
        return "zh-Hant" if {"hant", "tw"} & set(parts) else "zh-Hans"
    return "en"


def sources(language: str) -> Iterator[str]:
    """The files of a language, as they are spoken; where two hold a text, the last one counts."""
    if language in OVERLAYS:
        yield from map(in_hong_kong, sources(OVERLAYS[language]))
    for path in sorted((HOME / language).glob("*.ftl")):
        yield path.read_text(encoding="utf-8")


_ENTRY = re.compile(r"^(-?[A-Za-z][\w-]*) *=.*\n?(?:(?![A-Za-z#-]).*\n?)*", re.ASCII | re.MULTILINE)
_NAMED = re.compile(r"\{\s*(-?[A-Za-z][\w-]*)", re.ASCII)


def entries(source: str) -> dict[str, str]:
    """The messages and -terms of a file by their names, unparsed: an entry begins where a line does."""
    return {found[1]: found[0] for found in _ENTRY.finditer(source)}


class _Texts:
    """One language. Parsing all of it takes half a second, so an entry is parsed when it is first asked for."""

    def __init__(self, language: str) -> None:
        self.bundle = FluentBundle([language], use_isolating=False)
        self.unread: dict[str, str] = {}
        for source in sources(language):
            self.unread |= entries(source)
        self.names = set(self.unread)

    def read(self, name: str) -> None:
        """Parse the entry, and what it names."""
        source = self.unread.pop(name, None)
        if source is None:
            return
        self.bundle.add_resource(FluentResource(source))
        for other in _NAMED.findall(source):
            self.read(other)


@cache
def _texts(language: str) -> _Texts:
    return _Texts(language if language in LANGUAGES else FALLBACK)


def _format(language: str, key: str, args: Mapping[str, Any]) -> str:
    texts = _texts(language)
    texts.read(key)
    bundle = texts.bundle
    if not bundle.has_message(key):
        raise TextError(f"no text {key!r} in {language}")
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise TextError(f"text {key!r} has no value in {language}")
    text, errors = bundle.format_pattern(pattern, dict(args))
    if errors:
        raise TextError(f"text {key!r} in {language}: {errors[0]!r}")
    return str(text)


def say(language: str, key: str, **args: Any) -> Safe:
    """A sentence as Telegram HTML; arguments are escaped unless they are Safe."""
    return Safe(_format(language, key, {name: _escaped(value) for name, value in args.items()}))


def plain(language: str, key: str, **args: Any) -> str:
    """A sentence without markup: for buttons, toasts and files."""
    return _format(language, key, args)


def has(language: str, key: str) -> bool:
    return key in _texts(language).names


def _escaped(value: Any) -> Any:
    if isinstance(value, Safe) or not isinstance(value, str):
        return value
    return html.escape(value, quote=False)
