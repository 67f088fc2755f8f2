"""What else can be done with a case: everything that has no button on the card itself."""

from collections.abc import Callable

from bot.core import workflow
from bot.core.case import Actor, Case
from bot.core.workflow import Action
from bot.views.content import Button, Content, Voice, rows

# (the button's verb, the move it leads to), in the order they are shown. The button's text is `do-VERB`.
# None: no move, whoever sees the case may do it.
ACTIONS: tuple[tuple[str, Action | None], ...] = (
    ("templates", Action.CLAIM),  # what nobody has taken yet can be answered too
    ("templates", Action.REPLY),
    ("references", Action.CLAIM),
    ("references", Action.REPLY),
    ("correct", Action.CORRECT),
    ("note", Action.NOTE),
    ("return", Action.RETURN),
    ("extend", Action.PROPOSE),
    ("defer", Action.PROPOSE),
    ("support", Action.SUPPORT),
    ("handover", Action.HAND_OVER),
    ("complex", Action.GRADE),
    ("decline", Action.DECLINE),
    ("merge", Action.MERGE),
    ("unmerge", Action.UNMERGE),
    ("split", Action.SPLIT),
    ("supervise", Action.SUPERVISE),
    ("escalate", Action.ESCALATE),
    ("takeover", Action.TAKE_OVER),
    ("reveal", Action.REVEAL),
    ("accuse", Action.ACCUSE),
    ("seal", Action.SEAL),
    ("knowledge", Action.ANSWER),
    ("summarise", Action.SUMMARISE),
    ("export", None),
)  # fmt: skip


# What the move alone doesn't say about when a verb makes sense.
FITS: dict[str, Callable[[Case, Actor], bool]] = {
    "reveal": lambda case, actor: case.handler_id == actor.id,
    "seal": lambda case, _: not case.confidential,
}


def possible(case: Case, actor: Actor) -> list[str]:
    """The verbs whose move this person may make now."""
    able = [v for v, action in ACTIONS if action is None or workflow.may(case.status, action, actor)]
    return [verb for verb in dict.fromkeys(able) if verb not in FITS or FITS[verb](case, actor)]


def actions(voice: Voice, case: Case, verbs: list[str]) -> Content:
    buttons = [Button(voice.plain(f"do-{verb}"), f"c:{verb}:{case.id}") for verb in verbs]
    key = "actions-head" if verbs else "actions-none"
    return Content(voice.say(key, number=case.number), rows(buttons, 2))
