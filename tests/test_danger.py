"""What danger is worth in service: the shipped model and the word list together, on the exam and on real letters."""

import json
from pathlib import Path

import pytest

from bot.brain import suggested
from bot.core.danger import judged, sign
from classifier.corpus import EXAM
from classifier.predict import Classifier

REAL = Path(__file__).parents[2] / "shared/data/messages.jsonl"


def seen(classifier: Classifier, title: str | None, text: str) -> tuple[str | None, bool]:
    """(danger, asks) of a message that is a whole draft."""
    whole = f"{title}\n{text}" if title else text
    return judged(sign(whole), suggested(classifier, title, text).alarm, None)


def test_urgent_messages_are_asked_about_or_believed(classifier: Classifier) -> None:
    rows = [json.loads(line) for line in EXAM.read_text(encoding="utf-8").splitlines()]
    urgent = [seen(classifier, r.get("title"), r["text"]) for r in rows if r["urgent"]]
    calm = [seen(classifier, r.get("title"), r["text"]) for r in rows if not r["urgent"]]
    assert len(urgent) == len(calm) == 150
    assert sum(found != (None, False) for found in urgent) >= 143
    assert sum(danger is not None for danger, _ in calm) <= 12, "believed without a question"


def test_short_dangers_are_asked_about_and_broken_lamps_are_not(classifier: Classifier) -> None:
    """A line each, written for this test: what people send from a phone, in danger or only annoyed."""

    def heard(name: str) -> tuple[int, int]:
        lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
        return sum(seen(classifier, None, line) != (None, False) for line in lines), len(lines)

    asked, dangers = heard("short_danger.txt")
    assert asked >= 0.95 * dangers
    asked, everyday = heard("short_calm.txt")
    assert asked <= 0.12 * everyday
    lasting = "电梯坏了两个星期"
    assert seen(classifier, None, f"{lasting}，老人上下楼很难") == (None, False)
    assert seen(classifier, None, f"{lasting}，现在我妈在里面喘不上气") != (None, False)


def test_answers_to_what_staff_asked_are_no_alarm(classifier: Classifier) -> None:
    """“Since Friday”: a few words that name no harm, and that somebody of the office reads at once."""

    def alarms(name: str) -> tuple[int, int]:
        lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
        guesses = [(line, suggested(classifier, None, line)) for line in lines]
        return sum(sign(line) is not None or (s.alarm and not s.faint) for line, s in guesses), len(lines)

    asked, answers = alarms("short_answers.txt")
    assert asked <= 0.05 * answers
    asked, dangers = alarms("short_danger.txt")
    assert asked >= 0.88 * dangers


@pytest.mark.skipif(not REAL.is_file(), reason="real-message set not present")
def test_how_many_letters_are_asked_about(classifier: Classifier) -> None:
    rows = [json.loads(line) for line in REAL.read_text(encoding="utf-8").splitlines()][::8]
    found = [seen(classifier, r["title"], r["text"]) for r in rows]
    assert sum(asks for _, asks in found) / len(rows) < 0.06
    assert sum(danger is not None for danger, _ in found) / len(rows) < 0.006
