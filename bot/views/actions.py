"""What else can be done with a case: everything that has no button on the card itself."""

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
    ("return", Action.RETURN),
    ("extend", Action.PROPOSE),
    ("defer", Action.PROPOSE),
    ("support", Action.SUPPORT),
    ("handover", Action.HAND_OVER),
    ("decline", Action.DECLINE),
    ("merge", Action.MERGE),
    ("unmerge", Action.UNMERGE),
    ("split", Action.SPLIT),
    ("supervise", Action.SUPERVISE),
    ("escalate", Action.ESCALATE),
    ("takeover", Action.TAKE_OVER),
    ("knowledge", Action.ANSWER),
    ("summarise", Action.SUMMARISE),
    ("export", None),
)  # fmt: skip


def possible(case: Case, actor: Actor) -> list[str]:
    """The verbs whose move this person may make now."""
    return [verb for verb, action in ACTIONS if action is None or workflow.may(case.status, action, actor)]


def actions(voice: Voice, case: Case, verbs: list[str]) -> Content:
    buttons = [Button(voice.plain(f"do-{verb}"), f"c:{verb}:{case.id}") for verb in verbs]
    key = "actions-head" if verbs else "actions-none"
    return Content(voice.say(key, number=case.number), rows(buttons, 2))
