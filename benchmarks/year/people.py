"""The citizens: what they write, and how they do what they do (`habits.py` says when)."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from benchmarks.year import habits
from benchmarks.year.distributions import Measured, about
from benchmarks.year.habits import DAY, DRAFT, HABITS, Habit
from benchmarks.year.matters import Archive, Matter
from benchmarks.year.scripts import on
from benchmarks.year.town import Town
from benchmarks.year.witness import Heard

ENGLISH = 0.03
CALLS_SHARE = 0.02  # of matters, so many come by telephone
FAMILY = "陈王李张刘杨黄赵周吴徐孙马朱胡郭何高林罗"
NONE = "none"
PICTURE = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 800, 600)


@dataclass(slots=True, repr=False)
class Citizen:
    """One citizen at their telephone."""

    id: int
    town: Town
    chance: Random
    known: dict[str, Matter]
    deal_another: Callable[[], Matter]
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
        if matter.seen or matter.tries >= habits.GIVES_UP_AFTER or self.matter is not matter:
            return
        if self.chance.random() < habits.WRITES_AGAIN:
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
        if self.matter is None or (
            self.planned and not any(words in one.text for words in habits.LEFT_LYING)
        ):
            return
        self.matter.seen = True
        if self.chance.random() < habits.TAKES_OUT:
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
            if self.chance.random() < habits.ONE_OF_THEIRS and self._into_one_of_theirs():
                return
            joins = ("🤝",) if self.chance.random() < habits.JOINS else ()
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
        return any(yes in there and no in there for yes, no in habits.DANGER)

    def _say_of_danger(self, one: Heard) -> None:
        """Is anybody in danger now? Only then can it be submitted. Some do not answer: the desk goes by its fear."""
        if self.chance.random() < habits.SILENT_ON_DANGER:
            return
        urgent = (
            self.matter is not None and self.matter.urgent and self.chance.random() < habits.DANGER_IF_URGENT
        )
        self._press_draft(*(answer[0 if urgent else 1] for answer in habits.DANGER))
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
            self.town.edit(self.id, self.first, self._words(habits.MORE))

    def add_by_reply(self, one: Heard) -> None:
        if not self.blocked:
            self.town.say(self.id, self._words(habits.MORE), reply_to=one.message_id)

    def add_by_button(self, one: Heard) -> None:
        if not self.blocked and self.town.press(self.id, self.id, one.message_id, "补充", "Add"):
            self.town.after(2, lambda: self._speak(habits.MORE))

    def _speak(self, choices: tuple[str, ...]) -> None:
        if not self.blocked:
            self.town.say(self.id, self._words(choices))

    def answer(self, _: Heard) -> None:
        self._speak(habits.ANSWERS)

    def answer_by_reply(self, one: Heard) -> None:
        if not self.blocked:
            self.town.say(self.id, self._words(habits.ANSWERS), reply_to=one.message_id)

    def not_solved(self, one: Heard) -> None:
        if not self.blocked:
            self.town.say(self.id, self._words(habits.NOT_SOLVED), reply_to=one.message_id)

    def remind(self, one: Heard) -> None:
        if not self.blocked:
            self.town.press(self.id, self.id, one.message_id, "催办", "Remind")

    def rate(self, one: Heard) -> None:
        """The three taps of the follow-up; who is not content says why, or hands it in as it is."""
        solved = self.chance.random() < habits.SOLVED
        words = "satisfied", "mostly", "no"
        satisfied = self.chance.choices(words, habits.SATISFIED)[0] if solved else "no"
        contacted = self.chance.random() < habits.CONTACTED
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
        if self.chance.random() < habits.SAYS_WHY:
            self.town.say(self.id, self._words(habits.NOT_SOLVED), reply_to=one.message_id)
        else:
            self._tap(one, "直接提交", "Submit as")

    def another_matter(self, _: Heard) -> None:
        """Something else is to be put right, while the first is open."""
        if self.matter is None and not self.blocked:
            self.begin(self.deal_another())

    def look_then_another(self, one: Heard) -> None:
        if not self.blocked:
            self.town.say(self.id, "/mycases")
            self.town.after(1, lambda: self.another_matter(one))

    def another_in_reply(self, one: Heard) -> None:
        """Something else, written as a reply to what they happened to read last: it goes into that case."""
        if self.matter is not None or self.blocked:
            return
        self.matter, self.planned, self.not_of, self.to_come = self.deal_another(), False, NONE, 0
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
        if self.chance.random() < habits.COMES_BACK:
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

    def deal_another(self) -> Matter:
        """Something else of somebody who wrote before: one of the times that people come again, which are as measured."""
        if self._again:
            self._again.pop(self.chance.randrange(len(self._again)))
        return self.deal()

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
            user, self.town, Random(f"{user}:{self.chance.random()}"), self.known, self.deal_another, english
        )
        self.town.witness.listeners[user] = one.hear
        self.citizens.append(one)
        self._again += [one] * (self.measured.complaints_of_one(self.chance) - 1)
        return one
