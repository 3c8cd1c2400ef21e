"""Logistic models: the odds that something is so, to which each of its features adds its weight.

Not for the features: each model reads its own (`border_odds`, `cued_odds`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Model:
    """What is so without any feature, and what each of them says, by its name: in logarithms of odds."""

    bias: float
    weights: Mapping[str, float]

    def odds(self, features: Mapping[str, float]) -> float:
        """The logarithm of the odds: shares, from 0 to 1, count in part, what is so or not wholly or not at all."""
        return self.bias + sum(self.weights[name] * value for name, value in features.items())
