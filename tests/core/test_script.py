"""The table of characters against OpenCC, which core must not import."""

from bot.core.finding import excerpt, matching, terms
from bot.core.places import Map, Place
from bot.core.script import _PAIRS, reads_chinese, simplified
from bot.texts.script import in_script_of
from tests.factories import Office


def test_the_table_says_what_opencc_says() -> None:
    for traditional in _PAIRS[::2]:
        known = in_script_of("zh-Hans", traditional)
        assert simplified(traditional) == known or traditional in "著衞", traditional


def test_a_place_s_name_makes_no_text_chinese() -> None:
    assert reads_chinese("電梯壞了，lift 3 號") and reads_chinese("") and reads_chinese("110")
    assert not reads_chinese("I live in 青山县 and the lift stands still")
    assert not reads_chinese("Лифт не работает") and not reads_chinese("wifi APP")
    assert reads_chinese("电梯坏了 The lift is broken")
    assert reads_chinese(
        "三号楼电梯坏了半个月没人修 " + "The lift in building 3 stands still, and nobody comes. " * 3
    )


def test_places_stay_and_all_else_stays() -> None:
    text = "電梯壞了，lift 3 號🙂，里长说"
    assert simplified(text) == "电梯坏了，lift 3 号🙂，里长说"
    assert simplified(simplified(text)) == simplified(text)
    assert len(simplified(_PAIRS)) == len(_PAIRS)


def test_what_was_written_in_one_script_is_found_in_the_other() -> None:
    assert matching("電梯") == matching("电梯")
    assert terms("大樓電梯") == terms("大楼电梯")
    assert excerpt("我們的電梯壞了", "电梯") == ("我們的", "電梯", "壞了")


def test_a_city_s_places_may_be_written_in_traditional_characters() -> None:
    offices = [Office("triage", triage=True), Office("qh", level="county", districts=("清河縣", "城關鎮"))]
    assert Map(offices).find(simplified("清河縣城關鎮的路燈")) == Place("清河縣", "城關鎮")
