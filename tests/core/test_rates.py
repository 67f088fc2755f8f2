"""The three rates: counted from ratings alone, and shown to those who are rated in steps only."""

import pytest

from bot.core.rates import STEP, Rating, for_handlers, rates


def rating(
    *, contacted: bool = True, solved: bool = True, satisfaction: str = "yes", explained: bool = False
) -> Rating:
    return Rating(contacted, solved, satisfaction, explained)


def test_rates_by_hand() -> None:
    found = rates(
        [
            rating(),
            rating(satisfaction="mostly"),
            rating(contacted=False, solved=False, satisfaction="no"),
            rating(explained=True, satisfaction="mostly"),
            rating(explained=True, solved=False, satisfaction="no"),
        ],
        0.9,
    )
    assert (found.count, found.contacted, found.response) == (5, 4, 0.8)
    assert (found.solved, found.solvable) == (2, 3), "explained answers are no part of it"
    assert found.resolution == pytest.approx(2 / 3)
    assert (found.clear, found.explained, found.clarity) == (1, 2, 0.5)
    assert found.satisfaction == pytest.approx((1 + 0.9 * 2) / 5)


def test_the_weight_is_a_setting() -> None:
    given = [rating(satisfaction="mostly"), rating(satisfaction="no")]
    assert rates(given, 0.5).satisfaction == 0.25
    assert rates(given, 0).satisfaction == 0
    assert rates(given, 1).satisfaction == 0.5


def test_nothing_to_divide_by_gives_no_rate() -> None:
    none = rates([], 0.9)
    assert (none.response, none.resolution, none.clarity, none.satisfaction) == (None,) * 4
    assert rates([rating()], 0.9).clarity is None


def test_handlers_see_whole_steps_only() -> None:
    """From one number to the next a single rating can't be read off."""
    bad = rating(contacted=False, solved=False, satisfaction="no")
    seen = [for_handlers([*[rating()] * 4, *[bad] * n], 0.9) for n in range(8)]
    counts = [each.count if each else 0 for each in seen]
    assert counts == [0, 5, 5, 5, 5, 5, 10, 10]
    assert STEP == 5
    assert seen[1] == seen[5], "those that came after are not in it yet"
    assert seen[6] is not None
    assert seen[6].contacted == 4
