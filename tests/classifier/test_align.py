"""Every character of a normalised text leads back to where it was written, or nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier import corpus
from classifier.align import NOWHERE, align
from classifier.features import count
from classifier.normalise import HEAD, TAIL, normalise
from classifier.occurrences import occurrences, places
from classifier.predict import Classifier
from classifier.tokens import Engine, cutter, runs
from tests.rows import each_row

HOSTILE = {
    "nothing": "",
    "half a surrogate": "拖\ud800欠工\udfff资",
    "a pair of halves": "\ud83d\ude21工资",
    "emoji": "😡👨‍👩‍👧🇨🇳工资",
    "ligatures": "ﬁﬂ老板ﬃ拖欠",
    "eighteen for one": "工\ufdfa资\ufdfa" * 3,
    "squared company": "㍿拖欠㈱工资㍻",
    "marks": "e\u0301a\u0323\u0301\u0308老板\u0301拖欠",
    "marks alone": "\u0301\u0302\u0323" * 50,
    "reordered marks": "a\u0301\u0323工资",
    "Hangul in parts": "\u1100\u1161\u11a8工资\u1112\u1161\u11ab",
    "halfwidth kana": "ｶﾞｷﾞ工资ﾊﾟ",
    "compatibility ideographs": "\uf900\ufa0e工\U0002f800资",
    "traditional": "老闆拖欠工資，醫院亂收費",
    "full width": "ＡＢＣ１２３，工资",
    "invisible": "拖\u200b欠\u202e工\u2066资\ufeff",
    "control": "\x00工\x07资\x1b[31m",
    "capital that grows": "İİ工资İ",
    "final sigma": "ΟΔΟΣ ΟΔΟΣ工资",
    "numbers": "欠我２３，６００元，电话13812345678，身份证430102199001011234，打12345",
    "links": "见https://example.com/a?b=1，写a.b@example.com工资",
    "greetings": "尊敬的领导您好：A3区某某镇拖欠工资，盼回复，谢谢",
    "lines": "第一行\n\n第二行\r\n\t第三行",
}


def check(text: str) -> None:
    found = align(text)
    assert found.text == normalise(text)
    assert len(found.spans) == len(found.text)
    for start, end in found.spans:
        assert (start, end) == NOWHERE or 0 <= start < end <= len(text)
    starts = [start for start, _ in found.spans if start >= 0]
    assert starts == sorted(starts)


@each_row("text", HOSTILE.values())
def test_hostile_texts(text: str) -> None:
    check(text)
    check(text * 400)


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text(text: str) -> None:
    check(text)
    check(f"拖欠工资{text}医院收费")


def test_nothing_of_the_corpus_is_lost() -> None:
    placed = {"0", " ", *"url", *"tel", *"idno"}
    for row in corpus.load()[::30]:
        found = align(row.text)
        assert found.text == normalise(row.text)
        for char, span in zip(found.text, found.spans, strict=True):
            assert span != NOWHERE or char in placed


def test_characters_lead_to_what_was_written() -> None:
    text = "老闆欠我２３６００元，打１２３４５"
    found = align(text)
    written = {char: text[slice(*span)] for char, span in zip(found.text, found.spans, strict=True)}
    assert written["板"] == "闆"
    assert written["1"] == "１"  # a hotline stays
    assert found.spans[found.text.index("0")] == NOWHERE


def test_the_end_of_a_long_text_leads_to_its_end() -> None:
    text = "头" * 50_000 + "尾" * 50_000
    found = align(text)
    assert found.spans[0] == (0, 1)
    assert found.spans[HEAD] == NOWHERE
    assert found.spans[-1] == (len(text) - 1, len(text))
    assert found.spans[-TAIL] == (len(text) - TAIL, len(text) - TAIL + 1)


@each_row("engine", ["rjieba", "jieba"])
def test_tokens_lie_where_the_engine_took_them(engine: Engine) -> None:
    pytest.importorskip(engine)
    cut = cutter(engine)
    for row in corpus.load()[::150]:
        for run in runs(normalise(row.text)):
            tokens = cut(run)
            spans, words = places(run, tokens)
            assert [run[start:end] for start, end in spans] == tokens
            assert "".join(run[start:end] for start, end in words) == run


@each_row(
    ("run", "tokens", "spans"),
    [
        ("工资工资单", ["工资", "工资", "工资单"], [(0, 2), (2, 4), (2, 5)]),
        ("中华人民", ["中华", "华人", "人民", "中华人民"], [(0, 2), (1, 3), (2, 4), (0, 4)]),
        ("哈哈哈哈", ["哈哈", "哈哈", "哈哈", "哈哈哈", "哈哈哈", "哈哈哈哈"], [(0, 2), (1, 3), (2, 4), (0, 3), (1, 4), (0, 4)]),
        ("不合", ["别的"], [(0, 2)]),
        ("", [], []),
    ],
)  # fmt: skip
def test_parts_of_long_words(run: str, tokens: list[str], spans: list[tuple[int, int]]) -> None:
    assert places(run, tokens)[0] == spans


def test_occurrences_are_what_is_counted(shipped: Classifier) -> None:
    for row in corpus.load()[::100]:
        words, chars = count(row.title, row.text, shipped.cut)
        found = occurrences(row.title, row.text, shipped.cut)
        for counted, placed in ((words, found.words), (chars, found.chars)):
            again: dict[str, int] = {}
            for term, start, end, times in placed:
                assert 0 <= start < end <= found.length
                again[term] = again.get(term, 0) + times
            assert again == {term: number for term, number in counted.items() if term[0] != "#"}
