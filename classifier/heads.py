"""Which column of a model's weights belongs to which head, and how scores become probabilities.

A message has one vector and one row of scores; domain, topic, type and urgency are read off it. The domain's
score is its own plus a share of what its topics say together, so that a domain of many trades (其他 above all)
need not be one straight line.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classifier.labels import KINDS, LABELS, TOPICS

Scores = NDArray[np.floating]

TOPIC_NAMES: Final[tuple[str, ...]] = tuple(topic for label in LABELS for topic in TOPICS[label])
_ENDS: Final = tuple(accumulate((len(LABELS), len(TOPIC_NAMES), len(KINDS), 1)))
DOMAIN: Final = slice(0, _ENDS[0])
TOPIC: Final = slice(_ENDS[0], _ENDS[1])
KIND: Final = slice(_ENDS[1], _ENDS[2])
URGENT: Final = _ENDS[2]
WIDTH: Final = _ENDS[3]

_SIZES: Final = tuple(len(TOPICS[label]) for label in LABELS)
_STARTS: Final = (0, *accumulate(_SIZES[:-1]))
_OWNER: Final = np.repeat(np.arange(len(LABELS)), _SIZES)


def softmax(scores: Scores) -> Scores:
    """Probabilities along the last axis."""
    raised: Scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
    raised /= raised.sum(axis=-1, keepdims=True)
    return raised


def gathered(topics: Scores) -> Scores:
    """What the topics of each label say together: log of the sum of their exponentials; shape (…, 9)."""
    together: Scores = np.logaddexp.reduceat(topics, _STARTS, axis=-1)
    return together


def domain_scores(scores: Scores, topic_weight: float) -> Scores:
    """The nine scores of the labels, from a whole row (or rows) of `WIDTH` scores."""
    joined: Scores = scores[..., DOMAIN] + topic_weight * gathered(scores[..., TOPIC])
    return joined


def topic_probabilities(scores: Scores, labels: Scores) -> Scores:
    """Probability of every topic: its label's, shared out among the label's topics."""
    topics = scores[..., TOPIC]
    shared: Scores = labels[..., _OWNER] * np.exp(topics - gathered(topics)[..., _OWNER])
    return shared


def urgent_probability(score: float) -> float:
    """A number between 0 and 1 from the score of urgency."""
    return float(1 / (1 + np.exp(-np.clip(score, -30, 30))))
