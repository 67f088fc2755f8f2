"""Stories told again in another language, for docs/transcripts (make transcripts).

Tests press and look for Simplified Chinese words. The first telling notes which button and which message that was;
the next ones, with another language for everybody, take the same. What a test asserts is done but not held against
it: other words are heard now, and `make test` has held it.
"""

import ast
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from bot.texts.script import in_script_of

NOTES = os.environ.get("MINSHENG_STORY_NOTES")  # a folder; without it nothing is noted or told again
LANGUAGE = os.environ.get("MINSHENG_STORY_LANGUAGE", "zh-Hans")
AGAIN = NOTES is not None and LANGUAGE != "zh-Hans"
_CODES = {"zh-Hans": "zh-hans", "zh-Hant": "zh-hant", "en": "en"}

_noted: dict[str, dict[str, list[Any]]] = {}
_taken: Counter[str] = Counter()


def _story() -> str:
    return os.environ["PYTEST_CURRENT_TEST"].split(" ")[0].replace("/", "-")


def _path(story: str) -> Path:
    return Path(NOTES or "") / f"{story}.json"


def note(key: str, value: Any) -> None:
    """What a test found in the first telling."""
    if NOTES is None or AGAIN:
        return
    story = _story()
    notes = _noted.setdefault(story, {})
    notes.setdefault(key, []).append(value)
    _path(story).write_text(json.dumps(notes, ensure_ascii=False), encoding="utf-8")


def noted(key: str) -> Any:
    """The same in a later telling."""
    story = _story()
    if story not in _noted:
        _noted[story] = json.loads(_path(story).read_text(encoding="utf-8"))
    at = f"{story}|{key}"
    _taken[at] += 1
    return _noted[story][key][_taken[at] - 1]


def typed(text: str) -> str:
    """What people type, and their names: in the characters of the telling."""
    return in_script_of("zh-Hant", text) if LANGUAGE == "zh-Hant" else text


def code(language: str) -> str:
    """Whoever speaks what is usual here speaks the language of the telling."""
    return _CODES[LANGUAGE] if language == "zh-hans" else language


def shape(data: str) -> str:
    """A button's data without what is drawn by lot: the name of a draft, a place's code."""
    return re.sub(r"(?<=:)([0-9a-f]{8}|[0-9A-Z]{8})(?=:|$)", "#", data)


_TOLERATED = "(AssertionError, LookupError, ValueError, StopIteration, AttributeError, TypeError, NameError)"


def _tolerant(statement: ast.stmt) -> ast.Try:
    errors = ast.parse(_TOLERATED, mode="eval").body
    return ast.Try([statement], [ast.ExceptHandler(errors, None, [ast.Pass()])], [], [])


class _Unheld(ast.NodeTransformer):
    """What is asserted, or taken from a text to be asserted, may come to nothing; what people do may not."""

    def visit_Assert(self, node: ast.Assert) -> ast.AST:
        return _tolerant(ast.Expr(node.test))

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        acts = any(isinstance(each, ast.Await) for each in ast.walk(node))
        return node if acts or node.col_offset == 0 else _tolerant(node)


class _Loader(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        tree = _Unheld().visit(ast.parse(self.get_data(self.path), self.path))
        code: CodeType = compile(ast.fix_missing_locations(tree), self.path, "exec", dont_inherit=True)
        return code


class _Finder(PathFinder):
    @classmethod
    def find_spec(
        cls, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = super().find_spec(fullname, path, target)
        if spec is None or not fullname.startswith("tests.journeys.test_"):
            return None
        spec.loader = _Loader(fullname, str(spec.origin))
        return spec


if NOTES is not None:
    sys.meta_path.insert(0, _Finder)
