"""The case card in a department's chat: one message, edited in place, that says all a clerk needs.

It is read on a phone: what does not matter in a state is not shown, and long words are folded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core import said
from bot.core.case import Case, Event, EventKind, Status
from bot.core.deadlines import Grade, Kind, Standing, grade_of
from bot.core.masking import mask
from bot.core.plain import clip, headline, units
from bot.texts import Safe
from bot.texts.script import in_script_of
from bot.views import fairness, supervision
from bot.views import moves as moves_view
from bot.views.content import TEXT_LIMIT, Button, Content, Voice, lines
from bot.views.pages import page_line

BODY_LIMIT = 1800
FOLDED = 200  # longer words are folded: a press in place shows them
LINE_LIMIT = 200
LINES_SHOWN = 3
JOINED_SHOWN = 3
TELLING = 0.5  # a weaker guess is no reason to doubt where a case was sent
_TOLD = {
    EventKind.ADDED: "card-added",
    EventKind.SUPPLIED: "card-supplied",
    EventKind.DETACHED: "card-detached",
    EventKind.ASKED: "card-question",
    EventKind.REPLIED: "card-replied",
    EventKind.RESOLVED: "card-resolved",
    EventKind.NOTED: "card-noted",
    EventKind.SUMMARISED: "card-summarised",
    EventKind.CORRECTED: "card-corrected",
    EventKind.SPLIT: "card-split",
    EventKind.REOPENED: "card-reopened",
}
TYPES = {"投诉": "complaint", "求助": "help", "咨询": "question", "建议": "proposal", "举报": "report"}
# Moves that have no words and no line of their own: the last one is told with who made it and when. What the office
# must not know is not among them: single ratings, who doesn't accept an answer, who is complained about.
LAST = {
    EventKind.DISPATCHED, EventKind.CLAIMED, EventKind.TRANSFERRED, EventKind.REDIRECTED, EventKind.RECALLED,
    EventKind.AGREED, EventKind.HANDED_OVER, EventKind.UNMERGED, EventKind.GRADED, EventKind.SEALED,
    EventKind.WITHDRAWN, EventKind.SUPPORTED, EventKind.LEFT, EventKind.PAGE_ANSWERED,
}  # fmt: skip
# The same of all that changes what can be done with a case, for whoever was slower.
DID = LAST | {
    EventKind.ASKED, EventKind.REPLIED, EventKind.RESOLVED, EventKind.REOPENED, EventKind.RETURNED,
    EventKind.DECLINED, EventKind.EXTENDED, EventKind.DEFERRED, EventKind.MERGED, EventKind.SPLIT,
    EventKind.CLOSED, EventKind.PROPOSED, EventKind.REFUSED, EventKind.SUPPLIED, EventKind.DETACHED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a card shows beside the case itself. `names`: staff by id; `likely`: offices for triage, best first.

    `joined`: numbers of the cases merged into it; `lead`: of the one that it was merged into.
    """

    history: Sequence[Event]
    file_kinds: Sequence[str]
    names: Mapping[int, tuple[str, int]]
    nth: int
    prediction: Mapping[str, Any] | None
    likely: Sequence[str]
    stand_in: bool = False
    clocks: Sequence[Standing] = ()
    joined: Sequence[str] = ()
    lead: str | None = None
    now: datetime | None = None
    supporting: bool = False
    likely_accused: Sequence[str] = ()
    phone: str | None = None
    rendered: bool = False  # the citizen's words in the reader's characters


def written_otherwise(voice: Voice, case: Case, history: Sequence[Event]) -> bool:
    """Whether the citizen wrote in other characters than the reader does: traditional ones, or simplified ones."""
    texts = [case.text, *(e.data.get("text", "") for e in said.standing(history))]
    return any(in_script_of(voice.language, text) != text for text in texts)


def full_text(case: Case, history: Sequence[Event] = (), voice: Voice | None = None) -> str:
    """All that the citizen wrote, additions and answers too, as staff may read it."""
    parts = [mask(case.text)]
    if voice is not None:
        parts += [
            voice.plain(_TOLD[e.kind], at=voice.when(e.at), text=mask(e.data.get("text", "")))
            for e in said.standing(history)
        ]
    return "\n\n".join(parts)


def is_clipped(case: Case, history: Sequence[Event]) -> bool:
    """Whether the card shows less than the citizen wrote."""
    more = said.standing(history)
    long = any(units(e.data.get("text", "")) > LINE_LIMIT for e in more)
    return units(full_text(case)) > BODY_LIMIT or long or len(more) > LINES_SHOWN


def card(voice: Voice, case: Case, facts: CardFacts) -> Content:
    """The card of a case for the people who work on it."""
    say = voice.say
    body = full_text(case)
    if facts.rendered:
        body = in_script_of(voice.language, body)
    head = lines(
        say(
            "card-head",
            number=case.number,
            about=_about(voice, case, facts),
            status=voice.plain(f"status-{case.status.value}"),
        ),
        say("card-danger") if case.open and _urgent(facts.history) else None,
        *supervision.marks(voice, case, facts.history),
        _owner(voice, case, facts),
        say("where-is", place=voice.place(case.district))
        if case.district and not case.confidential
        else None,
        _coded(voice, case, facts.history),
        *_clock_lines(voice, facts),
        _came(voice, case, facts),
        *_related(voice, facts),
        *moves_view.head_lines(voice, case, facts.history, facts.names),
        _stand_in(voice, case) if facts.stand_in else None,
        page_line(voice, case, facts.history, facts.names),
        None if case.citizen_reachable else say("card-caller" if case.by_phone else "card-unreachable"),
        _guess(voice, case, facts),
        fairness.card_line(voice, case, facts.likely_accused),
        _last(voice, facts),
        "",
        *_words(voice, case, body, facts),
    )
    gone = said.apart(facts.history)
    shown = (event for event in facts.history if event.version not in gone)
    told = [line for event in shown if (line := _event_line(voice, case, event, facts))]
    kept: list[str] = []
    room = TEXT_LIMIT - units(head) - 40
    for line in reversed(told):
        room -= units(line) + 1
        if room < 0 or len(kept) == LINES_SHOWN:
            break
        kept.insert(0, line)
    return Content(lines(head, "" if kept else None, *kept), _buttons(voice, case, facts))


def _about(voice: Voice, case: Case, facts: CardFacts) -> str:
    """Domain with the model's confidence, type, and how it is measured when that is out of the ordinary."""
    domain, p = _domain(voice, case), facts.prediction
    if case.open and case.domain and p is not None and _best(p) == case.domain:
        domain = voice.plain(
            "card-guess-item", domain=domain, percent=round(p["probabilities"][case.domain] * 100)
        )
    kind = TYPES.get(case.type or "")
    complex_ = case.open and facts.history and grade_of(facts.history) is Grade.COMPLEX
    parts = [
        domain,
        voice.plain(f"type-{kind}") if kind else "",
        voice.plain("grade-complex") if complex_ else "",
    ]
    return " · ".join(part for part in parts if part)


def _best(prediction: Mapping[str, Any]) -> str | None:
    return max(prediction["probabilities"], key=prediction["probabilities"].__getitem__, default=None)


def _urgent(history: Sequence[Event]) -> bool:
    return any(e.data.get("danger") for e in history)


def _owner(voice: Voice, case: Case, facts: CardFacts) -> str:
    """The office in charge, and who has the case there."""
    name, staff = facts.names.get(case.handler_id or 0, ("none", 0))
    return voice.say(
        "card-owner",
        who=voice.who(case.department),
        office=voice.short(case.department),
        name=name,
        staff=str(staff),
    )


def _came(voice: Voice, case: Case, facts: CardFacts) -> str:
    """When it came, the how-manieth it is of its citizen, and the number to call them at, masked."""
    shown = facts.phone is not None and case.open and not case.confidential
    return voice.say(
        "card-came",
        filed=voice.when(case.filed_at),
        nth=facts.nth,
        phone=mask(facts.phone) if shown and facts.phone else "none",
    )


def _last(voice: Voice, facts: CardFacts) -> str | None:
    """What was done last, by whom and when, unless the card tells it with its words below."""
    told = (e for e in reversed(facts.history) if e.kind in LAST or e.kind in _TOLD or moves_view.tells(e))
    event = next(told, None)
    wordless = event is not None and event.kind is EventKind.REOPENED and not event.data.get("text")
    if event is None or not (event.kind in LAST or wordless):
        return None
    actor = facts.names.get(event.actor.id) if event.actor.id else None
    return voice.say(
        "card-last",
        at=voice.when(event.at),
        by=event.actor.kind.value,
        name=actor[0] if actor else "–",
        what=voice.plain(f"did-{event.kind.value}"),
    )


def _coded(voice: Voice, case: Case, history: Sequence[Event]) -> str | None:
    """The place whose code the citizen opened."""
    place = history[0].data.get("place") if history else None
    return voice.say("place-at", place=mask(place)) if place and not case.confidential else None


def _related(voice: Voice, facts: CardFacts) -> list[str]:
    """The cases that this one is handled with, or came from."""
    out: list[str] = []
    if facts.lead is not None:
        out.append(voice.say("card-into", lead=facts.lead))
    if facts.joined:
        more = len(facts.joined) - JOINED_SHOWN
        numbers = voice.listed(facts.joined[:JOINED_SHOWN])
        out.append(voice.say("card-joined", count=len(facts.joined), numbers=numbers, more=max(more, 0)))
    if facts.history and (origin := facts.history[0].data.get("split_from")):
        out.append(voice.say("card-split-from", number=origin))
    return out


def _words(voice: Voice, case: Case, body: str, facts: CardFacts) -> list[str | None]:
    """What the citizen said and sent; of what was told in confidence only that it was."""
    if case.confidential:
        return [voice.say("seal-card")]
    words = voice.say("plain-text", text=clip(body, BODY_LIMIT))
    if units(body) > FOLDED:
        words = Safe(f"<blockquote expandable>{words}</blockquote>")
    return [
        voice.say("card-rendered") if facts.rendered else None,
        words if body else voice.say("card-citizen-photo-only"),
        voice.say("card-files", files=voice.files(facts.file_kinds)) if facts.file_kinds else None,
    ]


def _stand_in(voice: Voice, case: Case) -> str:
    key = "accused-aside" if case.accused else "card-unbound"
    return voice.say(key, office=voice.office(case.department))


def _clock_lines(voice: Voice, facts: CardFacts) -> list[str]:
    """All that is overdue, the next step, and the answer with the time left."""
    late = [c for c in facts.clocks if c.missed]
    coming = [c for c in facts.clocks if not c.missed]
    steps = [c for c in coming if c.kind is not Kind.RESOLVE and not c.paused][:1]
    answer = [c for c in coming if c.kind is Kind.RESOLVE]
    out: list[str] = []
    for clock in (*late, *steps, *answer):
        what, due = voice.plain(f"clock-{clock.kind.value}"), voice.when(clock.due)
        if clock.missed:
            out.append(voice.say("card-overdue", what=what, due=due))
        elif clock.paused:
            out.append(voice.say("card-paused", what=what, left=_left(voice, clock)))
        elif clock.kind is Kind.RESOLVE and facts.now is not None:
            now, left = voice.when(facts.now), _left(voice, clock)
            out.append(voice.say("card-due-left", what=what, due=due, left=left, now=now))
        else:
            out.append(voice.say("card-due", what=what, due=due))
    return out


def _left(voice: Voice, clock: Standing) -> str:
    key, count = ("left-days", clock.days) if clock.days else ("left-hours", clock.hours)
    return voice.plain(key, count=count)


def _event_line(voice: Voice, case: Case, event: Event, facts: CardFacts) -> str | None:
    key = _TOLD.get(event.kind)
    if key is None or event.data.get("office"):
        return moves_view.line(voice, case, event, facts.names)
    if event.kind is EventKind.REOPENED and not event.data.get("text"):
        return None  # nobody had asked for it
    actor = facts.names.get(event.actor.id) if event.actor.id else None
    text = event.data.get("text") or event.data.get("question") or ""
    if facts.rendered and event.kind in said.SAID:
        text = in_script_of(voice.language, text)
    outcome = event.data.get("outcome")
    kinds = event.data.get("kinds") or [file["kind"] for file in event.data.get("files", ())]
    words = clip(mask(text), LINE_LIMIT) + (f"（📎 {voice.files(kinds)}）" if kinds else "")
    return voice.say(
        key,
        at=voice.when(event.at),
        text=voice.plain("seal-line") if case.confidential else words,
        name=actor[0] if actor else "",
        outcome=voice.plain(f"outcome-{outcome}") if outcome else "",
        numbers=voice.listed(event.data.get("into", ())),
    )


def _domain(voice: Voice, case: Case) -> str:
    if case.domain:
        return voice.domain(case.domain)
    return voice.plain("no-domain" if case.status is Status.TRIAGE else "other-domain")


def _guess(voice: Voice, case: Case, facts: CardFacts) -> str | None:
    """The model's opinion with its confidence: in triage to choose by, with the words behind it; in a queue to doubt."""
    p = facts.prediction
    if p is None or not case.open or (_best(p) == case.domain and case.status is not Status.TRIAGE):
        return None
    if not p["probabilities"]:
        return voice.say("card-unread") if case.status is Status.TRIAGE else None
    ranked = sorted(p["probabilities"].items(), key=lambda item: -item[1])
    if case.status is Status.TRIAGE:
        items = [(name, value) for name, value in ranked if value >= 0.01][:3]
    else:
        items = [(name, value) for name, value in ranked[:1] if value >= TELLING]
    parts = [voice.plain("card-guess-item", domain=voice.domain(n), percent=round(v * 100)) for n, v in items]
    if case.status is Status.TRIAGE:
        parts.append(voice.plain("card-guess-none", percent=round(p["none"] * 100)))
    if not parts:
        return None
    guess = voice.say("card-guess", guess=" · ".join(parts))
    telling = case.status is Status.TRIAGE and not case.confidential
    words = [voice.written(word) for word, _ in p["words"] or ()] if telling else []
    return lines(guess, voice.say("card-words", words=voice.listed(words)) if words else None)


def send_button(voice: Voice, case: Case, department: str) -> Button:
    """Sends a case to a department; it knows from where, so that a press that comes late is noticed."""
    return Button(voice.short(department), f"c:to:{case.id}:{department}:{case.department[:8]}")


def _buttons(voice: Voice, case: Case, facts: CardFacts) -> tuple[tuple[Button, ...], ...]:
    def press(key: str, verb: str, **args: Any) -> Button:
        return Button(voice.plain(key, **args), f"c:{verb}:{case.id}")

    status = case.status
    out: list[tuple[Button, ...]] = []
    if facts.supporting:
        out += moves_view.support_buttons(voice, case)
    elif status is Status.TRIAGE:
        out += fairness.card_buttons(voice, case, facts.likely_accused)
        out += [(send_button(voice, case, d),) for d in facts.likely if d not in case.accused]
        out.append((press("button-other-offices", "offices"),))
    elif status is Status.DISPATCHED:
        out.append(
            (
                press("button-claim", "claim"),
                press("button-reply", "reply"),
                press("button-transfer", "offices"),
            )
        )
    elif status in (Status.IN_PROGRESS, Status.AWAITING_CITIZEN):
        ask = "button-ask" if status is Status.IN_PROGRESS else "button-ask-again"
        out.append((press("button-reply", "reply"), press(ask, "ask"), press("button-transfer", "offices")))
        if case.proposal is not None:
            out.append((press("button-take-back", "take_back"),))
    elif status is Status.DEFERRED:
        out.append((press("button-recall", "recall"),))
    elif status is Status.RESOLVED:
        out.append((press("button-reopen", "reopen"),))
    elif status is Status.MERGED:
        out.append((press("do-unmerge", "unmerge"),))
    more = []
    if case.confidential and not facts.supporting:
        more.append(press("button-sealed-text", "text"))
    elif is_clipped(case, facts.history) and not case.confidential:
        more.append(press("button-full", "full"))
    if facts.rendered:
        more.append(press("button-written", "written"))
    elif not case.confidential and written_otherwise(voice, case, facts.history):
        more.append(press("button-script", "script"))
    if facts.file_kinds and not case.confidential:
        more.append(press("button-files", "files", count=len(facts.file_kinds)))
    if not case.over and not facts.supporting:
        more.append(press("button-actions", "more"))
    if more:
        out.append(tuple(more))
    return tuple(out)


def title(voice: Voice, case: Case, limit: int = 30) -> str:
    """The line by which staff recognise a case in a list."""
    return voice.plain("seal-line") if case.confidential else headline(mask(case.title), limit)


def brief(voice: Voice, case: Case) -> str:
    """The one line that stands for a card in a bundle."""
    return voice.say(
        "bundle-line",
        number=case.number,
        domain=_domain(voice, case),
        headline=title(voice, case),
    )


def moved(voice: Voice, case: Case) -> Content:
    """What an old card says once the case is with somebody else."""
    key = "card-moved-locked" if case.locked and case.status is Status.TRIAGE else "card-moved"
    return Content(voice.say(key, number=case.number, office=voice.office(case.department)))
