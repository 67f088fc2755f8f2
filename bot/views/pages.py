"""What duty officers see when they are called to an emergency, and what its card says of it."""

from collections.abc import Mapping, Sequence

from bot.core import paging
from bot.core.case import Case, Event, EventKind, Status
from bot.core.masking import mask
from bot.core.plain import clip
from bot.texts import Safe
from bot.views.content import Button, Content, Voice, lines
from bot.views.secrecy import sealed_text

WORDS = 1200


def call(voice: Voice, case: Case, history: Sequence[Event], event: Event, files: Sequence[str]) -> Content:
    """The message that wakes somebody: what, where, since when; of a confidential case only that, and how to read it."""
    alarms = [e for e in history if e.data.get("danger")]
    last = alarms[-1] if alarms else history[0]
    words = mask(str(last.data.get("text") or case.text))
    coded = [place] if (place := history[0].data.get("place")) else []
    where = [mask(place) for place in (*coded, *paging.places("\n".join([case.text, words])))]
    told = [
        voice.say("plain-text", text=clip(words, WORDS)) if words else voice.say("card-citizen-photo-only"),
        *(
            voice.say("page-place", place=place)
            for place in dict.fromkeys(where)
            if place not in clip(words, WORDS)
        ),
        voice.say("card-files", files=voice.files(files)) if files else None,
    ]
    text = lines(
        voice.say("page-head", number=case.number, round=event.data["round"]),
        voice.say(
            "page-why",
            why="care" if last.data.get("danger") == "care" else last.data.get("danger_by") or "words",
        ),
        voice.say("card-meta", office=voice.office(case.department), filed=voice.when(case.filed_at), nth=1),
        "",
        *([voice.say("page-sealed")] if case.confidential else told),
        "",
        voice.say("page-how"),
    )
    return Content(text, (_answer(voice, case), *_look(voice, case)))


def _answer(voice: Voice, case: Case) -> tuple[Button, ...]:
    return (Button(voice.plain("button-page-answer"), f"c:ack:{case.id}"),)


def _look(voice: Voice, case: Case) -> tuple[tuple[Button, ...], ...]:
    """Its words, where the message doesn't say them, and its card."""
    words = ((sealed_text(voice, case),),) if case.confidential else ()
    return (*words, (Button(voice.plain("button-page-open"), f"c:open:{case.id}"),))


def in_group(voice: Voice, case: Case, mentions: Sequence[Safe]) -> Content:
    """For those whom a private message does not reach; for nobody in particular when there is nobody."""
    if not mentions:
        return Content(voice.say("page-nobody", number=case.number), (_answer(voice, case),))
    text = voice.say("page-group", number=case.number, mentions=Safe(" ".join(mentions)))
    return Content(text, (_answer(voice, case),))


def again(voice: Voice, case: Case, event: Event) -> Content:
    """What a round's message says once the next one was sent."""
    return Content(voice.say("page-again", number=case.number, round=event.data["round"]))


def ended(voice: Voice, case: Case, event: Event, name: str | None, *, mine: bool) -> Content:
    """What the last round's message says once somebody has the case."""
    how = {
        EventKind.PAGE_ANSWERED: "mine" if mine else "answered",
        EventKind.CLAIMED: "claimed",
    }.get(event.kind, "other")
    text = voice.say(
        "page-ended",
        number=case.number,
        how=how,
        name=name or "–",
        at=voice.when(event.at),
        status=voice.plain(f"status-{case.status.value}"),
    )
    if not mine:
        return Content(text)
    claim = (Button(voice.plain("button-claim"), f"c:claim:{case.id}"),)
    return Content(text, (*((claim,) if case.status is Status.DISPATCHED else ()), *_look(voice, case)))


def page_line(
    voice: Voice, case: Case, history: Sequence[Event], names: Mapping[int, tuple[str, int]]
) -> Safe | None:
    """On the card: called how often, or who answered."""
    last = paging.last_word(history)
    if last is None or not case.open:
        return None
    if last.kind is EventKind.PAGED:
        return voice.say("card-paged", round=last.data["round"], at=voice.when(last.at))
    who = names.get(last.actor.id) if last.actor.id is not None else None
    if last.kind is EventKind.PAGE_ANSWERED and who is not None:
        name, number = who
        return voice.say("card-page-answered", name=name, staff=str(number), at=voice.when(last.at))
    return None
