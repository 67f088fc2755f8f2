"""What staff see beside cards: prompts, previews, the queue, bundles."""

import html
from collections.abc import Mapping, Sequence

from bot.core.case import Case, Outcome, Status
from bot.core.workflow import Action, allowed
from bot.departments import Department
from bot.texts import Safe
from bot.views.card import send_button
from bot.views.content import Button, Content, Voice, lines, offices_to_choose, rows


def mention(person_id: int, name: str) -> Safe:
    return Safe(f'<a href="tg://user?id={person_id}">{html.escape(name, quote=False)}</a>')


def prompt(voice: Voice, intent: str, case: Case, person_id: int, name: str) -> Content:
    """Asks one clerk to write a reply or a question; their answer to this very message is what counts."""
    return Content(
        voice.say(f"prompt-{intent}", mention=mention(person_id, name), number=case.number),
        force_reply=voice.plain(f"placeholder-{intent}"),
    )


INTENTS = ("reply", *Outcome)


def answerable(case: Case) -> bool:
    """Whether a text can go to the citizen now, if only after a claim."""
    return case.status is Status.DISPATCHED or allowed(case.status, Action.REPLY)


def preview(
    voice: Voice,
    case: Case,
    dialogue: str,
    shown: str,
    intent: str,
    reply_to: int | None,
    *,
    note_only: bool = False,
    warned: Safe | None = None,
    stopped: bool = False,
    files: Sequence[str] = (),
) -> Content:
    """Exactly what the citizen will see, and what can be done with it. `shown` is HTML.

    `intent`: ask, correct, reply (the case goes on), or an outcome (the case is resolved); the last can be switched.
    `warned`: what the gate found. `stopped`: it was about to go out, and was changed.
    """

    def press(key: str, verb: str) -> Button:
        return Button(voice.plain(key), f"r:{verb}:{dialogue}")

    last: tuple[Button, ...] = (press("button-note", "note"), press("button-discard", "discard"))
    look: tuple[tuple[Button, ...], ...] = ()
    if files:
        shown_as_sent = press("button-see-files", "files")
        look = ((shown_as_sent, press("button-without-files", "bare")),)
    status = voice.plain(f"status-{case.status.value}")
    quoted = Safe(f"<blockquote>{shown}</blockquote>")
    if note_only:
        state = "ended" if case.over else case.status.value
        note = voice.say("preview-note-only", number=case.number, status=status, state=state)
        return Content(lines(note, quoted), (*look, last), reply_to=reply_to)
    head, after = voice.say("preview-head", number=case.number), voice.say(f"preview-{intent}")
    if not case.citizen_reachable:
        after = lines(after, voice.say("card-caller" if case.by_phone else "card-unreachable"))
    if intent in INTENTS:
        templates = Button(voice.plain("button-templates"), f"c:templates:{case.id}:{intent}")
        last = (templates, *last)
    others = [press(f"button-as-{i}", f"as-{i}") for i in INTENTS if i != intent and intent in INTENTS]
    send = press("button-send-anyway" if warned else "button-send", "send")
    text = lines(voice.say("preview-stopped") if stopped else None, head, quoted, after)
    return Content(lines(text, warned), ((send,), *rows(others, 2), *look, last), reply_to=reply_to)


def offices(
    voice: Voice, case: Case, departments: Sequence[Department], first: Sequence[str], page: int = 0
) -> Content:
    """Where to send a case: the likely offices first, then all others but the one that has it."""
    others = [d.id for d in departments if d.id not in first and d.id not in case.accused]
    ids = [d for d in (*first, *others) if d != case.department]
    buttons = [send_button(voice, case, d) for d in ids]
    text = voice.say("prompt-offices", number=case.number)
    return offices_to_choose(voice, text, buttons, turn=f"c:offices:{case.id}:", page=page)


def count_line(voice: Voice, counts: Mapping[str, int]) -> str:
    """The statuses that have cases, with how many; nothing about the others."""
    present = [(s, counts[s]) for s in Status if counts.get(s)]
    return " · ".join(f"{voice.plain(f'status-{s.value}')} {n}" for s, n in present)


def bundle(voice: Voice, cards: Sequence[tuple[int, str, str]]) -> Content:
    """Several cards in one message: (case id, number, line as HTML)."""
    buttons = rows([Button(number, f"c:open:{case_id}") for case_id, number, _ in cards], 2)
    return Content(
        lines(voice.say("bundle-head", count=len(cards)), *(line for _, _, line in cards)), buttons
    )


def also_bound(voice: Voice, offices: Sequence[str]) -> tuple[Safe | None, tuple[tuple[Button, ...], ...]]:
    """What else a group gets, and a button to end each."""
    if not offices:
        return None, ()
    text = voice.say("bind-also", offices=voice.listed([voice.office(d) for d in offices]))
    ends = [Button(voice.plain("button-unbind", office=voice.short(d)), f"b:off:{d}") for d in offices]
    return text, tuple((each,) for each in ends)


def list_over(voice: Voice, again: str | None) -> Content:
    """What stands where a list was that may not be seen any more as it was. `again`: the data of a button."""
    way = ((Button(voice.plain("button-list-again"), again),),) if again else ()
    return Content(voice.say("list-over", again="yes" if again else "no"), way)


def pick_department(
    voice: Voice, key: str, prefix: str, departments: Sequence[Department], page: int = 0
) -> Content:
    """One button a department; pressing gives `prefix` and its id, or the page to turn to."""
    buttons = [Button(d.label(voice.language), f"{prefix}:{d.id}") for d in departments]
    return offices_to_choose(voice, voice.say(key), buttons, turn=f"{prefix}:", page=page)
