"""Plain text as Telegram treats it: UTF-16 lengths, cleaning, trimming, entities found by themselves."""

from __future__ import annotations

import re
from typing import Any

from bot.sandbox.errors import bad_request

Entity = dict[str, Any]

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

_CONTROL = dict.fromkeys((*range(10), *range(11, 32)), " ") | {13: None}
_DIRECTION = dict.fromkeys(range(0x2028, 0x202F))
_CLEAN = _CONTROL | _DIRECTION | dict.fromkeys((0x030A, 0x0333, 0x033F))
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\u180e\ufeff"

_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")),
    (
        "url",
        re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[^\s<>\"'，。；、！？（）《》]*)?", re.IGNORECASE),
    ),
    ("mention", re.compile(r"(?<!\w)@[A-Za-z0-9_]{4,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w/])#(?=\w*[^\W\d_])\w{1,256}")),
)
_OPAQUE = {"code", "pre", "text_link", "text_mention", "custom_emoji"}


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text) + sum(char > "\uffff" for char in text)


def is_blank(text: str) -> bool:
    return all(char.isspace() or char in _INVISIBLE for char in text)


def clean(text: str) -> str:
    """What the Bot API takes out of a bot's text before anything else."""
    return text.translate(_CLEAN)


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cut white space at both ends of the text and at the end of each entity; drop entities left empty."""
    kept = text.rstrip()
    first = min((entity["offset"] for entity in entities), default=units(text))
    lead = 0
    while lead < len(kept) and kept[lead] in " \n" and units(kept[: lead + 1]) <= first:
        lead += 1
    shift = units(kept[:lead])
    kept = kept[lead:]
    raw = kept.encode("utf-16-le", "surrogatepass")
    end = len(raw) // 2
    result = []
    for entity in entities:
        start = entity["offset"] - shift
        stop = min(start + entity["length"], end)
        while stop > start and raw[2 * stop - 2 : 2 * stop] in (b" \0", b"\n\0"):
            stop -= 1
        if stop > start >= 0:
            result.append({**entity, "offset": start, "length": stop - start})
    return kept, result


def find_entities(text: str, given: list[Entity] | None = None) -> list[Entity]:
    """The given entities and those that Telegram finds in the text by itself, in order."""
    found = list(given or [])
    taken = [(e["offset"], e["offset"] + e["length"]) for e in found if e["type"] in _OPAQUE]
    if any(mark in text for mark in "/@#") or "http" in text.lower():
        for kind, pattern in _FOUND:
            for match in pattern.finditer(text):
                whole = match.group().rstrip(".,:;!?)") if kind == "url" else match.group()
                start = units(text[: match.start()])
                stop = start + units(whole)
                if all(stop <= left or start >= right for left, right in taken):
                    taken.append((start, stop))
                    found.append({"type": kind, "offset": start, "length": stop - start})
    return sort_entities(found)


def sort_entities(entities: list[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda e: (e["offset"], -e["length"], e["type"]))


def formatted(
    text: str,
    entities: list[Entity],
    *,
    limit: int = TEXT_LIMIT,
    what: str = "message",
    required: bool = True,
) -> tuple[str, list[Entity]]:
    """A bot's text, ready to be stored: trimmed, held against the limits, entities complete."""
    text, entities = trim(text, entities)
    if is_blank(text):
        if required:
            raise bad_request(f"{what} text is empty")
        return "", []
    if units(text) > limit:
        raise bad_request(f"{what} is too long")
    return text, find_entities(text, entities)
