"""Draws from the measured table, and from the few things that no table holds."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

TABLE = Path(__file__).with_name("measured.json")
# Of the measured delays the last twentieth reaches to three years; here nobody waits longer than this.
LONGEST_DAYS = 200.0
# Real letters of three domains were too few to speak of: each of the nine labels gets at least this share.
LEAST_SHARE = 0.03


@dataclass(frozen=True, slots=True)
class Measured:
    """`measured.json`; see measure.py."""

    table: dict[str, Any]

    @classmethod
    def load(cls) -> Measured:
        return cls(json.loads(TABLE.read_text(encoding="utf-8")))

    def delay_days(self, label: str, chance: Random) -> float:
        """From the receipt to the answer, in days of the calendar, at the office that leads `label`."""
        quantiles = self.table["delay_days"].get(label) or self.table["delay_days"]["all"]
        return min(self._between(quantiles, chance.random()), LONGEST_DAYS)

    def reply_characters(self, chance: Random) -> int:
        return round(self._between(self.table["reply_characters"], chance.random()))

    def says(self, what: str) -> float:
        """How many of the replies say this, as a share."""
        return float(self.table["says"][what])

    def hour(self, chance: Random) -> int:
        """An hour of the day at which somebody writes."""
        return chance.choices(range(24), self.table["came_by_hour"])[0]

    def weight_of_weekday(self, weekday: int) -> float:
        return float(self.table["came_by_weekday"][weekday])

    def complaints_of_one(self, chance: Random) -> int:
        """How often one person wrote."""
        counts = self.table["messages_per_person"]
        return int(chance.choices(list(counts), list(counts.values()))[0])

    def label(self, chance: Random) -> str:
        shares = {label: max(share, LEAST_SHARE) for label, share in self.table["labels"].items()}
        return str(chance.choices(list(shares), list(shares.values()))[0])

    def _between(self, quantiles: list[float], where: float) -> float:
        """The value at a quantile, straight between two measured ones."""
        place = where * (len(quantiles) - 1)
        below = min(int(place), len(quantiles) - 2)
        return quantiles[below] + (quantiles[below + 1] - quantiles[below]) * (place - below)


def about(median: float, spread: float, chance: Random) -> float:
    """A positive number around a median: two of three lie within a factor of e to the `spread`."""
    return median * math.exp(chance.gauss(0.0, spread))
