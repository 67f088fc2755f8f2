"""The folders of languages as the tests read them: each message, its arguments, and samples of these."""

import itertools
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.texts import HOME, LANGUAGES, OVERLAYS

NUMBERS = (0, 1, 2, 1234)

# What takes the place of a number in a sentence; everything else comes as words.
COUNTS = {
    "awaiting",
    "count",
    "dead",
    "dispatched",
    "failed",
    "hours",
    "in_progress",
    "inbox",
    "length",
    "limit",
    "minutes",
    "nth",
    "outbox",
    "percent",
    "resolved",
    "triage",
}


class Variables(Visitor):  # type: ignore[misc, unused-ignore]
    """The $variables of a message, and the words that its selectors tell apart. Plurals are each language's own."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.choices: dict[str, set[str]] = {}

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:
        words = {v.key.name for v in node.variants if isinstance(v.key, ftl.Identifier)}
        if words - {"zero", "one", "two", "few", "many", "other"}:
            assert isinstance(node.selector, ftl.VariableReference)
            self.choices.setdefault(node.selector.id.name, set()).update(words)
        self.generic_visit(node)


@cache
def messages(language: str) -> dict[str, Variables]:
    """All that stands in the folder of a language: of an overlay what is said differently there."""
    found: dict[str, Variables] = {}
    for path in sorted((HOME / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{path.name}: {entry.id.name} stands twice"
                assert not entry.attributes, entry.id.name
                found[entry.id.name] = Variables()
                found[entry.id.name].visit(entry)
    return found


def variables(language: str, key: str) -> Variables:
    return messages(language).get(key) or messages(OVERLAYS[language])[key]


KEYS = sorted(messages(LANGUAGES[0]))


def samples(key: str, words: str) -> Iterator[dict[str, Any]]:
    """Arguments that lead through every variant of a message; free words are `words`."""
    variables = messages(LANGUAGES[0])[key]
    options: dict[str, Sequence[Any]] = {}
    for name in sorted(variables.names | messages("en")[key].names):
        if name in variables.choices:
            options[name] = [*sorted(variables.choices[name]), words]
        else:
            options[name] = NUMBERS if name in COUNTS else (words,)
    if len([name for name in options if name in COUNTS]) > 1:
        options = {name: values[-1:] if name in COUNTS else values for name, values in options.items()}
    for values in itertools.product(*options.values()):
        yield dict(zip(options, values, strict=True))
