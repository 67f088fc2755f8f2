"""Journeys run against a classifier that never changes its mind, and are held to the Bot API afterwards."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from classifier.predict import Classifier
from tests.by_word import ByWord
from tests.city import City, running_city
from tests.soundness import Expected, check_sound


@pytest.fixture(scope="session")
def classifier() -> Classifier:
    return ByWord()


@pytest.fixture
def expected() -> Expected:
    """What goes wrong on purpose; nothing, unless the story says so."""
    return Expected()


@pytest.fixture
async def city(tmp_path: Path, classifier: Classifier, expected: Expected) -> AsyncIterator[City]:
    async with running_city(tmp_path, classifier) as running:
        yield running
        await running.settle()
        await check_sound(running, expected)
