"""What those who approve see: what is asked, exactly what the citizen will read, and two buttons."""

from bot.core.case import Case
from bot.core.masking import mask
from bot.core.plain import clip
from bot.core.proposals import Proposal, Stage
from bot.core.workflow import Action
from bot.texts import Safe
from bot.views.card import title
from bot.views.content import Button, Content, Voice, lines
from bot.views.moves import what
from bot.views.secrecy import sealed_text

BODY_LIMIT = 1500


def question(
    voice: Voice, case: Case, proposal: Proposal, *, name: str, due: str, new_due: str, shown: Safe | None
) -> Content:
    """`shown`: what the citizen will read once all agree, as HTML. `due`, `new_due`: of the answer, now and then.

    Of a confidential case neither the citizen's words nor the answer stand in it.
    """
    stage, sealed = proposal.stage, case.confidential
    head = voice.say(
        "approve-head",
        number=case.number,
        office=voice.office(case.department),
        name=name,
        what=what(voice, proposal.action.value, proposal.data),
        headline=title(voice, case),
    )
    parts: list[Safe | None] = [head]
    if stage is Stage.CHECK:
        said = voice.say("approve-said", text=clip(mask(case.text), BODY_LIMIT)) if case.text else None
        parts += [voice.say("approve-check"), None if sealed else said]
    if proposal.unchecked:
        parts.append(voice.say("approve-unchecked"))
    if proposal.action is Action.EXTEND:
        parts.append(voice.say("approve-dates", due=due, new_due=new_due))
    if sealed:
        parts.append(voice.say("approve-sealed"))
    elif shown:
        parts += [voice.say("approve-shown", stage=stage.value), Safe(f"<blockquote>{shown}</blockquote>")]
    return Content(lines(*parts), _buttons(voice, case, proposal))


def _buttons(voice: Voice, case: Case, proposal: Proposal) -> tuple[tuple[Button, ...], ...]:
    stage = proposal.stage
    tail = f"{case.id}:{proposal.id}:{stage.value}"
    words = (sealed_text(voice, case),) if case.confidential else ()
    if stage is Stage.CHECK:
        return (
            (Button(voice.plain("button-checked"), f"c:agree:{tail}"),),
            (Button(voice.plain("button-unsolved"), f"c:refuse:{tail}:bare"),),
            (Button(voice.plain("button-unsolved-words"), f"c:refuse:{tail}"),),
            *((words,) if words else ()),
        )
    answer = proposal.action in (Action.REPLY, Action.RESOLVE)
    yes, no = ("button-agree-send", "button-send-back") if answer else ("button-agree", "button-disagree")
    return (
        (Button(voice.plain(yes), f"c:agree:{tail}"), Button(voice.plain(no), f"c:refuse:{tail}")),
        (*words, Button(voice.plain("button-see-card"), f"c:open:{case.id}")),
    )


def decided(voice: Voice, case: Case, proposal: Proposal, how: str, name: str) -> Content:
    """What stands where the question was. `how`: agreed, refused, taken_back."""
    return Content(
        voice.say(
            "approve-over",
            number=case.number,
            what=what(voice, proposal.action.value, proposal.data),
            how=how,
            name=name,
        )
    )
