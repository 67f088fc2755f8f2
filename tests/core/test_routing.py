"""Which office a message goes to, as a table."""

from bot.core.routing import Suggested, lead_of, likely_offices, route
from tests.factories import Office
from tests.rows import each_row

OFFICES = (
    Office("zonghe", triage=True),
    Office("zhujian", ("住房",)),
    Office("zhujian_b", ("住房",)),
    Office("renshe", ("就业", "社保")),
    Office("jiaoyu", ("教育",)),
    Office("chengguan", (), ("占道", "噪声")),
)


def suggested(
    queue: str, *ranked: tuple[str, float], none: float = 0.0, topics: dict[str, float] | None = None
) -> Suggested:
    best = ranked[0] if ranked else ("住房", 0.0)
    return Suggested(best[0], best[1], ranked, none, queue, "m1", tuple((topics or {}).items()))


SURE = suggested("住房", ("住房", 0.9), ("社保", 0.05), ("就业", 0.03))
UNSURE = suggested("triage", ("住房", 0.3), ("教育", 0.28), ("就业", 0.2))
UNLED = suggested("养老", ("养老", 0.9))


@each_row(
    ("name", "guess", "chosen", "department", "domain", "triage"),
    [
        ("a sure guess goes to the domain's office", SURE, None, "zhujian", "住房", False),
        ("an unsure one to the general desk", UNSURE, None, "zonghe", None, True),
        ("the citizen's word outweighs a sure guess", SURE, "教育", "jiaoyu", "教育", False),
        ("and an unsure one", UNSURE, "社保", "renshe", "社保", False),
        ("the citizen says that none fits", SURE, "none", "zonghe", None, True),
        ("no words, no guess", None, None, "zonghe", None, True),
        ("no guess, but a choice", None, "住房", "zhujian", "住房", False),
        ("a domain that nobody leads", UNLED, None, "zonghe", None, True),
        ("a choice that nobody leads", SURE, "养老", "zonghe", None, True),
    ],
)
def test_route(
    name: str, guess: Suggested | None, chosen: str | None, department: str, domain: str | None, triage: bool
) -> None:
    found = route(guess, chosen, OFFICES)
    assert (found.department, found.domain, found.triage) == (department, domain, triage), name


def test_the_first_office_in_order_leads() -> None:
    office = lead_of("住房", OFFICES)
    assert office is not None and office.id == "zhujian"
    assert lead_of("养老", OFFICES) is None


@each_row(
    ("guess", "offices"),
    [
        (UNSURE, ("zhujian", "jiaoyu", "renshe")),
        (SURE, ("zhujian", "renshe")),  # two domains of one office count once, by the stronger
        (suggested("triage", ("养老", 0.6), ("教育", 0.2)), ("jiaoyu",)),
        (
            suggested("triage", ("住房", 0.2), ("教育", 0.1), none=0.7, topics={"噪声": 0.4, "占道": 0.3}),
            ("chengguan", "zhujian", "jiaoyu"),
        ),
        (
            suggested("triage", ("住房", 0.4), none=0.1, topics={"噪声": 0.1}),
            ("zhujian", "chengguan"),
        ),
        (suggested("triage", ("住房", 0.4), none=0.5, topics={"无人管": 0.5}), ("zhujian",)),
    ],
)
def test_likely_offices(guess: Suggested, offices: tuple[str, ...]) -> None:
    assert likely_offices(guess, OFFICES) == offices


def test_likely_offices_are_at_most_three_and_come_with_the_route() -> None:
    many = suggested("triage", ("教育", 0.3), ("住房", 0.2), ("就业", 0.1), none=0.4, topics={"噪声": 1.0})
    assert likely_offices(many, OFFICES) == ("chengguan", "jiaoyu", "zhujian")
    assert route(many, None, OFFICES).likely == ("chengguan", "jiaoyu", "zhujian")
    assert route(None, None, OFFICES).likely == ()


def test_the_three_best_domains_in_order() -> None:
    assert UNSURE.top == ("住房", "教育", "就业")
