"""Which office a message goes to, as a table."""

from bot.core.places import Place
from bot.core.routing import Rule, Suggested, Tree, likely_offices, route
from bot.departments import Directory, LocalText
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
TREE = Tree(OFFICES)


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
    found = route(guess, chosen, TREE)
    assert (found.department, found.domain, found.triage) == (department, domain, triage), name


def test_the_first_office_in_order_leads() -> None:
    office = TREE.lead("住房")
    assert office is not None and office.id == "zhujian"
    assert TREE.lead("养老") is None


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
    assert likely_offices(guess, TREE) == offices


def test_likely_offices_are_at_most_three_and_come_with_the_route() -> None:
    many = suggested("triage", ("教育", 0.3), ("住房", 0.2), ("就业", 0.1), none=0.4, topics={"噪声": 1.0})
    assert likely_offices(many, TREE) == ("chengguan", "jiaoyu", "zhujian")
    assert route(many, None, TREE).likely == ("chengguan", "jiaoyu", "zhujian")
    assert route(None, None, TREE).likely == ()


def test_the_three_best_domains_in_order() -> None:
    assert UNSURE.top == ("住房", "教育", "就业")


# --- the place

COUNTIES = (
    Office("triage", triage=True),
    Office("jiaoyu", ("教育",)),
    Office("zhujian", ("住房",), ("城管",)),
    Office("qinghe", level="county", districts=("清河县", "城关镇", "柳林镇"), aliases=("清河", "清河县政府"),
           short=LocalText.model_validate({"zh-Hans": "清河县", "en": "Qinghe County"})),
    Office("qinghe-jiaoyu", ("教育",), ("城管",), parent="qinghe", level="county"),
    Office("liulin", ("教育",), parent="qinghe", level="township", districts=("柳林镇",)),
    Office("yunling", ("教育",), level="county", districts=("云岭县", "城关镇")),
    Office("lost", ("教育", "住房"), level="county"),
)  # fmt: skip
MAP = Tree(COUNTIES)


@each_row(
    ("text", "place"),
    [
        ("清河县的学校乱收费", "清河县"),
        ("我在清河住", "清河县"),
        ("清河路上的学校", None),  # a road, not the county
        ("清河县柳林镇的小学", "清河县柳林镇"),
        ("柳林镇，不是城里", "清河县柳林镇"),
        ("老家清河县，柳林镇上", "清河县柳林镇"),
        ("城关镇的中学", None),  # two counties have one
        ("云岭县城关镇的中学", "云岭县城关镇"),
        ("云岭县那边，城关镇的中学", "云岭县城关镇"),
        ("从清河县到云岭县的班车", None),
        ("清河縣柳林鎮的小學", "清河县柳林镇"),
        ("The school in Qinghe County has no heating", "清河县"),
        ("Qinghe Countyside", None),
        ("哪里都一样", None),
        ("", None),
    ],
)
def test_the_place_in_a_text(text: str, place: str | None) -> None:
    found = DIRECTORY.where(text)
    assert (found.full if found else None) == place


DIRECTORY = Directory(COUNTIES)  # type: ignore[arg-type]
QINGHE, LIULIN = Place("清河县", "清河县"), Place("清河县", "柳林镇")
YUNLING, NEAR = Place("云岭县", "云岭县"), Place("云岭县", "城关镇")


@each_row(
    ("domain", "place", "office", "rule"),
    [
        ("教育", None, "jiaoyu", Rule.NOWHERE),
        ("教育", QINGHE, "qinghe-jiaoyu", Rule.LOCAL),
        ("教育", LIULIN, "liulin", Rule.LOCAL),
        ("教育", YUNLING, "yunling", Rule.LOCAL),
        ("教育", NEAR, "yunling", Rule.LOCAL),
        ("教育", Place("外县", "外县"), "jiaoyu", Rule.UP),
        ("住房", QINGHE, "zhujian", Rule.CITY),  # an office without places serves none by itself
        ("养老", QINGHE, "triage", Rule.NOBODY),
    ],
)
def test_the_most_local_office_that_serves_both(
    domain: str, place: Place | None, office: str, rule: Rule
) -> None:
    found = route(None, domain, MAP, place)
    assert (found.department, found.rule) == (office, rule)
    assert found.place == (place.full if place else None)


def test_why_it_goes_to_the_general_desk() -> None:
    said = [route(g, c, MAP).rule for g, c in ((None, None), (UNSURE, None), (SURE, "none"), (UNLED, None))]
    assert said == [Rule.WORDLESS, Rule.UNSURE, Rule.NONE, Rule.NOBODY]


def test_unsure_still_names_the_offices_of_the_place() -> None:
    guess = suggested("triage", ("教育", 0.3), ("住房", 0.2), none=0.5, topics={"城管": 0.5})
    assert likely_offices(guess, MAP) == ("zhujian", "jiaoyu")
    assert likely_offices(guess, MAP, QINGHE) == ("qinghe-jiaoyu", "zhujian")


def test_what_is_asked_only_where_it_matters() -> None:
    assert MAP.choices("教育") == (QINGHE, YUNLING)
    assert MAP.choices("教育", QINGHE) == (LIULIN,)
    assert MAP.choices("教育", YUNLING) == MAP.choices("教育", LIULIN) == MAP.choices("住房") == ()
    assert TREE.choices("住房") == ()
