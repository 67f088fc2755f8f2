"""Commands about the classifier: ask it, measure it, train one."""

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.common import app, fail, screen


@app.command()
def classify(
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read JSON lines with id, title, text; write one line each.")
    ] = False,
    text: Annotated[str | None, typer.Argument(help="One message to classify.", show_default=False)] = None,
    model: Annotated[
        Path | None, typer.Option(help="A model folder. Default: the shipped one.", show_default=False)
    ] = None,
) -> None:
    """Name the domain of a message, or of every line on standard input."""
    from classifier.predict import Classifier, ModelError  # noqa: PLC0415
    from classifier.stream import classify_stream  # noqa: PLC0415

    if jsonl == (text is not None):
        raise fail(
            "Give one message, or --jsonl and the lines on standard input. For example: minsheng classify 电梯坏了",
            2,
        )
    try:
        classifier = Classifier.load(model)
    except ModelError as error:
        raise fail(str(error)) from None
    if jsonl:
        # UTF-8 whatever the terminal's encoding, and each answer at once: a program may wait at the other end.
        out = io.TextIOWrapper(sys.stdout.buffer, "utf-8", line_buffering=True, write_through=True)
        raise typer.Exit(1 if classify_stream(sys.stdin.buffer, out, classifier) else 0)
    s = classifier.suggest(None, text or "")
    typer.echo(f"{s.queue}  ({s.domain} {s.confidence:.0%}; none {s.none:.0%}; model {s.model})")
    for name, probability in s.alternatives:
        typer.echo(f"  {name}  {probability:.1%}")


@app.command()
def evaluate(
    file: Annotated[
        Path, typer.Argument(help="JSON lines with text, domain and perhaps title and more.", dir_okay=False)
    ],
    model: Annotated[
        Path | None, typer.Option(help="A model folder. Default: the shipped one.", show_default=False)
    ] = None,
    out: Annotated[Path | None, typer.Option(help="A folder for pictures.", show_default=False)] = None,
    parts: Annotated[bool, typer.Option("--parts", help="Also by title alone and by text alone.")] = False,
    traditional: Annotated[
        bool, typer.Option("--traditional", help="Also written in traditional characters.")
    ] = False,
) -> None:
    """Measure a model on labelled messages: figures with their intervals, speed, the worst errors, pictures."""
    from classifier.evaluate import report  # noqa: PLC0415

    raise typer.Exit(report(file, model, out, parts=parts, traditional=traditional))


@app.command()
def train(
    data: Annotated[
        Path | None,
        typer.Option(
            help="Labelled messages: .jsonl, .csv or .xlsx. Without it the corpus is learnt from.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[Path, typer.Option(help="The model folder to write.")] = Path("model"),
    with_corpus: Annotated[
        bool,
        typer.Option("--with-corpus", help="Learn from the corpus too; the labels must be the guide's nine."),
    ] = False,
    text: Annotated[str | None, typer.Option(help="The column of the text.", show_default=False)] = None,
    title: Annotated[str | None, typer.Option(help="The column of the title.", show_default=False)] = None,
    label: Annotated[str | None, typer.Option(help="The column of the label.", show_default=False)] = None,
    none: Annotated[
        str | None,
        typer.Option(help="The label of messages that belong to no department, if any.", show_default=False),
    ] = None,
    merge_small_into: Annotated[
        str | None,
        typer.Option(help="Put labels of fewer than ten rows under this one.", show_default=False),
    ] = None,
    drop_small: Annotated[
        bool, typer.Option("--drop-small", help="Leave labels of fewer than ten rows out.")
    ] = False,
    frozen: Annotated[
        Path | None,
        typer.Option(
            help="Labelled messages to measure on at the end, never learnt from.", show_default=False
        ),
    ] = None,
    precision: Annotated[float, typer.Option(help="How sure a queue must be.")] = 0.95,
    prior: Annotated[
        float, typer.Option(help="The share of the traffic that belongs to no department.")
    ] = 0.5,
) -> None:
    """Train a model on a file of labelled messages with its own labels, and say how well it does."""
    from classifier.archive import Order, run as train_model  # noqa: PLC0415, I001
    from classifier.errors import CorpusError  # noqa: PLC0415

    named = {"text": text, "title": title, "label": label}
    names = {field: column for field, column in named.items() if column}
    seen: list[str] = []

    def progress(stage: str, share: float) -> None:
        if stage not in seen:
            seen.append(stage)
            screen.print(f"{share:4.0%}  {stage}", markup=False)

    order = Order(
        data, out, with_corpus, names, none, merge_small_into, drop_small, frozen, precision, prior
    )  # fmt: skip
    try:
        train_model(order, typer.echo, progress)
    except CorpusError as error:
        raise fail(f"Nothing was trained.\n{error}", 2) from None
    except ValueError as error:
        raise fail(f"Nothing was trained: {error}.", 2) from None
    except OSError as error:
        raise fail(f"The model can't be written to {out}: {error.strerror}.", 2) from None
