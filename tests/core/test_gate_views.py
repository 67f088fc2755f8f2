"""The gate's warnings as a clerk reads them, and templates in the office's words."""

import re
from datetime import date
from pathlib import Path

from bot.core.case import Outcome
from bot.core.gate import SHOWN, Finding, Lack, findings
from bot.views.content import Voice
from bot.views.gate import templates, warnings
from tests import factories

TODAY = date(2026, 11, 22)


def test_nothing_missing_is_nothing_said(tmp_path: Path) -> None:
    assert warnings(Voice(factories.settings(tmp_path), "zh-Hans"), []) is None


def test_the_weightiest_are_shown_with_their_words(tmp_path: Path) -> None:
    reply = "<b>我局高度重视，尽快处理，争取早日完工〔什么〕。"
    found = findings(reply, Outcome.SOLVED, today=TODAY, office_phone=False)
    assert len(found) > SHOWN
    told = warnings(Voice(factories.settings(tmp_path), "zh-Hans"), found)
    assert told is not None
    assert told.splitlines() == [
        "发出前请看一眼（可以照样发）：",
        "⚠️ 还有空没有填：〔什么〕。",
        "⚠️ 写了“尽快、争取、早日”，没有日期：市民不知道要等到哪天。",
        "⚠️ 没写办成了什么。请写上查到了什么、怎么处理的。",
    ]


def test_what_a_clerk_wrote_is_no_markup(tmp_path: Path) -> None:
    told = warnings(Voice(factories.settings(tmp_path), "en"), findings("〔<b>〕", None, today=TODAY))
    assert told is not None
    assert "〔&lt;b&gt;〕" in told
    assert "<b>" not in told


def test_every_lack_is_said_in_every_language(tmp_path: Path) -> None:
    for language in ("zh-Hans", "en"):
        voice = Voice(factories.settings(tmp_path), language)
        said = {warnings(voice, [Finding(lack, ("尽快",))]) for lack in Lack}
        assert len(said) == len(Lack)


def test_templates_are_those_of_the_domain_and_the_general_one(tmp_path: Path) -> None:
    voice = Voice(factories.settings(tmp_path), "zh-Hans")
    given = {"number": "261121-0042", "office": "市住建局", "date": "12月5日"}
    housing, general = templates(voice, "住房", "solved", **given)
    assert "电梯" in housing
    assert "电梯" not in general
    assert (
        templates(voice, None, "solved", **given) == templates(voice, "其他", "solved", **given) == (general,)
    )
    for text in templates(voice, "食品安全", None, **given):
        assert "261121-0042" in text and "市住建局" in text and "12月5日" in text
        assert re.search("〔[^〕]+〕", text)
