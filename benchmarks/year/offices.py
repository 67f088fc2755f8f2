"""The offices: clerks who read cards in their group and work on them, in office hours, in their own time.

`STEPS` is the table of what an office plans for a case; a new act of the desk gets a line there and a method.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from benchmarks.year import sentences
from benchmarks.year.distributions import Measured, about
from benchmarks.year.people import Matter
from benchmarks.year.town import Town
from benchmarks.year.witness import Heard
from bot.core.routing import Tree

OVER = ("已办结", "已销号", "已撤回")
SEND_ANYWAY = "仍然发给市民"  # what stands on the button when the desk finds something missing in the answer


@dataclass(frozen=True, slots=True)
class Step:
    """With this chance the office does `act` about so many working hours after it has the case (median, spread).

    `share`: a name in the measured table instead of a chance.
    """

    act: str
    hours: float
    spread: float
    chance: float = 1.0
    share: str | None = None


# Once a case is on the table. The answer itself comes when the measured delay is over.
STEPS = (
    Step("pass_on", 3, 0.8, share="passed_on"),
    Step("claim", 2, 0.9, chance=0.92),  # the others answer without: that takes the case too
    Step("note", 5, 0.8, chance=0.04),
    Step("ask", 7, 0.9, chance=0.12),
    Step("reply", 16, 0.6, chance=0.35),
)
TRIAGE_HOURS, TRIAGE_SPREAD = 0.8, 0.8
COMPLEX = 0.05
SECOND_CHOICE = 0.08  # of what triage sends on, so much goes to another office on the card than the right one
FORGOTTEN, NEVER = 0.02, 0.004
LYING_DAYS = 45.0
TWO_AT_ONCE, TWICE = 0.04, 0.03
REOPENS = 0.7
ANSWERS_CALL, CALL_MINUTES = 0.6, 6.0  # of a call in an emergency, day and night
TAKES_CALL = "收到，我来处理"
REDOES, ANSWERS_IN_PRIVATE = 0.5, 0.4
HURRIES = 0.5  # when reminded that something is nearly due
QUEUE = 0.1
SENTENCES = (
    "经核查，您反映的情况属实。",
    "我们已安排工作人员到现场了解情况，并与相关单位沟通。",
    "按照有关规定，此事由我单位负责牵头办理。",
    "现将办理情况向您说明如下。",
    "相关责任单位已经制定整改措施，并明确了完成时间。",
    "我们将继续跟踪，直到问题得到妥善处理。",
    "如对以上答复还有疑问，可以拨打下面的电话与我们联系。",
    "感谢您对我们工作的关心和监督。",
)  # fmt: skip
QUESTIONS = ("请问具体是在什么位置？", "请告诉我们发生的时间。", "请问手上有合同或票据吗？")
UPHOLDS = "我们核对了办理记录，答复所说的情况属实，处理符合规定，因此维持原来的答复。"
OUTCOME_BUTTON = {
    "solved": "改为办结·已解决",
    "explained": "改为办结·解释到位",
    "planned": "改为办结·列入计划",
}


@dataclass(slots=True, repr=False)
class File:
    """A case as an office has it on the table. `steps`: what is planned, the next first."""

    number: str
    card: int = 0
    status: str = ""
    steps: list[tuple[datetime, str]] = field(default_factory=list)
    planned: bool = False
    holds: int = 0
    forgotten: bool = False
    turn: int = 0


@dataclass(slots=True, repr=False)
class Intent:
    clerk: int
    kind: str


@dataclass(slots=True, repr=False)
class Office:
    id: str
    town: Town
    measured: Measured
    chance: Random
    known: dict[str, Matter]
    files: dict[str, File] = field(default_factory=dict)
    intents: dict[str, Intent] = field(default_factory=dict)
    grading: dict[str, int] = field(
        default_factory=dict
    )  # who called a case complex and looks at what is told
    written: int = 0

    @property
    def group(self) -> int:
        return self.town.groups[self.id]

    @property
    def triage(self) -> bool:
        return self.town.settings.triage.id == self.id

    def clerk(self) -> int:
        return self.chance.choice(self.town.clerks[self.id])

    # --- time

    def in_office(self, moment: datetime) -> datetime:
        """That moment if the office is open; else some time in the next morning."""
        opens = self.town.calendar.next_open(moment)
        if opens > moment:
            return self.town.calendar.add(opens, timedelta(minutes=self.chance.uniform(1, 150)))
        return moment

    def working(self, hours: float, spread: float) -> datetime:
        return self.in_office(
            self.town.calendar.add(self.town.now(), timedelta(hours=about(hours, spread, self.chance)))
        )

    def later(self, moment: datetime, act: Callable[[], object]) -> None:
        self.town.at(self.in_office(moment), act)

    def soon(self, act: Callable[[], object]) -> None:
        """In a minute; in the next morning if the bot spoke while the office was closed."""
        self.later(self.town.now() + timedelta(minutes=1), act)

    # --- hearing

    def hear(self, one: Heard) -> None:
        key, number = one.told.key, one.told.number
        if number is None:
            return
        if key == "card":
            self._see(one)
        elif key == "page":
            if not one.edit and self.chance.random() < ANSWERS_CALL:
                minutes = about(CALL_MINUTES, 0.6, self.chance)
                clerk = self.clerk()
                self.town.after(
                    minutes, lambda: self.town.press(clerk, self.group, one.message_id, TAKES_CALL)
                )
        elif key == "moved":
            if one.edit:
                self.files.pop(number, None)
        elif key == "preview":
            self._on_preview(one)
        elif key == "preview-note":
            self.town.after(
                1, lambda: self.town.press(self._author(number), self.group, one.message_id, "取消")
            )
        elif key == "group-added-after" and not one.edit:
            if self.chance.random() < REOPENS:
                self.later(self.working(4, 0.8), lambda: self._reopen(number))
        elif key == "group-due-soon" and not one.edit and self.chance.random() < HURRIES:
            self._hurry(number)
        elif key == "offices" and not one.edit:
            self._on_offices(one)

    def _author(self, number: str) -> int:
        return self.intents[number].clerk if number in self.intents else self.clerk()

    def _see(self, one: Heard) -> None:
        read = sentences.card(one.text)
        file = self.files.setdefault(read.number, File(read.number))
        file.card, before, file.status = one.message_id, file.status, read.status
        if read.status in OVER:
            file.steps, file.planned = [], False
            return
        if before in OVER or not file.planned:
            self._plan(file)

    # --- planning

    def _plan(self, file: File) -> None:
        file.planned, file.steps = True, []
        now = self.town.now()
        if file.status == "待分派":
            when = self.working(TRIAGE_HOURS, TRIAGE_SPREAD)
            file.steps = [(when, "dispatch")]
            self._tend_at(when, file)
            return
        matter = self.known.get(file.number)
        days = self.measured.delay_days(matter.label if matter else "其他", self.chance)
        if file.status == "办理中":  # taken up again
            days *= 0.4
        elif self.chance.random() < FORGOTTEN:
            file.forgotten = True
            start = now + timedelta(days=about(LYING_DAYS, 0.4, self.chance))
            if self.chance.random() < NEVER / FORGOTTEN:
                return
            file.steps = [
                (self.in_office(start), "claim"),
                (self.in_office(start + timedelta(days=2)), "end"),
            ]
        if not file.forgotten:
            file.steps = self._steps(file)
            file.steps.append((self.in_office(now + timedelta(days=max(days, 0.05))), "end"))
        file.steps.sort()
        self._tend_at(file.steps[0][0], file)

    def _steps(self, file: File) -> list[tuple[datetime, str]]:
        out = []
        fresh = file.status == "待签收"
        for step in STEPS:
            chance = self.measured.says(step.share) if step.share else step.chance
            if step.act == "pass_on":
                file.holds += 1
                chance *= 1.0 if file.holds == 1 else 0.3
                if fresh and self.chance.random() < chance:
                    return [(self.working(step.hours, step.spread), "pass_on")]
                continue
            if (fresh or step.act != "claim") and self.chance.random() < chance:
                out.append((self.working(step.hours, step.spread), step.act))
        return out

    def _tend_at(self, moment: datetime, file: File) -> None:
        file.turn += 1
        turn = file.turn
        self.later(moment, lambda: self._tend(file) if file.turn == turn else None)

    def _tend(self, file: File) -> None:
        """Do what is next on this case, if it still makes sense, and come back for the rest."""
        now = self.town.now()
        if self.files.get(file.number) is not file or file.status in OVER:
            return
        if self.town.calendar.next_open(now) != now:
            self._tend_at(now, file)
            return
        due = [step for step in file.steps if step[0] <= now]
        if due:
            file.steps.remove(due[0])
            self._do(due[0][1], file)
        if not file.steps:  # what was done may have failed: somebody looks again
            again = self.in_office(now + timedelta(days=self.chance.uniform(1, 3)))
            file.steps = [(again, "dispatch" if file.status == "待分派" else "end")]
        self._tend_at(max(file.steps[0][0], now + timedelta(minutes=5)), file)

    def _do(self, act: str, file: File) -> None:
        fits = {
            "dispatch": ("待分派",),
            "claim": ("待签收",),
            "pass_on": ("待签收", "办理中"),
            "note": ("待签收", "办理中", "待补充"),
            "ask": ("待签收", "办理中"),
            "reply": ("待签收", "办理中", "待补充"),
            "end": ("待签收", "办理中"),
        }
        if act == "end" and file.status == "待补充" and self.chance.random() < 0.3:
            self._write(file, self._outcome())
        elif file.status in fits[act]:
            getattr(self, f"_{act}")(file)
        elif act == "end":
            file.steps.append((self.working(8, 0.3), "end"))

    # --- acts

    def _dispatch(self, file: File) -> None:
        clerk, right = self.clerk(), self._right(file)
        if self.chance.random() < COMPLEX:
            self.grading[file.number] = clerk
            self.town.say(clerk, f"/complex {file.number} 涉及几个单位，需要现场核实。", self.group)
        label = self._short(right)
        if self.chance.random() < SECOND_CHOICE:
            card = [w for w, data in self.town.witness.buttons_now(self.group, file.card) if ":to:" in data]
            label = self.chance.choice(card) if card else label
        if not self._press(clerk, file, label):
            self._press(clerk, file, "其他部门")
            self.intents[file.number] = Intent(clerk, right)

    def _pass_on(self, file: File) -> None:
        """Not ours: to the office that it belongs to, or back to triage."""
        right = self._right(file)
        if right == self.id:
            right = self.chance.choice([d for d in self.town.groups if d != self.id])
        if self.chance.random() < 0.4:
            right = self.town.settings.triage.id
        clerk = self.clerk()
        if self.chance.random() < 0.5:
            self.town.say(clerk, f"/transfer {file.number} {self._short(right)}", self.group)
        else:
            self.intents[file.number] = Intent(clerk, right)
            self._press(clerk, file, "转办")

    def _on_offices(self, one: Heard) -> None:
        intent = self.intents.get(one.told.about)
        if intent is not None:
            label = self._short(intent.kind) if intent.kind in self.town.groups else ""
            self.soon(lambda: self.town.press(intent.clerk, self.group, one.message_id, label))

    def _claim(self, file: File) -> None:
        dice = self.chance.random()
        first, *others = self.chance.sample(self.town.clerks[self.id], len(self.town.clerks[self.id]))
        self._press(first, file, "签收")
        if dice < TWO_AT_ONCE and others:
            self._press(others[0], file, "签收")
        elif dice < TWO_AT_ONCE + TWICE:
            self._press(first, file, "签收")
        elif dice < TWO_AT_ONCE + TWICE + QUEUE:
            self.town.say(first, "/queue", self.group)

    def _note(self, file: File) -> None:
        self._write(file, "note")

    def _reply(self, file: File) -> None:
        self._write(file, "reply")

    def _end(self, file: File) -> None:
        self._write(file, self._outcome())

    def _ask(self, file: File) -> None:
        clerk = self.clerk()
        self.intents[file.number] = Intent(clerk, "ask")
        self.town.say(
            clerk, f"/ask {file.number} {self.chance.choice(QUESTIONS)}{self._serial()}", self.group
        )

    def _reopen(self, number: str) -> None:
        file = self.files.get(number)
        if file is not None and file.status == "已办结":
            self._press(self.clerk(), file, "重新办理")

    def _hurry(self, number: str) -> None:
        file = self.files.get(number)
        if file is None or file.forgotten or not file.steps:
            return
        if file.status == "办理中" and self.chance.random() < 0.7:
            file.steps.insert(0, (self.working(1, 0.5), "reply"))
            self._tend_at(file.steps[0][0], file)
        elif file.status in ("待签收", "待分派"):
            act = "claim" if file.status == "待签收" else "dispatch"
            file.steps = [s for s in file.steps if s[1] != act]
            file.steps.insert(0, (self.working(0.5, 0.4), act))
            self._tend_at(file.steps[0][0], file)

    # --- writing, with the preview

    def _write(self, file: File, kind: str) -> None:
        clerk = self.clerk()
        self.intents[file.number] = Intent(clerk, kind)
        self.town.say(clerk, self._text(), self.group, reply_to=file.card)

    def _on_preview(self, one: Heard) -> None:
        if (grader := self.grading.pop(one.told.about or "", None)) is not None:
            self.soon(lambda: self.town.press(grader, self.group, one.message_id, "发给市民"))
            return
        intent = self.intents.get(one.told.about)
        if intent is None:
            return
        ends = "发出后办结" in one.text
        if intent.kind == "note":
            labels = ["内部备注"]
        elif intent.kind in OUTCOME_BUTTON and not ends:
            labels = [OUTCOME_BUTTON[intent.kind]]
        else:
            labels = ["发给市民", SEND_ANYWAY]
        presses = 2 if SEND_ANYWAY in labels and self.chance.random() < TWICE else 1

        def press() -> None:
            for _ in range(presses):
                self.town.press(intent.clerk, self.group, one.message_id, *labels)

        self.soon(press)

    def _text(self) -> str:
        """A reply of a measured length, with a number of its own."""
        wanted = min(self.measured.reply_characters(self.chance), 1500)
        parts = [self._serial()]
        while sum(map(len, parts)) < wanted:
            parts.append(self.chance.choice(SENTENCES))
        return "".join(parts)

    def _serial(self) -> str:
        self.written += 1
        return f"【{self.id}复{self.written}号】"

    # --- who is meant

    def _outcome(self) -> str:
        planned, explained = self.measured.says("planned"), self.measured.says("explained")
        weights: dict[str, float] = {"planned": planned, "explained": explained}
        weights["solved"] = 1 - planned - explained
        return self.chance.choices(list(weights), list(weights.values()))[0]

    def _right(self, file: File) -> str:
        """Whose job a case is, as somebody who reads it knows."""
        matter = self.known.get(file.number)
        departments = self.town.settings.departments
        office: Any = Tree(departments).lead(matter.label) if matter else None
        if office is None and matter is not None:
            office = next((d for d in departments if matter.topic in d.topics), None)
        if office is None or office.triage:
            office = self.chance.choice([d for d in departments if d.topics and not d.triage])
        return str(office.id)

    def _short(self, department: str) -> str:
        return self.town.settings.department(department).label("zh-Hans")

    def _press(self, clerk: int, file: File, *labels: str) -> bool:
        return self.town.press(clerk, self.group, file.card, *labels)


@dataclass(slots=True, repr=False)
class Supervisor:
    """Who hears in private of what is late, decides on answers that citizens do not accept, and takes calls."""

    id: int
    town: Town
    chance: Random

    def hear(self, one: Heard) -> None:
        if one.edit:
            return
        if one.told.key == "page" and self.chance.random() < ANSWERS_IN_PRIVATE:
            minutes = about(2 * CALL_MINUTES, 0.6, self.chance)
            self.town.after(minutes, lambda: self.town.press(self.id, self.id, one.message_id, TAKES_CALL))
        elif one.told.key == "reopen-request":
            label = "重办" if self.chance.random() < REDOES else "维持"
            self._later(3, lambda: self.town.press(self.id, self.id, one.message_id, label))
        elif one.told.key == "prompt-uphold":
            self._later(0.1, lambda: self.town.say(self.id, UPHOLDS, reply_to=one.message_id))
        elif one.told.key == "preview":
            self._later(0.1, lambda: self.town.press(self.id, self.id, one.message_id, "发给市民"))

    def _later(self, hours: float, act: Callable[[], object]) -> None:
        wait = timedelta(hours=about(hours, 0.7, self.chance))
        self.town.at(self.town.calendar.add(self.town.now(), wait), act)
