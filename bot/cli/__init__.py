"""The command line: a command each, which asks, calls and says."""

from typing import Annotated

import typer

from bot import __version__
from bot.cli import desk, model, records  # noqa: F401  they register their commands, in this order
from bot.cli.common import app

__all__ = ["app", "main"]


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


def main() -> None:
    app()
