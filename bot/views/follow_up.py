"""Follow-ups as people see them: the three taps, the words after them, a supervisor's decision, the totals."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.case import Case, Event, EventKind
from bot.core.followup import CHOICES, QUESTIONS, UPHOLDS, FollowUp, choice_of, explained
from bot.core.masking import mask
from bot.core.plain import clip
from bot.core.rates import Rates
from bot.core.routes import ROUTES
from bot.texts import Safe
from bot.views.card import title
from bot.views.content import Button, Content, Voice, lines, rows
from bot.views.secrecy import sealed_text

WORDS = 800


def kind_of(case: Case) -> str:
    return "explained" if explained(case) else "solved"


def question(voice: Voice, case: Case, own: Case, row: FollowUp) -> Content:
    """The next of the three questions below what was said already."""
    asked = row.next_question
    assert asked is not None
    head = voice.say(
        "follow-up-head",
        number=own.number,
        headline=voice.about(own.title),
        office=voice.office(case.department),
    )
    done = sum(getattr(row, q) is not None for q in QUESTIONS)
    ask = voice.say(f"follow-up-{asked}", kind=kind_of(case), nth=str(done + 1))
    buttons = [
        (Button(label(voice, case, asked, choice), f"f:{asked}:{row.id}:{choice}"),)
        for choice in CHOICES[asked]
    ]
    if row.begun:
        buttons.append((Button(voice.plain("button-follow-up-reset"), f"f:reset:{row.id}"),))
    return Content(lines(head, *said(voice, case, row), "", ask), tuple(buttons))


def label(voice: Voice, case: Case, asked: str, choice: str) -> str:
    return voice.plain(f"button-follow-up-{asked}", choice=choice, kind=kind_of(case))


def said(voice: Voice, case: Case, row: FollowUp, *, of_caller: bool = False) -> list[str]:
    """What was chosen and written; `of_caller`: read by who asked on the telephone."""
    told = [label(voice, case, q, choice) for q in QUESTIONS if (choice := choice_of(row, q)) is not None]
    choices, words = ("call-said", "call-words") if of_caller else ("follow-up-said", "follow-up-words")
    return [
        *([voice.say(choices, choices=" · ".join(told))] if told else []),
        *([voice.say(words, text=clip(row.words, WORDS))] if row.words else []),
    ]


def over(voice: Voice, case: Case, own: Case, row: FollowUp, key: str) -> Content:
    """All three are said. `key`: what comes now."""
    buttons: tuple[tuple[Button, ...], ...] = ()
    if key in ("follow-up-why", "follow-up-why-again"):
        buttons = ((Button(voice.plain("button-follow-up-submit"), f"f:submit:{row.id}"),),)
    text = lines(*said(voice, case, row), voice.say(key, number=own.number))
    return Content(text, buttons)


def why_again(voice: Voice, own: Case, row: FollowUp) -> Content:
    """Asks for words before an objection goes to the supervisor a second time."""
    return Content(
        voice.say("follow-up-why-again", number=own.number),
        ((Button(voice.plain("button-follow-up-submit"), f"f:submit:{row.id}"),),),
    )


def after(voice: Voice, event: Event, own: Case, followup: int, ended: str) -> tuple[tuple[Button, ...], ...]:
    """The buttons below what the citizen is told of a decision."""
    show = Button(voice.plain("button-show"), f"c:show:{own.id}")
    if event.kind is EventKind.UPHELD and event.data["upheld"] < UPHOLDS:
        return ((Button(voice.plain("button-follow-up-again"), f"f:again:{followup}"),), (show,))
    if ended == "not_rated":
        return ((rate_button(voice, own.id), show),)
    return ((show,),)


def rate_button(voice: Voice, case_id: int) -> Button:
    return Button(voice.plain("button-follow-up-rate"), f"c:rate:{case_id}")


def again_button(voice: Voice, followup: int) -> Button:
    return Button(voice.plain("button-follow-up-again"), f"f:again:{followup}")


# --- for those who decide


def request(
    voice: Voice,
    case: Case,
    answer: Event | None,
    words: str,
    due: datetime | None,
    *,
    handler: str,
    files: int,
    nth: int,
) -> Content:
    """A citizen, the `nth` of those who are waiting, does not accept the answer: what they say, and the choice."""
    head = voice.say(
        "reopen-request",
        number=case.number,
        headline=title(voice, case),
        office=voice.office(case.department),
        handler=handler or "none",
        nth="none" if nth == 1 else str(nth),
    )
    answered = None
    if answer is not None:
        way = answer.data["outcome"]
        outcome = voice.plain(f"outcome-{way}")
        told = clip(mask(answer.data["text"]), WORDS)
        answered = voice.say("reopen-request-answer", at=voice.when(answer.at), outcome=outcome, text=told)
    theirs = (
        voice.say("reopen-request-words", text=clip(mask(words), WORDS))
        if words
        else voice.say("reopen-request-no-words")
    )
    last = "yes" if case.upheld + 1 >= UPHOLDS else "no"
    decide = voice.say("reopen-request-due", due=voice.when(due) if due else "none", last=last)
    if case.confidential:
        answered, theirs = None, voice.say("approve-sealed")
    text = lines(head, answered, theirs, decide)
    return Content(text, decision_buttons(voice, case, files=files))


def decision_buttons(voice: Voice, case: Case, *, files: int = 0) -> tuple[tuple[Button, ...], ...]:
    uphold = "button-end" if case.upheld + 1 >= UPHOLDS else "button-uphold"
    first = (
        Button(voice.plain("button-redo"), f"c:redo:{case.id}"),
        Button(voice.plain(uphold), f"c:uphold:{case.id}"),
    )
    look = [Button(voice.plain("button-card"), f"c:open:{case.id}")]
    if case.confidential:
        look.append(sealed_text(voice, case))
    elif files:
        look.append(Button(voice.plain("button-files", count=files), f"c:files:{case.id}"))
    return (first, tuple(look))


def decided(voice: Voice, case: Case, what: str, name: str) -> Content:
    return Content(voice.say("reopen-decided", number=case.number, what=what, name=name))


def which_route(voice: Voice, case: Case) -> Content:
    buttons = [Button(voice.plain(f"route-{route}"), f"c:end:{case.id}:{route}") for route in ROUTES]
    return Content(voice.say("end-which-route", number=case.number), rows(buttons, 2))


def left_words(voice: Voice, case: Case, words: str) -> Content:
    """Somebody wrote in the follow-up and rated nothing."""
    text = voice.say("follow-up-left-words", number=case.number, text=clip(mask(words), WORDS))
    return Content(text, ((Button(voice.plain("button-card"), f"c:open:{case.id}"),),))


def totals(voice: Voice, found: Rates | None) -> Safe | None:
    """An office's month: counts and rates beside each other; None when there is nothing to show yet."""
    if found is None:
        return None
    parts = [
        _part(voice, "contacted", found.contacted, found.count, found.response),
        _part(voice, "solved", found.solved, found.solvable, found.resolution),
        _part(voice, "clear", found.clear, found.explained, found.clarity),
    ]
    assert found.satisfaction is not None
    return voice.say(
        "rates",
        whole=str(found.count),
        parts=" · ".join(part for part in parts if part),
        satisfied=str(found.satisfied),
        mostly=str(found.mostly),
        percent=round(found.satisfaction * 100),
        weight=f"{found.weight:g}",
    )


def _part(voice: Voice, name: str, part: int, whole: int, rate: float | None) -> str:
    if rate is None:
        return ""
    return voice.plain(f"rate-{name}", part=str(part), whole=str(whole), percent=round(rate * 100))


def rateable(voice: Voice, case_id: int, followup: int, stage: str) -> Sequence[Button]:
    """What a citizen's page of a case offers beside the usual."""
    if stage in ("asked", "silent"):
        return (rate_button(voice, case_id),)
    if stage == "upheld":
        return (again_button(voice, followup),)
    return ()
