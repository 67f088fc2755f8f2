"""Commands that set the desk up and run it: for Telegram, in a web page, on a file of messages."""

import asyncio
import gc
import logging
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.common import ConfigOption, app, fail, run_to_end, screen, settings_of
from bot.config import ConfigError, Settings
from bot.logs import set_up_logging
from bot.secrets import Token, read_token, webhook_secret


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
        run_to_end(finish(ready, path, typer.echo, warn))
    except SetupError as error:
        raise fail(str(error)) from None


@app.command()
def run(config: ConfigOption = None) -> None:
    """Run the bot against Telegram. The token comes from MINSHENG_TOKEN or MINSHENG_TOKEN_FILE."""
    settings = settings_of(config)
    try:
        token = read_token(os.environ)
        secret = webhook_secret(os.environ)
    except ConfigError as error:
        kept = settings.store.path.parent / "token"
        asked = os.environ.get("MINSHENG_TOKEN") or os.environ.get("MINSHENG_TOKEN_FILE")
        hint = f"\nminsheng setup kept one here: export MINSHENG_TOKEN_FILE={kept}"
        raise fail(f"{error}{hint if kept.exists() and not asked else ''}", 2) from None
    set_up_logging(settings, token)
    if token.warning:
        screen.print(token.warning, style="yellow", markup=False, soft_wrap=True)
    run_to_end(_serve(settings, token, secret))


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
    settings = settings_of(config, example=True)
    with tempfile.TemporaryDirectory(prefix="minsheng-") as folder:
        run_to_end(_sandbox(settings, Path(folder) / "sandbox.db", port, _budget(budget)))


def _budget(word: str) -> bool:
    if word not in ("off", "telegram"):
        raise fail(f"--budget takes off or telegram, not {word!r}", 2)
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

    settings = settings_of(config, example=True)
    try:
        with tempfile.TemporaryDirectory(prefix="minsheng-") as folder:
            work = replay_file(file, settings, Path(folder) / "replay.db", _budget(budget), limit, screen)
            run_to_end(work)
    except BadReplayFile as error:
        raise fail(str(error), 2) from None


@app.command()
def check(config: ConfigOption = None) -> None:
    """Check a configuration file and say all that is wrong with it."""
    settings = settings_of(config)
    named = f"{len(settings.departments)} departments" if settings.departments else "departments by /dept"
    typer.echo(f"ok: {settings.city.name.get('zh-Hans')}, {named}")
