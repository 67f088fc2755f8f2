"""What needs somebody's approval before it happens: the proposal that a case carries, and who has to say yes. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.core.case import Case, Event, EventKind, Outcome, Who
from bot.core.workflow import Action


class Stage(StrEnum):
    """Whose word is needed. `CHECK`: somebody looked on the spot."""

    CHECK = "check"
    LEAD = "lead"
    SUPERVISOR = "supervisor"


MAY: Mapping[Stage, frozenset[Who]] = {
    Stage.CHECK: frozenset({Who.CHECKER, Who.SUPERVISOR}),
    Stage.LEAD: frozenset({Who.LEAD, Who.SUPERVISOR}),
    Stage.SUPERVISOR: frozenset({Who.SUPERVISOR}),
}
PROPOSED = (Action.EXTEND, Action.DEFER, Action.REPLY, Action.RESOLVE)
WITHDRAWN = "handler"  # the stage of a proposal that its own office took back


@dataclass(frozen=True, slots=True)
class Proposal:
    """`stages`: who still has to say yes, in order. `by`: who asked. `id` tells it from others of the case.

    `unchecked`: nobody of the office looks on the spot, so whoever approves has to make sure.
    """

    id: int
    action: Action
    data: dict[str, Any]
    stages: tuple[Stage, ...]
    by: int
    unchecked: bool = False

    @property
    def stage(self) -> Stage:
        return self.stages[0]

    def recorded(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "action": self.action.value,
            "data": self.data,
            "stages": [stage.value for stage in self.stages],
            "by": self.by,
            "unchecked": self.unchecked,
        }


def waiting(case: Case) -> Proposal | None:
    """What waits for approval."""
    p = case.proposal
    if p is None:
        return None
    stages = tuple(Stage(stage) for stage in p["stages"])
    return Proposal(p["id"], Action(p["action"]), p["data"], stages, p["by"], p.get("unchecked", False))


def answer_waits(case: Case, before: Case) -> bool:
    """Whether the answer that was just written waits for approval; one that waited before may still do so."""
    there = waiting(case)
    return there is not None and there != waiting(before) and there.action in (Action.REPLY, Action.RESOLVE)


def stages_for(
    action: Action,
    data: Mapping[str, Any],
    whos: frozenset[Who],
    *,
    approval: bool,
    check: bool,
    leads: bool,
    checkers: bool,
) -> tuple[Stage, ...]:
    """Who has to say yes to an answer before the citizen reads it.

    `approval`, `check`: what the department wants. `leads`, `checkers`: whether it has any beside the writer.
    Where nobody looks on the spot the lead has to make sure, and without a lead the supervisor.
    """
    stages: list[Stage] = []
    above = Stage.LEAD if leads else Stage.SUPERVISOR
    if check and action is Action.RESOLVE and data.get("outcome") == Outcome.SOLVED:
        stages.append(Stage.CHECK if checkers else above)
    if approval and action in (Action.REPLY, Action.RESOLVE) and not whos & {Who.LEAD, Who.SUPERVISOR}:
        stages.append(above)
    return tuple(dict.fromkeys(stages))


def extended_days(history: Sequence[Event]) -> int:
    """How many working days a case was given, all told."""
    return sum(e.data["days"] for e in history if e.kind is EventKind.EXTENDED)


def deferred_times(history: Sequence[Event]) -> int:
    return sum(e.kind is EventKind.DEFERRED for e in history)
