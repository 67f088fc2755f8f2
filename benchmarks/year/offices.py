"""The offices: clerks who read cards in their group and work on them, in office hours, in their own time.

`STEPS` and `AT_TRIAGE` are the tables of what is planned for a case; a new act of the desk gets a line there and a
method, or a function in acts.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from benchmarks.year import acts, sentences
from benchmarks.year.distributions import Measured, about
from benchmarks.year.matters import Matter
from benchmarks.year.scripts import on
from benchmarks.year.town import TAKES_CALL, Town
from benchmarks.year.witness import Heard
from bot.core.routing import Tree

OVER = ("已办结", "已销号", "已撤回", "已并单", "不予受理")
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
    Step("extend", 24, 0.6, chance=0.06),
    Step("defer", 14, 0.8, share="planned"),
    Step("support", 8, 0.8, chance=0.03),
    Step("hand_over", 12, 0.8, chance=0.02),
    Step("look", 6, 0.8, chance=0.04),
    Step("supervise", 20, 0.8, chance=0.015),
)
# What the triage desk does instead of sending a case on, if it does.
AT_TRIAGE = (
    ("decline", 0.02),
    ("split", 0.015),
    ("by_card", 0.03),
    ("seal", 0.005),
)
TRIAGE_HOURS, TRIAGE_SPREAD = 0.8, 0.8
COMPLEX = 0.05
SECOND_CHOICE = 0.08  # of what triage sends on, so much goes to another office on the card than the right one
FORGOTTEN, NEVER = 0.02, 0.004
LYING_DAYS = 45.0
TWO_AT_ONCE, TWICE = 0.04, 0.03
REOPENS = 0.7
ANSWERS_CALL, CALL_MINUTES = 0.6, 6.0  # of a call in an emergency, day and night
BACK_TO_TRIAGE, AS_RETURN = 0.4, 0.8  # of what is passed on; of that, 退回 with a reason and not 转办
CORRECTS, TAKES_BACK = 0.02, 0.03
RECALLS_EARLY = 0.2
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
    text: str = ""
    triaged: bool = False
    lent: bool = False
    """It is another office's, which asked for an opinion."""


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
    written: int = 0
    calls: list[Matter] = field(default_factory=list)

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
        elif key == "recorded" and self.calls:
            self.known[number] = self.calls.pop(0)
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
        elif key == "preview-held":
            if self.chance.random() < TAKES_BACK and number in self.intents:
                clerk = self.intents[number].clerk  # within the seconds in which it can be taken back
                self.town.at_once(
                    timedelta(seconds=10), lambda: self.town.press(clerk, self.group, one.message_id, "撤回")
                )
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
        file.card, before, file.status, file.text = one.message_id, file.status, read.status, one.text
        lent = any(words == "写协办意见" for words, _ in one.buttons)
        if lent or file.lent:
            if lent and not file.lent:
                self.later(self.working(5, 0.8), lambda: acts.opinion(self, file))
            file.lent = lent
            if lent:
                return
        if read.status in OVER:
            if read.status == "已办结" and before != "已办结" and self.chance.random() < CORRECTS:
                self.later(self.working(6, 0.6), lambda: acts.correct(self, file))
            file.steps, file.planned = [], False
            return
        if before in OVER or not file.planned:
            self._plan(file)
        elif read.status == "挂账" and before != "挂账" and self.chance.random() < RECALLS_EARLY:
            self.later(self.working(60, 0.5), lambda: acts.recall(self, file))

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
            file.forgotten = False
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
        in_work = ("办理中", "待补充")
        fits = {
            "dispatch": ("待分派",),
            "claim": ("待签收",),
            "pass_on": ("待签收", "办理中"),
            "note": ("待签收", *in_work),
            "ask": ("待签收", "办理中"),
            "reply": ("待签收", *in_work),
            "end": ("待签收", "办理中"),
            "extend": in_work,
            "defer": in_work,
            "support": ("待签收", *in_work),
            "hand_over": in_work,
            "look": in_work,
            "supervise": ("待签收", *in_work),
        }
        if act == "end" and file.status == "待补充" and self.chance.random() < 0.3:
            self._write(file, self._outcome())
        elif file.status in fits[act] and act in acts.ACTS:
            acts.ACTS[act](self, file)
        elif file.status in fits[act]:
            getattr(self, f"_{act}")(file)
        elif act == "end":
            file.steps.append((self.working(8, 0.3), "end"))

    # --- acts

    def _dispatch(self, file: File) -> None:
        """Decide what it is; most cases are sent to an office, and whatever else was tried, the next look does that."""
        first, file.triaged = not file.triaged, True
        if first and (act := self._instead(file)) is not None:
            acts.ACTS[act](self, file)
            return
        clerk, right = self.clerk(), self._right(file)
        if self.chance.random() < COMPLEX:
            self.town.scripts.begin(clerk, self.group, file.number, on(acts.PREVIEW, "发给市民"))
            self.town.say(clerk, f"/complex {file.number} 涉及几个单位，需要现场核实。", self.group)
        label = self.short(right)
        if self.chance.random() < SECOND_CHOICE:
            card = [w for w, data in self.town.witness.buttons_now(self.group, file.card) if ":to:" in data]
            label = self.chance.choice(card) if card else label
        if not self.press(clerk, file, label):
            self.press(clerk, file, "其他部门")
            self.intents[file.number] = Intent(clerk, right)

    def _instead(self, file: File) -> str | None:
        matter = self.known.get(file.number)
        if "疑似被反映对象" in file.text:
            return "accused"
        if "没有文字，请看附件" in file.text:
            return "summarise"
        if (
            matter is not None
            and matter.same_as is not None
            and matter.same_as.number
            and self.chance.random() < 0.8
        ):
            return "merge"
        dice = self.chance.random()
        for act, chance in AT_TRIAGE:
            dice -= chance
            if dice < 0:
                return act
        return None

    def _pass_on(self, file: File) -> None:
        """Not ours: to the office that it belongs to, or back to triage."""
        right = self._right(file)
        if right == self.id:
            right = self.chance.choice([d for d in self.town.groups if d != self.id])
        if self.chance.random() < BACK_TO_TRIAGE:
            right = self.town.settings.triage.id
            if self.chance.random() < AS_RETURN:
                acts.send_back(self, file)
                return
        clerk = self.clerk()
        if self.chance.random() < 0.5:
            self.town.say(clerk, f"/transfer {file.number} {self.short(right)}", self.group)
        else:
            self.intents[file.number] = Intent(clerk, right)
            self.press(clerk, file, "转办")

    def _on_offices(self, one: Heard) -> None:
        intent = self.intents.get(one.told.about)
        if intent is not None:
            label = self.short(intent.kind) if intent.kind in self.town.groups else ""
            self.soon(lambda: self.town.press(intent.clerk, self.group, one.message_id, label))

    def _claim(self, file: File) -> None:
        dice = self.chance.random()
        first, *others = self.chance.sample(self.town.clerks[self.id], len(self.town.clerks[self.id]))
        self.press(first, file, "签收")
        if dice < TWO_AT_ONCE and others:
            self.press(others[0], file, "签收")
        elif dice < TWO_AT_ONCE + TWICE:
            self.press(first, file, "签收")
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
        text = f"/ask {file.number} {self.chance.choice(QUESTIONS)}{self.serial()}"
        if "保密件" in file.text:
            self.town.scripts.begin(clerk, clerk, file.number, on(acts.PREVIEW, "发给市民"))
            self.town.say(clerk, text, clerk)
        else:
            self.town.say(clerk, text, self.group)

    def _reopen(self, number: str) -> None:
        file = self.files.get(number)
        if file is not None and file.status == "已办结":
            self.press(self.clerk(), file, "重新办理")

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

    def record(self, matter: Matter) -> None:
        """Somebody calls; the centre writes it down for them."""
        phone, name = (
            f"1390000{self.chance.randrange(10000):04d}",
            self.chance.choice(("王女士", "李先生", "陈女士")),
        )
        self.calls.append(matter)
        words = matter.text.replace("\n", " ")
        self.town.say(self.clerk(), f"/record {phone} {name}\n{words}", self.group)

    # --- writing, with the preview

    def _write(self, file: File, kind: str) -> None:
        clerk = self.clerk()
        if "保密件" in file.text:
            self._write_private(file, kind, clerk)
            return
        self.intents[file.number] = Intent(clerk, kind)
        self.town.say(clerk, self._text(), self.group, reply_to=file.card)

    def _write_private(self, file: File, kind: str, clerk: int) -> None:
        """What was told in confidence is read and answered in the clerk's private chat."""
        if self.chance.random() < 0.5:
            self.press(clerk, file, "全文（发到私聊）")
        way = (
            ("内部备注",)
            if kind == "note"
            else (OUTCOME_BUTTON.get(kind, "发给市民"), "发给市民", SEND_ANYWAY)
        )
        sends = on(acts.PREVIEW, *way)
        ending = (on("发出后办结", "发给市民", SEND_ANYWAY),) if kind in OUTCOME_BUTTON else ()
        self.town.scripts.begin(clerk, clerk, file.number, sends, *ending)
        self.town.say(clerk, f"/reply {file.number} {self._text()}", clerk)

    def _on_preview(self, one: Heard) -> None:
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
        parts = [self.serial()]
        while sum(map(len, parts)) < wanted:
            parts.append(self.chance.choice(SENTENCES))
        return "".join(parts)

    def serial(self) -> str:
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

    def short(self, department: str) -> str:
        return self.town.settings.department(department).label("zh-Hans")

    def press(self, clerk: int, file: File, *labels: str) -> bool:
        return self.town.press(clerk, self.group, file.card, *labels)
