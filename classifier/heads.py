"""Which column of a model's weights belongs to which head, and how scores become probabilities.

A message has one vector and one row of scores; domain, topic, type and urgency are read off it. The domain's
score is its own plus a share of what its topics say together, so that a domain of many trades (其他 above all)
need not be one straight line.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from classifier.labels import Scheme

Scores = NDArray[np.floating]


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The columns of each head of a scheme; a head that the scheme has no labels for is empty."""

    scheme: Scheme
    domain: slice
    topic: slice
    kind: slice
    urgent: slice
    width: int
    # Every topic with the number of its label; a name may stand under several labels.
    topics: tuple[str, ...]
    owner: NDArray[np.intp]
    starts: NDArray[np.intp]

    @classmethod
    def of(cls, scheme: Scheme) -> Layout:
        listed = [scheme.topics[label] for label in scheme.labels] if scheme.topics else []
        topics = tuple(topic for names in listed for topic in names)
        sizes = [len(names) for names in listed]
        ends = tuple(accumulate((len(scheme.labels), len(topics), len(scheme.kinds), int(scheme.urgency))))
        return cls(
            scheme,
            slice(0, ends[0]),
            slice(ends[0], ends[1]),
            slice(ends[1], ends[2]),
            slice(ends[2], ends[3]),
            ends[3],
            topics,
            np.repeat(np.arange(len(sizes)), sizes),
            np.cumsum([0, *sizes[:-1]]) if sizes else np.empty(0, dtype=np.intp),
        )

    def gathered(self, topics: Scores) -> Scores:
        """What the topics of each label say together: log of the sum of their exponentials; shape (…, labels)."""
        together: Scores = np.logaddexp.reduceat(topics, self.starts, axis=-1)
        return together

    def domain_scores(self, scores: Scores, topic_weight: float) -> Scores:
        """The scores of the labels, from a whole row (or rows) of `width` scores."""
        if not self.topics or not topic_weight:
            return scores[..., self.domain]
        joined: Scores = scores[..., self.domain] + topic_weight * self.gathered(scores[..., self.topic])
        return joined

    def topic_probabilities(self, scores: Scores, labels: Scores) -> Scores:
        """Probability of every topic: its label's, shared out among the label's topics; empty without topics."""
        topics = scores[..., self.topic]
        if not self.topics:
            return topics
        shared: Scores = labels[..., self.owner] * np.exp(topics - self.gathered(topics)[..., self.owner])
        return shared

    def urgent_probabilities(self, scores: Scores) -> Scores:
        """A number between 0 and 1 for each row of scores, 0 where urgency is not judged; shape (rows,)."""
        if not self.scheme.urgency:
            return np.zeros(len(scores))
        return np.array([urgent_probability(float(score)) for score in scores[:, self.urgent.start]])


def softmax(scores: Scores) -> Scores:
    """Probabilities along the last axis."""
    raised: Scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
    raised /= raised.sum(axis=-1, keepdims=True)
    return raised


def urgent_probability(score: float) -> float:
    """A number between 0 and 1 from the score of urgency."""
    return float(1 / (1 + np.exp(-np.clip(score, -30, 30))))
