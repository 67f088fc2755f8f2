"""Telegram's HTML subset: text with tags becomes text with entities, or an error in Telegram's words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.texts import Entity, sort_entities, units

Resolve = Callable[[int], dict[str, Any] | None]

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPECIAL = re.compile("[<&]")
_SPACE = " \t\r\n\v\0"


def cannot_parse(message: str) -> ApiError:
    return bad_request(f"can't parse entities: {message}")


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    begin: int


class _Reader:
    """One pass over the text. A NUL at the end saves every loop a bounds check."""

    def __init__(self, text: str, resolve: Resolve) -> None:
        self.text = text.replace("\0", " ") + "\0"
        self.end = len(text)
        self.pos = 0
        self.out: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []
        self.resolve = resolve

    def at(self, pos: int) -> str:
        """Telegram counts bytes in its messages."""
        return f"at byte offset {len(self.text[:pos].encode('utf-8', 'surrogatepass'))}"

    def emit(self, text: str) -> None:
        self.out.append(text)
        self.offset += units(text)

    def read(self) -> tuple[str, list[Entity]]:
        while self.pos < self.end:
            char = self.text[self.pos]
            if char == "&" and (decoded := self.reference()):
                self.emit(decoded)
            elif char != "<":
                special = _SPECIAL.search(self.text, self.pos + 1)
                stop = min(special.start(), self.end) if special else self.end
                self.emit(self.text[self.pos : stop])
                self.pos = stop
            elif self.text[self.pos + 1] == "/":
                self.close_tag()
            else:
                self.open_tag()
        if self.open:
            tag = self.open[-1].tag
            raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{tag}"')
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return "".join(self.out), sort_entities(_without_inner(self.entities))

    def reference(self) -> str:
        """The character that `&…;` stands for, or nothing: then the ampersand stands for itself."""
        pos = self.pos + 1
        if self.text[pos] == "#":
            pos += 1
            base, digits = 10, "0123456789"
            if self.text[pos] in "xX":
                pos, base, digits = pos + 1, 16, "0123456789abcdefABCDEF"
            start = pos
            while self.text[pos] in digits:
                pos += 1
            code = int(self.text[start:pos], base) if pos > start else 0
            if not 0 < code < 0x10FFFF or pos - self.pos >= 10:
                return ""
            if 0xD800 <= code <= 0xDFFF:
                raise cannot_parse(
                    "Text contains invalid Unicode characters after decoding HTML entities, "
                    "check for unmatched surrogate code units"
                )
            char = chr(code)
        else:
            start = pos
            while self.text[pos].isascii() and self.text[pos].isalpha():
                pos += 1
            char = _NAMED.get(self.text[start:pos], "")
            if not char:
                return ""
        self.pos = pos + (self.text[pos] == ";")
        return char

    def skip(self, inside: str, *, but: str = "") -> None:
        while self.text[self.pos] in inside and self.text[self.pos] not in but:
            self.pos += 1

    def until(self, stop: str) -> str:
        start = self.pos
        while self.text[self.pos] not in stop:
            self.pos += 1
        return self.text[start : self.pos]

    def open_tag(self) -> None:
        begin = self.pos
        self.pos += 1
        tag = self.until(_SPACE + ">").lower()
        if self.text[self.pos] == "\0":
            raise cannot_parse(f"Unclosed start tag {self.at(begin)}")
        if tag not in _TYPES:
            raise cannot_parse(f'Unsupported start tag "{tag}" {self.at(begin)}')
        argument = ""
        while self.text[self.pos] != ">":
            self.skip(_SPACE, but="\0")
            if self.text[self.pos] == ">":
                break
            name = self.until(_SPACE + "=>")
            if not name:
                raise cannot_parse(f'Empty attribute name in the tag "{tag}" {self.at(begin)}')
            self.skip(_SPACE, but="\0")
            if self.text[self.pos] != "=" and tag == "blockquote" and name == "expandable":
                argument = "expandable"
                continue
            value = self.attribute(tag, begin)
            argument = _argument(tag, name, value, argument)
        if tag == "span" and argument != "spoiler":
            raise cannot_parse(f'Tag "span" must have class "tg-spoiler" {self.at(begin)}')
        self.pos += 1
        self.open.append(_Open(tag, argument, self.offset, len(self.out)))

    def attribute(self, tag: str, begin: int) -> str:
        if self.text[self.pos] != "=":
            raise cannot_parse(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" {self.at(begin)}'
            )
        self.pos += 1
        self.skip(_SPACE, but="\0")
        if self.text[self.pos] == "\0":
            raise cannot_parse(f'Unclosed start tag "{tag}" {self.at(begin)}')
        quote = self.text[self.pos]
        if quote in "'\"":
            self.pos += 1
            value = []
            while self.text[self.pos] not in (quote, "\0"):
                if self.text[self.pos] == "&" and (decoded := self.reference()):
                    value.append(decoded)
                else:
                    value.append(self.text[self.pos])
                    self.pos += 1
            if self.text[self.pos] == quote:
                self.pos += 1
        else:
            start = self.pos
            while self.text[self.pos].isascii() and (
                self.text[self.pos].isalnum() or self.text[self.pos] in ".-"
            ):
                self.pos += 1
            value = [self.text[start : self.pos].lower()]
            if self.text[self.pos] not in _SPACE + ">":
                raise cannot_parse(f"Unexpected end of name token {self.at(start)}")
        if self.text[self.pos] == "\0":
            raise cannot_parse(f"Unclosed start tag {self.at(begin)}")
        return "".join(value)

    def close_tag(self) -> None:
        begin = self.pos
        if not self.open:
            raise cannot_parse(f"Unexpected end tag {self.at(begin)}")
        self.pos += 2
        name = self.until(_SPACE + ">").lower()
        self.skip(_SPACE, but="\0")
        if self.text[self.pos] != ">":
            raise cannot_parse(f"Unclosed end tag {self.at(begin)}")
        self.pos += 1
        opened = self.open.pop()
        if name and name != opened.tag:
            raise cannot_parse(
                f'Unmatched end tag {self.at(begin)}, expected "</{opened.tag}>", found "</{name}>"'
            )
        if self.offset > opened.offset:
            self.add(opened)

    def add(self, opened: _Open) -> None:
        entity: Entity = {
            "type": _TYPES[opened.tag],
            "offset": opened.offset,
            "length": self.offset - opened.offset,
        }
        last = self.entities[-1] if self.entities else None
        same = last and (last["offset"], last["length"]) == (entity["offset"], entity["length"])
        match opened.tag:
            case "a":
                if not self.link(entity, opened):
                    return
            case "tg-emoji":
                if not opened.argument.isdigit() or int(opened.argument) == 0:
                    raise cannot_parse("Invalid custom emoji identifier specified")
                entity["custom_emoji_id"] = opened.argument
            case "blockquote" if opened.argument:
                entity["type"] = "expandable_blockquote"
            case "pre" if same and last and last["type"] == "code" and last.get("language"):
                last["type"] = "pre"
                return
            case "code" if same and last and last["type"] == "pre" and opened.argument:
                last["language"] = opened.argument
                return
            case "code" if opened.argument:
                entity["language"] = opened.argument
        self.entities.append(entity)

    def link(self, entity: Entity, opened: _Open) -> bool:
        url = opened.argument or "".join(self.out[opened.begin :])
        parts = urlsplit(url)
        if parts.scheme == "tg" and parts.netloc == "user":
            identifier = parse_qs(parts.query).get("id", [""])[0]
            user = self.resolve(int(identifier)) if identifier.isdigit() else None
            if user is None:
                return False
            entity.update(type="text_mention", user=user)
            return True
        checked = checked_link(url)
        entity["url"] = checked
        return bool(checked)


def _argument(tag: str, name: str, value: str, before: str) -> str:
    if (tag, name) in {("a", "href"), ("tg-emoji", "emoji-id")}:
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    if (tag, name) == ("blockquote", "expandable"):
        return "expandable"
    return before


def checked_link(url: str) -> str:
    """The address as Telegram shows it, or nothing if it isn't one."""
    url = url.strip()
    if url.startswith(("tg:", "ton:", "tonsite:")):
        return url
    if "://" not in url:
        url = f"http://{url}"
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or any(c.isspace() for c in url):
        return ""
    if "." not in parts.hostname and parts.hostname != "localhost":
        return ""
    return url if parts.path or parts.query or parts.fragment else f"{url}/"


def _without_inner(entities: list[Entity]) -> list[Entity]:
    """Code holds no other entity; a type within itself counts once."""

    def inside(inner: Entity, outer: Entity) -> bool:
        return (
            inner is not outer
            and outer["offset"] <= inner["offset"]
            and inner["offset"] + inner["length"] <= outer["offset"] + outer["length"]
            and (
                (outer["type"] in {"code", "pre"} and inner["type"] not in {"code", "pre"})
                or (outer["type"] == inner["type"] and inner["length"] < outer["length"])
            )
        )

    return [e for e in entities if not any(inside(e, other) for other in entities)]


def parse_html(text: str, resolve: Resolve = lambda _: None) -> tuple[str, list[Entity]]:
    return _Reader(text, resolve).read()
