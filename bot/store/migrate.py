"""Brings a database to this version's tables, and says plainly when it can't."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError


class MigrationError(Exception):
    """The database is not one that this version can serve from."""


def _engine(path: Path) -> Engine:
    """A whole upgrade is one transaction: SQLite can, but its driver must be kept from committing before DDL."""
    engine = create_engine(URL.create("sqlite", database=str(path)))

    @event.listens_for(engine, "connect")
    def _never_by_itself(connection: Any, _record: Any) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _config(engine: Engine) -> Config:
    config = Config()
    # Alembic reads % in an option as a reference to another one.
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["engine"] = engine
    return config


def _revision(engine: Engine, path: Path) -> str | None:
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    except DatabaseError as error:
        why = "" if "not a database" in str(error.orig) else " Is the disk full, or the file not yours?"
        raise MigrationError(f"{path} is not a database that can be read: {error.orig}.{why}") from error


def behind(path: Path) -> bool:
    """Whether a database has not this version's tables yet. Raises MigrationError."""
    engine = _engine(path)
    try:
        return _revision(engine, path) != ScriptDirectory.from_config(_config(engine)).get_current_head()
    finally:
        engine.dispose()


def upgrade(path: Path) -> None:
    """Create or upgrade the database at `path`, all or nothing.

    Raises MigrationError for one from a later version, or that can't be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = _engine(path)
    try:
        config = _config(engine)
        known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
        revision = _revision(engine, path)
        if revision is not None and revision not in known:
            raise MigrationError(
                f"{path} was written by a later version of Minsheng (revision {revision}). "
                "Install that version, or go back to the copy made before the upgrade."
            )
        command.upgrade(config, "head")
    except DatabaseError as error:
        raise MigrationError(f"{path} could not be made ready: {error.orig}. Nothing was changed.") from error
    finally:
        engine.dispose()
