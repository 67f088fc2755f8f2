"""A table in one test lists all its failures and hides none."""

import pytest

from tests.rows import each_row


def test_every_failing_row_is_told_and_the_rest_are_tried() -> None:
    tried = []

    @each_row(("a", "b"), [(1, 1), (1, 2), (3, 3), (4, 5)])
    def same(a: int, b: int) -> None:
        tried.append(a)
        assert a == b

    with pytest.raises(AssertionError) as failed:
        same()
    assert tried == [1, 1, 3, 4]
    assert "2 of 4 rows fail" in str(failed.value)
    assert "'b': 2" in str(failed.value)
    assert "'b': 5" in str(failed.value)


@pytest.fixture
def given() -> str:
    return "fixture"


@each_row("x", "ab")
@each_row("y", "cd")
def test_tables_can_be_crossed_and_take_fixtures(x: str, y: str, given: str) -> None:
    assert (x in "ab", y in "cd", given) == (True, True, "fixture")
