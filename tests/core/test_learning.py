"""Which acts of people count as a label, and which label decides."""

from datetime import timedelta
from typing import Any

from bot.core.case import SYSTEM, Actor, Event, EventKind
from bot.core.learning import Label, Source, deciding, of_office, taught_by
from tests.factories import CITIZEN, CLERK, NOON, Office
from tests.rows import each_row

OFFICES = (
    Office("triage", triage=True),
    Office("jiaoyu", ("教育",)),
    Office("renshe", ("就业", "社保")),
    Office("gongan", ("社会治安",), ("公安户籍",)),
    Office("chengguan", (), ("城管",)),
    Office("gongyong", (), ("公用事业", "通信")),
    Office("yibao", (), ("医保",)),
    Office("mixed", (), ("医保", "城管")),
)


@each_row(
    ("office", "said"),
    [
        ("triage", None),
        ("jiaoyu", ("教育", None)),
        ("renshe", None),  # which of the two?
        ("gongan", None),  # a crime, or a household book?
        ("chengguan", ("其他", "城管")),
        ("gongyong", ("其他", None)),
        ("yibao", ("社保", "医保报销")),  # the guide has reimbursement under 社保
        ("mixed", None),
    ],
)
def test_what_sending_a_case_to_an_office_says(office: str, said: tuple[str, str | None] | None) -> None:
    assert of_office(next(o for o in OFFICES if o.id == office)) == said


def event(kind: EventKind, actor: Actor = CLERK, **data: Any) -> Event:
    return Event(1, 1, kind, NOON, actor, data)


FILED = event(EventKind.FILED, CITIZEN, department="jiaoyu", domain="教育")
TO_TRIAGE = event(EventKind.FILED, CITIZEN, department="triage", domain=None)
SENT = event(EventKind.DISPATCHED, department="chengguan", domain=None)
PASSED = event(EventKind.TRANSFERRED, department="yibao", from_department="jiaoyu", domain=None)
CLAIM = event(EventKind.CLAIMED, handler_id=2001)


@each_row(
    ("what", "before", "last", "said"),
    [
        ("a dispatcher sends it on", [TO_TRIAGE], SENT, ("其他", "城管", Source.DISPATCHED)),
        ("taken after a dispatch: said already", [TO_TRIAGE, SENT], CLAIM, None),
        ("the office takes what the guess sent", [FILED], CLAIM, ("教育", None, Source.CLAIMED)),
        ("passed on: not yet taken", [FILED], PASSED, None),
        ("passed on and taken", [FILED, CLAIM, PASSED], CLAIM, ("社保", "医保报销", Source.TRANSFERRED)),
        ("taken from triage", [TO_TRIAGE], CLAIM, None),
        ("the system says nothing", [TO_TRIAGE], event(EventKind.DISPATCHED, SYSTEM, department="jiaoyu"), None),
        ("an office that is gone", [TO_TRIAGE], event(EventKind.DISPATCHED, department="gone"), None),
        ("other moves say nothing", [FILED], event(EventKind.REPLIED, text="好"), None),
    ],
)  # fmt: skip
def test_what_a_move_teaches(
    what: str, before: list[Event], last: Event, said: tuple[str, ...] | None
) -> None:
    found = taught_by(last, before, OFFICES)
    assert (found and (found.domain, found.topic, found.source)) == said, what


def test_the_strongest_decides_and_of_equals_the_latest() -> None:
    def label(domain: str, source: Source, hours: int) -> Label:
        return Label(domain, None, source, NOON + timedelta(hours=hours))

    citizen = label("医疗", Source.CITIZEN, 0)
    claimed = label("教育", Source.CLAIMED, 1)
    sent = label("住房", Source.DISPATCHED, 2)
    again = label("养老", Source.TRANSFERRED, 3)
    assert deciding([]) is None
    assert deciding([citizen, claimed]) == claimed
    assert deciding([again, sent, claimed]) == again
    assert deciding([sent, label("医疗", Source.CITIZEN, 9)]) == sent
    by_hand = label("食品安全", Source.LABELLED, 4)
    assert deciding([by_hand, again]) == by_hand
