"""Near-duplicates: the same pairs as by comparing every two, without comparing every two."""

from __future__ import annotations

import random

from classifier import near
from classifier.near import alike, grams, groups_of

SIGNS = [chr(0x4E00 + number) for number in range(3_000)]


def text(chance: random.Random, length: int = 60) -> str:
    return "".join(chance.choices(SIGNS, k=length))


def changed(chance: random.Random, said: str, times: int) -> str:
    signs = list(said)
    for place in chance.sample(range(len(signs)), times):
        signs[place] = chance.choice(SIGNS)
    return "".join(signs)


def test_the_pairs_of_a_full_comparison() -> None:
    chance = random.Random(3)
    texts = [text(chance) for _ in range(150)]
    texts += [changed(chance, said, number % 5) for number, said in enumerate(texts)]
    sets = [grams(said) for said in texts]
    slow = {
        (a, b)
        for b in range(len(sets))
        for a in range(b)
        if 2 * len(both := set(sets[a].tolist()) & set(sets[b].tolist()))
        and len(both) / len(set(sets[a].tolist()) | set(sets[b].tolist())) >= near.NEAR
    }
    found = list(alike(sets))
    assert {(a, b) for a, b, _ in found} == slow
    assert [b for _, b, _ in found] == sorted(b for _, b, _ in found)
    assert all(likeness >= near.NEAR for _, _, likeness in found)


def test_groups_reach_through_others_and_hold_heaps() -> None:
    chance = random.Random(4)
    first = text(chance)
    second = changed(chance, first, 2)
    third = changed(chance, second, 2)
    heap = text(chance)
    texts = [text(chance), first, second, third, *[heap] * 200, text(chance)]
    groups = groups_of([grams(said) for said in texts])
    assert groups[:4] == [0, 1, 1, 1]
    assert set(groups[4:204]) == {4}
    assert groups[204] == 204


def test_nothing_and_one() -> None:
    assert list(alike([])) == []
    assert groups_of([]) == []
    assert groups_of([grams("停水")]) == [0]
    assert groups_of([grams(""), grams(""), grams("停")]) == [0, 0, 2]


def test_sixty_thousand_characters_in_common_are_no_trouble() -> None:
    chance = random.Random(5)
    letterhead = text(chance, 40)
    texts = [letterhead + text(chance, 200) for _ in range(400)]
    assert groups_of([grams(said) for said in texts]) == list(range(400))
