"""Follow-up by telephone as the centre sees it: whom to call, what was answered, the three questions."""

from collections.abc import Sequence

from bot.core.case import Case, Event
from bot.core.followup import CALLS, CHOICES, FollowUp
from bot.core.masking import mask
from bot.core.plain import clip
from bot.views.card import title
from bot.views.content import Button, Content, Listed, Voice, lines, pager
from bot.views.follow_up import kind_of, label, said

ANSWER = 700


def waiting(
    voice: Voice, rows: Sequence[tuple[FollowUp, Case]], count: int, page: int, last: int, *, others: int
) -> Content:
    """`others`: how many somebody else has to call, since this one or their office had the case."""
    head = voice.say("calls-head", count=count) if count else voice.say("calls-none")
    where = voice.say("queue-page", page=page + 1, pages=last + 1) if last else None
    more = voice.say("calls-others", count=others) if others else None
    buttons = [
        (
            Button(
                voice.plain(
                    "button-call", number=own.number, nth=row.calls + 1, headline=title(voice, own, 16)
                ),
                f"call:open:{row.id}",
            ),
        )
        for row, own in rows
    ]
    turns = pager(voice, lambda to: f"call:list:{to}", page, last)
    return Content(
        lines(head, where, more),
        (*buttons, *turns),
        lists=Listed(tuple(own.id for _, own in rows), f"call:list:{page}"),
    )


def one(
    voice: Voice,
    case: Case,
    own: Case,
    row: FollowUp,
    answer: Event | None,
    phone: str | None,
    *,
    over: str | None = None,
) -> Content:
    """One call. `over`: how it ended, in place of the next question."""

    def press(key: str, verb: str) -> Button:
        return Button(voice.plain(key), f"call:{verb}:{row.id}")

    head = voice.say(
        "call-head",
        number=own.number,
        headline=title(voice, own),
        office=voice.office(case.department),
        phone=mask(phone) if phone else "–",
        nth=max(row.calls, 1) if over in ("missed", "silent") else row.calls + 1,
    )
    told = None
    if answer is not None:
        way = answer.data.get("outcome")
        words = voice.plain("seal-line") if case.confidential else clip(mask(answer.data["text"]), ANSWER)
        told = voice.say(
            "call-answer", at=voice.when(answer.at), outcome=voice.plain(f"outcome-{way}"), text=words
        )
    chosen = said(voice, case, row, of_caller=True)
    back = (Button(voice.plain("button-back-to-list"), "call:list:0"),)
    if over is not None:
        again = voice.when(row.call_at) if row.call_at is not None else "–"
        end = voice.say(f"call-over-{over}", number=own.number, again=again, left=CALLS - row.calls)
        ask = ((press("button-call-words", "words"), press("button-call-no-words", "done")),)
        return Content(lines(head, *chosen, "", end), (*(ask if over == "why" else ()), back))
    asked = row.next_question
    assert asked is not None
    nth = str(sum(getattr(row, q) is not None for q in CHOICES) + 1)
    question = voice.say(f"call-ask-{asked}", kind=kind_of(case), nth=nth)
    buttons = [
        (Button(label(voice, case, asked, choice), f"call:tap:{row.id}:{asked}:{choice}"),)
        for choice in CHOICES[asked]
    ]
    tools = [press("button-call-phone", "phone"), press("button-call-missed", "missed")]
    if row.begun:
        tools = [press("button-call-phone", "phone"), press("button-follow-up-reset", "reset")]
    words_button = (press("button-call-words", "words"),)
    return Content(lines(head, told, *chosen, "", question), (*buttons, tuple(tools), words_button, back))
