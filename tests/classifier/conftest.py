"""The shipped model by the name that these tests call it."""

from __future__ import annotations

import pytest

from classifier.predict import Classifier


@pytest.fixture(scope="session")
def shipped(classifier: Classifier) -> Classifier:
    return classifier
