"""A copy of the database made while the desk serves: whole, checked, and never half there under its own name."""

import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.store.db import StoreError


class AlreadyThere(Exception):
    """The copy would stand where something is; nothing is written over."""


@dataclass(frozen=True, slots=True)
class Copied:
    bytes: int
    cases: int


def back_up(source: Path, target: Path) -> Copied:
    """Raises AlreadyThere, OSError, StoreError; then nothing is left behind."""
    if target.exists():
        raise AlreadyThere(str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    # Only its owner reads it: citizens' words are in it.
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, stat.S_IRUSR | stat.S_IWUSR))
    try:
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as old,
            closing(sqlite3.connect(part)) as new,
        ):
            old.backup(new)  # in one step: a reader in WAL keeps no writer waiting
            new.execute("PRAGMA journal_mode = DELETE")  # one file, without a -wal beside it
            if (found := new.execute("PRAGMA quick_check").fetchone()[0]) != "ok":
                raise StoreError(found)
            cases = new.execute("SELECT count(*) FROM cases").fetchone()[0]
        part.rename(target)
    except sqlite3.Error as error:
        raise StoreError(str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return Copied(target.stat().st_size, cases)
