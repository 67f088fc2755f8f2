"""A long message in several: HTML cut where a reader would pause, and files that go out together."""

import html
import re
from collections.abc import Sequence

from bot.core.plain import units

_TOKEN = re.compile(
    r"<(/?)([a-z][a-z0-9-]*)[^>]*>|&(?:[a-z]+|#\d+|#x[0-9a-f]+);|.", re.DOTALL | re.IGNORECASE
)
_LOOSE = {"blockquote", "pre"}  # may be cut anywhere inside: closed, and opened anew in the next part
# After what a cut is best, the best first.
_PAUSES = (
    re.compile(r"\n\s*\n$"),
    re.compile(r"\n$"),
    re.compile(r"(?:[。！？；!?;…]|\.\s)[”’」』）)]?$"),
    re.compile(r"[，、,：:]$"),
    re.compile(r"\s$"),
)
_NONE = len(_PAUSES)


def length(text: str) -> int:
    """UTF-16 units that Telegram counts: what is read, without the markup."""
    return sum(_weight(token) for token in _TOKEN.finditer(text))


def _weight(token: re.Match[str]) -> int:
    return 0 if token[2] else units(html.unescape(token.group()))


def split(text: str, limit: int) -> list[str]:
    """Telegram HTML in parts of at most `limit` UTF-16 units: at the end of a paragraph, else of a sentence.

    A link, bold words and an escaped sign stay whole unless one alone is longer than a part.
    """
    parts: list[str] = []
    rest = text
    while length(rest) > limit:
        cut, opened = _cut(rest, limit)
        parts.append(rest[:cut].rstrip() + "".join(f"</{_name(tag)}>" for tag in reversed(opened)))
        rest = "".join(opened) + rest[cut:].lstrip()
    return [*parts, rest]


def _name(tag: str) -> str:
    return re.split(r"[\s>]", tag[1:], maxsplit=1)[0]


def _cut(text: str, limit: int) -> tuple[int, list[str]]:
    """Where to cut, and the tags that are open there."""
    best: tuple[int, int, list[str]] | None = None
    anywhere: tuple[int, list[str]] = (0, [])
    opened: list[str] = []
    used, plain = 0, ""
    for token in _TOKEN.finditer(text):
        used += _weight(token)
        if used > limit:
            break
        if token[2]:
            if token[1]:
                opened.pop()
            else:
                opened.append(token.group())
        else:
            plain = plain[-3:] + html.unescape(token.group())
        end = token.end()
        if end <= len("".join(opened)):
            continue  # nothing but the tags that were opened anew
        if token[2] and not token[1]:
            continue  # never right behind an opening tag
        anywhere = (end, list(opened))
        if any(_name(tag) not in _LOOSE for tag in opened) or used < limit // 3:
            continue
        rank = next((n for n, pause in enumerate(_PAUSES) if pause.search(plain)), _NONE)
        if best is None or rank <= best[0]:
            best = (rank, end, list(opened))
    return (best[1], best[2]) if best is not None else anywhere


CUT = 3900  # a message this long was probably cut in two by the program it was written in
WHOLE = 4096  # cut where it was full, and not where a reader would pause


def probably_cut(length: int) -> bool:
    return length >= CUT


def joined(first: str, more: str, length: int) -> str:
    """What came in two messages, the first of them `length` long, as it was written."""
    return first + ("" if length >= WHOLE else "\n") + more


TOGETHER = 10  # as many as an album holds
_ALBUMS = {"photo": "looks", "video": "looks", "document": "papers", "audio": "sounds"}


def albums(kinds: Sequence[str]) -> list[list[int]]:
    """Which files go out as one album, in order: positions in `kinds`. Telegram mixes only photos with videos."""
    out: list[list[int]] = []
    for at, kind in enumerate(kinds):
        family = _ALBUMS.get(kind)
        last = out[-1] if out else None
        if last and family and _ALBUMS.get(kinds[last[-1]]) == family and len(last) < TOGETHER:
            last.append(at)
        else:
            out.append([at])
    return out
