"""Who may import whom: read from the source."""

import ast
import sys
from pathlib import Path

from tests.rows import each_row

ROOT = Path(__file__).parents[1]
STDLIB = sys.stdlib_module_names


def imports(path: Path) -> set[str]:
    """Every module that a file imports anywhere in it, as dotted names."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def files(folder: str) -> list[Path]:
    found = sorted((ROOT / folder).rglob("*.py"))
    assert found, folder
    return found


def top(name: str) -> str:
    return name.split(".", maxsplit=1)[0]


def offenders(folder: str, bad: tuple[str, ...], but: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in files(folder)
        if not str(path.relative_to(ROOT)).startswith(but or ("\0",))
        for name in sorted(imports(path))
        if any(name == b or name.startswith(f"{b}.") for b in bad)
    ]


def test_core_imports_only_the_standard_library_and_itself() -> None:
    wrong = [
        f"{path.name} imports {name}"
        for path in files("bot/core")
        for name in imports(path)
        if top(name) not in STDLIB and not name.startswith("bot.core") and name != "bot"
    ]
    assert not wrong


def test_core_reads_no_clock_of_its_own() -> None:
    for path in files("bot/core"):
        text = path.read_text(encoding="utf-8")
        assert ".now(" not in text.replace("tx.now", ""), path
        assert "time.time" not in text, path


@each_row(
    ("what", "folder", "bad", "but"),
    [
        ("SQL lives in the store", "bot", ("sqlalchemy", "aiosqlite", "alembic", "sqlite3"), ("bot/store/",)),
        ("one place asks for the holidays", "bot", ("holidays",), ("bot/calendars.py",)),
        ("telegram lives at the edge", "bot", ("telegram",), ("bot/gateway/", "bot/handlers/", "bot/app.py", "bot/sandbox/")),
        ("HTTP lives in the gateway", "bot", ("aiohttp", "httpx"), ("bot/gateway/", "bot/sandbox/")),
        ("the classifier knows nothing of the bot", "classifier", ("bot",), ()),
        ("the store knows no rules of service or views", "bot/store", ("bot.service", "bot.views", "bot.handlers", "bot.gateway"), ()),
        ("the service knows no handlers and no gateway", "bot/service", ("bot.handlers", "bot.gateway", "bot.app"), ()),
        ("views send and store nothing", "bot/views", ("bot.handlers", "bot.gateway", "bot.store", "bot.app"), ()),
        ("the sandbox's server knows nothing of telegram's library", "bot/sandbox", ("telegram",), ("bot/sandbox/desk.py", "bot/sandbox/replay.py")),
    ],
)  # fmt: skip
def test_who_imports_whom(what: str, folder: str, bad: tuple[str, ...], but: tuple[str, ...]) -> None:
    assert not offenders(folder, bad, but), what
