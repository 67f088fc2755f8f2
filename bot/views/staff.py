"""What staff see beside cards: prompts, previews, the queue, bundles."""

import html
from collections.abc import Mapping, Sequence

from bot.core.case import Case, Outcome, Status
from bot.departments import Department
from bot.texts import Safe
from bot.views.card import send_button, title
from bot.views.content import Button, Content, Voice, lines, rows


def mention(person_id: int, name: str) -> Safe:
    return Safe(f'<a href="tg://user?id={person_id}">{html.escape(name, quote=False)}</a>')


def prompt(voice: Voice, intent: str, case: Case, person_id: int, name: str) -> Content:
    """Asks one clerk to write a reply or a question; their answer to this very message is what counts."""
    return Content(
        voice.say(f"prompt-{intent}", mention=mention(person_id, name), number=case.number),
        force_reply=voice.plain(f"placeholder-{intent}"),
    )


INTENTS = ("reply", *Outcome)


def preview(
    voice: Voice, case: Case, dialogue: str, shown: str, intent: str, reply_to: int | None
) -> Content:
    """Exactly what the citizen will see, and what can be done with it. `shown` is HTML.

    `intent`: ask, reply (the case goes on), or an outcome (the case is resolved); it can be switched.
    """

    def press(key: str, verb: str) -> Button:
        return Button(voice.plain(key), f"r:{verb}:{dialogue}")

    last = (press("button-note", "note"), press("button-discard", "discard"))
    status = voice.plain(f"status-{case.status.value}")
    quoted = Safe(f"<blockquote>{shown}</blockquote>")
    if case.status in (Status.TRIAGE, Status.RESOLVED, Status.WITHDRAWN):
        state = "ended" if case.status is Status.WITHDRAWN else case.status.value
        note = voice.say("preview-note-only", number=case.number, status=status, state=state)
        return Content(lines(note, quoted), (last,), reply_to=reply_to)
    head, after = voice.say("preview-head", number=case.number), voice.say(f"preview-{intent}")
    if not case.citizen_reachable:
        after = lines(after, voice.say("card-unreachable"))
    others = [press(f"button-as-{i}", f"as-{i}") for i in INTENTS if i != intent] if intent != "ask" else []
    buttons = ((press("button-send", "send"),), *rows(others, 2), last)
    return Content(lines(head, quoted, after), buttons, reply_to=reply_to)


def offices(voice: Voice, case: Case, departments: Sequence[Department], first: Sequence[str]) -> Content:
    """Where to send a case: the likely offices first, then all others but the one that has it."""
    others = [d.id for d in departments if d.id not in first and d.id not in case.accused]
    ids = [d for d in (*first, *others) if d != case.department]
    buttons = [send_button(voice, case, d) for d in ids]
    return Content(voice.say("prompt-offices", number=case.number), rows(buttons, 2))


def queue(
    voice: Voice,
    office: str,
    counts: Mapping[str, int],
    found: Sequence[Case],
    next_page: str | None,
    *,
    today: int = 0,
    overdue: int = 0,
) -> Content:
    """A department's queue: counts, what is due today and what is overdue, and a button a case."""
    head = voice.say("queue-head", office=voice.office(office))
    due = voice.say("queue-due", today=today, overdue=overdue) if today or overdue else None
    numbers = Safe(count_line(voice, counts)) if counts else None
    buttons = rows([Button(_line(voice, c), f"c:open:{c.id}") for c in found], 1)
    if next_page is not None:
        buttons = (*buttons, (Button(voice.plain("queue-next"), next_page),))
    return Content(lines(head, numbers, due, None if found else voice.say("queue-empty")), buttons)


def count_line(voice: Voice, counts: Mapping[str, int]) -> str:
    """The statuses that have cases, with how many; nothing about the others."""
    present = [(s, counts[s]) for s in Status if counts.get(s)]
    return " · ".join(f"{voice.plain(f'status-{s.value}')} {n}" for s, n in present)


def _line(voice: Voice, case: Case) -> str:
    status = voice.plain(f"status-{case.status.value}")
    return voice.plain("button-open", number=case.number, status=status, headline=title(voice, case, 20))


def bundle(voice: Voice, cards: Sequence[tuple[int, str, str]]) -> Content:
    """Several cards in one message: (case id, number, line as HTML)."""
    buttons = rows([Button(number, f"c:open:{case_id}") for case_id, number, _ in cards], 2)
    return Content(
        lines(voice.say("bundle-head", count=len(cards)), *(line for _, _, line in cards)), buttons
    )


def invite_roles(voice: Voice, roles: Sequence[str]) -> Content:
    return Content(
        voice.say("invite-which"), rows([Button(voice.plain(f"role-{r}"), f"i:role:{r}") for r in roles], 1)
    )


def pick_department(voice: Voice, key: str, prefix: str, departments: Sequence[Department]) -> Content:
    """One button a department; pressing gives `prefix` and its id."""
    return Content(
        voice.say(key), rows([Button(d.label(voice.language), f"{prefix}:{d.id}") for d in departments], 2)
    )
