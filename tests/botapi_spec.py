"""Holds objects and requests against the machine-readable Bot API, where that file is present."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

SPEC_PATH = Path(__file__).parents[2] / "shared/spec/bot_api.json"
MISSING = "Bot API spec not present"


def present() -> bool:
    return SPEC_PATH.is_file()


@functools.cache
def spec() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(SPEC_PATH.read_text(encoding="utf-8"))
    return loaded


@functools.cache
def _fields(kind: str, name: str) -> dict[str, Any]:
    return {field["name"]: field for field in spec()[kind][name].get("fields") or []}


def validate(type_name: str, value: Any) -> list[str]:
    """What is wrong with this value as an object of this type; an empty list if nothing is."""
    return _check([type_name], value, type_name)


def validate_result(method: str, value: Any) -> list[str]:
    return _check(spec()["methods"][method]["returns"], value, method)


def validate_request(method: str, params: dict[str, Any]) -> list[str]:
    """What is wrong with these parameters; nested values may be JSON text, as in a form."""
    if method not in spec()["methods"]:
        return [f"{method}: no such method"]
    fields = _fields("methods", method)
    required = [name for name, field in fields.items() if field["required"]]
    problems = [f"{method}: {name} is missing" for name in required if name not in params]
    for name, value in params.items():
        if name not in fields:
            # A file that another parameter names with attach:// is a part of the form, not a parameter.
            if f"attach://{name}" not in json.dumps(params, default=str):
                problems.append(f"{method}: no parameter {name}")
            continue
        problems += _check(fields[name]["types"], value, f"{method}.{name}", form=True)
    return problems


def _check(types: list[str], value: Any, path: str, *, form: bool = False) -> list[str]:
    """The value fits one of the types; if none, what is wrong by the type that came nearest."""
    if "InaccessibleMessage" in types and isinstance(value, dict) and value.get("date") == 0:
        types = ["InaccessibleMessage"]
    attempts = [_check_one(name, value, path, form=form) for name in types]
    return min(attempts, key=len)


def _check_one(name: str, value: Any, path: str, *, form: bool) -> list[str]:
    if name.startswith("Array of "):
        value = _decoded(value) if form else value
        if not isinstance(value, list):
            return [f"{path}: {value!r} is not an array"] * 2
        inner = name.removeprefix("Array of ")
        problems = []
        for index, item in enumerate(value):
            problems += _check_one(inner, item, f"{path}[{index}]", form=False)
        return problems
    if name in _SIMPLE:
        return [] if _SIMPLE[name](value, form) else [f"{path}: {value!r} is not {name}"]
    return _check_object(name, value, path, form=form)


def _check_object(name: str, value: Any, path: str, *, form: bool) -> list[str]:
    described = spec()["types"][name]
    if name == "InputFile":
        return [] if isinstance(value, str) else [f"{path}: {value!r} is not a file"]
    if described.get("subtypes"):
        return _check(described["subtypes"], value, path, form=form)
    value = _decoded(value) if form else value
    if not isinstance(value, dict):
        return [f"{path}: {value!r} is not {name}"] * 2
    fields = _fields("types", name)
    required = [key for key, field in fields.items() if field["required"]]
    problems = [f"{path}: {key} of {name} is missing" for key in required if key not in value]
    for key, item in value.items():
        if key not in fields:
            problems.append(f"{path}: {name} has no {key}")
        else:
            problems += _check(fields[key]["types"], item, f"{path}.{key}")
            problems += _check_constant(fields[key], item, f"{path}.{key}")
    return problems


def _check_constant(field: dict[str, Any], value: Any, path: str) -> list[str]:
    """Discriminators such as ChatMember's status are described only in words: `always "member"`."""
    if field["name"] not in {"type", "status", "source"} or field["types"] != ["String"]:
        return []
    found = re.search(r'(?:always|must be) ["“*]?(\w+)', field["description"])
    if not found or value == found.group(1):
        return []
    return [f"{path}: {value!r} is not {found.group(1)!r}"]


def _decoded(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _is_integer(value: Any, form: bool) -> bool:
    if form and isinstance(value, str):
        return value.lstrip("-").isdigit()
    return isinstance(value, int) and not isinstance(value, bool)


def _is_float(value: Any, form: bool) -> bool:
    if form and isinstance(value, str):
        try:
            float(value)
        except ValueError:
            return False
        return True
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_boolean(value: Any, form: bool) -> bool:
    return isinstance(value, bool) or (form and value in {"true", "false", "True", "False"})


_SIMPLE: dict[str, Callable[[Any, bool], bool]] = {
    "Integer": _is_integer,
    "Float": _is_float,
    "Boolean": _is_boolean,
    "True": lambda value, form: value is True or (form and value == "true"),
    "String": lambda value, _: isinstance(value, str),
}
