"""Counting in arrays gives what serving gives, message by message."""

from __future__ import annotations

import numpy as np
import pytest

from classifier import corpus, counting, reading
from classifier.counting import Documents
from classifier.features import count
from classifier.near import grams
from classifier.normalise import normalise
from classifier.reading import join, read, read_all
from classifier.tokens import cutter, default_engine

ODD = ["", " ", "\U00020000𠮷野家", "?!……", "\ud800工资", "a1b2", "着火了救命", "水", "好" * 6_000]


def test_the_same_vectors_as_in_serving() -> None:
    engine = default_engine()
    messages = [(row.title, row.text) for row in corpus.load()[::20]]
    messages += [(None, text) for text in ODD] * 2 + [("着火了", "快来"), ("着火了", "快来救命")]
    documents = Documents.of(join([read(messages[:50], engine), read(messages[50:], engine)]))
    vocabulary = documents.fit(np.ones(len(messages), dtype=bool))
    vectors = documents.matrix(vocabulary, np.arange(len(documents.owner)))
    parts = [part for part in messages if part[0]]
    alone: list[tuple[str | None, str]] = [(None, title or "") for title, _ in parts]
    texts: list[tuple[str | None, str]] = [(None, text) for _, text in parts]
    assert vectors.shape[0] == len(messages) + 2 * len(parts)
    cut = cutter(engine)
    for number, (title, text) in enumerate([*messages, *alone, *texts]):
        columns, values = vocabulary.features.vector(count(title, text, cut))
        mine = vectors[number]
        order = np.argsort(columns)
        assert mine.indices.tolist() == columns[order].tolist()
        assert mine.data == pytest.approx(values[order], abs=1e-6)


def test_terms_of_one_message_alone_are_left_out_and_the_rarest_where_there_are_too_many() -> None:
    said = [(None, "水管漏水"), (None, "水管破裂"), (None, "水管"), (None, "花")]
    documents = Documents.of(read(said, default_engine()))
    everything = np.ones(len(said), dtype=bool)
    assert "花" not in documents.char_terms
    assert documents.char_terms == ["水", "水管", "管"]
    assert documents.fit(everything, most=1).features.size == 0
    assert documents.fit(everything).features.size == len(documents.char_terms) + len(documents.word_terms)
    assert documents.fit(np.array([True, False, False, True])).features.size == 0


def test_two_processes_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    messages = [(row.title, row.text) for row in corpus.load()[:60]]
    monkeypatch.setattr(reading, "CHUNK", 20)
    shares: list[float] = []
    one = read_all(messages, default_engine(), shares.append)
    assert shares == [1 / 3, 2 / 3, 1]
    monkeypatch.setattr(reading, "TWO_PROCESSES", 1)
    two = read_all(messages, default_engine())
    assert one.table == two.table
    assert (one.words.flat == two.words.flat).all()
    assert (one.chars.flat == two.chars.flat).all()
    assert all((a == b).all() for a, b in zip(one.grams, two.grams, strict=True))


def test_one_process_does_it_where_there_are_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object) -> None:
        raise OSError("Resource temporarily unavailable")

    monkeypatch.setattr(reading, "TWO_PROCESSES", 1)
    monkeypatch.setattr(reading, "ProcessPoolExecutor", none_left)
    assert read_all([(None, "停水"), ("路灯", "坏了")], default_engine()).titled.tolist() == [False, True]


def test_nothing_to_read() -> None:
    documents = Documents.of(read_all([], default_engine()))
    assert documents.words.shape == (0, 0)


def test_small_blocks_count_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    found = read([(row.title, row.text) for row in corpus.load()[:50]], default_engine())
    whole = Documents.of(found)
    monkeypatch.setattr(counting, "BLOCK", 7)
    pieces = Documents.of(found)
    assert whole.word_terms == pieces.word_terms
    assert (whole.words != pieces.words).nnz == 0
    assert (whole.chars != pieces.chars).nnz == 0


def test_grams_of_short_and_spaced_texts() -> None:
    assert len(grams("")) == len(grams("停水")) == 1
    assert grams("停 水 了 怎 么 办").tolist() == grams("停水了怎么办").tolist()
    assert len(grams(normalise("停水了怎么办"))) == 2
