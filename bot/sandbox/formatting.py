"""What a bot may say about a text's format: a parse mode, or entities spelled out."""

from __future__ import annotations

from bot.sandbox.entities import Resolve, cannot_parse, parse_html
from bot.sandbox.errors import bad_request
from bot.sandbox.texts import Entity, clean, units

ENTITY_TYPES = {
    *("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic"),
    *("underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre"),
    *("text_link", "text_mention", "custom_emoji", "date_time"),
}


def given_entities(text: str, raw: object, resolve: Resolve) -> list[Entity]:
    """Entities that the caller spelled out, those that don't fit the text left out as Telegram does."""
    if not isinstance(raw, list):
        raise bad_request("expected an Array of MessageEntity")
    end = units(text)
    result = []
    for item in raw:
        if not isinstance(item, dict):
            raise cannot_parse("expected an Object as MessageEntity")
        kind, offset, length = item.get("type"), item.get("offset"), item.get("length")
        if not isinstance(offset, int) or not isinstance(length, int):
            raise cannot_parse("offset and length of an entity must be Numbers")
        if kind not in ENTITY_TYPES:
            raise cannot_parse(f'unsupported entity type "{kind}"')
        if offset < 0 or length <= 0 or offset + length > end:
            continue
        entity: Entity = {"type": kind, "offset": offset, "length": length}
        if kind == "text_mention":
            user = resolve(int((item.get("user") or {}).get("id", 0)))
            if user is None:
                continue
            entity["user"] = user
        for key in ("url", "language", "custom_emoji_id"):
            if key in item:
                entity[key] = item[key]
        result.append(entity)
    return result


def parse(text: str, mode: str | None, raw: object, resolve: Resolve) -> tuple[str, list[Entity]]:
    """`parse_mode` wins over spelled-out entities, as in the Bot API."""
    match (mode or "").lower():
        case "":
            text = clean(text)
            return text, given_entities(text, raw, resolve) if raw is not None else []
        case "html":
            return parse_html(clean(text), resolve)
        case "markdown" | "markdownv2":
            raise bad_request(f"parse mode {mode} is not supported by the sandbox")
        case _:
            raise bad_request("unsupported parse_mode")
