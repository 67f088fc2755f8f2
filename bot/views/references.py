"""Answers to like cases, as a clerk of perhaps another office may read them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.core.case import Case, Outcome
from bot.core.plain import clip
from bot.views.content import Button, Content, Listed, Voice, lines, rows

SHOWN_OF_EACH = 900


class Answered(Protocol):
    @property
    def case_id(self) -> int: ...
    @property
    def number(self) -> str: ...
    @property
    def department(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def answer(self) -> str: ...
    @property
    def outcome(self) -> Outcome: ...
    @property
    def answered_at(self) -> datetime: ...


def answers(voice: Voice, case: Case, found: Sequence[Answered], known: Sequence[bool]) -> Content:
    """`known`: whether the case is one of the reader's own office; only then are its number and title theirs to see."""
    if not found:
        return Content(voice.say("references-none", number=case.number))
    parts: list[str] = []
    for nth, (answer, own) in enumerate(zip(found, known, strict=True), 1):
        parts += [
            "",
            voice.say(
                "references-item",
                nth=str(nth),
                office=voice.office(answer.department),
                date=voice.date(answer.answered_at),
                outcome=voice.plain(f"outcome-{answer.outcome.value}"),
                number=answer.number if own else "none",
                headline=clip(answer.title, 40) if own else "",
            ),
            voice.say("references-answer", text=clip(answer.answer, SHOWN_OF_EACH)),
        ]
    buttons = [
        Button(voice.plain("button-references-use", nth=str(nth)), f"c:reference:{case.id}:{answer.case_id}")
        for nth, answer in enumerate(found, 1)
    ]
    return Content(
        lines(voice.say("references-head", number=case.number), *parts),
        rows(buttons, 3),
        lists=Listed(tuple(answer.case_id for answer in found), f"c:references:{case.id}"),
    )
