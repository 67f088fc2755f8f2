"""Trains on an office's own archive: a labelled file in, a model directory and a report out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from classifier import corpus, registry, tables
from classifier.corpus import Row
from classifier.errors import TableError
from classifier.evaluate import judge
from classifier.figures import figures
from classifier.labels import GUIDE, KINDS, Scheme
from classifier.predict import Classifier
from classifier.report import Report, lines, report, shown
from classifier.train import NONE_PRIOR, Progress, train

DEFAULT_OUT: Final = Path("model")
# Of real messages, unlike those of the corpus, what is right out of fold is right in service.
PRECISION: Final = 0.95
MODEL_FILES: Final = frozenset({registry.ARRAYS, registry.ABOUT, "metrics.json", "card.md"})

Say = Callable[[str], None]

_CARD: Final = """# Model {version}

Learnt from {rows} messages of {name} (data hash `{data}`). Labels: {labels}.

A message goes to a label's queue by itself when the label's probability is at least {threshold:.2f}; of what goes
so, {precision:.3f} were right out of fold, {share:.3f} of all messages of a domain.

{held} messages, each judged by a model that had learnt from none like it: accuracy {accuracy}, macro-F1 {macro}
(95% intervals).

| label | rows | precision | recall | F1 |
|---|---|---|---|---|
{table}

It suggests; people decide. It does not judge whether what is reported is true.
"""


@dataclass(frozen=True, slots=True)
class Order:
    """What to train: a file (or None for the corpus alone), and how its columns and labels are to be taken."""

    data: Path | None
    out: Path = DEFAULT_OUT
    with_corpus: bool = False
    names: dict[str, str] = field(default_factory=dict)
    none: str | None = None
    merge_small_into: str | None = None
    drop_small: bool = False
    frozen: Path | None = None
    precision: float = PRECISION
    prior: float = NONE_PRIOR


def run(order: Order, say: Say, progress: Progress) -> registry.Model:
    """Train, write the model directory and say how well it does.

    CorpusError (TableError) if the data can't be learnt from, ValueError if the order can't be carried out;
    nothing is written then.
    """
    _check(order)
    rows, scheme, notes = _rows(order)
    frozen: list[Row] = []
    if order.frozen:
        frozen = _frozen(order, scheme)
        rows, alike = _without(rows, frozen)
        if alike:
            notes.append(
                f"{alike} messages are nearly the same as one of {order.frozen.name} and were left out"
            )
    for note in notes:
        say(f"note: {note}")
    sizes = Counter(row.domain for row in rows)
    say(f"{len(rows)} messages to learn from:")
    for label in scheme.labels:
        none = "  (no queue of its own)" if label == scheme.none else ""
        say(f"{sizes[label]:7d}  {label}{none}")
    trained = train(rows, scheme=scheme, precision=order.precision, prior=order.prior, progress=progress)
    judged = [(row, made) for row, made in zip(rows, trained.guesses, strict=True) if made]
    found = report([row for row, _ in judged], [made for _, made in judged], scheme)
    held = f"{found.rows} messages, each judged by a model that had learnt from none like it"
    say(f"\nOut of fold ({held}):")
    for line in lines(found):
        say(line)
    about = trained.model.about
    share, precision = trained.figures.queue_share, trained.figures.queue_precision
    say(f"\nTo a queue by itself: {share:.3f} of the messages of a domain; of these {precision:.3f} right")
    metrics: dict[str, Any] = {"out_of_fold": asdict(found)}
    if frozen:
        made = judge(Classifier(trained.model), frozen)
        kept = report(frozen, made, scheme)
        metrics["frozen"] = asdict(kept)
        say(f"\n{order.frozen}, never learnt from ({kept.rows} messages):")
        for line in lines(kept):
            say(line)
        queued = figures(frozen, made, about["urgency"]["threshold"], scheme.none)
        say(f"\nTo a queue by itself: {queued.queue_share:.3f}; of these {queued.queue_precision:.3f} right")
    registry.save(order.out, trained.model)
    text = json.dumps(metrics, ensure_ascii=False, indent=1) + "\n"
    registry.replace(order.out / "metrics.json", text.encode())
    name = order.data.name if order.data else "the corpus"
    registry.replace(order.out / "card.md", _card(name, trained.model, found, precision, share).encode())
    for line in _use(order.out, about["version"], scheme):
        say(line)
    return trained.model


def _check(order: Order) -> None:
    if order.merge_small_into and order.drop_small:
        raise ValueError("small labels can be merged or dropped, not both: give one of the two options")
    if order.with_corpus and not order.data:
        raise ValueError("with the corpus alone there is nothing to add it to: name a file with --data")
    for what, share in (("precision", order.precision), ("the share of no domain", order.prior)):
        if not 0 < share < 1:
            raise ValueError(f"{what} must lie between 0 and 1, not {share!r}")
    if order.out.exists() and not order.out.is_dir():
        raise ValueError(f"{order.out} is a file; --out names a folder")
    if order.out.is_dir():
        foreign = [path.name for path in order.out.iterdir() if path.name not in MODEL_FILES]
        if foreign and not (order.out / registry.ABOUT).exists():
            raise ValueError(
                f"{order.out} holds other things ({foreign[0]}); name an empty or new folder with --out"
            )


def _rows(order: Order) -> tuple[list[Row], Scheme, list[str]]:
    """What to learn from, with which labels, and what to say about it."""
    learnt, _ = corpus.split(corpus.load()) if order.with_corpus or not order.data else ([], [])
    if not order.data:
        return learnt, GUIDE, []
    table = tables.read(order.data, order.names)
    if order.with_corpus:
        if problems := [problem for row in table.rows if (problem := _not_the_guide(row))]:
            raise TableError(problems)
        return learnt + table.rows, GUIDE, [*table.notes, f"{len(learnt)} messages of the corpus are added"]
    settled = tables.settle_small(table.rows, order.merge_small_into, drop=order.drop_small)
    scheme, rows, notes = tables.scheme_of(settled.rows, order.none)
    return rows, scheme, table.notes + settled.notes + notes


def _not_the_guide(row: Row) -> str | None:
    """Why a row can't be learnt together with the corpus."""
    if row.domain not in GUIDE.labels:
        return f"{row.where}: {row.domain!r} is not one of the corpus's labels: {' '.join(GUIDE.labels)}"
    if row.topic and row.topic not in GUIDE.topics[row.domain]:
        return f"{row.where}: topic {row.topic!r} is not one of {row.domain}: {' '.join(GUIDE.topics[row.domain])}"
    if row.kind and row.kind not in KINDS:
        return f"{row.where}: type {row.kind!r} is not one of {' '.join(KINDS)}"
    return None


def _frozen(order: Order, scheme: Scheme) -> list[Row]:
    assert order.frozen
    rows = tables.read(order.frozen, order.names).rows
    if strange := next((row for row in rows if row.domain not in scheme.labels), None):
        raise TableError([f"{strange.where}: {strange.domain!r} is no label of the training data"])
    return rows


def _without(rows: list[Row], frozen: list[Row]) -> tuple[list[Row], int]:
    """The rows that are not nearly the same as a frozen one, and how many are."""
    leaders = corpus.groups([*frozen, *rows])
    kept = [row for row, leader in zip(rows, leaders[len(frozen) :], strict=True) if leader >= len(frozen)]
    return kept, len(rows) - len(kept)


def _card(name: str, model: registry.Model, found: Report, precision: float, share: float) -> str:
    about = model.about
    return _CARD.format(
        version=about["version"],
        rows=about["data"]["rows"],
        name=name,
        data=about["data"]["sha256"][:16],
        labels=", ".join(model.layout.scheme.labels),
        threshold=about["routing"]["threshold"],
        precision=precision,
        share=share,
        held=found.rows,
        accuracy=shown(found.accuracy),
        macro=shown(found.macro_f1),
        table="\n".join(
            f"| {label} | {rows} | {p:.3f} | {r:.3f} | {f1:.3f} |"
            for label, (rows, p, r, f1) in found.labels.items()
        ),
    )


def _use(out: Path, version: str, scheme: Scheme) -> list[str]:
    said = [
        f"\n{version} is in {out}. Try it:",
        f"  minsheng classify --model {out} 电梯坏了没人修",
        f"  minsheng evaluate FILE --model {out}",
    ]
    if scheme.labels == GUIDE.labels:
        return [
            *said,
            f'To run the desk with it, set model = "{out.resolve()}" under [classifier] in config.toml.',
        ]
    return [*said, "Its labels are not the desk's nine, so the desk itself refuses it."]
