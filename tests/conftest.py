"""Fixtures that many tests share: one loaded classifier, a running city."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from classifier.predict import Classifier
from tests.city import City, running_city


@pytest.fixture(scope="session")
def classifier() -> Classifier:
    return Classifier.load()


@pytest.fixture
async def city(tmp_path: Path, classifier: Classifier) -> AsyncIterator[City]:
    async with running_city(tmp_path, classifier) as running:
        yield running
