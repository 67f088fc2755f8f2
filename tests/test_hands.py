"""Every move that staff make has a command and a button; what a citizen reads of it is shown first, or it is known why not."""

import re
from pathlib import Path
from typing import Any

from telegram.ext import CommandHandler

from bot.core import workflow
from bot.core.case import Who
from bot.core.notices import TABLE as NOTICES
from bot.core.notices import Audience
from bot.core.workflow import Action
from bot.handlers.order import PRESSES, SLOW_PRESSES, add_handlers
from tests.soundness import NOT_SHOWN, SHOWN_FIRST

# action -> (commands, verbs of buttons c:VERB:CASE or of buttons of other kinds)
HANDS: dict[Action, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Action.DISPATCH: (("transfer",), ("to", "offices")),
    Action.CLAIM: (("claim",), ("claim",)),
    Action.TRANSFER: (("transfer",), ("to", "offices")),
    Action.RETURN: (("return",), ("return",)),
    Action.DECLINE: (("decline",), ("decline",)),
    Action.SUPPORT: (("support",), ("support",)),
    Action.ASK: (("ask",), ("ask",)),
    Action.REPLY: (("reply",), ("reply",)),
    Action.RESOLVE: (("solved", "explained", "planned"), ("reply", "r:as-solved")),
    Action.ANSWER: (("knowledge",), ("knowledge",)),
    Action.NOTE: (("note",), ("note", "r:note")),
    Action.CORRECT: (("correct",), ("correct",)),
    Action.PROPOSE: (("extend", "defer"), ("extend", "defer")),
    Action.EXTEND: (("extend", "agree"), ("agree",)),
    Action.DEFER: (("defer", "agree"), ("agree",)),
    Action.AGREE: (("agree",), ("agree",)),
    Action.REFUSE: (("refuse", "takeback"), ("refuse", "take_back")),
    Action.RECALL: (("recall",), ("recall",)),
    Action.MERGE: (("merge",), ("merge",)),
    Action.JOIN: (("merge",), ("merge",)),
    Action.UNMERGE: (("unmerge",), ("unmerge",)),
    Action.LEAVE: (("unmerge",), ("unmerge",)),
    Action.SPLIT: (("split",), ("split",)),
    Action.HAND_OVER: (("handover",), ("handover",)),
    Action.TAKE_OVER: (("takeover",), ("takeover",)),
    Action.SUPERVISE: (("supervise",), ("supervise",)),
    Action.ESCALATE: (("escalate",), ("escalate",)),
    Action.REOPEN: (("reopen", "redo"), ("reopen", "redo")),
    Action.UPHOLD: (("uphold",), ("uphold",)),
    Action.END: (("uphold",), ("end",)),
    Action.GRADE: (("complex",), ("complex",)),
    Action.SUMMARISE: (("summarise",), ("summarise",)),
    Action.ACCUSE: (("accuse",), ("accuse",)),
    Action.SEAL: (("seal",), ("seal",)),
    Action.REVEAL: (("reveal",), ("reveal", "call:phone")),
    Action.ANSWER_PAGE: (("ack",), ("ack",)),
    Action.RELEASE: (("staff",), ("sf:out",)),  # of all cases of a clerk who leaves
    # for callers without Telegram the centre speaks
    Action.RATE: (("calls",), ("call:tap",)),
    Action.ASK_REOPEN: (("calls",), ("call:done",)),
    Action.CLOSE: (("calls",), ("call:tap",)),
}
_BUILT_IN = {"claim", "reply", "ask", "offices", "to"}  # bot/handlers/staff.py
_STAFF = {Who.HANDLER, Who.SUPPORTER, Who.CHECKER, Who.LEAD, Who.DISPATCHER, Who.SUPERVISOR}


class Recorder:
    """Stands where the application stands and notes the commands."""

    def __init__(self) -> None:
        self.commands: set[str] = set()

    def add_handler(self, handler: Any, **_more: Any) -> None:
        if isinstance(handler, CommandHandler):
            self.commands |= handler.commands


def test_every_move_of_the_staff_has_a_command_and_a_button() -> None:
    theirs = {action for (_, action), move in workflow.TABLE.items() if move.who & _STAFF}
    assert theirs == set(HANDS)
    desk = Recorder()
    add_handlers(desk)  # type: ignore[arg-type]
    views = "".join(path.read_text() for path in Path("bot/views").glob("*.py"))
    for action, (commands, verbs) in HANDS.items():
        assert commands and set(commands) <= desk.commands, (action, set(commands) - desk.commands)
        for verb in verbs:
            kind, _, plain = verb.rpartition(":")
            if not kind:
                assert plain in {*PRESSES, *SLOW_PRESSES, *_BUILT_IN}, (action, verb)
            shown = rf'"{plain}"|c:{plain}:|{kind}:{plain}:|"as-|as-\{{'
            assert re.search(shown, views), f"no view shows a button for {action}: {verb}"


def test_of_every_move_that_a_citizen_reads_of_it_is_known_whether_staff_read_it_first() -> None:
    """That those of `SHOWN_FIRST` are, every story tells by `check_sound`."""
    theirs = {move.event for move in workflow.TABLE.values() if move.who & _STAFF}
    read = {kind for kind in theirs if any(n.audience is Audience.CITIZEN for n in NOTICES[kind])}
    assert read == SHOWN_FIRST | set(NOT_SHOWN)
    assert SHOWN_FIRST.isdisjoint(NOT_SHOWN)
