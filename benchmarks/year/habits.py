"""What citizens do when they are told something, as tables, and the words that they use for it.

After which sentence, with which chance, after how many minutes, they do what. A new act of the desk that asks something
of them gets a line here and a method of `people.Citizen`.
"""

from __future__ import annotations

from dataclasses import dataclass

DAY = 24 * 60.0


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
