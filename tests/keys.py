"""Which texts the code names: whole keys, beginnings, and what may follow these."""

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from bot.core.case import EventKind, Outcome, Status
from bot.core.deadlines import Kind
from bot.core.errors import Refusal
from bot.core.followup import QUESTIONS
from bot.core.gate import Lack
from bot.core.menus import EVERY_COMMAND
from bot.core.moving import RETURN_REASONS
from bot.core.proposals import PROPOSED
from bot.core.queues import Tab
from bot.core.routes import ROUTES
from bot.core.routing import Rule
from bot.core.templates import OTHER, PURPOSES
from bot.core.workflow import Action
from bot.departments import LEVELS
from bot.handlers.order import (
    ANSWERS,  # with it every module that says something, and every Refusal, is loaded
)
from bot.service import describing
from bot.store.people import ROLES
from bot.texts import HOME
from bot.training import TOLD
from bot.views import card
from bot.views import help as help_view
from bot.views.actions import ACTIONS
from bot.views.acts import ACTS
from bot.views.content import _TOPICS
from bot.views.duty import SPANS
from bot.views.history import STEPS
from bot.views.learning import FIGURES, STAGES
from bot.views.staff import INTENTS
from bot.views.standing import TROUBLES
from tests.fluent import KEYS

BOT = HOME.parent
FILE_KINDS = ("photo", "video", "voice", "audio", "document")
DOMAIN_KEYS = {
    "就业": "domain-employment",
    "教育": "domain-education",
    "社保": "domain-social-security",
    "医疗": "domain-medical",
    "住房": "domain-housing",
    "养老": "domain-elderly",
    "食品安全": "domain-food-safety",
    "社会治安": "domain-public-safety",
}

PROMPTS = [purpose.removeprefix("prompt-") for purpose in ANSWERS]

# Keys that code puts together, f"status-{…}": what may follow the part that is written out.
ENDINGS: dict[str, Sequence[str]] = {
    "rule-": tuple(Rule),
    "route-urgent-": ("sure", "asked"),
    "dept-": ("new", "changing"),
    "dept-switch-": ("on", "off"),
    "help-": help_view.GROUPS,
    "button-help-": (*help_view.GROUPS, help_view.OWN),
    "dept-bad-": describing.MISFITS,
    "dept-level-": LEVELS,
    "dept-ask-": (*describing.WORDS, "new"),
    "dept-field-": describing.FIELDS,
    "dept-pick-": (*describing.PICKED, "heir"),
    "dept-saved-": ("new", "changed", "closed"),
    "action-": tuple(Action),
    "button-as-": INTENTS,
    "case-next-": tuple(Status),
    "command-": EVERY_COMMAND,
    "domain-": tuple(key.removeprefix("domain-") for key in DOMAIN_KEYS.values()),
    "button-follow-up-": QUESTIONS,
    "archive-": (
        "status",
        "domain",
        "office",
        "support",
        "handler",
        "filed",
        "answered",
        "outcome",
        "leader",
        "files",
    ),
    "history-": tuple(EventKind),
    "step-": STEPS,
    "file-": FILE_KINDS,
    "follow-up-": QUESTIONS,
    "gate-": tuple(Lack),
    "template-": tuple(
        f"{domain}-{purpose}"
        for domain in (*(key.removeprefix("domain-") for key in DOMAIN_KEYS.values()), OTHER)
        for purpose in PURPOSES
    ),
    "outcome-": tuple(Outcome),
    "preview-": ("ask", "correct", *INTENTS),
    "call-ask-": QUESTIONS,
    "call-over-": ("thanks", "why", "passed", "missed", "silent"),
    "clock-": tuple(kind for kind in Kind if kind not in (Kind.WAIT,)),
    "danger-": ("care", "now"),
    "page-citizen-": ("care", "now"),
    "button-away-": tuple(end for end, _ in SPANS),
    "small-": ("hello", "later", "thanks"),
    "which-": (),  # what the message that asks is for, not a text
    "did-": tuple(sorted(kind.value for kind in card.DID)),
    "do-": tuple(dict.fromkeys(verb for verb, _ in ACTIONS)),
    "placeholder-": ("reply", "ask", "correct", "summarise", "split", *PROMPTS),
    "prompt-": ("reply", "ask", "correct", "summarise", "split", *PROMPTS),
    "proposal-": tuple(PROPOSED),
    "tab-": tuple(Tab),
    "act-": ACTS,
    "button-staff-": ("role", "move", "add", "out"),
    "staff-which-": ("role", "move", "out"),
    "return-reason-": RETURN_REASONS,
    "route-": ROUTES,
    "route-how-": ROUTES,
    "rate-": ("contacted", "solved", "clear"),
    "role-": ROLES,
    "own-status-": tuple(Status),
    "status-": (*Status, *TROUBLES),
    "figure-": tuple(figure.replace("_", "-") for figure in FIGURES),
    "toast-model-": ("adopted", "discarded", "asked", "stopped"),
    "training-failed-": ("interrupted", "unknown", *TOLD),
    "training-stage-": STAGES,
    "type-": tuple(card.TYPES.values()),
    "topic-": tuple(_TOPICS.values()),
}


@cache
def modules() -> tuple[tuple[Path, ast.Module], ...]:
    paths = [p for p in sorted(BOT.rglob("*.py")) if not {"sandbox", "texts"} & set(p.relative_to(BOT).parts)]
    return tuple((p, ast.parse(p.read_text(encoding="utf-8"))) for p in paths)


def refusals(base: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for each in base.__subclasses__():
        if each.__module__.startswith("bot."):
            yield each
        yield from refusals(each)


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def literal(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


class Said:
    """What one reading of the code finds: whole keys, beginnings of keys, and names that messages have for us."""

    def __init__(self) -> None:
        self.literals: dict[str, Path] = {}
        self.spoken: dict[str, Path] = {}
        self.unmarked: set[str] = set()
        self.beginnings: dict[str, Path] = {}
        self.purposes: set[str] = set()
        for path, tree in modules():
            inside = {id(part) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for part in n.values}
            for node in ast.walk(tree):
                word = literal(node)
                if word is not None and id(node) not in inside:
                    self.literals[word] = path
                elif isinstance(node, ast.JoinedStr) and (start := literal(node.values[0])):
                    if re.fullmatch(r"[a-z]+-(?:[a-z_]+-)*", start):
                        self.beginnings[start] = path
                elif isinstance(node, ast.Call):
                    self._call(path, node)

    def _call(self, path: Path, node: ast.Call) -> None:
        name = called(node)
        # The fourth argument of say(tx, …) and Say(…) is what the message is for, which is no text.
        if name in ("say", "Say") and len(node.args) > 3 and (word := literal(node.args[3])):
            self.purposes.add(word)
        if name not in ("say", "plain", "has"):
            return
        for argument in node.args[:2]:
            for word in filter(None, map(literal, ast.walk(argument))):
                if re.fullmatch(r"[a-z]+(?:-[a-z_]+)*-?", word):
                    if not word.endswith("-"):
                        self.spoken[word] = path
                    if name == "plain":
                        self.unmarked.add(word)


@cache
def said() -> Said:
    return Said()


def composed() -> set[str]:
    return {start + end for start, ends in ENDINGS.items() for end in ends}


def unmarked() -> list[str]:
    """Keys whose text goes where no markup is: buttons, toasts, menus, file names, and words within sentences."""
    starts = tuple(word for word in said().unmarked if word.endswith("-"))
    by_code = said().unmarked | {key for key in composed() if key.startswith(starts)}
    by_kind = {key for key in KEYS if key.startswith(("button-", "toast-", "command-", "domain-"))}
    return sorted((by_code | by_kind | {r.key for r in refusals()}) & set(KEYS))
