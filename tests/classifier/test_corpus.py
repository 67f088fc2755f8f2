"""The corpus as it is, and every way in which a corpus can be refused."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from classifier import corpus
from classifier.errors import CorpusError
from classifier.evaluate import read
from classifier.labels import FILES, KINDS, LABELS, TOPICS

SAYINGS = {
    "就业": "厂里三个月没有发工资了",
    "教育": "小学老师打了我家孩子",
    "社保": "父亲的退休金少算六年工龄",
    "医疗": "医院急诊等了两个钟头没人看",
    "住房": "电梯坏了十天物业不修",
    "养老": "敬老院冬天没有取暖",
    "食品安全": "超市卖过期酸奶给小孩",
    "社会治安": "楼下棋牌室通宵赌博",
    "其他": "村口的路全是坑没法走",
}


def write(directory: Path, **extra: Any) -> Path:
    """A corpus of one row a label; `extra` maps a file's stem to lines that are added to it."""
    for label, name in FILES.items():
        lines = [json.dumps({"text": SAYINGS[label], "domain": label}, ensure_ascii=False)]
        lines += extra.get(Path(name).stem, [])
        (directory / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return directory


def line(**fields: Any) -> str:
    return json.dumps({"text": "想问问办理流程是怎样的", "domain": "就业"} | fields, ensure_ascii=False)


def test_shipped_corpus_is_sound_and_covers_every_label() -> None:
    rows = corpus.load()
    numbers = Counter(row.domain for row in rows)
    assert set(numbers) == set(LABELS)
    assert min(numbers.values()) >= 200
    assert numbers["其他"] == max(numbers.values())
    assert {row.kind for row in rows} == set(KINDS)
    assert sum(row.urgent is True for row in rows) >= 200
    assert sum(row.near for row in rows) >= 100
    assert all(row.urgent is not None for row in rows)


def test_every_topic_has_messages_and_few_have_none() -> None:
    rows = corpus.load()
    topics = Counter(row.topic for row in rows)
    assert all(topics[topic] >= 15 for listed in TOPICS.values() for topic in listed)
    without = [row for row in rows if row.topic is None]
    assert all(row.domain == "其他" for row in without)
    assert len(without) < 50, "greetings, and the rare matter of no listed office"


def test_a_tenth_of_every_label_is_kept_back() -> None:
    rows = corpus.load()
    learnt, frozen = corpus.split(rows)
    assert sorted(row.where for row in learnt + frozen) == sorted(row.where for row in rows)
    whole, kept = Counter(row.domain for row in rows), Counter(row.domain for row in frozen)
    assert all(0.07 <= kept[label] / whole[label] <= 0.14 for label in LABELS)


def test_what_is_kept_back_depends_on_the_text_alone(tmp_path: Path) -> None:
    before = {row.text for row in corpus.load(write(tmp_path)) if row.frozen}
    moved = {row.text for row in reversed(corpus.load(write(tmp_path, employment=[line()]))) if row.frozen}
    assert moved - {"想问问办理流程是怎样的"} == before


def test_rows_say_where_they_stand(tmp_path: Path) -> None:
    rows = corpus.load(
        write(tmp_path, employment=[line(accept=["社保"], type="咨询", urgent=0, near=1, topic="欠薪")])
    )
    assert [row.where for row in rows[:3]] == [
        "employment.jsonl:1",
        "employment.jsonl:2",
        "education.jsonl:1",
    ]
    assert rows[1].accept == ("社保",)
    assert (rows[1].kind, rows[1].urgent, rows[1].near, rows[1].topic) == ("咨询", False, True, "欠薪")
    assert (rows[0].kind, rows[0].urgent, rows[0].near, rows[0].topic) == (None, None, False, None)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{oops", "not JSON"),
        ("[1]", "not a JSON object"),
        ("", "not JSON"),
        (line(text="  "), "text is empty"),
        (line(text=7), "text is empty"),
        (line(title=""), "title is empty"),
        (line(domain="交通"), "'交通' is not one of"),
        (line(domain="教育"), "belongs in education.jsonl"),
        (line(accept=["就业"]), "accept"),
        (line(accept=["天气"]), "accept"),
        (line(accept="教育"), "accept"),
        (line(accept=["教育", "教育"]), "names a label twice"),
        (line(type="抱怨"), "type '抱怨' is not one of 投诉"),
        (line(type=["投诉"]), "type ['投诉'] is not one of"),
        (line(urgent=2), "urgent 2 is neither 0 nor 1"),
        (line(urgent="1"), "urgent '1' is neither"),
        (line(near=0.0), "near 0.0 is neither"),
        (line(urgent=1, near=1), "only sounds urgent"),
        (line(topic="物业管理"), "topic '物业管理' is not one of 就业"),
        (line(topic={}), "topic {} is not one of 就业"),
        (line(urgnet=1), "unknown field 'urgnet'"),
    ],
)
def test_bad_row_is_named_by_file_and_line(tmp_path: Path, bad: str, reason: str) -> None:
    with pytest.raises(CorpusError) as caught:
        corpus.load(write(tmp_path, employment=[bad, line()]))
    assert len(caught.value.problems) == 1
    assert caught.value.problems[0].startswith("employment.jsonl:2: ")
    assert reason in caught.value.problems[0]


def test_missing_file_is_named(tmp_path: Path) -> None:
    (write(tmp_path) / "elderly.jsonl").unlink()
    with pytest.raises(CorpusError, match=r"elderly\.jsonl: missing"):
        corpus.load(tmp_path)


@pytest.mark.parametrize(
    "again",
    [
        "厂里三个月没有发工资了",
        "您好！厂里三个月没有发工资了，盼复！",
        "廠裡三個月沒有發工資了",
        "厂里三个月没有发工资了啊",
    ],
)
def test_repeated_messages_are_refused(tmp_path: Path, again: str) -> None:
    with pytest.raises(CorpusError, match=r"employment\.jsonl:2: repeats employment\.jsonl:1"):
        corpus.load(write(tmp_path, employment=[line(text=again)]))


def test_like_messages_in_two_files_are_refused(tmp_path: Path) -> None:
    again = line(text="我们小区的电梯坏了十天物业不修", domain="其他")
    with pytest.raises(CorpusError, match=r"other\.jsonl:2: repeats housing\.jsonl:1"):
        corpus.load(write(tmp_path, other=[again]))


def test_fingerprint_follows_the_data(tmp_path: Path) -> None:
    rows = corpus.load(write(tmp_path))
    assert corpus.fingerprint(rows) == corpus.fingerprint(rows)
    assert corpus.fingerprint(rows) != corpus.fingerprint(rows[1:])


def test_the_exam_of_urgency_is_even_and_shares_nothing_with_the_corpus() -> None:
    exam = read(corpus.EXAM)
    assert Counter(row.urgent for row in exam) == {True: 150, False: 150}
    assert all(row.near is not row.urgent for row in exam)
    assert (
        {row.domain for row in exam if row.urgent} == {row.domain for row in exam if row.near} == set(LABELS)
    )
    places = {row.where for row in exam}
    shared = [
        (a.where, b.where)
        for a, b, _ in corpus.near_duplicates([*corpus.load(), *exam], 0.4)
        if (a.where in places) != (b.where in places)
    ]
    assert not shared
