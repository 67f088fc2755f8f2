"""The citizens: what they write, and what they do when they are told something.

`DRAFT` and `HABITS` are the table of their behaviour: after which sentence, with which chance, after how many
minutes, they do what. A new act of the desk that asks something of them gets a line there and a method below.
"""

from __future__ import annotations

import re
import struct
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from benchmarks.year.distributions import Measured, about
from benchmarks.year.scripts import on
from benchmarks.year.town import Town
from benchmarks.year.witness import Heard
from classifier import corpus
from classifier.corpus import Row

DAY = 24 * 60.0
URGENT_SHARE = 0.012  # of messages read by hand; the corpus has far more, to learn from
ENGLISH = 0.03
SAME_SHARE, SAME_AMONG = 0.04, 60  # of matters, so many are what somebody else wrote lately: one of so many
CALLS_SHARE = 0.02  # of matters, so many come by telephone
LEAVES_PHONE = 0.10
COMPLAINS_OF_OFFICE = 0.008
FAMILY = "陈王李张刘杨黄赵周吴徐孙马朱胡郭何高林罗"


@dataclass(frozen=True, slots=True)
class Habit:
    """With this `chance`, after about so many minutes (the median, and how far it spreads), `act` is done."""

    chance: float
    minutes: float
    spread: float
    act: str


# What becomes of a draft that is shown. What is left of the chance: it is submitted.
DRAFT = (
    Habit(0.05, 0, 0, "leave"),
    Habit(0.015, 1, 0.5, "cancel"),
    Habit(0.03, 1, 0.8, "choose_domain"),
    Habit(0.015, 2, 0.8, "edit_draft"),
    Habit(0.03, 1, 0.8, "submit_twice"),
    Habit(0.01, 1, 0.8, "in_confidence"),
    Habit(1.0, 1, 0.8, "submit"),
)
# By what the citizen was told. One of the lines at most; what is left of the chance: they do nothing.
HABITS: dict[str, tuple[Habit, ...]] = {
    "receipt": (
        Habit(0.035, 2 * DAY, 1.5, "withdraw"),
        Habit(0.02, 3 * 60, 1.5, "edit_filed"),
        Habit(0.06, 4 * 60, 1.5, "add_by_reply"),
        Habit(0.03, DAY, 1.0, "add_by_button"),
        Habit(0.02, 5 * DAY, 0.7, "block"),
        Habit(0.10, 6 * DAY, 0.6, "ask_progress"),
        Habit(0.015, 20, 1.0, "redirect"),
        Habit(0.005, 60, 1.0, "seal"),
        Habit(0.03, 3 * DAY, 1.0, "another_matter"),
    ),
    "redirect-which": (Habit(0.9, 1, 0.5, "redirect_to"),),
    "merged": (Habit(0.08, 60, 1.0, "alone"), Habit(0.08, 5 * 60, 1.0, "add_by_reply")),
    "together-receipt": (Habit(0.08, DAY, 1.0, "alone"), Habit(0.05, 2 * DAY, 1.0, "withdraw")),
    "together-closed": (Habit(0.05, 60, 1.0, "alone"),),
    "extended": (Habit(0.10, 60, 1.0, "ask_progress"),),
    "deferred": (Habit(0.05, 60, 1.0, "add_by_reply"), Habit(0.03, 5 * DAY, 1.0, "remind")),
    "upheld": (Habit(0.35, 3 * 60, 1.2, "object_again"),),
    "closed": (Habit(0.05, 2 * DAY, 1.0, "rate_late"),),
    "claimed": (
        Habit(0.03, 30, 1.0, "thank"),
        Habit(0.02, 3 * DAY, 0.8, "send_photo"),
        Habit(0.03, 2 * DAY, 1.0, "another_matter"),
        Habit(0.02, DAY, 1.0, "another_in_reply"),
    ),
    "asked": (
        Habit(0.55, 90, 1.5, "answer"),
        Habit(0.15, 3 * DAY, 0.5, "answer_by_reply"),
        Habit(0.08, 12 * DAY, 0.4, "answer_by_reply"),  # after the wait is over
        Habit(0.05, 5 * 60, 1.0, "send_photo"),
        Habit(0.06, 3 * 60, 1.0, "another_matter"),  # typed right after the question: taken for the answer
        Habit(0.06, 6 * 60, 1.0, "look_then_another"),  # a draft, guessed to be the answer
    ),
    "detached": (Habit(0.6, 2 * 60, 1.0, "answer_what_stands"),),
    "replied": (
        Habit(0.15, 60, 1.2, "thank"),
        Habit(0.08, 5 * 60, 1.2, "add_by_reply"),
        Habit(0.03, DAY, 1.0, "another_in_reply"),
    ),
    "resolved": (
        Habit(0.22, 90, 1.2, "thank"),
        Habit(0.08, DAY, 1.0, "not_solved"),
        Habit(0.02, DAY, 1.0, "another_in_reply"),
    ),
    "follow-up": (Habit(0.55, 5 * 60, 1.2, "rate"),),
    "missed": (
        Habit(0.04, 5 * 60, 1.0, "remind"),
        Habit(0.06, 2 * 60, 1.0, "ask_progress"),
        Habit(0.015, DAY, 0.8, "withdraw"),
    ),
    "transferred": (Habit(0.03, 60, 1.0, "ask_progress"),),
    "withdraw-sure": (Habit(0.88, 1, 0.5, "withdraw_yes"), Habit(0.10, 1, 0.5, "withdraw_no")),
}
LEFT_LYING = ("我怕耽误", "So that no time is lost")
DANGER = (("有", "没有危险，可以等"), ("Yes", "No, it can wait"))
SILENT_ON_DANGER, DANGER_IF_URGENT = 0.05, 0.7
# What citizens say when they are asked about an answer: with these chances yes; satisfied, mostly, not.
CONTACTED, SOLVED, SATISFIED = 0.75, 0.75, (0.55, 0.25, 0.20)
SAYS_WHY = 0.5
JOINS = 0.6  # of those who are told that others reported the same
WRITES_AGAIN = 0.6  # of those who hear nothing at all, so many write the same again
GIVES_UP_AFTER = 3
ONE_OF_THEIRS = 0.2  # of those under whose draft cases of theirs stand, so many add it to one of these
TAKES_OUT = 0.85  # of those whose new matter went into a case, so many say so, mostly within the hour
COMES_BACK = 0.6
OFFICES = ("教育局", "城管局", "社保局", "住建局")
NONE = "none"
PICTURE = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 800, 600)
MORE = (
    "补充一下，这两天情况又加重了。",
    "再说明一点，周围邻居都可以作证。",
    "补充：昨天我又去问过一次，还是没有结果。",
    "还有一个情况忘了写，晚上比白天更严重。",
)  # fmt: skip
ANSWERS = (
    "是三号楼二单元的，具体我在家等你们来看。",
    "时间是上个星期三，有发票和照片。",
    "就在菜市场东门旁边那一家。",
    "合同在我手上，签的是去年五月。",
)  # fmt: skip
NOT_SOLVED = (
    "可是到现在还是老样子，并没有解决。",
    "没有人来过，怎么就说办好了呢？",
    "还是不行，请再看一看。",
)  # fmt: skip


@dataclass(slots=True, repr=False)
class Matter:
    """Something that somebody wants to have put right: the words, and whose job it is."""

    text: str
    label: str
    topic: str | None
    urgent: bool = False
    tries: int = 0
    seen: bool = False
    same_as: Matter | None = None
    number: str | None = None


@dataclass(slots=True, repr=False)
class Archive:
    """The corpus, dealt out by label without repetition; none of the tenth that is kept for measuring."""

    chance: Random
    _ordinary: dict[str, list[Row]] = field(default_factory=dict)
    _urgent: list[Row] = field(default_factory=list)
    _dealt: dict[str, Iterator[Row]] = field(default_factory=dict)
    _lately: deque[Matter] = field(default_factory=lambda: deque(maxlen=SAME_AMONG))

    def __post_init__(self) -> None:
        for row in corpus.load():
            if row.frozen or len(row.text) < 8:
                continue
            if row.urgent:
                self._urgent.append(row)
            else:
                self._ordinary.setdefault(row.domain, []).append(row)

    def matter(self, measured: Measured) -> Matter:
        if self._lately and self.chance.random() < SAME_SHARE:
            old = self.chance.choice(self._lately)
            return Matter(f"我也要反映：{old.text}", old.label, old.topic, same_as=old)
        if self.chance.random() < URGENT_SHARE:
            row = self.chance.choice(self._urgent)
        else:
            row = self._next(measured.label(self.chance))
        text = f"{row.title}\n{row.text}" if row.title else row.text
        if self.chance.random() < LEAVES_PHONE:
            text += f"\n我的电话：1380000{self.chance.randrange(10000):04d}。"
        if self.chance.random() < COMPLAINS_OF_OFFICE:
            text += f"\n{self.chance.choice(OFFICES)}的工作人员推诿扯皮，态度恶劣。"
        matter = Matter(text, row.domain, row.topic, bool(row.urgent))
        if not row.urgent:
            self._lately.append(matter)
        return matter

    def _next(self, label: str) -> Row:
        row = next(self._dealt.get(label, iter(())), None)
        if row is None:
            rows = self._ordinary[label][:]
            self.chance.shuffle(rows)
            self._dealt[label] = iter(rows)
            row = next(self._dealt[label])
        return row


@dataclass(slots=True, repr=False)
class Citizen:
    """One citizen at their telephone."""

    id: int
    town: Town
    chance: Random
    known: dict[str, Matter]
    deal: Callable[[], Matter]
    english: bool = False
    started: bool = False
    blocked: bool = False
    matter: Matter | None = None
    to_come: int = 0
    draft: int = 0
    planned: bool = False
    first: int = 0
    numbers: list[str] = field(default_factory=list)
    additions: int = 0
    not_of: str = NONE
    """The case that what they write is none of: they took it out."""

    # --- writing

    def begin(self, matter: Matter) -> None:
        """Write something down, in one message or several, with or without a picture."""
        if self.blocked:
            self.blocked = False
            self.town.come_back(self.id)
        elif not self.started:
            self.town.come_back(self.id)
        self.started = True
        self.matter, self.planned, self.not_of = matter, False, NONE
        matter.tries += 1
        # A minute after /start: the bot's hello comes first.
        self.town.after(1, lambda: self._write(matter))

    def _write(self, matter: Matter) -> None:
        pieces: list[Callable[[], int]] = []
        say = self.town.say
        dice = self.chance.random()
        halves = re.split(r"(?<=[。！？])", matter.text, maxsplit=1)
        if dice < 0.02:
            pieces = [
                lambda: self.town.photo(self.id, b"OggS" + bytes([self.chance.randrange(256)]), kind="voice")
            ]
        elif dice < 0.09 and len(matter.text) < 900:
            pieces = [lambda: self.town.photo(self.id, self._picture(), matter.text)]
        elif dice < 0.16:
            pieces = [lambda: say(self.id, matter.text), lambda: self.town.photo(self.id, self._picture())]
        elif dice < 0.28 and len(halves) == 2 and halves[1].strip():
            pieces = [lambda: say(self.id, halves[0]), lambda: say(self.id, halves[1])]
        else:
            pieces = [lambda: say(self.id, matter.text)]
        self.to_come = len(pieces)
        when = 0.0
        for index, piece in enumerate(pieces):
            self.town.after(when, lambda p=piece, i=index: self._send(p, i))  # type: ignore[misc]
            when += 1 + about(1.0, 0.5, self.chance)
        self._wait_for_a_word(matter)

    def _wait_for_a_word(self, matter: Matter) -> None:
        self.town.after(about(9 * 60, 0.9, self.chance), lambda: self._heard_nothing(matter))

    def _picture(self) -> bytes:
        return PICTURE + self.chance.randbytes(8)

    def _send(self, piece: Callable[[], int], index: int) -> None:
        self.to_come -= 1
        message = piece()
        if index == 0:
            self.first = message

    def _heard_nothing(self, matter: Matter) -> None:
        """Hours have passed without a word from the desk."""
        if matter.seen or matter.tries >= GIVES_UP_AFTER or self.matter is not matter:
            return
        if self.chance.random() < WRITES_AGAIN:
            self.begin(matter)

    # --- hearing

    def hear(self, one: Heard) -> None:
        key = one.told.key
        if key == "draft":
            self.draft = one.message_id
            if self.matter is not None:
                self.matter.seen = True
            if not one.edit and not self.planned and self.to_come == 0:
                self.planned = True
                self._choose(DRAFT, one)
            return
        if key in ("supplied", "added") and not one.edit:
            self._went_into_a_case(one)
        new = key in ("receipt", "together-receipt") and one.told.about not in self.known
        if new and self.matter is not None:
            self.known[one.told.about] = self.matter
            self.matter.number = one.told.about
            self.numbers.append(one.told.about)
            self.matter.seen = True
            self.matter = None
        if not one.edit or key == "detached":
            self._choose(HABITS.get(key, ()), one)

    def _went_into_a_case(self, one: Heard) -> None:
        """What they wrote was taken for more about a case. Was it? Most say so, a few after the day that is allowed."""
        if self.matter is None or (self.planned and not any(words in one.text for words in LEFT_LYING)):
            return
        self.matter.seen = True
        if self.chance.random() < TAKES_OUT:
            self.town.after(about(30, 1.8, self.chance), lambda: self._take_out(one))
        else:
            self.matter = None

    def _take_out(self, one: Heard) -> None:
        self.planned, self.not_of = False, one.told.about
        self._tap(one, "🆕 这是另一件事", "🆕 This is something else")

    def _choose(self, habits: tuple[Habit, ...], one: Heard) -> None:
        dice = self.chance.random()
        for habit in habits:
            dice -= habit.chance
            if dice < 0:
                self._plan(habit, one)
                return

    def _plan(self, habit: Habit, one: Heard) -> None:
        act: Callable[[Heard], None] = getattr(self, habit.act)
        minutes = about(habit.minutes, habit.spread, self.chance) if habit.minutes else 0.0
        self.town.after(max(1.0, minutes), lambda: act(one))

    # --- acts on a draft

    def _press_draft(self, *labels: str) -> bool:
        return self.town.press(self.id, self.id, self.draft, *labels)

    def submit(self, one: Heard) -> None:
        if self._asked_of_danger():
            self._say_of_danger(one)
        else:
            if self.chance.random() < ONE_OF_THEIRS and self._into_one_of_theirs():
                return
            joins = ("🤝",) if self.chance.random() < JOINS else ()
            self._press_draft(*joins, "✅", "🆕")

    def _into_one_of_theirs(self) -> bool:
        """Under the draft stand some of their open cases, the others behind one button more. Any of them is pressed."""
        there = [words for words, _ in self.town.witness.buttons_now(self.id, self.draft)]
        cases = [words for words in there if words.startswith(("➕", "↩️")) and self.not_of not in words]
        if not cases or not self._press_draft(chosen := self.chance.choice(cases)):
            return False
        if not re.search(r"\d{6}-\d{4}", chosen):  # 补充到别的件…: which?
            self.town.after(1, self._into_one_of_theirs)
        self.matter = None
        return True

    def in_confidence(self, one: Heard) -> None:
        """🔒 before it is submitted."""
        self._press_draft("🔒")
        self.town.after(1, lambda: self.submit(one))

    def _asked_of_danger(self) -> bool:
        there = {words for words, _ in self.town.witness.buttons_now(self.id, self.draft)}
        return any(yes in there and no in there for yes, no in DANGER)

    def _say_of_danger(self, one: Heard) -> None:
        """Is anybody in danger now? Only then can it be submitted. Some do not answer: the desk goes by its fear."""
        if self.chance.random() < SILENT_ON_DANGER:
            return
        urgent = self.matter is not None and self.matter.urgent and self.chance.random() < DANGER_IF_URGENT
        self._press_draft(*(answer[0 if urgent else 1] for answer in DANGER))
        self.town.after(1, lambda: self._press_draft("✅", "🆕"))

    def submit_twice(self, one: Heard) -> None:
        self.submit(one)
        self.submit(one)

    def leave(self, _: Heard) -> None:
        """Nothing: the desk files it after an hour."""

    def cancel(self, _: Heard) -> None:
        if self._press_draft("取消", "Cancel"):
            self.matter = None

    def choose_domain(self, one: Heard) -> None:
        self._press_draft("改为", "是", "Change to", "It’s about")
        self.town.after(1, lambda: self.submit(one))

    def edit_draft(self, one: Heard) -> None:
        if self.matter is not None and self.first:
            self.town.edit(self.id, self.first, self.matter.text[:900] + "（补：请尽快回复）")
        self.town.after(2, lambda: self.submit(one))

    # --- acts on a case

    def _words(self, choices: tuple[str, ...]) -> str:
        self.additions += 1
        return f"{self.chance.choice(choices)}（第{self.additions}次补充）"

    def thank(self, _: Heard) -> None:
        if not self.blocked:
            self.town.say(self.id, "Thanks" if self.english else "谢谢")

    def ask_progress(self, one: Heard) -> None:
        if not self.blocked:
            how = ("/mycases", "怎么样了", f"/case {one.told.about}")
            self.town.say(self.id, self.chance.choice(how))

    def withdraw(self, one: Heard) -> None:
        if not self.blocked:
            self.town.press(self.id, self.id, one.message_id, "撤回", "Withdraw")

    def withdraw_yes(self, one: Heard) -> None:
        self.town.press(self.id, self.id, one.message_id, "确认撤回", "Yes, withdraw")

    def withdraw_no(self, one: Heard) -> None:
        self.town.press(self.id, self.id, one.message_id, "不撤回", "No, keep")

    def redirect(self, one: Heard) -> None:
        """It is about something else than the desk thought; possible until an office takes it."""
        self._tap(one, "改类别", "Change the domain", "Change domain")

    def redirect_to(self, one: Heard) -> None:
        there = [words for words, _ in self.town.witness.buttons_now(self.id, one.message_id)]
        if there:
            self._tap(one, self.chance.choice(there))

    def seal(self, one: Heard) -> None:
        self._tap(one, "🔒")

    def alone(self, one: Heard) -> None:
        self._tap(one, "单独办理", "Handle it alone")

    def object_again(self, one: Heard) -> None:
        """The supervisor upheld the answer, and the citizen does not agree."""
        if self.blocked or not self.town.press(
            self.id, self.id, one.message_id, "我不同意", "I don’t agree", "I disagree"
        ):
            return
        lines = on("我请督办员再看一次|You disagree with the decision", "直接提交", "Submit as")
        self.town.scripts.begin(self.id, self.id, one.told.number, lines)

    def rate_late(self, one: Heard) -> None:
        """Not rated when the window ended; now after all. The question comes again, and the habit after it."""
        self._tap(one, "评价", "Rate")

    def edit_filed(self, _: Heard) -> None:
        if self.first and not self.blocked:
            self.town.edit(self.id, self.first, self._words(MORE))

    def add_by_reply(self, one: Heard) -> None:
        if not self.blocked:
            self.town.say(self.id, self._words(MORE), reply_to=one.message_id)

    def add_by_button(self, one: Heard) -> None:
        if not self.blocked and self.town.press(self.id, self.id, one.message_id, "补充", "Add"):
            self.town.after(2, lambda: self._speak(MORE))

    def _speak(self, choices: tuple[str, ...]) -> None:
        if not self.blocked:
            self.town.say(self.id, self._words(choices))

    def answer(self, _: Heard) -> None:
        self._speak(ANSWERS)

    def answer_by_reply(self, one: Heard) -> None:
        if not self.blocked:
            self.town.say(self.id, self._words(ANSWERS), reply_to=one.message_id)

    def not_solved(self, one: Heard) -> None:
        if not self.blocked:
            self.town.say(self.id, self._words(NOT_SOLVED), reply_to=one.message_id)

    def remind(self, one: Heard) -> None:
        if not self.blocked:
            self.town.press(self.id, self.id, one.message_id, "催办", "Remind")

    def rate(self, one: Heard) -> None:
        """The three taps of the follow-up; who is not content says why, or hands it in as it is."""
        solved = self.chance.random() < SOLVED
        words = "satisfied", "mostly", "no"
        satisfied = self.chance.choices(words, SATISFIED)[0] if solved else "no"
        contacted = self.chance.random() < CONTACTED
        labels = (
            ("有人联系过", "Somebody did") if contacted else ("没有人联系", "Nobody did"),
            ("解决了", "说清楚了", "Solved", "It is clear")
            if solved
            else ("没有解决", "没说清楚", "Not solved", "It is not clear"),
            {
                "satisfied": ("满意", "Satisfied"),
                "mostly": ("基本满意", "Mostly"),
                "no": ("不满意", "Not sat"),
            }[satisfied],
        )
        for minute, tap in enumerate(labels):
            self.town.after(minute, lambda t=tap: self._tap(one, *t))  # type: ignore[misc]
        if satisfied == "no":
            self.town.after(4, lambda: self._why(one))

    def _tap(self, one: Heard, *labels: str) -> None:
        if not self.blocked:
            self.town.press(self.id, self.id, one.message_id, *labels)

    def _why(self, one: Heard) -> None:
        if self.blocked:
            return
        if self.chance.random() < SAYS_WHY:
            self.town.say(self.id, self._words(NOT_SOLVED), reply_to=one.message_id)
        else:
            self._tap(one, "直接提交", "Submit as")

    def another_matter(self, _: Heard) -> None:
        """Something else is to be put right, while the first is open."""
        if self.matter is None and not self.blocked:
            self.begin(self.deal())

    def look_then_another(self, one: Heard) -> None:
        if not self.blocked:
            self.town.say(self.id, "/mycases")
            self.town.after(1, lambda: self.another_matter(one))

    def another_in_reply(self, one: Heard) -> None:
        """Something else, written as a reply to what they happened to read last: it goes into that case."""
        if self.matter is not None or self.blocked:
            return
        self.matter, self.planned, self.not_of, self.to_come = self.deal(), False, NONE, 0
        self.matter.tries += 1
        self.first = self.town.say(self.id, self.matter.text, reply_to=one.message_id)
        self._wait_for_a_word(self.matter)

    def answer_what_stands(self, one: Heard) -> None:
        """What they took out had been an answer: the question is still there, in the message under their finger."""
        if "还等着回答" in one.text or "still want to know" in one.text:
            self.answer_by_reply(one)

    def send_photo(self, _: Heard) -> None:
        """A picture out of the blue: an answer if one was asked for, else a draft that nobody presses on."""
        if not self.blocked:
            self.town.photo(self.id, self._picture())

    def block(self, _: Heard) -> None:
        if self.blocked:
            return
        self.blocked = True
        self.town.block(self.id)
        if self.chance.random() < COMES_BACK:
            self.town.after(about(8 * DAY, 0.6, self.chance), self._come_back)

    def _come_back(self) -> None:
        if self.blocked:
            self.blocked = False
            self.town.come_back(self.id)


@dataclass(slots=True, repr=False)
class Population:
    """Everybody who ever wrote; somebody new, or somebody again."""

    town: Town
    chance: Random
    measured: Measured
    archive: Archive
    known: dict[str, Matter] = field(default_factory=dict)
    citizens: list[Citizen] = field(default_factory=list)
    matters: list[Matter] = field(default_factory=list)
    _again: list[Citizen] = field(default_factory=list)

    def deal(self) -> Matter:
        """Something that somebody wants to have put right."""
        matter = self.archive.matter(self.measured)
        self.matters.append(matter)
        return matter

    def complain(self) -> None:
        """Somebody has something to say, and says it now."""
        self.somebody().begin(self.deal())

    def somebody(self) -> Citizen:
        """A person with something to say: how often each comes is as measured."""
        if self._again and self.chance.random() < 0.5:
            return self._again.pop(self.chance.randrange(len(self._again)))
        english = self.chance.random() < ENGLISH
        name = self.chance.choice(FAMILY) + self.chance.choice(("先生", "女士"))
        user = self.town.server.world.add_user(name, "en" if english else "zh-hans")["id"]
        one = Citizen(
            user, self.town, Random(f"{user}:{self.chance.random()}"), self.known, self.deal, english
        )
        self.town.witness.listeners[user] = one.hear
        self.citizens.append(one)
        self._again += [one] * (self.measured.complaints_of_one(self.chance) - 1)
        return one
