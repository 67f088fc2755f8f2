"""What moves of a case say beyond its words: lines of the card, choices by buttons, words for notices."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.core.case import Case, Event, EventKind, Status
from bot.core.masking import mask
from bot.core.moving import RETURN_REASONS, last_return, left_settings, wished
from bot.core.plain import clip
from bot.core.proposals import waiting
from bot.core.routes import ROUTES
from bot.core.workflow import Action
from bot.departments import Department
from bot.texts import Safe
from bot.views.content import Button, Content, Voice, lines, offices_to_choose, page_with, rows

LINE_LIMIT = 200
_LINES = {
    EventKind.DECLINED: "card-declined",
    EventKind.EXTENDED: "card-extended",
    EventKind.DEFERRED: "card-deferred",
    EventKind.REFUSED: "card-refused",
}
Names = Mapping[int, tuple[str, int]]


def words(voice: Voice, event: Event) -> dict[str, Any]:
    """What the data of a move are called, for the citizen's and the group's notices and the card."""
    d = event.data
    if event.kind is EventKind.DECLINED:
        desk, route = voice.offices.triage.id, d["route"]
        return {
            "door": voice.plain(f"route-{route}"),
            "how": voice.plain(f"route-how-{route}"),
            "desk": voice.office(desk),
            "desk_phone": voice.phone(desk),
        }
    if event.kind is EventKind.EXTENDED:
        return {"count": d["days"]}
    if event.kind is EventKind.DEFERRED:
        return {"day": voice.day(datetime.fromisoformat(d["until"]))}
    if event.kind is EventKind.REFUSED:
        draft, action = d.get("draft", ""), d["action"]
        return {
            "what": voice.plain(f"proposal-{action}"),
            "stage": d["stage"],
            "draft": clip(draft, 1500) if draft else "none",
            "said": "yes" if d["text"] else "no",
        }
    return {}


# --- the card


def head_lines(voice: Voice, case: Case, history: Sequence[Event], names: Names) -> list[str]:
    """What those who have the case must see first: locked, sent back, waiting for approval, who contributes."""
    out: list[str] = []
    if case.locked and case.open:
        out.append(voice.say("card-locked", who=voice.who(case.department)))
    if case.open and (back := last_return(history)) is not None:
        name = names.get(back.actor.id or 0, ("", 0))[0]
        out.append(
            voice.say(
                "card-returned",
                at=voice.when(back.at),
                office=voice.short(back.data["from_department"]),
                name=name,
                reason=reason(voice, {**back.data, "text": ""} if case.confidential else back.data),
            )
        )
    if case.status is Status.TRIAGE and (gone := left_settings(history)) is not None:
        out.append(voice.say("card-office-gone", office=voice.office(gone)))
    elif case.status is Status.DISPATCHED and (gone := left_settings(history)) is not None:
        out.append(voice.say("card-office-heir", office=voice.office(gone)))
    if case.status is Status.TRIAGE and (office := wished(history)) is not None:
        out.append(voice.say("card-wished", office=voice.office(office)))
    if case.open and case.supporting:
        out.append(
            voice.say("card-supporting", offices=voice.listed([voice.short(d) for d in case.supporting]))
        )
    proposal = waiting(case)
    if proposal is not None:
        out.append(
            voice.say(
                "card-proposal",
                what=what(voice, proposal.action.value, proposal.data),
                name=names.get(proposal.by, ("–", 0))[0],
                stage=proposal.stage.value,
                text=voice.plain("seal-line")
                if case.confidential
                else clip(mask(proposal.data.get("text", "")), LINE_LIMIT),
            )
        )
    return out


def line(voice: Voice, case: Case, event: Event, names: Names) -> str | None:
    """What a card tells of a move; None for those it says nothing of."""
    actor = names.get(event.actor.id) if event.actor.id else None
    told = {
        "at": voice.when(event.at),
        "name": actor[0] if actor else "",
        "text": clip(mask(event.data.get("text") or ""), LINE_LIMIT),
    }
    if case.confidential:
        told["text"] = voice.plain("seal-line")
    if event.kind is EventKind.NOTED and (office := event.data.get("office")):
        return voice.say("card-opinion", office=voice.short(office), **told)
    key = _LINES.get(event.kind)
    return voice.say(key, **{**words(voice, event), **told}) if key else None


def tells(event: Event) -> bool:
    """Whether the card has a line for this move."""
    return event.kind in _LINES or (event.kind is EventKind.NOTED and bool(event.data.get("office")))


def reason(voice: Voice, data: Mapping[str, Any]) -> str:
    """Why a case was sent back: the reason from the list, with the clerk's own words if there are any."""
    listed = data["reason"]
    said = voice.plain(f"return-reason-{listed}")
    if not data.get("text"):
        return said
    return voice.plain("return-reason-with", reason=said, text=clip(mask(data["text"]), LINE_LIMIT))


def what(voice: Voice, action: str, data: Mapping[str, Any]) -> str:
    """What somebody asks approval for, in a few words."""
    if action == Action.EXTEND:
        return voice.plain("proposal-extend-by", count=data["days"])
    if action == Action.DEFER:
        return voice.plain("proposal-defer-until", day=voice.day(datetime.fromisoformat(data["until"])))
    if action == Action.RESOLVE:
        outcome = data["outcome"]
        return voice.plain("proposal-resolve-as", outcome=voice.plain(f"outcome-{outcome}"))
    return voice.plain(f"proposal-{action}")


def support_buttons(voice: Voice, case: Case) -> tuple[tuple[Button, ...], ...]:
    """What an office that contributes can press."""
    return ((Button(voice.plain("button-opinion"), f"c:opinion:{case.id}"),),) if case.open else ()


# --- choices


def return_reasons(voice: Voice, case: Case, text: str) -> Content:
    buttons = [Button(voice.plain(f"return-reason-{r}"), f"c:return:{case.id}:{r}") for r in RETURN_REASONS]
    head = voice.say("return-which", number=case.number)
    return Content(lines(head, voice.say("return-words", text=text) if text else None), rows(buttons, 1))


def return_sure(voice: Voice, case: Case, reason_: str, text: str, trip: int) -> Content:
    """The reason is chosen; words may be added before the case goes."""
    tail = f"{case.id}:{reason_}:{trip}"
    buttons = [(Button(voice.plain("button-return-now"), f"c:return_now:{tail}"),)]
    if not text:
        buttons.append((Button(voice.plain("button-return-words"), f"c:return_words:{tail}"),))
    buttons.append((Button(voice.plain("button-back"), f"c:return:{case.id}:back"),))
    data = {"reason": reason_, "text": text}
    return Content(voice.say("return-sure", number=case.number, reason=reason(voice, data)), tuple(buttons))


def routes(voice: Voice, case: Case) -> Content:
    buttons = [Button(voice.plain(f"route-{r}"), f"c:decline:{case.id}:{r}") for r in ROUTES]
    return Content(voice.say("decline-which", number=case.number), rows(buttons, 2))


def decline_preview(voice: Voice, case: Case, dialogue: str, shown: str) -> Content:
    """Exactly what the citizen will see. `shown` is HTML."""

    def press(key: str, verb: str) -> Button:
        return Button(voice.plain(key), f"c:{verb}:{case.id}:{dialogue}")

    buttons = ((press("button-send", "decline_send"),), (press("button-discard", "decline_drop"),))
    head = voice.say("preview-head", number=case.number)
    quoted = Safe(f"<blockquote>{shown}</blockquote>")
    return Content(lines(head, quoted, voice.say("decline-after")), buttons)


def support_offices(
    voice: Voice, case: Case, departments: Sequence[Department], at: int | str = 0
) -> Content:
    """Which offices contribute; pressing takes one in, or lets it go. `at`: a page, or the office it shows."""
    others = [d for d in departments if not d.triage and d.id != case.department and d.id not in case.accused]
    page = at if isinstance(at, int) else page_with([d.id for d in others], at)
    buttons = [
        Button(
            voice.plain(
                "button-supports" if d.id in case.supporting else "button-support", office=voice.short(d.id)
            ),
            f"c:support:{case.id}:{d.id}",
        )
        for d in others
    ]
    text = voice.say("support-which", number=case.number)
    return offices_to_choose(voice, text, buttons, turn=f"c:support:{case.id}:", page=page)


def colleagues(voice: Voice, case: Case, people: Sequence[tuple[int, str]]) -> Content:
    buttons = [Button(name, f"c:handover:{case.id}:{person}") for person, name in people]
    key = "handover-which" if buttons else "handover-nobody"
    return Content(voice.say(key, number=case.number, office=voice.office(case.department)), rows(buttons, 2))


def extend_days(voice: Voice, case: Case, left: int, choices: Sequence[int]) -> Content:
    buttons = [
        Button(voice.plain("button-days", count=days), f"c:extend:{case.id}:{days}")
        for days in choices
        if days <= left
    ]
    return Content(voice.say("extend-which", number=case.number, count=left), rows(buttons, 3))
