"""Fixtures that many tests share: one loaded classifier, a running city."""

import functools
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot import brain
from classifier import corpus
from classifier.predict import Classifier
from tests.by_word import by_word
from tests.city import City, running_city


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
