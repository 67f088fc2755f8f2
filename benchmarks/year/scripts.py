"""Conversations of several steps with the desk: it says these words, somebody presses that or writes this."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from benchmarks.year.witness import Heard

# Who has not been answered by then does something else.
PATIENCE = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Line:
    """After a message with these `words`: press the first button that begins with one of `press`, or write `say`."""

    words: str
    press: tuple[str, ...] = ()
    say: str | None = None


def on(words: str, *press: str) -> Line:
    return Line(words, press)


def write(words: str, text: str) -> Line:
    return Line(words, say=text)


@dataclass(slots=True)
class _Open:
    person: int
    chat: int
    number: str | None
    lines: list[Line]
    until: datetime


@dataclass(slots=True, repr=False)
class Scripts:
    """All conversations that go on. `press` and `say` are those of the town."""

    now: Callable[[], datetime]
    after: Callable[[float, Callable[[], object]], None]
    press: Callable[..., bool]
    say: Callable[..., int]
    _open: dict[int, list[_Open]] = field(default_factory=dict)

    def begin(self, person: int, chat: int, number: str | None, *lines: Line) -> None:
        """What follows on the first step, which the caller takes right now."""
        self._open.setdefault(chat, []).append(
            _Open(person, chat, number, list(lines), self.now() + PATIENCE)
        )

    def hear(self, one: Heard) -> None:
        going = self._open.get(one.chat)
        if not going:
            return
        going[:] = [each for each in going if each.until >= self.now()]
        for each in going:
            line = each.lines[0]
            if (each.number is None or each.number in one.text) and re.search(line.words, one.text):
                del each.lines[0]
                if not each.lines:
                    going.remove(each)
                self.after(1, partial(self._go_on, each, line, one.message_id))
                return

    def _go_on(self, each: _Open, line: Line, message: int) -> None:
        if line.say is not None:
            self.say(each.person, line.say, each.chat, message)
        elif not self.press(each.person, each.chat, message, *line.press):
            each.until = self.now() - PATIENCE
