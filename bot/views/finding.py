"""What /find found: a line and a button each, with the words that matched."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.case import Case
from bot.core.masking import mask
from bot.texts import Safe
from bot.views.card import title
from bot.views.content import Button, Content, Listed, Voice, lines, rows


@dataclass(frozen=True, slots=True)
class Hit:
    """`part`: what stands before the words that matched, these words, and what follows; None without any."""

    case: Case
    part: tuple[str, str, str] | None


@dataclass(frozen=True, slots=True)
class Page:
    """`search` names the search; `before`: the case that this page begins below, None for the first."""

    search: str
    query: str
    number: str | None
    by_tail: bool
    hits: Sequence[Hit]
    before: int | None
    more: bool


def page(voice: Voice, shown: Page) -> Content:
    how = "tail" if shown.by_tail else "number" if shown.number else "words"
    what = shown.number or mask(shown.query)
    if not shown.hits:
        key = "find-nothing" if shown.before is None else "find-no-more"
        return Content(voice.say(key, what=what, how=how), _turns(voice, shown))
    head = voice.say("find-head", what=what, how=how)
    buttons = [
        Button(hit.case.number, f"find:open:{hit.case.id}:{shown.search}:{shown.before or 0}")
        for hit in shown.hits
    ]
    found = [line for hit in shown.hits for line in _lines(voice, hit)]
    again = f"find:{shown.search}:{shown.before or 0}"
    return Content(
        lines(head, "", *found),
        (*rows(buttons, 2), *_turns(voice, shown)),
        lists=Listed(tuple(hit.case.id for hit in shown.hits), again),
    )


def _lines(voice: Voice, hit: Hit) -> list[Safe]:
    case = hit.case
    line = voice.say(
        "find-line",
        number=case.number,
        status=voice.plain(f"status-{case.status.value}"),
        office=voice.short(case.department),
        filed=voice.short_day(case.filed_at),
        headline=title(voice, case, 24) if hit.part is None else "none",
    )
    if hit.part is None:
        return [line]
    before, words, after = hit.part
    return [line, voice.say("find-part", before=before, words=words, after=after)]


def _turns(voice: Voice, shown: Page) -> tuple[tuple[Button, ...], ...]:
    turns = []
    if shown.before is not None:
        turns.append(Button(voice.plain("button-newest"), f"find:{shown.search}:0"))
    if shown.more:
        below = shown.hits[-1].case.id
        turns.append(Button(voice.plain("button-page-next"), f"find:{shown.search}:{below}"))
    return (tuple(turns),) if turns else ()
