"""Those above the clerks: who decides on objections, proposals and answers that wait, looks on the spot, takes calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from benchmarks.year.distributions import about
from benchmarks.year.scripts import Line, on, write
from benchmarks.year.town import TAKES_CALL, Town
from benchmarks.year.witness import Heard

REDOES, ANSWERS_IN_PRIVATE = 0.5, 0.4
AGREES = 0.85
CALL_MINUTES = 6.0  # of a call in an emergency, day and night
SENDS = on("市民将看到的就是下面这样", "发给市民")
UPHOLDS = "我们核对了办理记录，答复所说的情况属实，处理符合规定，因此维持原来的答复。"
NO = "理由还不充分，请先把现场情况核实清楚再报。"
DOORS = ("诉讼", "行政复议", "信访")


@dataclass(slots=True, repr=False)
class Leader:
    """Somebody above the clerks, in private. `duty`: is called in emergencies, and answers more often."""

    id: int
    town: Town
    chance: Random
    duty: bool = False

    def hear(self, one: Heard) -> None:
        if one.edit:
            return
        key = one.told.key
        if key == "page":
            if self.chance.random() < ANSWERS_IN_PRIVATE + 0.3 * self.duty:
                minutes = about(2 * CALL_MINUTES, 0.6, self.chance)
                self.town.after(minutes, lambda: self._press(one, TAKES_CALL))
        elif key == "reopen-request":
            # The first button redoes, the second upholds; the second time it ends with a legal route.
            label = "重办" if self.chance.random() < REDOES else "维持"
            self._later(3, lambda: self._decide(one, label))
        elif key == "proposal":
            self._later(3, lambda: self._approve(one))

    def _decide(self, one: Heard, label: str) -> None:
        number = one.told.number
        if self._press(one, label) and label == "维持":
            lines: tuple[Line, ...]
            if "就是终结" in one.text:
                lines = (
                    on("再维持就终结", self.chance.choice(DOORS)),
                    write("为什么不再重办", UPHOLDS),
                    SENDS,
                )
            else:
                lines = (write("写明维持的理由", UPHOLDS), SENDS)
            self.town.scripts.begin(self.id, self.id, number, *lines)

    def _approve(self, one: Heard) -> None:
        if self.chance.random() < AGREES:
            self._press(one, "同意", "核实已解决")
        elif self._press(one, "不同意", "退回修改", "没有解决，写一句情况"):
            self.town.scripts.begin(
                self.id, self.id, one.told.number, write("写明意见|写一句您看到的情况", NO)
            )

    def _press(self, one: Heard, *labels: str) -> bool:
        return self.town.press(self.id, self.id, one.message_id, *labels)

    def _later(self, hours: float, act: object) -> None:
        wait = timedelta(hours=about(hours, 0.7, self.chance))
        self.town.at(self.town.calendar.add(self.town.now(), wait), act)  # type: ignore[arg-type]
