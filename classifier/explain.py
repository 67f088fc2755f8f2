"""Why a message gets its label: the words of the citizen's own that speak for it.

Words are those of the dictionary; neighbours that drive together are shown together. Only what was written without
a break is shown: a word that an invisible character or a masked place runs through is left out, since such a
character could do harm where the word is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from classifier.align import NOWHERE
from classifier.occurrences import Part, Piece
from classifier.predict import Classifier
from classifier.weigh import Doubles, weigh

MOST: Final = 6
# Less than this says nothing of its own: a tenth of a doubling of the odds, or a sixteenth of the best word.
LEAST: Final = 0.07
LEAST_OF_BEST: Final = 0.06
# A neighbour joins a word when it weighs a quarter as much; one character, when it is as heavy as the word's are.
JOINS: Final = 0.25
ALONE_JOINS: Final = 0.6
LONGEST: Final = 8

_SAYS_LITTLE: Final = """
    我们 你们 他们 她们 它们 咱们 自己 本人 大家 别人 人家 人们 这个 那个 这些 那些 这样
    那样 这里 那里 这种 那种 什么 怎么 怎样 如何 为什么 多少 哪里 是否 有没有 没有 不是 就是
    还是 也是 都是 只是 但是 可是 而且 因为 所以 如果 虽然 然后 以及 或者 并且 由于 因此
    对于 关于 根据 按照 通过 为了 已经 现在 目前 一直 一个 一些 一样 一下 一次 可以 可能
    应该 需要 能够 不能 不会 不要 希望 请问 请求 领导 部门 有关 相关 有关部门 相关部门 问题
    情况 反映 处理 解决 进行 影响 表示 认为 觉得 知道 看到 办理 事情 时候 时间 今天 今年
    去年 昨天 明天 白天 每天 越来越 非常 特别 十分 真的 根本 确定 理由 不合理 非常感谢 谢谢
    您好 你好 附近 周围 当地 以上 以下 以后 以前 之后
"""
# Single characters that end names of streets and places, or stand between words.
_STOP_CHARACTERS: Final = (
    "路街镇村县市区乡省塘山桥湾州城后前内外里中上下时年月日的了我你他她它是在有和与也都就还又但而等到去来说着过得地"
    "要会能把被给从向对很太"
)
_STOP: Final = frozenset(_SAYS_LITTLE.split()) | frozenset(_STOP_CHARACTERS)


@dataclass(frozen=True, slots=True)
class Driver:
    """A stretch of the title or the text as written, `[start:end]` of it, that speaks for a label.

    `weight` is how much of the score it brings wherever it is written, `start` where it does so most.
    """

    start: int
    end: int
    word: str
    weight: float
    part: Part


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the normalised text from `first` to `last`, and where it was written."""

    first: int
    last: int
    start: int
    end: int
    weight: float
    seen: str


def explain(
    classifier: Classifier, title: str | None, text: str, label: str | None = None, most: int = MOST
) -> list[Driver]:
    """The words that speak most for a label, by default the likeliest of all, the strongest first.

    Empty where nothing known speaks for it; ValueError if the model has no such label.
    """
    weighing = weigh(classifier, title, text, label)
    written = {"title": title or "", "text": text}
    pieces = [
        (piece.part, _words(piece, weighing.places[piece.offset :])) for piece in weighing.occurrences.pieces
    ]
    totals: defaultdict[str, float] = defaultdict(float)
    for _, words in pieces:
        for word in words:
            totals[word.seen] += word.weight
    least = max(LEAST, LEAST_OF_BEST * max(totals.values(), default=0.0))
    driving = {seen for seen, total in totals.items() if total >= least}
    found = [
        Driver(start, end, written[part][start:end], weight, part)
        for part, words in pieces
        for start, end, weight in _phrases(words, driving)
    ]
    return [driver for driver in _best(found, most) if driver.weight >= least]


def _words(piece: Piece, weights: Doubles) -> list[_Word]:
    """The words that can be shown, in their order."""
    found = []
    for first, last in piece.words:
        spans = piece.aligned.spans[first:last]
        whole = NOWHERE not in spans and all(one[1] >= two[0] for one, two in pairwise(spans))
        seen = piece.aligned.text[first:last]
        if whole and seen not in _STOP and seen != "0":
            weight = float(weights[first:last].sum())
            found.append(_Word(first, last, spans[0][0], spans[-1][1], weight, seen))
    return found


def _phrases(words: list[_Word], driving: set[str]) -> Iterable[tuple[int, int, float]]:
    """Start, end and weight of words with the neighbours that drive along with them, the heaviest words first."""
    used: set[int] = set()
    for number in sorted(range(len(words)), key=lambda number: -words[number].weight):
        if number in used or words[number].seen not in driving or words[number].weight <= 0:
            continue
        low = high = number
        while grown := _grown(words, low, high, number, used):
            low, high = grown
        used.update(range(low, high + 1))
        inside = words[low : high + 1]
        if inside[-1].last - inside[0].first > 1:
            yield inside[0].start, inside[-1].end, sum(word.weight for word in inside)


def _grown(words: list[_Word], low: int, high: int, seed: int, used: set[int]) -> tuple[int, int] | None:
    """The phrase with its heavier neighbour, None if neither drives along or it would be too long."""
    heavy = words[seed]
    options = []
    for other, beside in ((low - 1, low), (high + 1, high)):
        if not 0 <= other < len(words) or other in used:
            continue
        near, edge = words[other], words[beside]
        touching = near.end == edge.start if other < beside else edge.end == near.start
        first, last = min(near.first, words[low].first), max(near.last, words[high].last)
        if touching and last - first <= LONGEST and _joins(near, heavy):
            options.append((near.weight, min(low, other), max(high, other)))
    return max(options)[1:] if options else None


def _joins(near: _Word, heavy: _Word) -> bool:
    if near.last - near.first > 1:
        return near.weight >= JOINS * heavy.weight
    return near.weight >= ALONE_JOINS * heavy.weight / (heavy.last - heavy.first)


def _best(found: list[Driver], most: int) -> list[Driver]:
    """One driver for each thing said, weighing as much as all its places; nothing that is part of a heavier one."""
    strongest: dict[str, Driver] = {}
    totals: defaultdict[str, float] = defaultdict(float)
    for driver in sorted(found, key=lambda driver: -driver.weight):
        strongest.setdefault(driver.word, driver)
        totals[driver.word] += driver.weight
    kept: list[Driver] = []
    for word in sorted(totals, key=lambda word: -totals[word]):
        if len(kept) >= most:
            break
        if not any(word in other.word or other.word in word for other in kept):
            one = strongest[word]
            kept.append(Driver(one.start, one.end, word, totals[word], one.part))
    return kept
