"""Commands that look at a desk's database or copy it; of them only `again` writes there, and wants the desk stopped."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.cli.common import ConfigOption, app, fail, run_to_end, settings_of
from bot.config import Settings


def _with_database(config: Path | None) -> Settings:
    """The settings of a desk whose database is there, in this version's form."""
    from bot.store import migrate  # noqa: PLC0415

    settings = settings_of(config)
    path = settings.store.path
    if not path.exists():
        raise fail(f"There is no database at {path} yet; minsheng run makes it.")
    try:
        behind = migrate.behind(path)
    except migrate.MigrationError as error:
        raise fail(str(error)) from None
    if behind:
        raise fail(f"{path} is of an earlier version; minsheng run brings it up to date.")
    return settings


@app.command()
def status(config: ConfigOption = None) -> None:
    """Say how the desk stands: what waits to be handled or sent, and the cases of each department. Only reads."""
    run_to_end(_status(_with_database(config)))


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
    run_to_end(_dead(_with_database(config)))


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
        raise fail("Name the references, or say --all. For example: minsheng again D261120-4F0A", 2)
    settings = settings_of(config)
    if not settings.store.path.exists():
        raise fail(f"There is no database at {settings.store.path} yet; minsheng run makes it.")
    wanted = None if everything else [each.strip().upper() for each in references or ()]
    try:
        run_to_end(_again(settings, wanted))
    except NoSuchLetter as unknown:
        raise fail(
            f"There is no dead letter {unknown}. Nothing was handed in; minsheng dead lists them."
        ) from None
    except HandedInAlready as twice:
        raise fail(f"{twice} was handed in before and has not failed since. Nothing was handed in.") from None


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

    source = settings_of(config).store.path
    if not source.exists():
        raise fail(f"There is no database at {source} yet; minsheng run makes it.")
    target = file or source.parent / "backups" / f"{source.stem}-{datetime.now():%Y%m%d-%H%M%S}.db"  # noqa: DTZ005
    try:
        copied = back_up(source, target)
    except AlreadyThere:
        raise fail(f"{target} is there already, and was not touched. Name another file.", 2) from None
    except OSError as error:
        raise fail(f"{target} can't be written: {error.strerror or error}.") from None
    except StoreError as error:
        raise fail(f"No copy was made: {error}. Is there room on the disk?") from None
    typer.echo(f"ok: {target}, {copied.cases:,} cases, {copied.bytes / 1_000_000:,.1f} MB")
