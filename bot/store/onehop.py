"""An aiosqlite connection whose cursors go to its thread once a statement, not four times.

SQLAlchemy opens, executes, fetches and closes a cursor for every statement, and each is a hop to
aiosqlite's thread and back; that, not SQLite, is what a small transaction costs. Here the hop that
executes brings the rows along, and opening and closing need none.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

import aiosqlite


class OneHopCursor:
    """What SQLAlchemy needs of aiosqlite.Cursor. All rows are fetched at once, so results should be bounded."""

    arraysize = 1

    def __init__(self, connection: "OneHopConnection") -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: tuple[tuple[str, None, None, None, None, None, None], ...] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    def _take(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        # An INSERT … RETURNING counts its rows only once they are read.
        self._rows = cursor.fetchall() if cursor.description else []
        self.rowcount = cursor.rowcount
        self.lastrowid = cursor.lastrowid
        cursor.close()

    async def execute(self, sql: str, parameters: Any = ()) -> "OneHopCursor":
        await self._connection.hop(lambda db: self._take(db.execute(sql, parameters)))
        return self

    async def executemany(self, sql: str, parameters: Iterable[Any]) -> "OneHopCursor":
        rows = list(parameters)
        await self._connection.hop(lambda db: self._take(db.executemany(sql, rows)))
        return self

    async def fetchall(self) -> Sequence[Any]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        self._rows = []

    async def __aenter__(self) -> "OneHopCursor":
        return self


class OneHopConnection(aiosqlite.Connection):
    async def hop(self, work: Any) -> Any:
        """Run `work(sqlite3.Connection)` in the connection's thread."""
        return await self._execute(lambda: work(self._conn))  # type: ignore[no-untyped-call]

    def cursor(self) -> OneHopCursor:  # type: ignore[override]
        return OneHopCursor(self)


def connect(path: str) -> OneHopConnection:
    """An unopened connection, for SQLAlchemy's `async_creator_fn`; its thread ends with the process."""

    def connector() -> sqlite3.Connection:
        return sqlite3.connect(path, check_same_thread=False)

    connection = OneHopConnection(connector, iter_chunk_size=64)
    connection._thread.daemon = True
    return connection
