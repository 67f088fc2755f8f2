"""How often may be spoken, on a clock that only these tests move."""

from bot.gateway.budget import Budget, Rates, Window
from tests.gateway.conftest import most_within
from tests.rows import each_row

GROUP, WANG, LI = -5, 7, 8


def spend(budget: Budget, chat: int, now: float) -> bool:
    """Say one thing if that is allowed."""
    if max(budget.wait(chat, now), budget.wait_all(now)) > 0:
        return False
    budget.take(chat, now)
    return True


def allowed(budget: Budget, chat: int, seconds: float, step: float = 0.05) -> list[float]:
    """When things are said by somebody who says as much as they may for so long."""
    times, now = [], 0.0
    while now <= seconds:
        while spend(budget, chat, now):
            times.append(now)
        now = round(now + step, 6)
    return times


def test_a_window_says_how_long_to_wait() -> None:
    window = Window(2, 10.0)
    assert (window.free(0.0), window.wait(0.0)) == (2, 0.0)
    window.take(0.0)
    window.take(4.0)
    assert (window.free(4.0), window.wait(4.0)) == (0, 6.0)
    assert (window.free(10.0), window.wait(10.0)) == (1, 0.0)
    window.take(10.0)
    assert window.wait(10.0) == 4.0


def test_thirty_a_second_in_all() -> None:
    budget = Budget(Rates())
    assert sum(spend(budget, chat, 0.0) for chat in range(1, 100)) == 30
    assert sum(spend(budget, chat, 0.999) for chat in range(1, 100)) == 0
    assert budget.wait_all(0.5) == 0.5
    assert sum(spend(budget, chat, 1.0) for chat in range(100, 200)) == 30


def test_one_a_second_in_a_private_chat_with_a_little_burst() -> None:
    times = allowed(Budget(Rates()), WANG, 60)
    assert times[:3] == [0.0, 0.0, 0.0]
    assert most_within(times, 3.0) <= 3
    assert 60 <= len(times) <= 63


def test_twenty_a_minute_in_a_group() -> None:
    times = allowed(Budget(Rates()), GROUP, 180)
    assert most_within(times, 60.0) <= 20
    assert len(times) >= 60


def test_a_chat_does_not_use_up_anothers_words() -> None:
    budget = Budget(Rates())
    while spend(budget, WANG, 0.0):
        pass
    assert budget.wait(WANG, 0.0) > 0
    assert spend(budget, LI, 0.0)
    assert spend(budget, GROUP, 0.0)


def test_a_pause_is_for_its_chat_only_and_the_longest_holds() -> None:
    budget = Budget(Rates())
    budget.pause(WANG, 30.0)
    budget.pause(WANG, 5.0)
    assert (budget.wait(WANG, 0.0), budget.wait(LI, 0.0), budget.wait_all(0.0)) == (30.0, 0.0, 0.0)
    assert budget.wait(WANG, 30.0) == 0.0
    budget.pause(WANG, 31.0)
    assert budget.wait(WANG, 30.0) == 1.0


def test_what_is_left_for_a_chat() -> None:
    budget = Budget(Rates())
    assert (budget.free(GROUP, 0.0), budget.free(WANG, 0.0)) == (20, 3)
    spend(budget, GROUP, 0.0)
    assert budget.free(GROUP, 0.0) == 19
    assert budget.free(GROUP, 60.0) == 20


def test_without_rates_only_pauses_hold() -> None:
    budget = Budget(Rates(enabled=False))
    assert all(spend(budget, WANG, 0.0) for _ in range(500))
    budget.pause(WANG, 9.0)
    assert budget.wait(WANG, 0.0) == 9.0


@each_row("used", [1, 10, 19, 20])
def test_what_a_group_has_used_is_remembered_however_many_others_there_are(used: int) -> None:
    budget = Budget(Rates(per_second=1_000_000))
    for _ in range(used):
        budget.take(GROUP, 0.0)
    for chat in range(1, 10_050):
        budget.take(chat, 1.0)
    assert budget.free(GROUP, 1.0) == 20 - used


def test_chats_that_fell_silent_are_forgotten() -> None:
    budget = Budget(Rates(per_second=1_000_000))
    for chat in range(1, 10_001):
        budget.take(chat, 0.0)
    budget.take(WANG, 1_000.0)
    budget.take(20_000, 1_000.0)
    assert len(budget._chats) <= 2
