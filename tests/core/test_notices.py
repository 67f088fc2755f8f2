"""Who hears of what, and how soon."""

from bot.core.case import Event, EventKind
from bot.core.notices import TABLE, Audience, Priority, notices_for
from tests.factories import CLERK, NOON
from tests.rows import each_row

WAITING_FOR_IT = {
    "filed",
    "asked",
    "supplied",
    "added",
    "detached",
    "replied",
    "resolved",
    "withdrawn",
    "declined",
    "redirected",
    "merged",
    "reminded",
    "reopen_asked",
    "upheld",
    "corrected",
}
UNHEARD_BY_CITIZEN = {
    "noted",
    "unreachable",
    "reckoned",
    "supported",
    "released",
    "proposed",
    "agreed",
    "refused",
    "joined",
    "left",
    "rated",
    "summarised",
    "accused",
    "sealed",
    "revealed",
    "paged",
    "page_answered",
}
SAID_IN_GROUP = {
    "supplied",
    "added",
    "detached",
    "withdrawn",
    "unreachable",
    "missed",
    "resumed",
    "refused",
    "extended",
    "deferred",
    "recalled",
    "reopened",
    "taken_over",
    "reminded",
    "supervised",
    "escalated",
}
OFF_THE_CARD = {
    "rated",
    "revealed",
    "reopen_asked",
    "upheld",
}  # what a card in the office's group does not show


def event(kind: EventKind, version: int = 2) -> Event:
    return Event(1, version, kind, NOON, CLERK)


@each_row("kind", list(EventKind))
def test_every_event_reaches_those_it_concerns(kind: EventKind) -> None:
    notices = [notice for _, notice in notices_for([event(kind)])]
    on_card = kind.value not in OFF_THE_CARD
    assert [n.audience for n in notices].count(Audience.CARD) == on_card, "the card shows everything else"
    to_citizen = [n for n in notices if n.audience is Audience.CITIZEN]
    assert bool(to_citizen) is (kind.value not in UNHEARD_BY_CITIZEN)
    for notice in to_citizen:
        wanted = Priority.ANSWER if kind.value in WAITING_FOR_IT else Priority.NOTICE
        assert notice.priority is wanted
    assert any(n.audience is Audience.GROUP for n in notices) is (kind.value in SAID_IN_GROUP)
    assert all(bool(n.text) is (n.audience is not Audience.CARD) for n in notices)


def test_no_event_is_without_a_line_in_the_table() -> None:
    assert set(TABLE) == set(EventKind)


def test_the_card_comes_once_and_first_after_the_last_event() -> None:
    events = [event(EventKind.CLAIMED, 2), event(EventKind.REPLIED, 3)]
    told = [(e.version, n.audience.value, n.text) for e, n in notices_for(events)]
    assert told == [(3, "card", None), (3, "citizen", "citizen-replied")], (
        "the claim is no news beside an answer"
    )
    added = [event(EventKind.ADDED, 2), event(EventKind.NOTED, 3)]
    assert [n.audience.value for _, n in notices_for(added)] == ["card", "citizen", "group"]


def test_a_claim_alone_is_told() -> None:
    assert [n.text for _, n in notices_for([event(EventKind.CLAIMED)])] == [None, "citizen-claimed"]


def test_nothing_happened_nobody_hears() -> None:
    assert notices_for([]) == []


def test_emergencies_before_answers_before_notices() -> None:
    assert Priority.EMERGENCY < Priority.ANSWER < Priority.NOTICE
