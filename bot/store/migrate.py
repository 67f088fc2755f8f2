"""Brings a database to this version's tables, and says plainly when it can't."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.exc import DatabaseError


class MigrationError(Exception):
    """The database is not one that this version can serve from."""


def _config(path: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("sqlalchemy.url", f"sqlite:///{path}")
    return config


def current_revision(path: Path) -> str | None:
    """The revision that a database file is at; None for an empty or new one."""
    engine = create_engine(f"sqlite:///{path}")
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    except DatabaseError as error:
        raise MigrationError(f"{path} is not a database that can be read: {error.orig}") from error
    finally:
        engine.dispose()


def upgrade(path: Path) -> None:
    """Create or upgrade the database at `path`. Raises MigrationError for one from a later version."""
    path.parent.mkdir(parents=True, exist_ok=True)
    config = _config(path)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    revision = current_revision(path)
    if revision is not None and revision not in known:
        raise MigrationError(
            f"{path} was written by a later version of Minsheng (revision {revision}). "
            "Install that version, or go back to the copy made before the upgrade."
        )
    command.upgrade(config, "head")
