"""What citizens see beside notices: their draft, their cases."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from bot.core.case import Case, Event, EventKind, Status
from bot.core.deadlines import Kind, Standing
from bot.core.places import Place
from bot.core.plain import clip
from bot.core.workflow import Action, allowed, takes_words
from bot.service.drafts import Draft
from bot.texts import Safe
from bot.views import danger, fairness, secrecy, where
from bot.views import follow_up as follow_view
from bot.views import history as history_view
from bot.views.content import Button, Content, Voice, lines, rows

CASES_SHOWN = 2  # of those that a draft may belong to, beside the one that is guessed
LEAST_LIKELY = 0.1  # a domain below this is no guess worth a button


def draft(voice: Voice, d: Draft, target: Case | None, open_cases: Sequence[Case]) -> Content:
    """What the bot understood of a draft, and the buttons to go on. `target`: the case it seems to belong to."""
    buttons: list[tuple[Button, ...]] = []
    say = voice.say
    key = d.id

    def press(text: str, verb: str, arg: str = "") -> Button:
        return Button(text, f"d:{verb}:{key}" + (f":{arg}" if arg else ""))

    alarm = danger.head(voice, d)
    heard = say("draft-longer", count=d.longer) if d.longer else None
    at = say("place-at", place=d.place) if d.place else None
    files = lines(at, say("draft-files", files=voice.files([f.kind for f in d.files]))) if d.files else at
    cancel = press(voice.plain("button-cancel"), "cancel")
    if d.asks:
        more = press(voice.plain("button-more"), "more")
        buttons = [*danger.answers(voice, d), (more, cancel)]
        return Content(lines(*alarm, say("draft-head"), d.excerpt(), heard, files), tuple(buttons))
    kept = say("seal-draft") if d.confidential else None
    seal = press(voice.plain("button-seal-off" if d.confidential else "button-seal"), "seal")
    if target is not None and takes_words(target.status):
        if target.status is Status.AWAITING_CITIZEN and d.guess == "answer":
            head = say("draft-answers", number=target.number, question=clip(target.question or "", 120))
            verb = press(voice.plain("button-answer", number=target.number), "join", str(target.id))
        elif d.guess == "same":
            head = say("draft-same", number=target.number, headline=voice.about(target.title))
            verb = press(voice.plain("button-join", number=target.number), "join", str(target.id))
        else:
            head = say("draft-for-case", number=target.number, headline=voice.about(target.title))
            verb = press(voice.plain("button-join", number=target.number), "join", str(target.id))
        buttons = [
            (verb,),
            (press(voice.plain("button-submit-new"), "new"),),
            *_belonging(voice, d, [c for c in open_cases if c.id != target.id]),
            (*danger.unasked(voice, d), seal, cancel),
        ]
        return Content(
            lines(*alarm, say("draft-head"), d.excerpt(), heard, files, head, kept, say("draft-choose")),
            tuple(buttons),
        )

    buttons.append((press(voice.plain("button-submit"), "submit"),))
    buttons += _belonging(voice, d, open_cases)
    how = say("draft-how-danger" if d.danger else "draft-how")
    s = d.suggested
    what: Safe | None
    if d.chosen == "none":
        what = say("draft-none-chosen")
    elif d.chosen is not None:
        what = say("draft-chosen", domain=voice.domain(d.chosen), office=_lead(voice, d, d.chosen))
    elif s is None:
        what = say("draft-no-words")
    elif s.unread and not d.emergency:
        what = say("draft-unread")
    elif s.queue == "triage":
        what = None if d.emergency else say("draft-unsure")  # in danger every line is one too many
    else:
        what = say("draft-domain", domain=voice.domain(s.queue), office=_lead(voice, d, s.queue))
    asked: tuple[Place, ...] = ()
    if (aside := fairness.draft_line(voice, d)) is not None:
        what = aside
    else:
        asked = where.choices(voice, d)
        buttons += where.answers(voice, d, asked)
    asks_domain = s is not None and s.unread and d.chosen is None and not d.emergency
    if asks_domain:
        every = [press(voice.domain(name), "domain", name) for name in voice.offices.led]
        buttons += rows([*every, press(voice.plain("button-none"), "domain", "none")], 3)
    elif s is not None and not s.unread:
        shown = d.chosen or (None if s.queue == "triage" else s.queue)
        likely = [name for name, p in s.alternatives if p >= LEAST_LIKELY or shown]
        others = [name for name in likely[:3] if name != shown]
        label = "button-domain" if shown else "button-domain-is"
        buttons.append(
            tuple(
                press(voice.plain(label, domain=voice.domain(name)), "domain", name)
                for name in others[: 2 if shown else 3]
            )
        )
    more = press(voice.plain("button-more"), "more")
    buttons.append((more,) if asks_domain else (press(voice.plain("button-more-domains"), "domains"), more))
    buttons.append((*danger.unasked(voice, d), seal, cancel))
    return Content(
        lines(
            *alarm, say("draft-head"), d.excerpt(), heard, files, what, where.line(voice, d, asked), kept, how
        ),
        tuple(buttons),
    )


def _belonging(voice: Voice, d: Draft, found: Sequence[Case]) -> list[tuple[Button, ...]]:
    """Where else a draft may belong: the likeliest cases, and the way to all of them."""
    more = (Button(voice.plain("button-more-cases"), f"d:cases:{d.id}"),)
    return [*(_belongs(voice, d, c) for c in found[:CASES_SHOWN]), *([more] if found[CASES_SHOWN:] else [])]


def _belongs(voice: Voice, d: Draft, c: Case) -> tuple[Button, ...]:
    key = "button-answer-about" if c.status is Status.AWAITING_CITIZEN else "button-join-about"
    return (
        Button(voice.plain(key, number=c.number, headline=voice.about(c.title, 10)), f"d:join:{d.id}:{c.id}"),
    )


def which_of_mine(voice: Voice, d: Draft, found: Sequence[Case]) -> Content:
    """All cases that a draft may belong to."""
    back = (Button(voice.plain("button-back"), f"d:back:{d.id}"),)
    text = lines(d.excerpt(), voice.say("draft-which-case"))
    return Content(text, (*(_belongs(voice, d, c) for c in found), back))


def _lead(voice: Voice, d: Draft, domain: str) -> str:
    office = voice.offices.tree.lead(domain, d.at(voice.offices))
    return voice.office(office.id if office else voice.offices.triage.id)


def domains(voice: Voice, d: Draft, names: Sequence[str]) -> Content:
    """All domains to choose from."""
    choices = [Button(voice.domain(name), f"d:domain:{d.id}:{name}") for name in names]
    last = (
        Button(voice.plain("button-none"), f"d:domain:{d.id}:none"),
        Button(voice.plain("button-back"), f"d:back:{d.id}"),
    )
    return Content(lines(d.excerpt(), voice.say("draft-which-domain")), (*rows(choices, 2), last))


def case_buttons(voice: Voice, case: Case, *, show: bool = True) -> tuple[tuple[Button, ...], ...]:
    may = (
        ("show", "button-show", show),
        ("add", "button-add", takes_words(case.status)),
        ("remind", "button-remind", case.open),
        ("redomain", "button-redirect", allowed(case.status, Action.REDIRECT)),
        ("withdraw", "button-withdraw", allowed(case.status, Action.WITHDRAW)),
    )
    buttons = [Button(voice.plain(key), f"c:{verb}:{case.id}") for verb, key, shown in may if shown]
    return rows(buttons, 3)


def other_matter(voice: Voice, case: Case, event: Event) -> tuple[Button, ...]:
    """The way out for words that were taken to belong to a case."""
    return (Button(voice.plain("button-other-matter"), f"c:other:{case.id}:{event.version}"),)


def case(
    voice: Voice,
    c: Case,
    history: Sequence[Event],
    clocks: Sequence[Standing],
    staff: Mapping[int, int],
    *,
    stage: str = "none",
    followup: int = 0,
) -> Content:
    """One case, as its citizen sees it. `staff`: staff numbers by person; `stage`: where the follow-up of its answer stands."""
    status = voice.plain(f"own-status-{c.status.value}")
    reply = next((e for e in reversed(history) if e.kind in (EventKind.REPLIED, EventKind.RESOLVED)), None)
    corrected = next((e for e in reversed(history) if e.kind is EventKind.CORRECTED), None)
    text = lines(
        voice.say("case-head", number=c.number, status=status),
        history_view.steps(voice, c, history),
        voice.say(
            "case-body",
            headline=voice.about(c.title, 60),
            filed=voice.when(c.filed_at),
            who="ended" if c.over else voice.who(c.department),
            office=voice.office(c.department),
        ),
        voice.say("case-reply", at=voice.when(reply.at), text=clip(reply.data["text"], 1500))
        if reply
        else None,
        voice.say("case-corrected", at=voice.when(corrected.at), text=clip(corrected.data["text"], 800))
        if reply and corrected and corrected.version > reply.version
        else None,
        _due(voice, clocks),
        voice.say(f"case-next-{c.status.value}", question=clip(c.question or "", 200), stage=stage),
        voice.say("seal-mine") if c.confidential else None,
        "",
        voice.say("history-head"),
        *history_view.course(voice, history, staff),
    )
    asked = tuple((button,) for button in follow_view.rateable(voice, c.id, followup, stage))
    return Content(text, (*asked, *case_buttons(voice, c, show=False), *secrecy.own_button(voice, c)))


def _due(voice: Voice, clocks: Sequence[Standing]) -> str | None:
    """When the answer is due, in the citizen's words."""
    answer = next((clock for clock in clocks if clock.kind is Kind.RESOLVE), None)
    if answer is None:
        return None
    if answer.paused and not answer.missed:
        return voice.say("case-due-paused")
    return voice.say("case-due-missed" if answer.missed else "case-due", due=voice.due(answer.due))


def case_list(
    voice: Voice, found: Sequence[Case], total: int, asked: Collection[int] = frozenset()
) -> Content:
    """`asked`: those that wait for the citizen's rating."""
    if not found:
        return Content(voice.say("mycases-none"), menu(voice, "list", "add", "withdraw", "remind"))
    lines_ = [
        voice.say(
            "mycases-line",
            number=c.number,
            status=voice.plain(f"own-status-{c.status.value}"),
            headline=voice.about(c.title),
            asked="yes" if c.id in asked else "no",
        )
        for c in found
    ]
    more = voice.say("mycases-more", count=total - len(found)) if total > len(found) else None
    buttons = [Button(c.number, f"c:show:{c.id}") for c in found]
    return Content(
        lines(voice.say("mycases-head"), *lines_, more), (*rows(buttons, 2), *menu(voice, "list", "remind"))
    )


def which(voice: Voice, verb: str, found: Sequence[Case]) -> Content:
    """Which case a verb is meant for; without any, what to do instead."""
    if not found:
        return Content(voice.say("which-none", verb=verb), menu(voice))
    label = "button-join-about" if verb == "add" else "button-case-about"
    buttons = [
        (
            Button(
                voice.plain(label, number=c.number, headline=voice.about(c.title, 12)),
                f"c:{verb}:{c.id}",
            ),
        )
        for c in found
    ]
    return Content(voice.say("which-case", verb=verb), tuple(buttons))


def still_asked(voice: Voice, c: Case, until: datetime | None) -> Content:
    """A question that waits, asked once more. `until`: how long the office waits."""
    text = voice.say(
        "still-asked",
        number=c.number,
        office=voice.office(c.department),
        question=clip(c.question or "", 400),
        until=voice.due(until) if until is not None else "none",
    )
    return Content(text)


def menu(voice: Voice, *but: str) -> tuple[tuple[Button, ...], ...]:
    """What can be done without writing a command. `but`: what the message itself is."""
    may = ("list", "add", "withdraw", "remind", "privacy", "help")
    buttons = [Button(voice.plain(_MENU[what]), f"m:{what}") for what in may if what not in but]
    return rows(buttons, 3)


_MENU = {
    "list": "button-mycases",
    "add": "button-add",
    "withdraw": "button-withdraw",
    "remind": "button-remind",
    "privacy": "button-privacy",
    "help": "button-help",
}


def redirect(voice: Voice, c: Case, names: Sequence[str]) -> Content:
    """What else a case may be about."""
    choices = [Button(voice.domain(name), f"c:redomain:{c.id}:{name}") for name in names]
    none = Button(voice.plain("button-none"), f"c:redomain:{c.id}:none")
    return Content(voice.say("redirect-which", number=c.number), rows([*choices, none], 2))


def redirected(voice: Voice, c: Case) -> Content:
    return Content(voice.say("redirect-done", number=c.number, office=voice.office(c.department)))


def withdraw(voice: Voice, c: Case) -> Content:
    """Asks once more before a case ends."""
    buttons = (
        Button(voice.plain("button-withdraw-yes"), f"c:withdraw_yes:{c.id}"),
        Button(voice.plain("button-withdraw-no"), f"c:withdraw_no:{c.id}"),
    )
    return Content(voice.say("withdraw-sure", number=c.number, headline=voice.about(c.title)), (buttons,))
