"""What every command needs: the screen, the settings, an end with a sentence."""

import asyncio
import errno
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from bot.config import ConfigError, Settings, example_path, load_settings

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


def fail(message: str, code: int = 1) -> typer.Exit:
    screen.print(message, style="red", markup=False, soft_wrap=True)
    return typer.Exit(code)


def settings_of(path: Path | None, *, example: bool = False) -> Settings:
    """The named file, else config.toml, else (where that will do) the example. Exits with the problems listed."""
    chosen = path or Path("config.toml")
    if path is None and example and not chosen.exists():
        chosen = example_path()
    try:
        return load_settings(chosen)
    except ConfigError as error:
        told = str(error)
        raise fail(told if told.startswith(str(chosen)) else f"{chosen}:\n{told}", 2) from None


def run_to_end(work: Coroutine[Any, Any, None]) -> None:
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
        raise fail(
            f"Another process already serves from {error}. Stop it first, or name another store.path."
        ) from None
    except MigrationError as error:
        raise fail(str(error)) from None
    except StoreError as error:
        raise fail(f"The database can't be written or read: {error}.") from None
    except WrongToken as error:
        raise fail(f"{error}. Check MINSHENG_TOKEN; @BotFather shows the right one under /mybots.") from None
    except ModelError as error:
        raise fail(f"The classifier's model can't be used: {error}") from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise fail(
                "That port is taken. Name another one: --port for the sandbox, telegram.webhook.port for the bot."
            ) from None
        raise fail(f"Could not start: {error}") from None
