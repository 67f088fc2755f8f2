"""Which cases may be like others, as what, and whose answers help."""

from pathlib import Path

from bot.core.case import Case, Outcome, Status
from bot.core.likes import Entry, Standing, Use, may_enter, same_family
from tests.factories import case, settings
from tests.rows import each_row


@each_row(
    ("kind", "confidential", "may"),
    [
        ("投诉", False, True),
        ("求助", False, True),
        ("咨询", False, True),
        ("建议", False, True),
        ("举报", False, False),
        ("投诉", True, False),
        ("举报", True, False),
        (None, False, False),
        ("", False, False),
    ],
)
def test_reports_and_confidences_stay_out(kind: str | None, confidential: bool, may: bool) -> None:
    assert may_enter(kind, confidential=confidential) is may


@each_row(
    ("status", "outcome", "standing"),
    [
        (Status.TRIAGE, None, Standing.OPEN),
        (Status.DISPATCHED, None, Standing.OPEN),
        (Status.IN_PROGRESS, None, Standing.OPEN),
        (Status.AWAITING_CITIZEN, None, Standing.OPEN),
        (Status.RESOLVED, Outcome.SOLVED, Standing.ANSWERED),
        (Status.RESOLVED, Outcome.EXPLAINED, Standing.ANSWERED),
        (Status.RESOLVED, Outcome.PLANNED, Standing.ANSWERED),
        (Status.RESOLVED, None, Standing.OVER),
        (Status.WITHDRAWN, None, Standing.OVER),
        (Status.WITHDRAWN, Outcome.SOLVED, Standing.OVER),
    ],
)
def test_what_a_case_can_be_found_as(status: Status, outcome: Outcome | None, standing: Standing) -> None:
    assert Entry(1, "电梯", "投诉", False, status, outcome).standing is standing


def test_every_status_has_a_standing() -> None:
    for status in Status:
        for outcome in (None, *Outcome):
            assert Entry(1, "电梯", "投诉", False, status, outcome).standing in Standing


def test_a_citizen_is_offered_less_than_a_dispatcher_is_shown() -> None:
    assert Use.JOIN.least > Use.MERGE.least
    assert Use.JOIN.among is Use.MERGE.among is Standing.OPEN
    assert Use.ANSWER.among is Standing.ANSWERED


OFFICES = settings(Path("unused.db")).departments
LIFT = case(domain="住房", department="zhujian")
WAGES = case(domain="就业", department="jiuye")
STALLS = case(domain=None, department="chengguan")
UNSENT = case(domain=None, department="triage", status=Status.TRIAGE)


@each_row(
    ("subject", "other", "same"),
    [
        (LIFT, case(domain="住房", department="jiuye"), True),
        (LIFT, WAGES, False),
        (LIFT, STALLS, False),
        (STALLS, STALLS, True),
        (STALLS, LIFT, False),
        (UNSENT, LIFT, True),
        (UNSENT, STALLS, True),
        (LIFT, UNSENT, False),
        (LIFT, case(domain=None, department="gone"), False),
    ],
)
def test_answers_of_the_same_family(subject: Case, other: Case, same: bool) -> None:
    assert same_family(subject, other, OFFICES) is same
