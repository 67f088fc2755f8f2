"""A retraining in a process of its own: corpus and people's labels in, a challenger and its comparison out.

Lines of JSON on standard output say how far it is: {"stage", "share"}, at last {"result"} or {"error"}. It ends by
itself when its standard input closes: then nobody waits for it any more.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from scipy.stats import binomtest

from classifier import corpus, registry
from classifier.corpus import Row
from classifier.errors import CorpusError, ModelError
from classifier.evaluate import figures, intervals, judge
from classifier.labels import LABELS, NONE
from classifier.plots import confusion_png
from classifier.predict import Classifier, Suggestion
from classifier.train import NONE_PRIOR, PRECISION, train

ENOUGH_ROWS: Final = 50
DOUBT: Final = 0.05
ROUNDS: Final = 500
SHOWN: Final = ("strict", "acceptable", "nine_way", "queue_precision", "queue_share")
PICTURE: Final = "confusion.png"


@dataclass(frozen=True, slots=True)
class Taught:
    """A message with a person's label. `strong`: fit to examine a model with; `recent`: of the last month."""

    row: Row
    strong: bool
    recent: bool


def read_taught(path: Path) -> list[Taught]:
    """Rows as the desk writes them: text, title, domain, topic, weight, strong, recent."""
    taught = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        d = json.loads(line)
        row = Row(
            d["text"], d["title"], d["domain"], (), f"label {number}", topic=d["topic"], weight=d["weight"]
        )
        taught.append(Taught(row, d["strong"], d["recent"]))
    return taught


def divide(learnt: list[Row], frozen: list[Row], taught: Sequence[Taught]) -> tuple[list[int], list[int]]:
    """Which of the taught to learn from, and which to examine with: their numbers.

    A message that is kept back, or is nearly the same as one that is, teaches nothing; one that is nearly the same
    as an authored message examines nothing.
    """
    rows = [*frozen, *learnt, *(t.row for t in taught)]
    group = corpus.groups(rows)
    kept_back = {number for number, row in zip(group, rows, strict=True) if row.frozen}
    learnable = {number for number, row in zip(group, rows, strict=True) if not row.frozen}
    own = group[len(rows) - len(taught) :]
    teach = [n for n, t in enumerate(taught) if not t.row.frozen and own[n] not in kept_back]
    exam = [n for n, t in enumerate(taught) if t.row.frozen and t.strong and own[n] not in learnable]
    return teach, exam


def compare(rows: Sequence[Row], *sides: tuple[Sequence[Suggestion], float]) -> list[dict[str, list[float]]]:
    """For each model [value, low, high] of every figure that is shown; figures that don't apply are left out."""
    out: list[dict[str, list[float]]] = []
    for made, urgent in sides:
        values, ranges = asdict(figures(rows, made, urgent)), intervals(rows, made, urgent, ROUNDS)
        out.append({name: [values[name], *ranges[name]] for name in SHOWN if name in ranges})
    return out


def _guess(made: Suggestion) -> str:
    return NONE if made.none > made.confidence else made.domain


def by_domain(
    rows: Sequence[Row], champion: Sequence[Suggestion], challenger: Sequence[Suggestion]
) -> list[dict[str, Any]]:
    """Each label's share that is right under both, and whether the challenger is worse beyond chance.

    The test is paired and one-sided (McNemar, exact); labels with fewer than `ENOUGH_ROWS` rows are not judged.
    """
    table = []
    for label in LABELS:
        mine = [n for n, row in enumerate(rows) if row.domain == label]
        if not mine:
            continue
        before = [_guess(champion[n]) == rows[n].domain for n in mine]
        after = [_guess(challenger[n]) == rows[n].domain for n in mine]
        lost = sum(a and not b for a, b in zip(before, after, strict=True))
        won = sum(b and not a for a, b in zip(before, after, strict=True))
        p = binomtest(lost, lost + won, 0.5, alternative="greater").pvalue if lost else 1.0
        table.append(
            {
                "label": label,
                "rows": len(mine),
                "champion": sum(before) / len(mine),
                "challenger": sum(after) / len(mine),
                "worse": bool(len(mine) >= ENOUGH_ROWS and p < DOUBT),
            }
        )
    return table


def retrain(
    authored: Sequence[Row],
    taught: Sequence[Taught],
    champion: Classifier,
    out: Path,
    *,
    precision: float,
    prior: float,
) -> dict[str, Any]:
    """Train, write the challenger to `out` with its picture, and say how both models compare."""
    learnt, frozen = corpus.split(authored)
    teach, exam = divide(learnt, frozen, taught)
    rows = [*learnt, *(taught[n].row for n in teach)]
    trained = train(rows, precision=precision, prior=prior, progress=_trained)
    _say(stage="compare", share=0.95)
    challenger = Classifier(trained.model, precision=precision)
    kept_back = [*frozen, *(taught[n].row for n in exam)]
    old, new = judge(champion, kept_back), judge(challenger, kept_back)
    result: dict[str, Any] = {
        "version": challenger.version,
        "learnt": len(teach),
        "left_out": len(taught) - len(teach) - len(exam),
    }
    sides = (champion.urgent_threshold, challenger.urgent_threshold)

    def side_by_side(
        what: Sequence[Row], olds: Sequence[Suggestion], news: Sequence[Suggestion]
    ) -> dict[str, Any]:
        one, other = compare(what, (olds, sides[0]), (news, sides[1]))
        return {"rows": len(what), "champion": one, "challenger": other}

    result["frozen"] = side_by_side(kept_back, old, new)
    # What the challenger says of messages that it learnt from comes from the folds that it was held out of.
    recent = [i for i, n in enumerate(teach) if taught[n].recent and taught[n].strong]
    month = [taught[teach[i]].row for i in recent]
    month_old = judge(champion, month)
    month_new = [made for i in recent if (made := trained.guesses[len(learnt) + i]) is not None]
    if len(month_new) < len(month):  # so many rows that only some of them were held out
        month_new = judge(challenger, month)
    result["recent"] = side_by_side(month, month_old, month_new) if month else None
    table = by_domain([*kept_back, *month], [*old, *month_old], [*new, *month_new])
    result["domains"] = table
    result["worse"] = [line["label"] for line in table if line["worse"]]
    counts = np.zeros((len(LABELS), len(LABELS)), dtype=int)
    for row, made in zip([*kept_back, *month], [*new, *month_new], strict=True):
        counts[LABELS.index(row.domain), LABELS.index(_guess(made))] += 1
    registry.save(out, trained.model)
    registry.replace(out / PICTURE, confusion_png(LABELS, counts, challenger.version))
    return result


def _trained(stage: str, share: float) -> None:
    """The trainer's stages under the few names that an admin reads."""
    first = stage.split(maxsplit=1)[0]
    name = {"count": "read", "alike": "read", "final": "fit", "done": "compare"}.get(first, first)
    _say(stage=name, share=0.95 * share)


def _say(**line: Any) -> None:
    print(json.dumps(line, ensure_ascii=False), flush=True)


def _end_with_parent() -> None:
    """Leave when standard input closes: a trainer that was killed can't stop us otherwise."""
    while os.read(0, 1024):  # not sys.stdin: its lock would outlive the program
        pass
    os._exit(3)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m classifier.retrain", description=__doc__)
    parser.add_argument("--labels", type=Path, required=True, help="people's labels, JSON lines")
    parser.add_argument("--champion", type=Path, help="the model in force (default: the shipped one)")
    parser.add_argument("--out", type=Path, required=True, help="folder for the challenger")
    parser.add_argument("--corpus", type=Path, default=corpus.DIRECTORY, help="the authored messages")
    parser.add_argument("--precision", type=float, default=PRECISION)
    parser.add_argument("--prior", type=float, default=NONE_PRIOR, help="traffic's share of no domain")
    options = parser.parse_args(arguments)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(10)  # the desk answers citizens meanwhile
    try:
        _say(stage="read", share=0.0)
        champion = Classifier.load(options.champion, precision=options.precision)
        authored, taught = corpus.load(options.corpus), read_taught(options.labels)
        result = retrain(
            authored, taught, champion, options.out, precision=options.precision, prior=options.prior
        )
    except (CorpusError, ModelError) as error:
        _say(error="data", detail=str(error))
        return 2
    except OSError as error:
        _say(error="disk", detail=str(error.strerror or error))
        return 2
    except MemoryError:
        _say(error="memory", detail="")
        return 2
    _say(result=result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
