"""Pydantic's errors in words for an admin: the key as in the file, what is wrong, an example of right."""

import difflib
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.departments import as_toml, label_of, what_is_right_in

_WORDS = {
    "missing": "is missing",
    "value_error": "{error.args[0]}",
    "literal_error": "must be {expected}, is {given}",
    "greater_than": "must be more than {gt}, is {given}",
    "greater_than_equal": "must be at least {ge}, is {given}",
    "less_than": "must be less than {lt}, is {given}",
    "less_than_equal": "must be at most {le}, is {given}",
    "string_pattern_mismatch": "is not in the right form: {given}",
    "string_too_short": "must not be empty",
    "too_short": "must not be empty",
    "int_type": "must be a whole number, is {given}",
    "finite_number": "must be a number, is {given}",
    "float_type": "must be a number, is {given}",
    "bool_type": "must be true or false, is {given}",
    "string_type": "must be text in quotes, is {given}",
    "path_type": "must be text in quotes, is {given}",
    "tuple_type": "must be a list in square brackets, is {given}",
    "model_type": "must be a section with settings of its own, is {given}",
}


def in_words(error: Any, raw: Mapping[str, Any], section: type[BaseModel]) -> str:
    """One error of a validation of `raw` against `section`, as a line."""
    keys: dict[str, FieldInfo] = {}
    key = ""
    for part in error["loc"]:
        if isinstance(part, str):
            key, keys = part, {field.alias or name: field for name, field in section.model_fields.items()}
            section = (key in keys and _section_in(keys[key].annotation)) or section
    words = _WORDS.get(error["type"], error["msg"].replace("{", "{{").replace("}", "}}"))
    if error["type"] == "extra_forbidden" and "token" in key.lower():
        words = "is not a setting: the token never stands in this file"
        example = "set MINSHENG_TOKEN, or MINSHENG_TOKEN_FILE, in the environment"
    elif error["type"] == "extra_forbidden":
        near = difflib.get_close_matches(key, keys, 1)
        hint = f"the nearest is {near[0]}" if near else f"known here: {', '.join(keys)}"
        words = f"is not a setting; {hint}"
        key = near[0] if near else next(iter(keys))
        example = _example(key, keys[key])
    else:
        # A validator may bring its own example, where the usual one would be wrong as well.
        own = error["ctx"]["error"].args[1:] if error["type"] == "value_error" else ()
        example = f"{key} = {as_toml(own[0])}" if own else _example(key, keys[key])
    reason = words.format(given=as_toml(error["input"], 60), **error.get("ctx", {}))
    return f"{_place(error['loc'], raw)}: {reason}. For example: {example}"


def _section_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_section_in, get_args(annotation))), None)


def _place(loc: Iterable[int | str], raw: Mapping[str, Any]) -> str:
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).lstrip(".")
    match list(loc):
        case ["departments", int(index), *_]:
            return f"{path} ({label_of(what_is_right_in(raw['departments'][index]), index)})"
    return path


def _example(key: str, field: FieldInfo) -> str:
    return f"{key} = {as_toml((field.examples or [field.default])[0])}"
