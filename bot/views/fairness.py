"""Who is complained about: the line on the card, the buttons to decide it, the list to choose from."""

from collections.abc import Collection, Sequence

from bot.core import accused, routing
from bot.core.case import Case, Status
from bot.departments import Department
from bot.service.drafts import Draft
from bot.texts import Safe
from bot.views.content import Button, Content, Voice, offices_to_choose, page_with


def offices(voice: Voice, ids: Collection[str]) -> str:
    """The offices that were named, without those below them."""
    return voice.listed([voice.office(d) for d in accused.named_in(ids, voice.offices.all)])


def card_line(voice: Voice, case: Case, likely: Sequence[str]) -> str | None:
    if case.accused:
        return voice.say("accused-card", offices=offices(voice, case.accused))
    if likely and case.status is Status.TRIAGE:
        return voice.say("accused-likely", offices=offices(voice, likely))
    return None


def card_buttons(voice: Voice, case: Case, likely: Sequence[str]) -> list[tuple[Button, ...]]:
    """To confirm, deny or change who a message seems to complain about."""
    if not likely or case.accused:
        return []
    labels = (("button-accused-yes", "yes"), ("button-accused-no", "no"))
    decide = [Button(voice.plain(key), f"c:accuse:{case.id}:{arg}") for key, arg in labels]
    return [(*decide, Button(voice.plain("button-accused-other"), f"c:accuse:{case.id}"))]


def choose(voice: Voice, case: Case, departments: Sequence[Department], at: int | str = 0) -> Content:
    """Every office to tick or untick. `at`: a page, or the office it shows."""
    page = at if isinstance(at, int) else page_with([d.id for d in departments], at)
    now = accused.named_in(case.accused, departments)
    buttons = [
        Button(
            voice.plain("button-accused", office=voice.short(d.id), chosen="yes" if d.id in now else "no"),
            f"c:accuse:{case.id}:at:{d.id}",
        )
        for d in departments
    ]
    none = Button(voice.plain("button-accused-none"), f"c:accuse:{case.id}:no")
    text = voice.say("accused-which", number=case.number)
    return offices_to_choose(voice, text, buttons, (none,), turn=f"c:accuse:{case.id}:at:", page=page)


def decided(voice: Voice, case: Case) -> Content:
    """What was decided, for whoever decided it."""
    if not case.accused:
        return Content(voice.say("accused-none", number=case.number))
    return Content(voice.say("accused-done", number=case.number, offices=offices(voice, case.accused)))


def draft_line(voice: Voice, draft: Draft) -> Safe | None:
    """In place of where a draft would go, when it seems to complain about the office that would get it."""
    departments = voice.offices.all
    likely = accused.likely(draft.text, departments)
    place = draft.at(voice.offices)
    where = routing.route(draft.suggested, draft.chosen, voice.offices.tree, place)
    if accused.apart(where, likely, departments) == where:
        return None
    return voice.say("accused-draft", office=voice.office(where.department))
