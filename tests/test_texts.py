"""Every sentence in every language: the same keys and arguments, all of them said, all of them well formed."""

import ast
import html
import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor
from opencc import OpenCC

import bot.app  # with it every module that says something, and every Refusal, is loaded
from bot.core.case import EventKind, Outcome, Status
from bot.core.deadlines import Kind
from bot.core.errors import Refusal
from bot.core.followup import QUESTIONS
from bot.core.gate import Lack
from bot.core.masking import mask
from bot.core.menus import EVERY_COMMAND
from bot.core.moving import RETURN_REASONS
from bot.core.proposals import PROPOSED
from bot.core.queues import Tab
from bot.core.routes import ROUTES
from bot.core.routing import Rule
from bot.core.templates import OTHER, PURPOSES
from bot.core.workflow import Action
from bot.departments import DOMAINS, LEVELS
from bot.handlers.staff import STAFF_PURPOSES
from bot.service import dept
from bot.store.people import ROLES
from bot.texts import (
    HOME,
    LANGUAGES,
    OVERLAYS,
    Safe,
    TextError,
    _Texts,
    entries,
    has,
    language_for,
    plain,
    say,
    sources,
)
from bot.texts.hongkong import in_hong_kong
from bot.training import TOLD
from bot.views import card
from bot.views.actions import ACTIONS
from bot.views.acts import ACTS
from bot.views.content import _TOPICS
from bot.views.duty import SPANS
from bot.views.history import STEPS
from bot.views.learning import FIGURES, STAGES
from bot.views.staff import INTENTS
from bot.views.standing import TROUBLES
from tests.rows import each_row

BOT = HOME.parent
HOSTILE = '<b>&"'
ESCAPED = html.escape(HOSTILE, quote=False)
NUMBERS = (0, 1, 2, 1234)
BUTTON_LIMIT = 64
TOAST_LIMIT = 200
TAGS = {"a", "b", "blockquote", "code", "del", "em", "i", "ins", "pre", "s", "strong", "tg-spoiler", "u"}
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

PROMPTS = [purpose.removeprefix("prompt-") for purpose in bot.app.ANSWERS]

# Keys that code puts together, f"status-{…}": what may follow the part that is written out.
ENDINGS: dict[str, Sequence[str]] = {
    "rule-": tuple(Rule),
    "route-urgent-": ("sure", "asked"),
    "dept-": ("new", "changing"),
    "dept-bad-": dept.MISFITS,
    "dept-level-": LEVELS,
    "dept-ask-": (*dept.WORDS, "new"),
    "dept-field-": dept.FIELDS,
    "dept-pick-": (*dept.PICKED, "heir"),
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

# Look like keys and are none: kinds of clocks.
NO_KEYS = {"draft-remind", "draft-file", "follow-up", "dept-ask"}

# Become part of a message: an example to copy, an answer as it goes to the citizen.
WHOLE = {
    "caller-example", "knowledge-answer", "knowledge-example",
    "setup-config-made", "setup-config-wrong", "setup-link", "setup-run",
}  # fmt: skip

# Written, and not said yet.
NOT_YET = {"button-role", "command-invite", "command-status", "triage-desk"}

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

# What stands in a button, as long as it gets.
LONGEST: dict[str, Any] = {
    "number": "261121-100042",
    "headline": "字" * 24,
    "count": 20,
    "domain": "Social security",
    "role": "administrator",
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
EACH = [(language, key) for language in LANGUAGES for key in KEYS]
each_text = each_row(("language", "key"), EACH)


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


# --- what the code says


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


def test_every_act_that_is_noted_has_a_sentence() -> None:
    noted = re.compile(r'\bnote\(\s*tx,\s*[\w.]+,\s*"([\w-]+)"')
    kinds = {kind for path in BOT.rglob("*.py") for kind in noted.findall(path.read_text("utf-8"))}
    assert len(kinds) > 15 and not kinds - set(ACTS)


def test_every_text_that_the_code_names_exists() -> None:
    missing = {key: path.name for key, path in said().spoken.items() if key not in KEYS}
    assert not missing


def test_every_word_that_looks_like_a_text_is_one() -> None:
    families = {key.split("-")[0] for key in KEYS if "-" in key}
    strange = {
        word: path.name
        for word, path in said().literals.items()
        if re.fullmatch(r"[a-z]+(?:-[a-z_]+)+", word)
        and word.split("-")[0] in families
        and word not in KEYS
        and word not in said().purposes | STAFF_PURPOSES | NO_KEYS
    }
    assert not strange


def test_every_composed_text_exists() -> None:
    families = {key.split("-")[0] for key in KEYS if "-" in key}
    untold = {
        s: p.name for s, p in said().beginnings.items() if s.split("-")[0] in families and s not in ENDINGS
    }
    assert not untold, "say in ENDINGS what may follow"
    assert not composed() - set(KEYS)


def test_every_refusal_has_a_text() -> None:
    assert not {r.__name__: r.key for r in refusals() if r.key not in KEYS}


def test_every_text_is_said() -> None:
    used = set(said().literals) | composed() | {r.key for r in refusals()}
    unused = sorted(set(KEYS) - used - NOT_YET)
    assert not unused


def test_every_domain_has_its_official_name() -> None:
    assert tuple(DOMAIN_KEYS) == DOMAINS
    for domain, key in DOMAIN_KEYS.items():
        assert plain("zh-Hans", key) == domain


# --- the languages beside each other


@each_row("language", LANGUAGES)
def test_languages_have_the_same_texts(language: str) -> None:
    files = {p.name for p in (HOME / language).glob("*.ftl")}
    of_first = {p.name for p in (HOME / LANGUAGES[0]).glob("*.ftl")}
    if language in OVERLAYS:
        assert set(messages(language)) < set(KEYS)
        assert files <= of_first
    else:
        assert sorted(messages(language)) == KEYS
        assert files == of_first


@each_row("key", KEYS)
def test_languages_take_the_same_arguments(key: str) -> None:
    first = messages(LANGUAGES[0])[key]
    for language in LANGUAGES[1:]:
        if (other := messages(language).get(key)) is None:
            continue
        assert other.names == first.names, language
        assert other.choices == first.choices, language


def test_a_language_is_chosen_from_what_telegram_says() -> None:
    codes = {
        "zh": "zh-Hans",
        "zh-hans": "zh-Hans",
        "zh-CN": "zh-Hans",
        "zh-sg": "zh-Hans",
        "zh-hant": "zh-Hant",
        "zh-TW": "zh-Hant",
        "zh-Hant-TW": "zh-Hant",
        "zh_hk": "zh-HK",
        "zh-Hant-HK": "zh-HK",
        "zh-MO": "zh-HK",
        "en-GB": "en",
        "de": "en",
        None: "zh-Hans",
        "": "zh-Hans",
    }
    assert {code: language_for(code) for code in codes} == codes
    assert language_for(None, "en") == "en"


# --- traditional characters

TRADITIONAL = ("zh-Hant", "zh-HK")
# What OpenCC would write in another way, and Taiwan and Hong Kong write so all the same.
AS_WELL = set("群雇准台")
# The mainland's officialese, as it looks when only the characters are converted; “|” stands for or.
MAINLAND = re.compile(
    "(?<!分)派單|回訪|催辦|督辦|掛賬|掛帳|銷號|並單(?!獨)|拆單|待辦件|信息|視頻|短信|鏈接|私聊|質量|默認|反饋|"
    "領導|首問|聯系|軟件|數據|屏幕|打印|小區|物業公司|居委|街道|[“”‘’]"
)
_to_traditional = OpenCC("s2t")


def simplified_in(text: str) -> str:
    """The characters of a text that are simplified ones, by themselves and where they stand."""
    pairs = zip(text, _to_traditional.convert(text), strict=True)
    return "".join(c for c, d in pairs if c != d and c != _to_traditional.convert(c) and c not in AS_WELL)


def test_simplified_characters_and_officialese_are_noticed() -> None:
    assert simplified_in("陈情、簡讯") == "陈讯"
    assert simplified_in("陳情、簡訊、才、里程") == ""
    assert MAINLAND.search("等候派單")


# Administration and everyday words that are only Taiwan's.
TAIWAN = re.compile(
    "陳情|檢舉|展延|稽催|承辦|簽收|轉辦|民眾|單位|案件|本案|案卷|列管|協辦|併案|拆案|辦結|結案|簡訊|櫃檯|大頭貼|員警|"
    "國定假日|補班|行事曆|網路|訴願|政風|罰鍰|裁罰|給付|加保|建商|契約|薪資|電梯|末四碼|公所|身分|計畫|管道|最晚|[裡著]"
)


def test_hong_kong_hears_no_word_that_is_only_taiwans() -> None:
    said = {key: entry for source in sources("zh-HK") for key, entry in entries(source).items()}
    assert sorted(said) == KEYS
    assert not {key: found[0] for key, entry in said.items() if (found := TAIWAN.search(entry))}
    made = {
        key: entry for source in sources("zh-Hant") for key, entry in entries(in_hong_kong(source)).items()
    }
    superfluous = [key for key in messages("zh-HK") if said[key].strip() == made[key].strip()]
    assert not superfluous, "bot/texts/hongkong.py makes these already"


# --- each text by itself


class Markup(HTMLParser):
    """Telegram's HTML, read strictly."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        assert [name for name, _ in attrs] == (["href"] if tag == "a" else []), attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        assert "<" not in data
        assert "&" not in data
        self.words += data

    def handle_entityref(self, name: str) -> None:
        assert name in ("lt", "gt", "amp", "quot"), name
        self.words += html.unescape(f"&{name};")


@each_row(
    "text",
    ["<b>x", "x</b>", "<b><i>x</b></i>", "<p>x</p>", '<b class="y">x</b>', "1 < 2", "a & b", "a&nbsp;b"],
)
def test_bad_markup_is_noticed(text: str) -> None:
    with pytest.raises(AssertionError):
        Markup(text)


@each_text
def test_text_is_well_formed_whatever_stands_in_it(language: str, key: str) -> None:
    for args in samples(key, HOSTILE):
        text = say(language, key, **args)
        assert HOSTILE not in text
        markup = Markup(text)
        assert markup.words.strip(), args
        assert markup.words.count(HOSTILE) == text.count(ESCAPED)
        assert markup.words == html.unescape(re.sub(r"<[^>]*>", "", text))


@each_text
def test_text_says_what_it_was_given(language: str, key: str) -> None:
    """No argument is lost in every variant; what only chooses between variants need not appear."""
    here = variables(language, key)
    for name in here.names - set(here.choices):
        given = [(args[name], plain(language, key, **args)) for args in samples(key, f"⟨{name}⟩")]
        assert any((f"{value:,}" if isinstance(value, int) else value) in text for value, text in given), name


@each_text
def test_text_is_tidy(language: str, key: str) -> None:
    for args in samples(key, "x"):
        text = plain(language, key, **args)
        assert text == text.strip(), args
        assert not re.search(r"  |\n\n\n|\t| \n", text), args
        if language in TRADITIONAL:
            assert simplified_in(text) == "", text
            assert not MAINLAND.search(text), text
        assert not re.search(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]", text), "direction marks"
        assert not re.search(r"[!！]", text), "no exclamation marks"
        if language.startswith("zh"):
            assert not re.search(
                r"(?<=[\u4e00-\u9fff])([,;:?]|\.(?!(?:txt|html)\b))|[,.;:?](?=[\u4e00-\u9fff])", text
            ), "half-width"
            assert not re.search(r"[。，；：？]{2}| [。，；：？、]|[。，；？、] ", text), "punctuation"
        else:
            assert not re.search(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uff60]", text), "Chinese within English"
            assert not re.search(r"[.,;:]{2}| [.,;:?](?!\w)", text), "punctuation"


@each_row("key", unmarked())
@each_row("language", LANGUAGES)
def test_plain_text_has_no_markup(language: str, key: str) -> None:
    for args in samples(key, "x"):
        text = plain(language, key, **args)
        assert not re.search(r"[<>&]", text)
        assert "\n" not in text or key in WHOLE


@each_text
def test_buttons_toasts_and_menus_are_short(language: str, key: str) -> None:
    args = {name: LONGEST.get(name, "字" * 20) for name in variables(language, key).names}
    if key.startswith("button-"):
        assert len(plain(language, key, **args)) <= BUTTON_LIMIT
    elif key.startswith("command-"):
        assert len(plain(language, key)) <= 32
    elif key.startswith("toast-") or key in {r.key for r in refusals()} - {"refused-no-such-department"}:
        args |= dict.fromkeys(args.keys() & COUNTS, 3500)
        assert len(plain(language, key, **args)) <= TOAST_LIMIT


# --- how texts are made


@each_row("path", sorted(HOME.rglob("*.ftl")))
def test_the_quick_scan_finds_what_the_parser_finds(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    found = entries(source)
    parsed = [e for e in FluentParser().parse(source).body if isinstance(e, (ftl.Message, ftl.Term))]
    assert list(found) == ["-" * isinstance(e, ftl.Term) + e.id.name for e in parsed]
    for entry, text in zip(parsed, found.values(), strict=True):
        (alone,) = FluentParser().parse(text).body
        assert alone.equals(entry, ["span", "comment"])


def test_the_quick_scan_keeps_to_the_grammar() -> None:
    source = (
        "# a = comment\n\nfirst = One\n    two = three\n\n    four\n-term = T\n    .attr = x\n"
        "## group\nlast =\n    { $n ->\n        [one] { -term } { first }\n       *[other] { first }\n}\n"
    )
    found = entries(source)
    assert list(found) == ["first", "-term", "last"]
    assert found["first"].endswith("four\n")
    assert found["last"].endswith("}\n")


def test_a_text_that_names_others_brings_them_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "a.ftl").write_text("all = { -desk } and {inner}\n-desk = the { name }\n")
    (tmp_path / "en" / "b.ftl").write_text(
        "inner = { $n ->\n [one] one\n*[other] { name }s\n }\nname = desk\n"
    )
    monkeypatch.setattr("bot.texts.HOME", tmp_path)
    monkeypatch.setattr("bot.texts._texts", cache(_Texts))
    assert plain("en", "all", n=2) == "the desk and desks"
    assert has("en", "name")
    assert not has("en", "-desk-x")


def test_arguments_are_escaped_but_for_those_that_are_markup_already() -> None:
    assert say("en", "plain-text", text=HOSTILE) == ESCAPED
    assert say("en", "plain-text", text=Safe("<i>x</i>")) == "<i>x</i>"
    assert plain("en", "plain-text", text=HOSTILE) == HOSTILE
    assert isinstance(say("en", "plain-text", text="x"), Safe)


def test_what_is_missing_is_a_fault() -> None:
    with pytest.raises(TextError):
        say("en", "no-such-text")
    with pytest.raises(TextError):
        say("en", "plain-text")
    assert has("en", "plain-text")
    assert not has("en", "no-such-text")


def test_an_unknown_language_gets_the_fallback() -> None:
    assert plain("xx", "toast-done") == plain("zh-Hans", "toast-done")


@each_row("language", LANGUAGES)
def test_a_place_is_not_taken_for_a_phone_number(language: str) -> None:
    at = {"latitude": "31.23041", "longitude": "-121.47370"}
    for text in (
        plain(language, "located", **at),
        plain(language, "located-at", title="店", address="路 8 号", **at),
    ):
        assert mask(text + "\n5 号楼") == text + "\n5 号楼"
