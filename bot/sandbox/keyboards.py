"""reply_markup as the Bot API reads it: inline keyboards go into the Message, the rest to the app."""

from __future__ import annotations

from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.params import Params
from bot.sandbox.state import Json

DATA_LIMIT = 64
_ACTIONS = ("url", "callback_data", "web_app", "login_url", "copy_text", "switch_inline_query")
_MORE_ACTIONS = (
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)
_LOOKS = ("icon_custom_emoji_id", "style")


def read_markup(params: Params) -> tuple[Json | None, Json | None]:
    """The inline keyboard, or else the keyboard that only the person's app shows."""
    raw = params.json("reply_markup", "reply keyboard markup")
    if raw is None:
        return None, None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in raw:
        return inline_keyboard(raw["inline_keyboard"]), None
    if "keyboard" in raw:
        return None, {**raw, "keyboard": [_reply_row(row) for row in _rows(raw["keyboard"], "keyboard")]}
    if raw.get("remove_keyboard") or raw.get("force_reply"):
        return None, raw
    return None, None


def read_inline(params: Params) -> Json | None:
    """For edits: only an inline keyboard will do."""
    markup, other = read_markup(params)
    if other is not None:
        raise bad_request("inline keyboard expected")
    return markup


def inline_keyboard(raw: Any) -> Json | None:
    rows = [[_button(button) for button in row] for row in _rows(raw, "inline_keyboard")]
    rows = [row for row in rows if row]
    return {"inline_keyboard": rows} if rows else None


def _rows(raw: Any, name: str) -> list[list[Any]]:
    if not isinstance(raw, list):
        raise bad_request(f'field "{name}" of the ReplyMarkup must be an Array')
    for row in raw:
        if not isinstance(row, list):
            raise bad_request(f'field "{name}" of the ReplyMarkup must be an Array of Arrays')
    return raw


def _button(raw: Any) -> Json:
    if not isinstance(raw, dict):
        raise _unparsed("InlineKeyboardButton must be an Object")
    text = raw.get("text")
    if not isinstance(text, str):
        raise _unparsed('Can\'t find field "text"')
    if not text.strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    actions = [key for key in (*_ACTIONS, *_MORE_ACTIONS) if raw.get(key) not in (None, False)]
    if raw.get("callback_data") == "" or (raw.get("url") == "" and len(actions) == 1):
        raise bad_request("BUTTON_DATA_INVALID" if "callback_data" in raw else "BUTTON_URL_INVALID")
    if not actions:
        raise _unparsed("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _unparsed("exactly one of the optional fields must be used")
    action = actions[0]
    if action not in ("url", "callback_data", "copy_text"):
        raise bad_request(f"inline keyboard buttons with {action} are not supported by the sandbox")
    if action == "callback_data":
        data = raw[action]
        if not isinstance(data, str) or len(data.encode()) > DATA_LIMIT:
            raise bad_request("BUTTON_DATA_INVALID")
    if action == "url" and not str(raw[action]).startswith(("http://", "https://", "tg://")):
        raise bad_request(f"inline keyboard button URL '{raw[action]}' is invalid: Wrong HTTP URL")
    return {key: raw[key] for key in ("text", action, *_LOOKS) if key in raw}


def _unparsed(message: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {message}")


def _reply_row(row: list[Any]) -> list[Json]:
    buttons = []
    for raw in row:
        button = {"text": raw} if isinstance(raw, str) else raw
        if not isinstance(button, dict) or not isinstance(button.get("text"), str):
            raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
        buttons.append(button)
    return buttons
