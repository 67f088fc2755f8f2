"""Fixtures that many tests share: one loaded classifier, a running city."""

import functools
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

# Before numpy is imported, here and in the processes that tests start: workers side by side have a core each.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from bot import brain
from classifier import corpus
from classifier.predict import Classifier
from tests.by_word import by_word
from tests.city import City, running_city

# They take longest, so they begin; the others fill up what time is left. In parts of their paths.
LONG = (
    "test_learning",
    "test_process",
    "test_page",
    "test_crash",
    "test_year",
    "test_story",
    "test_fairness",
    "journeys/",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(
        key=lambda item: next((n for n, part in enumerate(LONG) if part in item.path.as_posix()), len(LONG))
    )


@pytest.fixture(autouse=True, scope="session")
def _explained() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(brain, "explain", by_word)
        yield


@pytest.fixture(autouse=True, scope="session")
def _read_once() -> Iterator[None]:
    """The shipped corpus is read from the disk once."""
    load, rows = corpus.load, functools.cache(corpus.load)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corpus, "load", lambda *where: load(*where) if where else list(rows()))
        yield


@pytest.fixture(scope="session")
def classifier() -> Classifier:
    return Classifier.load()


@pytest.fixture
async def city(tmp_path: Path, classifier: Classifier) -> AsyncIterator[City]:
    async with running_city(tmp_path, classifier) as running:
        yield running
