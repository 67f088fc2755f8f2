"""What one piece of work asks more than once, it reads once.

The parts of an act (its clocks, its card, its notices) each look up the same few rows. On the writing connection the
answer is kept until something is written to one of its tables, by whatever statement, or the work is over.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import CompoundSelect, Row, Select, event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.sql.visitors import iterate

_KEPT = "kept answers"  # in the connection's info; a reading connection has none


class Question:
    """A SELECT that is asked with every act; built once, as building costs more than asking."""

    def __init__(self, statement: Select[Any] | CompoundSelect[Any]) -> None:
        self.statement = statement
        self.tables = frozenset(
            str(each.name)  # type: ignore[attr-defined]
            for each in iterate(statement)
            if each.__visit_name__ == "table"
        )

    async def ask(self, conn: AsyncConnection, **values: Any) -> Sequence[Row[Any]]:
        """All rows for these values of its parameters. They are shared: nobody changes what is in them."""
        kept: Answers | None = conn.info.get(_KEPT)
        key = (self, tuple(values.values()))
        if kept is not None and (known := kept.get(key)) is not None:
            return known
        rows: Sequence[Row[Any]] = (await conn.execute(self.statement, values)).fetchall()
        if kept is not None:
            kept[key] = rows
        return rows


Answers = dict[tuple[Question, tuple[Any, ...]], Sequence[Row[Any]]]


def keep_answers(engine: AsyncEngine) -> None:
    """Keep answers on the connections of this engine: for the writer, who alone changes what it has read."""

    @event.listens_for(engine.sync_engine, "connect")
    def _begin(_connection: Any, record: Any) -> None:
        record.info[_KEPT] = {}

    @event.listens_for(engine.sync_engine, "before_cursor_execute")
    def _forget(conn: Any, _cursor: Any, statement: str, _values: Any, context: Any, _many: bool) -> None:
        kept: Answers = conn.info[_KEPT]
        if not kept:
            return
        if context.isinsert or context.isupdate or context.isdelete:
            written = context.compiled.statement.table.name
            for key in [key for key in kept if written in key[0].tables]:
                del kept[key]
        elif not statement.startswith("SELECT"):  # BEGIN, ROLLBACK, and whatever else is said in plain SQL
            kept.clear()
