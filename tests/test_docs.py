"""Docs say what is true: commands, settings, statuses, links, and that nothing points to a place that isn't there."""

import re
from pathlib import Path

from typer.main import get_command

from bot.cli import app
from bot.core import workflow
from bot.core.case import EventKind, Status
from bot.core.menus import EVERY_COMMAND
from tests.rows import each_row

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_workflow_page_is_the_table() -> None:
    assert text("docs/workflow.md") == workflow.as_markdown(), "run make docs"


def test_workflow_page_names_every_status_and_event() -> None:
    page = text("docs/workflow.md")
    for status in Status:
        assert status.name in page
    for kind in EventKind:
        assert f"`{kind.value}`" in page or kind is EventKind.FILED


@each_row("name", sorted(get_command(app).commands))  # type: ignore[attr-defined]
def test_every_command_is_in_the_readme_or_operations(name: str) -> None:
    assert f"minsheng {name}" in text("README.md") + text("docs/operations.md")


def test_every_bot_command_is_described_to_its_people() -> None:
    helps = "".join(text(str(page.relative_to(ROOT))) for page in ROOT.glob("bot/texts/zh-Hans/*.ftl"))
    for name in EVERY_COMMAND:
        assert f"command-{name} = " in helps


@each_row("page", PAGES)
def test_links_lead_somewhere(page: Path) -> None:
    body = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", body) + re.findall(
        r'src="(?!https?://)([^"]+)"', body
    )
    for target in targets:
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


@each_row("page", PAGES)
def test_named_files_exist(page: Path) -> None:
    for name in re.findall(
        r"`((?:bot|classifier|tests|docs|models)/[\w./-]+)`", page.read_text(encoding="utf-8")
    ):
        assert (ROOT / name).exists(), f"{page.name} names {name}"


def test_make_targets_that_docs_name_exist() -> None:
    makefile = text("Makefile")
    for page in PAGES:
        for name in re.findall(r"`(?:\w+=\S+ )?make ([a-z-]+)`", page.read_text(encoding="utf-8")):
            assert re.search(rf"^{name}:", makefile, re.MULTILINE), f"{page.name}: make {name}"


def test_lock_files_name_no_index() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        body = path.read_text(encoding="utf-8")
        assert "://" not in body
        assert "--index" not in body
        assert "--hash=sha256:" in body
