"""Times routing among the departments of a large city.

    python benchmarks/routing.py [--counties 29] [--townships 20]

As many as Baoding has: 27 of the city, 860 of counties and townships. Every county has a desk and a bureau for each
domain, every township an office for two. What is timed is what a draft's preview and its filing ask.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.core import accused, routing
from bot.core.routing import Suggested
from bot.departments import DOMAINS, TOPICS, Department, Directory

SIGNS = "东西南北春夏秋冬金木水火土天地山石田禾云雨风雪松柏竹"


def city(counties: int, townships: int) -> list[Department]:
    def office(key: str, level: str, name: str, **more: Any) -> Department:
        return Department.model_validate({"id": key, "level": level, "name": {"zh-Hans": name}, **more})

    found = [office("triage", "city", "综合受理", triage=True)]
    found += [office(f"c{n}", "city", f"市{d}局", domains=[d]) for n, d in enumerate(DOMAINS)]
    found += [office(f"t{n}", "city", f"市{TOPICS[n % 14]}{n}处", topics=[TOPICS[n % 14]]) for n in range(18)]
    for c in range(counties):
        first = SIGNS[c % len(SIGNS)] + SIGNS[(c * 7 + 3) % len(SIGNS)]
        towns = [
            f"{first[0]}{SIGNS[t % len(SIGNS)]}{SIGNS[(t + c) % len(SIGNS)]}镇" for t in range(townships)
        ]
        found.append(
            office(f"k{c}", "county", f"{first}县受理中心", districts=[f"{first}县", *towns], aliases=[first])
        )
        found += [
            office(f"k{c}d{n}", "county", f"{first}县{d}局", parent=f"k{c}", domains=[d])
            for n, d in enumerate(DOMAINS)
        ]
        found += [
            office(
                f"k{c}t{n}", "township", f"{t}政府", parent=f"k{c}", districts=[t], domains=["养老", "住房"]
            )
            for n, t in enumerate(towns)
        ]
    return found


def timed(name: str, work: Callable[[], Any], times: int = 1000) -> None:
    work()
    began = time.perf_counter()
    for _ in range(times):
        work()
    print(f"{name:<40} {(time.perf_counter() - began) / times * 1e6:8.1f} µs")


def main() -> None:
    args = argparse.ArgumentParser()
    args.add_argument("--counties", type=int, default=29)
    args.add_argument("--townships", type=int, default=20)
    chosen = args.parse_args()
    departments = city(chosen.counties, chosen.townships)
    began = time.perf_counter()
    offices = Directory(departments)
    tree = offices.tree
    print(f"{len(departments)} departments, built in {(time.perf_counter() - began) * 1e3:.0f} ms")
    town = departments[-1].districts[0]
    text = (
        f"我家住在{departments[-25].name.zh_hans}附近的{town}，"
        + "物业一直不修电梯，老人上下楼很不方便。" * 8
    )
    guess = Suggested(
        "住房", 0.9, tuple((d, 0.1) for d in DOMAINS), 0.1, "住房", "m", tuple((t, 0.1) for t in TOPICS[:5])
    )
    place = offices.where(text)
    timed("the place in a text of 200 characters", lambda: offices.where(text))
    timed("the route", lambda: routing.route(guess, None, tree, place))
    timed("what to ask", lambda: tree.choices("住房"))
    timed("whom the text complains about", lambda: accused.likely(text, offices.all))


if __name__ == "__main__":
    main()
