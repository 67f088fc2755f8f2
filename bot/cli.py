"""The command line: a command each, which asks, calls and says."""

import asyncio
import errno
import gc
import io
import logging
import os
import sys
import tempfile
from collections.abc import Coroutine
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from rich.console import Console

from bot import __version__
from bot.config import ConfigError, Settings, example_path, load_settings
from bot.logs import set_up_logging
from bot.secrets import Token, read_token, webhook_secret

app = typer.Typer(
    name="minsheng",
    help="民声 Minsheng: a Telegram desk for citizens' requests.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
screen = Console(stderr=True, highlight=False)

ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        "-c",
        help="The configuration file. Default: config.toml in this folder.",
        show_default=False,
    ),
]


def _fail(message: str, code: int = 1) -> typer.Exit:
    screen.print(message, style="red", markup=False, soft_wrap=True)
    return typer.Exit(code)


def _settings(path: Path | None, *, example: bool = False) -> Settings:
    """The named file, else config.toml, else (where that will do) the example. Exits with the problems listed."""
    chosen = path or Path("config.toml")
    if path is None and example and not chosen.exists():
        chosen = example_path()
    try:
        return load_settings(chosen)
    except ConfigError as error:
        told = str(error)
        raise _fail(told if told.startswith(str(chosen)) else f"{chosen}:\n{told}", 2) from None


def _run(work: Coroutine[Any, Any, None]) -> None:
    """Run until done or Ctrl-C; what can go wrong at a start is said in a sentence."""
    # Imported here: --help and check need not wait a second for them.
    from bot.gateway.receive import WrongToken  # noqa: PLC0415
    from bot.store.db import AlreadyServed, StoreError  # noqa: PLC0415
    from bot.store.migrate import MigrationError  # noqa: PLC0415
    from classifier.errors import ModelError  # noqa: PLC0415

    try:
        with suppress(KeyboardInterrupt, asyncio.CancelledError):  # SIGTERM cancels
            asyncio.run(work)
    except AlreadyServed as error:
        raise _fail(
            f"Another process already serves from {error}. Stop it first, or name another store.path."
        ) from None
    except MigrationError as error:
        raise _fail(str(error)) from None
    except StoreError as error:
        raise _fail(f"The database can't be written or read: {error}.") from None
    except WrongToken as error:
        raise _fail(f"{error}. Check MINSHENG_TOKEN; @BotFather shows the right one under /mybots.") from None
    except ModelError as error:
        raise _fail(f"The classifier's model can't be used: {error}") from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise _fail(
                "That port is taken. Name another one: --port for the sandbox, telegram.webhook.port for the bot."
            ) from None
        raise _fail(f"Could not start: {error}") from None


def _version(show: bool) -> None:
    if show:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """民声 Minsheng: a Telegram desk for citizens' requests."""


@app.command()
def setup(
    config: ConfigOption = None,
    city: Annotated[str | None, typer.Option(help="The city's name in Chinese.", show_default=False)] = None,
    english: Annotated[str | None, typer.Option(help="Its English name.", show_default=False)] = None,
    language: Annotated[
        str | None,
        typer.Option(
            help="Of the desk and of this setup: zh-Hans, zh-Hant, zh-HK or en.", show_default=False
        ),
    ] = None,
    region: Annotated[
        str | None,
        typer.Option(
            help="Its time zone, public holidays and emergency numbers: CN, TW, HK or MO.", show_default=False
        ),
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(help="A Bot API server of your own; ends with /bot.", show_default=False)
    ] = None,
) -> None:
    """The first steps, checked one by one: settings, token, database, the first admin's link. Safe to run again."""
    from bot.setup import Answers, SetupError, finish, prepare  # noqa: PLC0415

    def warn(text: str) -> None:
        screen.print(text, style="yellow", markup=False, soft_wrap=True)

    path = config or Path("config.toml")
    try:
        ready = prepare(path, Answers(city, english, language, region, base_url), os.environ, typer.echo)
        _run(finish(ready, path, typer.echo, warn))
    except SetupError as error:
        raise _fail(str(error)) from None


@app.command()
def run(config: ConfigOption = None) -> None:
    """Run the bot against Telegram. The token comes from MINSHENG_TOKEN or MINSHENG_TOKEN_FILE."""
    settings = _settings(config)
    try:
        token = read_token(os.environ)
        secret = webhook_secret(os.environ)
    except ConfigError as error:
        kept = settings.store.path.parent / "token"
        asked = os.environ.get("MINSHENG_TOKEN") or os.environ.get("MINSHENG_TOKEN_FILE")
        hint = f"\nminsheng setup kept one here: export MINSHENG_TOKEN_FILE={kept}"
        raise _fail(f"{error}{hint if kept.exists() and not asked else ''}", 2) from None
    set_up_logging(settings, token)
    if token.warning:
        screen.print(token.warning, style="yellow", markup=False, soft_wrap=True)
    _run(_serve(settings, token, secret))


async def _serve(settings: Settings, token: Token, secret: str) -> None:
    from bot.app import serve  # noqa: PLC0415 - the other commands need none of it

    _stop_on_sigterm()
    async with serve(settings, token, webhook_secret=secret) as service:
        if service.admin_code:
            hours = settings.desk.invite_hours
            # On the terminal, never in a log: whoever opens it becomes the admin.
            typer.echo(
                service.desk.house.plain(
                    "first-admin", link=service.desk.link(service.admin_code), hours=hours
                )
            )
        logging.getLogger("minsheng").info("@%s is running", service.desk.username)
        # What stands now stays. Looking through it for garbage, as Python would, stops everybody for a tenth of a second.
        gc.collect()
        gc.freeze()
        await service.wait()


def _stop_on_sigterm() -> None:
    import signal  # noqa: PLC0415

    task = asyncio.current_task()
    assert task is not None
    with suppress(NotImplementedError):
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)


@app.command()
def sandbox(
    config: ConfigOption = None,
    port: Annotated[int, typer.Option(help="The page's port; 0 takes any free one.")] = 8012,
    budget: Annotated[str, typer.Option(help="Telegram's speed limits: off, or telegram.")] = "off",
) -> None:
    """Open the whole desk in a web page: citizen, clerk and admin side by side. No token, no network."""
    settings = _settings(config, example=True)
    with tempfile.TemporaryDirectory(prefix="minsheng-") as folder:
        _run(_sandbox(settings, Path(folder) / "sandbox.db", port, _budget(budget)))


def _budget(word: str) -> bool:
    if word not in ("off", "telegram"):
        raise _fail(f"--budget takes off or telegram, not {word!r}", 2)
    return word == "telegram"


async def _sandbox(settings: Settings, file: Path, port: int, budget: bool) -> None:
    from bot.sandbox.desk import TOKEN, sandbox as open_sandbox  # noqa: PLC0415, I001

    set_up_logging(
        settings.model_copy(update={"logging": settings.logging.model_copy(update={"level": "WARNING"})}),
        Token(TOKEN),
    )
    _stop_on_sigterm()
    with screen.status("starting…") as status:
        said = {"classifier": "loading the classifier…", "people": "moving people in…"}
        opened = open_sandbox(
            settings, file, port=port, budget=budget, said=lambda step: status.update(said[step])
        )
        server, desk, _ = await opened.__aenter__()
    try:
        typer.echo(f"民声 sandbox: open {server.address} in a browser. Ctrl-C stops it.")
        await desk.service.wait()
    finally:
        await opened.__aexit__(None, None, None)


@app.command()
def replay(
    file: Annotated[
        Path, typer.Argument(help="JSON lines with title, text and user.", exists=True, dir_okay=False)
    ],
    config: ConfigOption = None,
    budget: Annotated[str, typer.Option(help="Telegram's speed limits: off, or telegram.")] = "off",
    limit: Annotated[int, typer.Option(help="Only the first N messages; 0 means all.")] = 0,
) -> None:
    """Send real messages through the sandboxed bot, each as its citizen, and count what became of them."""
    from bot.sandbox.replay import BadReplayFile, replay_file  # noqa: PLC0415

    settings = _settings(config, example=True)
    try:
        with tempfile.TemporaryDirectory(prefix="minsheng-") as folder:
            work = replay_file(file, settings, Path(folder) / "replay.db", _budget(budget), limit, screen)
            _run(work)
    except BadReplayFile as error:
        raise _fail(str(error), 2) from None


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
        raise _fail(
            "Give one message, or --jsonl and the lines on standard input. For example: minsheng classify 电梯坏了",
            2,
        )
    try:
        classifier = Classifier.load(model)
    except ModelError as error:
        raise _fail(str(error)) from None
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
        raise _fail(f"Nothing was trained.\n{error}", 2) from None
    except ValueError as error:
        raise _fail(f"Nothing was trained: {error}.", 2) from None
    except OSError as error:
        raise _fail(f"The model can't be written to {out}: {error.strerror}.", 2) from None


def _with_database(config: Path | None) -> Settings:
    """The settings of a desk whose database is there, in this version's form."""
    from bot.store import migrate  # noqa: PLC0415

    settings = _settings(config)
    path = settings.store.path
    if not path.exists():
        raise _fail(f"There is no database at {path} yet; minsheng run makes it.")
    try:
        behind = migrate.behind(path)
    except migrate.MigrationError as error:
        raise _fail(str(error)) from None
    if behind:
        raise _fail(f"{path} is of an earlier version; minsheng run brings it up to date.")
    return settings


@app.command()
def status(config: ConfigOption = None) -> None:
    """Say how the desk stands: what waits to be handled or sent, and the cases of each department. Only reads."""
    _run(_status(_with_database(config)))


async def _status(settings: Settings) -> None:
    from bot.store import cases, inbox, sending  # noqa: PLC0415
    from bot.store.db import reading  # noqa: PLC0415

    async with reading(settings.store.path) as conn:
        waiting, dead = await inbox.depth(conn)
        typer.echo(f"inbox: {waiting} waiting, {dead} dead letters")
        typer.echo(
            f"outbox: {await sending.depth(conn)} waiting, {await sending.refused(conn)} refused by Telegram"
        )
        for department, counts in sorted((await cases.counts(conn)).items()):
            typer.echo(f"{department}: " + ", ".join(f"{n} {name}" for name, n in sorted(counts.items())))


@app.command()
def dead(config: ConfigOption = None) -> None:
    """List the dead letters, messages that could not be handled: reference, kind and error, nobody's words. Only reads."""
    _run(_dead(_with_database(config)))


async def _dead(settings: Settings) -> None:
    from bot.store import dead  # noqa: PLC0415
    from bot.store.db import reading  # noqa: PLC0415

    async with reading(settings.store.path) as conn:
        letters = await dead.listed(conn)
    zone = ZoneInfo(settings.city.timezone)
    for letter in letters:
        chat = "private" if letter.private else "group"
        later = f", {letter.since} later from the same chat" if letter.since else ""
        typer.echo(
            f"{letter.reference}  {letter.at.astimezone(zone):%Y-%m-%d %H:%M}  {letter.fate:<7}  "
            f"{chat}, {letter.what}: {letter.error}{later}"
        )
    lie = sum(letter.fate == "dead" for letter in letters)
    typer.echo(
        f"{lie} dead" + (". After the mend, with the desk stopped: minsheng again --all" if lie else "")
    )


@app.command()
def again(
    references: Annotated[
        list[str] | None,
        typer.Argument(help="Such as D261120-4F0A; minsheng dead lists them.", show_default=False),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All that are dead.")] = False,
    config: ConfigOption = None,
) -> None:
    """Hand dead letters in again, each once and in its old order; the desk handles them when it starts.

    The desk must be stopped. Who sent one reads that it is taken up now, and then the answer.
    """
    from bot.store.dead import HandedInAlready, NoSuchLetter  # noqa: PLC0415

    if everything == bool(references):
        raise _fail("Name the references, or say --all. For example: minsheng again D261120-4F0A", 2)
    settings = _settings(config)
    if not settings.store.path.exists():
        raise _fail(f"There is no database at {settings.store.path} yet; minsheng run makes it.")
    wanted = None if everything else [each.strip().upper() for each in references or ()]
    try:
        _run(_again(settings, wanted))
    except NoSuchLetter as unknown:
        raise _fail(
            f"There is no dead letter {unknown}. Nothing was handed in; minsheng dead lists them."
        ) from None
    except HandedInAlready as twice:
        raise _fail(
            f"{twice} was handed in before and has not failed since. Nothing was handed in."
        ) from None


async def _again(settings: Settings, references: list[str] | None) -> None:
    from bot.clocks import SystemClock  # noqa: PLC0415
    from bot.store import dead, migrate  # noqa: PLC0415
    from bot.store.db import Database  # noqa: PLC0415

    db = Database(settings.store.path, SystemClock())
    db.claim_service()
    await asyncio.to_thread(migrate.upgrade, settings.store.path)
    await db.open()
    try:
        done = await db.write(lambda tx: dead.hand_in(tx, references), cause="again")
    finally:
        await db.close()
    for reference in done:
        typer.echo(reference)
    typer.echo(f"{len(done)} handed in." + (" Now start the desk: minsheng run" if done else ""))


@app.command()
def backup(
    file: Annotated[
        Path | None,
        typer.Argument(
            help="The copy to make. Default: backups/ beside the database, with the time in its name.",
            show_default=False,
            dir_okay=False,
        ),
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Copy the database, also while the desk runs, and check the copy. Settings, token and models are not in it."""
    from bot.store.backup import AlreadyThere, back_up  # noqa: PLC0415
    from bot.store.db import StoreError  # noqa: PLC0415

    source = _settings(config).store.path
    if not source.exists():
        raise _fail(f"There is no database at {source} yet; minsheng run makes it.")
    target = file or source.parent / "backups" / f"{source.stem}-{datetime.now():%Y%m%d-%H%M%S}.db"  # noqa: DTZ005
    try:
        copied = back_up(source, target)
    except AlreadyThere:
        raise _fail(f"{target} is there already, and was not touched. Name another file.", 2) from None
    except OSError as error:
        raise _fail(f"{target} can't be written: {error.strerror or error}.") from None
    except StoreError as error:
        raise _fail(f"No copy was made: {error}. Is there room on the disk?") from None
    typer.echo(f"ok: {target}, {copied.cases:,} cases, {copied.bytes / 1_000_000:,.1f} MB")


@app.command()
def check(config: ConfigOption = None) -> None:
    """Check a configuration file and say all that is wrong with it."""
    settings = _settings(config)
    named = f"{len(settings.departments)} departments" if settings.departments else "departments by /dept"
    typer.echo(f"ok: {settings.city.name.get('zh-Hans')}, {named}")


def main() -> None:
    app()


if __name__ == "__main__":
    main()
