"""The shipped model, loaded once."""

from __future__ import annotations

import pytest

from classifier.predict import Classifier


@pytest.fixture(scope="session")
def shipped() -> Classifier:
    return Classifier.load()
