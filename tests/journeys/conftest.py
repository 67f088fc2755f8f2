"""Journeys run against a classifier that never changes its mind, and are held to the Bot API afterwards."""

import inspect
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from classifier.predict import Classifier
from tests import retelling
from tests.by_word import ByWord
from tests.city import City
from tests.soundness import Expected, sound_city


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of the tests only those that tell a story are told again."""
    if retelling.NOTES is None:
        return
    # The story of languages is told in all of them already.
    told = [
        i
        for i in items
        if "test_language" not in i.nodeid
        and "Transcript(" in inspect.getsource(getattr(i, "function", i.__class__))
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in told])
    items[:] = told


@pytest.fixture(scope="session")
def classifier() -> Classifier:
    return ByWord()


@pytest.fixture
def expected() -> Expected:
    """What goes wrong on purpose; nothing, unless the story says so."""
    return Expected()


@pytest.fixture
async def city(tmp_path: Path, classifier: Classifier, expected: Expected) -> AsyncIterator[City]:
    async with sound_city(tmp_path, classifier, expected) as running:
        yield running
