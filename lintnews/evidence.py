"""Named features and their weights: how likely it is that two tellings are of one thing, and what speaks for it.

A file of weights, ``lintnews/data/NAME.json``, holds ``constant``, ``weights`` (feature → weight in a logistic regression),
``phrases`` (feature → what it says to an editor) and the likelihoods from which on a match is ``possible``, ``likely`` and
``certain``. A script in ``benchmarks/`` fits each.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

from .datafiles import load_data
from .match import Certainty

Features = Mapping[str, float]


def likelihood(model: str, features: Features) -> float:
    """0 to 1. A feature without a weight counts for nothing."""
    data = load_data(model)
    weights: Mapping[str, float] = data["weights"]
    total: float = data["constant"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-max(-60.0, min(60.0, total))))


def certainty(model: str, features: Features) -> Certainty | None:
    """How sure the weights make a match; None for what is no match."""
    data = load_data(model)
    found = likelihood(model, features)
    for level in (Certainty.CERTAIN, Certainty.LIKELY, Certainty.POSSIBLE):
        if found >= data[str(level)]:
            return level
    return None


def phrases(model: str, features: Features) -> tuple[str, ...]:
    """What speaks for a match, the weightiest first, at most three."""
    data = load_data(model)
    said = [
        (data["weights"].get(name, 0.0) * value, data["phrases"][name])
        for name, value in features.items()
        if name in data["phrases"]
    ]
    return tuple(phrase for weight, phrase in sorted(said, reverse=True)[:3] if weight > 0)
