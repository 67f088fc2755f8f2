"""A table of rows in one test: every row is tried, and all that fail are listed."""

import functools
import inspect
import traceback
from collections.abc import Callable, Iterable, Sequence
from typing import Any

SHOWN = 20  # failing rows that are told in full


def each_row(
    names: str | Sequence[str], rows: Iterable[Any]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Like parametrize, as one test; for plain functions that change nothing which the next row sees."""
    columns = (names,) if isinstance(names, str) else tuple(names)
    table = [(row,) if isinstance(names, str) else row for row in rows]
    assert table, "a table without rows proves nothing"

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        assert not inspect.iscoroutinefunction(test), "an async test has a world of its own: parametrize it"

        @functools.wraps(test)
        def run(**fixtures: Any) -> None:
            failed: list[str] = []
            first: Exception | None = None
            for row in table:
                values = dict(zip(columns, row, strict=True))
                try:
                    test(**fixtures, **values)
                except Exception as error:  # noqa: BLE001  (told below)
                    first = first or error
                    where = traceback.extract_tb(error.__traceback__)[1]
                    failed.append(f"{values} at line {where.lineno}: {type(error).__name__}: {error}")
            if failed:
                told = "\n".join(failed[:SHOWN])
                raise AssertionError(f"{len(failed)} of {len(table)} rows fail\n{told}") from first

        given = inspect.signature(test)
        left = [p for p in given.parameters.values() if p.name not in columns]
        run.__signature__ = given.replace(parameters=left)  # type: ignore[attr-defined]
        return run

    return decorate
