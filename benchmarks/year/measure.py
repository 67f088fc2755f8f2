"""Measures real official replies: the table `measured.json`, which holds figures and no sentence.

`python -m benchmarks.year.measure REPLIES.jsonl`: one JSON object a line with time, title, text, reply and reply_time.
The kind of office is the label that the shipped classifier finds likeliest.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

from classifier.predict import Classifier

TABLE = Path(__file__).with_name("measured.json")
STEPS = tuple(range(0, 101, 5))
# What a reply says besides the answer, by its words: rough, and said to be so in docs/year.md.
SAYS = {
    "passed_on": r"已(?:将[^，。]{0,40})?(?:转|交)(?:交|由|至|给|办|送)|已转|转交|转办",
    "asks": r"请(?:您|你|网友)?[^，。]{0,12}(?:提供|补充|告知|说明)[^，。]{0,30}(?:地址|情况|信息|材料|资料|线索|电话|具体)",
    "planned": r"列入[^，。]{0,12}计划|纳入[^，。]{0,12}(?:计划|规划|方案)|暂(?:不|未|无)[^，。]{0,10}(?:条件|计划|安排|能力)",
    "explained": r"根据《|按照《|依据《|政策规定|有关规定|相关规定|文件规定|文件精神",
}


def quantiles(values: list[float]) -> list[float]:
    ordered = sorted(values)
    return [round(ordered[min(len(ordered) - 1, len(ordered) * step // 100)], 2) for step in STEPS]


def measure(rows: list[dict[str, Any]]) -> dict[str, Any]:
    classifier = Classifier.load()
    delays: dict[str, list[float]] = defaultdict(list)
    came, answered, days, per_user, labels = Counter(), Counter(), Counter(), Counter(), Counter()
    says: Counter[str] = Counter()
    for row in rows:
        asked, told = (datetime.fromisoformat(row[key]) for key in ("time", "reply_time"))
        guess = classifier.suggest(row["title"], row["text"])
        label = max((*guess.alternatives, ("其他", guess.none)), key=lambda pair: pair[1])[0]
        delays[label].append((told - asked).total_seconds() / 86400)
        labels[label] += 1
        came[asked.hour] += 1
        answered[told.hour] += 1
        days[asked.weekday()] += 1
        per_user[row["user"]] += 1
        for name, pattern in SAYS.items():
            says[name] += bool(re.search(pattern, row["reply"]))
    total = len(rows)
    return {
        "replies": total,
        "steps_percent": list(STEPS),
        "delay_days": {"all": quantiles([d for each in delays.values() for d in each])}
        | {label: quantiles(values) for label, values in sorted(delays.items()) if len(values) >= 40},
        "reply_characters": quantiles([float(len(row["reply"])) for row in rows]),
        "labels": {label: round(count / total, 3) for label, count in labels.most_common()},
        "came_by_hour": [round(came[hour] / total, 4) for hour in range(24)],
        "answered_by_hour": [round(answered[hour] / total, 4) for hour in range(24)],
        "came_by_weekday": [round(days[day] / total, 4) for day in range(7)],
        "messages_per_person": {
            str(n): round(c / len(per_user), 4) for n, c in sorted(Counter(per_user.values()).items())
        },
        "says": {name: round(says[name] / total, 3) for name in SAYS},
    }


def main() -> None:
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    TABLE.write_text(json.dumps(measure(rows), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
