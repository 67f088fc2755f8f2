"""Every sentence in every language: the same keys and arguments, all of them said, all of them well formed."""

import html
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from opencc import OpenCC

from bot.core.masking import mask
from bot.departments import DOMAINS
from bot.handlers.staff import STAFF_PURPOSES
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
from bot.views.acts import ACTS
from tests.fluent import COUNTS, KEYS, messages, samples, variables
from tests.keys import BOT, DOMAIN_KEYS, ENDINGS, composed, refusals, said, unmarked
from tests.rows import each_row

HOSTILE = '<b>&"'
ESCAPED = html.escape(HOSTILE, quote=False)
BUTTON_LIMIT = 64
TOAST_LIMIT = 200
TAGS = {"a", "b", "blockquote", "code", "del", "em", "i", "ins", "pre", "s", "strong", "tg-spoiler", "u"}

# Look like keys and are none: kinds of clocks.
NO_KEYS = {"draft-remind", "draft-file", "follow-up", "dept-ask", "proposal-sealed", "proposal-over"}

# Become part of a message: an example to copy, an answer as it goes to the citizen.
WHOLE = {
    "caller-example", "knowledge-answer", "knowledge-example",
    "setup-config-made", "setup-config-wrong", "setup-link", "setup-run",
}  # fmt: skip

# What stands in a button, as long as it gets.
LONGEST: dict[str, Any] = {
    "number": "261121-100042",
    "headline": "字" * 24,
    "count": 20,
    "domain": "Social security",
    "role": "administrator",
}
EACH = [(language, key) for language in LANGUAGES for key in KEYS]
each_text = each_row(("language", "key"), EACH)

# --- what the code says


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
    unused = sorted(set(KEYS) - used)
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
