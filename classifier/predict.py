"""The classifier as the desk sees it: a title and a text in, a suggestion out; never raises on a text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

import models
from classifier.errors import ModelError
from classifier.features import Cut, Floats, count
from classifier.heads import Layout, softmax, urgent_probability
from classifier.labels import DOMAINS, NONE, TRIAGE, Scheme
from classifier.registry import Model
from classifier.registry import load as load_model
from classifier.similar import Likeness
from classifier.tokens import Engine, cutter, default_engine

__all__ = ["DOMAINS", "NONE", "TRIAGE", "Classifier", "ModelError", "Suggestion", "threshold_at"]

MOST_TOPICS: Final = 5


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the model makes of one message; probabilities are over all labels: nine-way for the guide's.

    `none` is 0 where the scheme has no such label, `kind` empty and `topics` too where it has none of these.
    `urgent` is the probability that life, health or safety is at risk now, to be held against
    `Classifier.urgent_threshold`; `kind` is the type; `topics` are the likeliest of all labels' topics.
    """

    domain: str
    confidence: float
    alternatives: tuple[tuple[str, float], ...]
    none: float
    queue: str
    model: str
    urgent: float = 0.0
    kind: str = ""
    topics: tuple[tuple[str, float], ...] = ()

    def top(self, n: int = 3) -> tuple[tuple[str, float], ...]:
        """The `n` likeliest domains with their probabilities, likeliest first."""
        return self.alternatives[:n]


def threshold_at(curve: list[list[float]], precision: float) -> float:
    """The lowest confidence from which the curve of [threshold, precision, share] holds the precision.

    Above 1, so that everything goes to triage, where the curve never reaches it.
    """
    reached = 2.0
    for point in reversed(curve):
        if point[1] < precision:
            break
        reached = point[0]
    return reached


def suggestion(
    scores: NDArray[np.floating], layout: Layout, topic_weight: float, threshold: float, version: str
) -> Suggestion:
    """One row of calibrated scores in words."""
    scheme = layout.scheme
    labels = softmax(layout.domain_scores(scores, topic_weight))
    chances = labels.tolist()
    none = 0.0 if scheme.none is None else chances.pop()
    ranked = sorted(zip(scheme.domains, chances, strict=True), key=lambda pair: -pair[1])
    domain, confidence = ranked[0]
    topics = layout.topic_probabilities(scores, labels).tolist()
    likeliest = sorted(zip(layout.topics, topics, strict=True), key=lambda pair: -pair[1])[:MOST_TOPICS]
    return Suggestion(
        domain,
        confidence,
        tuple(ranked),
        none,
        domain if confidence >= threshold else TRIAGE,
        version,
        urgent_probability(float(scores[layout.urgent.start])) if scheme.urgency else 0.0,
        scheme.kinds[int(scores[layout.kind].argmax())] if scheme.kinds else "",
        tuple(likeliest),
    )


class Classifier:
    """A loaded model. Safe to share between threads: nothing changes after loading."""

    version: str
    scheme: Scheme
    labels: tuple[str, ...]
    threshold: float
    urgent_threshold: float

    def __init__(self, model: Model, *, precision: float | None = None, engine: Engine | None = None) -> None:
        """`precision` is how sure a domain's queue must be (default: the model's)."""
        routing = model.about["routing"]
        wanted = routing["precision"] if precision is None else precision
        if not 0 < wanted < 1:
            raise ValueError(f"precision must lie between 0 and 1, for example 0.95, not {wanted!r}")
        self.version = model.about["version"]
        self.scheme = model.layout.scheme
        self.labels = self.scheme.labels
        self.threshold = threshold_at(routing["curve"], wanted)
        self.urgent_threshold = float(model.about["urgency"]["threshold"])
        self._topic_weight = float(model.about["calibration"]["topic_weight"])
        self._model = model
        self._cut = cutter(engine or default_engine())
        count(
            None, "民声", self._cut
        )  # the first call loads dictionaries: now, not under a citizen's message

    @classmethod
    def load(
        cls, path: Path | None = None, *, precision: float | None = None, engine: Engine | None = None
    ) -> Classifier:
        """Read a model directory, by default the shipped one; ModelError if it can't be used."""
        directory = Path(next(iter(models.__path__))) if path is None else path
        return cls(load_model(directory), precision=precision, engine=engine)

    @property
    def model(self) -> Model:
        """The arrays and what is known of them, for those that look inside; not to be changed."""
        return self._model

    @property
    def cut(self) -> Cut:
        """The engine's cut, as `count` takes it."""
        return self._cut

    def vector(self, title: str | None, text: str) -> tuple[NDArray[np.intp], Floats]:
        """Columns (each once) and values of a message's features."""
        return self._model.features.vector(count(title, text, self._cut))

    def scores(self, title: str | None, text: str) -> Floats:
        """One score for every column of the model; shape (layout.width,)."""
        return self._scores(*self.vector(title, text))

    def _scores(self, columns: NDArray[np.intp], values: Floats) -> Floats:
        found: Floats = self._model.bias + values @ self._model.weights[columns]
        return found

    def likeness(self) -> Likeness:
        """An empty index of like cases that knows from this model how rare a pair of characters is."""
        return Likeness(self._model.features)

    def suggest(self, title: str | None, text: str) -> Suggestion:
        """Domain, confidence, queue and the rest for a message; an empty or foreign text goes to triage."""
        layout = self._model.layout
        columns, values = self.vector(title, text)
        # Of labels that are easily told apart even a guess from nothing can pass the threshold.
        threshold = self.threshold if len(columns) else 2.0
        return suggestion(self._scores(columns, values), layout, self._topic_weight, threshold, self.version)
