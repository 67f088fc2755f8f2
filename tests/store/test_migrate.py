"""A database is brought to this version's tables, or refused in plain words."""

import re
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from bot.store import migrate
from bot.store.migrate import MigrationError
from bot.store.tables import INDEX, metadata


def schema(path: Path) -> dict[str, tuple[str, ...]]:
    """Every table and index by name, as parts whose order doesn't matter."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    parts = {name: re.split(r",\s*(?![^()]*\))", re.sub(r"[ \t]+", " ", sql)) for name, sql in rows}
    return {
        name: tuple(sorted(part.strip(" \n\t,)") for part in lines))
        for name, lines in parts.items()
        if name not in ("alembic_version", "sqlite_sequence") and not name.startswith(f"{INDEX}_")
    }


def test_an_empty_database_upgraded_is_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "new" / "desk.db"
    migrate.upgrade(path)
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        # SQLite makes tables of its own for the full-text index.
        ours = lambda name, kind, _: kind != "table" or not (name or "").startswith(INDEX)  # noqa: E731
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": ours})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_down_to_keys_and_constraints(tmp_path: Path) -> None:
    """Alembic's comparison passes over primary keys and the conditions of indexes."""
    migrate.upgrade(tmp_path / "migrated.db")
    engine = create_engine(f"sqlite:///{tmp_path / 'made.db'}")
    metadata.create_all(engine)
    engine.dispose()
    migrated, made = schema(tmp_path / "migrated.db"), schema(tmp_path / "made.db")
    assert migrated.keys() == made.keys()
    for name, wanted in made.items():
        assert migrated[name] == wanted, name


def test_upgrading_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    migrate.upgrade(path)
    before = path.read_bytes()
    migrate.upgrade(path)
    assert path.read_bytes() == before
    assert not migrate.behind(path)


def test_yesterdays_rows_come_through(tmp_path: Path) -> None:
    """A database of the first tables, with a case in it, gets the later columns and keeps what it had."""
    path = tmp_path / "desk.db"
    engine = migrate._engine(path)
    command.upgrade(migrate._config(engine), "0001")
    engine.dispose()
    day = "'2026-11-20 04:00:00'"
    with sqlite3.connect(path) as old:
        old.execute(f"INSERT INTO people (id, language, first_seen) VALUES (1, 'zh-Hans', {day})")
        old.execute(
            "INSERT INTO cases (id, number, version, status, citizen_id, language, department, title, text,"
            f" filed_at, updated_at, citizen_reachable) VALUES (1, '261120-0001', 1, 'triage', 1, 'zh-Hans',"
            f" 'triage', '灯', '路灯坏了', {day}, {day}, 1)"
        )
        old.execute(
            'INSERT INTO predictions (case_id, at, model, domain, queue, "none", probabilities)'
            f" VALUES (1, {day}, 'm1', '住房', 'triage', 0.8, '{{}}')"
        )
    old.close()
    migrate.upgrade(path)
    with sqlite3.connect(path) as new:
        assert new.execute("SELECT model, words FROM predictions").fetchall() == [("m1", None)]
        assert new.execute("SELECT count(*) FROM labels").fetchone() == (0,)
    new.close()


def test_a_database_of_a_later_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    migrate.upgrade(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(MigrationError, match=r"later version of Minsheng \(revision 9999\)"):
        migrate.upgrade(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"this is a letter, not a database\n" * 100, b"SQLite format 3\x00" + b"\xff" * 4000]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(content)
    with pytest.raises(MigrationError, match="is not a database that can be read"):
        migrate.upgrade(path)
    assert path.read_bytes() == content


def test_a_folder_in_the_databases_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "desk.db").mkdir()
    with pytest.raises(MigrationError, match=r"desk\.db"):
        migrate.upgrade(tmp_path / "desk.db")


def test_the_folder_may_have_any_name(tmp_path: Path) -> None:
    path = tmp_path / "数据 50%?#" / "民声.db"
    migrate.upgrade(path)
    assert path.is_file()
    assert not migrate.behind(path)


def test_a_new_file_is_behind(tmp_path: Path) -> None:
    assert migrate.behind(tmp_path / "desk.db")
