"""The question in which district something is, where that decides which office gets it."""

from collections.abc import Sequence

from bot.core.places import Place
from bot.service.drafts import Draft
from bot.views.content import Button, Content, Voice, lines, pager, rows

AT_ONCE = 6  # places that fit into a preview; more are turned over in a list of their own
A_PAGE = 12


def choices(voice: Voice, d: Draft) -> tuple[Place, ...]:
    """The places to ask about, until the citizen has answered or would rather not; never where somebody is in danger."""
    if d.matter is None or d.emergency or d.where_done or d.district == "":
        return ()
    found = voice.offices.tree.choices(d.matter, d.at(voice.offices))
    return tuple(place for place in found if _fits(d, place))


def _fits(d: Draft, place: Place) -> bool:
    """Whether a place's name fits into a button's data; a longer one is understood when it is typed."""
    return len(f"d:at:{d.id}:{place.full}".encode()) <= 64 and ":" not in place.full


def _decides(voice: Voice, d: Draft) -> bool:
    """Whether the place makes a difference to which office gets it."""
    return d.matter is not None and bool(voice.offices.tree.below(d.matter))


def line(voice: Voice, d: Draft, asked: Sequence[Place]) -> str | None:
    """Where it is, as understood; or the question."""
    place = d.at(voice.offices)
    if place is None:
        kind = _kind(asked)
        spot = voice.say("where-spot", kind=kind) if any(part.spot for part in d.parts) else None
        return lines(spot, voice.say("where-which", kind=kind)) if asked else None
    if not asked:
        return voice.say("where-is", place=voice.place(place.full)) if _decides(voice, d) else None
    named = voice.place(place.full)
    return lines(voice.say("where-is", place=named), voice.say("where-within", place=named))


def _kind(asked: Sequence[Place]) -> str:
    """Whether counties are to choose from; a county that has a desk of its own asks for townships."""
    return "county" if not asked or any(place.name == place.county for place in asked) else "township"


def answers(voice: Voice, d: Draft, asked: Sequence[Place]) -> list[tuple[Button, ...]]:
    """The places as buttons, and a way around the question; or, where a place was understood, one to change it."""
    if not asked:
        known = d.at(voice.offices) is not None and _decides(voice, d)
        return [(Button(voice.plain("button-where-other"), f"d:where:{d.id}:0"),)] if known else []
    skip = Button(voice.plain("button-where-skip"), f"d:skip:{d.id}")
    if len(asked) > AT_ONCE:
        return [(Button(voice.plain("button-where-list", kind=_kind(asked)), f"d:where:{d.id}:0"), skip)]
    return [*rows([_button(voice, d, place, asked) for place in asked], 3), (skip,)]


def _button(voice: Voice, d: Draft, place: Place, asked: Sequence[Place]) -> Button:
    # Inside one county its name needs no repeating.
    alone = len({each.county for each in asked}) == 1
    named = voice.place(place.full)
    return Button(place.name if alone and named == place.full else named, f"d:at:{d.id}:{place.full}")


def pages(voice: Voice, d: Draft, page: int) -> Content:
    """All places to choose from, a page at a time; of a place that was understood wrongly, all others too."""
    tree = voice.offices.tree
    found = choices(voice, d) or tree.choices(d.matter or "")
    asked = [place for place in found if _fits(d, place)]
    last = max(0, (len(asked) - 1) // A_PAGE)
    page = min(page, last)
    shown = asked[page * A_PAGE : (page + 1) * A_PAGE]
    turns = pager(voice, lambda to: f"d:where:{d.id}:{to}", page, last)
    end = (
        Button(voice.plain("button-where-none"), f"d:at:{d.id}:"),
        Button(voice.plain("button-back"), f"d:back:{d.id}"),
    )
    buttons = (
        *rows([_button(voice, d, place, asked) for place in shown], 3),
        *turns,
        end,
    )
    return Content(lines(d.excerpt(), voice.say("where-which", kind=_kind(asked))), buttons)
