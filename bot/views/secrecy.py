"""What was told in confidence, and how to reach a citizen: messages for one person's private chat."""

import html
from collections.abc import Mapping, Sequence

from bot.core.case import Case, Event, EventKind
from bot.core.masking import mask
from bot.core.proposals import Proposal
from bot.core.workflow import Action, allowed
from bot.texts import Safe
from bot.views.content import Button, Content, Voice, lines
from bot.views.moves import what

SHOWN = 30


def own_button(voice: Voice, case: Case) -> tuple[tuple[Button, ...], ...]:
    """On a citizen's own case: keep it in confidence, or no longer."""
    if not allowed(case.status, Action.SEAL):
        return ()
    key = "button-seal-off" if case.confidential else "button-seal"
    verb = "unseal" if case.confidential else "seal"
    return ((Button(voice.plain(key), f"c:{verb}:{case.id}"),),)


def sealed_text(voice: Voice, case: Case) -> Button:
    """Opens the words in the private chat of whoever presses it and may read them."""
    return Button(voice.plain("button-sealed-text"), f"c:text:{case.id}")


def waiting(
    voice: Voice, proposal: Proposal | None, answer: str | None, objection: Sequence[Event]
) -> list[str]:
    """What somebody is asked to agree to or to decide on, as plain text. `objection`: who does not accept `answer`."""
    out = []
    if proposal is not None and (words := proposal.data.get("text")):
        out.append(
            voice.plain(
                "seal-proposed", what=what(voice, proposal.action.value, proposal.data), text=mask(words)
            )
        )
    if objection and answer:
        out.append(voice.plain("seal-answered", text=mask(answer)))
    out += [voice.plain("seal-objected", text=mask(e.data["text"])) for e in objection if e.data["text"]]
    return out


def among_staff(voice: Voice, history: Sequence[Event]) -> list[str]:
    """What staff wrote to each other about a case, as plain text: reasons of sending back, contributions, notes."""
    out = []
    for event in history:
        office = event.data.get("from_department" if event.kind is EventKind.RETURNED else "office")
        if event.kind in (EventKind.RETURNED, EventKind.NOTED) and (words := event.data.get("text")):
            key = "seal-returned" if event.kind is EventKind.RETURNED else "seal-noted"
            by = voice.short(office) if office else "none"
            out.append(voice.plain(key, at=voice.when(event.at), office=by, text=mask(words)))
    return out


def text(voice: Voice, case: Case, words: str) -> Content:
    """The letter, masked, for the one who asked."""
    return Content(lines(voice.say("seal-text", number=case.number), _quoted(words)))


def contact(voice: Voice, case: Case, said: Sequence[str]) -> Content:
    """The sentences with numbers in them, as the citizen wrote them."""
    return Content(lines(voice.say("reveal-contact", number=case.number), *(_quoted(each) for each in said)))


def _quoted(words: str) -> Safe:
    return Safe(f"<blockquote>{html.escape(words, quote=False)}</blockquote>")


def reveals(
    voice: Voice, case: Case, events: Sequence[Event], names: Mapping[int, tuple[str, int]]
) -> Content:
    """Who was shown what of a case, the newest first."""
    if not events:
        return Content(voice.say("reveal-none", number=case.number))
    told = []
    for event in list(reversed(events))[:SHOWN]:
        name, staff = names.get(event.actor.id or 0, ("–", 0))
        told.append(
            voice.say(
                "reveal-line", at=voice.when(event.at), name=name, staff=str(staff), what=event.data["what"]
            )
        )
    return Content(lines(voice.say("reveal-head", number=case.number, count=len(events)), *told))
